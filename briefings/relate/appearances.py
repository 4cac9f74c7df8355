"""Find out which briefings mention terms and named operations, for the first time, again, or no
longer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefings import ids
from briefings.isolation import NAMES, Part, attempt
from briefings.languages import Language, language_of
from briefings.model import Briefing, Passage, Place, TermMention
from briefings.model.relations import Appearance, Turnover
from briefings.problems import Problems

from .event import Event

_QUOTED = re.compile(r"[“\"]([A-Z][\w'’-]*(?:[ -][\w'’-]+){0,4})[,.]?[”\"]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A term or name that a briefing mentions, with the number of mentions and their places.

    `term` says whether it is a term of the glossary, and `name` is its wording at the first place.
    """

    id: str
    name: str
    term: bool
    count: int
    first: Place
    last: Place


def mentions(event: Event, problems: Problems) -> tuple[Mention, ...]:
    """Return the mentions in the fullest text of a briefing, in order of first mention.

    Other texts of the event are not counted. Names that editors have not explained are recognized
    by capitals and quotation marks.
    """
    briefing, witness = event.briefing, event.briefing.primary
    terms, language = event.terms_by_passage(), language_of(witness.language)
    mentions_by_id: dict[tuple[str, bool], Mention] = {}

    def add(id_: str, name: str, term: bool, place: Place) -> None:
        known = mentions_by_id.get((id_, term))
        mentions_by_id[id_, term] = (
            replace(known, count=known.count + 1, last=place)
            if known
            else Mention(id_, name, term, 1, place, place)
        )

    for passage in witness.passages:
        if passage.repeats:
            continue
        term_mentions = terms.get(passage.id, ())
        for mention in term_mentions:
            add(mention.term, mention.text, True, mention.place)
        named: list[tuple[int, int]] = attempt(
            NAMES, Part(witness.source.path, passage.line, passage.text),
            partial(_names, passage, term_mentions, language), [], problems,
        )  # fmt: skip
        for start, end in named:
            text = passage.text[start:end]
            place = Place(briefing.slug, witness.source.id, passage.id, passage.line, start, end)
            add(f"name-{ids.slug(text)}", text, False, place)
    return tuple(mentions_by_id.values())


def timeline(
    briefings: Iterable[tuple[str, str | None, str | None, Sequence[Mention]]],
) -> tuple[tuple[Appearance, ...], tuple[Turnover, ...]]:
    """Return the mentions over time, and what first or last occurs in each briefing, oldest first.

    `briefings` are tuples of slug, ISO date, series (see `series_of`) and mentions, in any order.
    Those without a full date are left out.
    """
    dated = sorted(
        (date, slug, series, mentioned)
        for slug, date, series, mentioned in briefings
        if date and not date.startswith("-")
    )
    by_id: dict[str, list[Mention]] = defaultdict(list)
    for _, _, _, mentioned in dated:
        for mention in mentioned:
            by_id[mention.id].append(mention)
    later = _later_of_series([(slug, series) for _, slug, series, _ in dated])
    appearances = tuple(
        _appearance(mentions_of_name, later)
        for mentions_of_name in sorted(
            by_id.values(), key=lambda mentions_of_name: mentions_of_name[0].name.casefold()
        )
    )
    return appearances, tuple(_turnover(appearances, [slug for _, slug, _, _ in dated]))


def series_of(briefing: Briefing) -> str | None:
    """Return the series to which a briefing belongs, or None if neither series nor host is known.

    Without a named series, the briefings of a host are one. Transcripts and reports are kept apart,
    as a report omits much of what a transcript contains.
    """
    series = briefing.series or briefing.host
    if not series:
        return None
    form = "report" if briefing.primary.kind == "article" else "transcript"
    return f"{series.casefold()} {form}"


def _later_of_series(dated: Sequence[tuple[str, str | None]]) -> dict[str, int]:
    """Map slugs to the number of later briefings in the same series; `dated` is sorted oldest
    first."""
    later: dict[str, int] = {}
    counts: Counter[str] = Counter()
    for slug, series in reversed(dated):
        later[slug] = counts[series] if series else 0
        if series:
            counts[series] += 1
    return later


def _appearance(mentions: Sequence[Mention], later: Mapping[str, int]) -> Appearance:
    counts: dict[str, int] = defaultdict(int)
    for mention in mentions:
        counts[mention.first.briefing] += mention.count
    term = mentions[0].id if any(mention.term for mention in mentions) else None
    last = mentions[-1].last
    return Appearance(
        mentions[0].id, mentions[0].name, term, tuple(counts.items()), mentions[0].first, last,
        later[last.briefing],
    )  # fmt: skip


def _turnover(appearances: Sequence[Appearance], slugs: Sequence[str]) -> Iterator[Turnover]:
    """Yield the names that first or last occur in each briefing, ignoring first ones in the
    oldest."""
    new: Mapping[str, list[str]] = defaultdict(list)
    last: Mapping[str, list[str]] = defaultdict(list)
    for appearance in appearances:
        new[appearance.first.briefing].append(appearance.id)
        if appearance.gone:
            last[appearance.last.briefing].append(appearance.id)
    for n, slug in enumerate(slugs):
        if n or last[slug]:
            yield Turnover(slug, tuple(new[slug]) if n else (), tuple(last[slug]))


def _names(
    passage: Passage, mentions: Sequence[TermMention], language: Language
) -> list[tuple[int, int]]:
    """Return the spans of names of operations, plans and laws that no term covers."""
    covered = [mention.place.offsets for mention in mentions]
    small = language.forms.small_in_names
    spans: list[tuple[int, int]] = []
    for pattern in (_QUOTED, language.names.undertaking):
        for match in pattern.finditer(passage.text):
            start, end = match.span(1)
            words = passage.text[start:end].split()
            capital = all(word[0].isupper() or word in small for word in words)
            if capital and not any(a < end and start < b for a, b in covered):
                covered.append((start, end))
                spans.append((start, end))
    return spans
