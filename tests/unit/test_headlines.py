"""Test the sentence that summarizes an indicator, and the time of a number in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Figure, Indicator, Observation, Place, Series, Stated, Variant
from briefings.model.page import SiteInfo
from briefings.views.headlines import headline, newest, numeral, unit_beside, when, worded
from briefings.views.lookup import Lookup

from .sample_corpus import CORPUS, FISH

FIND = Lookup(CORPUS, SiteInfo("Briefings"))


def _figure(
    id_: str = "f",
    quote: str = "70",
    value: float = 70,
    date: str | None = "2021-05-04",
    **more: Any,
) -> Figure:
    stated = Stated(0, len(quote), quote, value, more.pop("unit", "count"), **more)
    place = Place(FISH, "010", "t2p1", 6, 0, len(quote))
    return Figure(id_, (place,), stated, "A sentence.", date, None, None, "direct")


def _observed(kind: Any, start: str = "", end: str = "", **more: Any) -> Observation:
    value, figure = more.pop("value", 70), more.pop("figure", "f")
    return Observation(figure, value, "", "s", "rule", kind, start, end, **more)


@pytest.mark.parametrize(
    ("period", "observed", "told"),
    [
        ("2020", _observed("stock", end="2020-12-31"), " by the end of 2020"),
        ("2021", _observed("stock", end="2021-05-04"), " in 2021"),
        ("2020", _observed("flow", "2020-01-01", "2020-12-31"), " in 2020"),
        ("2021", _observed("flow", "2021-01-01", "2021-05-04", running=True), " in 2021 up to May"),
        ("since 2018", _observed("flow", "2018-01-01", "2021-05-04", running=True), " since 2018"),
        # What counts since a day is told for the month in which it was counted.
        ("since 2018", _observed("stock", end="2021-05-04"), " in May 2021"),
        ("by the end of 2020", _observed("stock", end="2020-12-31"), " by the end of 2020"),
        ("", _observed("stock", end="2021-05-04"), " in May 2021"),
        ("", _observed("streak", end="2021-05-04"), " in May 2021"),
        ("", _observed("flow"), ", as stated in May 2021"),
        ("", _observed("stock"), ", as stated in May 2021"),
        ("", _observed("flow", "2020-01-01", "2020-12-31"), ", as stated in May 2021"),
        ("past decade", _observed("flow"), " in the past decade"),
        ("first quarter of 2020", _observed("flow"), " in the first quarter of 2020"),
        ("January to March 2020", _observed("flow"), " from January to March 2020"),
        ("every year", _observed("flow"), " every year"),
        ("winter", _observed("flow"), " in winter"),
        ("2021 vs 2012", _observed("change", base="2012"), " from 2012 to 2021"),
        ("2021 vs 2011", _observed("change", base="2012"), " from 2011 to 2021"),
        ("2021", _observed("change", base="the year before"), " in 2021, against the year before"),
        ("year on year", _observed("change", base="the year before"), " against the year before"),
        ("", _observed("change", base="2012"), " against 2012"),
        ("2021", _observed("change"), " in 2021"),
    ],
)  # fmt: skip
def test_a_number_goes_with_its_time(period: str, observed: Observation, told: str) -> None:
    assert when(observed, _figure(period=period)) == told


def test_a_number_of_no_day_has_no_time() -> None:
    assert when(_observed("flow"), _figure(date=None)) == ""


@pytest.mark.parametrize(
    ("quote", "comparator", "told"),
    [
        ("1.9 million", ">", "more than 1.9 million"),
        ("Two million", "=", "two million"),
        ("US$ 5", "=", "US$ 5"),
        ("3", "~", "about 3"),
    ],
)
def test_a_number_is_worded_as_in_the_text(quote: str, comparator: Any, told: str) -> None:
    assert worded(_figure(quote=quote, comparator=comparator)) == told


@pytest.mark.parametrize(
    ("quote", "value", "more", "told", "unit"),
    [
        ("62.6%", 62.6, {"unit": "%"}, "62.6%", ""),
        ("406 million", 406e6, {"unit": "vehicles"}, "406 million", "vehicles"),
        ("four", 4, {"unit": "count"}, "4", ""),
        ("two million", 2e6, {"unit": "people"}, "2 million people", ""),
        ("one and a half million", 1.5e6, {"unit": "people"}, "1.5 million people", ""),
        ("half a million", 5e5, {"unit": "people"}, "500,000 people", ""),
        ("a million", 1e6, {"unit": "people"}, "1 million people", ""),
        ("two million", 2e6, {"unit": "people", "comparator": ">"}, "2 million people", ""),
        ("one and a quarter million", 1.25e6, {"unit": "people"}, "1,250,000 people", ""),
        (
            "one to two million",
            1e6,
            {"unit": "people", "high": 2e6},
            "1,000,000–2,000,000 people",
            "",
        ),
        ("6 years", 6, {"unit": "years", "role": "duration"}, "6 years", ""),
        ("$5", 5, {"unit": "USD"}, "$5", ""),
        ("5 dollars", 5, {"unit": "USD"}, "5 dollars", ""),
    ],
)
def test_a_number_is_short_and_its_unit_stands_beside_it_where_it_has_none(
    quote: str, value: float, more: dict[str, Any], told: str, unit: str
) -> None:
    figure = _figure(quote=quote, value=value, **more)
    assert (numeral(figure.stated), unit_beside(figure)) == (told, unit)


def _sentence(kind: str, *seen: tuple[Observation, Figure], **more: Any) -> str:
    comparable, others = more.pop("comparable", True), more.pop("more_figures", {})
    ids = tuple(one.figure for one, _ in seen)
    indicator = Indicator(
        id="nets", title="Nets in use", wordings=(), unit="count", kind=kind,  # type: ignore[arg-type]
        comparable=comparable, note="", confusions=(), observations=tuple(one for one, _ in seen),
        series=(Series("s", comparable, "", "rule", ids),), **more,
    )  # fmt: skip
    find = Lookup(CORPUS, SiteInfo("Briefings"))
    find.annotated.figures = {figure.id: figure for _, figure in seen} | others
    return headline(indicator, list(seen), find)


def _year(id_: str, year: int, value: float) -> tuple[Observation, Figure]:
    observed = _observed("flow", f"{year}-01-01", f"{year}-12-31", figure=id_, value=value)
    day = f"{year + 1}-05-04"
    return observed, _figure(id_, f"{value:g}", value, day, period=f"{year}")


def test_a_headline_says_how_a_number_moved() -> None:
    assert _sentence("flow", _year("a", 2019, 5), _year("b", 2020, 7)) == (
        "Nets in use rose from 5 in 2019 to 7 in 2020"
    )
    assert _sentence("flow", _year("a", 2019, 7), _year("b", 2020, 5)) == (
        "Nets in use fell from 7 in 2019 to 5 in 2020"
    )
    assert _sentence("flow", _year("a", 2019, 5), _year("b", 2020, 5)) == (
        "Nets in use stood at 5 in 2019 and again in 2020"
    )
    # Of three the first and the last.
    assert _sentence("flow", _year("a", 2018, 9), _year("b", 2019, 5), _year("c", 2020, 7)) == (
        "Nets in use fell from 9 in 2018 to 7 in 2020"
    )


def test_a_headline_of_what_cannot_be_compared_says_the_newest_number() -> None:
    years = _year("a", 2019, 5), _year("b", 2020, 7)
    assert _sentence("flow", *years, comparable=False) == "Nets in use came to 7 in 2020"
    assert _sentence("rate", *years, comparable=False) == "Nets in use stood at 7 in 2020"
    assert _sentence("flow", years[0]) == "Nets in use came to 5 in 2019"
    assert _sentence("flow") == "Nets in use"
    assert _sentence("flow", years[0], subject="The nets") == "The nets came to 5 in 2019"


@pytest.mark.parametrize(
    ("direction", "moved"), [("increase", "rose"), ("decrease", "fell"), ("", "changed")]
)
def test_a_headline_of_a_change(direction: Any, moved: str) -> None:
    figure = _figure(quote="5%", unit="%", role="change", direction=direction, period="2020")
    assert _sentence("change", (_observed("change"), figure)) == (
        f"Nets in use {moved} by 5% in 2020"
    )


def test_a_headline_of_a_streak() -> None:
    figure = _figure(quote="five years", unit="years", role="duration")
    seen = (_observed("streak", end="2021-05-04"), figure)
    assert _sentence("streak", seen) == "Nets in use: for five years by May 2021"
    assert _sentence("streak", seen, subject="No net was lost") == (
        "No net was lost for five years by May 2021"
    )


def test_a_target_is_not_what_is_known_last() -> None:
    target = _observed("stock", end="2025-12-31", figure="t"), _figure("t")
    known = _observed("stock", end="2020-12-31", figure="k"), _figure("k")
    assert newest([known, target])[0].figure == "k"
    assert newest([target, known])[0].figure == "k"
    later = _observed("stock", end="2021-01-31", figure="l"), _figure("l")
    assert newest([known, later])[0].figure == "l"
    # What is counted up to the day of the briefing is no target.
    running = _observed("stock", end="2021-05-04", figure="r"), _figure("r")
    assert newest([running, known])[0].figure == "r"
    told_later = _observed("stock", end="2019-12-31", figure="n"), _figure("n", date="2022-01-01")
    assert newest([known, told_later])[0].figure == "n"


def test_a_headline_says_whose_the_other_numbers_are() -> None:
    def variant(n: int, source: str, value: float, *differs: Any) -> tuple[Variant, Figure]:
        figure = _figure(f"v{n}", f"{value:g}", value)
        place = Place(FISH, source, "p", 6, 0, 1)
        return Variant(f"v{n}", value, "", differs), replace(figure, places=(place,))

    others = [
        variant(1, "011", 8, "value"), variant(2, "010", 9, "value", "period"),
        variant(3, "011", 6, "value"), variant(4, "011", 5), variant(5, "011", 4, "period"),
    ]  # fmt: skip
    figures = {figure.id: figure for _, figure in others}
    variants = tuple(other for other, _ in others)
    said = "; Daily Net (rewritten) says 8 and 6; another passage says 9"
    observation, figure = _year("a", 2019, 7)
    seen = replace(observation, variants=variants), figure
    assert _sentence("flow", seen, more_figures=figures) == f"Nets in use came to 7 in 2019{said}"
    rose = replace(figure, stated=replace(figure.stated, direction="increase"))
    change = replace(seen[0], kind="change"), rose
    assert _sentence("change", change, more_figures=figures) == (
        f"Nets in use rose by 7 in 2019{said}"
    )
