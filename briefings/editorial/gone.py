"""Sources that `editorial/` speaks of and that are not there: one error each, and nothing more.

What refers to such a source is taken out of what the stages see, since every one of them would
report the same cause again, passage by passage.
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
    editorial: Editorial, ids: Collection[str], problems: Problems, unread: Collection[str] = ()
) -> Editorial:
    """What editors wrote, without what is said of sources that are not there.

    `ids` are the sources that were read; `unread` those whose files are there and could not be
    read, of which a problem tells already.
    """
    _distinct(editorial, ids, problems)
    found: dict[str, list[Where]] = {}
    for source, where in _references(editorial):
        # `000.1` is an earlier edition of 000: whoever looks the passage up says what became of it.
        if source not in ids and _EDITION.sub("", source) not in ids:
            found.setdefault(source, []).append(where)
    if not found:
        return editorial
    for source, wheres in sorted(found.items()):
        if source in unread:
            continue
        _tell(source, wheres, editorial, ids, problems)
    return _without(editorial, found)


def _distinct(editorial: Editorial, ids: Collection[str], problems: Problems) -> None:
    """A source is told apart from other ones."""
    for name, settings in editorial.sources.items():
        for other in settings.distinct_from:
            if settings.where and (other not in ids or other == name):
                problems.error(
                    "unknown-source", settings.where.path,
                    f"'distinct_from' names '{other}', which is not another source",
                    advise(other, [id_ for id_ in ids if id_ != name]),
                )  # fmt: skip


def _tell(
    source: str,
    wheres: list[Where],
    editorial: Editorial,
    ids: Collection[str],
    problems: Problems,
) -> None:
    files = Counter(where.path for where in wheres)
    told = ", ".join(f"{path} ({n})" for path, n in sorted(files.items()))
    settings = editorial.sources.get(source)
    first, line, column = wheres[0].path, wheres[0].line, wheres[0].column
    if settings and settings.where:
        first, line, column = settings.where.path, 0, 0
    # What many places name was there once; a misspelt id stands in one or two.
    misspelt = f"; {advise(source, ids)}" if len(wheres) < _MANY else ""
    problems.error(
        "unknown-source", first,
        f"there is no source '{source}': {_references_words(len(wheres))} it, in {told}",
        f"put its file back into seeds/, or remove these references{misspelt}", line, column,
    )  # fmt: skip


def _references_words(number: int) -> str:
    return "1 place refers to" if number == 1 else f"{number} places refer to"


def _source(pointer: str) -> str:
    """The source that a pointer names: of `000:57` and of `000-t2p1` it is 000."""
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
    """What is left without pointers into sources that are gone.

    Rulings on records go altogether: without a source others are found.
    """

    def there(pointer: str) -> bool:
        return _source(pointer) not in gone

    def known(figure: str) -> bool:
        return not any(f"-{source}-" in figure for source in gone)

    return replace(
        editorial,
        sources={name: one for name, one in editorial.sources.items() if there(name)},
        glossary=tuple(
            kept for term in editorial.glossary if (kept := _term(term, there)) is not None
        ),
        notes=tuple(left for note in editorial.notes if (left := _note(note, there)) is not None),
        topics=tuple(_topic(topic, there) for topic in editorial.topics),
        indicators=tuple(
            replace(
                one,
                figures=tuple(filter(known, one.figures)),
                not_figures=tuple(filter(known, one.not_figures)),
                series=tuple(pair for pair in one.series if known(pair[0])),
            )
            for one in editorial.indicators
        ),
        discrepancies=(),
    )


def _term(term: TermEntry, there: Callable[[str], bool]) -> TermEntry | None:
    renderings = []
    for rendering in term.renderings:
        sources = tuple(source for source in rendering.sources if there(source))
        if sources or not rendering.sources:
            renderings.append(replace(rendering, sources=sources))
    if not renderings:
        return None
    return replace(
        term,
        renderings=tuple(renderings),
        quotations=tuple(one for one in term.quotations if there(one.passage)),
        explanation=_unlinked(term.explanation, there),
    )


def _note(note: NoteEntry, there: Callable[[str], bool]) -> NoteEntry | None:
    quotations = tuple(one for one in note.quotations if there(one.passage))
    if not quotations:
        return None
    see = [pair for pair in zip(note.see, note.see_wheres, strict=True) if there(pair[0])]
    return replace(
        note,
        quotations=quotations,
        text=_unlinked(note.text, there) or note.text,
        see=tuple(pointer for pointer, _ in see),
        see_wheres=tuple(where for _, where in see),
    )


def _topic(topic: TopicEntry, there: Callable[[str], bool]) -> TopicEntry:
    kept = [pair for pair in zip(topic.passages, topic.wheres, strict=True) if there(pair[0])]
    return replace(
        topic,
        passages=tuple(pointer for pointer, _ in kept),
        wheres=tuple(where for _, where in kept),
    )


def _unlinked(text: str | None, there: Callable[[str], bool]) -> str | None:
    """The text with links to what is not there as plain words."""
    if not text:
        return text
    return re.sub(
        r"\[([^\[\]]+)\]\(([^\s()]+)\)",
        lambda link: link[1] if prose.is_pointer(link[2]) and not there(link[2]) else link[0],
        text,
    )
