"""Lists that are too long for one page: shared out by year or by letter, and numbered in these.

What is shared out keeps its first page, which shows what is newest and leads to the parts.  A year
is cut from its oldest entry on: a part that is full stays as it is whatever is added later, and
the year's own address is that of its newest part.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from functools import partial
from itertools import groupby
from typing import Generic, Literal, Protocol, TypeVar

from briefings import ids, urls, wording
from briefings.interface import say
from briefings.model.page import Page, Piece

from .lookup import Context, Lookup
from .pending import Pending

T = TypeVar("T")
By = Literal["year", "letter", "institution"]


class Counted(Protocol):
    """How many entries there are, in words (`say.counts.names`, `interface.counting`)."""

    def __call__(self, *, count: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One page of a list: its year or letter, its number in it where it is not the first to be
    met, its address, and its items in the order of the list.  `count` is how many entries it has.
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
class Link:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """A year or a letter, with its first page and how much is in it."""

    title: str
    url: str
    count: str


@dataclass(frozen=True, slots=True)
class Directory:
    """The way from the first page of a list to its parts.

    `files` is in how many files it is written where the ids of the list stand, 0 where it has none.
    """

    label: str
    groups: tuple[Group, ...]
    files: int


@dataclass(frozen=True, slots=True)
class Steps:
    """The way from a part to the first page, the parts of the same year, the one before and after.

    `before` and `after` are pairs of what to call the step and the part.
    """

    up: Link
    count: str
    numbered: tuple[Link, ...]
    before: tuple[str, Link] | None
    after: tuple[str, Link] | None


@dataclass(frozen=True, slots=True)
class Paging:
    """What a template needs to know of paging; nothing of it where a list is one page."""

    paged: str | None = None
    directory: Directory | None = None
    steps: Steps | None = None

    def context(self) -> Context:
        return {
            "paged": self.paged,
            "directory": asdict(self.directory) if self.directory else None,
            "steps": asdict(self.steps) if self.steps else None,
        }


WHOLE = Paging()


def count_of(paging: Paging, total: Callable[[], int], counted: Counted) -> str:
    """How many entries a page speaks of: a part of its own, so that it stays when others grow."""
    return paging.steps.count if paging.steps else counted(count=total())


def context_of(shown: object, paging: Paging = WHOLE) -> Context:
    """What a page shows (a dataclass that stands beside its template) as its context."""
    if not is_dataclass(shown):
        raise TypeError("a context is a dataclass")
    return {one.name: getattr(shown, one.name) for one in fields(shown)} | paging.context()


def fits(total: int, most: int, find: Lookup) -> bool:
    """Whether a list stands on one page."""
    limits = find.site.limits
    small = len(find.briefings) <= limits.small
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
    """The parts of a list, newest year first; none where it fits one page.

    `date` is an item's day (ISO), `size` how much of `most` it takes up, `count` for how many
    entries it counts where that is not the same.  Without `slack` a small corpus has no longer
    pages than any other.
    """
    total = sum(map(size, items))
    if total <= most or (slack and fits(total, most, find)):
        return ()
    years = groupby(sorted(items, key=lambda one: _year(date(one)), reverse=True),
                    key=lambda one: _year(date(one)))  # fmt: skip
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
    """The parts of a list from A to Z; none where it fits one page."""
    if fits(len(items), most, find):
        return ()
    groups = groupby(sorted(items, key=letter), key=letter)
    return by_name([(key, list(group)) for key, group in groups], "letter", page, most)


def by_name(
    groups: Sequence[tuple[str, Sequence[T]]], by: By, page: str, most: int
) -> tuple[Part[T], ...]:
    """The parts of a list under names, in the order of the groups; an item may stand in several."""
    return tuple(
        _part(by, key, n if n > 1 else None, piece, page, _one)
        for key, group in groups
        for n, piece in enumerate(_cut(group, most, _one), 1)
    )


def letter_of(name: str) -> str:
    """The letter under which a name stands in an index."""
    first = ids.slug(name)[:1].upper()
    return first if first.isalpha() else "0–9"


def newest(parts: Sequence[Part[T]], most: int, size: Callable[[T], int] = lambda _: 1) -> list[T]:
    """What the first page of a list shows: its first items, as many as `most` has room for."""
    shown: list[T] = []
    for item in (item for part in parts for item in part.items):
        most -= size(item)
        if shown and most < 0:
            break
        shown.append(item)
    return shown


def hub(parts: Sequence[Part[T]], files: int = 0) -> Paging:
    """For the first page of a list."""
    if not parts:
        return WHOLE
    groups = []
    for key, group in groupby(parts, key=lambda one: one.key):
        several = list(group)
        entry = next(one for one in several if one.number is None)
        groups.append(Group(key, entry.url, f"{sum(one.count for one in several):,}"))
    return Paging("hub", Directory(_label(parts[0].by), tuple(groups), files))


def part_pages(
    parts: Sequence[Part[T]],
    up: Link,
    make: Callable[[tuple[T, ...], Paging], Page],
    counted: Counted | None = None,
    given: object = None,
) -> list[Pending]:
    """A page for each part of a list; `make` is given its items and the ways from it.

    `given` is what `make` holds besides (see `Pending`).
    """
    made = []
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
        made.append(Pending(part.url, title, make_part, given=(given, part, paging)))
    return made


def pages_by_year(
    this: Link,
    sizes: Mapping[str, int],
    make: Callable[[Collection[str] | None, Paging], Page],
    find: Lookup,
    counted: Counted | None = None,
    given: object = None,
) -> list[Pending]:
    """The page of one person, outlet, topic or term, and one for each year where it has much.

    `sizes` says how many entries each briefing gives it.  `make` is given the briefings whose
    entries a page lists (None for all of them) and the ways from it; `given` is what it holds
    besides (see `Pending`).
    """
    most = find.site.limits.entries
    slugs = find.in_order(sizes)
    parts = by_year(
        slugs, this.url, lambda slug: find.briefings[slug].date, most, find, sizes.__getitem__
    )
    first = frozenset(newest(parts, most // 3, sizes.__getitem__)) if parts else None

    def part_page(slugs: tuple[str, ...], paging: Paging) -> Page:
        return make(frozenset(slugs), paging)

    ways = hub(parts)
    return [
        Pending(this.url, this.title, partial(make, first, ways), given=(given, first, ways)),
        *part_pages(parts, this, part_page, counted, given),
    ]


def places(
    parts: Sequence[Part[T]], page: str, id_of: Callable[[T], str], find: Lookup
) -> list[Piece]:
    """Files that say on which part each id of a list stands, for links to its first page."""
    files = files_of(parts, find)
    held: list[dict[str, str]] = [{} for _ in range(files)]
    for part in parts:
        for item in part.items:
            id_ = id_of(item)
            held[urls.places_number(id_, files)][id_] = part.url
    return [Piece(urls.places_path(page, n), one) for n, one in enumerate(held)]


def files_of(parts: Sequence[Part[T]], find: Lookup) -> int:
    """How many files say where the ids of a list stand."""
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
    """Stretches of a list, each as full as it gets."""
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
