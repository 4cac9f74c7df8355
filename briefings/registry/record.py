"""corpus -> registry: the record of what is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..ids import without_prefix
from ..model import (
    Briefing,
    Corpus,
    Publication,
    PublishedPassage,
    PublishedSource,
    Registry,
    Witness,
)
from .naming import statements
from .trace import is_plain


@dataclass(frozen=True, slots=True)
class Changes:
    """What a record adds to the previous one, as numbers of passages and pages."""

    passages: int
    new: int
    reworded: int
    gone: int
    pages: int


def record(
    corpus: Corpus,
    registry: Registry,
    moved: Mapping[str, Mapping[str, str]],
    pages: Mapping[str, str],
) -> Registry:
    """The registry with everything that is published now; nothing is ever removed from it."""
    sources = {name: _withdrawn(record) for name, record in registry.sources.items()}
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            name = witness.source.id
            before = registry.sources.get(name, PublishedSource(name))
            sources[name] = _source(witness, briefing, before, moved.get(name, {}))
    now = statements(corpus)
    held = {(one.kind, one.id) for one in now}
    kept = tuple(one for one in registry.statements if (one.kind, one.id) not in held)
    return Registry(sources, (*now, *kept), {**registry.pages, **pages})


def changes(before: Registry, after: Registry) -> Changes:
    """How two records of a corpus differ."""
    old, new = _live(before), _live(after)
    return Changes(
        passages=len(new),
        new=len(new.keys() - old.keys()),
        reworded=sum(old[key] != text for key, text in new.items() if key in old),
        gone=len(old.keys() - new.keys()),
        pages=len(after.pages.keys() - before.pages.keys()),
    )


def _live(registry: Registry) -> dict[tuple[str, str], str]:
    return {
        (name, one.id): one.text
        for name, source in registry.sources.items()
        for one in source.passages
        if not one.lost
    }


def _withdrawn(before: PublishedSource) -> PublishedSource:
    """The record of a source that is no longer published: its ids stay reserved."""
    return replace(before, passages=tuple(replace(one, lost=True) for one in before.passages))


def _source(
    witness: Witness, briefing: Briefing, before: PublishedSource, moved: Mapping[str, str]
) -> PublishedSource:
    name = witness.source.id
    page = Publication(briefing.slug, is_plain(witness))
    # The present page of a text comes last, even if the text was there once before.
    pages = (*(one for one in before.pages if one != page), page)
    known = {one.id: one for one in before.passages}
    passages = [
        _passage(
            without_prefix(name, passage.id), without_prefix(name, part.id), passage.text, known
        )
        for part in witness.parts
        for passage in part.passages
    ]
    standing = {one.id for one in passages}
    passages += [
        replace(one, lost=True, now=moved.get(one.id))
        for one in before.passages
        if one.id not in standing
    ]
    parts = [without_prefix(name, part.id) for part in witness.parts]
    exchanges = {}
    if witness is briefing.primary:
        exchanges = {
            without_prefix(name, one.id): without_prefix(name, one.question)
            for one in briefing.exchanges
        }
    former = {id_: turn for id_, turn in before.exchanges if id_ not in exchanges}
    return PublishedSource(
        source=name,
        pages=pages,
        passages=tuple(passages),
        parts=(*parts, *(one for one in before.parts if one not in parts)),
        exchanges=(*exchanges.items(), *former.items()),
    )


def _passage(
    id_: str, part: str, text: str, known: Mapping[str, PublishedPassage]
) -> PublishedPassage:
    before = known.get(id_)
    earlier: tuple[str, ...] = ()
    if before:
        texts = dict.fromkeys((*before.earlier, before.text))
        texts.pop(text, None)
        earlier = tuple(texts)
    return PublishedPassage(id_, part, text, earlier)
