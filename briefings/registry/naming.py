"""Gives the figures, announcements, formulas and discrepancies of a corpus their published ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..ids import note_place_id
from ..model import Corpus, Figure, PublishedStatement, Registry, StatementKind, Witness
from ..model.figures import Discrepancy
from ..model.relations import Relations
from .statements import Excerpts, Proposal, keep_ids


def name_figures(
    figures: Sequence[Figure], witnesses: Iterable[Witness], registry: Registry
) -> tuple[Figure, ...]:
    """The figures of texts with their published ids.

    The statements of `registry` that concern these texts are sufficient.
    """
    excerpts = Excerpts(witnesses)
    ids = keep_ids("figure", [_figure(one, excerpts) for one in figures], registry)
    return tuple(replace(one, id=id_) for one, id_ in zip(figures, ids, strict=True))


def name_relations(relations: Relations, corpus: Corpus, registry: Registry) -> Relations:
    """Announcements and formulas with their published ids."""
    excerpts = _excerpts(corpus)
    announced = keep_ids("commitment", list(_commitments(relations, excerpts)), registry)
    returning = keep_ids("formula", list(_formulas(relations, excerpts)), registry)
    return replace(
        relations,
        commitments=tuple(
            replace(one, id=id_) for one, id_ in zip(relations.commitments, announced, strict=True)
        ),
        formulas=tuple(
            replace(one, id=id_) for one, id_ in zip(relations.formulas, returning, strict=True)
        ),
    )


def name_discrepancies(
    records: Sequence[Discrepancy], corpus: Corpus, registry: Registry
) -> tuple[Discrepancy, ...]:
    """The discrepancies of a corpus with their published ids."""
    excerpts = _excerpts(corpus)
    ids = keep_ids("discrepancy", [_discrepancy(one, excerpts) for one in records], registry)
    return tuple(replace(one, id=id_) for one, id_ in zip(records, ids, strict=True))


def statements(corpus: Corpus) -> tuple[PublishedStatement, ...]:
    """Every statement with an id, as recorded at publication."""
    excerpts = _excerpts(corpus)
    notes = (
        Proposal(note_place_id(note.entry.id, n), "", (excerpts.words(at.place),))
        for note in corpus.annotations.notes
        for n, at in enumerate(note.places)
    )
    by_rule = [one for one in corpus.discrepancies if one.status != "added"]
    kinds: tuple[tuple[StatementKind, Iterable[Proposal]], ...] = (
        ("figure", (_figure(one, excerpts) for one in corpus.figures)),
        ("commitment", _commitments(corpus.relations, excerpts)),
        ("formula", _formulas(corpus.relations, excerpts)),
        ("discrepancy", (_discrepancy(one, excerpts) for one in by_rule)),
        ("note", notes),
    )
    return tuple(
        PublishedStatement(kind, one.id, one.rule, one.words)
        for kind, proposals in kinds
        for one in proposals
        if one.words
    )


def _excerpts(corpus: Corpus) -> Excerpts:
    return Excerpts(witness for briefing in corpus.briefings for witness in briefing.witnesses)


def _figure(one: Figure, excerpts: Excerpts) -> Proposal:
    return Proposal(one.id, "", (excerpts.words(one.place),))


def _commitments(relations: Relations, excerpts: Excerpts) -> Iterable[Proposal]:
    return (Proposal(one.id, "", (excerpts.words(one.place),)) for one in relations.commitments)


def _formulas(relations: Relations, excerpts: Excerpts) -> Iterable[Proposal]:
    return (
        Proposal(one.id, "", tuple(excerpts.words(other.place) for other in one.occurrences))
        for one in relations.formulas
    )


def _discrepancy(one: Discrepancy, excerpts: Excerpts) -> Proposal:
    return Proposal(one.id, one.found_by, tuple(excerpts.words(place) for place in one.passages))
