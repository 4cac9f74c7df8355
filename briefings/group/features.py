"""The data kept of each text to decide its event, small enough for all texts to fit in memory."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from ..likeness import shingles, words_of
from ..model import Section, SourceKind, Witness

SAMPLE = 8
"""One in this many word shingles of a text is kept, to find texts that may be alike."""
_LATELY = 64
_TITLE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Features:
    """The metadata of a text, without its words.

    `people` are the ids of its participants, `letters` is the number of characters of its passages,
    `opening` its first words, used if it has no title, and `language` its language code. `sample`
    holds the shingles (runs of five words, hashed to 32-bit numbers) that are divisible by
    `SAMPLE`, sorted.
    """

    source: str
    file: str
    path: str
    kind: SourceKind
    title: str | None
    title_by_editors: bool
    publisher: str | None
    published: str | None
    date: str | None
    time: str | None
    place: str | None
    host: str | None
    series: str | None
    number: int | None
    people: tuple[str, ...]
    letters: int
    opening: str
    event: str | None
    distinct_from: tuple[str, ...]
    primary: bool
    slug: str | None
    sample: array[int]
    language: str

    @classmethod
    def of(cls, witness: Witness) -> Features:
        """Extract the features of a text."""
        settings = witness.settings
        texts = [passage.text for passage in witness.passages]
        runs = shingles(words_of(texts))
        return cls(
            source=witness.source.id,
            file=witness.source.file,
            path=witness.source.path,
            kind=witness.kind,
            title=witness.title,
            title_by_editors=witness.title_by_editors,
            publisher=witness.publisher,
            published=witness.published,
            date=witness.date,
            time=witness.time,
            place=witness.place,
            host=witness.host,
            series=witness.series,
            number=witness.number,
            people=tuple(sorted({participant.id for participant in witness.participants})),
            letters=sum(map(len, texts)),
            opening=_opening(texts[0] if texts else witness.source.file),
            event=settings.event,
            distinct_from=settings.distinct_from,
            primary=settings.primary is True,
            slug=settings.slug,
            sample=array("I", sorted(run for run in runs if run % SAMPLE == 0)),
            language=witness.language,
        )


def _opening(text: str) -> str:
    """Return the first words of a text, cut at a word, as a title for a text that has none."""
    title = ""
    for word in text.split():
        if len(title) + len(word) >= _TITLE_LENGTH:
            return f"{title} …"
        title = f"{title} {word}".strip()
    return title


class Wordings:
    """The words of texts that are compared in detail, by source, in an LRU cache."""

    def __init__(self, read: Callable[[str], Witness]) -> None:
        self._read = read
        self._lately: OrderedDict[str, tuple[tuple[str, ...], frozenset[int]]] = OrderedDict()

    def words(self, source: str) -> tuple[str, ...]:
        """Return the case-folded words of a text, in order."""
        return self._of(source)[0]

    def runs(self, source: str) -> frozenset[int]:
        """Return the word shingles of a text, without the chair's turns.

        Chairs open and close every conference with the same words.
        """
        return self._of(source)[1]

    def _of(self, source: str) -> tuple[tuple[str, ...], frozenset[int]]:
        entry = self._lately.get(source)
        if entry is None:
            witness = self._read(source)
            words = words_of(passage.text for passage in witness.passages)
            without_chair = words_of(
                passage.text
                for part in witness.parts
                if isinstance(part, Section) or part.speaker.kind != "chair"
                for passage in part.passages
            )
            entry = words, shingles(without_chair or words)
            self._lately[source] = entry
            if len(self._lately) > _LATELY:
                self._lately.popitem(last=False)
        self._lately.move_to_end(source)
        return entry
