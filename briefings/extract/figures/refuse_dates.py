"""Numbers that state when or how long: days, years, times, ages, lengths of plans."""

from __future__ import annotations

from .dates import month_at, year_at
from .named_periods import part_sign
from .tokens import Text
from .view import View

# How many tokens before an open end the word for a person may be, for the number to be an age.
_NEAR = 3


def is_day_in_digits(v: View) -> bool:
    return v.number.form == "when" and ":" not in v.text.raw(v.number.i) and not fiscal_year(v)


def fiscal_year(v: View) -> bool:
    raw = v.text.raw(v.number.i)
    return v.number.form == "when" and len(raw) == 7 and raw[4] in "-–/"


def is_day(v: View) -> bool:
    """Return whether a number is part of a date.

    Examples: 25 in July 25; 12 in 12 March 2024; 19th of April; the year of a full date.
    """
    t, i, j = v.text, v.number.i, v.number.j
    raw = t.raw(i)
    if year_at(t, i):
        return _year_of_date(v)
    if v.number.high is not None and v.number.high <= 31 and v.unit is None:
        return month_at(t, i - 1) > 0 or month_at(t, j) > 0
    if not raw.isdecimal() or int(raw[:3]) > 31 or len(raw) > 2:
        return False
    if v.number.j - i > (2 if v.number.form == "ordinal" else 1):
        return False
    if month_at(t, i - 1) and not (v.unit and t.lower(v.unit.j - 1) in t.units.days):
        return True
    ahead = j + 1 if t.lower(j) in t.refusals.of else j
    if month_at(t, ahead) and t.raw(ahead)[:1].isupper():
        return True
    if v.number.form == "ordinal" and t.words(i - 2, i) == t.refusals.on_the:
        return t.kind(j) != "word" or t.lower(j) in v.text.grammar.stoppers
    # the first day of "from 8 to 9 June"
    if v.unit is None and t.lower(j) in t.refusals.span_links and _is_day_of(t, j + 1):
        return True
    # the second day of "June 25 to 30" and of "June 25-30"
    return (
        t.lower(i - 1) in t.refusals.span_links
        and t.raw(i - 2).isdecimal()
        and month_at(t, i - 3) > 0
        and v.noun is None
        and v.unit is None
    )


def _is_day_of(t: Text, k: int) -> bool:
    """Return whether a day with its month is at token `k`: "9 June"."""
    return t.raw(k).isdecimal() and len(t.raw(k)) <= 2 and month_at(t, k + 1) > 0


def _year_of_date(v: View) -> bool:
    t, i = v.text, v.number.i
    k = i - 2 if t.raw(i - 1) == "," else i - 1
    day = t.raw(k) if t.kind(k) == "number" else t.raw(k - 1)
    dated = bool(month_at(t, k - 1) or month_at(t, k - 2) or month_at(t, k))
    return bool(day.isdecimal() and len(day) <= 2 and dated and t.kind(k) != "word") or bool(
        month_at(t, i - 1) and t.raw(i - 2).isdecimal() and len(t.raw(i - 2)) <= 2
    )


def is_time(v: View) -> bool:
    t, j = v.text, v.number.j
    if v.number.form == "when":
        return ":" in t.raw(v.number.i)
    if t.lower(j) in t.refusals.clock:
        return True
    small = v.number.form == "cardinal" and v.number.value <= 24 and v.unit is None
    return small and any(t.words(j, j + len(phrase)) == phrase for phrase in t.refusals.day_parts)


def is_year(v: View) -> bool:
    if fiscal_year(v):
        return True
    t, i = v.text, v.number.i
    if t.glued(i + 1) and t.lower(i + 1) == t.grammar.plural_ending and len(t.raw(i)) in (2, 4):
        return True
    if _short_fiscal_year(v):
        return True
    if year_at(t, i) is None or v.number.j > i + 1 or (v.unit and v.unit.kind != "time"):
        return False
    if of_name(v):
        return False
    if v.head in t.refusals.price_bases:
        return True
    counts = (
        v.noun is not None
        and v.text.raw(v.noun.head)[:1].islower()
        and v.text.grammar.plural(v.head)
    )
    return not counts or t.lower(i - 1) in t.refusals.year_cues or bool(month_at(t, i - 1))


def _short_fiscal_year(v: View) -> bool:
    """Return whether a number is a two-digit fiscal year: FY '18, F.Y. ’18."""
    t, i = v.text, v.number.i
    short = t.raw(i).isdecimal() and len(t.raw(i)) == 2 and t.raw(i - 1) in ("'", "’", "‘")
    return short and t.glued(i) and t.lower(i - 2).replace(".", "") in t.periods.fiscal


def of_name(v: View) -> bool:
    """Return whether a number follows a capitalized word that is not a month: Agenda 2030, Tokyo
    2020."""
    t, i = v.text, v.number.i
    before = t.raw(i - 1)
    lower = before.lower()
    return (
        t.kind(i - 1) == "word"
        and before[:1].isupper()
        and (not before.isupper() or (_acronym(before) and year_at(t, i) is None))
        and not month_at(t, i - 1)
        and lower not in v.text.grammar.stoppers
        and lower not in v.text.language.calendar.weekdays
        and lower not in t.refusals.laws
        and lower not in t.refusals.labels
        and lower not in t.refusals.versions
        and lower not in t.refusals.adjectives
        and t.kind(i) == "number"
        and (i - 1 > t.sentence(i)[0] or v.noun is None)
    )


def _acronym(word: str) -> bool:
    return 1 < len(word) < 6


def is_age(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    words = t.refusals
    if t.lower(i - 1) in words.aged or v.before() in words.aged:
        return not open_ended(v)
    if _spans_ages(v) or _age_of(v) or _open_age(v) or _second_end(v):
        return True
    tail = [t.lower(k) for k in range(j, j + 4)]
    if hyphened(v).split("-")[-1] in words.old:
        return True
    return any(word in words.years_old for word in tail[:2]) or (
        any(word in words.old for word in tail[:3]) and _any(tail[:2], words.years)
    )


def _any(tail: list[str], words: frozenset[str]) -> bool:
    return any(word in words for word in tail)


def _second_end(v: View) -> bool:
    """Return whether a number is the first end of an age range: "12 through 15 years old", "12- to
    15-year-olds"."""
    t, k = v.text, v.number.j
    if t.raw(k) == "-" and t.glued(k):
        k += 1
    if t.lower(k) not in t.refusals.age_links or v.unit is not None:
        return False
    if t.kind(k + 1) != "number" and t.lower(k + 1) not in t.numerals.small:
        return False
    tail = [t.lower(n) for n in range(k + 2, k + 6)]
    tied = "".join(tail[:2]).startswith("-")
    if tied and tail[1].rsplit("-", 1)[-1] in t.refusals.old:
        return True
    return tail[0] in t.refusals.years and tail[1] in t.refusals.old


def _age_of(v: View) -> bool:
    """Return whether an age follows: "under the age of 50", "ages 12 to 15", "between the ages of
    12 and 15"."""
    t, i = v.text, v.number.i
    k = i - 1
    if t.lower(k) in t.refusals.age_to and (
        t.kind(k - 1) == "number" or t.lower(k - 1) in t.numerals.small
    ):
        k -= 2
    return t.lower(k) in t.refusals.of and t.lower(k - 1) in t.refusals.aged


def _open_age(v: View) -> bool:
    """Return whether a number after people has an open end: "everyone 16 and over", "those 12 years
    and older"."""
    t, j = v.text, v.number.j
    if v.unit is not None and v.unit.kind != "time":
        return False
    end = v.unit.j if v.unit else j
    joined = t.lower(end) in t.refusals.open_joints and t.lower(end + 1) in t.refusals.older
    tied = t.raw(end) == "-" and t.lower(end + 1) in t.comparisons.tails
    if tied or not joined:
        return tied and t.lower(v.i - 1) in t.refusals.ageable
    if v.unit is not None and t.lower(end - 1) in t.refusals.years:
        return True
    return any(t.lower(k) in t.refusals.ageable for k in range(v.i - _NEAR, v.i))


def _spans_ages(v: View) -> bool:
    """Return whether a number is an end of an age range: "aged from 25 to 40", "ages from five to
    12"."""
    t, k = v.text, v.number.i - 1
    if t.lower(k) in t.refusals.age_to and (
        t.kind(k - 1) == "number" or t.lower(k - 1) in v.text.numerals.small
    ):
        k -= 2
    if t.lower(k) in t.refusals.aged:
        return k < v.number.i - 1
    return t.lower(k) in t.refusals.age_from and t.lower(k - 1) in t.refusals.ages_from


def open_ended(v: View) -> bool:
    tail = v.text.words(v.number.j, v.number.j + 2)
    return tail[0] in v.text.refusals.open_joints and tail[1] in v.text.refusals.open_ends


def hyphened(v: View) -> str:
    """Return the word hyphenated to the number: "day" in 100-day, "stop" in one-stop, or ""."""
    t, j = v.text, v.number.j
    if t.raw(j) == "-" and t.glued(j) and t.glued(j + 1) and t.kind(j + 1) == "word":
        return t.lower(j + 1)
    word = t.lower(j - 1)
    if v.spelled and "-" in word and v.number.form == "cardinal":
        numeral, _, second = word.partition("-")
        if numeral in v.text.numerals.units and second not in v.text.numerals.units:
            return second
        tail = word.rsplit("-", 1)[1]
        if tail in v.text.units.times or tail in t.refusals.tied:
            return tail
    return ""


def is_plan_length(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if t.raw(i)[:1].isupper() and t.raw(j)[:1].isupper():
        return False
    return hyphened(v).split("-")[0] in t.refusals.spans


def is_period(v: View) -> bool:
    """Return whether years or days state when or how long, not an achievement: "in the past two
    months"."""
    t, words = v.text, v.text.refusals
    if v.number.form == "mixed":
        return part_sign(t, v.number.i) and year_at(t, v.number.j) is not None
    if v.number.form == "fraction" and v.number.rate:
        return _part_of_time(v)
    if v.unit is None or v.unit.kind != "time":
        return False
    streak = any(t.lower(k) in v.text.units.streaks for k in range(v.number.j, v.unit.j + 1))
    if streak or t.words(v.unit.j, v.unit.j + 3) == words.in_a_row:
        return False
    k = v.i - 1
    while t.lower(k) in words.period_between:
        k -= 1
    if t.lower(k) in words.lasting:
        return any(t.lower(m) in words.coming for m in range(k, v.i))
    if t.lower(k) in words.period_words or v.before() in words.period_before:
        return not (t.lower(k) in words.of and t.lower(k - 1) in words.summing)
    if v.before() in words.elapsed:
        return False
    if v.i < v.number.i and t.lower(v.i) in words.throughout:
        return True
    return v.after() in words.period_after or v.text.lower(v.unit.j) in words.period_after


def _part_of_time(v: View) -> bool:
    """Return whether a half is one of a period: "the first half", "the last year and a half"."""
    t, i = v.text, v.number.i
    if t.lower(i) not in t.numerals.halves:
        return False
    if t.lower(i - 1) in t.refusals.half_orders:
        return True
    k = i - 1
    while t.lower(k) in t.refusals.and_a:
        k -= 1
    return k < i - 1 and t.lower(k) in t.units.times
