"""The part of a pack for the web page around a text (clean.junk, clean.wrap, survey.speech)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class PageWords:
    """Words of menus, notices and buttons."""

    # Patterns for whole blocks, with the name of the rule that removes them; the first match
    # counts. They must not match anything that a person could say (clean.junk).
    furniture: tuple[tuple[str, Pattern], ...] = ()
    # The same for short blocks that do not end like a sentence: with a full stop, "Share this with
    # your readers" may be speech (clean.junk).
    links: tuple[tuple[str, Pattern], ...] = ()
    # Sets of words in lower case with the name of the rule; they match short blocks that contain no
    # other words (clean.junk).
    menus: tuple[tuple[str, Words], ...] = ()
    # Words around the numbers of a pager (clean.junk).
    pager: Words = NOTHING
    # A page number and nothing else, such as "Page 2 of 21" (clean.wrap).
    page_number: Pattern = NEVER
    # Copyright lines; invitations to share, subscribe or read on; words of menus, which are rare in
    # other passages (survey.speech).
    rights: Pattern = NEVER
    invites: Pattern = NEVER
    menu_words: Words = NOTHING
