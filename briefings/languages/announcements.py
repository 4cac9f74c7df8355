"""The part of a language pack for announcements: tables of words and of phrases.

A phrase is written as its words in lower case. A word in capitals stands for any word of the class
with this name: a class of the pack (`Announcing.classes`), or one of these, defined by their form:
NUMBER, DAY (1 to 31), DAYTH ("3rd"), YEAR (20..), CLOCK ("8:30"), MONTH, WEEKDAY, NAME (a
capitalized word), COMMA, ANY (any word; no phrase begins with it). A question mark after a word
makes it optional. Verbs are in the base form, as after "will", unless the phrase says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .defaults import NEVER, NOTHING, Pattern, Words

PhraseTable = tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Announcing:
    """The wording of announcements (relate.announcements)."""

    classes: Mapping[str, Words] = field(default_factory=dict)

    # Words and endings, at least one of which is in every sentence about the future, except for
    # present actions and "is to".
    triggers: Words = NOTHING
    endings_ahead: Words = NOTHING
    # The future: words before a verb; phrases after a form of "be" or "have"; phrases for a plan,
    # for decisions, and for expectations; phrases after "be" that are followed by a day only, and
    # those for a possibility; participles after "is being"; modals such as "can" or "must", phrases
    # after "will" that mean the same, and phrases for the day from which they apply; and the words
    # among these that mean "I plan".
    future: Words = NOTHING
    be: Words = NOTHING
    have: Words = NOTHING
    to: str = "\0"
    to_come: PhraseTable = ()
    plans: PhraseTable = ()
    decisions: PhraseTable = ()
    expected: PhraseTable = ()
    dated: PhraseTable = ()
    able: PhraseTable = ()
    being: Words = NOTHING
    allowed: Words = NOTHING
    obliged: PhraseTable = ()
    from_then: PhraseTable = ()
    planned: Words = NOTHING
    # "Our plan is to": the nouns, and the words before them.
    plan_nouns: Words = NOTHING
    plan_articles: Words = NOTHING
    # Words that may come between these words and the verb.
    adverbs: Words = NOTHING
    adverb_ending: str = "\0"
    no_adverbs: Words = NOTHING

    # Actors: "we", "I", people and sides mentioned before, words that name nobody, and pronouns
    # that may begin a relative clause.
    we: Words = NOTHING
    first_person: Words = NOTHING
    spoken_of: PhraseTable = ()
    vague: Words = NOTHING
    relatives: Words = NOTHING
    there: Words = NOTHING
    # The definite article, which is not part of a name; and clitics ("we'll").
    definite: Words = NOTHING
    clitics: Words = NOTHING
    # Offices with a capital, those in lower case after an article, and words before a personal
    # name; bodies; other possible actors; events, and further words for ships that are not actors
    # themselves.
    offices: Words = NOTHING
    small_offices: Words = NOTHING
    honorifics: Words = NOTHING
    bodies: Words = NOTHING
    # Verbs with which a body announces what "it" will do.
    announced: Words = NOTHING
    antecedent: Words = NOTHING
    # Acronyms of national authorities, with the names of their countries.
    agencies: Mapping[str, str] = field(default_factory=dict)
    holders: Words = NOTHING
    ships: Words = NOTHING
    events: Words = NOTHING
    # Things held by others, or that happen by themselves.
    not_ours: Words = NOTHING
    # Words that connect the parts of an actor's name ("of", "from"), and the items of a list.
    behind: Words = NOTHING
    joints: Words = NOTHING
    # "Side" after the name of a country; endings of demonyms, other demonyms, and those unlike the
    # name of the country, with that name.
    sides: Words = NOTHING
    citizen_endings: tuple[str, ...] = ()
    citizens: Words = NOTHING
    named_otherwise: Mapping[str, str] = field(default_factory=dict)
    # What the name of the own side does ("Norland hopes"), and the part of this that any name does;
    # words that begin a reported clause.
    speaks: PhraseTable = ()
    speaks_of_any: PhraseTable = ()
    that: Words = NOTHING

    # Verbs for observable acts; further ones in the progressive ("will be speaking") and in the
    # passive; phrases for acts; light verbs that need a noun, and these nouns.
    acts: Words = NOTHING
    doing: Words = NOTHING
    done: Words = NOTHING
    act_phrases: PhraseTable = ()
    light_verbs: PhraseTable = ()
    act_nouns: Words = NOTHING
    # Verbs of publication, in the active and in the passive.
    releases: Words = NOTHING
    released: Words = NOTHING
    # Present-tense acts that are announcements with a future time ("is launching", "departs"),
    # those for which a number is enough, and those that need neither.
    present: Words = NOTHING
    schedules: PhraseTable = ()
    present_counted: Words = NOTHING
    present_now: Words = NOTHING
    # Verbs for beginning, ending or coming: acts that need a time; of things; changes that things
    # undergo from a day on; present forms that are acts of a person; parts of an event;
    # contents of anything; attending an event; being somewhere.
    timed: PhraseTable = ()
    begins: PhraseTable = ()
    altered: PhraseTable = ()
    moves: Words = NOTHING
    parts: PhraseTable = ()
    content: PhraseTable = ()
    at_event: PhraseTable = ()
    stays: PhraseTable = ()
    # A verb that says nothing about the act after "we will".
    going: Words = NOTHING
    # Acts of somebody who says "I", and those among them that need no date.
    own_acts: Words = NOTHING
    evident: Words = NOTHING
    # What is done to a thing, by anybody.
    arranged: Words = NOTHING
    held: Words = NOTHING
    # What people will be allowed or obliged to do from some time on.
    permitted: PhraseTable = ()
    # Occasions that are announcements, and things that are not, however many.
    occasions: Words = NOTHING
    additional: Words = NOTHING
    not_arranged: Words = NOTHING

    # Objects that make an act unverifiable: nouns anywhere in the object, phrases at its start, and
    # nouns with only these adjectives.
    vague_objects: Words = NOTHING
    vague_beginnings: PhraseTable = ()
    measures: Words = NOTHING
    empty: Words = NOTHING
    # Mere continuation or effort; running the event, postponing, declining.
    endeavours: PhraseTable = ()
    no_acts: PhraseTable = ()
    put_off: PhraseTable = ()
    news: Words = NOTHING
    # Before the clause: words or hopes or doubts of others; verbs of reporting among these, and who
    # may use them; words that make "according to" a plan; question words, and those that may give a
    # reason ("that's why"); marks after which a sentence starts anew.
    others: PhraseTable = ()
    reports: Words = NOTHING
    own_words: Words = NOTHING
    according: tuple[str, str] = ("", "")
    agreed: Words = NOTHING
    asking: Words = NOTHING
    why: Words = NOTHING
    anew: Words = NOTHING
    # Conditions after the clause, and words before and after them that make them none.
    conditions: Words = NOTHING
    no_condition_before: Words = NOTHING
    no_condition_behind: Words = NOTHING

    # Verifiable details: future times, words for what recurs, and today; number words, and those
    # before an actor; named measures: their nouns, prepositions after these, phrases that name one
    # without capitals, and the ending of "100-day campaign".
    steps: PhraseTable = ()
    times: PhraseTable = ()
    past_times: Words = NOTHING
    recurring: Words = NOTHING
    # A named year, in group 1.
    in_year: Pattern = NEVER
    today: Words = NOTHING
    numbers: Words = NOTHING
    counts: Words = NOTHING
    named_measures: Words = NOTHING
    measure_prepositions: Words = NOTHING
    measure_phrases: PhraseTable = ()
    days_ending: str = "\0"

    # Verb forms: endings, and irregular participles with their verbs.
    present_endings: tuple[str, ...] = ()
    plural_ending: str = "\0"
    progressive_ending: str = "\0"
    participle_ending: str = "\0"
    participles: Mapping[str, str] = field(default_factory=dict)
