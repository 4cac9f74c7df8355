"""What a language pack holds: words, and patterns made of words.

A pack is data.  The stages ask it what they want to know and never which language it is; what a
pack leaves out keeps its default, which matches nothing, so that it is not found and never wrong.
Patterns are compiled once, when the pack is imported.  Each field says where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .announcements import Announcing
from .asking import Asking, Titles
from .attributing import Attributing
from .comparing import Comparing
from .defaults import NEVER, NOTHING, Pattern, Words
from .doubting import Doubting
from .layout import Closing, Facts, Front, Lists, Room
from .measuring import Measuring
from .outlets import OutletWords
from .pages import PageWords
from .periods import PeriodWords
from .phrases import Phrases
from .quantities import Comparisons, Grammar, Numerals, Units
from .quoting import Quoting
from .refusals import Refusals
from .small_words import SmallWords
from .speaking import Cues, Labels, Speech
from .wordforms import WordForms


@dataclass(frozen=True, eq=False, kw_only=True)
class Calendar:
    """Months, weekdays, and how days and hours are printed."""

    # Names of the months, January first, for people to read (`wording`, periods of figures).
    months: tuple[str, ...]
    # Every spelling of a month in lower case, without a full stop (parse.dates, figures).
    month_numbers: Mapping[str, int]
    # Dates in running text, with groups `day`, `month`, `year`, or `a`, `b`, `year` where the
    # order of two numbers is open; the whole ones first (parse.dates).
    dates: tuple[Pattern, ...]
    # An hour as printed (parse.dates), and one that ends a line (parse.blocks).
    time: Pattern = NEVER
    time_at_end: Pattern = NEVER
    # An hour and nothing else (parse.datelines), and an hour as it is compared, with groups `hour`,
    # `minute` and `half` ("a" or "p"); words for twelve (group.evidence).
    only_time: Pattern = NEVER
    clock: Pattern = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?(?P<half>(?!))?")
    noon: Words = NOTHING
    # Monday first, in lower case; `weekday` finds one, `on_the` a day alone: "on the 10th".
    weekdays: tuple[str, ...] = ()
    weekday: Pattern = NEVER
    on_the: Pattern = NEVER
    # Words around a date that are no place (parse.dates).
    around: Pattern = NEVER
    # Small words before a day, which are no part of a place.
    before_day: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Names:
    """How people, offices, outlets and organisations are named."""

    # One or more honorifics at the beginning of a name (parse.lexicon).
    honorific: Pattern = NEVER
    # What behind an honorific shows that it is an office, and what follows no name.
    goes_on: tuple[str, ...] = ()
    # An honorific that a surname alone may follow, whatever its case (parse.labels).
    courtesy: Pattern = NEVER
    # An honorific or office and then a surname, as a pattern's text (extract.mentions), and the
    # shorter list that calls on somebody (group.exchanges).
    titles: str = r"(?!)"
    calling: str = r"(?!)"
    # An honorific and a `name` behind it (parse.speakers).
    with_title: Pattern = NEVER
    # Abbreviations whose full stop ends no sentence, in labels and lists (parse.lexicon).
    abbreviation: Pattern = NEVER
    # Small words inside names and titles, and those of them that begin no name (parse).
    connectors: Words = NOTHING
    no_first_words: Words = NOTHING
    # Those of the first that join two names rather than the parts of one (proposals).
    joints: Words = frozenset({"&"})
    # Words of the trade that tell an outlet's name, and those that are surnames as well
    # (parse.lexicon).
    outlet_words: Words = NOTHING
    papers_or_surnames: Words = NOTHING
    # Offices by a word, and offices that no list foresees (parse.lexicon and most of parse).
    role_word: Pattern = NEVER
    role_like: Pattern = NEVER
    # Words that tell an organisation's name (parse.facts, parse.lists, parse.layouts).
    organization_word: Pattern = NEVER
    # Names of operations, plans and laws, in group 1 (relate.appearances).
    undertaking: Pattern = NEVER
    # What stands between a bureau and the body it belongs to; the last one counts (institutions).
    within: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sentences:
    """Where sentences end (languages.sentences)."""

    # What stands before a full stop that ends nothing, and which of these are words as well,
    # before which no digit stands; in lower case.
    never: Words = NOTHING
    also_words: Words = NOTHING
    # What ends a sentence only where the next word begins one.
    seldom: Words = NOTHING
    starts: Words = NOTHING
    # Capitals of one letter that are words.
    letters: Words = NOTHING
    # Abbreviations that the tokens of figures take with their full stop, anywhere and before a
    # number, as patterns' texts.
    tokens: str = r"(?!)"
    before_number: str = r"(?!)"
    # Whether a number and a full stop before a word are an order: "am 3. Mai".
    ordinal_points: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """A pack.  `code` is its tag (BCP 47, the primary part alone): "en"."""

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
