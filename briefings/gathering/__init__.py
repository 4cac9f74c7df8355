"""From the sources to the corpus: runs the stages that compute, in order.

Work on one source or one briefing is a task (`tasks`): done once, on any processor, and cached by
its inputs. Work on all of them uses the small summaries that tasks return, and is cached as a
whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from .. import editorial as editorial_stage
from .. import isolation, urls
from .. import registry as registry_stage
from ..annotate import annotate
from ..clean import clean
from ..engine.executing import Workers
from ..engine.keys import key_of
from ..engine.store import Store
from ..extract.figures.units import NAMES as UNITS
from ..isolation import attempt
from ..model import (
    Corpus,
    Editorial,
    Indicator,
    Registry,
    Report,
    Settings,
    Source,
    Witness,
)
from ..model.figures import Discrepancy
from ..model.relations import Relations
from ..parse import parse
from ..parse.rulings import check_rulings
from ..problems import Problem, Problems
from ..progress import Progress
from ..read import SourceFile, list_sources, unread
from ..relate.compare.ruled import rule_on
from ..relate.indicators.crosschecks import crosschecks
from ..relate.indicators.measure import measure
from ..relate.indicators.measured import Measured
from ..relate.indicators.observing import indicators
from ..relate.relating import relate
from ..survey import survey
from .briefings import Briefings, Gathering
from .pins import check_pins
from .sources import KnownText, Sources
from .stored_events import Events, RelateCache

__all__ = ["Gathered", "gather", "gather_all", "prepare"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that is known before the first file is written."""

    corpus: Corpus
    editorial: Editorial
    registry: Registry
    moved: dict[str, Mapping[str, str]]


def gather(seeds: Path, editorial: Path, problems: Problems) -> Corpus:
    """The corpus of two folders; errors and warnings are added to `problems`."""
    return gather_all(seeds, editorial, problems, Progress(quiet=True)).corpus


def gather_all(
    seeds: Path,
    editorial: Path,
    problems: Problems,
    progress: Progress,
    gone_is_meant: bool = False,
    store: Store | None = None,
    workers: Workers | None = None,
) -> Gathered:
    """Runs every stage that computes, and every check.

    `gone_is_meant` accepts that published ids are missing. `store` caches results between runs,
    `workers` run the tasks; without them everything is computed again in this process.
    """
    store = store or Store()
    workers = workers or Workers(count=1)
    with progress.step("Reading sources and what editors wrote"):
        written, published, sources = _opened(seeds, editorial, (1, 1), store, problems)
    with progress.step("Finding turns, questions and answers"):
        texts = sources.read(workers)
        present = [id_ for id_, text in texts.items() if text.text.readable]
        usable = editorial_stage.known_sources(written, present, problems, unread(seeds, present))
        moved = {id_: text.text.moved or {} for id_, text in texts.items() if text.digest}
    with progress.step("Finding who is named and quoted, and what is stated in figures"):
        gathering = Briefings(usable, published, store, workers).gather(texts, problems)
        corpus = gathering.corpus
    with progress.step("Holding figures and texts side by side"):
        corpus = _related(gathering, usable, published, store, workers, problems)
    with progress.step("Attaching terms and notes"):
        annotations = annotate(corpus, usable, gathering.terms, problems, _published(published))
        corpus = replace(corpus, annotations=annotations)
        if not gone_is_meant:
            is_published = usable.site is not None and usable.site.published
            registry_stage.watch(
                corpus, published, moved, present, editorial, problems, is_published
            )
        corpus = replace(
            corpus,
            former=registry_stage.former(corpus, published, moved),
            earlier=registry_stage.earlier(corpus, published),
        )
    with progress.step("Saying what is uncertain"):
        corpus = replace(corpus, report=_surveyed(corpus, usable, gathering, store, problems))
        if usable is written:
            if usable.site:
                check_pins(usable.site.pinned, corpus, problems)
            _idle(corpus, usable, gathering, store, problems)
            _check_rulings(texts, sources, corpus, usable, store, problems)
    return Gathered(corpus, usable, published, moved)


def prepare(
    seeds: Path,
    editorial: Path,
    part: tuple[int, int],
    problems: Problems,
    progress: Progress,
    store: Store,
    workers: Workers,
) -> int:
    """Runs and caches the tasks of some sources; returns the number of these sources.

    `part` (2, 4) is the second quarter of the sources, by id. The stores of all parts, copied into
    one folder, provide a build with nearly all of its cache; it computes itself what depends on
    several parts.
    """
    with progress.step("Reading sources and what editors wrote"):
        written, published, sources = _opened(seeds, editorial, part, store, problems)
    with progress.step("Finding turns, questions and answers"):
        texts = sources.read(workers)
    with progress.step("Finding who is named and quoted, and what is stated in figures"):
        # Problems with events in one part say nothing about the corpus: the build reports them.
        gathering = Briefings(written, published, store, workers).gather(texts, Problems())
        corpus = gathering.corpus
        events = Events(corpus, store, gathering.records)
        events.summaries(workers, Problems())
        for slug in events:
            _measured(corpus, slug, events, written, store, Problems())
    return len(texts)


def _opened(
    seeds: Path, editorial: Path, part: tuple[int, int], store: Store, problems: Problems
) -> tuple[Editorial, Registry, Sources]:
    """The editorial files, the published ids, and the sources of a part (1, 1: all)."""
    written = editorial_stage.load(editorial, problems, partial(_composed, store))
    published = registry_stage.load(editorial, problems)
    listing = list_sources(seeds, problems)
    share = replace(listing, files=_part_of(listing.files, part))
    return written, published, Sources(seeds, share, written, published, store, problems)


def _part_of(files: tuple[SourceFile, ...], part: tuple[int, int]) -> tuple[SourceFile, ...]:
    number, of = part
    return files[len(files) * (number - 1) // of : len(files) * number // of]


def _composed(
    store: Store, name: str, text: str, problems: Problems
) -> editorial_stage.Document | None:
    """A YAML file from the cache: composing is the slowest step after a change."""
    compose = partial(editorial_stage.compose, name, text)
    return store.cached(key_of("composed", name, text), compose, problems)


def _published(registry: Registry) -> dict[str, set[str]]:
    """The briefings with which each source was published."""
    return {
        name: {page.briefing for page in record.pages} for name, record in registry.sources.items()
    }


def _related(
    gathering: Gathering,
    written: Editorial,
    published: Registry,
    store: Store,
    workers: Workers,
    problems: Problems,
) -> Corpus:
    """The corpus with relations between figures and texts.

    Texts are readable without them, so the site is built even if a whole step fails.
    """
    corpus = gathering.corpus
    key = key_of(
        "related",
        gathering.digest,
        written.glossary,
        written.indicators,
        published.statements,
        _phrase_pages(published),
    )
    compute = partial(_compute_relations, gathering, written, published, store, workers)
    measured, records, relations = store.cached(key, compute, problems)
    corpus = replace(corpus, indicators=measured, relations=relations)
    ruled = attempt(
        isolation.RULINGS, _CORPUS, partial(rule_on, records, corpus, written, problems), records,
        problems,
    )  # fmt: skip
    digest = key_of(key, written.discrepancies, written.editors, corpus.changes, corpus.redirects)
    return replace(corpus, discrepancies=ruled, digest=digest)


def _phrase_pages(published: Registry) -> tuple[str, ...]:
    """The ids of set phrases that were published with pages."""
    return tuple(id_ for page in sorted(published.pages) if (id_ := urls.phrase_of(page)))


_CORPUS = isolation.Part("the corpus")
_Related = tuple[tuple[Indicator, ...], tuple[Discrepancy, ...], Relations]


def _compute_relations(
    gathering: Gathering,
    written: Editorial,
    published: Registry,
    store: Store,
    workers: Workers,
    problems: Problems,
) -> _Related:
    corpus = gathering.corpus
    figure_ids = registry_stage.ids(published, "figure")
    events = Events(corpus, store, gathering.records)
    summaries = events.summaries(workers, problems)
    runs = events.runs(workers, problems)
    # What follows is done in this process, which then needs the most memory.
    workers.rest()
    measured = [_measured(corpus, slug, events, written, store, problems) for slug in events]
    observed: tuple[Indicator, ...] = attempt(
        isolation.INDICATORS, _CORPUS, partial(indicators, measured, written, problems, figure_ids),
        (), problems,
    )  # fmt: skip
    records: tuple[Discrepancy, ...] = attempt(
        isolation.CROSSCHECKS, _CORPUS, partial(crosschecks, measured, observed, events.read), (),
        problems,
    )  # fmt: skip
    nothing: tuple[Relations, tuple[Discrepancy, ...]] = Relations(), ()
    relations, compared = attempt(
        isolation.RELATIONS, _CORPUS,
        partial(
            relate, summaries, events.read, runs, observed, records, _phrase_pages(published),
            RelateCache(store), problems,
        ),
        nothing, problems,
    )  # fmt: skip
    relations = registry_stage.name_relations(relations, corpus, published)
    records = registry_stage.name_discrepancies((*records, *compared), corpus, published)
    return observed, records, relations


def _measured(
    corpus: Corpus,
    slug: str,
    events: Events,
    written: Editorial,
    store: Store,
    problems: Problems,
) -> Measured:
    """What a briefing contributes to the indicators."""
    entries = written.indicators
    key = key_of("measured", corpus.digests[slug], entries)
    return store.cached(key, lambda _: measure(events.read(slug), entries), problems)


def _surveyed(
    corpus: Corpus, written: Editorial, gathering: Gathering, store: Store, problems: Problems
) -> Report:
    """What is uncertain; it depends on no note, and hardly on the glossary."""
    reported = tuple(problems)
    key = key_of(
        "survey", gathering.digest, written.editors, written.checked, written.people,
        written.outlets, reported,
    )  # fmt: skip
    return store.cached(key, lambda _: survey(corpus, written, reported), problems)


def _idle(
    corpus: Corpus, written: Editorial, gathering: Gathering, store: Store, problems: Problems
) -> None:
    """Editorial entries that match nothing; notes are checked where they are attached."""
    used = [(term.entry.id, term.usages) for term in corpus.annotations.terms]
    key = key_of("idle", gathering.digest, replace(written, notes=()), used)

    def tell(reported: Problems) -> None:
        editorial_stage.idle(written, corpus, UNITS, reported)

    store.cached(key, tell, problems)


def _check_rulings(
    texts: Mapping[str, KnownText],
    sources: Sources,
    corpus: Corpus,
    written: Editorial,
    store: Store,
    problems: Problems,
) -> None:
    """Reads each source with rulings again without those that may have no effect."""
    doubted = {
        source.source: sorted({doubt.line for doubt in source.doubts if doubt.settled == "ruling"})
        for source in corpus.report.sources
    }
    people = Editorial(people=written.people, outlets=written.outlets)
    for id_, text in texts.items():
        if not (text.digest and text.text.ruled):
            continue
        where = written.sources[id_].where
        reported = [
            (problem.path, problem.line)
            for problem in problems
            if where and problem.path == where.path
        ]
        key = key_of("rulings", text.digest, people, doubted[id_], reported)

        def tell(
            rulings_problems: Problems,
            id_: str = id_,
            known: KnownText = text,
            told: Sequence[tuple[str, int]] = reported,
        ) -> None:
            witness = sources.witness(known)
            read_again = _reader(witness.source, people)
            check_rulings(witness, read_again, rulings_problems, doubted[id_], told)

        store.cached(key, tell, problems)


def _reader(
    source: Source, editorial: Editorial
) -> Callable[[Settings], tuple[Witness, frozenset[Problem]]]:
    """Reads a source with other settings, and reports what was uncertain."""

    def read_again(settings: Settings) -> tuple[Witness, frozenset[Problem]]:
        unsure = Problems()
        cleaned = clean(source, unsure, settings.kept, settings.settled, settings.language)
        return parse(cleaned, settings, editorial, unsure), frozenset(unsure)

    return read_again
