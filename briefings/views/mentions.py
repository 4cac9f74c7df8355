"""First, last, gone: which briefings mention what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from briefings import anchors, wording
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
from .relations import term_links

_DAYS = 12


URL = anchors.MENTIONS
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class MentionsPage:
    """What `mentions.md.j2` shows: what each briefing names first and no longer, then a table.

    The table has a column for each of `dates` and a row for each name; `letters` leads to its
    parts where it is too long.
    """

    dates: list[str]
    turnover: list[Context]
    rows: list[Context]
    letters: Context | None


def mentions_page(find: Lookup) -> Page:
    """What each briefing mentions first and what it no longer mentions; then everything in time.

    Of much, the newest briefings, and the ways to each year and each letter.
    """
    parts, letters = _years(find), _letters(find)
    most = find.site.limits.mentioned // 4
    turnover = newest(parts, most, _size) if parts else _turnover(find)
    rows = () if letters else find.corpus.relations.appearances
    return _index(turnover, rows, hub(parts, files_of(parts, find)), hub(letters).directory, find)


def mentions_parts(find: Lookup) -> list[Pending]:
    """Pages for each year and for each letter, where all is too much for one page."""

    def of_year(turnover: tuple[Turnover, ...], paging: Paging) -> Page:
        return _index(turnover, (), paging, None, find)

    def of_letter(appearances: tuple[Appearance, ...], paging: Paging) -> Page:
        return _index((), appearances, paging, None, find)

    up = Link("First, last, gone", URL)
    return [
        *part_pages(_years(find), up, of_year, "briefing", "briefings"),
        *part_pages(_letters(find), up, of_letter, "name", "names"),
    ]


def mentions_places(find: Lookup) -> list[Piece]:
    """On which page each briefing stands, for links to the first one."""
    return places(_years(find), URL, lambda one: one.briefing, find)


def _turnover(find: Lookup) -> list[Turnover]:
    """Newest first."""
    return list(reversed(find.corpus.relations.turnover))


def _size(one: Turnover) -> int:
    return 1 + len(one.new) + len(one.gone)


def _years(find: Lookup) -> tuple[Part[Turnover], ...]:
    return by_year(
        _turnover(find), URL, lambda one: find.briefings[one.briefing].date,
        find.site.limits.mentioned, find, _size, lambda _: 1,
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
    wanted.update(one.id for one in rows)
    named = {one.id: _name(one, find) for one in appearances if one.id in wanted}
    columns = _columns(find) if rows else {}
    told = {one.id: _counts(one, columns) for one in rows}
    most = max((count for counts in told.values() for count in counts), default=1)
    return find.page(
        URL,
        "mentions.md.j2",
        "First, last, gone",
        f"Which of {wording.count(len(appearances), 'term')} and names each briefing "
        "mentions first, again and no longer.",
        "ledger",
        **context_of(
            MentionsPage(
                dates=list(dict.fromkeys(columns.values())),
                turnover=[
                    {
                        "slug": one.briefing,
                        "briefing": find.briefing_link(one.briefing),
                        "new": sorted((named[id_] for id_ in one.new), key=_key),
                        "gone": sorted((named[id_] for id_ in one.gone), key=_key),
                    }
                    for one in turnover
                ],
                rows=sorted(
                    (
                        {
                            **named[one.id],
                            "counts": [_times(count, most) for count in told[one.id]],
                        }
                        for one in rows
                    ),
                    key=_key,
                ),
                letters=asdict(letters) if letters else None,
            ),
            paging if paging != WHOLE or not letters else Paging("hub"),
        ),
    )


def _name(one: Appearance, find: Lookup) -> Context:
    terms = term_links((one.term,), find) if one.term else []
    return {
        "name": terms[0]["title"] if terms else one.name,
        "url": terms[0]["url"] if terms else anchors.place_url(one.first),
        "first": anchors.place_url(one.first),
        "last": anchors.place_url(one.last),
    }


def _columns(find: Lookup) -> dict[str, str]:
    """The column of each dated briefing, oldest first: its day, or its year where many are."""
    dated = [one for one in reversed(list(find.briefings.values())) if wording.full_date(one.date)]
    many = len(dated) > _DAYS
    return {
        one.slug: (one.date or "")[:4] if many else wording.date_words(one.date) for one in dated
    }


def _counts(one: Appearance, columns: dict[str, str]) -> list[int]:
    counts = dict.fromkeys(columns.values(), 0)
    for slug, count in one.counts:
        if slug in columns:
            counts[columns[slug]] += count
    return list(counts.values())


def _times(count: int, most: int) -> Context | None:
    """A count with the radius of its dot: an area that grows with the count."""
    return {"times": count, "radius": round(1 + 4 * (count / most) ** 0.5, 1)} if count else None


def _key(one: Context) -> str:
    name: str = one["name"]
    return name.casefold()
