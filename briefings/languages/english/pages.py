"""Furniture of English web pages. See `languages.pages`."""

from __future__ import annotations

import re

from ..defaults import Pattern, Words
from ..pages import PageWords

_LANGUAGES = (
    "chinese|english|french|gaelic|spanish|russian|arabic|german|japanese|korean|portuguese|italian"
)
_FURNITURE = (
    ("breadcrumb", r"(?:you are here|(?:your|current) (?:location|position))\s*[:>].{0,160}"),
    ("breadcrumb", r"home\s*[/|>»›·].{0,160}"),
    ("language-link", rf"(?:read|view|watch) (?:this |it |more )?(?:\w+ )?in (?:{_LANGUAGES})"),
    ("pager", r"page \d+ (?:of|/) \d+"),
    ("pager", r"(?:next|prev(?:ious)?) (?:post|article|page|story|item)\s*[:：»›>].{0,200}"),
    # Banners of government sites, verbatim.
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
    ("tags", r"(?:tags?|key ?words?|categor(?:y|ies)|filed under)\s*[:：].{0,200}"),
)  # fmt: skip
_LINKS = (
    ("share", r"share (?:this|on|to|with|via)\b.{0,60}|follow us\b.{0,80}"),
    ("contact", r"contact us\b.{0,200}"),
)
_MENUS: tuple[tuple[str, Words], ...] = (
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
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b.{0,30}\b(?:19|20)\d\d|\ball rights "
    r"reserved\b)",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"\W*(?:share (?:this|on|via|to)\b|follow us\b|print (?:this )?(?:page|article)\b|"
    r"e-?mail (?:this|to a friend)\b|subscribe (?:to|now)\b|sign up (?:for|to)\b|log ?in\b|"
    r"click (?:here|to)\b|read more\b|back to top\b|skip to\b|next page\b|previous page\b|"
    r"(?:related|recommended) (?:links?|articles?|news|stories|reading)\b|"
    r"you may also like\b|advertisement\b|we use cookies\b|this (?:web)?site uses cookies\b|"
    r"terms (?:of use|and conditions)\b|privacy policy\b|scan the qr code\b|"
    r"download (?:the|our) app\b|"
    r"tags?\s*:)",
    re.IGNORECASE,
)
_MENU_WORDS = frozenset(
    "home about contact us news search login register menu sitemap help archive photos video "
    "videos services media top english chinese français español русский 中文 print share email "
    "facebook twitter weibo wechat linkedin whatsapp rss subscribe map links feedback".split()
)


def _compiled(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[str, Pattern], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in rules)


PAGE_WORDS = PageWords(
    furniture=_compiled(_FURNITURE),
    links=_compiled(_LINKS),
    menus=_MENUS,
    pager=frozenset("next last page".split()),
    page_number=re.compile(r"page \d{1,3} (?:of|/) \d{1,3}", re.IGNORECASE),
    rights=_RIGHTS,
    invites=_INVITES,
    menu_words=_MENU_WORDS,
)
