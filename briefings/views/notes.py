"""Editors' notes: beside their passage, and all of them by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model import Note
from briefings.model.page import Page

from .annotated import note_address, note_back, note_id, plain
from .lookup import Context, Lookup
from .paging import Link, Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending
from .reads import kept, reader
from .text_links import place_link


@reader
@kept
def notes_by_passage(find: Lookup, briefing: str) -> Mapping[str | None, list[Context]]:
    """The notes on the texts of a briefing, as they stand beside each passage: of weight first, and
    among those what two texts say differently."""
    found: dict[str | None, list[tuple[Note, int]]] = defaultdict(list)
    for note, n in sorted(find.annotated.notes_of(briefing), key=_rank):
        found[note.places[n].place.passage].append((note, n))
    return {
        passage: [_beside(note, n, find) for note, n in notes] for passage, notes in found.items()
    }


def _rank(standing: tuple[Note, int]) -> tuple[bool, bool, int]:
    note, n = standing
    entry = note.entry
    return entry.weight != "essential", entry.kind != "discrepancy", note.places[n].number


def _beside(note: Note, n: int, find: Lookup) -> Context:
    """A note at its n-th place, with the way to its other places.

    Those in another briefing are named by its day too.
    """
    place = note.places[n].place
    here = place.briefing
    also = [
        {**_place(note, other, find), "dated": at.place.briefing != here}
        for other, at in enumerate(note.places)
        if other != n
    ]
    return {
        **_content(note, find),
        "id": note_id(note, n),
        "back": note_back(note, n),
        "number": note.places[n].number,
        # Whoever lands in a machine's words must see what they say otherwise than another text.
        "open": note.entry.kind == "discrepancy"
        and find.origin(place.briefing, place.source)["by_machine"],
        "also": also,
    }


def _place(note: Note, n: int, find: Lookup) -> Context:
    """The n-th place of a note: what to call it, and the address of the note there."""
    return {**place_link(note.places[n].place, find), "url": note_address(note, n)}


def _content(note: Note, find: Lookup) -> Context:
    """What a note says, wherever it stands."""
    entry = note.entry
    basis = find.annotated.ground(entry.basis) or []
    told = {run["url"] for run in basis} | {urls.place_url(one.place) for one in note.places}
    return {
        "sort": entry.kind,
        "kind": wording.NOTE_KINDS[entry.kind],
        "weight": entry.weight,
        "text": plain(note.text),
        "basis": basis,
        "author": note.author,
        "edit": _edit(note, find),
        "date": wording.date_words(entry.date),
        "see": [one for place in note.see if (one := place_link(place, find))["url"] not in told],
    }


def _edit(note: Note, find: Lookup) -> str | None:
    """Where the note is changed on GitHub, at its line; None where no repository is known."""
    if not find.site.edit:
        return None
    return f"{find.site.edit}notes/{quote(note.entry.file)}.yml#L{note.entry.where.line}"


@dataclass(frozen=True, slots=True)
class NotesPage:
    """What `notes.md.j2` shows: kinds with their notes, whether there are terms.

    `count` says how many notes there are in all.
    """

    kinds: list[Context]
    terms: bool
    count: str


def notes_page(find: Lookup) -> Page:
    """All notes by kind, in the order of the texts, the newest briefing first.

    Of many, those on the newest briefings, and the way to each year.
    """
    parts = _parts(find)
    shown = newest(parts, find.site.limits.newest) if parts else _ordered(find)
    return _index(shown, hub(parts), find)


def notes_parts(find: Lookup) -> list[Pending]:
    """The notes on each year's briefings, where all are too many for one page."""
    make = partial(_index, find=find)
    return part_pages(
        _parts(find), Link(interface.section("notes").title, urls.NOTES), make, counting("note")
    )


def _ordered(find: Lookup) -> list[Note]:
    order = {slug: n for n, slug in enumerate(find.briefings)}
    return sorted(find.annotated.notes, key=lambda note: order[note.home.briefing])


def _parts(find: Lookup) -> tuple[Part[Note], ...]:
    return by_year(
        _ordered(find), urls.NOTES, lambda one: find.briefings[one.home.briefing].date,
        find.site.limits.notes, find, slack=False,
    )  # fmt: skip


def _index(shown: Sequence[Note], paging: Paging, find: Lookup) -> Page:
    by_kind: dict[str, list[Note]] = defaultdict(list)
    for note in shown:
        by_kind[note.entry.kind].append(note)
    kinds = [
        {
            "id": kind,
            "title": told[:1].upper() + told[1:],
            "notes": [_listed(one, find) for one in by_kind[kind]],
        }
        for kind, told in wording.NOTE_KINDS.items()
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


def _listed(note: Note, find: Lookup) -> Context:
    return {
        **_content(note, find),
        "number": note.places[0].number,
        "places": [
            {**_place(note, n, find), "number": at.number, "quote": quotation.quote}
            for n, (at, quotation) in enumerate(
                zip(note.places, note.entry.quotations, strict=True)
            )
        ],
    }
