"""Texts of many thousand repeats: cleaning and parsing end in time that grows with the text."""

from __future__ import annotations

import pytest

from tests.unit.test_clean import cleaned, markdown
from tests.unit.test_parse import parsed

# Each of these once took quadratic time, or could.
CLEANED = (
    "<", "> ", "<!--", "<![if ", "<p a=\"", "<div class=\"share\">x", "<b>x", "&", "a >   ",
    "(Ann ",
    "Ann Lee: ", "MR. LEE: yes\n", "May 3, 2023 ", "12 34 ", "Ann Lee, head; ", "[", "\"", "* ",
    "in case of any text ", "press conference of the ", "Minister ", "Page 1 of 2\nhead\n",
    "Is it? Thank you.\n\n", "**a", "[a](/", "![", "\\[", "_a_ ", "> ", "# ", "- - ", "<https://a",
)  # fmt: skip
PARSED = (
    "Ann Lee: yes?\n\n", "MR. L{}EE: yes\n\n", "Ann L{}ee:\n\nyes?\n\n", "Ann Lee, head of it\n\n",
    "May 3, 2023\n\n", "Q: Why?\n\nA: So.\n\n", "Mr. Ann L{}ee spoke. ", "ANN LEE. Yes.\n\n",
    "17th press conference under the theme of ", "The A held a press conference ", "> ",
    "Minister ",
    "“Ann Lee, head of it, said that it is so and more.” ", "in case of any text ",
)  # fmt: skip


@pytest.mark.parametrize("piece", CLEANED)
def test_repeats_are_cleaned(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert cleaned(text).source.lines
    assert cleaned(f"<html><body>{text}", True).source.lines
    assert markdown(text) is not None


def test_tags_that_never_close_do_not_exhaust_the_stack() -> None:
    assert len(cleaned("<html><body>" + "<div>a" * 20_000, True).blocks) == 20_000


@pytest.mark.parametrize("piece", PARSED)
def test_repeats_are_parsed(piece: str) -> None:
    text = "".join(piece.replace("{}", str(n)) for n in range(40_000 // len(piece)))
    assert parsed(text).lines
