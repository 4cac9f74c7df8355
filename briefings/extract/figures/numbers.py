"""Numbers as they are written: numerals, number words, magnitudes, fractions, ratios, ranges."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from briefings.model.figures import Number

from .tokens import Text

Form = Literal["cardinal", "fraction", "ordinal", "vague", "mixed", "when", "web"]

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6,
    "crore": 10**7, "crores": 10**7, "billion": 10**9, "trillion": 10**12,
    "mln": 10**6, "mn": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
# Letters that count only when they touch the numeral: 1.2m people, 300k tonnes.
GLUED_MAGNITUDES = {"m": 10**6, "k": 10**3, "b": 10**9}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth".split(),
        1,
    )
}
ORDINALS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
DENOMINATORS = {"half": 2, "quarter": 4, "hundredth": 100}
DENOMINATORS |= {word: n for word, n in ORDINALS.items() if 3 <= n <= 12}
DENOMINATORS |= {f"{word}s": n for word, n in DENOMINATORS.items() if word != "half"}
VAGUE = frozenset(
    "dozens hundreds thousands millions billions trillions tens scores lakhs crores".split()
)
# Longer strings of digits count nothing: they are keys and codes.
LONGEST_NUMERAL = 30
_SMALL = UNITS | TENS
_LENGTH_UNITS_AHEAD = frozenset("tall high wide long deep above below tsunami waves sea".split())
# Words that may begin a number, whole or as the first part of a longer word.
NUMBER_WORDS = (
    frozenset(UNITS) | TENS.keys() | ORDINALS.keys() | VAGUE | {"half", "quarter", "dozen"}
)
_OPENERS = NUMBER_WORDS | {"a", "an", "one"} | {word.partition("-")[0] for word in DENOMINATORS}
_SHARE_CUES = frozenset(
    "by nearly almost about over than under to from only roughly around".split()
)
_RATIO_BASES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000})


@dataclass(frozen=True, slots=True)
class Written:
    """A number as written, over the tokens `i` to `j` (exclusive).

    `rate` marks a share (two-thirds, one in five), whose value is a percentage; `spelled` says
    that it is in words.
    """

    i: int
    j: int
    form: Form
    value: Number = 0
    high: Number | None = None
    rate: bool = False
    spelled: bool = False


def tidy(value: Fraction) -> Number:
    """A whole number where it is one, else the shortest decimal of at most four places."""
    if value.denominator == 1:
        return int(value)
    return float(round(value, 4))


def read_numbers(text: Text) -> list[Written]:
    """Every number of the passage, in order, none overlapping."""
    found: list[Written] = []
    i = 0
    while i < len(text):
        written = _read(text, i)
        if written is None:
            i += 1
            continue
        found.append(written)
        i = written.j
    return _ranges(text, found)


def _read(text: Text, i: int) -> Written | None:
    kind = text.kind(i)
    if kind == "web":
        return Written(i, i + 1, "web") if any(c.isdigit() for c in text.raw(i)) else None
    if kind == "when":
        return Written(i, i + 1, "when")
    if kind == "mixed":
        return Written(i, i + 1, "mixed")
    if kind == "number":
        return _numeral(text, i)
    if kind == "word" and text.lower(i).partition("-")[0] in _OPENERS:
        return _ratio(text, i) or _fraction(text, i) or _vague(text, i) or _words(text, i)
    return None


def _numeral(text: Text, i: int) -> Written:
    raw = text.raw(i)
    if text.glued(i + 1) and text.lower(i + 1) in ("st", "nd", "rd", "th") and raw.isdigit():
        return Written(i, i + 2, "ordinal", int(raw))
    if len(raw) > LONGEST_NUMERAL:
        return Written(i, i + 1, "mixed")
    if ratio := _ratio(text, i):
        return ratio
    value = Fraction(raw.replace(",", "").replace(" ", ""))
    j, value = _magnitudes(text, i + 1, value)
    return Written(i, j, "cardinal", tidy(value))


def _magnitudes(text: Text, j: int, value: Fraction) -> tuple[int, Fraction]:
    """`value` times the magnitude words from token `j` on: 1.2 lakh crore, 5 hundred thousand."""
    if text.glued(j) and (factor := GLUED_MAGNITUDES.get(text.lower(j))):
        metres = text.lower(j) == "m" and text.lower(j + 1) in _LENGTH_UNITS_AHEAD
        if not metres:
            return j + 1, value * factor
    for _ in range(2):
        word = text.lower(j)
        step = j
        if word == "-" and text.glued(j) and text.glued(j + 1):
            word, step = text.lower(j + 1), j + 1
        if word not in MAGNITUDES:
            break
        value *= MAGNITUDES[word]
        j = step + 1
    return j, value


def _cardinal(text: Text, i: int) -> tuple[int, Fraction] | None:
    """Number words from token `i` on: "two hundred and fifty thousand", "twenty-five"."""
    total = Fraction(0)
    group = Fraction(0)
    last = 10**18
    j = i
    seen = False
    while True:
        word = text.lower(j)
        skip = 0
        if word == "and" and seen and last >= 100:
            word, skip = text.lower(j + 1), 1
        pieces = word.split("-") if text.kind(j + skip) == "word" else []
        small = _small(pieces)
        if small is not None and (not skip or small < 100) and (not seen or small < last):
            if (
                seen
                and not skip
                and last < 100
                and not (last % 10 == 0 and last >= 20 and small < 10)
            ):
                break
            group += small
            last = small if small else 1
            seen = True
            j += 1 + skip
        elif word in MAGNITUDES and not skip and word not in ("mn", "bn", "mln", "bln", "tn"):
            factor = MAGNITUDES[word]
            if not seen:
                break
            if factor == 100:
                group *= 100
                last = 100
            else:
                total += (group or 1) * factor
                group = Fraction(0)
                last = factor
            j += 1
        else:
            break
    return (j, total + group) if seen else None


def _small(pieces: list[str]) -> int | None:
    if len(pieces) == 1:
        return _SMALL.get(pieces[0])
    if len(pieces) == 2 and pieces[0] in TENS and 0 < UNITS.get(pieces[1], 0) < 10:
        return TENS[pieces[0]] + UNITS[pieces[1]]
    return None


def _words(text: Text, i: int) -> Written | None:
    word = text.lower(i)
    following = text.lower(i + 1)
    if word in ("a", "an") and (following in MAGNITUDES or following == "dozen"):
        factor = 12 if following == "dozen" else MAGNITUDES[following]
        j, value = _magnitudes(text, i + 2, Fraction(factor))
        return Written(i, j, "cardinal", tidy(value), spelled=True)
    if word in ("half", "one-half") and following in ("a", "an"):
        factor = {"dozen": 12, **MAGNITUDES}.get(text.lower(i + 2), 0)
        if factor:
            return Written(i, i + 3, "cardinal", tidy(Fraction(factor, 2)), spelled=True)
    if word in ORDINALS or word.split("-")[0] in ORDINALS:
        return Written(i, i + 1, "ordinal", ORDINALS.get(word, 0), spelled=True)
    if "-" in word and word.rsplit("-", 1)[1] in ORDINALS and word.split("-")[0] in TENS:
        return Written(i, i + 1, "ordinal", spelled=True)
    read = _cardinal(text, i)
    if read is None:
        first = word.split("-")[0]
        if "-" in word and first in _SMALL:
            return Written(i, i + 1, "cardinal", _SMALL[first], spelled=True)
        return None
    j, value = read
    if text.words(j, j + 3) == ("and", "a", "half"):
        value, j = value + Fraction(1, 2), j + 3
    if text.lower(j) == "dozen":
        value, j = value * 12, j + 1
    j, value = _magnitudes(text, j, value)
    return Written(i, j, "cardinal", tidy(value), spelled=True)


def _fraction(text: Text, i: int) -> Written | None:
    """Shares in words: half of, a quarter of, one third, two-thirds, three quarters."""
    word, following = text.lower(i), text.lower(i + 1)
    top, _, bottom = word.partition("-")
    j = i + 1
    if not bottom and following in DENOMINATORS and word in ("a", "an", *UNITS):
        top, bottom, j = word, following, i + 2
    elif word == "half" and following not in ("a", "an"):
        top, bottom = "one", "half"
    number = 1 if top in ("a", "an") else UNITS.get(top, 0)
    if bottom not in DENOMINATORS or not number:
        return None
    if number == 1 and bottom.endswith("s") and bottom != "half":
        return None
    if number > 1 and not bottom.endswith("s"):
        return None
    after = text.lower(j)
    if (
        bottom == "quarters"
        and after != "of"
        and text.lower(i - 1) in ("for", "past", "last", "in")
    ):
        return None
    if top in ("a", "an") and after != "of" and text.lower(i - 1) not in _SHARE_CUES:
        return None
    share = Fraction(number, DENOMINATORS[bottom]) * 100
    return Written(
        i,
        j,
        "fraction",
        float(round(share, 2)) if share % 1 else int(share),
        rate=True,
        spelled=True,
    )


def _ratio(text: Text, i: int) -> Written | None:
    """ "One in five", "nine out of ten", "3 in 10": a share, unless the base is a known group."""
    top = _plain(text, i)
    if top is None:
        return None
    j = i + 1
    if text.words(j, j + 2) == ("out", "of"):
        j += 2
    elif text.lower(j) == "in" and text.lower(i + 2) != "the":
        j += 1
    else:
        return None
    base = _plain(text, j)
    if base is None or base not in _RATIO_BASES or top >= base or text.lower(j + 1) in MAGNITUDES:
        return None
    if j == i + 2 and (top > 3 or text.kind(j + 1) == "number"):
        return None
    share = Fraction(top * 100, base)
    return Written(i, j + 1, "fraction", tidy(share), rate=True, spelled=text.kind(i) == "word")


def _plain(text: Text, i: int) -> int | None:
    raw = text.lower(i)
    if text.kind(i) == "number" and raw.isdigit() and len(raw) < 5:
        return None if text.glued(i + 1) and text.kind(i + 1) == "word" else int(raw)
    return UNITS.get(raw)


def _vague(text: Text, i: int) -> Written | None:
    """Hundreds, tens of thousands: an order of magnitude and no number."""
    if text.lower(i) not in VAGUE or (text.lower(i) == "scores" and text.lower(i + 1) != "of"):
        return None
    j = i + 1
    while text.lower(j) == "of" and text.lower(j + 1) in VAGUE | MAGNITUDES.keys():
        j += 2
    return Written(i, j, "vague", spelled=True)


def _ranges(text: Text, found: list[Written]) -> list[Written]:
    """Joins the two ends of "5 to 7", "5-7%", "between 30 and 40" into one number."""
    joined: list[Written] = []
    for written in found:
        low = joined[-1] if joined else None
        if low is not None and (range_ := _range(text, low, written)):
            joined[-1] = range_
        else:
            joined.append(written)
    return joined


def _range(text: Text, low: Written, high: Written) -> Written | None:
    if low.form != "cardinal" or high.form != "cardinal" or low.high is not None:
        return None
    gap = high.i - low.j
    link = text.lower(low.j)
    start = low.i
    if (
        gap == 2
        and text.lower(low.j) in ("%", "percent")
        and text.lower(low.j + 1) in ("-", "–", "to")
    ):
        gap, link = 1, text.lower(low.j + 1)
    if gap != 1 or _is_year(text, low) or (text.raw(low.i - 1) == ":" and text.glued(low.i)):
        return None
    between = text.lower(low.i - 1) == "between" and link == "and"
    worded = link == "to" and text.lower(low.i - 1) not in ("from", "article", "articles")
    dashed = link in ("-", "–", "—") and text.glued(high.i) and text.glued(high.i - 1)
    if dashed and _no_quantity(text, low, high):
        return None
    if not (between or worded or dashed):
        return None
    # "12 to 15 million" is a range of millions
    first = Fraction(low.value)
    factor = _last_factor(text, high)
    if factor > 1 and low.j - low.i == 1 and first * factor < Fraction(high.value):
        first *= factor
    if first >= Fraction(high.value):
        return None
    if between:
        start -= 1
    return Written(start, high.j, "cardinal", tidy(first), high.value, spelled=low.spelled)


def _last_factor(text: Text, written: Written) -> int:
    word = text.lower(written.j - 1)
    return MAGNITUDES.get(word, GLUED_MAGNITUDES.get(word, 1))


def _is_year(text: Text, low: Written) -> bool:
    """Whether the first number is a year that another number follows: in 2019 to 14 million."""
    raw = text.raw(low.i)
    year = len(raw) == 4 and raw.isdecimal() and raw[:2] in ("18", "19", "20", "21")
    return (
        year
        and low.j - low.i == 1
        and (
            text.lower(low.i - 1) in ("in", "since", "of", "year")
            or text.raw(low.i - 1)[:1].isupper()
        )
    )


def _no_quantity(text: Text, low: Written, high: Written) -> bool:
    """Years (2021-2030), scores (3-2) and strings of dashes (555-0142) are no ranges."""
    first, second = text.raw(low.i), text.raw(high.i)
    years = len(first) == 4 and first.isdigit() and first[:2] in ("19", "20") and "." not in second
    chained = text.lower(high.j) == "-" and text.glued(high.j)
    return years or chained or (second.startswith("0") and len(second) > 1 and "." not in second)
