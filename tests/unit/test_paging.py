"""Test how lists are split into pages, and what splitting leaves unchanged."""

from __future__ import annotations

from dataclasses import replace

from briefings.model.page import Limits, SiteInfo
from briefings.views.lookup import Lookup
from briefings.views.paging import Part, by_letter, by_year, hub, letter_of, newest

from .sample_corpus import CORPUS

SITE = SiteInfo("Briefings", limits=Limits(small=0))
FIND = Lookup(CORPUS, SITE)


def _parts(days: list[str | None], most: int = 2) -> tuple[Part[str | None], ...]:
    return by_year(days, "list/", lambda day: day, most, FIND)


DAYS = ["2023-05-01", "2022-12-01", "2022-08-01", "2022-06-01", "2022-02-01", "2022-01-01"]


def test_a_list_that_fits_is_one_page() -> None:
    assert _parts(["2023-01-01", "2022-01-01"]) == ()


def test_a_small_corpus_keeps_longer_lists_whole() -> None:
    find = Lookup(CORPUS, replace(SITE, limits=Limits(small=2, slack=3)))
    assert by_year(DAYS, "list/", lambda day: day, 2, find) == ()
    assert len(by_year([*DAYS, "2021-01-01"], "list/", lambda day: day, 2, find)) == 5


def test_a_list_without_slack_is_cut_in_a_small_corpus_too() -> None:
    find = Lookup(CORPUS, replace(SITE, limits=Limits(small=2, slack=3)))
    assert by_year(DAYS[:2], "list/", lambda day: day, 2, find, slack=False) == ()
    assert len(by_year(DAYS, "list/", lambda day: day, 2, find, slack=False)) == 4


def test_a_year_is_cut_from_its_oldest_entry_and_has_the_newest_part_at_its_own_address() -> None:
    assert [(one.url, one.title, one.items) for one in _parts(list(DAYS))] == [
        ("list/year/2023/", "2023", ("2023-05-01",)),
        ("list/year/2022/", "2022", ("2022-12-01",)),
        ("list/year/2022/2/", "2022, part 2", ("2022-08-01", "2022-06-01")),
        ("list/year/2022/1/", "2022, part 1", ("2022-02-01", "2022-01-01")),
    ]


def test_what_is_added_later_leaves_full_parts_as_they_are() -> None:
    before = {one.url: one.items for one in _parts(list(DAYS)) if one.number is not None}
    after = {one.url: one.items for one in _parts(["2022-12-31", "2022-12-30", *DAYS])}
    assert before.items() <= after.items()


def test_what_has_no_year_comes_last_under_a_name_of_its_own() -> None:
    last = _parts([None, "2023-05-01", "--03-04"])[-1]
    assert (last.key, last.url, last.items) == (
        "Year not given", "list/year/year-not-given/", (None, "--03-04"),
    )  # fmt: skip


def test_what_takes_up_more_room_fills_a_part_sooner_and_is_never_left_out() -> None:
    sizes = {"2022-03-01": 9, "2022-02-01": 1, "2022-01-01": 1}
    parts = by_year(list(sizes), "list/", str, 2, FIND, sizes.__getitem__)
    assert [(one.items, one.count) for one in parts] == [
        (("2022-03-01",), 9),
        (("2022-02-01", "2022-01-01"), 2),
    ]
    assert newest(parts, 5, sizes.__getitem__) == ["2022-03-01"]
    assert newest(parts, 10, sizes.__getitem__) == ["2022-03-01", "2022-02-01"]


def test_names_are_shared_out_by_letter_and_read_on_in_numbered_parts() -> None:
    names = ["3M", "Adam", "Ádám", "Aron", "Bo"]
    parts = by_letter(names, "list/", letter_of, 2, FIND)
    assert [(one.url, one.items) for one in parts] == [
        ("list/letter/0-9/", ("3M",)),
        ("list/letter/a/", ("Adam", "Ádám")),
        ("list/letter/a/2/", ("Aron",)),
        ("list/letter/b/", ("Bo",)),
    ]


def test_the_first_page_leads_to_each_year_with_how_much_it_has() -> None:
    directory = hub(_parts(list(DAYS))).directory
    assert directory is not None
    assert [(one.title, one.url, one.count) for one in directory.groups] == [
        ("2023", "list/year/2023/", "1"),
        ("2022", "list/year/2022/", "5"),
    ]
