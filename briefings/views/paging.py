"""Pagination: lists too long for one page are split by year, letter or institution, and numbered.

The list keeps its first page, which shows the newest items and links to the parts. A year is filled
from its oldest item on, so that a full part never changes when items are added. The unnumbered URL
of a year is that of its newest part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from itertools import groupby
from typing import Generic, Literal, Protocol, TypeVar

from briefings import ids, urls, wording
from briefings.interface import say
from briefings.model.page import Page, Piece

from .links import Link
from .lookup import Context, Lookup
from .pending import Pending

T = TypeVar("T")
By = Literal["year", "letter", "institution"]


class Counted(Protocol):
    """A function that words a number of entries (such as `say.counts.names` or
    `interface.counting`)."""

    def __call__(self, *, count: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a list.

    `key` is its year, letter or institution, `number` its number within that, or None for the first
    part that readers meet. `items` are in list order, and `count` is the number of entries.
    """

    by: By
    key: str
    number: int | None
    url: str
    items: tuple[T, ...]
    count: int

    @property
    def title(self) -> str:
        return (
            self.key
            if self.number is None
            else say.paging.part_of(name=self.key, number=self.number)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """A year, letter or institution, with the URL of its first page and its number of entries."""

    title: str
    url: str
    count: str


@dataclass(frozen=True, slots=True)
class Directory:
    """The links from the first page of a list to its parts.

    `files` is the number of files that map ids of the list to parts, 0 if there are none.
    """

    label: str
    groups: tuple[Group, ...]
    files: int


@dataclass(frozen=True, slots=True)
class Steps:
    """The links from a part to the first page, to the parts of the same year, and to its
    neighbours.

    `before` and `after` are pairs of the name of the step and the part.
    """

    up: Link
    count: str
    numbered: tuple[Link, ...]
    before: tuple[str, Link] | None
    after: tuple[str, Link] | None


@dataclass(frozen=True, slots=True)
class Paging:
    """The pagination of a page, for its template; all fields are None if the list fits one page."""

    paged: str | None = None
    directory: Directory | None = None
    steps: Steps | None = None

    def context(self) -> Context:
        return {
            "paged": self.paged,
            "directory": self.directory,
            "steps": self.steps,
        }


WHOLE = Paging()


def count_of(paging: Paging, total: Callable[[], int], counted: Counted) -> str:
    """Return the number of entries in words: of this part, or else of the whole list.

    Other parts do not affect the count of a part, so its page stays the same when they grow.
    """
    return paging.steps.count if paging.steps else counted(count=total())


def context_of(shown: object, paging: Paging = WHOLE) -> Context:
    """Convert the dataclass that a template shows into a context, with the pagination.

    Raise TypeError if `shown` is not a dataclass.
    """
    if not is_dataclass(shown):
        raise TypeError("a context is a dataclass")
    return {field.name: getattr(shown, field.name) for field in fields(shown)} | paging.context()


def fits(total: int, most: int, find: Lookup, slack: bool = True) -> bool:
    """Return whether a list fits on one page; with `slack`, small corpora may have longer pages."""
    limits = find.site.limits
    small = slack and len(find.briefings) <= limits.small
    return total <= most or (small and total <= limits.slack * most)


def by_year(
    items: Sequence[T],
    page: str,
    date: Callable[[T], str | None],
    most: int,
    find: Lookup,
    size: Callable[[T], int] = lambda _: 1,
    count: Callable[[T], int] | None = None,
    slack: bool = True,
) -> tuple[Part[T], ...]:
    """Split a list by year, newest first; return an empty tuple if it fits one page.

    `date` returns an item's ISO date, `size` how much of `most` it takes up, and `count` the number
    of entries that it represents, if that differs from its size. Without `slack`, the limit is the
    same for small corpora.
    """
    if fits(sum(map(size, items)), most, find, slack):
        return ()
    years = groupby(sorted(items, key=lambda item: _year(date(item)), reverse=True),
                    key=lambda item: _year(date(item)))  # fmt: skip
    parts: list[Part[T]] = []
    for year, group in years:
        pieces = _cut(list(group)[::-1], most, size)
        newest = len(pieces)
        name = year or say.dates.no_year
        parts += [
            _part(
                "year",
                name,
                n if n < newest else None,
                piece[::-1],
                page,
                count or size,
            )
            for n, piece in reversed(list(enumerate(pieces, 1)))
        ]
    return tuple(parts)


def by_letter(
    items: Sequence[T], page: str, letter: Callable[[T], str], most: int, find: Lookup
) -> tuple[Part[T], ...]:
    """Split a list by letter, from A to Z; return an empty tuple if it fits one page."""
    if fits(len(items), most, find):
        return ()
    groups = groupby(sorted(items, key=letter), key=letter)
    return by_name([(key, list(group)) for key, group in groups], "letter", page, most)


def by_name(
    groups: Sequence[tuple[str, Sequence[T]]], by: By, page: str, most: int
) -> tuple[Part[T], ...]:
    """Split named groups, in the given order; an item may belong to several groups."""
    return tuple(
        _part(by, key, n if n > 1 else None, piece, page, _one)
        for key, group in groups
        for n, piece in enumerate(_cut(group, most, _one), 1)
    )


def letter_of(name: str) -> str:
    """Return the letter under which an index lists a name, or "0–9"."""
    initial = ids.slug(name)[:1].upper()
    return initial if initial.isalpha() else "0–9"


def newest(parts: Sequence[Part[T]], most: int, size: Callable[[T], int] = lambda _: 1) -> list[T]:
    """Return the first items of a list that fit into `most`; at least one item is returned."""
    items: list[T] = []
    for item in (item for part in parts for item in part.items):
        most -= size(item)
        if items and most < 0:
            break
        items.append(item)
    return items


def hub(parts: Sequence[Part[T]], files: int = 0) -> Paging:
    """Return the pagination of the first page of a list."""
    if not parts:
        return WHOLE
    groups = []
    for key, group in groupby(parts, key=lambda part: part.key):
        parts_of_key = list(group)
        entry = next(part for part in parts_of_key if part.number is None)
        groups.append(Group(key, entry.url, f"{sum(part.count for part in parts_of_key):,}"))
    return Paging("hub", Directory(_label(parts[0].by), tuple(groups), files))


def part_pages(
    parts: Sequence[Part[T]],
    up: Link,
    make: Callable[[tuple[T, ...], Paging], Page],
    counted: Counted | None = None,
    context: object = None,
) -> list[Pending]:
    """Return a page for each part of a list; `make` is called with its items and pagination.

    `given` is any other data on which `make` depends (see `Pending`).
    """
    pages = []
    for n, part in enumerate(parts):
        before = parts[n - 1] if n else None
        after = parts[n + 1] if n + 1 < len(parts) else None
        same = [other for other in parts if other.key == part.key] if part.number is None else []
        steps = Steps(
            up,
            (counted or say.counts.entries)(count=part.count),
            tuple(
                Link(say.paging.part(number=other.number), other.url)
                for other in same
                if other.number
            ),
            (_before(part.by), Link(before.title, before.url)) if before else None,
            (_after(part.by), Link(after.title, after.url)) if after else None,
        )
        paging = Paging("part", steps=steps)
        title = f"{up.title}, {part.title}"
        make_part = partial(_titled, make, part, paging, title)
        pages.append(Pending(part.url, title, make_part, given=(context, part, paging)))
    return pages


def pages_by_year(
    this: Link,
    sizes: Mapping[str, int],
    make: Callable[[Collection[str] | None, Paging], Page],
    find: Lookup,
    counted: Counted | None = None,
    context: object = None,
) -> list[Pending]:
    """Return the page of a person, outlet, topic or term, and pages by year if it is long.

    `sizes` maps briefings to their numbers of entries. `make` is called with the briefings whose
    entries a page lists (None for all) and the pagination. `given` is any other data on which
    `make` depends (see `Pending`).
    """
    most = find.site.limits.entries
    slugs = find.in_order(sizes)
    parts = by_year(
        slugs, this.url, lambda slug: find.briefings[slug].date, most, find, sizes.__getitem__
    )
    newest_items = frozenset(newest(parts, most // 3, sizes.__getitem__)) if parts else None

    def part_page(slugs: tuple[str, ...], paging: Paging) -> Page:
        return make(frozenset(slugs), paging)

    ways = hub(parts)
    return [
        Pending(
            this.url,
            this.title,
            partial(make, newest_items, ways),
            given=(context, newest_items, ways),
        ),
        *part_pages(parts, this, part_page, counted, context),
    ]


def places(
    parts: Sequence[Part[T]], page: str, id_of: Callable[[T], str], find: Lookup
) -> list[Piece]:
    """Return files that map the ids of a list to parts, to resolve links to its first page."""
    files = files_of(parts, find)
    files_of_places: list[dict[str, str]] = [{} for _ in range(files)]
    for part in parts:
        for item in part.items:
            id_ = id_of(item)
            files_of_places[urls.places_number(id_, files)][id_] = part.url
    return [
        Piece(urls.places_path(page, n), places_of_file)
        for n, places_of_file in enumerate(files_of_places)
    ]


def files_of(parts: Sequence[Part[T]], find: Lookup) -> int:
    """Return the number of files that map the ids of a list to parts."""
    items = sum(len(part.items) for part in parts)
    return -(-items // find.site.limits.places)


def _titled(
    make: Callable[[tuple[T, ...], Paging], Page], part: Part[T], paging: Paging, title: str
) -> Page:
    page = make(part.items, paging)
    meta = {**page.context["meta"], "title": title}
    meta["description"] = f"{title}: {meta['description']}"
    return replace(page, path=f"{part.url}index.md", url=part.url,
                   context={**page.context, "meta": meta})  # fmt: skip


def _cut(items: Sequence[T], most: int, size: Callable[[T], int]) -> list[list[T]]:
    """Split a list into runs that are as full as possible."""
    pieces: list[list[T]] = []
    room = 0
    for item in items:
        needs = size(item)
        if not pieces or needs > room:
            pieces.append([])
            room = most
        pieces[-1].append(item)
        room -= needs
    return pieces


def _part(
    by: By, key: str, number: int | None, items: Sequence[T], page: str, count: Callable[[T], int]
) -> Part[T]:
    url = urls.part_url(page, by, key, number)
    return Part(by, key, number, url, tuple(items), sum(map(count, items)))


def _label(by: By) -> str:
    words = say.paging
    return {"year": words.by_year, "letter": words.by_letter}.get(by, words.by_institution)


def _before(by: By) -> str:
    return say.paging.newer if by == "year" else say.paging.before


def _after(by: By) -> str:
    return say.paging.older if by == "year" else say.paging.after


def _one(_: object) -> int:
    return 1


def _year(date: str | None) -> str:
    return wording.year(date) or ""
