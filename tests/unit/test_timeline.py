"""When a term was named, and when it may be said to be named no longer."""

from __future__ import annotations

from briefings.model import Place
from briefings.model.relations import Appearance
from briefings.relate.appearances import Mention, timeline
from tests.gathered import five

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
