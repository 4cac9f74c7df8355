"""The topics by which the page of a person or an outlet can be filtered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol
from urllib.parse import urlencode

from briefings import urls

from .links import CountedName
from .lookup import Lookup
from .paging import Paging


class HasTopics(Protocol):
    """A row that names its topics under `by`."""

    @property
    def by(self) -> str | None: ...


def topic_choices(
    rows: Iterable[HasTopics], query: dict[str, str], paging: Paging, find: Lookup
) -> list[CountedName]:
    """Return the topics of some rows (their ids under `by`), most frequent first, each with a link.

    If the page does not contain all rows, the link leads to a search for them; `query` says whose
    rows they are. Otherwise a script filters the page, and without scripts the link leads to the
    topic's page.
    """
    counts = Counter(topic for row in rows for topic in (row.by or "").split())
    choices: list[CountedName] = []
    for topic, count in sorted(
        counts.items(), key=lambda topic_count: (-topic_count[1], topic_count[0])
    ):
        for link in find.topic_links((topic,)):
            search = f"{urls.SEARCH}?{urlencode({**query, 'topic': topic})}"
            url = search if paging.paged else link.url
            choices.append(CountedName(id=topic, name=link.title, url=url, count=count))
    return choices
