"""Addresses that moved lead on; redirects by hand are checked against the pages that there are."""

from __future__ import annotations

import dataclasses
import json

import pytest

from briefings.model import (
    Annotations,
    Corpus,
    Editorial,
    Former,
    FormerPage,
    Note,
    NoteEntry,
    NotePlace,
    Person,
    Place,
    Quotation,
    Where,
)
from briefings.model.page import SiteInfo
from briefings.problems import Problems
from briefings.publish import former

from .sample_corpus import CORPUS, FISH

PAGES = {"", "about/", f"briefings/{FISH}/", "speakers/bo-fisher/", "sources/010/"}
HERE = f"briefings/{FISH}/"
BARE = dataclasses.replace(CORPUS, redirects=())


def _told(*redirects: tuple[str, str]) -> list[tuple[int, str]]:
    wheres = tuple(Where("editorial/redirects.yml", n, 1) for n in range(1, len(redirects) + 1))
    problems = Problems()
    former.check(CORPUS, Editorial(redirects=redirects, redirect_wheres=wheres), PAGES, problems)
    return [(problem.line, problem.rule) for problem in problems.errors]


def test_a_note_that_was_joined_to_another_may_lead_to_that_one() -> None:
    here = Where("notes/n.yml", 1, 1)
    entry = NoteEntry("n1", FISH, (Quotation("010:6", "12", here, here),), "context", "", "",
                      "editors", "2026-01-01", here)  # fmt: skip
    place = Place(FISH, "010", "t2p1", 6, 11, 13)
    note = Note(entry, (NotePlace(1, place), NotePlace(2, place)), "Editors", (), ())
    corpus = dataclasses.replace(CORPUS, annotations=Annotations(notes=(note,)))
    redirects = (
        (f"{HERE}#note-old", f"{HERE}#note-n1_2"),
        (f"{HERE}#note-older", f"{HERE}#note-n1_3"),
    )
    problems = Problems()
    former.check(
        corpus, Editorial(redirects=redirects, redirect_wheres=(here, here)), PAGES, problems
    )
    assert [one.message for one in problems.errors] == [
        f"'{HERE}#note-older' leads to '{HERE}#note-n1_3', where 'note-n1_3' does not exist"
    ]


def test_what_leads_to_a_page_or_a_passage_is_right() -> None:
    assert not _told(
        ("briefings/old/", HERE),
        ("speakers/bo/", "speakers/bo-fisher/"),
        (f"{HERE}#t9p1", f"{HERE}#t1p1"),
        ("briefings/old/#t1p1", f"{HERE}#t1"),
        ("briefings/older/", "briefings/old/"),
        ("sources/9/", "sources/010/#L5"),
    )


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("speakers/bo-fisher/", "about/", "redirect-of-a-page"),
        ("speakers/bo/", "speakers/nobody/", "redirect-to-nowhere"),
        (f"{HERE}#t9p1", f"{HERE}#t77p1", "redirect-to-nowhere"),
        (f"{HERE}#note-old", f"{HERE}#note-none", "redirect-to-nowhere"),
        (f"{HERE}#t9p1", "briefings/none/#t1p1", "redirect-to-nowhere"),
    ],
)
def test_what_hides_a_page_or_leads_nowhere_is_an_error(old: str, new: str, rule: str) -> None:
    assert _told(("briefings/old/", HERE), (old, new)) == [(2, rule)]


def test_what_has_moved_twice_leads_to_its_last_address() -> None:
    assert former.last("a/", {"a/": "b/", "b/": "c/"}) == "c/"
    assert former.last("a/", {"a/": "b/", "b/": "a/"}) == "a/"


SITE = SiteInfo("Fish", url="https://example.org/sub/")
TITLES = {
    "": "Home",
    HERE: "Fish",
    "briefings/": "Briefings",
    "speakers/": "Speakers",
    "speakers/bo-fisher/": "Bo Fisher",
    "terms/": "Terms",
    "terms/harbour-fee/": "harbour fee",
}


def _pages(corpus: Corpus = BARE, **published: str) -> dict[str, FormerPage]:
    listed = {name.replace("__", "/").replace("_", "-"): title for name, title in published.items()}
    return {one.page: one for one in former.former_pages(corpus, {**TITLES, **listed}, TITLES)}


def test_what_stands_is_not_listed() -> None:
    assert _pages() == {}


def test_a_page_that_went_leads_to_what_is_nearest() -> None:
    gone = _pages(terms__harbour_fees__="Harbour fees of the north")
    one = gone["terms/harbour-fees/"]
    assert one.url is None
    assert one.nearest == ("terms/harbour-fee/", "terms/")


def test_a_page_with_the_same_title_took_its_place() -> None:
    gone = _pages(terms__fee_of_harbours__="Harbour fee")
    assert gone["terms/fee-of-harbours/"].url == "terms/harbour-fee/"


def test_a_person_under_another_name_is_found() -> None:
    person = Person("bo-fisher", "Bo Fisher", ("Fisher Bo",), (), (), (), ())
    gone = _pages(dataclasses.replace(BARE, people=(person,)), speakers__fisher_bo__="Fisher Bo")
    assert gone["speakers/fisher-bo/"].url == "speakers/bo-fisher/"


def test_a_briefing_leads_to_where_most_of_its_passages_are() -> None:
    old = "briefings/2020-old/"
    parts = (
        Former(old, "t1p1", f"{HERE}#010-t1p1", "Good morning."),
        Former(old, "t1p2", None, "Nothing."),
    )
    gone = _pages(dataclasses.replace(BARE, former=parts))
    assert gone[old].url == HERE
    pages = former.redirects(tuple(gone.values()), SITE)
    page = pages[f"{old}index.html"]
    assert f'content="0; url=../{FISH}/"' in page
    assert f'href="https://example.org/sub/{HERE}"' in page
    assert '<li id="t1p1">' in page
    assert f'<a href="../{FISH}/#010-t1p1">Good morning.</a>' in page
    assert "No longer in the text: Nothing." in page
    assert json.loads(pages["data/briefings/2020-old.json"]) == {
        "schema_version": 1, "gone": True, "moved_to": f"data/briefings/{FISH}.json",
    }  # fmt: skip
    assert pages["data/briefings/2020-old.txt"] == f"Moved to data/briefings/{FISH}.txt\n"


def test_comparisons_go_along_with_their_briefing() -> None:
    old = "briefings/2020-old/"
    corpus = dataclasses.replace(BARE, former=(Former(old, "t1", f"{HERE}#t1", ""),))
    titles = {**TITLES, f"compare/{FISH}/": "Texts"}
    found = former.former_pages(corpus, {"compare/2020-old/010-011/": "Texts side by side"}, titles)
    assert [one.url for one in found if one.page.startswith("compare/")] == [f"compare/{FISH}/"]


def test_a_redirect_by_hand_goes_before_what_is_found() -> None:
    corpus = dataclasses.replace(BARE, redirects=(("terms/harbour-fees/", "speakers/bo-fisher/"),))
    gone = _pages(corpus, terms__harbour_fees__="Harbour fee")
    assert gone["terms/harbour-fees/"].url == "speakers/bo-fisher/"


def test_an_old_address_leads_to_the_new_one_under_any_subpath() -> None:
    found = former.former_pages(CORPUS, {}, TITLES)
    pages = former.redirects(found, SITE)
    page = pages["briefings/old-fish/index.html"]
    assert f'content="0; url=../{FISH}/"' in page
    assert f'<a href="../{FISH}/">' in page
    nowhere = former.redirects(found, dataclasses.replace(SITE, url=""))
    assert "canonical" not in nowhere["briefings/old-fish/index.html"]


def test_a_passage_that_moved_within_its_page_makes_no_page() -> None:
    corpus = dataclasses.replace(
        BARE,
        redirects=((f"{HERE}#t1p9", f"{HERE}#t1p1"),),
        former=(Former(HERE, "t1p8", f"{HERE}#t1p1", ""),),
    )
    assert _pages(corpus) == {}


def test_a_page_that_went_leads_to_three_of_its_section_at_most_and_to_the_index() -> None:
    near = {f"terms/harbour-fee-{n}/": f"harbour fee {n}" for n in range(5)}
    titles = {**TITLES, **near, "terms/eel/": "eel"}
    (one,) = former.former_pages(BARE, {"terms/harbour-fees/": "harbour fee of old"}, titles)
    assert len(one.nearest) == 4
    assert one.nearest[-1] == "terms/"
    assert all(url.startswith("terms/harbour-fee") for url in one.nearest[:-1])
    (two,) = former.former_pages(BARE, {"terms/xylophone/": "xylophone"}, titles)
    assert two.nearest == ("terms/",)
    (three,) = former.former_pages(BARE, {"maps/x/": "harbour fee"}, titles)
    assert three.nearest == ()
    assert three.url is None


def test_a_page_is_renamed_within_its_section_only() -> None:
    gone = _pages(speakers__fish__="harbour fee")
    assert gone["speakers/fish/"].url is None
    gone = _pages(terms__nameless__="")
    assert (gone["terms/nameless/"].url, gone["terms/nameless/"].nearest) == (None, ("terms/",))


def test_most_passages_decide_where_a_page_leads() -> None:
    old = "briefings/2020-old/"
    there = "briefings/2022-eels/"
    parts = (
        Former(old, "t1p1", f"{there}#t1p1", "One."),
        Former(old, "t1p2", f"{HERE}#t1p2", "Two."),
        Former(old, "t1p3", f"{HERE}#t1p3", "Three."),
    )
    corpus = dataclasses.replace(BARE, former=parts)
    titles = {**TITLES, there: "Eels"}
    (one,) = former.former_pages(corpus, {}, titles)
    assert one.url == HERE
    # What an editor says of one passage is not said of its page.
    by_hand = dataclasses.replace(corpus, redirects=((f"{old}#t1p1", there),))
    (one,) = former.former_pages(by_hand, {}, titles)
    assert one.url == HERE


def test_what_is_gone_for_good_is_said_to_programs_too() -> None:
    gone = _pages(briefings__2020_old__="Xylophones", sources__777__="777", terms__x__="Xylophone")
    assert [one.url for one in gone.values()] == [None, None, None]
    files = former.redirects(tuple(gone.values()), SITE)
    assert sorted(files) == [
        "data/briefings/2020-old.json", "data/briefings/2020-old.txt", "data/sources/777.json",
    ]  # fmt: skip
    assert files["data/briefings/2020-old.txt"] == "No longer published.\n"
    assert json.loads(files["data/sources/777.json"]) == {
        "schema_version": 1, "gone": True, "moved_to": None,
    }  # fmt: skip


def test_long_words_of_a_passage_are_cut_where_a_word_ends() -> None:
    old = "briefings/2020-old/"
    words = "twelve harbours " * 12
    parts = (
        Former(old, "t1p1", f"{HERE}#t1p1", words.strip()),
        Former(old, "t1p2", f"{HERE}#t1p2", ""),
    )
    found = former.former_pages(dataclasses.replace(BARE, former=parts), {old: "Old"}, TITLES)
    page = former.redirects(found, SITE)[f"{old}index.html"]
    # Ten times sixteen characters are 160: the last of them is a blank.
    assert f">{('twelve harbours ' * 10).strip()}…</a>" in page
    assert ">t1p2</a>" in page
    assert f'This page has moved: <a href="../{FISH}/">Old</a>' in page
    assert 'src="../../assets/bundles/moved.js"' in page
