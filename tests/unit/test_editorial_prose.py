"""The little Markdown of notes and explanations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.model import Inline
from briefings.prose import faults, is_pointer, paragraphs


def _runs(text: str) -> list[tuple[str, str, str | None]]:
    return [(run.kind, run.text, run.href) for part in paragraphs(text) for run in part]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Plain words.", [("text", "Plain words.", None)]),
        ("Over\ntwo  lines.", [("text", "Over two lines.", None)]),
        ("An *old* **net**.", [
            ("text", "An ", None), ("em", "old", None), ("text", " ", None),
            ("strong", "net", None), ("text", ".", None),
        ]),
        ("[the net](https://example.org/a?b=1)", [
            ("link", "the net", "https://example.org/a?b=1"),
        ]),
        ("See [line 57](000:57).", [
            ("text", "See ", None), ("link", "line 57", "000:57"), ("text", ".", None),
        ]),
        (r"2 \* 3 and \[no link](x)", [("text", "2 * 3 and [no link](x)", None)]),
        ("2 * 3 * 4", [("text", "2 * 3 * 4", None)]),
        ("5 < 6 & <b>x</b> {{ y }}", [("text", "5 < 6 & <b>x</b> {{ y }}", None)]),
        ("a_b_c and `code`", [("text", "a_b_c and `code`", None)]),
    ],
)  # fmt: skip
def test_runs(text: str, runs: list[tuple[str, str, str | None]]) -> None:
    assert _runs(text) == runs


def test_a_blank_line_parts_paragraphs() -> None:
    assert paragraphs("One.\n\nTwo.\n \nThree.") == (
        (Inline("text", "One."),),
        (Inline("text", "Two."),),
        (Inline("text", "Three."),),
    )
    assert paragraphs("  \n ") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("An *old* [net](https://example.org) at [line 3](000:3), [there](000-t2p1).", []),
        ("5 < 6 > 4, a#b, 3 #1", []),
        ("# Title", ["a heading has no meaning here"]),
        ("<script>alert(1)</script>", ["an HTML tag has no meaning here"]),
        ("```\nx\n```", ["a code block has no meaning here"]),
        ("[x](js:alert)", ["the link 'x' leads to 'js:alert', which is not an address"]),
        ("[x](js:alert(1))", ["a link with blanks or brackets in its address has no meaning here"]),
        ("[x](two words)", ["a link with blanks or brackets in its address has no meaning here"]),
        ("[x](//example.org)", ["the link 'x' leads to '//example.org', which is not an address"]),
        (
            "[x](data:text/html)",
            ["the link 'x' leads to 'data:text/html', which is not an address"],
        ),
        ("[x]()", ["the link 'x' leads to '', which is not an address"]),
    ],
)  # fmt: skip
def test_faults(text: str, told: list[str]) -> None:
    assert [message for message, _ in faults(text)] == told


@given(st.text(alphabet="ab *[]()\\<>:/#\n0", max_size=40))
def test_no_link_leads_anywhere_but_the_web_or_a_passage(text: str) -> None:
    """A valid text has no other links, and no run of text is empty."""
    if not list(faults(text)):
        for _, words, href in _runs(text):
            assert words
            assert href is None or href.startswith(("https://", "http://")) or is_pointer(href)
