"""Finds quoted words in the passage that they were copied from.

An exact match is tried first, then one that ignores differences in white space and typography.
Words that are merely similar are never accepted, only shown. The note quotes the words as they are
in the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz

from .. import ids
from ..model import Briefing, Passage, Pointers, Witness, full_id
from ..problems import Problems
from .form import PASSAGE, QUOTE, Suggestion

NEAR = 60.0
_SHOWN = 80
# Maximum number of words of context on each side to make a recurring quotation unique.
_CONTEXT = 40
_PAGE = re.compile(r"(?:^|/)briefings/([^/]+)/?$")
_SOURCE = re.compile(r"(?:^|/)sources/([^/]+)/?$")
_DIRECTIVE = ":~:"
_EVEN = str.maketrans({
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "\u00ad": "",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note will be: `passage` is a pointer (`000:57`), `quote` the words of the passage.

    `prefix` and `suffix` make the words unique if they recur. `reading` says in a sentence how the
    typed words were interpreted; "" if they matched exactly.
    """

    briefing: str
    passage: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    briefing: str
    witness: Witness
    passage: Passage
    spans: tuple[tuple[int, int], ...]


def anchor(
    suggestion: Suggestion, briefings: Iterable[Briefing], problems: Problems
) -> Anchor | None:
    """The place of the quoted words; None if there is not exactly one, which is reported."""
    briefings = tuple(briefings)
    address, prefix, suffix = _context(suggestion.passage)
    texts = _meant(address, briefings)
    if texts is None:
        suggestion.fault(
            problems, "unknown-passage", PASSAGE, "is not the address of a passage here",
            "copy it by the ¶ beside the passage, or write source and line as 000:57",
        )  # fmt: skip
        return None
    hits = [
        _Hit(slug, witness, passage, spans)
        for slug, witness, passage in texts
        if (spans := _spans(passage.text, suggestion.quote))
    ]
    if not hits:
        suggestion.fault(
            problems, "quote-gone", QUOTE, "do not occur in that passage",
            _hint(suggestion.quote, texts, briefings),
        )  # fmt: skip
        return None
    if len(hits) > 1:
        places = ", ".join(_pointer(hit.witness, hit.passage) for hit in hits[:5])
        suggestion.fault(
            problems, "ambiguous-passage", QUOTE, f"stand in {len(hits)} passages",
            f"give the address of one of them: {places}",
        )  # fmt: skip
        return None
    return _anchored(hits[0], suggestion.quote, prefix, suffix)


def _anchored(hit: _Hit, typed: str, prefix: str, suffix: str) -> Anchor:
    text = hit.passage.text
    chosen = [
        (start, end) for start, end in hit.spans
        if _even(text[:start])[0].rstrip().endswith(_even(prefix)[0].strip())
        and _even(text[end:])[0].lstrip().startswith(_even(suffix)[0].strip())
    ] or list(hit.spans)  # fmt: skip
    start, end = chosen[0]
    quote = text[start:end]
    before, after = _single_out(text, start, end)
    readings = []
    if quote != typed:
        readings.append(f"The passage has the words as '{_short(quote)}'.")
    if len(chosen) > 1:
        readings.append(f"The words stand {len(chosen)} times in the passage: the first was taken.")
    return Anchor(
        hit.briefing, _pointer(hit.witness, hit.passage), quote, before, after, " ".join(readings)
    )


def _context(typed: str) -> tuple[str, str, str]:
    """The address without its text fragment, and the fragment's words before and after the
    quotation.

    A text fragment is `#:~:text=before-,words,-after`.

    >>> _context("https://example.org/briefings/x/#t1p1:~:text=the%20old-,net,-was")
    ('https://example.org/briefings/x/#t1p1', 'the old', 'was')
    """
    address, _, directive = typed.partition(_DIRECTIVE)
    parts = directive.removeprefix("text=").split(",") if directive else []
    prefix = unquote(parts[0][:-1]) if parts and parts[0].endswith("-") else ""
    suffix = unquote(parts[-1][1:]) if parts and parts[-1].startswith("-") else ""
    return address.strip(), prefix, suffix


def _meant(
    address: str, briefings: tuple[Briefing, ...]
) -> list[tuple[str, Witness, Passage]] | None:
    """The passages that an address leads to: all if it is empty, None if it is wrong."""
    everything = [
        (briefing.slug, witness, passage)
        for briefing in briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    ]
    if not address:
        return everything
    if not re.match(r"https?://", address):
        pointers = Pointers(briefings)
        pointed = {(hit.witness.source.id, hit.passage.id) for hit in pointers.find(address)}
        return [text for text in everything if (text[1].source.id, text[2].id) in pointed] or None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if page := _PAGE.search(path):
        on_page = [text for text in everything if text[0] == page[1]]
        if fragment:
            on_page = [text for text in on_page if text[2].id == fragment] or on_page
        return on_page or None
    if (page := _SOURCE.search(path)) and re.fullmatch(r"L[0-9]{1,9}", fragment):
        line = int(fragment[1:])
        return [
            text for text in everything
            if ids.slug(text[1].source.id) == page[1]
            and text[2].line <= line <= text[2].last_line
        ] or None  # fmt: skip
    return None


def _spans(text: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Where the words occur: exactly, or else with normalised white space and typography."""
    if exact := tuple(_occurrences(text, quote)):
        return exact
    even, places = _even(text)
    words = _even(quote)[0].strip()
    return tuple((places[start], places[end - 1] + 1) for start, end in _occurrences(even, words))


def _occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _even(text: str) -> tuple[str, list[int]]:
    """The text with normalised quotation marks, dashes and spaces, and the offset of each
    character.
    """
    characters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        plain = " " if character.isspace() else character.translate(_EVEN)
        if plain == " " and characters[-1:] == [" "]:
            continue
        characters.extend(plain)
        places.extend([at] * len(plain))
    return "".join(characters), places


def _single_out(text: str, start: int, end: int) -> tuple[str, str]:
    """The fewest words before and after that distinguish this occurrence from the others."""
    others = [span for span in _occurrences(text, text[start:end]) if span != (start, end)]
    before, after = text[:start].split(), text[end:].split()
    for n in range(1, _CONTEXT):
        if not others:
            break
        prefix, suffix = " ".join(before[-n:]), " ".join(after[:n])
        for ending, beginning in ((prefix, ""), ("", suffix), (prefix, suffix)):
            if not any(
                text[:s].rstrip().endswith(ending) and text[e:].lstrip().startswith(beginning)
                for s, e in others
            ):
                return ending, beginning
    return "", ""


def _hint(
    quote: str, texts: list[tuple[str, Witness, Passage]], briefings: tuple[Briefing, ...]
) -> str:
    """Where the words are, or the most similar words in the passage."""
    slugs = {slug for slug, _, _ in texts}
    for briefing in briefings:
        for witness in briefing.witnesses if briefing.slug in slugs else ():
            for passage in witness.passages:
                if _spans(passage.text, quote):
                    return f"they stand at '{_pointer(witness, passage)}'"
    nearest = [
        (near.score, -n, passage.text, near)
        for n, (_, _, passage) in enumerate(texts)
        if (near := fuzz.partial_ratio_alignment(quote, passage.text, score_cutoff=NEAR))
        and len(passage.text) >= len(quote) / 2
    ]
    if not nearest:
        return "copy the words from one passage"
    _, _, text, near = max(nearest, key=lambda candidate: candidate[:2])
    start, end = near.dest_start, near.dest_end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return f"the nearest words there are '{_short(text[start:end])}'; copy them if they are meant"


def _pointer(witness: Witness, passage: Passage) -> str:
    """Source and line, which are permanent, or the passage's id if several share the line."""
    lines = set(range(passage.line, passage.last_line + 1))
    shared = any(
        other is not passage and lines & set(range(other.line, other.last_line + 1))
        for other in witness.passages
    )
    source = witness.source.id
    return full_id(source, passage.id) if shared else f"{source}:{passage.line}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}..."
