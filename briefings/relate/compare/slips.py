"""Recognize numbers that may be slips for one another: digits, units, bounds."""

from __future__ import annotations

from briefings.languages import LANGUAGES
from briefings.model import Figure

# Units that may be confused with one another.
_FAMILIES = (
    frozenset(unit for pack in LANGUAGES.values() for unit in pack.units.times.values()),
    frozenset(
        unit
        for pack in LANGUAGES.values()
        for unit in (*pack.units.currencies.values(), *pack.units.currency_pairs.values())
    ),
)


def slip_of(figure: Figure, other: Figure) -> bool:
    """Return whether two numbers have the same digits in another order, or differ by an added
    digit."""
    a, b = _digits(figure), _digits(other)
    return bool(a and b) and (sorted(a) == sorted(b) or _one_more(a, b))


def _digits(figure: Figure) -> str:
    """Return the digits with which a figure is written."""
    return "".join(filter(str.isdigit, figure.stated.quote))


def _one_more(number: str, other: str) -> bool:
    """Return whether one number is the other with one more digit."""
    longer, shorter = sorted((number, other), key=len, reverse=True)
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))


def other_bound(figure: Figure, other: Figure) -> bool:
    """Return whether one of two figures with the same value is a minimum and the other a
    maximum."""
    return {figure.stated.comparator, other.stated.comparator} == {">", "<"}


def exchanged(figure: Figure, other: Figure) -> bool:
    """Return whether two figures have units that may be confused: days and weeks, euros and
    francs."""
    units = {figure.stated.unit, other.stated.unit}
    return len(units) > 1 and any(family.issuperset(units) for family in _FAMILIES)
