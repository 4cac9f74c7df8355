"""Formulas: what returns from briefing to briefing, each wording against the one before it."""

from __future__ import annotations

from briefings import anchors, wording
from briefings.model.page import Page
from briefings.model.relations import Formula, Occurrence, Redline

from .gone import former_addresses
from .lookup import Context, Lookup


def formulas_page(find: Lookup) -> Page:
    """All formulas, those of most briefings first."""
    formulas = find.corpus.relations.formulas
    return find.page(
        "formulas/",
        "formulas.md.j2",
        "Formulas",
        f"{wording.count(len(formulas), 'sentence')} that return from briefing to briefing, with "
        "what was added, dropped and moved.",
        "ledger",
        former=former_addresses("formulas/", find),
        formulas=[_formula(one, find) for one in formulas],
    )


def _formula(one: Formula, find: Lookup) -> Context:
    redlines: list[Redline | None] = [None, *one.redlines]
    items = [occurrence.item for occurrence in one.occurrences]
    return {
        "id": one.id,
        "title": one.title,
        "briefings": len({occurrence.place.briefing for occurrence in one.occurrences}),
        "order": _order(one) if len(set(items)) > 1 and sum(map(bool, items)) > 1 else None,
        "occurrences": [
            _occurrence(occurrence, redline, find)
            for occurrence, redline in zip(one.occurrences, redlines, strict=True)
        ],
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
