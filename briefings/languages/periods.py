"""The part of a pack for periods: words that begin, end and compare them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .defaults import NOTHING, Words
from .refusals import NO_PHRASES, ByFirstWord, Phrases


@dataclass(frozen=True, eq=False, kw_only=True)
class PeriodWords:
    """Words for reading periods (extract.figures.periods, named_periods, dating)."""

    # Words with which a period may begin, besides months, years and signs such as Q1.
    openers: Words = NOTHING
    # Beginnings: "since"; words after it that make it no time; words before it that make it a
    # comparison ("the lowest since 1969"); "the beginning of"; how both are displayed.
    since: Words = NOTHING
    no_time: Words = NOTHING
    superlatives: Words = NOTHING
    starts: Phrases = NO_PHRASES
    since_shown: str = ""
    since_start_shown: str = ""
    # Words that end the phrase of "since": a new subject, or a verb; and irregular past forms that
    # may be the verb of its clause ("took effect"), and forms that are never the first verb.
    new_subjects: Words = NOTHING
    new_verbs: Words = NOTHING
    begun: Words = NOTHING
    inner_verbs: Words = NOTHING
    # The word that begins a clause on an earlier event ("after the bill was signed").
    afterwards: Words = NOTHING
    # Spans: "from January to May", "between May and June".
    begins: Words = NOTHING
    between: Words = NOTHING
    links: Words = NOTHING
    between_links: Words = NOTHING
    # Ends: "by", "until", "as of", "at the end of"; parts of a year ("by the middle of").
    limits: Words = NOTHING
    at: Words = NOTHING
    by: Words = NOTHING
    as_of: Mapping[str, str] = field(default_factory=dict)
    ends: Phrases = NO_PHRASES
    parts: Phrases = NO_PHRASES
    # Words that show whether an end is in the future.
    expecting: Words = NOTHING
    past_forms: Words = NOTHING
    # Repetition: "every year", "annually"; "year on year".
    each: Words = NOTHING
    each_units: Words = NOTHING
    yearly: Words = NOTHING
    yearly_pairs: Phrases = NO_PHRASES
    yearly_shown: str = ""
    year_on_year: ByFirstWord = field(default_factory=dict)
    year_on_year_shown: str = ""
    # Bases of comparison: "compared with", "than in", "against"; pairs of words, those that
    # need a year directly after them, and those that need "the same period".
    bases: Words = NOTHING
    base_pairs: Phrases = NO_PHRASES
    year_bases: Words = NOTHING
    loose_bases: Words = NOTHING
    same_period: Phrases = NO_PHRASES
    # The same period again ("over that same period"), and comparing words before it.
    again: ByFirstWord = field(default_factory=dict)
    # Names: prepositions before a year, month or day; articles before quarters; "early", "late".
    within: Words = NOTHING
    months_after: Words = NOTHING
    on: Words = NOTHING
    year_after: Words = NOTHING
    articles: Words = NOTHING
    rough: Words = NOTHING
    quarters: Mapping[str, int] = field(default_factory=dict)
    part_sizes: Mapping[str, int] = field(default_factory=dict)
    first: Words = NOTHING
    counts: Mapping[str, int] = field(default_factory=dict)
    months: Words = NOTHING
    of: Words = NOTHING
    # The word displayed between a part of a year and its year, and letters for such parts with
    # their number of months: Q1, H2.
    of_shown: str = " "
    part_signs: Mapping[str, int] = field(default_factory=dict)
    # "This year", "last year", and their distance from the present year; the words for one alone.
    years: Mapping[tuple[str, str], int] = field(default_factory=dict)
    relative: Mapping[str, int] = field(default_factory=dict)
    year: Words = NOTHING
    # What is compared with last year: "last year's figures".
    measures: Words = NOTHING
    # Words before a period with which a change is compared: "up 9% on the first half of 2023".
    held_against: Words = NOTHING
    # What is dated in a share: "80% of the level last year".
    levels: Words = NOTHING
    and_next: Phrases = NO_PHRASES
    fiscal_pairs: Phrases = NO_PHRASES
    fiscal: Words = NOTHING
    # "The past decade", "the last five years".
    past: Words = NOTHING
    the: Words = NOTHING
    stretches: Words = NOTHING
    # Twelve months that end in one: "the year to June 1999".
    ending: Words = NOTHING
    year_to_shown: str = ""
    seasons: Words = NOTHING
    # Relative clauses, plans that are reported, words for the present, and expectations.
    relatives: Words = NOTHING
    telling: Words = NOTHING
    planned: Words = NOTHING
    foretold: Words = NOTHING
    now: Words = NOTHING
    # An undertaking as a period: "during the campaign".
    during: Words = NOTHING
    definite: Words = NOTHING
    from_: Words = NOTHING
