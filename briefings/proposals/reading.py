"""Splits briefings into parts that may be on a topic, and finds the phrases in each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..languages import Language, language_of
from ..model import Briefing, Corpus, Passage, Turn, Witness
from .names import names_in
from .phrases import LONGEST, Key, Runs, folded, key_of, words_of


@dataclass(frozen=True, slots=True)
class Part:
    """An exchange, a section of an article, or a passage outside both.

    `named` is its title: the subject of a question, or a heading. One mention in an `asked` passage
    is enough; `told` passages must name a topic repeatedly to be on it.
    """

    id: str
    is_exchange: bool
    topics: tuple[str, ...]
    source: str
    language: Language
    named: str
    asked: Sequence[Passage]
    told: Sequence[Passage]

    @property
    def is_passage(self) -> bool:
        return not self.is_exchange and not self.told


def parts_of(briefing: Briefing) -> Iterator[Part]:
    """Everything in a briefing that can be on a topic, in the order of its texts.

    The chair's words are left out: they mention many topics without being about one.
    """
    primary = briefing.primary
    turns = {turn.id: turn for turn in primary.turns}
    language, source = language_of(primary.language), primary.source.id
    topics_of_passage = dict(briefing.passage_topics)
    in_exchange: set[str] = set()
    for exchange in briefing.exchanges:
        in_exchange |= {exchange.question, *exchange.handovers, *exchange.answers}
        answers = [turns[turn] for turn in exchange.answers]
        yield Part(
            exchange.id, True, exchange.topics, source, language,
            exchange.subject.text if exchange.subject else "",
            _content((turns[exchange.question],), language), _content(answers, language),
        )  # fmt: skip
    for turn in primary.turns:
        if turn.id in in_exchange or turn.speaker.kind == "chair":
            continue
        for passage in _content((turn,), language):
            topics = topics_of_passage.get(passage.id, ())
            yield Part(passage.id, False, topics, source, language, "", (passage,), ())
    topics_of_section = dict(briefing.section_topics)
    for witness in briefing.witnesses:
        for section in witness.sections:
            yield Part(
                section.id, False, topics_of_section.get(section.id, ()), witness.source.id,
                language_of(witness.language), section.heading or "", (), section.passages,
            )  # fmt: skip


def runs_of(briefings: Iterable[Briefing]) -> Runs:
    """The runs of words in all texts."""
    runs = Runs()
    for briefing in briefings:
        for witness in briefing.witnesses:
            language = language_of(witness.language)
            for passage in said(witness):
                text = passage.text
                runs.add(text, language)
                runs.names.update(key_of(text[a:b]) for a, b in names_in(text, language))
    return runs


def said(witness: Witness) -> Iterator[Passage]:
    """The passages of a text, except the chair's."""
    language = language_of(witness.language)
    for section in witness.sections:
        yield from section.passages
    for turn in witness.turns:
        if turn.speaker.kind != "chair":
            yield from _content((turn,), language)


def keys_in(text: str, known: Collection[Key]) -> Iterator[tuple[Key, int, int]]:
    """Each occurrence of a known phrase in a text, with its offsets.

    Of several that begin at the same word, the longest comes first.
    """
    words = words_of(text)
    forms = [folded(word.text) for word in words]
    for begin in range(len(words)):
        end = begin
        while end < min(begin + LONGEST, len(words)) and forms[end]:
            end += 1
        for stop in range(end, begin, -1):
            key = tuple(forms[begin:stop])
            if key in known:
                yield key, words[begin].start, words[stop - 1].end


def names_of_people(corpus: Corpus) -> frozenset[Key]:
    """The names of speakers and askers, and each part of a speaker's name."""
    people = [name for person in corpus.people for name in (person.name, *person.other_names)]
    outlets = [name for outlet in corpus.outlets for name in (outlet.name, *outlet.other_names)]
    full_names = {key_of(name) for name in (*people, *outlets)}
    return frozenset(
        full_names | {(part,) for name in people for part in map(folded, name.split())}
    )


def one_of(words: Sequence[str]) -> str:
    """Words as a list of alternatives.

    >>> one_of(["nets"]), one_of(["nets", "boats", "harbours"])
    ('“nets”', '“nets”, “boats” or “harbours”')
    """
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _content(turns: Iterable[Turn], language: Language) -> list[Passage]:
    """The passages that are not merely about the course of the event."""
    housekeeping = language.phrases.housekeeping
    return [
        passage
        for turn in turns
        for passage in turn.passages
        if len(passage.text) > _SHORT or not housekeeping.search(passage.text)
    ]


_SHORT = 160  # maximum length of a passage that may be a mere courtesy
