"""By which topics the page of a person or an outlet can be narrowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlencode

from briefings import urls

from .lookup import Context, Lookup
from .paging import Paging


def topic_choices(
    rows: Iterable[Context], query: dict[str, str], paging: Paging, find: Lookup
) -> list[Context]:
    """The topics that rows are on (ids under `by`), most often first, each with a way to more.

    Where the page has not all rows the search leads to them: `query` says whose they are. Elsewhere
    a script narrows the page, and without one the topic's page is the way.
    """
    counts = Counter(topic for row in rows for topic in row["by"].split())
    made = []
    for topic, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        for link in find.topic_links((topic,)):
            search = f"{urls.SEARCH}?{urlencode({**query, 'topic': topic})}"
            url = search if paging.paged else link["url"]
            made.append({"id": topic, "name": link["title"], "url": url, "count": count})
    return made
