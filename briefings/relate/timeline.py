"""First, last, gone: in which briefings terms and named operations are mentioned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from .. import anchors
from ..isolation import NAMES, Part, attempt
from ..model import Corpus, Passage, Place, TermMention
from ..model.relations import Appearance, Turnover
from ..problems import Problems
from .units import by_passage

_QUOTED = re.compile(r"[“\"]([A-Z][\w'’-]*(?:[ -][\w'’-]+){0,4})[,.]?[”\"]")
_NAMED = re.compile(
    r"\b((?:[A-Z][\w'’-]+\s+){1,4}(?:Campaign|Operation|Action|Plan|Initiative|Program(?:me)?|"
    r"Project|Law|Act|Experience|Scheme|Strategy))\b"
)
_SMALL = frozenset("a an and for in of on or the to with".split())


def timeline(
    corpus: Corpus, terms: Sequence[TermMention] = (), problems: Problems | None = None
) -> tuple[tuple[Appearance, ...], tuple[Turnover, ...]]:
    """How often each dated briefing mentions what, oldest first, and what came and went with it.

    Counted in the fullest text of a briefing, so that a second text of the event counts nothing
    twice.  Names that editors have not explained are found by capitals and quotation marks.
    """
    dated = sorted(
        (one for one in corpus.briefings if one.date and not one.date.startswith("-")),
        key=lambda one: (one.date or "", one.slug),
    )
    mentions = by_passage(terms)
    places: dict[str, list[Place]] = defaultdict(list)
    wordings: dict[str, str] = {}
    known: set[str] = set()
    for briefing in dated:
        for passage in briefing.primary.passages:
            if passage.repeats:
                continue
            here = mentions.get((briefing.slug, passage.id), ())
            for one in here:
                places[one.term].append(one.place)
                wordings.setdefault(one.term, one.text)
                known.add(one.term)
            named: list[tuple[int, int]] = attempt(
                NAMES, Part(briefing.primary.source.path, passage.line, passage.text),
                partial(_names, passage, here), [], problems,
            )  # fmt: skip
            for start, end in named:
                text = passage.text[start:end]
                id_ = f"name-{anchors.slug(text)}"
                place = Place(
                    briefing.slug, briefing.primary.source.id, passage.id, passage.line, start, end
                )
                places[id_].append(place)
                wordings.setdefault(id_, text)
    appearances = tuple(
        _appearance(id_, wordings[id_], id_ if id_ in known else None, found)
        for id_, found in sorted(places.items(), key=lambda one: wordings[one[0]].casefold())
    )
    return appearances, tuple(_turnover(appearances, [one.slug for one in dated]))


def _appearance(id_: str, name: str, term: str | None, places: Sequence[Place]) -> Appearance:
    counts: dict[str, int] = defaultdict(int)
    for place in places:
        counts[place.briefing] += 1
    return Appearance(id_, name, term, tuple(counts.items()), places[0], places[-1])


def _turnover(appearances: Sequence[Appearance], slugs: Sequence[str]) -> Iterator[Turnover]:
    """What is new in each briefing but the first, and what the one before it mentioned last."""
    new: Mapping[str, list[str]] = defaultdict(list)
    last: Mapping[str, list[str]] = defaultdict(list)
    for one in appearances:
        new[one.first.briefing].append(one.id)
        last[one.last.briefing].append(one.id)
    for before, slug in pairwise(slugs):
        yield Turnover(slug, tuple(new[slug]), tuple(last[before]))


def _names(passage: Passage, mentions: Sequence[TermMention]) -> list[tuple[int, int]]:
    """Names of operations, plans and laws that no term covers."""
    taken = [(one.place.start or 0, one.place.end or 0) for one in mentions]
    found: list[tuple[int, int]] = []
    for pattern in (_QUOTED, _NAMED):
        for match in pattern.finditer(passage.text):
            start, end = match.span(1)
            words = passage.text[start:end].split()
            capital = all(word[0].isupper() or word in _SMALL for word in words)
            if capital and not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                found.append((start, end))
    return found
