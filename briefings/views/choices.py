"""The topics by which the page of a person or an outlet can be filtered."""

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
    """Return the topics of some rows (their ids under `by`), most frequent first, each with a link.

    If the page does not contain all rows, the link leads to a search for them; `query` says whose
    rows they are. Otherwise a script filters the page, and without scripts the link leads to the
    topic's page.
    """
    counts = Counter(topic for row in rows for topic in row["by"].split())
    choices = []
    for topic, count in sorted(
        counts.items(), key=lambda topic_count: (-topic_count[1], topic_count[0])
    ):
        for link in find.topic_links((topic,)):
            search = f"{urls.SEARCH}?{urlencode({**query, 'topic': topic})}"
            url = search if paging.paged else link["url"]
            choices.append({"id": topic, "name": link["title"], "url": url, "count": count})
    return choices
