"""Converts a corpus to the records of the published data; `schemas` describes their shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from briefings import urls
from briefings.model import (
    Briefing,
    Corpus,
    Line,
    LinePart,
    Participant,
    Passage,
    Place,
    Section,
    Subject,
    Turn,
    Witness,
)

from .schemas import CREDITS, EDITION, PARTICIPANT, SPEAKER

Data = dict[str, Any]
_NAMES = ("id", "name", "other_names", "chinese", "chinese_basis")
_AS_PRINTED = ("kind", "title", "subtitle", "byline", "lead", "publisher", "published")


def place_data(place: Place) -> Data:
    """A place as data; offsets are included only for a span."""
    data: Data = {
        "briefing": place.briefing,
        "source": place.source,
        "passage": place.passage,
        "line": place.line,
    }
    if place.start is not None and place.end is not None:
        data |= {"start": place.start, "end": place.end}
    return data


def fields_of(value: object, names: Iterable[str]) -> Data:
    """Attributes of a value that are published under their own names; a tuple becomes a list."""
    return {
        name: list(field) if isinstance(field := getattr(value, name), tuple) else field
        for name in names
    }


def briefings_index(corpus: Corpus) -> Iterator[Data]:
    """The records of `briefings.json`."""
    return (briefing_entry(briefing) for briefing in corpus.briefings)


def briefing_entry(briefing: Briefing) -> Data:
    """One record of `briefings.json`."""
    passages = briefing.primary.passages
    return {
        "slug": briefing.slug,
        "url": urls.briefing_url(briefing.slug),
        "title": briefing.title,
        "short_title": briefing.short_title or briefing.title,
        "date": briefing.date,
        "host": briefing.host,
        "series": _series(briefing),
        "sources": [witness.source.id for witness in briefing.witnesses],
        "counts": {
            "witnesses": len(briefing.witnesses),
            "participants": len(
                {participant.id for participant in published_participants(briefing)}
            ),
            "turns": len(briefing.primary.turns),
            "exchanges": len(briefing.exchanges),
            "passages": len(passages),
            "words": sum(len(passage.text.split()) for passage in passages),
        },
    }


def briefing_data(briefing: Briefing) -> Data:
    """The record of `briefings/<slug>.json`."""
    topics = dict(briefing.section_topics)
    return {
        "slug": briefing.slug,
        "title": briefing.title,
        "short_title": briefing.short_title or briefing.title,
        "date": briefing.date,
        "time": briefing.time,
        "place": briefing.place,
        "host": briefing.host,
        "series": _series(briefing),
        "primary": briefing.primary.source.id,
        "participants": [
            fields_of(participant, PARTICIPANT["properties"])
            for participant in published_participants(briefing)
        ],
        "witnesses": [_witness(witness, briefing.slug, topics) for witness in briefing.witnesses],
        "exchanges": [
            {
                **fields_of(exchange, ("id", "question", "handovers", "answers", "topics")),
                "subject": _subject(exchange.subject),
            }
            for exchange in briefing.exchanges
        ],
        "joined": [{**asdict(joined), "text": round(joined.text, 3)} for joined in briefing.joined],
    }


def _subject(subject: Subject | None) -> Data | None:
    if subject is None:
        return None
    place = place_data(subject.place)
    return {"text": subject.text, "clipped": subject.clipped, "place": place}


def published_participants(briefing: Briefing) -> list[Participant]:
    """Each wording in each source's lists; people on no list, once, as worded in running text."""
    listed = [participant for participant in briefing.participants if participant.listed]
    ids = {participant.id for participant in listed}
    for participant in briefing.participants:
        if participant.id not in ids:
            ids.add(participant.id)
            listed.append(participant)
    return listed


def source_data(briefing: Briefing, witness: Witness) -> Data:
    """The record of `sources/<id>.json`."""
    source = witness.source
    earlier = _PassagePlaces(witness, briefing.slug)
    return {
        "id": source.id,
        "file": source.file,
        "sha256": source.sha256,
        "kind": witness.kind,
        "briefing": briefing.slug,
        "lines": [_line(line, earlier) for line in witness.lines],
        "editions": [
            fields_of(edition, EDITION["properties"]) for edition in witness.settings.editions
        ],
    }


def people_data(corpus: Corpus) -> list[Data]:
    """The records of `people.json`."""
    return [
        {
            **fields_of(person, _NAMES),
            "family_name": person.family or None,
            "url": urls.speaker_url(person.id),
            "roles": [
                {
                    **place_data(wording.place),
                    **fields_of(wording, ("role", "organization", "date")),
                }
                for wording in person.roles
            ],
            "turns": [{**place_data(place), "turn": turn} for turn, place in person.turns],
            "mentions": [place_data(place) for place in person.mentions],
            "quoted": [
                {**place_data(quoted.place), "mode": quoted.mode} for quoted in person.quoted
            ],
        }
        for person in corpus.people
    ]


def outlets_data(corpus: Corpus) -> list[Data]:
    """The records of `outlets.json`."""
    return [
        {
            **fields_of(outlet, _NAMES),
            "url": urls.outlet_url(outlet.id),
            "questions": [{**place_data(place), "turn": turn} for turn, place in outlet.questions],
        }
        for outlet in corpus.outlets
    ]


def topics_data(corpus: Corpus) -> list[Data]:
    """The records of `topics.json`."""
    return [
        {
            **fields_of(topic, ("id", "title", "description")),
            "url": urls.topic_url(topic.id),
            "exchanges": [{"briefing": slug, "exchange": id_} for slug, id_ in topic.exchanges],
            "sections": [{"briefing": slug, "section": id_} for slug, id_ in topic.sections],
            "passages": [place_data(place) for place in topic.passages],
        }
        for topic in corpus.topics
    ]


def _series(briefing: Briefing) -> Data | None:
    if briefing.series is None and briefing.number is None:
        return None
    return {"name": briefing.series, "number": briefing.number}


def _witness(witness: Witness, slug: str, topics: dict[str, tuple[str, ...]]) -> Data:
    earlier = _PassagePlaces(witness, slug)
    data: Data = {
        "source": witness.source.id,
        "quality": witness.settings.quality,
        **fields_of(witness, _AS_PRINTED),
        "credits": fields_of(witness.credits, CREDITS["properties"]),
    }
    if witness.kind == "article":
        data["sections"] = [_section(section, earlier, topics) for section in witness.sections]
    else:
        data["turns"] = [_turn(turn, earlier) for turn in witness.turns]
    return data


class _PassagePlaces:
    """The places of one witness's passages by id, for `repeats`."""

    def __init__(self, witness: Witness, slug: str) -> None:
        self._slug = slug
        self._source = witness.source.id
        self._lines = {passage.id: passage.line for passage in witness.passages}

    def __getitem__(self, passage: str) -> Data:
        return place_data(Place(self._slug, self._source, passage, self._lines[passage]))


def _turn(turn: Turn, earlier: _PassagePlaces) -> Data:
    return {
        "id": turn.id,
        "speaker": fields_of(turn.speaker, SPEAKER["properties"]),
        "passages": [_passage(passage, earlier) for passage in turn.passages],
    }


def _section(section: Section, earlier: _PassagePlaces, topics: dict[str, tuple[str, ...]]) -> Data:
    return {
        "id": section.id,
        "heading": section.heading,
        "passages": [_passage(passage, earlier) for passage in section.passages],
        "topics": list(topics.get(section.id, ())),
    }


def _passage(passage: Passage, earlier: _PassagePlaces) -> Data:
    data: Data = {"id": passage.id, "text": passage.text, "line": passage.line}
    if passage.last_line != passage.line:
        data["lines"] = [passage.line, passage.last_line]
    if passage.repeats is not None:
        data["repeats"] = earlier[passage.repeats]
    return data


def _line(line: Line, earlier: _PassagePlaces) -> Data:
    data: Data = {"n": line.n, "role": line.role, **_bearing(line)}
    if line.repeats is not None:
        data["repeats"] = earlier[line.repeats]
    if line.parts:
        data["parts"] = [
            {"role": part.role, "start": part.start, "end": part.end, **_bearing(part)}
            for part in line.parts
        ]
    return data


def _bearing(line: Line | LinePart) -> Data:
    data: Data = {}
    if line.passage is not None:
        data["passage"] = line.passage
    if line.rule is not None:
        data["rule"] = line.rule
    return data
