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
    present = {(statement.kind, statement.id) for statement in now}
    former = tuple(
        statement
        for statement in registry.statements
        if (statement.kind, statement.id) not in present
    )
    return Registry(sources, (*now, *former), {**registry.pages, **pages})


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
        (name, passage.id): passage.text
        for name, source in registry.sources.items()
        for passage in source.passages
        if not passage.lost
    }


def _withdrawn(before: PublishedSource) -> PublishedSource:
    """The record of a source that is no longer published: its ids stay reserved."""
    return replace(
        before, passages=tuple(replace(passage, lost=True) for passage in before.passages)
    )


def _source(
    witness: Witness, briefing: Briefing, before: PublishedSource, moved: Mapping[str, str]
) -> PublishedSource:
    name = witness.source.id
    page = Publication(briefing.slug, is_plain(witness))
    # The present page of a text comes last, even if the text was there once before.
    pages = (*(earlier_page for earlier_page in before.pages if earlier_page != page), page)
    known_passages = {passage.id: passage for passage in before.passages}
    passages = [
        _passage(
            without_prefix(name, passage.id),
            without_prefix(name, part.id),
            passage.text,
            known_passages,
        )
        for part in witness.parts
        for passage in part.passages
    ]
    standing = {passage.id for passage in passages}
    passages += [
        replace(passage, lost=True, now=moved.get(passage.id))
        for passage in before.passages
        if passage.id not in standing
    ]
    parts = [without_prefix(name, part.id) for part in witness.parts]
    exchanges = {}
    if witness is briefing.primary:
        exchanges = {
            without_prefix(name, exchange.id): without_prefix(name, exchange.question)
            for exchange in briefing.exchanges
        }
    former = {id_: turn for id_, turn in before.exchanges if id_ not in exchanges}
    return PublishedSource(
        source=name,
        pages=pages,
        passages=tuple(passages),
        parts=(*parts, *(part for part in before.parts if part not in parts)),
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
