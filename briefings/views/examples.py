"""Examples for the parts of a hub: the newest or most informative items, chosen by rule.

`example_rows.py` has the rows; `_macros/hubs.md.j2` draws each by its `form`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from operator import itemgetter

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model import Exchange, Prose
from briefings.model.relations import Appearance, Phrase

from . import front
from .annotated import note_address
from .compare import compared
from .comparison import TextChoice
from .example_rows import (
    NumberExample,
    QuestionExample,
    SidesExample,
    TextsExample,
    VariantsExample,
    Wording,
    WordsExample,
)
from .lookup import Lookup
from .questions import Question
from .reads import reader, texts_reader
from .text_links import text_of

_SHORT = 180  # characters of a text
_NEAR = 12  # entries, or newest briefings, that are examined
_BOTH, _NAMES = 2, 3


@texts_reader
def indicators(find: Lookup, most: int) -> list[NumberExample]:
    """Return the indicators that the home page would show first."""
    return [
        NumberExample(card.number)
        for card in front.numbers(find, most, ())
        if card.number.url.startswith(urls.INDICATORS)
    ]


@texts_reader
def figures(find: Lookup, most: int) -> list[NumberExample]:
    """Return the most important figures of the newest briefing that has any."""
    of_briefings = (find.key_figures(slug, most) for slug in islice(find.briefings, _NEAR))
    return [
        NumberExample(replace(figure, title=figure.subject))
        for figure in next((numbers for numbers in of_briefings if numbers), [])
    ]


@texts_reader
def speakers(find: Lookup, most: int) -> list[QuestionExample]:
    """Return speakers of the newest briefings, each with a question that they answered.

    Those who answered most questions of a briefing come first.
    """
    by_speaker: dict[str, QuestionExample] = {}
    for slug, briefing in islice(find.briefings.items(), _NEAR):
        answered: dict[str, list[Exchange]] = {}
        for exchange in briefing.exchanges:
            for id_ in dict.fromkeys(_speakers(slug, exchange, find)):
                answered.setdefault(id_, []).append(exchange)
        for id_ in sorted(answered, key=lambda count: -len(answered[count])):
            if len(by_speaker) == most:
                return list(by_speaker.values())
            if id_ not in by_speaker:
                by_speaker[id_] = _answered(slug, id_, answered[id_], find)
    return list(by_speaker.values())


@texts_reader
def outlets(find: Lookup, most: int) -> list[QuestionExample]:
    """Return outlets that asked in the newest briefings, each with a question."""
    by_outlet: dict[str, QuestionExample] = {}
    for slug, briefing in islice(find.briefings.items(), _NEAR):
        questions: dict[str, list[Exchange]] = {}
        for exchange in briefing.exchanges:
            speaker = find.said(slug, exchange.question).speaker
            if speaker and speaker.kind == "outlet" and speaker.id in find.outlets:
                questions.setdefault(speaker.id or "", []).append(exchange)
        for id_, exchanges in questions.items():
            if len(by_outlet) == most:
                return list(by_outlet.values())
            if id_ not in by_outlet:
                by_outlet[id_] = QuestionExample(
                    name=find.outlets[id_].name,
                    url=urls.outlet_url(id_),
                    role=None,
                    asked=_telling(slug, exchanges, find),
                )
    return list(by_outlet.values())


@texts_reader
def topics(find: Lookup, most: int) -> list[QuestionExample]:
    """Return the topics with the most questions, each with an informative question of its newest
    briefing."""
    often = sorted(find.topics.values(), key=lambda topic: -len(topic.exchanges))
    examples = []
    for topic in often[:most]:
        slugs = find.in_order({slug for slug, _ in topic.exchanges})
        exchanges = [
            find.exchanges[exchange] for exchange in topic.exchanges if exchange[0] == slugs[0]
        ]
        examples.append(
            QuestionExample(
                name=topic.title,
                url=urls.topic_url(topic.id),
                role=topic.description,
                asked=_telling(slugs[0], exchanges, find) if exchanges else None,
            )
        )
    return examples


@texts_reader
def terms(find: Lookup, most: int) -> list[WordsExample]:
    """Return the most frequently mentioned terms that editors define."""
    defined = [term for term in find.annotated.terms.values() if term.entry.definition]
    often = sorted(defined, key=lambda term: (-len(term.mentions), term.entry.term))
    return [
        WordsExample(
            title=term.entry.term,
            url=urls.term_url(term.entry.id),
            text=wording.clip(term.definition, _SHORT),
            said=False,
            meta=interface.count(len(term.mentions), "mention"),
            of=None,
        )
        for term in often[:most]
    ]


@reader
def notes(find: Lookup, most: int) -> list[WordsExample]:
    """Return the newest notes."""
    latest = sorted(find.annotated.notes, key=lambda note: note.entry.date, reverse=True)
    return [
        WordsExample(
            title=wording.clip(note.entry.quotations[0].quote, _SHORT),
            url=note_address(note, 0),
            text=wording.clip(_plain(note.text), _SHORT),
            said=False,
            meta=wording.NOTE_KINDS[note.entry.kind],
            of=text_of(note.home, find),
        )
        for note in latest[:most]
    ]


@texts_reader
def side_by_side(find: Lookup, most: int) -> list[TextsExample]:
    """Return, for the newest briefings with several texts, the two texts with the most factual
    differences.

    The briefings whose texts differ most come first.
    """
    with_several_texts = (
        briefing for briefing in find.briefings.values() if len(briefing.witnesses) > 1
    )
    pairs = [
        (-differing, compared_texts.briefing.short, page)
        for compared_texts in compared(islice(with_several_texts, _NEAR), find)
        for differing, page in [most_differing(compared_texts.pages, find)]
    ]
    return [
        TextsExample(title=title, url=page.url, a=page.a, b=page.b)
        for _, title, page in sorted(pairs, key=itemgetter(0))[:most]
    ]


def most_differing(pages: list[TextChoice], find: Lookup) -> tuple[int, TextChoice]:
    """Return the highest number of factual differences between two texts, and their page.

    If no texts differ, the first page is returned.
    """
    counted = [
        (
            sum(
                record.group == "fact" and record.status != "dismissed"
                for record in find.annotated.records_between(*page.sources)
            ),
            page,
        )
        for page in pages
    ]
    return max(counted, key=itemgetter(0))


@texts_reader
def disagreements(find: Lookup, most: int) -> list[SidesExample]:
    """Return the discrepancies that the home page would show first."""
    return [SidesExample(contrast) for contrast in front.contrasts(find, most)]


@texts_reader
def phrases(find: Lookup, most: int) -> list[VariantsExample]:
    """Return phrases with several wordings, those with a page first, each with its two most
    frequent wordings."""

    def rank(phrase: Phrase) -> tuple[bool, bool]:
        return len(phrase.variants) < _BOTH, not phrase.has_page

    return [
        VariantsExample(
            title=f"“{phrase.phrase}”",
            url=urls.phrase_url(phrase.id, phrase.has_page),
            variants=[
                Wording(
                    text=it.text,
                    count=say.counts.times(count=it.count),
                    first=wording.date_words(it.first),
                )
                for it in sorted(phrase.variants, key=lambda it: -it.count)[:_BOTH]
            ],
        )
        for phrase in sorted(find.corpus.relations.phrases, key=rank)[:most]
    ]


@texts_reader
def announcements(find: Lookup, most: int) -> list[WordsExample]:
    """Return the newest announcements; of one day, those with the most details first."""
    announced = [
        commitment
        for commitment in find.corpus.relations.commitments
        if commitment.sort == "announcement"
    ]
    latest = sorted(
        announced, key=lambda commitment: (commitment.date or "", len(commitment.why)), reverse=True
    )
    return [
        WordsExample(
            title=commitment.speaker_name or say.unknown.speaker,
            url=urls.commitment_url(commitment.id),
            text=wording.clip(commitment.text, _SHORT),
            said=True,
            meta="",
            of=text_of(commitment.place, find),
        )
        for commitment in latest[:most]
    ]


@texts_reader
def newcomers(find: Lookup, most: int) -> list[WordsExample]:
    """Return names that occur for the first time in the newest briefings."""
    known = {appearance.id: appearance for appearance in find.corpus.relations.appearances}
    examples: list[WordsExample] = []
    for turnover in reversed(find.corpus.relations.turnover):
        new = [known[id_] for id_ in turnover.new if id_ in known]
        often = sorted(new, key=lambda it: -sum(count for _, count in it.counts))[:_NAMES]
        if often and len(examples) < most:
            day = find.briefing_link(turnover.briefing).date
            examples.append(
                WordsExample(
                    title=say.timeline.first_named(day=day),
                    url=urls.MENTIONS,
                    text=" · ".join(_name(it, find) for it in often),
                    said=False,
                    meta="",
                    of=None,
                )
            )
    return examples


def _name(appearance: Appearance, find: Lookup) -> str:
    """Return the glossary's spelling of a name, or the name itself."""
    term = find.annotated.terms.get(appearance.term) if appearance.term else None
    return term.entry.term if term else appearance.name


def _answered(slug: str, id_: str, exchanges: list[Exchange], find: Lookup) -> QuestionExample:
    person = find.people[id_]
    return QuestionExample(
        name=person.name,
        url=urls.speaker_url(id_),
        role=find.latest_role(person),
        asked=_telling(slug, exchanges, find),
    )


def _plain(text: Prose) -> str:
    return " ".join("".join(run.text for run in paragraph) for paragraph in text)


def _speakers(slug: str, exchange: Exchange, find: Lookup) -> list[str]:
    """Return the ids of those who answered, if they have a page."""
    speakers = [find.said(slug, answer).speaker for answer in exchange.answers]
    return [
        speaker.id for speaker in speakers if speaker and speaker.id and speaker.id in find.people
    ]


def _telling(slug: str, exchanges: list[Exchange], find: Lookup) -> Question:
    """Return the first question whose subject is known, or else the first question."""
    questions = [find.asked(slug, exchange.id) for exchange in exchanges[:_NEAR]]
    return next((question for question in questions if question.named), questions[0])
