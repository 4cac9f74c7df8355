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
    existing: dict[str, Collection[str]] = {
        "briefing": {briefing.slug for briefing in corpus.briefings},
        "numbers": {indicator.id for indicator in corpus.indicators},
        "disagreements": {record.id for record in corpus.discrepancies},
        "topics": {topic.id for topic in corpus.topics},
        "people": {person.id for person in corpus.people},
        "terms": {term.entry.id for term in corpus.annotations.terms},
    }
    dismissed = {record.id for record in corpus.discrepancies if record.status == "dismissed"}
    found_searches = _found(pinned, corpus)
    for field, name, where in pinned.wheres:
        if field == "searches":
            if name not in found_searches:
                problems.error_at(
                    "pinned-search", where,
                    f"no passage contains all words of the search {name!r}",
                    "pin words that occur in a passage",
                )  # fmt: skip
        elif name not in existing[field]:
            noun, hint = _FIELDS[field]
            problems.error_at(
                "unknown-pin", where,
                f"the home page pins the {noun} '{name}', and there is none", hint,
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
    names = set()
    for words in _passages(corpus) if open_ else ():
        for name in [
            name for name, search_words in open_.items() if search_words and search_words <= words
        ]:
            names.add(name)
            del open_[name]
        if not open_:
            break
    return names


def _passages(corpus: Corpus) -> Iterator[set[str]]:
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            for passage in witness.passages:
                yield set(_words(passage.text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
