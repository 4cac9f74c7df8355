"""Loads the words and limits of the rules, and prepares them for the browser."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefings.languages import ENGLISH
from briefings.wording import QUALITIES

from .phrases import WORDING

_FILE = Path(__file__).with_name("rules.json")


@dataclass(frozen=True, slots=True)
class Limits:
    """Thresholds; `architecture/quotations.md` explains each of them."""

    altered: int
    altered_few: int
    telling: int
    many: int
    near: int
    near_words: int
    joined: int
    joined_over_altered: int
    piece_words: int
    pieces: int
    omission: int
    insertion: int
    window: int
    aligned: int
    picks: int
    words_asked: int
    blocks: int
    blocks_near: int
    blocks_more: int
    places: int
    listed: int
    elsewhere: int
    short: int
    sentence_words: int
    longest: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The values of `rules.json`. Words are folded as by `tokens.folded`."""

    small: frozenset[str]
    negations: frozenset[str]
    contractions: Mapping[str, Sequence[str]]
    clitics: Mapping[str, str]
    either: Mapping[str, frozenset[str]]
    spelling: Mapping[str, str]
    beginnings: Sequence[tuple[str, str]]
    endings: Sequence[tuple[str, str]]
    number_words: Mapping[str, float]
    speech: frozenset[str]
    limits: Limits


@cache
def rules() -> Rules:
    """The rules; the file is read only once."""
    data = json.loads(_FILE.read_text("utf-8"))
    return Rules(
        small=frozenset(data["small"]),
        negations=frozenset(data["negations"]),
        contractions=data["contractions"],
        clitics=data["clitics"],
        either={clitic: frozenset(words) for clitic, words in data["either"].items()},
        spelling=data["spelling"],
        beginnings=[(old, new) for old, new in data["beginnings"]],
        endings=[(old, new) for old, new in data["endings"]],
        number_words=data["number_words"],
        speech=frozenset(data["speech"]),
        limits=Limits(**data["limits"]),
    )


def published() -> dict[str, Any]:
    """The rules for the browser: `rules.json`, the sentence-splitting words, and phrases."""
    words = ENGLISH.sentences
    data: dict[str, Any] = json.loads(_FILE.read_text("utf-8"))
    data["sentences"] = {
        name: sorted(getattr(words, name))
        for name in ("never", "also_words", "seldom", "starts", "letters")
    }
    data["wording"] = {**WORDING, "qualities": dict(QUALITIES)}
    return data
