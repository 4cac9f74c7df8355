"""How figures are put into words, the same on every page: amounts, periods, directions."""

from __future__ import annotations

from .interface import Labels, say
from .model import BY_MACHINE, Figure, Stated
from .model.figures import Comparator, Direction, Number

ROLES = Labels("figure-roles")
DOUBTS = Labels("figure-doubts")


def compared(comparator: Comparator) -> str:
    """The words by which a number is no exact one: more than; "" for one that is."""
    words = say.figures
    others = {">": words.more_than, "<": words.less_than, "~": words.roughly}
    return others.get(comparator, "")


def moved(direction: Direction) -> str:
    """Whether a number is of a rise or a fall; "" where of neither."""
    return {"increase": say.figures.increase, "decrease": say.figures.decrease}.get(direction, "")


def number(value: Number) -> str:
    """
    >>> number(477460000000), number(98.62), number(3.0)
    ('477,460,000,000', '98.62', '3')
    """
    whole = int(value) if float(value).is_integer() else value
    return f"{whole:,}"


def amount(stated: Stated, comparator: bool = True) -> str:
    """The value with its unit, as it was understood.

    >>> amount(Stated(0, 7, "2.4 million", 2400000, "cases", ">"))
    'more than 2,400,000 cases'
    >>> amount(Stated(0, 3, "5-7%", 5, "%", high=7))
    '5–7%'
    >>> amount(Stated(0, 6, "dozens", 24, "count", ">", vague=True))
    'dozens'
    """
    if stated.vague:
        return stated.quote
    told = number(stated.value)
    if stated.high is not None:
        told += f"–{number(stated.high)}"
    told += unit(stated.unit)
    worded = compared(stated.comparator) if comparator else ""
    return f"{worded} {told}".strip()


def unit(name: str) -> str:
    """A unit as it follows its number; what is only counted has none."""
    if name in ("%", "‰"):
        return name
    return "" if name == "count" else f" {name}"


def normalised(figure: Figure) -> str | None:
    """The amount where it says more than the quote itself does."""
    told = amount(figure.stated)
    return None if told == figure.stated.quote else told


def doubts(figure: Figure, of_text: bool = True) -> str:
    """What a reader should know of how a figure was read, and with `of_text` of a text that is not
    the original's own wording; "" where nothing stands against it."""
    said = [DOUBTS[reason] for reason in figure.stated.reasons]
    if of_text and figure.quality in BY_MACHINE:
        said.append(say.figures.graded_text(quality=figure.quality))
    return "; ".join(said)


def period(stated: Stated) -> str:
    """When, as stated; else the days it was understood to mean."""
    if stated.period:
        return stated.period
    if not (stated.period_start or stated.period_end):
        return ""
    return say.dates.from_to(first=stated.period_start or "…", last=stated.period_end or "…")
