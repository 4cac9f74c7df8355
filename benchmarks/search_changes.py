"""What a change costs the search index: which parts are indexed again, which files are written."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefings.model import (
    Briefing,
    Corpus,
    Note,
    NoteEntry,
    NotePlace,
    Passage,
    Place,
    Quotation,
    Section,
    Turn,
    Where,
)
from briefings.publish.search import FOLDER, write_index
from briefings.publish.search_records import oldest_first


def print_changes(gathered: Corpus, folder: Path, same: Sequence[Sequence[str]]) -> None:
    """What is written again for a note, for a word, and for one more briefing."""
    site, work = folder / "site", folder / "parts"
    # What is told across briefings would name the one that is left out here.
    gathered = replace(gathered, indicators=(), discrepancies=())
    by_date = oldest_first(gathered)
    middle, newest = by_date[len(by_date) // 2], by_date[-1]
    for what, before, after in (
        ("a note", gathered, _noted(gathered, middle)),
        ("a word of one source", gathered, _reworded(gathered, middle)),
        ("one more briefing, the newest", _without(gathered, newest), gathered),
        ("one more briefing, in between", _without(gathered, middle), gathered),
    ):
        write_index(before, site, work, same=same)
        old = files_of(site)
        started = time.process_time()
        write_index(after, site, work, same=same)
        took = time.process_time() - started
        new = files_of(site)
        written = [name for name in new if old.get(name) != new[name]]
        parts = sorted({name.split("/")[0] for name in written if "/" in name})
        print(
            f"  {what}: {took:.2f} CPU s; {len(parts)} parts indexed again "
            f"({', '.join(parts)}), {len(written)} files of {len(new)} written, "
            f"{sum(len(new[name]) for name in written) / 1e3:.0f} KB",
            flush=True,
        )


def _noted(gathered: Corpus, briefing: Briefing) -> Corpus:
    passage = briefing.primary.passages[-1]
    where = Where("notes.yml", 1, 1)
    words = (Quotation("", "", where, where),)
    entry = NoteEntry("n", briefing.slug, words, "context", "", "", "editors", "2026-01-01", where)
    place = Place(briefing.slug, briefing.primary.source.id, passage.id, passage.line)
    note = Note(entry, (NotePlace(1, place),), "editors", (), ())
    return replace(gathered, annotations=replace(gathered.annotations, notes=(note,)))


def _reworded(gathered: Corpus, briefing: Briefing) -> Corpus:
    primary = briefing.primary
    last = primary.passages[-1]
    mended = replace(last, text=f"{last.text} Indeed.")

    def passages(part: Turn | Section) -> tuple[Passage, ...]:
        return tuple(mended if one is last else one for one in part.passages)

    witness = replace(
        primary,
        turns=tuple(replace(turn, passages=passages(turn)) for turn in primary.turns),
        sections=tuple(
            replace(section, passages=passages(section)) for section in primary.sections
        ),
    )
    changed = replace(briefing, witnesses=(witness, *briefing.witnesses[1:]))
    return replace(
        gathered,
        briefings=tuple(changed if one is briefing else one for one in gathered.briefings),
    )


def _without(gathered: Corpus, briefing: Briefing) -> Corpus:
    """The corpus as it was before a briefing: nobody who is heard in it alone."""
    people = []
    for person in gathered.people:
        turns = tuple(turn for turn in person.turns if turn[1].briefing != briefing.slug)
        roles = tuple(role for role in person.roles if role.place.briefing != briefing.slug)
        if turns or roles:
            people.append(replace(person, turns=turns, roles=roles))
    outlets = tuple(
        outlet
        for outlet in gathered.outlets
        if any(place.briefing != briefing.slug for _, place in outlet.questions)
    )
    briefings = tuple(other for other in gathered.briefings if other is not briefing)
    return replace(gathered, briefings=briefings, people=tuple(people), outlets=outlets)


def files_of(site: Path) -> dict[str, bytes]:
    """The files of a site's search index, by their paths below its folder."""
    folder = site / FOLDER
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
