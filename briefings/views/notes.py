"""Editors' notes: next to their passages, and all of them by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import quote

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model import Note
from briefings.model.page import Page

from .annotated import ProseRun, Run, note_address, note_back, note_id, plain
from .links import Link
from .lookup import Lookup
from .paging import Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending
from .reads import kept, reader
from .text_links import PlaceLink, place_link


@dataclass(frozen=True, slots=True)
class NotePlace:
    """One of the places of a note, with its number there and the words that it is about.

    `place` names it in full, and `near` is enough if the briefing is known from context; `dated`
    says that it is at another briefing. `warned` is the grade of a machine-made text.
    """

    url: str
    place: str
    near: str
    warned: str | None
    number: int
    quote: str
    dated: bool = False


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note of the editors.

    Beside a passage it has an `id`, its number in the text (`back` is its HTML id), and its other
    places (`also`); in the list of notes it has all its `places`. `open` says that it is shown
    unfolded.
    """

    sort: str
    kind: str
    weight: str
    text: list[list[ProseRun]]
    basis: list[Run]
    author: str
    edit: str | None
    date: str
    see: list[PlaceLink]
    id: str = ""
    back: str = ""
    number: int = 0
    open: bool = False
    also: tuple[NotePlace, ...] = ()
    places: tuple[NotePlace, ...] = ()


@reader
@kept
def notes_by_passage(find: Lookup, briefing: str) -> Mapping[str | None, list[NoteRow]]:
    """Return the notes on the texts of a briefing by passage, as they are shown next to it.

    Essential notes come first, and among these, notes on discrepancies.
    """
    by_passage: dict[str | None, list[tuple[Note, int]]] = defaultdict(list)
    for note, n in sorted(find.annotated.notes_of(briefing), key=_rank):
        by_passage[note.places[n].place.passage].append((note, n))
    return {
        passage: [_beside(note, n, find) for note, n in notes]
        for passage, notes in by_passage.items()
    }


def _rank(placed: tuple[Note, int]) -> tuple[bool, bool, int]:
    note, n = placed
    entry = note.entry
    return entry.weight != "essential", entry.kind != "discrepancy", note.places[n].number


def _beside(note: Note, n: int, find: Lookup) -> NoteRow:
    """Return a note at its n-th place, with links to its other places.

    Links to another briefing include its date.
    """
    place = note.places[n].place
    slug = place.briefing
    also = tuple(
        replace(_place(note, other, find), dated=at.place.briefing != slug)
        for other, at in enumerate(note.places)
        if other != n
    )
    return replace(
        _content(note, find),
        id=note_id(note, n),
        back=note_back(note, n),
        number=note.places[n].number,
        # In machine-made texts, readers must see at once that another text differs.
        open=note.entry.kind == "discrepancy"
        and find.origin(place.briefing, place.source).by_machine,
        also=also,
    )


def _place(note: Note, n: int, find: Lookup) -> NotePlace:
    """Return a link to the note at its n-th place."""
    at, quotation = note.places[n], note.entry.quotations[n]
    link = place_link(at.place, find)
    return NotePlace(
        note_address(note, n), link.place, link.near, link.warned, at.number, quotation.quote
    )


def _content(note: Note, find: Lookup) -> NoteRow:
    """Return the content of a note, which is the same at all its places."""
    entry = note.entry
    basis = find.annotated.ground(entry.basis) or []
    named = {run.url for run in basis} | {urls.place_url(place.place) for place in note.places}
    return NoteRow(
        sort=entry.kind,
        kind=wording.NOTE_KINDS[entry.kind],
        weight=entry.weight,
        text=plain(note.text),
        basis=basis,
        author=note.author,
        edit=_edit(note, find),
        date=wording.date_words(entry.date),
        see=[link for place in note.see if (link := place_link(place, find)).url not in named],
    )


def _edit(note: Note, find: Lookup) -> str | None:
    """Return the GitHub URL for editing the note, at its line, or None without a repository."""
    if not find.site.edit:
        return None
    return f"{find.site.edit}notes/{quote(note.entry.file)}.yml#L{note.entry.where.line}"


@dataclass(frozen=True, slots=True)
class NotesOfKind:
    """The notes of one kind."""

    id: str
    title: str
    notes: list[NoteRow]


@dataclass(frozen=True, slots=True)
class NotesPage:
    """The context of `notes.md.j2`: notes by kind, their number, and whether the site has terms."""

    kinds: list[NotesOfKind]
    terms: bool
    count: str


def notes_page(find: Lookup) -> Page:
    """Return the page of all notes by kind, in text order, the newest briefing first.

    If they are many, it shows those on the newest briefings, with links by year.
    """
    parts = _parts(find)
    notes = newest(parts, find.site.limits.newest) if parts else _ordered(find)
    return _index(notes, hub(parts), find)


def notes_parts(find: Lookup) -> list[Pending]:
    """Return a page of notes for each year if one page cannot list them all."""
    make = partial(_index, find=find)
    return part_pages(
        _parts(find), Link(interface.section("notes").title, urls.NOTES), make, counting("note")
    )


def _ordered(find: Lookup) -> list[Note]:
    order = {slug: n for n, slug in enumerate(find.briefings)}
    return sorted(find.annotated.notes, key=lambda note: order[note.home.briefing])


def _parts(find: Lookup) -> tuple[Part[Note], ...]:
    return by_year(
        _ordered(find), urls.NOTES, lambda note: find.briefings[note.home.briefing].date,
        find.site.limits.notes, find, slack=False,
    )  # fmt: skip


def _index(notes: Sequence[Note], paging: Paging, find: Lookup) -> Page:
    by_kind: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        by_kind[note.entry.kind].append(note)
    kinds = [
        NotesOfKind(
            id=kind,
            title=interface.capital(words),
            notes=[_listed(note, find) for note in by_kind[kind]],
        )
        for kind, words in wording.NOTE_KINDS.items()
        if by_kind[kind]
    ]
    return find.page(
        urls.NOTES,
        "notes.md.j2",
        interface.section("notes").title,
        say.notes.description(notes=interface.count(len(find.annotated.notes), "note")),
        "index",
        **context_of(
            NotesPage(
                kinds,
                bool(find.annotated.terms),
                interface.count(len(find.annotated.notes), "note"),
            ),
            paging,
        ),
    )


def _listed(note: Note, find: Lookup) -> NoteRow:
    return replace(
        _content(note, find),
        number=note.places[0].number,
        places=tuple(_place(note, n, find) for n in range(len(note.places))),
    )
