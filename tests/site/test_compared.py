"""Pages that compare two texts of one event, as a reader meets them."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

from tests.conftest import Built
from tests.site.reading import fold

JULY = "2022-07-25-achievements-of-public-security-authorities-in-building-a-peaceful-china"
OCTOBER = "2023-10-24-safeguarding-public-safety-to-ensure-high-quality-development"


def _page(built: Built, slug: str) -> Tag:
    text = (built.folder / "compare" / slug / "index.html").read_text(encoding="utf-8")
    article = BeautifulSoup(text, "html.parser").article
    assert article is not None
    return article


def _words(part: Tag | None) -> str:
    assert part is not None
    return fold(part.get_text())


def test_the_first_words_say_how_the_texts_differ(built: Built) -> None:
    page = _page(built, JULY)
    lede = _words(page.select_one(".lede"))
    assert lede.startswith("Guangming Daily has 18% of what the transcript says")
    assert (
        "they differ in numbers, dates and periods, what is counted, what is done or still to come"
        " and who said it;" in lede
    )


def test_the_weightiest_difference_of_fact_stands_first_with_both_values(built: Built) -> None:
    first = _page(built, JULY).select_one(".row")
    assert first is not None
    assert _words(first.h3).startswith("Did thefts fall by 62.6% or by 96.1%?")
    told = _words(first.select_one(".told"))
    assert told.startswith("The transcript says 62.6%")
    assert "Guangming Daily says 96.1%" in told
    cells = [_words(cell) for cell in first.select(".cell")]
    assert cells[0].startswith("The transcript · Qiu Baoli")
    assert "theft cases dropped by 62.6% in 2021" in cells[0]
    assert cells[1].startswith("Guangming Daily (rewritten)")
    assert "the national theft cases will drop by 96.1%" in cells[1]


def test_facts_come_before_wordings_and_these_before_what_one_text_lacks(built: Built) -> None:
    page = _page(built, JULY)
    assert [one["id"] for one in page.select("h2[id]")] == ["facts", "wordings", "only", "alike"]
    assert not page.select("#alike ~ .row")  # what both have is folded


def test_no_difference_that_editors_dismissed_is_shown(built: Built) -> None:
    # The editors rule that a part of an answer was retold, and nothing said against the rest.
    facts = _page(built, JULY).select_one("section.fact")
    assert "21,000 (social organizations" not in _words(facts)


def test_texts_that_are_the_same_say_so_and_show_the_words_once(built: Built) -> None:
    page = _page(built, OCTOBER)
    lede = _words(page.select_one(".lede"))
    assert lede.endswith("What both have is the same, word for word.")
    assert not page.select("section.fact, section.wording")
    assert _words(page).count("Now, I will give the floor to Mr. Wang Zhizhong.") == 1
