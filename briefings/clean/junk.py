"""What web pages put around a text: each kind by a named rule that looks at one block alone.

A rule must not match anything that a person could have said; what only its place betrays (a
menu before the title, "Related news" after the end) is settled in `parse`, which knows the place.
"""

from __future__ import annotations

import re

# name of the rule, pattern; the pattern matches the whole block
_RULES: tuple[tuple[str, str], ...] = (
    ("breadcrumb", r"(?:\W{0,3}\w[\w &.,'’()-]{0,60}?\s*[>›»ㄑ〉＞→]\s*){2,}.{0,160}"),
    ("breadcrumb", r"(?:[ㄑ›»〉＞]\s*[^ㄑ›»〉＞]{1,80}){2,}"),
    ("breadcrumb", r"(?:you are here|(?:your|current) (?:location|position))\s*[:>].{0,160}"),
    ("breadcrumb", r"home\s*[/|>»›·].{0,160}"),
    ("language-link", r"(?:read|view|watch) (?:this |it |more )?(?:\w+ )?in (?:chinese|english|french|gaelic|"
                      r"spanish|russian|arabic|german|japanese|korean|portuguese|italian)"),
    ("pager", r"[\W\s]*(?:\d{1,3}[\W\s]+){2,}\d{1,3}(?:\W|next|last|page|\d)*"),
    ("pager", r"[<«‹]\W*\d{1,3}(?:\s\W*\d{1,3})*\W*|\d{1,3}(?:\s\W*\d{1,3})+\s*[>»›]"),
    ("pager", r"page \d+ (?:of|/) \d+"),
    ("gallery", r"\d{0,3}\s*/\s*\d{1,3}(?:\s+\S.{0,80})?"),
    ("pager", r"(?:next|prev(?:ious)?) (?:post|article|page|story|item)\s*[:：»›>].{0,200}"),
    ("site-notice", r"an official website of the .{0,80}|here['’]?s how you know|"
                    r"official websites use \.\w+|(?:a )?\.\w+ website belongs to .{0,160}|"
                    r"secure \.\w+ websites use https|a lock\b.{0,20}or https://.{0,200}|"
                    r"you have accessed part of a historical collection.{0,300}|"
                    r"this is historical material.{0,40}the website is no longer updated.{0,200}|"
                    r"(?:this|our) (?:web ?)?site uses cookies.{0,300}"),
    ("share", r"share (?:this|on|to|with|via)\b.{0,60}"),
    ("share", r"(?:suggest|send|recommend) to a friend"),
    ("share", r"(?:scan the|click (?:here|on|to)|subscribe (?:to|now)|sign up (?:for|to)|follow us|"
              r"download (?:our|the) app)\b.{0,120}"),
    ("skip-link", r"(?:skip to|jump to|back to|go to) (?:\w+ ){0,2}(?:content|navigation|top|main|home|"
                  r"search|page)\w*"),
    ("copyright", r"(?:.{0,80}\W)?(?:copyright\s*(?:©|\(c\)|\d{4}|by\b)|©|\(c\) ?\d{4}|"
                  r"all rights reserved).{0,200}"),
    ("contact", r"contact us\b.{0,200}"),
    ("contact", r"(?:address|tel|fax|telephone|e-?mail|post(?:al)? ?code)\s*:.{0,160}"),
    ("views", r"(?:views?|clicks?|hits|reads?|visits?)\s*[:：]\s*[\d,.]+"),
    ("caption", r".{0,200}[\[(](?:file )?(?:photo|image|picture)s?(?:(?:\s+(?:by|from|credit|courtesy)"
                r"\b|\s*[/:])[^\])]{0,80})?[\])]\.?"),
    ("tags", r"(?:tags?|key ?words?|categor(?:y|ies)|filed under)\s*[:：].{0,200}"),
    ("registration", r".{0,40}(?:\bicp\b|京公网安备|京ICP).{0,80}"),
    ("rule-line", r"[\W_]{3,}"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _RULES)

# A block all of whose words are of one of these sets, and which says nothing else.
_WORDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("pager", frozenset("first prev previous next last page".split())),
    ("share", frozenset(
        "share tweet print email e mail save comment comments bookmark like facebook twitter weibo "
        "wechat whatsapp linkedin telegram instagram youtube x rss line copy link pin it to on via "
        "font text size larger smaller small medium large and this page".split())),
    ("language-link", frozenset(
        "中文 简体 繁體 简体中文 繁體中文 english français español русский deutsch العربية 日本語 한국어 "
        "português italiano".split())),
    ("site-tools", frozenset(
        "search advanced site map sitemap rss feed feeds log login in sign register menu toggle "
        "navigation close open home about us contact privacy policy terms of use service cookie "
        "cookies accessibility disclaimer mobile desktop version top back".split())),
)  # fmt: skip
_WORD = re.compile(r"\w+")
_LONGEST = 420


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
    for name, pattern in _COMPILED:
        if pattern.fullmatch(text):
            return name
    # What ends as a sentence or a label does may be somebody's short answer: "Like this."
    if text[-1] in ".:?!" or len(text) > 120:
        return None
    words = _WORD.findall(text.lower())
    return next((name for name, known in _WORDS if words and known.issuperset(words)), None)
