"""The statements of officials in a briefing, as arrays of numbers that can be searched.

A statement is a sentence of the fullest text that is neither the chair's nor part of a question.
Its words are stored as numbers of their stems (`stems.word_id`), so that thousands of briefings fit
into memory. To show the sentence, its briefing is read again.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from briefings.isolation import STATEMENTS, Part, attempt
from briefings.languages import Language, language_of
from briefings.model import Passage, Place, TermMention, Witness
from briefings.problems import Problems

from .attribution import Attribution, Attributions
from .event import Event
from .reading import Sentence
from .sentences import Span
from .stems import stems, word_id

# The minimum numbers of words and of stems for a sentence to be recognized in another briefing.
_LEAST_WORDS = 7
_LEAST_STEMS = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as read: a sentence of the passage with index `passage` in its text.

    The first `skipped` of its stems are its number in an enumeration. `terms` are the terms in it,
    with the offsets in the passage of their last mention. `recurring` says whether it is long
    enough to be recognized elsewhere.
    """

    passage: int
    sentence: Sentence
    who: Attribution
    skipped: int
    terms: tuple[tuple[str, int, int], ...]
    recurring: bool


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of one briefing in parallel arrays, about 150 bytes per sentence.

    Statement n is in passage `passages[n]` of the fullest text, at `starts[n]:ends[n]`. Its speaker
    is `speakers[said_by[n]]`, a pair of person id (or None) and name. Its stems are
    `words[word_ends[n - 1]:word_ends[n]]`, in order (from 0 for the first statement). It is looked
    for in other briefings if `recurring[n]`, without its first `skipped[n]` stems. Its terms have
    the indices k from `term_ends[n - 1]` to `term_ends[n]`; the last mention of `terms[k]` is at
    `term_starts[k]:term_stops[k]`.
    """

    passages: array[int]
    starts: array[int]
    ends: array[int]
    speakers: tuple[tuple[str | None, str], ...]
    said_by: array[int]
    words: array[int]
    word_ends: array[int]
    skipped: array[int]
    recurring: array[int]
    terms: array[int]
    term_ends: array[int]
    term_starts: array[int]
    term_stops: array[int]
    language: str

    def __len__(self) -> int:
        return len(self.passages)

    def words_of(self, n: int) -> array[int]:
        """Return the stems of a statement, in order."""
        return self.words[self.word_ends[n - 1] if n else 0 : self.word_ends[n]]

    def recurring_words(self, n: int) -> array[int]:
        """Return the stems by which a statement is looked for in other briefings, in order."""
        begin = (self.word_ends[n - 1] if n else 0) + self.skipped[n]
        return self.words[begin : self.word_ends[n]]

    def bag_of(self, n: int) -> set[int]:
        """Return the set of stems and terms of a statement."""
        begin, end = (self.term_ends[n - 1], self.term_ends[n]) if n else (0, self.term_ends[0])
        return {*self.words_of(n), *self.terms[begin:end]}

    def terms_of(self, n: int) -> dict[int, tuple[int, int]]:
        """Return the terms in a statement, each with the offsets of its last mention."""
        begin, end = self.term_ends[n - 1] if n else 0, self.term_ends[n]
        return {self.terms[k]: (self.term_starts[k], self.term_stops[k]) for k in range(begin, end)}


def read_statements(
    event: Event, sentences: Sequence[Sentence], problems: Problems
) -> tuple[Statement, ...]:
    """Return the statements of an event, in the order of its fullest text.

    `sentences` are all sentences of that text. Passages that repeat another one are left out. If a
    passage cannot be read, it has no statements, and the error is added to `problems`.
    """
    witness = event.briefing.primary
    attributions, language = Attributions(event), language_of(witness.language)
    terms = event.terms_by_passage()
    by_passage: dict[str | None, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_passage[sentence.place.passage].append(sentence)
    statements: list[Statement] = []
    for n, passage in enumerate(witness.passages):
        if passage.repeats:
            continue
        nothing: list[Statement] = []
        statements += attempt(
            STATEMENTS, Part(witness.source.path, passage.line, passage.text),
            partial(
                _of_passage, n, by_passage[passage.id], terms.get(passage.id, ()), attributions,
                language,
            ),
            nothing, problems,
        )  # fmt: skip
    return tuple(statements)


def place_in(briefing: str, witness: Witness, passage: Passage, span: Span | None = None) -> Place:
    """Return a place in a text of a briefing: a whole passage, or a span of it."""
    start, end = span or (None, None)
    return Place(briefing, witness.source.id, passage.id, passage.line, start, end)


def item(sentence: str, language: Language) -> int | None:
    """Return the number of a sentence in an enumeration, or None.

    >>> from briefings.languages import ENGLISH
    >>> item("Second, we mended nets.", ENGLISH), item("1.5 million came.", ENGLISH)
    (2, None)
    """
    numbered = _item(language).match(sentence)
    if not numbered:
        return None
    if numbered["number"]:
        return int(numbered["number"])
    return language.numerals.ordinals[numbered["word"].casefold()]


def without_item(sentence: str, language: Language) -> str:
    """Remove the number of a sentence in an enumeration.

    >>> from briefings.languages import ENGLISH
    >>> without_item("Second, we have mended the nets.", ENGLISH)
    ', we have mended the nets.'
    """
    return _item(language).sub("", sentence)


@cache
def _item(language: Language) -> re.Pattern[str]:
    """Return a pattern for the number of a sentence in an enumeration, at its start."""
    words = "|".join(language.numerals.ordinals) or "(?!)"
    adverb = re.escape(language.grammar.adverb_ending)
    return re.compile(
        rf"^\W*(?:(?P<word>{words})(?:{adverb})?\b|(?P<number>\d{{1,2}})[.)](?!\d))",
        re.IGNORECASE,
    )


def pack(statements: Sequence[Statement], language: str) -> Statements:
    """Store the statements of a briefing in arrays; `language` is the language code of its text."""
    speakers: dict[tuple[str | None, str], int] = {}
    said_by = array("I")
    words, word_ends = array("Q"), array("I")
    terms, term_ends, term_starts, term_stops = array("Q"), array("I"), array("I"), array("I")
    for statement in statements:
        speaker = (statement.who.person, statement.who.name)
        said_by.append(speakers.setdefault(speaker, len(speakers)))
        words.extend(map(word_id, statement.sentence.stems))
        word_ends.append(len(words))
        for term, start, end in statement.terms:
            terms.append(word_id(term))
            term_starts.append(start)
            term_stops.append(end)
        term_ends.append(len(terms))
    return Statements(
        passages=array("I", (statement.passage for statement in statements)),
        starts=array("I", (statement.sentence.start for statement in statements)),
        ends=array("I", (statement.sentence.end for statement in statements)),
        speakers=tuple(speakers),
        said_by=said_by,
        words=words,
        word_ends=word_ends,
        skipped=array("I", (statement.skipped for statement in statements)),
        recurring=array("B", (statement.recurring for statement in statements)),
        terms=terms,
        term_ends=term_ends,
        term_starts=term_starts,
        term_stops=term_stops,
        language=language,
    )


def _of_passage(
    n: int,
    sentences: Sequence[Sentence],
    mentions: Sequence[TermMention],
    attributions: Attributions,
    language: Language,
) -> list[Statement]:
    """Return the statements among the sentences of the n-th passage of a text."""
    statements: list[Statement] = []
    for sentence, terms in zip(sentences, _terms_by_sentence(sentences, mentions), strict=True):
        attribution = attributions.of(sentence.place)
        if attribution.voice in ("chair", "asker"):
            continue
        skipped = _numbering(sentence, language)
        recurring = (
            not sentence.courteous
            and len(sentence.text.split()) >= _LEAST_WORDS
            and len(set(sentence.stems[skipped:])) >= _LEAST_STEMS
        )
        statements.append(Statement(n, sentence, attribution, skipped, terms, recurring))
    return statements


def _numbering(sentence: Sentence, language: Language) -> int:
    """Return how many stems of a sentence are its number in an enumeration."""
    numbered = _item(language).match(sentence.text)
    return len(stems(numbered[0], language)) if numbered else 0


def _terms_by_sentence(
    sentences: Sequence[Sentence], mentions: Sequence[TermMention]
) -> Iterator[tuple[tuple[str, int, int], ...]]:
    """Yield the terms mentioned in each sentence, each once, with its last mention."""
    at = 0
    for sentence in sentences:
        terms: dict[str, tuple[int, int]] = {}
        while at < len(mentions) and mentions[at].place.offsets[0] < sentence.end:
            start, end = mentions[at].place.offsets
            if start >= sentence.start:
                terms[mentions[at].term] = start, end
            at += 1
        yield tuple((term, start, end) for term, (start, end) in terms.items())
