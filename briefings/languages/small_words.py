"""Small words of a language that single rules of figures ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.figures import Direction
from .defaults import NOTHING, Words
from .refusals import NO_PHRASES, Phrases


@dataclass(frozen=True, eq=False, kw_only=True)
class SmallWords:
    """Words that tell what a number belongs to; each with the module of extract.figures."""

    # What joins the parts of a list ("and"), also in front of its last part (all modules).
    and_: Words = NOTHING
    # Between a number and one that shares its noun: 17 of 20 districts (carrying).
    sharing: Words = NOTHING
    out_of: Phrases = NO_PHRASES
    # "In the former": behind a number that belongs to one of the two before it (carrying).
    referring: Phrases = NO_PHRASES
    # Before a stretch of time that says how long: a total of, the past (about, relations).
    before_stretch: Words = NOTHING
    # What opens a clause and is no part of its subject; adverbs that act as a verb does ("ran
    # out"); what keeps its place before a noun: no accidents (about).
    opening: Words = NOTHING
    outward: Words = NOTHING
    no: Words = NOTHING
    # Degrees that are verbs before a size: up 3% (changes, relations).
    up_down: Words = NOTHING
    # Verbs before a share of something itself: shares lost 3% (changes).
    gaining: Mapping[str, Direction] = field(default_factory=dict)
    # Between a noun for a change and its size: a drop in rate of 3% (changes).
    before_of: Words = NOTHING
    # What between a verb of change and "to" says that no change ends there (changes).
    before_to: Words = NOTHING
    # Behind a number that compares: 30 more than; loose words that stand before no noun for a
    # change; 3% above (changes).
    more_than: Phrases = NO_PHRASES
    not_behind: Words = NOTHING
    beside: Mapping[str, Direction] = field(default_factory=dict)
    # Prepositions before the size of a subject without a verb: and deaths at 30,000 (clauses).
    at_size: Words = NOTHING
    # Nouns before "of" and a size that say nothing of what: a total of 3% (clauses).
    unspecific: Words = NOTHING
    # Around what a verb of change changes: these are no part of it (clauses).
    around_object: Words = NOTHING
    behind_object: Words = NOTHING
    # What begins a time and not what a verb changes: last (year) (clauses).
    before_time: Words = NOTHING
    # Between the changes of one list: by 3% in the former and 5% in the latter (relations).
    between_changes: Words = NOTHING
    # Before a year at the end of a subject, which is left out of it (subject).
    before_year: Words = NOTHING
    # Before the undertaking of a passage: during (the campaign) (dating).
    inside: Words = NOTHING
