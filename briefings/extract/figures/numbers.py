"""Numbers as written: numerals, number words, magnitudes and ranges."""

from __future__ import annotations

from fractions import Fraction

from briefings.languages.quantities import Numerals

from .dates import year_at
from .shares import fraction, ratio
from .tokens import Text
from .vague import vague
from .written import Written, tidy

# Longer strings of digits are keys or codes.
LONGEST_NUMERAL = 30


def read_numbers(text: Text) -> list[Written]:
    """Return every number of a passage, in order and without overlaps."""
    numbers: list[Written] = []
    openers = text.numerals.openers
    size = len(text)
    i = 0
    while i < size:
        token = text.tokens[i]
        if token.kind == "word" and token.lower.partition("-")[0] not in openers:
            i += 1
            continue
        written = _read(text, i)
        if written is None:
            i += 1
            continue
        numbers.append(written)
        i = written.j
    return _ranges(text, numbers)


def _read(text: Text, i: int) -> Written | None:
    kind = text.kind(i)
    if kind == "web":
        return Written(i, i + 1, "web") if any(c.isdigit() for c in text.raw(i)) else None
    if kind == "when":
        return Written(i, i + 1, "when")
    if kind == "digits":
        j, _ = _magnitudes(text, i + 1, Fraction(0))
        return Written(i, j, "digits")
    if kind == "mixed":
        return Written(i, i + 1, "mixed")
    if kind == "number":
        return _numeral(text, i)
    if kind == "word" and text.lower(i).partition("-")[0] in text.numerals.openers:
        return ratio(text, i) or fraction(text, i) or vague(text, i) or _words(text, i)
    return None


def _numeral(text: Text, i: int) -> Written:
    raw = text.raw(i)
    if text.glued(i + 1) and text.lower(i + 1) in text.numerals.order_endings and raw.isdigit():
        return Written(i, i + 2, "ordinal", int(raw))
    if len(raw) > LONGEST_NUMERAL:
        return Written(i, i + 1, "mixed")
    if share := ratio(text, i):
        return share
    value = text.numerals.value(raw)
    j = i + 1
    if raw.isdigit() and text.words(j, j + 3) == text.numerals.and_a_half:
        value, j = value + Fraction(1, 2), j + 3
    j, value = _magnitudes(text, j, value)
    return Written(i, j, "cardinal", tidy(value))


def _magnitudes(text: Text, j: int, value: Fraction) -> tuple[int, Fraction]:
    """Multiply `value` by the magnitude words from token `j` on: "1.2 lakh crore", "5 hundred
    thousand"."""
    if text.glued(j) and (factor := text.numerals.glued_magnitudes.get(text.lower(j))):
        metres = text.lower(j) == "m" and text.lower(j + 1) in text.numerals.length_words
        if not metres:
            return j + 1, value * factor
    for _ in range(2):
        word = text.lower(j)
        step = j
        if word == "-" and text.glued(j):
            word, step = text.lower(j + 1), j + 1
        if word not in text.numerals.magnitudes:
            break
        value *= text.numerals.magnitudes[word]
        j = step + 1
    return j, value


def _cardinal(text: Text, i: int) -> tuple[int, Fraction] | None:
    """Read number words from token `i` on: "two hundred and fifty thousand", "twenty-five".

    Return the token after them and the value, or None.
    """
    total = Fraction(0)
    group = Fraction(0)
    last_size = 10**18
    j = i
    started = False
    while True:
        word = text.lower(j)
        skip = 0
        if word in text.numerals.joint and started and last_size >= 100:
            word, skip = text.lower(j + 1), 1
        pieces = word.split("-") if text.kind(j + skip) == "word" else []
        small = _small(pieces, text.numerals)
        hundreds = skip and text.numerals.magnitudes.get(text.lower(j + 2)) == 100
        if small is not None and not hundreds and (not started or small < last_size):
            if (
                started
                and not skip
                and last_size < 100
                and not (last_size % 10 == 0 and last_size >= 20 and small < 10)
            ):
                break
            group += small
            last_size = small if small else 1
            started = True
            j += 1 + skip
        elif word in text.numerals.magnitudes and not skip:
            factor = text.numerals.magnitudes[word]
            if not started:
                break
            if factor == 100:
                if last_size >= 100:
                    break  # "hundred hundred" is not a number
                group *= 100
                last_size = 100
            else:
                total += (group or 1) * factor
                group = Fraction(0)
                last_size = factor
            j += 1
        else:
            break
    return (j, total + group) if started else None


def _small(pieces: list[str], numerals: Numerals) -> int | None:
    if len(pieces) == 1:
        return numerals.small.get(pieces[0])
    if (
        len(pieces) == 2
        and pieces[0] in numerals.tens
        and 0 < numerals.units.get(pieces[1], 0) < 10
    ):
        return numerals.tens[pieces[0]] + numerals.units[pieces[1]]
    return None


def _words(text: Text, i: int) -> Written | None:
    word = text.lower(i)
    following = text.lower(i + 1)
    sizes = {**text.numerals.dozens, **text.numerals.magnitudes}
    if word in text.numerals.articles and following in sizes:
        j, value = _magnitudes(text, i + 2, Fraction(sizes[following]))
        return Written(i, j, "cardinal", tidy(value), spelled=True)
    if word in text.numerals.halves and following in text.numerals.articles:
        factor = sizes.get(text.lower(i + 2), 0)
        if factor:
            return Written(i, i + 3, "cardinal", tidy(Fraction(factor, 2)), spelled=True)
    if word in text.numerals.ordinals or word.split("-")[0] in text.numerals.ordinals:
        return Written(i, i + 1, "ordinal", text.numerals.ordinals.get(word, 0), spelled=True)
    if (
        "-" in word
        and word.rsplit("-", 1)[1] in text.numerals.ordinals
        and word.split("-")[0] in text.numerals.tens
    ):
        return Written(i, i + 1, "ordinal", spelled=True)
    cardinal = _cardinal(text, i)
    if cardinal is None:
        first_word = word.split("-")[0]
        if "-" in word and first_word in text.numerals.small:
            return Written(i, i + 1, "cardinal", text.numerals.small[first_word], spelled=True)
        return None
    j, value = cardinal
    if text.words(j, j + 3) == text.numerals.and_a_half:
        value, j = value + Fraction(1, 2), j + 3
    if dozen := text.numerals.dozens.get(text.lower(j)):
        value, j = value * dozen, j + 1
    j, value = _magnitudes(text, j, value)
    return Written(i, j, "cardinal", tidy(value), spelled=True)


def _ranges(text: Text, numbers: list[Written]) -> list[Written]:
    """Join the two ends of "5 to 7", "5-7%" or "between 30 and 40" into one number."""
    joined: list[Written] = []
    for written in numbers:
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
    if gap == 2 and (
        (text.lower(low.j) in text.units.percent and _is_percentage(text, high))
        or (text.raw(low.j) == "-" and text.glued(low.j))
        or (
            text.lower(low.j) in text.units.measures
            and text.lower(low.i - 2) in text.numerals.range_openers
        )
    ):
        # 5% to 7%; 30- to 35,000; but not: grew by 5% to 7%
        if text.raw(low.j) != "-" and text.lower(low.i - 1) in text.grammar.by:
            return None
        gap, link = 1, text.lower(low.j + 1)
    if gap != 1 or _is_year(text, low) or (text.raw(low.i - 1) == ":" and text.glued(low.i)):
        return None
    if year_at(text, low.i) and year_at(text, high.i) and high.j == high.i + 1:
        return None
    words = text.numerals
    between = link != "" and words.between.get(text.lower(low.i - 1)) == link
    opened = text.lower(low.i - 2) in words.range_openers
    worded = link in words.range_words and (
        opened or text.lower(low.i - 1) not in words.no_range_after
    )
    dashed = link in ("-", "–", "—") and text.glued(high.i) and text.glued(high.i - 1)
    if dashed and _no_quantity(text, low, high):
        return None
    if not (between or worded or dashed):
        return None
    # "12 to 15 million" is a range of millions
    low_value = Fraction(low.value)
    factor = _last_factor(text, high)
    if text.raw(low.j) == "-" and low.value < 1000 <= high.value and high.j == high.i + 1:
        factor = 1000
    if factor > 1 and low.j - low.i == 1 and low_value * factor < Fraction(high.value):
        low_value *= factor
    if low_value >= Fraction(high.value):
        return None
    if between:
        start -= 1
    return Written(start, high.j, "cardinal", tidy(low_value), high.value, spelled=low.spelled)


def _is_percentage(text: Text, written: Written) -> bool:
    word, following = text.lower(written.j), text.lower(written.j + 1)
    return word in text.units.percent or (word, following) in text.units.percent_pairs


def _last_factor(text: Text, written: Written) -> int:
    word = text.lower(written.j - 1)
    return text.numerals.magnitudes.get(word, text.numerals.glued_magnitudes.get(word, 1))


def _is_year(text: Text, low: Written) -> bool:
    """Return whether the first number is a year followed by another number: "in 2019 to 14
    million"."""
    raw = text.raw(low.i)
    year = len(raw) == 4 and raw.isdecimal() and raw[:2] in ("18", "19", "20", "21")
    return (
        year
        and low.j - low.i == 1
        and (text.lower(low.i - 1) in text.numerals.year_cues or text.raw(low.i - 1)[:1].isupper())
    )


def _no_quantity(text: Text, low: Written, high: Written) -> bool:
    """Return whether a dash does not make a range: years (2021-2030), scores (3-2), codes
    (555-0142)."""
    start, end = text.raw(low.i), text.raw(high.i)
    years = len(start) == 4 and start.isdigit() and start[:2] in ("19", "20") and "." not in end
    chained = text.lower(high.j) == "-" and text.glued(high.j)
    return years or chained or (end.startswith("0") and len(end) > 1 and "." not in end)
