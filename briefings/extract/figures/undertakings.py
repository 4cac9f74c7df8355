"""Campaigns and other undertakings, whose beginning dates what they did."""

from __future__ import annotations

import re

_AMONG = re.compile(r"^(?:among|of|in)\s+(?:them|these|those|which|the total)\b", re.IGNORECASE)


# Nouns that name an undertaking: "since the campaign started" looks for the year it was begun in.
UNDERTAKINGS = frozenset(
    "campaign operation action programme program project initiative drive reform crackdown"
    " scheme period".split()
)


_BEGINNINGS = re.compile(
    r"\b(?:launch\w*|beg[au]n\w*|start\w*|carr(?:y|ied|ies) out|organi[sz]\w*|initiat\w*"
    r"|introduc\w*)\b",
    re.IGNORECASE,
)


_YEAR = re.compile(r"\b(?:since|in|from)\s+((?:19|20)\d\d)\b", re.IGNORECASE)


def goes_on(sentence: str) -> bool:
    """Whether a sentence continues the count of the one before: "Among them", "Of these"."""
    return bool(_AMONG.match(sentence))


def begun(noun: str, before: tuple[str, ...]) -> str | None:
    """The year in which earlier text says an undertaking began, None where it does not say.

    >>> begun("campaign", ("In 2018, the ministry began a five-year campaign.",))
    '2018'
    >>> begun("campaign", ("It was cold in 2018.",)) is None
    True
    """
    if noun not in UNDERTAKINGS:
        return None
    kin = "|".join(sorted(UNDERTAKINGS - {"period"}))
    for passage in reversed(before):
        for sentence in reversed(re.split(r"(?<=[.;!?])\s+", passage)):
            if re.search(rf"\b(?:{kin})s?\b", sentence, re.IGNORECASE) and _BEGINNINGS.search(
                sentence
            ):
                years = _YEAR.findall(sentence)
                if len(set(years)) == 1:
                    return str(years[0])
    return None
