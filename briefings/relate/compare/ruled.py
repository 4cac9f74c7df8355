"""What editors say of discrepancies: confirmed, reworded, dismissed, or added by hand."""

from __future__ import annotations

from dataclasses import replace

from briefings.model import Corpus, DiscrepancyEntry, Editorial, Place, Pointers
from briefings.model.figures import Discrepancy
from briefings.problems import Problems

EDITORS = "editors"


def rule_on(
    found: tuple[Discrepancy, ...], corpus: Corpus, editorial: Editorial, problems: Problems
) -> tuple[Discrepancy, ...]:
    """The records with what editors ruled; those that they add stand last and say so."""
    rulings = {entry.id: entry for entry in editorial.discrepancies if entry.status != "added"}
    known = {record.id for record in found}
    for entry in editorial.discrepancies:
        if entry.status != "added" and entry.id not in known:
            _tell(
                entry, f"no rule finds the discrepancy '{entry.id}' (any more)",
                "take the ruling out, or add the record with status 'added'", problems,
            )  # fmt: skip
        if entry.status == "added" and entry.id in known:
            _tell(entry, f"a rule finds the discrepancy '{entry.id}' too",
                  "confirm or reword it instead of adding it", problems)  # fmt: skip
    ruled = [_ruled(record, rulings.get(record.id)) for record in found]
    pointers = Pointers(corpus.briefings)
    added = [
        _added(entry, pointers, problems)
        for entry in editorial.discrepancies
        if entry.status == "added" and entry.id not in known
    ]
    return (*ruled, *added)


def _ruled(record: Discrepancy, entry: DiscrepancyEntry | None) -> Discrepancy:
    if entry is None:
        return record
    return replace(
        record,
        status=entry.status,
        text=entry.text or record.text,
        basis=entry.basis or record.basis,
    )


def _added(entry: DiscrepancyEntry, pointers: Pointers, problems: Problems) -> Discrepancy:
    places: list[Place] = []
    for pointer in entry.passages:
        hits = pointers.find(pointer)
        if not hits:
            _tell(entry, f"'{pointer}' leads to no passage",
                  "write source and line as 000:57", problems)  # fmt: skip
        places += [
            Place(hit.witness.briefing, hit.witness.source.id, hit.passage.id, hit.passage.line)
            for hit in hits
        ]
    return Discrepancy(
        id=entry.id,
        type=entry.type or "value",
        status="added",
        found_by=EDITORS,
        passages=tuple(places),
        figures=entry.figures,
        text=entry.text or "",
        basis=entry.basis or "",
    )


def _tell(entry: DiscrepancyEntry, message: str, hint: str, problems: Problems) -> None:
    where = entry.where
    problems.warning("discrepancy", where.path, message, hint, where.line, where.column)
