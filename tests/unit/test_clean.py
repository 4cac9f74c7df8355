"""Cleaning: everything that is not text is removed by a rule; anything a person could say stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.clean import clean
from briefings.clean.frontmatter import front_matter
from briefings.clean.junk import junk_rule
from briefings.clean.wrap import is_page_number
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


LONG_TEXT = "The bridge was closed on Monday and nobody crossed it for a week. " * 12


def page(inner: str) -> tuple[list[str], list[str]]:
    """Return the blocks of a page that also has a long paragraph, and the rules of its removals."""
    result = cleaned(f"<html><body>\n{inner}\n<p>{LONG_TEXT}</p></body></html>", True)
    return [block.text for block in result.blocks][:-1], [one.rule for one in result.removals]


@pytest.mark.parametrize(
    ("inner", "stays", "rules"),
    [
        ("<nav>Bridges</nav>", [], ["nav"]),
        ("<footer>By us</footer>", [], ["footer"]),
        ("<header>Office</header>", [], ["header"]),
        ("<aside><b>More</b> bridges</aside>", [], ["aside"]),
        # A title stays wherever it is.
        ("<header><h1>On bridges</h1></header>", ["On bridges"], []),
        ("<header><div><h1>On bridges</h1></div>Office</header>", ["On bridges", "Office"], []),
        ("<div class='share'><h1>On bridges</h1></div>", ["On bridges"], []),
        ("<header><h2>On bridges</h2></header>", [], ["header"]),
        # Classes and ids count for elements of the page's frame, and for elements as short as a
        # link.
        ("<div class='share'>Bridges today</div>", [], ["page-furniture"]),
        ("<div id='sidebar'>Bridges today</div>", [], ["page-furniture"]),
        ("<div class='page related x'>Bridges today</div>", [], ["page-furniture"]),
        ("<div class='shared-room'>Bridges today</div>", ["Bridges today"], []),
        ("<div class='bridge'>Bridges today</div>", ["Bridges today"], []),
        ("<p class='share'>Bridges today</p>", [], ["page-furniture"]),
        (f"<p class='share'>{'Bridges today and tomorrow. ' * 3}</p>", [], ["page-furniture"]),
        (f"<p class='share'>{'Bridges today and tomorrow. ' * 4}</p>",
         ["Bridges today and tomorrow. " * 3 + "Bridges today and tomorrow."], []),
        (f"<div class='share'>{'Bridges today and tomorrow. ' * 4}</div>", [], ["page-furniture"]),
        # An element with a third of the page's text is not furniture.
        (f"<form>{LONG_TEXT}</form>", [LONG_TEXT.strip()], []),
        (f"<div class='share'>{LONG_TEXT}</div>", [LONG_TEXT.strip()], []),
        (f"<form>{LONG_TEXT[:200]}</form>", [], ["form"]),
        (f"<form>{LONG_TEXT[:360]}</form>", [], ["form"]),
        (f"<form>{LONG_TEXT[:440]}</form>", [LONG_TEXT[:440].strip()], []),
        (f"<form><p>{LONG_TEXT}</p></form>", [LONG_TEXT.strip()], []),
        ('<div class="share">Bridges today</div>', [], ["page-furniture"]),
        ("<div class=share>Bridges today</div>", [], ["page-furniture"]),
        # Fallback content is removed if it is small.
        ("<noscript>Bridges today</noscript>", [], ["noscript"]),
        (f"<noscript>{LONG_TEXT[:380]}</noscript>", [], ["noscript"]),
        (f"<noscript>{LONG_TEXT[:600]}</noscript>", [LONG_TEXT[:600].strip()], []),
        ("<main class='share'>Bridges today</main>", ["Bridges today"], []),
        ("<p>Tall <nav>home</nav> bridges</p>", ["Tall", "bridges"], ["nav"]),
    ],
)  # fmt: skip
def test_what_frames_a_page_goes_and_its_title_stays(
    inner: str, stays: list[str], rules: list[str]
) -> None:
    assert page(inner) == (stays, rules)


def test_what_frames_a_page_goes_with_the_lines_where_it_stood() -> None:
    text = f"<html><body><p>{LONG_TEXT}</p>\n<footer>By us,\n  <b>Office</b> of Bridges\n</footer>"
    (removal,) = cleaned(text, True).removals
    assert [(span.line, span.start, span.end) for span in removal.spans] == [(2, 8, 14), (3, 5, 26)]
    kept = cleaned(text, True, frozenset((3,)))
    assert [block.text for block in kept.blocks][1:] == ["By us, Office of Bridges"]


def test_in_a_text_without_a_page_no_tag_frames_anything() -> None:
    assert texts("Good <b>morning</b>.\n\n<button>Bridges</button> are closed.\n") == [
        "Good morning.",
        "Bridges are closed.",
    ]


def test_blocks_know_their_line_their_place_in_it_and_their_emphasis() -> None:
    text = "<html><body>\n<h2>Part 1</h2>\n  <p><b>Ann Lee:</b> It is\n &amp; was <i>so</i>.</p>\n"
    blocks = cleaned(text, True).blocks
    assert [(one.text, one.tag, one.emphasis) for one in blocks] == [
        ("Part 1", "h2", 0),
        ("Ann Lee: It is & was so.", "p", 8),
    ]
    spans = [[(span.line, span.start, span.end) for span in one.spans] for one in blocks]
    assert spans == [[(2, 4, 10)], [(3, 8, 26), (4, 1, 21)]]


def test_blank_lines_before_a_block_are_counted_in_a_text() -> None:
    plain = cleaned("\nFirst.\nSecond.\n\n\nThird.\n").blocks
    assert [(one.text, one.line, one.gap) for one in plain] == [
        ("First.", 2, 0), ("Second.", 3, 0), ("Third.", 6, 2),
    ]  # fmt: skip
    marked = cleaned("\nFirst <b>one</b>.\nSecond.\n\n\nThird.\n").blocks
    assert [(one.line, one.gap) for one in marked] == [(2, 0), (3, 0), (6, 2)]


def test_the_spans_of_a_plain_line_leave_out_its_white_space() -> None:
    (block,) = cleaned("  Good \t morning.  \n").blocks
    assert block.text == "Good morning."
    assert [(span.line, span.start, span.end) for span in block.spans] == [(1, 2, 17)]


HEAD_LINES = "Office of Bridges\nPage {} of 3\nBridges are {}, all of them.\n"


def test_what_stands_beside_each_page_number_is_a_running_head() -> None:
    text = "".join(HEAD_LINES.format(n, word) for n, word in ((1, "closed"), (2, "shut")))
    result = cleaned(text)
    assert [block.text for block in result.blocks] == [
        "Bridges are closed, all of them.",
        "Bridges are shut, all of them.",
    ]
    assert [(one.rule, one.spans[0].line) for one in result.removals] == [
        ("running-head", 1), ("pager", 2), ("running-head", 4), ("pager", 5),
    ]  # fmt: skip
    # A line printed next to a number once, or twice but also once elsewhere, is text.
    assert "Office of Bridges" in texts(HEAD_LINES.format(1, "closed"))
    assert texts(f"{text}\nThe end.\nOffice of Bridges\n")[-1] == "Office of Bridges"
    # A line that an editor rules to be text is not a page number, and lines next to it are not
    # heads.
    ruled = cleaned(text, keep=frozenset((2, 5)))
    assert [block.text for block in ruled.blocks][:2] == ["Office of Bridges", "Page 1 of 3"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        # Longer than any link, and far longer than any paragraph to which a rule may apply.
        ("Press Room > Bridges > Closures", "breadcrumb"),
        ("Bridges > Closures", None),
        (f"Press Room > {'Bridges ' * 8}> Closures", "breadcrumb"),
        (f"Press Room > {'Bridges ' * 12}> Closures", None),
        (f"Press Room > Bridges > {'Closed ' * 20}", "breadcrumb"),
        (f"Press Room > Bridges > {'Closed ' * 30}", None),
        ("Press Room > Bridges > We closed them.", None),
        ("Q4 > Q3 > Bridges", "breadcrumb"),
        ("110 > 90 > 70 within a year", None),
        ("Contact us at any counter of the Office of Bridges and of the Office of Water today",
         "contact"),
        (f"Contact us at any counter {'of the Office of Bridges ' * 5}", None),
        ("https://a.example/b", "link"),
        ("(www.a.example/b), https://a.example/c.", "link"),
        ("See www.a.example/b", None),
        (" ".join(["https://a.example/closures/b"] * 14), "link"),
        (" ".join(["https://a.example/closures/b"] * 16), None),
        ("You have accessed part of a historical collection " + "of pages " * 30, "site-notice"),
        ("You have accessed part of a historical collection, of old pages", "site-notice"),
        ("Share on Facebook Twitter", "share"), ("Share on Facebook Twitter.", None),
        ("Share", "share"), ("Previous | Next", "pager"), ("Previous or next", None),
        ("Search | Site Map | Log in", "site-tools"), ("¿?", None),
        ("Français", "language-link"), ("Français, please", None),
    ],
)  # fmt: skip
def test_how_long_what_pages_add_may_be(text: str, rule: str | None) -> None:
    assert junk_rule(text.strip()) == rule


def test_a_page_number_is_short() -> None:
    assert is_page_number("Page 2 of 21")
    assert is_page_number("page 2 / 3")
    assert not is_page_number("Page 2 of the report")
    assert not is_page_number("Page 1234 of 2000")


def wrapped(*lines: str) -> list[str]:
    return texts("\n".join(lines) + "\n")


def test_a_line_is_joined_where_the_next_word_had_no_room() -> None:
    full = "We counted the cranes along the quay and found that all of"  # 58 characters
    assert wrapped(full, "seventeen were in use.", "The rest rusts.", full, "seventeen.") == [
        f"{full} seventeen were in use.", "The rest rusts.", f"{full} seventeen.",
    ]  # fmt: skip
    # A single full line is a coincidence.
    assert wrapped(full, "Seventeen. We", "Rust.", "No.") == [full, "Seventeen. We", "Rust.", "No."]
    # Lines narrower or wider than those of any mail program are paragraphs.
    narrow = "All of the cranes at the quay"
    assert wrapped(narrow, "Seventeens", narrow, "Seventeens") == [narrow, "Seventeens"] * 2
    wide = f"{full} them, with the exception of the two that were sold, were in use in the winter"
    assert wrapped(wide, "Seventeens", wide, "Seventeens") == [wide, "Seventeens"] * 2


def test_nothing_is_joined_over_a_blank_line_or_one_that_went() -> None:
    full = "We counted the cranes along the quay and found that all of"
    assert wrapped(full, "seventeen.", full, "seventeen.", full, "", "Seventeen.") == [
        f"{full} seventeen.", f"{full} seventeen.", full, "Seventeen.",
    ]  # fmt: skip


def test_ragged_lines_are_joined_where_a_sentence_goes_on() -> None:
    ragged = (
        "We counted the cranes along", "the quay and found that all of",
        "them are in use, and more than", "half are new.", "Nobody counts the tugs that", "rust.",
    )  # fmt: skip
    assert wrapped(*ragged) == [
        "We counted the cranes along the quay and found that all of them are in use, and more than "
        "half are new.",
        "Nobody counts the tugs that rust.",
    ]
    # Two such lines are a matter of style, and so is a line of two words.
    two = ("We counted the cranes along", "the quay and found that all of", "them are new.", "Yes.")
    assert wrapped(*two) == list(two)
    short = ("Dear all of you,", "hello, my friends", "and many thanks", "for that.")
    assert wrapped(*short) == list(short)
    # One long paragraph shows that the file is not wrapped.
    long = "A paragraph. " * 12
    assert wrapped(long, *ragged) == [long.strip(), *ragged]


def test_a_name_and_a_role_before_a_colon_may_take_two_lines() -> None:
    two = ("Ann Ferrer, head of the Mint and of the", "works for medals:", "Good morning.")
    assert wrapped(*two) == [f"{two[0]} {two[1]}", "Good morning."]
    for other in (
        ("Ann Ferrer heads the Mint and the", "works for medals:", "Good morning."),
        ("Ann Ferrer, head of the Mint.", "works for medals:", "Good morning."),
        ("Ann Ferrer, head of the Mint", "Works for medals:", "Good morning."),
        ("Ann Ferrer, head of the Mint", "works for medals", "Good morning."),
        ("Ann Ferrer, head of the Mint, " * 7, "works for medals:", "Good morning."),
    ):
        assert wrapped(*other) == [line.strip() for line in other]


def test_a_text_of_remains_and_a_page_of_paragraphs_are_told_apart() -> None:
    # In a page saved as text, each element is a paragraph, even if it has two lines.
    assert texts("<p>One\ntwo.</p>\n<p>Three.</p>\n<p>Four.</p>\n") == [
        "One two.",
        "Three.",
        "Four.",
    ]
    # With two such tags, or with most lines without tags, lines are paragraphs.
    assert texts("<p>One\ntwo.</p>\n<p>Three.</p>\n") == ["One", "two.", "Three."]
    bare = "One\ntwo.\nthree.\nfour.\n<p>Five\nsix.</p>\n<p>Seven.</p>\n<p>Eight.</p>\n"
    assert texts(bare) == [
        "One", "two.", "three.", "four.", "Five", "six.", "Seven.", "Eight.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a ***b*** c", "a b c"), ("a ****b**** c", "a ****b**** c"), ("**a**b", "ab"),
        ("_a_b", "_a_b"), ("a_b_", "a_b_"), ("*a* and *b*", "a and b"), ("* a*", "a*"),
        ("a ** b ** c", "a ** b ** c"), ("a ** b** c", "a ** b** c"),
        ("## Two ##", "Two"), ("###### Six", "Six"),
        ("####### Seven", "####### Seven"), ("# C#", "C#"), ("#tag", "#tag"),
        ("# A ######", "A"), (r"\a", r"\a"), ("+ one", "one"), ("-one", "-one"),
        ("<ann@a.example> wrote", "ann@a.example wrote"), ("[a](/b 'c') is", "a is"),
        ("[a](b.html) and [c](d.html)", "a and c"),
    ],
)  # fmt: skip
def test_more_marks_of_markdown(text: str, shown: str) -> None:
    assert markdown(f"{text}\n") == [shown]


def test_marks_are_not_closed_beyond_a_paragraph() -> None:
    assert markdown("**Ann\n\nLee**\n") == ["**Ann", "Lee**"]
    assert markdown("**Ann\nLee**\n") == ["Ann", "Lee"]


def test_a_text_is_markdown_where_two_of_its_lines_are() -> None:
    assert texts("**Ann:** yes\n\n**Bo:** no\n") == ["Ann: yes", "Bo: no"]
    assert texts("**Ann:** yes\n\nBo: no\n") == ["**Ann:** yes", "Bo: no"]
    assert texts("\\[sic\\] yes\n\n**Bo:** no\n") == ["[sic] yes", "Bo: no"]


def test_headings_of_markdown_are_headings_and_bold_print_is_emphasis() -> None:
    source = Source("x", "x.md", "x.md", "0", source_lines("## Part 1\n\n**Ann:** yes\n"), "text")
    blocks = clean(source, Problems()).blocks
    assert [(one.text, one.tag, one.emphasis, one.gap) for one in blocks] == [
        ("Part 1", "h2", 0, 0),
        ("Ann: yes", "", 4, 1),
    ]


def test_front_matter_in_toml() -> None:
    lines = (
        "+++", "title = 'Rain'", "# no value", "date = 2021-05-03", "words = [", "  'a',", "]",
        "[more]", "title = 'Snow'", "+++", "Text.",
    )  # fmt: skip
    pairs, after = front_matter(lines)
    assert after == 10
    assert [(key, value, span.line) for key, value, span in pairs if key] == [
        ("title", "Rain", 2),
        ("date", "2021-05-03", 4),
    ]
    assert [(span.start, span.end) for _, _, span in pairs][:2] == [(0, 3), (8, 14)]


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    lines = ("---", "title: Briefing: on rain", "host: 'Office'", "note: '", "---", "Text.")
    pairs, after = front_matter(lines)
    assert after == 5
    assert [(key, value, span.start) for key, value, span in pairs if key] == [
        ("title", "Briefing: on rain", 7),
        ("host", "Office", 6),
        ("note", "'", 6),
    ]


def test_front_matter_ends_within_two_hundred_lines() -> None:
    def fenced(inside: int) -> tuple[str, ...]:
        return ("---", *(f"key{n}: value" for n in range(inside)), "---", "Text.")

    assert front_matter(fenced(150))[1] == 152
    assert front_matter(fenced(250)) == ((), 0)


def swallowed(*lines: str, keep: tuple[int, ...] = ()) -> tuple[list[str], list[str]]:
    problems = Problems()
    source = Source("x", "x.txt", "x.txt", "0", lines, "html")
    result = clean(source, problems, frozenset(keep), frozenset(keep))
    return [block.text for block in result.blocks], [str(one).split(" (")[0] for one in problems]


def test_a_quotation_mark_that_was_left_out_is_told_with_its_place() -> None:
    lines = (
        "<html><body>",
        "<p>We saw",
        'twelve <a href="x>harbours</a> there.</p>',
        "<p>A storm came.</p>",
        '<p>The <a href=y">boats</a> are well.</p>',
    )
    blocks, told = swallowed(*lines)
    assert not any("storm" in one for one in blocks)
    assert told == [
        "x.txt:3:8: warning: a tag begins here and ends in line 5: what stands between is not shown"
    ]
    # The tag has swallowed neither its own line nor one above it.
    assert swallowed(*lines, keep=(2,)) == (blocks, told)
    assert swallowed(*lines, keep=(3,)) == (blocks, [])
    blocks, told = swallowed(*lines, keep=(4,))
    assert blocks[:2] == ["We saw twelve harbours there.", "A storm came."]
    assert told == []


def test_a_tag_that_is_only_long_is_no_slip() -> None:
    lines = ("<html><body>", '<a href="x"', '  title="a', 'b">Ann</a> said.', "<p>Z.</p>")
    assert swallowed(*lines) == (["Ann said.", "Z."], [])


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
