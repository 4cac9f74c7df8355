"""What a pack holds for names of outlets that look like one (survey.names)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .defaults import NOTHING, Words
from .refusals import NO_PHRASES, Phrases


@dataclass(frozen=True, eq=False, kw_only=True)
class OutletWords:
    """Words of outlets' names that are no part of the name, all in lower case."""

    # Small words, which have no letter in an abbreviation; articles, with which a name may be
    # printed or not; "and".
    small: Words = NOTHING
    articles: Words = NOTHING
    joints: Words = NOTHING
    # What stands behind a name in the trade: news agency, reporter.
    behind: Phrases = NO_PHRASES
    # Words that an abbreviation ends with in another form: television, TV.
    shortened: Mapping[str, str] = field(default_factory=dict)

    @property
    def tails(self) -> tuple[tuple[str, ...], ...]:
        """What stands behind names, the longest first."""
        return tuple(sorted(self.behind, key=lambda tail: (-len(tail), tail)))


def all_outlet_words(packs: Iterable[OutletWords]) -> OutletWords:
    """The words of several packs as those of one."""
    each = list(packs)
    return OutletWords(
        small=frozenset().union(*(one.small for one in each)),
        articles=frozenset().union(*(one.articles for one in each)),
        joints=frozenset().union(*(one.joints for one in each)),
        behind=frozenset().union(*(one.behind for one in each)),
        shortened={word: short for one in each for word, short in one.shortened.items()},
    )
