"""Checks quotations on the command line against a corpus; no built site is needed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial

from . import isolation
from .isolation import attempt
from .pipeline import Options, gather_for
from .problems import Problems, shown
from .quotations.answers import Texts, answer, published
from .quotations.corpus import texts_of
from .quotations.paste import paragraphs
from .quotations.telling import answer_lines

MOST = 20_000
"""The maximum length of a quotation in characters: about eight pages."""
STDIN = "<stdin>"


def quote(
    text: str | None, lines: Iterable[bytes], options: Options, as_json: bool, problems: Problems
) -> Iterator[str]:
    """Yields the answer for each paragraph of `text`, or for each of `lines` if `text` is None.

    The answers are lines of text or, with `as_json`, one JSON object each.
    """
    part = isolation.Part(shown(options.seeds))
    nothing: Texts | None = None
    texts = attempt(isolation.CHECK, part, partial(_texts, options, problems), nothing, problems)
    if texts is None:
        return
    quotations = _of_lines(lines, problems) if text is None else _of_text(text, problems)
    for quotation in quotations:
        result = published(answer(quotation, texts))
        if as_json:
            yield json.dumps(result, ensure_ascii=False, sort_keys=True)
        else:
            yield from answer_lines(result)
            yield ""


def _texts(options: Options, problems: Problems) -> Texts | None:
    """The texts of the corpus; None if they cannot be read, which is reported."""
    own_problems = Problems()
    gathered = gather_for(options, own_problems, gone_is_meant=True)
    # Warnings about the texts are left to `build` and `check`.
    problems.extend(own_problems.errors)
    return (
        None
        if gathered is None or own_problems.errors
        else texts_of(gathered.corpus, options.store)
    )


def _of_text(text: str, problems: Problems) -> Iterator[str]:
    if not text.strip():
        problems.error("no-quotation", "TEXT", "is empty", "give the words to check")
    elif len(text) > MOST:
        problems.error("too-long", "TEXT", *_too_long(text))
    else:
        yield from (text[start:end] for start, end in paragraphs(text))


def _of_lines(lines: Iterable[bytes], problems: Problems) -> Iterator[str]:
    """Each line as a quotation; a blank line is a quotation without words."""
    number = 0
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace").rstrip("\r\n")
        if len(text) > MOST:
            problems.error("too-long", STDIN, *_too_long(text), line=number)
        else:
            yield text
    if not number:
        problems.error("no-quotation", STDIN, "is empty", "give one quotation per line")


def _too_long(text: str) -> tuple[str, str]:
    return (
        f"the quotation has {len(text):,} characters",
        f"give parts of {MOST:,} at most, one a line",
    )
