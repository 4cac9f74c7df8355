"""Tables of people and their roles, outlets, and topics."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import ids, urls
from briefings.model import Place
from briefings.publish.records import outlets_data, people_data, topics_data
from briefings.publish.schemas import OUTLET, PERSON, PLACE, ROLE_WORDING, TOPIC

from .columns import STANDS, TO_TEXT, URL
from .fields import Table, refer, taken, taken_as, text, whole
from .reading import BriefingRows, Cells, CorpusRows

_NAMES = ("id", "name", "other_names", "chinese", "chinese_basis", "url")


def _people(rows: CorpusRows) -> Iterator[Cells]:
    for record in people_data(rows.corpus):
        places = (*record["turns"], *record["mentions"], *record["quoted"], *record["roles"])
        yield {
            **{name: record[name] for name in (*_NAMES, "family_name")},
            "turns": len(record["turns"]),
            "mentions": len(record["mentions"]),
            "quoted": len(record["quoted"]),
            "briefings": len({place["briefing"] for place in places}),
        }


PEOPLE = Table(
    "people",
    "People",
    "A person who spoke, is on a list of participants, or is reported.",
    (
        taken(PERSON, "id", "build"),
        taken(PERSON, "name", "printed"),
        taken(PERSON, "family_name", "rule"),
        taken(PERSON, "other_names", "printed"),
        *taken_as(PERSON, "editors", "chinese", "chinese_basis"),
        whole("turns", "Turns spoken, in all texts.", "rule", unit="turns"),
        whole("mentions", "Where running text names the person.", "rule", unit="places"),
        whole("quoted", "Where an article gives the person's words.", "rule", unit="places"),
        whole("briefings", "Briefings that have anything of the person.", unit="briefings"),
        URL,
    ),
    weaknesses=(
        "One person under two names is two people until editors say so; so are two people of one "
        "name one.",
    ),
    of_corpus=_people,
)


def _roles(rows: BriefingRows) -> Iterator[Cells]:
    seen: set[str] = set()
    for person, record in rows.corpus.worded.get(rows.slug, ()):
        wanted = f"{person}-{record['source']}-L{record['line']}"
        id_ = ids.unused_id(wanted, seen)
        seen.add(id_)
        place = Place(rows.slug, record["source"], record["passage"], record["line"])
        yield {
            "id": id_,
            "person": person,
            "name": rows.corpus.people[person],
            "role": record["role"],
            "organization": record["organization"],
            **rows.stands(place.source),
            "line": place.line,
            "url": urls.source_url(place.source, place.line),
        }


ROLES = Table(
    "roles",
    "Roles",
    "A role of a person as one text words it on one line.",
    (
        text("id", "The person, the source and the line."),
        text("person", "Id of the person."),
        text("name", "Name of the person."),
        *taken_as(ROLE_WORDING, "printed", "role", "organization"),
        *STANDS,
        taken(PLACE, "line", "build"),
        URL,
    ),
    refers=(refer("people", "person"), *TO_TEXT),
    indexed=("person", "briefing"),
    of_briefing=_roles,
)


def _outlets(rows: CorpusRows) -> Iterator[Cells]:
    for record in outlets_data(rows.corpus):
        yield {
            **{name: record[name] for name in _NAMES},
            "questions": len(record["questions"]),
            "briefings": len({place["briefing"] for place in record["questions"]}),
        }


OUTLETS = Table(
    "outlets",
    "Outlets",
    "A news organisation that asked.",
    (
        taken(OUTLET, "id", "build"),
        *taken_as(OUTLET, "printed", "name", "other_names"),
        *taken_as(OUTLET, "editors", "chinese", "chinese_basis"),
        whole("questions", "Questions asked, in all texts.", "rule", unit="turns"),
        whole("briefings", "Briefings in which it asked.", unit="briefings"),
        URL,
    ),
    weaknesses=("A question whose asker the text does not name counts for no outlet.",),
    of_corpus=_outlets,
)


def _topics(rows: CorpusRows) -> Iterator[Cells]:
    for record in topics_data(rows.corpus):
        yield {
            **{name: record[name] for name in ("id", "title", "description", "url")},
            "exchanges": len(record["exchanges"]),
            "passages": len(record["passages"]),
        }


TOPICS = Table(
    "topics",
    "Topics",
    "A subject that editors define; what is on it is found by its words.",
    (
        *taken_as(TOPIC, "editors", "id", "title", "description"),
        whole("exchanges", "Questions and answers on it.", "rule", unit="exchanges"),
        whole("passages", "Passages outside exchanges on it.", "rule", unit="passages"),
        URL,
    ),
    of_corpus=_topics,
)
