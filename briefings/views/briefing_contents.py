"""The contents of a briefing's text, and the box that sums it up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from briefings import interface, wording
from briefings.interface import say
from briefings.model import Briefing, Witness

from .lookup import Lookup
from .numbers import Number
from .questions import Question
from .stretches import stretches_of
from .texts import Block, BlockGroup, ExchangeBlock, OtherText, TurnBlock

KEY_FIGURES = 6
STATEMENT = 60
"""Turns with at least this many words are listed in the contents; shorter ones only moderate."""
_ASKS = 5
"""Requests with at least this many words are listed in the contents even without a question
mark."""


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """An entry of the contents: a question has a `number`, and another text the `detail` what it
    is."""

    text: str
    url: str
    number: int | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class ContentsGroup:
    """Entries of the contents under a title; `title` is None if the group is the whole text."""

    title: str | None
    url: str
    items: list[ContentsItem]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a briefing is about: a question's subject or an article's part."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class InBrief:
    """The most important numbers and all questions, with a line that counts them."""

    summary: str
    figures: list[Number]
    questions: list[Question]


def in_brief(briefing: Briefing, find: Lookup) -> InBrief | None:
    """Return the summary box, or None if a text has neither key figures nor questions."""
    figures = find.key_figures(briefing.slug, KEY_FIGURES)
    questions = asked(briefing, find)
    if not figures and not questions:
        return None
    words = sum(wording.words((passage,)) for passage in briefing.primary.passages)
    counted = (
        say.counts.key_figures(count=len(figures)) if figures else "",
        interface.count(len(questions), "question") if questions else "",
        say.briefing.minutes(number=wording.minutes(words)),
    )
    return InBrief(" · ".join(filter(None, counted)), figures, questions)


def asked(briefing: Briefing, find: Lookup) -> list[Question]:
    """Return the questions in order, as all lists show them."""
    return [find.asked(briefing.slug, exchange.id) for exchange in briefing.exchanges]


def contents(
    groups: list[BlockGroup], others: list[OtherText], briefing: Briefing, find: Lookup
) -> list[ContentsGroup]:
    """Return the contents as groups of links: opening speakers, questions and other texts.

    A question is listed by its subject, in its own words. A question that only continues another
    one is left out; it is listed in the box above the text. If one group is the whole text, it has
    no title.
    """
    named = named_questions(briefing, find)
    listed: list[ContentsGroup] = []
    for group in groups:
        items: list[ContentsItem] = []
        for item in (item for block in group.blocks for item in _items(block, named)):
            # Consecutive turns of one speaker are listed once.
            if not items or item.number or items[-1].text != item.text:
                items.append(item)
        title = group.title if len(groups) > 1 else None
        listed.append(ContentsGroup(title=title, url=f"#{group.id}", items=items))
    if others:
        texts = [
            ContentsItem(
                facts.name,
                f"#{facts.anchor}",
                detail=", ".join(filter(None, (facts.kind, facts.quality))),
            )
            for facts in (other.facts for other in others)
        ]
        listed.append(
            ContentsGroup(title=say.briefing.other_texts, url="#other-texts", items=texts)
        )
    return listed


def named_questions(briefing: Briefing, find: Lookup) -> dict[str, str]:
    """Map the ids of the questions that the contents list to their subjects."""
    return {question.id: question.subject for question in asked(briefing, find) if _tells(question)}


def subjects(briefing: Briefing, find: Lookup, most: int) -> list[Subject]:
    """Return up to `most` subjects of a briefing for a list: of its questions, or else of its
    article's parts."""
    if briefing.exchanges:
        questions = (find.asked(briefing.slug, exchange.id) for exchange in briefing.exchanges)
        # A subject that was found in the question says more than the question's first words.
        named = list(islice((question for question in questions if question.named), most))
        opening = (find.asked(briefing.slug, exchange.id) for exchange in briefing.exchanges[:most])
        return [Subject(text=question.subject, url=question.url) for question in named or opening]
    url = find.briefing_link(briefing.slug).url
    items = article_parts(briefing.primary)
    return [Subject(text=text, url=f"{url}#{id_}") for text, id_ in items[:most]]


def article_parts(witness: Witness) -> list[tuple[str, str]]:
    """Return (subject, id) of each part of an article: its headings and the stretches of its
    sections."""
    parts: list[tuple[str, str]] = []
    for section in witness.sections:
        if section.heading:
            parts.append((section.heading, section.id))
        parts += [(stretch.subject, stretch.id) for stretch in stretches_of(section, witness)]
    return parts


def _items(block: Block, named: dict[str, str]) -> list[ContentsItem]:
    """Return the entries of the contents for a block; `named` maps question ids to subjects."""
    id_ = block.id
    if isinstance(block, ExchangeBlock):
        return [_item(named[id_], id_, block.number)] if id_ in named else []
    if isinstance(block, TurnBlock):
        words = sum(len(passage.text.split()) for passage in block.passages)
        return [_item(block.speaker.name, id_)] if words >= STATEMENT else []
    if block.heading:
        return [_item(block.heading, id_)]
    return [_item(stretch.subject, stretch.id) for stretch in block.stretches]


def _tells(question: Question) -> bool:
    """Return whether a question says what it asks; "Sure." and "Just one more." do not."""
    words = question.question
    return question.named or "?" in words or len(words.split()) >= _ASKS


def _item(text: str, id_: str, number: int | None = None) -> ContentsItem:
    return ContentsItem(text, f"#{id_}", number)
