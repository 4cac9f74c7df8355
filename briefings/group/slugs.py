"""The slug of each briefing: the published one as long as the date of the briefing stays.

A published slug belongs to the source whose ids have no prefix on that page.  No other source ever
has ids without a prefix there, so that a published address never leads to other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from ..ids import briefing_slug, redated_slug, slug
from ..model import Registry


@dataclass(frozen=True, slots=True)
class Event:
    """A briefing that needs a slug: its sources (the fullest first), its date and its title.

    `chosen` is the slug that an editor has set, if any.
    """

    sources: tuple[str, ...]
    date: str | None
    title: str
    chosen: str | None = None


class SlugRegistry:
    """The slugs that were published, and which source each belongs to."""

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
        """The slug of each event, all different."""
        kept = self._kept(events)
        taken: set[str] = set()
        slugs: list[str | None] = [None] * len(events)
        # Published slugs are assigned first, so that a new briefing never takes one of them.
        for n in sorted(range(len(events)), key=lambda n: n not in kept):
            event = events[n]
            if event.chosen:
                wanted = slug(event.chosen)
            elif n in kept:
                wanted = redated_slug(kept[n], event.date)
            else:
                wanted = briefing_slug(event.date, event.title)
            slugs[n] = next(
                candidate
                for k in count(1)
                if (candidate := wanted if k == 1 else f"{wanted}-{k}") not in taken
                and self._may_have(event, candidate)
            )
            taken.add(slugs[n] or "")
        return [slug_ or "" for slug_ in slugs]

    def plain(self, briefing: str, sources: Sequence[str]) -> str | None:
        """The source whose ids have no prefix on the page of a briefing."""
        if briefing in self._published:
            owner = self._owner.get(briefing)
            return owner if owner in sources else None
        return sources[0]

    def _kept(self, events: Sequence[Event]) -> dict[int, str]:
        """The published slug that each event keeps."""
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
        """Whether no other source was published under this slug."""
        if candidate not in self._published:
            return True
        owner = self._owner.get(candidate)
        return any(
            source == owner or self._last.get(source) == candidate for source in event.sources
        )
