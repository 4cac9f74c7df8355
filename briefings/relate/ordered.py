"""The statements of all briefings in the order of time, each under one number."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from briefings.model import Place

from .event import Event
from .spoken import Statements, place_in

Read = Callable[[str], Event]


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement as it stands in its briefing: its place, its words, and the wording of each term
    that it names (by the term's `stems.word_id`); with the code of its language."""

    place: Place
    text: str
    terms: Mapping[int, str]
    language: str = "en"


class OrderedStatements:
    """The statements of a corpus, numbered from 0 through its briefings, oldest first.

    `briefings` are slugs, dates (ISO, None where unknown) and statements, in any order: dated ones
    come first, and those of one day by slug.
    """

    def __init__(self, briefings: Iterable[tuple[str, str | None, Statements]]) -> None:
        ordered = sorted(briefings, key=lambda one: (one[1] or "~", one[0]))
        self.slugs = [slug for slug, _, _ in ordered]
        self.dates = [date for _, date, _ in ordered]
        self.each = [statements for _, _, statements in ordered]
        self._firsts = array("L", [0])
        for statements in self.each:
            self._firsts.append(self._firsts[-1] + len(statements))
        self._numbers = {slug: n for n, slug in enumerate(self.slugs)}

    def __len__(self) -> int:
        return self._firsts[-1]

    def first_of(self, briefing: int) -> int:
        """The number of the first statement of the n-th briefing, or where it would stand."""
        return self._firsts[briefing]

    def briefing_of(self, number: int) -> int:
        """Which briefing, counted from 0, a statement is of."""
        return bisect_right(self._firsts, number) - 1

    def number(self, slug: str, statement: int) -> int:
        """The number of a briefing's n-th statement in the corpus."""
        return self._firsts[self._numbers[slug]] + statement

    def at(self, number: int) -> tuple[Statements, int]:
        """The statements of a briefing, and which of them a number means."""
        briefing = self.briefing_of(number)
        return self.each[briefing], number - self._firsts[briefing]

    def words(self, number: int) -> frozenset[int]:
        """The stems of a statement."""
        statements, n = self.at(number)
        return frozenset(statements.words_of(n))

    def recurring_words(self, number: int) -> array[int]:
        """The stems of a statement but for its number in an enumeration, in order."""
        statements, n = self.at(number)
        return statements.recurring_words(n)

    def terms(self, number: int) -> dict[int, tuple[int, int]]:
        """The terms that a statement names, with the offsets of a mention in its passage."""
        statements, n = self.at(number)
        return statements.terms_of(n)

    def quotes(self, numbers: Iterable[int], read: Read) -> dict[int, Quote]:
        """Reads statements again, each of their briefings once, in the order of time."""
        by_briefing: dict[int, list[int]] = defaultdict(list)
        for number in sorted(set(numbers)):
            by_briefing[self.briefing_of(number)].append(number)
        found: dict[int, Quote] = {}
        for briefing, several in by_briefing.items():
            witness = read(self.slugs[briefing]).briefing.primary
            passages = witness.passages
            for number in several:
                statements, n = self.at(number)
                passage = passages[statements.passages[n]]
                span = statements.starts[n], statements.ends[n]
                found[number] = Quote(
                    place_in(self.slugs[briefing], witness, passage, span),
                    passage.text[slice(*span)],
                    {term: passage.text[slice(*at)] for term, at in statements.terms_of(n).items()},
                    witness.language,
                )
        return found
