"""Determine the period of a figure: that of its phrase, its clause, its sentence, or an earlier
one."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property, lru_cache

from briefings.model.figures import FigureContext, FigureRole

from . import subject
from .dates import Calendar, Period, months, year_at
from .periods import find_periods
from .tokens import Text
from .undertakings import begun

NONE = Period(0, 0, "")
_SEMICOLON = frozenset(";")
_COMMA = frozenset(",")
_WINDOW = 8
_ENDS = re.compile(r"[.!?](?:\s|$)")
_OPENING = 4
# The minimum number of tokens from "after" to a date for the date to be in a clause of its own.
_CLAUSE = 4


class Dating:
    """The periods of one passage, with the context before it."""

    def __init__(self, text: Text, context: FigureContext) -> None:
        self._text = text
        self._context = context
        self._days = Calendar(context.date)
        self._by_sentence: dict[int, list[Period]] = {}
        self._year_begun: dict[str, str | None] = {}

    def period(self, i: int, close: int, role: FigureRole, multiple: bool = False) -> Period:
        """Return the period of the figure at token `i` whose noun ends at `close`, or `NONE`.

        A period after a `multiple` is its base: "three times the catch of 2010".
        """
        sentence = self._text.tokens[i].sentence
        nearby = self._near(sentence, i)
        if multiple:
            nearby = [period for period in nearby if period.i < i]
        nearby = [self._as_base(p, i, role) for p in nearby if not self._of_level(p, i)]
        main = self._main(nearby, i, close, role)
        if main is None:
            main = self._again(sentence, i, close)
        if main is None:
            main = self._referred(sentence) or self._campaign(sentence, i)
        if main is None and role != "duration":
            main = self._opening(sentence, i, close, role)
        base = _nearest([p for p in nearby if p.sort == "base"], i) if role == "change" else None
        rate = _nearest([p for p in nearby if p.sort == "rate"], i) if role == "change" else None
        if base is not None and self._parted(i, base.i):
            base = None
        main = self._resolved(main) if main is not None else None
        if main is not None and base is not None:
            return replace(main, text=f"{main.text} vs {base.text}")
        if main is not None:
            return main
        if base is not None:
            return Period(0, 0, f"vs {base.text}")
        if rate is not None and not self._parted(i, rate.i) and rate.text != "same period":
            return Period(0, 0, rate.text)
        return NONE if role == "duration" else replace(self._frame, inherited=True)

    def _as_base(self, period: Period, i: int, role: FigureRole) -> Period:
        """Mark a period as the base of a change if it is one ("fell 3% from March"), or as
        irrelevant if it is the base of an earlier figure."""
        text = self._text
        k = period.i
        if text.lower(k) not in text.periods.from_:
            k -= 1
        if text.lower(k) in text.periods.the:
            k -= 1
        against = (
            text.lower(k) in text.periods.held_against
            and i < k
            and period.start[:7] != (period.end[:7])
        )
        if period.sort == "main" and role == "change" and against:
            return replace(period, sort="base")
        if period.sort != "main" or text.lower(k) not in text.periods.from_:
            return period
        if self._is_span(period) or not self._number_between(text.sentence(i)[0], k):
            return period
        if period.i < i:
            return replace(period, sort="aside")
        return replace(period, sort="base") if role == "change" else period

    def _of_level(self, period: Period, i: int) -> bool:
        """Return whether a period after a figure dates the level with which it is compared.

        Examples: 80% of the level last year, of last year's level, of the level in 2019.
        """
        text = self._text
        k = period.i - 1 if text.lower(period.i - 1) in text.periods.within else period.i
        behind = text.lower(period.j) in text.periods.levels
        if period.i < i or not (behind or text.lower(k - 1) in text.periods.levels):
            return False
        return text.first(text.grammar.of, i, period.i) is not None

    @cached_property
    def _frame(self) -> Period:
        return _frame(self._context.before, self._text.language.speech.frame)

    def _periods(self, sentence: int) -> list[Period]:
        if sentence not in self._by_sentence:
            start, end = self._text.bounds[sentence]
            self._by_sentence[sentence] = find_periods(self._text, start, end, self._days)
        return self._by_sentence[sentence]

    def _near(self, sentence: int, i: int) -> list[Period]:
        """Return the periods of a sentence that are near enough to token `i`, in order."""
        periods = self._periods(sentence)
        index = bisect_left(periods, i, key=lambda period: period.i)
        return periods[max(0, index - _WINDOW) : index + _WINDOW]

    def _main(self, nearby: list[Period], i: int, close: int, role: FigureRole) -> Period | None:
        mains = [p for p in nearby if p.sort == "main"]
        adjacent = [p for p in mains if close <= p.i <= close + 1]
        if adjacent and role != "duration" and self._repeats(close) is None:
            return adjacent[0]
        if self._text.words(i - 2, i) in self._text.periods.base_pairs:
            return None
        reachable = [p for p in mains if self._reaches(p, i, close, role)]
        text = self._text
        if role == "from" and text.lower(i - 2) in text.grammar.degrees:
            return None  # 3 million in May, down from 5 million
        if role in ("from", "to") and reachable:
            behind = [p for p in reachable if p.i < i and not self._number_between(p.j, i)]
            behind = [p for p in behind if role == "from" or not self._of_other_end(p)]
            return behind[-1] if behind else None
        if role == "duration":
            since = self._text.periods.since
            reachable = [p for p in reachable if self._text.lower(p.i) in since]
            reachable = [p for p in reachable if not self._number_between(p.j, i)]
        before = [p for p in reachable if p.i < i]
        after = [p for p in reachable if p.i >= i]
        if before and after:
            # the words of the figure take precedence over those of another part of the sentence
            near = after[0] if after[0].i - close < i - before[-1].j else before[-1]
            return near if not self._comma_between(*sorted((i, near.i))) else before[-1]
        if before:
            return before[-1]
        return after[0] if after else None

    def _reaches(self, period: Period, i: int, close: int, role: FigureRole) -> bool:
        """Return whether a period may apply to the figure at token `i`, judging by the words
        between them.

        A semicolon separates them, unless the period opens the sentence. A period after a comma
        belongs to what is there, unless the figure is a change.
        """
        if period.i < i:
            goes_on = self._text.raw(period.j) == "," or (
                self._text.lower(period.j) in self._text.refusals.joints
            )
            if period.each and not goes_on:
                return False
            if self._in_relative(period, i) or self._in_plan(period, i):
                return False
            if self._in_earlier_event(period, i):
                return False
            if self._shared_out(period, i):
                return False
            sentence_start = self._text.sentence(i)[0]
            opens = period.i - sentence_start < _OPENING
            return opens or self._text.first(_SEMICOLON, period.j, i) is None
        if self._parted(i, period.i):
            return False
        if self._text.raw(close) == ")" and self._text.first(
            self._text.grammar.have, close, period.i
        ):
            return False  # was unchanged (-20) and has moved little over the last months
        if not self._comma_between(close, period.i):
            return True
        # after a comma, it belongs to what is there, unless that is all about the change
        if role != "change":
            return False
        return not self._number_between(close, period.i) or self._one_comparison(i)

    def _one_comparison(self, i: int) -> bool:
        """Return whether a sentence opens with a base and has one period for all comparisons.

        Example: compared with 2012, thefts fell by 5%, and robberies by 6% in 2021.
        """
        periods = self._periods(self._text.tokens[i].sentence)
        bases = [period for period in periods if period.sort == "base" and period.i < i]
        return bool(bases) and sum(period.sort == "main" for period in periods) == 1

    def _in_relative(self, period: Period, i: int) -> bool:
        """Return whether a period is in a relative clause that ends before the figure.

        Example: the virus, which emerged in 2019, has killed 300.
        """
        text = self._text
        start = max(text.sentence(i)[0], period.i - 12)
        opened = any(
            text.lower(k) in text.periods.relatives and text.raw(k - 1) == ","
            for k in range(start, period.i)
        )
        return opened and self._comma_between(period.j, i)

    def _in_earlier_event(self, period: Period, i: int) -> bool:
        """Return whether a period dates an event after which the figure is: "After Cuba spoke on
        June 30, over 20 countries did"."""
        text = self._text
        opened = next(
            (
                k
                for k in range(period.i - 1, text.sentence(i)[0] - 1, -1)
                if text.lower(k) in text.periods.afterwards or text.raw(k) in ",;"
            ),
            None,
        )
        if opened is None or text.raw(opened) in ",;" or period.i - opened < _CLAUSE:
            return False
        return self._comma_between(period.j, i)

    def _shared_out(self, period: Period, i: int) -> bool:
        """Return whether a period is one of two that apply to two numbers respectively.

        Example: expectations for 2027 and for the longer term were 1.4% and 1.3% respectively.
        """
        text = self._text
        joined = text.lower(period.j) in text.refusals.joints
        _, end = text.sentence(i)
        return joined and text.first(text.grammar.respectively, i, end) is not None

    def _in_plan(self, period: Period, i: int) -> bool:
        """Return whether the statement dated by a period is a plan: "In 2016 they announced that
        they would ..."."""
        text = self._text
        announced = text.first(text.periods.telling, period.j, i)
        return announced is not None and text.first(text.periods.planned, announced, i) is not None

    def _repeats(self, close: int) -> int | None:
        """Return the token after "over that same period" following a figure, or None."""
        for phrase in self._text.periods.again.get(self._text.lower(close), ()):
            if self._text.words(close, close + len(phrase)) == phrase:
                return close + len(phrase)
        return None

    def _again(self, sentence: int, i: int, close: int) -> Period | None:
        """Return the previous period if a figure refers to it: "over that same period"."""
        if self._repeats(close) is None:
            return None
        mains = [p for p in self._near(sentence, i) if p.sort == "main"]
        earlier = [p for p in mains if p.i < i and not p.each]
        if not earlier and sentence:
            earlier = [p for p in self._periods(sentence - 1)[-_WINDOW:] if p.sort == "main"]
        return replace(earlier[-1], inherited=True) if earlier else None

    def _of_other_end(self, period: Period) -> bool:
        """Return whether a period dates the start of a change: "from 3 million in 2019 to ..."."""
        begins = self._text.periods.from_
        return any(self._text.lower(n) in begins for n in range(max(0, period.i - 6), period.i))

    def _parted(self, i: int, k: int) -> bool:
        """Return whether a semicolon separates a figure from a period after it."""
        return self._text.first(_SEMICOLON, i, k) is not None

    def _comma_between(self, i: int, k: int) -> bool:
        return self._text.first(_COMMA, i, k) is not None

    def _number_between(self, i: int, k: int) -> bool:
        index = bisect_left(self._numbers, k) - 1
        return index >= 0 and self._numbers[index] >= i

    @cached_property
    def _numbers(self) -> list[int]:
        """The tokens that are numbers in digits, except for years."""
        text = self._text
        tokens = range(len(text))
        return [n for n in tokens if text.kind(n) == "number" and year_at(text, n) is None]

    def _resolved(self, period: Period) -> Period:
        """Add the dates of a period that names an undertaking: "since the campaign started
        (2018)"."""
        since = self._text.lower(period.i) in self._text.periods.since
        if period.start or period.end or not since:
            return period
        for word in period.text.lower().split():
            if word not in self._year_begun:
                before = (*self._context.before, self._text.text)
                self._year_begun[word] = begun(word, before, self._text.language)
            year = self._year_begun[word]
            if year:
                start, _ = months(int(year), 1, 12)
                return replace(period, text=f"{period.text} ({year})", start=start)
        return period

    def _referred(self, sentence: int) -> Period | None:
        """Return the period of the previous sentence ("Among them"), or of the campaign
        mentioned."""
        text = self._text
        start, end = text.bounds[sentence]
        opening_words = text.slice(start, min(end, start + 8))
        if sentence and self._text.grammar.goes_on.match(opening_words):
            for earlier in self._periods(sentence - 1)[:_WINDOW]:
                if earlier.sort == "main":
                    return replace(earlier, inherited=True)
        if not self._names_undertaking(start, end):
            return None
        for n in range(sentence - 1, max(-1, sentence - 12), -1):
            spans = [
                p for p in self._periods(n)[:_WINDOW] if p.sort == "main" and p.start and p.end
            ]
            # a year or month is not the duration of a campaign that began in it
            if spans and self._mentions(n) and self._is_span(spans[-1]):
                return replace(spans[-1], inherited=True)
        return None

    def _is_span(self, period: Period) -> bool:
        """Return whether both ends of a period are stated: "from June 25 to September 30"."""
        words = self._text.periods
        links = words.links | words.between_links
        return any(self._text.lower(k) in links for k in range(period.i + 1, period.j - 1))

    def _campaign(self, sentence: int, i: int) -> Period | None:
        """Return a period such as "during the campaign", as worded and without dates."""
        text, words = self._text, self._text.periods
        start, _ = text.bounds[sentence]
        for k in range(start, min(i, start + 80)):
            if text.lower(k) not in words.during or text.lower(k + 1) not in words.definite:
                continue
            end = k + 2
            while end < k + 6 and text.kind(end) in ("word", "number", "mixed") and (
                text.lower(end) not in text.grammar.undertakings
            ):  # fmt: skip
                end += 1
            opens = k - start < _OPENING or text.first(_SEMICOLON, k, i) is None
            if text.lower(end) in text.grammar.undertakings and opens:
                return Period(k, end + 1, text.slice(k, end + 1).lower())
        return None

    def _opening(self, sentence: int, i: int, close: int, role: FigureRole) -> Period | None:
        """Return the period that opens the passage, if no other period comes before the figure.

        It applies to events and changes, but not to states.
        """
        if not sentence or not self._reports_event(sentence, i, close, role):
            return None
        start, end = self._text.bounds[0]
        opening = self._campaign(0, min(start + _OPENING, end)) or next(
            (p for p in self._periods(0)[:1] if p.sort == "main" and p.i - start < _OPENING), None
        )
        if opening is None or opening.each or self._text.raw(opening.j) != ",":
            return None
        if any(self._periods(n) or self._now(n) for n in range(1, sentence + 1)):
            return None
        if self._periods(0)[1:]:
            return None
        return replace(opening, inherited=True)

    def _now(self, sentence: int) -> bool:
        return self._text.first(self._text.periods.now, *self._text.bounds[sentence]) is not None

    def _reports_event(self, sentence: int, i: int, close: int, role: FigureRole) -> bool:
        """Return whether a figure reports an event: a change, or something told in a past form."""
        text = self._text
        start, end = text.bounds[sentence]
        if text.first(text.periods.planned, start, end) is not None:
            return False
        if role in ("change", "to"):
            return True
        if role != "level":
            return False
        if subject.passive(text, close, end) or subject.verb_before(text, i):
            return True
        helpers = text.grammar.have | text.periods.past_forms
        return any(
            text.lower(k) in helpers
            and any(text.grammar.participle(text.lower(n)) for n in range(k + 1, min(k + 4, i)))
            for k in range(start, i)
        )

    def _names_undertaking(self, start: int, end: int) -> bool:
        """Return whether a sentence refers to a known undertaking: "during the campaign", "in the
        operation"."""
        text = self._text
        k = text.first(text.grammar.undertakings, start, end)
        while k is not None:
            inside = text.lower(k - 2) in text.small.inside
            if inside and text.lower(k - 1) in text.periods.definite:
                return True
            k = text.first(text.grammar.undertakings, k + 1, end)
        return False

    def _mentions(self, sentence: int) -> bool:
        undertakings = self._text.grammar.undertakings
        return self._text.first(undertakings, *self._text.bounds[sentence]) is not None


def _nearest(periods: list[Period], i: int) -> Period | None:
    return min(periods, key=lambda p: (abs(p.i - i), p.i), default=None)


def _frame(before: tuple[str, ...], frame: re.Pattern[str]) -> Period:
    """Return the year that a report sets for what follows: "She said that in 2022, the force
    will"."""
    years = (_framed_year(passage, frame) for passage in reversed(before))
    year = next((year for year in years if year), None)
    return Period(0, 0, f"{year}", *months(year, 1, 12)) if year else NONE


@lru_cache(maxsize=256)  # each passage is examined again for those after it
def _framed_year(passage: str, frame: re.Pattern[str]) -> int | None:
    framed = frame.search(passage)
    alone = framed is not None and len(_ENDS.findall(passage)) <= 1
    return int(framed[1]) if framed and alone else None
