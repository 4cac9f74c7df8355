"""The statements of all briefings in chronological order, numbered consecutively."""

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
    """A statement as quoted: its place, its text, the wording of each term in it, and its language
    code.

    `terms` is keyed by the terms' `stems.word_id`.
    """

    place: Place
    text: str
    terms: Mapping[int, str]
    language: str = "en"


class OrderedStatements:
    """The statements of a corpus, numbered from 0, oldest briefing first.

    `briefings` are tuples of slug, ISO date (or None) and statements, in any order. Dated ones come
    first; those of one day are sorted by slug.
    """

    def __init__(self, briefings: Iterable[tuple[str, str | None, Statements]]) -> None:
        ordered = sorted(briefings, key=lambda briefing: (briefing[1] or "~", briefing[0]))
        self.slugs = [slug for slug, _, _ in ordered]
        self.dates = [date for _, date, _ in ordered]
        self.by_briefing = [statements for _, _, statements in ordered]
        self._firsts = array("L", [0])
        for statements in self.by_briefing:
            self._firsts.append(self._firsts[-1] + len(statements))
        self._numbers = {slug: n for n, slug in enumerate(self.slugs)}

    def __len__(self) -> int:
        return self._firsts[-1]

    def first_of(self, briefing: int) -> int:
        """Return the number of the first statement of the n-th briefing, even if that has none."""
        return self._firsts[briefing]

    def briefing_of(self, number: int) -> int:
        """Return the index of the briefing to which a statement belongs."""
        return bisect_right(self._firsts, number) - 1

    def number(self, slug: str, statement: int) -> int:
        """Return the corpus-wide number of a briefing's n-th statement."""
        return self._firsts[self._numbers[slug]] + statement

    def at(self, number: int) -> tuple[Statements, int]:
        """Return the statements of a briefing, and the index in them that a number denotes."""
        briefing = self.briefing_of(number)
        return self.by_briefing[briefing], number - self._firsts[briefing]

    def words(self, number: int) -> frozenset[int]:
        """Return the stems of a statement, as word ids."""
        statements, n = self.at(number)
        return frozenset(statements.words_of(n))

    def recurring_words(self, number: int) -> array[int]:
        """Return the stems of a statement in order, without its number in an enumeration."""
        statements, n = self.at(number)
        return statements.recurring_words(n)

    def terms(self, number: int) -> dict[int, tuple[int, int]]:
        """Return the terms in a statement, each with the offsets of a mention in its passage."""
        statements, n = self.at(number)
        return statements.terms_of(n)

    def quotes(self, numbers: Iterable[int], read: Read) -> dict[int, Quote]:
        """Read the text of statements again, each briefing once, in chronological order."""
        by_briefing: dict[int, list[int]] = defaultdict(list)
        for number in sorted(set(numbers)):
            by_briefing[self.briefing_of(number)].append(number)
        quotes: dict[int, Quote] = {}
        # Sentences recur, so that one text serves many quotes.
        texts: dict[str, str] = {}
        for briefing, numbers_of_briefing in by_briefing.items():
            witness = read(self.slugs[briefing]).briefing.primary
            passages = witness.passages
            for number in numbers_of_briefing:
                statements, n = self.at(number)
                passage = passages[statements.passages[n]]
                span = statements.starts[n], statements.ends[n]
                text = passage.text[slice(*span)]
                quotes[number] = Quote(
                    place_in(self.slugs[briefing], witness, passage, span),
                    texts.setdefault(text, text),
                    {term: passage.text[slice(*at)] for term, at in statements.terms_of(n).items()},
                    witness.language,
                )
        return quotes
