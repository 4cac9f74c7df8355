"""Tables that readers can filter: complete on one page, or split into pages and files by year.

If a table does not fit one page, its first page shows the newest rows, and pages for each year show
all rows to readers without JavaScript. The same rows are in files that the page's script loads as
needed. `rows/index.json` lists the filter options and the files that contain matching rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from briefings import ids, urls, wording
from briefings.model.page import Page, Piece

from .links import Link
from .lookup import Lookup
from .paging import WHOLE, Paging, Part, by_year, files_of, hub, newest, part_pages, places
from .pending import Pending
from .relations import Facet

T = TypeVar("T")
# Facets whose values have no separate titles.
OPEN = frozenset({"direction", "source", "speaker", "type", "unit"})
# Facets of which a row can have several values; its key contains them separated by spaces.
SEVERAL = frozenset({"indicator", "says", "source", "term", "topic"})


class Keyed(Protocol):
    """A row of a table: `keys` maps the names of facets to its values."""

    @property
    def keys(self) -> Mapping[str, str]: ...


@dataclass(frozen=True)
class Table(Generic[T]):
    """A table: its items (newest first) and functions of an item.

    `facets` maps the names of facets to the titles of their values; a row has its own values under
    `keys`. `most` is the capacity of a page, and `size` returns how much of it an item takes up.
    `slack` allows longer pages for a small corpus.
    """

    page: str
    title: str
    one: str
    many: str
    items: Sequence[T]
    id_of: Callable[[T], str]
    date: Callable[[T], str | None]
    row: Callable[[T], Keyed]
    facets: Mapping[str, Mapping[str, str]]
    most: int
    find: Lookup
    size: Callable[[T], int] = lambda _: 1
    slack: bool = True

    @cached_property
    def parts(self) -> tuple[Part[T], ...]:
        """The parts of the table by year, empty if it fits one page."""
        return by_year(
            self.items, self.page, self.date, self.most, self.find, self.size, _one, self.slack
        )

    def first_page(self, make: Callable[[Sequence[T], Paging], Page]) -> Page:
        """Return the page of the whole table, or of its newest rows if it is long."""
        if not self.parts:
            return make(self.items, WHOLE)
        items = newest(self.parts, self.find.site.limits.newest, self.size)
        return make(items, hub(self.parts, files_of(self.parts, self.find)))

    def pages(self, make: Callable[[Sequence[T], Paging], Page]) -> list[Pending]:
        """Return a page for each year of a long table."""
        return part_pages(self.parts, Link(self.title, self.page), make, self._counted)

    def _counted(self, *, count: int) -> str:
        return wording.count(count, self.one, self.many)

    def files(self) -> Iterator[Piece]:
        """Yield the rows of a long table in files, then the index of these files."""
        if not self.parts:
            return
        most = self.find.site.limits.piece
        files = by_year(self.items, self.page, self.date, most, self.find) or self.parts
        files_by_value: dict[str, dict[str, dict[int, int]]] = {name: {} for name in self.facets}
        listed = []
        for n, file in enumerate(files):
            rows = [self.row(item) for item in file.items]
            for name, values in files_by_value.items():
                for row in rows:
                    for value in values_of(row, name):
                        counts = values.setdefault(value, defaultdict(int))
                        counts[n] += 1
            path = urls.rows_path(self.page, f"{ids.slug(file.key)}-{file.number or 'new'}")
            listed.append({"path": path.rpartition("/")[2], "count": len(rows)})
            yield Piece(path, _shared(rows))
        index = {
            "one": self.one,
            "many": self.many,
            "count": len(self.items),
            "files": listed,
            "facets": [
                {
                    "name": name,
                    "title": name.capitalize(),
                    "options": _options(values, titles, name),
                }
                for (name, values), titles in zip(
                    files_by_value.items(), self.facets.values(), strict=True
                )
                if len(values) > 1
            ],
        }
        yield Piece(urls.rows_path(self.page, "index"), index)
        yield from places(self.parts, self.page, self.id_of, self.find)

    def narrowed_by(self) -> list[Facet]:
        """Return the facets of a long table; its script reads their values from the files."""
        return [
            Facet(name=name, title=name.capitalize(), options=[])
            for name, titles in self.facets.items()
            if titles or name in OPEN
        ]


def _shared(rows: Sequence[Any]) -> dict[str, Any]:
    """Return rows for a file.

    An object that is a field of several rows, such as their briefing, is in `shared` once, under
    the name of the field; rows contain its index there.
    """
    names = [field.name for field in fields(rows[0])]
    indexes: dict[str, dict[object, int]] = {
        name: {} for name in names if any(is_dataclass(getattr(row, name)) for row in rows)
    }

    def written(row: Any, name: str) -> object:
        value = getattr(row, name)
        known = indexes.get(name)
        return value if known is None or value is None else known.setdefault(value, len(known))

    return {
        "rows": [{name: written(row, name) for name in names} for row in rows],
        "shared": {name: list(known) for name, known in indexes.items()},
    }


def values_of(row: Keyed, facet: str) -> list[str]:
    """Return the values of a row for a facet."""
    value = row.keys.get(facet, "")
    return value.split() if facet in SEVERAL else [value] if value else []


def _one(_: object) -> int:
    return 1


def briefing_titles(find: Lookup) -> dict[str, str]:
    """Map the slugs of briefings, newest first, to titles for filter options."""
    return {
        slug: f"{wording.date_words(briefing.date)}, {wording.clip(briefing.title, 50)}"
        for slug, briefing in find.briefings.items()
    }


def _options(
    values: Mapping[str, Mapping[int, int]], titles: Mapping[str, str], facet: str
) -> list[dict[str, Any]]:
    """Return each value with its title, its number of rows, and the files that contain them.

    Briefings are in chronological order, newest first; all other values are in alphabetical order.
    """
    order = {value: n for n, value in enumerate(titles)}
    options = [
        {
            "value": value,
            "title": titles.get(value, value),
            "count": sum(counts.values()),
            "files": sorted(counts),
        }
        for value, counts in values.items()
    ]
    if facet == "briefing":
        return sorted(options, key=lambda option: order[option["value"]])
    return sorted(options, key=lambda option: str(option["title"]).casefold())
