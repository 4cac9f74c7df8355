"""The timeline of terms: which briefings mention which terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model.page import Page, Piece
from briefings.model.relations import Appearance, Turnover

from .lookup import Context, Lookup
from .paging import (
    WHOLE,
    Directory,
    Link,
    Paging,
    Part,
    by_letter,
    by_year,
    context_of,
    files_of,
    hub,
    letter_of,
    newest,
    part_pages,
    places,
)
from .pending import Pending
from .reads import texts_reader
from .relations import term_links
from .text_links import text_link

# The maximum numbers of columns for days and for months.
_DAYS = 12
_MONTHS = 24


URL = urls.MENTIONS
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class MentionsPage:
    """The context of `mentions.md.j2`: a row for each name, a column for each briefing, month or
    year, and the names that first or last occur in each briefing.

    `columns` have a `title` and, for a briefing, its URL. `groups` are rows by the column in which
    they begin, or a single group for a letter. `letters` links to the parts of the table, if it is
    too long for one page.
    """

    columns: list[Context]
    groups: list[Context]
    turnover: list[Context]
    letters: Context | None


@texts_reader
def has_timeline(find: Lookup) -> bool:
    """Return whether the site has a timeline."""
    return bool(find.corpus.relations.turnover)


def mentions_page(find: Lookup) -> Page:
    """Return the timeline, and the names that first or last occur in each briefing.

    If it is too long for one page, it shows the newest briefings and links by year and letter.
    """
    parts, letters = _years(find), _letters(find)
    most = find.site.limits.turnover // 3
    rows = () if letters else find.corpus.relations.appearances
    # Next to the whole table, there is no room for the newest briefings.
    shown = [] if rows else newest([_telling(part) for part in parts], most, _size)
    turnover = shown if parts else _turnover(find)
    return _index(turnover, rows, hub(parts, files_of(parts, find)), hub(letters).directory, find)


def mentions_parts(find: Lookup) -> list[Pending]:
    """Return pages by year and by letter, if one page cannot list everything."""

    def of_year(turnover: tuple[Turnover, ...], paging: Paging) -> Page:
        return _index(turnover, (), paging, None, find)

    def of_letter(appearances: tuple[Appearance, ...], paging: Paging) -> Page:
        return _index((), appearances, paging, None, find)

    up = Link(interface.section("timeline").title, URL)
    return [
        *part_pages(_years(find), up, of_year, counting("briefing")),
        *part_pages(_letters(find), up, of_letter, say.counts.names),
    ]


def mentions_places(find: Lookup) -> list[Piece]:
    """Return files that give the page of each briefing, to resolve links to the first page."""
    return places(_years(find), URL, lambda one: one.briefing, find)


def _turnover(find: Lookup) -> list[Turnover]:
    """Return the turnover of briefings, newest first."""
    return list(reversed(find.corpus.relations.turnover))


def _telling(part: Part[Turnover]) -> Part[Turnover]:
    """Return a part without the briefings in which no name occurs for the first or last time."""
    return replace(part, items=tuple(one for one in part.items if one.new or one.gone))


def _size(one: Turnover) -> int:
    return 1 + len(one.new) + len(one.gone)


def _years(find: Lookup) -> tuple[Part[Turnover], ...]:
    return by_year(
        _turnover(find), URL, lambda one: find.briefings[one.briefing].date,
        find.site.limits.turnover, find, _size, lambda _: 1, slack=False,
    )  # fmt: skip


def _letters(find: Lookup) -> tuple[Part[Appearance], ...]:
    columns = len(set(_columns(find).values()))
    rows = sorted(find.corpus.relations.appearances, key=lambda one: _key(_name(one, find)))
    most = max(_FEWEST, find.site.limits.mentioned // max(columns, 1))
    return by_letter(rows, URL, lambda one: letter_of(_name(one, find)["name"]), most, find)


def _index(
    turnover: Sequence[Turnover],
    rows: Sequence[Appearance],
    paging: Paging,
    letters: Directory | None,
    find: Lookup,
) -> Page:
    appearances = find.corpus.relations.appearances
    wanted = {id_ for one in turnover for id_ in (*one.new, *one.gone)}
    named = {one.id: _name(one, find) for one in appearances if one.id in wanted}
    columns = _columns(find) if rows else {}
    return find.page(
        URL,
        "mentions.md.j2",
        interface.section("timeline").title,
        say.timeline.description(terms=interface.count(len(appearances), "term")),
        "ledger",
        **context_of(
            MentionsPage(
                columns=_heads(columns, find),
                groups=_groups(rows, columns, by_column=not paging.steps, find=find),
                turnover=[
                    {
                        "slug": one.briefing,
                        "briefing": find.briefing_link(one.briefing),
                        "of": _fullest(one.briefing, find),
                        "new": sorted((named[id_] for id_ in one.new), key=_key),
                        "gone": sorted((named[id_] for id_ in one.gone), key=_key),
                    }
                    for one in turnover
                ],
                letters=asdict(letters) if letters else None,
            ),
            paging if paging != WHOLE or not letters else Paging("hub"),
        ),
    )


def _heads(columns: Mapping[str, str], find: Lookup) -> list[Context]:
    """Return the column heads; those of briefings have links."""
    if len(columns) > _DAYS:
        titles = dict.fromkeys(columns.values())
        return [{"title": title, "url": None, "of": None} for title in titles]
    # Two briefings on one day share a column, which links to the first.
    first = {title: slug for slug, title in reversed(list(columns.items()))}
    return [
        {
            "title": title,
            "url": find.briefing_link(first[title])["url"],
            "of": _fullest(first[title], find),
        }
        for title in dict.fromkeys(columns.values())
    ]


def _fullest(slug: str, find: Lookup) -> Context:
    """Return the text of a briefing in which mentions are counted."""
    return text_link(slug, find.primary(slug), find)


def _groups(
    rows: Sequence[Appearance], columns: Mapping[str, str], *, by_column: bool, find: Lookup
) -> list[Context]:
    """Group rows by the column in which they begin, the most frequent first; or return one
    group."""
    counts = {one.id: _counts(one, columns) for one in rows}
    most = max((count for each in counts.values() for count in each), default=1)
    heads = list(dict.fromkeys(columns.values()))
    groups: dict[str, list[Appearance]] = defaultdict(list)
    for one in rows:
        first = next((n for n, count in enumerate(counts[one.id]) if count), 0)
        groups[heads[first] if by_column else ""].append(one)

    def made(one: Appearance) -> Context:
        without = say.counts.later_briefings(count=one.later_without) if one.gone else None
        return {
            **_name(one, find),
            "without": without,
            "counts": [_times(count, most) for count in counts[one.id]],
        }

    def order(row: Context) -> tuple[int, str]:
        return (-sum(map(bool, row["counts"])) if by_column else 0, _key(row))

    return [
        {"title": title, "rows": sorted(map(made, groups[title]), key=order)}
        for title in (heads if by_column else [""])
        if groups[title]
    ]


def _name(one: Appearance, find: Lookup) -> Context:
    terms = term_links((one.term,), find) if one.term else []
    return {
        "name": terms[0]["title"] if terms else one.name,
        "url": terms[0]["url"] if terms else urls.place_url(one.first),
        "first": urls.place_url(one.first),
        "last": urls.place_url(one.last),
    }


def _columns(find: Lookup) -> dict[str, str]:
    """Map each dated briefing, oldest first, to its column: its day, or the month or year if there
    are many."""
    dated = [
        (one.slug, one.date)
        for one in reversed(list(find.briefings.values()))
        if one.date and wording.full_date(one.date)
    ]
    months = len({date[:7] for _, date in dated})
    length = 10 if len(dated) <= _DAYS else 7 if months <= _MONTHS else 4
    return {slug: wording.date_words(date[:length]) for slug, date in dated}


def _counts(one: Appearance, columns: Mapping[str, str]) -> list[int]:
    counts = dict.fromkeys(columns.values(), 0)
    for slug, count in one.counts:
        if slug in columns:
            counts[columns[slug]] += count
    return list(counts.values())


def _times(count: int, most: int) -> Context | None:
    """Return a count with the size of its dot, 1 to 6; the area of the dot grows with the count."""
    return {"times": count, "size": 1 + round(5 * (count / most) ** 0.5)} if count else None


def _key(one: Context) -> str:
    name: str = one["name"]
    return name.casefold()
