"""Turn differences between the texts of one event into discrepancies, worded neutrally.

A record states what each text has, and the rule by which they were compared. Rules cannot know
which of the two is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefings.model.figures import Discrepancy, DiscrepancyType
from briefings.model.relations import Difference, Pair


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a difference becomes a record: its type, its sentence, and what the rule compares."""

    type: DiscrepancyType
    text: str
    basis: str


_RULES: dict[str, _Rule] = {
    "comparator": _Rule(
        "value",
        "{A} has “{a}”, {B} “{b}”.",
        "Paired sentences give one number with other comparing words, or without any.",
    ),
    "other-value": _Rule(
        "value",
        "{A} states {a}, {B} {b}.",
        "Paired sentences state different numbers of the same thing.",
    ),
    "other-outcome": _Rule(
        "value",
        "{A} has “{a}”, {B} “{b}” of the same number.",
        "Paired sentences state one number, and two outcomes that exclude each other.",
    ),
    "other-direction": _Rule(
        "value",
        "{A} states {a}, {B} {b}.",
        "Paired sentences state one number, as a rise and as a fall.",
    ),
    "other-bound": _Rule(
        "value",
        "{A} has “{a}”, {B} “{b}”.",
        "Paired sentences give one number, in one text as the least and in the other as the most.",
    ),
    "other-unit": _Rule(
        "unit",
        "{A} has “{a}”, {B} “{b}”.",
        "Paired sentences state one number in two units.",
    ),
    "other-rate": _Rule(
        "unit",
        "{A} states {a}, {B} {b}.",
        "Paired sentences state one amount, for stretches of time of different length.",
    ),
    "other-date": _Rule(
        "date",
        "{A} has “{a}”, {B} “{b}”.",
        "Paired sentences have one date each that the other does not have.",
    ),
    "figure-left-out": _Rule(
        "omission",
        "{A} states {a}; the sentences of {B} that tell the same do not have it.",
        "A figure of a sentence that the other text retells has no counterpart there.",
    ),
    "counted-thing": _Rule(
        "unit",
        "The same number counts “{a}” in {A} and “{b}” in {B}.",
        "In paired sentences one number counts different things; another number beside it counts "
        "what the other text has.",
    ),
    "result-as-future": _Rule(
        "tense",
        "{A} tells a result: “{a}”; {B} tells it as to come: “{b}”.",
        "Of two paired sentences one has a past tense, the other a future tense.",
    ),
    "future-as-result": _Rule(
        "tense",
        "{A} tells what is to come: “{a}”; {B} tells it as done: “{b}”.",
        "Of two paired sentences one has a future tense, the other a past tense.",
    ),
    "campaign-wording": _Rule(
        "name",
        "{A} calls it “{a}”, {B} “{b}”.",
        "Two paired sentences each name one campaign, in other words.",
    ),
    "question-as-narration": _Rule(
        "attribution",
        "In {A} these are words of a question by {a}; {B} {says}.",
        "A sentence of a question is paired with one that is not given as the asker's.",
    ),
    "other-speaker": _Rule(
        "attribution",
        "In {A} {a} says this; {B} gives it to {b}.",
        "Paired sentences are attributed to different persons.",
    ),
}


def records(pairs: Sequence[Pair], primary: str, day: str) -> tuple[Discrepancy, ...]:
    """Return the discrepancies in an event's pairs, those with the fullest text (`primary`) first.

    Ids contain `day`: the event's date, or its slug if the date is unknown.
    """
    discrepancies: list[Discrepancy] = []
    reported: set[tuple[str, str, str]] = set()
    for pair in sorted(pairs, key=lambda pair: pair.a.source != primary):
        for difference in pair.differences:
            rule = _RULES.get(difference.rule)
            if rule is None:
                continue
            if not difference.figures:
                # A group that says one thing several times, such as a question in two sentences,
                # gives one record.
                once = (difference.rule, pair.group, pair.a.source)
                if once in reported:
                    continue
                reported.add(once)
            discrepancies.append(_record(pair, difference, rule, day))
    return tuple(discrepancies)


def without_known(
    records: Iterable[Discrepancy], known_records: Iterable[Discrepancy]
) -> Iterator[Discrepancy]:
    """Yield the records that do not compare the same figures as a known one of the same type."""
    known_figures = {
        (record.type, frozenset(record.figures)) for record in known_records if record.figures
    }
    for record in records:
        if (record.type, frozenset(record.figures)) not in known_figures:
            yield record


def _record(pair: Pair, difference: Difference, rule: _Rule, day: str) -> Discrepancy:
    says = f"gives them to {difference.b}" if difference.b else "tells them as its own"
    text = rule.text.format(
        A=f"source {pair.a.source}", B=f"source {pair.b.source}", a=difference.a, b=difference.b,
        says=says,
    )  # fmt: skip
    return Discrepancy(
        id=f"{difference.rule}-{day}-{pair.id}",
        type=rule.type,
        status="found",
        found_by=difference.rule,
        passages=(pair.a, pair.b),
        figures=difference.figures,
        text=text[0].upper() + text[1:],
        basis=rule.basis,
    )
