"""The page of an outlet: its questions, their topics, and who answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model import Exchange, Outlet
from briefings.model.page import Page

from .annotated import Run
from .choices import topic_choices
from .links import CountedName, Link
from .lookup import Lookup
from .paging import Paging, context_of, pages_by_year
from .pending import Pending
from .questions import Question
from .reads import texts_reader


def outlet_pages(find: Lookup) -> list[Pending]:
    """Return a page for each outlet, and pages by year for those with many questions."""
    return [
        page
        for outlet in find.corpus.outlets
        for page in pages_by_year(
            Link(outlet.name, urls.outlet_url(outlet.id)),
            Counter(place.briefing for _, place in outlet.questions),
            partial(_page, outlet.id, find), find, counting("question"),
        )
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuestionsOfYear:
    """The questions of one year."""

    year: str
    questions: list[Question]


@dataclass(frozen=True, slots=True)
class OutletPage:
    """The context of `outlet.md.j2`: when the outlet asked, its names, who answered, and its
    questions by year.

    `topics` are those of the listed questions. If the page lists all questions (`narrows`), readers
    can filter them by topic.
    """

    when: str
    other_names: list[str]
    chinese: str | None
    chinese_basis: list[Run] | None
    note: str | None
    answered: list[CountedName]
    topics: list[CountedName]
    narrows: bool
    years: list[QuestionsOfYear]


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """Return one page of an outlet; `slugs` are the briefings whose questions it lists, None for
    all."""
    outlet = find.outlets[id_]
    listed = find.in_order(
        {
            place.briefing
            for _, place in outlet.questions
            if slugs is None or place.briefing in slugs
        }
    )
    questions = [question for slug in listed for question in _asked(find, id_, slug)]
    days = wording.days(
        [find.briefing_link(slug).day for slug in reversed(_briefings(outlet, find))]
    )
    total = len({(place.briefing, turn) for turn, place in outlet.questions})
    when = (
        say.outlet.asked(questions=interface.count(total, "question"), days=days) if total else ""
    )
    return find.page(
        urls.outlet_url(outlet.id),
        "outlet.md.j2",
        outlet.name,
        say.outlet.description(outlet=outlet.name, asked=when),
        "outlet",
        **context_of(
            OutletPage(
                when=when,
                other_names=list(outlet.other_names),
                chinese=outlet.chinese,
                chinese_basis=find.annotated.ground(outlet.chinese_basis),
                note=outlet.note,
                answered=_answerers(find, id_) if paging.steps is None else [],
                topics=topic_choices(questions, {"outlet": id_}, paging, find),
                narrows=not paging.paged,
                years=_by_year(questions),
            ),
            paging,
        ),
    )


def _briefings(outlet: Outlet, find: Lookup) -> list[str]:
    """Return the briefings at which the outlet asked, newest first."""
    return find.in_order({place.briefing for _, place in outlet.questions})


def _by_year(questions: list[Question]) -> list[QuestionsOfYear]:
    """Group questions, sorted newest first, by year."""
    years = groupby(
        questions,
        key=lambda question: wording.year(question.briefing.day) or say.dates.no_year,
    )
    return [QuestionsOfYear(year=year, questions=list(of_year)) for year, of_year in years]


@texts_reader
def _answerers(find: Lookup, id_: str) -> list[CountedName]:
    """Return who answered the outlet, most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    outlet = find.outlets[id_]
    for slug in _briefings(outlet, find):
        for question in _asked(find, id_, slug):
            counts.update((answerer.name, answerer.url or "") for answerer in question.answerers)
    return [
        CountedName(id=url, name=name, url=url or None, count=count)
        for (name, url), count in sorted(
            counts.items(), key=lambda answerer: (-answerer[1], answerer[0])
        )
    ]


@texts_reader
def _asked(find: Lookup, outlet: str, slug: str) -> list[Question]:
    """Return the outlet's questions at a briefing, from its primary text."""
    turns = {turn for turn, place in find.outlets[outlet].questions if place.briefing == slug}
    return [
        _question(slug, turn.id, find.asked_by(slug, turn.id), find)
        for turn in find.said_in_order(slug, turns)
    ]


def _question(slug: str, turn: str, exchange: Exchange | None, find: Lookup) -> Question:
    """Return a question as all lists show it; an unanswered one has its first words as its
    subject."""
    if exchange is not None:
        return replace(find.asked(slug, exchange.id), by=" ".join(exchange.topics))
    turn_said = find.said(slug, turn)
    return Question(
        id=turn,
        number=0,
        url=urls.briefing_url(slug, turn),
        subject=turn_said.question,
        named=False,
        question=turn_said.question,
        asker=find.speaker(turn_said.speaker, asks=True),
        answerers=[],
        minutes=wording.minutes(turn_said.words),
        topics=[],
        briefing=find.briefing_link(slug),
        by="",
    )
