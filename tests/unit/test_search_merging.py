"""Passages that say the same become one hit: by an index, as comparing all with all would."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.publish.search_merging import merged, same
from briefings.publish.search_record import Named, Record

_BASE = "we will build more boats in all harbours of the north and the south by the end of spring 5"
_WORDS = st.sampled_from([*_BASE.split(), "7", "five", "river"])


@st.composite
def _texts(draw: st.DrawFn) -> list[str]:
    """Texts of which many differ in a word or two."""
    texts = []
    for _ in range(draw(st.integers(1, 14))):
        words = _BASE.split() * draw(st.integers(1, 3))
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(words) - 1))
            words[at : at + draw(st.integers(0, 1))] = draw(st.lists(_WORDS, max_size=1))
        texts.append(" ".join(words[: draw(st.sampled_from([3, 4, 9, 60]))]))
    return texts


@settings(max_examples=150)
@given(_texts())
def test_an_index_finds_what_comparing_all_with_all_finds(texts: list[str]) -> None:
    said: list[tuple[Record, Named]] = [
        (Record(f"u{n}", "official", text), (f"line {n}", f"u{n}")) for n, text in enumerate(texts)
    ]
    wanted: list[Record] = []
    for record, place in said:
        for n, other in enumerate(wanted):
            if same(record, other):
                wanted[n] = replace(other, also=(*other.also, place))
                break
        else:
            wanted.append(record)
    assert merged(said) == wanted


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        # One word of twenty may differ, two may not; a short text must be the same to the letter.
        (_BASE, _BASE.replace("boats", "ships"), True),
        (_BASE, _BASE.replace("boats", "ships").replace("spring", "autumn"), False),
        (_BASE, _BASE.replace("5", "6"), False),
        ("we will build more boats soon", "we will build more boats soon", True),
        ("we will build more boats soon", "we will build more ships soon", False),
        ("thank you all", "thank you all", False),
        ("thank you very much", "thank you very much", True),
    ],
)
def test_which_passages_say_the_same(first: str, second: str, alike: bool) -> None:
    assert same(Record("a", "official", first), Record("b", "official", second)) is alike
