"""What a language pack tells of announcements: tables of words and of phrases made of them.

A phrase is written as its words, in lower case.  A word in capitals stands for any word of the
class of that name: a class of the pack (`Announcing.classes`), or one of these, known by its shape:
NUMBER, DAY (1 to 31), DAYTH ("3rd"), YEAR (20..), CLOCK ("8:30"), MONTH, WEEKDAY, NAME (a word
with a capital), COMMA, ANY (any word; no phrase begins with it).  A question mark behind a word
says that it may be left out.  Verbs stand in their plain form, as behind "will", or as the phrase
says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .defaults import NEVER, NOTHING, Pattern, Words

PhraseTable = tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Announcing:
    """How something is announced that will be done (relate.announcements)."""

    classes: Mapping[str, Words] = field(default_factory=dict)

    # Words and endings of which one is in each sentence that says what is to come, but for what is
    # being done and what "is to" be done.
    triggers: Words = NOTHING
    endings_ahead: Words = NOTHING
    # What is to come: words before a verb; phrases behind a form of "be" or "have"; phrases that
    # say a plan, and what was decided or is expected, by the speaker or of somebody; what "is
    # being" done; what people "can" or "must" do, and from when on; which of all these say "I
    # plan".
    future: Words = NOTHING
    be: Words = NOTHING
    have: Words = NOTHING
    to: str = "\0"
    to_come: PhraseTable = ()
    plans: PhraseTable = ()
    decisions: PhraseTable = ()
    expected: PhraseTable = ()
    being: Words = NOTHING
    allowed: Words = NOTHING
    from_then: PhraseTable = ()
    planned: Words = NOTHING
    # "Our plan is to": the nouns, and what stands before them.
    plan_nouns: Words = NOTHING
    plan_articles: Words = NOTHING
    # What may stand between these words and the verb.
    adverbs: Words = NOTHING
    adverb_ending: str = "\0"
    no_adverbs: Words = NOTHING

    # Who acts: "we", "I", persons and sides spoken of, words that name nobody.
    we: Words = NOTHING
    first_person: Words = NOTHING
    spoken_of: PhraseTable = ()
    vague: Words = NOTHING
    there: Words = NOTHING
    # The article of what is known, which is no part of a name; what an apostrophe joins to a word
    # and is a word of its own ("we'll").
    definite: Words = NOTHING
    clitics: Words = NOTHING
    # Offices with a capital, in small letters behind an article, and what stands before a name of a
    # person; bodies; who else may act; what people meet at, and more of these that are no actors.
    offices: Words = NOTHING
    small_offices: Words = NOTHING
    honorifics: Words = NOTHING
    bodies: Words = NOTHING
    holders: Words = NOTHING
    ships: Words = NOTHING
    events: Words = NOTHING
    # What is held by others, or comes of itself.
    not_ours: Words = NOTHING
    # What joins the parts of a name of an actor behind it ("of", "from"), and parts of a list.
    behind: Words = NOTHING
    joints: Words = NOTHING
    # A side, behind the name of a country; endings of words for who is of a country, other such
    # words, and those unlike the country's name, with that name.
    sides: Words = NOTHING
    citizen_endings: tuple[str, ...] = ()
    citizens: Words = NOTHING
    named_otherwise: Mapping[str, str] = field(default_factory=dict)
    # What a name does that speaks for its own side ("Norland hopes"), and, of these, what any does;
    # what begins a clause that says what was said.
    speaks: PhraseTable = ()
    speaks_of_any: PhraseTable = ()
    that: Words = NOTHING

    # What is done: verbs of acts that can be seen done; more of them in the progressive ("will be
    # speaking"), and where they are done to something; phrases that are acts; verbs that are acts
    # with a noun behind them, and the nouns.
    acts: Words = NOTHING
    doing: Words = NOTHING
    done: Words = NOTHING
    act_phrases: PhraseTable = ()
    light_verbs: PhraseTable = ()
    act_nouns: Words = NOTHING
    # Verbs that make something public, and those that do where it is done to something.
    releases: Words = NOTHING
    released: Words = NOTHING
    # Acts in the present that a time ahead makes announcements ("is launching", "departs"), those
    # that a number makes announcements, too, and those that need none.
    present: Words = NOTHING
    schedules: PhraseTable = ()
    present_counted: Words = NOTHING
    present_now: Words = NOTHING
    # What begins, ends or comes: an act with a time; of things; what an event has as its parts;
    # what anything is made of; being at an event; being somewhere.
    timed: PhraseTable = ()
    begins: PhraseTable = ()
    parts: PhraseTable = ()
    content: PhraseTable = ()
    at_event: PhraseTable = ()
    stays: PhraseTable = ()
    # A verb that behind "we will" says nothing of what is done.
    going: Words = NOTHING
    # What somebody does who says "I".
    own_acts: Words = NOTHING
    # What is done to a thing, by whomever.
    arranged: Words = NOTHING
    held: Words = NOTHING
    # What people will be free or bound to do from a time on.
    permitted: PhraseTable = ()
    # What there will be that is an announcement; what is none, however many.
    occasions: Words = NOTHING
    additional: Words = NOTHING
    not_arranged: Words = NOTHING

    # Objects by which an act is none that a reader could look for: nouns anywhere in it, phrases
    # that begin it, nouns with nothing but these adjectives before them.
    vague_objects: Words = NOTHING
    vague_beginnings: PhraseTable = ()
    measures: Words = NOTHING
    empty: Words = NOTHING
    # What is no more than going on and trying; what runs the event, puts off or declines.
    endeavours: PhraseTable = ()
    no_acts: PhraseTable = ()
    put_off: PhraseTable = ()
    news: Words = NOTHING
    # Before it: what others say, hope or doubt; those of these words that tell, and who may tell
    # it; what makes a plan of "according to"; questions, and which of these words may tell a reason
    # ("that's why"); where a sentence begins anew.
    others: PhraseTable = ()
    reports: Words = NOTHING
    own_words: Words = NOTHING
    according: tuple[str, str] = ("", "")
    agreed: Words = NOTHING
    asking: Words = NOTHING
    why: Words = NOTHING
    anew: Words = NOTHING
    # A condition behind it, and what stands before and behind such a word where it is none.
    conditions: Words = NOTHING
    no_condition_before: Words = NOTHING
    no_condition_behind: Words = NOTHING

    # By what one can look for it: times ahead, and this day; words that are numbers, and those that
    # are before what acts; measures by name: their nouns, what stands behind these, phrases that
    # name one without capitals, and what "100-day campaign" begins with.
    steps: PhraseTable = ()
    times: PhraseTable = ()
    past_times: Words = NOTHING
    # A year that is named, in group 1.
    in_year: Pattern = NEVER
    today: Words = NOTHING
    numbers: Words = NOTHING
    counts: Words = NOTHING
    named_measures: Words = NOTHING
    measure_prepositions: Words = NOTHING
    measure_phrases: PhraseTable = ()
    days_ending: str = "\0"

    # Forms of verbs: endings, and participles that are formed otherwise, with their verbs.
    present_ending: str = "\0"
    plural_ending: str = "\0"
    progressive_ending: str = "\0"
    participle_ending: str = "\0"
    participles: Mapping[str, str] = field(default_factory=dict)
