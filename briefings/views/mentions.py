"""First, last, gone: which briefings mention what."""

from __future__ import annotations

from briefings import anchors, wording
from briefings.model.page import Page
from briefings.model.relations import Appearance

from .lookup import Context, Lookup
from .relations import term_links


def mentions_page(find: Lookup) -> Page:
    """What each briefing mentions first and what it no longer mentions; then everything in time."""
    relations = find.corpus.relations
    named = {one.id: _name(one, find) for one in relations.appearances}
    briefings = sorted(
        {slug for one in relations.appearances for slug, _ in one.counts},
        key=lambda slug: (find.briefings[slug].date or "", slug),
    )
    most = max((count for one in relations.appearances for _, count in one.counts), default=1)
    return find.page(
        "mentions/",
        "mentions.md.j2",
        "First, last, gone",
        f"Which of {wording.count(len(relations.appearances), 'term')} and names each briefing "
        "mentions first, again and no longer.",
        "ledger",
        dates=[find.briefing_link(slug)["date"] for slug in briefings],
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
                    "counts": [_times(dict(one.counts).get(slug, 0), most) for slug in briefings],
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


def _times(count: int, most: int) -> Context | None:
    """A count with the radius of its dot: an area that grows with the count."""
    return {"times": count, "radius": round(1 + 4 * (count / most) ** 0.5, 1)} if count else None


def _key(one: Context) -> str:
    name: str = one["name"]
    return name.casefold()
