"""The choices of the home page: which numbers and disagreements come first, and what is left out.

Each test adds indicators, figures or discrepancies to the small corpus of `sample_corpus`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import (
    Corpus,
    Discrepancy,
    Figure,
    Indicator,
    Observation,
    Outlet,
    Pinned,
    Place,
    Series,
    Stated,
    TermMention,
    Usage,
)
from briefings.model.figures import Ruling
from briefings.model.page import SiteInfo
from briefings.views import front
from briefings.views.lookup import Lookup

from .sample_corpus import CORPUS, FISH, UNDATED
from .test_views_annotations import FULL, NETS, RECORD, THREE, TWELVE

TRANSCRIPT = Place(FISH, "010", "t2p1", 6, 11, 13)
ARTICLE = Place(FISH, "011", "011-s2p1", 5, 15, 17)
HARBOUR = Place(UNDATED, "012", "s1p1", 1, 4, 11)


def tracked(
    title: str, *values: float, unit: str = "count", series: Any = "all", **changes: Any
) -> tuple[Indicator, list[Figure]]:
    """An indicator with values of the ends of 2015, 2016 and so on, and the figures that state
    them; `series` lists which of them are comparable."""
    place = changes.pop("place", TRANSCRIPT)
    dates = changes.pop("dates", ["2021-05-04"] * len(values))
    figures = [
        Figure(
            f"{title}-{n}", (place,), Stated(11, 13, f"{value:g}", value, unit, subject=title),
            "We counted 12 fish.", date, None, None, "direct",
        )
        for n, (value, date) in enumerate(zip(values, dates, strict=True))
    ]  # fmt: skip
    observations = tuple(
        Observation(figure.id, figure.stated.value, "", "s", "rule", end=f"{2015 + n}-12-31")
        for n, figure in enumerate(figures)
    )
    groups = [range(len(figures))] if series == "all" else series
    indicator = Indicator(
        id=title.casefold(), title=title, wordings=(), unit=unit, kind="level",
        comparable=len(values) > 1 and series == "all", note="", confusions=(),
        observations=observations,
        series=tuple(
            Series("s", True, "", "rule", tuple(figures[n].id for n in group)) for group in groups
        ),
    )  # fmt: skip
    return replace(indicator, **changes), figures


def following(*entries: tuple[Indicator, list[Figure]], **changes: Any) -> Corpus:
    """The small corpus with indicators."""
    figures = tuple(figure for _, stated in entries for figure in stated)
    indicators = tuple(indicator for indicator, _ in entries)
    return replace(CORPUS, indicators=indicators, figures=figures, **changes)


def find_in(corpus: Corpus, **pinned: Any) -> Lookup:
    return Lookup(corpus, SiteInfo("Briefings", pinned=Pinned(**pinned)))


def record(id_: str, *figures: Figure, **changes: Any) -> Discrepancy:
    known: dict[str, Any] = {"status": "found", "weight": 0} | changes
    passages = known.pop("passages", tuple(figure.place for figure in figures))
    ids = tuple(figure.id for figure in figures)
    return replace(RECORD, id=id_, figures=ids, passages=passages, **known)


def titles(find: Lookup, most: int = 9, avoided: tuple[str, ...] = ()) -> list[str]:
    return [card.number.title for card in front.numbers(find, most, avoided)]


DRAWN = tracked("Drawn", 1, 2)
AGAIN = tracked("Again", 1, 2, series=[])
DISPUTED = tracked("Disputed", 1)
RATE = tracked("Rate", 1, unit="%")
MACHINE = tracked("Machine", 1, 2, place=ARTICLE)
PLAIN, WORDED = tracked("Plain", 1), tracked("Worded", 1)
ALL = following(
    PLAIN, WORDED, MACHINE, DRAWN, AGAIN, DISPUTED, RATE, tracked("Nothing"),
    discrepancies=(
        record("r1", *DISPUTED[1], passages=(TRANSCRIPT,)),
        record("r2", *WORDED[1], passages=(TRANSCRIPT,), group="wording"),
    ),
)  # fmt: skip


def test_numbers_that_are_drawn_disputed_or_repeated_come_first_and_a_machines_last() -> None:
    """A chart weighs three, a second statement and a dispute two each, a rate one; a text made by
    machine takes six away. What weighs alike is ordered by statements, then by title."""
    cards = front.numbers(find_in(ALL), 9, ())
    assert [(card.number.title, card.weight) for card in cards] == [
        ("Drawn", 5), ("Again", 2), ("Disputed", 2), ("Rate", 1), ("Plain", 0), ("Worded", 0),
        ("Machine", -1),
    ]  # fmt: skip
    assert titles(find_in(ALL), 2) == ["Drawn", "Again"]
    assert titles(find_in(ALL), 0) == []


def test_a_number_is_shown_once_under_its_title_or_as_the_same_figure() -> None:
    assert titles(find_in(ALL), 3, ("Again-1",)) == ["Drawn", "Disputed", "Rate"]
    assert titles(find_in(ALL), 2, ("drawn",)) == ["Again", "Disputed"]
    twin = tracked("drawn", 7)
    renamed = replace(twin[0], id="twin"), [replace(figure, id="twin-0") for figure in twin[1]]
    again = replace(renamed[0], observations=(replace(twin[0].observations[0], figure="twin-0"),))
    assert titles(find_in(following(DRAWN, (again, renamed[1])))) == ["Drawn"]


def test_a_chart_stands_beside_the_earlier_value_that_the_newest_is_compared_with() -> None:
    (card,) = front.numbers(find_in(following(DRAWN)), 1, ())
    assert (card.before, card.chart is None) == ("1 in December 2015", False)
    assert (card.number.quote, card.number.url) == ("2", "indicators/drawn/")
    # The newest value belongs to no series: there is nothing to compare it with.
    older = tracked("Older", 1, 2, 3, series=[(0, 1)])
    (card,) = front.numbers(find_in(following(older)), 1, ())
    assert (card.before, card.chart, card.number.quote) == ("", None, "3")
    assert card.weight == 5
    # The newest is first in its series.
    (card,) = front.numbers(find_in(following(DISPUTED)), 1, ())
    assert (card.before, card.chart) == ("", None)


def test_one_number_of_each_topic_leads() -> None:
    entries = [
        tracked("A", 1, 2, 3, topics=("nets",)), tracked("B", 1, 2, topics=("nets",)),
        tracked("C", 1, topics=("boats", "nets")), tracked("D", 1), tracked("E", 1),
    ]  # fmt: skip
    corpus = following(*((replace(entry, series=()), figures) for entry, figures in entries))
    elsewhere = [replace(figure, places=(HARBOUR,)) for figure in corpus.figures]
    find = find_in(replace(corpus, figures=tuple(elsewhere)))
    assert titles(find) == ["A", "C", "D", "E", "B"]


def test_pinned_numbers_come_first_in_the_editors_order() -> None:
    pinned = find_in(ALL, numbers=("worded", "gone", "nothing", "machine"))
    assert titles(pinned, 4) == ["Worded", "Machine", "Drawn", "Again"]


def test_what_is_stated_most_often_or_is_comparable_is_looked_at() -> None:
    """Of forty indicators that are looked at, those with most statements, then comparable ones,
    then by title."""
    plain = [tracked(f"T{n:02}", 1) for n in range(39)]
    comparable = tracked("Z-comparable", 1, comparable=True)
    last = tracked("Z-last", 1)
    often = tracked("Z-often", 1, 2, series=[])
    shown = titles(find_in(following(last, *plain, comparable, often)), 99)
    assert len(shown) == 40
    assert {"Z-often", "Z-comparable", "T37"} <= set(shown)
    assert not {"T38", "Z-last"} & set(shown)


def _clear(id_: str, place: Place, subject: str) -> Figure:
    """A figure that is clear by itself: it is large, and says of what it is."""
    start, end = place.start or 0, place.end or 0
    stated = replace(TWELVE.stated, start=start, end=end, value=5000, period="", subject=subject)
    return replace(TWELVE, id=id_, places=(place,), date=None, stated=stated)


def test_figures_of_the_newest_briefings_take_turns() -> None:
    # Each in a sentence of four words or more.
    of_fish = [
        _clear(f"f{n}", Place(FISH, "010", passage, 6, start, start + 2), f"nets of kind {n}")
        for n, (passage, start) in enumerate((("t1p1", 14), ("t2p1", 0), ("t4p1", 0), ("t5p1", 0)))
    ]
    of_harbour = _clear("h", HARBOUR, "harbours that opened")
    find = find_in(replace(CORPUS, figures=(*of_fish, of_harbour)))
    stated = {slug: find.telling_figures(slug, 9) for slug in (FISH, UNDATED)}
    assert [len(numbers) for numbers in stated.values()] == [4, 1]
    # Three of a briefing at most, and the newest briefing first.
    subjects = [number.subject.capitalize() for number in stated[FISH]]
    assert titles(find) == [subjects[0], "Harbours that opened", *subjects[1:3]]


def test_figures_are_taken_from_the_twelve_newest_briefings() -> None:
    (harbour,) = CORPUS.briefings[1:]
    briefings = tuple(
        replace(harbour, slug=f"2020-01-{n:02}-x", date=f"2020-01-{n:02}") for n in range(1, 14)
    )
    figures = tuple(
        _clear(f"f{n}", replace(HARBOUR, briefing=briefing.slug), f"harbours of day {n}")
        for n, briefing in enumerate(briefings, 1)
    )
    corpus = replace(CORPUS, briefings=briefings, figures=figures, topics=(), mentions={})
    corpus = replace(corpus, people=(), outlets=(), unassigned=())
    assert titles(find_in(corpus), 20) == [f"Harbours of day {n}" for n in range(13, 1, -1)]


# ---- Where texts disagree

LONG = Place(FISH, "010", "t2p2", 7, 0, 91)


def contrasts(*records: Discrepancy, most: int = 3, **pinned: Any) -> list[str]:
    find = find_in(replace(FULL, discrepancies=records), **pinned)
    return [contrast.url.partition("#")[2] for contrast in front.contrasts(find, most)]


VALUE = record("value", TWELVE, THREE, weight=50)
TENSE = record("tense", TWELVE, THREE, weight=40, type="tense", found_by="result-as-future")
UNIT = record("unit", TWELVE, THREE, weight=30, type="unit", found_by="other-unit")


def test_of_one_kind_the_weightiest_is_shown_and_those_of_other_kinds_after_it() -> None:
    lighter = record("lighter", TWELVE, THREE, weight=49)
    assert contrasts(UNIT, lighter, TENSE, VALUE) == ["value", "tense", "unit"]
    assert contrasts(UNIT, lighter, TENSE, VALUE, most=2) == ["value", "tense"]


def test_what_editors_confirmed_reworded_or_added_is_shown_alone() -> None:
    for status in ("confirmed", "reworded", "added"):
        confirmed: Any = replace(UNIT, status=status)
        assert contrasts(VALUE, confirmed) == ["unit"]
    find = find_in(replace(FULL, discrepancies=(replace(UNIT, status="added"),)))
    assert [contrast.confirmed for contrast in front.contrasts(find, 1)] == [True]


def test_pinned_disagreements_come_first_whatever_they_are() -> None:
    worded = replace(TENSE, group="wording", weight=1)
    assert contrasts(VALUE, worded, UNIT, disagreements=("unit", "tense")) == [
        "unit", "tense", "value",
    ]  # fmt: skip
    assert contrasts(replace(UNIT, status="dismissed"), disagreements=("unit",)) == []


def test_what_one_text_says_alone_is_no_disagreement_and_hides_none() -> None:
    alone = record("alone", TWELVE, weight=90)
    assert contrasts(alone, VALUE) == ["value"]


def test_what_cannot_be_told_in_short_comes_last_unless_it_is_pinned() -> None:
    long = record("long", weight=90, passages=(LONG, ARTICLE), type="date", found_by="other-date")
    assert contrasts(long, VALUE) == ["value", "long"]
    assert contrasts(long, VALUE, disagreements=("long",)) == ["long", "value"]
    assert contrasts(long, VALUE, most=1) == ["value"]
    # Ninety characters are short.
    short = replace(long, passages=(replace(LONG, end=90), ARTICLE))
    assert contrasts(short, VALUE) == ["long", "value"]


def _sides(shown: Discrepancy, *figures: Figure) -> list[tuple[str, str]]:
    corpus = replace(FULL, figures=(TWELVE, THREE, *figures), discrepancies=(shown,))
    (contrast,) = front.contrasts(find_in(corpus), 1)
    return [(side.words, side.url.partition("#")[2]) for side in contrast.sides]


def test_two_texts_are_quoted_the_primary_one_first() -> None:
    article = replace(THREE, id="of-article", places=(ARTICLE,))
    titled = record("r", article, TWELVE, ruling=Ruling(title="How many?"))
    assert _sides(titled, article) == [("about 12", "t2p1"), ("3", "011-s2p1")]
    # Two sides at most, and each value once: where it stands first.
    five = replace(article, id="five", stated=replace(THREE.stated, quote="5", value=5))
    again = replace(THREE, places=(ARTICLE,), id="again")
    titled = record("r", THREE, again, TWELVE, five, ruling=Ruling(title="How many?"))
    assert _sides(titled, again, five) == [("3", "t5p1"), ("about 12", "t2p1")]


def test_one_value_of_two_periods_is_told_with_them() -> None:
    later = replace(
        TWELVE, id="later", places=(ARTICLE,), stated=replace(TWELVE.stated, period="2020")
    )
    titled = record("r", TWELVE, later, ruling=Ruling(title="When?"))
    assert _sides(titled, later) == [("about 12, 2021", "t2p1"), ("about 12, 2020", "011-s2p1")]


def test_where_figures_read_alike_the_words_that_the_record_points_to_are_quoted() -> None:
    other = replace(TWELVE, id="other", places=(replace(ARTICLE, start=9, end=17),))
    passages = (replace(TRANSCRIPT, start=0, end=10), replace(ARTICLE, start=0, end=14))
    titled = record("r", TWELVE, other, passages=passages, ruling=Ruling(title="Who?"))
    assert _sides(titled, other) == [("“We counted”", "t2p1"), ("“Bo Fisher said”", "011-s2p1")]
    # A place without a span gives the beginning of its passage.
    whole = replace(titled, passages=(Place(FISH, "010", "t2p1", 6), passages[1]))
    assert _sides(whole, other)[0] == ("“We counted 12 fish.”", "t2p1")


# ---- What can be searched for


def _term(id_: str, wordings: int, mentions: int, **changes: Any) -> Any:
    place = TRANSCRIPT
    usages = tuple(Usage(f"{id_}{n}" if n else id_, "010", 1) for n in range(wordings))
    mention = TermMention(id_, id_, id_, place, "t2p1", None, True)
    entry = replace(NETS.entry, id=id_, term=changes.pop("term", id_))
    return replace(NETS, entry=entry, usages=usages, mentions=(mention,) * mentions, **changes)


@pytest.mark.parametrize(
    ("terms", "query"),
    [
        # Wordings times mentions: 6, 8; of equals the first by id.
        ((_term("a", 2, 3), _term("b", 2, 4)), "b"), ((_term("b", 2, 3), _term("a", 3, 2)), "a"),
        # More than twenty mentions make no term a better example.
        ((_term("a", 2, 21), _term("b", 3, 14)), "b"),
        ((_term("b", 2, 30), _term("a", 2, 20)), "a"),
        ((_term("a", 3, 11), _term("b", 2, 18)), "b"),
        ((_term("a", 1, 9), _term("b", 2, 1)), "b"), ((_term("a", 1, 9),), "Bo Fisher"),
        # The title must be one of the wordings, and short.
        ((_term("a", 3, 9, term="A"), _term("b", 2, 1)), "b"),
        ((_term("a" * 33, 3, 9), _term("b", 2, 1)), "b"), ((_term("a" * 32, 3, 9),), "a" * 32),
    ],
)  # fmt: skip
def test_a_term_in_several_wordings_is_searched_for(terms: tuple[Any, ...], query: str) -> None:
    corpus = replace(FULL, annotations=replace(FULL.annotations, terms=terms))
    assert front.searches(find_in(corpus), None)[0].words == query


def test_three_searches_are_offered_those_of_editors_first_and_each_once() -> None:
    terms = (_term("a", 2, 3),)
    corpus = replace(FULL, annotations=replace(FULL.annotations, terms=terms))
    find = find_in(corpus, searches=("Bo Fisher", "old nets"))
    assert [(link.words, link.url) for link in front.searches(find, None)] == [
        ("Bo Fisher", "search/?q=Bo%20Fisher"), ("old nets", "search/?q=old%20nets"),
        ("a", "search/?q=a"),
    ]  # fmt: skip
    shown = front.searches(find_in(corpus, searches=("a",)), None)
    assert [link.words for link in shown] == ["a", "Bo Fisher", "The Paper"]


def test_who_spoke_or_asked_most_stands_first_and_equals_by_name() -> None:
    ada, bo, cy = CORPUS.people
    twin = replace(cy, id="al-net", name="Al Net")
    find = find_in(replace(CORPUS, people=(ada, bo, cy, twin)))
    assert [(person.name, times) for person, times in front.often_spoke(find)] == [
        ("Bo Fisher", 3), ("Ada Chair", 2), ("Al Net", 1), ("Cy Net", 1),
    ]  # fmt: skip
    (paper,) = CORPUS.outlets
    others = [Outlet(name, name, (), paper.questions) for name in ("Zed", "Ant")]
    find = find_in(replace(CORPUS, outlets=(Outlet("none", "A None", (), ()), *others, paper)))
    assert [outlet.name for outlet in front.often_asked(find)] == [
        "Ant", "The Paper", "Zed", "A None",
    ]  # fmt: skip
    # One speaker and two outlets.
    assert [link.words for link in front.searches(find, None)] == ["Bo Fisher", "Ant", "The Paper"]
