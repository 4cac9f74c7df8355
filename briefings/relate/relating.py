"""What the texts have to do with one another, all of it in one call."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..isolation import SENTENCES, Part, attempt
from ..model import Corpus, Passage, TermMention, Witness
from ..model.figures import Discrepancy
from ..model.relations import Relations
from ..problems import Problems
from .alignment import align
from .commitments import commitments
from .comparing import compare
from .differences import differences
from .formulas import formulas
from .sentences import Span, split
from .timeline import timeline


def relate(
    corpus: Corpus,
    terms: Sequence[TermMention],
    known: Sequence[Discrepancy] = (),
    problems: Problems | None = None,
) -> tuple[Relations, tuple[Discrepancy, ...]]:
    """All relations, and the records that comparing adds to those known already."""
    pairs = differences(align(corpus, terms, problems), corpus, corpus.figures, terms, problems)
    appearances, turnover = timeline(corpus, terms, problems)
    paired = {(place.briefing, place.passage) for pair in pairs for place in (pair.a, pair.b)}
    several = {one.slug for one in corpus.briefings if len(one.witnesses) > 1}
    sentences = {
        (briefing.slug, passage.id): _spans(witness, passage, problems)
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        for passage in witness.passages
        if briefing.slug in several or (briefing.slug, passage.id) in paired
    }
    made = Relations(
        pairs=pairs,
        sentences=sentences,
        formulas=formulas(corpus, problems),
        commitments=commitments(corpus, terms, problems),
        appearances=appearances,
        turnover=turnover,
    )
    return made, compare(corpus, pairs, known)


def _spans(witness: Witness, passage: Passage, problems: Problems | None) -> tuple[Span, ...]:
    """The sentences of a passage; all of it where they cannot be told apart."""
    whole: tuple[Span, ...] = ((0, len(passage.text)),)
    part = Part(witness.source.path, passage.line, passage.text)
    return attempt(SENTENCES, part, partial(split, passage.text), whole, problems)
