"""A question as lists show it: its subject, its words, who asked, who answered, how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefings import anchors, wording
from briefings.model import Exchange

from .said import UNKNOWN, unique

if TYPE_CHECKING:
    from .lookup import Lookup

SUBJECT = 70
"""Letters of a question that stand for its subject, where no rule finds one."""


def asked(slug: str, id_: str, find: Lookup) -> dict[str, Any]:
    """What every list shows of one question (see `Lookup.asked`)."""
    exchanges = enumerate(find.briefings[slug].exchanges, 1)
    number, exchange = next((n, one) for n, one in exchanges if one.id == id_)
    said = find.texts.said(slug)
    question = said[exchange.question]
    words = question.words + sum(said[one].words for one in exchange.answers)
    return {
        "id": id_,
        "url": anchors.briefing_url(slug, id_),
        "number": number,
        "subject": _subject(exchange, question.question),
        "named": exchange.subject is not None,
        "question": question.asks,
        "asker": _asker(slug, exchange, find),
        "answerers": _answerers(slug, exchange, find),
        "minutes": wording.minutes(words),
        "topics": find.topic_links(exchange.topics),
        "briefing": find.briefing_link(slug),
    }


def _subject(exchange: Exchange, question: str) -> str:
    """What the question is about, in its words; else the question's first words."""
    subject = exchange.subject
    if subject is None:
        return wording.clip(question, SUBJECT)
    return f"{subject.text}…" if subject.clipped else subject.text


def exchange_link(slug: str, exchange: Exchange, find: Lookup) -> dict[str, Any]:
    """A question in one entry of a list: who asked what, who answered, about what."""
    question = find.texts.said(slug)[exchange.question]
    return {
        "url": anchors.briefing_url(slug, exchange.id),
        "briefing": find.briefing_link(slug),
        "asker": _asker(slug, exchange, find),
        "words": question.question,
        "answered": _answerers(slug, exchange, find),
        "source": question.source,
        "topics": find.topic_links(exchange.topics),
    }


def _asker(slug: str, exchange: Exchange, find: Lookup) -> dict[str, Any]:
    speaker = find.texts.said(slug)[exchange.question].speaker
    return find.speaker(speaker or UNKNOWN, asks=True)


def _answerers(slug: str, exchange: Exchange, find: Lookup) -> list[dict[str, Any]]:
    said = find.texts.said(slug)
    speakers = [speaker for id_ in exchange.answers if (speaker := said[id_].speaker)]
    return [find.speaker(one) for one in unique(speakers)]
