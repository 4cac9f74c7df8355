"""The words of a language that indicate announcements, prepared for lookup in sentences."""

from __future__ import annotations

import re
from functools import cache

from briefings.languages import Language

from .words import Table, any_of, plain_forms


class Lexicon:
    """A language's phrase tables, and patterns compiled from its words."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.grammar = grammar = language.grammar
        self.pack = pack = language.announcing
        self.possessive = language.forms.possessive

        def table(phrases: tuple[str, ...]) -> Table:
            return Table(phrases, language)

        self.to_come = table(pack.to_come)
        self.plans = table(pack.plans)
        self.expected = table(pack.expected)
        self.able = table(pack.able)
        self.obliged = table(pack.obliged)
        self.dated = table(pack.dated)
        self.schedules = table(pack.schedules)
        self.decisions = table(pack.decisions)
        self.act_phrases = table(pack.act_phrases)
        self.light = table(pack.light_verbs)
        self.vague = table(pack.vague_beginnings)
        self.endeavours = table(pack.endeavours)
        self.no_acts = table(pack.no_acts)
        self.put_off = table(pack.put_off)
        self.timed = table(pack.timed)
        self.permitted = table(pack.permitted)
        self.from_then = table(pack.from_then)
        self.begins = table(pack.begins)
        self.altered = table(pack.altered)
        self.parts = table(pack.parts)
        self.content = table(pack.content)
        self.at_event = table(pack.at_event)
        self.stays = table(pack.stays)
        self.times = table(pack.times)
        self.measures = table(pack.measure_phrases)
        self.steps = table(pack.steps)
        self.spoken_of = table(pack.spoken_of)
        self.speaks = table(pack.speaks)
        self.speaks_of_any = table(pack.speaks_of_any)
        self.others = table(pack.others)
        self.small = language.phrases.small
        # Words that are not part of noun phrases.
        self.stops = (
            grammar.conjunctions
            | grammar.auxiliaries
            | grammar.prepositions
            | pack.behind
            | pack.joints
            | pack.be
            | pack.future
        )
        # Words that may be followed by the name of an actor.
        self.nouns = pack.offices | pack.bodies | pack.holders | pack.events | pack.honorifics
        self.no_names = (
            language.phrases.small
            | language.phrases.prepositions
            | self.nouns
            | frozenset(language.calendar.weekdays)
            | frozenset(month.casefold() for month in language.calendar.months)
        )
        # A quick test for sentences about the future; most sentences fail it.
        self.ahead = re.compile(
            rf"\b{any_of(pack.triggers)}\b|{any_of(pack.endings_ahead)}\b|(?:\b|(?=['’])){any_of(pack.be)}"
            rf"\s+(?:[^\s,]+\s+){{0,2}}(?:{pack.to}|\w+{pack.progressive_ending})\b",
            re.IGNORECASE,
        )
        self.ruled = re.compile(rf"\b{any_of(pack.allowed)}\b", re.IGNORECASE)
        self.from_ = re.compile(rf"\b{any_of(_first_words(pack.from_then))}\b", re.IGNORECASE)
        self.may_speak = re.compile(
            rf"\b[A-Z][\w-]*(?:\s+{any_of(pack.sides)})?\s+"
            rf"{any_of(_first_words((*pack.speaks, *pack.speaks_of_any)))}\b"
        )

    def verbs_of(self, word: str) -> frozenset[str]:
        """Return the possible base forms of a participle or progressive form."""
        return plain_forms(word, self.language)


def _first_words(phrases: tuple[str, ...]) -> set[str]:
    return {phrase.split()[0] for phrase in phrases}


@cache
def lexicon_of(language: Language) -> Lexicon:
    """Return the lexicon of a language, from a cache."""
    return Lexicon(language)
