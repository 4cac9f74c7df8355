"""What the texts have to do with one another, all of it in one call."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Corpus, TermMention
from ..model.figures import Discrepancy
from ..model.relations import Relations
from .alignment import align
from .commitments import commitments
from .comparing import compare
from .differences import differences
from .formulas import formulas
from .sentences import split
from .timeline import timeline


def relate(
    corpus: Corpus, terms: Sequence[TermMention], known: Sequence[Discrepancy] = ()
) -> tuple[Relations, tuple[Discrepancy, ...]]:
    """All relations, and the records that comparing adds to those known already."""
    pairs = differences(align(corpus, terms), corpus, corpus.figures, terms)
    appearances, turnover = timeline(corpus, terms)
    paired = {(place.briefing, place.passage) for pair in pairs for place in (pair.a, pair.b)}
    several = {one.slug for one in corpus.briefings if len(one.witnesses) > 1}
    sentences = {
        (briefing.slug, passage.id): split(passage.text)
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        for passage in witness.passages
        if briefing.slug in several or (briefing.slug, passage.id) in paired
    }
    made = Relations(
        pairs=pairs,
        sentences=sentences,
        formulas=formulas(corpus),
        commitments=commitments(corpus, terms),
        appearances=appearances,
        turnover=turnover,
    )
    return made, compare(corpus, pairs, known)
