"""Links from a passage to its counterparts in other texts, and how far they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefings import urls, wording
from briefings.attribution import attributions_of
from briefings.interface import Labels, say
from briefings.model import Briefing, Corpus
from briefings.model.relations import Difference, Pair

# Differences shown only where the two texts are side by side.
_QUIET = frozenset({"speaker-not-named", "wording", "names", "figure-added"})
KINDS = Labels("correspondence")
DIFFERENCES = Labels("sentence-differences")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A link from a passage to its counterpart."""

    text: str
    url: str


class Elsewhere:
    """Links from each passage to its counterparts and to the formulas that it contains."""

    def __init__(self, corpus: Corpus) -> None:
        self._pairs: dict[str, list[Pair]] = defaultdict(list)
        for pair in corpus.relations.pairs:
            self._pairs[pair.a.briefing].append(pair)
        self._formulas: dict[str, dict[str | None, dict[str, int]]] = defaultdict(dict)
        for formula in corpus.relations.formulas:
            briefings = len({occurrence.place.briefing for occurrence in formula.occurrences})
            for occurrence in formula.occurrences:
                counts = self._formulas[occurrence.place.briefing].setdefault(
                    occurrence.place.passage, {}
                )
                counts[formula.id] = briefings

    def pairs(self, briefing: str) -> tuple[Pair, ...]:
        """Return all pairs of passages in the texts of a briefing."""
        return tuple(self._pairs.get(briefing, ()))

    def of(self, event: Briefing) -> dict[str | None, list[Counterpart]]:
        """Return the links of each passage: one for each other text of the event and for each
        formula."""
        texts = attributions_of(event)
        pairs_of: dict[str | None, dict[str, list[Pair]]] = defaultdict(lambda: defaultdict(list))
        for pair in self.pairs(event.slug):
            if pair.a.source != pair.b.source:
                pairs_of[pair.a.passage][pair.b.source].append(pair)
                pairs_of[pair.b.passage][pair.a.source].append(pair)
        links: dict[str | None, list[Counterpart]] = defaultdict(list)
        for passage, others in pairs_of.items():
            for source, pairs in others.items():
                page = compare_page(event, pairs[0].a.source, pairs[0].b.source)
                other = texts[source]
                text = say.elsewhere.also_in(
                    text=wording.graded(other.short, other.warning), how=_phrase(pairs)
                )
                links[passage].append(Counterpart(text=text, url=f"{page}#{row_id(pairs[0])}"))
        for passage, formulas in self._formulas.get(event.slug, {}).items():
            for id_, briefings in formulas.items():
                number = say.counts.other_briefings(count=briefings - 1)
                text = say.elsewhere.returns(briefings=number)
                links[passage].append(Counterpart(text=text, url=urls.formula_url(id_)))
        return links


def compare_page(briefing: Briefing, a: str, b: str) -> str:
    """Return the URL of the page that compares two texts; the first two texts have the shorter
    URL."""
    is_first_pair = [a, b] == [witness.source.id for witness in briefing.witnesses[:2]]
    return urls.compare_url(briefing.slug, None if is_first_pair else (a, b))


def row_id(pair: Pair) -> str:
    """Return the fragment of the row that shows a pair."""
    return f"row-{pair.group}"


def is_loud(difference: Difference) -> bool:
    """Return whether a difference is more than one of wording."""
    return difference.rule not in _QUIET


def _phrase(pairs: Sequence[Pair]) -> str:
    """Say how the texts agree: verbatim, in their figures, or with differences."""
    loud = [difference for pair in pairs for difference in pair.differences if is_loud(difference)]
    if loud:
        kinds = dict.fromkeys(DIFFERENCES[difference.kind] for difference in loud)
        return say.elsewhere.differs(differences=", ".join(kinds))
    if all(pair.kind == "identical" for pair in pairs):
        return KINDS["identical"]
    if any(pair.figures for pair in pairs):
        return say.elsewhere.same_figures
    return say.elsewhere.retold
