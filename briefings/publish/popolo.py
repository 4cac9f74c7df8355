"""`popolo.json`: people, organisations and memberships, after Popolo."""

from __future__ import annotations

from functools import partial

from briefings.model import Corpus, Place
from briefings.model.page import SiteInfo
from briefings.standards.popolo import NEWS, popolo

from .catalogue import Record
from .named_texts import NamedTexts
from .records import Data
from .shapes import Shape, choice, many, record, text

_LINK = record(
    "A link.",
    {
        "url": text("Whole address; relative to the site's root where the build was not told it."),
        "note": text("What stands there: of a source, the text and the line."),
    },
)
_NAMES = many(
    "Other names, the one in Chinese included.",
    record(
        "A name.",
        {"name": text("The name."), "note": text("Which sort of name, and where it is attested.")},
        optional=("note",),
    ),
)
_PERSON_FIELDS = {
    "id": text("Permanent id, as in people.json."),
    "name": text("Preferred name."),
    "family_name": text("The part of the name that is the family's."),
    "given_name": text("The rest of the name."),
    "sort_name": text("Family name, given name."),
    "other_names": _NAMES,
    "biography": text("Editors' remark on names and offices."),
    "links": many("The person's page.", _LINK),
    "sources": many("Lines that word an office of the person.", _LINK),
}
_PERSON = record(
    "A person.", _PERSON_FIELDS, optional=tuple(_PERSON_FIELDS.keys() - {"id", "name", "links"})
)
_ORGANIZATION_FIELDS = {
    "id": text("Id: of an outlet the one in outlets.json, else made of the whole name."),
    "name": text("Name, with short forms written out where a text explains them."),
    "classification": choice("Given of outlets only.", (NEWS,)),
    "parent_id": text("Id of the body that it is part of, where its name says so."),
    "other_names": _NAMES,
    "links": many("The outlet's page.", _LINK),
    "sources": many("Lines that name it.", _LINK),
}
_ORGANIZATION = record(
    "An organisation: what somebody speaks for, or an outlet.",
    _ORGANIZATION_FIELDS,
    optional=tuple(_ORGANIZATION_FIELDS.keys() - {"id", "name"}),
)
_MEMBERSHIP_FIELDS = {
    "id": text("Made of person, role and organisation."),
    "person_id": text("Id of the person."),
    "organization_id": text("Id of the organisation; absent where the wording names none."),
    "role": text("The role as a text words it, organisation included."),
    "sources": many("Lines that word it so: their texts tell the days.", _LINK),
}
_MEMBERSHIP = record(
    "What somebody is in an organisation, as worded; no text says since when, or until when.",
    _MEMBERSHIP_FIELDS,
    optional=("organization_id", "role"),
)
POPOLO: Shape = record(
    "Persons, organisations and memberships after Popolo, each role with the lines that word it.",
    {
        "persons": many("Everybody of people.json.", _PERSON),
        "organizations": many("What people speak for, and outlets.", _ORGANIZATION),
        "memberships": many("Each role of a person as worded.", _MEMBERSHIP),
    },
)


def single(site: SiteInfo) -> Record:
    """The file; its links contain the address of the site."""
    return Record(
        "popolo", "People and organisations (Popolo)", POPOLO,
        partial(popolo_data, site=site), "memberships", _MEMBERSHIP,
    )  # fmt: skip


def popolo_data(corpus: Corpus, site: SiteInfo) -> Data:
    """The record of `popolo.json`, without the format version."""
    texts = NamedTexts(corpus.briefings)

    def name_of(place: Place) -> str:
        return str(texts.of(place)["text_name"])

    return popolo(corpus, site.url, name_of)
