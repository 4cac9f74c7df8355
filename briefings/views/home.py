"""The home page: examples of what the site contains, and links to all of it.

Items pinned in `site.yml` come first. The rest is chosen by rules, so that a site without editors
has a useful home page too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from briefings import interface, urls, wording
from briefings.interface import ThingName, capital, say
from briefings.model import Briefing
from briefings.model.page import Page

from .briefing_head import took_part
from .front import (
    Contrast,
    NumberCard,
    SearchLink,
    contrasts,
    numbers,
    often_asked,
    often_spoke,
    searches,
    wordings_of,
)
from .linked_data import website
from .links import BriefingLink, Link
from .lookup import Lookup
from .numbers import Number
from .paging import context_of
from .questions import Question

T = TypeVar("T")

_NUMBERS, _DISAGREEMENTS = 6, 3
# How many figures and questions of the newest briefing are shown, and how many briefings of the
# same week in earlier years.
_KEY_FIGURES, _QUESTIONS, _YEARS = 3, 3, 3
# How many topics, people and terms (or outlets) the page lists.
_WAYS = 8
_WEEK = 3  # days before and after a day


@dataclass(frozen=True, slots=True)
class Latest:
    """The briefing at the top of the page; `pinned` says that it is not the newest one."""

    briefing: BriefingLink
    facts: list[str]
    numbers: list[Number]
    questions: list[Question]
    more_questions: int
    pinned: bool


@dataclass(frozen=True, slots=True)
class WayLink:
    """A link with the number of its entries in words."""

    title: str
    url: str
    extent: str


@dataclass(frozen=True, slots=True)
class Way:
    """A list of links to one section of the site; `all` links to its index."""

    title: str
    links: list[WayLink]
    all: Link


@dataclass(frozen=True, slots=True)
class HomePage:
    """The context of `home.md.j2`.

    `example` is a figure that readers can search for. `confirmed` says that editors confirmed all
    of the `disagreements`.
    """

    about: str
    example: Number | None
    searches: list[SearchLink]
    latest: Latest | None
    numbers: list[NumberCard]
    disagreements: list[Contrast]
    confirmed: bool
    years: list[BriefingLink]
    ways: list[Way]
    briefings: str
    period: str | None


def home_page(find: Lookup) -> Page:
    """Return the home page."""
    latest = _latest(find)
    key_numbers = latest.numbers if latest else []
    looked_for = numbers(find, _NUMBERS, {number.id for number in key_numbers})
    records = contrasts(find, _DISAGREEMENTS)
    examples = [replace(number, title=capital(number.subject)) for number in key_numbers]
    example = next(iter((*examples, *(card.number for card in looked_for))), None)
    briefings = find.corpus.briefings
    return find.page(
        "",
        "home.md.j2",
        find.site.name,
        find.site.description,
        "home",
        linked_data=website(find),
        **context_of(
            HomePage(
                about=find.site.home,
                example=example,
                searches=searches(find, example),
                latest=latest,
                numbers=looked_for,
                disagreements=records,
                confirmed=all(record.confirmed for record in records),
                years=_same_week(find),
                ways=_ways(find),
                briefings=interface.count(len(briefings), "briefing"),
                period=wording.period([briefing.date for briefing in briefings]),
            )
        ),
    )


def _latest(find: Lookup) -> Latest | None:
    """Return the pinned briefing, or else the newest; None if there are no briefings."""
    newest = next(iter(find.briefings), None)
    if newest is None:
        return None
    pinned = find.site.pinned.briefing or newest
    slug = pinned if pinned in find.briefings else newest
    briefing = find.briefings[slug]
    questions = find.telling_questions(slug, _QUESTIONS)
    return Latest(
        briefing=find.briefing_link(slug),
        facts=_facts(briefing, find),
        numbers=find.telling_figures(slug, _KEY_FIGURES),
        questions=questions,
        more_questions=len(briefing.exchanges) - len(questions),
        pinned=slug != newest,
    )


def _facts(briefing: Briefing, find: Lookup) -> list[str]:
    """Return the numbers of participants, questions and texts, each as a phrase."""
    texts = len(briefing.sources)
    return [*took_part(briefing, find), *([interface.count(texts, "text")] if texts > 1 else [])]


def _same_week(find: Lookup) -> list[BriefingLink]:
    """Return briefings of earlier years that were held in the same week of the year as the
    newest."""
    newest = next(iter(find.briefings.values()), None)
    day = wording.full_date(newest.date) if newest else None
    if day is None:
        return []
    links = [
        find.briefing_link(slug)
        for slug, briefing in find.briefings.items()
        if _is_near(day, wording.full_date(briefing.date))
    ]
    return links[:_YEARS]


def _is_near(day: str, other: str | None) -> bool:
    """Return whether a day is within three days of the same date in an earlier year.

    >>> _is_near("2023-10-24", "2020-10-21"), _is_near("2023-10-24", "2020-10-20")
    (True, False)
    >>> _is_near("2024-01-01", "2022-12-31"), _is_near("2024-01-01", "2023-12-31")
    (True, False)
    >>> _is_near("2024-02-29", "2023-03-03"), _is_near("2024-02-29", "2023-03-04")
    (True, False)
    """
    if other is None:
        return False
    days, now = date.fromisoformat(other), date.fromisoformat(day)
    return any(
        abs((days - _same_day(now, year)).days) <= _WEEK
        for year in (days.year, days.year + 1)
        if year < now.year
    )


def _same_day(day: date, year: int) -> date:
    """Return the same date in another year; 29 February becomes 28 February."""
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _ways(find: Lookup) -> list[Way]:
    """Return lists of topics, people and terms; outlets are added if one of these is empty."""
    ways = [_topics(find), _people(find), _terms(find)]
    if not all(way.links for way in ways):
        ways.append(_outlets(find))
    return [way for way in ways if way.links]


def _topics(find: Lookup) -> Way:
    topics = find.corpus.topics
    by_questions = sorted(topics, key=lambda topic: (-len(topic.exchanges), topic.title.casefold()))
    with_content = [topic for topic in by_questions if topic.exchanges or topic.sections]
    links = [
        _link(
            topic.title, urls.topic_url(topic.id), interface.count(len(topic.exchanges), "question")
        )
        for topic in _first(with_content, find.site.pinned.topics, lambda topic: topic.id)
    ]
    return Way(interface.section("topics").title, links, _all(len(topics), "topic", urls.TOPICS))


def _people(find: Lookup) -> Way:
    often = often_spoke(find)
    links = [
        _link(
            person.name,
            urls.speaker_url(person.id),
            say.home.spoke(times=say.counts.times(count=times)) if times else say.home.in_reports,
        )
        for person, times in _first(often, find.site.pinned.people, lambda pair: pair[0].id)
    ]
    return Way(interface.section("people").title, links, _all(len(often), "speaker", urls.SPEAKERS))


def _terms(find: Lookup) -> Way:
    terms = find.annotated.terms
    wordings = {id_: len(wordings_of(term)) for id_, term in terms.items()}
    often = sorted(
        (term for term in terms.values() if term.mentions),
        key=lambda term: (
            -wordings[term.entry.id],
            -len(term.mentions),
            term.entry.term.casefold(),
        ),
    )
    links = [
        _link(
            term.entry.term,
            urls.term_url(term.entry.id),
            _names(wordings[term.entry.id]),
        )
        for term in _first(often, find.site.pinned.terms, lambda term: term.entry.id)
    ]
    return Way(interface.section("terms").title, links, _all(len(terms), "term", urls.TERMS))


def _names(number: int) -> str:
    return say.home.under_names(number=number) if number > 1 else ""


def _outlets(find: Lookup) -> Way:
    often = often_asked(find)
    links = [
        _link(
            outlet.name,
            urls.outlet_url(outlet.id),
            interface.count(len(outlet.questions), "question"),
        )
        for outlet in often[:_WAYS]
    ]
    return Way(say.home.who_asks, links, _all(len(often), "outlet", urls.OUTLETS))


def _first(items: Sequence[T], pinned: Sequence[str], id_of: Callable[[T], str]) -> list[T]:
    """Return pinned items in the editors' order, then others, up to `_WAYS` in all."""
    rank = {id_: n for n, id_ in enumerate(pinned)}
    return sorted(items, key=lambda item: rank.get(id_of(item), len(rank)))[:_WAYS]


def _link(title: str, url: str, extent: str) -> WayLink:
    return WayLink(title=title, url=url, extent=extent)


def _all(number: int, name: ThingName, url: str) -> Link:
    return Link(title=interface.count(number, name), url=url)
