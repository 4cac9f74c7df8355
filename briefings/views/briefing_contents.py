"""What a briefing's text holds: the contents beside it, and what it says in brief."""

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
"""Words of a turn that the contents name: shorter ones only run the event."""
_ASKS = 5
"""Words of a request that the contents name, though it has no question mark."""


@dataclass(frozen=True, slots=True)
class InBrief:
    """The numbers that matter most and all questions, behind a line that counts them."""

    summary: str
    figures: list[Context]
    questions: list[Context]


def in_brief(briefing: Briefing, find: Lookup) -> InBrief | None:
    """None where a text has neither numbers that stand alone nor questions."""
    figures = find.key_figures(briefing.slug, KEY_FIGURES)
    questions = asked(briefing, find)
    if not figures and not questions:
        return None
    words = sum(wording.words((one,)) for one in briefing.primary.passages)
    counted = (
        say.counts.key_figures(count=len(figures)) if figures else "",
        interface.count(len(questions), "question") if questions else "",
        say.briefing.minutes(number=wording.minutes(words)),
    )
    return InBrief(" · ".join(filter(None, counted)), figures, questions)


def asked(briefing: Briefing, find: Lookup) -> list[Context]:
    """The questions in order, as every list shows them."""
    return [find.asked(briefing.slug, one.id) for one in briefing.exchanges]


def contents(
    groups: list[Context], others: list[Context], briefing: Briefing, find: Lookup
) -> list[Context]:
    """Groups of links into the text: who opens it, what is asked, which other texts there are.

    A question is called by its subject, in its own words; one that only carries on another is
    left out, and stands in the box above the text.  A group that is the whole text has no title.
    """
    named = named_questions(briefing, find)
    made: list[Context] = []
    for group in groups:
        items: list[Context] = []
        for item in (item for block in group["blocks"] for item in _items(block, named)):
            # Speakers who follow themselves stand in the contents once.
            if not items or item["number"] or items[-1]["text"] != item["text"]:
                items.append(item)
        title = group["title"] if len(groups) > 1 else None
        made.append({"title": title, "url": f"#{group['id']}", "items": items})
    if others:
        texts = [
            _item(one["name"], one["anchor"])
            | {"detail": ", ".join(filter(None, (one["kind"], one["quality"])))}
            for one in others
        ]
        made.append({"title": say.briefing.other_texts, "url": "#other-texts", "items": texts})
    return made


def named_questions(briefing: Briefing, find: Lookup) -> dict[str, str]:
    """The subjects of the questions that the contents name, by id."""
    return {one["id"]: one["subject"] for one in asked(briefing, find) if _tells(one)}


def subjects(briefing: Briefing, find: Lookup, most: int) -> list[Context]:
    """What a briefing is about, for a list: subjects of questions, else of its article's parts."""
    if briefing.exchanges:
        questions = (find.asked(briefing.slug, one.id) for one in briefing.exchanges)
        # A subject that is named says more than a question's first words.
        named = list(islice((one for one in questions if one["named"]), most))
        first = (find.asked(briefing.slug, one.id) for one in briefing.exchanges[:most])
        return [{"text": one["subject"], "url": one["url"]} for one in named or first]
    url = find.briefing_link(briefing.slug)["url"]
    items = article_parts(briefing.primary)
    return [{"text": text, "url": f"{url}#{id_}"} for text, id_ in items[:most]]


def article_parts(witness: Witness) -> list[tuple[str, str]]:
    """(subject, id) of each part of an article: its headings, or its stretches without them."""
    parts: list[tuple[str, str]] = []
    for section in witness.sections:
        if section.heading:
            parts.append((section.heading, section.id))
        parts += [(one.subject, one.id) for one in stretches_of(section, witness)]
    return parts


def _items(block: Context, named: dict[str, str]) -> list[Context]:
    """What the contents say of a part of the text; `named` are subjects of questions by id."""
    id_ = block["id"]
    if block["type"] == "exchange":
        return [_item(named[id_], id_, block["number"])] if id_ in named else []
    if block["type"] == "turn":
        words = sum(len(one["text"].split()) for one in block["passages"])
        return [_item(block["speaker"]["name"], id_)] if words >= STATEMENT else []
    if block["heading"]:
        return [_item(block["heading"], id_)]
    return [_item(one["subject"], one["id"]) for one in block["stretches"]]


def _tells(question: Context) -> bool:
    """Whether a question says what it asks; "Sure." and "Just one more." do not."""
    words: str = question["question"]
    return question["named"] or "?" in words or len(words.split()) >= _ASKS


def _item(text: str, id_: str, number: int | None = None) -> Context:
    return {"number": number, "text": text, "detail": None, "url": f"#{id_}"}
