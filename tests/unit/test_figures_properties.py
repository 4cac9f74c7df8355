"""Properties of every text: exact spans, each number in one list, no error, linear time."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.extract.figures import RULES, extract
from briefings.extract.figures.tokens import Text
from briefings.extract.figures.view import Rule
from briefings.model.figures import Extraction, FigureContext

NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
PIECES = st.sampled_from(
    [
        "12",
        "1,234",
        "3.5",
        "2021",
        "-4",
        "five",
        "two hundred",
        "1.2m",
        "€3bn",
        "70th",
        "5-7%",
        "half",
        "one in five",
        "10:30",
        "G20",
        "12,34,567",
        "more than",
        "about",
        "from",
        "to",
        "and",
        "by",
        "fell",
        "rose",
        "of",
        "a third",
        "cases",
        "people",
        "%",
        "per cent",
        "million",
        "yuan",
        "since",
        "in",
        "May",
        "June 5",
        "consecutive months",
        "years",
        "respectively",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        '"',
        "“",
        "”",
        "-",
        "–",
        "’s",
        "the",
        "every",
        "or more",
        "number of",
        "km",
        "old",
        "www.example.org/5",
        "+44",
        "/",
        "Article",
        "First",
        "one",
        "dozen",
        "quarter",
        "°C",
    ]
)
PROSE = st.lists(PIECES, max_size=40).map(" ".join)
DATES = st.sampled_from([None, "2023-10-24", "--10-24", "2023-10", "", "0000-00-00", "nonsense"])


def check(text: str, found: Extraction) -> None:
    spans = [(f.start, f.end) for f in found.figures] + [(r.start, r.end) for r in found.refusals]
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.quote
    for refusal in found.refusals:
        assert text[refusal.start : refusal.end] == refusal.token
        assert refusal.rule in {rule.name for rule in RULES}
    spans.sort()
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
    numbers = [m.span() for m in re.finditer(r"\d+", text)]
    numbers += [
        m.span()
        for m in re.finditer(r"(?<![\w'’-])(?:" + "|".join(NUMBER_WORDS) + r")(?![\w'’-])", text)
    ]
    for start, end in numbers:
        assert any(a <= start and end <= b for a, b in spans), (text[start:end], text)


@given(PROSE, DATES)
@settings(max_examples=200)
@example("1 200 000 litres", None)
@example("Feb 30, 2021 and 99 February", "2021-02-28")
def test_every_number_of_a_text_is_told_about(text: str, date: str | None) -> None:
    check(text, extract(text, FigureContext(date, before=(text,), chair=True)))


@given(st.text(max_size=300))
@settings(max_examples=200)
@example("9" * 5000)
@example("٣٤ ¾ ² ⅷ １２ 三")
@example("\u0000\ud800 5% \u202e7")
def test_no_text_breaks_it(text: str) -> None:
    check(text, extract(text, FigureContext("2024-01-01")))


@pytest.mark.parametrize(
    "unit",
    [
        "fell from 5 to 4 and ",
        "5 ",
        "“",
        "'5' ",
        "since the ",
        "(5) ",
        "5-",
        "5,",
        "one ",
        "a.b@",
        ". 5",
        "cases and people rose by 5% and 6%, respectively; ",
        "in the campaign of 2021 we saw 5 boats, ",
    ],
)
def test_work_grows_with_the_text_not_its_square(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0

    def counting(self: Text, i: int) -> str:
        nonlocal looks
        looks += 1
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def counting_raw(self: Text, i: int) -> str:
        nonlocal looks
        looks += 1
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    monkeypatch.setattr(Text, "lower", counting)
    monkeypatch.setattr(Text, "raw", counting_raw)

    def work(size: int) -> int:
        nonlocal looks
        looks = 0
        extract(unit * (size // len(unit)), FigureContext("2024-01-01"))
        return looks

    assert work(16_000) < 5 * work(4_000) + 4_000


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_takes_its_examples_and_leaves_the_others(rule: Rule) -> None:
    assert rule.takes
    assert rule.why
    for marked in rule.takes:
        assert rule.name in _rules_at(marked), marked
    for marked in rule.leaves:
        assert rule.name not in _rules_at(marked), marked


def _rules_at(marked: str) -> set[str]:
    """Return the rules that reject the number in square brackets in a text."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = extract(text, FigureContext("2024-01-01", chair=False))
    return {r.rule for r in found.refusals if r.start < end and start < r.end}


def test_digits_that_lack_a_space_after_a_comma_stay_two_numbers() -> None:
    found = extract("It opened on July 12,2021 and in 2022,2023 as well.")
    assert found.figures == ()
    assert [(one.token, one.rule) for one in found.refusals] == [
        ("12", "date"), ("2021", "date"), ("2022", "year"), ("2023", "year"),
    ]  # fmt: skip
