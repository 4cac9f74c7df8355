"""Find glossary terms in a text: the longest wording wins, and only as whole words.

A wording is found in all common forms: singular and plural, possessive, with hyphen or space, with
any or no quotation marks, and in any case (except for abbreviations, and where the glossary
requires capitals). It is not found within another word or a longer name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial

import ahocorasick

from ..isolation import TERMS, attempt
from ..isolation import Part as Piece
from ..languages import ENGLISH, Language, language_of
from ..model import Place, Rendering, Section, TermEntry, TermMention, Turn, Witness
from ..problems import Problems

_QUOTES = dict.fromkeys('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\uff02')
_SAME = {
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\uff07", "'"),
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u00a0\u202f\u2009\t\n", " "),
}
_HYPHENS = "-\u2010\u2011"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_HYPHENED = re.compile(rf"(?<=[^\W\d_])[{_HYPHENS}](?=[^\W\d_])")
_NAME_GOES_ON = re.compile(r" [A-Z][a-z]")
_NAME_BEFORE = re.compile(r"(?<!\S)[A-Z][a-z]+ $")
# How many characters before a word are examined; a page may be a single line of a megabyte.
_WINDOW = 80


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found at `text[start:end]`."""

    start: int
    end: int
    term: str
    wording: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The meaning of a string; `shape` preserves case, and `wording` is None for an exclusion
    ("not")."""

    term: str
    shape: str
    wording: str | None
    exact: bool
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Folded:
    """A normalized text, with the original offset of each of its characters."""

    text: str
    lower: str
    offsets: tuple[int, ...]


class Matcher:
    """All wordings of a glossary, ready for searching; pickled as the glossary."""

    def __init__(self, glossary: Iterable[TermEntry]) -> None:
        self._glossary = tuple(glossary)
        self._finders: dict[str, _Finder] = {}

    def __reduce__(self) -> tuple[type[Matcher], tuple[tuple[TermEntry, ...]]]:
        return Matcher, (self._glossary,)

    def find(self, text: str, source: str, language: Language = ENGLISH) -> tuple[Match, ...]:
        """Return the terms in a text of a source, in order and without overlaps."""
        finder = self._finders.get(language.code)
        if finder is None:
            finder = self._finders[language.code] = _Finder(self._glossary, language)
        return finder.find(text, source)


class _Finder:
    """The wordings of a glossary in the forms used in one language."""

    def __init__(self, glossary: Sequence[TermEntry], language: Language) -> None:
        self._small = language.forms.small_in_names
        by_shape: dict[str, dict[_Pattern, None]] = {}
        for entry in glossary:
            for rendering in entry.renderings:
                for shape in _shapes(rendering, language):
                    pattern = _Pattern(
                        entry.id, shape, rendering.text, _is_exact(rendering),
                        frozenset(rendering.sources),
                    )  # fmt: skip
                    by_shape.setdefault(shape.lower(), {})[pattern] = None
            for wrong in entry.wrong:
                shape = _fold(wrong).text
                pattern = _Pattern(entry.id, shape, None, False, frozenset())
                by_shape.setdefault(shape.lower(), {})[pattern] = None
        self._automaton = ahocorasick.Automaton()
        for key, patterns in by_shape.items():
            if key:
                self._automaton.add_word(key, (len(key), tuple(patterns)))
        if by_shape:
            self._automaton.make_automaton()

    def find(self, text: str, source: str) -> tuple[Match, ...]:
        if not len(self._automaton):
            return ()
        folded = _fold(text)
        candidates: list[tuple[int, int, _Pattern]] = []
        barred: list[tuple[int, int, str]] = []
        for last_character, (length, patterns) in self._automaton.iter(folded.lower):
            start, end = last_character + 1 - length, last_character + 1
            if not _stands_alone(folded, text, start, end):
                continue
            for pattern in patterns:
                if pattern.wording is None:
                    barred.append((start, end, pattern.term))
                elif _holds(pattern, folded, text, start, end, source, self._small):
                    candidates.append((start, end, pattern))
        allowed = [
            (start, end, pattern)
            for start, end, pattern in candidates
            if not any(a <= start and end <= b and term == pattern.term for a, b, term in barred)
        ]
        return tuple(_longest(allowed, folded, text))


def terms_of(
    witnesses: Iterable[Witness], matcher: Matcher, problems: Problems | None = None
) -> tuple[TermMention, ...]:
    """Return every mention of a term in the passages of the witnesses, in the order of the
    texts."""
    return tuple(
        mention
        for witness in witnesses
        for part in witness.parts
        for mention in _mentions(matcher, witness, part, problems)
    )


def _mentions(
    matcher: Matcher, witness: Witness, part: Turn | Section, problems: Problems | None
) -> Iterator[TermMention]:
    source, language = witness.source.id, language_of(witness.language)
    mentioned: set[str] = set()
    for passage in part.passages:
        matches: tuple[Match, ...] = attempt(
            TERMS, Piece(witness.source.path, passage.line, passage.text),
            partial(matcher.find, passage.text, source, language), (), problems,
        )  # fmt: skip
        for match in matches:
            place = Place(
                witness.briefing, source, passage.id, passage.line, match.start, match.end
            )
            yield TermMention(
                term=match.term,
                wording=match.wording,
                text=passage.text[match.start : match.end],
                place=place,
                part=part.id,
                speaker=part.speaker.id if isinstance(part, Turn) else None,
                first=match.term not in mentioned,
            )
            mentioned.add(match.term)


def _fold(text: str) -> _Folded:
    """Remove quotation marks and invisible characters, and turn hyphens and runs of spaces into a
    space."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character in _QUOTES or character in _INVISIBLE:
            continue
        replacement = _SAME.get(character, character)
        if replacement == " " and (not characters or characters[-1] == " "):
            continue
        characters.append(replacement)
        offsets.append(offset)
    folded = "".join(characters)
    # A few capitals have a lower-case form of two characters; these are kept.
    lower = "".join(small if len(small := c.lower()) == 1 else c for c in folded)
    return _Folded(folded, lower, tuple(offsets))


def _is_exact(rendering: Rendering) -> bool:
    """Return whether a wording needs exact case, like the abbreviation 'AI', which is not 'ai'."""
    letters = [c for c in rendering.text if c.isalpha()]
    short = bool(letters) and sum(c.isupper() for c in letters) > len(letters) / 2
    return rendering.case == "exact" or (rendering.case is None and short)


def _shapes(rendering: Rendering, language: Language) -> Iterator[str]:
    """Yield the forms of a wording: with or without hyphens, its main word in singular and plural.

    >>> from ..model import Where
    >>> sorted(_shapes(Rendering("crime of fraud", Where("", 1, 1)), ENGLISH))
    ['crime of fraud', 'crime of frauds', 'crimes of fraud']
    """
    # A hyphen also matches a space, and a hyphenated word is also found written together.
    for text in dict.fromkeys((rendering.text, _HYPHENED.sub("", rendering.text))):
        yield from _numbers(_fold(text).text.strip(), language)


def _numbers(wording: str, language: Language) -> Iterator[str]:
    """Yield the wording, and variants with a main word in the other number."""
    yield wording
    words = wording.split(" ")
    ends = {len(words) - 1}
    heads = language.forms.behind_heads
    ends |= {n - 1 for n, word in enumerate(words) if word in heads and n}
    for head in sorted(ends):
        for inflected in _other_number(words[head], language):
            yield " ".join((*words[:head], inflected, *words[head + 1 :]))


def _other_number(word: str, language: Language) -> Iterator[str]:
    """Yield the plural of a word and, if it looks like a plural, its singular."""
    forms = language.forms
    if len(word) < 2 or not word[-1].isalpha():
        return
    if word.isupper():
        yield f"{word}{forms.abbreviated_plural}"
        return
    yield from filter(None, (forms.plural(word), forms.singular(word)))


def _stands_alone(folded: _Folded, text: str, start: int, end: int) -> bool:
    """Return whether a match is not part of another word: no 'terrorism' in 'counter-terrorism'."""
    if start and _joins(folded.text[start - 1]) and _joins(folded.text[start]):
        return False
    if end < len(folded.text) and _joins(folded.text[end]) and _joins(folded.text[end - 1]):
        return False
    first_offset, last_offset = folded.offsets[start], folded.offsets[end - 1]
    before, after = (
        text[max(0, first_offset - 2) : first_offset],
        text[last_offset + 1 : last_offset + 3],
    )
    if len(before) == 2 and before[1] in _HYPHENS and before[0].isalnum():
        return False
    hyphened = len(after) == 2 and after[0] in _HYPHENS and after[1].isalnum()
    # A name may begin a compound ("MPS-led"); any other word in a compound has another meaning.
    return not hyphened or (folded.text[start].isupper() and after[1].islower())


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"


def _holds(
    pattern: _Pattern,
    folded: _Folded,
    text: str,
    start: int,
    end: int,
    source: str,
    small: Set[str],
) -> bool:
    if pattern.sources and source not in pattern.sources:
        return False
    wording = folded.text[start:end]
    if pattern.exact and wording != pattern.shape:
        opens = wording[0].isupper() and _opens_sentence(_before(text, folded.offsets[start]))
        if not (opens and wording[0].lower() + wording[1:] == pattern.shape):
            return False
    return not _in_longer_name(folded, text, start, end, pattern, small)


def _before(text: str, offset: int) -> str:
    return text[max(0, offset - _WINDOW) : offset]


def _opens_sentence(before: str) -> bool:
    return not before.strip() or bool(
        re.search(r"[.!?:]['\"\u201d\u2019)]*\s+['\"\u201c(]*$", before)
    )


def _in_longer_name(
    folded: _Folded, text: str, start: int, end: int, pattern: _Pattern, small: Set[str]
) -> bool:
    """Return whether a match is part of a longer name: 'State Council' in 'State Council
    Office'."""
    wording = folded.text[start:end]
    words = [word for word in wording.split(" ") if word not in small]
    if not words or not all(word[0].isupper() for word in words) or wording.isupper():
        return False
    if not any(c.isupper() for c in pattern.shape):
        return False
    if _NAME_GOES_ON.match(text, folded.offsets[end - 1] + 1):
        return True
    if len(words) > 1:
        return False
    before = _before(text, folded.offsets[start])
    name = _NAME_BEFORE.search(before)
    return name is not None and not _opens_sentence(before[: name.start()])


def _longest(
    candidates: list[tuple[int, int, _Pattern]], folded: _Folded, text: str
) -> Iterator[Match]:
    """Yield the longest matches; a match that overlaps a longer one is dropped."""
    chosen: list[tuple[int, int, _Pattern]] = []
    covered = bytearray(len(folded.text))
    order = sorted(candidates, key=lambda c: (c[0] - c[1], c[0], c[2].term, c[2].wording or ""))
    for start, end, pattern in order:
        if not any(covered[start:end]):
            covered[start:end] = b"\x01" * (end - start)
            chosen.append((start, end, pattern))
    for start, end, pattern in sorted(chosen, key=lambda c: c[0]):
        span_start, span_end = _with_quotes(
            text, folded.offsets[start], folded.offsets[end - 1] + 1
        )
        yield Match(span_start, span_end, pattern.term, pattern.wording or "")


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """Extend a span to the quotation mark that matches an unpaired one within it."""
    inside = sum(character in _QUOTES for character in text[start:end])
    if inside % 2:
        if start and text[start - 1] in _QUOTES:
            return start - 1, end
        if end < len(text) and text[end] in _QUOTES:
            return start, end + 1
    return start, end
