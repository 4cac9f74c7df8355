"""Finds the known names and terms among Chinese words of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from briefings import urls
from briefings.model import Corpus

Data = dict[str, Any]
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
NOTE = (
    "The texts here are in English. Their Chinese originals are not here, so Chinese words can be "
    "matched against names and terms only."
)


def known_names(corpus: Corpus) -> list[Data]:
    """Every Chinese name that editors entered, with what it refers to, sorted."""
    names = [
        {"chinese": chinese, "name": name, "kind": kind, "url": url}
        for chinese, name, kind, url in _names(corpus)
        if chinese
    ]
    return sorted(names, key=lambda entry: (entry["chinese"], entry["kind"], entry["url"]))


def _names(corpus: Corpus) -> Iterator[tuple[str | None, str, str, str]]:
    for person in corpus.people:
        yield person.chinese, person.name, "person", urls.speaker_url(person.id)
    for outlet in corpus.outlets:
        yield outlet.chinese, outlet.name, "outlet", urls.outlet_url(outlet.id)
    for term in corpus.annotations.terms:
        yield term.entry.chinese, term.entry.term, "term", urls.term_url(term.entry.id)


def chinese_in(text: str, names: Iterable[Data]) -> Data | None:
    """The answer on Chinese words; None if there are none."""
    if not _HAN.search(text):
        return None
    positions = [(text.find(entry["chinese"]), -len(entry["chinese"]), entry) for entry in names]
    occurring: Sequence[Data] = [
        entry for start, _, entry in sorted(positions, key=lambda item: item[:2]) if start >= 0
    ]
    return {"note": NOTE, "names": list(occurring)}
