"""A page's Markdown page_parts apart, and joined with what MkDocs makes of its skeleton."""

from __future__ import annotations

import pytest

from briefings.publish.skeletons import SkeletonError, join, split

PAGE = """---
title: "Ada &amp; Bo"
description: "What they said."
kind: "person"
---

<p class="kicker"><a href="../">Speakers</a></p>

# Ada &#38; Bo {: #title }

<div class="facts">
<div>inner

</div>
</div>
<p>After.</p>

## Roles {: #roles }

<ul>
<li># no heading</li>
</ul>

### In 2021 {: #in-2021 }

<p>zqz is a word here.</p>
"""
URL = "speakers/ada-bo/"


def test_words_of_the_page_go_and_what_the_theme_lists_stays() -> None:
    page_parts = split(PAGE.replace("zqz is", "There is"), URL, "speakers/ada-bo/index.md")
    assert [line for line in page_parts.skeleton.splitlines() if line] == [
        "---", 'title: "zqz0zqz"', 'description: "zqz1zqz"', 'kind: "person"', "---",
        "<!--zqz2zqz-->",
        "# zqz3zqz {: #zqz4zqz }",
        "<!--zqz5zqz-->",
        "## zqz6zqz {: #zqz7zqz }",
        "<!--zqz8zqz-->",
    ]  # fmt: skip
    assert page_parts.values[:5] == (
        "Ada &amp; Bo", "What they said.",
        '<p class="kicker"><a href="../">Speakers</a></p>', "Ada &#38; Bo", "title",
    )  # fmt: skip
    # A heading of a lower level is finished here: no list of contents shows it.
    assert '<h3 id="in-2021">In 2021</h3>' in page_parts.values[8]
    assert page_parts.blocks == (2, 5, 8)


def test_pages_that_differ_in_their_words_share_a_skeleton_others_do_not() -> None:
    def digest(text: str, url: str) -> str:
        return split(text, url, f"{url}index.md").digest

    one = digest(PAGE, URL)
    assert digest(PAGE.replace("Ada", "Cy").replace("inner", "more"), "speakers/cy/") == one
    assert digest(PAGE, "outlets/ada/") != one, "the theme marks the section"
    assert digest(PAGE, "speakers/ada/x/") != one, "links of the theme go up further"
    assert digest(PAGE.replace("person", "outlet"), URL) != one
    assert digest(f"{PAGE}\n## More {{: #more }}\n", URL) != one


def test_a_token_is_in_no_text_of_the_page() -> None:
    page_parts = split(PAGE, URL, "speakers/ada-bo/index.md")
    assert "zqzq0zqzq" in page_parts.skeleton
    assert "zqz is a word here." in join(page_parts.skeleton, page_parts, URL)


def test_joined_with_its_shell_a_page_has_its_words_and_its_own_address() -> None:
    page_parts = split(PAGE, URL, "speakers/ada-bo/index.md")
    assert page_parts.path == f"{page_parts.stand_in}index.md"
    shell = page_parts.skeleton + f'\n<link href="https://x.org/{page_parts.stand_in}">'
    page = join(shell, page_parts, URL)
    assert page.endswith('<link href="https://x.org/speakers/ada-bo/">')
    assert "<li># no heading</li>" in page
    assert "# Ada &#38; Bo {: #title }" in page


def test_a_shell_that_loses_a_block_is_refused() -> None:
    page_parts = split(PAGE, URL, "speakers/ada-bo/index.md")
    with pytest.raises(SkeletonError):
        join(page_parts.skeleton.replace("<!--zqzq5zqzq-->", ""), page_parts, URL)
    with pytest.raises(SkeletonError):
        join(
            page_parts.skeleton.replace("<!--zqzq5zqzq-->", "<!--zqzq5zqzq-->" * 2), page_parts, URL
        )


def test_what_markdown_reads_stays_in_the_skeleton() -> None:
    text = "# About {: #title }\n\nSee the *[report](report/index.md#names)*.\n\n## A *b* {: #b }\n"
    page_parts = split(text, "about/", "about.md")
    assert "See the *[report](report/index.md#names)*." in page_parts.skeleton
    assert "## A *b* {: #b }" in page_parts.skeleton
    assert "{: #title }" in page_parts.skeleton, "links of other pages may lead to it"
    assert page_parts.path == "about.md"


def test_the_page_of_a_section_keeps_its_place_and_all_headings() -> None:
    page_parts = split(PAGE, "speakers/", "speakers/index.md")
    assert (page_parts.path, page_parts.stand_in) == ("speakers/index.md", "")
    assert "### zqzq" in page_parts.skeleton


def test_addresses_of_other_forms_are_a_page_s_own() -> None:
    pages = [
        split(f'---\ntitle: "A"\nalternate_json: "data/briefings/{slug}.json"\n---\n\nText\n',
                   f"briefings/{slug}/", f"briefings/{slug}/index.md")
        for slug in ("boats", "nets")
    ]  # fmt: skip
    assert pages[0].skeleton == pages[1].skeleton
    assert [one.values[1] for one in pages] == [
        "data/briefings/boats.json",
        "data/briefings/nets.json",
    ]
