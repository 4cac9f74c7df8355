"""Evidence for and against two texts recording the same event, and the verdict drawn from it."""

from __future__ import annotations

from typing import Literal

from rapidfuzz import fuzz

from ..ids import briefing_slug
from ..languages import ENGLISH, Language, language_of
from ..likeness import contained
from ..model import JoinEvidence
from .features import Features

Verdict = Literal["same", "unsure", "apart"]

# Shares of the shorter text that also occur in the longer one.
RETOLD = 0.10
MOSTLY_THE_SAME = 0.50
SAME_TEXT = 0.90
# The scores from which two texts of one day are joined, and from which an editor is asked.
ENOUGH = 4.0
WORTH_ASKING = 3.0
_ALIKE = 90.0
_SUBJECT_ALIKE = 85.0
_SUBJECT_OTHER = 45.0


def evidence(a: Features, b: Features, of_a: frozenset[int], of_b: frozenset[int]) -> JoinEvidence:
    """Compare two texts and return everything that they say about their events.

    `of_a` and `of_b` are their word shingles, see `likeness.shingles`.
    """
    people_a, people_b = set(a.people), set(b.people)
    return JoinEvidence(
        source=b.source,
        other=a.source,
        by_editors=a.event is not None and a.event == b.event,
        day=_same_day(a.date, b.date),
        hour=_equal(
            minutes(a.time, language_of(a.language)), minutes(b.time, language_of(b.language))
        ),
        place=_alike(a.place, b.place),
        host=_alike(a.host, b.host),
        title=_same_title(a.title, b.title),
        number=_same_number(a, b),
        people=len(people_a & people_b),
        people_of=min(len(people_a), len(people_b)),
        text=contained(of_a, of_b),
    )


def verdict(shared: JoinEvidence, a: Features, b: Features) -> Verdict:
    """Decide whether two texts of one day record the same event; "unsure" asks an editor."""
    both_dated = not any((text.date or "--").startswith("--") for text in (a, b))
    if shared.number is False:
        return "same" if shared.text >= SAME_TEXT else "apart"
    points = _points(shared, a, b, both_dated)
    if points >= ENOUGH and _told_by_both(shared, a, b):
        return "same"
    asks = shared.people >= 2 or shared.text >= RETOLD or points >= WORTH_ASKING
    return "unsure" if asks else "apart"


def _told_by_both(shared: JoinEvidence, a: Features, b: Features) -> bool:
    """Return whether the texts themselves show that they record the same event.

    A ministry may hold two conferences on one day with the same host, chair, officials and
    formulas. Two full transcripts count as the same event only if they share most of their words;
    or if they share some words and two people, an hour, or a number in a series, and do not state
    different hours.
    """
    if a.kind != "transcript" or b.kind != "transcript":
        return True
    if shared.text >= MOSTLY_THE_SAME:
        return True
    if shared.hour is False:
        return False
    repeated = shared.text >= RETOLD and shared.people >= 2
    return bool(repeated or shared.hour or shared.number)


def _points(shared: JoinEvidence, a: Features, b: Features, dated: bool) -> float:
    """Return the weighted sum of the evidence. Two shared officials alone, or a shared title alone,
    are never enough."""
    points = 0.0
    if shared.text >= MOSTLY_THE_SAME:
        points += 8
    elif shared.text >= RETOLD:
        points += 4
    elif shared.text >= RETOLD / 4:
        points += 1
    points += min(shared.people, 3)
    if shared.people >= 2 and shared.people == shared.people_of:
        points += 1
    # A report names few of the speakers and rarely states the hour.
    if "article" in (a.kind, b.kind) and shared.people and dated:
        points += 1
    if shared.title:
        points += 2 if shared.people or "partial-transcript" in (a.kind, b.kind) else 1
        points += 1 if dated else 0
    for same, weight_for, weight_against in (
        (shared.number, 4, 0),
        (shared.hour, 1.5, 4),
        (shared.place, 0.5, 1),
        (shared.host, 1, 0),
        (shared.title, 0, 1),
    ):
        points += weight_for if same else 0
        points -= weight_against if same is False else 0
    return points


def minutes(time: str | None, language: Language = ENGLISH) -> int | None:
    """Convert a time of day, as written in a source, to minutes since midnight, or return None.

    >>> minutes("10 a.m."), minutes("4:30 pm"), minutes("16:30"), minutes("noon"), minutes("soon")
    (600, 990, 990, 720, None)
    """
    if not time:
        return None
    if time.strip().casefold() in language.calendar.noon:
        return 12 * 60
    match = language.calendar.clock.search(time)
    if not match:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def _equal(a: object, b: object) -> bool | None:
    return None if a is None or b is None else a == b


def _same_day(a: str | None, b: str | None) -> bool | None:
    """Compare two dates, ignoring the year if either of them has none."""
    if a is None or b is None:
        return None
    if a.startswith("--") or b.startswith("--"):
        return a[-5:] == b[-5:]
    return a == b


def _alike(a: str | None, b: str | None) -> bool | None:
    if not a or not b:
        return None
    return fuzz.token_set_ratio(a.casefold(), b.casefold()) >= _ALIKE


def _same_title(a: str | None, b: str | None) -> bool | None:
    """Return True for titles on the same subject, False for different subjects, None if
    undecided."""
    if not a or not b:
        return None
    if a.casefold() == b.casefold():
        return True
    alike = fuzz.token_set_ratio(_subject(a), _subject(b))
    return True if alike >= _SUBJECT_ALIKE else False if alike < _SUBJECT_OTHER else None


def _subject(title: str) -> str:
    """Return the subject of a title, in the words that its slug would have."""
    return briefing_slug(None, title).removeprefix("undated-").replace("-", " ")


def _same_number(a: Features, b: Features) -> bool | None:
    """Compare the publisher's numbers; return None unless both belong to the same series."""
    if a.number is None or b.number is None or (a.series or "") != (b.series or ""):
        return None
    return a.number == b.number
