"""Find the subject of a question: a span of its own words, matched by the patterns of its language.

A question may announce its subject ("a question on ..."), ask for it ("could you brief us on ..."),
or name something and then ask for an opinion. If the words refer back to something ("such crimes",
"the system"), its name is looked for in the preceding sentences. There is no subject if no rule
applies, or if the span found cannot be understood by itself (see `naming`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..languages import Language
from ..languages.asking import Asking
from ..languages.sentences import sentence_spans
from ..model import Passage, Place, Subject
from .naming import names_itself

LONGEST = 60
"""Maximum length of a shortened subject, in characters."""
_WHOLE = 68  # maximum length of a subject that is not shortened
_SHORTEST = 4
_CLAUSE = 20  # minimum length of a clause that can replace a longer subject
_ASKS = 6  # minimum number of words of an independent question
_READ = 40  # maximum number of sentences examined
_LETTERS = 700  # maximum number of characters of a sentence examined
_BROKEN_OFF = ("—", "–", "--", "…", "...")
_STOPS = " ,;:–—-"
_WORD = re.compile(r"[^\s,;:.?!()]+")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A span of a passage."""

    passage: Passage
    start: int
    end: int
    clipped: bool = False

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def part(self, start: int, end: int) -> _Stretch:
        """Return the subspan from `start` to `end`, relative to this span."""
        return replace(self, start=self.start + start, end=self.start + end)

    def of(self, pattern: re.Pattern[str]) -> _Stretch | None:
        """Match a pattern at the start of this span and return its group `subject`, or None."""
        match = pattern.match(self.text[:_LETTERS])
        return self.part(*match.span("subject")) if match else None


def subject_of(
    passages: Sequence[Passage], briefing: str, source: str, language: Language
) -> Subject | None:
    """Return the words of a question that name its subject, or None if no rule finds any."""
    words = language.asking
    sentences = [
        _Stretch(passage, start, end)
        for passage in passages
        for start, end in sentence_spans(passage.text, language)
    ][:_READ]
    plain = [part for part in sentences if not words.courtesy.match(part.text[:_LETTERS])]
    subject = _found(plain, words)
    if subject is None or words.pronoun.match(subject.text):
        return None
    place = Place(
        briefing, source, subject.passage.id, subject.passage.line, subject.start, subject.end
    )
    return Subject(place, subject.text, subject.clipped)


def _found(sentences: Sequence[_Stretch], words: Asking) -> _Stretch | None:
    for n, sentence in enumerate(sentences):
        text = sentence.text[:_LETTERS]
        if text.endswith(_BROKEN_OFF):
            continue
        announced = _first(sentence, words.announced)
        if announced and (whole := _whole(announced, words)):
            return whole
        if not (text.rstrip("\"”’'").endswith("?") or words.asks.match(text)):
            continue
        if words.bare.match(text):
            if n:
                return _told(sentences[:n], words)
        elif asked := _first(sentence, words.asked):
            return _named(asked, sentences[:n], words)
        elif words.points_back.search(text):
            return _told(sentences[:n], words)
        elif len(text.split()) >= _ASKS:
            return None
    return None


def _first(sentence: _Stretch, patterns: Sequence[re.Pattern[str]]) -> _Stretch | None:
    return next((stretch for pattern in patterns if (stretch := sentence.of(pattern))), None)


def _named(asked: _Stretch, before: Sequence[_Stretch], words: Asking) -> _Stretch | None:
    """Return what a question asks for, or what the sentences before it name if it refers to
    that."""
    subject = _bare(asked, words)
    repeated = words.repeated.match(subject.text)
    if repeated and before:
        return _name_of(repeated["noun"], before, words) or _told(before, words)
    unclear = words.points_back.search(subject.text) and (before or len(subject.text) < _CLAUSE)
    if unclear or words.pronoun.match(subject.text):
        return _told(before, words)
    return _short(subject, words)


def _told(before: Sequence[_Stretch], words: Asking) -> _Stretch | None:
    """Return what the first sentence before a question names, if it is a complete phrase."""
    if not before or not before[0].text[0].isupper():
        return None
    name = _first(before[0], words.names)
    return _whole(name, words) if name else None


def _name_of(noun: str, before: Sequence[_Stretch], words: Asking) -> _Stretch | None:
    """Find the full name that a noun refers to in the sentences before it, the nearest first.

    If a phrase of purpose follows the name, its subject is returned instead. If the noun occurs
    only by itself, the span from the noun to the end of its sentence is tried.
    """
    stem, alone = _stem(noun), None
    for sentence in reversed(before):
        text = sentence.text[:_LETTERS]
        tokens = list(_WORD.finditer(text))
        for n in range(len(tokens) - 1, -1, -1):
            if _stem(tokens[n].group()) != stem:
                continue
            first, end = _begin(tokens, n, words), tokens[n].end()
            introduced = n > 0 and tokens[n - 1].group().casefold() in words.introduces
            purpose = words.purpose.match(text[end:])
            if purpose and (first < n or introduced):
                start, stop = purpose.span("subject")
                return _whole(sentence.part(end + start, end + stop), words)
            if first < n:
                return _fuller(sentence, tokens[first].start(), end, words)
            if introduced and alone is None:
                alone = sentence.part(tokens[n].start(), len(text))
    return _whole(alone, words) if alone else None


def _fuller(sentence: _Stretch, start: int, end: int, words: Asking) -> _Stretch | None:
    """Return the name from `start` to `end`, with its complement if both together are short
    enough."""
    complement = words.belongs.match(sentence.text[end:_LETTERS])
    fuller = _whole(sentence.part(start, end + complement.end()), words) if complement else None
    return fuller or _whole(sentence.part(start, end), words)


def _begin(tokens: Sequence[re.Match[str]], n: int, words: Asking) -> int:
    """Return the index of the first token of the name that ends with token `n`."""
    first = n
    while first:
        token, after = tokens[first - 1], tokens[first]
        separated = after.start() - token.end() > 1
        if separated or token.group().casefold() in words.outside_names:
            break
        first -= 1
    return first


def _stem(word: str) -> str:
    return word.strip("\"“”'’").casefold().rstrip("s")


def _whole(subject: _Stretch, words: Asking) -> _Stretch | None:
    return _short(_bare(subject, words), words)


def _bare(subject: _Stretch, words: Asking) -> _Stretch:
    """Return a subject without introductory and trailing words and without framing phrases."""
    subject = _trimmed(subject, words)
    for frame in words.frames:
        if inner := subject.of(frame):
            subject = _trimmed(inner, words)
    return subject


def _trimmed(subject: _Stretch, words: Asking) -> _Stretch:
    text = subject.text
    leading = words.before.match(text)
    start = leading.end() if leading else 0
    trailing = words.behind.search(text, start)
    end = trailing.start() if trailing and trailing.start() > start else len(text)
    return subject.part(start, end)


def _short(subject: _Stretch, words: Asking) -> _Stretch | None:
    """Return the subject if it is short enough and clear by itself.

    A subject longer than `_WHOLE` characters is cut after a complete phrase, to at most `LONGEST`
    characters. Return None if no such phrase is left.
    """
    subject = _shorter(subject, words)
    text = subject.text.rstrip(_STOPS)
    if len(text) <= _WHOLE:
        return subject.part(0, len(text)) if _names(text, words) else None
    joints = [match.start() for match in words.joint.finditer(text, 0, _WHOLE)]
    for end in reversed([end for end in joints if _CLAUSE <= end <= LONGEST]):
        cut = text[:end].rstrip(_STOPS)
        goes_on_list = words.listed.match(text, end) and words.belonging.search(cut)
        if not goes_on_list and _names(cut, words, cut=text[end] not in ",;"):
            return replace(subject.part(0, len(cut)), clipped=True)
    return None


def _names(text: str, words: Asking, cut: bool = False) -> bool:
    return len(text) >= _SHORTEST and names_itself(text, words.naming, cut)


def _shorter(subject: _Stretch, words: Asking) -> _Stretch:
    """Drop dispensable parts of a subject that is too long."""
    for shorter in words.shorter:
        if len(subject.text) <= _WHOLE:
            break
        inner = subject.of(shorter)
        if inner and len(inner.text) >= _CLAUSE:
            subject = inner
    return subject
