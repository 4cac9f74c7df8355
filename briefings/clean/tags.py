"""The meaning of each HTML element for readers: paragraph, inline, code, or page furniture."""

from __future__ import annotations

import re

BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html legend "
    "li listing main menu nav ol option p pre section select summary table tbody td tfoot th thead "
    "title tr ul x-title".split()
)
_INLINE = frozenset(
    "a abbr acronym area audio b base basefont bdi bdo big button canvas cite code col "
    "colgroup data datalist del dfn em embed font frame g i iframe image img input ins kbd "
    "keygen label link map mark marquee meta meter nobr noembed noframes noscript object "
    "optgroup output param path picture plaintext progress q rp rt ruby s samp script slot "
    "small source span strike strong style sub sup svg template textarea time track tt u var "
    "video wbr xmp".split()
)
EMPHASIS = frozenset(("b", "strong", "i", "em", "u"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
KNOWN = BLOCKS | _INLINE
# Their content is code, not text; if they are never closed, only the tag is removed.
CODE = frozenset(("script", "style", "template", "svg"))
# Fallback content: if the element is closed and small, it is removed with its content.
FALLBACK = frozenset(("iframe", "noscript", "noembed", "textarea"))
# They switch a parser to raw text; their tags are removed, and their content is read as text.
RAW = frozenset(
    ("noframes", "noscript", "noembed", "xmp", "plaintext", "textarea", "iframe", "listing")
)
FURNITURE = frozenset(
    ("nav", "footer", "aside", "form", "select", "button", "menu", "header", "dialog")
)
# Elements that form the frame of a page; smaller ones may be speech, whatever their class.
CONTAINERS = frozenset(
    "div section ul ol dl table center dir fieldset figure details".split()
) | FURNITURE  # fmt: skip
FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:breadcrumb\w*|crumbs?|urhere|nav|navbar|navigation|menu|footer|foot|share|"
    r"sharing|social|related|relatednews|recommend(?:ed)?|sidebar|comments?|copyright|pager|"
    r"pagination|toolbar|tools?|cookies?|newsletter|subscribe|lang|languages?|skip|search|"
    r"advert\w*|ads|banner|address|contacts?|newslst\w*|hotnews|hot-news|more-news|prevnext)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
