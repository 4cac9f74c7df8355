"""The page that checks quotations, with examples to try."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, urlencode

from briefings import interface, urls
from briefings.interface import say
from briefings.languages import language_of
from briefings.languages.sentences import sentences_of
from briefings.model import Turn
from briefings.model.page import Page

from .links import Link
from .lookup import Lookup
from .paging import context_of
from .reads import texts_reader

_NEWEST = 3
"""The number of newest briefings that are searched for examples."""
_LEAST, _MOST = 10, 30
_PIECE = 8
"""The number of words in each half of a joined example."""
# A number that is neither a year nor part of a name.
_NUMBER = re.compile(r"(?<=\s)(?!(?:19|20)\d\d\b)\d+(?:,\d+)*(?:\.\d+)?(?=%|,?\s)")
# Characters that the check treats as marks of quoting; they would distract from the example.
_MARKS = re.compile(r"[“”‘\"\[\]()…—]|\.\.|[^\x00-\x7f’]")
_EDGES = " ,;:.!?"


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The context of `check.md.j2`: quotations to try."""

    examples: list[Link]


def check_page(find: Lookup) -> Page:
    """Return the page where readers paste a quotation; the comparison runs in the browser."""
    return find.page(
        urls.CHECK,
        "check.md.j2",
        interface.section("check").title,
        say.check_page.description,
        "check",
        **context_of(
            CheckPage(
                [
                    Link(label, f"{urls.CHECK}?{urlencode({'q': text}, quote_via=quote)}")
                    for label, text in _examples(find)
                ]
            )
        ),
    )


@texts_reader
def _examples(find: Lookup) -> tuple[tuple[str, str], ...]:
    """Return (label, text) examples from the newest briefing that has suitable sentences."""
    for slug in islice(find.briefings, _NEWEST):
        sentences = list(_sentences(slug, find))
        numbered = next((text for text in sentences if _NUMBER.search(text)), "")
        others = [
            text for text in sentences if text != numbered and len(text.split()) >= 2 * _PIECE
        ]
        if not numbered or len(others) < 2:
            continue
        return (
            (say.check_page.word_for_word, numbered),
            (say.check_page.altered, _NUMBER.sub(_other_number, numbered, count=1)),
            (say.check_page.joined, _joined(others[0], others[-1])),
        )
    return ()


def _sentences(slug: str, find: Lookup) -> Iterator[str]:
    """Yield sentences by officials from the primary text, at most one of each passage.

    For an article, yield sentences of any passage.
    """
    witness = find.briefings[slug].primary
    language = language_of(witness.language)
    for part in witness.parts:
        if isinstance(part, Turn) and part.speaker.kind != "official":
            continue
        for passage in part.passages:
            sentences = sentences_of(passage.text, language)
            yield from islice(filter(_fits, sentences), 1)


def _fits(text: str) -> bool:
    of_length = _LEAST <= len(text.split()) <= _MOST
    return of_length and text[0].isupper() and text.endswith(".") and not _MARKS.search(text)


def _other_number(number: re.Match[str]) -> str:
    """Return the number with a different last digit.

    >>> _NUMBER.sub(_other_number, "We mended 1,200 nets.")
    'We mended 1,209 nets.'
    """
    return f"{number[0][:-1]}{9 - int(number[0][-1])}"


def _joined(sentence: str, second: str) -> str:
    """Join the beginning of one sentence to the end of another with an ellipsis.

    >>> _joined("One two three four five six seven eight nine.", "A b c d e f g h i j.")
    'One two three four five six seven eight … c d e f g h i j.'
    """
    beginning = " ".join(sentence.split()[:_PIECE]).rstrip(_EDGES)
    return f"{beginning} … {' '.join(second.split()[-_PIECE:])}"
