"""Handles sources that `editorial/` refers to and that do not exist: one error for each.

References to such a source are removed from what the stages see; otherwise every stage would report
the same cause again, passage by passage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from .. import prose
from ..model import Editorial, NoteEntry, TermEntry, TopicEntry, Where
from ..problems import Problems
from .messages import advise

_MANY = 3
_EDITION = re.compile(r"\.[1-9][0-9]*$")
_PASSAGE = re.compile(r"(?P<source>.+)-[ts][0-9]+[a-z]*p[0-9]+[a-z]*")


def known_sources(
    editorial: Editorial, ids: Collection[str], problems: Problems, unread: Collection[str]
) -> Editorial:
    """Returns the editorial data without references to sources that do not exist; reports those.

    `ids` are the sources that were read. `unread` are sources whose files exist but could not be
    read, which has already been reported.
    """
    _distinct(editorial, ids, problems)
    missing: dict[str, list[Where]] = {}
    for source, where in _references(editorial):
        # `000.1` is an earlier edition of 000: the lookup of the passage reports what became of it.
        if source not in ids and _EDITION.sub("", source) not in ids:
            missing.setdefault(source, []).append(where)
    if not missing:
        return editorial
    for source, wheres in sorted(missing.items()):
        if source in unread:
            continue
        _tell(source, wheres, editorial, ids, problems)
    return _without(editorial, missing)


def _distinct(editorial: Editorial, ids: Collection[str], problems: Problems) -> None:
    """Reports `distinct_from` entries that name no other source."""
    for name, settings in editorial.sources.items():
        for distinct in settings.distinct_from:
            if settings.where and (distinct not in ids or distinct == name):
                problems.error(
                    "unknown-source", settings.where.path,
                    f"'distinct_from' names '{distinct}', which is not another source",
                    advise(distinct, [id_ for id_ in ids if id_ != name]),
                )  # fmt: skip


def _tell(
    source: str,
    wheres: list[Where],
    editorial: Editorial,
    ids: Collection[str],
    problems: Problems,
) -> None:
    files = Counter(where.path for where in wheres)
    counts = ", ".join(f"{path} ({n})" for path, n in sorted(files.items()))
    settings = editorial.sources.get(source)
    path, line, column = wheres[0].path, wheres[0].line, wheres[0].column
    if settings and settings.where:
        path, line, column = settings.where.path, 0, 0
    # An id with many references existed once; a misspelt id occurs once or twice.
    misspelt = f"; {advise(source, ids)}" if len(wheres) < _MANY else ""
    problems.error(
        "unknown-source", path,
        f"there is no source '{source}': {_references_words(len(wheres))} it, in {counts}",
        f"put its file back into seeds/, or remove these references{misspelt}", line, column,
    )  # fmt: skip


def _references_words(number: int) -> str:
    return "1 place refers to" if number == 1 else f"{number} places refer to"


def _source(pointer: str) -> str:
    """The source that a pointer refers to: 000 for both `000:57` and `000-t2p1`."""
    head, colon, _ = pointer.rpartition(":")
    if colon:
        return head
    passage = _PASSAGE.fullmatch(pointer)
    return passage["source"] if passage else pointer


def _references(editorial: Editorial) -> Iterator[tuple[str, Where]]:
    for name, settings in editorial.sources.items():
        if settings.where:
            yield name, settings.where
    for term in editorial.glossary:
        for rendering in term.renderings:
            for source in rendering.sources:
                yield source, rendering.where
        for quotation in term.quotations:
            yield _source(quotation.passage), quotation.passage_where
        yield from _linked(term.explanation or "", term.where)
    for note in editorial.notes:
        for quotation in note.quotations:
            yield _source(quotation.passage), quotation.passage_where
        for pointer, where in zip(note.see, note.see_wheres, strict=True):
            yield _source(pointer), where
        yield from _linked(note.text, note.where)
    for topic in editorial.topics:
        for pointer, where in zip(topic.passages, topic.wheres, strict=True):
            yield _source(pointer), where
    for record in editorial.discrepancies:
        for pointer in record.passages:
            yield _source(pointer), record.where


def _linked(text: str, where: Where) -> Iterator[tuple[str, Where]]:
    for run in (run for paragraph in prose.paragraphs(text) for run in paragraph):
        if run.href and prose.is_pointer(run.href):
            yield _source(run.href), where


def _without(editorial: Editorial, gone: Collection[str]) -> Editorial:
    """The editorial data without pointers into missing sources.

    Rulings on records are dropped altogether: without a source, other records are found.
    """

    def exists(pointer: str) -> bool:
        return _source(pointer) not in gone

    def keeps(figure: str) -> bool:
        return not any(f"-{source}-" in figure for source in gone)

    return replace(
        editorial,
        sources={name: settings for name, settings in editorial.sources.items() if exists(name)},
        glossary=tuple(
            kept_term
            for term in editorial.glossary
            if (kept_term := _term(term, exists)) is not None
        ),
        notes=tuple(
            kept_note for note in editorial.notes if (kept_note := _note(note, exists)) is not None
        ),
        topics=tuple(_topic(topic, exists) for topic in editorial.topics),
        indicators=tuple(
            replace(
                indicator,
                figures=tuple(filter(keeps, indicator.figures)),
                not_figures=tuple(filter(keeps, indicator.not_figures)),
                series=tuple(pair for pair in indicator.series if keeps(pair[0])),
            )
            for indicator in editorial.indicators
        ),
        discrepancies=(),
    )


def _term(term: TermEntry, exists: Callable[[str], bool]) -> TermEntry | None:
    renderings = []
    for rendering in term.renderings:
        sources = tuple(source for source in rendering.sources if exists(source))
        if sources or not rendering.sources:
            renderings.append(replace(rendering, sources=sources))
    if not renderings:
        return None
    return replace(
        term,
        renderings=tuple(renderings),
        quotations=tuple(quotation for quotation in term.quotations if exists(quotation.passage)),
        explanation=_unlinked(term.explanation, exists),
    )


def _note(note: NoteEntry, exists: Callable[[str], bool]) -> NoteEntry | None:
    quotations = tuple(quotation for quotation in note.quotations if exists(quotation.passage))
    if not quotations:
        return None
    see = [pair for pair in zip(note.see, note.see_wheres, strict=True) if exists(pair[0])]
    return replace(
        note,
        quotations=quotations,
        text=_unlinked(note.text, exists) or note.text,
        see=tuple(pointer for pointer, _ in see),
        see_wheres=tuple(where for _, where in see),
    )


def _topic(topic: TopicEntry, exists: Callable[[str], bool]) -> TopicEntry:
    pairs = [pair for pair in zip(topic.passages, topic.wheres, strict=True) if exists(pair[0])]
    return replace(
        topic,
        passages=tuple(pointer for pointer, _ in pairs),
        wheres=tuple(where for _, where in pairs),
    )


def _unlinked(text: str | None, exists: Callable[[str], bool]) -> str | None:
    """The text with links to missing passages replaced by plain words."""
    if not text:
        return text
    return re.sub(
        r"\[([^\[\]]+)\]\(([^\s()]+)\)",
        lambda link: link[1] if prose.is_pointer(link[2]) and not exists(link[2]) else link[0],
        text,
    )
