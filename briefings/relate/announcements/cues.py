"""Decide which sentences announce something, by which words, and whether it can be verified.

A sentence announces what somebody on the speaker's side will do. It is an `announcement` if it
names an act that can be observed (a visit, a law, a campaign), or says when or how much. Otherwise
it is `resolve`: to continue, to strengthen, to strive. Hopes about others, statements by others,
and what is postponed or refused are neither.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from briefings.languages import Language

from . import deeds
from .clauses import clauses, may_be_ahead
from .judging import ClauseJudge, Cue
from .lexicon import Lexicon, lexicon_of
from .words import words_in

_QUESTION = re.compile(r"\?[\"”’']*$")


def settle(sentence_cues: tuple[Cue, ...], bodies: Collection[str]) -> Cue | None:
    """Choose from the result of `cues`, given the acronyms of bodies that speak in the corpus."""
    for cue in sentence_cues:
        if cue.body is None or cue.body in bodies:
            return cue if cue.kind else None
    return None


def cues(
    sentence: str, date: str | None, own: Collection[str], language: Language
) -> tuple[Cue, ...]:
    """Return what a sentence that is no courtesy announces, by acting body; the first known one
    counts.

    >>> from briefings.languages import ENGLISH
    >>> [(cue.body, cue.kind) for cue in cues("The MPS will publish it.", None, (), ENGLISH)]
    [('MPS', 'release')]
    """
    lexicon = lexicon_of(language)
    ahead = may_be_ahead(lexicon, sentence) and not _QUESTION.search(sentence)
    if not ahead or _is_past(lexicon, sentence, date):
        return ()
    return tuple(_cues(lexicon, sentence, own))


def _cues(lexicon: Lexicon, sentence: str, own: Collection[str]) -> Iterator[Cue]:
    words = words_in(sentence, lexicon.language)
    ahead = list(clauses(lexicon, words))
    if not ahead:
        return
    timed = deeds.times(lexicon, words)
    for clause in ahead:
        cue = ClauseJudge(lexicon, sentence, words, clause, own, timed).cue()
        if cue is not None:
            yield cue
            if cue.body is None:
                return


def _is_past(lexicon: Lexicon, sentence: str, date: str | None) -> bool:
    years = [int(year) for year in lexicon.pack.in_year.findall(sentence)]
    return bool(years and date and not date.startswith("-") and max(years) < int(date[:4]))
