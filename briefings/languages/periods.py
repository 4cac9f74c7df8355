"""What a pack holds for periods: words that open, end and compare them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .defaults import NOTHING, Words
from .refusals import NO_PHRASES, ByFirstWord, Phrases


@dataclass(frozen=True, eq=False, kw_only=True)
class PeriodWords:
    """Words by which a period is read (extract.figures.periods, named_periods, dating)."""

    # Words that a period may begin with, besides months, years and signs such as Q1.
    openers: Words = NOTHING
    # Beginnings: since, with what follows it where it names no time; what before it makes it a
    # comparison (the lowest since 1969); "the beginning of"; how both are shown.
    since: Words = NOTHING
    no_time: Words = NOTHING
    superlatives: Words = NOTHING
    starts: Phrases = NO_PHRASES
    since_shown: str = ""
    since_start_shown: str = ""
    # Words that end the phrase of "since": a new subject, or a verb.
    new_subjects: Words = NOTHING
    new_verbs: Words = NOTHING
    # Spans: from January to May, between May and June.
    begins: Words = NOTHING
    between: Words = NOTHING
    links: Words = NOTHING
    between_links: Words = NOTHING
    # Ends: by, until, as of, at the end of; parts of a year (by the middle of).
    limits: Words = NOTHING
    at: Words = NOTHING
    by: Words = NOTHING
    as_of: Mapping[str, str] = field(default_factory=dict)
    ends: Phrases = NO_PHRASES
    parts: Phrases = NO_PHRASES
    # What shows that an end is still to come.
    expecting: Words = NOTHING
    past_forms: Words = NOTHING
    # Repetition: every year, annually; year on year.
    each: Words = NOTHING
    each_units: Words = NOTHING
    yearly: Words = NOTHING
    yearly_pairs: Phrases = NO_PHRASES
    yearly_shown: str = ""
    year_on_year: ByFirstWord = field(default_factory=dict)
    year_on_year_shown: str = ""
    # Bases of comparison: compared with, than in, against; those that need "with", those that need
    # a year at once, and those that need one of their own sentence.
    bases: Words = NOTHING
    base_pairs: Phrases = NO_PHRASES
    pairing: Words = NOTHING
    year_bases: Words = NOTHING
    loose_bases: Words = NOTHING
    same_period: Phrases = NO_PHRASES
    # The same stretch again ("over that same period"), and words before it that compare.
    again: ByFirstWord = field(default_factory=dict)
    # Names: prepositions before a year or month; articles before quarters; early, late.
    within: Words = NOTHING
    months_after: Words = NOTHING
    year_after: Words = NOTHING
    articles: Words = NOTHING
    rough: Words = NOTHING
    quarters: Mapping[str, int] = field(default_factory=dict)
    part_sizes: Mapping[str, int] = field(default_factory=dict)
    first: Words = NOTHING
    counts: Mapping[str, int] = field(default_factory=dict)
    months: Words = NOTHING
    of: Words = NOTHING
    # What joins a part of a year to its year as both are shown, and letters for such parts with
    # how many months they have: Q1, H2.
    of_shown: str = " "
    part_signs: Mapping[str, int] = field(default_factory=dict)
    # This year, last year, and what they are from the day on; how one is named alone.
    years: Mapping[tuple[str, str], int] = field(default_factory=dict)
    relative: Mapping[str, int] = field(default_factory=dict)
    year: Words = NOTHING
    # What of last year one compares with: last year's figures.
    measures: Words = NOTHING
    # Words before a stretch of time that a change is held against: up 9% on the first half of 2023.
    held_against: Words = NOTHING
    # What a share of it dates: 80% of the level last year.
    levels: Words = NOTHING
    and_next: Phrases = NO_PHRASES
    fiscal_pairs: Phrases = NO_PHRASES
    fiscal: Words = NOTHING
    # The past decade, the last five years.
    past: Words = NOTHING
    lasting: Words = NOTHING
    the: Words = NOTHING
    stretches: Words = NOTHING
    # Twelve months that end in one: the year to June 1999.
    ending: Words = NOTHING
    year_to_shown: str = ""
    seasons: Words = NOTHING
    # Clauses that stand aside, a plan that is told of, words for now, and what is not yet so.
    relatives: Words = NOTHING
    telling: Words = NOTHING
    planned: Words = NOTHING
    foretold: Words = NOTHING
    now: Words = NOTHING
    # An undertaking as a period: during the campaign.
    during: Words = NOTHING
    definite: Words = NOTHING
    compared: Phrases = NO_PHRASES
    from_: Words = NOTHING
