"""The data model of a language pack: words, and patterns made of words.

A pack is data. The stages use its fields and never check which language it is. Fields that a pack
leaves out have defaults that match nothing, so the feature is missing but never wrong. Patterns are
compiled once, when the pack is imported. The comment on each field says where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .announcements import Announcing
from .asking import Asking, Titles
from .attributing import Attributing
from .comparators import Comparisons
from .comparing import Comparing
from .defaults import NEVER, NOTHING, Pattern, Words
from .doubting import Doubting
from .layout import Closing, Facts, Front, Lists, Room
from .measuring import Measuring
from .outlets import OutletWords
from .pages import PageWords
from .periods import PeriodWords
from .phrases import Phrases
from .quantities import Grammar, Numerals, Units
from .quoting import Quoting
from .refusals import Refusals
from .small_words import SmallWords
from .speaking import Cues, Labels, Speech
from .wordforms import WordForms


@dataclass(frozen=True, eq=False, kw_only=True)
class Calendar:
    """Months, weekdays, and the formats of dates and times."""

    # The names of the months, January first, for display (`wording`, periods of figures).
    months: tuple[str, ...]
    # Every spelling of a month in lower case, without a full stop (parse.dates, figures).
    month_numbers: Mapping[str, int]
    # Dates in running text, with the groups `day`, `month`, `year`, or `a`, `b`, `year` if the
    # order of two numbers is open; full dates first (parse.dates).
    dates: tuple[Pattern, ...]
    # A time of day (parse.dates), and one at the end of a line (parse.blocks).
    time: Pattern = NEVER
    time_at_end: Pattern = NEVER
    # A time of day and nothing else (parse.datelines); a time for comparison, with the groups
    # `hour`, `minute` and `half` ("a" or "p"); words for noon (group.evidence).
    only_time: Pattern = NEVER
    clock: Pattern = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?(?P<half>(?!))?")
    noon: Words = NOTHING
    # Monday first, in lower case; `weekday` matches one, `on_the` a day alone: "on the 10th".
    weekdays: tuple[str, ...] = ()
    weekday: Pattern = NEVER
    on_the: Pattern = NEVER
    # Words around a date that are not a place; and small words, wherever they do not join a name as
    # in "Isle of Man" (parse.dates, datelines).
    around: Pattern = NEVER
    small_around: Pattern = NEVER
    small: Words = NOTHING
    # Function words before a day, which are not part of a place.
    before_day: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Names:
    """The names of people, offices, outlets and organizations."""

    # One or more honorifics at the start of a name (parse.lexicon).
    honorific: Pattern = NEVER
    # Words after an honorific that show that it is an office, as they cannot begin a name.
    goes_on: tuple[str, ...] = ()
    # An honorific that may precede a surname alone, in any case (parse.labels).
    courtesy: Pattern = NEVER
    # An honorific or office before a surname, as a regular expression (extract.mentions); and the
    # shorter list used to call on somebody (group.exchanges).
    titles: str = r"(?!)"
    calling: str = r"(?!)"
    # An honorific and the `name` after it (parse.speakers).
    with_title: Pattern = NEVER
    # Abbreviations whose full stop ends no sentence, in labels and lists (parse.lexicon).
    abbreviation: Pattern = NEVER
    # Function words within names and titles, and those that cannot begin a name (parse).
    connectors: Words = NOTHING
    no_first_words: Words = NOTHING
    # Those that connect two names rather than the parts of one (proposals).
    joints: Words = frozenset({"&"})
    # Words that identify an outlet's name, and those that are surnames too (parse.lexicon).
    outlet_words: Words = NOTHING
    papers_or_surnames: Words = NOTHING
    # Offices by a known word, and by their form (parse.lexicon and most of parse).
    role_word: Pattern = NEVER
    role_like: Pattern = NEVER
    # Words that identify an organization's name (parse.facts, parse.lists, parse.layouts).
    organization_word: Pattern = NEVER
    # Names of operations, plans and laws, in group 1 (relate.appearances).
    undertaking: Pattern = NEVER
    # The words between a bureau and its body; the last occurrence counts (institutions).
    within: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sentences:
    """Sentence boundaries (languages.sentences)."""

    # Abbreviations before a full stop that is not a boundary, and those that are also words unless
    # a digit follows; in lower case.
    never: Words = NOTHING
    also_words: Words = NOTHING
    # Abbreviations that end a sentence only if one of `starts` follows.
    seldom: Words = NOTHING
    starts: Words = NOTHING
    # Single capital letters that are words.
    letters: Words = NOTHING
    # Abbreviations that the tokens of figures include with their full stop, anywhere and before a
    # number, as regular expressions.
    tokens: str = r"(?!)"
    before_number: str = r"(?!)"
    # Whether a number and a full stop before a word are an ordinal: "am 3. Mai".
    ordinal_points: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """A language pack; `code` is its tag (BCP 47, primary subtag only), such as "en"."""

    code: str
    calendar: Calendar
    names: Names = field(default_factory=Names)
    speech: Speech = field(default_factory=Speech)
    cues: Cues = field(default_factory=Cues)
    labels: Labels = field(default_factory=Labels)
    lists: Lists = field(default_factory=Lists)
    front: Front = field(default_factory=Front)
    closing: Closing = field(default_factory=Closing)
    facts: Facts = field(default_factory=Facts)
    room: Room = field(default_factory=Room)
    numerals: Numerals = field(default_factory=Numerals)
    units: Units = field(default_factory=Units)
    comparisons: Comparisons = field(default_factory=Comparisons)
    grammar: Grammar = field(default_factory=Grammar)
    small_words: SmallWords = field(default_factory=SmallWords)
    forms: WordForms = field(default_factory=WordForms)
    attributing: Attributing = field(default_factory=Attributing)
    comparing: Comparing = field(default_factory=Comparing)
    measuring: Measuring = field(default_factory=Measuring)
    pages: PageWords = field(default_factory=PageWords)
    outlets: OutletWords = field(default_factory=OutletWords)
    doubting: Doubting = field(default_factory=Doubting)
    quoting: Quoting = field(default_factory=Quoting)
    periods: PeriodWords = field(default_factory=PeriodWords)
    refusals: Refusals = field(default_factory=Refusals)
    sentences: Sentences = field(default_factory=Sentences)
    phrases: Phrases = field(default_factory=Phrases)
    announcing: Announcing = field(default_factory=Announcing)
    asking: Asking = field(default_factory=Asking)
    titles: Titles = field(default_factory=Titles)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        from . import language_of

        return language_of, (self.code,)
