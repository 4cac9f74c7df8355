"""corpus -> where every published address leads that has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ids import note_place_id, without_prefix, witness_prefix
from ..model import (
    Briefing,
    Corpus,
    Former,
    Publication,
    PublishedSource,
    PublishedStatement,
    Registry,
    Witness,
    Words,
)
from ..urls import briefing_url, discrepancy_url, figure_url, formula_url, note_url


class Standing:
    """Where the ids of a source are now."""

    def __init__(
        self, briefing: Briefing, witness: Witness, plain: bool, moved: Mapping[str, str]
    ) -> None:
        source = witness.source.id
        self.briefing = briefing.slug
        self.plain = plain
        self._prefix = witness_prefix(source, plain)
        ids = [item.id for item in witness.passages] + [item.id for item in witness.parts]
        if witness is briefing.primary:
            ids += [exchange.id for exchange in briefing.exchanges]
        self._ids = {without_prefix(source, id_) for id_ in ids}
        self._moved = moved

    def url(self, id_: str) -> str | None:
        """The address of an id, or of the passage that now has its words."""
        if id_ not in self._ids:
            id_ = self._moved.get(id_, "")
        return briefing_url(self.briefing, self._prefix + id_) if id_ in self._ids else None

    def listed(self, id_: str) -> str:
        """Where the page of the text lists an id as gone."""
        return briefing_url(self.briefing, self._prefix + id_)


def is_plain(witness: Witness) -> bool:
    """Whether the ids of a witness have no prefix."""
    prefix = witness_prefix(witness.source.id, primary=False)
    return not any(part.id.startswith(prefix) for part in witness.parts)


def standing(corpus: Corpus, moved: Mapping[str, Mapping[str, str]]) -> dict[str, Standing]:
    """By source; `moved` has, by source, where ids lead that no longer exist."""
    return {
        witness.source.id: Standing(
            briefing, witness, is_plain(witness), moved.get(witness.source.id, {})
        )
        for briefing in corpus.briefings
        for witness in briefing.witnesses
    }


def former(
    corpus: Corpus, registry: Registry, moved: Mapping[str, Mapping[str, str]]
) -> tuple[Former, ...]:
    """Every published address within a page that leads elsewhere now, or nowhere."""
    now = standing(corpus, moved)
    former: list[Former] = []
    for source, record in sorted(registry.sources.items()):
        former += _of_source(record, now.get(source))
    present = _statement_ids(corpus)
    for statement in registry.statements:
        if (statement.kind, statement.id) not in present:
            former += _of_statement(statement, registry, now)
    return tuple(dict.fromkeys(former))


def _of_source(record: PublishedSource, now: Standing | None) -> Iterator[Former]:
    """The present page of a text lists the ids that it lost; older pages redirect there."""
    present = (Publication(now.briefing, now.plain),) if now else ()
    for page in dict.fromkeys((*record.pages, *present)):
        prefix = witness_prefix(record.source, page.plain)
        for id_, home, words in _ids(record):
            old = briefing_url(page.briefing, prefix + id_)
            new = (now.url(id_) or now.url(home) or now.listed(id_)) if now else None
            lost = new == old and now is not None and now.url(id_) is None
            if lost or (new != old and page in record.pages):
                yield Former(
                    briefing_url(page.briefing), prefix + id_, None if lost else new, words
                )


def _ids(record: PublishedSource) -> Iterator[tuple[str, str, str]]:
    """Each id of a source, another id with the same words (an exchange: its question), the words.

    A part is identified by the words of its first passage.
    """
    opening: dict[str, str] = {}
    for passage in record.passages:
        opening.setdefault(passage.part, passage.text)
        yield passage.id, passage.id, passage.text
    for part in record.parts:
        yield part, part, opening.get(part, "")
    for exchange, question in record.exchanges:
        yield exchange, question, opening.get(question, "")


def _statement_ids(corpus: Corpus) -> set[tuple[str, str]]:
    relations = corpus.relations
    return {
        *(("figure", figure.id) for figure in corpus.figures),
        *(("commitment", announcement.id) for announcement in relations.commitments),
        *(("formula", formula.id) for formula in relations.formulas),
        *(("discrepancy", record.id) for record in corpus.discrepancies),
        *(
            ("note", note_place_id(note.entry.id, n))
            for note in corpus.annotations.notes
            for n in range(len(note.places))
        ),
    }


def _of_statement(
    statement: PublishedStatement, registry: Registry, now: Mapping[str, Standing]
) -> Iterator[Former]:
    """A statement that is no longer listed leads to the words it was based on."""
    opening = statement.words[0] if statement.words else Words("", "", "")
    home = now.get(opening.source)
    target = home.url(opening.passage) if home else None
    if statement.kind == "note":
        record = registry.sources.get(opening.source)
        for page in record.pages if record else ():
            old, _, fragment = note_url(page.briefing, statement.id).partition("#")
            yield Former(old, fragment, target, opening.quote)
        return
    addresses = {"figure": figure_url, "discrepancy": discrepancy_url, "formula": formula_url}
    if statement.kind in addresses:
        page_url, _, fragment = addresses[statement.kind](statement.id).partition("#")
        yield Former(page_url, fragment, target, opening.quote)


def earlier(corpus: Corpus, registry: Registry) -> dict[tuple[str, str], tuple[str, ...]]:
    """By (briefing, passage): the texts previously published under a passage's id."""
    earlier_texts: dict[tuple[str, str], tuple[str, ...]] = {}
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            record = registry.sources.get(witness.source.id)
            if record is None:
                continue
            published = {
                passage.id: (*passage.earlier, passage.text) for passage in record.passages
            }
            for passage in witness.passages:
                texts = published.get(without_prefix(witness.source.id, passage.id), ())
                others = tuple(text for text in texts if text != passage.text)
                if others:
                    earlier_texts[briefing.slug, passage.id] = others
    return earlier_texts
