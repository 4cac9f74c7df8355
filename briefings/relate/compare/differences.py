"""Find what paired sentences say differently: numbers, tense, names, and attribution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from briefings.isolation import DIFFERENCES, Part, attempt
from briefings.languages import language_of
from briefings.model import Figure, Place
from briefings.model.relations import Difference, Pair
from briefings.problems import Problems

from ..attribution import Attributions
from ..event import Event
from .dates import date_differences
from .outcomes import outcome_differences
from .side import Side
from .stated_numbers import number_differences
from .wordings import (
    campaign_differences,
    name_differences,
    same_verb_differences,
    tense_differences,
)

# From this likeness on, two sentences are about the same thing, and so are their dates.
_ALIKE = 0.35


def differences(event: Event, pairs: Sequence[Pair], problems: Problems) -> tuple[Pair, ...]:
    """Return the pairs of an event, with the differences of their sentences.

    Pairs are compared in groups, as one sentence may be retold in two. Pairs within one text, and
    identical pairs, have no differences.
    """
    reader = _Reader(event, pairs)
    groups: dict[tuple[str, str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.a.source, pair.b.source, pair.group].append(pair)
    by_pair: dict[str, list[Difference]] = defaultdict(list)
    for (a, b, _), members in groups.items():
        if a == b or all(pair.kind == "identical" for pair in members):
            continue
        nothing: list[tuple[str, Difference]] = []
        compared = attempt(
            DIFFERENCES, reader.part(members[0].a), partial(_listed, reader, members), nothing,
            problems,
        )  # fmt: skip
        for id_, difference in compared:
            if difference not in by_pair[id_]:
                by_pair[id_].append(difference)
    return tuple(
        replace(
            pair,
            differences=tuple(by_pair.get(pair.id, ())),
            figures=bool(reader.values(pair.a) & reader.values(pair.b)),
        )
        for pair in pairs
    )


def _listed(reader: _Reader, members: Sequence[Pair]) -> list[tuple[str, Difference]]:
    return list(reader.compare(members))


class _Reader:
    """The texts of an event with the known facts about their sentences."""

    def __init__(self, event: Event, pairs: Sequence[Pair]) -> None:
        self._attributions = Attributions(event)
        self._answers = {pair.b for pair in pairs if self._attributions.of(pair.a).voice != "asker"}
        self._day = event.briefing.date
        self._terms = event.terms_by_passage()
        self._people = {
            name
            for preferred, *others in event.names.values()
            for name in (preferred, *others, *preferred.split())
        }
        witnesses = event.briefing.witnesses
        self._texts = {
            passage.id: passage.text for witness in witnesses for passage in witness.passages
        }
        self._languages = {
            witness.source.id: language_of(witness.language) for witness in witnesses
        }
        self._paths = {witness.source.id: witness.source.path for witness in witnesses}
        self._figures: dict[str, list[tuple[int, Figure]]] = defaultdict(list)
        for figure in event.figures:
            for place in figure.places:
                self._figures[place.passage or ""].append((place.offsets[0], figure))

    def part(self, place: Place) -> Part:
        """Return a place in the form used by problems."""
        text = self._texts[place.passage or ""]
        return Part(self._paths[place.source], place.line, text[place.start : place.end])

    def compare(self, pairs: Sequence[Pair]) -> Iterator[tuple[str, Difference]]:
        """Yield the differences of a group of pairs, each with the id of the pair that shows it.

        Texts in two languages are not compared, as no rule covers the words of both.
        """
        language = self._languages[pairs[0].a.source]
        if self._languages[pairs[0].b.source] is not language:
            return
        a = self._side([pair.a for pair in pairs])
        b = self._side([pair.b for pair in pairs])
        at_a = {a.places.index(pair.a): pair.id for pair in reversed(pairs)}
        at_b = {b.places.index(pair.b): pair.id for pair in reversed(pairs)}
        passages = dict.fromkeys(place.passage or "" for place in a.places)
        beside = [figure for passage in passages for _, figure in self._figures.get(passage, ())]
        for n, difference in number_differences(a, b, beside):
            yield (at_a[n] if n >= 0 else at_b[-n - 1]), difference
        alike = {(pair.a, pair.b): pair.id for pair in pairs if pair.score >= _ALIKE}
        for n, m, difference in date_differences(a, b, self._day):
            if id_ := alike.get((a.places[n], b.places[m])):
                yield id_, difference
        for pair in pairs:
            text_a = a.texts[a.places.index(pair.a)]
            text_b = b.texts[b.places.index(pair.b)]
            if self.values(pair.a) & self.values(pair.b):
                for difference in outcome_differences(text_a, text_b, language):
                    yield pair.id, difference
            if self._attributions.of(pair.a).voice == "chair":
                continue
            tenses = list(same_verb_differences(text_a, text_b, language))
            if pair.score == max(rival.score for rival in pairs if rival.b == pair.b):
                tenses = tenses or list(tense_differences(text_a, text_b, a.text, b.text, language))
                for difference in campaign_differences(text_a, text_b, a.text, b.text, language):
                    yield pair.id, difference
            for difference in tenses:
                yield pair.id, difference
            for difference in self._voice(pair):
                yield pair.id, difference
        wordings = self._wordings(a), self._wordings(b)
        for difference in name_differences(a, b, *wordings, self._people):
            yield pairs[0].id, difference

    def values(self, place: Place) -> frozenset[tuple[float, str]]:
        """Return the values of the figures in a span, with their units."""
        return frozenset(
            (figure.stated.value, figure.stated.unit) for _, figure in self._side([place]).figures
        )

    def _words(self, place: Place) -> str:
        return self._texts[place.passage or ""][place.start : place.end]

    def _side(self, places: Sequence[Place]) -> Side:
        ordered = tuple(sorted(set(places), key=lambda place: (place.line, place.offsets)))
        texts = tuple(map(self._words, ordered))
        figures = tuple(
            (n, figure)
            for n, place in enumerate(ordered)
            for at, figure in self._figures.get(place.passage or "", ())
            if place.offsets[0] <= at < place.offsets[1]
        )
        return Side(ordered, texts, figures, self._languages[places[0].source])

    def _voice(self, pair: Pair) -> Iterator[Difference]:
        """Yield differences of attribution: the sides disagree, or one does not name the speaker.

        Words retold as part of an answer, or attributed to an official, may be taken from the
        answer, and a mere question asserts nothing.
        """
        a, b = self._attributions.of(pair.a), self._attributions.of(pair.b)
        if not a.name or a.voice == "none" or a.person == b.person:
            return
        if a.voice == "asker" and b.voice != "asker":
            bare = self._words(pair.a).rstrip('"”’ ').endswith("?")
            if not (b.person or bare or pair.b in self._answers):
                yield Difference("attribution", "question-as-narration", a.name, b.name)
        elif b.person and a.person:
            yield Difference("attribution", "other-speaker", a.name, b.name)
        elif b.voice == "none" and not self._attributions.names(a, pair.b):
            yield Difference("attribution", "speaker-not-named", a.name, b.name)

    def _wordings(self, side: Side) -> dict[str, str]:
        """Return the first wording of each term on a side, by term id."""
        wordings: dict[str, str] = {}
        for place in side.places:
            start, end = place.offsets
            for mention in self._terms.get(place.passage or "", ()):
                if start <= mention.place.offsets[0] < end:
                    wordings.setdefault(mention.term, mention.text)
        return wordings
