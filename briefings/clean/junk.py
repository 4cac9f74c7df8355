"""Rules for what web pages put around a text; each rule is named and looks at a single block.

A rule must not match anything that a person could say. What only its position identifies (a menu
before the title, "Related news" after the end) is handled in `parse`, which knows the position.
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import ENGLISH, Language

# Longer blocks are paragraphs, to which no rule applies.
_LONGEST = 420

# The separators between the numbers of a pager; nobody counts aloud like that.
_BETWEEN = r"[\s|/·•<>«»‹›\[\]….-]"
# The name of each rule and a pattern for the whole block, for rules that apply to all languages.
# The rules of a language come between these and `_LAST_SIGNS`.
_SIGNS = (
    ("timestamp", re.compile(r"[(\[]?\d\d:\d\d:\d\d[)\]]?")),
    ("pager", re.compile(r"[<«‹]\W*\d{1,3}(?:\s\W*\d{1,3})*\W*|\d{1,3}(?:\s\W*\d{1,3})+\s*[>»›]")),
    ("gallery", re.compile(r"\d{0,3}\s*/\s*\d{1,3}(?:\s+\S.{0,80})?")),
)
_LAST_SIGNS = (
    # A sentence followed by a photographer's name in capitals and the owner of the picture.
    ("caption", re.compile(r".{20,300}[.!?]\s+[A-Z][A-Z .'-]{3,40}/\s?[A-Z][A-Za-z ]{2,30}")),
    # The registration that web sites in China must show.
    ("registration", re.compile(r".{0,40}(?:\bicp\b|京公网安备|京ICP).{0,80}", re.IGNORECASE)),
    ("rule-line", re.compile(r"[\W_]{3,}")),
)

# Separators of a breadcrumb; on mobile pages, one may precede the first part.
_CRUMB = re.compile(r"\s*[>›»ㄑ〉＞→]\s*")
_LONGEST_CRUMB = 80
_LAST_CRUMB = 160

_WORD = re.compile(r"\w+")
# A URL and nothing else, which nobody says.
_LINK = re.compile(r"[<(\[]?(?:https?://|www\.)[^\s<>]+[>)\].,;]{0,3}", re.IGNORECASE)


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the rules that match a whole block of a text in a language, in order."""
    words = "|".join(sorted(language.pages.pager)) or "(?!)"
    pager = re.compile(
        rf"{_BETWEEN}*\d{{1,3}}(?:{_BETWEEN}+\d{{1,3}}){{2,}}{_BETWEEN}*"
        rf"(?:(?:{words}){_BETWEEN}*){{0,3}}",
        re.IGNORECASE,
    )
    return (("pager", pager), *_SIGNS, *language.pages.furniture, *_LAST_SIGNS)


def junk_rule(text: str, language: Language = ENGLISH) -> str | None:
    """Return the name of the rule that removes a block, or None if it stays.

    >>> junk_rule("1 2 3 4 5 6 7 >"), junk_rule("/6 Group Photo"), junk_rule("Read in Chinese")
    ('pager', 'gallery', 'language-link')
    >>> junk_rule("Home > Press and Media Service > Remarks"), junk_rule("Share | Print")
    ('breadcrumb', 'share')
    >>> junk_rule("Thank you.") is None, junk_rule("In 2021 > 6,000 gangs were broken up.") is None
    (True, True)
    """
    if len(text) > _LONGEST:
        return None
    if all(_LINK.fullmatch(word) for word in text.split()):
        return "link"
    if _is_breadcrumb(text):
        return "breadcrumb"
    for name, pattern in _patterns(language):
        if pattern.fullmatch(text):
            return name
    # Blocks that end like sentences or labels may be short answers: "Like this."
    if text[-1] in ".:?!" or len(text) > 120:
        return None
    for name, pattern in language.pages.links:
        if pattern.fullmatch(text):
            return name
    words = _WORD.findall(text.lower())
    return next(
        (name for name, known in language.pages.menus if words and known.issuperset(words)), None
    )


def _is_breadcrumb(text: str) -> bool:
    """Return whether a block has three or more parts, or two after a leading separator, as short as
    links."""
    *crumbs, last = _CRUMB.split(text)
    if len(crumbs) < 2 or len(last) > _LAST_CRUMB or re.search(r"[.?!]$", last):
        return False
    return all(len(crumb) <= _LONGEST_CRUMB for crumb in crumbs) and any(
        crumb[:1].isalpha() for crumb in crumbs
    )
