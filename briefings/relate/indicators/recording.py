"""Turn findings of a rule into records with ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefings.model import Place
from briefings.model.figures import Discrepancy

from .checks import Finding


def records(findings: Iterable[Finding]) -> Iterator[Discrepancy]:
    """Yield a record for each finding, in order."""
    for finding in findings:
        ids = tuple(figure.id for figure in finding.figures)
        places: dict[Place, None] = {figure.place: None for figure in finding.figures}
        yield Discrepancy(
            id=f"{finding.rule}-{_joined(ids)}",
            type=finding.type,
            status="found",
            found_by=finding.rule,
            passages=tuple(places),
            figures=ids,
            text=finding.text,
            basis=finding.basis,
        )


def distinct(discrepancies: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield the first record for each set of figures and rule."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for record in discrepancies:
        key = (record.found_by, frozenset(record.figures))
        if key not in seen:
            seen.add(key)
            yield record


def _joined(ids: tuple[str, ...]) -> str:
    """Return the ids of the first two figures joined, with a common date only once."""
    first_id, second_id = ids[0], ids[1]
    day = first_id[:10]
    return f"{first_id}-{second_id[11:] if second_id.startswith(day) else second_id}"
