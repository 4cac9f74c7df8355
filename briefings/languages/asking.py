"""The part of a language pack for questions and titles: how they state their subject.

The group `subject` of a pattern contains the words that name the subject; the words before it are
courtesies or a frame. All patterns are matched against one sentence without surrounding white
space.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .defaults import NEVER, NOTHING, Pattern, Words
from .naming import Naming


@dataclass(frozen=True, eq=False, kw_only=True)
class Asking:
    """How a question names its subject (group.subjects)."""

    # A sentence that announces a question; one that asks, perhaps without a question mark; patterns
    # for what it asks, in the order in which they are tried; a question for an opinion on all that
    # was said before it.
    announced: tuple[Pattern, ...] = ()
    asks: Pattern = NEVER
    asked: tuple[Pattern, ...] = ()
    bare: Pattern = NEVER
    # A sentence that greets, thanks, or introduces the asker.
    courtesy: Pattern = NEVER
    # Patterns for what a sentence before a question names, in the order in which they are tried.
    names: tuple[Pattern, ...] = ()
    # A subject that names nothing by itself, and words in it that refer back ("such").
    pronoun: Pattern = NEVER
    points_back: Pattern = NEVER
    # A subject that repeats the `noun` of an earlier name; words that no such name contains; words
    # before a noun that show its first mention; the purpose of a name, and other complements after
    # it.
    repeated: Pattern = NEVER
    outside_names: Words = NOTHING
    introduces: Words = NOTHING
    purpose: Pattern = NEVER
    belongs: Pattern = NEVER
    # Words before and after a subject that are not part of it.
    before: Pattern = NEVER
    behind: Pattern = NEVER
    # Words of a subject before its actual `subject`; the same, for subjects that are too long.
    frames: tuple[Pattern, ...] = ()
    shorter: tuple[Pattern, ...] = ()
    # Where a subject that is too long may end; a joint of a list, and words after which it is not
    # cut there; and the words that decide whether a subject is clear by itself.
    joint: Pattern = NEVER
    listed: Pattern = NEVER
    belonging: Pattern = NEVER
    naming: Naming = field(default_factory=Naming)


@dataclass(frozen=True, eq=False, kw_only=True)
class Titles:
    """Dispensable words of a title in a list (group.short_titles)."""

    # The date at its end.
    day: Pattern = NEVER
    # The name of the event before its `subject`; words before the subject that say little.
    event: tuple[Pattern, ...] = ()
    # The name of the event before those who held it, for a title without any other information.
    by: Pattern = NEVER
    before: Pattern = NEVER
    # Where a title that is too long may end.
    joint: Pattern = NEVER
