"""Which institution a person speaks for, as far as the wordings of their offices tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefings.model import Person

OTHERS = "Other institutions"
NOT_GIVEN = "Institution not given"
_WITHIN = " of the "
"""What stands between a bureau and the body it belongs to; the last one counts."""
_SHORT = re.compile(r"\s*\(([A-Z][A-Za-z]*[A-Z])\)")


def institutions_of(people: Iterable[Person]) -> dict[str, str]:
    """The institution of each person by id: the body that the office worded last belongs to.

    "Traffic Management Bureau of the MPS" is the Ministry of Public Security's where any wording
    has "Ministry of Public Security (MPS)".
    """
    held = list(people)
    full: dict[str, str] = {}
    for person in held:
        for role in person.roles:
            body = _body(role.organization or "")
            for short in _SHORT.findall(body):
                full.setdefault(short, _SHORT.sub("", body).strip())
    found = {}
    for person in held:
        worded = [one for one in person.roles if one.organization]
        newest = max(worded, key=lambda one: one.date or "", default=None)
        body = _SHORT.sub("", _body(newest.organization or "")).strip() if newest else ""
        found[person.id] = full.get(body, body) or NOT_GIVEN
    return found


def _body(organization: str) -> str:
    """The body that a bureau, an office or a committee is part of; else the organisation itself.

    >>> _body("Public Order Bureau of the Ministry of Fish"), _body("Ministry of Fish")
    ('Ministry of Fish', 'Ministry of Fish')
    """
    return organization.rpartition(_WITHIN)[2]
