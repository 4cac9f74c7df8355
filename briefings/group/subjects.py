"""What a question asks about: a stretch of its own words, found by the grammar of its language."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages import Language
from ..languages.sentences import sentence_spans
from ..model import Passage, Place, Subject

LONGEST = 60
"""Letters of a subject."""


def subject_of(
    passages: Sequence[Passage], briefing: str, source: str, language: Language
) -> Subject | None:
    """The words of a question that name its subject; None where no rule finds any."""
    for passage in passages:
        for start, end in sentence_spans(passage.text, language):
            sentence = passage.text[start:end]
            for pattern in language.asking.asked:
                if found := pattern.match(sentence):
                    begin, stop = found.span("subject")
                    stop = min(stop, begin + LONGEST)
                    at, to = start + begin, start + stop
                    place = Place(briefing, source, passage.id, passage.line, at, to)
                    return Subject(place, passage.text[at:to])
    return None
