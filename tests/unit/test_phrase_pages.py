"""Test the page of a very frequent set phrase, and the row of a rarer one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Place
from briefings.model.page import Limits, SiteInfo
from briefings.model.relations import Phrase, Run, Use, Variant
from briefings.views.lookup import Lookup
from briefings.views.phrases import PhraseRow, phrase_pages, phrase_parts, phrase_row

from .sample_corpus import CORPUS, FISH, UNDATED

# "12 fish" in "We counted 12 fish."
TWELVE = Place(FISH, "010", "t2p1", 6, 11, 18)


def _use(day: str | None = "2021-05-04", who: str | None = "Bo Fisher", **more: Any) -> Use:
    ids = {"Bo Fisher": "bo-fisher", "Ada Chair": "ada-chair"}
    return Use(replace(TWELVE, **more), day, ids.get(who or ""), who, 0)


def _phrase(*uses: Use, has_page: bool = True, variants: tuple[Variant, ...] = ()) -> Phrase:
    only = (Variant("12 fish", len(uses), "2021-05-04"),)
    return Phrase("twelve-fish", "12 fish", 1.0, variants or only, uses, has_page)


def _page(*uses: Use, **more: Any) -> dict[str, Any]:
    relations = replace(CORPUS.relations, phrases=(_phrase(*uses, **more),))
    (page,) = phrase_pages(Lookup(replace(CORPUS, relations=relations), SiteInfo("Briefings")))
    context: dict[str, Any] = page.make().context
    return context


def _row(*uses: Use, **more: Any) -> PhraseRow:
    return phrase_row(_phrase(*uses, **more), Lookup(CORPUS, SiteInfo("Briefings")))


def test_sixty_occurrences_are_shown_and_of_more_the_first_and_the_newest() -> None:
    days = [f"2021-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(63)]
    sixty = _page(*map(_use, days[:60]))
    assert (len(sixty["occurrences"]), sixty["more"]) == (60, 0)
    more = _page(*(_use(day, f"Speaker {n}") for n, day in enumerate(days)))
    assert (len(more["occurrences"]), more["more"]) == (60, 3)
    # The newest first, the first last; the second to the fourth are left out.
    names = [one.who.name for one in more["occurrences"]]
    assert (names[0], names[-2], names[-1]) == ("Speaker 62", "Speaker 4", "Speaker 0")


def test_an_occurrence_stands_in_its_words() -> None:
    (one,) = _page(_use())["occurrences"]
    assert (one.before, one.words, one.after) == ("We counted ", "12 fish", ".")
    assert (one.place.url, one.who.url) == (f"briefings/{FISH}/#t2p1", "speakers/bo-fisher/")


def test_who_said_it_most_often_comes_first_and_twelve_are_named() -> None:
    uses = [_use(who="Ada Chair"), *[_use()] * 2, *(_use(who=f"Guest {n:02}") for n in range(11))]
    page = _page(*uses)
    first = page["speakers"][0]
    assert (first.who.name, first.count) == ("Bo Fisher", 2)
    assert (len(page["speakers"]), page["more_speakers"]) == (12, 1)
    assert _page(*uses[:-1])["more_speakers"] == 0
    nobody = _page(_use(who=None))["speakers"]
    assert [(one.who.url, one.count) for one in nobody] == [(None, 1)]


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        (["2021-05-04", "2021-05-05", "2021-07-01"],
         [("May 2021", 2), ("June 2021", 0), ("July 2021", 1)]),
        (["2020-12-31", "2021-01-01"], [("December 2020", 1), ("January 2021", 1)]),
        # Twelve months are shown as such, thirteen as years.
        (["2021-01-04", "2021-12-05"],
         [(f"{name} 2021", int(name in ("January", "December"))) for name in (
             "January", "February", "March", "April", "May", "June", "July", "August",
             "September", "October", "November", "December")]),
        (["2021-01-04", "2022-01-05"], [("2021", 1), ("2022", 1)]),
        (["2019-01-04", "2021-01-05"], [("2019", 1), ("2020", 0), ("2021", 1)]),
        ([None, "--05-04"], []),
        ([None, "2021-05-04"], [("May 2021", 1)]),
    ],
)  # fmt: skip
def test_when_it_was_said_is_counted_by_months_or_years(
    days: list[str | None], periods: list[tuple[str, int]]
) -> None:
    page = _page(*map(_use, days))
    assert [(one.label, one.count) for one in page["periods"]] == periods
    assert page["most"] == max((count for _, count in periods), default=0)


def test_wordings_are_shown_where_there_are_two() -> None:
    two = (Variant("12 fish", 2, "2021-05-04"), Variant("12 fishes", 1, "2021-06-04", 0))
    shown = _page(_use(), _use(), variants=two)["variants"]
    assert [(one.first, one.against) for one in shown] == [
        ("4 May 2021", None), ("4 June 2021", "12 fish"),
    ]  # fmt: skip
    assert shown[1].runs == (Run("same", "12 fishes"),)
    assert _page(_use())["variants"] == []


def test_a_row_names_three_speakers_and_where_a_phrase_without_a_page_stands() -> None:
    uses = [_use(who=name) for name in ("Ada Chair", "Bo Fisher", "Bo Fisher", "Guest", "Host")]
    row = _row(*uses)
    assert [one.name for one in row.speakers] == ["Bo Fisher", "Ada Chair", "Guest"]
    assert (row.more_speakers, row.places) == (1, [])
    assert _row(*uses[:4]).more_speakers == 0
    assert row.url == "formulas/twelve-fish/"
    one_day = _row(*uses, has_page=False)
    assert (one_day.url, [one.url for one in one_day.places]) == (
        None, [f"briefings/{FISH}/#t2p1"],
    )  # fmt: skip
    harbour = _use(None, briefing=UNDATED, source="012", passage="s1p1")
    assert len(_row(_use(), harbour, harbour, has_page=False).places) == 2
    two = _row(_use(), _use(), harbour, has_page=False)
    assert [one.url for one in two.places] == [
        f"briefings/{FISH}/#t2p1", f"briefings/{UNDATED}/#s1p1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "when"),
    [
        (["2021-05-04", "2021-05-04"], "on 4 May 2021"),
        (["2021-05-04", "2022-06-01"], "first on 4 May 2021, last on 1 June 2022"),
        ([None, "2021-05-04"], "on 4 May 2021"),
    ],
)
def test_a_phrase_says_when_it_was_first_and_last_used(days: list[str | None], when: str) -> None:
    assert _row(*map(_use, days)).when == when
    times = {1: "once", 2: "2 times"}[len(days)]
    assert _row(*map(_use, days)).extent == f"{times} in 1 briefing"
    assert _page(*map(_use, days))["summary"] == f"Said {times} in 1 briefing, {when}."


def test_a_phrase_of_unknown_days_says_so() -> None:
    (unknown, known) = (_row(*map(_use, days)).when for days in ([None], ["2021-05-04"]))
    assert unknown != known
    assert "2021" not in unknown


def test_ninety_letters_stand_before_and_after_a_phrase() -> None:
    fish, harbour = CORPUS.briefings
    for width, cut in ((90, False), (91, True)):
        text = f"{'b' * width}12 fish{'a' * width}"
        turn = fish.primary.turns[1]
        said = replace(turn, passages=(replace(turn.passages[0], text=text),))
        turns = tuple(said if one.id == turn.id else one for one in fish.primary.turns)
        primary = replace(fish.primary, turns=turns)
        corpus = replace(CORPUS, briefings=(replace(fish, witnesses=(primary,)), harbour))
        relations = replace(corpus.relations, phrases=(_phrase(_use(start=width, end=width + 7)),))
        corpus = replace(corpus, relations=relations, people=(), outlets=(), topics=())
        (page,) = phrase_pages(Lookup(corpus, SiteInfo("Briefings")))
        (use,) = page.make().context["occurrences"]
        assert use.words == "12 fish"
        assert (use.before.startswith("…"), use.after.endswith("…")) == (cut, cut)


def test_only_telling_phrases_have_pages_and_many_are_listed_by_letter() -> None:
    phrases = tuple(
        replace(_phrase(_use()), id=words, phrase=words, has_page=words != "beta")
        for words in ("Gamma", "alpha", "beta", "Alp")
    )
    corpus = replace(CORPUS, relations=replace(CORPUS.relations, phrases=phrases))
    find = Lookup(corpus, SiteInfo("Briefings", limits=Limits(phrases=3, small=0)))
    assert [one.title for one in phrase_pages(find)] == ["“Gamma”", "“alpha”", "“Alp”"]
    assert [(one.key, [phrase.id for phrase in one.items]) for one in phrase_parts(find)] == [
        ("A", ["Alp", "alpha"]), ("B", ["beta"]), ("G", ["Gamma"]),
    ]  # fmt: skip
    whole = Lookup(corpus, SiteInfo("Briefings", limits=Limits(phrases=4, small=0)))
    assert phrase_parts(whole) == ()
