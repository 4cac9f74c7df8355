"""Differences between two sentences on the same thing, as a reader of both would describe them."""

from __future__ import annotations

import pytest

from briefings.extract.figures import extract
from briefings.languages import ENGLISH
from briefings.model import Figure, Place
from briefings.model.figures import FigureContext
from briefings.relate.compare.side import Side
from briefings.relate.compare.stated_numbers import number_differences
from briefings.relate.compare.wordings import (
    campaign_differences,
    name_differences,
    same_verb_differences,
    tense_differences,
)

DAY = "2021-01-10"


def _side(source: str, *texts: str) -> Side:
    """Return sentences, each a passage, with the figures that they state."""
    places = tuple(Place("x", source, f"p{n}", n, 0, len(text)) for n, text in enumerate(texts))
    figures = tuple(
        (n, Figure(f"{source}{n}-{k}", (places[n],), stated, text, DAY, None, None, "direct"))
        for n, text in enumerate(texts)
        for k, stated in enumerate(extract(text, FigureContext(DAY)).figures)
    )
    return Side(places, texts, figures, ENGLISH)


def _numbers(one: str, other: str) -> list[tuple[str, str, str]]:
    a, b = _side("a", one), _side("b", other)
    found = number_differences(a, b, [figure for _, figure in a.figures])
    return [(it.rule, it.a, it.b) for _, it in found]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("We mended 1,800 piers.", "They mended 1,800 piers.", []),
        ("We mended 1,800 piers.", "They mended 1,600 piers.",
         [("other-value", "1,800 (piers mended)", "1,600 (piers mended)")]),
        ("About 40 lamps burn.", "More than 40 lamps burn.",
         [("comparator", "About 40", "More than 40")]),
        ("There were 40 lamps.", "There were nearly 40 lamps.",
         [("comparator", "40", "nearly 40")]),
        ("More than 40 lamps burn.", "Fewer than 40 lamps burn.",
         [("other-bound", "More than 40", "Fewer than 40")]),
        ("The repair took 40 days.", "The repair took 40 weeks.",
         [("other-unit", "40 days", "40 weeks")]),
        ("The pier cost 40 euros.", "The pier cost 40 dollars.",
         [("other-unit", "40 euros", "40 dollars")]),
        ("The port earns 90 million yuan a year.", "The port earns 90 million yuan a month.",
         [("other-rate", "90 million yuan a year", "90 million yuan a month")]),
        ("The port earns 90 million yuan a year.", "The port earns 90 million yuan per year.", []),
        ("The port earns 90 million yuan a year.", "The port earns 90 million yuan.", []),
        ("Thefts fell by 5%.", "Thefts rose by 5%.",
         [("other-direction", "5% (Thefts), a fall", "5% (Thefts), a rise")]),
        ("They mended 2 percent more piers.", "They mended 2 percent fewer piers.",
         [("other-direction", "2 percent more", "2 percent fewer")]),
        # It is not clear which of the two fell.
        ("Thefts fell by 5% while frauds rose by 7%.", "Thefts rose by 5%.",
         [("figure-left-out", "7% (frauds)", "")]),
        ("We mended piers.", "They mended 40 piers.", [("figure-added", "", "40 (piers mended)")]),
        ("We mended 40 piers.", "They mended piers.",
         [("figure-left-out", "40 (piers mended)", "")]),
        # A number within a word counts as present.
        ("The plan runs for five years.", "It is a five-year plan.", []),
        ("Thefts fell by 62.6%, and robberies fell by 96.1%.",
         "Thefts fell by 96.1%, and robberies fell by 96.1%.",
         [("other-value", "62.6% (Thefts)", "96.1% (Thefts)")]),
        ("The divers found 1,234 rusty old anchors near the quay.",
         "The divers found 1,324 rusty old anchors near the quay.",
         [("other-value", "1,234 (rusty old anchors found)", "1,324 (rusty old anchors found)")]),
        # Different things are not different values of one thing.
        ("We mended 40 piers.", "They sold 50 lamps.",
         [("figure-added", "", "50 (lamps sold)"), ("figure-left-out", "40 (piers mended)", "")]),
        # Money, with one amount on each side, in sentences on the same thing.
        ("The new tower on the quay cost 40 million yuan.",
         "It cost 45 million yuan, said the keeper of the new tower on the quay.",
         [("other-value", "40 million yuan (new tower on the quay)",
           "45 million yuan")]),
    ],
)  # fmt: skip
def test_numbers_that_differ(one: str, other: str, told: list[tuple[str, str, str]]) -> None:
    assert _numbers(one, other) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("We had mended the pier.", "The pier will be mended.",
         [("result-as-future", "had mended the pier", "will be mended")]),
        ("We will mend the pier.", "They mended the pier.",
         [("future-as-result", "will mend the pier", "mended the pier")]),
        ("We mended the pier.", "They mended the pier.", []),
        ("We will mend the pier.", "They will mend the pier.", []),
        # "Who were trained" only says who is meant.
        ("Workers who were trained mend the pier.", "They will mend the pier.", []),
        ("The pier, compared with the quay, is new.", "It will be new.", []),
        ("We are going to sell it.", "They sold it, as all had said before the storm came.",
         [("future-as-result", "are going to sell it", "sold it")]),
        ("The men built a long pier of stone for the town, and rested.", "It will be built.",
         [("result-as-future", "built a long pier", "will be built")]),
        ("Tolls will fall to a third compared with 2020.", "Tolls fell to a third.",
         [("future-as-result", "will fall to a third", "fell to a third")]),
        ("We need red lamps.", "They will be red.", []),
        ("We will mend it.", "They compared nets, and mended it, then sold it.",
         [("future-as-result", "will mend it", "mended it")]),
        ("We mended it; it is old.", "They will mend it: soon and well.",
         [("result-as-future", "mended it", "will mend it")]),
        ("It will rest “on a quay.”", "It rested at a very old quay.",
         [("future-as-result", "will rest “on a quay", "rested at a very old")]),
        ("We said that it fell.", "It will fall.",
         [("result-as-future", "fell", "will fall")]),
        ("We should mend it.", "They mended it.", []),
        ("We had mended it.", "They will mend what they mended.",
         [("result-as-future", "had mended it", "will mend what they mended")]),
        ("We shall further mend it.", "They mended it.",
         [("future-as-result", "shall further mend it", "mended it")]),
    ],
)  # fmt: skip
def test_results_told_as_plans_and_plans_as_results(
    one: str, other: str, told: list[tuple[str, str, str]]
) -> None:
    found = tense_differences(one, other, one, other, ENGLISH)
    assert [(it.rule, it.a, it.b) for it in found] == told


def test_where_plans_stand_beside_it_a_result_may_be_one() -> None:
    one, other = "We mended the pier.", "The pier will be mended."
    assert list(tense_differences(one, other, f"{one} Next, we rest.", other, ENGLISH)) == []
    assert list(tense_differences(one, other, f"{one} It will rest.", other, ENGLISH)) == []
    assert len(list(tense_differences(one, other, f"{one} It rests.", other, ENGLISH))) == 1
    ahead = "We will mend the pier."
    assert list(tense_differences(ahead, one, ahead, f"{one} We plan to rest.", ENGLISH)) == []
    assert len(list(tense_differences(ahead, one, ahead, one, ENGLISH))) == 1


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The pier will be opened.", "The pier was opened.",
         [("future-as-result", "will be opened", "was opened")]),
        ("The pier has been opened.", "The pier is to be opened in May.",
         [("result-as-future", "has been opened", "is to be opened in May")]),
        ("The pier will be opened.", "The pier was closed.", []),
        # It is not clear which of the two openings is meant.
        ("The pier will be opened, the tower will be opened.", "The pier was opened.", []),
        ("The pier will be opened.", "The pier was opened, the tower is opened now.", []),
        ("We shall build a pier.", "A pier was built.",
         [("future-as-result", "shall build a pier", "was built")]),
        ("A pier was built.", "They will build a pier.",
         [("result-as-future", "was built", "will build a pier")]),
        ("We will build and build.", "A pier was built.", []),
        ("We will build a pier.", "A pier was built, and one was built.", []),
        ("The pier will be opened now.", "Piers were also opened; the pier was newly opened.", []),
        ("We shall also soon build a pier.", "A pier was then built by men.",
         [("future-as-result", "shall also soon build a pier", "was then built by men")]),
        ("A pier was built by men.", "It will be built by men.",
         [("result-as-future", "was built by men", "will be built by men")]),
        ("The pier will be open.", "The pier was open.", []),
    ],
)  # fmt: skip
def test_one_verb_that_will_be_and_that_was(
    one: str, other: str, told: list[tuple[str, str, str]]
) -> None:
    assert [(it.rule, it.a, it.b) for it in same_verb_differences(one, other, ENGLISH)] == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("We ran the special “Clean Net” campaign.", "They ran the campaign of “Bright Lamp”.",
         [("special Clean Net campaign", "campaign of Bright Lamp")]),
        ("We ran the “Clean Harbour” campaign.", "They ran the campaign of “Clean Harbours”.", []),
        ("We ran the “Clean Net” campaign.", "They ran the campaign “Clean Net on Quays”.", []),
        ("We ran the “Clean Net” campaign.", "They ran a campaign.", []),
        ("We ran a campaign to clean the nets.", "They ran the “Bright Lamp” drive.",
         [("campaign to clean the nets", "Bright Lamp drive")]),
        ("We ran the “Clean Net” campaign.", "They ran the national “Net” action.", []),
        ("We ran the “Net” campaign.", "They ran the “Old Rope” drive.",
         [("Net campaign", "Old Rope drive")]),
        ("We ran the “Special Campaign” campaign.", "They ran the “Old Rope” drive.", []),
        ("We ran the “Clean Net” campaign and the “Old Rope” drive.",
         "They ran the “Bright Lamp” campaign.", []),
    ],
)  # fmt: skip
def test_campaigns_under_two_names(one: str, other: str, told: list[tuple[str, str]]) -> None:
    assert [(it.a, it.b) for it in campaign_differences(one, other, one, other, ENGLISH)] == told


def test_where_several_campaigns_are_named_nearby_nobody_can_tell_which_is_meant() -> None:
    one, other = "We ran the “Clean Net” campaign.", "They ran the “Bright Lamp” campaign."
    again = "We ran the “Old Rope” drive."
    assert len(list(campaign_differences(one, other, one, other, ENGLISH))) == 1
    assert list(campaign_differences(one, other, f"{one} {again}", other, ENGLISH)) == []
    assert list(campaign_differences(one, other, one, f"{other} {again}", ENGLISH)) == []


def _named(
    one: str, other: str, terms: tuple[dict[str, str], dict[str, str]] = ({}, {})
) -> list[tuple[str, str, str]]:
    found = name_differences(_side("a", one), _side("b", other), *terms, {"Bo Fisher", "Ann Reed"})
    return [(it.rule, it.a, it.b) for it in found]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The talks were held at Westport.", "The talks were held at Eastport.",
         [("names", "Westport", "Eastport")]),
        ("They met at Westport, then at the Old Mint.", "They met at Eastport.",
         [("names", "Westport, Old Mint", "Eastport")]),
        # A capital at the start of a sentence does not indicate a name.
        ("Westport burned.", "Eastport burned.", []),
        ("West Port burned.", "East Quay burned.", [("names", "West Port", "East Quay")]),
        ("They met at Westport.", "They met.", []),
        ("They met at Old Westport.", "They met at Westport Harbour.", []),
        ("They asked Bo Fisher.", "They asked Ann Reed.", []),
        ("They asked the MPS.", "They asked the Harbour Office.", []),
        ("They asked the Ministry of Public Safety.", "They asked the MPS.", []),
        ("They asked the Harbour Office.", "They asked the HO and the Mint.", []),
        ("They met at Westport, at Westport.", "They met at Eastport.",
         [("names", "Westport", "Eastport")]),
        ("They ran “Old boats” there.", "They met at Eastport.",
         [("names", "Old boats", "Eastport")]),
        ("They met at Westport.", "They met Bo Fisher.", []),
        ("They met at The.", "They met at Eastport.", []),
    ],
)  # fmt: skip
def test_names_that_only_one_side_has(
    one: str, other: str, told: list[tuple[str, str, str]]
) -> None:
    assert _named(one, other) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("fishing nets", "nets for fish", True),
        ("fishing harbours", "fishing harbour", False),
        ("Fishing Nets", "fishing nets", False),
        ("MPS", "public safety", False),
        ("OLD NETS", "new nets", True),
    ],
)
def test_terms_in_other_words(one: str, other: str, told: bool) -> None:
    found = _named(f"They sold {one}.", f"They sold {other}.", ({"nets": one}, {"nets": other}))
    assert ([("wording", one, other)] if told else []) == [it for it in found if it[0] == "wording"]
    assert _named("They sold x.", "They sold y.", ({"nets": one}, {"ropes": other})) == []
