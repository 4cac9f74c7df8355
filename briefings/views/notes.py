"""Editors' notes: beside their passage, and all of them by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from briefings import anchors, wording
from briefings.model import Note
from briefings.model.page import Page

from .annotated import note_back, note_id, plain, pointed
from .lookup import Context, Lookup
from .paging import Link, Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending
from .reads import kept, reader
from .terms import place_link


@reader
@kept
def notes_by_passage(find: Lookup, briefing: str) -> Mapping[str | None, list[Context]]:
    """The notes on the texts of a briefing, as they stand beside each passage."""
    found: dict[str | None, list[Context]] = defaultdict(list)
    for one in find.annotated.notes_of(briefing):
        found[one.place.passage].append(note_context(one, find))
    return found


def note_context(note: Note, find: Lookup) -> Context:
    entry = note.entry
    basis = pointed(entry.basis, find.annotated.places)
    told = {run["url"] for run in basis}
    return {
        "id": note_id(note),
        "back": note_back(note),
        "number": note.number,
        "kind": wording.NOTE_KINDS[entry.kind],
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
    return part_pages(_parts(find), Link("Notes", anchors.NOTES), make, "note", "notes")


def _ordered(find: Lookup) -> list[Note]:
    order = {slug: n for n, slug in enumerate(find.briefings)}
    return sorted(find.annotated.notes, key=lambda note: order[note.place.briefing])


def _parts(find: Lookup) -> tuple[Part[Note], ...]:
    return by_year(
        _ordered(find), anchors.NOTES, lambda one: find.briefings[one.place.briefing].date,
        find.site.limits.notes, find,
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
        anchors.NOTES,
        "notes.md.j2",
        "Notes",
        f"{wording.count(len(find.annotated.notes), 'note')} by the editors on the texts of the "
        "briefings, by kind, each with its basis.",
        "index",
        **context_of(
            NotesPage(
                kinds,
                bool(find.annotated.terms),
                wording.count(len(find.annotated.notes), "note"),
            ),
            paging,
        ),
    )


def _listed(note: Note, find: Lookup) -> Context:
    return {
        **note_context(note, find),
        "quote": note.entry.quote,
        "url": anchors.note_url(note.place.briefing, note.entry.id),
        "at": place_link(note.place, find),
        "briefing": find.briefing_link(note.place.briefing),
    }
