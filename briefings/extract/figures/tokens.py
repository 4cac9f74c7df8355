"""Tokenize a passage into words, numbers and signs, with sentences and quotations, for all
rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from briefings.languages import ENGLISH, Language
from briefings.languages.sentences import sentence_spans

_CODES = "USD|EUR|GBP|CNY|RMB|INR|JPY|CHF|AUD|CAD|HKD|SGD|Rs"


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    numerals = language.numerals
    group, point = re.escape(numerals.group_sign), re.escape(numerals.decimal_sign)
    return re.compile(
        rf"""
          (?P<code>(?:{_CODES})(?=[ ]?\d))
        # Most words, which need no more than a look at what follows them.
        | (?P<plain>[^\W\d_]++(?=[ ,;]))
        | (?P<web>(?:https?://|www\.)[^\s<>"“”]{{1,2000}}
            |[\w./?=&-]{{0,200}}+(?:%[0-9A-Fa-f]{{2}}){{2}}[^\s<>"“”]{{0,2000}}
            |(?:[\w-]{{1,40}}+\.){{1,4}}+[a-z]{{2,6}}/[^\s<>"“”]{{1,2000}}|[\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.-]{{1,64}})
        | (?P<when>\d{{4}}-\d{{2}}-\d{{2}}(?!\d)|(?:19|20)\d{{2}}[-–/]\d{{2}}(?![\d/-])
            |\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}(?!\d)
            |\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)
            |{numerals.days})
        | (?P<grouped>\d++(?:{group}\d++)++(?:{point}\d+)?)
        | (?P<number>(?:\d{{1,3}}(?:[ ]\d{{3}}){{2,}}(?!\d)|\d+)(?:{point}\d+)?
            |(?<![\w.)])\.\d+)
        | (?P<mixed>[^\W\d_]{{1,40}}\d\w{{0,40}})
        | (?P<abbreviation>(?:{language.sentences.tokens})\.
            |(?:{language.sentences.before_number})\.(?=[ ]?\d)
            |(?<!\w)(?:[^\W\d_]\.){{2,6}}(?!\w))
        | (?P<currency>(?:US|HK|A|C|NZ|S|R)?[$])
        | (?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)
        | (?P<sign>°[CF]?|[^\w\s]|_)
        """,
        re.VERBOSE,
    )


# A year in a group of digits: "July 12,2021" lacks a space, and "2019,2020" is a list.
_YEAR = re.compile(r"(?:1[89]|2[01])\d\d")
_OPENING, _CLOSING = "“‘", "”’"


class Token(NamedTuple):
    """A word, number or sign.

    `kind` is the name of the pattern that matched; groups of digits separated by commas have the
    kind "number", or "digits" if the grouping is ambiguous.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: str
    sentence: int


class Text:
    """The tokens of a passage; access beyond either end is allowed."""

    def __init__(self, text: str, language: Language = ENGLISH) -> None:
        self.text = text
        self.language = language
        self.grammar = language.grammar
        self.numerals = language.numerals
        self.units = language.units
        self.refusals = language.refusals
        self.periods = language.periods
        self.comparisons = language.comparisons
        self.small = language.small_words
        self.tokens = _tokens(text, language)
        self.named = _quoted_names(text, self.tokens, language.speech.verbs)
        self.bounds = _sentence_bounds(self.tokens)
        self._places: dict[frozenset[str], list[int]] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def lower(self, i: int) -> str:
        """Return the token at `i` in lower case, or "" beyond the ends."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def raw(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def kind(self, i: int) -> str:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        """Return whether there is no space between the token at `i` and the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i].start == self.tokens[i - 1].end

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the first token of the sentence with token `i`, and the token after its last."""
        return self.bounds[self.tokens[i].sentence]

    def slice(self, i: int, j: int) -> str:
        """Return the text from token `i` up to token `j`, unaltered."""
        if i >= j:
            return ""
        return self.text[self.tokens[i].start : self.tokens[j - 1].end]

    def words(self, i: int, j: int) -> tuple[str, ...]:
        """Return tokens `i` to `j` in lower case, "" for those beyond the ends."""
        if i >= 0 and j <= len(self.tokens):
            return tuple([token.lower for token in self.tokens[i:j]])
        return tuple([self.lower(n) for n in range(i, j)])

    def first(self, words: frozenset[str], i: int, end: int) -> int | None:
        """Return the first token from `i` up to `end` that is one of `words`, or None; positions
        are indexed."""
        places = self._places.get(words)
        if places is None:
            places = [n for n, token in enumerate(self.tokens) if token.lower in words]
            self._places[words] = places
        n = bisect_left(places, i)
        return places[n] if n < len(places) and places[n] < end else None


@lru_cache(maxsize=4)
def read(text: str, language: Language = ENGLISH) -> Text:
    """Return the tokens of a passage, from a small cache."""
    return Text(text, language)


def _tokens(text: str, language: Language) -> list[Token]:
    # A quotation continues the sentence before it, whose period applies to it as well.
    spans = sentence_spans(text, language)
    starts = [start for start, _ in spans[1:] if text[start] != '"']
    tokens: list[Token] = []
    sentence = 0
    for start, raw, kind in _pieces(text, language):
        while sentence < len(starts) and start >= starts[sentence]:
            sentence += 1
        tokens.append(Token(start, start + len(raw), raw, raw.lower(), kind, sentence))
    return tokens


def _pieces(text: str, language: Language) -> Iterator[tuple[int, str, str]]:
    """Yield the offset, text and kind of each token."""
    numerals = language.numerals
    for match in _pattern(language).finditer(text):
        kind, raw, start = match.lastgroup or "sign", match.group(), match.start()
        if kind == "plain":
            yield start, raw, "word"
            continue
        if kind != "grouped":
            yield start, raw, kind
            continue
        whole_part = raw.partition(numerals.decimal_sign)[0]
        if numerals.groups.fullmatch(whole_part):
            yield start, raw, "number"
        elif not any(_YEAR.fullmatch(group) for group in whole_part.split(numerals.group_sign)):
            yield start, raw, "digits"
        else:
            # "July 12,2021" and "2019,2020"
            for n, group in enumerate(raw.split(numerals.group_sign)):
                if n:
                    yield start, numerals.group_sign, "sign"
                    start += 1
                yield start, group, "number"
                start += len(group)


def _sentence_bounds(tokens: list[Token]) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    start = 0
    for i, token in enumerate(tokens):
        if i and token.sentence != tokens[i - 1].sentence:
            bounds.append((start, i))
            start = i
    bounds.append((start, len(tokens)))
    return bounds


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return the spans of paired quotation marks, including nested ones; apostrophes are
    ignored."""
    spans: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    straight: int | None = None
    for match in re.finditer('["“”‘’]', text):
        mark, offset = match.group(), match.start()
        if mark == '"':
            if straight is None:
                straight = offset
            else:
                spans.append((straight, offset))
                straight = None
        elif mark in _OPENING:
            stack.append((mark, offset))
        elif (
            mark == "’"
            and offset
            and offset + 1 < len(text)
            and text[offset - 1].isalnum()
            and text[offset + 1].isalnum()
        ):
            continue
        else:
            opening_mark = _OPENING[_CLOSING.index(mark)]
            if stack and stack[-1][0] == opening_mark:
                spans.append((stack.pop()[1], offset))
    return sorted(spans)


def _quoted_names(text: str, tokens: list[Token], verbs: frozenset[str]) -> list[bool]:
    """For each token, return whether it is in a quoted name or slogan rather than quoted speech."""
    in_name = [False] * len(tokens)
    starts = [token.start for token in tokens]
    for start, end in _quotations(text):
        opening = _at(starts, start)
        closing = _at(starts, end)
        if _is_name(tokens, opening, closing, verbs):
            in_name[opening:closing] = [True] * (closing - opening)
    return in_name


def _at(starts: list[int], offset: int) -> int:
    return bisect_left(starts, offset)


def _is_name(tokens: list[Token], opening: int, closing: int, verbs: frozenset[str]) -> bool:
    """Return whether a quotation is a name; it is speech if it is a sentence or has a verb of
    saying.

    Speech: “We planted 300 trees in May,” he said; he said it "rose by some 5 percent in May".
    Names: the "Ten Valleys" scheme; models such as "one officer, one village".
    """
    if closing - opening > 80:
        return False
    inside = tokens[opening + 1 : closing]
    words = sum(token.kind in ("word", "number") for token in inside)
    if words > 40 or any(token.text in "!?。" for token in inside[:-1]):
        return False
    if any(a.sentence != b.sentence for a, b in pairwise(inside)):
        return False
    opens_sentence = opening == 0 or tokens[opening - 1].sentence != tokens[opening].sentence
    around = [token.lower for token in tokens[max(0, opening - 6) : opening]]
    around += [token.lower for token in tokens[closing + 1 : closing + 7]]
    near_verb = any(word in verbs for word in around)
    ends_sentence = bool(inside) and inside[-1].text in ".,!?"
    if words > 5 and (near_verb or (opens_sentence and ends_sentence)):
        return False
    return not (opens_sentence and words > 12)
