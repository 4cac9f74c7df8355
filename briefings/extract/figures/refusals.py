"""Numbers that state no quantity: every rule with its reason, and examples it must and must not take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .lexicon import BE, HAVE, STOPPERS, participle
from .numbers import ORDINALS, UNITS, Written
from .periods import month_at, year_at
from .subject import NounPhrase, plural
from .tokens import Text
from .units import STREAK_WORDS, TIMES, Unit


@dataclass(frozen=True, slots=True)
class View:
    """One number and what touches it; `i` and `j` include its comparator and unit."""

    text: Text
    number: Written
    unit: Unit | None
    noun: NounPhrase | None
    i: int
    j: int
    chair: bool
    previous: str
    end: int

    def before(self, back: int = 1) -> str:
        return self.text.lower(self.i - back)

    def after(self, ahead: int = 0) -> str:
        return self.text.lower(self.j + ahead)

    @property
    def spelled(self) -> bool:
        return self.number.spelled

    @property
    def head(self) -> str:
        return self.text.lower(self.noun.head) if self.noun else ""

    @property
    def opens(self) -> bool:
        """Whether the number opens its sentence, quotation marks left aside."""
        start = self.text.sentence(self.number.i)[0]
        return all(self.text.raw(k) in "\"“”'‘’(" for k in range(start, self.number.i))


Test = Callable[[View], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason to refuse a number; `takes` and `leaves` hold one text each, with the number asked
    about in square brackets."""

    name: str
    why: str
    test: Test
    takes: tuple[str, ...]
    leaves: tuple[str, ...] = ()


def refuse(view: View) -> str | None:
    """The name of the first rule that refuses the number, None where it is a figure."""
    for rule in RULES:
        if rule.test(view):
            return rule.name
    return None


_LAWS = frozenset(
    "article articles section sections paragraph paragraphs clause clauses resolution resolutions"
    " regulation regulations directive decree act law protocol annex subsection art. arts. sec. para."
    " paras. bill constitution rule rules".split()
)
_LABELS = frozenset(
    "room question step chapter table figure fig. number no. nos. part phase stage item volume vol."
    " page pages p. pp. appendix tier zone platform gate floor building unit lot form class grade level"
    " line exhibit episode season group category type option panel slide lesson day".split()
)
_VERSIONS = frozenset("version versions edition release v".split())
_STREETS = frozenset(
    "road street avenue lane drive square boulevard way rd st ave place court terrace alley".split()
)
_HOTLINES = frozenset("hotline hotlines helpline helplines".split())
_ANNOUNCED = frozenset(
    "measures priorities points aspects things areas steps reasons ways parts tasks respects"
    " suggestions fields proposals principles topics issues features characteristics goals objectives"
    " directions initiatives messages observations remarks conditions elements pillars actions".split()
)
_KINDS = frozenset("types kinds categories classes sorts forms".split())
_DEFINITE = frozenset(
    "the these those both all our its their his her your my following first last next previous"
    " past other".split()
)
_PERIOD_WORDS = frozenset(
    "in over within during after before of under until next past last every".split()
)
_PERIOD_AFTER = frozenset(
    "since passed ago later earlier after before from old imprisonment jail".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _when(v: View) -> bool:
    return v.number.form == "when" and ":" not in v.text.raw(v.number.i) and not _fiscal_year(v)


def _fiscal_year(v: View) -> bool:
    raw = v.text.raw(v.number.i)
    return v.number.form == "when" and len(raw) == 7 and raw[4] in "-–/"


def _day(v: View) -> bool:
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
        return t.kind(j) != "word" or t.lower(j) in STOPPERS
    # the second day of "June 25 to 30" and of "June 25-30"
    return (
        t.lower(i - 1) in ("to", "-", "–", "and", ",")
        and t.raw(i - 2).isdecimal()
        and month_at(t, i - 3) > 0
        and v.noun is None
        and v.unit is None
    )


def _time(v: View) -> bool:
    t, j = v.text, v.number.j
    if v.number.form == "when":
        return ":" in t.raw(v.number.i)
    return t.lower(j) in ("a.m.", "p.m.", "am", "pm", "o'clock", "o’clock", "hrs", "gmt", "noon")


def _year(v: View) -> bool:
    if _fiscal_year(v):
        return True
    t, i = v.text, v.number.i
    if t.glued(i + 1) and t.lower(i + 1) == "s" and len(t.raw(i)) in (2, 4):
        return True
    if year_at(t, i) is None or v.number.j > i + 1 or (v.unit and v.unit.kind != "time"):
        return False
    if _of_name(v):
        return False
    before = t.lower(i - 1)
    counts = v.noun is not None and v.text.raw(v.noun.head)[:1].islower() and plural(v.head)
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


def _of_name(v: View) -> bool:
    """Agenda 2030, Tokyo 2020: a capitalised word, no month and no sentence's head, and a number."""
    t, i = v.text, v.number.i
    before = t.raw(i - 1)
    return (
        t.kind(i - 1) == "word"
        and before[:1].isupper()
        and not before.isupper()
        and not month_at(t, i - 1)
        and before.lower() not in STOPPERS
        and before.lower() not in _WEEKDAYS
        and before.lower() not in _LAWS
        and before.lower() not in _LABELS
        and before.lower() not in _VERSIONS
        and t.kind(i) == "number"
        and (i - 1 > t.sentence(i)[0] or v.noun is None)
    )


def _ordinal(v: View) -> bool:
    return v.number.form == "ordinal"


def _enumerator(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if v.number.form == "ordinal":
        word = t.lower(i)
        head = v.opens or t.raw(i - 1) in (":", ";")
        return head and word in ORDINALS and (t.raw(j) in (",", ":") or t.lower(j) in BE | {"of"})
    if (
        t.lower(i - 1) in _LABELS
        and v.unit is None
        and (v.noun is None or t.raw(i - 1)[:1].isupper())
    ):
        return True
    if t.raw(j) == ")" and not v.unit and (t.raw(i - 1) == "(" or v.number.j - i == 1):
        return v.number.value < 100 and _opens_item(t, i)
    return v.opens and t.raw(j) in (".", "、") and j + 1 < len(t) and v.number.value < 100


def _opens_item(t: Text, i: int) -> bool:
    """Whether the bracket after the number closes no other bracket before it."""
    signs = [t.raw(k) for k in range(max(0, i - 8), i)]
    return t.raw(i - 1) == "(" or signs.count("(") <= signs.count(")")


def _vague(v: View) -> bool:
    """Dozens, thousands; "zero" as an aim, after an adjective."""
    if v.number.form == "vague":
        return True
    zero = v.text.lower(v.number.i) == "zero" and v.unit is None
    return zero and v.before() not in _ZERO_CUES and not v.opens


_ZERO_CUES = frozenset(
    "but with and reported recorded saw had of was were are is to only from by".split()
)


def _law(v: View) -> bool:
    t, i = v.text, v.number.i
    k = i - 1
    for _ in range(4):
        word = t.lower(k)
        if word in _LAWS and v.unit is None and not (word == "law" and t.raw(k).islower()):
            return not plural(v.head) or t.lower(i - 1) in _LAWS
        if not (
            t.kind(k) == "number"
            or word in ("to", "and", "(", ")", "-", "–", "/", ",", "or", "eu", "no.")
        ):
            return False
        k -= 1
    return False


def _version(v: View) -> bool:
    return v.text.lower(v.number.i - 1) in _VERSIONS


def _phone(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if v.unit or t.kind(i) != "number" or v.noun is not None:
        return False
    if t.raw(i - 1) == "+" and t.glued(i) and t.kind(i - 2) != "number":
        return True
    first, last = i, j
    while t.kind(first - 1) == "number" or (
        t.raw(first - 1) in "-+" and t.kind(first - 2) == "number"
    ):
        first -= 1
        if i - first > 8:
            return True
    while t.kind(last) == "number" or (
        t.raw(last) == "-" and t.glued(last) and t.kind(last + 1) == "number"
    ):
        last += 1
        if last - j > 8:
            return True
    groups = [t.raw(k) for k in range(first, last) if t.kind(k) == "number"]
    digits = "".join(groups)
    plus = t.raw(first - 1) == "+"
    return (
        len(groups) > 1
        and digits.isdecimal()
        and (plus or (len(digits) >= 7 and len(groups[-1]) >= 3 and not _years(groups)))
    )


def _years(groups: list[str]) -> bool:
    return all(len(group) == 4 and group[:2] in ("18", "19", "20", "21") for group in groups)


def _address(v: View) -> bool:
    t, j = v.text, v.number.j
    if t.kind(v.number.i) != "number" or not t.raw(j)[:1].isupper():
        return False
    return any(t.lower(k) in _STREETS and t.raw(k)[:1].isupper() for k in range(j + 1, j + 4))


def _quoted(v: View) -> bool:
    return v.text.named[v.number.i]


def _name(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if v.number.form == "mixed":
        return True
    if v.number.form != "cardinal":
        return False
    # COVID-19, B-52
    if t.raw(i - 1) == "-" and t.glued(i) and t.glued(i - 1) and t.kind(i - 2) == "word":
        return t.raw(i - 2)[:1].isupper()
    # 5G, 9/11, 10+3
    if t.glued(j) and v.unit is None and t.raw(j)[:1].isupper() and t.kind(j) == "word":
        return True
    if t.raw(j) in ("+", "/") and t.glued(j) and t.glued(j + 1) and t.kind(j + 1) == "number":
        return True
    if t.raw(i - 1) in ("+", "/") and t.glued(i) and t.kind(i - 2) == "number":
        return True
    # 100-Day Campaign, Five Rivers Plan
    if (
        t.raw(j) == "-"
        and t.glued(j + 1)
        and t.raw(j + 1)[:1].isupper()
        and t.raw(j + 2)[:1].isupper()
    ):
        return True
    capital = t.raw(i)[:1].isupper() and t.raw(j)[:1].isupper()
    if (
        v.spelled
        and capital
        and t.kind(j) == "word"
        and not (v.opens and v.noun is not None and t.raw(v.noun.head).islower())
    ):
        return True
    if v.unit is None and (_hotline(v) or t.lower(i - 1) in ("top", "dial", "dialling", "dialing")):
        return True
    counts = v.noun is not None and plural(v.head) and t.raw(v.noun.head).islower()
    return v.unit is None and not counts and _of_name(v)


def _hotline(v: View) -> bool:
    t, j = v.text, v.number.j
    if t.kind(v.number.i) != "number" or not t.raw(v.number.i).isdecimal():
        return False
    if any(t.lower(k) in _HOTLINES for k in (v.number.i - 1, v.number.i - 2)):
        return True
    singular = [t.lower(k) for k in range(j, j + 3)]
    for n, word in enumerate(singular):
        if word in ("hotline", "helpline"):
            return all(singular[k].isalpha() and singular[k] not in STOPPERS for k in range(n))
    return False


def _score(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    for link, a, b in ((j, i, j + 1), (i - 1, i - 2, i)):
        if t.raw(link) in ("-", "–") and t.glued(link) and t.glued(link + 1):
            left, right = t.raw(a), t.raw(b)
            if left.isdecimal() and right.isdecimal() and len(left) < 3 and len(right) < 3:
                return v.unit is None and v.noun is None
    return False


def _one(v: View) -> bool:
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
    if t.lower(k) in BE | HAVE and t.lower(k + 1).endswith("ly"):
        return not participle(t.lower(k + 2))
    if t.lower(k) in BE | HAVE and (participle(t.lower(k + 1)) or t.lower(k + 1) in BE):
        return False
    if participle(t.lower(k)):
        return False
    return not (_counted_beside(v, k))


def _counted_beside(v: View, k: int) -> bool:
    """Whether a neighbour in an enumeration is counted too: nine boats and one plane."""
    t, i = v.text, v.number.i
    if t.lower(k) in ("and", ",") and (t.kind(k + 1) == "number" or t.lower(k + 1) in UNITS):
        return t.lower(k + 1) != "one" or t.lower(k) == "and"
    if t.lower(i - 1) not in ("and", ","):
        return False
    return any(
        t.kind(m) == "number" or (t.lower(m) in UNITS and t.lower(m) != "one")
        for m in range(max(t.sentence(i)[0], i - 6), i - 1)
    )


def _age(v: View) -> bool:
    t, j = v.text, v.number.j
    if t.lower(v.number.i - 1) in ("aged", "age") or v.before() in ("aged", "age"):
        return not _open_ended(v)
    tail = [t.lower(k) for k in range(j, j + 4)]
    return (
        "year-old" in tail[:2]
        or ("old" in tail[:3] and "years" in tail[:2])
        or "years-old" in tail[:2]
    )


def _open_ended(v: View) -> bool:
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


def _threshold(v: View) -> bool:
    """Three or more deaths, people aged 65 and over, loads of more than 3.5 tonnes, within 30 days."""
    t = v.text
    if t.lower(v.number.i - 1) in ("aged", "age", "than") and _open_ended(v):
        return True
    involving = v.before() in ("involving", "with", "causing", "of", "having")
    if (
        _open_ended(v)
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
        and v.before() == "of"
        and plural(v.before(2))
        and v.before(2) not in ("tons", "tonnes", "losses", "areas")
    )


def _rate_base(v: View) -> bool:
    """Every 100 vehicles; per 100,000 people; every two years."""
    return v.before() in ("every", "per") or v.text.lower(v.number.i - 1) in ("every", "per")


def _hyphened(v: View) -> str:
    """The word that a hyphen ties to the number: day in 100-day, stop in one-stop; else empty."""
    t, j = v.text, v.number.j
    if t.raw(j) == "-" and t.glued(j) and t.glued(j + 1) and t.kind(j + 1) == "word":
        return t.lower(j + 1)
    word = t.lower(j - 1)
    if v.spelled and "-" in word and v.number.form == "cardinal":
        first, _, rest = word.partition("-")
        if first in UNITS and rest not in UNITS:
            return rest
        tail = word.rsplit("-", 1)[1]
        if tail in TIMES or tail in ("old", "member"):
            return tail
    return ""


def _plan_length(v: View) -> bool:
    t, i, j = v.text, v.number.i, v.number.j
    if t.raw(i)[:1].isupper() and t.raw(j)[:1].isupper():
        return False
    word = _hyphened(v).split("-")[0]
    return word in ("day", "week", "month", "year", "decade", "quarter")


def _compound(v: View) -> bool:
    word = _hyphened(v)
    if not word or v.number.form != "cardinal":
        return False
    measured = v.unit is not None and v.unit.kind not in ("time",)
    return not measured


def _period(v: View) -> bool:
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
    streak = any(t.lower(k) in STREAK_WORDS for k in range(v.number.j, v.unit.j + 1))
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
        future = any(t.lower(m) in ("next", "coming") for m in range(k, v.i))
        return future
    if t.lower(k) in _PERIOD_WORDS or v.before() in (
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
    return v.after() in _PERIOD_AFTER or v.text.lower(v.unit.j) in _PERIOD_AFTER


def _definite(v: View) -> bool:
    """The two sides, these three steps, the ministry's six rules: a group known already."""
    t, i = v.text, v.number.i
    if v.i != i or v.unit is not None or v.number.form != "cardinal" or not v.spelled:
        return False
    if v.number.value > 12 or t.lower(v.number.j) in ("of", "percent") or v.number.j - i > 1:
        return False
    before = t.lower(i - 1)
    if (before in ("other", "past") and t.lower(i - 2) != "the") or before == "other":
        return False
    return before in _DEFINITE or before.endswith(("'s", "’s", "s'", "s’"))


def _category(v: View) -> bool:
    """Eight major types of crime: a fixed list, not a count of what was done."""
    t = v.text
    if v.unit is not None or v.number.form != "cardinal" or v.noun is None or v.i != v.number.i:
        return False
    return v.head in _KINDS and t.lower(v.noun.j) == "of" and v.number.value < 21


def _announced(v: View) -> bool:
    """Three measures: ..., four things, namely ...: the number announces a list."""
    t = v.text
    if v.unit is not None or v.number.form != "cardinal" or v.noun is None or v.number.value > 20:
        return False
    k = v.noun.j
    if t.raw(k) in (":", "：") or (t.raw(k) == "," and t.lower(k + 1) == "namely"):
        return v.head in _ANNOUNCED or v.spelled
    if v.head not in _ANNOUNCED or not v.spelled:
        return False
    first = t.sentence(v.number.i)[0]
    if t.lower(first) in ("i", "let") and v.number.i - first < 12:
        return True
    opener = t.lower(v.end)
    closes = t.raw(k) in ".:" and k >= v.end - 2
    return closes and (v.end >= len(t) or opener in ORDINALS or opener in ("firstly", "one"))


def _proceedings(v: View) -> bool:
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


def _nothing(v: View) -> bool:
    """A number that stands alone: nothing is counted by it."""
    t = v.text
    if t.raw(v.i - 1) == "/" and v.opens is False and t.sentence(v.number.i)[0] == v.i - 1:
        return True
    if v.unit is not None or v.noun is not None or v.number.rate:
        return False
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
        and t.lower(v.number.i) in UNITS
        and v.number.value < 10
    ):
        plain = before == "word" and t.lower(v.i - 1) in STOPPERS | {"and"} and ends
        if plain and t.lower(v.i - 1) not in ("to", "from", "by", "and", "of", "than"):
            return True
    capital = before == "word" and t.raw(v.i - 1)[:1].isupper() and v.i - 1 > first
    return (lonely and (v.i <= first or sign) and ends) or (capital and ends)


RULES: tuple[Rule, ...] = (
    Rule("identifier", "part of an address on the web", lambda v: v.number.form == "web",
         ("See www.example.org/[17].html",), ("See [17] pages",)),
    Rule("time", "a time of day", _time,
         ("at [10:30] on Monday", "at [3] p.m. sharp"), ("[3] pumps failed",)),
    Rule("name", "part of a quoted name or slogan", _quoted,
         ('the "[Ten] Valleys" scheme', 'the "July [1] Medal"'),
         ('"We closed [300] of the old wells," he said',)),
    Rule("date", "a day", _day, ("on July [25]", "on [12] March", "on March 3, [2021]", "on the [10th], he said"),
         ("In May [300] boats sank",)),
    Rule("date", "a day in digits", _when, ("on [2024-02-27]", "on [03/11/2024]"), ("about [3.5] tonnes",)),
    Rule("law", "a part of a law or rule", _law,
         ("under Article [12]", "sections 3 and [4]", "Regulation (EU) [2016]/679"),
         ("a law for [12] regions",)),
    Rule("age", "an age", _age, ("an [18]-year-old man", "a man aged [40]"), ("[18] old men",)),
    Rule("plan-length", "the length of a plan or term", _plan_length,
         ("a [five]-year campaign", "the [90]-day truce", "in a [100]-day campaign"),
         ("was dry for [five] years",)),
    Rule("rate-base", "what a rate is measured by", _rate_base,
         ("every [100] cars", "deaths per [100,000] people", "every [two] years"), ("[100] cars every day",)),
    Rule("threshold", "a limit that a rule or category sets", _threshold,
         ("crashes involving [three] or more deaths", "pay within [30] days"),
         ("[500] or more people came", "losses of more than [5] tonnes")),
    Rule("period", "a quarter or half of a year, or a stretch of time that says when", _period,
         ("In [Q1] 2024 it rained", "in the past [two] months", "over [three] years"),
         ("fell for [three] consecutive years", "was safe for [ten] years")),
    Rule("year", "a year", _year, ("in [2021]", "since the [1990s]", "in [2021] people left"),
         ("[2000] people left", "paid [2000] yuan")),
    Rule("enumerator", "a place in a list", _enumerator,
         ("[First], we dug wells.", "([1]) safe water", "Room [304]"), ("The [first] well was dug",)),
    Rule("ordinal", "an order, not a quantity", _ordinal,
         ("the [18th] congress", "the [third] batch"), ("a [third] of them",)),
    Rule("vague", "an order of magnitude and no number", _vague,
         ("[hundreds of thousands] of trees", "[dozens] of boats", "achieving dynamic [zero] risks"),
         ("[two dozen] boats", "with [zero] deaths")),
    Rule("version", "a version or edition", _version, ("Version [2.1] of it",), ("[2] versions",)),
    Rule("phone", "a telephone number", _phone, ("call +[44] 20 7946 0018", "call [555]-0142"),
         ("from [200]-250 farms",)),
    Rule("address", "a house number", _address, ("at [10] Harbour Road",), ("[10] Roman roads",)),
    Rule("name", "part of a name", _name,
         ("the COVID-[19] outbreak", "the [G20] summit", "a Boeing [737].", "a [5G] network", "the [112] hotline"),
         ("In France [300] people left", "[5]GW of wind power")),
    Rule("score", "a score", _score, ("won [3]-2.",), ("sold [200]-250 cows",)),
    Rule("proceedings", "how the conference is run", _proceedings,
         ("I have [two] questions.", "We can take [one] last question."), ("It answered [300] letters",)),
    Rule("pronoun", "the word one as a pronoun or article", _one,
         ("[one] of the safest", "no [one] came", "as [one] example shows"),
         ("[One] person was killed", "nine boats and [one] plane")),
    Rule("compound", "part of a compound word", _compound,
         ("a [one-stop] shop", "a [300]-bed hospital", "a [three-dimensional] map"),
         ("a [5]-percent rise",)),
    Rule("category", "a fixed list of kinds", _category,
         ("[eight] major types of crime",), ("[eight] new crimes",)),
    Rule("list-announcement", "announces a list", _announced,
         ("There are [three] priorities: water, air and roads.", "We took [two] measures. First, we dug."),
         ("We took [26] measures in May.",)),
    Rule("definite-group", "a group that is known already", _definite,
         ("the [two] sides met", "these [four] ministers", "the ministry's [six] rules"),
         ("[two] sides agreed", "the other [three] work", "the [26] measures")),
    Rule("nothing-counted", "nothing is counted by it", _nothing,
         ("It grew. [Ten thousand], he said.",), ("It fell from [25] to 4",)),
)  # fmt: skip
