"""`indicators.yml` and `discrepancies.yml`: indicators, and rulings on discrepancies."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Literal

from pydantic import Field

from ..model import DiscrepancyEntry, IndicatorEntry
from ..model.editorial import Quotation
from ..model.figures import (
    Direction,
    DiscrepancyClass,
    DiscrepancyStatus,
    DiscrepancyType,
    IndicatorKind,
    Ruling,
)
from ..problems import Problems
from .document import Compose
from .fields import ID, RECORD_ID, Entry, FullDay, Id, Pointer, Text, YesNo
from .messages import advise
from .schemas import TextOrMap
from .tables import Item, read_map


class FigureSchema(TextOrMap):
    """A figure assigned by hand; the id alone is enough once it is published."""

    id: Text = Field(description="the figure's id in data/figures.csv")
    quote: Text | None = Field(
        None, description="the words that state it, which make sure that the right figure is meant"
    )


class IndicatorSchema(Entry):
    """An indicator of `indicators.yml`, keyed by a permanent id."""

    title: Text = Field(description="the heading of its page")
    kind: IndicatorKind = Field(
        description="level: how much there is on a day; rate: a share in a period; flow: how much"
        " was done in a period; change: by how much it rose or fell; streak: how long something has"
        " lasted"
    )
    units: list[Text] = Field(min_length=1, description="units of the figures, the main one first")
    wordings: list[Text] = Field(
        description="wordings in the texts; a figure's subject must contain all words of one"
    )
    context: list[Text] = Field(
        [], description="phrases, one of which the figure's sentence must contain"
    )
    without: list[Text] = Field(
        [], description="phrases that the figure's subject must not contain"
    )
    direction: Literal["increase", "decrease"] | None = Field(
        None, description="only increases, or only decreases"
    )
    note: Text = Field(
        description="what it measures and what the texts leave open, in neutral sentences"
    )
    subject: Text | None = Field(
        None,
        description="beginning of a sentence about it, if the title does not fit: 'Theft cases'",
    )
    topics: list[Text] = Field(
        [], description="ids in topics.yml; the index lists the indicator under the first one"
    )
    scopes: dict[str, list[Text]] = Field(
        {},
        description="narrower subjects that some texts count: a name, and phrases in the sentence",
    )
    comparable: YesNo | None = Field(
        None,
        description="overrules the build: yes, all figures are comparable; no, none are",
    )
    reason: Text | None = Field(
        None,
        description="why `comparable` or `series` overrules the build, in a sentence for readers",
    )
    confusions: list[Text] = Field([], description="what it must not be confused with")
    figures: list[FigureSchema] = Field([], description="figures assigned by hand")
    not_figures: list[FigureSchema] = Field([], description="figures that do not belong here")
    series: dict[str, Text] = Field(
        {},
        description="overrules the build: figures, by id, with the same name here are comparable",
    )
    keep: YesNo = Field(False, description="yes: keep the entry although no figure matches it")


class PassageSchema(TextOrMap):
    """A passage that a record concerns; source and line alone mean the whole passage."""

    passage: Pointer = Field(description="source and line (000:57) or full passage id")
    quote: Text | None = Field(
        None, description="the exact words concerned, which must occur once in the passage"
    )


class DiscrepancySchema(Entry):
    """A ruling in `discrepancies.yml`, keyed by the record's id, or an added record."""

    status: DiscrepancyStatus = Field(
        description="confirmed, reworded or dismissed: the record of a rule; added: a new record"
    )
    title: Text | None = Field(
        None, description="a plain heading: what differs, as a question or in a few words"
    )
    takeaway: Text | None = Field(
        None, description="what a reader should conclude (not for dismissed records)"
    )
    reason: Text | None = Field(
        None, description="why it is not a discrepancy (for dismissed records)"
    )
    group: DiscrepancyClass | None = Field(
        None,
        alias="class",
        description="fact or wording, for added records or if the rule chose the wrong one",
    )
    text: Text | None = Field(None, description="the neutral sentence shown to readers")
    basis: Text | None = Field(None, description="the basis of the sentence")
    type: DiscrepancyType | None = Field(None, description="what differs (for added records)")
    passages: list[PassageSchema] = Field(
        [], description="the passages concerned (for added records)"
    )
    figures: list[Text] = Field([], description="ids of the figures concerned")
    author: Id | None = Field(None, description="the editor who signs it: an id in editors.yml")
    date: FullDay | None = Field(None, description="day on which it was written")


def indicators(
    path: Path,
    problems: Problems,
    composing: Compose,
    topics: Collection[str],
) -> tuple[IndicatorEntry, ...]:
    """The indicators that editors define, in file order.

    `topics` are the ids that they may name.
    """
    table = read_map(path, IndicatorSchema, problems, composing)
    for item in table:
        _overruled(item, problems)
        for n, topic in enumerate(item.entry.topics):
            if topic not in topics:
                problems.error_at(
                    "unknown-topic", item.where("topics", n),
                    f"there is no topic '{topic}'", advise(topic, topics),
                )  # fmt: skip
    return tuple(_indicator(item) for item in table)


def _overruled(item: Item[IndicatorSchema], problems: Problems) -> None:
    """Reports a ruling against the build without a reason, and a reason without such a ruling;
    readers see the reason.
    """
    entry = item.entry
    if entry.series and not entry.reason:
        problems.error_at(
            "no-reason", item.where("series"),
            "'series' overrides the build's decision without a reason",
            "say in 'reason' why these figures can be compared",
        )  # fmt: skip
    elif entry.comparable is not None and not entry.reason:
        where = item.where("comparable")
        problems.warning_at(
            "no-reason", where,
            "'comparable' overrules the build, and has no effect without a reason",
            "give a `reason`, or remove `comparable`: the build then decides and says why",
        )  # fmt: skip
    elif entry.reason and entry.comparable is None and not entry.series:
        problems.error_at(
            "reason-for-nothing", item.where("reason"),
            "'reason' is given without a ruling", "add 'comparable' or 'series'",
        )  # fmt: skip


def discrepancies(
    path: Path,
    editors: Collection[str],
    problems: Problems,
    composing: Compose,
) -> tuple[DiscrepancyEntry, ...]:
    """The editors' rulings, in file order; `editors` are the ids of those who may sign."""
    table = read_map(path, DiscrepancySchema, problems, composing, ids=RECORD_ID)
    for item in table:
        entry = item.entry
        if entry.status == "added" and not (
            entry.text and entry.basis and entry.type and entry.passages
        ):
            problems.error_at(
                "incomplete-discrepancy", item.where("status"),
                "an added record needs type, passages, text and basis", "give all four",
            )  # fmt: skip
        if entry.status == "reworded" and not entry.text:
            problems.error_at(
                "incomplete-discrepancy", item.where("status"),
                "a reworded record needs its text", "write the sentence as 'text:'",
            )  # fmt: skip
        if entry.status == "found":
            problems.error_at(
                "ruling-without-meaning", item.where("status"),
                "'found' is set by rules only", "write confirmed, reworded, dismissed or added",
            )  # fmt: skip
        if entry.status == "added" and not re.fullmatch(ID, item.id):
            where = item.where()
            problems.error_at(
                "bad-id", where, f"'{item.id}' is not a valid id for an added record",
                "use lower-case letters, digits and single hyphens",
            )  # fmt: skip
        _words(item, problems)
        if entry.author and entry.author not in editors:
            problems.error_at(
                "unknown-editor", item.where("author"),
                f"'{entry.author}' is not in editors.yml", advise(entry.author, editors),
            )  # fmt: skip
    return tuple(_discrepancy(item) for item in table)


def _words(item: Item[DiscrepancySchema], problems: Problems) -> None:
    """Reports a takeaway on a dismissed record, and a reason on one that is not dismissed."""
    dismissed = item.entry.status == "dismissed"
    if dismissed and item.entry.takeaway:
        problems.error_at(
            "ruling-without-meaning", item.where("takeaway"),
            "a dismissed record has no 'takeaway'",
            "say in 'reason' why it is not a discrepancy",
        )  # fmt: skip
    if item.entry.reason and not dismissed:
        problems.error_at(
            "ruling-without-meaning", item.where("reason"),
            "'reason' is only for dismissed records",
            "say in 'takeaway' what a reader should conclude",
        )  # fmt: skip


def _indicator(item: Item[IndicatorSchema]) -> IndicatorEntry:
    entry = item.entry
    direction: Direction | None = entry.direction
    return IndicatorEntry(
        id=item.id,
        title=entry.title,
        kind=entry.kind,
        units=tuple(entry.units),
        wordings=tuple(entry.wordings),
        note=entry.note,
        where=item.where(),
        comparable=entry.comparable,
        reason=entry.reason or "",
        subject=entry.subject or "",
        topics=tuple(entry.topics),
        scopes=tuple((name, tuple(phrases)) for name, phrases in entry.scopes.items()),
        context=tuple(entry.context),
        without=tuple(entry.without),
        direction=direction,
        confusions=tuple(entry.confusions),
        figures=tuple(figure.id for figure in entry.figures),
        not_figures=tuple(figure.id for figure in entry.not_figures),
        series=tuple(entry.series.items()),
        quotes=tuple(
            (figure.id, figure.quote, item.where(key, n))
            for key, listed in (("figures", entry.figures), ("not_figures", entry.not_figures))
            for n, figure in enumerate(listed)
        ),
        keep=entry.keep,
        unit_wheres=tuple(item.where("units", n) for n in range(len(entry.units))),
    )


def _discrepancy(item: Item[DiscrepancySchema]) -> DiscrepancyEntry:
    entry = item.entry
    return DiscrepancyEntry(
        id=item.id,
        status=entry.status,
        where=item.where(),
        text=entry.text,
        basis=entry.basis,
        type=entry.type,
        passages=tuple(passage.passage for passage in entry.passages),
        figures=tuple(entry.figures),
        quotes=tuple(
            Quotation(passage.passage, passage.quote, where, item.where("passages", n, "quote"))
            for n, passage in enumerate(entry.passages)
            if passage.quote and (where := item.where("passages", n, "passage"))
        ),
        group=entry.group,
        ruling=Ruling(
            title=entry.title or "",
            takeaway=entry.takeaway or "",
            reason=entry.reason or "",
            author=entry.author or "",
            date=entry.date or "",
        ),
    )
