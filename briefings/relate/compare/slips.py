"""Numbers of which one may be a slip for the other: digits, units, bounds."""

from __future__ import annotations

from briefings.languages import LANGUAGES
from briefings.model import Figure

# Units of which one may stand for another by mistake.
_FAMILIES = (
    frozenset(unit for pack in LANGUAGES.values() for unit in pack.units.times.values()),
    frozenset(
        unit
        for pack in LANGUAGES.values()
        for unit in (*pack.units.currencies.values(), *pack.units.currency_pairs.values())
    ),
)


def slip_of(one: Figure, other: Figure) -> bool:
    """Whether two numbers have the same digits in another order, or one a digit more."""
    a, b = _digits(one), _digits(other)
    return bool(a and b) and (sorted(a) == sorted(b) or _one_more(a, b))


def _digits(figure: Figure) -> str:
    """The digits that a figure is written with."""
    return "".join(filter(str.isdigit, figure.stated.quote))


def _one_more(one: str, other: str) -> bool:
    """Whether one number is the other with a digit more."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer))
    )


def other_bound(one: Figure, other: Figure) -> bool:
    """Whether of two figures of one value one is at least that and the other at most."""
    return {one.stated.comparator, other.stated.comparator} == {">", "<"}


def exchanged(one: Figure, other: Figure) -> bool:
    """Whether two figures differ in a unit that one reads for another: days and weeks, euros and
    francs."""
    units = {one.stated.unit, other.stated.unit}
    return len(units) > 1 and any(units <= family for family in _FAMILIES)
