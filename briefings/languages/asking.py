"""What a language pack tells of questions and of titles: how they say what they are about.

A pattern with a group `subject` holds in it the words that name the subject; what stands before is
courtesy, or the frame that they stand in.  All are held against one sentence, without the blanks
around it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .defaults import NEVER, NOTHING, Pattern, Words
from .naming import Naming


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
    # What a sentence before a question names, in the order in which it is tried.
    names: tuple[Pattern, ...] = ()
    # A subject that names nothing itself, and words in it that mean what was named before ("such").
    pronoun: Pattern = NEVER
    points_back: Pattern = NEVER
    # A subject that repeats the `noun` of a name told before; words that no such name holds; those
    # before a noun that show that it is told for the first time; what a name is for, and what else
    # belongs to it, behind it.
    repeated: Pattern = NEVER
    outside_names: Words = NOTHING
    introduces: Words = NOTHING
    purpose: Pattern = NEVER
    belongs: Pattern = NEVER
    # Words before a subject and behind it that are no part of it.
    before: Pattern = NEVER
    behind: Pattern = NEVER
    # What a subject says before its own `subject`; the same, where it is too long otherwise.
    frames: tuple[Pattern, ...] = ()
    shorter: tuple[Pattern, ...] = ()
    # Where a subject that is too long may end; a joint of a list, and words behind which it is not
    # cut there.  By which words it is seen that a subject names something.
    joint: Pattern = NEVER
    listed: Pattern = NEVER
    belonging: Pattern = NEVER
    naming: Naming = field(default_factory=Naming)


@dataclass(frozen=True, eq=False, kw_only=True)
class Titles:
    """What a title can do without where it stands in a list (group.short_titles)."""

    # The day at its end.
    day: Pattern = NEVER
    # What the event is called before its `subject`; words before the subject that tell little.
    event: tuple[Pattern, ...] = ()
    # What it is called before those who held it, for a title that says nothing else.
    by: Pattern = NEVER
    before: Pattern = NEVER
    # Where a title that is too long may end.
    joint: Pattern = NEVER
