"""Where else a passage stands: in which other text of its event, and how far both agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from briefings import anchors, wording
from briefings.model import Briefing, Corpus, Place, Witness
from briefings.model.relations import Difference, DifferenceKind, Pair, PairKind

# Differences that a reader meets only where both texts stand side by side.
_QUIET = frozenset({"speaker-not-named", "wording", "names", "figure-added"})
KINDS: dict[PairKind, str] = {
    "identical": "word for word",
    "near-identical": "nearly word for word",
    "paraphrase": "retold",
    "quotation": "quoted",
}
DIFFERENCES: dict[DifferenceKind, str] = {
    "value": "number",
    "unit": "what is counted",
    "tense": "tense",
    "attribution": "who says it",
    "name": "names",
    "term": "wording of a term",
    "omission": "left out",
}


class Elsewhere:
    """Links from each passage to its counterparts and to the formulas that it holds."""

    def __init__(self, corpus: Corpus) -> None:
        self._briefings = {one.slug: one for one in corpus.briefings}
        self._pairs: dict[tuple[str, str | None], list[tuple[Pair, Place]]] = defaultdict(list)
        for pair in corpus.relations.pairs:
            if pair.a.source != pair.b.source:
                self._pairs[pair.a.briefing, pair.a.passage].append((pair, pair.b))
                self._pairs[pair.b.briefing, pair.b.passage].append((pair, pair.a))
        self._formulas: dict[tuple[str, str | None], dict[str, int]] = defaultdict(dict)
        for formula in corpus.relations.formulas:
            briefings = len({one.place.briefing for one in formula.occurrences})
            for one in formula.occurrences:
                self._formulas[one.place.briefing, one.place.passage][formula.id] = briefings

    def of(self, briefing: str, passage: str) -> list[dict[str, Any]]:
        """A short phrase and a link for each other text of the event and for each formula."""
        event = self._briefings[briefing]
        witnesses = {one.source.id: one for one in event.witnesses}
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair, other in self._pairs.get((briefing, passage), ()):
            found[other.source].append(pair)
        links = []
        for source, pairs in found.items():
            page = compare_page(event, pairs[0].a.source, pairs[0].b.source)
            text = f"also in {source_name(witnesses[source])}, {_phrase(pairs)}"
            links.append({"text": text, "url": f"{page}#{row_id(pairs[0])}"})
        for id_, briefings in self._formulas.get((briefing, passage), {}).items():
            text = f"a sentence of this returns in {wording.count(briefings - 1, 'other briefing')}"
            links.append({"text": text, "url": anchors.formula_url(id_)})
        return links


def source_name(witness: Witness) -> str:
    """How a text is called in a sentence: its publisher, else its kind and source."""
    publisher = witness.publisher or witness.settings.publisher
    return publisher or f"{wording.KINDS[witness.kind]} {witness.source.id}"


def compare_page(briefing: Briefing, a: str, b: str) -> str:
    """The page that shows two texts side by side: the first two have the shorter address."""
    first = [a, b] == [one.source.id for one in briefing.witnesses[:2]]
    return anchors.compare_url(briefing.slug, None if first else (a, b))


def row_id(pair: Pair) -> str:
    """The fragment of the row that shows a pair."""
    return f"row-{pair.group}"


def is_loud(difference: Difference) -> bool:
    """Whether a difference is more than another wording."""
    return difference.rule not in _QUIET


def _phrase(pairs: Sequence[Pair]) -> str:
    """Whether the texts agree there: word for word, in their figures, or not in everything."""
    told = [one for pair in pairs for one in pair.differences if is_loud(one)]
    if told:
        kinds = dict.fromkeys(DIFFERENCES[one.kind] for one in told)
        return f"differs: {', '.join(kinds)}"
    if all(pair.kind == "identical" for pair in pairs):
        return KINDS["identical"]
    return "same figures" if any(pair.figures for pair in pairs) else "retold"
