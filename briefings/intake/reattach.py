"""Finds a line, or words quoted from it, in a later edition of a source.

Quotations are found as by W3C's TextQuoteSelector: by their exact words, with the words before and
after them if they recur. If the words have changed, the most similar ones are given. An alignment
of the two editions limits where to look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from ..model import Passage, Witness
from ..quoting import quoted_spans, whole_words
from ..revisions import align

# A recurring quotation is identified by this many characters of context.
_CONTEXT = 40
_CONTEXT_ALIKE = 75.0
# A quotation of this length is identified by itself, wherever it has moved.
_LONG_QUOTE = 24
_NEAR = 60.0

_TOKEN = re.compile(r"\w+(?:[.,'’\-]\w+)*%?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a line of the earlier edition is now.

    `line` is None if it is gone. `same` says whether its words, or those of the whole passage that
    it belongs to, are unchanged; `before` and `after` are the words in each edition.
    """

    line: int | None
    same: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Requoted:
    """Where quoted words are now: found once, on `line`, or `nearest` if they have changed.

    `line` is then the line of the passage that contained them, None if that is gone.
    """

    line: int | None
    exact: bool
    nearest: str = ""


class Reattacher:
    """Compares two editions of one source."""

    def __init__(self, before: Witness, after: Witness) -> None:
        self._before = before
        self._after = after
        self._old, self._new = before.passages, after.passages
        lines = align(before.source.lines, after.source.lines)
        self._lines = {old + 1: new + 1 for old, new in lines.items()}
        pairs = align(
            [passage.text for passage in self._old], [passage.text for passage in self._new]
        )
        self._passages = pairs
        self._old_at = _by_line(self._old)
        self._new_at = _by_line(self._new)

    @property
    def last_line(self) -> int:
        """The number of lines in the earlier edition."""
        return len(self._before.source.lines)

    def ruled(self, line: int) -> Landing:
        """A line with a ruling, such as a label: the line itself counts, not its passage."""
        old = self._line_text(self._before, line)
        new_line = self._lines.get(line)
        new = self._line_text(self._after, new_line) if new_line else ""
        return Landing(new_line, old == new, old, new)

    def pointed(self, line: int) -> Landing:
        """A line that something points at: its passage if there is exactly one,
        otherwise the line.
        """
        indexes = self._old_at.get(line, [])
        if len(indexes) != 1:
            return self.ruled(line)
        passage = self._old[indexes[0]]
        partner = self._passages.get(indexes[0])
        new_line = self._lines.get(line)
        if partner is None:
            on_line = self._new_at.get(new_line or 0, [])
            if not on_line:
                return Landing(None, False, passage.text, "")
            partner = on_line[0]
        new = self._new[partner]
        if len(self._new_at[new.line]) > 1:  # a page on a single line: its line number is ambiguous
            return Landing(None, False, passage.text, new.text)
        is_inside = new_line is not None and new.line <= new_line <= new.last_line
        return Landing(
            new_line if is_inside else new.line, passage.text in new.text, passage.text, new.text
        )

    def quoted(self, line: int, quote: str, prefix: str, suffix: str) -> Requoted:
        """Where the words of a quotation are now."""
        landing = self.pointed(line)
        landed = self._at(landing.line)
        if landed is not None and len(quoted_spans(landed.text, quote, prefix, suffix)) == 1:
            return Requoted(landing.line, True)
        counts = [
            (passage, len(quoted_spans(passage.text, quote, prefix, suffix)))
            for passage in self._new
            if len(self._new_at[passage.line]) == 1
        ]
        is_unique = sum(count for _, count in counts) == 1 and len(quote) >= _LONG_QUOTE
        context = self._context(line, quote)
        for passage, count in counts:
            alike = is_unique or fuzz.ratio(context, _around(passage.text, quote)) >= _CONTEXT_ALIKE
            if count == 1 and alike:
                return Requoted(passage.line, True)
        return self._nearest(line, landing, quote)

    def anywhere(self, quote: str, prefix: str, suffix: str) -> Requoted:
        """Where quoted words are whose passage is known by its id, which moves with them."""
        for passage in self._new:
            if len(quoted_spans(passage.text, quote, prefix, suffix)) == 1:
                return Requoted(passage.line, True)
        return self._nearest(0, Landing(None, False, quote, ""), quote)

    def _nearest(self, line: int, landing: Landing, quote: str) -> Requoted:
        """The words now between the same neighbours, otherwise the most similar words."""
        landed = self._at(landing.line)
        indexes = self._old_at.get(line, [])
        old = self._old[indexes[0]] if len(indexes) == 1 else None
        if landed is not None and old is not None:
            spans = quoted_spans(old.text, quote)
            if len(spans) == 1:
                return Requoted(landing.line, False, carried_span(old.text, landed.text, *spans[0]))
        best, words = 0.0, ""
        for passage in (landed,) if landed is not None else self._new:
            match = fuzz.partial_ratio_alignment(quote, passage.text, score_cutoff=_NEAR)
            if match is not None and match.score > best:
                best = match.score
                start, end = whole_words(passage.text, match.dest_start, match.dest_end)
                words = passage.text[start:end].strip()
        return Requoted(landing.line, False, words)

    def _context(self, line: int, quote: str) -> str:
        indexes = self._old_at.get(line, [])
        return _around(self._old[indexes[0]].text, quote) if indexes else quote

    def _at(self, line: int | None) -> Passage | None:
        indexes = self._new_at.get(line or 0, [])
        return self._new[indexes[0]] if indexes else None

    @staticmethod
    def _line_text(witness: Witness, line: int) -> str:
        lines = witness.source.lines
        return " ".join(lines[line - 1].split()) if 0 < line <= len(lines) else ""


def _by_line(passages: tuple[Passage, ...]) -> dict[int, list[int]]:
    by_line: dict[int, list[int]] = {}
    for n, passage in enumerate(passages):
        for line in range(passage.line, passage.last_line + 1):
            by_line.setdefault(line, []).append(n)
    return by_line


def _around(text: str, quote: str) -> str:
    """The words with the characters before and after them."""
    start = text.find(quote)
    if start < 0:
        return quote
    return text[max(0, start - _CONTEXT) : start + len(quote) + _CONTEXT]


def carried_span(before: str, after: str, start: int, end: int) -> str:
    """The words of a later wording that replace characters `start` to `end`.

    >>> carried_span("As of May, 9 hens ran.", "As of May, all but 9 hares ran.", 11, 17)
    'all but 9 hares'
    """
    old, new = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    overlapping = [n for n, token in enumerate(old) if token.start() < end and token.end() > start]
    if not overlapping:
        return ""
    first, last = overlapping[0], overlapping[-1] + 1
    new_start, new_end = len(new), 0
    for tag, i, k, j, m in _matched(old, new):
        if tag == "equal" and max(i, first) < min(k, last):
            new_start = min(new_start, j + max(i, first) - i)
            new_end = max(new_end, j + min(k, last) - i)
        elif (i < last and k > first) or (tag == "insert" and first <= i < last):
            new_start, new_end = min(new_start, j), max(new_end, m)
    if new_start >= new_end:
        return ""
    return after[new[new_start].start() : new[new_end - 1].end()]


def changed_words(before: str, after: str) -> tuple[str, str]:
    """The words that occur in only one of two wordings, for each of them.

    >>> changed_words("We fed 9 hens.", "We fed 10 hens today.")
    ('9', '10 … today')
    """
    old, new = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    dropped, added = [], []
    for tag, i, k, j, m in _matched(old, new):
        if tag != "equal":
            dropped.append(" ".join(token[0] for token in old[i:k]))
            added.append(" ".join(token[0] for token in new[j:m]))
    return " … ".join(filter(None, dropped)), " … ".join(filter(None, added))


def _matched(
    old: list[re.Match[str]], new: list[re.Match[str]]
) -> Sequence[tuple[str, int, int, int, int]]:
    words = [token[0] for token in old], [token[0] for token in new]
    return SequenceMatcher(None, *words, autojunk=False).get_opcodes()
