"""Formats figures for readers, the same on every page: amounts, periods and directions."""

from __future__ import annotations

from .interface import Labels, say
from .model import BY_MACHINE, Figure, Stated
from .model.figures import Comparator, Direction, Number

ROLES = Labels("figure-roles")
DOUBTS = Labels("figure-doubts")


def compared(comparator: Comparator) -> str:
    """The words for a comparator, such as "more than"; "" if the number is exact."""
    words = say.figures
    by_comparator = {">": words.more_than, "<": words.less_than, "~": words.roughly}
    return by_comparator.get(comparator, "")


def moved(direction: Direction) -> str:
    """The word for a rise or a fall; "" if the figure states neither."""
    return {"increase": say.figures.increase, "decrease": say.figures.decrease}.get(direction, "")


def number(value: Number) -> str:
    """
    >>> number(477460000000), number(98.62), number(3.0)
    ('477,460,000,000', '98.62', '3')
    """
    whole = int(value) if float(value).is_integer() else value
    return f"{whole:,}"


def amount(stated: Stated, comparator: bool = True) -> str:
    """The value with its unit, as the program understood it.

    >>> amount(Stated(0, 7, "2.4 million", 2400000, "cases", ">"))
    'more than 2,400,000 cases'
    >>> amount(Stated(0, 3, "5-7%", 5, "%", high=7))
    '5–7%'
    >>> amount(Stated(0, 6, "dozens", 24, "count", ">", vague=True))
    'dozens'
    """
    if stated.vague:
        return stated.quote
    shown = number(stated.value)
    if stated.high is not None:
        shown += f"–{number(stated.high)}"
    shown += unit(stated.unit)
    worded = compared(stated.comparator) if comparator else ""
    return f"{worded} {shown}".strip()


def unit(name: str) -> str:
    """The unit as written after a number; "" for a plain count."""
    if name in ("%", "‰"):
        return name
    return "" if name == "count" else f" {name}"


def beside(stated: Stated) -> str | None:
    """What tables show behind the quoted words: their unit, or the amount that they mean.

    None if the words say all of it. The comparator is left to `compared`.

    >>> beside(Stated(0, 6, "11,381", 11381, "people")), beside(Stated(0, 5, "661kg", 661, "kg"))
    ('people', None)
    >>> beside(Stated(0, 3, "1.2 million", 1200000, "yuan", ">"))
    '= 1,200,000 yuan'
    """
    understood = amount(stated, comparator=False)
    written = understood.replace(" ", "").replace("–", "-")
    if written == stated.quote.replace(" ", "").replace("–", "-"):
        return None
    if understood == f"{stated.quote}{unit(stated.unit)}":
        return stated.unit
    return f"= {understood}"


def doubts(figure: Figure, of_text: bool = True) -> str:
    """What readers should know about how a figure was read; "" if nothing is in doubt.

    With `of_text`, this includes a warning if the text is not in the original wording.
    """
    sentences = [DOUBTS[reason] for reason in figure.stated.reasons]
    if of_text and figure.quality in BY_MACHINE:
        sentences.append(say.figures.graded_text(quality=figure.quality))
    return "; ".join(sentences)


def period(stated: Stated) -> str:
    """The period as stated, otherwise the days that it was understood to mean."""
    if stated.period:
        return stated.period
    if not (stated.period_start or stated.period_end):
        return ""
    return say.dates.from_to(first=stated.period_start or "…", last=stated.period_end or "…")
