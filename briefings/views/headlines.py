"""Describe an indicator in a sentence: a figure with its time, or how it changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings import amounts, wording
from briefings.interface import say
from briefings.model import Figure, Indicator, Observation, Place, Stated

if TYPE_CHECKING:
    from .lookup import Lookup

_YEAR = re.compile(r"\d{4}")
_READY = re.compile(
    r"(?:since|by|as of|from|between|during|in|over|until|up to|before|after|every|each|within|at)"
    r"\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:past|last|first|second|third|fourth|previous)\b", re.IGNORECASE)
_MILLION = 1_000_000
_CURRENCIES = ("$", "€", "£", "¥")


def headline(indicator: Indicator, observed: list[tuple[Observation, Figure]], find: Lookup) -> str:
    """Return a sentence, without a full stop, on the newest value; `seen` is sorted oldest first.

    If the value is comparable with an earlier one, the sentence names both.
    """
    subject = indicator.subject or indicator.title
    if not observed:
        return indicator.title
    words = say.headlines
    observation, figure = newest(observed)
    number, time = worded(figure), when(observation, figure)
    if indicator.kind == "streak":
        begins = subject if indicator.subject else f"{subject}:"
        return f"{begins} {_streak(figure)} {_by(observation)}"
    if indicator.kind == "change":
        moved = {"increase": words.rose_by, "decrease": words.fell_by}
        change = moved.get(figure.stated.direction, words.changed_by)
        return change(subject=subject, number=number, time=time) + _disputed(observation, find)
    before = compared_with(indicator, observed, observation)
    if before is None:
        stated = words.stood_at if indicator.kind == "rate" else words.came_to
        return stated(subject=subject, number=number, time=time) + _disputed(observation, find)
    earlier, first_figure = before
    first_time = when(earlier, first_figure)
    if earlier.value == observation.value:
        return words.again(subject=subject, number=number, first=first_time, time=time)
    went = words.rose if observation.value > earlier.value else words.fell
    before_words = worded(first_figure)
    return went(subject=subject, before=before_words, first=first_time, number=number, time=time)


def _disputed(observation: Observation, find: Lookup) -> str:
    """Return what other texts of the briefing, or other passages of the text, say instead."""
    source = find.annotated.figures[observation.figure].place.source
    by_speaker: dict[str, dict[str, None]] = {}
    for other in observation.disputed:
        figure = find.annotated.figures[other.figure]
        place = figure.place
        who = _short(place, find) if place.source != source else say.headlines.another_passage
        by_speaker.setdefault(who, {})[worded(figure)] = None
    return "".join(
        f"; {say.headlines.said(text=who, numbers=wording.listed(list(numbers)))}"
        for who, numbers in by_speaker.items()
    )


def _short(place: Place, find: Lookup) -> str:
    """Return the name of a text for use in a sentence, with its grade if readers must be warned of
    it."""
    origin = find.origin(place.briefing, place.source)
    return wording.graded(origin.short, origin.warning)


def newest(observed: list[tuple[Observation, Figure]]) -> tuple[Observation, Figure]:
    """Return the last observation stated; of one briefing, the one about the latest time.

    Targets, whose period ends after the briefing, come last.
    """

    def rank(pair: tuple[Observation, Figure]) -> tuple[bool, str, str, str]:
        day = pair[1].date or ""
        return pair[0].end <= day or not day, day, pair[0].end, pair[0].start

    return max(observed, key=rank)


def worded(figure: Figure) -> str:
    """Return a figure as the text words it, with its comparator: "more than 1.9 million".

    A number spelled out at the start of a sentence loses its capital.
    """
    quote = figure.stated.quote
    if quote[1:2].islower():
        quote = f"{quote[0].lower()}{quote[1:]}"
    return f"{amounts.compared(figure.stated.comparator)} {quote}".strip()


def numeral(stated: Stated) -> str:
    """Return a number as the text words it, or in digits if it is spelled out.

    >>> numeral(Stated(0, 4, "four", 4, "count")), numeral(Stated(0, 3, "5.7%", 5.7, "%"))
    ('4', '5.7%')
    >>> numeral(Stated(0, 11, "Two million", 2e6, "people"))
    '2 million people'
    >>> numeral(Stated(0, 20, "5 consecutive years", 5, "years", role="duration"))
    '5 years'
    """
    if stated.role != "duration" and any(letter.isdigit() for letter in stated.quote):
        return stated.quote
    number = amounts.amount(stated, comparator=False)
    millions = stated.value / _MILLION
    if stated.high is None and millions >= 1 and millions == round(millions, 1):
        return number.replace(
            f"{stated.value:,.0f}", say.headlines.million(number=f"{millions:,g}")
        )
    return number


def unit_beside(figure: Figure) -> str:
    """Return the unit, or "" if the words of the number include it."""
    stated = figure.stated
    number = numeral(stated)
    named = number[:1] in _CURRENCIES or any(word.isalpha() for word in _words(number))
    if stated.unit in ("%", "‰", "count") or named:
        return ""
    return stated.unit


def _words(quote: str) -> list[str]:
    return [word for word in quote.casefold().split() if word not in ("million", "billion")]


def when(observation: Observation, figure: Figure) -> str:
    """Return the time of a figure as the continuation of a sentence, with a leading space or
    comma."""
    words = say.headlines
    period, _, base = figure.stated.period.partition("vs ")
    period = period.strip()
    if observation.kind == "change" and observation.base:
        return _changed(period, base or observation.base)
    counting = observation.kind == "stock" and period.startswith("since")
    if period and not counting:
        return _timed(period, observation)
    if observation.kind in ("stock", "streak") and observation.end:
        return f" {words.at_time(period=_month(observation.end))}"
    return f", {words.stated_in(month=_month(figure.date))}" if figure.date else ""


def _changed(period: str, base: str) -> str:
    if _YEAR.fullmatch(period) and _YEAR.fullmatch(base):
        return f" {say.headlines.from_to(first=base, last=period)}"
    if not period or period.startswith(("year on year", "year-on-year")):
        return f" {say.headlines.against(base=base)}"
    return f" {_with_preposition(period)}, {say.headlines.against(base=base)}"


def _timed(period: str, observation: Observation) -> str:
    words = say.headlines
    if _YEAR.fullmatch(period) and observation.kind == "stock":
        ends = observation.end[5:] == "12-31"
        return f" {words.by_end_of(year=period) if ends else words.at_time(period=period)}"
    if _YEAR.fullmatch(period) and observation.running:
        month = _month(observation.end).split()[0]
        return f" {words.up_to(year=period, month=month)}"
    return f" {_with_preposition(period)}"


def _with_preposition(period: str) -> str:
    if _READY.match(period):
        return period
    if _PAST.match(period):
        return say.headlines.in_the(period=period)
    if re.search(r"\bto\b", period):
        return say.headlines.since_time(period=period)
    return say.headlines.at_time(period=period)


def _streak(figure: Figure) -> str:
    number = worded(figure)
    return number if number.startswith("for ") else say.headlines.lasting(period=number)


def _by(observation: Observation) -> str:
    return say.headlines.by_month(month=_month(observation.end)) if observation.end else ""


def _month(day: str) -> str:
    return wording.date_words(day[:7])


def compared_with(
    indicator: Indicator, observed: list[tuple[Observation, Figure]], newest: Observation
) -> tuple[Observation, Figure] | None:
    """Return the oldest observation comparable with `last`, or None if there is no other."""
    for series in indicator.series:
        if series.comparable and newest.figure in series.figures:
            ids = set(series.figures)
            earliest = next(pair for pair in observed if pair[0].figure in ids)
            return earliest if earliest[0].figure != newest.figure else None
    return None
