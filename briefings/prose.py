"""The Markdown subset that editors may use in notes and explanations.

It has paragraphs separated by blank lines, *emphasis*, **strong** and
[links](https://example.org/); a link may also lead to a passage, as in [line 57](000:57).
Everything else is shown literally, including angle brackets; a backslash escapes the mark that
follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Inline

_MARKS = re.compile(
    r"\\(?P<escaped>[\\*\[\]])"
    r"|\*\*(?P<strong>[^*]+)\*\*"
    r"|\*(?P<em>[^*\s](?:[^*]*[^*\s])?)\*"
    r"|\[(?P<link>[^\[\]]+)\]\((?P<href>[^\s()]*)\)"
)
_WEB = re.compile(r"https?://[^\s/]+(?:/\S*)?")
_POINTER = re.compile(r"[^\s:/]+(?::[1-9][0-9]*|-[ts][0-9]+[a-z]*p[0-9]+[a-z]*)")
_UNKNOWN = (
    (re.compile(r"(?m)^#{1,6} "), "a heading", "write a paragraph"),
    (re.compile(r"!\[[^\]]*\]\("), "an image", "describe it in words or link to it"),
    (
        re.compile(r"</?[a-zA-Z][^<>]*>"),
        "an HTML tag",
        "use *emphasis*, **strong** or [a link](...)",
    ),
    (
        re.compile(r"(?<!\\)\[[^\[\]]+\]\((?![^\s()]*\))"),
        "a link with blanks or brackets in its address",
        "link to https://... or to a passage, as 000:57",
    ),
    (re.compile(r"(?m)^(?:```|~~~)"), "a code block", "write a paragraph"),
)


def paragraphs(text: str) -> tuple[tuple[Inline, ...], ...]:
    """The text as inline runs, paragraph by paragraph.

    >>> paragraphs("See *this* [line](000:57).")[0][1]
    Inline(kind='em', text='this', href=None)
    """
    parts = re.split(r"\n[ \t]*\n", text.strip())
    return tuple(tuple(_joined(_runs(" ".join(part.split())))) for part in parts if part.strip())


def is_pointer(href: str) -> bool:
    """Whether a link leads to a passage of a source."""
    return bool(_POINTER.fullmatch(href))


def faults(text: str) -> Iterator[tuple[str, str]]:
    """Yields each piece of unsupported markup as a pair: what it is, and what to do about it."""
    for pattern, name, hint in _UNKNOWN:
        if pattern.search(text):
            yield f"{name} has no meaning here", hint
    for run in (run for paragraph in paragraphs(text) for run in paragraph):
        if run.kind == "link" and not (
            _WEB.fullmatch(run.href or "") or is_pointer(run.href or "")
        ):
            yield (
                f"the link '{run.text}' leads to '{run.href}', which is not an address",
                "link to https://... or to a passage, as 000:57",
            )


def _runs(text: str) -> Iterator[Inline]:
    at = 0
    for match in _MARKS.finditer(text):
        if match.start() > at:
            yield Inline("text", text[at : match.start()])
        at = match.end()
        if match["escaped"]:
            yield Inline("text", match["escaped"])
        elif match["strong"]:
            yield Inline("strong", match["strong"])
        elif match["em"]:
            yield Inline("em", match["em"])
        else:
            yield Inline("link", match["link"], match["href"])
    if at < len(text):
        yield Inline("text", text[at:])


def _joined(runs: Iterator[Inline]) -> Iterator[Inline]:
    """Merges neighbouring runs of plain text."""
    texts: list[str] = []
    for run in runs:
        if run.kind == "text":
            texts.append(run.text)
            continue
        if texts:
            yield Inline("text", "".join(texts))
            texts = []
        yield run
    if texts:
        yield Inline("text", "".join(texts))
