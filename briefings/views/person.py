"""The dossier of a person: who they are, and what they answered, stated and announced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model import Exchange, Person
from briefings.model.page import Page

from . import linked_data
from .annotated import Run
from .choices import topic_choices
from .dossiers import MOST, AnnouncementEntry, PhraseUse, Sentence, Shown
from .handovers import Handed, handed
from .links import BriefingLink, CountedName, Link
from .lookup import Lookup
from .numbers import Number
from .paging import Paging, context_of, pages_by_year
from .parts_taken import PartsTaken
from .pending import Pending
from .person_in_texts import Excerpt, MentionsOfBriefing, mentions, quoted
from .questions import Question
from .reads import texts_reader
from .said import Said
from .text_links import TextLink, text_link

T = TypeVar("T")

_STATEMENT = 60
"""The smallest number of words for a turn outside exchanges to count as a statement.

Shorter ones greet, call on somebody, or close the event.
"""


def person_pages(find: Lookup) -> list[Pending]:
    """Return a page for each person, and pages by year for those with many entries."""
    return [
        page
        for person in find.corpus.people
        for page in pages_by_year(
            Link(person.name, urls.speaker_url(person.id)),
            _sizes(person, find.taken),
            partial(_page, person.id, find),
            find,
        )
    ]


def _sizes(person: Person, parts: PartsTaken) -> Counter[str]:
    """Return how many entries each briefing adds to the person's page."""
    places = [place for _, place in person.turns]
    places += [*person.mentions, *(quotation.place for quotation in person.quoted)]
    places += [role.place for role in person.roles]
    sizes = Counter(place.briefing for place in places)
    sizes.update(slug for slug, _ in parts.of(person))
    # The number of figures and announcements shown for each briefing.
    sizes.update({place.briefing: 2 * MOST for _, place in person.turns})
    return sizes


def _within(person: Person, slugs: Collection[str] | None) -> Person:
    """Return the person with only the roles, mentions and quotations of the given briefings, None
    for all."""
    if slugs is None:
        return person
    return replace(
        person,
        roles=tuple(role for role in person.roles if role.place.briefing in slugs),
        mentions=tuple(mention for mention in person.mentions if mention.briefing in slugs),
        quoted=tuple(quotation for quotation in person.quoted if quotation.place.briefing in slugs),
    )


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A turn outside exchanges, with its paragraphs on topics; `opening` says that no question
    precedes it."""

    url: str
    briefing: BriefingLink
    opening: bool
    minutes: int
    passages: list[Sentence]
    by: str


@dataclass(frozen=True, slots=True)
class Gathered(Generic[T]):
    """The entries of several briefings, and the briefings that have more."""

    shown: list[T]
    more: list[Shown[T]]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A wording of a person's role."""

    date: str
    role: str
    text: str
    line: int
    source_url: str


@dataclass(frozen=True, slots=True)
class WordShare:
    """A person's share of the words of a briefing."""

    briefing: BriefingLink
    words: str
    total: str
    percent: float


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A turn with its first words and, in an exchange, its part."""

    url: str
    words: str
    count: str
    part: str | None


@dataclass(frozen=True, slots=True)
class TurnsOfBriefing:
    """A person's turns at a briefing."""

    briefing: BriefingLink
    of: TextLink
    turns: list[SpokenTurn]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The context of `person.md.j2`: who the person is, and lists of entries.

    `topics` are those of the listed entries, whose own topics are under `by`. If the page lists all
    entries (`narrows`), readers can filter them by topic.
    """

    role: str | None
    when: list[str]
    topics: list[CountedName]
    narrows: bool
    other_names: list[str]
    chinese: str | None
    chinese_basis: list[Run] | None
    note: str | None
    answered: list[Question]
    statements: list[StatementRow]
    numbers: Gathered[Number]
    announced: Gathered[AnnouncementEntry]
    phrases: list[PhraseUse]
    quoted: list[Excerpt]
    roles: list[RoleRow]
    shares: list[WordShare]
    handed_to: list[Handed]
    handed_from: list[Handed]
    spoke: list[TurnsOfBriefing]
    turns: int
    mentions: list[MentionsOfBriefing]


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """Return one page of a person; `slugs` are the briefings whose entries it lists, None for
    all."""
    everything, parts = find.people[id_], find.taken
    person = _within(everything, slugs)
    spoke = {
        slug: turns for slug, turns in find.spoke(person).items() if slugs is None or slug in slugs
    }
    answered = [
        _answered(slug, exchange, id_, find)
        for slug, exchange in parts.answered(person)
        if slugs is None or slug in slugs
    ]
    statements = [statement for slug in spoke for statement in _statements(find, id_, slug)]
    present = find.in_order({*spoke, *(quotation.place.briefing for quotation in person.quoted)})
    role = find.latest_role(everything)
    url = urls.speaker_url(person.id)
    when = _when(everything, find)
    took = [part for part in parts.of(person) if slugs is None or part[0] in slugs]
    return find.page(
        url,
        "person.md.j2",
        person.name,
        wording.clip(f"{person.name}{f', {role}' if role else ''}. {' '.join(when)}", 300),
        "person",
        linked_data=linked_data.person(everything, role, url, find)
        if paging.paged != "part"
        else None,
        **context_of(
            PersonPage(
                role=role,
                when=when,
                topics=topic_choices(
                    [
                        *answered,
                        *(row for statement in statements for row in statement.passages),
                    ],
                    {"speaker": id_},
                    paging,
                    find,
                ),
                narrows=not paging.paged,
                other_names=list(person.other_names),
                chinese=person.chinese,
                chinese_basis=find.annotated.ground(person.chinese_basis),
                note=person.note,
                answered=answered,
                statements=statements,
                numbers=_gathered([find.dossiers.numbers_by(id_, slug) for slug in present]),
                announced=_gathered([find.dossiers.announced_by(id_, slug) for slug in present]),
                phrases=find.dossiers.phrases_by(id_) if paging.steps is None else [],
                quoted=quoted(person, find),
                roles=_roles(person, find),
                shares=_shares(spoke, parts, find),
                handed_to=handed(id_, took, find, gives=True),
                handed_from=handed(id_, took, find, gives=False),
                spoke=[_spoke(slug, turns, parts, find) for slug, turns in spoke.items()],
                turns=sum(map(len, spoke.values())),
                mentions=mentions(person, find),
            ),
            paging,
        ),
    )


def _answered(slug: str, exchange: Exchange, person: str, find: Lookup) -> Question:
    """Return a question that the person answered, with the other answerers."""
    question = find.asked(slug, exchange.id)
    url = urls.speaker_url(person)
    return replace(
        question,
        answerers=[answerer for answerer in question.answerers if answerer.url != url],
        by=" ".join(exchange.topics),
    )


@texts_reader
def _statements(find: Lookup, person: str, slug: str) -> list[StatementRow]:
    """Return a person's turns at a briefing outside exchanges, with their paragraphs on topics."""
    played = find.taken.played(slug)
    turns = [
        summary
        for summary in find.spoke(find.people[person]).get(slug, [])
        if summary.id not in played
    ]
    questions = (
        find.said(slug, exchange.question).order for exchange in find.briefings[slug].exchanges
    )
    upcoming = next(questions, 0)
    passages: dict[str, list[Sentence]] = {}
    for place, topics in find.dossiers.paragraphs(slug):
        row = Sentence(
            url=urls.place_url(place), words=find.dossiers.sentence(place), by=" ".join(topics)
        )
        passages.setdefault(find.part_at(place), []).append(row)
    return [
        StatementRow(
            url=urls.briefing_url(slug, turn.id),
            briefing=find.briefing_link(slug),
            opening=turn.order < upcoming,
            minutes=wording.minutes(turn.words),
            passages=passages.get(turn.id, []),
            by=" ".join(passage.by for passage in passages.get(turn.id, [])),
        )
        for turn in turns
        if turn.words >= _STATEMENT
    ]


def _gathered(lists: list[Shown[T]]) -> Gathered[T]:
    """Combine the entries of several briefings, newest first."""
    return Gathered(
        shown=[row for rows in lists for row in rows.shown],
        more=[rows for rows in lists if rows.more],
    )


def _when(person: Person, find: Lookup) -> list[str]:
    """Return sentences on the briefings at which a person spoke, what they did, and how often
    reports quote them."""
    spoke = find.spoke(person)
    sentences = []
    if spoke:
        days = wording.days([find.briefing_link(slug).day for slug in reversed(spoke)])
        answered, gave = _counts(find, person.id)
        briefings = interface.count(len(spoke), "briefing")
        questions = interface.count(answered, "question")
        did = [say.person.answered(questions=questions)] if answered else []
        if gave:
            questions = f"{gave}" if did else interface.count(gave, "question")
            did.append(say.person.handed_over(questions=questions))
        sentences.append(
            say.person.spoke_and(briefings=briefings, days=days, deeds=wording.listed(did))
            if did
            else say.person.spoke(briefings=briefings, days=days)
        )
    if person.quoted:
        places = dict.fromkeys(
            (quotation.place.briefing, quotation.place.source) for quotation in person.quoted
        )
        sentences.append(
            say.person.quoted(
                times=say.counts.times(count=len(person.quoted)),
                articles=say.counts.articles(count=len(places)),
            )
        )
    return sentences or [say.person.only_named]


@texts_reader
def _counts(find: Lookup, person: str) -> tuple[int, int]:
    """Return how many questions a person answered and how many they handed over."""
    known = find.people[person]
    gave = 0
    for slug, exchange in find.taken.of(known):
        speakers = [find.said(slug, handover).speaker for handover in exchange.handovers]
        gave += any(speaker and speaker.id == person for speaker in speakers)
    return len(find.taken.answered(known)), gave


def _roles(person: Person, find: Lookup) -> list[RoleRow]:
    ordered = sorted(person.roles, key=lambda o: (o.date or "", o.place.source, o.place.line))
    return [
        RoleRow(
            date=wording.date_words(role.date),
            role=role.role,
            text=find.origin(role.place.briefing, role.place.source).name,
            line=role.place.line,
            source_url=urls.source_url(role.place.source, role.place.line),
        )
        for role in ordered
    ]


def _shares(spoke: dict[str, list[Said]], parts: PartsTaken, find: Lookup) -> list[WordShare]:
    """Return the person's share of the words of each briefing, for the chart and its table."""
    rows = []
    for slug, turns in spoke.items():
        total = parts.words(slug)
        mine = sum(turn.words for turn in turns)
        percent = round(100 * mine / total, 1) if total else 0.0
        rows.append(
            WordShare(
                briefing=find.briefing_link(slug),
                words=f"{mine:,}",
                total=f"{total:,}",
                percent=percent,
            )
        )
    return rows


def _spoke(slug: str, turns: list[Said], parts: PartsTaken, find: Lookup) -> TurnsOfBriefing:
    part = parts.played(slug)
    return TurnsOfBriefing(
        briefing=find.briefing_link(slug),
        of=text_link(slug, turns[0].source, find),
        turns=[
            SpokenTurn(
                url=urls.briefing_url(slug, turn.id),
                words=turn.first,
                count=say.counts.words(count=turn.words),
                part=part.get(turn.id),
            )
            for turn in turns
        ],
    )
