"""What web pages put around a text: each kind by a named rule that looks at one block alone.

A rule must not match anything that a person could have said; what only its place betrays (a
menu before the title, "Related news" after the end) is settled in `parse`, which knows the place.
"""

from __future__ import annotations

import re
from functools import cache

from ..languages import ENGLISH, Language

# Longer blocks are paragraphs, which no rule here may touch.
_LONGEST = 420

# What stands between the numbers of a pager; nobody counts aloud like that.
_BETWEEN = r"[\s|/·•<>«»‹›\[\]….-]"
# Which block looks like what in every language: name of the rule, pattern of the whole block.  What
# a language says is asked for between the first and the last of these.
_SIGNS = (
    ("timestamp", re.compile(r"[(\[]?\d\d:\d\d:\d\d[)\]]?")),
    ("pager", re.compile(r"[<«‹]\W*\d{1,3}(?:\s\W*\d{1,3})*\W*|\d{1,3}(?:\s\W*\d{1,3})+\s*[>»›]")),
    ("gallery", re.compile(r"\d{0,3}\s*/\s*\d{1,3}(?:\s+\S.{0,80})?")),
)
_LAST_SIGNS = (
    # A photographer's name in capitals, and whose the picture is, behind a sentence.
    ("caption", re.compile(r".{20,300}[.!?]\s+[A-Z][A-Z .'-]{3,40}/\s?[A-Z][A-Za-z ]{2,30}")),
    # What sites in China are registered under.
    ("registration", re.compile(r".{0,40}(?:\bicp\b|京公网安备|京ICP).{0,80}", re.IGNORECASE)),
    ("rule-line", re.compile(r"[\W_]{3,}")),
)

# Signs between the parts of a breadcrumb; on mobile pages one stands before the first part too.
_CRUMB = re.compile(r"\s*[>›»ㄑ〉＞→]\s*")
_LONGEST_CRUMB = 80
_LAST_CRUMB = 160

_WORD = re.compile(r"\w+")
# An address and nothing else, which nobody says.
_LINK = re.compile(r"[<(\[]?(?:https?://|www\.)[^\s<>]+[>)\].,;]{0,3}", re.IGNORECASE)


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules that look at a whole block of a text in a language, in their order."""
    words = "|".join(sorted(language.pages.pager)) or "(?!)"
    pager = re.compile(
        rf"{_BETWEEN}*\d{{1,3}}(?:{_BETWEEN}+\d{{1,3}}){{2,}}{_BETWEEN}*"
        rf"(?:(?:{words}){_BETWEEN}*){{0,3}}",
        re.IGNORECASE,
    )
    return (("pager", pager), *_SIGNS, *language.pages.furniture, *_LAST_SIGNS)


def junk_rule(text: str, language: Language = ENGLISH) -> str | None:
    """The rule that takes this block out, or None: it stays.

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
    # What ends as a sentence or a label does may be somebody's short answer: "Like this."
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
    """Three parts and more, or two behind a leading sign, each as short as a link."""
    *crumbs, last = _CRUMB.split(text)
    if len(crumbs) < 2 or len(last) > _LAST_CRUMB or re.search(r"[.?!]$", last):
        return False
    return all(len(crumb) <= _LONGEST_CRUMB for crumb in crumbs) and any(
        crumb[:1].isalpha() for crumb in crumbs
    )
