"""What stands after the text: credits, the clause on languages, and what the page adds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model import Block, Credits, Role
from .dates import find_dates
from .front import is_sentence
from .turns import is_related

_CREDIT = re.compile(
    r"\(?(?:(?:translated|edited|compiled|transcribed|interpreted|proofread|polished|produced|written|"
    r"reviewed)(?:(?:\s*,\s*|\s+and\s+)(?:translated|edited|compiled|proofread|polished|reviewed))*\s+by\b|"
    r"(?:editors?|translators?|reporters?|authors?|web editor|executive editor|editor-in-charge|proofreader)"
    r"\s*[:：]|\(?source\s*[:：])",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:in (?:the )?(?:case|event) of|should there be|where there (?:is|are)|if there (?:is|are))[^.]*"
    r"(?:discrepanc|inconsisten|differen|conflict|ambigu)[^.]*(?:\.|$)|"
    r"[^.]*\b(?:chinese|original|english|french|german|russian|arabic|spanish)\b[^.]*\b(?:prevails?|shall "
    r"govern|is authoritative|deemed to prevail)\b[^.]*(?:\.|$)",
    re.IGNORECASE,
)
_END = re.compile(r"\W*(?:end|ends|the end|end of (?:transcript|text|article))\b\W*(?:[\d: .apmAPM]*\s*[A-Z]{0,4})?\W*|#{2,}|\W*-30-\W*",
                  re.IGNORECASE)  # fmt: skip
_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")


@dataclass
class Closing:
    roles: dict[int, Role] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    credits: Credits = field(default_factory=Credits)
    # block -> where in its text the notice begins, on a line that holds credits and notice
    split: dict[int, int] = field(default_factory=dict)


def read_closing(
    blocks: tuple[Block, ...], first: int, labels: set[int], lists: dict[int, Role]
) -> Closing:
    """Roles of the blocks from number `first` on that are no text of anybody's."""
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
        credit = len(text) < 1200 and _CREDIT.match(text)
        # In a long paragraph the search takes long, and there is no clause to be found.
        clause = _NOTICE.search(text) if credit or len(text) < 400 else None
        if credit:
            closing.roles[n] = "credit"
            named = text[: clause.start()] if clause else text
            translators = translators or _names(named)
            if clause:
                notice = notice or clause.group().strip()
                if clause.start() > 0:
                    closing.split[n] = clause.start()
            over = over or "after-end"
        elif clause and clause.start() == 0:
            closing.roles[n] = "notice"
            notice = notice or text
            over = over or "after-end"
        elif _END.fullmatch(text) and len(text) < 60:
            closing.roles[n], closing.rules[n] = "boilerplate", "end-mark"
            over = over or "after-end"
        elif is_related(text):
            closing.roles[n], closing.rules[n] = "boilerplate", "related"
            over = "related"
        elif over:
            closing.roles[n], closing.rules[n] = "boilerplate", over
    closing.credits = Credits(translators, notice)
    _trailing(blocks, first, labels, lists, closing)
    return closing


def _trailing(
    blocks: tuple[Block, ...],
    first: int,
    labels: set[int],
    lists: dict[int, Role],
    closing: Closing,
) -> None:
    """From the end back: lines that are no sentences, up to the last one that is.

    What stands right under a label is somebody's, however short; so is a remark in brackets.
    """
    for n in range(len(blocks) - 1, first, -1):
        text = blocks[n].text
        if n in closing.roles or n in lists:
            continue
        if (
            n in labels
            or n - 1 in labels
            or is_sentence(text)
            or text.startswith(("(", "[", "—", "-"))
        ):
            return
        if text.rstrip("\"'”’)").endswith((".", "!", "?", "…")) or len(text) > 160:
            return
        closing.roles[n], closing.rules[n] = "boilerplate", "after-end"


def is_imprint(text: str) -> bool:
    """The line at an article's end that says where and when it was published.

    >>> is_imprint('“Evening Post” (Page 04 on July 26, 2022)'), is_imprint("It ended on May 3, 2020.")
    (True, False)
    """
    if len(text) > 140 or not any(date.whole for date in find_dates(text)):
        return False
    return not is_sentence(text) and len(text.split()) <= 18


def _names(text: str) -> tuple[str, ...]:
    told = re.sub(r"^.*?(?:\bby\b|[:：])\s*", "", text.strip("() "), count=1).strip(" .")
    return tuple(name.strip() for name in _NAMES.split(told) if name.strip()) if told else ()
