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
    found = [
        {"chinese": chinese, "name": name, "kind": kind, "url": url}
        for chinese, name, kind, url in _names(corpus)
        if chinese
    ]
    return sorted(found, key=lambda one: (one["chinese"], one["kind"], one["url"]))


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
    found = [(text.find(one["chinese"]), -len(one["chinese"]), one) for one in names]
    there: Sequence[Data] = [
        one for at, _, one in sorted(found, key=lambda each: each[:2]) if at >= 0
    ]
    return {"note": NOTE, "names": list(there)}
