"""The part of a pack for speaking, asking and answering, and for labels (parse, group)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Speech:
    """Verbs and marks that show who said what."""

    # Verbs of saying, past and present, in lower case (figures: quoted speech or a quoted name).
    verbs: Words = NOTHING
    # Patterns for a passage with an attribution, for one that continues with "He said", and for
    # text in quotation marks (extract.quotations).
    attributed: Pattern = NEVER
    pronoun: Pattern = NEVER
    quote: Pattern = re.compile(r"[“\"]([^“”\"]{25,}?)[”\"]")
    # Groups `name` and `role`: "Ann Lee, head of the Office, said" (parse.article).
    apposition: Pattern = NEVER
    # The source of a statement in a report, in the group `name`: somebody who said it, or a body
    # according to which it is so (figures); words that cannot begin such a name.
    reported_by: tuple[Pattern, ...] = ()
    no_names: Words = NOTHING
    # Words of a report that set a year for what follows, with the year in group 1 (figures).
    frame: Pattern = NEVER
    # A sentence of reported speech, with the clause in the group `told` (views).
    reported: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Cues:
    """What is said when people greet, ask, answer, chair, hand over and take leave."""

    # Groups that are addressed, which are not labels (parse.labels).
    vocative: Pattern = NEVER
    # What askers say, with or without a question mark (parse.turns); what those who answer say, and
    # what chairs say (parse.naming).
    asks: Pattern = re.compile(r"\?")
    answers: Pattern = NEVER
    chairs: Pattern = NEVER
    # Words that refer to something named in the previous sentence (wording).
    points_back: Pattern = NEVER
    # Pronouns, which need a name before them when quoted alone (views.telling).
    leaning: Pattern = NEVER
    # Words that open a speech (parse.deciding, parse.front, parse.transcript).
    greeting: Pattern = NEVER
    # A sentence about the event itself, and words that it was held (parse.front, parse.facts).
    event: Pattern = NEVER
    held: Pattern = NEVER
    # Speakers who introduce themselves, and those to whom the word is given (parse.naming).
    from_outlet: Pattern = NEVER
    # The words between a name and an outlet, as a regular expression: "from", "with", "at".
    of_outlet: str = r"(?!)"
    i_am: Pattern = NEVER
    goes_to: Pattern = NEVER
    # The end of an answer (parse.turns), and formulas for handing over (group.exchanges).
    sign_off: Pattern = NEVER
    hands_over: Pattern = NEVER
    # First-person speech: such a sentence is not a report (parse.front, parse.narration).
    first_person: Pattern = NEVER
    first_person_in_room: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Labels:
    """The words before a turn that say whose it is (parse.labels, layouts, deciding)."""

    # Words or phrases, in lower case, for somebody who asks, answers or chairs; words for who
    # chairs that may precede a name, unlike titles such as "Chairman".
    asking: Words = NOTHING
    answering: Words = NOTHING
    chairing: Words = NOTHING
    moderating: Words = NOTHING
    # First words, in lower case, of lines that are not labels.
    never: Words = NOTHING
    # Labels for question and answer with a colon: groups `word`, `who`, `rest`; the words that ask;
    # labels without a colon; numbered ones; a numbered one as the whole layout.
    generic: Pattern = NEVER
    question_marks: Words = NOTHING
    bare: Pattern = NEVER
    bare_marks: tuple[str, str] = ("", "")
    numbered: Pattern = NEVER
    numbered_layout: Pattern = NEVER
    # Words for the press; for the press or a question; "Question from" at the start; a follow-up.
    asker: Pattern = NEVER
    asking_word: Pattern = NEVER
    question_first: Pattern = NEVER
    question_lead: Pattern = NEVER
    continued: Pattern = NEVER
    follow_up: Pattern = NEVER
    # Words that end a reporting clause: what precedes this colon is not a label.
    saying: Pattern = NEVER
    # A question said to have been asked, words between a task and a name, an answer said to follow.
    asked: Pattern = NEVER
    glue: Pattern = NEVER
    answer_phrase: Pattern = NEVER
    # The name of the event, in a title with a colon.
    headline: Pattern = NEVER
    # Groups `role` and `name`: "President of Westmark Ann Lee".
    role_first: Pattern = NEVER
