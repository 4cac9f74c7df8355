"""Finds quoted words in a passage."""

from __future__ import annotations


def quoted_spans(
    text: str, quote: str, prefix: str = "", suffix: str = ""
) -> list[tuple[int, int]]:
    """The spans where the quote occurs between prefix and suffix; any white space matches one
    space.

    >>> quoted_spans("a hen and a hare", "a", suffix="hare")
    [(10, 11)]
    """
    wanted, before, after = (" ".join(words.split()) for words in (quote, prefix, suffix))
    spans = []
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if text[:start].rstrip().endswith(before) and text[end:].lstrip().startswith(after):
            spans.append((start, end))
        start = text.find(wanted, start + 1)
    return spans


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span extended to the boundaries of the words that it cuts.

    >>> whole_words("the first hen", 5, 11)
    (4, 13)
    """
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while 0 < end < len(text) and not text[end].isspace():
        end += 1
    return start, end
