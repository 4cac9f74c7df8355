"""The index of indicators by topic, comparable ones first, each with its newest value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings import ids, interface, urls
from briefings.interface import counting, say
from briefings.model import Indicator
from briefings.model.page import Page

from .charts import SmallChart
from .drawn import seen_of, small_of
from .headlines import newest, when, worded
from .links import Link
from .lookup import Lookup
from .paging import Paging, Part, by_letter, context_of, hub, letter_of, part_pages
from .pending import Pending
from .text_links import TextLink, text_of


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator with its newest value."""

    title: str
    url: str
    comparable: bool
    chart: SmallChart | None
    told: str
    direction: str
    when: str
    of: TextLink | None
    disputed: bool
    extent: str


@dataclass(frozen=True, slots=True)
class Group:
    """The indicators of one topic; `title` is empty if there are no topics."""

    title: str
    id: str
    rows: list[IndicatorRow]


@dataclass(frozen=True, slots=True)
class IndicatorsIndex:
    """The context of `indicators.md.j2`: rows by topic, and the total number of indicators."""

    groups: list[Group]
    count: str


def indicators_page(find: Lookup) -> Page:
    """Return the index of indicators; if they are many, those stated most often, with links by
    letter."""
    indicators = _sorted(find)
    parts = _letters(find)
    if parts:
        often = sorted(indicators, key=lambda indicator: -len(indicator.observations))
        indicators = often[: find.site.limits.newest]
    return _index(indicators, hub(parts), find)


def indicators_parts(find: Lookup) -> list[Pending]:
    """Return a page of indicators for each letter if one page cannot list them all."""
    make = partial(_index, find=find)
    return part_pages(
        _letters(find),
        Link(interface.section("indicators").title, urls.INDICATORS),
        make,
        counting("indicator"),
    )


def topic_links(indicator: Indicator, find: Lookup) -> list[Link]:
    """Return links to the topics of an indicator, its main topic first."""
    return find.topic_links(find.indicator_links.topics(indicator.id))


def _sorted(find: Lookup) -> list[Indicator]:
    return sorted(
        find.annotated.indicators.values(), key=lambda indicator: indicator.title.casefold()
    )


def _letters(find: Lookup) -> tuple[Part[Indicator], ...]:
    most = find.site.limits.names // 2
    return by_letter(
        _sorted(find), urls.INDICATORS, lambda indicator: letter_of(indicator.title), most, find
    )


def _index(indicators: Sequence[Indicator], paging: Paging, find: Lookup) -> Page:
    count = say.counts.things(count=len(find.annotated.indicators))
    return find.page(
        urls.INDICATORS,
        "indicators.md.j2",
        interface.section("indicators").title,
        say.indicators.description(things=count),
        "index",
        **context_of(IndicatorsIndex(_groups(indicators, find), count), paging),
    )


def _groups(indicators: Sequence[Indicator], find: Lookup) -> list[Group]:
    """Group indicators by their first topic, sorted by title; those without a topic come last."""
    by_topic: dict[tuple[str, str], list[IndicatorRow]] = defaultdict(list)
    for indicator in indicators:
        links = topic_links(indicator, find)
        key = (links[0].title, links[0].url) if links else ("", "")
        by_topic[key].append(_row(indicator, find))
    ordered = sorted(by_topic, key=lambda key: (not key[0], key[0].casefold()))
    return [
        Group(
            title or (say.indicators.other if len(ordered) > 1 else ""),
            ids.slug(title or "other"),
            sorted(by_topic[title, url], key=lambda row: not row.comparable),
        )
        for title, url in ordered
    ]


def _row(indicator: Indicator, find: Lookup) -> IndicatorRow:
    observed = seen_of(indicator, find)
    chart = small_of(indicator, observed, find)
    latest = newest(observed) if observed else None
    return IndicatorRow(
        title=indicator.title,
        url=urls.indicator_url(indicator.id),
        comparable=chart is not None,
        chart=chart,
        told=worded(latest[1]) if latest else "",
        direction=latest[1].stated.direction if latest and indicator.kind == "change" else "",
        when=when(*latest).strip(" ,") if latest else "",
        of=text_of(latest[1].place, find) if latest else None,
        disputed=bool(latest and latest[0].disputed),
        extent=say.counts.numbers(count=len(observed)) if len(observed) > 1 else "",
    )
