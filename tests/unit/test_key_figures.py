"""Test the key figures of a briefing, on a small corpus with hand-made numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Corpus, Figure, Stated
from briefings.model.page import SiteInfo
from briefings.views.key_figures import ranked_figures
from briefings.views.lookup import Lookup

from .sample_corpus import FISH
from .test_views_annotations import FULL, NUMBER_OF_NETS, RECORD, THREE, TWELVE


def _figure(id_: str, passage: str, value: float, subject: str, **changes: Any) -> Figure:
    """A number that the primary text states in a passage."""
    about: dict[str, Any] = {"unit": "count", "subject": subject, "quote": f"{value:g}"} | changes
    stated = replace(TWELVE.stated, value=value, comparator="=", **about)
    return replace(TWELVE, id=id_, places=(replace(TWELVE.place, passage=passage),), stated=stated)


def _quotes(figures: tuple[Figure, ...], most: int = 3, **changes: Any) -> list[str]:
    corpus: Corpus = replace(FULL, **({"indicators": (), "discrepancies": ()} | changes))
    find = Lookup(replace(corpus, figures=figures), SiteInfo("Briefings"))
    return [one.quote for one in find.key_figures(FISH, most)]


def test_a_number_that_editors_follow_and_texts_dispute_comes_first() -> None:
    plain = _figure("f1", "t2p2", 4000, "nets mended")
    followed = (plain, TWELVE, THREE)
    assert _quotes(followed, indicators=(NUMBER_OF_NETS,)) == ["3", "4000", "12"]
    assert _quotes(followed, discrepancies=(RECORD,)) == ["12", "4000"]


@pytest.mark.parametrize(
    "figure",
    [
        _figure("f1", "t3p1", 500, "nets counted"),  # said by whoever asks
        _figure("f1", "011-s2p1", 500, "nets counted"),  # of the article, not the primary text
        _figure("f1", "t2p1", 10, "nets counted"),  # told in passing
        _figure("f1", "t2p1", 500, "nets"),  # of what, the words do not say
        _figure("f1", "t2p1", 500, "such nets"),  # nor here
        _figure("f1", "t2p1", 500, "nets counted", unit="years"),
        _figure("f1", "t2p1", 500, "nets counted", vague=True),
        _figure("f1", "t2p1", 500, "nets counted", confidence="low"),
        _figure("f1", "t2p1", 500, "nets counted", role="from"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_stand_alone_is_left_out(figure: Figure) -> None:
    if figure.place.passage == "011-s2p1":
        figure = replace(figure, places=(replace(figure.place, source="011"),))
    assert _quotes((figure,)) == []


def test_one_number_of_a_paragraph_and_one_of_a_measure() -> None:
    first = _figure("f1", "t2p1", 500, "nets counted")
    same_paragraph = _figure("f2", "t2p1", 600, "boats counted")
    same_measure = _figure("f3", "t2p2", 700, "nets counted")
    answer = _figure("f4", "t7p1", 800, "ropes counted")
    assert _quotes((first, same_paragraph, same_measure, answer)) == ["800", "500"]
    assert _quotes((first, answer), most=1) == ["800"]


def test_what_points_back_is_called_by_its_indicator() -> None:
    such = replace(THREE, stated=replace(THREE.stated, subject="such nets"))
    corpus = replace(FULL, figures=(such,))
    [shown] = Lookup(corpus, SiteInfo("Briefings")).key_figures(FISH, 1)
    assert shown.subject == "Number of nets"
    assert shown.indicator is not None
    assert shown.indicator.title == "Number of nets"
    assert shown.of.name == "Transcript, Ministry of Fish, 4 May 2021"
    assert shown.url == f"briefings/{FISH}/#t5p1"


def test_a_change_is_shown_with_its_direction_and_in_plain_words() -> None:
    stated = Stated(
        0, 5, "12.5%", 12.5, "%", role="change", direction="decrease", subject="nets lost",
        period="2021 vs 2020",
    )  # fmt: skip
    fell = replace(TWELVE, stated=stated)
    find = Lookup(replace(FULL, figures=(fell,), discrepancies=()), SiteInfo("Briefings"))
    [shown] = find.key_figures(FISH, 1)
    assert (shown.quote, shown.direction) == ("12.5%", "decrease")
    assert shown.when == "2021, against 2020"


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        # Without a time, what is counted must be a thousand at least; with one, more than ten.
        ({"value": 999}, False),
        ({"value": 1000}, True),
        ({"value": 11, "period": "2021"}, True),
        ({"value": 10, "period": "2021"}, False),
        ({"value": 10, "period": "2021", "unit": "people"}, False),
        ({"value": 10, "period": "2021", "unit": "cases"}, False),
        # What is measured and not counted may be small.
        ({"value": 3, "unit": "tons"}, True),
        ({"value": 3, "unit": "%", "role": "change"}, True),
        ({"value": 3, "unit": "%", "role": "to"}, True),
        ({"value": 3, "unit": "%", "role": "duration"}, False),
        ({"value": 3, "unit": "years"}, False),
        # A subject of two to twelve words.
        ({"value": 3, "unit": "tons", "subject": "nets"}, False),
        ({"value": 3, "unit": "tons", "subject": " ".join(["nets"] * 12)}, True),
        ({"value": 3, "unit": "tons", "subject": " ".join(["nets"] * 13)}, False),
    ],
)
def test_a_number_stands_alone_by_its_size_unit_role_and_subject(
    changes: dict[str, Any], stands: bool
) -> None:
    about: dict[str, Any] = {"subject": "nets counted", "period": ""} | changes
    assert bool(_quotes((_figure("f1", "t2p1", **about),))) is stands


def _weight(figure: Figure, **changes: Any) -> int:
    corpus: Corpus = replace(FULL, **({"indicators": (), "discrepancies": ()} | changes))
    find = Lookup(replace(corpus, figures=(figure, THREE)), SiteInfo("Briefings"))
    return next(one.weight for one in ranked_figures(FISH, find) if one.id == figure.id)


def test_what_makes_a_number_weigh_more() -> None:
    """Each reason has its own weight, and reasons add up."""
    tons: dict[str, Any] = {"unit": "tons", "period": ""}
    plain = _figure("f1", "t2p1", 30, "nets counted", **tons)
    assert _weight(plain) == 0
    assert _weight(_figure("f1", "t2p1", 30, "nets counted", unit="%", period="")) == 1
    assert _weight(_figure("f1", "t2p1", 1000, "nets counted", period="")) == 1
    assert _weight(replace(plain, places=(*plain.places, THREE.place))) == 1
    assert _weight(replace(plain, stated=replace(plain.stated, period="2021"))) == 2
    # The first paragraph of an answer answers; the second goes on.
    assert _weight(_figure("f1", "t5p1", 30, "nets counted", **tons)) == 2
    assert _weight(_figure("f1", "t5p2", 30, "nets counted", **tons)) == 0
    disputed = replace(RECORD, figures=("f1",))
    assert _weight(plain, discrepancies=(disputed,)) == 4
    assert _weight(plain, discrepancies=(replace(disputed, group="wording"),)) == 0
    (seen,) = NUMBER_OF_NETS.observations
    followed = replace(NUMBER_OF_NETS, observations=(replace(seen, figure="f1"),))
    assert _weight(plain, indicators=(followed,)) == 6
    compared = replace(followed, observations=(*followed.observations, seen))
    assert _weight(plain, indicators=(compared,)) == 8


def test_of_numbers_that_weigh_the_same_the_first_of_the_text_comes_first() -> None:
    first = _figure("f1", "t2p1", 5000, "nets counted")
    second = _figure("f2", "t2p2", 6000, "boats counted")
    assert _quotes((first, second)) == ["5000", "6000"]
    # A measure is the same whatever its capitals.
    again = _figure("f3", "t7p1", 7000, "Nets counted")
    assert _quotes((again, first)) == ["7000"]


def _telling(*figures: Figure, **changes: Any) -> list[tuple[str, str]]:
    corpus: Corpus = replace(FULL, **({"indicators": (), "discrepancies": ()} | changes))
    find = Lookup(replace(corpus, figures=figures), SiteInfo("Briefings"))
    return [(one.quote, one.words) for one in find.telling_figures(FISH, 2)]


def test_a_number_for_strangers_has_its_words_or_an_indicator() -> None:
    """'There are 3 nets.' says what is counted; 'We mend them.' points back."""
    three = _figure("f1", "t5p1", 3000, "nets counted", quote="3")
    three = replace(three, stated=replace(three.stated, start=10, end=11))
    assert _telling(three) == [("3", "There are 3 nets.")]
    back = _figure("f2", "t5p2", 3000, "nets mended")
    assert _telling(back) == []
    assert _telling(replace(THREE, id="f1"), indicators=(NUMBER_OF_NETS,)) == []
    assert _telling(THREE, indicators=(NUMBER_OF_NETS,)) == [("3", "")]
    assert _telling(back, three) == [("3", "There are 3 nets.")]


def test_a_key_figure_says_what_it_is_and_where_it_leads() -> None:
    level = _figure("f1", "t2p1", 5000, "nets counted", direction="increase", period="")
    find = Lookup(
        replace(FULL, figures=(level,), indicators=(), discrepancies=()), SiteInfo("Briefings")
    )
    (shown,) = find.key_figures(FISH, 1)
    # Only a change has a direction.
    assert (shown.direction, shown.indicator, shown.disputed) == ("", None, False)
    assert (shown.id, shown.subject, shown.when) == ("f1", "nets counted", "")
