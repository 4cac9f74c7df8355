"""When a term was named, and when it may be said to be named no longer."""

from __future__ import annotations

from dataclasses import replace

from briefings.model import Place
from briefings.model.page import SiteInfo
from briefings.model.relations import Appearance, Turnover
from briefings.relate.appearances import Mention, timeline
from briefings.views.lookup import Lookup
from briefings.views.mentions import Times, _times, mentions_page
from tests.gathered import five
from tests.unit.sample_corpus import CORPUS

HARBOUR, MINT = "harbour office transcript", "mint transcript"


def _mention(slug: str, id_: str, count: int = 1) -> Mention:
    place = Place(slug, slug, "t1p1", 1, 0, 4)
    return Mention(id_, id_, True, count, place, place)


def _appearances(*briefings: tuple[str, str | None, str]) -> dict[str, Appearance]:
    """`briefings` are a day, a series and the terms that the briefing names."""
    made = [
        (day, day, series, [_mention(day, id_) for id_ in named.split()])
        for day, series, named in briefings
    ]
    return {one.id: one for one in timeline(made)[0]}


def test_dots_grow_from_one_to_six_with_the_area_of_a_count() -> None:
    assert _times(100, 100) == Times(100, 6)
    assert _times(36, 100) == Times(36, 4)  # 0.6 of the way from 1 to 6
    assert _times(1, 1000) == Times(1, 1)
    assert _times(0, 100) is None


def test_a_term_that_one_later_briefing_lacks_is_not_gone() -> None:
    found = _appearances(
        ("2021-01-01", HARBOUR, "nets buoys"),
        ("2021-02-01", HARBOUR, "nets"),
        ("2021-03-01", HARBOUR, "nets"),
    )
    assert found["buoys"].later_without == 2
    assert not found["buoys"].gone
    assert found["nets"].later_without == 0


def test_three_later_briefings_of_the_same_series_without_it_are_enough() -> None:
    found = _appearances(
        ("2021-01-01", HARBOUR, "nets buoys"),
        ("2021-02-01", HARBOUR, "nets"),
        ("2021-03-01", HARBOUR, "nets"),
        ("2021-04-01", HARBOUR, "nets"),
    )
    assert found["buoys"].gone
    assert not found["nets"].gone


def test_briefings_of_others_say_nothing_about_it() -> None:
    found = _appearances(
        ("2021-01-01", HARBOUR, "buoys"),
        ("2021-02-01", MINT, "coins"),
        ("2021-03-01", MINT, "coins"),
        ("2021-04-01", "harbour office report", "coins"),
        ("2021-05-01", HARBOUR, "nets"),
    )
    assert found["buoys"].later_without == 1
    assert found["coins"].later_without == 0


def test_where_no_series_is_known_nothing_is_gone() -> None:
    found = _appearances(
        *((f"2021-0{n}-01", None, "nets" if n > 1 else "buoys") for n in range(1, 7))
    )
    assert not found["buoys"].gone


def test_what_came_and_went_stands_with_its_briefing() -> None:
    made = [
        (day, day, HARBOUR, [_mention(day, id_) for id_ in named.split()])
        for day, named in (
            ("2021-01-01", "nets buoys"), ("2021-02-01", "nets ropes"), ("2021-03-01", "nets"),
            ("2021-04-01", "nets"),
        )
    ]  # fmt: skip
    turnover = {one.briefing: (one.new, one.gone) for one in timeline(made)[1]}
    assert turnover == {
        "2021-01-01": ((), ("buoys",)),
        "2021-02-01": (("ropes",), ()),
        "2021-03-01": ((), ()),
        "2021-04-01": ((), ()),
    }


def test_three_briefings_of_three_hosts_leave_nothing_behind() -> None:
    assert not any(term.no_longer for term in five().annotations.terms)
    assert any(term.gone for term in five().annotations.terms)


def _columns_of(dates: list[str]) -> list[str]:
    briefings = tuple(
        replace(CORPUS.briefings[0], slug=f"b{n}", date=date) for n, date in enumerate(dates)
    )
    place = Place("b0", "000", "t1p1", 1)
    seen = Appearance("nets", "nets", None, tuple((one.slug, 1) for one in briefings), place, place)
    relations = replace(CORPUS.relations, appearances=(seen,), turnover=(Turnover("b0", (), ()),))
    find = Lookup(replace(CORPUS, briefings=briefings, relations=relations), SiteInfo("Briefings"))
    context = mentions_page(find).context
    (row,) = context["groups"][0].rows
    assert len(row.counts) == len(context["columns"])
    return [one.title for one in context["columns"]]


def test_columns_are_days_or_of_many_briefings_months_or_years() -> None:
    assert _columns_of(["2021-05-04", "2021-05-06"]) == ["4 May 2021", "6 May 2021"]
    assert _columns_of(["2021-05-04", "2021-05-04"]) == ["4 May 2021"]
    days = [f"2021-0{month}-{day:02}" for month in (5, 6) for day in range(1, 9)]
    assert _columns_of(days) == ["May 2021", "June 2021"]
    years = [f"{year}-{month:02}-01" for year in (2019, 2020, 2021) for month in range(1, 13)]
    assert _columns_of(years) == ["2019", "2020", "2021"]
