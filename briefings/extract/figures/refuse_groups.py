"""Numbers that count nothing new: ordinals, limits, bases of rates, groups already known."""

from __future__ import annotations

from .changes import bracketed_fall
from .refuse_dates import hyphened, open_ended
from .view import View

# Up to these numbers, a group may be a known one, and a list may be announced.
_SMALL_GROUP, _SHORT_LIST = 12, 20
_BEGINNING = 12
# A sentence with fewer tokens has no verb.
_BRIEF = 7


def is_ordinal(v: View) -> bool:
    return v.number.form == "ordinal"


def is_vague(v: View) -> bool:
    """Return whether an amount is vague and its noun missing, or "zero" is an aim, after an
    adjective."""
    t = v.text
    if v.number.vague:
        of_time = v.unit is not None and v.unit.kind == "time"
        return of_time or (v.number.form == "vague" and v.unit is None and v.noun is None)
    zero = t.lower(v.number.i) in t.refusals.zero and v.unit is None
    return zero and v.before() not in t.refusals.zero_cues and not v.opens


def is_idiom(v: View) -> bool:
    """Return whether a share or multiple is idiomatic: "half done", "half the battle", "doubled
    down"."""
    t, i, j = v.text, v.number.i, v.number.j
    phrases = t.refusals.idioms.get(" ".join(t.words(i, j)), ())
    if any(t.words(j, j + len(phrase)) == phrase for phrase in phrases):
        return True
    if j > i + 1:
        return False
    if v.number.form == "multiple":
        return t.lower(i - 1) in t.grammar.determiners  # the doubled efforts
    if v.number.form != "fraction" or t.lower(i) not in t.numerals.halves:
        return False
    loose = t.kind(j) != "word" or t.lower(j) in t.refusals.share_behind
    return not loose and v.i == i and t.lower(i - 1) not in t.refusals.share_before


def is_false_start(v: View) -> bool:
    """Return whether a word is broken off after the number: "three cur- — three clear points"."""
    t, k = v.text, v.j
    if t.lower(k) in t.refusals.of:
        k += 1
    for m in range(k, min(k + 4, v.end)):
        if t.kind(m) != "word" or t.lower(m) in t.grammar.stoppers:
            return False
        if t.raw(m + 1) == "-" and t.glued(m + 1) and not t.glued(m + 2):
            return t.raw(m + 2) in ("—", "–")
    return False


def is_pronoun(v: View) -> bool:
    """Return whether "one" is a pronoun or article: "one of them", "no one", "one another", "take
    one example"."""
    t, i, j = v.text, v.number.i, v.number.j
    if t.lower(i) not in t.refusals.one or j != i + 1 or v.unit is not None:
        return False
    if t.lower(j) in t.refusals.one_behind or t.lower(i - 1) in t.refusals.one_before:
        return True
    if v.noun is None:
        elliptical = t.lower(i - 1) in t.refusals.joints and t.lower(j) in t.grammar.be
        return not elliptical
    k = v.noun.j
    if t.lower(k) in v.text.grammar.be | v.text.grammar.have and (
        t.lower(k + 1).endswith(t.grammar.adverb_ending)
    ):
        return not v.text.grammar.participle(t.lower(k + 2))
    if t.lower(k) in v.text.grammar.be | v.text.grammar.have and (
        v.text.grammar.participle(t.lower(k + 1)) or t.lower(k + 1) in v.text.grammar.be
    ):
        return False
    if v.text.grammar.participle(t.lower(k)):
        return False
    return not (_counted_beside(v, k))


def _counted_beside(v: View, k: int) -> bool:
    """Return whether a neighbour in an enumeration is counted too: "nine boats and one plane"."""
    t, i = v.text, v.number.i
    one_forms, joints = t.refusals.one, t.refusals.joints | {","}
    if t.lower(k) in joints and (
        t.kind(k + 1) == "number" or t.lower(k + 1) in v.text.numerals.units
    ):
        return t.lower(k + 1) not in one_forms or t.lower(k) != ","
    if t.lower(i - 1) not in joints:
        return False
    return any(
        t.kind(m) == "number"
        or (t.lower(m) in v.text.numerals.units and t.lower(m) not in one_forms)
        for m in range(max(t.sentence(i)[0], i - 6), i - 1)
    )


def is_threshold(v: View) -> bool:
    """Return whether a number is a limit.

    Examples: three or more deaths, aged 65 and over, loads of more than 3.5 tonnes, within 30 days.
    """
    t, words = v.text, v.text.refusals
    if t.lower(v.number.i - 1) in words.limit_ages and open_ended(v):
        return True
    if (
        open_ended(v)
        and v.before() in words.involving
        and t.lower(v.number.j + 1) in words.limit_ends
    ):
        return True
    if v.unit and v.unit.kind == "time" and v.before() in words.limits:
        return True
    return bool(
        v.unit
        and v.unit.kind == "measure"
        and v.i < v.number.i
        and v.text.words(v.i, v.i + 2) in words.more_than
        and v.before() in words.of
        and v.text.grammar.plural(v.before(2))
        and v.before(2) not in words.measured
    )


def is_rate_base(v: View) -> bool:
    """Return whether a number is the base of a rate: "every 100 vehicles", "per 100,000 people",
    "every two years"."""
    rates = v.text.refusals.rates
    return v.before() in rates or v.text.lower(v.number.i - 1) in rates


def is_compound(v: View) -> bool:
    word = hyphened(v)
    if not word or v.number.form != "cardinal":
        return False
    measured = v.unit is not None and v.unit.kind != "time"
    return not (measured or word in v.text.comparisons.tails)


def is_known_group(v: View) -> bool:
    """Return whether a group is already known: "the two sides", "these three steps", "the
    ministry's six rules"."""
    t, i, words = v.text, v.number.i, v.text.refusals
    if v.i != i or v.unit is not None or v.number.form != "cardinal" or not v.spelled:
        return False
    small = v.number.value <= _SMALL_GROUP and v.number.j - i == 1
    if not small or t.lower(v.number.j) in words.partitive:
        return False
    before = t.lower(i - 1)
    if (
        before in words.others
        or t.lower(v.number.j) in words.others
        or (before in words.indefinite and t.lower(i - 2) not in words.article)
    ):
        return False
    if before in words.apposing or _second_of_pair(v):
        return True
    return before in words.definite or before.endswith(words.possessives)


def _second_of_pair(v: View) -> bool:
    """Return whether a number repeats that of a known group: "the two countries and two
    peoples"."""
    t, i = v.text, v.number.i
    if t.lower(i - 1) not in t.refusals.joints:
        return False
    k = next((k for k in range(i - 2, max(-1, i - 6), -1) if t.lower(k) == t.lower(i)), None)
    return k is not None and t.lower(k - 1) in t.refusals.article


def is_category(v: View) -> bool:
    """Return whether a number is of a fixed list: "eight major types of crime"."""
    t = v.text
    if v.unit is not None or v.number.form != "cardinal" or v.noun is None or v.i != v.number.i:
        return False
    kinds = v.head in t.refusals.kinds and t.lower(v.noun.j) in t.refusals.of
    return kinds and v.number.value <= _SHORT_LIST


def announces_list(v: View) -> bool:
    """Return whether a number announces a list: "three measures: ...", "four things, namely
    ..."."""
    t, words = v.text, v.text.refusals
    if v.unit is not None or v.number.form != "cardinal" or v.noun is None:
        return False
    if v.number.value > _SHORT_LIST or v.number.vague:
        return False
    k = v.noun.j
    if t.raw(k) in (":", "：") or (t.raw(k) == "," and t.lower(k + 1) in words.namely):
        return v.head in words.announced or v.spelled
    if v.head not in words.announced or not v.spelled:
        return False
    sentence_start = t.sentence(v.number.i)[0]
    if v.number.i - sentence_start < 2 and k >= v.end - 1:
        return True  # "Two things."
    if t.lower(sentence_start) in words.announcing and v.number.i - sentence_start < _BEGINNING:
        return True
    opener = t.lower(v.end)
    closes = t.raw(k) in ".:" and k >= v.end - 2
    rest = t.lower(v.number.j) in words.others  # the eight other areas
    return closes and (
        (v.end >= len(t) and not rest)
        or opener in v.text.numerals.ordinals
        or opener in words.list_openers
    )


def is_proceedings(v: View) -> bool:
    """Return whether a number is about running the conference: "two more questions", "three
    reporters with their hands up"."""
    if v.unit is not None or v.number.form != "cardinal" or not v.spelled:
        return False
    t, k = v.text, v.number.j
    while t.lower(k) in t.refusals.turn_words:
        k += 1
    word = t.lower(k)
    return word in t.refusals.turns or (v.chair and word in t.refusals.room)


def counts_nothing(v: View) -> bool:
    """Return whether a number stands alone and counts nothing."""
    t = v.text
    if t.raw(v.i - 1) == "/" and t.sentence(v.number.i)[0] == v.i - 1:
        return True
    if v.unit is not None or v.noun is not None or v.number.rate or v.number.form == "multiple":
        return False
    if not t.grammar.bare_numbers:
        return True
    kind, after = t.kind(v.i - 1), t.raw(v.number.j)
    sentence_start = t.sentence(v.number.i)[0]
    if (
        v.spelled
        and v.number.value < 10
        and sentence_start + 2 > v.i
        and v.end - sentence_start < _BRIEF
    ):
        return True  # "Just two on Israel."
    lonely = v.i <= sentence_start or kind not in ("word", "abbreviation")
    sign = (
        t.raw(v.i - 1) in (",", "(", ":", "/", "-", ">", "<", "[", "#", "*", "") or kind == "number"
    )
    if t.raw(v.i - 1) == "," and v.i < v.number.i:
        return False
    if bracketed_fall(t, v.i, v.number.j):
        return False
    ends = not after or not (after[0].isalpha() and after[0].islower())
    if (
        v.spelled
        and v.number.form == "cardinal"
        and t.lower(v.number.i) in v.text.numerals.units
        and v.number.value < 10
    ):
        plain = kind == "word" and t.lower(v.i - 1) in t.grammar.stoppers and ends
        if plain and t.lower(v.i - 1) not in t.refusals.lone_links:
            return True
    capital = kind == "word" and t.raw(v.i - 1)[:1].isupper() and v.i - 1 > sentence_start
    return (lonely and (v.i <= sentence_start or sign) and ends) or (capital and ends)
