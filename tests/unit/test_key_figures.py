"""Test the key figures of a briefing, on a small corpus with hand-made numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Corpus, Figure, Stated
from briefings.model.page import SiteInfo
from briefings.views.lookup import Lookup

from .sample_corpus import FISH
from .test_views_annotations import FULL, NUMBER_OF_NETS, RECORD, THREE, TWELVE


def _figure(id_: str, passage: str, value: float, subject: str, **changes: Any) -> Figure:
    """A number that the primary text states in a passage."""
    about = {"unit": "count", "subject": subject} | changes
    stated = replace(TWELVE.stated, value=value, quote=f"{value:g}", comparator="=", **about)
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
