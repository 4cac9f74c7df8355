"""What paired sentences say differently: numbers, tense, names, and who is said to have said it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..isolation import DIFFERENCES, Part, attempt
from ..model import Corpus, Figure, Place, TermMention
from ..model.relations import Difference, DifferenceKind, Pair
from ..problems import Problems
from .said import Attributions
from .units import by_passage
from .words import plain, stems

_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t)\s+(?:(?:not|also|further|then|soon|\w+ly)\s+)*"
    r"(?:be\s+|have\s+been\s+|have\s+)?\w+|\b(?:is|are)\s+going\s+to\s+\w+",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:next|going\s+forward|in\s+the\s+(?:future|next)|plan(?:s|ned)?|aim(?:s|ed)?|intend(?:s|ed)?|"
    r"to\s+be|are\s+to|is\s+to|would|should)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:have|has|had|was|were|did)\b(?:\s+\w+){0,2}|\b(?!need|indeed|proceed|exceed|speed|feed|seed|"
    r"hundred|red\b)\w{2,}ed\b|\b(?:fell|rose|grew|made|took|built|held|led|kept|brought|won|lost|"
    r"sent|gave|became|began|set|met|saw|went|came|found|paid|sold|dealt|struck)\b",
    re.IGNORECASE,
)
_COMPARING = re.compile(
    r"\b(?:approximately|about|around|nearly|almost|roughly|some|over|more\s+than|at\s+least|"
    r"less\s+than|fewer\s+than|under|up\s+to|as\s+many\s+as|close\s+to|no\s+(?:more|less|fewer)\s+than"
    r"|[\w]+ing|above|below)\s+(?:a\s+total\s+of\s+)?$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[“\"‘]([^“”\"‘’]{3,60})[”\"’]|"
    r"\b([A-Z][\w-]*(?:\s+(?:(?:of|and|for)\s+(?:the\s+)?)?[A-Z][\w-]*)*)"
)
_NO_VERB = frozenset("compared based related united so-called named".split())
_AGREE = 0.5
_CLAUSE = 4
_NOUN = 6
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class _Side:
    """The sentences of a group on one side, with what they state."""

    places: tuple[Place, ...]
    texts: tuple[str, ...]
    figures: tuple[tuple[int, Figure], ...]

    @property
    def text(self) -> str:
        return " ".join(self.texts)


def differences(
    pairs: Sequence[Pair],
    corpus: Corpus,
    figures: Sequence[Figure],
    terms: Sequence[TermMention] = (),
    problems: Problems | None = None,
) -> tuple[Pair, ...]:
    """The pairs, each with what its sentences say differently."""
    reader = _Reader(corpus, figures, terms)
    groups: dict[tuple[str, str, str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        key = (pair.a.briefing, pair.a.source, pair.b.source, pair.group)
        groups[key].append(pair)
    found: dict[str, list[Difference]] = defaultdict(list)
    for members in groups.values():
        if members[0].a.source == members[0].b.source:
            continue
        if all(pair.kind == "identical" for pair in members):
            continue
        told: list[tuple[str, Difference]] = attempt(
            DIFFERENCES, reader.part(members[0].a), partial(_listed, reader, members), [], problems
        )
        for id_, difference in told:
            if difference not in found[id_]:
                found[id_].append(difference)
    return tuple(
        replace(
            pair,
            differences=tuple(found.get(pair.id, ())),
            figures=bool(reader.values(pair.a) & reader.values(pair.b)),
        )
        for pair in pairs
    )


def _listed(reader: _Reader, members: Sequence[Pair]) -> list[tuple[str, Difference]]:
    return list(reader.compare(members))


class _Reader:
    def __init__(
        self, corpus: Corpus, figures: Sequence[Figure], terms: Sequence[TermMention]
    ) -> None:
        self._said = Attributions(corpus)
        self._terms = by_passage(terms)
        self._people = {
            name
            for one in corpus.people
            for name in (one.name, *one.other_names, *one.name.split())
        }
        self._texts = {
            (briefing.slug, passage.id): passage.text
            for briefing in corpus.briefings
            for witness in briefing.witnesses
            for passage in witness.passages
        }
        self._paths = {
            witness.source.id: witness.source.path
            for briefing in corpus.briefings
            for witness in briefing.witnesses
        }
        self._figures: dict[tuple[str, str | None], list[tuple[int, Figure]]] = defaultdict(list)
        for figure in figures:
            for place in figure.places:
                at = (place.start or 0, figure)
                self._figures[place.briefing, place.passage].append(at)

    def part(self, place: Place) -> Part:
        """A place as a problem names it."""
        text = self._texts[place.briefing, place.passage or ""]
        return Part(self._paths[place.source], place.line, text[place.start : place.end])

    def compare(self, pairs: Sequence[Pair]) -> Iterator[tuple[str, Difference]]:
        """The differences of a group of pairs, each with the id of the pair that shows it."""
        a = self._side([pair.a for pair in pairs])
        b = self._side([pair.b for pair in pairs])
        at_a = {a.places.index(pair.a): pair.id for pair in reversed(pairs)}
        at_b = {b.places.index(pair.b): pair.id for pair in reversed(pairs)}
        passages = dict.fromkeys((place.briefing, place.passage) for place in a.places)
        beside = [one for key in passages for _, one in self._figures.get(key, ())]
        for n, difference in _numbers(a, b, beside):
            yield (at_a[n] if n >= 0 else at_b[-n - 1]), difference
        for pair in pairs:
            voice = self._said.of(pair.a).voice
            if voice == "chair":
                continue
            if pair.score == max(one.score for one in pairs if one.b == pair.b):
                yield from ((pair.id, one) for one in self._tense(pair, a, b))
            yield from ((pair.id, one) for one in self._voice(pair))
        yield from ((pairs[0].id, one) for one in self._names(a, b))

    def values(self, place: Place) -> frozenset[tuple[float, str]]:
        """The values of the figures that a stretch states."""
        return frozenset(
            (figure.stated.value, figure.stated.unit) for _, figure in self._side([place]).figures
        )

    def _side(self, places: Sequence[Place]) -> _Side:
        each = tuple(sorted(set(places), key=lambda one: (one.line, one.start or 0)))
        texts = tuple(
            self._texts[one.briefing, one.passage or ""][one.start : one.end] for one in each
        )
        figures = tuple(
            (n, figure)
            for n, one in enumerate(each)
            for at, figure in self._figures.get((one.briefing, one.passage), ())
            if (one.start or 0) <= at < (one.end or 0)
        )
        return _Side(each, texts, figures)

    def _tense(self, pair: Pair, a: _Side, b: _Side) -> Iterator[Difference]:
        """A result told as to come, or something to come told as a result."""
        one = a.texts[a.places.index(pair.a)]
        other = b.texts[b.places.index(pair.b)]
        was_a, was_b = _past(one), _past(other)
        if (will := _FUTURE.search(other)) and was_a and not _ahead(a.text):
            said = _clause(one, was_a), _clause(other, will)
            yield Difference("tense", "result-as-future", *said)
        elif (will := _FUTURE.search(one)) and was_b and not was_a and not _ahead(b.text):
            said = _clause(one, will), _clause(other, was_b)
            yield Difference("tense", "future-as-result", *said)

    def _voice(self, pair: Pair) -> Iterator[Difference]:
        """Whose words they are on either side, where the sides disagree or one does not say."""
        a, b = self._said.of(pair.a), self._said.of(pair.b)
        if not a.name or a.voice == "none" or a.person == b.person:
            return
        if a.voice == "asker" and b.voice != "asker":
            yield Difference("attribution", "question-as-narration", a.name, b.name)
        elif b.person and a.person:
            yield Difference("attribution", "other-speaker", a.name, b.name)
        elif b.voice == "none" and not self._said.names(a, pair.b):
            yield Difference("attribution", "speaker-not-named", a.name, b.name)

    def _names(self, a: _Side, b: _Side) -> Iterator[Difference]:
        """Terms under another wording, and names that only one side has."""
        mine, theirs = self._wordings(a), self._wordings(b)
        for term in sorted(mine.keys() & theirs.keys()):
            one, other = mine[term], theirs[term]
            if not _one_wording(one, other):
                yield Difference("term", "wording", one, other)
        only = [
            ", ".join(
                name
                for name in dict.fromkeys(_names_beyond(here, there.text, known))
                if name not in self._people
            )
            for here, there, known in ((a, b, mine), (b, a, theirs))
        ]
        if all(only):
            yield Difference("name", "names", only[0], only[1])

    def _wordings(self, side: _Side) -> dict[str, str]:
        found: dict[str, str] = {}
        for place in side.places:
            for one in self._terms.get((place.briefing, place.passage or ""), ()):
                if (place.start or 0) <= (one.place.start or 0) < (place.end or 0):
                    found.setdefault(one.term, one.text)
        return found


def _numbers(a: _Side, b: _Side, beside: Sequence[Figure]) -> Iterator[tuple[int, Difference]]:
    """Figures that differ, by the place of their sentence: 0, 1, ... in a; -1, -2, ... in b.

    `beside` are the figures of the passages that a stands in.
    """
    same = _agreeing(a, b)
    for i, j in sorted(same.items()):
        (n, one), (m, other) = a.figures[i], b.figures[j]
        if one.stated.comparator != other.stated.comparator:
            said = _worded(one, a.texts[n]), _worded(other, b.texts[m])
            yield n, _differs("value", "comparator", *said, one, other)
        if _confused(one, other, beside):
            said = one.stated.subject, other.stated.subject
            yield n, _differs("unit", "counted-thing", *said, one, other)
    told: set[int] = set()
    for j, (m, other) in enumerate(b.figures):
        if j in same.values():
            continue
        match = _same_subject(other, a)
        if match is not None:
            told.add(match)
            n, one = a.figures[match]
            yield n, _differs("value", "other-value", _whole(one), _whole(other), one, other)
        elif not _holds(a.text, other):
            yield -m - 1, _differs("value", "figure-added", "", _whole(other), other)
    for i, (n, one) in enumerate(a.figures):
        if i not in same and i not in told:
            beyond = [f for k, (_, f) in enumerate(a.figures) if k in same]
            again = any(f.stated.value == one.stated.value for f in beyond)
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


def _holds(text: str, figure: Figure) -> bool:
    """Whether the number of a figure stands in a text, be it within a word: "five-year"."""
    wanted = _WORD.findall(figure.stated.quote.casefold())
    return bool(wanted) and wanted[0] in _WORD.findall(text.casefold())


def _agreeing(a: _Side, b: _Side) -> dict[int, int]:
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


def _same_subject(figure: Figure, a: _Side) -> int | None:
    """The figure on the other side that is stated of the same thing, if one is more so than all."""
    mine = _stems(figure)
    best: tuple[float, int] | None = None
    for i, (_, one) in enumerate(a.figures):
        stated = one.stated
        if _share(one) != _share(figure) or stated.role != figure.stated.role:
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


def _past(text: str) -> re.Match[str] | None:
    """The first words that tell of something past or done."""
    return next((one for one in _PAST.finditer(text) if one[0].casefold() not in _NO_VERB), None)


def _ahead(text: str) -> bool:
    return bool(_FUTURE.search(text) or _PLAN.search(text))


def _clause(text: str, match: re.Match[str]) -> str:
    """The matched words and those after them, to the end of the clause, six words at most."""
    rest = re.split(r"[,;:](?=\s)", text[match.end() :])[0].split()[:_CLAUSE]
    return " ".join([match[0], *rest]).rstrip('.”"')


def _one_wording(one: str, other: str) -> bool:
    """Whether two wordings differ in nothing but endings, or one abbreviates the other."""
    short = any(text.isupper() and " " not in text for text in (one, other))
    return short or stems(plain(one)) == stems(plain(other))


def _names_beyond(side: _Side, there: str, known: Mapping[str, str]) -> Iterator[str]:
    """Names of one side whose words the other side has not; terms and abbreviations apart."""
    other = frozenset(stems(there))
    terms = [plain(wording) for wording in known.values()]
    for text in side.texts:
        for match in _NAME.finditer(text):
            name = (match[1] or match[2]).rstrip(",.;’'")
            opening = match.start() == 0 and " " not in name
            short = "".join(re.findall(r"\b[A-Z]", name))
            abbreviated = name.isupper() or re.search(rf"\b{short}\b", there)
            told = any(plain(name) in term or term in plain(name) for term in terms)
            words = stems(name)
            if words and not (opening or abbreviated or told or other & set(words)):
                yield name
