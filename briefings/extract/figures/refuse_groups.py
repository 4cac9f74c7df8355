"""Numbers that count nothing new: orders, limits, bases of rates, groups known already."""

from __future__ import annotations

from .refuse_dates import hyphened, open_ended
from .view import View


def is_ordinal(v: View) -> bool:
    return v.number.form == "ordinal"


def is_vague(v: View) -> bool:
    """Dozens, thousands; "zero" as an aim, after an adjective."""
    if v.number.form == "vague":
        return True
    zero = v.text.lower(v.number.i) == "zero" and v.unit is None
    return zero and v.before() not in v.text.grammar.zero_cues and not v.opens


def is_pronoun(v: View) -> bool:
    """ "One" as pronoun or article: one of them, no one, one another, take one example."""
    t, i, j = v.text, v.number.i, v.number.j
    if t.lower(i) != "one" or j != i + 1 or v.unit is not None:
        return False
    if t.lower(j) in (
        "of",
        "another",
        "by",
        "should",
        "must",
        "can",
        "may",
        "after",
        "hand",
        "day",
        "'s",
    ):
        return True
    if t.lower(i - 1) in (
        "no",
        "another",
        "each",
        "every",
        "this",
        "that",
        "the",
        "which",
        "any",
        "first",
        "last",
        "next",
    ):
        return True
    if v.noun is None:
        elliptical = t.lower(i - 1) == "and" and t.lower(j) in ("was", "were", "is", "are")
        return not elliptical
    k = v.noun.j
    if t.lower(k) in v.text.grammar.be | v.text.grammar.have and t.lower(k + 1).endswith("ly"):
        return not v.text.grammar.participle(t.lower(k + 2))
    if t.lower(k) in v.text.grammar.be | v.text.grammar.have and (
        v.text.grammar.participle(t.lower(k + 1)) or t.lower(k + 1) in v.text.grammar.be
    ):
        return False
    if v.text.grammar.participle(t.lower(k)):
        return False
    return not (_counted_beside(v, k))


def _counted_beside(v: View, k: int) -> bool:
    """Whether a neighbour in an enumeration is counted too: nine boats and one plane."""
    t, i = v.text, v.number.i
    if t.lower(k) in ("and", ",") and (
        t.kind(k + 1) == "number" or t.lower(k + 1) in v.text.numerals.units
    ):
        return t.lower(k + 1) != "one" or t.lower(k) == "and"
    if t.lower(i - 1) not in ("and", ","):
        return False
    return any(
        t.kind(m) == "number" or (t.lower(m) in v.text.numerals.units and t.lower(m) != "one")
        for m in range(max(t.sentence(i)[0], i - 6), i - 1)
    )


def is_threshold(v: View) -> bool:
    """Three or more deaths, aged 65 and over, loads of more than 3.5 tonnes, within 30 days."""
    t = v.text
    if t.lower(v.number.i - 1) in ("aged", "age", "than") and open_ended(v):
        return True
    involving = v.before() in ("involving", "with", "causing", "of", "having")
    if (
        open_ended(v)
        and involving
        and t.lower(v.number.j + 1) in ("more", "fewer", "less", "above")
    ):
        return True
    if v.unit and v.unit.kind == "time" and v.before() in ("within", "least"):
        return v.before() == "within"
    return bool(
        v.unit
        and v.unit.kind == "measure"
        and v.i < v.number.i
        and v.text.words(v.i, v.i + 2) == ("more", "than")
        and v.before() == "of"
        and v.text.grammar.plural(v.before(2))
        and v.before(2) not in ("tons", "tonnes", "losses", "areas")
    )


def is_rate_base(v: View) -> bool:
    """Every 100 vehicles; per 100,000 people; every two years."""
    return v.before() in ("every", "per") or v.text.lower(v.number.i - 1) in ("every", "per")


def is_compound(v: View) -> bool:
    word = hyphened(v)
    if not word or v.number.form != "cardinal":
        return False
    measured = v.unit is not None and v.unit.kind != "time"
    return not (measured or word in ("plus", "odd"))


def is_known_group(v: View) -> bool:
    """The two sides, these three steps, the ministry's six rules: a group known already."""
    t, i = v.text, v.number.i
    if v.i != i or v.unit is not None or v.number.form != "cardinal" or not v.spelled:
        return False
    if v.number.value > 12 or t.lower(v.number.j) in ("of", "percent") or v.number.j - i > 1:
        return False
    before = t.lower(i - 1)
    if (before in ("other", "past") and t.lower(i - 2) != "the") or before == "other":
        return False
    return before in v.text.grammar.definite or before.endswith(("'s", "’s", "s'", "s’"))


def is_category(v: View) -> bool:
    """Eight major types of crime: a fixed list, not a count of what was done."""
    t = v.text
    if v.unit is not None or v.number.form != "cardinal" or v.noun is None or v.i != v.number.i:
        return False
    return v.head in v.text.grammar.kinds and t.lower(v.noun.j) == "of" and v.number.value < 21


def announces_list(v: View) -> bool:
    """Three measures: ..., four things, namely ...: the number announces a list."""
    t = v.text
    if v.unit is not None or v.number.form != "cardinal" or v.noun is None or v.number.value > 20:
        return False
    k = v.noun.j
    if t.raw(k) in (":", "：") or (t.raw(k) == "," and t.lower(k + 1) == "namely"):
        return v.head in v.text.grammar.announced or v.spelled
    if v.head not in v.text.grammar.announced or not v.spelled:
        return False
    first = t.sentence(v.number.i)[0]
    if t.lower(first) in ("i", "let") and v.number.i - first < 12:
        return True
    opener = t.lower(v.end)
    closes = t.raw(k) in ".:" and k >= v.end - 2
    return closes and (
        v.end >= len(t) or opener in v.text.numerals.ordinals or opener in ("firstly", "one")
    )


def is_proceedings(v: View) -> bool:
    """Two more questions; three reporters with their hands up: how the conference is run."""
    if v.unit is not None or v.number.form != "cardinal" or not v.spelled:
        return False
    t, k = v.text, v.number.j
    while t.lower(k) in (
        "more",
        "final",
        "last",
        "other",
        "short",
        "quick",
        "brief",
        "further",
        "follow-up",
    ):
        k += 1
    word = t.lower(k)
    if word in ("question", "questions", "follow-up", "follow-ups"):
        return True
    return v.chair and word in (
        "journalist",
        "journalists",
        "reporter",
        "reporters",
        "minutes",
        "speakers",
    )


def counts_nothing(v: View) -> bool:
    """A number that stands alone: nothing is counted by it."""
    t = v.text
    if t.raw(v.i - 1) == "/" and v.opens is False and t.sentence(v.number.i)[0] == v.i - 1:
        return True
    if v.unit is not None or v.noun is not None or v.number.rate:
        return False
    if not t.grammar.bare_numbers:
        return True
    before, after = t.kind(v.i - 1), t.raw(v.number.j)
    first = t.sentence(v.number.i)[0]
    lonely = v.i <= first or before not in ("word", "abbreviation")
    sign = (
        t.raw(v.i - 1) in (",", "(", ":", "/", "-", ">", "<", "[", "#", "*", "")
        or before == "number"
    )
    if t.raw(v.i - 1) == "," and v.i < v.number.i:
        return False
    ends = not after or not (after[0].isalpha() and after[0].islower())
    if (
        v.spelled
        and v.number.form == "cardinal"
        and t.lower(v.number.i) in v.text.numerals.units
        and v.number.value < 10
    ):
        plain = before == "word" and t.lower(v.i - 1) in v.text.grammar.stoppers | {"and"} and ends
        if plain and t.lower(v.i - 1) not in ("to", "from", "by", "and", "of", "than"):
            return True
    capital = before == "word" and t.raw(v.i - 1)[:1].isupper() and v.i - 1 > first
    return (lonely and (v.i <= first or sign) and ends) or (capital and ends)
