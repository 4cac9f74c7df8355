"""A question as lists show it: its subject, its words, asker, answerers and length."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from briefings import urls, wording
from briefings.languages import LANGUAGES, Language
from briefings.model import Exchange

from .links import BriefingLink, Link, SpeakerName
from .said import unique
from .telling import leans, names_in

if TYPE_CHECKING:
    from .lookup import Lookup

SUBJECT = 70
"""The maximum length of the first words that replace a missing subject, in characters."""
_TELLING = 2  # minimum number of words of a clear subject, or of names in a clear question


@dataclass(frozen=True, slots=True)
class Question:
    """A question as all lists show it.

    `subject` is what it is about, in its own words; if no rule finds that, `named` is False and the
    question's first words take its place. `question` contains it in whole sentences, and `minutes`
    is the reading time of question and answers. `by` is what a script filters a list by.
    """

    id: str
    url: str
    number: int
    subject: str
    named: bool
    question: str
    asker: SpeakerName
    answerers: list[SpeakerName]
    minutes: int
    topics: list[Link]
    briefing: BriefingLink
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ExchangeLink:
    """A question as an entry of a list: asker, words and answerers."""

    url: str
    briefing: BriefingLink
    asker: SpeakerName
    words: str
    answered: list[SpeakerName]
    source: str
    topics: list[Link]


def asked(slug: str, id_: str, find: Lookup) -> Question:
    """Return a question as all lists show it (see `Lookup.asked`)."""
    exchanges = enumerate(find.briefings[slug].exchanges, 1)
    number, exchange = next((n, other) for n, other in exchanges if other.id == id_)
    summaries = find.texts.said(slug)
    question = summaries[exchange.question]
    words = question.words + sum(summaries[answer].words for answer in exchange.answers)
    return Question(
        id=id_,
        url=urls.briefing_url(slug, id_),
        number=number,
        subject=_subject(exchange, question.question),
        named=exchange.subject is not None,
        question=question.asks,
        asker=_asker(slug, exchange, find),
        answerers=_answerers(slug, exchange, find),
        minutes=wording.minutes(words),
        topics=find.topic_links(exchange.topics),
        briefing=find.briefing_link(slug),
    )


def telling_questions(slug: str, most: int, find: Lookup) -> list[Question]:
    """Return up to `most` questions that are clear without knowing the briefing, in text order.

    Questions with a complete subject are preferred to short ones without references to the context.
    """
    language = LANGUAGES[find.briefings[slug].primary.language]
    summaries = find.texts.said(slug)
    ranked = [
        (rank, exchange.id)
        for exchange in find.briefings[slug].exchanges
        if (rank := _rank(exchange, summaries[exchange.question].question, language)) is not None
    ]
    chosen = {id_ for _, id_ in sorted(ranked, key=itemgetter(0))[:most]}
    return [
        asked(slug, exchange.id, find)
        for exchange in find.briefings[slug].exchanges
        if exchange.id in chosen
    ]


def _rank(exchange: Exchange, question: str, language: Language) -> int | None:
    """Return the rank of a question, 0 being the best, or None if it is unclear without context."""
    subject = exchange.subject
    if subject is not None:
        return int(subject.clipped) + 2 * (len(subject.text.split()) < _TELLING)
    plain = question.endswith("?") and len(question) <= SUBJECT and "—" not in question
    telling = names_in(question) >= _TELLING and not leans(question, language)
    return 4 if plain and telling else None


def _subject(exchange: Exchange, question: str) -> str:
    """Return the subject of the question, or else its first words."""
    subject = exchange.subject
    if subject is None:
        return wording.clip(question, SUBJECT)
    return f"{subject.text}…" if subject.clipped else subject.text


def exchange_link(slug: str, exchange: Exchange, find: Lookup) -> ExchangeLink:
    """Return a question as an entry of a list: asker, words and answerers."""
    question = find.texts.said(slug)[exchange.question]
    return ExchangeLink(
        url=urls.briefing_url(slug, exchange.id),
        briefing=find.briefing_link(slug),
        asker=_asker(slug, exchange, find),
        words=question.question,
        answered=_answerers(slug, exchange, find),
        source=question.source,
        topics=find.topic_links(exchange.topics),
    )


def _asker(slug: str, exchange: Exchange, find: Lookup) -> SpeakerName:
    speaker = find.texts.said(slug)[exchange.question].speaker
    return find.speaker(speaker, asks=True)


def _answerers(slug: str, exchange: Exchange, find: Lookup) -> list[SpeakerName]:
    summaries = find.texts.said(slug)
    speakers = [speaker for id_ in exchange.answers if (speaker := summaries[id_].speaker)]
    return [find.speaker(speaker) for speaker in unique(speakers)]
