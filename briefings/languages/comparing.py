"""The part of a pack for texts of one event that differ (relate.compare)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparing:
    """Patterns, by the module of relate.compare that uses them."""

    # A date, with the groups d1, m1, y1 or d2, m2, y1 (a day), l3, m3, y3 (a month after a word
    # such as "since") or l4, y4 (a year), some of which may be missing; words before a date that is
    # a base or a span; those that may begin a span; an article before these (dates).
    date: Pattern = NEVER
    date_in_other_use: Pattern = NEVER
    begins: Words = NOTHING
    lead_article: str = ""
    # A role after a name, in the group `role`; a role's `title` and the `rest`; the event itself; a
    # reference to it, in group 1 (offices).
    apposition: Pattern = NEVER
    role: Pattern = NEVER
    event: Pattern = NEVER
    pointed: Pattern = NEVER
    # Function words in the name of an office; words between it and its body; words around it
    # (offices).
    small_in_office: Pattern = NEVER
    within_office: Pattern = NEVER
    around_office: Pattern = NEVER
    # A word that makes a title that of another person: "deputy" (weight).
    rank: Pattern = NEVER
    # Mutually exclusive outcomes of a count, by field (outcomes).
    outcomes: tuple[tuple[Pattern, ...], ...] = ()
    # Comparing words directly before a number; the time for which an amount is, in group 1; words
    # of denial (stated_numbers).
    before_number: Pattern = NEVER
    each: Pattern = NEVER
    denial: Pattern = NEVER
    # Words from a whole to its part: "including"; what is counted, after a number (wholes).
    part: Pattern = NEVER
    counted_thing: Pattern = NEVER
    # The future, and its `verb` in the passive and the active; the `verb` of a past act; plans;
    # past forms, words that only look like them, and relative clauses (wordings).
    future: Pattern = NEVER
    to_come: Pattern = NEVER
    to_do: Pattern = NEVER
    done: Pattern = NEVER
    plan: Pattern = NEVER
    past: Pattern = NEVER
    no_past: Words = NOTHING
    relative: Pattern = NEVER
    # A name, in group 1 within quotation marks, otherwise in group 2; a campaign by its name or
    # aim, and words of such names that are not distinctive (wordings).
    name: Pattern = NEVER
    campaign: Pattern = NEVER
    campaign_words: str = ""
