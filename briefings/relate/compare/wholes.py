"""Find parts that are larger than their whole: "256,000 communities, including 778,000 estates"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from briefings.languages import language_of
from briefings.model import Figure
from briefings.model.figures import Discrepancy

from ..event import Event
from ..stems import stems

_COUNTED = frozenset({"count", "people", "cases", "vehicles"})


def larger_parts(event: Event) -> Iterator[Discrepancy]:
    """Yield a record for each whole with a larger part, once for all texts of the event.

    Only counts whose subjects share a word are compared: "two countries, including 300 experts"
    names people, who are not part of the countries.
    """
    texts = {
        passage.id: passage.text
        for witness in event.briefing.witnesses
        for passage in witness.passages
    }
    by_passage: dict[str, list[Figure]] = defaultdict(list)
    for figure in event.figures:
        if figure.place.passage:
            by_passage[figure.place.passage].append(figure)
    by_values: dict[tuple[float, float], list[tuple[Figure, Figure]]] = {}
    for passage, figures in by_passage.items():
        ordered = sorted(figures, key=lambda figure: figure.place.offsets)
        for whole, part in pairwise(ordered):
            between = texts.get(passage, "")[whole.place.end : part.place.start]
            words = language_of(part.language).comparing
            if _larger(whole, part) and words.part.match(between):
                key = float(whole.stated.value), float(part.stated.value)
                by_values.setdefault(key, []).append((whole, part))
    for pairs in by_values.values():
        yield _record(pairs, texts)


def _larger(total: Figure, part: Figure) -> bool:
    a, b = total.stated, part.stated
    counts = a.unit in _COUNTED and b.unit in _COUNTED and a.role == b.role == "level"
    if not counts or a.comparator == ">" or b.comparator == "<" or b.value <= a.value:
        return False
    language = language_of(part.language)
    return bool(set(stems(a.subject, language)) & set(stems(b.subject, language)))


def _record(pairs: list[tuple[Figure, Figure]], texts: Mapping[str, str]) -> Discrepancy:
    whole, part = pairs[0]
    statements = ", ".join(
        f"“{_quoted(whole, part, texts)}” in source {whole.place.source}" for whole, part in pairs
    )
    return Discrepancy(
        id=f"part-exceeds-whole-{whole.id}-{part.id}",
        type="unit",
        status="found",
        found_by="part-exceeds-whole",
        passages=tuple(whole.place for whole, _ in pairs),
        figures=tuple(figure.id for pair in pairs for figure in pair),
        text=f"The part is larger than its whole: {statements}.",
        basis=f"{part.stated.quote} is more than {whole.stated.quote}; the two may count different"
        " things.",
    )


def _quoted(whole: Figure, part: Figure, texts: Mapping[str, str]) -> str:
    """Return the words of both numbers, with what the part counts."""
    text = texts[whole.place.passage or ""]
    counted_thing = language_of(part.language).comparing.counted_thing
    counted = counted_thing.match(text, part.place.offsets[1])
    return text[whole.place.start : counted.end() if counted else part.place.end]
