"""Files: briefings in several layouts, then damaged in their bytes, tags, labels and lines."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from .sentences import SENTENCES

TITLES = st.sampled_from(
    ["Ministry of Trade holds press conference on boats", "Press Briefing by Press Secretary Bo Ek",
     "# Regular press conference", "Trade ministry counts boats", "---\ntitle: x\n---", "1", ""]
)  # fmt: skip
FACTS = st.sampled_from(
    ["Lowtown | 10 a.m. May 4, 2021", "May 4, 2021", "2021-05-04", "--", "Date: May 4\nSpeakers:",
     "Speakers:\nBo Fisher, director general of the Ports Bureau\nChairperson:\nAnn Lee",
     "1:05 P.M. EDT", "(As Delivered)"]
)  # fmt: skip
LABELS = st.sampled_from(
    ["Bo Fisher:", "Bo Fisher:\u00a0", "Ann Lee (chair):", "Harbour Daily:", "Q:", "A:", "Q", "A",
     "Q    ", "MR. FISHER:", "MS. LEE.", "**Bo Fisher:**", "[Ann Lee]:", "Xinhua News Agency:",
     "Question:", "Moderator:", "bo fisher:", "The Paper", ":", "：", "Speakers:", "Fisher：", ""]
)  # fmt: skip
TAGS = st.sampled_from(
    ["<p>", "</p>", "<br>", "<div class='share'>", "</div>", "<noframes>", "<script>", "</script>",
     "<!--", "-->", "<title>", "</title>", "<q>", "<b", "<p a=\"", "<![CDATA[", "]]>", "&amp;",
     "&#0;", "&#x110000;", "&nbsp", "<td>", "<h1>", "</h1>", "<form>", "<plaintext>", "<a href=x>",
     "<svg/onload=x>", "</body>", "<textarea>", "<xmp>", "{{ x }}", "{% if %}", "[x](y)", "![](",
     "<" * 30, "_ueditor_page_break_tag_", "\\[", "**", "`", "~~~", "- ", "# ", "| a | b |"]
)  # fmt: skip
ODD = st.sampled_from(
    [b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x0c", b"\x1a", b"\x85",
     b"\xe2\x80\xa8", b"\xc2\xa0", b"\r", b"\n", b"\r\n", b"\n\n\n", b"\t", b"\xee\x80\x80",
     b"\xe2\x80\xae", b"\xcc\x81" * 20, b"a" * 3000, b" " * 3000, b"'" * 300, b"(" * 300,
     b"5," * 300,
     b"charset=utf-16", b"<meta charset=gbk>", b"charset=\"undefined\""]
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A briefing as a text: a title, facts, and labels with paragraphs."""
    between = draw(st.sampled_from(["\n", "\n\n"]))
    lines = [draw(TITLES), draw(FACTS)]
    for _ in range(draw(st.integers(0, 8))):
        label, paragraphs = draw(LABELS), draw(st.lists(SENTENCES, min_size=0, max_size=3))
        if draw(st.booleans()) and paragraphs:
            paragraphs[0] = f"{label} {paragraphs[0]}"
        else:
            lines.append(label)
        lines += paragraphs
    return between.join(lines) + "\n"


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A briefing as a page, its lines in elements of all kinds."""
    made = ["<html><head><title>Boats</title></head><body>"] if draw(st.booleans()) else []
    tags = st.sampled_from(["p", "div", "span", "td", "li", "b", "blockquote", "h2", "q", "font"])
    for line in draw(texts()).split("\n"):
        tag = draw(tags)
        closed = draw(st.sampled_from([f"</{tag}>", f"</{tag}>\n", "<br>", "\n", ""]))
        made.append(f"<{tag}>{line}{closed}")
    return "".join(made)


def _cut(draw: st.DrawFn, raw: bytes) -> bytes:
    start, end = sorted((_place(draw, raw), _place(draw, raw)))
    return raw[:start] + raw[end:]


def _doubled(draw: st.DrawFn, raw: bytes) -> bytes:
    start, end = sorted((_place(draw, raw), _place(draw, raw)))
    return raw[:end] + raw[start:end] * draw(st.integers(1, 3)) + raw[end:]


def _flipped(draw: st.DrawFn, raw: bytes) -> bytes:
    at = _place(draw, raw)
    return raw[:at] + bytes([draw(st.integers(0, 255))]) + raw[at + 1 :]


def _with(pieces: st.SearchStrategy[bytes]) -> Callable[[st.DrawFn, bytes], bytes]:
    def inserted(draw: st.DrawFn, raw: bytes) -> bytes:
        at = _place(draw, raw)
        return raw[:at] + draw(pieces) * draw(st.sampled_from([1, 1, 1, 2, 20])) + raw[at:]

    return inserted


def _shuffled(draw: st.DrawFn, raw: bytes) -> bytes:
    return b"\n".join(draw(st.permutations(raw.split(b"\n")[:30])))


def _place(draw: st.DrawFn, raw: bytes) -> int:
    return draw(st.integers(0, len(raw)))


_encoded = [one.map(lambda text: text.encode("utf-8")) for one in (TAGS, LABELS, SENTENCES)]
MUTATORS = [_cut, _doubled, _flipped, _shuffled, _with(ODD), *map(_with, _encoded)]


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file's ending and its bytes."""
    suffix = draw(st.sampled_from([".txt", ".txt", ".html", ".md"]))
    text = draw(pages() if suffix == ".html" else texts())
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-16", "cp1252", "gbk"]))
    raw = text.encode(encoding, errors="replace")
    for _ in range(draw(st.integers(0, 4))):
        raw = draw(st.sampled_from(MUTATORS))(draw, raw)
    return suffix, raw
