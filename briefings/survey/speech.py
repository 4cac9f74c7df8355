"""Find passages that may not be speech, or not that of the stated speaker, despite the earlier
stages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ..languages import ENGLISH, Language, language_of
from ..model import Doubt, DoubtKind, Passage, Settings, Turn, Witness
from ..yaml_values import quoted
from .known import Known

_SHORT = 40  # words; longer passages are speech, whatever they contain
_SHOWN = 160
_BEFORE = 40
_LONG = 25  # minimum number of words of an answer

# --- The page around the text -----------------------------------------------------------------
_SEPARATED = re.compile(r"\s(?:\||»|›|>|·|•)\s|\s*\|\s*")
_ONLY_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")

# --- Labels inside a turn ---------------------------------------------------------------------
_NAME = r"[^\W\d_a-z][\w’'.-]*(?:\s+[^\W\d_a-z][\w’'.-]*){0,3}"


def speech_doubts(witness: Witness, known: Known) -> Iterator[Doubt]:
    """Yield doubts about the passages of a text; `known` contains all names."""
    ruled, language = _ruled(witness.settings), language_of(witness.language)
    for passage in witness.passages:
        if _is_page_matter(passage.text, language):
            yield _doubt(
                "page-matter", witness, passage, passage.text,
                "This looks like a part of the web page, not like speech.",
                f"roles:\n  - {{line: {passage.line}, role: boilerplate}}", ruled,
            )  # fmt: skip
    for turn in witness.turns:
        yield from _labels_inside(witness, turn, known, ruled, language)
        yield from _unlabelled_answers(witness, turn, ruled, language)
        yield from _near_name(witness, turn, known, ruled)


def _ruled(settings: Settings) -> frozenset[int]:
    return frozenset(
        [ruling.line for ruling in settings.labels] + [line for line, _ in settings.roles]
    )


def _doubt(
    kind: DoubtKind,
    witness: Witness,
    passage: Passage,
    words: str,
    text: str,
    settle: str,
    ruled: frozenset[int],
) -> Doubt:
    is_ruled = any(line in ruled for line in range(passage.line, passage.last_line + 1))
    return Doubt(
        kind, witness.source.id, passage.line, passage.id, _clip(words), text, settle,
        "ruling" if is_ruled else None,
    )  # fmt: skip


def _clip(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _around(text: str, position: int) -> str:
    """Return the text from a few words before offset `at` on."""
    if position <= _BEFORE:
        return text
    return "… " + text[position - _BEFORE :].split(" ", 1)[1]


def _is_page_matter(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a passage reads like a menu, an invitation to share, or a copyright line.

    >>> _is_page_matter("Home | About | Contact"), _is_page_matter("Share this on Facebook")
    (True, True)
    >>> _is_page_matter("Let us share this moment: copyright must be protected.")
    False
    """
    words, pages = text.split(), language.pages
    if pages.rights.search(text[-_SHOWN:]) and len(words) <= 2 * _SHORT:
        return True
    if len(words) > _SHORT:
        return False
    if pages.invites.match(text) or _ONLY_ADDRESS.fullmatch(text):
        return True
    parts = [part for part in _SEPARATED.split(text) if part.strip()]
    if len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts):
        return True
    plain = [word.casefold().strip(".,:;|") for word in words]
    menu = sum(word in pages.menu_words for word in plain)
    return len(words) >= 3 and menu * 3 >= len(words) * 2 and text[-1] not in ".?!"


def _labels_inside(
    witness: Witness, turn: Turn, known: Known, ruled: frozenset[int], language: Language
) -> Iterator[Doubt]:
    for passage in turn.passages:
        for match in _label(language).finditer(passage.text):
            label = match["label"]
            if not _may_label(label, bool(match["title"]), known, language):
                continue
            start = match.start()
            text = (
                f"“{label}:” may name somebody else who speaks from here."
                if start
                else f"“{label}:” may name who speaks; it was read as text."
            )
            settle = f"labels:\n  - {{line: {passage.line}, label: {'no' if start else 'yes'}}}"
            words = _around(passage.text, start)
            yield _doubt("label-inside", witness, passage, words, text, settle, ruled)
            break


@cache
def _label(language: Language) -> re.Pattern[str]:
    """Return a pattern for a name before a colon; the group `title` is its honorific, if any."""
    honorifics = "|".join(sorted(language.doubting.honorifics)) or "(?!)"
    return re.compile(
        rf"(?:^|(?<=[.?!…\"”’)]\s))(?P<label>(?P<title>(?:{honorifics})\.?\s+)?{_NAME})"
        r"\s?[:：]\s+(?=[\"“‘'(\[]?[^\W_a-z])"
    )


def _may_label(label: str, titled: bool, known: Known, language: Language = ENGLISH) -> bool:
    """Return whether words before a colon name a speaker: by a title, as a known name, or by their
    form.

    >>> known = Known({})
    >>> [_may_label(label, False, known) for label in ("First", "Bo Li", "Reporter")]
    [False, True, True]
    """
    if titled or label in known or language.doubting.generic_label.fullmatch(label):
        return True
    words = [word.strip(".").casefold() for word in label.split()]
    return len(words) >= 2 and not any(word in language.doubting.no_label for word in words)


def _unlabelled_answers(
    witness: Witness, turn: Turn, ruled: frozenset[int], language: Language
) -> Iterator[Doubt]:
    """Yield doubts about a paragraph that follows a question by the same speaker and may answer
    it."""
    asks = turn.speaker.kind in ("outlet", "unknown")
    for before, passage in pairwise(turn.passages):
        if not language.doubting.asks.search(before.text):
            continue
        answers = language.doubting.answers.match(passage.text) is not None
        long = asks and len(passage.text.split()) >= _LONG and "?" not in passage.text
        if not (answers or long):
            continue
        settle = f"labels:\n  - {{line: {passage.line}, label: no, kind: official}}"
        yield _doubt(
            "unlabelled-answer", witness, passage, passage.text,
            "This follows a question and reads like its answer, but no name stands between.",
            settle, ruled,
        )  # fmt: skip


def _near_name(
    witness: Witness, turn: Turn, known: Known, ruled: frozenset[int]
) -> Iterator[Doubt]:
    """Yield a doubt if a label differs by one letter from a known name and is not treated as that
    name."""
    name = turn.speaker.name
    listed = any(
        participant.listed and participant.id == turn.speaker.id
        for participant in witness.participants
    )
    if name is None or turn.label_line is None or listed:
        return
    known_name = known.near(name)
    if known_name is None:
        return
    first_passage = turn.passages[0].id if turn.passages else None
    yield Doubt(
        "near-name", witness.source.id, turn.label_line, first_passage, turn.speaker.label or name,
        f"“{name}” differs by one letter from “{known_name}”, who speaks elsewhere.",
        f"labels:\n  - {{line: {turn.label_line}, label: yes, speaker: {quoted(known_name)}, "
        f"kind: {turn.speaker.kind}}}",
        "ruling" if turn.label_line in ruled else None,
    )  # fmt: skip
