"""Decide which sentences announce something, by which words, and whether it can be verified.

A sentence announces what somebody on the speaker's side will do. It is an `announcement` if it
names an act that can be observed (a visit, a law, a campaign), or says when or how much. Otherwise
it is `resolve`: to continue, to strengthen, to strive. Hopes about others, statements by others,
and what is postponed or refused are neither.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from briefings.languages import ENGLISH, Language

from ..sentences import courteous
from . import deeds
from .actors import own_names
from .clauses import clauses, may_be_ahead
from .judging import ClauseJudge, Cue
from .lexicon import Lexicon, lexicon_of
from .words import words_in

__all__ = ["Cue", "announces", "cues", "own_names", "settle"]

_QUESTION = re.compile(r"\?[\"”’']*$")


def announces(
    sentence: str,
    date: str | None = None,
    bodies: Collection[str] = (),
    own: Collection[str] = (),
    language: Language = ENGLISH,
) -> Cue | None:
    """Return how a sentence announces something, or None.

    A sentence about a year that was over on `date` announces nothing, whatever its tense. Of bodies
    known by acronyms, only those in `bodies` count here. `own` are names of the speaker's side (see
    `own_names`).

    >>> announces("Next, the ministry will open 40 clinics.").why
    ('act', 'number')
    >>> announces("We will continue to work hard.").sort
    'resolve'
    >>> announces("Any delay will lead to losses.") is None
    True
    """
    if courteous(sentence, language):
        return None
    return settle(cues(sentence, date, own, language), bodies)


def settle(sentence_cues: tuple[Cue, ...], bodies: Collection[str]) -> Cue | None:
    """Choose from the result of `cues`, given the acronyms of bodies that speak in the corpus."""
    for cue in sentence_cues:
        if cue.body is None or cue.body in bodies:
            return cue if cue.kind else None
    return None


def cues(
    sentence: str,
    date: str | None = None,
    own: Collection[str] = (),
    language: Language = ENGLISH,
) -> tuple[Cue, ...]:
    """Return what a sentence that is no courtesy announces, by acting body; the first known one
    counts.

    >>> [(cue.body, cue.kind) for cue in cues("The MPS will publish it.")]
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
