"""Turn a passage into figures and refusals, applying the rules to one number after the other."""

from __future__ import annotations

from briefings.languages import ENGLISH, Language
from briefings.model.figures import (
    Comparator,
    Confidence,
    Extraction,
    FigureContext,
    Reason,
    Refusal,
    Stated,
)

from . import subject
from .about import describe, paired
from .clauses import fronted
from .comparators import comparator
from .dates import Period, year_at
from .dating import Dating
from .designations import calibre
from .draft import Draft
from .numbers import read_numbers
from .refusals import refuse
from .relations import relate
from .tokens import Text, read
from .units import Kind, Unit, unit_at
from .usable import usable
from .view import View
from .written import Written


def extract(
    text: str, context: FigureContext | None = None, language: Language = ENGLISH
) -> Extraction:
    """Return the figures of a passage, and the other numbers with the rule that refuses each.

    >>> found = extract("More than 40 farms were flooded in 2021.")
    >>> [(f.quote, f.comparator, f.subject) for f in found.figures]
    [('40', '>', 'farms flooded')]
    >>> [(r.token, r.rule) for r in found.refusals]
    [('2021', 'year')]
    """
    context = context or FigureContext()
    tokens = read(text, language)
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    consumed = 0
    for written in read_numbers(tokens):
        if written.i < consumed:
            continue
        draft, view = _draft(tokens, written, context)
        rule = refuse(view)
        if rule:
            i, j = written.i, written.j
            if rule in ("threshold", "period") and draft.unit:
                i, j = draft.unit.i, draft.unit.j
            start, end = tokens.tokens[i].start, tokens.tokens[j - 1].end
            refusals.append(Refusal(start, end, text[start:end], rule))
            consumed = j
            continue
        drafts.append(draft)
        consumed = draft.j
    relate(tokens, drafts)
    describe(tokens, drafts)
    dating = Dating(tokens, context)
    figures = tuple(_stated(tokens, draft, dating) for draft in drafts)
    return Extraction(figures, tuple(refusals))


def _draft(text: Text, written: Written, context: FigureContext) -> tuple[Draft, View]:
    _, end = text.sentence(written.i)
    unit = _unit(text, written)
    i = unit.i if unit else written.i
    j = unit.j if unit else written.j
    if _negative(text, i):
        i -= 1
    after = j
    linked = unit is not None or written.rate or written.form == "vague"
    money = unit is not None and unit.kind == "money"
    grammar = text.grammar
    if money and text.lower(after) in grammar.worth:
        after += 1
    if money and text.lower(after) in text.units.currencies:
        after += 1  # $100 million dollars
    sized = unit is not None and unit.kind in ("money", "measure")
    if linked and (text.lower(after) in grammar.of or (sized and _spent_on(text, after))):
        after += 1
        while text.lower(after) in grammar.determiners:
            after += 1
    elif text.words(j, j + 2) in text.comparisons.after:
        after += 2
    elif text.raw(j) == "-" and text.lower(j + 1) in text.comparisons.tails:
        after += 2  # 300-plus boats
    elif text.lower(j) == "+":
        after += 1
    if money and year_at(text, after):
        after += 1  # a $4.2 billion 2020 appeal
    if unit is None and calibre(text, after):
        after += 2
    noun = subject.noun_phrase(text, after, end)
    if noun is not None and text.lower(noun.i) in grammar.same:
        noun = None  # for the same six months
    sign, lead = comparator(text, i, j)
    draft = Draft(written, i, j, lead, unit, noun, sign)
    view = View(text, written, unit, noun, lead, j, context.chair, end)
    return draft, view


def _unit(text: Text, written: Written) -> Unit | None:
    if written.form == "fraction" and written.rate:
        return None
    if written.form == "multiple":
        kind: Kind = "percent" if written.rate else "multiple"
        return Unit("%" if written.rate else "times", kind, written.i, written.j)
    of_follows = written.form == "vague" and text.lower(written.j) in text.numerals.of
    return unit_at(text, written.i, written.j + of_follows)


def _spent_on(text: Text, k: int) -> bool:
    """Return whether the purpose of a sum is at token `k`: "3 million on roads", "3 million in
    aid"."""
    if text.lower(k) in text.grammar.spent_on:
        return text.lower(k + 1) not in text.numerals.each | text.periods.each
    following = text.raw(k + 1)
    return (
        text.lower(k) in text.grammar.spent_in
        and text.kind(k + 1) == "word"
        and following.islower()
        and following not in text.grammar.stoppers
    )


def _negative(text: Text, i: int) -> bool:
    """Return whether a minus sign precedes the number: -12°C, but not 5-12 or week-12."""
    return text.raw(i - 1) in ("-", "−") and text.glued(i) and not text.glued(i - 1) and i > 0


def _stated(text: Text, draft: Draft, dating: Dating) -> Stated:
    quote_start, quote_end = text.tokens[draft.i].start, text.tokens[draft.j - 1].end
    value = draft.written.value
    if draft.i < draft.written.i and text.raw(draft.i) in ("-", "−"):
        value = -value
    unit = draft.unit.name if draft.unit else "%" if draft.written.rate else draft.counts or "count"
    multiple = draft.kind == "multiple" and draft.role == "level"
    period = dating.period(draft.i, draft.close, draft.role, multiple)
    about = usable(paired(draft.about), text.grammar, draft.found == "noun")
    if not about:
        about = usable(fronted(text, draft.i), text.grammar, True)
    doubts = _reasons(draft, unit, about, period)
    return Stated(
        start=quote_start,
        end=quote_end,
        quote=text.text[quote_start:quote_end],
        value=value,
        unit=unit,
        comparator=_compared(draft),
        direction=draft.direction,
        role=draft.role,
        subject=about,
        period=period.text,
        period_start=period.start,
        period_end=period.end,
        high=draft.written.high,
        vague=draft.written.vague,
        confidence=_confidence(doubts),
        reasons=doubts,
    )


def _reasons(draft: Draft, unit: str, about: str, period: Period) -> tuple[Reason, ...]:
    """Return the doubts about a figure, in the order of `model.figures.Reason`."""
    bare = unit == "count" and draft.found != "noun"
    doubts: tuple[tuple[Reason, bool], ...] = (
        ("no-subject", not about),
        ("carried-subject", bool(about) and draft.found == "carried"),
        ("no-unit", bare and draft.found != "clause"),
        ("inherited-period", bool(period.text) and period.inherited),
        ("vague", draft.written.vague),
    )
    return tuple(reason for reason, holds in doubts if holds)


def _confidence(doubts: tuple[Reason, ...]) -> Confidence:
    """Return "high" without doubts, "medium" with one, "low" with several or without a subject."""
    if "no-subject" in doubts or len(doubts) > 1:
        return "low"
    return "medium" if doubts else "high"


def _compared(draft: Draft) -> Comparator:
    """Return the comparator: "~" for a range, ">" for a vague amount, whose value is the
    minimum."""
    if draft.written.high is not None:
        return "~"
    least = draft.written.vague and draft.written.form != "multiple"
    return ">" if least else draft.comparator
