"""Index the annotations for the pages: marks on passages, notes, figures and indicators."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from briefings import ids, urls, wording
from briefings.attribution import attributions_of
from briefings.interface import say
from briefings.model import (
    Briefing,
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
    TermMention,
)
from briefings.model.page import Mark
from briefings.model.pointers import IN_TEXT

from .reads import NotedMapping, Reads, kept, reader_of
from .said import Texts
from .weighing import weighed

Key = tuple[str, str]
Told = Term | Figure | Person | Outlet
LONG = 400
annotated_reader = reader_of("annotated")
_texts_reader = reader_of("annotated", of_texts=True)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a basis, with the URL of the line that they name, if any."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ProseRun:
    """Words of an editor's text: `kind` says how they are set, and `url` is that of a link."""

    kind: str
    text: str
    url: str | None


class Annotated:
    """Terms, figures, indicators and notes, by id and by passage.

    Positions in the texts are determined on demand, one briefing at a time.
    """

    def __init__(self, corpus: Corpus, texts: Texts, reads: Reads) -> None:
        self.reads = reads
        self._corpus = corpus
        self._texts = texts
        annotations = corpus.annotations
        terms = {term.entry.id: term for term in annotations.terms}
        figures = _Figures(corpus.figures)
        indicators = {indicator.id: indicator for indicator in corpus.indicators}
        self.terms: Mapping[str, Term] = NotedMapping(reads, "terms", terms)
        self.figures: Mapping[str, Figure] = NotedMapping(reads, "figures", figures)
        self.indicators: Mapping[str, Indicator] = NotedMapping(reads, "indicators", indicators)
        self.by_url: dict[str | None, Told] = {
            **{urls.term_url(term.entry.id): term for term in annotations.terms},
            **{urls.speaker_url(person.id): person for person in corpus.people},
            **{urls.outlet_url(outlet.id): outlet for outlet in corpus.outlets},
        }
        self.places = Places(self)
        # Dismissed discrepancies are not shown on any page.
        self.records = tuple(
            record for record in corpus.discrepancies if record.status != "dismissed"
        )
        self._observing: dict[str, list[Indicator]] = defaultdict(list)
        self._records: dict[str, list[Discrepancy]] = defaultdict(list)
        self._topics: dict[Key, list[str]] = defaultdict(list)
        self._notes: dict[str, list[tuple[Note, int]]] = defaultdict(list)
        for note in annotations.notes:
            for n, at in enumerate(note.places):
                self._notes[at.place.briefing].append((note, n))
        for notes in self._notes.values():
            notes.sort(key=lambda entry: entry[0].places[entry[1]].number)
        for indicator in corpus.indicators:
            for id_ in dict.fromkeys(indicator.figures):
                self._observing[id_].append(indicator)
        for record in self.records:
            for id_ in record.figures:
                self._records[id_].append(record)
        self._index_topics(corpus)
        self._people = {person.id for person in corpus.people}
        self._figures = figures
        self._terms_at: dict[str, list[TermMention]] = defaultdict(list)
        for term in annotations.terms:
            for mention in term.mentions:
                if mention.first:
                    self._terms_at[mention.place.briefing].append(mention)

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
            for place in topic.passages:
                self._topics[place.briefing, place.passage or ""].append(topic.id)

    def ground(self, text: str | None) -> list[Run] | None:
        """Split the basis of a statement into runs, with links to the lines it names; None if there
        is none."""
        return pointed(text, self.places, self.text_name) if text else None

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes, in the order of the texts."""
        return self._all_notes()

    @annotated_reader
    def _all_notes(self) -> tuple[Note, ...]:
        return self._corpus.annotations.notes

    @annotated_reader
    def notes_of(self, briefing: str) -> tuple[tuple[Note, int], ...]:
        """Return the notes on a briefing's texts, in text order, each with the index (from 0) of
        its place there."""
        return tuple(self._notes.get(briefing, ()))

    @annotated_reader
    @kept
    def marks_of(self, briefing: str) -> Mapping[str, list[Mark]]:
        """Return the marks on the passages of a briefing, by passage id.

        Marked are people, figures, note numbers and the first mention of a term in each turn. Each
        mark says whether it is essential.
        """
        marks: dict[str, list[Mark]] = defaultdict(list)
        for passage, mark in self._marks(briefing):
            marks[passage].append(mark)
        passages = self._texts.whole(briefing).passages
        return weighed(marks, passages, self.terms, self._is_followed)

    def _is_followed(self, figure: str) -> bool:
        """Return whether a figure belongs to an indicator or a discrepancy."""
        return figure in self._observing or figure in self._records

    def _marks(self, briefing: str) -> Iterator[tuple[str, Mark]]:
        for passage in self._texts.whole(briefing).passages:
            for place, person in self._corpus.mentions.get((briefing, passage), ()):
                url = urls.speaker_url(person)
                if person in self._people and (placed := _mark(place, "person", url)):
                    yield placed
        for figure in self._figures.at(briefing):
            url, value = urls.figure_url(figure.id), str(figure.stated.value)
            for place in figure.places:
                if place.briefing == briefing and (placed := _mark(place, "figure", url, value)):
                    yield placed
        for mention in self._terms_at.get(briefing, ()):
            if placed := _mark(mention.place, "term", urls.term_url(mention.term)):
                yield placed
        for note, n in self._notes.get(briefing, ()):
            address, number = note_address(note, n), note.places[n].number
            if placed := _mark(note.places[n].place, "note", address):
                passage, mark = placed
                yield passage, replace(
                    mark, attributes=(("id", note_back(note, n)),), number=number,
                    essential=note.entry.weight == "essential",
                )  # fmt: skip

    @_texts_reader
    def figures_at(self, briefing: str) -> tuple[str, ...]:
        """Return the ids of the figures that a briefing states, in the order of its texts."""
        return tuple(figure.id for figure in self._figures.at(briefing))

    @_texts_reader
    def indicators_of(self, figure: str) -> list[Indicator]:
        return self._observing.get(figure, [])

    @_texts_reader
    def records_of(self, figure: str) -> list[Discrepancy]:
        return self._records.get(figure, [])

    @_texts_reader
    def records_between(self, a: str, b: str) -> list[Discrepancy]:
        """Return the discrepancies between two sources, including dismissed ones."""
        return [
            record
            for record in self._corpus.discrepancies
            if {a, b} <= {place.source for place in record.passages}
        ]

    @annotated_reader
    def term_title(self, term: str) -> str | None:
        """Return a term as the glossary spells it, or None if the id is unknown."""
        known = self.terms.get(term)
        return known.entry.term if known else None

    @annotated_reader
    @kept
    def measures(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Return the id, title and wordings of each indicator."""
        return tuple(
            (indicator.id, indicator.title, indicator.wordings)
            for indicator in self.indicators.values()
        )

    def topics_of(self, place: Place) -> tuple[str, ...]:
        """Return the topics of the exchange that contains a place, or else of its paragraph."""
        return self._topics_at(place.briefing, place.passage) if place.passage else ()

    @_texts_reader
    def _topics_at(self, briefing: str, passage: str) -> tuple[str, ...]:
        part = self._texts.whole(briefing).parts.get(passage, "")
        return tuple(self._topics.get((briefing, part), self._topics.get((briefing, passage), [])))

    @annotated_reader
    def briefing_of(self, source: str) -> str | None:
        """Return the briefing that a source belongs to, or None if the source is unknown."""
        return self._sources.get(source)

    @_texts_reader
    @kept
    def text_name(self, source: str) -> str:
        """Return the usual name of a source's text, with its grade if readers must be warned of
        it."""
        origin = attributions_of(self._briefings[self._sources[source]])[source]
        return wording.graded(origin.name, origin.warning)

    @annotated_reader
    def place_of_line(self, source: str, line: int) -> Place | None:
        """Return the place of a line of a source, or None if the line is blank or missing."""
        slug = self._sources.get(source)
        if slug is None:
            return None
        witnesses = self._briefings[slug].witnesses
        lines = next(witness.lines for witness in witnesses if witness.source.id == source)
        n = bisect_left(lines, line, key=lambda line: line.n)
        if n == len(lines) or lines[n].n != line:
            return None
        return Place(slug, source, lines[n].passage, line)

    @cached_property
    def _briefings(self) -> dict[str, Briefing]:
        return {briefing.slug: briefing for briefing in self._corpus.briefings}

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {
            witness.source.id: briefing.slug
            for briefing in self._corpus.briefings
            for witness in briefing.witnesses
        }


class _Figures(Mapping[str, Figure]):
    """The figures by id. Only their order is kept in memory; the figures are loaded on access."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures
        self._numbers: dict[str, int] = {}
        self._at: dict[str, list[int]] = defaultdict(list)
        for n, figure in enumerate(figures):
            self._numbers[figure.id] = n
            for slug in dict.fromkeys(place.briefing for place in figure.places):
                self._at[slug].append(n)

    def at(self, briefing: str) -> Iterator[Figure]:
        """Yield the figures that a briefing states."""
        return (self._figures[n] for n in self._at.get(briefing, ()))

    def __getitem__(self, id_: str) -> Figure:
        return self._figures[self._numbers[id_]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class Places:
    """The places of all non-blank lines, by source and line."""

    def __init__(self, annotated: Annotated) -> None:
        self._annotated = annotated

    def get(self, key: tuple[str, int]) -> Place | None:
        return self._annotated.place_of_line(*key)


class HasPlaces(Protocol):
    """An object that finds the place of a line: a mapping, or `Places`."""

    def get(self, key: tuple[str, int], /) -> Place | None: ...


def note_address(note: Note, n: int) -> str:
    """Return the URL of a note at its n-th place, counted from 0."""
    at = note.places[n].place.briefing
    return urls.note_url(at, ids.note_place_id(note.entry.id, n))


def note_id(note: Note, n: int) -> str:
    """Return the HTML id of a note on the page of the briefing of its n-th place."""
    return note_address(note, n).partition("#")[2]


def note_back(note: Note, n: int) -> str:
    """Return the HTML id of the note's number in the text, at its n-th place."""
    return f"to-{note_id(note, n)}"


def plain(prose: Prose) -> list[list[ProseRun]]:
    """Convert an editor's text to plain data, one list of runs per paragraph."""
    return [[ProseRun(run.kind, run.text, run.href) for run in paragraph] for paragraph in prose]


def pointed(text: str, places: HasPlaces, name_of: Callable[[str], str]) -> list[Run]:
    """Split a text into runs; `000:57` becomes a link to line 57 of source 000, if the line exists.

    The link text names the text and the line; if the previous link leads to the same text, the line
    only.
    """
    runs: list[Run] = []
    at, last_source = 0, None
    for reference in IN_TEXT.finditer(text):
        if place := places.get((reference[1], int(reference[2]))):
            line = say.places.line(line=place.line)
            words = (
                line
                if place.source == last_source
                else say.check.place(text=name_of(place.source), line=place.line)
            )
            runs.append(Run(text[at : reference.start()]))
            runs.append(Run(words, urls.place_url(place)))
            at, last_source = reference.end(), place.source
    return [*runs, Run(text[at:])]


class Sentences:
    """Find the sentence around a quotation; the position of each sentence is looked up only
    once."""

    def __init__(self) -> None:
        self._begins: dict[tuple[str, str], list[int]] = {}

    def around(self, text: str, sentence: str, place: Place) -> tuple[str, str, str]:
        """Return what precedes the quotation in its sentence, the quotation, and what follows it.

        A sentence longer than `LONG` is cut to the words next to the quotation.
        """
        start, end = place.span or (0, 0)
        begins = self._places(text, sentence) if sentence else []
        # Find the last position where the sentence begins no later than the quotation.
        n = bisect_right(begins, start)
        if n == 0 or end > begins[n - 1] + len(sentence):
            return "", text[start:end], ""
        begin = begins[n - 1]
        width = LONG // 2 if len(sentence) > LONG else len(sentence)
        return around(sentence, start - begin, end - begin, width)

    def _places(self, text: str, sentence: str) -> list[int]:
        if (text, sentence) not in self._begins:
            begins = [text.find(sentence)]
            while begins[-1] >= 0:
                begins.append(text.find(sentence, begins[-1] + 1))
            self._begins[text, sentence] = begins[:-1]
        return self._begins[text, sentence]


def around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """Return a keyword with up to `width` characters before and after it, cut between words."""
    before, after = text[max(0, start - width) : start], text[end : end + width]
    if start > width:
        before = "…" + (before.split(" ", 1)[1] if " " in before else before)
    if len(text) - end > width:
        after = (after.rsplit(" ", 1)[0] if " " in after else after) + "…"
    return before, text[start:end], after


def _mark(place: Place, kind: str, url: str, value: str | None = None) -> tuple[str, Mark] | None:
    """Return the passage of a place and a mark there, or None if the place has no span."""
    if not place.passage or not place.span:
        return None
    return place.passage, Mark(*place.span, kind, url, value=value)
