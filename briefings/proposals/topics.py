"""Proposes topics: phrases that some parts of the texts name repeatedly and others do not.

A part (a question with its answer, a section, a paragraph of an opening statement) is on a topic
according to the site's own rule, `group.topics`. A phrase is a topic if it is used largely in such
parts; the proposals that cover most of what has no topic yet come first.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..group.topics import IN_TEXT, TopicWords, on_topics
from ..model import Briefing, Corpus
from ..wording import count
from .phrases import Key, function_words, is_owned, key_of
from .reading import Part, keys_in, names_of_people, one_of, parts_of, runs_of
from .writing import Example, Field, Proposal, example, most_common, spread, titled

_CAPITAL_BEFORE = re.compile(r"(?<!\w)([^\W\d_a-z][\w’'-]*) $")
_WINDOW = 40  # characters looked at before a phrase
_CAPITAL_BEHIND = re.compile(r" [^\W\d_a-z]")
MOST = 60
"""Maximum number of proposed topics."""
_FEW = 4  # this number of parts is never too large for a topic
_LEAST = 2  # parts on a topic, or one that names it repeatedly and this many briefings naming it
_KEEPS_ON = 5
_WORTH = 0.7  # minimum total weight of the parts that a proposal covers
_WIDEST = 0.15  # a phrase in a larger share of all parts is too general for a topic
_PASSAGE = 0.3  # weight of a paragraph, if that of a question is 1
_AGAIN = 0.35  # factor for a part that another proposal covers
_NAMED = 1.5  # factor for a part whose title contains the phrase
_NAME = 0.9  # a single word is a name if this share of its occurrences is capitalised
_CUT = 0.4  # share of a phrase's occurrences that are part of a longer name
_VARIANTS = 6
_SHARED = 0.6  # share of a variant's parts that are also on the topic


@dataclass(slots=True)
class Counted:
    """Counts for one phrase: its occurrences, and the parts that are on it by the rule.

    `on` maps the number of each such part to its weight; `surfaces` counts the wordings as printed,
    `cut` the occurrences within a longer name.
    """

    times: int = 0
    within: int = 0
    most: int = 0
    named: int = 0
    asked: int = 0
    briefings: set[str] = field(default_factory=set)
    on: dict[int, float] = field(default_factory=dict)
    surfaces: Counter[str] = field(default_factory=Counter)
    cut: int = 0

    @property
    def surface(self) -> str:
        """The most common wording."""
        return most_common(self.surfaces)


@dataclass(slots=True)
class _Candidate:
    """What a group of wordings covers by the site's rule."""

    exchanges: int = 0
    sections: int = 0
    passages: int = 0
    fresh: int = 0
    briefings: set[str] = field(default_factory=set)
    examples: list[Example] = field(default_factory=list)


def topics(corpus: Corpus) -> list[Proposal]:
    """Proposes topics for what has none yet, those that cover most first."""
    proposed = groups(corpus.briefings, names_of_people(corpus))
    candidates = _gathered(corpus.briefings, proposed)
    return [
        _proposal(words, candidate)
        for words, candidate in zip(proposed, candidates, strict=True)
        if candidate.fresh
    ]


def _proposal(words: tuple[str, ...], candidate: _Candidate) -> Proposal:
    counted = [
        count(n, noun)
        for n, noun in (
            (candidate.exchanges, "question"), (candidate.sections, "section"),
            (candidate.passages, "passage"),
        )
        if n
    ]  # fmt: skip
    already = candidate.exchanges + candidate.sections + candidate.passages - candidate.fresh
    return Proposal(
        name=words[0],
        fields=(
            Field("title", titled(words[0])),
            Field("description", f"Questions and passages that speak of {one_of(words)}."),
            Field("words", words),
        ),
        counts=f"{', '.join(counted)} in {count(len(candidate.briefings), 'briefing')}"
        + (f"; {already} of these are on a topic already" if already else ""),
        examples=spread(candidate.examples),
    )


def _gathered(
    briefings: Iterable[Briefing], proposed: Sequence[tuple[str, ...]]
) -> list[_Candidate]:
    """What the site would assign to each proposed topic."""
    names = [str(n) for n in range(len(proposed))]
    rule = TopicWords(tuple(zip(names, proposed, strict=True)), ())
    keys = [{key_of(word) for word in words} for words in proposed]
    candidates = [_Candidate() for _ in proposed]
    for briefing in briefings:
        on = on_topics(briefing, rule)
        topics_of = {**dict(on.parts), **dict(on.passage_topics)}
        for part in parts_of(briefing):
            for topic in map(int, topics_of.get(part.id, ())):
                candidate = candidates[topic]
                candidate.exchanges += part.is_exchange
                candidate.passages += part.is_passage
                candidate.sections += not part.is_exchange and not part.is_passage
                candidate.fresh += not part.topics
                candidate.briefings.add(briefing.slug)
                candidate.examples += list(_examples(briefing.slug, part, keys[topic]))[:1]
    return candidates


def _examples(briefing: str, part: Part, keys: Collection[Key]) -> Iterator[Example]:
    for passage in (*part.asked, *part.told):
        for _, start, end in keys_in(passage.text, keys):
            yield example(briefing, part.source, passage, start, end)


def groups(briefings: Sequence[Briefing], left_out: Collection[Key] = ()) -> list[tuple[str, ...]]:
    """Groups of wordings as printed, the topic's name first; phrases in `left_out` are not used."""
    runs = runs_of(briefings)
    known = (frozenset(runs.phrases()) | runs.returning_names) - frozenset(left_out)
    counted, covered = _count(briefings, known)
    candidates = {
        key: phrase
        for key, phrase in counted.items()
        if _can_be(key, phrase, len(covered), covered)
    }
    share = [0.0 if is_covered else 1.0 for is_covered in covered]
    proposals: list[tuple[str, ...]] = []
    while candidates and len(proposals) < MOST:
        score, key = max(
            (_score(key, phrase, share, len(covered)), key) for key, phrase in candidates.items()
        )
        if score <= 0:
            break
        group = [key, *_variants(key, candidates)]
        if sum(share[n] * weight for n, weight in candidates[key].on.items()) >= _WORTH:
            proposals.append(tuple(candidates[wording].surface for wording in group))
            for wording in group:
                for n in candidates[wording].on:
                    share[n] *= _AGAIN
        candidates = {
            candidate: phrase
            for candidate, phrase in candidates.items()
            if candidate not in group and not any(_holds(candidate, wording) for wording in group)
        }
    return proposals


def _count(
    briefings: Iterable[Briefing], known: Collection[Key]
) -> tuple[dict[Key, Counted], list[bool]]:
    """The counts for each known phrase, and for each part whether it is on a topic."""
    counted: dict[Key, Counted] = defaultdict(Counted)
    covered: list[bool] = []
    for briefing in briefings:
        for part in parts_of(briefing):
            _count_part(part, briefing.slug, len(covered), known, counted)
            covered.append(bool(part.topics))
    return counted, covered


def _count_part(
    part: Part, briefing: str, n: int, known: Collection[Key], counted: dict[Key, Counted]
) -> None:
    named = {key for key, _, _ in keys_in(part.named, known)}
    asked: Counter[Key] = Counter(named) if not part.is_exchange else Counter()
    answered: Counter[Key] = Counter()
    small = function_words(part.language).small
    for times, passages in ((asked, part.asked), (answered, part.told)):
        for passage in passages:
            for key, start, end in keys_in(passage.text, known):
                times[key] += 1
                counted[key].surfaces[passage.text[start:end]] += 1
                counted[key].cut += _is_cut(passage.text, start, end, small)
    for key in {**asked, **answered}:
        phrase, times_here = counted[key], asked[key] + answered[key]
        phrase.times += times_here
        phrase.briefings.add(briefing)
        phrase.most = max(phrase.most, times_here)
        if asked[key] or answered[key] >= IN_TEXT:
            weight = _PASSAGE if part.is_passage else 1.0
            phrase.on[n] = weight * (_NAMED if key in named else 1.0)
            phrase.within += times_here
            phrase.named += key in named
            phrase.asked += part.is_exchange and bool(asked[key])


def _is_cut(text: str, start: int, end: int, small: Collection[str]) -> bool:
    """Whether a name continues before or after these words."""
    if not text[start].isupper():
        return False
    previous = _CAPITAL_BEFORE.search(text[max(0, start - _WINDOW) : start])
    return bool(_CAPITAL_BEHIND.match(text, end)) or (
        previous is not None and previous[1].casefold() not in small
    )


def _can_be(key: Key, phrase: Counted, parts: int, covered: Sequence[bool]) -> bool:
    on = len(phrase.on)
    fresh = sum(not covered[n] for n in phrase.on)
    if on < _LEAST and (not on or phrase.most < _KEEPS_ON or len(phrase.briefings) < _LEAST):
        return False
    if fresh * 2 < on or on > max(_WIDEST * parts, _FEW):
        return False
    if phrase.cut > _CUT * phrase.times or is_owned(phrase.surface):
        return False
    if len(key) == 1:
        names = sum(n for text, n in phrase.surfaces.items() if text[0].isupper())
        return phrase.most >= IN_TEXT and names >= _NAME * phrase.times
    return phrase.named > 0 or phrase.most >= IN_TEXT or phrase.asked >= _LEAST


def _score(key: Key, phrase: Counted, share: Sequence[float], parts: int) -> float:
    gathered = sum(weight * share[n] for n, weight in phrase.on.items())
    rare = math.log(parts / len(phrase.on)) if parts > len(phrase.on) else 0.1
    return gathered * (phrase.within / phrase.times) * rare * math.log2(1 + len(key))


def _variants(key: Key, candidates: Mapping[Key, Counted]) -> list[Key]:
    """Other wordings of the same thing: they share a word and most of their parts with it."""
    own_parts = candidates[key].on.keys()
    similar = []
    for candidate, phrase in candidates.items():
        if candidate == key or _holds(candidate, key) or not set(candidate) & set(key):
            continue
        shared = len(own_parts & phrase.on.keys())
        if shared >= _SHARED * len(phrase.on):
            similar.append((-shared, candidate))
    variants: list[Key] = []
    for _, candidate in sorted(similar):
        if not any(_holds(candidate, variant) for variant in variants):
            variants.append(candidate)
    return variants[:_VARIANTS]


def _holds(longer: Key, shorter: Key) -> bool:
    """Whether a phrase contains another one, whose matches then include its own."""
    n = len(shorter)
    return any(longer[at : at + n] == shorter for at in range(len(longer) - n + 1))
