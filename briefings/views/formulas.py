"""Formulas: what returns from briefing to briefing, each wording against the one before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefings import anchors, wording
from briefings.model.page import Page
from briefings.model.relations import Formula, Occurrence, Redline

from .gone import former_addresses
from .lookup import Context, Lookup
from .paging import Link, Paging, context_of, count_of, files_of, hub, pages_by_year
from .pending import Pending
from .tables import Table

URL = anchors.FORMULAS
# Formulas that the first page shows where it cannot show all: those of most briefings.
FIRST = 8


@dataclass(frozen=True, slots=True)
class FormulasPage:
    """What `formulas.md.j2` shows: some formulas or all, and addresses of those that are gone.

    `alone` says that the page is one formula's own; `count` says how many formulas there are.
    """

    formulas: list[Context]
    former: list[Context]
    alone: bool
    count: str


def formulas_table(find: Lookup) -> Table[Formula]:
    """All formulas, by the year in which each was first said: what is said later changes none."""
    most = find.site.limits.occurrences
    return Table(
        page=URL,
        title="Formulas",
        one="sentence",
        many="sentences",
        items=sorted(
            find.corpus.relations.formulas,
            key=lambda one: one.occurrences[0].date or "",
            reverse=True,
        ),
        id_of=lambda one: one.id,
        date=lambda one: one.occurrences[0].date,
        row=partial(_row, find=find),
        facets={},
        most=find.site.limits.formulas,
        find=find,
        size=lambda one: min(len(one.occurrences), most),
    )


def formulas_page(find: Lookup) -> Page:
    """All formulas, those of most briefings first; of many these alone."""
    table = formulas_table(find)
    formulas = find.corpus.relations.formulas
    if not table.parts:
        return _page(formulas, Paging(), find)
    often = sorted(formulas, key=lambda one: -_briefings(one))[:FIRST]
    return _page(often, hub(table.parts, files_of(table.parts, find)), find)


def formulas_parts(find: Lookup) -> list[Pending]:
    """Formulas by year, where all are too many for one page; and those of many occurrences."""
    table = formulas_table(find)
    pages = table.pages(lambda shown, paging: _page(shown, paging, find))
    for formula in table.items if table.parts else ():
        if _is_long(formula, find):
            pages += pages_by_year(
                Link(formula.title, anchors.formula_page_url(formula.id)),
                Counter(one.place.briefing for one in formula.occurrences),
                partial(_own_page, formula, find), find, "occurrence", "occurrences", formula,
            )  # fmt: skip
    return pages


def _is_long(formula: Formula, find: Lookup) -> bool:
    return len(formula.occurrences) > find.site.limits.occurrences


def _page(shown: Sequence[Formula], paging: Paging, find: Lookup) -> Page:
    count = count_of(paging, lambda: len(find.corpus.relations.formulas), "sentence")
    clipped = paging.paged is not None
    return find.page(
        URL,
        "formulas.md.j2",
        "Formulas",
        f"{count} that return from briefing to briefing, with what was added, dropped and moved.",
        "ledger",
        **context_of(
            FormulasPage(
                formulas=[_formula(one, find, clipped) for one in shown],
                former=former_addresses(URL, find) if paging.steps is None else [],
                alone=False,
                count=count,
            ),
            paging,
        ),
    )


def _own_page(
    formula: Formula, find: Lookup, slugs: Collection[str] | None, paging: Paging
) -> Page:
    """`slugs` are the briefings whose occurrences the page lists, None for all."""
    return find.page(
        anchors.formula_page_url(formula.id),
        "formulas.md.j2",
        formula.title,
        f"{wording.count(len(formula.occurrences), 'occurrence')} of a sentence that returns from "
        "briefing to briefing, with what was added, dropped and moved.",
        "ledger",
        **context_of(
            FormulasPage([_formula(_within(formula, slugs), find, False)], [], True, ""), paging
        ),
    )


def _within(formula: Formula, slugs: Collection[str] | None) -> Formula:
    """The formula with its occurrences at some briefings; each keeps its redline."""
    if slugs is None:
        return formula
    kept = [n for n, one in enumerate(formula.occurrences) if one.place.briefing in slugs]
    return replace(
        formula,
        occurrences=tuple(formula.occurrences[n] for n in kept),
        redlines=tuple(formula.redlines[n - 1] for n in kept if n),
    )


def _briefings(one: Formula) -> int:
    return len({occurrence.place.briefing for occurrence in one.occurrences})


def _formula(one: Formula, find: Lookup, clipped: bool) -> Context:
    """`clipped` leaves the newest occurrences of one that has many, with the way to all."""
    most = find.site.limits.occurrences
    more = len(one.occurrences) - most if clipped else 0
    shown = one.occurrences[-most:] if more > 0 else one.occurrences
    redlines: list[Redline | None] = [None] * (len(one.occurrences) - len(one.redlines))
    redlines += one.redlines
    items = [occurrence.item for occurrence in one.occurrences]
    return {
        "id": one.id,
        "title": one.title,
        "briefings": _briefings(one),
        "order": _order(one) if len(set(items)) > 1 and sum(map(bool, items)) > 1 else None,
        "more": max(0, more),
        "url": anchors.formula_page_url(one.id) if more > 0 else None,
        "occurrences": [
            _occurrence(occurrence, redline, find)
            for occurrence, redline in zip(shown, redlines[-len(shown) :], strict=True)
        ],
    }


def _row(one: Formula, find: Lookup) -> Context:
    """A formula in few words, for the files of the table."""
    first, last = one.occurrences[0], one.occurrences[-1]
    url = anchors.formula_page_url(one.id) if _is_long(one, find) else anchors.formula_url(one.id)
    return {
        "id": one.id,
        "url": url,
        "title": one.title,
        "text": last.text,
        "extent": f"{wording.count(_briefings(one), 'briefing')}: "
        f"{wording.days([first.date, last.date])}",
        "keys": {},
    }


def _order(one: Formula) -> str:
    """Where the formula stood in each enumeration that had it."""
    places = [
        f"{wording.ordinal(occurrence.item)} in {wording.date_words(occurrence.date)}"
        for occurrence in one.occurrences
        if occurrence.item
    ]
    return ", ".join(places)


def _occurrence(one: Occurrence, redline: Redline | None, find: Lookup) -> Context:
    who = find.who(one.speaker, one.speaker_name)
    return {
        "briefing": find.briefing_link(one.place.briefing),
        "url": anchors.place_url(one.place),
        "source": one.place.source,
        "line": one.place.line,
        "who": who or {"name": "speaker not named", "url": None},
        "text": one.text,
        "runs": [{"kind": run.kind, "text": run.text} for run in redline.runs] if redline else None,
        "same": redline is not None and all(run.kind == "same" for run in redline.runs),
    }
