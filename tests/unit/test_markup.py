"""Text to markup: whatever a source says shows as itself, in HTML, in Markdown, in front matter."""

from __future__ import annotations

import html
import itertools
import json
import re

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from briefings import markup
from briefings.model.page import Mark

ADVERSARIAL = [
    "<script>alert(1)</script>",
    "<!-- not a comment -->",
    "</p></div><p>",
    "&amp; &#123; &nbsp;",
    "{{ page.title }} {% raw %}",
    "{: #id .class }",
    "**bold** _em_ `code`",
    "[link](http://x) ![img](y)",
    "# not a heading",
    "- not a list",
    "1. not a list",
    "    not code",
    "> not a quote",
    "a  \nb",
    "| a | b |",
    "http://example.org",
    "\\*escaped\\*",
    "*[HTML]: abbreviation",
    "--8<-- 'file'",
    "\u0002klzzwxh:0\u0003",
    "quote \" and ' and ‘ ’",
    "x\u2028y\u0085z",
]


@pytest.mark.parametrize("text", ADVERSARIAL)
def test_text_in_a_block_shows_as_itself(text: str) -> None:
    page = markdown.markdown(f"Before\n\n<p id='x'>{markup.literal(text)}</p>\n\nAfter")
    shown = BeautifulSoup(page, "html.parser").find(id="x")
    assert shown is not None
    assert shown.get_text() == markup.clean(text)
    assert not shown.find_all()


@pytest.mark.parametrize("text", ADVERSARIAL)
def test_text_in_a_heading_shows_as_itself(text: str) -> None:
    page = markdown.markdown(
        f"# {markup.heading(text)} {{: #title }}\n", extensions=["attr_list", "toc", "tables"]
    )
    shown = BeautifulSoup(page, "html.parser").find("h1")
    assert shown is not None
    assert shown["id"] == "title"
    assert shown.get_text() == markup.clean(text).strip()
    assert not shown.find_all()


@given(st.text())
def test_any_text_survives_escaping(text: str) -> None:
    assert html.unescape(markup.literal(text)) == markup.clean(text)


@given(st.text())
def test_no_escaped_text_holds_what_a_page_would_read(text: str) -> None:
    escaped = re.sub(r"&(?:amp|lt|gt|quot|#\d+);", "", markup.literal(text))
    assert not re.search("[&<>\"'{}\x00-\x1f\x7f-\x9f\u2028]", escaped)


def test_markup_passes_as_it_is() -> None:
    assert markup.literal(Markup("<b>x</b>")) == "<b>x</b>"


def test_a_line_of_a_source_keeps_its_blanks() -> None:
    assert html.unescape(markup.verbatim("\t a  <b>\x00")) == "\t a  <b>"


def test_lines_of_a_preformatted_text_are_kept_on_one_line_of_markdown() -> None:
    written = markup.preformatted("a\n\n{b}")
    assert "\n" not in written
    assert html.unescape(written) == "a\n\n{b}"


@pytest.mark.parametrize("text", ADVERSARIAL)
def test_front_matter_is_read_by_mkdocs_and_holds_no_tag(text: str) -> None:
    written = markup.front_matter({"title": text, "none": None})
    _, loaded = get_data(f"{written}\n\n# Heading\n")
    assert set(loaded) == {"title"}
    assert "<" not in loaded["title"]
    assert html.unescape(loaded["title"]) == markup.clean(text)


def test_linked_data_cannot_end_its_script() -> None:
    data = {"name": "</script><script>alert(1)</script> & <!--"}
    written = markup.json_ld(data)
    assert "<" not in written
    assert json.loads(written) == data


def _to(url: str) -> str:
    return f"../{url}"


def test_a_mark_is_a_link_around_its_words() -> None:
    mark = Mark(4, 7, "person", "speakers/x/", (("data-n", 'a"b'),))
    assert markup.marked("Mr. Sun & co", [mark], _to) == (
        'Mr. <a class="person" data-n="a&quot;b" href="../speakers/x/">Sun</a> &amp; co'
    )


def test_a_mark_without_an_address_is_a_span() -> None:
    assert markup.marked("ab", [Mark(1, 2, "k")], _to) == 'a<span class="k">b</span>'


def test_of_overlapping_marks_the_longer_stays() -> None:
    short, long, apart = Mark(0, 5, "a"), Mark(3, 12, "b"), Mark(12, 14, "c")
    assert markup.settle([short, long, apart], 20) == [long, apart]


def test_of_equal_marks_on_one_place_one_stays() -> None:
    assert markup.settle([Mark(0, 2, "b"), Mark(0, 2, "a"), Mark(0, 2, "a")], 5) == [
        Mark(0, 2, "a")
    ]


def test_marks_outside_the_text_are_left_out() -> None:
    assert markup.settle([Mark(-1, 2, "a"), Mark(3, 9, "b"), Mark(2, 2, "c")], 5) == []


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_marks_never_change_the_words(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, "k", "u/") for start, end in spans]
    shown = BeautifulSoup(f"<p>{markup.marked(text, marks, _to)}</p>", "html.parser")
    pieces = [markup.clean(text[a:b]) for a, b in _cuts(marks, len(text))]
    assert shown.get_text() == "".join(pieces)


def _cuts(marks: list[Mark], length: int) -> list[tuple[int, int]]:
    edges = sorted(
        {0, length, *(e for m in markup.settle(marks, length) for e in (m.start, m.end))}
    )
    return list(itertools.pairwise(edges))


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        # Side by side they stand; of two that share a character only the longer does.
        ([(0, 3), (3, 6)], [(0, 3), (3, 6)]),
        ([(0, 4), (3, 6)], [(0, 4)]),
        ([(0, 3), (2, 6)], [(2, 6)]),
        ([(4, 9), (0, 5), (9, 10)], [(0, 5), (9, 10)]),
        ([(0, 10), (2, 3)], [(0, 10)]),
        ([(2, 3), (5, 6), (0, 2), (3, 5)], [(0, 2), (2, 3), (3, 5), (5, 6)]),
        # Marks outside the text do not keep others out.
        ([(0, 99), (1, 2)], [(1, 2)]),
        ([(5, 10)], [(5, 10)]),
        ([(5, 11)], []),
    ],
)
def test_marks_that_stand_side_by_side(
    spans: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    settled = markup.settle([Mark(start, end, "k") for start, end in spans], 10)
    assert [(mark.start, mark.end) for mark in settled] == kept


def test_the_number_of_a_note_stands_after_its_words_and_is_read_out() -> None:
    note = Mark(0, 4, "note", "#n1", number=1)
    assert markup.marked("Four words", [note], lambda url: url) == (
        'Four<a class="note" data-n="1" aria-label="Note 1" href="#n1"></a> words'
    )
    # Within a link it waits for the link's end; two at one place stand in their order.
    link = Mark(0, 10, "term", "t/")
    second = Mark(5, 10, "note", "#n2", number=2)
    assert markup.marked("Four words.", [second, link, note], lambda url: url) == (
        '<a class="term" href="t/">Four words</a>'
        '<a class="note" data-n="1" aria-label="Note 1" href="#n1"></a>'
        '<a class="note" data-n="2" aria-label="Note 2" href="#n2"></a>.'
    )


def test_a_number_has_its_value_beside_its_words() -> None:
    mark = Mark(0, 3, "figure", "f/", value="12")
    assert markup.marked("12 k", [mark], lambda url: url) == (
        '<a class="figure" href="f/"><data value="12">12 </data></a>k'
    )


@pytest.mark.parametrize(
    "forbidden", ["\ufffe", "\uffff", "\U0001fffe", "\U0001ffff", "\U0010ffff"]
)
def test_what_is_no_character_is_left_out(forbidden: str) -> None:
    assert markup.clean(f"a{forbidden}b") == "ab"
    assert markup.clean("a\U00017fffb") == "a\U00017fffb"
