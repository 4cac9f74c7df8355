"""Function words used by single rules for figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.figures import Direction
from .defaults import NOTHING, Words
from .refusals import NO_PHRASES, Phrases


@dataclass(frozen=True, eq=False, kw_only=True)
class SmallWords:
    """Words that show to what a number belongs; each with the module of extract.figures."""

    # The word between items of a list ("and"), also before the last one (all modules).
    and_: Words = NOTHING
    # Words between a number and one with the same noun: "17 of 20 districts" (carrying).
    sharing: Words = NOTHING
    out_of: Phrases = NO_PHRASES
    # "In the former": words after a number that belongs to one of the two before it (carrying).
    referring: Phrases = NO_PHRASES
    # Words before a duration: "a total of", "the past" (about, relations).
    before_stretch: Words = NOTHING
    # Words that open a clause but are not part of its subject; adverbs that act like verbs ("ran
    # out"); words kept before a noun: "no accidents" (about).
    opening: Words = NOTHING
    outward: Words = NOTHING
    no: Words = NOTHING
    # Degree words used as verbs before a size: "up 3%" (changes, relations).
    up_down: Words = NOTHING
    # Verbs before a share of the subject itself: "shares lost 3%" (changes).
    gaining: Mapping[str, Direction] = field(default_factory=dict)
    # Words between a noun for a change and its size: "a drop in rate of 3%" (changes).
    before_of: Words = NOTHING
    # Words between a verb of change and "to" that show that no change ends there (changes).
    before_to: Words = NOTHING
    # Words after a number that compare: "30 more than", "3% above" (changes).
    more_than: Phrases = NO_PHRASES
    beside: Mapping[str, Direction] = field(default_factory=dict)
    # Prepositions before the size of a subject without a verb: "and deaths at 30,000" (clauses).
    at_size: Words = NOTHING
    # Nouns before "of" and a size that name nothing: "a total of 3%" (clauses).
    unspecific: Words = NOTHING
    # Words around the object of a verb of change that are not part of it (clauses).
    around_object: Words = NOTHING
    # Words that begin a time, not an object: "last (year)" (clauses).
    before_time: Words = NOTHING
    # Words between the changes of one list: "by 3% in the former and 5% in the latter" (relations).
    between_changes: Words = NOTHING
    # Words before a year at the end of a subject, which is left out (subject).
    before_year: Words = NOTHING
    # Words before the undertaking of a passage: "during (the campaign)" (dating).
    inside: Words = NOTHING
