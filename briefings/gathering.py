"""From the sources to all that is known of them: the stages that compute, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from . import editorial as editorial_stage
from . import isolation
from . import registry as registry_stage
from .annotate import annotate
from .clean import clean
from .earlier import earlier_texts
from .extract.figures.corpus import figures
from .extract.figures.units import NAMES as UNITS
from .extract.mentions import mentions
from .extract.quotations import quotations
from .extract.terms import find_terms
from .group import group
from .isolation import attempt
from .model import (
    Corpus,
    Editorial,
    Indicator,
    Registry,
    Settings,
    Source,
    TermMention,
    Witness,
)
from .model.figures import Discrepancy
from .model.relations import Relations
from .parse import parse
from .parse.rulings import check_rulings
from .problems import Problem, Problems
from .progress import Progress
from .read import read, unread
from .relate.crosschecks import crosschecks
from .relate.indicators import indicators
from .relate.relating import relate
from .relate.rulings import rule_on
from .survey import survey


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is known before the first byte is written."""

    corpus: Corpus
    editorial: Editorial
    registry: Registry
    moved: dict[str, Mapping[str, str]]


def gather(seeds: Path, editorial: Path, problems: Problems) -> Corpus:
    """The corpus of two folders; what is wrong with them goes to `problems`."""
    return gather_all(seeds, editorial, problems, Progress(quiet=True)).corpus


def gather_all(
    seeds: Path,
    editorial: Path,
    problems: Problems,
    progress: Progress,
    gone_is_meant: bool = False,
) -> Gathered:
    """Runs every stage that computes, and every check.

    `gone_is_meant` accepts that what was published is missing.
    """
    with progress.step("Reading sources and what editors wrote"):
        written = editorial_stage.load(editorial, problems)
        published = registry_stage.load(editorial, problems)
        encodings = {id_: s.encoding for id_, s in written.sources.items() if s.encoding}
        sources = read(seeds, problems, encodings)
        there = [source.id for source in sources]
        given = written
        written = editorial_stage.known_sources(given, there, problems, unread(seeds, there))
    with progress.step("Finding turns, questions and answers"):
        identified = []
        for source in sources:
            one = _identified(source, seeds, written, published, problems)
            if one is not None:
                identified.append(one)
        moved = {one.witness.source.id: one.moved for one in identified}
        corpus = group(tuple(one.witness for one in identified), written, problems, published)
    with progress.step("Finding who is named and quoted, and what is stated in figures"):
        corpus = quotations(mentions(corpus, problems), problems)
        named = registry_stage.name_figures(figures(corpus, problems), corpus, published)
        corpus = replace(corpus, figures=named)
    with progress.step("Holding figures and texts side by side"):
        told = [w for briefing in corpus.briefings for w in briefing.witnesses]
        found = find_terms(written.glossary, told, problems)
        corpus = _related(corpus, found, written, published, problems)
    with progress.step("Attaching terms and notes"):
        corpus = replace(
            corpus, annotations=annotate(corpus, written, found, problems, _published(published))
        )
        if not gone_is_meant:
            present = [source.id for source in sources]
            known = written.site is not None and written.site.published
            registry_stage.watch(corpus, published, moved, present, editorial, problems, known)
        corpus = replace(
            corpus,
            former=registry_stage.former(corpus, published, moved),
            earlier=registry_stage.earlier(corpus, published),
        )
    with progress.step("Saying what is uncertain"):
        corpus = replace(corpus, report=survey(corpus, written, problems))
        if written is given:
            editorial_stage.idle(written, corpus, UNITS, problems)
            _check_rulings(sources, corpus, written, problems)
    return Gathered(corpus, written, published, moved)


def _published(registry: Registry) -> dict[str, set[str]]:
    """The briefings that each source was published with."""
    return {
        name: {page.briefing for page in record.pages} for name, record in registry.sources.items()
    }


def _check_rulings(
    sources: tuple[Source, ...], corpus: Corpus, written: Editorial, problems: Problems
) -> None:
    """Each source that editors ruled on is read again without a ruling that may be idle."""
    by_id = {source.id: source for source in sources}
    doubted = {
        one.source: {doubt.line for doubt in one.doubts if doubt.settled == "ruling"}
        for one in corpus.report.sources
    }

    def read_as(source: Source) -> Callable[[Settings], tuple[Witness, frozenset[Problem]]]:
        def read_again(settings: Settings) -> tuple[Witness, frozenset[Problem]]:
            unsure = Problems()
            cleaned = clean(source, unsure, settings.kept, settings.settled)
            return parse(cleaned, settings, written, unsure), frozenset(unsure)

        return read_again

    for witness in (one for briefing in corpus.briefings for one in briefing.witnesses):
        if witness.settings.labels or witness.settings.roles:
            source = by_id[witness.source.id]
            check_rulings(witness, read_as(source), problems, doubted[source.id])


def _identified(
    source: Source, seeds: Path, written: Editorial, published: Registry, problems: Problems
) -> registry_stage.Identified | None:
    """One source as it is read, with the ids that it was published with; None where it holds
    nothing that can be read."""
    settings = written.sources.get(source.id, Settings())
    part = isolation.Part(source.path, 1, next((line for line in source.lines if line.strip()), ""))
    cleaned = attempt(
        isolation.CLEAN, part, partial(clean, source, problems, settings.kept, settings.settled),
        None, problems,
    )  # fmt: skip
    if cleaned is None or not cleaned.blocks:
        return None
    witness = attempt(
        isolation.PARSE, part, partial(parse, cleaned, settings, written, problems), None, problems
    )
    if witness is None:
        return None
    witness = replace(witness, earlier=earlier_texts(seeds, witness, written, problems))
    return registry_stage.identify(witness, published.sources.get(source.id))


def _related(
    corpus: Corpus,
    terms: tuple[TermMention, ...],
    written: Editorial,
    published: Registry,
    problems: Problems,
) -> Corpus:
    """The corpus with what figures and texts have to do with one another.

    A text can be read without any of it, so the site is built even where a whole step fails.
    """
    part = isolation.Part("the corpus")
    known = registry_stage.ids(published, "figure")
    measured: tuple[Indicator, ...] = attempt(
        isolation.INDICATORS, part, partial(indicators, corpus.figures, written, problems, known),
        (), problems,
    )  # fmt: skip
    corpus = replace(corpus, indicators=measured)
    records: tuple[Discrepancy, ...] = attempt(
        isolation.CROSSCHECKS, part, partial(crosschecks, corpus.figures, measured), (), problems
    )
    nothing: tuple[Relations, tuple[Discrepancy, ...]] = Relations(), ()
    relations, compared = attempt(
        isolation.RELATIONS, part, partial(relate, corpus, terms, records, problems), nothing,
        problems,
    )  # fmt: skip
    relations = registry_stage.name_relations(relations, corpus, published)
    records = registry_stage.name_discrepancies((*records, *compared), corpus, published)
    records = attempt(
        isolation.RULINGS, part, partial(rule_on, records, corpus, written, problems), records,
        problems,
    )  # fmt: skip
    return replace(corpus, discrepancies=records, relations=relations)
