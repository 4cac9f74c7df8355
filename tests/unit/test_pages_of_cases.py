"""Compare whole pages of a small corpus with what a reader of its texts must find on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import markdown
import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from mkdocs.utils.meta import get_data

from briefings.model.page import Limits, SiteInfo
from briefings.render import render
from briefings.views import Lookup, pending_pages, pieces
from briefings.views.book import book_of
from briefings.views.pending import Pending, made
from tests.command import ROOT
from tests.gathered import gathered

QUAYS = ROOT / "tests" / "cases" / "pages" / "quays"
_INLINE = {
    "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time",
}  # fmt: skip
_CELLS = {"td", "th"}
_SHORT = {
    "Transcript, Harbour Ministry, 4 March 2020": "T20",
    "Transcript, Harbour Ministry, 3 March 2021": "T21",
    "Transcript, Harbour Ministry, 2 March 2022": "T22",
    "The Gull, 3 March 2022": "G22",
}
# So little on one page that nearly every list is cut.
_LOW = Limits(
    briefings=2, names=2, sources=2, figures=5, commitments=1, discrepancies=1, formulas=1,
    observations=2, entries=2, notes=1, mentioned=1, doubts=1, newest=2, piece=3, places=2, small=0,
)  # fmt: skip


def _cases() -> Iterator[Any]:
    """Each page of each file with its groups of lines."""
    for file, limits in (("pages", Limits()), ("parts", _LOW)):
        for part in (QUAYS / f"{file}.txt").read_text("utf-8").split("# ")[1:]:
            name, _, rest = part.partition("\n")
            groups = [group.split("\n") for group in rest.strip().split("\n\n")]
            yield pytest.param(limits, name, groups, id=f"{file}: {name}")


@cache
def _lookup(limits: Limits) -> Lookup:
    corpus, _ = gathered(QUAYS / "seeds", QUAYS / "editorial")
    site = SiteInfo("Quays", "What was said.", "https://example.org/q/", limits=limits)
    return Lookup(corpus, site)


@cache
def _pages(limits: Limits) -> dict[str, Pending]:
    find = _lookup(limits)
    pending = pending_pages(find, find.corpus)
    return {_short(one.url).strip("/") or "home": one for one in pending}


def _short(line: str) -> str:
    line = re.sub(r"(?:briefings/)?20(\d\d)-03-0\d-quays-of-norport", r"B\1", line)
    for words, short in _SHORT.items():
        line = line.replace(words, short)
    return re.sub(r"(<?)(?:\.\./)+", r"\1", line)


def _lines(soup: Tag) -> list[str]:
    """A page as lines: one for each block, a row of a table with its cells side by side."""
    lines: list[list[str]] = [[]]

    def read(node: Tag) -> None:
        block = node.name not in _INLINE | _CELLS
        if block:
            lines.append([])
        if node.name in _CELLS:
            lines[-1].append(" | ")
        for child in node.children:
            if isinstance(child, Tag):
                read(child)
            elif type(child) is NavigableString:
                lines[-1].append(child)
        if node.name == "a" and node.get("href"):
            lines[-1].append(f" <{node['href']}>")
        if block:
            lines.append([])

    read(soup)
    joined = (_short(" ".join("".join(parts).split())) for parts in lines)
    return [line for line in joined if line]


@pytest.mark.parametrize(("limits", "name", "groups"), list(_cases()))
def test_a_page_holds_what_a_reader_expects(
    limits: Limits, name: str, groups: list[list[str]]
) -> None:
    body, _ = get_data(render(made(_pages(limits)[name], _lookup(limits), None)))
    written = markdown.markdown(body, extensions=["attr_list", "tables", "toc"])
    lines = _lines(BeautifulSoup(written, "html.parser"))
    at = 0
    for group in groups:
        starts = [n for n in range(at, len(lines)) if lines[n] == group[0]]
        assert starts, "\n".join([f"{group[0]!r} is none of these lines:", *lines[at:]])
        best = max(starts, key=lambda n: _agreement(lines[n:], group))
        assert lines[best : best + len(group)] == group
        at = best + len(group)


def _agreement(lines: list[str], group: list[str]) -> int:
    """Return the number of leading lines that agree with a group."""
    pairs = zip(lines, group, strict=False)
    return next((n for n, (line, wanted) in enumerate(pairs) if line != wanted), len(group))


@cache
def _pieces() -> dict[str, Any]:
    """The files that scripts of long lists read, by their addresses."""
    find = _lookup(_LOW)
    made_of = [make for _, _, make in pieces(find, find.corpus)]
    return {one.path: one.content for make in made_of for one in make()}


def test_rows_of_a_long_table_stand_in_files_of_a_few_by_year() -> None:
    files = {
        path.rpartition("/")[2].removesuffix(".json"): [row["id"] for row in held["rows"]]
        for path, held in _pieces().items()
        if path.startswith("figures/rows/") and "rows" in held
    }
    assert files == {
        "2022-new": ["2022-03-02-t2p1-f1", "2022-03-02-t2p1-f2"],
        "2022-2": ["2022-03-02-t2p1-f3", "2022-03-02-t3p1-f1", "2022-03-02-t6p1-f1"],
        "2022-1": ["2022-03-02-904-s1p2-f1", "2022-03-02-904-s1p2-f2", "2022-03-02-904-s1p3-f1"],
        "2021-new": ["2021-03-03-t2p1-f1", "2021-03-03-t2p1-f2", "2021-03-03-t5p1-f1"],
        "2020-new": ["2020-03-04-t2p1-f1", "2020-03-04-t2p1-f2", "2020-03-04-t5p1-f1"],
    }


def test_what_rows_have_in_common_stands_once_in_their_file() -> None:
    """The Gull reports of one press conference: two numbers of Bo Fisher's, one of Cy Nett's."""
    held = _pieces()["figures/rows/2022-1.json"]
    assert [one.date for one in held["shared"]["briefing"]] == ["2 March 2022"]
    assert [row["briefing"] for row in held["rows"]] == [0, 0, 0]
    assert [one.name for one in held["shared"]["who"]] == ["Bo Fisher", "Cy Nett"]
    assert [row["who"] for row in held["rows"]] == [0, 0, 1]


def test_what_a_long_table_is_narrowed_to_is_counted_over_all_of_its_files() -> None:
    index = _pieces()["figures/rows/index.json"]
    assert (index["count"], [one["count"] for one in index["files"]]) == (14, [2, 3, 3, 3, 3])
    assert index["files"][0]["path"] == "2022-new.json"
    told = {
        facet["name"]: [(one["title"], one["count"], one["files"]) for one in facet["options"]]
        for facet in index["facets"]
    }
    assert told["briefing"] == [
        ("2 March 2022, Press conference on the quays of Norport", 8, [0, 1, 2]),
        ("3 March 2021, Press conference on the quays of Norport", 3, [3]),
        ("4 March 2020, Press conference on the quays of Norport", 3, [4]),
    ]
    assert told["speaker"] == [
        ("Ann Reed", 1, [4]), ("Bo Fisher", 10, [0, 1, 2, 3, 4]), ("Cy Nett", 3, [1, 2]),
    ]  # fmt: skip
    assert told["topic"] == [("Lamps", 1, [4]), ("The tunnel", 7, [1, 2, 3, 4])]
    assert told["indicator"] == [
        ("Piers mended", 4, [0, 2, 3, 4]), ("Registered ferries", 3, [0, 3, 4]),
        ("Thefts on the quays", 2, [1, 2]),
    ]  # fmt: skip
    # All that rises or falls falls: there is nothing to choose.
    assert "direction" not in told


def test_an_id_of_a_long_list_leads_to_the_page_that_has_it() -> None:
    told: dict[str, str] = {}
    for path, held in _pieces().items():
        if path.startswith(("figures/places/", "commitments/places/")):
            assert len(held) <= 6
            told |= held
    assert told["2020-03-04-t5p1-f1"] == "figures/year/2020/"
    assert told["2022-03-02-t2p1-f3"] == "figures/year/2022/"
    assert told["2022-03-02-t3p1-f1"] == "figures/year/2022/1/"
    assert told["2022-03-02-t3p1-43"] == "commitments/year/2022/"
    assert told["2020-03-04-t2p1-148"] == "commitments/year/2020/"
    assert len(told) == 16


def test_words_of_a_mark_are_said_where_it_stands() -> None:
    marks = _pieces()["briefings/2022-03-02-quays-of-norport/marks.json"]
    assert marks["person-bo-fisher"] == {
        "title": "Bo Fisher", "text": "director general of the Quay Bureau",
        "more": ("spoke: 2 March 2022, 3 March 2021, 4 March 2020",),
    }  # fmt: skip
    assert marks["term-night-watch"] == {
        "kind": "organisation", "title": "Night Watch",
        "text": "The guard of the quays after dark.", "more": ("in 1 of 3 briefings",),
    }  # fmt: skip
    figure = "figure-2022-03-02"
    assert marks[f"{figure}-t2p1-f3"] == {
        "title": "12.5%", "text": "Thefts on the quays",
        "more": ("size of a change · decrease",),
        "links": [{"title": "Thefts on the quays", "url": "../../indicators/quay-thefts/"}],
        "differs": ("Thefts on the quays: 12.5% in the transcript, 21.5% in The Gull.",),
    }  # fmt: skip
    assert marks[f"{figure}-t6p1-f1"] == {
        "title": "2 people", "text": "men of the Night Watch stand",
    }  # fmt: skip
    assert marks[f"{figure}-904-s1p2-f1"]["more"] == ("2021", "Bear in mind: rewritten text")
    assert marks["outlet-coast-radio"] == {"title": "Coast Radio", "text": "2 questions"}


def test_a_book_has_the_texts_with_their_notes_and_the_terms_that_need_explaining() -> None:
    slug = "2022-03-02-quays-of-norport"
    book = book_of(slug, _lookup(Limits()))
    assert (book.short, book.official) == ("Press conference on the quays of Norport", None)
    assert (book.date, book.host) == ("2 March 2022", "Harbour Ministry")
    # The note is the newest: the article is of the day after the briefing.
    assert (book.edited, book.edited_words) == ("2026-11-25", "25 November 2026")
    assert book.permalink == f"https://example.org/q/briefings/{slug}/"
    assert [one.name for one in (*book.chairs, *book.speakers)] == [
        "Ida Moss", "Bo Fisher", "Cy Nett",
    ]  # fmt: skip
    transcript, article = book.texts
    assert [(one.id, one.title) for one in transcript.groups] == [
        ("opening", "Opening"), ("questions", "Questions and answers"),
    ]  # fmt: skip
    opening: Any
    questions: Any
    opening, questions = (one.blocks for one in transcript.groups)
    assert [one.speaker.name for one in opening] == [
        "Ida Moss", "Bo Fisher", "Cy Nett", "Ida Moss",
    ]  # fmt: skip
    # What was said in forty words or more is named in the contents.
    assert [one.entry for one in opening] == [None, None, None, None]
    exchange, end = questions
    assert (exchange.type, exchange.id, exchange.number) == ("exchange", "x1", 1)
    assert exchange.turns[0].speaker.name == "Coast Radio"
    assert [(turn.id, turn.part) for turn in exchange.turns] == [
        ("t5", "question"), ("t6", "answer"),
    ]  # fmt: skip
    assert (end.type, end.part) == ("turn", None)
    runs = opening[1].passages[0].runs
    assert [(run.kind, run.text) for run in runs] == [
        ("text", "Good morning, everyone. By the end of 2021, there were "), ("figure", "600"),
        ("text", " registered ferries. In 2021, we mended "), ("figure", "1,800"),
        ("text", " piers. We have always put safe quays first. Thefts on the quays fell by "),
        ("figure", "12.5%"), ("note", ""),
        ("text", ". We have always firmly opposed careless steering."),
    ]  # fmt: skip
    assert [len(one.notes) for one in book.texts] == [1, 0]
    section: Any
    ((section,),) = (group.blocks for group in article.groups)
    assert [passage.id for passage in section.passages] == ["904-s1p1", "904-s1p2", "904-s1p3"]
    assert [term.title for term in book.terms] == ["Eel Tunnel", "Night Watch"]


def _linked(name: str) -> dict[str, Any]:
    data: dict[str, Any] = made(_pages(Limits())[name], _lookup(Limits()), None).context[
        "linked_data"
    ]
    return data


def test_a_page_says_to_programs_what_it_is_about_and_where_it_stands() -> None:
    way = _linked("topics/tunnel")
    assert (way["@type"], "@graph" in way) == ("BreadcrumbList", False)
    steps = way["itemListElement"]
    assert [(one["position"], one["name"]) for one in steps] == [
        (1, "Topics and terms"), (2, "Topics"), (3, "The tunnel"),
    ]  # fmt: skip
    assert [one.get("item") for one in steps] == [
        "https://example.org/q/topics-and-terms/", "https://example.org/q/topics/", None,
    ]  # fmt: skip
    person, of_person = _linked("speakers/cy-nett")["@graph"]
    assert (person["name"], of_person["@type"]) == ("Cy Nett", "BreadcrumbList")
    assert "@graph" not in _linked("home")
