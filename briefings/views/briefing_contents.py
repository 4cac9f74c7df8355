"""The contents of a briefing's text, and the box that sums it up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from briefings import interface, wording
from briefings.interface import say
from briefings.model import Briefing, Witness

from .lookup import Context, Lookup
from .stretches import stretches_of

KEY_FIGURES = 6
STATEMENT = 60
"""Turns with at least this many words are listed in the contents; shorter ones only moderate."""
_ASKS = 5
"""Requests with at least this many words are listed in the contents even without a question
mark."""


@dataclass(frozen=True, slots=True)
class InBrief:
    """The most important numbers and all questions, with a line that counts them."""

    summary: str
    figures: list[Context]
    questions: list[Context]


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


def asked(briefing: Briefing, find: Lookup) -> list[Context]:
    """Return the questions in order, as all lists show them."""
    return [find.asked(briefing.slug, exchange.id) for exchange in briefing.exchanges]


def contents(
    groups: list[Context], others: list[Context], briefing: Briefing, find: Lookup
) -> list[Context]:
    """Return the contents as groups of links: opening speakers, questions and other texts.

    A question is listed by its subject, in its own words. A question that only continues another
    one is left out; it is listed in the box above the text. If one group is the whole text, it has
    no title.
    """
    named = named_questions(briefing, find)
    groups_shown: list[Context] = []
    for group in groups:
        items: list[Context] = []
        for item in (item for block in group["blocks"] for item in _items(block, named)):
            # Consecutive turns of one speaker are listed once.
            if not items or item["number"] or items[-1]["text"] != item["text"]:
                items.append(item)
        title = group["title"] if len(groups) > 1 else None
        groups_shown.append({"title": title, "url": f"#{group['id']}", "items": items})
    if others:
        texts = [
            _item(other["name"], other["anchor"])
            | {"detail": ", ".join(filter(None, (other["kind"], other["quality"])))}
            for other in others
        ]
        groups_shown.append(
            {"title": say.briefing.other_texts, "url": "#other-texts", "items": texts}
        )
    return groups_shown


def named_questions(briefing: Briefing, find: Lookup) -> dict[str, str]:
    """Map the ids of the questions that the contents list to their subjects."""
    return {
        question["id"]: question["subject"]
        for question in asked(briefing, find)
        if _tells(question)
    }


def subjects(briefing: Briefing, find: Lookup, most: int) -> list[Context]:
    """Return up to `most` subjects of a briefing for a list: of its questions, or else of its
    article's parts."""
    if briefing.exchanges:
        questions = (find.asked(briefing.slug, exchange.id) for exchange in briefing.exchanges)
        # A subject that was found in the question says more than the question's first words.
        named = list(islice((question for question in questions if question["named"]), most))
        opening = (find.asked(briefing.slug, exchange.id) for exchange in briefing.exchanges[:most])
        return [
            {"text": question["subject"], "url": question["url"]} for question in named or opening
        ]
    url = find.briefing_link(briefing.slug)["url"]
    items = article_parts(briefing.primary)
    return [{"text": text, "url": f"{url}#{id_}"} for text, id_ in items[:most]]


def article_parts(witness: Witness) -> list[tuple[str, str]]:
    """Return (subject, id) of each part of an article: its headings and the stretches of its
    sections."""
    parts: list[tuple[str, str]] = []
    for section in witness.sections:
        if section.heading:
            parts.append((section.heading, section.id))
        parts += [(stretch.subject, stretch.id) for stretch in stretches_of(section, witness)]
    return parts


def _items(block: Context, named: dict[str, str]) -> list[Context]:
    """Return the entries of the contents for a block; `named` maps question ids to subjects."""
    id_ = block["id"]
    if block["type"] == "exchange":
        return [_item(named[id_], id_, block["number"])] if id_ in named else []
    if block["type"] == "turn":
        words = sum(len(passage["text"].split()) for passage in block["passages"])
        return [_item(block["speaker"]["name"], id_)] if words >= STATEMENT else []
    if block["heading"]:
        return [_item(block["heading"], id_)]
    return [_item(stretch["subject"], stretch["id"]) for stretch in block["stretches"]]


def _tells(question: Context) -> bool:
    """Return whether a question says what it asks; "Sure." and "Just one more." do not."""
    words: str = question["question"]
    return question["named"] or "?" in words or len(words.split()) >= _ASKS


def _item(text: str, id_: str, number: int | None = None) -> Context:
    return {"number": number, "text": text, "detail": None, "url": f"#{id_}"}
