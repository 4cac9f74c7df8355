"""Compares a new text with every existing source: is it a duplicate, an edition, the same event?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ..earlier import as_read
from ..group.evidence import evidence, verdict
from ..group.features import Features
from ..likeness import EDITION, contained, shared_words, shingles, words_of
from ..model import Editorial, JoinEvidence, Settings, Source, Witness

Relation = Literal["duplicate", "edition", "same-event"]

# Texts with at least this share of common shingles are parsed and compared closely; editions have
# more in common, and other texts of the same event name its day.
_WORTH_READING = 0.3
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """How a new text relates to an existing source; `share` is the share of words in common."""

    relation: Relation
    witness: Witness
    share: float
    evidence: JoinEvidence


class Known:
    """The existing sources; each is parsed only when a new text resembles it."""

    def __init__(self, sources: Sequence[Source], editorial: Editorial) -> None:
        self._entries = {source.id: _Entry(source, editorial) for source in sources}
        self._editorial = editorial

    def add(self, witness: Witness) -> None:
        """Adds a text that was just taken in, so that later ones are compared with it."""
        self._entries[witness.source.id] = _Entry(witness.source, self._editorial)

    def matches(self, new: Witness) -> list[Match]:
        """The sources related to the new text, the closest first."""
        compared = _Compared(new)
        day = _day_pattern(new.date)
        runs = shingles(words_of(new.source.lines))
        matches = []
        for id_, entry in self._entries.items():
            if id_ == new.source.id or not entry.is_near(runs, new, day):
                continue
            match = _match(compared, entry.compared)
            if match is not None:
                matches.append(match)
        ranks = ("duplicate", "edition", "same-event")
        return sorted(
            matches,
            key=lambda match: (ranks.index(match.relation), -match.share, match.witness.source.id),
        )


class _Compared:
    """A witness and its words."""

    def __init__(self, witness: Witness) -> None:
        self.witness = witness
        self.words = words_of(passage.text for passage in witness.passages)
        self.runs = shingles(self.words)
        self.features = Features.of(witness)


class _Entry:
    def __init__(self, source: Source, editorial: Editorial) -> None:
        self._source = source
        self._editorial = editorial
        self._settings = editorial.sources.get(source.id, Settings())

    @cached_property
    def _raw(self) -> frozenset[int]:
        return shingles(words_of(self._source.lines))

    @cached_property
    def compared(self) -> _Compared:
        witness = as_read(self._source, self._settings, self._editorial)
        return _Compared(witness or Witness(self._source, self._settings, "article"))

    def is_near(self, raw: frozenset[int], new: Witness, day: re.Pattern[str] | None) -> bool:
        if not raw or not self._raw or contained(raw, self._raw) >= _WORTH_READING:
            return True
        if day is None:
            return False
        return self._settings.date == new.date or any(map(day.search, self._source.lines))


def _match(new: _Compared, old: _Compared) -> Match | None:
    a, b = old.witness, new.witness
    shared_facts = evidence(old.features, new.features, old.runs, new.runs)
    if new.words and new.words == old.words and shared_facts.day is not False:
        return Match("duplicate", a, 1.0, shared_facts)
    shorter, longer = sorted((len(new.words), len(old.words)))
    if shorter >= EDITION * longer > 0:
        shared = shared_words(old.words, new.words)
        share = min(shared.of_first, shared.of_second)
        if shared.is_edition and shared_facts.day is not False:
            return Match("edition", a, share, shared_facts)
    kept_apart = a.settings.event and b.settings.event and not shared_facts.by_editors
    outcome = verdict(shared_facts, old.features, new.features)
    if not kept_apart and shared_facts.day and outcome == "same":
        return Match("same-event", a, shared_facts.text, shared_facts)
    return None


def _day_pattern(date: str | None) -> re.Pattern[str] | None:
    """A pattern for a day of a month as texts print it: Oct. 24, October 24, 24 October, 24th,
    2023-10-24.
    """
    if date is None:
        return None
    month, day = int(date[-5:-3]), int(date[-2:])
    name = rf"{_MONTHS[month - 1]}[a-z]*\.?"
    return re.compile(
        rf"\b(?:{name}\s+0?{day}(?!\d)|0?{day}(?:st|nd|rd|th)?\s+(?:of\s+)?{name}"
        rf"|\d{{4}}[-/.]0?{month}[-/.]0?{day}(?!\d)|the {day}(?:st|nd|rd|th)\b)",
        re.IGNORECASE,
    )


def proposed_event(match: Match, taken: Mapping[str, Settings]) -> str:
    """The event id that both texts should share: that of the existing text, or one made from its
    id.
    """
    other = match.witness.settings.event
    if other:
        return other
    word = f"event-{match.witness.source.id}"
    used = {settings.event for settings in taken.values()}
    return word if word not in used else f"{word}-{match.witness.date or 'undated'}"
