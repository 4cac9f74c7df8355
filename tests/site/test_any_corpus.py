"""A corpus of other layouts with no YAML at all: a good page each, every line accounted for.

The texts are made up; what must come of them is said beside them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.command import FIVE, SITE_URL, build
from tests.conftest import Built
from tests.site.checks import CHECKS
from tests.site.reading import element, fold, soup, source_lines, visible

INLINE = """Ports Ministry Spokesperson Ida Berg's Regular Press Conference on March 3, 2020

Harbour News: Will the ferry sail tomorrow?

Ida Berg: It will sail at noon. See the notice: it hangs at the pier.

The crew has been told.

Follow-up: And if it storms?

Ida Berg: Then it stays in port.
"""
LETTERS = """Transcript of the briefing of 4 April 2020

Q: How deep is the channel?

A: It is 12 meters deep.

Q: Has it been dredged?

A: Not since 2018.
"""
SPACED = """Transcript of the briefing of 7 July 2020

Q How many pilots are there?

A : There are 14 pilots.

Q Do they work at night?

A : They do.
"""
WRAPPED = """---
title: Briefing on lighthouses
date: 2020-05-05
---
MR. OLE LUND: Good afternoon, everybody. I have a long
announcement that runs over several lines of
the transcript.

DAILY LANTERN: How many lighthouses
are there?

MR. LUND: There are 61, of which 3
are no longer lit.
"""
PAGE = """<!DOCTYPE html>
<html><head><title>Briefing on buoys | Ports Ministry</title>
<script>var tracking = "Ida Berg: not said";</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<h1>Briefing on buoys</h1>
<p>Date: 6 June 2020</p>
<p><strong>Ida Berg:</strong> We have laid 40 buoys.</p>
<p><strong>Coast Radio:</strong> Are they &quot;green&quot; &amp; lit?</p>
<p><strong>Ida Berg:</strong>&nbsp;They are.</p>
<p><strong>Harbour News:</strong> Who paints them?</p>
<p><strong>Ida Berg:</strong> The pilots do.</p>
<footer>Related news: Briefing on cranes, 7 July 2019</footer>
</body></html>
"""
NO_YEAR = """Ida Berg, spokesperson of the Ports Ministry, said on the 9th of August that the
quay had been rebuilt.

"It took eleven weeks," Berg said.
"""
SEEDS = {
    "a_inline.txt": INLINE,
    "b_letters.txt": LETTERS,
    "c_wrapped.md": WRAPPED,
    "d_page.html": PAGE,
    "e_report.txt": NO_YEAR,
    "f_spaced.txt": SPACED,
}
# What is asked and answered, in order: nobody's words melt into another's.
QUESTIONS = {
    "a": ["Will the ferry sail tomorrow?", "And if it storms?"],
    "b": ["How deep is the channel?", "Has it been dredged?"],
    "c": ["How many lighthouses are there?"],
    "d": ['Are they "green" & lit?', "Who paints them?"],
    "f": ["How many pilots are there?", "Do they work at night?"],
}
ANSWERS = {
    "a": [
        "It will sail at noon. See the notice: it hangs at the pier. The crew has been told.",
        "Then it stays in port.",
    ],
    "b": ["It is 12 meters deep.", "Not since 2018."],
    "c": ["There are 61, of which 3 are no longer lit."],
    "d": ["They are.", "The pilots do."],
    "f": ["There are 14 pilots.", "They do."],
}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of these texts; its seeds stand beside it."""
    folder = tmp_path_factory.mktemp("other")
    site = folder / SITE_URL.rstrip("/").rpartition("/")[2]
    (folder / "seeds").mkdir()
    for name, text in SEEDS.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    done = build(folder / "seeds", folder / "editorial", site)
    assert done.code == 0, done.said
    return site


def _load(site: Path, path: str) -> Any:
    return json.loads((site / "data" / path).read_text(encoding="utf-8"))


def _briefing(site: Path, source: str) -> dict[str, Any]:
    slug = _load(site, f"sources/{source}.json")["briefing"]
    briefing: dict[str, Any] = _load(site, f"briefings/{slug}.json")
    return briefing


def _said(turns: dict[str, Any], ids: list[str]) -> str:
    return " ".join(passage["text"] for id_ in ids for passage in turns[id_]["passages"])


@pytest.mark.parametrize("source", sorted(QUESTIONS))
def test_questions_and_answers_are_told_apart(other: Path, source: str) -> None:
    briefing = _briefing(other, source)
    turns = {turn["id"]: turn for turn in briefing["witnesses"][0]["turns"]}
    exchanges = briefing["exchanges"]
    assert [_said(turns, [one["question"]]) for one in exchanges] == QUESTIONS[source]
    assert [_said(turns, one["answers"]) for one in exchanges] == ANSWERS[source]


def test_dates_are_found_and_kept_partial_where_the_year_is_not_known(other: Path) -> None:
    dates = {source: _briefing(other, source)["date"] for source in "abcdef"}
    assert dates == {
        "a": "2020-03-03",
        "b": "2020-04-04",
        "c": "2020-05-05",
        "d": "2020-06-06",
        "e": "--08-09",
        "f": "2020-07-07",
    }


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_every_line_has_one_role_and_no_text_is_lost(other: Path, name: str) -> None:
    source = _load(other, f"sources/{name[0]}.json")
    lines = source_lines(other.parent / "seeds" / name)
    assert [one["n"] for one in source["lines"]] == [
        number for number, line in enumerate(lines, 1) if line.strip()
    ]
    briefing = _briefing(other, name[0])
    page = soup(other / "briefings" / briefing["slug"] / "index.html")
    (witness,) = briefing["witnesses"]
    for part in witness.get("turns", []) + witness.get("sections", []):
        for passage in part["passages"]:
            first, last = passage.get("lines", [passage["line"], passage["line"]])
            stretch = visible(" ".join(lines[first - 1 : last]))
            # A label may stand before the text on its line.
            assert stretch.endswith(passage["text"])
            assert fold(element(page, passage["id"]).get_text()) == passage["text"]


def test_nothing_of_menus_scripts_or_other_news_is_text(other: Path) -> None:
    briefing = _briefing(other, "d")
    said = json.dumps(briefing["witnesses"])
    for words in ("tracking", "Home", "Related news", "cranes"):
        assert words not in said


def test_no_page_leads_nowhere_where_some_kinds_of_page_are_missing(other: Path) -> None:
    """No topics, terms, notes: what would be empty is not made and not linked."""
    site = Built(other, other.parent, SITE_URL)
    assert [fault for check in CHECKS for fault in check(site)] == []


def test_none_of_our_words_stand_on_its_pages(other: Path) -> None:
    """What our editors say of our collection is not said of another one."""
    ours = YAML(typ="safe").load((FIVE / "editorial" / "site.yml").read_text(encoding="utf-8"))
    said = [ours["name"], ours["home"], ours["description"]]
    said += [part for part in re.split(r"(?<=\.)\s+|\n", ours["about"]) if part]
    people = YAML(typ="safe").load((FIVE / "editorial" / "people.yml").read_text(encoding="utf-8"))
    said += [entry["name"] for entry in people.values()]
    for page in other.rglob("*.html"):
        text = fold(page.read_text(encoding="utf-8"))
        assert [words for words in said if fold(words) in text] == [], page
    assert "<title>Press briefings</title>" in (other / "index.html").read_text(encoding="utf-8")
