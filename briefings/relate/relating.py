"""Relate the texts of a corpus to one another, based on the summaries of its briefings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations

from briefings.engine.keys import key_of
from briefings.isolation import ALIGNMENT, ANNOUNCEMENTS, PHRASES, Part, attempt
from briefings.model import Indicator, Witness
from briefings.model.figures import Discrepancy
from briefings.model.relations import Commitment, Formula, Pair, Phrase, Relations
from briefings.problems import Problems

from .align.pairs import align
from .announcements.later import Followed, commitments, followed
from .appearances import timeline
from .cache import Cache
from .compare.differences import differences
from .compare.discrepancies import records, without_known
from .compare.offices import office_names
from .event import Event, day_or_slug
from .ordered import OrderedStatements, Read
from .phrases.families import families
from .phrases.recurring import formulas
from .phrases.returning import phrases
from .phrases.runs import Runs, read_runs
from .phrases.telling import ReadRuns
from .reading import Sentence, read_sentences
from .sentences import Span
from .spoken import read_statements
from .summary import Summary

_CORPUS = Part("the corpus")


def relate(
    summaries: Iterable[Summary],
    read: Read,
    runs: ReadRuns,
    indicators: Sequence[Indicator],
    known: Sequence[Discrepancy],
    published: Collection[str],
    cache: Cache,
    problems: Problems,
) -> tuple[Relations, tuple[Discrepancy, ...]]:
    """Return all relations, and the discrepancies that comparing texts adds to those in `known`.

    The order of `summaries` does not affect the result. `read` returns the event for a slug, as it
    was given to `summarise`. It is called for texts that are compared and for sentences that are
    quoted, one briefing at a time.

    `runs` returns the word runs of a briefing (`runs_of`). `published` are the ids of set phrases
    with pages. `cache` stores the results of comparing two texts, so that a changed text only
    requires its own comparisons. Results that cannot be computed are left out, and the errors are
    added to `problems`.
    """
    ordered = sorted(summaries, key=lambda summary: summary.order)
    pairs: list[Pair] = []
    differing: list[tuple[bool, Discrepancy]] = []
    spans: dict[tuple[str, str], tuple[Span, ...]] = {}
    for summary in ordered:
        between = _between_texts(summary, read, cache, problems)
        pairs += between
        pairs += summary.repetitions
        differing += _records(summary, between)
        spans |= {
            (summary.briefing, passage): sentences for passage, sentences in summary.spans.items()
        }
    appearances, turnover = timeline(
        (summary.briefing, summary.date, summary.series, summary.mentions) for summary in ordered
    )
    statements = OrderedStatements(
        (summary.briefing, summary.date, summary.statements) for summary in ordered
    )
    returning, announced = _recurring_and_announced(
        ordered, statements, read, indicators, cache, problems
    )
    no_phrases: tuple[Phrase, ...] = ()
    set_phrases = attempt(
        PHRASES, _CORPUS, partial(phrases, statements, runs, cache, published), no_phrases, problems
    )
    relations = Relations(
        pairs=tuple(pairs),
        sentences=spans,
        formulas=returning,
        phrases=set_phrases,
        commitments=announced,
        appearances=appearances,
        turnover=turnover,
    )
    # Differences from the fullest text of an event precede those between its other texts.
    by_pairs = (record for _, record in sorted(differing, key=lambda ranked: ranked[0]))
    return relations, (
        *without_known(by_pairs, known),
        *(record for summary in ordered for record in summary.larger_parts),
        *(record for summary in ordered for record in summary.event_names),
        *(record for summary in ordered for record in summary.titles),
        *office_names(office for summary in ordered for office in summary.offices),
    )


def _recurring_and_announced(
    ordered: Sequence[Summary],
    statements: OrderedStatements,
    read: Read,
    indicators: Sequence[Indicator],
    cache: Cache,
    problems: Problems,
) -> tuple[tuple[Formula, ...], tuple[Commitment, ...]]:
    """Return recurring sentences and announcements; if finding one of them fails, the other is
    returned.

    The sentences of both are read again together, so that each briefing is read once.
    """
    bodies = frozenset[str]().union(*(summary.bodies for summary in ordered))
    announced = [(summary.briefing, summary.announced) for summary in ordered]
    no_families: list[list[int]] = []
    no_formulas: tuple[Formula, ...] = ()
    none_followed: tuple[Followed, ...] = ()
    nothing: tuple[Commitment, ...] = ()
    members = attempt(PHRASES, _CORPUS, partial(families, statements), no_families, problems)
    ahead = attempt(
        ANNOUNCEMENTS, _CORPUS, partial(followed, announced, statements, bodies), none_followed,
        problems,
    )  # fmt: skip
    quoted = {number for family in members for number in family}
    quoted |= {number for announcement in ahead for number, _, _ in announcement.later}
    quotes = statements.quotes(quoted, read)
    return (
        attempt(
            PHRASES, _CORPUS, partial(formulas, members, statements, quotes, cache), no_formulas,
            problems,
        ),
        attempt(
            ANNOUNCEMENTS, _CORPUS, partial(commitments, ahead, statements, quotes, indicators),
            nothing, problems,
        ),
    )  # fmt: skip


def runs_of(event: Event, problems: Problems) -> Runs:
    """Return the word runs of a briefing in which set phrases are found.

    This is a pure function of the event, whose result can be cached by content. If it fails, there
    are no runs, and the error is added to `problems`.
    """
    witness = event.briefing.primary
    # Errors in reading the text are reported by `summarise`.
    unreported = Problems()
    statements = read_statements(event, read_sentences(event, witness, unreported), unreported)
    nothing = read_runs(event, ())
    part = Part(witness.source.path)
    return attempt(PHRASES, part, partial(read_runs, event, statements), nothing, problems)


def _between_texts(summary: Summary, read: Read, cache: Cache, problems: Problems) -> list[Pair]:
    """Return the pairs between the texts of an event, from the cache if possible.

    The event is only read if two of its texts have not been compared in their present state.
    """
    comparing: _Comparing | None = None
    pairs: list[Pair] = []
    for (a, key_a), (b, key_b) in combinations(summary.texts, 2):
        key = key_of("pairs", key_a, key_b)
        compared: tuple[Pair, ...] | None = cache.get(key)
        if compared is None:
            comparing = comparing or _Comparing(read(summary.briefing), problems)
            compared, complete = comparing.pairs(a, b)
            if complete:
                cache.put(key, compared)
        pairs += compared
    return pairs


class _Comparing:
    """The texts of an event, each split into sentences on first use."""

    def __init__(self, event: Event, problems: Problems) -> None:
        self._event = event
        self._problems = problems
        self._witnesses = {witness.source.id: witness for witness in event.briefing.witnesses}
        self._sentences: dict[str, tuple[Sentence, ...]] = {}

    def pairs(self, a: str, b: str) -> tuple[tuple[Pair, ...], bool]:
        """Return the pairs of two texts with their differences, and whether there was no error."""
        errors_before = len(self._problems)
        left, right = self._witnesses[a], self._witnesses[b]
        nothing: list[Pair] = []
        pairs = attempt(
            ALIGNMENT, Part(left.source.path),
            partial(align, left, self._of(left), right, self._of(right)), nothing, self._problems,
        )  # fmt: skip
        compared = differences(self._event, pairs, self._problems)
        return compared, len(self._problems) == errors_before

    def _of(self, witness: Witness) -> tuple[Sentence, ...]:
        if witness.source.id not in self._sentences:
            sentences = read_sentences(self._event, witness, self._problems)
            self._sentences[witness.source.id] = sentences
        return self._sentences[witness.source.id]


def _records(summary: Summary, pairs: Sequence[Pair]) -> Iterator[tuple[bool, Discrepancy]]:
    """Yield the discrepancies in an event's pairs, each with whether its texts exclude the primary
    one."""
    primary = summary.texts[0][0]
    for record in records(pairs, primary, day_or_slug(summary.date, summary.briefing)):
        yield record.passages[0].source != primary, record
