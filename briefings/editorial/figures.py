"""`indicators.yml` and `discrepancies.yml`: what is measured; rulings on what does not agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import ConfigDict, Field, model_validator

from ..model import DiscrepancyEntry, IndicatorEntry
from ..model.figures import Direction, DiscrepancyStatus, DiscrepancyType, IndicatorKind
from ..problems import Problems
from .document import Compose, compose
from .fields import Entry, Pointer, Text, YesNo
from .tables import Item, read_map


def _also_an_id(schema: dict[str, Any]) -> None:
    """Tells a YAML language server that the id alone will do."""
    mapping = {key: schema.pop(key) for key in list(schema) if key not in ("title", "description")}
    schema["anyOf"] = [{"type": "string", "minLength": 1}, mapping]


class FigureSchema(Entry):
    """A figure that belongs somewhere by hand; its id alone, once it is published."""

    model_config = ConfigDict(json_schema_extra=_also_an_id)

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
        description="level: how much there is; flow: how much was done in a period; change: by how"
        " much it rose or fell; streak: how long something has lasted"
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
    comparable: YesNo = Field(description="whether its observations may be compared over time")
    note: Text = Field(description="a neutral sentence: what it measures, what to heed comparing")
    confusions: list[Text] = Field([], description="what must not be taken for it")
    figures: list[FigureSchema] = Field([], description="figures that belong here by hand")
    not_figures: list[FigureSchema] = Field([], description="figures that do not belong here")
    series: dict[str, Text] = Field(
        {}, description="names the series of a figure, by its id, where the period does not tell"
    )
    keep: YesNo = Field(False, description="yes: the entry stays, though no figure fits it")


class DiscrepancySchema(Entry):
    """A ruling of `discrepancies.yml`, keyed by the record's id; or a record that is added."""

    status: DiscrepancyStatus = Field(
        description="confirmed, reworded or dismissed: of a record found; added: a new record"
    )
    text: Text | None = Field(None, description="the neutral sentence that is shown")
    basis: Text | None = Field(None, description="what the sentence rests on")
    type: DiscrepancyType | None = Field(None, description="what differs; for what is added")
    passages: list[Pointer] = Field([], description="the passages it is about; for what is added")
    figures: list[Text] = Field([], description="ids of the figures it is about")


def indicators(
    path: Path, problems: Problems, composing: Compose = compose
) -> tuple[IndicatorEntry, ...]:
    """The indicators that editors define, in their order."""
    table = read_map(path, IndicatorSchema, problems, composing)
    return tuple(_indicator(item) for item in table)


def discrepancies(
    path: Path, problems: Problems, composing: Compose = compose
) -> tuple[DiscrepancyEntry, ...]:
    """The rulings that editors made, in their order."""
    table = read_map(path, DiscrepancySchema, problems, composing)
    for item in table:
        entry = item.entry
        if entry.status == "added" and not (
            entry.text and entry.basis and entry.type and entry.passages
        ):
            _error(
                problems, "incomplete-discrepancy", item, "status",
                "what is added needs type, passages, text and basis", "give all four",
            )  # fmt: skip
        if entry.status == "reworded" and not entry.text:
            _error(problems, "incomplete-discrepancy", item, "status",
                   "a reworded record needs its text", "write the sentence as 'text:'")  # fmt: skip
        if entry.status == "found":
            _error(
                problems, "ruling-without-meaning", item, "status",
                "'found' is what a rule says", "write confirmed, reworded, dismissed or added",
            )  # fmt: skip
    return tuple(_discrepancy(item) for item in table)


def _error(
    problems: Problems,
    rule: str,
    item: Item[IndicatorSchema] | Item[DiscrepancySchema],
    field: str,
    message: str,
    hint: str,
) -> None:
    where = item.where(field)
    problems.error(rule, where.path, message, hint, where.line, where.column)


def _indicator(item: Item[IndicatorSchema]) -> IndicatorEntry:
    entry = item.entry
    direction: Direction | None = entry.direction
    return IndicatorEntry(
        id=item.id,
        title=entry.title,
        kind=entry.kind,
        units=tuple(entry.units),
        wordings=tuple(entry.wordings),
        comparable=entry.comparable,
        note=entry.note,
        where=item.where(),
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
        passages=tuple(entry.passages),
        figures=tuple(entry.figures),
    )
