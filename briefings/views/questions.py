"""A question as lists show it: its subject, its words, who asked, who answered, how long it is."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from briefings import urls, wording
from briefings.languages import LANGUAGES, Language
from briefings.model import Exchange

from .said import UNKNOWN, unique
from .telling import leans, names_in

if TYPE_CHECKING:
    from .lookup import Lookup

SUBJECT = 70
"""Letters of a question that stand for its subject, where no rule finds one."""
_TELLING = 2  # words of a subject, or names in a question, that tell what it is about


def asked(slug: str, id_: str, find: Lookup) -> dict[str, Any]:
    """What every list shows of one question (see `Lookup.asked`)."""
    exchanges = enumerate(find.briefings[slug].exchanges, 1)
    number, exchange = next((n, one) for n, one in exchanges if one.id == id_)
    said = find.texts.said(slug)
    question = said[exchange.question]
    words = question.words + sum(said[one].words for one in exchange.answers)
    return {
        "id": id_,
        "url": urls.briefing_url(slug, id_),
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


def telling_questions(slug: str, most: int, find: Lookup) -> list[dict[str, Any]]:
    """The questions that a stranger to the briefing understands at once, as lists show them, in
    their order: those with a whole subject first, then short ones that lean on nothing."""
    language = LANGUAGES[find.briefings[slug].primary.language]
    said = find.texts.said(slug)
    ranked = [
        (rank, one.id)
        for one in find.briefings[slug].exchanges
        if (rank := _rank(one, said[one.question].question, language)) is not None
    ]
    chosen = {id_ for _, id_ in sorted(ranked, key=itemgetter(0))[:most]}
    return [asked(slug, one.id, find) for one in find.briefings[slug].exchanges if one.id in chosen]


def _rank(exchange: Exchange, question: str, language: Language) -> int | None:
    """Where a question stands among those to choose from; None where it tells a stranger little."""
    subject = exchange.subject
    if subject is not None:
        return int(subject.clipped) + 2 * (len(subject.text.split()) < _TELLING)
    plain = question.endswith("?") and len(question) <= SUBJECT and "—" not in question
    telling = names_in(question) >= _TELLING and not leans(question, language)
    return 4 if plain and telling else None


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
        "url": urls.briefing_url(slug, exchange.id),
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
