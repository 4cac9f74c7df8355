"""Discrepancies in a newspaper reader's words: what differs, and what each text is called.

The data calls a text by its source, as in "source 003"; a page calls it what a reader would.
"""

from __future__ import annotations

import re

from briefings import wording
from briefings.interface import Labels, say
from briefings.model.figures import Discrepancy, DiscrepancyType

from .lookup import Lookup

# What differs, as a page heads it where no editor gave it a title.
_BY_RULE = Labels("differences-by-rule")
_BY_TYPE = Labels("differences-by-type")
TYPES = Labels("discrepancy-types")
# What a sentence of a record calls sources, and perhaps words after them.
_NAMED = re.compile(r"\b[Ss]ources? ([\w.-]*\w(?:(?:, | and )[\w.-]*\w)*)")


def heading(record: Discrepancy) -> str:
    """What a record is headed by: the editors' title, else what its rule looks for."""
    own = record.ruling.title if record.ruling else ""
    return own or heading_by(record.found_by, record.type)


def heading_by(rule: str, type_: DiscrepancyType | None) -> str:
    """What a difference is headed by for what its rule looks for, else for its type."""
    if rule in _BY_RULE:
        return _BY_RULE[rule]
    return _BY_TYPE[type_] if type_ else say.discrepancies.two_wordings


def text_names(record: Discrepancy, find: Lookup) -> dict[str, str]:
    """What to call the texts that a record is about, by source; no two of them alike."""
    briefings = {place.source: place.briefing for place in record.passages}
    for run in _NAMED.findall(record.text):
        for source in re.split(r", | and ", run):
            if slug := find.annotated.briefing_of(source):
                briefings[source] = slug
    several = len(set(briefings.values())) > 1
    names, whole = {}, {}
    for source, slug in briefings.items():
        origin = find.origin(slug, source)
        day = origin["published"] if origin["kind"] == "article" else find.briefings[slug].date
        names[source] = dated(origin["short"], day or find.briefings[slug].date, several)
        whole[source] = origin["name"]
    counts = list(names.values())
    return {
        source: name if counts.count(name) == 1 else whole[source] for source, name in names.items()
    }


def dated(name: str, date: str | None, several: bool) -> str:
    """A text's name, with its day where texts of several briefings are spoken of.

    >>> dated("the transcript", "2022-07-25", True)
    'the transcript of 25 July 2022'
    """
    told = several and date and wording.date_words(date) not in name
    return say.discrepancies.text_of(text=name, day=wording.date_words(date)) if told else name


def in_plain_words(record: Discrepancy, names: dict[str, str]) -> str:
    """The sentence of a record with its texts called by `names`, and periods without "vs".

    What editors wrote stays.
    """
    if record.status in ("reworded", "added") or not names:
        return record.text

    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    several = rf"(?:{known})(?:(?:, | and )(?:{known}))*"

    def said(match: re.Match[str]) -> str:
        each = [names[name] for name in re.findall(known, match["several"])]
        words = wording.listed(each)
        start = match.start() == 0 or record.text[: match.start()].endswith((". ", ".” "))
        return words[:1].upper() + words[1:] if start else words

    pattern = (
        rf"(?:\b(?:\S+-)?[ts]\d+\w*p\d+\w* of )?\b[Ss]ources? (?P<several>{several})(?![\w.-]*\w)"
    )
    return re.sub(pattern, said, record.text).replace(" vs ", ", against ")
