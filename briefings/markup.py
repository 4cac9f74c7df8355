"""Text to markup: the only module that writes tags or escapes text.

Source text is put on a page in raw one-line HTML blocks, which Markdown leaves alone; `literal`
escapes what HTML and templates would interpret. In headings, which Markdown does process, `heading`
writes every ASCII punctuation mark as an entity.
"""

# ruff: noqa: S704 (here is where text is made safe and may be called markup)
from __future__ import annotations

import json
import re
import string
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup

from .model.page import Mark

# `&` comes first, since the other replacements contain it.
_ENTITIES = (
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"),
    ("'", "&#39;"), ("{", "&#123;"), ("}", "&#125;"),
)  # fmt: skip
_PUNCTUATION = {ord(c): f"&#{ord(c)};" for c in string.punctuation}
_SPACE = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
# What HTML forbids, or Markdown and terminals read as commands: control characters,
# surrogates and noncharacters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF))
    + "]"
)


def clean(text: str) -> str:
    """The text on one line, without characters that are not allowed on a page."""
    # A fast path: printable characters are all allowed, and nearly every text is printable.
    return text if text.isprintable() else _FORBIDDEN.sub("", _SPACE.sub(" ", text))


def literal(value: object) -> Markup:
    """Any value as text that HTML shows literally; `Markup` is returned unchanged.

    >>> print(literal("<b>{{ x }}</b>"))
    &lt;b&gt;&#123;&#123; x &#125;&#125;&lt;/b&gt;
    """
    if isinstance(value, Markup):
        return value
    return Markup(_escaped(clean(str(value))))


def _escaped(text: str) -> str:
    """Several times faster than `str.translate`, which a table of strings slows down."""
    for letter, entity in _ENTITIES:
        if letter in text:
            text = text.replace(letter, entity)
    return text


def heading(value: object) -> Markup:
    """Text for places that Markdown processes: every ASCII punctuation mark becomes an entity.

    >>> print(heading("*1* #"))
    &#42;1&#42; &#35;
    """
    return Markup(clean(str(value)).strip().translate(_PUNCTUATION))


def verbatim(line: str) -> Markup:
    """A line of a source as received: literal, with tabs and leading spaces kept."""
    shown = _FORBIDDEN.sub("", line).replace("\t", "\0")
    shown = _escaped(_SPACE.sub(" ", shown))
    return Markup(shown.replace("\0", "&#9;"))


def preformatted(text: str) -> Markup:
    """Text for a `<pre>`: line breaks are kept, but it is still one line of Markdown."""
    return Markup("&#10;".join(literal(line) for line in text.split("\n")))


def marked(text: str, marks: Iterable[Mark], to: Callable[[str], str]) -> Markup:
    """A passage's text with its marks as inline elements; `to` turns an address into a link."""
    return Markup(
        "".join(
            literal(words) if mark is None else _element(mark, literal(words), to)
            for words, mark in stretches(text, marks)
        )
    )


def stretches(text: str, marks: Iterable[Mark]) -> Iterator[tuple[str, Mark | None]]:
    """A passage's text as pairs of text and mark; the mark is None for unmarked text.

    The number of a note follows its words as a piece without text.
    """
    all_marks = list(marks)
    settled = settle((mark for mark in all_marks if mark.number is None), len(text))
    numbers = deque(_numbers(all_marks, settled, len(text)))
    at = 0

    def plain(end: int) -> Iterator[tuple[str, Mark | None]]:
        nonlocal at
        while numbers and numbers[0][0] <= end:
            stop, mark = numbers.popleft()
            if at < stop:
                yield text[at:stop], None
            yield "", mark
            at = stop
        if at < end:
            yield text[at:end], None
        at = end

    for mark in settled:
        yield from plain(mark.start)
        yield text[mark.start : mark.end], mark
        at = mark.end
    yield from plain(len(text))


def settle(marks: Iterable[Mark], length: int) -> list[Mark]:
    """The marks that can stand side by side: of two that overlap, the longer, then the earlier."""
    settled: list[Mark] = []
    wanted = sorted(set(marks), key=lambda m: (m.start - m.end, m.start, m.kind, m.url or ""))
    for mark in wanted:
        if not 0 <= mark.start < mark.end <= length:
            continue
        # Marks already kept do not overlap, so only the two neighbours can conflict.
        n = bisect_right(settled, mark.start, key=_start)
        clear_before = n == 0 or settled[n - 1].end <= mark.start
        if clear_before and (n == len(settled) or mark.end <= settled[n].start):
            settled.insert(n, mark)
    return settled


def _start(mark: Mark) -> int:
    return mark.start


def _numbers(marks: list[Mark], settled: list[Mark], length: int) -> list[tuple[int, Mark]]:
    """The position of each note's number: after its words, and after any mark that contains their
    end.
    """
    numbers = []
    for mark in marks:
        if mark.number is not None:
            at = min(max(mark.end, 0), length)
            n = bisect_left(settled, at, key=_start)
            if n and settled[n - 1].end > at:
                at = settled[n - 1].end
            numbers.append((at, mark))
    return sorted(numbers, key=lambda one: (one[0], one[1].number))


def _element(mark: Mark, inner: Markup, to: Callable[[str], str]) -> str:
    kind = f"{mark.kind} essential" if mark.essential else mark.kind
    attributes = [("class", kind), *mark.attributes]
    if mark.number is not None:
        # CSS shows the number, so that it is neither read aloud nor copied with the text.
        attributes.append(("data-n", str(mark.number)))
        if "aria-label" not in dict(attributes):
            attributes.append(("aria-label", f"Note {mark.number}"))
    if mark.url is not None:
        attributes.append(("href", to(mark.url)))
    if mark.value is not None:
        inner = Markup(f'<data value="{literal(mark.value)}">{inner}</data>')
    tag = "span" if mark.url is None else "a"
    written = "".join(f' {name}="{literal(value)}"' for name, value in attributes)
    return f"<{tag}{written}>{inner}</{tag}>"


def front_matter(values: Mapping[str, object]) -> Markup:
    """A page's front matter. MkDocs and its theme print `title` and the like unescaped, so text is
    escaped here; `Markup` is kept.
    """
    lines = ["---"]
    for key, value in values.items():
        if value is None:
            continue
        text = str(value) if isinstance(value, Markup) else str(literal(str(value)))
        lines.append(f"{key}: {json.dumps(text, ensure_ascii=False)}")
    return Markup("\n".join([*lines, "---"]))


def json_ld(data: object) -> Markup:
    """Linked data for a script element, escaped so that no text in it can close the element."""
    written = json.dumps(data, ensure_ascii=False, sort_keys=True)
    for char in "<>&":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return Markup(_FORBIDDEN.sub("", written))


def heading_element(level: int, id_: str, text: str) -> str:
    """A heading whose text is already HTML, as Markdown makes it from `## Text {: #id }`."""
    return f'<h{level} id="{literal(id_)}">{text}</h{level}>'


BODY_ENDS = "</body>"


def script_element(address: str, attributes: Mapping[str, str]) -> str:
    """A script from a file of the same server."""
    written = "".join(f' {name}="{literal(value)}"' for name, value in attributes.items())
    return f'<script src="{literal(address)}"{written}></script>'
