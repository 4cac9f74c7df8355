"""Checks across entries: names must be unique, and references must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from .. import prose
from ..model import Where
from ..problems import Problems
from .messages import advise
from .schemas import (
    CheckedSchema,
    EditorSchema,
    NamedSchema,
    NoteSchema,
    PersonSchema,
    SiteSchema,
    SourceSchema,
    TermSchema,
)
from .tables import Item, Table
from .term_relations import term_relations

# Ids of passages contain the id of their source, which comes from a file name.
_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)+(?:#[^\s#@/]+)?")


def names(kind: str, table: Table[PersonSchema] | Table[NamedSchema], problems: Problems) -> None:
    """Each name or alias belongs to one entry only; a Chinese name needs a source."""
    owners: dict[str, str] = {}
    for item in table:
        if item.whole:
            _attested(item, problems)
        printed = [(item.entry.name, item.where("name"))]
        printed += [(alias, item.where("aliases", n)) for n, alias in enumerate(item.entry.aliases)]
        for name, where in printed:
            owner = owners.setdefault(_folded(name), item.id)
            if owner != item.id:
                problems.error_at(
                    "name-of-two", where,
                    f"'{name}' already names the {kind} '{owner}'", "keep it in one of the two",
                )  # fmt: skip
            elif where != printed[0][1] and _folded(name) == _folded(item.entry.name):
                problems.error_at(
                    "alias-is-name", where,
                    f"the alias '{name}' is the name itself", "remove the alias",
                )  # fmt: skip


def families(people: Table[PersonSchema], problems: Problems) -> None:
    """The family name is at the beginning or end of the full name."""
    for item in people:
        name, family = item.entry.name, item.entry.family
        if family and not (name.startswith(f"{family} ") or name.endswith(f" {family}")):
            problems.error_at(
                "family-not-in-name", item.where("family"),
                f"'{family}' neither begins nor ends the name '{name}'",
                "give the part of 'name' that is the family name",
            )  # fmt: skip


def sources(items: Mapping[str, Item[SourceSchema]], problems: Problems) -> None:
    """A line is ruled on once, an event has one primary source, and a slug is used once."""
    slugs: dict[str, str] = {}
    primary: dict[str, str] = {}
    for name, item in items.items():
        labels = [(ruling.line, ruling.begins) for ruling in item.entry.labels]
        _settled_once(item, "labels", labels, problems)
        roles = [(ruling.line, ruling.begins) for ruling in item.entry.roles]
        _settled_once(item, "roles", roles, problems)
        event, slug = item.entry.event, item.entry.slug
        if slug and slugs.setdefault(slug, name) != name:
            problems.error_at(
                "slug-of-two", item.where("slug"),
                f"the slug '{slug}' is taken by source '{slugs[slug]}'", "choose another one",
            )  # fmt: skip
        if event and item.entry.primary and primary.setdefault(event, name) != name:
            problems.error_at(
                "two-primary-sources", item.where("primary"),
                f"source '{primary[event]}' is the primary text of '{event}' already",
                "set 'primary: yes' in only one source of an event",
            )  # fmt: skip


def _settled_once(
    item: Item[SourceSchema], key: str, parts: Sequence[tuple[int, str | None]], problems: Problems
) -> None:
    for n, (line, begins) in enumerate(parts):
        if (line, begins) in parts[:n]:
            problems.error_at(
                "line-settled-twice", item.where(key, n, "line"),
                f"line {line} is already settled above", "keep one of the two",
            )  # fmt: skip


def glossary(table: Table[TermSchema], problems: Problems) -> None:
    """In each source a wording leads to one term; `not` contains the term; every entry
    has a basis.
    """
    owners: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for item in table:
        entry = item.entry
        wordings = [(entry.term, entry.sources, item.where("term"))]
        wordings += [
            (rendering.text, rendering.sources, item.where("renderings", n))
            for n, rendering in enumerate(entry.renderings)
        ]
        for text, limited, where in wordings:
            _wording(text, frozenset(limited), where, item.id, owners, problems)
        if item.whole:
            _explained(item, problems)
            _attested(item, problems)
        for n, wrong in enumerate(entry.not_):
            if not any(_folded(text) in _folded(wrong) for text, _, _ in wordings):
                problems.error_at(
                    "not-is-idle", item.where("not", n),
                    f"'{wrong}' contains no wording of the term", "remove it or check its spelling",
                )  # fmt: skip
        _prose(entry.explanation or "", item.where("explanation"), problems)
        if entry.explanation_basis and not entry.explanation:
            problems.error_at(
                "basis-of-nothing", item.where("explanation_basis"),
                "'explanation_basis' is given without 'explanation'",
                "add 'explanation' or remove the basis",
            )  # fmt: skip
    term_relations(table, problems)


def _attested(
    item: Item[TermSchema] | Item[PersonSchema] | Item[NamedSchema], problems: Problems
) -> None:
    """A Chinese wording names its source, and no source is given without a wording."""
    entry = item.entry
    if entry.chinese_basis and not entry.chinese:
        problems.error_at(
            "basis-of-nothing", item.where("chinese_basis"),
            "'chinese_basis' is given without 'chinese'", "add 'chinese' or remove the basis",
        )  # fmt: skip
    if entry.chinese and not entry.chinese_basis:
        problems.error_at(
            "not-attested", item.where("chinese"),
            f"nothing says where '{entry.chinese}' is attested",
            "in 'chinese_basis', name a passage that prints it or the title of a public text",
        )  # fmt: skip


def _explained(item: Item[TermSchema], problems: Problems) -> None:
    entry = item.entry
    if not entry.quotations and not entry.definition:
        problems.error_at(
            "not-explained", item.where(), f"the term '{entry.term}' is not explained",
            "give 'quotations', or a 'definition' with its 'basis'",
        )  # fmt: skip
    explained = entry.basis or entry.explanation_basis or not entry.explanation
    if not explained or (entry.definition and not entry.basis):
        problems.error_at(
            "no-basis", item.where(),
            f"the editors' own words on '{entry.term}' have no basis",
            "give their source in 'basis'",
        )  # fmt: skip


def _wording(
    text: str,
    limited: frozenset[str],
    where: Where,
    term: str,
    owners: dict[str, list[tuple[str, frozenset[str]]]],
    problems: Problems,
) -> None:
    """A wording may lead to two terms only if these are limited to different sources."""
    others = owners.setdefault(_folded(text), [])
    for owner, their_sources in others:
        if limited and their_sources and not limited & their_sources:
            continue
        message = (
            f"the wording '{text}' occurs twice in the term"
            if owner == term
            else f"the wording '{text}' already leads to the term '{owner}'"
        )
        problems.error_at(
            "rendering-of-two", where, message,
            "keep one, or use 'sources' to restrict each to different texts",
        )  # fmt: skip
        break
    others.append((term, limited))


def notes(
    tables: Sequence[tuple[str, Table[NoteSchema]]],
    editors: Table[EditorSchema],
    problems: Problems,
) -> None:
    """Ids are unique across all files, and notes are signed by known editors."""
    places: dict[str, Where] = {}
    for _, table in tables:
        for name, where in table.ids.items():
            place = places.setdefault(name, where)
            if place != where:
                problems.error_at(
                    "duplicate-id", where,
                    f"the note '{name}' stands in {place.path} already",
                    "give one of them another id",
                )  # fmt: skip
        for item in table:
            _prose(item.entry.text, item.where("text"), problems)
            _editor(item.entry.author, item.where("author"), editors, problems)


def _prose(text: str, where: Where, problems: Problems) -> None:
    for message, hint in prose.faults(text):
        problems.error_at("unknown-markup", where, message, hint)


def redirects(pairs: Iterable[tuple[str, str, Where]], problems: Problems) -> None:
    """Both sides are addresses of this site, and no old address leads back to itself."""
    pairs = tuple(pairs)
    table = {old: new for old, new, _ in pairs}
    for old, new, where in pairs:
        for address in (old, new):
            if not _ADDRESS.fullmatch(address):
                problems.error_at(
                    "no-address", where, f"'{address}' is not the address of a page",
                    "write it from the site's root: briefings/<name>/, with #<passage> behind it "
                    "where a passage is meant",
                )  # fmt: skip
        visited, at = {old}, table[old]
        while at in table and at not in visited:
            visited.add(at)
            at = table[at]
        if at == old:
            problems.error_at(
                "redirect-in-a-circle", where,
                f"the redirect of '{old}' leads back to itself", "redirect to an existing page",
            )  # fmt: skip


def signed(
    sources: Mapping[str, Item[SourceSchema]],
    briefings: Table[CheckedSchema],
    editors: Table[EditorSchema],
    problems: Problems,
) -> None:
    """Sources and briefings are checked by known editors."""
    checks = [
        (item.entry.checked.by, item.where("checked", "by"))
        for item in sources.values()
        if item.entry.checked
    ]
    checks += [(item.entry.by, item.where("by")) for item in briefings]
    for editor, where in checks:
        _editor(editor, where, editors, problems)


def site(item: Item[SiteSchema] | None, problems: Problems) -> None:
    """The text for the About page is prose and does not link to passages, since it
    belongs to none.
    """
    if item is None or not item.entry.about:
        return
    where = item.where("about")
    _prose(item.entry.about, where, problems)
    for run in (run for paragraph in prose.paragraphs(item.entry.about) for run in paragraph):
        if run.href and prose.is_pointer(run.href):
            problems.error_at(
                "unknown-markup", where,
                f"the link '{run.text}' leads to a passage, '{run.href}'",
                "link to a web address here, or name the briefing",
            )  # fmt: skip


def _editor(id_: str, where: Where, editors: Table[EditorSchema], problems: Problems) -> None:
    if id_ not in editors.ids:
        problems.error_at(
            "unknown-editor", where,
            f"'{id_}' is not in editors.yml", advise(id_, editors.ids),
        )  # fmt: skip


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
