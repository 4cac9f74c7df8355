"""Commitments: sentences in which officials announce something, and what was said of it later.

A later statement is one on the same thing, by its terms and rarer words; whether it fulfils
anything is nothing that a rule could know.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..isolation import COMMITMENTS, Part, attempt
from ..model import Corpus, Place, Section, TermMention, Turn
from ..model.relations import Commitment, CommitmentKind, Statement
from ..problems import Problems
from .said import Attribution, Attributions
from .sentences import courteous, split
from .units import by_passage
from .words import stems

_CUE = re.compile(
    r"\b(?:(?:for|in|as)\s+(?:the|a|our)\s+next\s+(?:step|phase|stage|year|month|few\s+\w+)|"
    r"going\s+forward|moving\s+forward|looking\s+ahead|in\s+the\s+(?:near\s+)?future|"
    r"from\s+now\s+on|next(?=,))",
    re.IGNORECASE,
)
_BODY = (
    r"(?:(?i:ministry|department|bureau|office|administration|commission|committee|council|board|agency|"
    r"authorit(?:y|ies)|organs?|government|police|service|party|state|country|china|association|"
    r"court|centre|center)|(?P<short>[A-Z]{2,6}))"
)
# Who announces: "we", or a body named right before "will".
_WILL = re.compile(
    rf"(?:\b(?P<we>[Ww]e)|\b{_BODY}s?(?:\s+(?:across|of|at|in|nationwide|throughout)\b[^,;.]{{0,40}})?)"
    r"(?:['’]ll|\s+(?:will|shall|plans?\s+to|intends?\s+to|(?:are|is)\s+going\s+to))\s+"
    r"(?!not\s+be\s+able|have\s+to|you\b|now\b|take\s+(?:your|those|the\s+\w+)\s+|answer\b|brief\b)",
)
_PASSIVE = re.compile(
    r"\bwill\s+(?:\w+\s+)?be\s+(?:released|published|issued|announced|introduced|launched|selected|"
    r"opened|established|adopted|completed|set\s+up|rolled\s+out|put\s+in\s+place|held|submitted)\b"
)
_RELEASE = re.compile(
    r"\bwill\s+(?:\w+ly\s+|also\s+|soon\s+|then\s+)*(?:release|publish|issue|announce|introduce|"
    r"unveil|submit)\b|" + _PASSIVE.pattern
)
# What somebody else will do, as the speaker hopes or has heard.
_OTHERS = re.compile(
    r"\b(?:hopes?|believes?|expects?|wish(?:es)?|urges?|trusts?|hoped|asked|according\s+to|"
    r"whether|if)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b[A-Z]{2,6}\b")
_YEAR = re.compile(r"\bin\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"”’']*$")
# Of each thing that two sentences share, the next so many places are looked at.
_AHEAD = 40
_SHOWN = 3
_COMMON = 0.025
# Likeness that is enough where both name one thing that few sentences name, and where not.
_NAMED = 0.18
_UNNAMED = 0.30


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of an official, with what it is on."""

    place: Place
    text: str
    date: str | None
    briefing: int
    part: str
    who: Attribution
    terms: Mapping[str, str]
    words: frozenset[str]


def commitments(
    corpus: Corpus, terms: Sequence[TermMention] = (), problems: Problems | None = None
) -> tuple[Commitment, ...]:
    """Every announcement in the fullest text of each briefing, oldest first."""
    said = list(_sentences(corpus, by_passage(terms), problems))
    paths = {
        witness.source.id: witness.source.path
        for briefing in corpus.briefings
        for witness in briefing.witnesses
    }
    later = _Later(said)
    indicators = [
        (one.id, [frozenset(stems(text)) for text in (one.title, *one.wordings)])
        for one in corpus.indicators
    ]
    topics = _topics(corpus)
    bodies = _bodies(corpus)
    return tuple(
        Commitment(
            id=_id(one),
            kind=kind,
            place=one.place,
            text=one.text,
            cue=cue,
            date=one.date,
            speaker=one.who.person,
            speaker_name=one.who.name or None,
            terms=tuple(sorted(one.terms)),
            indicators=tuple(
                id_
                for id_, wordings in indicators
                if any(words and words <= one.words for words in wordings)
            ),
            topics=topics.get((one.place.briefing, one.part), ()),
            later=later.of(n),
        )
        for n, one in enumerate(said)
        if (
            found := attempt(
                COMMITMENTS,
                Part(paths[one.place.source], one.place.line, one.text),
                partial(announces, one.text, one.date, bodies),
                None,
                problems,
            )
        )
        for kind, cue in [found]
    )


def announces(
    sentence: str, date: str | None = None, bodies: Collection[str] = ()
) -> tuple[CommitmentKind, str] | None:
    """The kind of an announcement and the words that show it; None for any other sentence.

    A sentence on a year that was over on `date` announces nothing, whatever its tense.  Of bodies
    known by their letters only those of `bodies` announce here.

    >>> announces("Next, the ministry will open 40 clinics.")
    ('plan', 'Next')
    >>> announces("Any delay will lead to losses.") is None
    True
    """
    if courteous(sentence) or _QUESTION.search(sentence):
        return None
    will = next(
        (one for one in _WILL.finditer(sentence) if not one["short"] or one["short"] in bodies),
        None,
    ) or _PASSIVE.search(sentence)
    if will is None or _OTHERS.search(sentence[: will.start()]):
        return None
    years = [int(year) for year in _YEAR.findall(sentence)]
    if years and date and not date.startswith("-") and max(years) < int(date[:4]):
        return None
    if release := _RELEASE.search(sentence):
        return "release", release[0]
    if cue := _CUE.search(sentence):
        return "plan", cue[0]
    return "intention", will[0].strip()


class _Later:
    """Finds later sentences on the same thing, a bounded number of places at a time."""

    def __init__(self, said: Sequence[_Said]) -> None:
        self._said = said
        self._bags = [frozenset({*one.words, *one.terms}) for one in said]
        self._counts = Counter(word for bag in self._bags for word in bag)
        self._weights = {
            word: math.log(1 + len(said) / (1 + count)) for word, count in self._counts.items()
        }
        self._index: dict[str, list[int]] = defaultdict(list)
        for n, bag in enumerate(self._bags):
            for word in bag:
                self._index[word].append(n)
        self._sizes = [self._weight(bag) for bag in self._bags]
        self._ends: list[int] = []
        last = len(said)
        for n in range(len(said) - 1, -1, -1):
            if n + 1 < len(said) and said[n].briefing != said[n + 1].briefing:
                last = n + 1
            self._ends.append(last)
        self._ends.reverse()

    def of(self, n: int) -> tuple[Statement, ...]:
        """The likeliest statements of later briefings on what a sentence is on."""
        one = self._said[n]
        rare = [word for word in self._bags[n] if self._tells(word)]
        seen: Counter[int] = Counter()
        for word in rare:
            places = self._index[word]
            start = bisect_right(places, self._ends[n] - 1)
            seen.update(places[start : start + _AHEAD])
        likely = sorted(
            ((self._like(n, m), m) for m, count in seen.items() if count > 1),
            key=lambda found: (-found[0], found[1]),
        )
        chosen = [
            m
            for like, m in likely
            if like >= (_NAMED if self._named(one, self._said[m]) else _UNNAMED)
        ][:_SHOWN]
        return tuple(
            Statement(
                self._said[m].place,
                self._said[m].text,
                self._said[m].date,
                self._shared(one, self._said[m]),
            )
            for m in sorted(chosen)
        )

    def _tells(self, word: str) -> bool:
        return self._counts[word] <= max(4, _COMMON * len(self._said))

    def _weight(self, words: frozenset[str]) -> float:
        return math.fsum(self._weights[word] for word in words)

    def _like(self, n: int, m: int) -> float:
        shared = self._weight(self._bags[n] & self._bags[m])
        return 2 * shared / (self._sizes[n] + self._sizes[m])

    def _named(self, one: _Said, other: _Said) -> list[str]:
        """Terms that both name and that few sentences do."""
        return sorted(term for term in one.terms.keys() & other.terms.keys() if self._tells(term))

    def _shared(self, one: _Said, other: _Said) -> tuple[str, ...]:
        """What both are on: terms as the later sentence words them, else its rarest words."""
        if terms := [other.terms[id_] for id_ in self._named(one, other)]:
            return tuple(dict.fromkeys(terms))
        common = {word for word in one.words & other.words if self._tells(word)}
        words = [word for word in re.findall(r"[\w’'-]+", other.text) if common & set(stems(word))]
        return tuple(dict.fromkeys(words))[:4]


def _sentences(
    corpus: Corpus,
    terms: Mapping[tuple[str, str], Sequence[TermMention]],
    problems: Problems | None,
) -> Iterator[_Said]:
    attributions = Attributions(corpus)
    ordered = sorted(corpus.briefings, key=lambda one: (one.date or "~", one.slug))
    for number, briefing in enumerate(ordered):
        witness = briefing.primary
        parts: list[Turn | Section] = [*witness.turns, *witness.sections]
        for part in parts:
            for passage in part.passages:
                if passage.repeats:
                    continue
                place = Place(briefing.slug, witness.source.id, passage.id, passage.line)
                said: list[_Said] = attempt(
                    COMMITMENTS, Part(witness.source.path, passage.line, passage.text),
                    partial(
                        _of_passage, passage.text, place, (briefing.date, number, part.id),
                        terms.get((briefing.slug, passage.id), ()), attributions,
                    ),
                    [], problems,
                )  # fmt: skip
                yield from said


def _of_passage(
    text: str,
    place: Place,
    of: tuple[str | None, int, str],
    mentions: Sequence[TermMention],
    attributions: Attributions,
) -> list[_Said]:
    """The sentences of a passage; `of` are date and number of its briefing, and its part."""
    found: list[_Said] = []
    at = 0
    for start, end in split(text):
        named: dict[str, str] = {}
        while at < len(mentions) and (mentions[at].place.start or 0) < end:
            if (mentions[at].place.start or 0) >= start:
                named[mentions[at].term] = mentions[at].text
            at += 1
        span = replace(place, start=start, end=end)
        who = attributions.of(span)
        if who.voice in ("chair", "asker"):
            continue
        words = frozenset(stems(text[start:end]))
        found.append(_Said(span, text[start:end], *of, who, named, words))
    return found


def _bodies(corpus: Corpus) -> frozenset[str]:
    """Letters that stand for the bodies of those who speak: (MPS) in a role, say."""
    named = [one.role or "" for briefing in corpus.briefings for one in briefing.participants]
    named += [briefing.host or "" for briefing in corpus.briefings]
    return frozenset(short for text in named for short in _SHORT.findall(text))


def _topics(corpus: Corpus) -> dict[tuple[str, str], tuple[str, ...]]:
    """Topics of each turn and section, by the exchange that it belongs to."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for briefing in corpus.briefings:
        for exchange in briefing.exchanges:
            for turn in (exchange.question, *exchange.handovers, *exchange.answers):
                found[briefing.slug, turn] = exchange.topics
        for section, topics in briefing.section_topics:
            found[briefing.slug, section] = topics
    return found


def _id(one: _Said) -> str:
    day = one.date if one.date and not one.date.startswith("-") else one.place.briefing
    return f"{day}-{one.place.passage}-{one.place.start}"
