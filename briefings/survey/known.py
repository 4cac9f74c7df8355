"""The names of those who speak in a corpus, for comparison with other names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from ..model import Corpus, Editorial

# In shorter names one letter matters: Li Wei and Li Fei are two people.
_SHORTEST = 7


def folded(name: str) -> str:
    """Normalize the case and white space of a name."""
    return " ".join(name.casefold().split())


class OneLetterOff:
    """An index of texts that finds those within one typo without comparing all pairs.

    It uses the symmetric delete method (as SymSpell does): texts that differ in one letter, or in
    two transposed letters, become equal if at most one letter is deleted from each.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._held: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            for shorter in set(_shortened(text)):
                self._held[shorter].append(text)

    def of(self, text: str) -> set[str]:
        """Return the texts at distance one (optimal string alignment) from `text`.

        >>> sorted(OneLetterOff(["bay", "bays", "bya", "boat"]).of("bay"))
        ['bays', 'bya']
        """
        candidates = {other for key in set(_shortened(text)) for other in self._held.get(key, ())}
        return {other for other in candidates if OSA.distance(text, other, score_cutoff=1) == 1}


def _shortened(text: str) -> Iterator[str]:
    yield text
    for n in range(len(text)):
        yield text[:n] + text[n + 1 :]


class Known:
    """Names, each with its number of turns."""

    def __init__(self, turns: Mapping[str, int]) -> None:
        self._turns = {folded(name): number for name, number in turns.items()}
        self._written = {folded(name): name for name in turns}
        self._alike = OneLetterOff(self._turns)
        self._near: dict[str, str | None] = {}

    @classmethod
    def of(cls, corpus: Corpus, editorial: Editorial) -> Known:
        """Collect the people and outlets of a corpus, and those that editors list."""
        turns = dict.fromkeys((entry.name for entry in editorial.people), 0)
        turns |= dict.fromkeys((entry.name for entry in editorial.outlets), 0)
        turns |= {person.name: len(person.turns) for person in corpus.people}
        turns |= {outlet.name: len(outlet.questions) for outlet in corpus.outlets}
        return cls(turns)

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._turns

    def near(self, name: str) -> str | None:
        """Return a more frequent name that differs by one letter but not in its digits, or None.

        >>> Known({"Harbour News": 3, "Harbour New": 1}).near("Harbour New")
        'Harbour News'
        >>> Known({"Speaker 2": 3}).near("Speaker 1") is None
        True
        """
        key = folded(name)
        if key not in self._near:
            self._near[key] = self._find(key) if len(key) >= _SHORTEST else None
        return self._near[key]

    def _find(self, key: str) -> str | None:
        own = (self._turns.get(key, 0), key)
        digits = [c for c in key if c.isdigit()]
        matches = [
            other
            for other in self._alike.of(key)
            if [c for c in other if c.isdigit()] == digits and (self._turns[other], other) > own
        ]
        return self._written[min(matches)] if matches else None
