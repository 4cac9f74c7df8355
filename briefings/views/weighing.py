"""Which marks of a text a reader needs: those that the level *essential* of the annotations shows.

Essential are notes that an editor calls so, figures that belong to an indicator or to a difference
between texts, and the first use in a briefing of a term that needs explaining.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from briefings import urls
from briefings.markup import settle
from briefings.model import Passage, Term, TermKind
from briefings.model.page import Mark

# Kinds of terms that officials coin: nobody knows from the words what exactly they mean.  Names of
# places, bodies, laws and events say whose names they are, offences and things counted are words of
# everyday language.
_COINED: frozenset[TermKind] = frozenset(("measure", "operation", "policy", "slogan"))
_QUOTATION_MARKS = '"“”‘’'


def needs_explaining(term: Term, words: str) -> bool:
    """Whether a reader who meets a term in these words should be told what it is.

    An editor's `explain` decides.  Else it has a definition, and either its kind is one of those
    that officials coin, or the words are an abbreviation (MPS) or stand in quotation marks.
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
    """The marks of a briefing's passages, each with whether it is essential.

    `marks` are by passage, `passages` in the order of the page, `terms` by id; `is_followed` says
    of a figure's id whether an indicator or a difference has it.
    """
    by_url = {urls.term_url(id_): term for id_, term in terms.items()}
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
    marks: Mapping[str, list[Mark]], passages: Mapping[str, Passage], terms: Mapping[str, Term]
) -> Iterator[tuple[str, Mark]]:
    """The first mark of each term in words that need explaining, with its passage.

    A mark that gives way to a longer one is not seen, and so does not count.
    """
    met: set[str] = set()
    for id_, passage in passages.items():
        words = [one for one in marks.get(id_, ()) if one.number is None]
        for mark in settle(words, len(passage.text)):
            url = mark.url or ""
            if mark.kind != "term" or url in met or url not in terms:
                continue
            if needs_explaining(terms[url], passage.text[mark.start : mark.end]):
                met.add(url)
                yield id_, mark
