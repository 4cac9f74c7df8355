"""Test words, dates and outcomes of paired sentences: which are equal, and which differ."""

from __future__ import annotations

import pytest

from briefings.languages import ENGLISH
from briefings.model import Place
from briefings.relate.compare.dates import date_differences
from briefings.relate.compare.outcomes import outcome_differences
from briefings.relate.compare.side import Side
from briefings.relate.phrases.runs import key_of_run, ranges
from briefings.relate.phrases.tokens import capitalised, pieces, tokens
from briefings.relate.stems import numbers, plain, stems


def _side(source: str, *texts: str) -> Side:
    places = tuple(Place("x", source, f"p{n}", n, 0, len(text)) for n, text in enumerate(texts))
    return Side(places, texts, (), ENGLISH)


def _dates(one: str, other: str, day: str | None = "2021-01-10") -> list[tuple[str, str]]:
    found = date_differences(_side("a", one), _side("b", other), day)
    return [(it.a, it.b) for _, _, it in found]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("It opens on 1 October.", "It opens on 1 November.", [("1 October", "1 November")]),
        ("It opens on 1 October.", "It opens on October 1st.", []),
        ("It opens on 1 October.", "It opens on October 2, 2021.",
         [("1 October", "October 2, 2021")]),
        # As far as both tell it is one day.
        ("It opens on 1 October.", "It opens on 1 October 2021.", []),
        ("It opens on 1 October 2020.", "It opens on 1 October 2021.",
         [("1 October 2020", "1 October 2021")]),
        ("It opens on the 1st of October.", "It opens on the 2nd of Oct.",
         [("1st of October", "2nd of Oct")]),
        ("It opened in May 2019.", "It opened in June 2019.", [("in May 2019", "in June 2019")]),
        ("It opened in 2019.", "It opened in 2018.", [("in 2019", "in 2018")]),
        ("It opened in 2019.", "It opened by 2018.", []),
        ("It opened in 2019.", "It opened in May 2018.", []),
        ("It opened at the end of 2019.", "It opened at the beginning of 2019.", []),
        ("It opened by the end of May.", "It opened by the end of June.",
         [("the end of May", "the end of June")]),
        # A base is no date of the thing, a beginning is.
        ("It rose compared with in 2019.", "It rose compared with in 2018.", []),
        ("More than in 2019 came.", "More than in 2018 came.", []),
        ("It opens from 15 November.", "It opens from 16 November.",
         [("15 November", "16 November")]),
        # The day of the event, and that of a dateline.
        ("It opens on 10 January.", "It opens on 11 January.", []),
        ("NORPORT, 3 May — It opens on 1 October.", "It opens on 4 May.", [("1 October", "4 May")]),
        # Two dates on a side: nobody knows which is meant.
        ("It opens on 1 October and 2 October.", "It opens on 1 November.", []),
        ("It opens on 1 October and 2 October.", "It opens on 1 October and 3 October.",
         [("2 October", "3 October")]),
        ("It opens in autumn.", "It opens on 1 November.", []),
        ("It opens on 1 October 2021.", "It opens on 1 October and 3 October.", []),
        ("It opens on 1 October.", "It opens on 1 October 2021 and 3 October.", []),
        ("More than in 2019 came on 1 October.", "More than in 2019 came on 2 October.",
         [("1 October", "2 October")]),
        ("It opens in May.", "It opens in June 2021.", [("in May", "in June 2021")]),
        ("It opens on 1 May.", "It opens in June.", []),
        ("It opens on the 1st of May.", "It opens in 2019.", []),
        ("It opened in May.", "It opened by June.", []),
        ("It opened at the end of May.", "It opened at end of June.",
         [("the end of May", "end of June")]),
        # Months and days by themselves, and a dateline of up to sixty letters.
        ("Rise from 1 May.", "Rise from in 2019.", []),
        ("NORPORT, 3 May - It opens on 1 October.", "It opens on 2 October.",
         [("1 October", "2 October")]),
        ("It is in Norport. 3 May — It opens.", "It opens on 4 May.", [("3 May", "4 May")]),
    ],
)  # fmt: skip
def test_dates_that_stand_for_each_other(one: str, other: str, told: list[tuple[str, str]]) -> None:
    assert _dates(one, other) == told


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2021-10-01", []),
        ("--10-01", []),
        ("2021-10", [("1 October", "1 November")]),
        (None, [("1 October", "1 November")]),
    ],
)
def test_the_day_of_the_event_is_no_other_date(
    day: str | None, told: list[tuple[str, str]]
) -> None:
    assert _dates("It opens on 1 October.", "It opens on 1 November.", day) == told


def test_a_date_stands_in_its_own_sentence() -> None:
    a, b = _side("a", "It is new.", "It opens on 1 May."), _side("b", "It opens on 2 May.", "Good.")
    ((n, m, difference),) = date_differences(a, b, None)
    assert (n, m, difference.kind, difference.rule) == (1, 0, "date", "other-date")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Three were killed.", "Three were injured.", [("killed", "injured")]),
        ("Three died.", "Three lost their lives.", []),
        ("Three were killed and five injured.", "Three were injured.", []),
        ("Three were killed.", "Three fell.", []),
        ("They looked for the boat.", "They rescued the boat.", [("looked for", "rescued")]),
        ("The plan was approved.", "The plan was turned down.", [("approved", "turned down")]),
        ("Three are missing.", "Three are dead.", [("missing", "dead")]),
    ],
)
def test_outcomes_that_exclude_each_other(
    one: str, other: str, told: list[tuple[str, str]]
) -> None:
    assert [(it.a, it.b) for it in outcome_differences(one, other, ENGLISH)] == told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The harbours of the harbour's keeper", ["harbour", "harbour", "keep"]),
        ("standardization standardized standardises", ["standard", "standard", "standard"]),
        ("governance governing government", ["govern", "govern", "govern"]),
        # At least four letters stay.
        ("nets net rates rated", ["nets", "net", "rate", "rated"]),
        ("policies policy", ["polic", "polic"]),
        ("31 harbours, 1,200 piers and 62.6%", ["31", "harbour", "1,200", "pier", "62.6"]),
        ("Mr. Li said that it was his own", ["li"]),
        ("a b 7", ["7"]),
        ("It’s Fisher’s", ["fish"]),
        ("resettlements", ["resettl"]),
    ],
)
def test_words_are_known_by_what_is_left_without_endings(text: str, left: list[str]) -> None:
    assert stems(text, ENGLISH) == left


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 boats and 13 nets", {"13"}),
        ("In 2021 and 999 and 2101", {"999", "2101"}),
        ("In 1000 and 2100", set()),
        ("2,021 boats", {"2021"}),
        ("2.5 tons", {"2.5"}),
        ("5% and 7 percent and 8 per cent", {"5%", "7%", "8%"}),
        ("3 thousand, 4 million, 5 billion", {"3000", "4000000", "5000000000"}),
        ("2000 million", {"2000000000"}),
        ("a1234 x.77", set()),
    ],
)  # fmt: skip
def test_numbers_that_tell_one_statement_from_another(text: str, found: set[str]) -> None:
    assert numbers(text, ENGLISH) == found


def test_letters_are_compared_without_case_and_the_shapes_of_marks() -> None:
    assert plain("“It’s” – OVER—‘now’") == "\"it's\" - over-'now'"


def _runs(text: str, names: frozenset[str] = frozenset()) -> list[str]:
    found = tokens(pieces(text, ENGLISH), ENGLISH, names)
    return [text[found[a].start : found[b - 1].end] for a, b, _ in ranges(found, ENGLISH)]


def test_runs_begin_and_end_with_words_that_say_something() -> None:
    assert _runs("Our keepers firmly oppose hidden fees.") == [
        "keepers firmly oppose", "keepers firmly oppose hidden",
        "keepers firmly oppose hidden fees", "firmly oppose", "firmly oppose hidden",
        "firmly oppose hidden fees", "oppose hidden fees",
    ]  # fmt: skip
    # Two words are a run where the first says how, or a small word binds them.
    assert _runs("They oppose fees.") == []
    assert _runs("They hide from seals.") == ["hide from seals"]
    assert _runs("They hide and eat.") == ["hide and eat"]
    assert _runs("They hide: seals eat crabs.") == ["seals eat crabs"]
    assert _runs("They hide 12 crabs.") == []


def test_a_run_has_seven_words_at_most_and_two_names() -> None:
    text = "seals crabs gulls eels boats nets ropes cranes"
    assert max(len(one.split()) for one in _runs(text)) == 7
    assert "urge the Westmark side to mend" in _runs("We urge the Westmark side to mend ways.")
    two = _runs("They urge Westmark and Eastmark to mend it.")
    assert "urge Westmark and Eastmark to mend" in two
    three = _runs("They urge Westmark and Eastmark and Northmark to mend it.")
    assert not any("mend" in one and "urge" in one for one in three)


def test_forms_of_a_word_have_one_key_and_names_are_slots() -> None:
    assert key_of_run("firmly opposes", ENGLISH) == key_of_run("firmly opposed", ENGLISH)
    assert key_of_run("urge the Westmark side", ENGLISH) == key_of_run(
        "urging the Old Eastmark sides", ENGLISH
    )
    assert key_of_run("urge the westmark side", ENGLISH) != key_of_run(
        "urge the eastmark side", ENGLISH
    )


def test_a_word_that_has_a_capital_wherever_it_stands_is_a_name() -> None:
    said = [
        pieces("Gullport opens.", ENGLISH),
        pieces("We saw Gullport.", ENGLISH),
        pieces("We opens it, Opens.", ENGLISH),
    ]
    assert capitalised(said) == {"gullport"}
    # One that only begins sentences may be any word.
    assert capitalised([pieces("Gullport opens.", ENGLISH)]) == frozenset()
    assert _runs("Gullport seals eat crabs.", frozenset({"gullport"})) == ["seals eat crabs"]
