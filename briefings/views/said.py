"""The texts of briefings for pages that quote them: summaries of all parts, and full passages on
demand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from briefings import wording
from briefings.model import Briefing, Passage, Section, Speaker, Turn

FIRST_WORDS = 140
UNKNOWN = Speaker("unknown", None, None, None)
"""The speaker if no text names one."""
_WHOLE = 64
"""The number of briefings whose full passages are cached."""


@dataclass(frozen=True, slots=True)
class Said:
    """The summary of a turn or a section.

    `first` are its first words, and `words` is its number of words. For a question, `question` is
    what it asks, clipped, and `asks` the same in whole sentences. `order` is its index among all
    parts of the briefing's texts. `speaker` is None for a section.
    """

    id: str
    source: str
    is_primary: bool
    order: int
    speaker: Speaker | None
    heading: str | None
    first: str
    question: str
    asks: str
    words: int


@dataclass(frozen=True, slots=True)
class Whole:
    """The passages of a briefing by id, and the id of the turn or section of each."""

    passages: Mapping[str, Passage]
    parts: Mapping[str, str]


class Texts:
    """The texts of all briefings, each indexed on first access."""

    def __init__(self, briefings: Mapping[str, Briefing]) -> None:
        self._briefings = briefings
        self._said: dict[str, dict[str, Said]] = {}
        self._whole: OrderedDict[str, Whole] = OrderedDict()

    def said(self, slug: str) -> Mapping[str, Said]:
        """Return the summaries of a briefing's turns and sections by id, in text order."""
        if slug not in self._said:
            self._said[slug] = _said(self._briefings[slug])
        return self._said[slug]

    def whole(self, slug: str) -> Whole:
        """Return all passages of a briefing, from an LRU cache."""
        text = self._whole.get(slug)
        if text is None:
            text = _whole(self._briefings[slug])
            self._whole[slug] = text
            if len(self._whole) > _WHOLE:
                self._whole.popitem(last=False)
        self._whole.move_to_end(slug)
        return text


def unique(speakers: list[Speaker]) -> list[Speaker]:
    """Return the distinct speakers in order; different labels of one person count once."""
    by_identity = {
        (speaker.kind, speaker.id, speaker.name): speaker for speaker in reversed(speakers)
    }
    return list(reversed(by_identity.values()))


def _said(briefing: Briefing) -> dict[str, Said]:
    questions = {exchange.question for exchange in briefing.exchanges}
    summaries: dict[str, Said] = {}
    for n, witness in enumerate(briefing.witnesses):
        parts: tuple[Turn | Section, ...] = (*witness.turns, *witness.sections)
        for part in parts:
            asks = isinstance(part, Turn) and (
                part.id in questions or part.speaker.kind == "outlet"
            )
            summaries[part.id] = Said(
                id=part.id,
                source=witness.source.id,
                is_primary=n == 0,
                order=len(summaries),
                speaker=part.speaker if isinstance(part, Turn) else None,
                heading=part.heading if isinstance(part, Section) else None,
                first=wording.clip(part.passages[0].text, FIRST_WORDS) if part.passages else "",
                question=wording.question_words(part.passages, FIRST_WORDS) if asks else "",
                asks=wording.asked_sentences(part.passages) if asks else "",
                words=wording.words(part.passages),
            )
    return summaries


def _whole(briefing: Briefing) -> Whole:
    passages: dict[str, Passage] = {}
    parts: dict[str, str] = {}
    for witness in briefing.witnesses:
        for part in witness.parts:
            for passage in part.passages:
                passages[passage.id] = passage
                parts[passage.id] = part.id
    return Whole(passages, parts)
