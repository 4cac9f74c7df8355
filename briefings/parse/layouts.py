"""Labels by layout: conventions of a document, recognized by their repetition.

A colon alone indicates a label before it. A dash, a full stop, brackets, bold type or a separate
line does so only if the document repeats it: names recur, and askers alternate with answerers.
Words with a unique layout are text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ..languages import Language
from . import lexicon
from .blocks import Paragraph
from .labels import LONGEST_INLINE, Candidate, of_words
from .shapes import is_sentence
from .speakers import Directory
from .words import is_interjection, is_link

Layout = str

_FEWEST = 3
_LONGEST_ALONE = 60
_MOST_WORDS = 6
_SHORTEST_SPEECH = 40
# Labels are looked for only at the beginning of a block, however long it is.
_HEAD = 4 * LONGEST_INLINE

_MARKED_UP = r"[#>*_\s]*+"
_SHAPES: tuple[tuple[Layout, re.Pattern[str]], ...] = tuple(
    (layout, re.compile(pattern, re.DOTALL))
    for layout, pattern in (
        ("brackets", rf"{_MARKED_UP}(?P<label>\[(?P<words>[^\[\]:]{{1,60}})\])\s*(?P<rest>.*)"),
        (
            "parentheses",
            rf"{_MARKED_UP}(?P<label>\((?P<words>[^()\[\]:]{{1,60}})\))\s*(?P<rest>.*)",
        ),
        (
            "dash",
            r"(?P<label>(?P<words>[^–—|]{1,60}?))(?:\s+(?:--?|[–—])\s+|\s*[–—]\s*)(?P<rest>\S.*)",
        ),
        ("bar", r"(?P<label>(?P<words>[^|]{1,60}?))\s*\|\s*(?P<rest>[^|]+)"),
        ("lower case", r"(?P<label>(?P<words>[^:：A-Z]{1,40}?))\s*[:：]\s*(?P<rest>.*)"),
    )
)
_POINT = re.compile(r"\.\s+(?=\S)")
_GAP = re.compile(
    r"(?P<words>[^\t]{1,80}?)(?:[ \u00a0\u3000]*\t[\t \u00a0\u3000]*|[ \u00a0\u3000]{3,})(?=\S)"
)
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[A-Za-z]")
_SPEECH_BEGINS = re.compile(r"[\"“‘'(\[¿…—–-]*\s*(?:[^\W_a-zß-öø-ÿ]|\d)")


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A candidate and its layout; `key` is the same for all labels of one speaker."""

    layout: Layout
    candidate: Candidate

    @property
    def key(self) -> str:
        kind = self.candidate.kind
        return self.candidate.key if self.candidate.name else f"({kind})"


def hold_conventions(
    blocks: tuple[Paragraph, ...],
    raws: Mapping[int, str],
    candidates: dict[int, Candidate],
    directory: Directory,
) -> tuple[dict[int, Candidate], dict[int, Candidate]]:
    """Return the labels that follow a convention of the document, and the doubtful ones.

    `raws` are the first lines, as received, of the blocks that may have labels. `candidates` are
    the candidates found so far, most of them by a colon.
    """
    by_layout: dict[Layout, dict[int, _LaidOut]] = {}
    for n in raws:
        for label in _laid_out(blocks, n, raws[n], directory.language):
            known = candidates.get(n)
            # Initials that the source explains are candidates already.
            if known is None or known.pointed or (known.bare and known.kind != "name"):
                by_layout.setdefault(label.layout, {})[n] = label
    colons = {n: _LaidOut("colon", label) for n, label in candidates.items() if not label.bare}
    by_colon = _Evidence(colons, blocks)
    labels = _held_by_colon(colons, by_colon, blocks, directory)
    unsure: dict[int, Candidate] = {}
    ranked = sorted(
        by_layout.items(), key=lambda item: (-_Evidence(item[1], blocks).weight, item[0])
    )
    for layout, members in ranked:
        unlabelled = {n: label for n, label in members.items() if n not in labels}
        evidence = _Evidence(unlabelled, blocks)
        if not evidence.holds(alone=layout == "alone") or evidence.weight < by_colon.weight:
            continue
        judge = _Judge(blocks, directory, evidence, layout)
        for n, label in unlabelled.items():
            held = replace(label.candidate, held=True)
            (labels if judge.is_label(n, label) else unsure)[n] = held
    return labels, {n: label for n, label in unsure.items() if n not in labels}


def _held_by_colon(
    colons: dict[int, _LaidOut],
    evidence: _Evidence,
    blocks: tuple[Paragraph, ...],
    directory: Directory,
) -> dict[int, Candidate]:
    """Return names before a colon that recur in a document with questions and answers.

    If many recur, the name of a person that occurs once before a colon is accepted too.
    """
    if not evidence.holds(alone=False):
        return {}
    judge = _Judge(blocks, directory, evidence, "colon")
    return {
        n: replace(label.candidate, held=True)
        for n, label in colons.items()
        if label.candidate.kind == "name"
        and (
            label.key in evidence.returning
            or judge.is_numbered(label.key)
            or (evidence.weight > _FEWEST and judge.is_person(label.candidate))
        )
        and (
            _speech_below(blocks, n, directory.language)
            if label.candidate.alone
            else _is_speech(label.candidate.rest, directory.language)
        )
    }


class _Evidence:
    """The evidence for a layout: names that recur, and questions below its labels."""

    def __init__(self, members: Mapping[int, _LaidOut], blocks: tuple[Paragraph, ...]) -> None:
        self.counts = Counter(label.key for label in members.values())
        self.returning = {key for key, count in self.counts.items() if count > 1}
        self.kinds = {label.candidate.kind for label in members.values()}
        self.order = sorted(members)
        self.capitals = sum(label.candidate.in_capitals for label in members.values()) * 2 > len(
            members
        )
        # The weight of a layout is the number of its labels with recurring names.
        question_answer = self.kinds >= {"asking", "answering"}
        if question_answer:
            self.returning |= {"(asking)", "(answering)"} & set(self.counts)
        self.weight = sum(self.counts[key] for key in self.returning)
        self.asks = any(
            "?" in block.text
            for n, after in pairwise((*self.order, len(blocks)))
            for block in blocks[n : min(after, n + 12)]
        )
        self._pair = question_answer

    def holds(self, alone: bool) -> bool:
        """Return whether the layout is a convention: names recur, there are several, and questions
        occur."""
        total = sum(self.counts.values())
        if self._pair and self.asks:
            return True
        fewest = _FEWEST if self.asks else 2 * _FEWEST
        if alone and len(self.returning) < 2 and self.weight < _FEWEST:
            fewest = _FEWEST + 1
        return total >= fewest and bool(self.returning) and len(self.counts) > 1


class _Judge:
    """Decide whether a candidate with a conventional layout is a label."""

    def __init__(
        self,
        blocks: tuple[Paragraph, ...],
        directory: Directory,
        evidence: _Evidence,
        layout: Layout,
    ) -> None:
        self._blocks = blocks
        self._language = directory.language
        self._directory = directory
        self._evidence = evidence
        self._layout = layout
        self._titled = {
            word.casefold()
            for block in blocks
            for name in block.titled_names
            for word in (name, *name.split()[-1:])
        }
        self._lower = frozenset().union(*(block.small_words for block in blocks))
        self._numbered = {
            _NUMBER.sub("0", key) for key in evidence.returning if _NUMBER.search(key)
        }
        self._surnames = {key.split()[-1] for key in evidence.returning if key}
        self._after = dict(pairwise((*evidence.order, len(blocks))))

    def is_label(self, n: int, label: _LaidOut) -> bool:
        candidate = label.candidate
        if label.key in self._evidence.returning:
            return True
        name = candidate.name or ""
        if candidate.kind in ("asking", "answering", "chairing", "phrase"):
            return True
        plain = lexicon.without_honorific(name, self._language)
        if plain != name or candidate.role or lexicon.is_outlet_like(name, self._language):
            return True
        if self._directory.person(name) or self._directory.is_outlet(name):
            return True
        if self.is_numbered(label.key):
            return True
        # "Ann Lee" once, and "Lee" repeatedly.
        if name.casefold() in self._titled or (label.key.split() or [""])[-1] in self._surnames:
            return True
        if self.is_person(candidate):
            return True
        in_style = self._evidence.capitals == candidate.in_capitals or len(plain.split()) > 1
        return self._layout != "alone" and in_style and self._asks(n)

    def is_numbered(self, key: str) -> bool:
        """Return whether a key is like "Speaker 3", if "Speaker 1" recurs."""
        return _NUMBER.search(key) is not None and _NUMBER.sub("0", key) in self._numbered

    def is_person(self, candidate: Candidate) -> bool:
        """Return whether a name has two to four words, none of which the text uses as a common
        word."""
        words = lexicon.without_honorific(candidate.name or "", self._language).split()
        return (
            2 <= len(words) <= 4
            and all(word.replace("-", "").replace("'", "").strip(".").isalpha() for word in words)
            and self._language.names.organization_word.search(candidate.name or "") is None
            and self._lower.isdisjoint(word.casefold() for word in words)
            and (self._layout == "lower case") == words[0].islower()
        )

    def _asks(self, n: int) -> bool:
        return any("?" in block.text for block in self._blocks[n : self._after[n]])


def _laid_out(
    blocks: tuple[Paragraph, ...], n: int, raw: str, language: Language
) -> Iterator[_LaidOut]:
    """Yield the layouts in which a block may be set as a label, with speech after or below it."""
    text = blocks[n].text
    for layout, words, label, rest in _cuts(blocks, n, raw, language):
        alone = not rest
        if alone and not _speech_below(blocks, n, language):
            continue
        if not alone and not _is_speech(rest, language):
            continue
        candidate = _candidate(words, label, rest, text, language)
        if candidate is not None:
            yield _LaidOut(layout, candidate)


def _cuts(
    blocks: tuple[Paragraph, ...], n: int, raw: str, language: Language
) -> Iterator[tuple[Layout, str, str, str]]:
    """Yield (layout, the label's words, the label as printed, speech on the same line)."""
    block = blocks[n]
    text = block.text
    if block.emphasis:
        label = text[: block.emphasis]
        yield "emphasis", label, label, text[block.emphasis :].lstrip(" :.–—-")
    head = text[:_HEAD]
    for layout, shape in (*_SHAPES, ("number", language.labels.numbered_layout)):
        match = shape.fullmatch(head)
        if match:
            rest = text[match.start("rest") :] if match.group("rest") else ""
            yield layout, match.group("words"), match.group("label"), rest
    gap = _GAP.match(raw)
    words = " ".join(gap.group("words").split()) if gap else ""
    if gap and words and text.startswith(f"{words} "):
        yield "gap", words, words, text[len(words) + 1 :]
    yield from _pointed(text, language)
    if not block.emphasis and len(text) <= _LONGEST_ALONE and text[-1] not in ".,;:?!…":
        yield "alone", text, text, ""


def _pointed(text: str, language: Language) -> Iterator[tuple[Layout, str, str, str]]:
    """Yield the words before the first full stop that does not end an abbreviation: "Mr. Lee. Good
    morning"."""
    for match in _POINT.finditer(text[: LONGEST_INLINE + 4]):
        label = text[: match.start()]
        last = label.rpartition(" ")[2]
        generic = label.upper() in language.labels.bare_marks or language.labels.numbered.fullmatch(
            label
        )
        if generic or not language.names.abbreviation.fullmatch(f"{last}."):
            yield "full stop", label, label, text[match.end() :]
            return


def _candidate(
    words: str, label: str, rest: str, text: str, language: Language
) -> Candidate | None:
    words = words.strip(" *_#:：.,–—-")
    label = label.strip(" *_#:：.,–—-") if label[:1] not in "[(" else label
    if not words or len(words.split()) > _MOST_WORDS:
        return None
    if lexicon.heading_of(words, language) and not lexicon.is_task(words, language):
        return None
    if is_interjection(words, in_brackets=True, language=language) or is_link(words):
        return None
    numbered = language.labels.numbered.fullmatch(words)
    by_words = of_words(numbered.group("word") if numbered else words, rest, text, language)
    if by_words is None and words.islower() and words.replace(" ", "").isalpha():
        first_word = words.split()[0]
        if first_word not in language.labels.never | language.names.connectors:
            by_words = Candidate("name", words, words, rest, language=language)
    if by_words is None or (by_words.kind == "name" and len(_LETTER.findall(words)) < 2):
        return None
    return replace(by_words, label=label, rest=rest, bare=True)


def _is_speech(rest: str, language: Language) -> bool:
    """Return whether words after a label may be speech: a sentence, or long enough."""
    if not _SPEECH_BEGINS.match(rest) or (
        lexicon.is_role(rest[:60], language) and not is_sentence(rest, language)
    ):
        return False
    return rest.rstrip("\"'”’)]").endswith((".", "?", "!", "…", "—", "–")) or (
        len(rest) >= _SHORTEST_SPEECH
    )


def _speech_below(blocks: tuple[Paragraph, ...], n: int, language: Language) -> bool:
    if n + 1 >= len(blocks) or blocks[n + 1].gap > 2:
        return False
    text = blocks[n + 1].text
    return blocks[n + 1].is_sentence or text.endswith((".", "?", "!", "…"))
