"""What a language pack tells of questions and of titles: how they say what they are about.

A pattern with a group `subject` holds in it the words that name the subject; what stands before is
courtesy, or the frame that they stand in.  All are held against one sentence, without the blanks
around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Asking:
    """How a question names its subject (group.subjects)."""

    # A sentence that says what one is going to ask about; one that asks, though it may have no
    # question mark; what it asks, in the order in which it is tried; a question that asks what one
    # thinks of all that was told before it.
    announced: tuple[Pattern, ...] = ()
    asks: Pattern = NEVER
    asked: tuple[Pattern, ...] = ()
    bare: Pattern = NEVER
    # A sentence that greets, thanks, or says who asks.
    courtesy: Pattern = NEVER
    # What a sentence before a question names, and what it tells, in the order in which it is tried.
    names: tuple[Pattern, ...] = ()
    tells: tuple[Pattern, ...] = ()
    # A subject that names nothing itself, and words in it that mean what was named before ("such").
    pronoun: Pattern = NEVER
    points_back: Pattern = NEVER
    # A subject that repeats the `noun` of a name told before; words that no such name holds; those
    # before a noun that show that it is told for the first time; what a name is for, behind it.
    repeated: Pattern = NEVER
    outside_names: Words = NOTHING
    introduces: Words = NOTHING
    purpose: Pattern = NEVER
    # Words before a subject and behind it that are no part of it.
    before: Pattern = NEVER
    behind: Pattern = NEVER
    # What a subject says before its own `subject`; the same, where it is too long otherwise.
    frames: tuple[Pattern, ...] = ()
    shorter: tuple[Pattern, ...] = ()
    # Where a subject that is too long may end; an office that it can do without, before the
    # `subject`.
    joint: Pattern = NEVER
    office: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Titles:
    """What a title can do without where it stands in a list (group.short_titles)."""

    # The day at its end.
    day: Pattern = NEVER
    # What the event is called before its `subject`; words before the subject that tell little.
    event: tuple[Pattern, ...] = ()
    before: Pattern = NEVER
    # Where a title that is too long may end.
    joint: Pattern = NEVER
