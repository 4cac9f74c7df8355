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
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def number_differences(
    a: Side, b: Side, beside: Sequence[Figure]
) -> Iterator[tuple[int, Difference]]:
    """Yield differences between figures, each with the index of its sentence.

    Indices count up from 0 for sentences of `a`, and down from -1 for those of `b`.

    `beside` are the figures of the passages to which a belongs.
    """
    equal = _agreeing(a, b)
    for i, j in sorted(equal.items()):
        n = a.figures[i][0]
        for difference in _of_one_value(i, j, a, b, beside):
            yield n, difference
    differing: set[int] = set()
    for j, (m, figure_b) in enumerate(b.figures):
        if j in equal.values():
            continue
        match = _same_subject(figure_b, a, b, equal)
        if match is None:
            match = _only_of_unit(m, figure_b, a, b, equal)
        if match is None:
            match = _miscopied(m, figure_b, a, b, {*equal, *differing})
        if match is not None:
            differing.add(match)
            n, figure = a.figures[match]
            words = _phrase(figure), _phrase(figure_b)
            yield n, _difference("value", "other-value", *words, figure, figure_b)
        elif not _has_number(a.text, figure_b):
            yield -m - 1, _difference("value", "figure-added", "", _phrase(figure_b), figure_b)
    for i, (n, figure) in enumerate(a.figures):
        if i not in equal and i not in differing:
            equal_figures = [f for k, (_, f) in enumerate(a.figures) if k in equal]
            # One number of two things; a thing whose number is repeated is reported once.
            is_repeated = bool(_stems(figure)) and any(
                f.stated.value == figure.stated.value and _stems(f).isdisjoint(_stems(figure))
                for f in equal_figures
            )
            if is_repeated or not _has_number(b.text, figure):
                yield n, _difference("omission", "figure-left-out", _phrase(figure), "", figure)


def _of_one_value(
    i: int, j: int, a: Side, b: Side, beside: Sequence[Figure]
) -> Iterator[Difference]:
    """Yield the differences of two figures with the same value: figure i of `a`, and j of `b`."""
    (n, figure_a), (m, figure_b) = a.figures[i], b.figures[j]
    if figure_a.stated.comparator != figure_b.stated.comparator:
        words = _with_comparator(figure_a, a.texts[n]), _with_comparator(figure_b, b.texts[m])
        # Two exceptions: in "we estimate that", the comparator is separate and cannot be shown; and
        # in "no class may have more than 30", the limit is 30.
        denied = _denies(figure_a, a.texts[n]) or _denies(figure_b, b.texts[m])
        if words[0] != words[1] and not denied:
            rule = "other-bound" if other_bound(figure_a, figure_b) else "comparator"
            yield _difference("value", rule, *words, figure_a, figure_b)
    if exchanged(figure_a, figure_b) and not (_has_value(b, figure_a) or _has_value(a, figure_b)):
        words = figure_a.stated.quote, figure_b.stated.quote
        yield _difference("unit", "other-unit", *words, figure_a, figure_b)
    words = _with_time(figure_a, a.texts[n]), _with_time(figure_b, b.texts[m])
    if all(words) and words[0].split()[-1] != words[1].split()[-1]:
        yield _difference("unit", "other-rate", *words, figure_a, figure_b)
    ways = {figure_a.stated.direction, figure_b.stated.direction}
    if ways == {"increase", "decrease"} and not (
        _rises_and_falls(a.texts[n], a.language) or _rises_and_falls(b.texts[m], b.language)
    ):
        words = _with_direction(figure_a, a.texts[n]), _with_direction(figure_b, b.texts[m])
        yield _difference("value", "other-direction", *words, figure_a, figure_b)
    if _confused(figure_a, figure_b, beside) and not _names_subject(figure_a, b.texts[m]):
        words = figure_a.stated.subject, figure_b.stated.subject
        yield _difference("unit", "counted-thing", *words, figure_a, figure_b)


def _rises_and_falls(sentence: str, language: Language) -> bool:
    """Return whether a sentence has both rises and falls, which may be confused."""
    words = re.findall(r"\w+", sentence.casefold())
    directions = {language.grammar.directions.get(word) for word in words}
    return {"increase", "decrease"} <= directions


def _denies(figure: Figure, sentence: str) -> bool:
    """Return whether a denial precedes a number in its clause."""
    at = sentence.find(figure.stated.quote)
    return bool(_words(figure).denial.search(re.split(r"[,;:]\s", sentence[: max(at, 0)])[-1]))


def _confused(figure_a: Figure, figure_b: Figure, beside: Sequence[Figure]) -> bool:
    """Return whether a number counts what another number next to its counterpart counts."""
    if not (_is_count(figure_a) and _is_count(figure_b)):
        return False
    if any("carried-subject" in figure.stated.reasons for figure in (figure_a, figure_b)):
        return False
    stems_b = _stems(figure_b)
    likely = max(
        (len(stems_b & _stems(f)) for f in beside if f.stated.value != figure_a.stated.value),
        default=0,
    )
    return likely > len(stems_b & _stems(figure_a))


def _names_subject(figure: Figure, text: str) -> bool:
    """Return whether a sentence names everything that a figure counts, even for another number."""
    return _stems(figure) <= frozenset(stems(text, language_of(figure.language)))


def _only_of_unit(m: int, figure: Figure, a: Side, b: Side, equal: Mapping[int, int]) -> int | None:
    """Return the index of the only figure with the same unit on the other side, or None.

    This applies to money and measures only: a sentence may have many cases, people and shares,
    which cannot be distinguished.
    """
    stated = figure.stated
    in_a, in_b = (
        [
            (n, candidate)
            for n, (_, candidate) in enumerate(side.figures)
            if (candidate.stated.unit, candidate.stated.role) == (stated.unit, stated.role)
        ]
        for side in (a, b)
    )
    if stated.unit in _LOOSE or len(in_a) != 1 or len(in_b) != 1 or in_a[0][0] in equal:
        return None
    at, candidate = in_a[0]
    words_a, words_b = (frozenset(stems(side.text, side.language)) for side in (a, b))
    is_similar = len(words_a & words_b) >= _SHARED and candidate.stated.value != stated.value
    is_named = bool(_stems(candidate) & words_b or _stems(figure) & words_a)
    is_named = is_named or _retold(a.texts[a.figures[at][0]], b.texts[m], a.language)
    return at if is_similar and is_named else None


def _retold(sentence: str, other: str, language: Language) -> bool:
    """Return whether two sentences share most of their words."""
    mine, theirs = frozenset(stems(sentence, language)), frozenset(stems(other, language))
    shared = len(mine & theirs)
    return shared >= _RETOLD and shared >= _MOSTLY * min(len(mine), len(theirs))


def _has_value(side: Side, figure: Figure) -> bool:
    """Return whether a side has the value of a figure with its unit."""
    stated = figure.stated
    return any(
        (other.stated.value, other.stated.unit) == (stated.value, stated.unit)
        for _, other in side.figures
    )


def _miscopied(m: int, figure: Figure, a: Side, b: Side, matched: Collection[int]) -> int | None:
    """Return the index of the number of which this one may be a slip, or None.

    It has an added or missing digit, or swapped ones, and the sentences are otherwise the same.
    """
    role = figure.stated.role
    for i, (n, original) in enumerate(a.figures):
        if i in matched or original.stated.role != role or not _one_measure(original, figure):
            continue
        near = slip_of(original, figure) and _retold(a.texts[n], b.texts[m], a.language)
        if near and not _has_number(b.text, original):
            return i
    return None


def _with_direction(figure: Figure, sentence: str) -> str:
    """Return a figure with its direction, in the words of the sentence if they follow: "2 percent
    more"."""
    quote, direction = figure.stated.quote, figure.stated.direction
    at = sentence.find(quote)
    following = _NEXT_WORD.match(sentence, at + len(quote)) if at >= 0 else None
    ways = language_of(figure.language).grammar.directions
    if following and ways.get(following[1].casefold()) == direction:
        return f"{quote} {following[1]}"
    return f"{_phrase(figure)}, {'a rise' if direction == 'increase' else 'a fall'}"


def _has_number(text: str, figure: Figure) -> bool:
    """Return whether the number of a figure occurs in a text, even within a word: "five-year"."""
    number_words = _WORD.findall(figure.stated.quote.casefold())
    return bool(number_words) and number_words[0] in _WORD.findall(text.casefold())


def _has_number_otherwise(side: Side, figure: Figure) -> bool:
    """Return whether a number occurs on a side, but not as a figure of that value."""
    values = {stated_figure.stated.value for _, stated_figure in side.figures}
    return figure.stated.value not in values and _has_number(side.text, figure)


def _agreeing(a: Side, b: Side) -> dict[int, int]:
    """Match figures of the same value on both sides one to one; of several, those with similar
    subjects."""
    likely = sorted(
        (-len(_stems(figure_a) & _stems(figure_b)), abs(i - j), i, j)
        for i, (_, figure_a) in enumerate(a.figures)
        for j, (_, figure_b) in enumerate(b.figures)
        if figure_a.stated.value == figure_b.stated.value
        and _is_share(figure_a) == _is_share(figure_b)
    )
    matches: dict[int, int] = {}
    for _, _, i, j in likely:
        if i not in matches and j not in matches.values():
            matches[i] = j
    return matches


def _same_subject(figure: Figure, a: Side, b: Side, equal: Mapping[int, int]) -> int | None:
    """Return the index of the figure on the other side with the same subject, if one fits best, or
    None.

    A number that has an equal counterpart belongs to that, unless it shares fewer words with it. A
    number that occurs on the other side only within a word is not a different value.
    """
    own_stems = _stems(figure)
    best: tuple[float, int] | None = None
    if _has_number_otherwise(a, figure):
        return None
    for i, (_, candidate) in enumerate(a.figures):
        stated = candidate.stated
        if stated.role != figure.stated.role or not _one_measure(candidate, figure):
            continue
        agreed = (
            _stems(b.figures[equal[i]][1]) & _stems(candidate) if i in equal else frozenset[str]()
        )
        if i in equal and len(agreed) >= len(own_stems & _stems(candidate)):
            continue
        if stated.value == figure.stated.value or _has_number_otherwise(b, candidate):
            continue
        candidate_stems = _stems(candidate)
        rivals = [
            _stems(f) for _, f in a.figures if f is not candidate and f.stated.role == stated.role
        ]
        shared = own_stems & candidate_stems
        if shared - frozenset[str]().union(*rivals) and _one_period(candidate, figure):
            likeness = len(shared) / min(len(own_stems), len(candidate_stems))
            if likeness >= _AGREE:
                best = max(best or (likeness, i), (likeness, i))
    return best[1] if best else None


def _one_period(figure: Figure, other: Figure) -> bool:
    """Return whether two figures may be for the same time, as far as both state it."""
    a, b = ((f.stated.period_start, f.stated.period_end) for f in (figure, other))
    return not any(a) or not any(b) or a == b


def _stems(figure: Figure) -> frozenset[str]:
    return frozenset(stems(figure.stated.subject, language_of(figure.language)))


def _words(figure: Figure) -> Comparing:
    return language_of(figure.language).comparing


def _is_share(figure: Figure) -> bool:
    return figure.stated.unit == "%"


def _one_measure(figure: Figure, other: Figure) -> bool:
    """Return whether two figures may measure the same thing: two counts, or values with one
    unit."""
    a, b = figure.stated.unit, other.stated.unit
    return a == b or {a, b} <= _COUNTS


def _is_count(figure: Figure) -> bool:
    subject = figure.stated.subject
    if len(subject.split()) > _NOUN or re.search(r"\d", subject):
        return False
    grammar = language_of(figure.language).grammar
    # what was done to something is not the thing counted: (6,200 have) applied
    is_thing = any(grammar.plural(word) for word in subject.casefold().split())
    return (
        figure.stated.role == "level"
        and not _is_share(figure)
        and is_thing
        and bool(_stems(figure))
    )


def _phrase(figure: Figure) -> str:
    """Return a figure with its subject, as a reader would refer to it."""
    stated = figure.stated
    return f"{stated.quote} ({stated.subject})" if stated.subject else stated.quote


def _with_comparator(figure: Figure, sentence: str) -> str:
    """Return a figure with the comparator before it, as worded in the sentence."""
    at = sentence.find(figure.stated.quote)
    compares = at > 0 and figure.stated.comparator != "="
    comparator = _words(figure).before_number.search(sentence[:at]) if compares else None
    return f"{comparator[0] if comparator else ''}{figure.stated.quote}"


def _with_time(figure: Figure, sentence: str) -> str:
    """Return a figure with the time for which it is, as worded in the sentence, or ""."""
    at = sentence.find(figure.stated.quote)
    rate = _words(figure).each.match(sentence, at + len(figure.stated.quote)) if at >= 0 else None
    return f"{figure.stated.quote}{rate[0]}" if rate else ""


def _difference(kind: DifferenceKind, rule: str, a: str, b: str, *figures: Figure) -> Difference:
    return Difference(kind, rule, a, b, tuple(dict.fromkeys(figure.id for figure in figures)))
