"""Compare formulas and redlines with a reader's record of three invented briefings."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from briefings.languages import ENGLISH
from briefings.model import Corpus
from briefings.model.relations import Formula
from briefings.redline import redline
from briefings.relate.sentences import split
from tests.command import FIVE, ROOT
from tests.gathered import gathered

TRIO = ROOT / "tests" / "cases" / "formulas" / "trio"


def _corpus(base: Path) -> Corpus:
    return gathered(base / "seeds", base / "editorial")[0]


@cache
def _expected() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load((TRIO / "expected.yml").read_text())
    return loaded


def _named(base: Path) -> dict[tuple[str, ...], Formula]:
    """The formulas by their occurrences as `source:line.sentence`."""
    corpus = _corpus(base)
    numbers = {
        (briefing.slug, passage.id, start): n
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        for passage in witness.passages
        for n, (start, _) in enumerate(split(passage.text, ENGLISH), 1)
    }
    return {
        tuple(
            f"{one.place.source}:{one.place.line}."
            f"{numbers[one.place.briefing, one.place.passage or '', one.place.start or 0]}"
            for one in formula.occurrences
        ): formula
        for formula in corpus.relations.formulas
    }


def test_what_returns_is_found_in_the_order_of_time_and_nothing_else() -> None:
    wanted = {tuple(one["occurrences"]) for one in _expected()["formulas"]}
    found = _named(TRIO)
    assert set(found) == wanted
    single = {one for occurrences in found for one in occurrences}
    assert not single & set(_expected()["not_formulas"])


@pytest.mark.parametrize("number", range(4))
def test_redlines_say_what_was_added_dropped_and_moved(number: int) -> None:
    entry = _expected()["formulas"][number]
    formula = _named(TRIO)[tuple(entry["occurrences"])]
    assert len(formula.redlines) == len(entry["redlines"])
    for made, wanted in zip(formula.redlines, entry["redlines"], strict=True):
        for kind in ("added", "dropped", "moved"):
            words = [run.strip(" ,.") for run in made.words(kind)]
            assert [one for one in words if one] == wanted[kind], kind


def test_items_carry_their_number_in_the_enumeration() -> None:
    formula = _named(TRIO)["820:19.4", "821:19.5", "822:19.2"]
    assert [one.item for one in formula.occurrences] == [2, 3, 1]


def test_sentences_of_the_corpus_return_where_two_thirds_of_both_are_the_same() -> None:
    """The five sources have one such pair; sharing a name and a few words is not enough."""
    found = _named(FIVE)
    assert ("000:237.3", "004:61.1") in found
    for formula in found.values():
        assert len({one.place.briefing for one in formula.occurrences}) > 1
    for former in (("000:75.1", "002:75.1"), ("000:61.4", "004:3.2")):
        assert former not in found


def test_ids_are_unique() -> None:
    ids = [one.id for one in _corpus(FIVE).relations.formulas]
    assert len(set(ids)) == len(ids)


def test_whole_numbers_are_never_split() -> None:
    runs = redline("It has 64.4% of 1,255,000 boats.", "It has 62.4% of 55,000 boats.").runs
    changed = [run.text.strip() for run in runs if run.kind in ("added", "dropped")]
    assert changed == ["64.4%", "62.4%", "1,255,000", "55,000"]


def test_what_is_the_same_is_one_run() -> None:
    assert [run.kind for run in redline("We fish.", "We fish.").runs] == ["same"]
    assert redline("“We fish.”", '"We fish."').words("added") == ()


def test_the_way_that_changes_less_is_shown() -> None:
    """Kept apart from the small words, only "and" would agree; with them, "5 ... 6" would not."""
    runs = redline("We have 5 and 6 boats of oak.", "We have 7 and 8 boats of elm.").runs
    assert [run.text.strip() for run in runs if run.kind == "dropped"] == ["5", "6", "oak"]
    assert [run.text.strip() for run in runs if run.kind == "added"] == ["7", "8", "elm"]


_WORDS = st.lists(st.sampled_from(["we", "fish", "nets", "1,200", "the", "of", "and", ","]))


@given(_WORDS, _WORDS)
def test_a_redline_holds_the_later_wording_whole(before: list[str], after: list[str]) -> None:
    later = " ".join(after)
    runs = redline(" ".join(before), later).runs
    kept = "".join(run.text for run in runs if run.kind != "dropped")
    assert kept.split() == later.split()
    dropped = [word for run in runs if run.kind == "dropped" for word in run.text.split()]
    lost = Counter(dropped) - Counter(before)
    assert not lost
    assert not set(dropped) - set(before)
