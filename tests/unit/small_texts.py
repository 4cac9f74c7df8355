"""Events of a few sentences, built for one test."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from briefings.extract.figures import extract
from briefings.model import (
    Briefing,
    Figure,
    Line,
    Passage,
    Place,
    Section,
    Settings,
    Source,
    Speaker,
    TermMention,
    Turn,
    Witness,
)
from briefings.model.figures import FigureContext
from briefings.relate.event import Event

SLUG = "x"
BO = Speaker("official", "bo-fisher", "Bo Fisher", "Bo Fisher")
CHAIR = Speaker("chair", "ada-chair", "Ada Chair", "Ada Chair")
PAPER = Speaker("outlet", "the-paper", "The Paper", "The Paper")


def transcript(source: str, *turns: tuple[Speaker, str], **more: Any) -> Witness:
    """Return a text of turns, each one passage; the n-th, from 1, is on line 10 n."""
    return Witness(
        Source(source, "x.txt", f"seeds/{source}.txt", "0", (), "text"), Settings(), "transcript",
        turns=tuple(
            Turn(f"{source}-t{n}", speaker, (Passage(f"{source}-t{n}p1", text, 10 * n, 10 * n),))
            for n, (speaker, text) in enumerate(turns, 1)
        ),
        briefing=SLUG, **more,
    )  # fmt: skip


def article(source: str, *texts: str, **more: Any) -> Witness:
    """Return a text of one section; its n-th passage, from 1, is on line 10 n."""
    passages = tuple(
        Passage(f"{source}-p{n}", text, 10 * n, 10 * n) for n, text in enumerate(texts, 1)
    )
    return Witness(
        Source(source, "x.txt", f"seeds/{source}.txt", "0", (), "text"), Settings(), "article",
        sections=(Section(f"{source}-s1", None, None, passages),), briefing=SLUG, **more,
    )  # fmt: skip


def roles(**lines: Sequence[int]) -> tuple[Line, ...]:
    """Return lines of a text by role: `roles(title=[2, 3], dateline=[5])`."""
    return tuple(Line(n, role) for role, numbers in lines.items() for n in numbers)  # type: ignore[arg-type]


def briefing(*witnesses: Witness, date: str | None = "2021-01-10", **more: Any) -> Briefing:
    """Return an event with these texts, the fullest first."""
    plain = Briefing(SLUG, "Title", False, date, None, None, None, None, None, witnesses, (), ())
    return replace(plain, **more)


def event(
    of: Briefing, names: Mapping[str, tuple[str, ...]] = MappingProxyType({}), **terms: str
) -> Event:
    """Return an event with its figures, with mentions of all its people's names, and of the terms.

    `names` maps ids to names, the preferred one first. `terms` maps ids of terms to their words.
    """
    mentions: dict[str, tuple[tuple[Place, str], ...]] = {}
    mentioned: list[TermMention] = []
    figures: list[Figure] = []
    for witness in of.witnesses:
        for passage in witness.passages:
            whole = Place(SLUG, witness.source.id, passage.id, passage.line)
            named = [
                (replace(whole, start=match.start(), end=match.end()), person)
                for person, forms in names.items()
                for match in re.finditer("|".join(map(re.escape, forms)), passage.text)
            ]
            if named:
                mentions[passage.id] = tuple(sorted(named, key=lambda pair: pair[0].start or 0))
            for id_, words in terms.items():
                mentioned += [
                    TermMention(
                        id_, match[0], match[0],
                        replace(whole, start=match.start(), end=match.end()), "t1", None, True,
                    )
                    for match in re.finditer(rf"\b(?:{words})\b", passage.text)
                ]  # fmt: skip
            for n, stated in enumerate(extract(passage.text, FigureContext(of.date)).figures):
                at = replace(whole, start=stated.start, end=stated.end)
                figures.append(
                    Figure(
                        f"{passage.id}-f{n}", (at,), stated, passage.text, of.date, None, None,
                        "direct",
                    )
                )  # fmt: skip
    mentioned.sort(key=lambda mention: (mention.place.line, mention.place.start or 0))
    return Event(of, tuple(figures), tuple(mentioned), mentions, (), names)
