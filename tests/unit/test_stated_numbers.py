"""Which numbers of two paired sentences belong together, and which of them differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from briefings.languages import ENGLISH
from briefings.model import Figure, Place, Stated
from briefings.relate.compare.side import Side
from briefings.relate.compare.stated_numbers import number_differences

# A number as written, with its unit and subject, and more about it.
Number = tuple[str, str, str, dict[str, Any]]


def _n(quote: str, subject: str = "", unit: str = "count", **more: Any) -> Number:
    return quote, unit, subject, more


def _side(source: str, text: str, numbers: Sequence[Number]) -> Side:
    place = Place("x", source, f"{source}p", 1, 0, len(text))
    figures = tuple(
        (0, Figure(f"{source}{n}", (place,),
                   Stated(0, 1, quote, float("".join(filter(str.isdigit, quote)) or 4), unit,
                          subject=subject, **more),
                   text, None, None, None, "direct"))
        for n, (quote, unit, subject, more) in enumerate(numbers)
    )  # fmt: skip
    return Side((place,), (text,), figures, ENGLISH)


def _found(
    one: str, numbers: Sequence[Number], other: str, others: Sequence[Number]
) -> list[tuple[str, tuple[str, ...]]]:
    a, b = _side("a", one, numbers), _side("b", other, others)
    beside = [figure for _, figure in a.figures]
    return [(it.rule, it.figures) for _, it in number_differences(a, b, beside)]


LAMPS, PIERS = "lamps lit", "piers mended"
ADDED, LEFT_OUT = ("figure-added", ("b0",)), ("figure-left-out", ("a0",))
OTHER = ("other-value", ("a0", "b0"))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (_n("40", PIERS), _n("50", PIERS), [OTHER]),
        (_n("40", PIERS), _n("40", PIERS), []),
        (_n("40", PIERS), _n("50", LAMPS), [ADDED, LEFT_OUT]),
        (_n("40", PIERS), _n("50", PIERS, role="change"), [ADDED, LEFT_OUT]),
        (_n("40", PIERS), _n("50", PIERS, "people"), [OTHER]),
        (_n("40", PIERS), _n("50", PIERS, "CNY"), [ADDED, LEFT_OUT]),
        # Half of the words of the shorter subject must be the same.
        (_n("40", "red piers"), _n("50", "blue piers"), [OTHER]),
        (_n("40", "old red piers"), _n("50", "new blue piers"), [ADDED, LEFT_OUT]),
        (_n("40", "old red stone piers"), _n("50", "piers"), [OTHER]),
        # Both may state their time, and then it is the same.
        (_n("40", PIERS, period_start="2020-01-01"), _n("50", PIERS), [OTHER]),
        (_n("40", PIERS), _n("50", PIERS, period_end="2020-12-31"), [OTHER]),
        (_n("40", PIERS, period_start="2020-01-01"), _n("50", PIERS, period_start="2020-01-01"),
         [OTHER]),
        (_n("40", PIERS, period_start="2020-01-01"), _n("50", PIERS, period_start="2021-01-01"),
         [ADDED, LEFT_OUT]),
        (_n("40", PIERS, period_end="2020-01-01"), _n("50", PIERS, period_end="2021-01-01"),
         [ADDED, LEFT_OUT]),
    ],
)  # fmt: skip
def test_numbers_of_one_thing(
    one: Number, other: Number, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert _found(f"It has {one[0]}.", [one], f"There are {other[0]}.", [other]) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # Each number has its own partner, that of the more similar subject or the nearer one.
        ([_n("40", PIERS), _n("40", LAMPS, comparator=">")],
         [_n("40", LAMPS, comparator=">"), _n("40", PIERS)], []),
        ([_n("40", "", comparator=">"), _n("40")], [_n("40", "", comparator=">"), _n("40")], []),
        # A share is not a count.
        ([_n("40", PIERS, comparator=">")], [_n("40", PIERS, "%")], []),
        # Words that two numbers share do not tell them apart.
        ([_n("40", "piers mended"), _n("60", "piers sold")], [_n("50", "piers")],
         [ADDED, LEFT_OUT, ("figure-left-out", ("a1",))]),
        ([_n("40", "piers mended"), _n("60", "piers sold")], [_n("50", "piers mended")],
         [OTHER, ("figure-left-out", ("a1",))]),
        ([_n("40", "piers mended"), _n("60", "piers sold", role="change")], [_n("50", "piers")],
         [OTHER, ("figure-left-out", ("a1",))]),
        ([_n("40", "red piers"), _n("60", "blue lamps red")], [_n("50", "blue red")],
         [("other-value", ("a1", "b0")), LEFT_OUT]),
        # A number with an equal partner of the same subject has none of another value.
        ([_n("40", PIERS)], [_n("40", PIERS), _n("50", PIERS)], [("figure-added", ("b1",))]),
        ([_n("40", PIERS)], [_n("40", "crabs"), _n("50", PIERS)],
         [("other-value", ("a0", "b1"))]),
        # One number of two things, of which the other text repeats one.
        ([_n("40", PIERS), _n("40", LAMPS)], [_n("40", PIERS)], [("figure-left-out", ("a1",))]),
        ([_n("40", PIERS), _n("40", PIERS)], [_n("40", PIERS)], []),
        ([_n("40", PIERS), _n("40")], [_n("40", PIERS)], []),
        ([_n("40", PIERS), _n("50", LAMPS)], [_n("40", PIERS)], [("figure-left-out", ("a1",))]),
    ],
)  # fmt: skip
def test_several_numbers(
    one: list[Number], other: list[Number], found: list[tuple[str, tuple[str, ...]]]
) -> None:
    texts = [" and ".join(number[0] for number in numbers) for numbers in (one, other)]
    assert _found(texts[0], one, texts[1], other) == found


def test_a_number_that_the_other_text_has_in_another_way_is_no_other_value() -> None:
    a, b = [_n("40", PIERS)], [_n("50", PIERS)]
    assert _found("40 piers, 50-year-old", a, "50 piers", b) == [LEFT_OUT]
    assert _found("40 piers, 500-year-old", a, "50 piers", b) == [OTHER]
    assert _found("40 piers on quay 50", a, "50 piers", b) == [LEFT_OUT]
    assert _found("40 piers", a, "50 piers on quay 40", b) == [ADDED]


MONEY = "The old tower on the quay cost {} yuan."


def _money(
    one: str, other: str, *, a: Sequence[Number] = (), b: Sequence[Number] = ()
) -> list[str]:
    numbers = [*a, _n("40 yuan", "", "CNY")], [*b, _n("45 yuan", "", "CNY")]
    found = _found(one.format(40), numbers[0], other.format(45), numbers[1])
    return [rule for rule, _ in found]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (MONEY, MONEY, True),
        # Five words in common (old, tower, quay, cost, yuan) are enough, four are not.
        (MONEY, "The tower on the quay cost {} yuan.", False),
        # In a long sentence they must be most of it.
        (f"{MONEY[:-1]}, as gulls, seals, crabs, eels and whales saw.",
         f"{MONEY[:-1]}, which fishers, pilots, cooks, divers and captains say.", False),
        (f"{MONEY[:-1]}, as gulls, seals, crabs, eels and whales saw.", MONEY, True),
    ],
)  # fmt: skip
def test_the_only_amount_of_money_of_two_similar_sentences(
    one: str, other: str, same: bool
) -> None:
    expected = ["other-value"] if same else ["figure-added", "figure-left-out"]
    assert _money(one, other) == expected


def test_amounts_of_which_there_are_more_or_that_have_a_partner() -> None:
    more, people = _n("60 yuan", "", "CNY"), _n("40", "", "people")
    assert "other-value" not in _money(f"60 yuan: {MONEY}", MONEY, a=[more])
    assert "other-value" not in _money(MONEY, f"60 yuan: {MONEY}", b=[more])
    assert _money(MONEY, f"40 came: {MONEY}", b=[people]) == ["figure-added"]
    share = [[_n(quote, "", "%")] for quote in ("40", "45")]
    assert "other-value" not in [
        rule for rule, _ in _found(MONEY.format(40), share[0], MONEY.format(45), share[1])
    ]


@pytest.mark.parametrize(
    ("one", "subject", "other", "same"),
    [
        # The subject of one stands in the other sentence, and three words are the same.
        ("The tower cost {} yuan.", "tower", "It was the tower that cost {} yuan.", True),
        ("The tower cost {} yuan.", "tower", "They paid {} yuan for the tower.", False),
        ("The tower cost {} yuan.", "wall", "It was the tower that cost {} yuan.", False),
    ],
)
def test_amounts_of_a_named_thing(one: str, subject: str, other: str, same: bool) -> None:
    for first, second in ((subject, ""), ("", subject)):
        a, b = [_n("40 yuan", first, "CNY")], [_n("45 yuan", second, "CNY")]
        found = _found(one.format(40), a, other.format(45), b)
        assert (("other-value", ("a0", "b0")) in found) is same


LONG = "The divers found {} rusty old anchors near the quay"


@pytest.mark.parametrize(
    ("one", "other", "more", "same"),
    [
        (LONG, LONG, {}, True),
        (LONG, "They say {} of them sank", {}, False),
        (LONG, LONG, {"role": "change"}, False),
        (LONG, LONG, {"unit": "CNY"}, False),
        (LONG, f"{LONG}, not 1,234", {}, False),
    ],
)
def test_numbers_with_swapped_digits(
    one: str, other: str, more: dict[str, Any], same: bool
) -> None:
    a, b = [_n("1,234")], [_n("1,324", **more)]
    found = _found(one.format("1,234"), a, other.format("1,324"), b)
    assert (("other-value", ("a0", "b0")) in found) is same
    assert ("other-value", ("a0", "b0")) not in _found(
        LONG.format("1,234"), a, LONG.format("1,567"), [_n("1,567")]
    )


def test_one_number_is_a_slip_of_one_other_only() -> None:
    text = f"{LONG}, or {{}}"
    a, b = [_n("1,234")], [_n("1,324"), _n("1,243")]
    found = _found(LONG.format("1,234"), a, text.format("1,324", "1,243"), b)
    assert found == [("other-value", ("a0", "b0")), ("figure-added", ("b1",))]


@pytest.mark.parametrize(
    ("one", "other", "rules"),
    [
        ("More than 40 lamps burn.", "There were 40 lamps.", ["comparator"]),
        # In "we estimate" the comparator cannot be shown.
        ("We think that 40 lamps burn.", "There were 40 lamps.", []),
        ("No quay has more than 40 lamps.", "There were 40 lamps.", []),
        ("It is not new, more than 40 lamps burn.", "There were 40 lamps.", ["comparator"]),
        ("More than 40 lamps burn.", "There were not 40 lamps.", []),
        ("More than 40 lamps burn.", "Nobody came; there were 40 lamps.", ["comparator"]),
    ],
)
def test_words_of_comparison(one: str, other: str, rules: list[str]) -> None:
    found = _found(one, [_n("40", LAMPS, comparator=">")], other, [_n("40", LAMPS)])
    assert [rule for rule, _ in found] == rules


@pytest.mark.parametrize(
    ("one", "other", "rules"),
    [
        ([_n("40 days", "", "days")], [_n("40 weeks", "", "weeks")], ["other-unit"]),
        ([_n("40 days", "", "days")], [_n("40 weeks", "", "weeks"), _n("40 days", "", "days")], []),
        ([_n("40 days", "", "days"), _n("40 weeks", "", "weeks")], [_n("40 weeks", "", "weeks")],
         []),
        ([_n("40 days", "", "days")], [_n("40 lamps", "", "count")], []),
    ],
)  # fmt: skip
def test_units_that_one_text_exchanges(
    one: list[Number], other: list[Number], rules: list[str]
) -> None:
    texts = [" and ".join(number[0] for number in numbers) for numbers in (one, other)]
    assert [rule for rule, _ in _found(texts[0], one, texts[1], other)] == rules


@pytest.mark.parametrize(
    ("one", "other", "ways", "rules"),
    [
        ("It rose by 40.", "It fell by 40.", ("increase", "decrease"), ["other-direction"]),
        ("It rose by 40.", "It rose by 40.", ("increase", "increase"), []),
        ("It rose by 40.", "It changed by 40.", ("increase", ""), []),
        ("It rose by 40, it fell.", "It fell by 40.", ("increase", "decrease"), []),
        ("It rose by 40.", "It fell by 40, it rose.", ("increase", "decrease"), []),
    ],
)
def test_rises_and_falls(one: str, other: str, ways: tuple[str, str], rules: list[str]) -> None:
    a, b = ([_n("40", "", "count", role="change", direction=way)] for way in ways)
    assert [rule for rule, _ in _found(one, a, other, b)] == rules


@pytest.mark.parametrize(
    ("one", "other", "rules"),
    [
        ("40 boats a day", "40 boats a month", ["other-rate"]),
        ("40 boats a day", "40 boats per day", []),
        ("40 boats a day", "40 boats", []),
        ("40 boats", "40 boats a month", []),
    ],
)
def test_rates(one: str, other: str, rules: list[str]) -> None:
    assert [rule for rule, _ in _found(one, [_n("40")], other, [_n("40")])] == rules


COUNTED = "We mended 40 piers and 50 lamps."


@pytest.mark.parametrize(
    ("other", "subject", "more", "confused"),
    [
        ("They mended 40 lamps and 50 more.", "lamps", {}, True),
        # The subject stands there too.
        ("They mended 40 lamps of piers and 50 more.", "lamps", {}, False),
        ("They mended 40 piers and 50 more.", "piers", {}, False),
        ("They mended 40 crabs and 50 more.", "crabs", {}, False),
        # A subject was carried on from another number, or is none.
        ("They mended 40 lamps and 50 more.", "lamps", {"reasons": ("carried-subject",)}, False),
        ("They mended 40 lamps and 50 more.", "lamp", {}, False),
        ("They mended 40 lamps and 50 more.", "8 lamps", {}, False),
        ("They mended 40 lamps and 50 more.", "lamps", {"role": "change"}, False),
        ("They mended 40 lamps and 50 more.", "lamps a b c d e", {}, True),
        ("They mended 40 lamps and 50 more.", "lamps a b c d e f", {}, False),
    ],
)
def test_a_number_that_counts_what_another_counts(
    other: str, subject: str, more: dict[str, Any], confused: bool
) -> None:
    a = [_n("40", "piers"), _n("50", "lamps")]
    rules = [rule for rule, _ in _found(COUNTED, a, other, [_n("40", subject, **more)])]
    assert ("counted-thing" in rules) is confused


def test_what_is_beside_a_number_counts_only_with_another_value() -> None:
    a = [_n("40", "piers"), _n("40", "lamps")]
    found = _found("40 piers and 40 lamps", a, "40 lamps", [_n("40", "lamps", comparator=">")])
    assert "counted-thing" not in [rule for rule, _ in found]


def test_a_difference_is_of_the_sentence_that_has_it() -> None:
    texts = ("It rained.", "We mended 40 piers.", "We lit 60 lamps.")
    side = _side("a", texts[1], [_n("40", PIERS)])
    place, (_, figure) = side.places[0], side.figures[0]
    many = Side((place, place, place), texts, ((1, figure),), ENGLISH)
    nothing = Side((place, place), ("It rained.", "Rain."), (), ENGLISH)
    assert [n for n, _ in number_differences(many, nothing, [])] == [1]
    assert [n for n, _ in number_differences(nothing, many, [])] == [-2]
    (found,) = number_differences(many, nothing, [])
    assert (found[1].kind, found[1].a, found[1].b) == ("omission", "40 (piers mended)", "")
