"""Helpers of the pages on relations: quotations and filter options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefings import urls, wording
from briefings.interface import say
from briefings.model import Place

from .links import Link
from .lookup import Lookup
from .text_links import TextLink, text_of

_EXCERPT = 320


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words at a place, with the text and the line."""

    text: str
    url: str
    line: str
    of: TextLink


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter with its number of entries."""

    value: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter of a list; a long table has its options in data files."""

    name: str
    title: str
    options: list[Option]


def quotation(
    place: Place, find: Lookup, most: int = _EXCERPT, figures: Iterable[str] = ()
) -> Quotation:
    """Return the words at a place, clipped to `most` characters.

    The words are those of the sentence or, without a span, of the passage; for a place outside
    passages, they are those of the line as received. The sentence is known from the relations of
    texts, or else from one of `figures` that is at the place.
    """
    passage = find.passage(place)
    if passage is None:
        texts = find.briefings[place.briefing].witnesses
        witness = next(text for text in texts if text.source.id == place.source)
        lines = witness.source.lines
        text = lines[place.line - 1].strip() if place.line <= len(lines) else ""
    elif place.start is not None and place.end is not None:
        text = sentence_at(passage.text, place.start, place.end, find, place)
        if text == passage.text[place.start : place.end]:
            known = find.annotated.figures
            at = (known[id_] for id_ in figures if known[id_].place == place)
            text = next((figure.sentence for figure in at), text)
    else:
        text = passage.text
    return Quotation(
        text=wording.clip(text, most),
        url=urls.place_url(place),
        line=say.places.line(line=place.line),
        of=text_of(place, find),
    )


def term_links(ids: Iterable[str], find: Lookup) -> list[Link]:
    """Return links to terms, as the glossary spells them; unknown ids are skipped."""
    terms = find.annotated.terms
    return [
        Link(title=terms[id_].entry.term, url=urls.term_url(id_)) for id_ in ids if id_ in terms
    ]


def options(values: Iterable[str], titles: Mapping[str, str]) -> list[Option]:
    """Return the options of a filter, sorted by title, each with its count."""
    counted = Counter(values)
    choices = [
        Option(value=value, title=titles.get(value, value), count=count)
        for value, count in counted.items()
    ]
    return sorted(choices, key=lambda choice: str(choice.title).casefold())


def sentence_at(text: str, start: int, end: int, find: Lookup, place: Place) -> str:
    """Return the sentence around a span, or the span itself if no sentence is known."""
    key = (place.briefing, place.passage or "")
    for begin, stop in find.corpus.relations.sentences.get(key, ()):
        if begin <= start < stop:
            return text[begin : max(stop, end)]
    return text[start:end]
