"""The index of people: speakers by institution, year and letter, then people whom reports quote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings import ids, interface, urls, wording
from briefings.institutions import NOT_GIVEN, OTHERS, institutions_of
from briefings.interface import counting, say
from briefings.model import Person
from briefings.model.page import Page

from .links import Link, Name, Recent
from .lookup import Lookup
from .paging import (
    Directory,
    Paging,
    Part,
    by_letter,
    by_name,
    context_of,
    hub,
    letter_of,
    part_pages,
)
from .pending import Pending
from .reads import kept, texts_reader

_FEWEST = 3
"""The smallest number of speakers for which an institution gets its own list."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with the newest briefings, and how often they spoke, answered and are quoted."""

    name: str
    url: str
    role: str | None
    turns: int
    answered: int
    quoted: int
    recent: Recent


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """People of one institution, or of one kind."""

    id: str
    title: str
    people: list[PersonRow]


@dataclass(frozen=True, slots=True)
class PeopleOfYear:
    """Those who spoke in one year."""

    year: str
    people: list[Name]


@dataclass(frozen=True, slots=True)
class PeopleIndex:
    """The context of `people.md.j2`: a summary sentence, and people in groups.

    `years` lists the speakers of each year. `ways` links to the lists by institution and year, if
    one page cannot list everybody.
    """

    groups: list[PeopleGroup]
    years: list[PeopleOfYear]
    ways: list[Directory]
    about: str


def people_page(find: Lookup) -> Page:
    """Return the index of people: speakers by institution, then people only quoted or named.

    If they are many, it shows the most frequent speakers, with links by institution, year and
    letter.
    """
    people = _everybody(find)
    letters = _letters(find)
    if letters:
        often = sorted(people, key=lambda person: (-len(person.turns), person.name))
        people = often[: find.site.limits.newest]
    return _index(people, hub(letters), find)


def people_parts(find: Lookup) -> list[Pending]:
    """Return pages by letter, institution and year, if one page cannot list everybody."""
    make = partial(_index, find=find)
    up = Link(interface.section("speakers").title, urls.SPEAKERS)
    letters = _letters(find)
    lists = (letters, _institutions(find), _years(find)) if letters else ()
    return [page for parts in lists for page in part_pages(parts, up, make, counting("person"))]


def _everybody(find: Lookup) -> list[Person]:
    return sorted(find.corpus.people, key=lambda person: person.name)


def _letters(find: Lookup) -> tuple[Part[Person], ...]:
    most = find.site.limits.names
    return by_letter(
        _everybody(find), urls.SPEAKERS, lambda person: letter_of(person.name), most, find
    )


def _institutions(find: Lookup) -> tuple[Part[Person], ...]:
    """Split the speakers by institution; institutions with few speakers are combined at the end."""
    of = _institution_of(find)
    speakers = [person for person in _everybody(find) if _spoke(find, person.id)[0]]
    sizes = Counter(of[speaker.id] for speaker in speakers)
    groups: dict[str, list[Person]] = defaultdict(list)
    for speaker in speakers:
        name = of[speaker.id]
        groups[name if sizes[name] >= _FEWEST or name == NOT_GIVEN else OTHERS].append(speaker)
    ordered = sorted(groups.items(), key=lambda group: (group[0] in (OTHERS, NOT_GIVEN), group[0]))
    return by_name(ordered, "institution", urls.SPEAKERS, find.site.limits.names)


def _years(find: Lookup) -> tuple[Part[Person], ...]:
    """Split the speakers by year, newest first."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in _everybody(find):
        for year in _years_of(find, person.id):
            groups[year].append(person)
    ordered = sorted(
        groups.items(), key=lambda group: (group[0] != say.dates.no_year, group[0]), reverse=True
    )
    return by_name(ordered, "year", urls.SPEAKERS, find.site.limits.names)


@texts_reader
@kept
def _institution_of(find: Lookup) -> dict[str, str]:
    return institutions_of(find.corpus.people)


@texts_reader
@kept
def _spoke(find: Lookup, person: str) -> tuple[tuple[str, ...], int, int]:
    """Return the briefings at which a person spoke, newest first, and the numbers of turns and
    answers."""
    known = find.people[person]
    spoke = find.spoke(known)
    answered = len(find.taken.answered(known))
    return tuple(spoke), sum(map(len, spoke.values())), answered


def _years_of(find: Lookup, person: str) -> list[str]:
    """Return the years in which a person spoke, newest first."""
    slugs, _, _ = _spoke(find, person)
    years = (wording.year(find.briefing_link(slug).day) or say.dates.no_year for slug in slugs)
    return list(dict.fromkeys(years))


def _index(people: Sequence[Person], paging: Paging, find: Lookup) -> Page:
    count = interface.count(len(find.corpus.people), "person")
    spoke = [person for person in people if _spoke(find, person.id)[0]]
    is_whole = paging.paged is None
    return find.page(
        urls.SPEAKERS,
        "people.md.j2",
        interface.section("speakers").title,
        say.people.description(people=count),
        "index",
        **context_of(
            PeopleIndex(
                groups=[
                    *(_by_institution(spoke, find) if is_whole else _together(spoke, find)),
                    *_silent([person for person in people if not _spoke(find, person.id)[0]], find),
                ],
                years=_by_year(spoke, find) if is_whole else [],
                ways=_ways(find) if paging.directory else [],
                about=_about(find),
            ),
            paging,
        ),
    )


@texts_reader
def _about(find: Lookup) -> str:
    """Return a sentence with the numbers of people and of speakers."""
    people = find.corpus.people
    spoke = sum(bool(_spoke(find, person.id)[0]) for person in people)
    others = len(people) - spoke
    words = say.people
    spoke_words = words.spoke(people=interface.count(spoke, "person"))
    named = words.only_named(count=others)
    if spoke and others:
        return words.both(spoke=spoke_words, named=named)
    return words.some(people=spoke_words if spoke else named)


def _ways(find: Lookup) -> list[Directory]:
    lists = (hub(_institutions(find)), hub(_years(find)))
    return [way.directory for way in lists if way.directory]


def _by_institution(people: Sequence[Person], find: Lookup) -> list[PeopleGroup]:
    """Group speakers by institution, the largest first."""
    of = _institution_of(find)
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        groups[of[person.id]].append(person)
    if len(groups) == 1 or max(map(len, groups.values()), default=0) < _FEWEST:
        return _together(people, find)
    ordered = sorted(
        groups.items(), key=lambda group: (group[0] == NOT_GIVEN, -len(group[1]), group[0])
    )
    return [
        PeopleGroup(
            id=f"of-{ids.slug(name)}",
            title=name,
            people=[_row(person, find) for person in of_institution],
        )
        for name, of_institution in ordered
    ]


def _together(people: Sequence[Person], find: Lookup) -> list[PeopleGroup]:
    rows = [_row(person, find) for person in people]
    return (
        [PeopleGroup(id="spoke", title=say.people.spoke_at_briefing, people=rows)] if rows else []
    )


def _silent(people: Sequence[Person], find: Lookup) -> list[PeopleGroup]:
    """Return people without a turn in any text: those quoted, and those only named."""
    rows = [_row(person, find) for person in people]
    groups = (
        ("reported", say.people.quoted, [row for row in rows if row.quoted]),
        ("named", say.people.named, [row for row in rows if not row.quoted]),
    )
    return [
        PeopleGroup(id=id_, title=title, people=of_group)
        for id_, title, of_group in groups
        if of_group
    ]


def _by_year(people: Sequence[Person], find: Lookup) -> list[PeopleOfYear]:
    """Group speakers by year, newest first; return an empty list if there is only one year."""
    years: dict[str, list[Name]] = defaultdict(list)
    for person in people:
        for year in _years_of(find, person.id):
            years[year].append(Name(name=person.name, url=urls.speaker_url(person.id)))
    ordered = sorted(
        years.items(), key=lambda year: (year[0] != say.dates.no_year, year[0]), reverse=True
    )
    return [PeopleOfYear(year=year, people=of_year) for year, of_year in ordered if len(years) > 1]


def _row(person: Person, find: Lookup) -> PersonRow:
    slugs, turns, answered = _spoke(find, person.id)
    return PersonRow(
        name=person.name,
        url=urls.speaker_url(person.id),
        role=find.latest_role(person),
        turns=turns,
        answered=answered,
        quoted=len(person.quoted),
        recent=find.recent([*slugs, *(quotation.place.briefing for quotation in person.quoted)]),
    )
