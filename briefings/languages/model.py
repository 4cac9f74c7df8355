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
from .defaults import NEVER, NOTHING, Pattern, Words
from .periods import PeriodWords
from .quantities import Comparisons, Grammar, Numerals, Units
from .refusals import Refusals


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
    # Words of the trade that tell an outlet's name, and those that are surnames as well
    # (parse.lexicon).
    outlet_words: Words = NOTHING
    papers_or_surnames: Words = NOTHING
    # Offices by a word, and offices that no list foresees (parse.lexicon and most of parse).
    role_word: Pattern = NEVER
    role_like: Pattern = NEVER
    # Words that tell an organisation's name (parse.facts, parse.lists, parse.layouts).
    organization_word: Pattern = NEVER
    # What stands between a bureau and the body it belongs to; the last one counts (institutions).
    within: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Speech:
    """Verbs and marks that tell who said what."""

    # Verbs of saying, past and present, in lower case (figures: quoted speech or a quoted name).
    verbs: Words = NOTHING
    # Whether a passage attributes what it says; a passage that goes on with "He said"; what
    # stands between quotation marks (extract.quotations).
    attributed: Pattern = NEVER
    pronoun: Pattern = NEVER
    quote: Pattern = re.compile(r"[“\"]([^“”\"]{25,}?)[”\"]")
    # Groups `name` and `role`: "Ann Lee, head of the Office, said" (parse.article).
    apposition: Pattern = NEVER
    # Whom a report names for what it states, in the group `name`: somebody who said it, a body
    # according to which it is so (figures); words that begin no such name.
    reported_by: tuple[Pattern, ...] = ()
    no_names: Words = NOTHING
    # A report's words that put a year over what follows, the year in group 1 (figures).
    frame: Pattern = NEVER
    # A sentence that reports what somebody said, the clause in the group `told` (views).
    reported: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Cues:
    """What is said when people greet, ask, answer, chair, hand over and take leave."""

    # Groups that are addressed, which are no label (parse.labels).
    vocative: Pattern = NEVER
    # What askers say, with or without a question mark (parse.turns); what those say who answer,
    # and what chairs say (parse.naming).
    asks: Pattern = re.compile(r"\?")
    answers: Pattern = NEVER
    chairs: Pattern = NEVER
    # Words that mean what the sentence before has named (wording).
    points_back: Pattern = NEVER
    # Pronouns, which need a name before them where they are quoted alone (views.telling).
    leaning: Pattern = NEVER
    # Words that open a speech (parse.deciding, parse.front, parse.transcript).
    greeting: Pattern = NEVER
    # A sentence about the event itself, and that it was held (parse.front, parse.facts).
    event: Pattern = NEVER
    held: Pattern = NEVER
    # Those who introduce themselves, and to whom the word goes (parse.naming).
    from_outlet: Pattern = NEVER
    # The words between a name and an outlet, as a pattern's text: "from", "with", "at".
    of_outlet: str = r"(?!)"
    i_am: Pattern = NEVER
    goes_to: Pattern = NEVER
    # The end of an answer (parse.turns) and formulas of handing over (group.exchanges).
    sign_off: Pattern = NEVER
    hands_over: Pattern = NEVER
    # Whoever speaks of themselves: such a sentence reports nothing (parse.front, parse.narration).
    first_person: Pattern = NEVER
    first_person_in_room: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Labels:
    """The words before a turn that say whose it is (parse.labels, layouts, deciding)."""

    # Single words or phrases, in lower case, for one who asks, answers or chairs.
    asking: Words = NOTHING
    answering: Words = NOTHING
    chairing: Words = NOTHING
    # First words of what is no label, in lower case.
    never: Words = NOTHING
    # The signs for question and answer with a colon: groups `word`, `who`, `rest`; the words of
    # them that ask; without a colon; numbered; a numbered one as the whole layout.
    generic: Pattern = NEVER
    question_marks: Words = NOTHING
    bare: Pattern = NEVER
    bare_marks: tuple[str, str] = ("", "")
    numbered: Pattern = NEVER
    numbered_layout: Pattern = NEVER
    # Somebody of the press; that or a question; what begins with "Question from"; a follow-up.
    asker: Pattern = NEVER
    asking_word: Pattern = NEVER
    question_first: Pattern = NEVER
    question_lead: Pattern = NEVER
    continued: Pattern = NEVER
    follow_up: Pattern = NEVER
    # Words that end a clause of reporting: what stands before this colon is no label.
    saying: Pattern = NEVER
    # A question said to have been put, words between task and name, an answer said to follow.
    asked: Pattern = NEVER
    glue: Pattern = NEVER
    answer_phrase: Pattern = NEVER
    # The name of the event, in a title with a colon.
    headline: Pattern = NEVER
    # Groups `role` and `name`: "President of Westmark Ann Lee".
    role_first: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Lists:
    """Lists of participants and their headings (parse.lists, parse.participants)."""

    # A heading in lower case: "speakers", "chair", "date", "place", "topic" or "section".
    headings: Mapping[str, str] = field(default_factory=dict)
    # The heading of a list of initials.
    key: Pattern = NEVER
    # Groups `hon`, `name`, `role`: a name with its role; `name` alone.
    with_role: Pattern = NEVER
    name: Pattern = NEVER
    # Verbs in what would be a role: something is told of the person.
    told_of: Pattern = NEVER
    # Group `org`: the organisation that a role names, behind it or before it.
    organization: Pattern = NEVER
    organization_before: Pattern = NEVER
    # Where a second role begins.
    next_role: Pattern = NEVER
    # Groups `name`, `role`: people introduced in the opening.
    introduced: Pattern = NEVER
    # What joins the entries of one line, as a pattern's text: "and".
    joint: str = r"(?!)"
    # The word before whoever wrote a text, as a pattern's text: "by".
    by: str = r"(?!)"


@dataclass(frozen=True, eq=False, kw_only=True)
class Front:
    """What stands before the first turn: titles, bylines, datelines (parse.titles, front)."""

    title_word: Pattern = NEVER
    title_begins: Pattern = NEVER
    # Groups `role`, `name`: somebody named in a title, a byline, a lead.
    person: Pattern = NEVER
    by_person: Pattern = NEVER
    lead_person: Pattern = NEVER
    before_role: Pattern = NEVER
    no_name: Pattern = NEVER
    byline: Pattern = NEVER
    # What a byline begins with, where its line holds a date as well; in lower case.
    by: str = "\0"
    # Whom a byline names (cite.describing): what parts the names, people who did not write the
    # text, and the words before the names of those who did.
    not_author: Pattern = NEVER
    before_author: Pattern = re.compile(r"^\W+")
    between_authors: Pattern = re.compile(r"\s*[,;|/&]\s*")
    # How a line begins that says whose words stand below it.
    given: Pattern = NEVER
    # Group 1: the place in a lead.
    lead_place: Pattern = NEVER
    published: Pattern = NEVER
    venue: Pattern = NEVER
    # What stands before a date at the end of a title, and what may stand behind it.
    day_at_end: Pattern = NEVER
    title_end: Pattern = re.compile(r"\W*$")
    # A heading over links to something else (parse.blocks).
    related: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Closing:
    """What stands after the text (parse.closing)."""

    credit: Pattern = NEVER
    # Which words introduce the names in a credit, and what parts these names.
    credit_lead: Pattern = re.compile(r"^.*?[:：]\s*")
    credit_names: Pattern = re.compile(r"\s*,\s*")
    notice: Pattern = NEVER
    # What `notice` turns on: looking for it first saves nearly all of its work.
    notice_word: Pattern = NEVER
    end: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Facts:
    """Host, series and day of an event, as running text gives them (parse.facts)."""

    # Group `org` each.
    hosts: tuple[Pattern, ...] = ()
    title_host: Pattern = NEVER
    after_event: Pattern = NEVER
    no_host: Pattern = NEVER
    # Words to take off before and behind an organisation's name.
    before_org: tuple[Pattern, ...] = ()
    after_org: Pattern = NEVER
    # Groups `org` or `agency`: an agency's dateline.
    agency: Pattern = NEVER
    # Groups `name`, `number`.
    series: tuple[Pattern, ...] = ()
    ordinals: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Room:
    """What is heard and what happens in the room (parse.words, parse.narration)."""

    sounds: Pattern = NEVER
    remarks: Pattern = NEVER
    # Group `event`: a sentence that tells of the event; the words for it when the press is there.
    event_told: Pattern = NEVER
    of_press: Pattern = NEVER
    # Group `who`: somebody does something; the same in brackets, where more is taken for it.
    told: Pattern = NEVER
    told_in_brackets: Pattern = NEVER
    done_in_brackets: Pattern = NEVER
    # People in the room by what they are, and an hour.
    people: Pattern = NEVER
    hour: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Phrases:
    """What set phrases are made of (relate.phrases); single words in lower case."""

    # Words that no phrase ends with; those of the first with which one may begin; and, of `small`,
    # those that make a frame for a word ("at an early date").
    prepositions: Words = NOTHING
    begins: Words = NOTHING
    small: Words = NOTHING
    open_articles: Words = NOTHING
    # Words that are said of anything; those of time and of numbers, with which no phrase begins or
    # ends; those of offices and bodies.  A phrase has words besides these.
    light: Words = NOTHING
    times: Words = NOTHING
    numbers: Words = NOTHING
    offices: Words = NOTHING
    # What is said to run the event.
    housekeeping: Pattern = NEVER
    # A word that says how something is done; how the forms of a verb end; what joins two words.
    manner: Pattern = NEVER
    verb_endings: tuple[str, ...] = ()
    joint: str = "\0"
    # What behind a phrase shows that it is not whole.
    goes_on: Words = NOTHING


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
    names: Names = Names()
    speech: Speech = Speech()
    cues: Cues = Cues()
    labels: Labels = Labels()
    lists: Lists = Lists()
    front: Front = Front()
    closing: Closing = Closing()
    facts: Facts = Facts()
    room: Room = Room()
    numerals: Numerals = field(default_factory=Numerals)
    units: Units = field(default_factory=Units)
    comparisons: Comparisons = field(default_factory=Comparisons)
    grammar: Grammar = field(default_factory=Grammar)
    periods: PeriodWords = field(default_factory=PeriodWords)
    refusals: Refusals = field(default_factory=Refusals)
    sentences: Sentences = Sentences()
    phrases: Phrases = Phrases()
    announcing: Announcing = field(default_factory=Announcing)
    asking: Asking = field(default_factory=Asking)
    titles: Titles = field(default_factory=Titles)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        from . import language_of

        return language_of, (self.code,)
