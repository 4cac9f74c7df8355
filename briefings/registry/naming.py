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
    ids = keep_ids("figure", [_figure(figure, excerpts) for figure in figures], registry)
    return tuple(replace(figure, id=id_) for figure, id_ in zip(figures, ids, strict=True))


def name_relations(relations: Relations, corpus: Corpus, registry: Registry) -> Relations:
    """Announcements and formulas with their published ids."""
    excerpts = _excerpts(corpus)
    announced = keep_ids("commitment", list(_commitments(relations, excerpts)), registry)
    returning = keep_ids("formula", list(_formulas(relations, excerpts)), registry)
    return replace(
        relations,
        commitments=tuple(
            replace(announcement, id=id_)
            for announcement, id_ in zip(relations.commitments, announced, strict=True)
        ),
        formulas=tuple(
            replace(formula, id=id_)
            for formula, id_ in zip(relations.formulas, returning, strict=True)
        ),
    )


def name_discrepancies(
    records: Sequence[Discrepancy], corpus: Corpus, registry: Registry
) -> tuple[Discrepancy, ...]:
    """The discrepancies of a corpus with their published ids."""
    excerpts = _excerpts(corpus)
    ids = keep_ids("discrepancy", [_discrepancy(record, excerpts) for record in records], registry)
    return tuple(replace(record, id=id_) for record, id_ in zip(records, ids, strict=True))


def statements(corpus: Corpus) -> tuple[PublishedStatement, ...]:
    """Every statement with an id, as recorded at publication."""
    excerpts = _excerpts(corpus)
    notes = (
        Proposal(note_place_id(note.entry.id, n), "", (excerpts.words(at.place),))
        for note in corpus.annotations.notes
        for n, at in enumerate(note.places)
    )
    by_rule = [record for record in corpus.discrepancies if record.status != "added"]
    kinds: tuple[tuple[StatementKind, Iterable[Proposal]], ...] = (
        ("figure", (_figure(figure, excerpts) for figure in corpus.figures)),
        ("commitment", _commitments(corpus.relations, excerpts)),
        ("formula", _formulas(corpus.relations, excerpts)),
        ("discrepancy", (_discrepancy(record, excerpts) for record in by_rule)),
        ("note", notes),
    )
    return tuple(
        PublishedStatement(kind, proposal.id, proposal.rule, proposal.words)
        for kind, proposals in kinds
        for proposal in proposals
        if proposal.words
    )


def _excerpts(corpus: Corpus) -> Excerpts:
    return Excerpts(witness for briefing in corpus.briefings for witness in briefing.witnesses)


def _figure(figure: Figure, excerpts: Excerpts) -> Proposal:
    return Proposal(figure.id, "", (excerpts.words(figure.place),))


def _commitments(relations: Relations, excerpts: Excerpts) -> Iterable[Proposal]:
    return (
        Proposal(announcement.id, "", (excerpts.words(announcement.place),))
        for announcement in relations.commitments
    )


def _formulas(relations: Relations, excerpts: Excerpts) -> Iterable[Proposal]:
    return (
        Proposal(
            formula.id,
            "",
            tuple(excerpts.words(occurrence.place) for occurrence in formula.occurrences),
        )
        for formula in relations.formulas
    )


def _discrepancy(record: Discrepancy, excerpts: Excerpts) -> Proposal:
    return Proposal(
        record.id, record.found_by, tuple(excerpts.words(place) for place in record.passages)
    )
