"""First, last, gone: which briefings mention what."""

from __future__ import annotations

from briefings import anchors, wording
from briefings.model.page import Page
from briefings.model.relations import Appearance

from .lookup import Context, Lookup
from .relations import term_links

_DAYS = 12


def mentions_page(find: Lookup) -> Page:
    """What each briefing mentions first and what it no longer mentions; then everything in time."""
    relations = find.corpus.relations
    named = {one.id: _name(one, find) for one in relations.appearances}
    columns = _columns(find)
    told = {one.id: _counts(one, columns) for one in relations.appearances}
    most = max((count for counts in told.values() for count in counts), default=1)
    return find.page(
        "mentions/",
        "mentions.md.j2",
        "First, last, gone",
        f"Which of {wording.count(len(relations.appearances), 'term')} and names each briefing "
        "mentions first, again and no longer.",
        "ledger",
        dates=list(dict.fromkeys(columns.values())),
        turnover=[
            {
                "slug": one.briefing,
                "briefing": find.briefing_link(one.briefing),
                "new": sorted((named[id_] for id_ in one.new), key=_key),
                "gone": sorted((named[id_] for id_ in one.gone), key=_key),
            }
            for one in reversed(relations.turnover)
        ],
        rows=sorted(
            (
                {
                    **named[one.id],
                    "counts": [_times(count, most) for count in told[one.id]],
                }
                for one in relations.appearances
            ),
            key=_key,
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
