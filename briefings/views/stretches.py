"""Stretches of an article that has no headings: where each begins, and what it is about.

Reports of a long statement often open each subject with a sentence of its own ("She said that in
2022 the ministry will ensure public safety.") and tell the details after it.  Such a sentence
begins a stretch, and its own words say what the stretch is about.  An article that has none is
cut into a few stretches of equal length, each called by its first words.
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
"""Letters of a stretch's subject."""
_OPENING = 30  # words of a sentence that opens a subject and tells no details yet
_OPENINGS = 3  # so many of them show that the article is built that way
_SHARED = 2  # words that openings begin with alike, and that tell nothing of their subjects
_LEFT = 2  # words of a subject
_SHORT = 4  # paragraphs that need no parting
_MOST = 8  # stretches of an article that is cut by length


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs of an article that belong together: the first one's id, and their subject.

    `subject` is a run of the article's own words.
    """

    subject: str
    passages: tuple[Passage, ...]

    @property
    def id(self) -> str:
        """Where the stretch begins."""
        return self.passages[0].id


def stretches_of(section: Section, witness: Witness) -> list[Stretch]:
    """The stretches of an article that is one section without a heading; none of any other."""
    if section.heading or len(witness.sections) > 1:
        return []
    return stretches(section.passages, language_of(witness.language))


def stretches(passages: Sequence[Passage], language: Language) -> list[Stretch]:
    """The stretches of a section without a heading, in order; each paragraph is in one."""
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
    """What those paragraphs report that are one short sentence, by number."""
    found = {}
    for n, passage in enumerate(passages):
        sentences = sentences_of(passage.text, language)
        # The first paragraph may begin with the agency and the day.
        last = sentences[-1] if sentences and (n == 0 or len(sentences) == 1) else ""
        if told := _reported(last, language):
            found[n] = told
    return found


def _reported(sentence: str, language: Language) -> str:
    """What a sentence that opens a subject reports; empty where it is none."""
    if len(sentence.split()) > _OPENING:
        return ""
    match = language.speech.reported.fullmatch(sentence)
    return match["told"].rstrip(" .") if match else ""


def _without_shared_words(openings: dict[int, str]) -> dict[int, str]:
    """Each opening without the words that half of them begin with ("in 2022, the police will")."""
    words = {n: told.split() for n, told in openings.items()}
    different = {tuple(told) for told in words.values()}
    heads = Counter(told[:length] for told in different for length in range(_SHARED, len(told)))
    subjects = {}
    for n, told in words.items():
        shared = max(
            (
                length
                for length in range(_SHARED, len(told) - _LEFT + 1)
                if 2 * heads[tuple(told[:length])] >= len(different)
            ),
            default=0,
        )
        subjects[n] = " ".join(told[shared:])
    return subjects


def _where_subjects_change(subjects: dict[int, str]) -> list[int]:
    """Where stretches begin: a subject that is named twice on end is one."""
    starts: list[int] = []
    for n in sorted(subjects):
        if not starts or subjects[n] != subjects[starts[-1]]:
            starts.append(n)
    return starts


def _evenly(count: int) -> list[int]:
    """The numbers of paragraphs at equal distances, two apart at least."""
    if count <= _SHORT:
        return []
    return list(range(0, count, max(2, -(-count // _MOST))))


def _first_words(passage: Passage, language: Language) -> str:
    """What the first sentence of a paragraph reports, else how it begins."""
    sentences = sentences_of(passage.text, language)
    return (_reported(sentences[0], language) if sentences else "") or passage.text
