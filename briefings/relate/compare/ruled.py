"""Apply editors' rulings on discrepancies: confirmed, reworded, dismissed, or added by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefings.model import Corpus, DiscrepancyEntry, Editorial, Place, Pointers
from briefings.model.editorial import Quotation
from briefings.model.figures import Discrepancy
from briefings.model.pointers import ResolvedPassage
from briefings.problems import Problems
from briefings.quoting import quoted_spans

from .weight import weighed

EDITORS = "editors"


def rule_on(
    records: tuple[Discrepancy, ...], corpus: Corpus, editorial: Editorial, problems: Problems
) -> tuple[Discrepancy, ...]:
    """Return the records with editors' rulings applied; those added by editors come last."""
    names = {editor.id: editor.name for editor in editorial.editors}
    entries = [_signed(entry, names) for entry in editorial.discrepancies]
    rulings = {entry.id: entry for entry in entries if entry.status != "added"}
    known_ids = {record.id for record in records}
    for entry in entries:
        if entry.status != "added" and entry.id not in known_ids:
            _tell(
                entry, f"no rule finds the discrepancy '{entry.id}' (any more)",
                "take the ruling out, or add the record with status 'added'", problems,
            )  # fmt: skip
        if entry.status == "added" and entry.id in known_ids:
            _tell(entry, f"a rule finds the discrepancy '{entry.id}' too",
                  "confirm or reword it instead of adding it", problems)  # fmt: skip
    ruled = [_ruled(weighed(record), rulings.get(record.id)) for record in records]
    pointers = Pointers(corpus.briefings)
    added = [
        _added(entry, pointers, problems)
        for entry in entries
        if entry.status == "added" and entry.id not in known_ids
    ]
    return (*ruled, *added)


def _signed(entry: DiscrepancyEntry, names: Mapping[str, str]) -> DiscrepancyEntry:
    """Return the entry with the name of its author instead of the id."""
    author = names.get(entry.ruling.author, entry.ruling.author)
    return replace(entry, ruling=replace(entry.ruling, author=author))


def _ruled(record: Discrepancy, entry: DiscrepancyEntry | None) -> Discrepancy:
    if entry is None:
        return record
    return replace(
        record,
        status=entry.status,
        text=entry.text or record.text,
        basis=entry.basis or record.basis,
        group=entry.group or record.group,
        ruling=entry.ruling,
    )


def _added(entry: DiscrepancyEntry, pointers: Pointers, problems: Problems) -> Discrepancy:
    quotes = {quotation.passage: quotation for quotation in entry.quotes}
    places: list[Place] = []
    for pointer in entry.passages:
        hits = pointers.find(pointer)
        if not hits:
            _tell(entry, f"'{pointer}' leads to no passage",
                  "write source and line as 000:57", problems)  # fmt: skip
        quote = quotes.get(pointer)
        quoted = [_quoted(hit, quote) for hit in hits]
        if hits and quote and not any(place.end for place in quoted):
            where = quote.quote_where
            problems.warning(
                "discrepancy", where.path, f"'{quote.quote}' does not occur once at '{pointer}'",
                "quote words of the passage exactly, so many that they stand there once",
                where.line, where.column,
            )  # fmt: skip
        places += [place for place in quoted if place.end] or quoted
    record = Discrepancy(
        id=entry.id,
        type=entry.type or "value",
        status="added",
        found_by=EDITORS,
        passages=tuple(places),
        figures=entry.figures,
        text=entry.text or "",
        basis=entry.basis or "",
        ruling=entry.ruling,
    )
    weight = weighed(record)
    return replace(weight, group=entry.group or weight.group)


def _quoted(hit: ResolvedPassage, quote: Quotation | None) -> Place:
    """Return the passage, or the quoted words in it if they occur exactly once."""
    passage = hit.passage
    place = Place(hit.witness.briefing, hit.witness.source.id, passage.id, passage.line)
    spans = quoted_spans(passage.text, quote.quote) if quote else []
    return replace(place, start=spans[0][0], end=spans[0][1]) if len(spans) == 1 else place


def _tell(entry: DiscrepancyEntry, message: str, hint: str, problems: Problems) -> None:
    where = entry.where
    problems.warning("discrepancy", where.path, message, hint, where.line, where.column)
