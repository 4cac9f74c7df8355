"""Which sentences announce something, and which statements are later ones on the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.model import Corpus
from briefings.model.relations import Commitment
from briefings.pipeline import gather
from briefings.problems import Problems
from tests.announcing import announces
from tests.command import FIVE, ROOT
from tests.gathered import gathered

CASES = ROOT / "tests" / "cases"


def _corpus(base: Path) -> Corpus:
    return gathered(base / "seeds", base / "editorial")[0]


def _at(line: str, base: Path = FIVE) -> list[Commitment]:
    source, _, number = line.partition(":")
    return [
        one
        for one in _corpus(base).relations.commitments
        if (one.place.source, one.place.line) == (source, int(number))
    ]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Next, the ministry will open 40 clinics.", "plan"),
        ("Going forward, the Harbour Bureau will install cameras on all cranes.", "plan"),
        ("In the next step, police stations across the country will keep longer hours.", "plan"),
        ("In the next step, the police across the country will keep longer hours.", "plan"),
        ("We will also release a plan for the oyster beds.", "release"),
        ("The results will be announced to the public.", "release"),
        ("At the same time, we will work with the fishermen.", "intention"),
        ("We plan to buy two more boats.", "intention"),
        ("Any delay will lead to losses.", None),
        ("Patience will win in the end.", None),
        ("Will the ministry open more clinics?", None),
        ("There will be three ferries.", "intention"),
        ("There will be ferries.", None),
        ("What will we do next?", None),
        ("Mr. Abebe will answer your question.", None),
        ("I will now brief you on the progress.", None),
        ("We opened 40 clinics.", None),
        ("We are willing and able.", None),
    ],
)
def test_sentences_that_announce(sentence: str, kind: str | None) -> None:
    found = announces(sentence)
    assert (found.kind if found else None) == kind


def test_a_year_that_was_over_announces_nothing() -> None:
    sentence = "In 2021, the police will arrest 40 people."
    assert announces(sentence, "2022-07-25") is None
    assert announces(sentence, "2021-02-01") is not None
    assert announces(sentence) is not None


def test_the_five_year_plan_is_a_release_on_road_traffic() -> None:
    (one,) = _at("000:149")
    assert one.kind == "release"
    assert "14th Five-Year Plan for road traffic safety" in one.text
    assert one.date == "2022-07-25"
    assert one.topics == ("road-traffic",)


def test_later_statements_are_on_the_same_thing() -> None:
    (one,) = _at("000:307")
    later = {(it.place.source, it.place.line) for it in one.later}
    assert ("002", 173) in later
    assert all((it.date or "") > (one.date or "") for it in one.later)
    stations = [it for it in _at("000:135") if "demonstration cities" in it.text]
    assert {(it.place.source, it.place.line) for it in stations[0].later} >= {
        ("004", 31),
        ("002", 67),
    }


def test_questions_chairs_and_reports_of_the_past_announce_nothing() -> None:
    for line in ("000:49", "000:273", "002:103", "002:53", "004:7", "004:17"):
        assert _at(line) == []


def test_the_invented_conferences_announce_what_they_announce() -> None:
    trio = CASES / "formulas" / "trio"
    assert [one.kind for one in _at("820:21", trio)] == ["plan", "release"]
    assert [one.kind for one in _at("822:21", trio)] == ["plan"]
    assert _at("821:19", trio) == []
    clinics = CASES / "alignment" / "clinics"
    assert [one.kind for one in _at("800:24", clinics)] == ["plan"]
    assert len(_at("800:40", clinics)) == 1


def test_a_map_that_was_announced_is_found_again() -> None:
    """The trio announces a map of leaks in 2019 and reports its visitors in 2020."""
    release = _at("820:21", CASES / "formulas" / "trio")[1]
    assert [(it.place.source, it.place.line) for it in release.later] == [("821", 19)]


def test_what_came_and_what_went() -> None:
    relations = _corpus(FIVE).relations
    by_briefing = {one.briefing[:10]: one for one in relations.turnover}
    assert set(by_briefing) == {"2023-01-10", "2023-10-24"}
    assert "kunlun" not in by_briefing["2023-10-24"].new
    counts = {one.id: dict(one.counts) for one in relations.appearances}
    fengqiao = [slug[:10] for slug in counts["fengqiao-experience"]]
    assert fengqiao == ["2022-07-25", "2023-01-10", "2023-10-24"]


def test_one_briefing_with_one_text_has_nothing_to_compare(tmp_path: Path) -> None:
    seed = CASES / "formulas" / "trio" / "seeds" / "820_2019.txt"
    (tmp_path / seed.name).write_bytes(seed.read_bytes())
    relations = gather(tmp_path, tmp_path / "none", Problems()).relations
    assert not relations.pairs
    assert not relations.formulas
    assert not relations.turnover
    assert len(relations.commitments) == 2
