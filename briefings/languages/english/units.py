"""Units in English words."""

from __future__ import annotations

from ..quantities import Units

PERCENT = frozenset({"%", "percent", "pct", "％"})
# Currencies of several countries keep their names: pesos, dinars.
CURRENCY_WORDS = {
    "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "euro": "EUR", "euros": "EUR",
    "eur": "EUR", "dollar": "USD", "dollars": "USD", "usd": "USD", "bucks": "USD",
    "cent": "cents", "cents": "cents", "pound": "GBP",
    "pounds": "GBP", "gbp": "GBP", "yen": "JPY", "won": "KRW", "rupee": "INR", "rupees": "INR",
    "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "baht": "THB",
    "rand": "ZAR", "zloty": "PLN", "shekels": "ILS", "ringgit": "MYR", "dong": "VND",
    "naira": "NGN", "hryvnia": "UAH", "hryvnias": "UAH", "rupiah": "IDR", "kronor": "SEK",
    "reais": "BRL", "lira": "TRY", "liras": "TRY", "forint": "HUF", "forints": "HUF",
    "francs": "francs", "pesos": "pesos", "dinars": "dinars", "dirhams": "dirhams",
    "riyals": "riyals", "kroner": "kroner", "shillings": "shillings", "taka": "BDT",
}  # fmt: skip
_CURRENCY_PAIRS = {
    ("us", "dollar"): "USD", ("u.s.", "dollar"): "USD",
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
    "quintal": "quintals", "quintals": "quintals",
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
TIMES = {
    "second": "seconds", "seconds": "seconds", "minute": "minutes", "minutes": "minutes",
    "hour": "hours", "hours": "hours", "day": "days", "days": "days", "week": "weeks",
    "weeks": "weeks", "month": "months", "months": "months", "quarter": "quarters",
    "quarters": "quarters", "year": "years", "years": "years", "decade": "decades",
    "decades": "decades", "fortnights": "weeks",
}  # fmt: skip
STREAK_WORDS = frozenset("consecutive straight successive running uninterrupted".split())
_TIME_ADJECTIVES = STREAK_WORDS | frozenset("full whole calendar working business".split())
# Measures only if attached to the numeral: 20m deep, 5t, 3l.
_GLUED_ONLY = frozenset({"g", "t", "m", "l", "mt", "mb", "mu"})
_MEASURE_PAIRS = {
    ("nautical", "mile"): "nautical miles", ("nautical", "miles"): "nautical miles",
    ("metric", "ton"): "tonnes", ("metric", "tons"): "tonnes", ("metric", "tonnes"): "tonnes",
    **{
        (degrees, scale): sign
        for degrees in ("degree", "degrees")
        for scale, sign in (("celsius", "°C"), ("centigrade", "°C"), ("fahrenheit", "°F"))
    },
}  # fmt: skip

UNITS = Units(
    percent=PERCENT,
    percent_pairs=frozenset({("per", "cent")}),
    points=frozenset({"point", "points"}),
    point_names=frozenset({"percentage", "percentage-point"}),
    percentage_points=frozenset("pp ppt pps ppts".split()),
    basis_points=frozenset("bps bp".split()),
    basis=frozenset({"basis"}),
    lone_points=frozenset({"points"}),
    behind_points=frozenset("of in for".split()),
    multiples=frozenset({"fold", "times"}),
    currencies=CURRENCY_WORDS,
    currency_pairs=_CURRENCY_PAIRS,
    currency_verbs=frozenset({"won"}),
    also_weights={"pound": "pounds", "pounds": "pounds"},
    of=frozenset({"of"}),
    money_nouns=frozenset(
        "debt debts funding investment investments spending savings losses loss revenue revenues"
        " tax taxes money cash taxpayer taxpayers public sterling extra new additional support"
        " compensation income exports imports sales trade".split()
    ),
    measures=MEASURES,
    glued_only=_GLUED_ONLY,
    squares={"square": "2", "cubic": "3", "sq": "2", "sq.": "2"},
    measure_pairs=_MEASURE_PAIRS,
    times=TIMES,
    days=frozenset({"days"}),
    quarters=frozenset({"quarters"}),
    ambiguous_times=frozenset({"second", "quarter"}),
    streaks=STREAK_WORDS,
    time_adjectives=_TIME_ADJECTIVES,
)
