"""Attach the glossary and the notes to the texts.

Each quotation is located in its text; a problem is reported for each one that is not found. The
mentions of terms come from `extract`, so a term's page needs no other data. Notes are sorted in the
order of the texts, and their places are numbered within each briefing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from .isolation import NOTE, TERM, Part, attempt
from .locator import Locator, place_of
from .model import (
    Annotations,
    Briefing,
    Corpus,
    Editorial,
    Explanation,
    Note,
    NoteEntry,
    NotePlace,
    Place,
    Term,
    TermEntry,
    TermMention,
    Usage,
)
from .model.relations import Appearance
from .problems import Problems


def annotate(
    corpus: Corpus,
    editorial: Editorial,
    mentions: Sequence[TermMention],
    problems: Problems,
    published: Mapping[str, Collection[str]] | None = None,
) -> Annotations:
    """Return the terms and notes of a corpus; references that cannot be resolved are reported.

    `published` maps each source to the slugs of the briefings under which it was published before.
    A notes file may keep the name of such a briefing.
    """
    places = Locator(corpus.briefings, problems)
    return Annotations(
        terms=_terms(corpus, editorial.glossary, mentions, places, problems),
        notes=_notes(corpus, editorial, places, problems, published or {}),
    )


def _terms(
    corpus: Corpus,
    glossary: Iterable[TermEntry],
    mentions: Sequence[TermMention],
    places: Locator,
    problems: Problems,
) -> tuple[Term, ...]:
    entries = sorted(glossary, key=lambda entry: (entry.term.casefold(), entry.id))
    by_term: dict[str, list[TermMention]] = defaultdict(list)
    for mention in mentions:
        by_term[mention.term].append(mention)
    neighbours = _neighbours(entries)
    order = [
        briefing.slug for briefing in sorted(corpus.briefings, key=lambda b: (b.date or "", b.slug))
    ]
    without = {
        appearance.term: appearance
        for appearance in corpus.relations.appearances
        if appearance.term
    }
    newest = max((b for b in corpus.briefings if b.date), key=lambda b: b.date or "", default=None)
    gathered = (
        attempt(
            TERM, Part(entry.where.path, entry.where.line, entry.term),
            partial(
                _term, entry, by_term[entry.id], neighbours[entry.id], order, newest,
                without.get(entry.id), places,
            ),
            None, problems,
        )
        for entry in entries
    )  # fmt: skip
    return tuple(term for term in gathered if term is not None)


@dataclass(slots=True)
class _Neighbours:
    """The terms related to one term, in either direction."""

    related: set[str] = field(default_factory=set)
    broader: set[str] = field(default_factory=set)
    narrower: set[str] = field(default_factory=set)


def _neighbours(entries: Sequence[TermEntry]) -> dict[str, _Neighbours]:
    """Return the neighbours of each entry, by id; terms without an entry are ignored."""
    neighbours = {entry.id: _Neighbours() for entry in entries}
    for entry in entries:
        for other in neighbours.keys() & set(entry.see):
            neighbours[entry.id].related.add(other)
            neighbours[other].related.add(entry.id)
        for other in neighbours.keys() & set(entry.broader):
            neighbours[entry.id].broader.add(other)
            neighbours[other].narrower.add(entry.id)
    return neighbours


def _term(
    entry: TermEntry,
    mentions: Sequence[TermMention],
    neighbours: _Neighbours,
    order: Sequence[str],
    newest: Briefing | None,
    appearance: Appearance | None,
    places: Locator,
) -> Term:
    for text, where in entry.grounds:
        places.ground(text, where)
    explanations = []
    for quotation in entry.quotations:
        place = places.quote(quotation)
        if place:
            explanations.append(Explanation(quotation.quote, place))
    counts = Counter((mention.wording, mention.place.source) for mention in mentions)
    used = {mention.place.briefing for mention in mentions}
    speakers = dict.fromkeys(mention.speaker for mention in mentions if mention.speaker)
    return Term(
        entry=entry,
        explanations=tuple(explanations),
        mentions=tuple(mentions),
        usages=tuple(
            Usage(wording, source, count) for (wording, source), count in sorted(counts.items())
        ),
        briefings=tuple(slug for slug in order if slug in used),
        speakers=tuple(speakers),
        related=tuple(sorted(neighbours.related)),
        gone=bool(used) and newest is not None and newest.slug not in used,
        more=places.prose(entry.explanation or "", entry.where),
        later_without=_later_without(appearance, [slug for slug in order if slug in used]),
        broader=tuple(sorted(neighbours.broader)),
        narrower=tuple(sorted(neighbours.narrower)),
    )


def _later_without(appearance: Appearance | None, briefings: Sequence[str]) -> int:
    """Return the number of later briefings of the series that lack the term.

    Return 0 if a text other than the primary one uses the term in a later briefing.
    """
    if appearance is None or not briefings or appearance.last.briefing != briefings[-1]:
        return 0
    return appearance.later_without


def _note(entry: NoteEntry, author: str, places: Locator) -> Note | None:
    see = [
        place_of(passage)
        for pointer, where in zip(entry.see, entry.see_wheres, strict=True)
        if (passage := places.passage(pointer, where))
    ]
    quoted = places.quotes(entry.quotations)
    if len(quoted) < len(entry.quotations):
        return None
    standing = tuple(NotePlace(0, place) for place in quoted)
    return Note(entry, standing, author, places.prose(entry.text, entry.where), tuple(see))


def _notes(
    corpus: Corpus,
    editorial: Editorial,
    places: Locator,
    problems: Problems,
    published: Mapping[str, Collection[str]],
) -> tuple[Note, ...]:
    names = {editor.id: editor.name for editor in editorial.editors}
    attached = [
        attempt(
            NOTE, Part(entry.where.path, entry.where.line, entry.quotations[0].quote),
            partial(_note, entry, names.get(entry.author, entry.author), places), None, problems,
        )
        for entry in editorial.notes
    ]  # fmt: skip
    notes = [note for note in attached if note is not None]
    _misfiled(
        (note for note in notes if note.entry.file not in published.get(note.home.source, ())),
        problems,
    )
    return _numbered(notes, corpus)


def _numbered(notes: Sequence[Note], corpus: Corpus) -> tuple[Note, ...]:
    """Return the notes in the order of their first places, with all places numbered from 1 in each
    briefing."""
    order = _Order(corpus)
    standing: dict[str, list[tuple[tuple[int, int, int], str, int]]] = defaultdict(list)
    for note in notes:
        for n, at in enumerate(note.places):
            key = (*order.of(at.place), at.place.offsets[0])
            standing[at.place.briefing].append((key, note.entry.id, n))
    ordered = [sorted(standing[briefing.slug]) for briefing in corpus.briefings]
    numbers = {
        (id_, n): number for places in ordered for number, (_, id_, n) in enumerate(places, 1)
    }
    by_id = {note.entry.id: note for note in notes}
    return tuple(
        replace(
            by_id[id_],
            places=tuple(
                replace(at, number=numbers[id_, n]) for n, at in enumerate(by_id[id_].places)
            ),
        )
        for places in ordered
        for _, id_, first in places
        if first == 0
    )


class _Order:
    """The position of each passage in its briefing."""

    def __init__(self, corpus: Corpus) -> None:
        self._briefings = {briefing.slug: briefing for briefing in corpus.briefings}
        self._known: dict[str, dict[tuple[str, str], tuple[int, int]]] = {}

    def of(self, place: Place) -> tuple[int, int]:
        """Return the index of the place's witness and the index of its passage in that witness."""
        known = self._known.get(place.briefing)
        if known is None:
            known = {
                (witness.source.id, passage.id): (w, p)
                for w, witness in enumerate(self._briefings[place.briefing].witnesses)
                for p, passage in enumerate(witness.passages)
            }
            self._known[place.briefing] = known
        return known[place.source, place.passage or ""]


def _misfiled(notes: Iterable[Note], problems: Problems) -> None:
    """Warn about notes in files that are not named after the briefing of their first place.

    If all notes of a file belong to one other briefing, the file is reported once, as wrongly
    named.
    """
    by_file: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        by_file[note.entry.where.path].append(note)
    for path, notes in by_file.items():
        about = {note.home.briefing for note in notes}
        lost = [note for note in notes if note.home.briefing != note.entry.file]
        if len(about) == 1 and lost:
            (briefing,) = about
            problems.warning(
                "note-misfiled", path, f"these notes are about the briefing '{briefing}'",
                f"name the file {briefing}.yml",
            )  # fmt: skip
            continue
        for note in lost:
            where = note.entry.where
            problems.warning(
                "note-misfiled", path,
                f"the note '{note.entry.id}' is about the briefing '{note.home.briefing}'",
                f"move it to {note.home.briefing}.yml", where.line, where.column,
            )  # fmt: skip
