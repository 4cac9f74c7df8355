"""Ids, categories and small elements shared by the TEI files of texts and the root of the corpus.

The taxonomies define the values of `ana`. They include ParlaMint's three types of speakers under
their own names, and add what press briefings have and parliaments do not.
"""

from __future__ import annotations

import datetime
import re

from briefings import wording
from briefings.interface import say
from briefings.model import Quality, SourceKind, Speaker
from briefings.model.page import SiteInfo

from .components import address
from .elements import Element, element, one_line, pointers, typed, xml_id

TEI = "http://www.tei-c.org/ns/1.0"
LICENCE = "http://creativecommons.org/licenses/by/4.0/"
EVENT = "press-briefing"
PRIMARY, OTHER = "primary-text", "other-text"
UNGRADED = "quality-not-graded"
ORGANIZATION_KINDS = {
    "asking-organization": ("Asks", "a news organisation that asks at the briefings"),
    "holding-organization": ("Holds", "holds briefings"),
    "organization-of-office": ("Named in an office", "named in the office of somebody"),
    "editing-organization": ("Edits", "who publishes this corpus"),
}
SPEAKER_TYPES = {
    "chair": ("Chair", "leads the briefing and passes the word on"),
    "regular": ("Regular", "speaks for those who hold the briefing, and answers"),
    "guest": (
        "Guest",
        "asks for a news organisation; the person is not named, and @who leads to an entry that "
        "stands for whoever asked for it",
    ),
    "unknown": ("Unknown", "the text does not say who speaks; there is no @who"),
}
ACTS = {
    "question": ("Question", "asks; its section is the exchange that it begins"),
    "handover": (
        "Handover",
        "passes a question on to whoever answers: @corresp leads to the question and the answers",
    ),
    "answer": ("Answer", "answers the question that @corresp leads to"),
    "statement": ("Statement", "neither a question nor part of an answer to one"),
}
_SPEAKER_TYPE = {"chair": "chair", "official": "regular", "outlet": "guest", "unknown": "unknown"}
_EARLIEST = "0001"
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def person_id(person: str) -> str:
    """The id of a person of the corpus."""
    return xml_id("p", person)


def asker_id(outlet: str) -> str:
    """The id of the entry for an unnamed person who asks on behalf of an outlet."""
    return xml_id("asker", outlet)


def organization_id(organization: str) -> str:
    """The id of an organisation, from its id in the published data."""
    return xml_id("o", organization)


def who(speaker: Speaker) -> str | None:
    """A pointer to the speaker for `who`; None if the text does not name one."""
    if speaker.id is None:
        return None
    return pointers(asker_id(speaker.id) if speaker.kind == "outlet" else person_id(speaker.id))


def speaker_type(speaker: Speaker) -> str:
    """The id of the category of a speaker."""
    return _SPEAKER_TYPE[speaker.kind]


def text_categories(kind: SourceKind, quality: Quality | None) -> tuple[str, str]:
    """The ids of a text's type and quality."""
    return kind, quality or UNGRADED


def taxonomies() -> list[Element]:
    """The categories that `ana` points at."""
    kinds = {kind: (name, "") for kind, name in wording.KINDS.items()}
    about = "the editors' grade of the text"
    grades: dict[str, tuple[str, str]] = {
        grade: (name, about) for grade, name in wording.QUALITIES.items()
    }
    return [
        _taxonomy("speaker-types", "Types of speakers", SPEAKER_TYPES),
        _taxonomy("acts", "What a turn does", ACTS),
        _taxonomy(
            "events",
            "Events",
            {EVENT: ("Press briefing", "one press conference on one day, told by its texts")},
        ),
        _taxonomy(
            "places-of-texts",
            "Texts of one event",
            {
                PRIMARY: ("Primary text", "the fullest text of its event: count speeches in these"),
                OTHER: ("Other text", "tells an event again that a primary text tells"),
            },
        ),
        _taxonomy("kinds-of-texts", "Kinds of texts", kinds),
        _taxonomy(
            "qualities",
            "Qualities of texts",
            {**grades, UNGRADED: ("Not graded", "the editors have not graded the text")},
        ),
        _taxonomy("organizations", "Organisations", ORGANIZATION_KINDS),
    ]


def _taxonomy(id_: str, title: str, categories: dict[str, tuple[str, str]]) -> Element:
    return element(
        "taxonomy",
        element("desc", element("term", title)),
        *(
            element(
                "category",
                element("catDesc", element("term", term), f": {means}" if means else None),
                attributes={"xml:id": category},
            )
            for category, (term, means) in categories.items()
        ),
        attributes={"xml:id": id_},
    )


def day(date: str | None) -> Element:
    """A date element; if the year or the date is not known, its text says so."""
    words = one_line(wording.date_words(date)) or say.unknown.in_source
    known = xml_date(date)
    return element("date", words, attributes={"when": known} if known else {"notBefore": _EARLIEST})


def xml_date(date: str | None) -> str | None:
    """A day, month or year in the format of XML Schema; None if the year is not known.

    >>> xml_date("2022-07-25"), xml_date("2022-07"), xml_date("--01-10"), xml_date("2022-02-30")
    ('2022-07-25', '2022-07', None, None)
    """
    if not date or not _DATE.fullmatch(date):
        return None
    try:
        datetime.date.fromisoformat(f"{date}-01-01"[:10] if len(date) < 7 else f"{date}-01"[:10])
    except ValueError:
        return None
    return date


def publication(site: SiteInfo, idno: str, newest: str, rights: str | None = None) -> Element:
    """The publication statement of a file: publisher, address and licence, which covers the
    editors' part.
    """
    name = one_line(site.name) or EVENT
    home = element("ref", name, attributes={"target": site.url}) if site.url else None
    return element(
        "publicationStmt",
        element("publisher", element("orgName", name), home),
        element("idno", idno, attributes={"type": "URI"}),
        element(
            "availability",
            element("licence", LICENCE),
            element(
                "p",
                "The licence is for what the editors made: the structure, who speaks, the notes. "
                "The words of the texts remain their publishers'.",
            ),
            element("p", f"Rights in the text, as the editors found them: {rights}")
            if rights
            else None,
            attributes={"status": "free"},
        ),
        element("date", newest, attributes={"when": newest}),
    )


def extent(speeches: int, words: int) -> Element:
    """The size: turns of transcripts, and words (runs of letters between spaces)."""
    return element(
        "extent",
        *(
            element(
                "measure",
                f"{quantity} {unit}",
                attributes={"unit": unit, "quantity": str(quantity)},
            )
            for unit, quantity in (("speeches", speeches), ("words", words))
        ),
    )


def tags(counts: dict[str, int]) -> Element:
    """The number of elements of each kind in the texts."""
    return element(
        "tagsDecl",
        element(
            "namespace",
            *(
                element("tagUsage", attributes={"gi": name, "occurs": str(counts[name])})
                for name in sorted(counts)
            ),
            attributes={"name": TEI},
        ),
    )


def setting(names: list[tuple[str, str | None]], date: Element) -> Element:
    """The place and date of the event: each name with its type."""
    return element("settingDesc", element("setting", *typed("name", names), date))


def linked(words: str, url: str, site: SiteInfo, page: str) -> Element:
    """Words that link to an address on the site."""
    return element("ref", words, attributes={"target": address(url, site, page)})
