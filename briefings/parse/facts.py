"""Facts of the event in running text: host, series and number, and the date in an article."""

from __future__ import annotations

import re

from ..languages import ENGLISH, Language
from ..languages.names import ACRONYM
from ..languages.sentences import sentences_of
from . import lexicon
from .dates import find_dates

_MOST_WORDS = 20
# The host is named near the beginning; later on, such words are about another event.
_LOOK_AT = 1500


def host_of(*texts: str | None, language: Language = ENGLISH) -> str | None:
    """Return the organization that held the event, as worded in the first text that names it.

    >>> host_of("Welcome to this press conference held by the Office of Water. Today")
    'Office of Water'
    >>> host_of("On the morning of May 3, the Ministry of Health held a press conference")
    'Ministry of Health'
    """
    for text in texts:
        for pattern in language.facts.hosts:
            match = pattern.search((text or "")[:_LOOK_AT])
            host = _organization(match.group("org"), language) if match else None
            if host:
                return host
    return None


def host_of_title(title: str | None, language: Language = ENGLISH) -> str | None:
    """Return the organization before or after "press conference" in a title, or None.

    >>> host_of_title("Statistics Office press conference on the census")
    'Statistics Office'
    >>> host_of_title("Regular Press Conference of the Ministry of Trade (March 12, 2020)")
    'Ministry of Trade'
    >>> host_of_title("Press conference on harvest insurance") is None
    True
    """
    for match in (
        language.facts.title_host.match(title or ""),
        language.facts.after_event.search(title or ""),
    ):
        org = match.group("org").strip() if match else ""
        if language.facts.no_host.match(org):
            continue
        distinct = len(org.split()) > 1 or ACRONYM.search(org)
        if org and distinct and not re.search(r"['’]s?\b", org) and _organization(org, language):
            return org
    return None


def agency_line(text: str, language: Language = ENGLISH) -> tuple[str | None, str | None]:
    """Return the agency and the date in the first words of a report; the date rarely has a year.

    Both values are None if there is no such line.

    >>> agency_line("Coastal News Service, January 10th. The spokesperson said")
    ('Coastal News Service', '--01-10')
    """
    match = language.facts.agency.match(text)
    dates = [
        date for date in find_dates(text[:120], language) if match and date.start <= match.end()
    ]
    if not match or not dates:
        return None, None
    org = match.group("agency") or match.group("org")
    if match.group("org") and not lexicon.is_outlet_like(org, language):
        return None, None
    return org, dates[0].iso


def series_of(*texts: str | None, language: Language = ENGLISH) -> tuple[str | None, int | None]:
    """Return the name and number of the series, as worded in the first text that names one.

    >>> series_of('We are holding the 17th press conference under the theme of "Ten Years."')
    ('Ten Years', 17)
    """
    for text in texts:
        for pattern in language.facts.series:
            match = pattern.search(text or "")
            if match:
                number = match.groupdict().get("number")
                return match.group("name").strip(" .,"), _ordinal(
                    number, language
                ) if number else None
    return None, None


def article_date(texts: list[str], language: Language = ENGLISH) -> str | None:
    """Return the event's date from the first paragraphs of an article: full, partial, or None."""
    for text in texts:
        for sentence in sentences_of(text, language):
            if language.cues.event.search(sentence) and language.cues.held.search(sentence):
                dates = find_dates(sentence, language)
                # "Beijing, 2 May (Agency) -- ... on 31 May": the first is the date of the report.
                if dates:
                    return dates[
                        -1 if len(dates) == 2 and agency_line(sentence, language)[1] else 0
                    ].iso
    for text in texts[:1]:
        # An agency's dateline: "BEIJING, July 25 (Agency) --", "News Service, January 10th."
        dates = [date for date in find_dates(text, language) if date.start < 60]
        if dates and len(text[: dates[0].start].split()) <= 6:
            return dates[0].iso
    return None


def _organization(text: str, language: Language) -> str | None:
    """Return the organization in the words before the verb, or None."""
    text = re.split(r"\s(?:--|–|—)\s", text)[-1]
    host = text.strip(" ,")
    for before in language.facts.before_org:
        host = before.sub("", host)
    host = language.facts.after_org.sub("", host)
    named = language.names.organization_word.search(host) or ACRONYM.search(host)
    proper = re.match(r"[A-Z]", host) is not None and not re.search(r"['’]s\s", host)
    return host if named and proper and len(host.split()) <= _MOST_WORDS else None


def _ordinal(text: str, language: Language) -> int:
    return (
        language.facts.ordinals.index(text) + 1
        if text in language.facts.ordinals
        else int(text[:-2])
    )
