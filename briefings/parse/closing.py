"""The end of a source: credits, the language clause, and what the page adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..languages import ENGLISH, Language
from ..model import Credits, Role
from .blocks import Paragraph
from .datelines import is_only_a_time
from .dates import find_dates
from .shapes import is_sentence

_LONGEST_NOTICE = 400


@dataclass
class Closing:
    """The roles and rules of closing blocks, by number.

    `split` maps the number of a credit block to the offset at which a notice begins in its text.
    """

    roles: dict[int, Role] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    credits: Credits = field(default_factory=Credits)
    split: dict[int, int] = field(default_factory=dict)


def read_closing(
    blocks: tuple[Paragraph, ...],
    start: int,
    labels: Mapping[int, bool],
    lists: Mapping[int, Role],
    language: Language,
) -> Closing:
    """Find the roles of blocks from number `first` on that are not part of anybody's speech.

    `labels` says for each block with a label whether the label is alone on it.
    """
    closing = Closing()
    translators: tuple[str, ...] = ()
    notice: str | None = None
    page_rule = ""
    for n in range(start, len(blocks)):
        text = blocks[n].text
        if n in labels:
            page_rule = ""
            continue
        if n in lists:
            continue
        credit = len(text) < 3 * _LONGEST_NOTICE and language.closing.credit.match(text)
        # The search is slow in long paragraphs, and only credits are long and contain the clause.
        clause = blocks[n].notice if credit or len(text) < _LONGEST_NOTICE else None
        if credit:
            closing.roles[n] = "credit"
            translators = translators or _names(
                text[: clause.start()] if clause else text, language
            )
            if clause:
                notice = notice or clause.group().strip()
                if clause.start() > 0:
                    closing.split[n] = clause.start()
            page_rule = page_rule or "after-end"
        elif clause and (clause.start() <= 1 or text[0] == "("):
            closing.roles[n] = "notice"
            notice = notice or text
            page_rule = page_rule or "after-end"
        elif len(text) < 80 and language.closing.end.fullmatch(text):
            closing.roles[n], closing.rules[n] = "boilerplate", "end-mark"
            page_rule = page_rule or "after-end"
        elif blocks[n].is_related and not labels.get(n - 1):
            closing.roles[n], closing.rules[n] = "boilerplate", "related"
            page_rule = "related"
        elif page_rule and is_only_a_time(text, language):
            closing.roles[n] = "dateline"
        elif page_rule:
            closing.roles[n], closing.rules[n] = "boilerplate", page_rule
    closing.credits = Credits(translators, notice)
    _trailing(blocks, start, labels, lists, closing, language)
    return closing


def _trailing(
    blocks: tuple[Paragraph, ...],
    start: int,
    labels: Mapping[int, bool],
    lists: Mapping[int, Role],
    closing: Closing,
    language: Language,
) -> None:
    """Mark lines that are not sentences as boilerplate, from the end back to the last sentence.

    A line directly below a label is speech, however short, and so is a remark in brackets.
    """
    for n in range(len(blocks) - 1, start, -1):
        text = blocks[n].text
        if n in closing.roles or n in lists:
            continue
        if n in labels or labels.get(n - 1):
            return
        if is_only_a_time(text, language):
            closing.roles[n] = "dateline"
            continue
        if blocks[n].is_sentence or text.startswith(("(", "[", "—", "-")):
            return
        if text.rstrip("\"'”’)").endswith((".", "!", "?", "…")) or len(text) > 160:
            return
        closing.roles[n], closing.rules[n] = "boilerplate", "after-end"


def is_imprint(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a line says where and when an article was published.

    >>> is_imprint('“Evening Post” (Page 04 on July 26, 2022)')
    True
    >>> is_imprint("It ended on May 3, 2020.")
    False
    """
    if len(text) > 140 or not any(date.whole for date in find_dates(text, language)):
        return False
    return not is_sentence(text, language) and len(text.split()) <= 18


def _names(text: str, language: Language) -> tuple[str, ...]:
    names = language.closing.credit_lead.sub("", text.strip("() "), count=1).strip(" .")
    return (
        tuple(name.strip() for name in language.closing.credit_names.split(names) if name.strip())
        if names
        else ()
    )
