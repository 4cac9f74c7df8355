"""What a pack holds for who speaks, asks and answers, and for labels (parse, group)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


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
