"""Questions that were handed over: by whom, to whom, and on what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefings import interface, urls
from briefings.model import Exchange

from .lookup import Lookup
from .reads import texts_reader


@dataclass(frozen=True, slots=True)
class HandedQuestion:
    """A question in one line."""

    subject: str
    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Handed:
    """A person with the questions handed to or by them."""

    name: str
    url: str | None
    count: str
    questions: list[HandedQuestion]


def handed(
    person: str, took: Iterable[tuple[str, Exchange]], find: Lookup, gives: bool
) -> list[Handed]:
    """Return the people to whom a person handed questions, or from whom they came.

    Each comes with the questions. `took` are the exchanges in which the person took part; `gives`
    selects the direction.
    """
    by_question: dict[tuple[str, str], list[HandedQuestion]] = {}
    for slug, exchange in took:
        givers = _speakers(slug, exchange.handovers, find)
        takers = _speakers(slug, exchange.answers, find)
        mine, others = (givers, takers) if gives else (takers, givers)
        if person not in mine:
            continue
        for id_, name in others.items():
            if id_ != person:
                by_question.setdefault((id_, name), []).append(_question(find, slug, exchange.id))
    return [
        Handed(
            name=name,
            url=urls.speaker_url(id_) if find.person_name(id_) is not None else None,
            count=interface.count(len(questions), "question"),
            questions=questions,
        )
        for (id_, name), questions in sorted(
            by_question.items(), key=lambda item: (-len(item[1]), item[0])
        )
    ]


@texts_reader
def _question(find: Lookup, slug: str, id_: str) -> HandedQuestion:
    """Return a question in one line."""
    question = find.asked(slug, id_)
    return HandedQuestion(subject=question.subject, url=question.url, date=question.briefing.date)


def _speakers(slug: str, turns: tuple[str, ...], find: Lookup) -> dict[str, str]:
    speakers = [find.said(slug, turn).speaker for turn in turns]
    return {
        speaker.id: speaker.name or ""
        for speaker in speakers
        if speaker and speaker.id and speaker.kind != "outlet"
    }
