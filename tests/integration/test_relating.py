"""Relating a corpus from summaries: in any order, from a cache, and with one text changed."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import permutations
from typing import Any

import pytest

from briefings.editorial import load
from briefings.engine.keys import key_of
from briefings.extract.terms import Matcher, terms_of
from briefings.model import Witness
from briefings.model.figures import Discrepancy
from briefings.model.relations import Pair, Relations
from briefings.problems import Problems
from briefings.relate.align.pairs import align
from briefings.relate.event import Event
from briefings.relate.indicators.crosschecks import crosschecks
from briefings.relate.indicators.measure import measure
from briefings.relate.indicators.observing import indicators
from briefings.relate.summary import Summary, summarise
from tests.command import FIVE, ROOT
from tests.gathered import gathered
from tests.relating import Memory, events, related

TRIO = ROOT / "tests" / "cases" / "formulas" / "trio"

Related = tuple[Relations, tuple[Discrepancy, ...]]


@cache
def _events() -> Mapping[str, Event]:
    """Return six briefings: those of the five sources and of the three invented texts."""
    found: dict[str, Event] = {}
    for base in (FIVE, TRIO):
        corpus, _ = gathered(base / "seeds", base / "editorial")
        glossary = load(base / "editorial", Problems()).glossary
        witnesses = [one for briefing in corpus.briefings for one in briefing.witnesses]
        for event in events(corpus, terms_of(witnesses, Matcher(glossary))):
            found[event.briefing.slug] = event
    return found


@cache
def _summaries() -> tuple[Summary, ...]:
    return tuple(summarise(event, Problems()) for event in _events().values())


@cache
def _kept() -> Mapping[str, Any]:
    """Return the cache after all briefings have been related."""
    kept = Memory()
    related(_summaries(), _events().__getitem__, kept)
    return kept.values


def _never(slug: str) -> Event:
    raise AssertionError(f"{slug} was read")


def test_the_order_of_summaries_changes_nothing() -> None:
    expected = related(_summaries(), _events().__getitem__)
    assert expected[0].pairs
    assert expected[0].formulas
    assert expected[0].commitments
    for order in list(permutations(_summaries()))[1::250]:
        assert related(order, _events().__getitem__) == expected


def test_the_order_of_measured_figures_changes_nothing() -> None:
    written = load(FIVE / "editorial", Problems())
    each = [measure(event, written.indicators) for event in _events().values()]
    observed = indicators(each, written, Problems())
    expected = crosschecks(each, observed, _events().__getitem__)
    assert len(expected) > 5
    for order in list(permutations(each))[1::97]:
        assert indicators(order, written, Problems()) == observed
        assert crosschecks(order, observed, _events().__getitem__) == expected


def test_summaries_can_be_sent_to_another_process_and_are_small() -> None:
    for summary, event in zip(_summaries(), _events().values(), strict=True):
        sent = pickle.dumps(summary)
        assert pickle.loads(sent) == summary  # noqa: S301 - made a line above
        assert len(sent) < len(pickle.dumps(event))


def _shortened(event: Event) -> Event:
    """The event without the last passage of the longest turn or section of its fullest text."""
    primary = event.briefing.primary
    parts: list[Any] = list(primary.parts)
    longest = max(range(len(parts)), key=lambda n: len(parts[n].passages))
    parts[longest] = replace(parts[longest], passages=parts[longest].passages[:-1])
    kept: Any = tuple(parts)
    changed = replace(primary, turns=kept) if primary.turns else replace(primary, sections=kept)
    witnesses = (changed, *event.briefing.witnesses[1:])
    return replace(event, briefing=replace(event.briefing, witnesses=witnesses))


@pytest.mark.parametrize("number", range(6))
def test_one_changed_text_gives_what_everything_anew_gives(number: int) -> None:
    kept = Memory()
    kept.values.update(_kept())
    changed = _shortened(list(_events().values())[number])
    slug = changed.briefing.slug
    known = {**_events(), slug: changed}
    summaries = [
        summarise(changed, Problems()) if one.briefing == slug else one for one in _summaries()
    ]
    from_cache = related(summaries, known.__getitem__, kept)
    assert from_cache == related(summaries, known.__getitem__, Memory())


def test_what_was_compared_before_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Memory()
    expected = related(_summaries(), _events().__getitem__, kept)
    monkeypatch.setattr("briefings.relate.relating.align", _never)
    monkeypatch.setattr("briefings.redline.redline", _never)
    assert related(_summaries(), _events().__getitem__, kept) == expected


def test_a_changed_text_costs_its_own_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Memory()
    kept.values.update(_kept())
    changed = _shortened(next(iter(_events().values())))
    slug = changed.briefing.slug
    summaries = [
        summarise(changed, Problems()) if one.briefing == slug else one for one in _summaries()
    ]
    aligned: list[tuple[str, str]] = []

    def noted(a: Witness, left: Any, b: Witness, right: Any) -> list[Pair]:
        aligned.append((a.source.id, b.source.id))
        return align(a, left, b, right)

    monkeypatch.setattr("briefings.relate.relating.align", noted)
    related(summaries, {**_events(), slug: changed}.__getitem__, kept)
    assert aligned == [("000", "003")]


def test_texts_that_nothing_is_found_in_are_not_read() -> None:
    lone = next(one for one in _summaries() if one.briefing.startswith("2019"))
    relations, records = related([lone], _never)
    assert relations.formulas == ()
    assert relations.turnover == ()
    assert records == ()
    assert [one.kind for one in relations.commitments] == ["plan", "release"]


@pytest.mark.internal_error
def test_what_went_wrong_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, problems = Memory(), Problems()

    def fails(*_: object) -> None:
        raise KeyError("25")

    with monkeypatch.context() as broken:
        broken.setattr("briefings.relate.relating.align", fails)
        related(_summaries(), _events().__getitem__, kept, problems)
    assert {one.rule for one in problems} == {"internal-error"}
    whole = related(_summaries(), _events().__getitem__)
    assert related(_summaries(), _events().__getitem__, kept) == whole


def test_keys_tell_values_apart() -> None:
    assert key_of("a", ("b",)) == key_of("a", ("b",))
    assert len({key_of("ab"), key_of("a", "b"), key_of("a", ("b",)), key_of(("a", "b"))}) == 4
