"""Finds the institution that a person speaks for from the wordings of their offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .languages import LANGUAGES
from .model import Person

OTHERS = "Other institutions"
NOT_GIVEN = "Institution not given"
_SHORT = re.compile(r"\s*\(([A-Z][A-Za-z]*[A-Z])\)")


def institutions_of(people: Iterable[Person]) -> dict[str, str]:
    """The institution of each person, by id: the body that their most recent office belongs to.

    "Traffic Management Bureau of the MPS" belongs to the Ministry of Public Security if any wording
    has "Ministry of Public Security (MPS)".
    """
    persons = list(people)
    full = short_names(persons)
    institutions = {}
    for person in persons:
        worded = [role for role in person.roles if role.organization]
        newest = max(worded, key=lambda one: one.date or "", default=None)
        body = body_of(whole_name(newest.organization or "", full)) if newest else ""
        institutions[person.id] = body or NOT_GIVEN
    return institutions


def short_names(people: Iterable[Person]) -> dict[str, str]:
    """Full names of bodies by the abbreviation that some wording gives in brackets."""
    full: dict[str, str] = {}
    for person in people:
        for role in person.roles:
            body = body_of(role.organization or "")
            for short in _SHORT.findall(body):
                full.setdefault(short, _SHORT.sub("", body).strip())
    return full


def whole_name(organization: str, full: Mapping[str, str]) -> str:
    """An organisation's name with its abbreviations expanded, as far as `full` (from `short_names`)
    has them.

    >>> whole_name("Nets Bureau of the MF", {"MF": "Ministry of Fish"})
    'Nets Bureau of the Ministry of Fish'
    >>> whole_name("Ministry of Fish (MF)", {})
    'Ministry of Fish'
    """
    name = _SHORT.sub("", organization).strip()
    body = body_of(name)
    return name.removesuffix(body) + full.get(body, body)


def body_of(organization: str) -> str:
    """The body that a bureau, office or committee is part of, otherwise the organisation itself.

    >>> body_of("Public Order Bureau of the Ministry of Fish"), body_of("Ministry of Fish")
    ('Ministry of Fish', 'Ministry of Fish')
    """
    within = [language.names.within for language in LANGUAGES.values() if language.names.within]
    return min((organization.rpartition(word)[2] for word in within), key=len)
