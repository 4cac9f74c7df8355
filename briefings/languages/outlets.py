"""The part of a pack for outlet names that may be the same (survey.names)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .defaults import NOTHING, Words
from .refusals import NO_PHRASES, Phrases


@dataclass(frozen=True, eq=False, kw_only=True)
class OutletWords:
    """Words in outlet names that do not distinguish them, all in lower case."""

    # Function words, which have no letter in an acronym; articles, which are optional in a name;
    # and words for "and".
    small: Words = NOTHING
    articles: Words = NOTHING
    joints: Words = NOTHING
    # Trade words after a name: "news agency", "reporter".
    behind: Phrases = NO_PHRASES
    # Words at the end of a name that acronyms shorten: "television" to "TV".
    shortened: Mapping[str, str] = field(default_factory=dict)

    @property
    def tails(self) -> tuple[tuple[str, ...], ...]:
        """The trade words after names, the longest first."""
        return tuple(sorted(self.behind, key=lambda tail: (-len(tail), tail)))


def all_outlet_words(packs: Iterable[OutletWords]) -> OutletWords:
    """Combine the words of several packs."""
    parts = list(packs)
    return OutletWords(
        small=frozenset().union(*(part.small for part in parts)),
        articles=frozenset().union(*(part.articles for part in parts)),
        joints=frozenset().union(*(part.joints for part in parts)),
        behind=frozenset().union(*(part.behind for part in parts)),
        shortened={word: short for part in parts for word, short in part.shortened.items()},
    )
