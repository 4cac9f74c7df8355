"""Test how texts become search terms; the script in the browser is tested with the same cases."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.publish.search_text import tokens, value_token

CASES = json.loads((Path(__file__).parents[1] / "search" / "tokens.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "plain", "extra"), CASES["cases"])
def test_words_and_their_other_writings(text: str, plain: list[str], extra: list[str]) -> None:
    made = tokens(text)
    assert list(made.plain) == plain
    assert list(made.extra) == extra


@pytest.mark.parametrize(
    ("value", "token"),
    [
        ("6050000", "n6050000"),
        ("6.050", "n6d05"),
        ("98.62", "n98d62"),
        ("0.5", "n0d5"),
        ("7", "n7"),
    ],
)
def test_a_value_has_one_token_however_it_is_written(value: str, token: str) -> None:
    assert value_token(Decimal(value)) == token


@given(st.text())
def test_tokens_are_plain_words_whatever_the_text(text: str) -> None:
    made = tokens(text)
    for word in (*made.plain, *made.extra):
        assert word == word.lower()
        assert word.isalnum(), word
