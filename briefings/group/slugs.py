"""Assign a slug to each briefing; published slugs are kept as long as the date does not change.

A published slug belongs to the source whose ids have no prefix on that page. No other source ever
gets ids without a prefix there, so a published address never leads to different words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from ..ids import briefing_slug, redated_slug, slug
from ..model import Registry


@dataclass(frozen=True, slots=True)
class Event:
    """A briefing that needs a slug: its sources (the fullest first), date and title.

    `chosen` is the slug set by an editor, if any.
    """

    sources: tuple[str, ...]
    date: str | None
    title: str
    chosen: str | None = None


class SlugRegistry:
    """The published slugs and the source that owns each of them."""

    def __init__(self, registry: Registry) -> None:
        self._last = {
            name: record.pages[-1].briefing
            for name, record in registry.sources.items()
            if record.pages
        }
        self._published = {
            page.briefing for record in registry.sources.values() for page in record.pages
        }
        self._owner = {
            page.briefing: name
            for name, record in registry.sources.items()
            for page in record.pages
            if page.plain
        }

    def slugs(self, events: Sequence[Event]) -> list[str]:
        """Return a distinct slug for each event, in the same order."""
        kept = self._kept(events)
        taken: set[str] = set()
        slugs: list[str | None] = [None] * len(events)
        # Published slugs are assigned first, so that a new briefing never takes one of them.
        for n in sorted(range(len(events)), key=lambda n: n not in kept):
            event = events[n]
            if event.chosen:
                base = slug(event.chosen)
            elif n in kept:
                base = redated_slug(kept[n], event.date)
            else:
                base = briefing_slug(event.date, event.title)
            slugs[n] = next(
                candidate
                for k in count(1)
                if (candidate := base if k == 1 else f"{base}-{k}") not in taken
                and self._may_have(event, candidate)
            )
            taken.add(slugs[n] or "")
        return [slug_ or "" for slug_ in slugs]

    def plain(self, briefing: str, sources: Sequence[str]) -> str | None:
        """Return the source whose ids have no prefix on the page of a briefing, or None."""
        if briefing in self._published:
            owner = self._owner.get(briefing)
            return owner if owner in sources else None
        return sources[0]

    def _kept(self, events: Sequence[Event]) -> dict[int, str]:
        """Map the index of each event to the published slug that it keeps, if any."""
        holders: dict[str, int] = {}
        for n, event in enumerate(events):
            for source in event.sources:
                page = self._last.get(source)
                if page and (page not in holders or self._owner.get(page) == source):
                    holders[page] = n
        kept: dict[int, str] = {}
        for n, event in enumerate(events):
            for source in event.sources:
                page = self._last.get(source)
                if page and holders[page] == n:
                    kept.setdefault(n, page)
        return kept

    def _may_have(self, event: Event, candidate: str) -> bool:
        """Return whether an event may use a slug: it is new, or one of the event's sources owns
        it."""
        if candidate not in self._published:
            return True
        owner = self._owner.get(candidate)
        return any(
            source == owner or self._last.get(source) == candidate for source in event.sources
        )
