"""A corpus grows: twelve briefings, a note, a term and a topic, added as an editor would."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import build_site
from tests.command import FIVE, ROOT, SITE_URL, build, run
from tests.conftest import Built
from tests.site.checks import CHECKS
from tests.site.reading import source_lines

TWELVE = ROOT / "tests" / "corpora" / "twelve"
TEXTS = sorted((TWELVE / "texts").iterdir())
# Read by eye: the text, the day, and what each question begins with.
ADDED = {
    "100": ("2026-02-03", ["Passengers waited"]),
    "101": ("2026-03-11", ["Does that mean", "How many wells"]),
    "102": ("2026-04-02", ["Late frost", "Will the office", "A photograph"]),
    "103": ("2026-04-14", ["The budget was", "Will the buses"]),
    "104": ("2026-05-05", ["Which flowers", "Is honey made"]),
    "105": ("2026-05-19", []),
    "106": ("--06-09", ["Some people say"]),
    "107": ("2026-06-23", ["Who cooks it", "And what does"]),
    "108": ("2026-07-07", ["Why do so few", "Are the new machines"]),
    "109": ("2026-07-21", ["Is salt still", "What does the"]),
    "110": ("2026-08-04", ["What about those", "And where do"]),
    "111": ("2026-09-15", ["How bad is"]),
}


@dataclass(frozen=True, slots=True)
class Grown:
    """Copies of the five texts' folders, with the twelve taken in and settled."""

    seeds: Path
    editorial: Path
    unsettled: list[str]

    @property
    def folders(self) -> list[str]:
        return ["--seeds", str(self.seeds), "--editorial", str(self.editorial)]


def _add(source: Path, target: Path) -> None:
    """What an editor types at the end of a file, or a new file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("a", encoding="utf-8") as file:
        file.write(source.read_text("utf-8"))


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Grown:
    folder = tmp_path_factory.mktemp("grown")
    for name in ("seeds", "editorial"):
        shutil.copytree(FIVE / name, folder / name)
    corpus = Grown(folder / "seeds", folder / "editorial", [])
    for text in TEXTS:
        assert build_site.main(["new", str(text), *corpus.folders]) == 0
    told = run("check", *corpus.folders, "--strict")
    assert told.code == 1
    corpus.unsettled.extend(line for line in told.err.splitlines() if ": warning: " in line)
    for path in sorted((TWELVE / "editorial").rglob("*.yml")):
        _add(path, corpus.editorial / path.relative_to(TWELVE / "editorial"))
    return corpus


@pytest.fixture(scope="module")
def site(grown: Grown, tmp_path_factory: pytest.TempPathFactory) -> Built:
    served = tmp_path_factory.mktemp("www")
    folder = served / urlsplit(SITE_URL).path.strip("/")
    done = build(grown.seeds, grown.editorial, folder, "--strict")
    assert done.code == 0, done.said
    return Built(folder, served, SITE_URL)


def test_the_warnings_ask_for_what_is_settled(grown: Grown) -> None:
    """Before: the article, the day without a year, the lost label, the two of one surname."""
    rules = [line.rsplit("[", 1)[1].rstrip("]") for line in grown.unsettled]
    assert sorted(rules) == ["ambiguous-name", "date-without-year", "lost-asker", "no-labels"]


def test_the_gate_passes(grown: Grown) -> None:
    done = run("check", *grown.folders, "--strict")
    assert done.code == 0, done.said
    # 5 + 12 sources, 3 + 12 briefings; 53 notes, 360 terms and 20 topics, and one of each.
    assert done.out.startswith("All is well: 17 sources, 15 briefings, ")
    assert "54 notes, 361 terms, 21 topics" in done.out


def test_the_built_site_passes_its_own_checks(site: Built) -> None:
    assert [fault for check in CHECKS for fault in check(site)] == []


def test_each_text_is_read_as_its_layout_says(site: Built) -> None:
    for source, (date, questions) in ADDED.items():
        slug = site.data(f"sources/{source}.json")["briefing"]
        briefing = site.data(f"briefings/{slug}.json")
        assert [one["source"] for one in briefing["witnesses"]] == [source]
        assert briefing["date"] == date
        texts = {
            turn["id"]: turn["passages"][0]["text"]
            for turn in briefing["witnesses"][0].get("turns", [])
        }
        asked = [texts[one["question"]] for one in briefing["exchanges"]]
        assert len(asked) == len(questions), (source, asked)
        for text, begins in zip(asked, questions, strict=True):
            assert text.startswith(begins)


def test_what_was_published_before_stays_as_it_was(site: Built, built: Built) -> None:
    for briefing in built.briefings:
        assert site.data(f"briefings/{briefing['slug']}.json") == briefing


def test_note_term_and_topic_stand_on_their_pages(site: Built) -> None:
    line = source_lines(TWELVE / "texts" / "103_tram.html")[9]
    assert "5 million crowns more than planned" in line
    notes = site.data("notes.jsonld")["first"]["items"]
    (note,) = [one for one in notes if one["id"].endswith("#note-cost-of-the-canal-bridge")]
    assert note["creator"]["name"] == "Desk of the tests"
    assert "long-bridge" in {one["id"] for one in site.data("terms.json")["terms"]}
    assert "boats-and-trams" in {one["id"] for one in site.data("topics.json")["topics"]}
    for url in ("terms/long-bridge/", "topics/boats-and-trams/"):
        assert site.page(url).is_file()
