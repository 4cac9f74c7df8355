"""Lines that give the date, time or place of the event, or the date of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..languages import ENGLISH, Language
from ..languages.names import DOMAIN
from . import lexicon
from .dates import find_dates, find_time, without_dates
from .shapes import is_sentence

# "Washington, D.C.", "Geneva": a single word, or two parts separated by a comma.
_PLACE = re.compile(
    r"[^\W\d_a-z][\w.'’-]+"
    r"(?:(?:\s[^\W\d_a-z][\w.'’-]+)*,\s[^\W\d_a-z][\w. -]{1,24})?"
)
# A timestamp of a web page, not the time of an event.
_STAMP = re.compile(r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}/\d{1,2}/\d{4})[\sT]+\d{1,2}:\d\d")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """The contents of a dateline.

    `stamp` means that the date is a timestamp of the page, not the date of the event.
    """

    date: str | None = None
    time: str | None = None
    place: str | None = None
    publisher: str | None = None
    of_publication: bool = False
    stamp: bool = False


def is_place(text: str) -> bool:
    """Return whether a line next to a dateline may be the name of a place.

    >>> is_place("Washington, D.C."), is_place("Geneva"), is_place("Ann Lee")
    (True, True, False)
    """
    return len(text) < 50 and _PLACE.fullmatch(text) is not None


def is_only_a_time(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a line is a time of day only, as printed where a session begins or ends.

    >>> is_only_a_time("2:21 P.M. EDT"), is_only_a_time("At 10 a.m. we begin.")
    (True, False)
    """
    return len(text) < 40 and language.calendar.only_time.fullmatch(text) is not None


def is_dateline(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a line contains a date or a time of day and little else."""
    if len(text) > _LONGEST or text.endswith("?"):
        return False
    dates = find_dates(text, language)
    if not dates and not (find_time(text, language) and len(text) < 60):
        return bool(language.front.published.match(text)) and ":" in text and len(text) < 80
    if "|" in text:
        last_part = text.rpartition("|")[2].strip()
        if text.index("|") < 60 or (
            dates and len(last_part) < 30 and is_dateline(last_part, language)
        ):
            return True
    closed = text.rstrip(". ")
    if is_sentence(text, language) and not (dates and dates[-1].end == len(closed)):
        return False
    words = _words(text, language)
    if (
        dates
        and language.cues.event.search(text[: dates[0].start])
        and not language.front.published.match(text)
    ):
        return False
    return len(words) <= 3 or (
        language.front.published.search(text) is not None and len(words) <= 8
    )


def read_dateline(text: str, language: Language = ENGLISH) -> Dateline:
    """Return the date, time, place or publisher that a dateline gives.

    >>> read_dateline("Beijing | 10 a.m. Oct. 24, 2023").place
    'Beijing'
    >>> read_dateline("Updated: 2015-12-18 07:56").of_publication
    True
    """
    if is_only_a_time(text, language):
        # The letters after it are a time zone, not a publisher.
        return Dateline(time=find_time(text, language))
    dates = find_dates(text, language)
    iso = dates[0].iso if dates else None
    is_publication = language.front.published.search(text) is not None
    plain = language.front.published.sub(" ", text)
    parts = [" ".join(without_dates(part, language).split()) for part in re.split(r"[|｜]", plain)]
    words = next((part.strip(" ,:•·–—-()") for part in parts if part.strip(" ,:•·–—-()")), "")
    if len(parts) > 1 and language.cues.event.search(words):
        return Dateline(iso, of_publication=True)  # the title again, and the date of publication
    if is_publication or (
        words and (DOMAIN.search(words) or lexicon.is_outlet_like(words, language))
    ):
        return Dateline(iso, publisher=words or None, of_publication=True)
    if _STAMP.search(text):
        return Dateline(iso, stamp=True)
    has_place = (
        bool(words) and len(words.split()) <= 6 and (len(parts) > 1 or bool(dates))
        and re.match(r"[^\W\d_]", words) is not None
        and not language.cues.event.search(words)
        and lexicon.is_capitalised(language.calendar.before_day.sub("", words), language)
    )  # fmt: skip
    return Dateline(iso, find_time(text, language), words if has_place else None)


def _words(text: str, language: Language) -> list[str]:
    plain = re.sub(r"\b[A-Z]\.\s?[A-Z]\.", " ", without_dates(text, language))
    words = re.findall(r"[^\W\d_]+", plain)
    return [word for word in words if word.casefold() not in language.calendar.small]
