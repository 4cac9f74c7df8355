"""Decide which marks are essential, that is, shown at the level *essential* of the annotations.

Essential are notes that editors mark so, figures with an indicator or a discrepancy, and the first
use in a briefing of a term that needs explanation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from briefings import urls
from briefings.markup import settle
from briefings.model import Passage, Term, TermKind
from briefings.model.page import Mark

# Kinds of terms coined by officials, whose meaning is not clear from the words. Names of places,
# bodies, laws and events explain themselves; offences and things counted are everyday words.
_COINED: frozenset[TermKind] = frozenset(("measure", "operation", "policy", "slogan"))
_QUOTATION_MARKS = '"“”‘’'


def needs_explaining(term: Term, words: str) -> bool:
    """Return whether readers who meet a term in these words need an explanation.

    An editor's `explain` decides. Without it, the term must have a definition, and either be of a
    kind coined by officials, or be written as an abbreviation (MPS) or in quotation marks.
    """
    entry = term.entry
    if entry.explain is not None:
        return entry.explain
    if not entry.definition:
        return False
    return entry.kind in _COINED or _is_abbreviation(words) or words[:1] in _QUOTATION_MARKS


def _is_abbreviation(words: str) -> bool:
    return len(words) > 1 and words.isupper() and words.isalnum()


def weighed(
    marks: Mapping[str, list[Mark]],
    passages: Mapping[str, Passage],
    terms: Mapping[str, Term],
    is_followed: Callable[[str], bool],
) -> dict[str, list[Mark]]:
    """Return the marks of a briefing's passages, with `essential` set.

    `marks` are by passage id, `passages` are in page order, and `terms` are by id. `is_followed`
    returns whether a figure, given by id, has an indicator or a discrepancy.
    """
    by_url: dict[str | None, Term] = {urls.term_url(id_): term for id_, term in terms.items()}
    firsts = set(_first_uses(marks, passages, by_url))

    def is_essential(id_: str, mark: Mark) -> bool:
        if mark.kind == "figure":
            return is_followed((mark.url or "").partition("#")[2])
        return mark.essential or (id_, mark) in firsts

    return {
        id_: [replace(mark, essential=is_essential(id_, mark)) for mark in marks[id_]]
        for id_ in passages
        if id_ in marks
    }


def _first_uses(
    marks: Mapping[str, list[Mark]],
    passages: Mapping[str, Passage],
    terms: Mapping[str | None, Term],
) -> Iterator[tuple[str, Mark]]:
    """Yield the first mark of each term whose words need explanation, with its passage id.

    A mark that is hidden by a longer one does not count.
    """
    met: set[str | None] = set()
    for id_, passage in passages.items():
        words = [mark for mark in marks.get(id_, ()) if mark.number is None]
        for mark in settle(words, len(passage.text)):
            term = terms.get(mark.url)
            if term is None or mark.url in met:
                continue
            if needs_explaining(term, passage.text[mark.start : mark.end]):
                met.add(mark.url)
                yield id_, mark
