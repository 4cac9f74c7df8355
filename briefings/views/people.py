"""Speakers: who, when, about what; their roles, turns, answers, and where articles quote them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from briefings import anchors, wording
from briefings.model import Exchange, Person, Place
from briefings.model.page import Page

from .lookup import FIRST_WORDS, Context, Lookup
from .origin_links import exchange_entry, text_link, text_of
from .paging import (
    Link,
    Paging,
    Part,
    by_letter,
    context_of,
    hub,
    letter_of,
    pages_by_year,
    part_pages,
)  # fmt: skip
from .parts_taken import PartsTaken
from .pending import Pending
from .said import Said


def people_pages(find: Lookup) -> list[Pending]:
    """A page for each person, and one for each year of those of whom there is much."""
    return [
        page
        for person in find.corpus.people
        for page in pages_by_year(
            Link(person.name, anchors.speaker_url(person.id)),
            _sizes(person, find.taken),
            partial(_page, person.id, find),
            find,
        )
    ]


def _sizes(person: Person, taken: PartsTaken) -> Counter[str]:
    """How many entries of the person's page each briefing gives."""
    places = [place for _, place in person.turns]
    places += [*person.mentions, *(one.place for one in person.quoted)]
    places += [one.place for one in person.roles]
    return Counter([*(one.briefing for one in places), *(slug for slug, _ in taken.of(person))])


def _within(person: Person, slugs: Collection[str] | None) -> Person:
    """The person with what some briefings have of them."""
    if slugs is None:
        return person
    return replace(
        person,
        roles=tuple(one for one in person.roles if one.place.briefing in slugs),
        turns=tuple(one for one in person.turns if one[1].briefing in slugs),
        mentions=tuple(one for one in person.mentions if one.briefing in slugs),
        quoted=tuple(one for one in person.quoted if one.place.briefing in slugs),
    )


@dataclass(frozen=True, slots=True)
class PeopleIndex:
    """What `people.md.j2` shows: people in groups, and how many there are in all."""

    groups: list[Context]
    count: str


def people_page(find: Lookup) -> Page:
    """Everybody: those who spoke first, then those whom the texts only quote or name.

    Of many, those who spoke most often, and the way to each letter.
    """
    people = sorted(find.corpus.people, key=lambda one: one.name)
    parts = _parts(find)
    if parts:
        often = sorted(people, key=lambda one: (-len(one.turns), one.name))
        people = often[: find.site.limits.newest]
    return _index(people, hub(parts), find)


def people_parts(find: Lookup) -> list[Pending]:
    """The people of each letter, where all are too many for one page."""
    make = partial(_index, find=find)
    return part_pages(_parts(find), Link("Speakers", anchors.SPEAKERS), make, "person", "people")


def _parts(find: Lookup) -> tuple[Part[Person], ...]:
    people = sorted(find.corpus.people, key=lambda one: one.name)
    return by_letter(
        people, anchors.SPEAKERS, lambda one: letter_of(one.name), find.site.limits.names, find
    )


def _index(people: Sequence[Person], paging: Paging, find: Lookup) -> Page:
    rows = [_row(one, find) for one in people]
    count = len(find.corpus.people)
    groups = [
        {"id": "spoke", "title": "Spoke at a briefing", "people": [r for r in rows if r["turns"]]},
        {
            "id": "reported",
            "title": "Quoted or reported in articles",
            "people": [r for r in rows if not r["turns"] and r["quoted"]],
        },
        {
            "id": "named",
            "title": "Listed or named only",
            "people": [r for r in rows if not r["turns"] and not r["quoted"]],
        },
    ]
    return find.page(
        anchors.SPEAKERS,
        "people.md.j2",
        "Speakers",
        f"{wording.count(count, 'person', 'people')} who spoke at the briefings or whom "
        "reports on them quote, with roles and dates.",
        "index",
        **context_of(
            PeopleIndex(
                [group for group in groups if group["people"]],
                wording.count(count, "person", "people"),
            ),
            paging,
        ),
    )


def _row(person: Person, find: Lookup) -> Context:
    spoke = find.spoke(person)
    return {
        "name": person.name,
        "url": anchors.speaker_url(person.id),
        "role": find.latest_role(person),
        "turns": sum(len(turns) for turns in spoke.values()),
        "quoted": len(person.quoted),
        **find.recent([*spoke, *(one.place.briefing for one in person.quoted)]),
    }


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What `person.md.j2` shows: who it is, then lists, each of some briefings or of all."""

    role: str | None
    when: list[str]
    topics: list[Context]
    other_names: list[str]
    chinese: str | None
    chinese_basis: list[Context] | None
    note: str | None
    roles: list[Context]
    shares: list[Context]
    spoke: list[Context]
    answered: list[Context]
    handed_to: list[Context]
    handed_from: list[Context]
    quoted: list[Context]
    mentions: list[Context]


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """`slugs` are the briefings of which the page lists turns and the like, None for all."""
    whole, taken = find.people[id_], find.taken
    person = _within(whole, slugs)
    spoke = find.spoke(person)
    answered = [one for one in taken.answered(person) if slugs is None or one[0] in slugs]
    about = dict.fromkeys(one for _, exchange in answered for one in exchange.topics)
    role = find.latest_role(whole)
    url = anchors.speaker_url(person.id)
    when = _when(whole, find)
    took = [one for one in taken.of(person) if slugs is None or one[0] in slugs]
    return find.page(
        url,
        "person.md.j2",
        person.name,
        wording.clip(f"{person.name}{f', {role}' if role else ''}. {' '.join(when)}", 300),
        "person",
        linked_data=_linked_data(whole, role, url, find) if paging.paged != "part" else None,
        **context_of(
            PersonPage(
                role=role,
                when=when,
                topics=find.topic_links(tuple(about)),
                other_names=list(person.other_names),
                chinese=person.chinese,
                chinese_basis=find.annotated.ground(person.chinese_basis),
                note=person.note,
                roles=_roles(person, find),
                shares=_shares(spoke, taken, find),
                spoke=[_spoke(slug, turns, taken, find) for slug, turns in spoke.items()],
                answered=[
                    _with_whom(exchange_entry(slug, one, find), url) for slug, one in answered
                ],
                handed_to=_handed(person, took, find, gives=True),
                handed_from=_handed(person, took, find, gives=False),
                quoted=[_quoted(one.place, one.mode, find) for one in person.quoted],
                mentions=_mentions(person, find),
            ),
            paging,
        ),
    )


def _when(person: Person, find: Lookup) -> list[str]:
    """In sentences: how much was said, on which days."""
    spoke = find.spoke(person)
    told = []
    if spoke:
        days = wording.days([find.briefing_link(slug)["day"] for slug in reversed(spoke)])
        turns = sum(len(one) for one in spoke.values())
        told.append(
            f"Spoke {wording.count(turns, 'time')} at {wording.count(len(spoke), 'briefing')}: "
            f"{days}."
        )
    if person.quoted:
        places = dict.fromkeys((one.place.briefing, one.place.source) for one in person.quoted)
        told.append(
            f"Quoted or reported {wording.count(len(person.quoted), 'time')} in "
            f"{wording.count(len(places), 'article')}."
        )
    return told or ["Named in the texts; no words of this person are recorded."]


def _roles(person: Person, find: Lookup) -> list[Context]:
    ordered = sorted(person.roles, key=lambda o: (o.date or "", o.place.source, o.place.line))
    return [
        {
            "date": wording.date_words(one.date),
            "role": one.role,
            "organization": one.organization,
            "text": find.origin(one.place.briefing, one.place.source)["name"],
            "line": one.place.line,
            "source_url": anchors.source_url(one.place.source, one.place.line),
        }
        for one in ordered
    ]


def _shares(spoke: dict[str, list[Said]], taken: PartsTaken, find: Lookup) -> list[Context]:
    """The person's part of all words of each briefing, for the chart and its table."""
    rows = []
    for slug, turns in spoke.items():
        total = taken.words(slug)
        mine = sum(turn.words for turn in turns)
        percent = round(100 * mine / total, 1) if total else 0.0
        rows.append(
            {
                "briefing": find.briefing_link(slug),
                "words": f"{mine:,}",
                "total": f"{total:,}",
                "percent": percent,
            }
        )
    return rows


def _spoke(slug: str, turns: list[Said], taken: PartsTaken, find: Lookup) -> Context:
    part = taken.played(slug)
    return {
        "briefing": find.briefing_link(slug),
        "of": text_link(slug, turns[0].source, find),
        "turns": [
            {
                "url": anchors.briefing_url(slug, turn.id),
                "words": turn.first,
                "count": wording.count(turn.words, "word"),
                "part": part.get(turn.id),
            }
            for turn in turns
        ],
    }


def _with_whom(entry: Context, url: str) -> Context:
    """On a person's own page an answer names the others who gave it."""
    return {**entry, "answered": [one for one in entry["answered"] if one["url"] != url]}


def _handed(
    person: Person, took: Iterable[tuple[str, Exchange]], find: Lookup, gives: bool
) -> list[Context]:
    """To whom the person handed questions over, or from whom they came, with each question.

    `took` are the exchanges that the person took part in.
    """
    found: Counter[tuple[str, str]] = Counter()
    places: dict[str, list[Context]] = {}
    for slug, exchange in took:
        givers = _speakers(slug, exchange.handovers, find)
        takers = _speakers(slug, exchange.answers, find)
        mine, others = (givers, takers) if gives else (takers, givers)
        if person.id not in mine:
            continue
        for id_, name in others.items():
            if id_ != person.id:
                found[id_, name] += 1
                places.setdefault(id_, []).append(exchange_entry(slug, exchange, find))
    return [
        {
            "name": name,
            "url": anchors.speaker_url(id_) if find.person_name(id_) is not None else None,
            "count": wording.count(number, "question"),
            "exchanges": places[id_],
        }
        for (id_, name), number in sorted(found.items(), key=lambda one: (-one[1], one[0]))
    ]


def _speakers(slug: str, turns: tuple[str, ...], find: Lookup) -> dict[str, str]:
    speakers = [find.said(slug, one).speaker for one in turns]
    return {one.id: one.name or "" for one in speakers if one and one.id and one.kind != "outlet"}


def _quoted(place: Place, mode: str, find: Lookup) -> Context:
    return {**_excerpt(place, find), "mode": "direct quotation" if mode == "direct" else "reported"}


def _excerpt(place: Place, find: Lookup) -> Context:
    passage = find.passage(place)
    text = passage.text if passage else ""
    if place.start is not None and place.end is not None and len(text) > FIRST_WORDS:
        start = max(0, place.start - FIRST_WORDS // 2)
        start = text.rfind(" ", 0, start + 1) + 1 if start else 0
        text = ("…" if start else "") + text[start:]
    return {
        "url": anchors.place_url(place),
        "words": wording.clip(text, 2 * FIRST_WORDS),
        "briefing": find.briefing_link(place.briefing),
        "of": text_of(place, find),
    }


def _mentions(person: Person, find: Lookup) -> list[Context]:
    """Passages that name the person, by briefing, each once."""
    seen: dict[tuple[str, str | None], Place] = {}
    for place in person.mentions:
        seen.setdefault((place.briefing, place.passage), place)
    by_briefing: dict[str, list[Context]] = {}
    for place in seen.values():
        by_briefing.setdefault(place.briefing, []).append(_excerpt(place, find))
    return [
        {"briefing": find.briefing_link(slug), "places": by_briefing[slug]}
        for slug in find.in_order(by_briefing)
    ]


def _linked_data(person: Person, role: str | None, url: str, find: Lookup) -> Context:
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": person.name,
        "url": find.absolute(url),
    }
    if person.other_names:
        data["alternateName"] = list(person.other_names)
    if role:
        data["jobTitle"] = role
    organizations = [one.organization for one in person.roles if one.organization]
    if organizations:
        data["affiliation"] = {"@type": "Organization", "name": organizations[-1]}
    return data
