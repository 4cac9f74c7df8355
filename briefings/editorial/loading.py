"""Loads the files of `editorial/` into `model.Editorial`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ..model import (
    Change,
    Checked,
    Edition,
    EditorEntry,
    Editorial,
    LabelRuling,
    NameRuling,
    NoteEntry,
    OutletEntry,
    PartRuling,
    PersonEntry,
    Pinned,
    Quotation,
    Rendering,
    Settings,
    SiteEntry,
    TermEntry,
    TopicEntry,
    Where,
)
from ..problems import Problems
from . import checks
from .document import Compose, as_typed, compose
from .figures import discrepancies, indicators
from .messages import advise
from .schemas import (
    ChangeSchema,
    CheckedSchema,
    EditorSchema,
    NamedSchema,
    NotedSchema,
    NoteSchema,
    PersonSchema,
    SameSchema,
    SiteSchema,
    SourceSchema,
    TermSchema,
    TopicSchema,
)
from .tables import Item, read_list, read_map, read_one, read_pairs

FILES = (
    "changes.yml", "checked.yml", "discrepancies.yml", "editors.yml", "glossary.yml",
    "indicators.yml", "outlets.yml", "people.yml", "redirects.yml", "search.yml", "site.yml",
    "topics.yml",
)  # fmt: skip
FOLDERS = ("ids", "notes", "schemas", "sources")


def load(folder: Path, problems: Problems, composing: Compose = compose) -> Editorial:
    """Loads everything in the folder; missing files count as empty, and all mistakes are reported.

    `composing` may cache the results of `compose` between runs.
    """
    if not folder.exists():
        return Editorial()
    if not folder.is_dir():
        problems.error(
            "not-a-folder", as_typed(folder), "the editorial folder is a file",
            "give the folder that contains people.yml and sources/",
        )  # fmt: skip
        return Editorial()
    _strangers(folder, problems)
    people = read_map(folder / "people.yml", PersonSchema, problems, composing)
    outlets = read_map(folder / "outlets.yml", NamedSchema, problems, composing)
    topics = read_map(folder / "topics.yml", TopicSchema, problems, composing)
    glossary = read_map(folder / "glossary.yml", TermSchema, problems, composing)
    editors = read_map(folder / "editors.yml", EditorSchema, problems, composing)
    changes = read_list(folder / "changes.yml", ChangeSchema, problems, composing)
    synonyms = read_list(folder / "search.yml", SameSchema, problems, composing)
    site = read_one(folder / "site.yml", SiteSchema, problems, composing)
    checked = read_map(folder / "checked.yml", CheckedSchema, problems, composing)
    redirects = read_pairs(folder / "redirects.yml", problems, composing)
    notes = [
        (path.stem, read_map(path, NoteSchema, problems, composing))
        for path in _yaml(folder / "notes")
    ]
    sources = {
        path.stem: item
        for path in _yaml(folder / "sources")
        if (item := read_one(path, SourceSchema, problems, composing)) is not None
    }
    checks.names("person", people, problems)
    checks.families(people, problems)
    checks.names("outlet", outlets, problems)
    checks.sources(sources, problems)
    checks.glossary(glossary, problems)
    checks.notes(notes, editors, problems)
    checks.redirects(redirects, problems)
    checks.signed(sources, checked, editors, problems)
    checks.site(site, problems)
    return Editorial(
        sources={name: _settings(item) for name, item in sources.items()},
        people=tuple(_person(item) for item in people),
        outlets=tuple(_named(item, OutletEntry) for item in outlets),
        topics=tuple(_topic(item) for item in topics),
        changes=tuple(
            Change(item.entry.date, item.entry.text, item.entry.briefing, item.where())
            for item in changes
        ),
        redirects=tuple((old, new) for old, new, _ in redirects),
        redirect_wheres=tuple(where for _, _, where in redirects),
        glossary=tuple(_term(item) for item in glossary),
        notes=tuple(_note(item, stem) for stem, table in notes for item in table),
        editors=tuple(EditorEntry(item.id, item.entry.name, item.entry.note) for item in editors),
        same=tuple(tuple(item.entry.words) for item in synonyms),
        same_wheres=tuple(None if item.entry.keep else item.where() for item in synonyms),
        site=_site(site) if site else None,
        checked={item.id: _checked(item.entry, item.where()) for item in checked},
        indicators=indicators(folder / "indicators.yml", problems, composing, topics.ids),
        discrepancies=discrepancies(folder / "discrepancies.yml", editors.ids, problems, composing),
    )


def _yaml(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yml")) if folder.is_dir() else []


def _strangers(folder: Path, problems: Problems) -> None:
    """Reports files that nothing reads; most often their names are misspelt."""
    names_of_folders = {folder: (*FILES, *FOLDERS), folder / "notes": (), folder / "sources": ()}
    for place, names in names_of_folders.items():
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.name.startswith(".") or path.stem == "README" or path.name in names:
                continue
            if place != folder and path.suffix == ".yml":
                continue
            hint = advise(path.name, names) if names else "end its name in .yml or take it out"
            problems.warning("unread-file", as_typed(path), "nothing reads this file", hint)


_Named = TypeVar("_Named", PersonEntry, OutletEntry)


def _person(item: Item[PersonSchema]) -> PersonEntry:
    return replace(_named(item, PersonEntry), family=item.entry.family)


def _named(item: Item[PersonSchema] | Item[NamedSchema], kind: type[_Named]) -> _Named:
    entry: NamedSchema = item.entry
    places = [item.where(), *(item.where("aliases", n) for n in range(len(entry.aliases)))]
    return kind(
        item.id, entry.name, tuple(entry.aliases), entry.note, tuple(entry.not_), entry.keep,
        tuple(places), entry.chinese, entry.chinese_basis,
    )  # fmt: skip


def _site(item: Item[SiteSchema]) -> SiteEntry:
    entry = item.entry
    return SiteEntry(
        item.document.where(()), entry.name, entry.description, entry.home, entry.about,
        entry.published is True, _pinned(item),
    )  # fmt: skip


def _pinned(item: Item[SiteSchema]) -> Pinned:
    entry = item.entry.pinned
    if entry is None:
        return Pinned()
    values = {name: getattr(entry, name) for name in type(entry).model_fields}
    wheres = [
        (field, name, item.document.where(("pinned", field, n)))
        for field, names in values.items()
        if isinstance(names, list)
        for n, name in enumerate(names)
    ]
    if entry.briefing:
        wheres.append(("briefing", entry.briefing, item.document.where(("pinned", "briefing"))))
    lists = {name: tuple(names) for name, names in values.items() if isinstance(names, list)}
    return Pinned(briefing=entry.briefing, **lists, wheres=tuple(wheres))


def _checked(entry: CheckedSchema, where: Where) -> Checked:
    return Checked(entry.by, entry.on, entry.state, where)


def _settings(item: Item[SourceSchema]) -> Settings:
    entry = item.entry
    return Settings(
        kind=entry.kind,
        quality=entry.quality,
        quality_basis=entry.quality_basis,
        title=entry.title,
        short_title=entry.short_title,
        date=entry.date,
        date_basis=entry.date_basis,
        time=entry.time,
        location=entry.place,
        host=entry.host,
        name=entry.name,
        publisher=entry.publisher,
        published=entry.published,
        url=entry.url,
        encoding=entry.encoding,
        language=entry.language,
        retrieved=entry.retrieved,
        archived=entry.archived,
        rights=entry.rights,
        event=entry.event,
        distinct_from=tuple(entry.distinct_from),
        primary=entry.primary,
        slug=entry.slug,
        labels=tuple(
            LabelRuling(
                ruling.line,
                ruling.label,
                ruling.speaker,
                ruling.kind,
                item.where("labels", n),
                ruling.begins,
            )
            for n, ruling in enumerate(entry.labels)
        ),
        roles=tuple((ruling.line, ruling.role) for ruling in entry.roles if not ruling.begins),
        part_roles=tuple(
            PartRuling(ruling.line, ruling.role, ruling.begins, item.where("roles", n))
            for n, ruling in enumerate(entry.roles)
            if ruling.begins
        ),
        names=tuple(
            NameRuling(
                ruling.line, ruling.name, ruling.person, item.where("names", n), ruling.begins
            )
            for n, ruling in enumerate(entry.names)
        ),
        editions=tuple(
            Edition(
                edition.file,
                edition.sha256,
                edition.replaced,
                edition.published,
                edition.url,
                edition.encoding,
                item.where("editions", n),
            )
            for n, edition in enumerate(entry.editions)
        ),
        where=item.document.where(()),
        role_wheres=tuple(
            item.where("roles", n) for n, ruling in enumerate(entry.roles) if not ruling.begins
        ),
        checked=_checked(entry.checked, item.where("checked")) if entry.checked else None,
    )


def _topic(item: Item[TopicSchema]) -> TopicEntry:
    entry = item.entry
    return TopicEntry(
        id=item.id,
        title=entry.title,
        description=entry.description,
        words=tuple(entry.words),
        passages=tuple(entry.passages),
        wheres=tuple(item.where("passages", n) for n in range(len(entry.passages))),
        where=item.where(),
        word_wheres=tuple(item.where("words", n) for n in range(len(entry.words))),
        keep=entry.keep,
    )


def _term(item: Item[TermSchema]) -> TermEntry:
    entry = item.entry
    preferred = Rendering(entry.term, item.where("term"), tuple(entry.sources), entry.case)
    others = tuple(
        Rendering(
            rendering.text, item.where("renderings", n), tuple(rendering.sources),
            rendering.case or entry.case,
        )
        for n, rendering in enumerate(entry.renderings)
    )  # fmt: skip
    return TermEntry(
        id=item.id,
        term=entry.term,
        kind=entry.kind,
        where=item.where(),
        renderings=(preferred, *others),
        wrong=tuple(entry.not_),
        chinese=entry.chinese,
        chinese_basis=entry.chinese_basis,
        quotations=tuple(
            Quotation(
                quotation.passage,
                quotation.quote,
                item.where("quotations", n, "passage"),
                item.where("quotations", n, "quote"),
            )
            for n, quotation in enumerate(entry.quotations)
        ),
        definition=entry.definition,
        basis=entry.basis,
        explanation=entry.explanation,
        see=tuple(entry.see),
        keep=entry.keep,
        broader=tuple(entry.broader),
        exact_match=tuple(entry.exact_match),
        close_match=tuple(entry.close_match),
        explanation_basis=entry.explanation_basis,
        explain=entry.explain,
        grounds=tuple(
            (text, item.where(key))
            for key in ("basis", "chinese_basis", "explanation_basis")
            if (text := getattr(entry, key))
        ),
    )


def _note(item: Item[NoteSchema], stem: str) -> NoteEntry:
    entry = item.entry
    return NoteEntry(
        id=item.id,
        file=stem,
        quotations=(
            _noted(item, entry),
            *(_noted(item, noted, "also", n) for n, noted in enumerate(entry.also)),
        ),
        kind=entry.kind,
        text=entry.text,
        basis=entry.basis,
        author=entry.author,
        date=entry.date,
        where=item.where(),
        see=tuple(entry.see),
        see_wheres=tuple(item.where("see", n) for n in range(len(entry.see))),
        weight=entry.weight,
    )


def _noted(item: Item[NoteSchema], entry: NotedSchema, *steps: str | int) -> Quotation:
    return Quotation(
        entry.passage,
        entry.quote,
        item.where(*steps, "passage"),
        item.where(*steps, "quote"),
        entry.prefix or "",
        entry.suffix or "",
    )
