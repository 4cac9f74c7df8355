"""What a language pack tells of questions and of titles: how they say what they are about.

Every pattern with a group `subject` holds in it the words that name the subject; the words before
are courtesy, or the frame that they stand in.
"""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, Pattern


@dataclass(frozen=True, eq=False, kw_only=True)
class Asking:
    """How a question names its subject (group.subjects)."""

    # A sentence that says what one is going to ask about, wherever it stands.
    announced: tuple[Pattern, ...] = ()
    # What asks, the more telling patterns first; each is held against a whole sentence.
    asked: tuple[Pattern, ...] = ()
    # What was told before the question: that something was reported or said; a plain sentence.
    told: tuple[Pattern, ...] = ()
    # A sentence that only greets, thanks, or asks what one thinks of all that was said.
    courtesy: Pattern = NEVER
    bare: Pattern = NEVER
    # Words that mean what was named before; alone, and with the noun that they repeat (`noun`).
    pronoun: Pattern = NEVER
    repeated: Pattern = NEVER
    # The words before a noun that belong to its name, as a pattern's text.
    modifiers: str = r"(?!)"
    # Words that stand before a subject without being part of it, and behind it.
    before: Pattern = NEVER
    behind: Pattern = NEVER
    # Words that a long subject can do without: what is left stands in `subject`.
    narrower: tuple[Pattern, ...] = ()
    # Where a subject that is too long may end.
    joint: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Titles:
    """What a title can do without where it stands in a list (group.short_titles)."""

    # The day at its end.
    day: Pattern = NEVER
    # What the event is called before its subject; words before the subject that tell little.
    event: tuple[Pattern, ...] = ()
    before: Pattern = NEVER
    # Where a title that is too long may end.
    joint: Pattern = NEVER
