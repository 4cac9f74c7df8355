"""`indicators.yml` and `discrepancies.yml`: what is measured, and rulings on differences."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator

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
from .document import Compose, compose
from .fields import ID, RECORD_ID, Entry, FullDay, Id, Pointer, Text, YesNo
from .messages import advise
from .tables import Item, read_map


def _also_text(schema: dict[str, Any]) -> None:
    """Tells a YAML language server that the first value alone is enough."""
    mapping = {key: schema.pop(key) for key in list(schema) if key not in ("title", "description")}
    schema["anyOf"] = [{"type": "string", "minLength": 1}, mapping]


class FigureSchema(Entry):
    """A figure that belongs somewhere by hand; its id alone, once it is published."""

    model_config = ConfigDict(json_schema_extra=_also_text)

    id: Text = Field(description="the figure's id, as in data/figures.csv")
    quote: Text | None = Field(
        None, description="the words that state it, so that no other is taken"
    )

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {"id": value} if isinstance(value, str) else value


class IndicatorSchema(Entry):
    """An indicator of `indicators.yml`, keyed by a permanent id."""

    title: Text = Field(description="the heading of its page")
    kind: IndicatorKind = Field(
        description="level: how much there is on a day; rate: a share in a period; flow: how much"
        " was done in a period; change: by how much it rose or fell; streak: how long something has"
        " lasted"
    )
    units: list[Text] = Field(min_length=1, description="units of its figures, the main one first")
    wordings: list[Text] = Field(
        description="how the texts word it: a figure's subject holds all words of one of these"
    )
    context: list[Text] = Field([], description="words of which the figure's sentence holds one")
    without: list[Text] = Field([], description="words that its subject must not hold")
    direction: Literal["increase", "decrease"] | None = Field(
        None, description="only rises, or only falls"
    )
    note: Text = Field(description="neutral sentences: what it measures, what the texts leave open")
    subject: Text | None = Field(
        None, description="how a sentence on it begins, where the title will not do: 'Theft cases'"
    )
    topics: list[Text] = Field(
        [], description="ids of topics.yml; the index lists it under the first one"
    )
    scopes: dict[str, list[Text]] = Field(
        {}, description="narrower things that some texts count: a name, and words of the sentence"
    )
    comparable: YesNo | None = Field(
        None,
        description="overrules what the build decides: yes, all may be compared; no, none may",
    )
    reason: Text | None = Field(
        None,
        description="why `comparable` or `series` overrule the build: a sentence that is shown",
    )
    confusions: list[Text] = Field([], description="what must not be taken for it")
    figures: list[FigureSchema] = Field([], description="figures that belong here by hand")
    not_figures: list[FigureSchema] = Field([], description="figures that do not belong here")
    series: dict[str, Text] = Field(
        {},
        description="overrules what the build decides: figures, by id, of one name may be compared",
    )
    keep: YesNo = Field(False, description="yes: the entry stays, though no figure fits it")


class PassageSchema(Entry):
    """A passage that a record is about; source and line alone, where all of it is meant."""

    model_config = ConfigDict(json_schema_extra=_also_text)

    passage: Pointer = Field(description="source and line (000:57) or full passage id")
    quote: Text | None = Field(
        None, description="the exact words that are meant, found once in the passage"
    )

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {"passage": value} if isinstance(value, str) else value


class DiscrepancySchema(Entry):
    """A ruling of `discrepancies.yml`, keyed by the record's id; or a record that is added."""

    status: DiscrepancyStatus = Field(
        description="confirmed, reworded or dismissed: of a record found; added: a new record"
    )
    title: Text | None = Field(
        None, description="a heading in plain words: what differs, as a question or a few words"
    )
    takeaway: Text | None = Field(
        None, description="what a reader should take from it; of all but what is dismissed"
    )
    reason: Text | None = Field(None, description="why it is no discrepancy; of what is dismissed")
    group: DiscrepancyClass | None = Field(
        None,
        alias="class",
        description="fact or wording, where the rule has it otherwise; for what is added",
    )
    text: Text | None = Field(None, description="the neutral sentence that is shown")
    basis: Text | None = Field(None, description="what the sentence rests on")
    type: DiscrepancyType | None = Field(None, description="what differs; for what is added")
    passages: list[PassageSchema] = Field(
        [], description="the passages it is about; for what is added"
    )
    figures: list[Text] = Field([], description="ids of the figures it is about")
    author: Id | None = Field(None, description="who signs it: an id of editors.yml")
    date: FullDay | None = Field(None, description="day it was written")


def indicators(
    path: Path,
    problems: Problems,
    composing: Compose = compose,
    topics: Collection[str] | None = None,
) -> tuple[IndicatorEntry, ...]:
    """The indicators that editors define, in file order.

    `topics` are the ids that they may name; None allows any.
    """
    table = read_map(path, IndicatorSchema, problems, composing)
    for item in table:
        _overruled(item, problems)
        for n, topic in enumerate(item.entry.topics):
            if topics is not None and topic not in topics:
                _error(
                    problems, "unknown-topic", item, ("topics", n),
                    f"there is no topic '{topic}'", advise(topic, topics),
                )  # fmt: skip
    return tuple(_indicator(item) for item in table)


def _overruled(item: Item[IndicatorSchema], problems: Problems) -> None:
    """Reports a ruling against the build without a reason, and a reason without such a ruling;
    readers see the reason.
    """
    entry = item.entry
    if entry.series and not entry.reason:
        _error(
            problems, "no-reason", item, ("series",),
            "'series' overrides the build's decision without a reason",
            "say in 'reason' why these figures can be compared",
        )  # fmt: skip
    elif entry.comparable is not None and not entry.reason:
        where = item.where("comparable")
        problems.warning_at(
            "no-reason", where,
            "'comparable' overrules what the build decides, and is not heeded without a reason",
            "say why as `reason`, or leave `comparable` out: the build decides and says why",
        )  # fmt: skip
    elif entry.reason and entry.comparable is None and not entry.series:
        _error(
            problems, "reason-for-nothing", item, ("reason",),
            "'reason' is given without a ruling", "add 'comparable' or 'series'",
        )  # fmt: skip


def discrepancies(
    path: Path,
    editors: Collection[str],
    problems: Problems,
    composing: Compose = compose,
) -> tuple[DiscrepancyEntry, ...]:
    """The editors' rulings, in file order; `editors` are the ids of those who may sign."""
    table = read_map(path, DiscrepancySchema, problems, composing, ids=RECORD_ID)
    for item in table:
        entry = item.entry
        if entry.status == "added" and not (
            entry.text and entry.basis and entry.type and entry.passages
        ):
            _error(
                problems, "incomplete-discrepancy", item, ("status",),
                "an added record needs type, passages, text and basis", "give all four",
            )  # fmt: skip
        if entry.status == "reworded" and not entry.text:
            _error(problems, "incomplete-discrepancy", item, ("status",),
                   "a reworded record needs its text", "write the sentence as 'text:'")  # fmt: skip
        if entry.status == "found":
            _error(
                problems, "ruling-without-meaning", item, ("status",),
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
            _error(
                problems, "unknown-editor", item, ("author",),
                f"'{entry.author}' is not in editors.yml", advise(entry.author, editors),
            )  # fmt: skip
    return tuple(_discrepancy(item) for item in table)


def _words(item: Item[DiscrepancySchema], problems: Problems) -> None:
    """Reports a takeaway on a dismissed record, and a reason on one that is not dismissed."""
    dismissed = item.entry.status == "dismissed"
    if dismissed and item.entry.takeaway:
        _error(problems, "ruling-without-meaning", item, ("takeaway",),
               "a dismissed record has no 'takeaway'",
               "say in 'reason' why it is not a discrepancy")  # fmt: skip
    if item.entry.reason and not dismissed:
        _error(problems, "ruling-without-meaning", item, ("reason",),
               "'reason' is only for dismissed records",
               "say in 'takeaway' what a reader should conclude")  # fmt: skip


def _error(
    problems: Problems,
    rule: str,
    item: Item[IndicatorSchema] | Item[DiscrepancySchema],
    inside: tuple[int | str, ...],
    message: str,
    hint: str,
) -> None:
    where = item.where(*inside)
    problems.error_at(rule, where, message, hint)


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
        figures=tuple(one.id for one in entry.figures),
        not_figures=tuple(one.id for one in entry.not_figures),
        series=tuple(entry.series.items()),
        quotes=tuple(
            (one.id, one.quote, item.where(key, n))
            for key, listed in (("figures", entry.figures), ("not_figures", entry.not_figures))
            for n, one in enumerate(listed)
        ),
        keep=entry.keep,
        unit_wheres=tuple(item.where("units", n) for n in range(len(entry.units))),
        wording_wheres=tuple(item.where("wordings", n) for n in range(len(entry.wordings))),
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
        passages=tuple(one.passage for one in entry.passages),
        figures=tuple(entry.figures),
        quotes=tuple(
            Quotation(one.passage, one.quote, where, item.where("passages", n, "quote"))
            for n, one in enumerate(entry.passages)
            if one.quote and (where := item.where("passages", n, "passage"))
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
