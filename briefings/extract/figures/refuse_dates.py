"""Numbers that say when or how long: days, years, hours, ages, terms of plans."""

from __future__ import annotations

from .dates import month_at, year_at
from .view import View


def is_day_in_digits(v: View) -> bool:
    return v.number.form == "when" and ":" not in v.text.raw(v.number.i) and not fiscal_year(v)


def fiscal_year(v: View) -> bool:
    raw = v.text.raw(v.number.i)
    return v.number.form == "when" and len(raw) == 7 and raw[4] in "-–/"


def is_day(v: View) -> bool:
    """25 in July 25; 12 in 12 March 2024; 19th of April; the year of a full date."""
    t, i, j = v.text, v.number.i, v.number.j
    raw = t.raw(i)
    if year_at(t, i):
        k = i - 2 if t.raw(i - 1) == "," else i - 1
        day = t.raw(k) if t.kind(k) == "number" else t.raw(k - 1)
        dated = bool(month_at(t, k - 1) or month_at(t, k - 2) or month_at(t, k))
        return bool(day.isdecimal() and len(day) <= 2 and dated and t.kind(k) != "word") or bool(
            month_at(t, i - 1) and t.raw(i - 2).isdecimal() and len(t.raw(i - 2)) <= 2
        )
    if not raw.isdecimal() or int(raw[:3]) > 31 or len(raw) > 2:
        return False
    if v.number.high is not None and v.number.high <= 31 and v.unit is None:
        return month_at(t, i - 1) > 0 or month_at(t, j) > 0
    if v.number.j - i > (2 if v.number.form == "ordinal" else 1):
        return False
    if month_at(t, i - 1) and not (v.unit and t.lower(v.unit.j - 1) != "days"):
        return True
    ahead = j + 1 if t.lower(j) == "of" else j
    if month_at(t, ahead) and t.raw(ahead)[:1].isupper():
        return True
    if v.number.form == "ordinal" and t.lower(i - 1) == "the" and t.lower(i - 2) == "on":
        return t.kind(j) != "word" or t.lower(j) in v.text.grammar.stoppers
    # the second day of "June 25 to 30" and of "June 25-30"
    return (
        t.lower(i - 1) in ("to", "-", "–", "and", ",")
        and t.raw(i - 2).isdecimal()
        and month_at(t, i - 3) > 0
        and v.noun is None
        and v.unit is None
    )


def is_time(v: View) -> bool:
    t, j = v.text, v.number.j
    if v.number.form == "when":
        return ":" in t.raw(v.number.i)
    return t.lower(j) in ("a.m.", "p.m.", "am", "pm", "o'clock", "o’clock", "hrs", "gmt", "noon")


def is_year(v: View) -> bool:
    if fiscal_year(v):
        return True
    t, i = v.text, v.number.i
    if t.glued(i + 1) and t.lower(i + 1) == "s" and len(t.raw(i)) in (2, 4):
        return True
    if year_at(t, i) is None or v.number.j > i + 1 or (v.unit and v.unit.kind != "time"):
        return False
    if of_name(v):
        return False
    before = t.lower(i - 1)
    if v.head in ("levels", "baseline", "prices", "terms"):
        return True
    counts = (
        v.noun is not None
        and v.text.raw(v.noun.head)[:1].islower()
        and v.text.grammar.plural(v.head)
    )
    if not counts:
        return True
    return before in (
        "in",
        "since",
        "and",
        "until",
        "year",
        "mid",
        "early",
        "late",
        "-",
        "–",
        "the",
        "to",
    ) or bool(month_at(t, i - 1))


def of_name(v: View) -> bool:
    """Agenda 2030, Tokyo 2020: a capitalised word that is no month, and a number."""
    t, i = v.text, v.number.i
    before = t.raw(i - 1)
    return (
        t.kind(i - 1) == "word"
        and before[:1].isupper()
        and not before.isupper()
        and not month_at(t, i - 1)
        and before.lower() not in v.text.grammar.stoppers
        and before.lower() not in v.text.language.calendar.weekdays
        and before.lower() not in v.text.grammar.laws
        and before.lower() not in v.text.grammar.labels
        and before.lower() not in v.text.grammar.versions
        and t.kind(i) == "number"
        and (i - 1 > t.sentence(i)[0] or v.noun is None)
    )


def is_age(v: View) -> bool:
    t, j = v.text, v.number.j
    if t.lower(v.number.i - 1) in ("aged", "age") or v.before() in ("aged", "age"):
        return not open_ended(v)
    if _spans_ages(v):
        return True
    tail = [t.lower(k) for k in range(j, j + 4)]
    return (
        hyphened(v).split("-")[-1] in ("old", "olds")
        or "year-old" in tail[:2]
        or ("old" in tail[:3] and "years" in tail[:2])
        or "years-old" in tail[:2]
    )


def _spans_ages(v: View) -> bool:
    """Whether a number is an end of a span of ages: aged from 25 to 40, ages from five to 12."""
    t, k = v.text, v.number.i - 1
    if t.lower(k) == "to" and (
        t.kind(k - 1) == "number" or t.lower(k - 1) in v.text.numerals.small
    ):
        k -= 2
    return t.lower(k) == "from" and t.lower(k - 1) in ("aged", "ages")


def open_ended(v: View) -> bool:
    tail = v.text.words(v.number.j, v.number.j + 2)
    return tail[0] in ("and", "or") and tail[1] in (
        "over",
        "above",
        "older",
        "more",
        "under",
        "younger",
        "below",
        "fewer",
    )


def hyphened(v: View) -> str:
    """The word that a hyphen ties to the number: day in 100-day, stop in one-stop; else empty."""
    t, j = v.text, v.number.j
    if t.raw(j) == "-" and t.glued(j) and t.glued(j + 1) and t.kind(j + 1) == "word":
        return t.lower(j + 1)
    word = t.lower(j - 1)
    if v.spelled and "-" in word and v.number.form == "cardinal":
        first, _, rest = word.partition("-")
        if first in v.text.numerals.units and rest not in v.text.numerals.units:
            return rest
        tail = word.rsplit("-", 1)[1]
        if tail in v.text.units.times or tail in ("old", "member"):
            return tail
    return ""


def is_plan_length(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if t.raw(i)[:1].isupper() and t.raw(j)[:1].isupper():
        return False
    word = hyphened(v).split("-")[0]
    return word in ("day", "week", "month", "year", "decade", "quarter")


def is_period(v: View) -> bool:
    """Years and days that say when or how long, not what was achieved: in the past two months."""
    t = v.text
    if v.number.form == "mixed":
        raw = t.lower(v.number.i)
        return (
            len(raw) == 2
            and raw[0] in "qh"
            and raw[1] in "1234"
            and year_at(t, v.number.j) is not None
        )
    if v.number.form == "fraction" and t.lower(v.number.i) == "half":
        return t.lower(v.number.i - 1) in ("first", "second", "latter", "other", "same")
    if v.unit is None or v.unit.kind != "time":
        return False
    streak = any(t.lower(k) in v.text.units.streaks for k in range(v.number.j, v.unit.j + 1))
    if streak or t.words(v.unit.j, v.unit.j + 3) == ("in", "a", "row"):
        return False
    k = v.i - 1
    while t.lower(k) in (
        "the",
        "last",
        "past",
        "next",
        "coming",
        "recent",
        "first",
        "about",
        "some",
        "another",
    ):
        k -= 1
    if t.lower(k) == "for":
        return any(t.lower(m) in ("next", "coming") for m in range(k, v.i))
    if t.lower(k) in v.text.grammar.period_words or v.before() in (
        "past",
        "last",
        "next",
        "coming",
        "recent",
        "these",
    ):
        return not (t.lower(k) == "of" and t.lower(k - 1) in ("average", "total"))
    if v.i < v.number.i and t.lower(v.i) in ("over", "under", "around"):
        return True
    return (
        v.after() in v.text.grammar.period_after
        or v.text.lower(v.unit.j) in v.text.grammar.period_after
    )
