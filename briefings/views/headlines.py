"""What is known of an indicator, in a sentence: a number with its time, or how it moved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings import amounts, wording
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
_RISEN: dict[str, str] = {"increase": "rose", "decrease": "fell", "": "changed"}


def headline(indicator: Indicator, seen: list[tuple[Observation, Figure]], find: Lookup) -> str:
    """A sentence without full stop on what is stated, oldest first in `seen`.

    Where the newest number may be compared with an earlier one it tells both.
    """
    subject = indicator.subject or indicator.title
    if not seen:
        return indicator.title
    observation, figure = newest(seen)
    told, time = worded(figure), when(observation, figure)
    if indicator.kind == "streak":
        begins = subject if indicator.subject else f"{subject}:"
        return f"{begins} {_streak(figure)} {_by(observation)}"
    if indicator.kind == "change":
        moved = _RISEN[figure.stated.direction]
        return f"{subject} {moved} by {told}{time}{_disputed(observation, find)}"
    before = compared_with(indicator, seen, observation)
    if before is None:
        verb = "stood at" if indicator.kind == "rate" else "came to"
        return f"{subject} {verb} {told}{time}{_disputed(observation, find)}"
    first, first_figure = before
    first_time = when(first, first_figure)
    if first.value == observation.value:
        return f"{subject} stood at {told}{first_time} and again{time}"
    verb = "rose" if observation.value > first.value else "fell"
    return f"{subject} {verb} from {worded(first_figure)}{first_time} to {told}{time}"


def _disputed(observation: Observation, find: Lookup) -> str:
    """What other texts of the same briefing say instead, and other passages of the same text."""
    own = find.annotated.figures[observation.figure].place.source
    said: dict[str, dict[str, None]] = {}
    for one in observation.disputed:
        figure = find.annotated.figures[one.figure]
        place = figure.place
        who = _short(place, find) if place.source != own else "another passage"
        said.setdefault(who, {})[worded(figure)] = None
    return "".join(f"; {who} says {' and '.join(told)}" for who, told in said.items())


def _short(place: Place, find: Lookup) -> str:
    """What a sentence calls a text, with its grade where a reader is warned of it."""
    origin = find.origin(place.briefing, place.source)
    return f"{origin['short']} ({origin['warning']})" if origin["warning"] else origin["short"]


def newest(seen: list[tuple[Observation, Figure]]) -> tuple[Observation, Figure]:
    """What was stated last; of one briefing's numbers the one about the latest time.

    A target, which is about a day after the briefing, is not what is known.
    """

    def rank(one: tuple[Observation, Figure]) -> tuple[bool, str, str, str]:
        day = one[1].date or ""
        return one[0].end <= day or not day, day, one[0].end, one[0].start

    return max(seen, key=rank)


def worded(figure: Figure) -> str:
    """A number as the text words it, with the word that compares: more than 1.9 million.

    A number that is spelt out at the head of its sentence loses its capital.
    """
    quote = figure.stated.quote
    if quote[:1].isupper() and quote[1:2].islower():
        quote = f"{quote[0].lower()}{quote[1:]}"
    return f"{amounts.COMPARATORS[figure.stated.comparator]} {quote}".strip()


def numeral(stated: Stated) -> str:
    """The words of a number, short; in digits where it is spelt out.

    >>> numeral(Stated(0, 4, "four", 4, "count")), numeral(Stated(0, 3, "5.7%", 5.7, "%"))
    ('4', '5.7%')
    >>> numeral(Stated(0, 11, "Two million", 2e6, "people"))
    '2 million people'
    >>> numeral(Stated(0, 20, "5 consecutive years", 5, "years", role="duration"))
    '5 years'
    """
    if stated.role != "duration" and any(letter.isdigit() for letter in stated.quote):
        return stated.quote
    told = amounts.amount(stated, comparator=False)
    millions = stated.value / _MILLION
    if stated.high is None and millions >= 1 and millions == round(millions, 1):
        return told.replace(f"{stated.value:,.0f}", f"{millions:,g} million")
    return told


def unit_beside(figure: Figure) -> str:
    """The unit, where the words of the number do not hold it."""
    stated = figure.stated
    said = numeral(stated)
    named = said[:1] in _CURRENCIES or any(word.isalpha() for word in _words(said))
    if stated.unit in ("%", "‰", "count") or named:
        return ""
    return stated.unit


def _words(quote: str) -> list[str]:
    return [word for word in quote.casefold().split() if word not in ("million", "billion")]


def when(observation: Observation, figure: Figure) -> str:
    """The time of a number as a sentence goes on with it, after a blank or a comma."""
    period, _, base = figure.stated.period.partition("vs ")
    period = period.strip()
    if observation.kind == "change" and observation.base:
        return _changed(period, base or observation.base)
    counting = observation.kind == "stock" and period.startswith("since")
    if period and not counting:
        return _timed(period, observation)
    if observation.kind in ("stock", "streak") and observation.end:
        return f" in {_month(observation.end)}"
    return f", as stated in {_month(figure.date)}" if figure.date else ""


def _changed(period: str, base: str) -> str:
    if _YEAR.fullmatch(period) and _YEAR.fullmatch(base):
        return f" from {base} to {period}"
    if not period or period.startswith(("year on year", "year-on-year")):
        return f" against {base}"
    return f" {_with_preposition(period)}, against {base}"


def _timed(period: str, observation: Observation) -> str:
    if _YEAR.fullmatch(period) and observation.kind == "stock":
        return f" by the end of {period}" if observation.end[5:] == "12-31" else f" in {period}"
    if _YEAR.fullmatch(period) and observation.running:
        return f" in {period} up to {_month(observation.end).split()[0]}"
    return f" {_with_preposition(period)}"


def _with_preposition(period: str) -> str:
    if _READY.match(period):
        return period
    if _PAST.match(period):
        return f"in the {period}"
    if re.search(r"\bto\b", period):
        return f"from {period}"
    return f"in {period}"


def _streak(figure: Figure) -> str:
    told = worded(figure)
    return told if told.startswith("for ") else f"for {told}"


def _by(observation: Observation) -> str:
    return f"by {_month(observation.end)}" if observation.end else ""


def _month(day: str | None) -> str:
    return wording.date_words((day or "")[:7])


def compared_with(
    indicator: Indicator, seen: list[tuple[Observation, Figure]], last: Observation
) -> tuple[Observation, Figure] | None:
    """The oldest observation with which one may be compared, if it is another one."""
    for series in indicator.series:
        if series.comparable and last.figure in series.figures:
            ids = set(series.figures)
            first = next(one for one in seen if one[0].figure in ids)
            return first if first[0].figure != last.figure else None
    return None


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]
