"""The timeline of terms: which briefings mention which terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model.page import Page, Piece
from briefings.model.relations import Appearance, Turnover

from .links import BriefingLink, Link
from .lookup import Lookup
from .paging import (
    WHOLE,
    Directory,
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
from .text_links import TextLink, text_link

# The maximum numbers of columns for days and for months.
_DAYS = 12
_MONTHS = 24


URL = urls.MENTIONS
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class BriefingTurnover:
    """The names that a briefing is the first or the last to mention."""

    slug: str
    briefing: BriefingLink
    of: TextLink
    new: list[NameRow]
    gone: list[NameRow]


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """The head of a column; a briefing has a URL and its text."""

    title: str
    url: str | None
    of: TextLink | None


@dataclass(frozen=True, slots=True)
class Times:
    """A count with the size of its dot, 1 to 6."""

    times: int
    size: int


@dataclass(frozen=True, slots=True)
class NameRow:
    """A term or name with its first and last mention.

    `counts` are by column, and `without` says how many later briefings do not mention it.
    """

    name: str
    url: str
    first: str
    last: str
    without: str | None = None
    counts: tuple[Times | None, ...] = ()


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Names that begin in one column."""

    title: str
    rows: list[NameRow]


@dataclass(frozen=True, slots=True)
class MentionsPage:
    """The context of `mentions.md.j2`: a row for each name, a column for each briefing, month or
    year, and the names that first or last occur in each briefing.

    `columns` have a `title` and, for a briefing, its URL. `groups` are rows by the column in which
    they begin, or a single group for a letter. `letters` links to the parts of the table, if it is
    too long for one page.
    """

    columns: list[ColumnHead]
    groups: list[NameGroup]
    turnover: list[BriefingTurnover]
    letters: Directory | None


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
    turnovers = [] if rows else newest([_telling(part) for part in parts], most, _size)
    turnover = turnovers if parts else _turnover(find)
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
    return places(_years(find), URL, lambda year: year.briefing, find)


def _turnover(find: Lookup) -> list[Turnover]:
    """Return the turnover of briefings, newest first."""
    return list(reversed(find.corpus.relations.turnover))


def _telling(part: Part[Turnover]) -> Part[Turnover]:
    """Return a part without the briefings in which no name occurs for the first or last time."""
    return replace(part, items=tuple(item for item in part.items if item.new or item.gone))


def _size(turnover: Turnover) -> int:
    return 1 + len(turnover.new) + len(turnover.gone)


def _years(find: Lookup) -> tuple[Part[Turnover], ...]:
    return by_year(
        _turnover(find), URL, lambda item: find.briefings[item.briefing].date,
        find.site.limits.turnover, find, _size, lambda _: 1, slack=False,
    )  # fmt: skip


def _letters(find: Lookup) -> tuple[Part[Appearance], ...]:
    columns = len(set(_columns(find).values()))
    rows = sorted(
        find.corpus.relations.appearances, key=lambda appearance: _key(_name(appearance, find))
    )
    most = max(_FEWEST, find.site.limits.mentioned // max(columns, 1))
    return by_letter(rows, URL, lambda row: letter_of(_name(row, find).name), most, find)


def _index(
    turnover: Sequence[Turnover],
    rows: Sequence[Appearance],
    paging: Paging,
    letters: Directory | None,
    find: Lookup,
) -> Page:
    appearances = find.corpus.relations.appearances
    ids_used = {id_ for item in turnover for id_ in (*item.new, *item.gone)}
    named = {
        appearance.id: _name(appearance, find)
        for appearance in appearances
        if appearance.id in ids_used
    }
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
                    BriefingTurnover(
                        slug=item.briefing,
                        briefing=find.briefing_link(item.briefing),
                        of=_fullest(item.briefing, find),
                        new=sorted((named[id_] for id_ in item.new), key=_key),
                        gone=sorted((named[id_] for id_ in item.gone), key=_key),
                    )
                    for item in turnover
                ],
                letters=letters,
            ),
            paging if paging != WHOLE or not letters else Paging("hub"),
        ),
    )


def _heads(columns: Mapping[str, str], find: Lookup) -> list[ColumnHead]:
    """Return the column heads; those of briefings have links."""
    if len(columns) > _DAYS:
        titles = dict.fromkeys(columns.values())
        return [ColumnHead(title=title, url=None, of=None) for title in titles]
    # Two briefings on one day share a column, which links to the first.
    columns_by_title = {title: slug for slug, title in reversed(list(columns.items()))}
    return [
        ColumnHead(
            title=title,
            url=find.briefing_link(columns_by_title[title]).url,
            of=_fullest(columns_by_title[title], find),
        )
        for title in dict.fromkeys(columns.values())
    ]


def _fullest(slug: str, find: Lookup) -> TextLink:
    """Return the text of a briefing in which mentions are counted."""
    return text_link(slug, find.primary(slug), find)


def _groups(
    rows: Sequence[Appearance], columns: Mapping[str, str], *, by_column: bool, find: Lookup
) -> list[NameGroup]:
    """Group rows by the column in which they begin, the most frequent first; or return one
    group."""
    counts = {row.id: _counts(row, columns) for row in rows}
    most = max((count for number in counts.values() for count in number), default=1)
    heads = list(dict.fromkeys(columns.values()))
    groups: dict[str, list[Appearance]] = defaultdict(list)
    for row in rows:
        earliest = next((n for n, count in enumerate(counts[row.id]) if count), 0)
        groups[heads[earliest] if by_column else ""].append(row)

    def made(appearance: Appearance) -> NameRow:
        without = (
            say.counts.later_briefings(count=appearance.later_without) if appearance.gone else None
        )
        return replace(
            _name(appearance, find),
            without=without,
            counts=tuple(_times(count, most) for count in counts[appearance.id]),
        )

    def order(row: NameRow) -> tuple[int, str]:
        return (-sum(map(bool, row.counts)) if by_column else 0, _key(row))

    return [
        NameGroup(title=title, rows=sorted(map(made, groups[title]), key=order))
        for title in (heads if by_column else [""])
        if groups[title]
    ]


def _name(appearance: Appearance, find: Lookup) -> NameRow:
    terms = term_links((appearance.term,), find) if appearance.term else []
    return NameRow(
        name=terms[0].title if terms else appearance.name,
        url=terms[0].url if terms else urls.place_url(appearance.first),
        first=urls.place_url(appearance.first),
        last=urls.place_url(appearance.last),
    )


def _columns(find: Lookup) -> dict[str, str]:
    """Map each dated briefing, oldest first, to its column: its day, or the month or year if there
    are many."""
    dated = [
        (briefing.slug, briefing.date)
        for briefing in reversed(list(find.briefings.values()))
        if briefing.date and wording.full_date(briefing.date)
    ]
    months = len({date[:7] for _, date in dated})
    length = 10 if len(dated) <= _DAYS else 7 if months <= _MONTHS else 4
    return {slug: wording.date_words(date[:length]) for slug, date in dated}


def _counts(appearance: Appearance, columns: Mapping[str, str]) -> list[int]:
    counts = dict.fromkeys(columns.values(), 0)
    for slug, count in appearance.counts:
        if slug in columns:
            counts[columns[slug]] += count
    return list(counts.values())


def _times(count: int, most: int) -> Times | None:
    """Return a count with the size of its dot, 1 to 6; the area of the dot grows with the count."""
    return Times(times=count, size=1 + round(5 * (count / most) ** 0.5)) if count else None


def _key(row: NameRow) -> str:
    return row.name.casefold()
