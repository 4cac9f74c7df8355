"""What a sentence announces by itself."""

from __future__ import annotations

from collections.abc import Collection

from briefings.languages import ENGLISH, Language
from briefings.relate.announcements.cues import cues, settle
from briefings.relate.announcements.judging import Cue
from briefings.relate.sentences import courteous


def announces(
    sentence: str,
    date: str | None = None,
    bodies: Collection[str] = (),
    own: Collection[str] = (),
    language: Language = ENGLISH,
) -> Cue | None:
    """Return how a sentence announces something, or None.

    `date` is the day of its briefing, `bodies` are acronyms of bodies that speak in the corpus, and
    `own` names of the speaker's side.
    """
    if courteous(sentence, language):
        return None
    return settle(cues(sentence, date, own, language), bodies)
