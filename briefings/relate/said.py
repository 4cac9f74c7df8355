"""Who is said to have said a sentence: the speaker of a turn, or whom an article names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from ..model import Briefing, Corpus, Place, Section, Turn, Witness
from .sentences import split

Voice = Literal["chair", "speaker", "asker", "quoted", "reported", "none"]

_SAID = re.compile(
    r"\b(?:said|says|told|introduced|noted|stressed|added|pointed\s+out|announced|explained|stated|"
    r"answered|responded|reported|revealed|emphasi[sz]ed|listed|mentioned|admitted|called|warned|"
    r"urged|concluded|replied|recalled|promised|asked|opened)\b|\b[Aa]ccording\s+to\b|"
    r"['’]s\s+(?:view|opinion|words|introduction|account)\b"
)
_VAGUE = re.compile(r"^[\"“]?([Aa]ccording\s+to\s+(?:the\s+)?[\w’' -]+?),")
_SHORT = 3
_PRONOUN = re.compile(r"^\W*(?:He|She)\s+(?:also\s+|further\s+|then\s+)?" + _SAID.pattern)


@dataclass(frozen=True, slots=True)
class Attribution:
    """How a sentence is attributed: the person's id and name, or the words that name nobody."""

    voice: Voice
    person: str | None
    name: str


class Attributions:
    """Looks up who is said to have said a sentence of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._names = {one.id: one.name for one in corpus.people}
        self._mentions = corpus.mentions
        self._quoted: dict[tuple[str, str | None], list[tuple[int, int, str]]] = defaultdict(list)
        for person in corpus.people:
            for one in person.quoted:
                if one.mode == "direct":
                    span = (one.place.start or 0, one.place.end or 0, person.id)
                    self._quoted[one.place.briefing, one.place.passage].append(span)
        self._parts: dict[tuple[str, str | None], Turn | Section] = {}
        self._texts: dict[tuple[str, str | None], str] = {}
        self._by_passage: dict[tuple[str, str | None], tuple[list[int], list[Attribution]]] = {}
        self._before: dict[tuple[str, str | None], str | None] = {}
        self._asked = {
            (briefing.slug, one.question)
            for briefing in corpus.briefings
            for one in briefing.exchanges
        }
        for briefing in corpus.briefings:
            for witness in briefing.witnesses:
                self._add(briefing, witness)

    def of(self, place: Place) -> Attribution:
        """Who says the sentence at a place, as far as the text tells."""
        key = (place.briefing, place.passage)
        part = self._parts[key]
        if isinstance(part, Turn):
            who = part.speaker
            asks = who.kind == "outlet" or (place.briefing, part.id) in self._asked
            voice: Voice = "asker" if asks else "chair" if who.kind == "chair" else "speaker"
            return Attribution(voice, who.id, who.name or who.label or "")
        starts, told = self._told(key)
        return told[min(bisect_left(starts, place.start or 0), len(told) - 1)]

    def _told(self, key: tuple[str, str | None]) -> tuple[list[int], list[Attribution]]:
        """Where each sentence of a passage begins, and to whom it is given.

        What follows "he said" in a passage goes on with it, until somebody else is named.
        """
        if key not in self._by_passage:
            found = Attribution("none", None, "")
            starts, told = [], []
            for start, end in split(self._texts[key]):
                own = self._reported(key, start, end)
                found = own if own.name else found
                starts.append(start)
                told.append(found)
            self._by_passage[key] = starts, told or [found]
        return self._by_passage[key]

    def names(self, attribution: Attribution, place: Place) -> bool:
        """Whether the sentence at a place says that somebody spoke, by a part of the name alone."""
        text = self._texts[place.briefing, place.passage][place.start : place.end]
        return bool(_SAID.search(text)) and any(
            len(word) > _SHORT and re.search(rf"\b{re.escape(word)}\b", text)
            for word in attribution.name.split()
        )

    def _add(self, briefing: Briefing, witness: Witness) -> None:
        parts: tuple[Turn | Section, ...] = (*witness.turns, *witness.sections)
        last: str | None = None
        for part in parts:
            for passage in part.passages:
                key = (briefing.slug, passage.id)
                self._parts[key], self._texts[key], self._before[key] = part, passage.text, last
                if named := self._mentions.get(key):
                    last = named[-1][1]

    def _reported(self, key: tuple[str, str | None], start: int, end: int) -> Attribution:
        sentence = self._texts[key][start:end]
        quoted = {person for at, to, person in self._quoted.get(key, ()) if at < end and start < to}
        if len(quoted) == 1:
            return self._by("quoted", quoted.pop())
        if _SAID.search(sentence):
            named = {
                person
                for place, person in self._mentions.get((key[0], key[1] or ""), ())
                if start <= (place.start or 0) < end
            }
            if len(named) == 1:
                return self._by("reported", named.pop())
            before = self._before[key]
            if not named and before and start == 0 and _PRONOUN.match(sentence):
                return self._by("reported", before)
        vague = _VAGUE.match(sentence)
        return Attribution("none", None, vague[1] if vague else "")

    def _by(self, voice: Voice, person: str) -> Attribution:
        return Attribution(voice, person, self._names.get(person, person))
