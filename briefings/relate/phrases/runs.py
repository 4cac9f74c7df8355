"""Find runs of words that may be set phrases, by which sentences of a briefing are recognized.

A run begins with a word or a preposition and ends with a word. It has at least two specific words,
or a specific and a generic one in a frame ("at an early date"). Names in it are slots.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from briefings.languages import Language, language_of

from ...engine.keys import number_of
from ..event import Event
from ..spoken import Statement
from .tokens import BREAK, LIGHT, PREPOSITION, SLOT, SMALL, WORD, Token, capitalised, pieces, tokens

# The maximum number of words in a run, and of names among them.
LONGEST = 7
_SLOTS = 2
_CHANGES = "…"
_GAPS = frozenset((" ", "'s ", "’s ", "' ", "’ "))


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of one briefing in parallel arrays, sorted by number (see `number_of`).

    Run k has the number `numbers[k]`. Its occurrences are those from `firsts[k]` to `firsts[k + 1]`
    in the other arrays: the index of a statement, the offsets in it, and whether the words after
    the run belong to its last word. `texts[n]` is statement n, and `places[n]` the id and line of
    its passage and its offset there. `words` counts the briefing's words by key, and `language` is
    its language code.
    """

    source: str
    language: str
    texts: tuple[str, ...]
    places: tuple[tuple[str, int, int], ...]
    words: dict[str, int]
    numbers: array[int]
    firsts: array[int]
    statements: array[int]
    starts: array[int]
    ends: array[int]
    goes_on: array[int]

    def wording(self, at: int) -> str:
        """Return the words of an occurrence."""
        return self.texts[self.statements[at]][self.starts[at] : self.ends[at]]


def read_runs(event: Event, statements: Sequence[Statement]) -> Runs:
    """Return the runs of an event, a pure function of it; `statements` are all its statements."""
    witness = event.briefing.primary
    language = language_of(witness.language)
    sentences_read = [
        (n, statement.sentence, pieces(statement.sentence.text, language))
        for n, statement in enumerate(statements)
    ]
    names = capitalised(sentence_pieces for _, _, sentence_pieces in sentences_read)
    words: Counter[str] = Counter()
    occurrences: dict[str, list[tuple[int, int, int, bool]]] = defaultdict(list)
    for n, sentence, sentence_pieces in sentences_read:
        if sentence.courteous or language.phrases.housekeeping.search(sentence.text):
            continue
        sentence_tokens = tokens(sentence_pieces, language, names)
        words.update([token.key for token in sentence_tokens])
        on = _goes_on(sentence_tokens, sentence.text, language)
        for begin, stop, key in ranges(sentence_tokens, language):
            occurrences[key].append(
                (n, sentence_tokens[begin].start, sentence_tokens[stop - 1].end, on[stop])
            )
    ordered = sorted((number_of(key), uses) for key, uses in occurrences.items())
    all_uses = [use for _, uses in ordered for use in uses]
    statement, start, end, goes_on = zip(*all_uses, strict=True) if all_uses else ((), (), (), ())
    passages = [witness.passages[statement.passage] for statement in statements]
    return Runs(
        source=witness.source.id,
        language=language.code,
        texts=tuple(statement.sentence.text for statement in statements),
        places=tuple(
            (passage.id, passage.line, statement.sentence.start)
            for passage, statement in zip(passages, statements, strict=True)
        ),
        words=dict(words),
        numbers=array("Q", (number for number, _ in ordered)),
        firsts=array("I", accumulate((len(uses) for _, uses in ordered), initial=0)),
        statements=array("I", statement),
        starts=array("I", start),
        ends=array("I", end),
        goes_on=array("B", goes_on),
    )


def ranges(sentence: Sequence[Token], language: Language) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of a sentence as half-open ranges of its tokens, each with its key."""
    no_edges, open_articles = _no_edges(language), language.phrases.open_articles
    for begin, token in enumerate(sentence):
        if token.kind in (SLOT, SMALL, BREAK) or token.key in no_edges:
            continue
        heavy = light = slots = 0
        binding = frame = False
        manner = is_manner(token.key, language)
        run = ""
        for last in range(begin, min(begin + LONGEST, len(sentence))):
            kind, key, _, _ = sentence[last]
            if kind == BREAK:
                break
            run = f"{run} {key}" if run else key
            if kind == SLOT:
                slots += 1
                if slots > _SLOTS:
                    break
                binding = frame = True
            elif kind in (PREPOSITION, SMALL):
                binding = binding or last > begin
                frame = frame or key in open_articles
            else:
                heavy += kind == WORD
                light += kind == LIGHT
                if key in no_edges or (heavy < 2 and not (heavy and light and frame)):
                    continue
                if manner if last - begin == 1 else binding or manner or heavy > 2:
                    yield begin, last + 1, run


def key_of_run(wording: str, language: Language) -> str:
    """Return the key of a run, given its words in a sentence."""
    run = tokens(pieces(wording, language), language)
    return " ".join(token.key for token in run)


def without_names(wording: str, language: Language) -> str:
    """Return a run as shown to readers: with "…" for names, and without an initial capital.

    >>> from briefings.languages import ENGLISH
    >>> without_names("Urge the Westmark side", ENGLISH)
    'urge the … side'
    """
    text, parts, at = wording[:1].lower() + wording[1:], [], 0
    for token in tokens(pieces(text, language), language):
        if token.kind == SLOT:
            parts += [text[at : token.start], _CHANGES]
            at = token.end
    return "".join((*parts, text[at:]))


def keys_of(words: Iterable[str], language: Language) -> frozenset[str]:
    """Return the keys of single words."""
    return frozenset(
        token.key for word in words for token in tokens(pieces(word, language), language)
    )


@lru_cache(maxsize=1 << 14)
def is_manner(key: str, language: Language) -> bool:
    """Return whether a word is an adverb of manner."""
    return language.phrases.manner.match(key) is not None


@cache
def _no_edges(language: Language) -> frozenset[str]:
    """Return the words with which no phrase begins or ends."""
    words = language.phrases
    first = (words.prepositions | words.infinitive) - words.begins
    return keys_of(words.times | words.numbers | first, language)


def _goes_on(sentence: Sequence[Token], text: str, language: Language) -> list[bool]:
    """Return, for each possible end of a run, whether the words after it belong to its last word.

    This is a content word directly after it, or one joined to it by "and" or "of".
    """
    on = [False]
    for n in range(1, len(sentence)):
        previous, following = sentence[n - 1], sentence[n]
        near = text[previous.end : following.start] in _GAPS
        on.append(
            near and (following.kind in (WORD, LIGHT) or following.key in language.phrases.goes_on)
        )
    return [*on, False]
