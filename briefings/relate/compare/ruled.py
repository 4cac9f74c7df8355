"""What editors say of discrepancies: confirmed, reworded, dismissed, or added by hand."""

from __future__ import annotations

from collections.abc import Sequence
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
    adding = [
        entry
        for entry in editorial.discrepancies
        if entry.status == "added" and entry.id not in known
    ]
    pointers = _pointers(adding, corpus)
    return (*ruled, *(_added(entry, pointers, problems) for entry in adding))


def _pointers(entries: Sequence[DiscrepancyEntry], corpus: Corpus) -> Pointers:
    """What the entries' pointers lead to; texts that none of them can mean are not looked at."""
    pointed = tuple(pointer for entry in entries for pointer in entry.passages)
    if not pointed:
        return Pointers(())
    return Pointers(
        witness
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        if any(pointer.startswith(witness.source.id) for pointer in pointed)
    )


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
