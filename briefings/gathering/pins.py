"""Checks that pinned items of the home page exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..model import Corpus, Pinned
from ..problems import Problems

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
# What each field pins, and where an editor finds its ids.
_FIELDS = {
    "briefing": ("briefing", "give the last part of its address, as in briefings/<this>/"),
    "numbers": ("indicator", "give an id of indicators.yml"),
    "disagreements": ("discrepancy", "copy the id from its address"),
    "topics": ("topic", "give an id of topics.yml"),
    "people": ("person", "give the last part of the address, as in speakers/<this>/"),
    "terms": ("term", "give an id of glossary.yml"),
}


def check_pins(pinned: Pinned, corpus: Corpus, problems: Problems) -> None:
    """Reports each pin that leads nowhere, and each search without results."""
    known: dict[str, Collection[str]] = {
        "briefing": {one.slug for one in corpus.briefings},
        "numbers": {one.id for one in corpus.indicators},
        "disagreements": {one.id for one in corpus.discrepancies},
        "topics": {one.id for one in corpus.topics},
        "people": {one.id for one in corpus.people},
        "terms": {one.entry.id for one in corpus.annotations.terms},
    }
    dismissed = {one.id for one in corpus.discrepancies if one.status == "dismissed"}
    found = _found(pinned, corpus)
    for field, name, where in pinned.wheres:
        if field == "searches":
            if name not in found:
                problems.error_at(
                    "pinned-search", where,
                    f"no passage contains all words of the search {name!r}",
                    "pin words that occur in a passage",
                )  # fmt: skip
        elif name not in known[field]:
            what, hint = _FIELDS[field]
            problems.error_at(
                "unknown-pin", where,
                f"the home page pins the {what} '{name}', and there is none", hint,
            )  # fmt: skip
        elif name in dismissed:
            problems.error_at(
                "dismissed-pin", where,
                f"the home page pins the discrepancy '{name}', which editors dismissed",
                "pin one that is not dismissed",
            )  # fmt: skip


def _found(pinned: Pinned, corpus: Corpus) -> set[str]:
    """The searches whose words all occur in one passage."""
    open_ = {name: frozenset(_words(name)) for name in pinned.searches}
    found = set()
    for words in _passages(corpus) if open_ else ():
        for name in [name for name, wanted in open_.items() if wanted and wanted <= words]:
            found.add(name)
            del open_[name]
        if not open_:
            break
    return found


def _passages(corpus: Corpus) -> Iterator[set[str]]:
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            for passage in witness.passages:
                yield set(_words(passage.text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
