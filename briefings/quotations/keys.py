"""The numbers by which passages are looked up: those of sentences, of word trigrams, of words."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence

from .passages import Passage
from .rules import rules
from .tokens import is_number

ROW = 3


def number(words: str) -> int:
    """The CRC-32 (as in zlib, gzip and PNG) of the UTF-8 bytes.

    >>> number("we mended nets")
    2783585806
    """
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))


def sentence_key(keys: Sequence[str]) -> int:
    return number("= " + " ".join(keys))


def row_key(keys: Sequence[str]) -> int:
    return number(" ".join(keys))


def keys_of(passages: Sequence[Passage]) -> set[int]:
    """Every number by which a block of passages is found."""
    numbers: set[int] = set()
    for passage in passages:
        keys = passage.keys
        numbers.update(
            number(f"{one} {two} {three}")
            for one, two, three in zip(keys, keys[1:], keys[2:], strict=False)
        )
        numbers.update(number(key) for key in {*keys})
        for sentence in _by_sentence(passage):
            numbers.add(sentence_key(sentence))
    return numbers


def _by_sentence(passage: Passage) -> Iterator[list[str]]:
    current: list[str] = []
    last = 0
    for key, sentence in zip(passage.keys, passage.sentences, strict=True):
        if sentence != last and current:
            yield current
            current = []
        last = sentence
        current.append(key)
    if current:
        yield current


def picks(keys: Sequence[str]) -> list[int]:
    """The start of each word trigram to look up for some words.

    These are all trigrams if there are few, otherwise every third one; if that is still too many, a
    selection that is evenly spaced.

    >>> picks(list("abcde")), picks(list("abcdefghijklmnop"))
    ([0, 1, 2], [0, 3, 6, 9, 12, 13])
    """
    count = len(keys) - ROW + 1
    most = rules().limits.picks
    if count <= most:
        return list(range(max(0, count)))
    starts = list(range(0, count, ROW))
    if starts[-1] != count - 1:
        starts.append(count - 1)
    if len(starts) <= most:
        return starts
    return [starts[n * (len(starts) - 1) // (most - 1)] for n in range(most)]


def asked_words(keys: Sequence[str]) -> list[str]:
    """The words to look up individually: numbers first, then the longest.

    Small words are used only if there are no others.
    """
    candidates = dict.fromkeys(key for key in keys if key not in rules().small)
    candidates = candidates or dict.fromkeys(keys)
    order = sorted(candidates, key=lambda key: (not is_number(key), -len(key)))
    return order[: rules().limits.words_asked]
