"""Where texts disagree, in short: what both sides say, for pages that show telling cases."""

from __future__ import annotations

from itertools import islice

from briefings import anchors, wording
from briefings.model import Place
from briefings.model.figures import Discrepancy

from .annotated import around
from .lookup import Context, Lookup
from .origin_links import primary_first, text_of
from .plain_records import heading
from .reads import texts_reader

_CONFIRMED = ("confirmed", "reworded", "added")
_SIDES = 2
_WIDTH = 60  # characters on either side of the words that differ
_LONG = 180


@texts_reader
def disagreements(find: Lookup, most: int) -> list[Context]:
    """The weightiest discrepancies of fact, confirmed ones and two numbers first, as both sides
    have it.

    Each has `title`, `url` and two `sides`: the words that differ with what stands around them
    (`before`, `words`, `after`), the text (`of`) and the passage (`url`).
    """

    def rank(one: Discrepancy) -> tuple[bool, bool, int, str]:
        return one.status not in _CONFIRMED, one.type != "value", -one.weight, one.id

    facts = [one for one in find.corpus.discrepancies if one.group == "fact"]
    shown = [one for one in sorted(facts, key=rank) if one.status != "dismissed"]
    return list(islice((one for each in shown if (one := _both(each, find))), most))


def _both(one: Discrepancy, find: Lookup) -> Context | None:
    """Both sides of a record; None where it has no two passages in words."""
    sides = [_side(place, find) for place in primary_first(one.passages, find)]
    told = [side for side in sides if side][:_SIDES]
    if len(told) < _SIDES:
        return None
    return {
        "form": "sides",
        "title": heading(one),
        "url": anchors.discrepancy_url(one.id),
        "sides": told,
    }


def _side(place: Place, find: Lookup) -> Context | None:
    passage = find.passage(place)
    if passage is None:
        return None
    start, end = place.start or 0, place.end if place.end is not None else 0
    if end <= start:
        return None
    before, words, after = around(passage.text, start, end, _WIDTH)
    return {
        "before": before,
        "words": wording.clip(words, _LONG),
        "after": after,
        "url": anchors.place_url(place),
        "of": text_of(place, find),
    }
