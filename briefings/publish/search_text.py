"""Tokenizes text for the search index.

`docs/assets/search/words.js` tokenizes queries in the same way; `tests/search/tokens.json` tests
both. A token is in lower case and without accents. Numbers keep what distinguishes them: `1,198`
becomes `1198`, and `98.62%` becomes `98d62`. The value of a number written in another way is an
additional token (`6.05 million` gives `n6050000`), as is a compound without its hyphen
(`antifraud`). Chinese has no spaces between words, so each two adjacent characters are a token
(bigrams).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

SCALES = {
    "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_MARKS = re.compile(r"[\u0300-\u036f]+")
_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?P<glued>[^\W\d_]*)"
    r"|(?P<short>\b(?:[a-z]\.){2,})"
    r"|(?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)*)"
)
_HYPHENS = ("-", "\u2010", "\u2011")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(f"(?P<han>[{_HAN}]+)|[^{_HAN}]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens: `plain` in the order of the text; `extra` are other forms of the same words."""

    plain: tuple[str, ...]
    extra: tuple[str, ...] = ()


def fold(text: str) -> str:
    """The text in lower case and without accents; it keeps its length unless a letter
    decomposes.
    """
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower()


def tokens(text: str) -> Tokens:
    """The tokens of a text.

    >>> tokens("China's 1,198 anti-fraud cases, 6.05 million (98.62%)").plain
    ('china', '1198', 'anti', 'fraud', 'cases', '6d05', 'million', '98d62')
    >>> tokens("China's 1,198 anti-fraud cases, 6.05 million (98.62%)").extra
    ('antifraud', 'n6050000')
    """
    folded = fold(text)
    plain: list[str] = []
    extra: list[str] = []
    compound: list[str] = []
    value: Decimal | None = None
    end = 0
    for match in _TOKEN.finditer(folded):
        between = folded[end : match.start()]
        end = match.end()
        if len(compound) > 1 and between not in _HYPHENS:
            extra.append("".join(compound))
        if between not in _HYPHENS:
            compound = []
        if not between or between.strip() not in ("", "-"):
            value = None
        number = match["number"]
        if number is None:
            word = match["short"] or match["word"]
            token = word.replace(".", "") if match["short"] else _word(word)
            if value is not None and token in SCALES:
                extra.append(value_token(value * 10 ** SCALES[token]))
            value = None
            pieces = _pieces(token)
            plain += pieces
            compound = [*compound, token] if pieces == [token] else []
            continue
        compound = []
        digits, glued = number.replace(",", ""), match["glued"]
        if glued in _ORDINALS:
            plain.append(digits.replace(".", "d") + glued)
            continue
        plain.append(digits.replace(".", "d"))
        value = Decimal(digits)
        if glued:
            plain += _pieces(glued)
            if glued in SCALES:
                extra.append(value_token(value * 10 ** SCALES[glued]))
            value = None
    if len(compound) > 1:
        extra.append("".join(compound))
    return Tokens(tuple(plain), tuple(dict.fromkeys(extra)))


def value_token(value: Decimal) -> str:
    """The token of a number's value, independent of how the number is written.

    >>> value_token(Decimal("6.050") * 10 ** 6), value_token(Decimal("1.90"))
    ('n6050000', 'n1d9')
    """
    shown = f"{value:f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return "n" + shown.replace(".", "d")


def _pieces(word: str) -> list[str]:
    """A word, split into bigrams if it is Chinese.

    >>> _pieces("fraud"), _pieces("枫桥经验"), _pieces("党")
    (['fraud'], ['枫桥', '桥经', '经验'], ['党'])
    """
    if word.isascii():
        return [word]
    pieces: list[str] = []
    for run in _RUN.finditer(word):
        if run["han"] and len(run[0]) > 1:
            pieces += map("".join, pairwise(run[0]))
        else:
            pieces.append(run[0])
    return pieces


def _word(word: str) -> str:
    """A word without its possessive ending and apostrophes."""
    if word.isalpha():
        return word
    parts = re.split("['\u2019]", word)
    if len(parts) > 1 and parts[-1] == "s":
        parts.pop()
    return "".join(parts)
