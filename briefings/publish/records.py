"""Converts a corpus to the records of the published data; `schemas` describes their shapes."""

from __future__ import annotations

from collections.abc import Iterator
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

Data = dict[str, Any]


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
            "participants": len({one.id for one in published_participants(briefing)}),
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
        "participants": [_participant(one) for one in published_participants(briefing)],
        "witnesses": [_witness(witness, briefing.slug, topics) for witness in briefing.witnesses],
        "exchanges": [
            {
                "id": exchange.id,
                "question": exchange.question,
                "handovers": list(exchange.handovers),
                "answers": list(exchange.answers),
                "topics": list(exchange.topics),
                "subject": _subject(exchange.subject),
            }
            for exchange in briefing.exchanges
        ],
        "joined": [{**asdict(one), "text": round(one.text, 3)} for one in briefing.joined],
    }


def _subject(subject: Subject | None) -> Data | None:
    if subject is None:
        return None
    place = place_data(subject.place)
    return {"text": subject.text, "clipped": subject.clipped, "place": place}


def published_participants(briefing: Briefing) -> list[Participant]:
    """Each wording in each source's lists; people on no list, once, as worded in running text."""
    listed = [one for one in briefing.participants if one.listed]
    seen = {one.id for one in listed}
    for one in briefing.participants:
        if one.id not in seen:
            seen.add(one.id)
            listed.append(one)
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
            {
                "sha256": one.sha256,
                "replaced": one.replaced,
                "published": one.published,
                "url": one.url,
            }
            for one in witness.settings.editions
        ],
    }


def people_data(corpus: Corpus) -> list[Data]:
    """The records of `people.json`."""
    return [
        {
            "id": person.id,
            "name": person.name,
            "family_name": person.family or None,
            "other_names": list(person.other_names),
            "chinese": person.chinese,
            "chinese_basis": person.chinese_basis,
            "url": urls.speaker_url(person.id),
            "roles": [
                {
                    **place_data(wording.place),
                    "role": wording.role,
                    "organization": wording.organization,
                    "date": wording.date,
                }
                for wording in person.roles
            ],
            "turns": [{**place_data(place), "turn": turn} for turn, place in person.turns],
            "mentions": [place_data(place) for place in person.mentions],
            "quoted": [{**place_data(one.place), "mode": one.mode} for one in person.quoted],
        }
        for person in corpus.people
    ]


def outlets_data(corpus: Corpus) -> list[Data]:
    """The records of `outlets.json`."""
    return [
        {
            "id": outlet.id,
            "name": outlet.name,
            "other_names": list(outlet.other_names),
            "chinese": outlet.chinese,
            "chinese_basis": outlet.chinese_basis,
            "url": urls.outlet_url(outlet.id),
            "questions": [{**place_data(place), "turn": turn} for turn, place in outlet.questions],
        }
        for outlet in corpus.outlets
    ]


def topics_data(corpus: Corpus) -> list[Data]:
    """The records of `topics.json`."""
    return [
        {
            "id": topic.id,
            "title": topic.title,
            "description": topic.description,
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


def _participant(one: Participant) -> Data:
    return {
        "id": one.id,
        "name": one.name,
        "role": one.role,
        "organization": one.organization,
        "chair": one.chair,
        "source": one.source,
        "line": one.line,
    }


def _witness(witness: Witness, slug: str, topics: dict[str, tuple[str, ...]]) -> Data:
    earlier = _PassagePlaces(witness, slug)
    data: Data = {
        "source": witness.source.id,
        "kind": witness.kind,
        "quality": witness.settings.quality,
        "title": witness.title,
        "subtitle": witness.subtitle,
        "byline": witness.byline,
        "lead": witness.lead,
        "publisher": witness.publisher,
        "published": witness.published,
        "credits": {
            "translators": list(witness.credits.translators),
            "notice": witness.credits.notice,
        },
    }
    if witness.kind == "article":
        data["sections"] = [_section(one, earlier, topics) for one in witness.sections]
    else:
        data["turns"] = [_turn(one, earlier) for one in witness.turns]
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
    speaker = turn.speaker
    return {
        "id": turn.id,
        "speaker": {
            "kind": speaker.kind,
            "id": speaker.id,
            "name": speaker.name,
            "label": speaker.label,
        },
        "passages": [_passage(one, earlier) for one in turn.passages],
    }


def _section(section: Section, earlier: _PassagePlaces, topics: dict[str, tuple[str, ...]]) -> Data:
    return {
        "id": section.id,
        "heading": section.heading,
        "passages": [_passage(one, earlier) for one in section.passages],
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
