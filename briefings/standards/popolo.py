"""People, the organisations they speak for, and their roles, after Popolo.

The classes used are persons, organizations and memberships; see
<https://www.popoloproject.com/specs/>. Two things are left out because no text states them: the
start and end of a membership (a text shows only that somebody had a role on one day, which its
source names), and posts, which exist independently of their holders.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from briefings import ids, urls
from briefings.institutions import body_of, short_names, whole_name
from briefings.model import Corpus, Outlet, Person, Place, RoleWording

from .known import known

Data = dict[str, Any]
NEWS = "news organisation"
_NAME_LENGTH = 200


def popolo(corpus: Corpus, base: str, name_of: Callable[[Place], str]) -> Data:
    """Lists of `persons`, `organizations` and `memberships`, each sorted by id.

    `base` is the site's address with a final slash, or "" if it is not known; links are then
    relative to the site's root. `name_of` returns the name of the text that contains a place.
    """
    return _Writer(base, name_of, corpus).data()


def organization_id(name: str) -> str:
    """The id of an organisation that is not an outlet, from its full name."""
    return ids.slug(name, _NAME_LENGTH)


@dataclass(slots=True)
class _Organization:
    """Data about one organisation: its full name, and each wording with its place."""

    id: str
    name: str
    wordings: dict[str, None] = field(default_factory=dict)
    places: dict[Place, None] = field(default_factory=dict)
    outlet: Outlet | None = None
    parent: str | None = None


@dataclass(slots=True)
class _Membership:
    """A person's role in one organisation, as worded, with each place that has this wording."""

    id: str
    person: str
    role: str
    organization: str | None
    wordings: list[RoleWording] = field(default_factory=list)


class _Writer:
    """Converts one corpus to Popolo."""

    def __init__(self, base: str, name_of: Callable[[Place], str], corpus: Corpus) -> None:
        self._base = base
        self._name_of = name_of
        self._people = corpus.people
        self._short = short_names(corpus.people)
        self._organizations: dict[str, _Organization] = {}
        for outlet in corpus.outlets:
            self._outlet(outlet)

    def data(self) -> Data:
        memberships = [
            self._membership(membership)
            for person in self._people
            for membership in self._of_person(person)
        ]
        return {
            "persons": _sorted(self._person(person) for person in self._people),
            "organizations": _sorted(map(self._organization, self._organizations.values())),
            "memberships": _sorted(memberships),
        }

    def _outlet(self, outlet: Outlet) -> None:
        organization = _Organization(outlet.id, outlet.name, outlet=outlet)
        organization.wordings = dict.fromkeys(outlet.other_names)
        organization.places = {place: None for _, place in outlet.questions[:1]}
        self._organizations[outlet.id] = organization

    def _found(self, name: str) -> _Organization:
        """The organisation with this name; for a bureau, its parent body is created as well."""
        id_ = organization_id(name)
        if id_ not in self._organizations:
            organization = self._organizations[id_] = _Organization(id_, name)
            body = body_of(name)
            organization.parent = self._found(body).id if body != name else None
        return self._organizations[id_]

    def _of_person(self, person: Person) -> Iterable[_Membership]:
        """The person's roles; a wording that several texts share occurs once."""
        memberships: dict[str, _Membership] = {}
        for wording in person.roles:
            organization = None
            if wording.organization:
                organization = self._found(whole_name(wording.organization, self._short))
                organization.wordings[wording.organization] = None
                organization.places[wording.place] = None
            where = organization.id if organization else ""
            id_ = f"{person.id}--{ids.slug(wording.role, _NAME_LENGTH)}"
            id_ += f"--{where}" if where else ""
            membership = _Membership(id_, person.id, wording.role, where or None)
            memberships.setdefault(id_, membership).wordings.append(wording)
        return memberships.values()

    def _person(self, person: Person) -> Data:
        given = person.name.replace(person.family, "", 1).strip() if person.family else ""
        family = person.family or None
        return known(
            {
                "id": person.id,
                "name": person.name,
                "family_name": family,
                "given_name": given or None,
                "sort_name": f"{family}, {given}" if family and given else None,
                "other_names": _other_names(
                    person.other_names, person.name, person.chinese, person.chinese_basis
                ),
                "biography": person.note,
                "links": [self._page(urls.speaker_url(person.id))],
                "sources": self._sources([role.place for role in person.roles]),
            }
        )

    def _organization(self, organization: _Organization) -> Data:
        outlet = organization.outlet
        return known(
            {
                "id": organization.id,
                "name": organization.name,
                "classification": NEWS if outlet else None,
                "parent_id": organization.parent,
                "other_names": _other_names(
                    organization.wordings,
                    organization.name,
                    outlet.chinese if outlet else None,
                    outlet.chinese_basis if outlet else None,
                ),
                "links": [self._page(urls.outlet_url(outlet.id))] if outlet else [],
                "sources": self._sources(organization.places),
            }
        )

    def _membership(self, membership: _Membership) -> Data:
        return known(
            {
                "id": membership.id,
                "person_id": membership.person,
                "organization_id": membership.organization,
                "role": membership.role,
                "sources": self._sources([wording.place for wording in membership.wordings]),
            }
        )

    def _page(self, url: str) -> Data:
        return {"url": f"{self._base}{url}", "note": "Page on this site"}

    def _sources(self, places: Iterable[Place]) -> list[Data]:
        """Links to lines of sources, without duplicates; the name of a text includes its day."""
        return [
            {
                "url": f"{self._base}{urls.source_url(place.source, place.line)}",
                "note": f"{self._name_of(place)}, line {place.line}",
            }
            for place in dict.fromkeys(places)
        ]


def _other_names(
    names: Iterable[str], name: str, chinese: str | None, basis: str | None
) -> list[Data]:
    others: list[Data] = [{"name": other} for other in names if other != name]
    if chinese:
        attested = f"; {basis}" if basis else ""
        others.append({"name": chinese, "note": f"In Chinese{attested}"})
    return others


def _sorted(entries: Iterable[Data]) -> list[Data]:
    return sorted(entries, key=lambda entry: str(entry["id"]))
