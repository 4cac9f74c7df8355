"""What a pack holds for the web page around a text (clean.junk, clean.wrap, survey.speech)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class PageWords:
    """Words of menus, notices and buttons."""

    # What whole blocks say, by the name of the rule that takes them out; of several the first that
    # fits.  No pattern may match what a person could have said (clean.junk).
    furniture: tuple[tuple[str, Pattern], ...] = ()
    # The same, of short blocks that end as no sentence does: with a point behind it "Share this
    # with your readers" may be somebody's (clean.junk).
    links: tuple[tuple[str, Pattern], ...] = ()
    # Sets of words in lower case, of which a short block has no other, by the name of the rule
    # (clean.junk).
    menus: tuple[tuple[str, Words], ...] = ()
    # Words around the numbers of a pager (clean.junk).
    pager: Words = NOTHING
    # "Page 2 of 21" and nothing else (clean.wrap).
    page_number: Pattern = NEVER
    # A line of rights; what invites to share, subscribe or read on; words of menus, of which a
    # passage that is none has few (survey.speech).
    rights: Pattern = NEVER
    invites: Pattern = NEVER
    menu_words: Words = NOTHING
