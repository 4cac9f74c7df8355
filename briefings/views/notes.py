"""Editors' notes: beside their passage, and all of them by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import quote

from briefings import anchors, wording
from briefings.model import Note
from briefings.model.page import Page

from .annotated import note_back, note_id, plain, pointed
from .lookup import Context, Lookup
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


def notes_page(find: Lookup) -> Page:
    """All notes by kind, in the order of the texts, the newest briefing first."""
    by_kind: dict[str, list[Note]] = defaultdict(list)
    for note in find.annotated.notes:
        by_kind[note.entry.kind].append(note)
    order = {slug: n for n, slug in enumerate(find.briefings)}
    kinds = [
        {
            "id": kind,
            "title": told[:1].upper() + told[1:],
            "notes": [
                _listed(one, find)
                for one in sorted(by_kind[kind], key=lambda note: order[note.place.briefing])
            ],
        }
        for kind, told in wording.NOTE_KINDS.items()
        if by_kind[kind]
    ]
    return find.page(
        "notes/",
        "notes.md.j2",
        "Notes",
        f"{wording.count(len(find.annotated.notes), 'note')} by the editors on the texts of the "
        "briefings, by kind, each with its basis.",
        "index",
        kinds=kinds,
        terms=bool(find.annotated.terms),
        count=wording.count(len(find.annotated.notes), "note"),
    )


def _listed(note: Note, find: Lookup) -> Context:
    return {
        **note_context(note, find),
        "quote": note.entry.quote,
        "url": anchors.note_url(note.place.briefing, note.entry.id),
        "at": place_link(note.place, find),
        "briefing": find.briefing_link(note.place.briefing),
    }
