"""The index of people: who spoke, by institution, year and letter; then whom reports quote."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial

from briefings import ids, interface, urls, wording
from briefings.institutions import NOT_GIVEN, OTHERS, institutions_of
from briefings.interface import counting, say
from briefings.model import Person
from briefings.model.page import Page

from .lookup import Context, Lookup
from .paging import (
    Link,
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
"""An institution of so many people is worth a list of its own."""


@dataclass(frozen=True, slots=True)
class PeopleIndex:
    """What `people.md.j2` shows: in a sentence who they are, and people in groups.

    `years` says who spoke in which year; where all are too many for one page, `ways` lead to those
    of each institution and year.
    """

    groups: list[Context]
    years: list[Context]
    ways: list[Context]
    about: str


def people_page(find: Lookup) -> Page:
    """Everybody: those who spoke by institution, then those whom the texts only quote or name.

    Of many, those who spoke most often, and the ways to each institution, year and letter.
    """
    people = _everybody(find)
    letters = _letters(find)
    if letters:
        often = sorted(people, key=lambda one: (-len(one.turns), one.name))
        people = often[: find.site.limits.newest]
    return _index(people, hub(letters), find)


def people_parts(find: Lookup) -> list[Pending]:
    """The people of each letter, institution and year, where all are too many for one page."""
    make = partial(_index, find=find)
    up = Link(interface.section("speakers").title, urls.SPEAKERS)
    letters = _letters(find)
    lists = (letters, _institutions(find), _years(find)) if letters else ()
    return [page for parts in lists for page in part_pages(parts, up, make, counting("person"))]


def _everybody(find: Lookup) -> list[Person]:
    return sorted(find.corpus.people, key=lambda one: one.name)


def _letters(find: Lookup) -> tuple[Part[Person], ...]:
    most = find.site.limits.names
    return by_letter(_everybody(find), urls.SPEAKERS, lambda one: letter_of(one.name), most, find)


def _institutions(find: Lookup) -> tuple[Part[Person], ...]:
    """Those who spoke, by institution; the ones of few people together, last."""
    of = _institution_of(find)
    speakers = [one for one in _everybody(find) if _spoke(find, one.id)[0]]
    sizes = Counter(of[one.id] for one in speakers)
    groups: dict[str, list[Person]] = defaultdict(list)
    for one in speakers:
        name = of[one.id]
        groups[name if sizes[name] >= _FEWEST or name == NOT_GIVEN else OTHERS].append(one)
    ordered = sorted(groups.items(), key=lambda one: (one[0] in (OTHERS, NOT_GIVEN), one[0]))
    return by_name(ordered, "institution", urls.SPEAKERS, find.site.limits.names)


def _years(find: Lookup) -> tuple[Part[Person], ...]:
    """Those who spoke in each year, the newest first."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for one in _everybody(find):
        for year in _years_of(find, one.id):
            groups[year].append(one)
    ordered = sorted(
        groups.items(), key=lambda one: (one[0] != say.dates.no_year, one[0]), reverse=True
    )
    return by_name(ordered, "year", urls.SPEAKERS, find.site.limits.names)


@texts_reader
@kept
def _institution_of(find: Lookup) -> dict[str, str]:
    return institutions_of(find.corpus.people)


@texts_reader
@kept
def _spoke(find: Lookup, person: str) -> tuple[tuple[str, ...], int, int]:
    """The briefings at which a person spoke, newest first, how many turns, how many answers."""
    known = find.people[person]
    spoke = find.spoke(known)
    answered = len(find.taken.answered(known))
    return tuple(spoke), sum(map(len, spoke.values())), answered


def _years_of(find: Lookup, person: str) -> list[str]:
    """The years in which a person spoke, the newest first."""
    slugs, _, _ = _spoke(find, person)
    years = (wording.year(find.briefing_link(slug)["day"]) or say.dates.no_year for slug in slugs)
    return list(dict.fromkeys(years))


def _index(people: Sequence[Person], paging: Paging, find: Lookup) -> Page:
    count = interface.count(len(find.corpus.people), "person")
    spoke = [one for one in people if _spoke(find, one.id)[0]]
    whole = paging.paged is None
    return find.page(
        urls.SPEAKERS,
        "people.md.j2",
        interface.section("speakers").title,
        say.people.description(people=count),
        "index",
        **context_of(
            PeopleIndex(
                groups=[
                    *(_by_institution(spoke, find) if whole else _together(spoke, find)),
                    *_silent([one for one in people if not _spoke(find, one.id)[0]], find),
                ],
                years=_by_year(spoke, find) if whole else [],
                ways=_ways(find) if paging.directory else [],
                about=_about(find),
            ),
            paging,
        ),
    )


@texts_reader
def _about(find: Lookup) -> str:
    """How many people there are, and how many of them spoke."""
    people = find.corpus.people
    spoke = sum(bool(_spoke(find, one.id)[0]) for one in people)
    others = len(people) - spoke
    words = say.people
    told = words.spoke(people=interface.count(spoke, "person"))
    named = words.only_named(count=others)
    if spoke and others:
        return words.both(spoke=told, named=named)
    return words.some(people=told if spoke else named)


def _ways(find: Lookup) -> list[Context]:
    lists = (hub(_institutions(find)), hub(_years(find)))
    return [asdict(one.directory) for one in lists if one.directory]


def _by_institution(people: Sequence[Person], find: Lookup) -> list[Context]:
    """Those who spoke, the institution of most people first."""
    of = _institution_of(find)
    groups: dict[str, list[Person]] = defaultdict(list)
    for one in people:
        groups[of[one.id]].append(one)
    if len(groups) == 1 or max(map(len, groups.values()), default=0) < _FEWEST:
        return _together(people, find)
    ordered = sorted(groups.items(), key=lambda one: (one[0] == NOT_GIVEN, -len(one[1]), one[0]))
    return [
        {
            "id": f"of-{ids.slug(name)}",
            "title": name,
            "people": [_row(one, find) for one in several],
        }
        for name, several in ordered
    ]


def _together(people: Sequence[Person], find: Lookup) -> list[Context]:
    rows = [_row(one, find) for one in people]
    return [{"id": "spoke", "title": say.people.spoke_at_briefing, "people": rows}] if rows else []


def _silent(people: Sequence[Person], find: Lookup) -> list[Context]:
    """Those of whom no turn stands in a text."""
    rows = [_row(one, find) for one in people]
    groups = (
        ("reported", say.people.quoted, [one for one in rows if one["quoted"]]),
        ("named", say.people.named, [one for one in rows if not one["quoted"]]),
    )
    return [
        {"id": id_, "title": title, "people": several} for id_, title, several in groups if several
    ]


def _by_year(people: Sequence[Person], find: Lookup) -> list[Context]:
    """Who spoke in each year, the newest first; nothing where all spoke in one."""
    years: dict[str, list[Context]] = defaultdict(list)
    for one in people:
        for year in _years_of(find, one.id):
            years[year].append({"name": one.name, "url": urls.speaker_url(one.id)})
    ordered = sorted(
        years.items(), key=lambda one: (one[0] != say.dates.no_year, one[0]), reverse=True
    )
    return [{"year": year, "people": several} for year, several in ordered if len(years) > 1]


def _row(person: Person, find: Lookup) -> Context:
    slugs, turns, answered = _spoke(find, person.id)
    return {
        "name": person.name,
        "url": urls.speaker_url(person.id),
        "role": find.latest_role(person),
        "turns": turns,
        "answered": answered,
        "quoted": len(person.quoted),
        **find.recent([*slugs, *(one.place.briefing for one in person.quoted)]),
    }
