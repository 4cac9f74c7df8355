"""Numbers that paired sentences state differently: values, comparing words, what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefings.model import Figure
from briefings.model.relations import Difference, DifferenceKind

from ..stems import stems
from .side import Side

_COMPARING = re.compile(
    r"\b(?:approximately|about|around|nearly|almost|roughly|some|over|more\s+than|at\s+least|"
    r"less\s+than|fewer\s+than|under|up\s+to|as\s+many\s+as|close\s+to|no\s+(?:more|less|fewer)\s+than"
    r"|[\w]+ing|above|below)\s+(?:a\s+total\s+of\s+)?$",
    re.IGNORECASE,
)
_AGREE = 0.5
_COUNTS = frozenset({"count", "people", "cases", "vehicles"})
_LOOSE = _COUNTS | {"%", "times"}
# Words that two sentences share besides the unit for their amounts to be of one thing.
_SHARED = 3
_NOUN = 6
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def number_differences(
    a: Side, b: Side, beside: Sequence[Figure]
) -> Iterator[tuple[int, Difference]]:
    """Figures that differ, by the place of their sentence: 0, 1, ... in a; -1, -2, ... in b.

    `beside` are the figures of the passages that a stands in.
    """
    same = _agreeing(a, b)
    for i, j in sorted(same.items()):
        (n, one), (m, other) = a.figures[i], b.figures[j]
        if one.stated.comparator != other.stated.comparator:
            said = _worded(one, a.texts[n]), _worded(other, b.texts[m])
            yield n, _differs("value", "comparator", *said, one, other)
        if {one.stated.direction, other.stated.direction} == {"increase", "decrease"}:
            said = _directed(one), _directed(other)
            yield n, _differs("value", "other-direction", *said, one, other)
        if _confused(one, other, beside) and not _told(one, b.texts[m]):
            said = one.stated.subject, other.stated.subject
            yield n, _differs("unit", "counted-thing", *said, one, other)
    told: set[int] = set()
    for j, (m, other) in enumerate(b.figures):
        if j in same.values():
            continue
        match = _same_subject(other, a)
        if match is None:
            match = _only_of_unit(other, a, b, same)
        if match is not None:
            told.add(match)
            n, one = a.figures[match]
            yield n, _differs("value", "other-value", _whole(one), _whole(other), one, other)
        elif not _holds(a.text, other):
            yield -m - 1, _differs("value", "figure-added", "", _whole(other), other)
    for i, (n, one) in enumerate(a.figures):
        if i not in same and i not in told:
            beyond = [f for k, (_, f) in enumerate(a.figures) if k in same]
            # One number of two things; a thing whose number is said twice is told once.
            again = bool(_stems(one)) and any(
                f.stated.value == one.stated.value and _stems(f).isdisjoint(_stems(one))
                for f in beyond
            )
            if again or not _holds(b.text, one):
                yield n, _differs("omission", "figure-left-out", _whole(one), "", one)


def _confused(one: Figure, other: Figure, beside: Sequence[Figure]) -> bool:
    """Whether a number counts what another number beside its counterpart counts."""
    if not (_counts(one) and _counts(other)):
        return False
    mine = _stems(other)
    likely = max(
        (len(mine & _stems(f)) for f in beside if f.stated.value != one.stated.value), default=0
    )
    return likely > len(mine & _stems(one))


def _told(figure: Figure, text: str) -> bool:
    """Whether a sentence names all that a figure counts, be it beside another number."""
    return _stems(figure) <= frozenset(stems(text))


def _only_of_unit(figure: Figure, a: Side, b: Side, same: Mapping[int, int]) -> int | None:
    """The other side's one figure of the unit of this one, the only one of its unit here.

    Money and measures only: cases, people and shares are too many in a sentence to be told apart.
    """
    stated = figure.stated
    here, there = (
        [
            (n, one)
            for n, (_, one) in enumerate(side.figures)
            if (one.stated.unit, one.stated.role) == (stated.unit, stated.role)
        ]
        for side in (a, b)
    )
    if stated.unit in _LOOSE or len(here) != 1 or len(there) != 1 or here[0][0] in same:
        return None
    at, one = here[0]
    words_a, words_b = frozenset(stems(a.text)), frozenset(stems(b.text))
    alike = len(words_a & words_b) >= _SHARED and one.stated.value != stated.value
    told = bool(_stems(one) & words_b or _stems(figure) & words_a)
    return at if alike and told else None


def _directed(figure: Figure) -> str:
    return f"{_whole(figure)}, {'a rise' if figure.stated.direction == 'increase' else 'a fall'}"


def _holds(text: str, figure: Figure) -> bool:
    """Whether the number of a figure stands in a text, be it within a word: "five-year"."""
    wanted = _WORD.findall(figure.stated.quote.casefold())
    return bool(wanted) and wanted[0] in _WORD.findall(text.casefold())


def _agreeing(a: Side, b: Side) -> dict[int, int]:
    """Figures of one value on both sides, each once; where there are more, by what they count."""
    likely = sorted(
        (-len(_stems(one) & _stems(other)), abs(i - j), i, j)
        for i, (_, one) in enumerate(a.figures)
        for j, (_, other) in enumerate(b.figures)
        if one.stated.value == other.stated.value and _share(one) == _share(other)
    )
    found: dict[int, int] = {}
    for _, _, i, j in likely:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _same_subject(figure: Figure, a: Side) -> int | None:
    """The figure on the other side that is stated of the same thing, if one is more so than all."""
    mine = _stems(figure)
    best: tuple[float, int] | None = None
    for i, (_, one) in enumerate(a.figures):
        stated = one.stated
        if stated.role != figure.stated.role or not _one_measure(one, figure):
            continue
        theirs = _stems(one)
        rest = [_stems(f) for _, f in a.figures if f is not one and f.stated.role == stated.role]
        shared = mine & theirs
        if stated.value != figure.stated.value and shared - frozenset[str]().union(*rest):
            alike = len(shared) / min(len(mine), len(theirs))
            best = max(best or (_AGREE, i), (alike, i))
    return best[1] if best else None


def _stems(figure: Figure) -> frozenset[str]:
    return frozenset(stems(figure.stated.subject))


def _share(figure: Figure) -> bool:
    return figure.stated.unit == "%"


def _one_measure(one: Figure, other: Figure) -> bool:
    """Whether two figures may be values of one measure: counts of whatever, or one unit."""
    a, b = one.stated.unit, other.stated.unit
    return a == b or {a, b} <= _COUNTS


def _counts(figure: Figure) -> bool:
    subject = figure.stated.subject
    if len(subject.split()) > _NOUN or re.search(r"\d", subject):
        return False
    return figure.stated.role == "level" and not _share(figure) and bool(_stems(figure))


def _whole(figure: Figure) -> str:
    """A figure with what it is stated of, as a reader would point at it."""
    stated = figure.stated
    return f"{stated.quote} ({stated.subject})" if stated.subject else stated.quote


def _worded(figure: Figure, sentence: str) -> str:
    """A figure with the comparing word before it, as the sentence has it."""
    at = sentence.find(figure.stated.quote)
    compares = at > 0 and figure.stated.comparator != "="
    before = _COMPARING.search(sentence[:at]) if compares else None
    return f"{before[0] if before else ''}{figure.stated.quote}"


def _differs(kind: DifferenceKind, rule: str, a: str, b: str, *figures: Figure) -> Difference:
    return Difference(kind, rule, a, b, tuple(dict.fromkeys(one.id for one in figures)))
