"""Finds the passages that editors refer to and the words that they quote; reports what is missing.

A reference is `000:57` or a full passage id; see `model.pointers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from . import prose, urls
from .model import (
    Briefing,
    Inline,
    Place,
    Pointers,
    Prose,
    Quotation,
    ResolvedPassage,
    Where,
    full_id,
)
from .model.pointers import IN_TEXT
from .problems import Problems
from .quoting import quoted_spans, whole_words

_SHOWN = 60
_NEAR = 75.0


class Locator:
    """Finds the passages and quotations that editors refer to; reports those it cannot find."""

    def __init__(self, briefings: Iterable[Briefing], problems: Problems) -> None:
        self._pointers = Pointers(briefings)
        self._sources = set(self._pointers.sources)
        self._problems = problems

    def passage(self, pointer: str, where: Where) -> ResolvedPassage | None:
        """The passage that a pointer leads to; None if there is not exactly one, which
        is reported.
        """
        passages = self._pointers.find(pointer)
        if len(passages) == 1:
            return passages[0]
        if passages:
            ids = ", ".join(full_id(f.witness.source.id, f.passage.id) for f in passages)
            self._problems.error_at(
                "ambiguous-passage", where, f"there are several passages at '{pointer}'",
                f"name one of {ids}",
            )  # fmt: skip
        else:
            self._problems.error_at("unknown-passage", where, *self._lost(pointer))
        return None

    def quote(self, quotation: Quotation) -> Place | None:
        """The span of a passage that contains the quoted words; they must occur there
        exactly once.
        """
        pointer, quote, where = quotation.passage, quotation.quote, quotation.quote_where
        resolved = self.passage(pointer, quotation.passage_where)
        if resolved is None:
            return None
        text = resolved.passage.text
        spans = quoted_spans(text, quote, quotation.prefix, quotation.suffix)
        if len(spans) == 1:
            return place_of(resolved, spans[0])
        if spans:
            self._problems.error_at(
                "ambiguous-quote", where,
                f"'{_short(quote)}' occurs {len(spans)} times at '{pointer}'",
                "add 'prefix' or 'suffix', the words right before or after it, or quote more",
            )  # fmt: skip
        else:
            self._problems.error_at(
                "quote-gone", where, f"'{_short(quote)}' does not occur at '{pointer}'",
                self._elsewhere(resolved, quote),
            )  # fmt: skip
        return None

    def quotes(self, quotations: Sequence[Quotation]) -> list[Place]:
        """A distinct span for each quotation; reports all quotations that cannot be found."""
        places: list[Place] = []
        for quotation in quotations:
            place = self.quote(quotation)
            if place in places:
                self._problems.error_at(
                    "repeated-place", quotation.quote_where,
                    f"the note stands at '{_short(quotation.quote)}' already",
                    "remove this place, or quote other words",
                )  # fmt: skip
            elif place:
                places.append(place)
        return places

    def ground(self, text: str, where: Where) -> None:
        """Reports lines of a source that a basis names and that are blank or do not exist."""
        for source, line in IN_TEXT.findall(text):
            known = self._pointers.text(source)
            if known and int(line) not in known.printed:
                self._problems.warning_at(
                    "basis-nowhere", where, f"line {line} of '{source}' is blank or not there",
                    "correct the number",
                )  # fmt: skip

    def prose(self, text: str, where: Where) -> Prose:
        """An editor's text with links to passages turned into addresses."""
        return tuple(
            tuple(self._linked(run, where) for run in paragraph)
            for paragraph in prose.paragraphs(text)
        )

    def _linked(self, run: Inline, where: Where) -> Inline:
        if run.href is None or not prose.is_pointer(run.href):
            return run
        passage = self.passage(run.href, where)
        return replace(run, href=urls.place_url(place_of(passage)) if passage else None)

    def _elsewhere(self, resolved: ResolvedPassage, quote: str) -> str:
        """A hint: where the words have moved to, or the most similar words in the passage."""
        if quoted_spans(resolved.passage.text, quote):
            return "the words stand there, but not between this 'prefix' and 'suffix'"
        source = resolved.witness.source.id
        for passage in resolved.witness.passages:
            if quoted_spans(passage.text, quote):
                return f"they stand at '{source}:{passage.line}'"
        text = resolved.passage.text
        near = fuzz.partial_ratio_alignment(quote, text, score_cutoff=_NEAR)
        if near is None:
            return "quote words of the passage exactly"
        start, end = whole_words(text, near.dest_start, near.dest_end)
        return f"the passage has '{_short(text[start:end])}'"

    def _lost(self, pointer: str) -> tuple[str, str]:
        source, _, line = pointer.rpartition(":")
        if not line.isdigit():
            known = self._pointers.ids()
            alike = [
                name for name in known if name.rpartition("p")[0] == pointer.rpartition("p")[0]
            ]
            hint = f"the passages there are {', '.join(alike)}" if alike else "check the id"
            return f"there is no passage '{pointer}'", hint
        present, _, edition = source.rpartition(".")
        if source not in self._sources and present in self._sources and edition.isdigit():
            return (
                f"line {line} of edition {edition} of '{present}' is gone from the present edition",
                "point at what stands in its place, or take the entry out",
            )
        if source not in self._sources:
            return (
                f"there is no source '{source}' with passages",
                f"known: {', '.join(sorted(self._sources))}",
            )
        text = self._pointers.text(source)
        lines = [passage.line for passage in text.passages] if text else []
        near = min(lines, key=lambda n: (abs(n - int(line)), n), default=None)
        hint = f"the nearest passage is on line {near}" if near else "the source has no passages"
        return f"line {line} of '{source}' is not a passage", hint


def place_of(resolved: ResolvedPassage, span: tuple[int, int] | None = None) -> Place:
    """The place of a passage, or of a span of its text."""
    witness, passage = resolved.witness, resolved.passage
    start, end = span or (None, None)
    return Place(witness.briefing, witness.source.id, passage.id, passage.line, start, end)


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN].rstrip()}..."
