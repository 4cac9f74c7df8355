"""Determine to whom a sentence is attributed: the speaker of a turn, or whom an article names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ..languages import Language, language_of
from ..model import Place, Section, Turn, Witness
from .event import Event
from .sentences import split

Voice = Literal["chair", "speaker", "asker", "quoted", "reported", "none"]

# A word of a name up to this length does not identify anybody.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Attribution:
    """The attribution of a sentence: a person's id and name, or words that name nobody."""

    voice: Voice
    person: str | None
    name: str


class Attributions:
    """Looks up the attribution of sentences in the passages of an event."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._quoted: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for person, speech in event.quoted:
            place = speech.place
            if speech.mode == "direct" and place.passage:
                self._quoted[place.passage].append((*place.offsets, person))
        self._parts: dict[str, Turn | Section] = {}
        self._texts: dict[str, str] = {}
        self._languages: dict[str, Language] = {}
        self._by_passage: dict[str, tuple[list[int], list[Attribution]]] = {}
        self._before: dict[str, str | None] = {}
        self._surnames = _surnames(event)
        self._questions = {exchange.question for exchange in event.briefing.exchanges}
        for witness in event.briefing.witnesses:
            self._add(witness)

    def of(self, place: Place) -> Attribution:
        """Return the attribution of the sentence at a place, as far as the text indicates it."""
        passage = place.passage or ""
        part = self._parts[passage]
        if isinstance(part, Turn):
            speaker = part.speaker
            asks = speaker.kind == "outlet" or part.id in self._questions
            voice: Voice = "asker" if asks else "chair" if speaker.kind == "chair" else "speaker"
            return Attribution(voice, speaker.id, speaker.name or speaker.label or "")
        starts, attributed = self._in_article(passage)
        return attributed[min(bisect_left(starts, place.offsets[0]), len(attributed) - 1)]

    def _in_article(self, passage: str) -> tuple[list[int], list[Attribution]]:
        """Return the starts of the sentences of a passage, and their attributions.

        Sentences after "he said" have the same attribution until somebody else is named.
        """
        if passage not in self._by_passage:
            current = Attribution("none", None, "")
            starts, attributed = [], []
            for start, end in split(self._texts[passage], self._languages[passage]):
                reported = self._reported(passage, start, end)
                current = reported if reported.name else current
                starts.append(start)
                attributed.append(current)
            self._by_passage[passage] = starts, attributed or [current]
        return self._by_passage[passage]

    def names(self, attribution: Attribution, place: Place) -> bool:
        """Return whether the sentence at a place has a verb of saying and part of the attributed
        name."""
        passage = place.passage or ""
        text = self._texts[passage][place.start : place.end]
        return bool(_saying(self._languages[passage]).search(text)) and any(
            len(word) > _SHORT and re.search(rf"\b{re.escape(word)}\b", text)
            for word in attribution.name.split()
        )

    def _add(self, witness: Witness) -> None:
        last: str | None = None
        language = language_of(witness.language)
        for part in witness.parts:
            for passage in part.passages:
                self._parts[passage.id] = part
                self._texts[passage.id] = passage.text
                self._languages[passage.id] = language
                self._before[passage.id] = last
                if named := self._event.mentions.get(passage.id):
                    last = named[-1][1]

    def _reported(self, passage: str, start: int, end: int) -> Attribution:
        sentence, language = self._texts[passage][start:end], self._languages[passage]
        quoted = {
            person
            for begin, stop, person in self._quoted.get(passage, ())
            if begin < end and start < stop
        }
        if len(quoted) == 1:
            return self._attributed_to("quoted", quoted.pop())
        if _saying(language).search(sentence):
            named = {
                person
                for place, person in self._event.mentions.get(passage, ())
                if start <= place.offsets[0] < end
            }
            named = named or self._by_surname(sentence, language)
            if len(named) == 1:
                return self._attributed_to("reported", named.pop())
            previous = self._before[passage]
            if (
                not named
                and previous
                and start == 0
                and language.attributing.pronoun.match(sentence)
            ):
                return self._attributed_to("reported", previous)
        vague = language.attributing.vague.match(sentence)
        return Attribution("none", None, vague[1] if vague else "")

    def _by_surname(self, sentence: str, language: Language) -> set[str]:
        """Return people to whom a sentence is attributed by surname: "Kane said", "according to
        Strand"."""
        words = language.attributing
        honorifics = "|".join(sorted(words.honorifics))
        return {
            person
            for word, person in self._surnames.items()
            if word in sentence
            and re.search(
                rf"\b{word}\s+(?:{words.said})|"
                rf"(?:{words.said_by})\s+(?:{honorifics})?\.?\s*{word}\b(?!\s+[A-Z])",
                sentence,
            )
        }

    def _attributed_to(self, voice: Voice, person: str) -> Attribution:
        return Attribution(voice, person, self._event.name(person))


@cache
def _saying(language: Language) -> re.Pattern[str]:
    """Return a pattern for verbs of saying."""
    return re.compile(language.attributing.said)


def _surnames(event: Event) -> dict[str, str]:
    """Map the words of names that only one person of an event has to that person."""
    owners: dict[str, set[str]] = defaultdict(set)
    for person, names in event.names.items():
        for word in names[0].split():
            owners[word].add(person)
    return {
        re.escape(word): people.pop()
        for word, people in owners.items()
        if len(people) == 1 and len(word) > 1 and word.isalpha() and word[0].isupper()
    }
