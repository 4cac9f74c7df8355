"""Site map, robots.txt, llms.txt, and the description of the search."""

from __future__ import annotations

import dataclasses
import re
from xml.etree import ElementTree

import pytest

from briefings.model import Change, Corpus, Edition
from briefings.model.page import Limits, SiteInfo
from briefings.publish.doors import doors, llms, robots, search_description
from briefings.publish.sitemap import page_days, sitemap

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED

URL = "https://example.org/sub/"
SITE = SiteInfo("Briefings & more", "All of them", URL)
OS = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def test_a_page_is_dated_by_the_newest_day_of_its_content() -> None:
    days = page_days(CORPUS)
    # The transcript bears no day of publication, the article 5 May; a change was told on 1 June.
    assert days[f"briefings/{FISH}/"] == "2021-06-01"
    assert days["sources/011/"] == "2021-05-05"
    assert days["outlets/the-paper/"] == "2021-05-05"
    assert days["changes/"] == days[""] == "2021-06-01"
    assert days["briefings/"] == "2021-05-05"


def test_what_bears_no_day_has_none() -> None:
    days = page_days(CORPUS)
    assert not {"sources/010/", f"briefings/{UNDATED}/", "topics/nets/", "notes/"} & days.keys()
    assert page_days(EMPTY) == {}


def test_a_new_edition_dates_its_text_and_its_briefing() -> None:
    edition = Edition("editions/010_1.txt", "cd" * 32, "2021-07-02")
    first, *others = CORPUS.briefings[0].witnesses
    settings = dataclasses.replace(first.settings, editions=(edition,))
    changed = dataclasses.replace(first, settings=settings)
    briefing = dataclasses.replace(CORPUS.briefings[0], witnesses=(changed, *others))
    days = page_days(dataclasses.replace(CORPUS, briefings=(briefing,)))
    assert days["sources/010/"] == days[f"briefings/{FISH}/"] == "2021-07-02"
    assert days["sources/011/"] == "2021-05-05"


def test_a_change_of_the_whole_dates_no_briefing() -> None:
    corpus = dataclasses.replace(CORPUS, changes=(Change("2022-01-01", "All."),))
    assert page_days(corpus)[f"briefings/{FISH}/"] == "2021-05-05"
    assert page_days(corpus)["changes/"] == "2022-01-01"


def test_the_site_map_names_each_page_once_whole_and_escaped() -> None:
    text = sitemap(["", "b/", "a & b/"], {"b/": "2021-05-04"}, SITE)
    tree = ElementTree.fromstring(text)  # noqa: S314 - our own
    found = [(one[0].text, one[1].text if len(one) > 1 else None) for one in tree]
    assert found == [
        (URL, None), (f"{URL}a%20%26%20b/", None), (f"{URL}b/", "2021-05-04"),
    ]  # fmt: skip
    assert "<url>" not in sitemap(["a/"], {}, SiteInfo("Briefings"))


def test_robots_may_read_everything_and_are_told_of_the_site_map() -> None:
    assert robots(SITE) == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"
    assert robots(SiteInfo("Briefings")) == "User-agent: *\nAllow: /\n"


def test_a_search_bar_gets_a_whole_address_and_short_names() -> None:
    site = dataclasses.replace(
        SITE, name="Annotated briefings of the Ministry of Fish and all its bureaus"
    )
    root = ElementTree.fromstring(search_description(site))  # noqa: S314 - our own
    templates = {one.get("type"): one.get("template") for one in root.findall("o:Url", OS)}
    assert templates == {
        "text/html": f"{URL}search/?q={{searchTerms}}",
        "application/opensearchdescription+xml": f"{URL}opensearch.xml",
    }
    assert root.findtext("o:ShortName", None, OS) == "Annotated"
    assert (
        root.findtext("o:LongName", None, OS) == "Annotated briefings of the Ministry of Fish and"
    )
    one_word = search_description(dataclasses.replace(SITE, name="Bundespressekonferenzen"))
    assert "<ShortName>Bundespressekonf</ShortName>" in one_word


def test_a_site_that_does_not_know_its_address_describes_no_search() -> None:
    assert set(doors(CORPUS, SiteInfo("Briefings"))) == {"robots.txt", "llms.txt"}
    assert set(doors(CORPUS, SITE)) == {"robots.txt", "llms.txt", "opensearch.xml"}


_LINK = re.compile(r"- (?:\[(?:\\.|[^\]\\])+\]\([^()\s]+\)|`[^`]+`)(?:: .+)?")


@pytest.mark.parametrize("corpus", [CORPUS, EMPTY])
@pytest.mark.parametrize("site", [SITE, SiteInfo("[Odd] *name*")])
def test_llms_txt_has_the_form_of_llmstxt_org(corpus: Corpus, site: SiteInfo) -> None:
    """A heading, a summary in a quotation, text without headings, then lists of links."""
    title, *blocks = llms(corpus, site).rstrip("\n").split("\n\n")
    assert re.fullmatch(r"# \S.*", title)
    if site.description:
        assert blocks.pop(0) == f"> {site.description}"
    sections: list[str] = []
    for block in blocks:
        if block.startswith("## "):
            assert "\n" not in block
            sections.append(block.removeprefix("## "))
        elif sections:
            for line in block.split("\n"):
                assert _LINK.fullmatch(line), line
        else:
            assert not block.startswith("#")
    assert sections == ["Texts", "Data", "Optional"]


def test_llms_txt_names_the_newest_plain_texts_with_how_good_each_is() -> None:
    site = dataclasses.replace(SITE, limits=Limits(feed=1))
    lines = llms(CORPUS, site).splitlines()
    texts = lines[lines.index("## Texts") + 2 : lines.index("## Data") - 1]
    assert texts == [
        "- [Ministry holds a press conference on fish, 4 May 2021]"
        f"({URL}data/briefings/{FISH}.txt): "
        "Transcript, Ministry of Fish, 4 May 2021, official translation",
        f"- [Briefings]({URL}data/briefings.json): all 2, with their slugs; "
        "data/briefings/\\<slug\\>.txt",
    ]
