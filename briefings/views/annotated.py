"""What annotation adds, indexed for the pages: marks on passages, notes, figures, indicators."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefings import anchors
from briefings.model import (
    Corpus,
    Discrepancy,
    Figure,
    Indicator,
    Note,
    Outlet,
    Person,
    Place,
    Prose,
    Term,
)
from briefings.model.page import Mark

Key = tuple[str, str]
Told = Term | Figure | Person | Outlet
LONG = 400
_POINTER = re.compile(r"(?<![^\s(\[\"'“‘])([^\s:()\[\]\"'“”‘’,;]+):([1-9]\d*)(?!\d)")


class Annotated:
    """Terms, figures, indicators and notes by id and by passage."""

    def __init__(self, corpus: Corpus) -> None:
        found = corpus.annotations
        self.terms: dict[str, Term] = {one.entry.id: one for one in found.terms}
        self.figures: dict[str, Figure] = {one.id: one for one in corpus.figures}
        self.indicators: dict[str, Indicator] = {one.id: one for one in corpus.indicators}
        self.by_url: dict[str | None, Told] = {
            **{anchors.term_url(one.entry.id): one for one in found.terms},
            **{anchors.figure_url(one.id): one for one in corpus.figures},
            **{anchors.speaker_url(one.id): one for one in corpus.people},
            **{anchors.outlet_url(one.id): one for one in corpus.outlets},
        }
        self.notes = found.notes
        # Blank lines are none of a witness's, so that nothing leads to one.
        self.places = {
            (witness.source.id, line.n): Place(
                briefing.slug, witness.source.id, line.passage, line.n
            )
            for briefing in corpus.briefings
            for witness in briefing.witnesses
            for line in witness.lines
        }
        # What editors dismissed is said to nobody.
        self.records = tuple(one for one in corpus.discrepancies if one.status != "dismissed")
        self._notes: dict[Key, list[Note]] = defaultdict(list)
        self._observing: dict[str, list[Indicator]] = defaultdict(list)
        self._records: dict[str, list[Discrepancy]] = defaultdict(list)
        self._topics: dict[Key, list[str]] = defaultdict(list)
        self._parts = {
            (briefing.slug, passage.id): part.id
            for briefing in corpus.briefings
            for witness in briefing.witnesses
            for part in witness.parts
            for passage in part.passages
        }
        for note in found.notes:
            if key := _key(note.place):
                self._notes[key].append(note)
        for indicator in corpus.indicators:
            for id_ in dict.fromkeys(one.figure for one in indicator.observations):
                self._observing[id_].append(indicator)
        for record in self.records:
            for id_ in record.figures:
                self._records[id_].append(record)
        self._index_topics(corpus)

    def _index_topics(self, corpus: Corpus) -> None:
        turns = {
            (briefing.slug, exchange.id): (exchange.question, *exchange.answers)
            for briefing in corpus.briefings
            for exchange in briefing.exchanges
        }
        for topic in corpus.topics:
            for slug, id_ in topic.exchanges:
                for turn in turns.get((slug, id_), ()):
                    self._topics[slug, turn].append(topic.id)
            for slug, id_ in topic.sections:
                self._topics[slug, id_].append(topic.id)

    def notes_at(self, briefing: str, passage: str) -> list[Note]:
        return self._notes.get((briefing, passage), [])

    def indicators_of(self, figure: str) -> list[Indicator]:
        return self._observing.get(figure, [])

    def records_of(self, figure: str) -> list[Discrepancy]:
        return self._records.get(figure, [])

    def topics_of(self, place: Place) -> tuple[str, ...]:
        """Topics of the exchange or section that a place stands in."""
        if place.passage is None:
            return ()
        part = self._parts.get((place.briefing, place.passage), "")
        return tuple(self._topics.get((place.briefing, part), ()))


def marks(corpus: Corpus) -> Iterator[tuple[Key, Mark]]:
    """Marks of figures, of the first mention of a term in each turn, and numbers of notes."""
    for figure in corpus.figures:
        url, value = anchors.figure_url(figure.id), str(figure.stated.value)
        for place in figure.places:
            if mark := _mark(place, "figure", url, value):
                yield mark
    for term in corpus.annotations.terms:
        url = anchors.term_url(term.entry.id)
        for mention in term.mentions:
            if mention.first and (mark := _mark(mention.place, "term", url)):
                yield mark
    for note in corpus.annotations.notes:
        key, place = _key(note.place), note.place
        if key and place.start is not None and place.end is not None:
            yield key, Mark(
                place.start, place.end, "note",
                anchors.note_url(place.briefing, note.entry.id),
                (("id", note_back(note)),), number=note.number,
            )  # fmt: skip


def note_id(note: Note) -> str:
    """The id of a note on the page of its briefing, as `anchors.note_url` has it."""
    return anchors.note_url(note.place.briefing, note.entry.id).partition("#")[2]


def note_back(note: Note) -> str:
    """The id of a note's number in the text."""
    return f"to-{note_id(note)}"


def plain(prose: Prose) -> list[list[dict[str, str | None]]]:
    """An editor's text as plain data, paragraph by paragraph."""
    return [
        [{"kind": run.kind, "text": run.text, "url": run.href} for run in paragraph]
        for paragraph in prose
    ]


def pointed(text: str, places: Mapping[tuple[str, int], Place]) -> list[dict[str, str | None]]:
    """A text in which `000:57` leads to what stands on line 57 of source 000, if anything does."""
    runs: list[dict[str, str | None]] = []
    at = 0
    for found in _POINTER.finditer(text):
        if place := places.get((found[1], int(found[2]))):
            runs.append({"text": text[at : found.start()], "url": None})
            runs.append({"text": found[0], "url": anchors.place_url(place)})
            at = found.end()
    return [*runs, {"text": text[at:], "url": None}]


class Sentences:
    """Quotes in their sentences; a sentence is looked for once, however many quotes it holds."""

    def __init__(self) -> None:
        self._begins: dict[tuple[str, str], list[int]] = {}

    def around(self, text: str, sentence: str, place: Place) -> tuple[str, str, str]:
        """What stands before the quote in its sentence, the quote, and what stands after it.

        Of a sentence that takes up a whole paragraph only what is nearest is given.
        """
        start, end = place.start or 0, place.end or 0
        begins = self._places(text, sentence) if sentence else []
        # The last place where the sentence begins no later than the quote.
        n = bisect_right(begins, start)
        if n == 0 or end > begins[n - 1] + len(sentence):
            return "", text[start:end], ""
        begin = begins[n - 1]
        width = LONG // 2 if len(sentence) > LONG else len(sentence)
        return around(sentence, start - begin, end - begin, width)

    def _places(self, text: str, sentence: str) -> list[int]:
        if (text, sentence) not in self._begins:
            found = [text.find(sentence)]
            while found[-1] >= 0:
                found.append(text.find(sentence, found[-1] + 1))
            self._begins[text, sentence] = found[:-1]
        return self._begins[text, sentence]


def around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """A keyword with the words before and after it, cut between words."""
    before, after = text[max(0, start - width) : start], text[end : end + width]
    if start > width:
        before = "…" + (before.split(" ", 1)[1] if " " in before else before)
    if len(text) - end > width:
        after = (after.rsplit(" ", 1)[0] if " " in after else after) + "…"
    return before, text[start:end], after


def _key(place: Place) -> Key | None:
    return (place.briefing, place.passage) if place.passage else None


def _mark(place: Place, kind: str, url: str, value: str | None = None) -> tuple[Key, Mark] | None:
    key = _key(place)
    if key is None or place.start is None or place.end is None:
        return None
    return key, Mark(place.start, place.end, kind, url, value=value)
