"""Units: what a number is a number of, from the signs and words that touch it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .number_words import LENGTH_UNITS_AHEAD as LENGTHS
from .tokens import Text

Kind = Literal["percent", "points", "money", "measure", "time", "multiple"]

PERCENT = frozenset({"%", "percent", "pct", "％"})
CURRENCY_SIGNS = {
    "$": "USD", "us$": "USD", "hk$": "HKD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "s$": "SGD",
    "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "CNY", "₹": "INR", "₩": "KRW",
    "₽": "RUB", "₺": "TRY", "₫": "VND", "฿": "THB", "₦": "NGN", "₪": "ILS", "₱": "PHP",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "cny": "CNY", "rmb": "CNY", "inr": "INR",
    "jpy": "JPY", "chf": "CHF", "aud": "AUD", "cad": "CAD", "hkd": "HKD", "sgd": "SGD",
    "rs": "INR", "rs.": "INR",
}  # fmt: skip
# A name that several countries use stays what it is: pesos, dinars.
CURRENCY_WORDS = {
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "euro": "EUR", "euros": "EUR",
    "eur": "EUR", "dollar": "USD", "dollars": "USD", "usd": "USD", "pound": "GBP",
    "pounds": "GBP", "gbp": "GBP", "yen": "JPY", "won": "KRW", "rupee": "INR", "rupees": "INR",
    "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "baht": "THB",
    "rand": "ZAR", "zloty": "PLN", "shekels": "ILS", "ringgit": "MYR", "dong": "VND",
    "naira": "NGN", "hryvnia": "UAH", "hryvnias": "UAH", "rupiah": "IDR", "kronor": "SEK",
    "reais": "BRL", "lira": "TRY", "liras": "TRY", "forint": "HUF", "forints": "HUF",
    "francs": "francs", "pesos": "pesos", "dinars": "dinars", "dirhams": "dirhams",
    "riyals": "riyals", "kroner": "kroner", "shillings": "shillings", "taka": "BDT",
}  # fmt: skip
_CURRENCY_PAIRS = {
    ("us", "dollars"): "USD", ("u.s.", "dollars"): "USD", ("american", "dollars"): "USD",
    ("hong", "kong", "dollars"): "HKD", ("canadian", "dollars"): "CAD",
    ("australian", "dollars"): "AUD", ("singapore", "dollars"): "SGD",
    ("new", "zealand", "dollars"): "NZD", ("swiss", "francs"): "CHF",
    ("pounds", "sterling"): "GBP", ("mexican", "pesos"): "MXN", ("argentine", "pesos"): "ARS",
    ("philippine", "pesos"): "PHP", ("danish", "kroner"): "DKK", ("norwegian", "kroner"): "NOK",
    ("swedish", "kronor"): "SEK", ("pakistani", "rupees"): "PKR", ("japanese", "yen"): "JPY",
    ("indian", "rupees"): "INR", ("chinese", "yuan"): "CNY", ("south", "korean", "won"): "KRW",
}  # fmt: skip
MEASURES = {
    "kg": "kg", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "g": "g", "gram": "g", "grams": "g", "mg": "mg", "tonne": "tonnes", "tonnes": "tonnes",
    "ton": "tonnes", "tons": "tonnes", "t": "tonnes", "mt": "tonnes", "km": "km", "kms": "km",
    "kilometer": "km", "kilometers": "km", "kilometre": "km", "kilometres": "km", "m": "m",
    "meter": "m", "meters": "m", "metre": "m", "metres": "m", "cm": "cm", "mm": "mm",
    "centimeters": "cm", "centimetres": "cm", "millimeters": "mm", "millimetres": "mm",
    "mile": "miles", "miles": "miles", "feet": "feet", "inches": "inches", "ha": "ha",
    "hectare": "ha", "hectares": "ha", "acre": "acres", "acres": "acres", "mu": "mu",
    "km2": "km2", "km²": "km2", "m2": "m2", "m²": "m2", "m3": "m3", "m³": "m3",
    "l": "litres", "liter": "litres", "liters": "litres", "litre": "litres", "litres": "litres",
    "barrels": "barrels", "bcm": "bcm", "mcm": "mcm",
    "kw": "kW", "mw": "MW", "gw": "GW", "tw": "TW", "kwh": "kWh",
    "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "megawatts": "MW", "gigawatts": "GW",
    "kilowatts": "kW", "kilowatt-hours": "kWh", "gigabytes": "GB", "terabytes": "TB",
    "gb": "GB", "tb": "TB", "mb": "MB", "mbps": "Mbps", "gbps": "Gbps", "hz": "Hz", "mhz": "MHz",
    "ghz": "GHz", "pounders": "count", "°c": "°C", "°f": "°F", "°": "°", "knots": "knots",
    "km/h": "km/h", "kph": "km/h", "mph": "mph",
}  # fmt: skip
_POWERS = ("km", "m", "cm", "mm", "miles", "feet")
# These are measures only when they touch the numeral: 20m deep, 5t, 3l.
_GLUED_ONLY = frozenset({"g", "t", "m", "l", "mt", "mb", "mu"})
TIMES = {
    "second": "seconds", "seconds": "seconds", "minute": "minutes", "minutes": "minutes",
    "hour": "hours", "hours": "hours", "day": "days", "days": "days", "week": "weeks",
    "weeks": "weeks", "month": "months", "months": "months", "quarter": "quarters",
    "quarters": "quarters", "year": "years", "years": "years", "decade": "decades",
    "decades": "decades", "fortnights": "weeks",
}  # fmt: skip
STREAK_WORDS = frozenset("consecutive straight successive running uninterrupted".split())
_TIME_ADJECTIVES = STREAK_WORDS | frozenset("full whole calendar working business".split())


# Every unit by its name; lengths may be squared or cubed.
NAMES = frozenset(
    {"%", "percentage points", "basis points", "points", "times", "nautical miles", "°C", "°F"}
    | {"count", "people", "cases", "vehicles"}
    | set(CURRENCY_SIGNS.values())
    | set(CURRENCY_WORDS.values())
    | set(_CURRENCY_PAIRS.values())
    | set(MEASURES.values())
    | {base + power for base in _POWERS for power in "23"}
    | set(TIMES.values())
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the tokens `i` to `j` of number and unit together."""

    name: str
    kind: Kind
    i: int
    j: int


def unit_at(text: Text, i: int, j: int) -> Unit | None:
    """The unit of the number at tokens `i` to `j`, before it or after it; None where it counts.

    Matches: 5% / 5 per cent / €3bn / 3 billion euros / 12 km / 33 consecutive months / 3.5-fold.
    Leaves alone: 5 points of order, 12 m people.
    """
    # a hyphen or an adjective may stand between number and unit: 12-kilometre, 33 full months
    k = j
    if text.lower(k) == "-" and text.glued(k) and text.glued(k + 1):
        k += 1
    word = text.lower(k)
    money = _money(text, i, j)
    if word in PERCENT:
        if text.lower(k + 1) in ("point", "points"):
            return Unit("percentage points", "points", i, k + 2)
        return Unit("%", "percent", i, k + 1)
    if word == "per" and text.lower(k + 1) == "cent":
        if text.lower(k + 2) in ("point", "points"):
            return Unit("percentage points", "points", i, k + 3)
        return Unit("%", "percent", i, k + 2)
    if word in ("percentage", "percentage-point") and text.lower(k + 1).startswith("point"):
        return Unit("percentage points", "points", i, k + 2)
    if word in ("pp", "ppt", "pps", "ppts"):
        return Unit("percentage points", "points", i, k + 1)
    if word == "basis" and text.lower(k + 1) in ("point", "points"):
        return Unit("basis points", "points", i, k + 2)
    if word in ("bps", "bp"):
        return Unit("basis points", "points", i, k + 1)
    if (
        word == "points"
        and text.kind(i) == "number"
        and text.lower(k + 1) not in ("of", "in", "for")
    ):
        return Unit("points", "points", i, k + 1)
    if word in ("fold", "times"):
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
        code = _CURRENCY_PAIRS.get(text.words(j, j + length), "")
        if code:
            return Unit(code, "money", i, j + length)
    # "5 won prizes": the name of a currency that is also a verb counts after a magnitude only
    word = text.lower(j)
    verb = word == "won" and j - i == 1
    if word in CURRENCY_WORDS and not verb:
        return Unit(CURRENCY_WORDS[word], "money", i, j + 1)
    return None


def _measure(text: Text, i: int, k: int) -> Unit | None:
    word = text.lower(k)
    if word in ("square", "cubic", "sq", "sq."):
        base = MEASURES.get(text.lower(k + 1), "")
        power = "3" if word == "cubic" else "2"
        if base in _POWERS:
            return Unit(base + power, "measure", i, k + 2)
        return None
    if word in ("degree", "degrees"):
        scale = {"celsius": "°C", "centigrade": "°C", "fahrenheit": "°F"}.get(text.lower(k + 1))
        return Unit(scale, "measure", i, k + 2) if scale else None
    if word == "nautical" and text.lower(k + 1) in ("mile", "miles"):
        return Unit("nautical miles", "measure", i, k + 2)
    if word == "metric" and text.lower(k + 1) in ("ton", "tons", "tonnes"):
        return Unit("tonnes", "measure", i, k + 2)
    if word not in MEASURES or (
        word in _GLUED_ONLY
        and not (text.raw(k).islower() and (text.glued(k) or text.lower(k + 1) in LENGTHS))
    ):
        return None
    if word == "km" and text.words(k + 1, k + 3) == ("/", "h"):
        return Unit("km/h", "measure", i, k + 3)
    return Unit(MEASURES[word], "measure", i, k + 1)


def _time(text: Text, i: int, k: int) -> Unit | None:
    m = k
    while m < k + 2 and text.lower(m) in _TIME_ADJECTIVES:
        m += 1
    word = text.lower(m)
    if word in TIMES and not (m == k and word in ("second", "quarter")):
        return Unit(TIMES[word], "time", i, m + 1)
    return None
