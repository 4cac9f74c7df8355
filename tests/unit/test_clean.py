"""Cleaning: what is no text goes, with a rule; what a person could have said stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.clean import clean
from briefings.clean.frontmatter import front_matter
from briefings.clean.junk import junk_rule
from briefings.model import Cleaned, Source
from briefings.problems import Problems
from briefings.read import source_lines


def cleaned(text: str, html: bool = False, keep: frozenset[int] = frozenset()) -> Cleaned:
    source = Source("x", "x.txt", "x.txt", "0", source_lines(text), "html" if html else "text")
    return clean(source, Problems(), keep)


def texts(text: str, html: bool = False) -> list[str]:
    return [block.text for block in cleaned(text, html).blocks]


@pytest.mark.parametrize(
    "said",
    [
        "Thank you.", "Like this.", "Contact us at any counter.", "Share it with others.",
        "Share this with your readers.", "Follow us on the tour if you like.",
        "In 2021 > 6,000 gangs were broken up.", "Source of the picture: our own archive.",
        "Page 3 of the catalogue has the list.", "More from the north will follow.",
        "English.", "Read it in full before you judge it.", "Home is where the heart is.",
        "The photo (of the bridge) was taken by nobody.", "110", "Print more of them.",
        "We see three steps: a > b.", "1, 2, 3.", "Follow me.", "Tags cost nothing.",
        "(Laughter.)", "If there are differences, we talk about them.",
    ],
)  # fmt: skip
def test_what_a_person_could_have_said_stays(said: str) -> None:
    assert junk_rule(said) is None
    assert said in texts(f"Ann Lee: Good morning.\n\n{said}\n\nQ: Why?\n")
    assert said in texts(f"<html><body><p>Ann Lee: Yes.</p><p>{said}</p></body></html>", True)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Home > News > Briefings", "breadcrumb"),
        ("ㄑ Press Room ㄑ Transcripts ㄑ Office of Water", "breadcrumb"),
        ("You are here: Home", "breadcrumb"),
        ("Read in Gaelic", "language-link"), ("English Français Русский", "language-link"),
        ("<  1  2  3  4  >", "pager"), ("1 2 3 Next", "pager"), ("Page 2 of 9", "pager"),
        ("Next post: Rain again", "pager"), ("00:12:07", "timestamp"),
        ("/6    Group photo", "gallery"), ("Share | Tweet | Print", "share"),
        ("Follow us on Weibo", "share"), ("Skip to main content", "skip-link"),
        ("Copyright © 2020 Office of Water. All rights reserved.", "copyright"),
        ("Media Relations: 202-555-0172 - Fax: 202-555-0173", "contact"),
        ("Views: 1,204", "views"), ("Ann Lee speaks in Oslo. [Photo by Bo Ek/Agency]", "caption"),
        ("The minister opens the fair on Monday. Photo: Agency", "caption"),
        ("Tags: water, dams", "tags"), ("* * *", "rule-line"),
        ("Secure .gov websites use HTTPS", "site-notice"),
    ],
)  # fmt: skip
def test_what_pages_add_goes_with_its_rule(text: str, rule: str) -> None:
    assert junk_rule(text) == rule
    removals = cleaned(f"Good morning.\n\n{text}\n").removals
    assert [(removal.rule, removal.spans[0].line) for removal in removals] == [(rule, 3)]


def test_an_editor_keeps_a_line_that_a_rule_takes_out() -> None:
    text = "Good morning.\n\nPage 2 of 9\n"
    assert [block.text for block in cleaned(text, keep=frozenset((3,))).blocks] == [
        "Good morning.",
        "Page 2 of 9",
    ]
    page = "<html><body><p>Good morning to all of you here.</p>\n<footer>By us.</footer>"
    assert [block.text for block in cleaned(page, True, frozenset((2,))).blocks][-1] == "By us."


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>a<br>b<br/><br />c</p>", ["a", "b", "c"]),
        ("<p><b>Ann</b> <i>Lee</i><strong>:</strong> yes</p>", ["Ann Lee: yes"]),
        ("<p>On Mon<span></span>day</p>", ["On Monday"]),
        ("<p>a\n  b</p>", ["a b"]),
        ("<p>&lt;b&gt; &amp; &#8220;x&#8221; &nbsp; y &unknown;</p>", ["<b> & “x” y &unknown;"]),
        ("<p>a &amp;amp; b</p>", ["a &amp; b"]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<p>a<!-- no -->b</p><!-- <p>no</p> -->", ["ab"]),
        ("<p>a</p><script>if (a < b) {}</script><style>p {}</style>", ["a"]),
        ("<p>a<script>never closed</p>", ["anever closed"]),
        ("<noframes><p>a</p><noframes><p>b</p>", ["a", "b"]),
        ("<textarea><p>aaaaaaaaaa</p><p>b</p>", ["aaaaaaaaaa", "b"]),
        ("<title>t</title><p>a</p>", ["t", "a"]),
        ("<p>a</p><![CDATA[<p>b</p>]]>", ["a", "b"]),
        ("<p>a<o:p>&nbsp;</o:p></p><![if !x]><p>b</p><![endif]>", ["a", "b"]),
        ("<p>1 < 2 and 3 > 2</p><p>z</p>", ["1 < 2 and 3 > 2", "z"]),
        ("<p>a</p>_ueditor_page_break_tag_<p>b</p>", ["a", "b"]),
        ("<P>a</P><DIV>b</DIV>", ["a", "b"]),
    ],
)  # fmt: skip
def test_markup(markup: str, expected: list[str]) -> None:
    assert texts(f"<html><body>{markup}</body></html>", True) == expected


def test_signs_in_a_text_without_markup_are_what_somebody_wrote() -> None:
    text = "Ann Lee: if a < b and b > c, then &amp; is <co-op>.\n"
    assert texts(text) == [text.strip()]


def test_blank_lines_part_paragraphs_where_markup_is_only_left_over() -> None:
    text = "<p></p>\n<sub></sub>\n\nA title\n\nFirst.\n\nSecond.<p></p>\n\nThird.\n"
    assert texts(text, True) == ["A title", "First.", "Second.", "Third."]


def test_full_lines_are_joined_and_others_are_not() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    wrapped = f"{words}\n{words}\nend.\n\n{words}\n{words}\n{words}\nend.\n"
    assert texts(wrapped) == [f"{words} {words} end.", f"{words} {words} {words} end."]
    assert texts("A short line\nanother one\nand a third\n") == [
        "A short line",
        "another one",
        "and a third",
    ]


def test_front_matter_is_read_and_its_lines_are_counted() -> None:
    pairs, after = front_matter(("---", 'title: "A: b"', "# no pair", "---", "Text."))
    assert after == 4
    assert [(key, value) for key, value, _ in pairs] == [
        ("", "---"), ("title", "A: b"), ("", "# no pair"), ("", "---"),
    ]  # fmt: skip
    assert front_matter(("---", "Text.", "---")) == ((), 0)


def test_front_matter_in_yaml_keeps_folded_values_and_their_lines() -> None:
    lines = ("---", 'title: "A\\_b,\\', '  \\ c"', "date: 2021-05-03 14:00", "---", "Text.")
    pairs, after = front_matter(lines)
    assert after == 5
    assert [(key, value, span.line) for key, value, span in pairs[1:4]] == [
        ("title", "A b, c", 2), ("title", "A b, c", 3), ("date", "2021-05-03 14:00", 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["---\nAnn Lee: Good morning.\n---", "---\n\n---", "+++\nGood morning.\n+++", "---\ntitle: x"],
)
def test_rule_lines_around_speech_are_no_front_matter(text: str) -> None:
    assert front_matter(tuple(text.split("\n"))) == ((), 0)


@pytest.mark.parametrize(
    "value", ["[" * 9_000, "&a [*a]", "!!python/object:os.system x", "\ta: b: c"]
)
def test_broken_and_hostile_front_matter_is_still_no_text(value: str) -> None:
    pairs, after = front_matter(("---", "title: Rain", f"x: {value}", "---", "Text."))
    assert after == 4
    assert "Rain" in [text for key, text, _ in pairs if key == "title"]


def markdown(text: str) -> list[str]:
    source = Source("x", "x.md", "x.md", "0", source_lines(text), "text")
    return [block.text for block in clean(source, Problems()).blocks]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Ann:** yes", "Ann: yes"), ("__Ann__ *is* here", "Ann is here"),
        (r"\[sic\] 2 \* 3", "[sic] 2 * 3"), ("5 * 3 * 2", "5 * 3 * 2"),
        ("snake_case_word", "snake_case_word"), ("2*3*4", "2*3*4"), ("**not shut", "**not shut"),
        ("[a plan](https://a.example/b_c(d)) is", "a plan is"), ("[a](b c)", "[a](b c)"),
        ("![a](https://a.example/b.png) is", "is"),
        ("see <https://a.example/b_c>", "see https://a.example/b_c"),
        ("### Ann ###", "Ann"), ("> said *so*", "said so"), ("- one", "one"), ("a ~~b~~", "a b"),
        ("a&nbsp;b &amp; c", "a b & c"),
    ],
)  # fmt: skip
def test_marks_of_markdown(text: str, shown: str) -> None:
    assert markdown(f"{text}\n") == [shown]


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='share'>", "</div>", "<", ">", "&amp;", "&#x110000;", "<!--",
     "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<noframes>", "<b>", "</b>", "<br>",
     "\n", "\r", "\r\n", "\t", " ", "\u00a0", "\u3000", "\ufeff", "\x00", "\u200b", "word",
     "Ann Lee: yes", "Page 1 of 2", "<title>", "<form>", '"', "'", "<td>", "---", "x: y",
     "\ue000", "\ue0001\ue001"]
)  # fmt: skip


@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=40).map("".join), st.booleans())
def test_every_text_is_cleaned_and_every_span_is_in_its_line(text: str, html: bool) -> None:
    result = cleaned(text, html)
    lines = result.source.lines
    spans = [span for block in result.blocks for span in block.spans]
    spans += [span for removal in result.removals for span in removal.spans]
    for span in spans:
        assert 1 <= span.line <= len(lines)
        assert 0 <= span.start <= span.end <= len(lines[span.line - 1])
    for block in result.blocks:
        assert block.text == " ".join(block.text.split()) != ""
        assert [span.line for span in block.spans] == sorted({span.line for span in block.spans})


@given(st.text(max_size=60))
def test_a_text_without_markup_keeps_every_word(text: str) -> None:
    result = cleaned(text)
    taken = {span.line for removal in result.removals for span in removal.spans}
    for n, line in enumerate(result.source.lines, 1):
        printable = [c for c in line if c.isprintable() and not c.isspace()]
        if "<" not in text and "_" not in text and "---" not in text and printable:
            held = {n for block in result.blocks for n in range(block.line, block.last_line + 1)}
            assert n in taken | held


# Each of these once took time that grew with the square of its length, or could.
_HOSTILE = (
    "<", "> ", "<!--", "<![if ", "<p a=\"", "<div class=\"share\">x", "<b>x", "&", "a >   ",
    "(Ann ",
    "Ann Lee: ", "MR. LEE: yes\n", "May 3, 2023 ", "12 34 ", "Ann Lee, head; ", "[", "\"", "* ",
    "in case of any text ", "press conference of the ", "Minister ", "Page 1 of 2\nhead\n",
    "Is it? Thank you.\n\n", "**a", "[a](/", "![", "\\[", "_a_ ", "> ", "# ", "- - ", "<https://a",
)  # fmt: skip


@pytest.mark.parametrize("piece", _HOSTILE)
def test_hostile_repeats_come_to_an_end(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    assert cleaned(text).source.lines
    assert cleaned(f"<html><body>{text}", True).source.lines
    assert markdown(text) is not None


def test_tags_that_never_close_do_not_exhaust_the_stack() -> None:
    assert len(cleaned("<html><body>" + "<div>a" * 20_000, True).blocks) == 20_000
