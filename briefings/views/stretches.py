"""Divide an article without headings into stretches, each with its beginning and its subject.

Reports on a long statement often introduce each subject with a separate sentence ("She said that in
2022 the ministry will ensure public safety."), followed by the details. Such a sentence begins a
stretch, and its own words give the subject. An article without such sentences is cut into a few
stretches of equal length, each named by its first words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefings import wording
from briefings.languages import Language, language_of
from briefings.languages.sentences import sentences_of
from briefings.model import Passage, Section, Witness

SUBJECT = 80
"""The maximum length of a stretch's subject, in characters."""
_OPENING = 30  # maximum words of a sentence that introduces a subject
_OPENINGS = 3  # minimum number of such sentences in an article of this structure
_SHARED = 2  # minimum number of words in a common opening phrase, which is not part of the subject
_LEFT = 2  # minimum number of words of a subject
_SHORT = 4  # maximum paragraphs of an article that is not divided
_MOST = 8  # maximum number of stretches in an article that is divided by length


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive paragraphs of an article with a common subject.

    `subject` is a run of the article's own words.
    """

    subject: str
    passages: tuple[Passage, ...]

    @property
    def id(self) -> str:
        """The id of the first paragraph."""
        return self.passages[0].id


def stretches_of(section: Section, witness: Witness) -> list[Stretch]:
    """Return the stretches of an article that is a single section without a heading, or an empty
    list."""
    if section.heading or len(witness.sections) > 1:
        return []
    return stretches(section.passages, language_of(witness.language))


def stretches(passages: Sequence[Passage], language: Language) -> list[Stretch]:
    """Divide the paragraphs of a section without a heading into stretches, in order."""
    if not passages:
        return []
    openings = _openings(passages, language)
    if len(openings) >= _OPENINGS and len(passages) >= 2 * len(openings):
        subjects = _without_shared_words(openings)
    else:
        subjects = {n: _first_words(passages[n], language) for n in _evenly(len(passages))}
    subjects.setdefault(0, _first_words(passages[0], language))
    starts = _where_subjects_change(subjects)
    ends = [*starts[1:], len(passages)]
    return [
        Stretch(wording.clip(subjects[start], SUBJECT), tuple(passages[start:end]))
        for start, end in zip(starts, ends, strict=True)
    ]


def _openings(passages: Sequence[Passage], language: Language) -> dict[int, str]:
    """Map the indices of paragraphs that consist of one introductory sentence to what it
    reports."""
    openings = {}
    for n, passage in enumerate(passages):
        sentences = sentences_of(passage.text, language)
        # In the first paragraph, the agency and the day may come before the sentence.
        if n and len(sentences) > 1:
            continue
        if reported := _reported(sentences[-1], language):
            openings[n] = reported
    return openings


def _reported(sentence: str, language: Language) -> str:
    """Return what an introductory sentence reports, or "" for any other sentence."""
    if len(sentence.split()) > _OPENING:
        return ""
    match = language.speech.reported.fullmatch(sentence)
    return match["told"].rstrip(" .") if match else ""


def _without_shared_words(openings: dict[int, str]) -> dict[int, str]:
    """Remove opening words that half of the sentences share ("in 2022, the police will")."""
    words = {n: opening.split() for n, opening in openings.items()}
    different = {tuple(opening) for opening in words.values()}
    heads = Counter(
        opening[:length] for opening in different for length in range(_SHARED, len(opening))
    )
    subjects = {}
    for n, opening in words.items():
        shared = max(
            (
                length
                for length in range(_SHARED, len(opening) - _LEFT + 1)
                if 2 * heads[tuple(opening[:length])] >= len(different)
            ),
            default=0,
        )
        subjects[n] = " ".join(opening[shared:])
    return subjects


def _where_subjects_change(subjects: dict[int, str]) -> list[int]:
    """Return the indices at which stretches begin; a repeated subject continues its stretch."""
    starts: list[int] = []
    for n in sorted(subjects):
        if not starts or subjects[n] != subjects[starts[-1]]:
            starts.append(n)
    return starts


def _evenly(count: int) -> list[int]:
    """Return evenly spaced paragraph indices, at least two apart."""
    if count <= _SHORT:
        return []
    return list(range(0, count, max(2, -(-count // _MOST))))


def _first_words(passage: Passage, language: Language) -> str:
    """Return what the first sentence of a paragraph reports, or else the whole paragraph."""
    return _reported(sentences_of(passage.text, language)[0], language) or passage.text
