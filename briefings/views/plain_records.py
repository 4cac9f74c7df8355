"""Discrepancies in plain words: what differs, and the names of the texts.

The data names texts by source, as in "source 003"; pages use the names that readers know.
"""

from __future__ import annotations

import re

from briefings import wording
from briefings.interface import Labels, capital, say
from briefings.model.figures import Discrepancy, DiscrepancyType

from .headlines import numeral
from .lookup import Lookup

# The heading of a difference to which no editor gave a title.
_BY_RULE = Labels("differences-by-rule")
_BY_TYPE = Labels("differences-by-type")
TYPES = Labels("discrepancy-types")
# The rule for a number whose subject differs: no subject is its own.
_OF_SUBJECTS = "counted-thing"
# How the text of a record refers to sources, individually or in a list.
_NAMED = re.compile(r"\b[Ss]ources? ([\w.-]*\w(?:(?:, | and )[\w.-]*\w)*)")


def heading(record: Discrepancy, find: Lookup) -> str:
    """Return the heading of a record: the editors' title, or else what differs, and in what.

    What differs is named by two numbers, or by the rule or type of the record; what it is about, by
    the subject of its first figure.
    """
    if title := title_of(record):
        return title
    difference = heading_by(record.found_by, record.type)
    figures = [find.annotated.figures[id_] for id_ in record.figures]
    subject = figures[0].stated.subject if figures else None
    if not subject or record.found_by == _OF_SUBJECTS:
        return difference
    numbers = list(dict.fromkeys(numeral(figure.stated) for figure in figures))
    if difference == _BY_TYPE["value"] and len(numbers) == 2:
        difference = say.discrepancies.either(first=numbers[0], second=numbers[1])
    return say.discrepancies.of_subject(subject=capital(subject), difference=difference)


def title_of(record: Discrepancy) -> str:
    """Return the editors' title of a record, or ""."""
    return record.ruling.title if record.ruling else ""


def heading_by(rule: str, type_: DiscrepancyType | None) -> str:
    """Return the heading for a rule, or else for a type of difference."""
    if rule in _BY_RULE:
        return _BY_RULE[rule]
    return _BY_TYPE[type_] if type_ else say.discrepancies.two_wordings


def text_names(record: Discrepancy, find: Lookup) -> dict[str, str]:
    """Map the sources that a record is about to distinct names of their texts."""
    briefings = {place.source: place.briefing for place in record.passages}
    for run in _NAMED.findall(record.text):
        for source in re.split(r", | and ", run):
            if slug := find.annotated.briefing_of(source):
                briefings[source] = slug
    has_several = len(set(briefings.values())) > 1
    names, long_names = {}, {}
    for source, slug in briefings.items():
        origin = find.origin(slug, source)
        day = origin.published if origin.kind == "article" else find.briefings[slug].date
        names[source] = dated(origin.short, day or find.briefings[slug].date, has_several)
        long_names[source] = origin.name
    counts = list(names.values())
    return {
        source: name if counts.count(name) == 1 else long_names[source]
        for source, name in names.items()
    }


def dated(name: str, date: str | None, of_several: bool) -> str:
    """Return the name of a text, with its date if texts of several briefings are named.

    >>> dated("the transcript", "2022-07-25", True)
    'the transcript of 25 July 2022'
    """
    needs_date = of_several and date and wording.date_words(date) not in name
    return (
        say.discrepancies.text_of(text=name, day=wording.date_words(date)) if needs_date else name
    )


def in_plain_words(record: Discrepancy, names: dict[str, str]) -> str:
    """Return the text of a record with sources replaced by `names`, and "vs" spelled out.

    Text written by editors is returned unchanged.
    """
    if record.status in ("reworded", "added") or not names:
        return record.text

    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    listed = rf"(?:{known})(?:(?:, | and )(?:{known}))*"

    def replaced(match: re.Match[str]) -> str:
        named = [names[name] for name in re.findall(known, match["names"])]
        words = wording.listed(named)
        start = match.start() == 0 or record.text[: match.start()].endswith((". ", ".” "))
        return capital(words) if start else words

    pattern = (
        rf"(?:\b(?:\S+-)?[ts]\d+\w*p\d+\w* of )?\b[Ss]ources? (?P<names>{listed})(?![\w.-]*\w)"
    )
    return re.sub(pattern, replaced, record.text).replace(" vs ", ", against ")
