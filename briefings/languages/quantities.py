"""The part of a pack for figures: numbers, units, and word classes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from ..model.figures import Direction
from .defaults import NEVER, NOTHING, Pattern, Words
from .refusals import ByFirstWord


@dataclass(frozen=True, eq=False, kw_only=True)
class Numerals:
    """Numbers in digits and in words (extract.figures)."""

    # The thousands and decimal separators, and the valid grouping of digits; other groupings are
    # refused as ambiguous.
    group_sign: str = ","
    decimal_sign: str = "."
    groups: Pattern = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
    # Dates that are single tokens, besides those in digits, as a regular expression.
    days: str = r"(?!)"
    # Endings of ordinals: "18th".
    order_endings: Words = NOTHING
    units: Mapping[str, int] = field(default_factory=dict)
    tens: Mapping[str, int] = field(default_factory=dict)
    small: Mapping[str, int] = field(default_factory=dict)
    magnitudes: Mapping[str, int] = field(default_factory=dict)
    # Magnitudes attached to a numeral.
    glued_magnitudes: Mapping[str, int] = field(default_factory=dict)
    # Words after an attached "m" that show that it means metres.
    length_words: Words = NOTHING
    ordinals: Mapping[str, int] = field(default_factory=dict)
    denominators: Mapping[str, int] = field(default_factory=dict)
    # Plural orders of magnitude ("hundreds") with their size; words that make one of a magnitude
    # ("several hundred"); words for most of something.
    vague: Mapping[str, int] = field(default_factory=dict)
    several: Words = NOTHING
    majority: Words = NOTHING
    vast: Words = NOTHING
    # Verbs that multiply, with their factors; those that halve; those that are also adjectives; and
    # words before these that make them verbs.
    multiples: Mapping[str, int] = field(default_factory=dict)
    halving: Words = NOTHING
    also_adjectives: Words = NOTHING
    verb_cues: Words = NOTHING
    # Function words in numbers: articles, the joint, "and a half", "half", "dozen"; "out of", "in"
    # and "every" in ratios; "of" between a number and what it counts.
    articles: Words = NOTHING
    joint: Words = NOTHING
    and_a_half: tuple[str, ...] = ()
    halves: Words = NOTHING
    dozens: Mapping[str, int] = field(default_factory=dict)
    out_of: tuple[str, str] = ("", "")
    ratio_links: Words = NOTHING
    each: Words = NOTHING
    of: Words = NOTHING
    # Words before "quarters" as a period; and words before a suspended range.
    time_cues: Words = NOTHING
    range_openers: Words = NOTHING
    # Words with which a number in words may begin, whole or up to a hyphen.
    openers: Words = NOTHING
    # Words before a year that is not the end of a range.
    year_cues: Words = NOTHING
    # Words and pairs that make a range of two numbers, and words before it that prevent this.
    range_words: Words = NOTHING
    no_range_after: Words = NOTHING
    between: Mapping[str, str] = field(default_factory=dict)
    # A word that shows that a passage without digits may contain a number.
    number_word: Pattern = NEVER
    # Words that may precede "a third" without a following "of".
    share_cues: Words = NOTHING

    def value(self, digits: str) -> Fraction:
        """Convert a numeral to a number: "1,200.5" in English, "1.200,5" in German."""
        return Fraction(self.plain(digits))

    def plain(self, digits: str) -> str:
        """Normalize a numeral: without thousands separators, and with a decimal point."""
        plain = digits.replace(self.group_sign, "").replace(" ", "")
        return plain.replace(self.decimal_sign, ".")


@dataclass(frozen=True, eq=False, kw_only=True)
class Units:
    """Units in words (extract.figures)."""

    percent: Words = frozenset({"%", "％"})
    percent_pairs: frozenset[tuple[str, str]] = frozenset()
    # Words after "percent" that make it percentage points; single words for these, for basis
    # points, and for "times".
    points: Words = NOTHING
    point_names: Words = NOTHING
    percentage_points: Words = NOTHING
    basis_points: Words = NOTHING
    # The word before "points" that makes them basis points; "points" alone, and words after it that
    # show that nothing is measured ("points of order").
    basis: Words = NOTHING
    lone_points: Words = NOTHING
    behind_points: Words = NOTHING
    multiples: Words = NOTHING
    currencies: Mapping[str, str] = field(default_factory=dict)
    # Currency names of several words, and those that are also verbs.
    currency_pairs: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    currency_verbs: Words = NOTHING
    # Currencies that are weights before "of", unless money is meant: "3 pounds of debt".
    also_weights: Mapping[str, str] = field(default_factory=dict)
    of: Words = NOTHING
    money_nouns: Words = NOTHING
    measures: Mapping[str, str] = field(default_factory=dict)
    glued_only: Words = NOTHING
    # Units of two words: square kilometres, metric tons, degrees Celsius.
    squares: Mapping[str, str] = field(default_factory=dict)
    measure_pairs: Mapping[tuple[str, str], str] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)
    days: Words = NOTHING
    quarters: Words = NOTHING
    # Units of time that are also ordinals or fractions, unless an adjective precedes them.
    ambiguous_times: Words = NOTHING
    # Words that make a period a streak, and others between a number and a unit of time.
    streaks: Words = NOTHING
    time_adjectives: Words = NOTHING


@dataclass(frozen=True, eq=False, kw_only=True)
class Grammar:
    """Word classes for finding the subject, change and period of a figure (figures)."""

    # Words for changes with their direction; the nouns, verbs and degree words among them.
    directions: Mapping[str, Direction] = field(default_factory=dict)
    degrees: Words = NOTHING
    change_nouns: Words = NOTHING
    change_verbs: Words = NOTHING
    intransitive: Words = NOTHING
    loose: Words = NOTHING
    be: Words = NOTHING
    have: Words = NOTHING
    auxiliaries: Words = NOTHING
    linking: Words = NOTHING
    prepositions: Words = NOTHING
    conjunctions: Words = NOTHING
    determiners: Words = NOTHING
    articles: Words = NOTHING
    equal: Words = NOTHING
    equivalent: Words = NOTHING
    including: Words = NOTHING
    tallies: Words = NOTHING
    bringing: Words = NOTHING
    places: Words = NOTHING
    with_: Words = NOTHING
    worth: Words = NOTHING
    same: Words = NOTHING
    for_: Words = NOTHING
    no_topics: Words = NOTHING
    # Nouns for changes that name what changes: "real GDP growth of 3%".
    measured_changes: Words = NOTHING
    modals: Words = NOTHING
    people_shown: str = ""
    pronouns: Words = NOTHING
    # All words that end a noun phrase.
    stoppers: Words = NOTHING
    # Past forms: by ending, irregular ones, and words that only look like one.
    participle_ending: str = "\0"
    irregular_participles: Words = NOTHING
    not_participles: Words = NOTHING
    progressive_ending: str = "\0"
    # Plurals: by ending and irregular ones; singulars that look like one.
    plural_ending: str = "\0"
    singular_endings: tuple[str, ...] = ()
    plurals: Words = NOTHING
    # What counted nouns imply.
    people: Words = NOTHING
    people_endings: tuple[str, ...] = ()
    # Endings of demonyms, with a capital; and what people undergo or do after a number alone: "40
    # million displaced".
    demonym_endings: tuple[str, ...] = ()
    undergone: Words = NOTHING
    not_people: Words = NOTHING
    vehicles: Words = NOTHING
    cases: Words = NOTHING
    # Nouns after which "members" counts people.
    members: Words = NOTHING
    groups_of_people: Words = NOTHING
    stocks: Words = NOTHING
    # Prepositions before a size: of a change ("by"), of a noun for a change ("of"), of its end
    # ("to"); words for a difference before a share; everything that may precede it.
    by: Words = NOTHING
    of: Words = NOTHING
    to: Words = NOTHING
    difference: Words = NOTHING
    averages: Words = NOTHING
    # Verbs whose "up" does not indicate a rise: "taking up 3%".
    phrasal: Words = NOTHING
    before_size: Words = NOTHING
    # The purpose of money: "3 million on roads"; "in" before a bare noun: "3 million in aid".
    spent_on: Words = NOTHING
    spent_in: Words = NOTHING
    # How far after a size its verb may be, if verbs come last.
    verb_behind: int = 0
    # Whether every noun is capitalized, so that a lower-case word ends a noun phrase.
    capital_nouns: bool = False
    # Whether a number without a unit or a noun may be a figure, by the subject of its sentence; and
    # whether a figure without a subject has that of the one before.
    bare_numbers: bool = False
    carries: bool = False
    # Noun phrases and clauses.
    skipped: Words = NOTHING
    postmodifiers: Words = NOTHING
    reporting: Words = NOTHING
    boundaries: Words = NOTHING
    of_them: frozenset[tuple[str, str]] = frozenset()
    exceeding: Words = NOTHING
    respectively: Words = NOTHING
    harming: Words = NOTHING
    more: Words = NOTHING
    # The maximum number of words before a number in a clause without a verb that may be its
    # subject.
    verbless_reach: int = 0
    # Display of subjects: pronouns that begin a clause, verbs of saying that do, adverbs and
    # phrases before a noun phrase, and function words that may end one.
    subjects: Words = NOTHING
    # Function words of noun phrases and verbs: within "of ...", before and after a past form,
    # before a number as an object, in a list that continues; nouns for a count.
    inner_words: Words = NOTHING
    still: Words = NOTHING
    particles: Words = NOTHING
    verb_idioms: ByFirstWord = field(default_factory=dict)
    lists_on: Words = NOTHING
    against: Words = NOTHING
    before_objects: Words = NOTHING
    before_verbs: Words = NOTHING
    before_numbers: Words = NOTHING
    list_joints: Words = NOTHING
    counting: Words = NOTHING
    relatives: Words = NOTHING
    telling: Words = NOTHING
    adverbs: Words = NOTHING
    adverb_ending: str = "\0"
    that: Words = NOTHING
    lead_ins: ByFirstWord = field(default_factory=dict)
    never_hanging: Words = NOTHING
    rates: Words = NOTHING
    # Undertakings and their beginnings; a sentence that continues a count.
    undertakings: Words = NOTHING
    undertaking: Pattern = NEVER
    beginnings: Pattern = NEVER
    begun_in: Pattern = NEVER
    goes_on: Pattern = NEVER

    def participle(self, word: str) -> bool:
        """Return whether a word in lower case looks like a past form."""
        if word in self.not_participles:
            return False
        longer = len(word) > len(self.participle_ending) + 1
        return (word.endswith(self.participle_ending) and longer) or (
            word in self.irregular_participles
        )

    def plural(self, word: str) -> bool:
        """Return whether a word in lower case looks like a plural."""
        return word in self.plurals or (
            len(word) > 2
            and word.endswith(self.plural_ending)
            and not word.endswith(self.singular_endings)
            and "'" not in word
        )

    def counted(self, word: str, before: str = "") -> str:
        """Return the unit implied by a counted noun: "people", "cases", "vehicles" or "count"."""
        if word in self.members and before in self.groups_of_people:
            return "people"
        word = word.lower().rsplit("-", 1)[-1] if word.lower() not in self.people else word.lower()
        if word in self.cases:
            return "cases"
        if word in self.vehicles:
            return "vehicles"
        if word in self.people:
            return "people"
        if len(word) > 4 and word.endswith(self.people_endings) and word not in self.not_people:
            return "people"
        return "count"
