"""What web pages put around a text: each kind by a named rule that looks at one block alone.

A rule must not match anything that a person could have said; what only its place betrays (a
menu before the title, "Related news" after the end) is settled in `parse`, which knows the place.
"""

from __future__ import annotations

import re

# Longer blocks are paragraphs, which no rule here may touch.
_LONGEST = 420

# What stands between the numbers of a pager; nobody counts aloud like that.
_BETWEEN = r"[\s|/·•<>«»‹›\[\]….-]"
_LANGUAGES = (
    "chinese|english|french|gaelic|spanish|russian|arabic|german|japanese|korean|portuguese|italian"
)
# name of the rule, pattern; the pattern matches the whole block, without case unless it says so
_RULES: tuple[tuple[str, str], ...] = (
    ("breadcrumb", r"(?:you are here|(?:your|current) (?:location|position))\s*[:>].{0,160}"),
    ("breadcrumb", r"home\s*[/|>»›·].{0,160}"),
    ("language-link", rf"(?:read|view|watch) (?:this |it |more )?(?:\w+ )?in (?:{_LANGUAGES})"),
    ("timestamp", r"[(\[]?\d\d:\d\d:\d\d[)\]]?"),
    ("pager", rf"{_BETWEEN}*\d{{1,3}}(?:{_BETWEEN}+\d{{1,3}}){{2,}}{_BETWEEN}*"
              rf"(?:(?:next|last|page){_BETWEEN}*){{0,3}}"),
    ("pager", r"[<«‹]\W*\d{1,3}(?:\s\W*\d{1,3})*\W*|\d{1,3}(?:\s\W*\d{1,3})+\s*[>»›]"),
    ("pager", r"page \d+ (?:of|/) \d+"),
    ("pager", r"(?:next|prev(?:ious)?) (?:post|article|page|story|item)\s*[:：»›>].{0,200}"),
    ("gallery", r"\d{0,3}\s*/\s*\d{1,3}(?:\s+\S.{0,80})?"),
    # Banners of government sites, word for word.
    ("site-notice", r"an official website of the .{0,80}|here['’]?s how you know"),
    ("site-notice", r"official websites use \.\w+|secure \.\w+ websites use https"),
    ("site-notice", r"(?:a )?\.\w+ website belongs to .{0,160}|a lock\b.{0,20}or https://.{0,200}"),
    ("site-notice", r"you have accessed part of a historical collection.{0,300}"),
    ("site-notice", r"this is historical material.{0,40}the website is no longer updated.{0,200}"),
    ("site-notice", r"(?:this|our) (?:web ?)?site uses cookies.{0,300}"),
    ("share", r"(?:suggest|send|recommend) to a friend"),
    ("share", r"(?:scan the (?:\w+ ){0,2}code|click (?:here|on|to)|subscribe (?:to|now)|"
              r"sign up (?:for|to)|download (?:our|the) app)\b.{0,120}"),
    ("skip-link", r"(?:skip to|jump to|back to|go to) (?:\w+ ){0,2}"
                  r"(?:content|navigation|top|main|home|search|page)\w*"),
    ("copyright", r"(?:.{0,80}\W)?(?:copyright\s*(?:©|\(c\)|\d{4}|by\b)|©|\(c\) ?\d{4}|"
                  r"all rights reserved).{0,200}"),
    ("contact", r"(?:address|tel|fax|phone|telephone|e-?mail|post(?:al)? ?code)\s*:.{0,160}"),
    ("contact", r"(?:[a-z][a-z ]{2,40}:\s*\+?|\+)\d[\d ()-]{8,20}\d"
                r"(?:\s*[-–|,]\s*(?:fax|tel)\b.{0,40})?"),
    ("views", r"(?:views?|clicks?|hits|reads?|visits?)\s*[:：]\s*[\d,.]+"),
    ("caption", r".{0,200}[\[(](?:file )?(?:photo|image|picture)s?(?:(?:\s+(?:by|from|credit|"
                r"courtesy)\b|\s*[/:])[^\])]{0,80})?[\])]\.?"),
    ("caption", r".{20,300}\W(?:photo|image) ?(?:: ?|(?:taken )?by )(?-i:[A-Z])[^.!?]{1,60}\.?"),
    ("caption", r".{20,300}[.!?]\s+(?-i:[A-Z][A-Z .'-]{3,40}/\s?[A-Z][A-Za-z ]{2,30})"),
    ("tags", r"(?:tags?|key ?words?|categor(?:y|ies)|filed under)\s*[:：].{0,200}"),
    ("registration", r".{0,40}(?:\bicp\b|京公网安备|京ICP).{0,80}"),
    ("rule-line", r"[\W_]{3,}"),
)  # fmt: skip
# The same words with a point behind them may be somebody's: "Share this with your readers."
_LINKS: tuple[tuple[str, str], ...] = (
    ("share", r"share (?:this|on|to|with|via)\b.{0,60}|follow us\b.{0,80}"),
    ("contact", r"contact us\b.{0,200}"),
)
_COMPILED_LINKS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _LINKS)
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _RULES)

# Signs between the parts of a breadcrumb; on mobile pages one stands before the first part too.
_CRUMB = re.compile(r"\s*[>›»ㄑ〉＞→]\s*")
_LONGEST_CRUMB = 80
_LAST_CRUMB = 160

# A block all of whose words are of one of these sets, and which says nothing else.
_WORDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("pager", frozenset("first prev previous next last page".split())),
    ("share", frozenset(
        "share tweet print email e mail save comment comments bookmark like facebook twitter weibo "
        "wechat whatsapp linkedin telegram instagram youtube x rss line copy link pin it to on via "
        "font text size larger smaller small medium large and this page".split())),
    ("language-link", frozenset(
        "中文 简体 繁體 简体中文 繁體中文 english français español русский deutsch العربية عربي "
        "日本語 한국어 português italiano french spanish russian arabic".split())),
    ("site-tools", frozenset(
        "search form advanced site map sitemap rss feed feeds log login in sign register menu "
        "toggle navigation close open home about us contact privacy policy terms of use service "
        "cookie cookies accessibility disclaimer mobile desktop version top back".split())),
)  # fmt: skip
_WORD = re.compile(r"\w+")
# An address and nothing else, which nobody says.
_LINK = re.compile(r"[<(\[]?(?:https?://|www\.)[^\s<>]+[>)\].,;]{0,3}", re.IGNORECASE)


def junk_rule(text: str) -> str | None:
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
    for name, pattern in _COMPILED:
        if pattern.fullmatch(text):
            return name
    # What ends as a sentence or a label does may be somebody's short answer: "Like this."
    if text[-1] in ".:?!" or len(text) > 120:
        return None
    for name, pattern in _COMPILED_LINKS:
        if pattern.fullmatch(text):
            return name
    words = _WORD.findall(text.lower())
    return next((name for name, known in _WORDS if words and known.issuperset(words)), None)


def _is_breadcrumb(text: str) -> bool:
    """Three parts and more, or two behind a leading sign, each as short as a link."""
    *crumbs, last = _CRUMB.split(text)
    if len(crumbs) < 2 or len(last) > _LAST_CRUMB or re.search(r"[.?!]$", last):
        return False
    return all(len(crumb) <= _LONGEST_CRUMB for crumb in crumbs) and any(
        crumb[:1].isalpha() for crumb in crumbs
    )
