"""What stands after the text: credits, the clause on languages, and what the page adds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Block, Credits, Role
from .datelines import is_only_a_time
from .dates import find_dates
from .shapes import is_related, is_sentence

_MADE = r"(?:translated|edited|compiled|proofread|polished|reviewed)"
_CREDIT = re.compile(
    rf"\(?(?:(?:{_MADE}|transcribed|interpreted|produced|written)"
    rf"(?:(?:\s*,\s*|\s+and\s+){_MADE})*\s+by\b|"
    r"(?:editors?|translators?|reporters?|authors?|web editor|executive editor|editor-in-charge|"
    r"proofreader)\s*[:：]|\(?source\s*[:：])",
    re.IGNORECASE,
)
_LANGUAGE = (
    r"\b(?:text|version|translation|interpretation|chinese|original|english|french|german|russian|"
    r"arabic|spanish)\b"
)
_NOTICE = re.compile(
    rf"(?:in (?:the )?(?:case|event) of|should there be|where there (?:is|are)|if there (?:is|are))"
    rf"(?=[^.]*{_LANGUAGE})[^.]*(?:discrepanc|inconsisten|differen|diverg|conflict|ambigu)"
    rf"[^.]*(?:\.|$)|"
    rf"(?=[^.]{{0,200}}{_LANGUAGE})[^.]{{0,200}}"
    r"\b(?:prevails?|shall govern|is authoritative|(?:only )?for reference(?: only)?)\b"
    r"[^.]*(?:\.|$)",
    re.IGNORECASE,
)
# What the patterns above turn on: looking for it first saves nearly all of their work.
_NOTICE_WORD = re.compile(
    r"prevail|shall govern|authoritative|for reference|discrepanc|inconsisten|differen|diverg|"
    r"conflict|ambigu",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 400
_END = re.compile(
    r"\W*(?:end|ends|ended|the end|concluded|end of (?:transcript|text|article|briefing))\b\W*"
    r"(?:\d{1,2}[: .]\d\d\s*[ap]?\.?m?\.?\s*[A-Z]{0,5})?\W*|#{2,}|\W*-30-\W*|"
    r"\W*the (?:briefing|press conference|gaggle) (?:was )?(?:concluded|ended) at [\d:.apm ]+\W*",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")


@dataclass
class Closing:
    """Roles by block number; `split` is where in its text a notice begins behind a credit."""

    roles: dict[int, Role] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    credits: Credits = field(default_factory=Credits)
    split: dict[int, int] = field(default_factory=dict)


def notice_in(text: str) -> re.Match[str] | None:
    """The clause that says which language prevails, where a text has one.

    >>> notice_in("The Chinese text shall prevail.") is not None
    True
    >>> notice_in("If there are differences, we talk about them.") is None
    True
    """
    return _NOTICE.search(text) if _NOTICE_WORD.search(text) else None


def read_closing(
    blocks: tuple[Block, ...], first: int, labels: Mapping[int, bool], lists: Mapping[int, Role]
) -> Closing:
    """Roles of the blocks from number `first` on that are no text of anybody's.

    `labels` says of each label's block whether the label stands alone on it.
    """
    closing = Closing()
    translators: tuple[str, ...] = ()
    notice: str | None = None
    over = ""
    for n in range(first, len(blocks)):
        text = blocks[n].text
        if n in labels:
            over = ""
            continue
        if n in lists:
            continue
        credit = len(text) < 3 * _LONGEST_NOTICE and _CREDIT.match(text)
        # The search is slow in a long paragraph, and only credits are long and hold a clause.
        clause = notice_in(text) if credit or len(text) < _LONGEST_NOTICE else None
        if credit:
            closing.roles[n] = "credit"
            translators = translators or _names(text[: clause.start()] if clause else text)
            if clause:
                notice = notice or clause.group().strip()
                if clause.start() > 0:
                    closing.split[n] = clause.start()
            over = over or "after-end"
        elif clause and (clause.start() <= 1 or text[0] == "("):
            closing.roles[n] = "notice"
            notice = notice or text
            over = over or "after-end"
        elif len(text) < 80 and _END.fullmatch(text):
            closing.roles[n], closing.rules[n] = "boilerplate", "end-mark"
            over = over or "after-end"
        elif is_related(text) and not labels.get(n - 1):
            closing.roles[n], closing.rules[n] = "boilerplate", "related"
            over = "related"
        elif over and is_only_a_time(text):
            closing.roles[n] = "dateline"
        elif over:
            closing.roles[n], closing.rules[n] = "boilerplate", over
    closing.credits = Credits(translators, notice)
    _trailing(blocks, first, labels, lists, closing)
    return closing


def _trailing(
    blocks: tuple[Block, ...],
    first: int,
    labels: Mapping[int, bool],
    lists: Mapping[int, Role],
    closing: Closing,
) -> None:
    """From the end back: lines that are no sentences, up to the last one that is.

    What stands right under a label is somebody's, however short; so is a remark in brackets.
    """
    for n in range(len(blocks) - 1, first, -1):
        text = blocks[n].text
        if n in closing.roles or n in lists:
            continue
        if n in labels or labels.get(n - 1):
            return
        if is_only_a_time(text):
            closing.roles[n] = "dateline"
            continue
        if is_sentence(text) or text.startswith(("(", "[", "—", "-")):
            return
        if text.rstrip("\"'”’)").endswith((".", "!", "?", "…")) or len(text) > 160:
            return
        closing.roles[n], closing.rules[n] = "boilerplate", "after-end"


def is_imprint(text: str) -> bool:
    """The line at an article's end that says where and when it was published.

    >>> is_imprint('“Evening Post” (Page 04 on July 26, 2022)')
    True
    >>> is_imprint("It ended on May 3, 2020.")
    False
    """
    if len(text) > 140 or not any(date.whole for date in find_dates(text)):
        return False
    return not is_sentence(text) and len(text.split()) <= 18


def _names(text: str) -> tuple[str, ...]:
    told = re.sub(r"^.*?(?:\bby\b|[:：])\s*", "", text.strip("() "), count=1).strip(" .")
    return tuple(name.strip() for name in _NAMES.split(told) if name.strip()) if told else ()
