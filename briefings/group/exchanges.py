"""Pair each question with its hand-overs and answers."""

from __future__ import annotations

import re

from ..ids import exchange_id
from ..languages import Language, language_of
from ..languages.sentences import sentences_of
from ..model import Exchange, Turn, Witness


def exchanges_of(witness: Witness) -> tuple[Exchange, ...]:
    """Return the exchanges of a witness.

    An exchange ends before the next question or the chair's next turn. A chair's turn directly
    after the question that passes it to an official is a hand-over and part of the exchange.
    """
    turns, language = witness.turns, language_of(witness.language)
    exchanges: list[Exchange] = []
    for n, turn in enumerate(turns):
        if not _asks(turn, n):
            continue
        handovers: list[str] = []
        answers: list[str] = []
        for k in range(n + 1, len(turns)):
            turn_after = turns[k]
            if turn_after.speaker.kind in ("outlet", "unknown"):
                break
            next_turn = turns[k + 1] if k + 1 < len(turns) else None
            hands_over = next_turn is not None and _hands_over(turn_after, next_turn, language)
            if turn_after.speaker.kind == "chair" and (answers or not hands_over):
                break
            (handovers if hands_over and not answers else answers).append(turn_after.id)
        exchanges.append(
            Exchange(exchange_id(len(exchanges) + 1), turn.id, tuple(handovers), tuple(answers))
        )
    return tuple(exchanges)


def _asks(turn: Turn, n: int) -> bool:
    """Return whether a turn is a question: one of an outlet or of an unknown speaker.

    The first turn of a text may be the rest of an earlier answer: without a label, it counts as a
    question only if it contains a question mark.
    """
    if turn.speaker.kind == "outlet":
        return True
    words = " ".join(passage.text for passage in turn.passages)
    return turn.speaker.kind == "unknown" and (
        turn.speaker.label is not None or n > 0 or "?" in words
    )


def _hands_over(turn: Turn, following: Turn, language: Language) -> bool:
    """Return whether a turn ends by naming the official who speaks next."""
    name = following.speaker.name
    if following.speaker.kind != "official" or not name or not turn.passages:
        return False
    if following.speaker.id == turn.speaker.id:
        return False
    sentences = sentences_of(turn.passages[-1].text, language)
    words = name.split()
    calls = re.compile(
        rf"\b{re.escape(name)}\b|"
        rf"\b{language.names.calling}\s+(?:{re.escape(words[0])}|{re.escape(words[-1])})\b"
    )
    for sentence in sentences[-2:]:
        if calls.search(sentence) and language.cues.hands_over.search(sentence):
            return True
    return False
