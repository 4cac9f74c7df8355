"""What a pack holds for two texts of one event that say something differently (relate.compare)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparing:
    """Patterns, each by the module of relate.compare that asks for it."""

    # A date, with groups d1, m1, y1 or d2, m2, y1 (a day), l3, m3, y3 (a month behind a word such
    # as "since") or l4, y4 (a year), of which it may leave out some; words before one that is a
    # base or a span; those of them that may begin a span; what those words may begin with (dates).
    date: Pattern = NEVER
    date_in_other_use: Pattern = NEVER
    begins: Words = NOTHING
    lead_article: str = ""
    # A role behind a name, in the group `role`; a role's `title` and the `rest`; the event itself;
    # the same where it is pointed at, in group 1 (offices).
    apposition: Pattern = NEVER
    role: Pattern = NEVER
    event: Pattern = NEVER
    pointed: Pattern = NEVER
    # Small words of an office's name; what parts it from the body that it belongs to; what stands
    # around it (offices).
    small_in_office: Pattern = NEVER
    within_office: Pattern = NEVER
    around_office: Pattern = NEVER
    # What makes of a title that of somebody else: deputy (weight).
    rank: Pattern = NEVER
    # Of what is counted a text tells one outcome of a field: each excludes the others (outcomes).
    outcomes: tuple[tuple[Pattern, ...], ...] = ()
    # Comparing words at the end of what stands before a number; how long an amount is for, the time
    # in group 1; words of denial (stated_numbers).
    before_number: Pattern = NEVER
    each: Pattern = NEVER
    denial: Pattern = NEVER
    # From a whole to its part: including; what is counted, behind a number (wholes).
    part: Pattern = NEVER
    counted_thing: Pattern = NEVER
    # What is to come, and its `verb` in the passive and in the active; a `verb` of what was done;
    # plans; what is past, words that only look like it, and clauses that say which one is meant
    # (wordings).
    future: Pattern = NEVER
    to_come: Pattern = NEVER
    to_do: Pattern = NEVER
    done: Pattern = NEVER
    plan: Pattern = NEVER
    past: Pattern = NEVER
    no_past: Words = NOTHING
    relative: Pattern = NEVER
    # A name, in group 1 within quotation marks, else in group 2; a campaign by its name or its aim,
    # and words of such names that tell nothing (wordings).
    name: Pattern = NEVER
    campaign: Pattern = NEVER
    campaign_words: str = ""
