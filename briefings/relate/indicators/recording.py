"""Turn findings of a rule into records with ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefings.model import Place
from briefings.model.figures import Discrepancy

from .checks import Finding


def records(found: Iterable[Finding]) -> Iterator[Discrepancy]:
    """Yield a record for each finding, in order."""
    for one in found:
        ids = tuple(figure.id for figure in one.figures)
        places: dict[Place, None] = {figure.place: None for figure in one.figures}
        yield Discrepancy(
            id=f"{one.rule}-{_joined(ids)}",
            type=one.type,
            status="found",
            found_by=one.rule,
            passages=tuple(places),
            figures=ids,
            text=one.text,
            basis=one.basis,
        )


def each_once(found: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """Yield the first record for each set of figures and rule."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for record in found:
        key = (record.found_by, frozenset(record.figures))
        if key not in seen:
            seen.add(key)
            yield record


def _joined(ids: tuple[str, ...]) -> str:
    """Return the ids of the first two figures joined, with a common date only once."""
    first, second = ids[0], ids[1]
    day = first[:10]
    return f"{first}-{second[11:] if second.startswith(day) else second}"
