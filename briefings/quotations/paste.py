"""Splits pasted text into sentences, and lists the ways in which the words of each can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefings.languages import ENGLISH
from briefings.languages.sentences import sentence_spans

from .rules import rules
from .tokens import Token, tokens

Span = tuple[int, int]

_WORDS = ENGLISH.quoting

_ELLIPSIS = r"(?:…|\.[ \u00a0]?\.[ \u00a0]?\.(?:[ \u00a0]?\.)?)"
_MARK = re.compile(
    r"(?P<sic>[\[(]\s*sic\s*[\])])"
    rf"|(?P<ellipsis>[\[(<]\s*{_ELLIPSIS}\s*[\])>]|{_ELLIPSIS})"
    r"|(?P<letter>\[[^\W\d_]\](?=[^\W_]))"
    r"|(?P<insertion>\[[^\[\]]{0,200}\])",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]+[”\"»]")
_SPEECH_TAG_WORDS = 8
_OUTSIDE = 15
_ENDS = 10
_LEAST = 3
_OPENING, _CLOSING = " \t\n\r\u00a0\"“„‘'(«[", " \t\n\r\u00a0\"”’')»]"
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the words of a sentence.

    `pieces` are ranges of `tokens`; what lies between two of them is omitted (an ellipsis) or
    replaced (square brackets). `whole` says that it is presented as a whole sentence; `span` is
    where the words are in the pasted text, `outside` the words that attribute them. `literal` says
    that only an exact match counts; `stripped` that surrounding words are taken for an attribution.
    """

    text: str
    tokens: Sequence[Token]
    pieces: Sequence[Span]
    whole: bool
    span: Span
    outside: str = ""
    literal: bool = False
    stripped: bool = False


def paragraphs(text: str) -> list[Span]:
    """The spans between blank lines, without surrounding white space."""
    found = []
    start = 0
    for match in (*_BREAK.finditer(text), None):
        end = match.start() if match else len(text)
        piece = text[start:end]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            found.append((start + left, start + len(piece.rstrip())))
        start = match.end() if match else end
    return found


def sentences(text: str) -> list[Span]:
    """The spans of a quotation's sentences; a mere attribution belongs to the words before it."""
    joined: list[Span] = []
    for start, end in sentence_spans(text, ENGLISH):
        if joined and _belongs(text, joined[-1], (start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _belongs(text: str, before: Span, span: Span) -> bool:
    words = tokens(text[slice(*span)])
    if not words:
        return True
    said = any(one.key in rules().speech for one in words)
    closes = text[before[1] - 1] in "”\"’'»"
    trails = text[slice(*before)].rstrip(" ])>").endswith(("…", "...", ". ."))
    return trails or (closes and said and len(words) <= _SPEECH_TAG_WORDS)


def readings(text: str) -> Iterator[Reading]:
    """The readings of a sentence, the plainest first."""
    marks = list(_MARK.finditer(text))
    words = tokens(text)
    span = (0, len(text))
    yield Reading(text, words, [(0, len(words))], _is_whole(text), span, literal=bool(marks))
    if marks and not _mostly_inserted(text, words):
        yield _marked(text, (0, len(text)), "")
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    if quoted:
        yield from _within_quotes(text, quoted)
    yield from _without_attribution(text)


def _mostly_inserted(text: str, words: Sequence[Token]) -> bool:
    """Whether more words are inside square brackets than outside."""
    inside = [match.span() for match in _MARK.finditer(text) if match.lastgroup == "insertion"]
    inserted = sum(any(a <= word.start < b for a, b in inside) for word in words)
    return 2 * inserted > len(words)


def _shifted(text: str, span: Span, skipped: Sequence[Span]) -> list[Token]:
    """The tokens of a span, with offsets in the whole text."""
    start, end = span
    inner = [(a - start, b - start) for a, b in skipped if start <= a and b <= end]
    return [
        Token(token.key, token.exact, token.start + start, token.end + start)
        for token in tokens(text[start:end], inner)
    ]


def _is_whole(text: str) -> bool:
    """Whether words are presented as a whole sentence: with a capital and final punctuation."""
    first, last = text.lstrip(_OPENING)[:1], text.rstrip(_CLOSING)
    return first.isupper() and last.endswith((".", "!", "?")) and not last.endswith((". .", ".."))


def _marked(text: str, span: Span, outside: str, skipped: Sequence[Span] = ()) -> Reading:
    """The reading in which ellipses and square brackets have their usual meaning in quotations."""
    left_out = list(skipped)
    breaks: list[int] = []
    for match in _MARK.finditer(text, *span):
        if match.lastgroup == "letter":
            left_out += [(match.start(), match.start() + 1), (match.end() - 1, match.end())]
        else:
            left_out.append(match.span())
            if match.lastgroup != "sic":
                breaks.append(match.start())
    words = _shifted(text, span, left_out)
    cuts = [sum(word.start < position for word in words) for position in breaks]
    edges = sorted({0, *cuts, len(words)})
    pieces = [(a, b) for a, b in pairwise(edges) if a < b]
    whole = not breaks and _is_whole(text[slice(*span)])
    return Reading(text, words, pieces or [(0, 0)], whole, span, outside)


def _within_quotes(text: str, quoted: Sequence[Span]) -> Iterator[Reading]:
    """The words in quotation marks alone, if the words around them are an attribution."""
    start, end = quoted[0][0] + 1, quoted[-1][1] - 1
    between = [(a[1] - 1, b[0] + 1) for a, b in pairwise(quoted)]
    around = [text[: start - 1], *(text[a:b] for a, b in between), text[end + 1 :]]
    outside = " ".join(part.strip(' ,."“”') for part in around if part.strip(' ,."“”'))
    words = tokens(outside)
    if len(words) > _OUTSIDE or not any(word.key in rules().speech for word in words):
        return
    reading = _marked(text, (start, end), outside, between)
    if len(reading.tokens) >= _LEAST:
        yield replace(reading, stripped=True)


def _without_attribution(text: str) -> Iterator[Reading]:
    """The words without "that", "the minister said that" or ", he said" at the ends."""
    words = tokens(text)
    lows = dict.fromkeys(
        (_after_speech(text, words), int(words[:1] != [] and words[0].key in _WORDS.that))
    )
    highs = dict.fromkeys((_before_speech(text, words), len(words)))
    for a, b in dict.fromkeys((a, b) for a in (*lows, 0) for b in highs):
        if b - a == len(words) or b - a < _LEAST + 1:
            continue
        span = (words[a].start, words[b - 1].end)
        outside = f"{text[: span[0]]} {text[span[1] :]}".strip(' ,.":“”')
        yield replace(_marked(text, span, outside), stripped=True)


def _after_speech(text: str, words: Sequence[Token]) -> int:
    """The first token after "the minister said that" or "according to the minister,",
    otherwise 0.
    """
    for n, word in enumerate(words[:_ENDS]):
        if word.key in _WORDS.according:
            comma = text.find(",", word.end)
            return sum(token.start < comma for token in words)
        if word.key in rules().speech and n:
            return n + 1 + (words[n + 1 : n + 2] != [] and words[n + 1].key in _WORDS.that)
    return 0


def _before_speech(text: str, words: Sequence[Token]) -> int:
    """The first token of ", the minister said", otherwise the number of tokens."""
    for n in range(max(0, len(words) - _ENDS), len(words)):
        if words[n].key in rules().speech:
            comma = text.rfind(",", 0, words[n].start)
            after = sum(word.start < comma for word in words)
            if comma >= 0 and len(words) - after <= _ENDS:
                return after
    return len(words)
