"""Units of numbers, from adjacent signs and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefings.languages import LANGUAGES

from .tokens import Text

Kind = Literal["percent", "points", "money", "measure", "time", "multiple"]

CURRENCY_SIGNS = {
    "$": "USD", "us$": "USD", "hk$": "HKD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "s$": "SGD",
    "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "CNY", "₹": "INR", "₩": "KRW",
    "₽": "RUB", "₺": "TRY", "₫": "VND", "฿": "THB", "₦": "NGN", "₪": "ILS", "₱": "PHP",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "cny": "CNY", "rmb": "CNY", "inr": "INR",
    "jpy": "JPY", "chf": "CHF", "aud": "AUD", "cad": "CAD", "hkd": "HKD", "sgd": "SGD",
    "rs": "INR", "rs.": "INR",
}  # fmt: skip
_POWERS = ("km", "m", "cm", "mm", "miles", "feet")


# The names of all units, in any language; units of length may be squared or cubed.
NAMES = frozenset(
    {"%", "percentage points", "basis points", "points", "times", "nautical miles", "°C", "°F"}
    | {"count", "people", "cases", "vehicles"}
    | set(CURRENCY_SIGNS.values())
    | {base + power for base in _POWERS for power in "23"}
    | {
        name
        for pack in LANGUAGES.values()
        for words in (
            pack.units.currencies, pack.units.currency_pairs, pack.units.measures,
            pack.units.also_weights, pack.units.times,
        )
        for name in words.values()
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, and tokens `i` to `j` of the number and the unit together."""

    name: str
    kind: Kind
    i: int
    j: int


def unit_at(text: Text, i: int, j: int) -> Unit | None:
    """Return the unit before or after the number at tokens `i` to `j`, or None if it is a count.

    Matches: 5% / 5 per cent / €3bn / 3 billion euros / 12 km / 33 consecutive months / 3.5-fold.
    Does not match: 5 points of order, 12 m people.
    """
    # a hyphen or an adjective may come between number and unit: 12-kilometre, 33 full months
    k = j
    if text.lower(k) == "-" and text.glued(k) and text.glued(k + 1):
        k += 1
    word = text.lower(k)
    money = _money(text, i, j)
    units = text.units
    share = 1 if word in units.percent else 0
    if (word, text.lower(k + 1)) in units.percent_pairs:
        share = 2
    if share and text.lower(k + share) in units.points:
        return Unit("percentage points", "points", i, k + share + 1)
    if share:
        return Unit("%", "percent", i, k + share)
    if word in units.point_names and text.lower(k + 1) in units.points:
        return Unit("percentage points", "points", i, k + 2)
    if word in units.percentage_points:
        return Unit("percentage points", "points", i, k + 1)
    if word in units.basis and text.lower(k + 1) in units.points:
        return Unit("basis points", "points", i, k + 2)
    if word in units.basis_points:
        return Unit("basis points", "points", i, k + 1)
    if (
        word in units.lone_points
        and text.kind(i) == "number"
        and text.lower(k + 1) not in units.behind_points
    ):
        return Unit("points", "points", i, k + 1)
    if word in units.multiples:
        return Unit("times", "multiple", i, k + 1)
    return money or _measure(text, i, k) or _time(text, i, k)


def _money(text: Text, i: int, j: int) -> Unit | None:
    sign = text.lower(i - 1)
    if sign in CURRENCY_SIGNS and (
        text.kind(i - 1) in ("sign", "currency", "code", "abbreviation") or sign == "rs"
    ):
        code = CURRENCY_SIGNS[sign]
        return Unit(code, "money", i - 1, j)
    for length in (3, 2):
        code = text.units.currency_pairs.get(text.words(j, j + length), "")
        if code:
            return Unit(code, "money", i, j + length)
    # "5 won prizes": the name of a currency that is also a verb counts only after a magnitude
    word = text.lower(j)
    verb = word in text.units.currency_verbs and j - i == 1
    weight = text.units.also_weights.get(word)
    if weight and text.lower(j + 1) in text.units.of:
        sum_ = text.lower(j + 2) in text.units.money_nouns
        code = text.units.currencies[word]
        return Unit(code, "money", i, j + 1) if sum_ else Unit(weight, "measure", i, j + 1)
    if word in text.units.currencies and not verb:
        return Unit(text.units.currencies[word], "money", i, j + 1)
    return None


def _measure(text: Text, i: int, k: int) -> Unit | None:
    word = text.lower(k)
    power = text.units.squares.get(word)
    if power:
        base = text.units.measures.get(text.lower(k + 1), "")
        return Unit(base + power, "measure", i, k + 2) if base in _POWERS else None
    pair = text.units.measure_pairs.get((word, text.lower(k + 1)))
    if pair:
        return Unit(pair, "measure", i, k + 2)
    if word not in text.units.measures or (
        word in text.units.glued_only
        and not (
            text.raw(k).islower()
            and (text.glued(k) or text.lower(k + 1) in text.numerals.length_words)
        )
    ):
        return None
    if word == "km" and text.words(k + 1, k + 3) == ("/", "h"):
        return Unit("km/h", "measure", i, k + 3)
    return Unit(text.units.measures[word], "measure", i, k + 1)


def _time(text: Text, i: int, k: int) -> Unit | None:
    m = k
    while m < k + 2 and text.lower(m) in text.units.time_adjectives:
        m += 1
    word = text.lower(m)
    if word in text.units.times and not (m == k and word in text.units.ambiguous_times):
        return Unit(text.units.times[word], "time", i, m + 1)
    return None
