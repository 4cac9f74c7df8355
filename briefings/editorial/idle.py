"""Warns about editorial entries that match nothing in the texts, or nearly everything.

To settle a warning, correct or remove the entry, or add `keep: yes` if it is meant for texts still
to come.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ..model import Corpus, Editorial, LabelRuling, OutletEntry, PersonEntry, Where, Witness
from ..problems import Problems
from .messages import advise, did_you_mean

# A topic that covers more than this share of many exchanges says nothing about any of them.
TOO_MUCH = 0.6
MANY = 20
_SIGNS = re.compile(r"[-‐‑’'\"“”‘]")
_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?:s|es)?(?!\w)")


def idle(editorial: Editorial, corpus: Corpus, units: Collection[str], problems: Problems) -> None:
    """Reports all such entries. `units` are the units that a figure may have."""
    texts = Texts(corpus, _phrases(editorial))
    _names("person", editorial.people, texts, problems)
    _names("outlet", editorial.outlets, texts, problems)
    _terms(editorial, corpus, texts, problems)
    _topics(editorial, corpus, texts, problems)
    _indicators(editorial, corpus, units, problems)
    for words, where in zip(editorial.same, editorial.same_wheres, strict=True):
        if where and not any(texts.have(word) for word in words):
            problems.warning_at(
                "unused-synonyms", where, f"no text has any of '{', '.join(words)}'",
                "check the spelling, remove the group, or add `keep: yes`",
            )  # fmt: skip
    _briefings(editorial, corpus, problems)
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            _speakers(editorial, witness, problems)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to look for: whole words, including plurals and, unless `exact`, any capitalisation.

    `sources` limits the search to these sources; if empty, all are searched.
    """

    words: str
    sources: tuple[str, ...] = ()
    exact: bool = False


class Texts:
    """Tells which of some phrases occur in the sources, including lists and labels.

    The texts are read once, one after another.
    """

    def __init__(self, corpus: Corpus, phrases: Iterable[Phrase]) -> None:
        words_of = {phrase: _WORD.findall(_folded(phrase.words)) for phrase in phrases}
        waiting = {phrase: words for phrase, words in words_of.items() if words}
        self._found: set[Phrase] = set()
        for briefing in corpus.briefings:
            for witness in briefing.witnesses if waiting else ():
                self._look(witness, waiting)

    def _look(self, witness: Witness, waiting: dict[Phrase, list[str]]) -> None:
        printed = _printed(witness)
        text = _folded(printed)
        words_of_text = set(_WORD.findall(text))
        for phrase, words in tuple(waiting.items()):
            if phrase.sources and witness.source.id not in phrase.sources:
                continue
            # Only the last word may be inflected; looking for the others first saves most searches.
            if (phrase.exact or words_of_text.issuperset(words[:-1])) and _prints(
                phrase, printed, text
            ):
                self._found.add(phrase)
                del waiting[phrase]

    def have(self, words: str, sources: tuple[str, ...] = (), exact: bool = False) -> bool:
        """Whether a text contains this phrase, which must be among those that were looked for."""
        return Phrase(words, sources, exact) in self._found


def _prints(phrase: Phrase, printed: str, text: str) -> bool:
    if phrase.exact:
        return " ".join(phrase.words.split()) in printed
    return _holds(text, _folded(phrase.words))


def _phrases(editorial: Editorial) -> Iterator[Phrase]:
    """Every phrase that editors expect to occur in a text."""
    entries: tuple[PersonEntry | OutletEntry, ...] = (*editorial.people, *editorial.outlets)
    for entry in entries:
        yield from map(Phrase, (entry.name, *entry.aliases))
    for term in editorial.glossary:
        for rendering in term.renderings:
            yield Phrase(rendering.text, rendering.sources, rendering.case == "exact")
    for topic in editorial.topics:
        yield from map(Phrase, topic.words)
    for words in editorial.same:
        yield from map(Phrase, words)


def _printed(witness: Witness) -> str:
    """A text as printed; for a web page, the extracted text without markup."""
    if witness.source.markup == "text":
        return " ".join(" ".join(witness.source.lines).split())
    parts = [witness.title, witness.subtitle, witness.lead, witness.byline, witness.credits.notice]
    parts += [
        value
        for participant in witness.participants
        for value in (participant.name, participant.role)
    ]
    parts += [turn.speaker.label for turn in witness.turns]
    parts += [section.heading for section in witness.sections]
    parts += [passage.text for passage in witness.passages]
    return " ".join(" ".join(filter(None, parts)).split())


def _folded(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text).casefold().split())


def _holds(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    while at >= 0:
        begins_word = at == 0 or not (text[at - 1].isalnum() and phrase[0].isalnum())
        if begins_word and _PLURAL.match(text, at + len(phrase)):
            return True
        at = text.find(phrase, at + 1)
    return False


def _names(
    kind: str,
    entries: Sequence[PersonEntry] | Sequence[OutletEntry],
    texts: Texts,
    problems: Problems,
) -> None:
    for entry in entries:
        if entry.keep or not entry.wheres:
            continue
        if not any(texts.have(name) for name in (entry.name, *entry.aliases)):
            problems.warning_at(
                "unused-name", entry.wheres[0], f"no text names the {kind} '{entry.name}'",
                "check the spelling, remove the entry, or add `keep: yes`",
            )  # fmt: skip
            continue
        for alias, where in zip(entry.aliases, entry.wheres[1:], strict=True):
            if not texts.have(alias):
                problems.warning_at(
                    "unused-alias", where, f"no text has the name '{alias}'",
                    "check the spelling, remove it, or add `keep: yes` in the entry",
                )  # fmt: skip


def _terms(editorial: Editorial, corpus: Corpus, texts: Texts, problems: Problems) -> None:
    """Reports terms that do not occur. A wording that occurs in a list, or only inside longer
    wordings, is in use.
    """
    used = {
        term.entry.id: {use.wording for use in term.usages} for term in corpus.annotations.terms
    }
    for entry in editorial.glossary:
        if entry.keep:
            continue
        used_wordings = used.get(entry.id, set())
        idle = [
            rendering
            for rendering in entry.renderings
            if rendering.text not in used_wordings
            and not texts.have(rendering.text, rendering.sources, exact=rendering.case == "exact")
        ]
        if len(idle) == len(entry.renderings):
            problems.warning_at(
                "unused-term", entry.where, f"no text mentions the term '{entry.term}'",
                "check its wordings and 'sources', remove it, or add `keep: yes`",
            )  # fmt: skip
            continue
        # The preferred wording is the editors' heading; it need not occur in the texts.
        for rendering in idle:
            if rendering is entry.renderings[0]:
                continue
            problems.warning_at(
                "unused-wording", rendering.where, f"no text has the wording '{rendering.text}'",
                "check the spelling and 'sources', remove it, or add `keep: yes` in the term",
            )  # fmt: skip


def _topics(editorial: Editorial, corpus: Corpus, texts: Texts, problems: Problems) -> None:
    briefings_of = {topic.id: len(topic.briefings) for topic in corpus.topics}
    exchanges = sum(len(briefing.exchanges) for briefing in corpus.briefings)
    asked = Counter({topic.id: len(topic.exchanges) for topic in corpus.topics})
    for entry in editorial.topics:
        if entry.where is None or entry.keep:
            continue
        if not briefings_of.get(entry.id):
            problems.warning_at(
                "unused-topic", entry.where,
                f"nothing in the texts is on the topic '{entry.title}'",
                "check its words, remove it, or add `keep: yes`",
            )  # fmt: skip
            continue
        if exchanges > MANY and asked[entry.id] > TOO_MUCH * exchanges:
            problems.warning_at(
                "broad-topic", entry.where,
                f"{asked[entry.id]} of {exchanges} questions are on the topic '{entry.title}'",
                "choose words that fewer of them contain, or add `keep: yes`",
            )  # fmt: skip
        for word, where in zip(entry.words, entry.word_wheres, strict=True):
            if not texts.have(word):
                problems.warning_at(
                    "unused-word", where, f"no text has '{word}'",
                    "check the spelling, remove it, or add `keep: yes` in the topic",
                )  # fmt: skip


def _indicators(
    editorial: Editorial, corpus: Corpus, units: Collection[str], problems: Problems
) -> None:
    observations = {indicator.id: len(indicator.observations) for indicator in corpus.indicators}
    known_units = {*units, *(figure.stated.unit for figure in corpus.figures)}
    for entry in editorial.indicators:
        wrong = False
        for unit, where in zip(entry.units, entry.unit_wheres, strict=True):
            if unit not in known_units:
                wrong = True
                near = did_you_mean(unit, known_units)
                problems.warning_at(
                    "unknown-unit", where, f"no figure has the unit '{unit}'",
                    f"did you mean '{near}'?" if near else "see the units in data/figures.csv",
                )  # fmt: skip
        if not observations.get(entry.id) and not entry.keep and not wrong:
            problems.warning_at(
                "unused-indicator", entry.where, f"no figure matches the indicator '{entry.title}'",
                "check wordings, units and kind, remove it, or add `keep: yes`",
            )  # fmt: skip


def _briefings(editorial: Editorial, corpus: Corpus, problems: Problems) -> None:
    """Reports changes and checks that name a briefing that does not exist."""
    slugs = {briefing.slug for briefing in corpus.briefings}
    named: list[tuple[str, Where | None]] = [
        (change.briefing, change.where) for change in editorial.changes if change.briefing
    ]
    named += [(slug, checked.where) for slug, checked in editorial.checked.items()]
    for slug, where in named:
        if slug not in slugs and where:
            problems.error_at(
                "unknown-briefing", where, f"there is no briefing '{slug}'",
                _near_briefing(slug, slugs),
            )  # fmt: skip


def _near_briefing(slug: str, slugs: Iterable[str]) -> str:
    """A hint: the most similar slug, or the briefings of the same day."""
    names = sorted(slugs)
    near = did_you_mean(slug, names)
    if near:
        return f"did you mean '{near}'?"
    day = [name for name in names if name[:10] == slug[:10]]
    return advise(slug, day) if day else "write the last part of the briefing's address"


def _speakers(editorial: Editorial, witness: Witness, problems: Problems) -> None:
    """Reports speakers named by an editor whose name is one or two letters away from a
    known name.
    """
    ruled = [ruling for ruling in witness.settings.labels if ruling.speaker and ruling.where]
    if not ruled:
        return
    names = {_folded(name): name for name in _known_names(editorial, witness)}
    for ruling in ruled:
        near = _slip(ruling, names)
        if near and ruling.where:
            problems.warning_at(
                "near-speaker", ruling.where,
                f"'{ruling.speaker}' is unknown, but '{near}' is",
                f"write '{near}', or give '{ruling.speaker}' an entry in people.yml or outlets.yml",
            )  # fmt: skip


def _slip(ruling: LabelRuling, names: dict[str, str]) -> str | None:
    typed = _folded(ruling.speaker or "")
    if typed in names:
        return None
    digits = [c for c in typed if c.isdigit()]
    limit = 1 if len(typed) < 8 else 2
    for folded, name in sorted(names.items()):
        is_near = len(typed) > 4 and OSA.distance(typed, folded, score_cutoff=limit) <= limit
        if is_near and digits == [c for c in folded if c.isdigit()]:
            return name
    return None


def _known_names(editorial: Editorial, witness: Witness) -> Iterator[str]:
    """The names in lists and labels of the text, and those that editors gave."""
    entries: tuple[PersonEntry | OutletEntry, ...] = (*editorial.people, *editorial.outlets)
    for entry in entries:
        yield entry.name
        yield from entry.aliases
    ruled = {ruling.line for ruling in witness.settings.labels}
    listed = {participant.name for participant in witness.participants if participant.listed}
    yield from sorted(listed)
    for turn in witness.turns:
        line = turn.label_line or (turn.passages[0].line if turn.passages else 0)
        if line not in ruled and turn.speaker.name:
            yield turn.speaker.name
