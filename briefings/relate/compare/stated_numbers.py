"""Find numbers that paired sentences state differently: values, comparators, things counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from briefings.languages import Language, language_of
from briefings.languages.comparing import Comparing
from briefings.model import Figure
from briefings.model.relations import Difference, DifferenceKind

from ..stems import stems
from .side import Side
from .slips import exchanged, other_bound, slip_of

# The minimum share of words that subjects must have in common: workers killed, not workers trained.
_AGREE = 0.5
_COUNTS = frozenset({"count", "people", "cases", "vehicles"})
_LOOSE = _COUNTS | {"%", "times"}
# The minimum number of shared words, besides the unit, for two amounts to be of the same thing.
_SHARED = 3
# The minimum number of shared words of sentences on the same thing, and their share of the shorter
# one.
_RETOLD = 5
_MOSTLY = 0.6
_NOUN = 6
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def number_differences(
    a: Side, b: Side, beside: Sequence[Figure]
) -> Iterator[tuple[int, Difference]]:
    """Yield differences between figures, each with the index of its sentence.

    Indices count up from 0 for sentences of `a`, and down from -1 for those of `b`.

    `beside` are the figures of the passages to which a belongs.
    """
    same = _agreeing(a, b)
    for i, j in sorted(same.items()):
        n = a.figures[i][0]
        for difference in _of_one_value(i, j, a, b, beside):
            yield n, difference
    told: set[int] = set()
    for j, (m, other) in enumerate(b.figures):
        if j in same.values():
            continue
        match = _same_subject(other, a, b, same)
        if match is None:
            match = _only_of_unit(m, other, a, b, same)
        if match is None:
            match = _miscopied(m, other, a, b, {*same, *told})
        if match is not None:
            told.add(match)
            n, one = a.figures[match]
            yield n, _differs("value", "other-value", _whole(one), _whole(other), one, other)
        elif not _holds(a.text, other):
            yield -m - 1, _differs("value", "figure-added", "", _whole(other), other)
    for i, (n, one) in enumerate(a.figures):
        if i not in same and i not in told:
            beyond = [f for k, (_, f) in enumerate(a.figures) if k in same]
            # One number of two things; a thing whose number is repeated is reported once.
            again = bool(_stems(one)) and any(
                f.stated.value == one.stated.value and _stems(f).isdisjoint(_stems(one))
                for f in beyond
            )
            if again or not _holds(b.text, one):
                yield n, _differs("omission", "figure-left-out", _whole(one), "", one)


def _of_one_value(
    i: int, j: int, a: Side, b: Side, beside: Sequence[Figure]
) -> Iterator[Difference]:
    """Yield the differences of two figures with the same value: figure i of `a`, and j of `b`."""
    (n, one), (m, other) = a.figures[i], b.figures[j]
    if one.stated.comparator != other.stated.comparator:
        said = _worded(one, a.texts[n]), _worded(other, b.texts[m])
        # Two exceptions: in "we estimate that", the comparator is separate and cannot be shown; and
        # in "no class may have more than 30", the limit is 30.
        denied = _denies(one, a.texts[n]) or _denies(other, b.texts[m])
        if said[0] != said[1] and not denied:
            rule = "other-bound" if other_bound(one, other) else "comparator"
            yield _differs("value", rule, *said, one, other)
    if exchanged(one, other) and not (_has(b, one) or _has(a, other)):
        said = one.stated.quote, other.stated.quote
        yield _differs("unit", "other-unit", *said, one, other)
    said = _with_time(one, a.texts[n]), _with_time(other, b.texts[m])
    if all(said) and said[0].split()[-1] != said[1].split()[-1]:
        yield _differs("unit", "other-rate", *said, one, other)
    ways = {one.stated.direction, other.stated.direction}
    if ways == {"increase", "decrease"} and not (
        _turns(a.texts[n], a.language) or _turns(b.texts[m], b.language)
    ):
        said = _directed(one), _directed(other)
        yield _differs("value", "other-direction", *said, one, other)
    if _confused(one, other, beside) and not _told(one, b.texts[m]):
        said = one.stated.subject, other.stated.subject
        yield _differs("unit", "counted-thing", *said, one, other)


def _turns(sentence: str, language: Language) -> bool:
    """Return whether a sentence has both rises and falls, which may be confused."""
    words = re.findall(r"\w+", sentence.casefold())
    told = {language.grammar.directions.get(word) for word in words}
    return {"increase", "decrease"} <= told


def _denies(figure: Figure, sentence: str) -> bool:
    """Return whether a denial precedes a number in its clause."""
    at = sentence.find(figure.stated.quote)
    return bool(_words(figure).denial.search(re.split(r"[,;:]\s", sentence[: max(at, 0)])[-1]))


def _confused(one: Figure, other: Figure, beside: Sequence[Figure]) -> bool:
    """Return whether a number counts what another number next to its counterpart counts."""
    if not (_counts(one) and _counts(other)):
        return False
    if any("carried-subject" in figure.stated.reasons for figure in (one, other)):
        return False
    mine = _stems(other)
    likely = max(
        (len(mine & _stems(f)) for f in beside if f.stated.value != one.stated.value), default=0
    )
    return likely > len(mine & _stems(one))


def _told(figure: Figure, text: str) -> bool:
    """Return whether a sentence names everything that a figure counts, even for another number."""
    return _stems(figure) <= frozenset(stems(text, language_of(figure.language)))


def _only_of_unit(m: int, figure: Figure, a: Side, b: Side, same: Mapping[int, int]) -> int | None:
    """Return the index of the only figure with the same unit on the other side, or None.

    This applies to money and measures only: a sentence may have many cases, people and shares,
    which cannot be distinguished.
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
    words_a, words_b = (frozenset(stems(side.text, side.language)) for side in (a, b))
    alike = len(words_a & words_b) >= _SHARED and one.stated.value != stated.value
    told = bool(_stems(one) & words_b or _stems(figure) & words_a)
    told = told or _retold(a.texts[a.figures[at][0]], b.texts[m], a.language)
    return at if alike and told else None


def _retold(one: str, other: str, language: Language) -> bool:
    """Return whether two sentences share most of their words."""
    mine, theirs = frozenset(stems(one, language)), frozenset(stems(other, language))
    shared = len(mine & theirs)
    return shared >= _RETOLD and shared >= _MOSTLY * min(len(mine), len(theirs))


def _has(side: Side, figure: Figure) -> bool:
    """Return whether a side has the value of a figure with its unit."""
    stated = figure.stated
    return any(
        (other.stated.value, other.stated.unit) == (stated.value, stated.unit)
        for _, other in side.figures
    )


def _miscopied(m: int, figure: Figure, a: Side, b: Side, taken: Collection[int]) -> int | None:
    """Return the index of the number of which this one may be a slip, or None.

    It has an added or missing digit, or swapped ones, and the sentences are otherwise the same.
    """
    for i, (n, one) in enumerate(a.figures):
        if i in taken or one.stated.role != figure.stated.role or not _one_measure(one, figure):
            continue
        near = slip_of(one, figure)
        if near and _retold(a.texts[n], b.texts[m], a.language) and not _holds(b.text, one):
            return i
    return None


def _directed(figure: Figure) -> str:
    return f"{_whole(figure)}, {'a rise' if figure.stated.direction == 'increase' else 'a fall'}"


def _holds(text: str, figure: Figure) -> bool:
    """Return whether the number of a figure occurs in a text, even within a word: "five-year"."""
    wanted = _WORD.findall(figure.stated.quote.casefold())
    return bool(wanted) and wanted[0] in _WORD.findall(text.casefold())


def _holds_else(side: Side, figure: Figure) -> bool:
    """Return whether a number occurs on a side, but not as a figure of that value."""
    values = {one.stated.value for _, one in side.figures}
    return figure.stated.value not in values and _holds(side.text, figure)


def _agreeing(a: Side, b: Side) -> dict[int, int]:
    """Match figures of the same value on both sides one to one; of several, those with similar
    subjects."""
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


def _same_subject(figure: Figure, a: Side, b: Side, same: Mapping[int, int]) -> int | None:
    """Return the index of the figure on the other side with the same subject, if one fits best, or
    None.

    A number that has an equal counterpart belongs to that, unless it shares fewer words with it. A
    number that occurs on the other side only within a word is not a different value.
    """
    mine = _stems(figure)
    best: tuple[float, int] | None = None
    if _holds_else(a, figure):
        return None
    for i, (_, one) in enumerate(a.figures):
        stated = one.stated
        if stated.role != figure.stated.role or not _one_measure(one, figure):
            continue
        agreed = _stems(b.figures[same[i]][1]) & _stems(one) if i in same else frozenset[str]()
        if i in same and len(agreed) >= len(mine & _stems(one)):
            continue
        if stated.value == figure.stated.value or _holds_else(b, one):
            continue
        theirs = _stems(one)
        rest = [_stems(f) for _, f in a.figures if f is not one and f.stated.role == stated.role]
        shared = mine & theirs
        if shared - frozenset[str]().union(*rest) and _one_period(one, figure):
            alike = len(shared) / min(len(mine), len(theirs))
            if alike >= _AGREE:
                best = max(best or (alike, i), (alike, i))
    return best[1] if best else None


def _one_period(one: Figure, other: Figure) -> bool:
    """Return whether two figures may be for the same time, as far as both state it."""
    a, b = ((f.stated.period_start, f.stated.period_end) for f in (one, other))
    return not any(a) or not any(b) or a == b


def _stems(figure: Figure) -> frozenset[str]:
    return frozenset(stems(figure.stated.subject, language_of(figure.language)))


def _words(figure: Figure) -> Comparing:
    return language_of(figure.language).comparing


def _share(figure: Figure) -> bool:
    return figure.stated.unit == "%"


def _one_measure(one: Figure, other: Figure) -> bool:
    """Return whether two figures may measure the same thing: two counts, or values with one
    unit."""
    a, b = one.stated.unit, other.stated.unit
    return a == b or {a, b} <= _COUNTS


def _counts(figure: Figure) -> bool:
    subject = figure.stated.subject
    if len(subject.split()) > _NOUN or re.search(r"\d", subject):
        return False
    grammar = language_of(figure.language).grammar
    # what was done to something is not the thing counted: (6,200 have) applied
    thing = any(grammar.plural(word) for word in subject.casefold().split())
    return figure.stated.role == "level" and not _share(figure) and thing and bool(_stems(figure))


def _whole(figure: Figure) -> str:
    """Return a figure with its subject, as a reader would refer to it."""
    stated = figure.stated
    return f"{stated.quote} ({stated.subject})" if stated.subject else stated.quote


def _worded(figure: Figure, sentence: str) -> str:
    """Return a figure with the comparator before it, as worded in the sentence."""
    at = sentence.find(figure.stated.quote)
    compares = at > 0 and figure.stated.comparator != "="
    before = _words(figure).before_number.search(sentence[:at]) if compares else None
    return f"{before[0] if before else ''}{figure.stated.quote}"


def _with_time(figure: Figure, sentence: str) -> str:
    """Return a figure with the time for which it is, as worded in the sentence, or ""."""
    at = sentence.find(figure.stated.quote)
    each = _words(figure).each.match(sentence, at + len(figure.stated.quote)) if at >= 0 else None
    return f"{figure.stated.quote}{each[0]}" if each else ""


def _differs(kind: DifferenceKind, rule: str, a: str, b: str, *figures: Figure) -> Difference:
    return Difference(kind, rule, a, b, tuple(dict.fromkeys(one.id for one in figures)))
