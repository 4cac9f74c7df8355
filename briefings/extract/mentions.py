"""Find mentions of people in running text, where it is clear who is meant."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..isolation import MENTIONS, Part, attempt
from ..languages import language_of
from ..likeness import number_of_word
from ..model import (
    Briefing,
    Corpus,
    NameRuling,
    Passage,
    Person,
    PersonNames,
    Place,
    Witness,
)
from ..problems import Problems

_WITHIN = re.compile(r"['’-]")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]*")


# The mentions of a passage, in order: a place with its span, and the id of the person.
PassageMentions = tuple[tuple[Place, str], ...]


class NameIndex:
    """An index of the people of a corpus, to select those that the texts of a briefing may name."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people: dict[str, PersonNames] = {}
        self._by_first_word: dict[int, list[tuple[str, frozenset[int]]]] = defaultdict(list)
        used_names: set[str] = set()
        for person in people:
            printed = dict.fromkeys((person.name, *person.other_names))
            # If two people have the same name, it refers to the first one.
            full = tuple(n for n in printed if len(n.split()) > 1 and n not in used_names)
            used_names.update(full)
            self._people[person.id] = PersonNames(person.id, person.name, full)
            for name in full:
                capitals = frozenset(map(number_of_word, _CAPITAL.findall(name)))
                first_word = number_of_word(name.split()[0])
                self._by_first_word[first_word].append((person.id, capitals))

    def of_briefing(self, may_name: MayName) -> tuple[PersonNames, ...]:
        """Return participants, people in editors' rulings, and people whose names may be in the
        texts."""
        ids, words = set(may_name.ids), set(may_name.words)
        for first_word in self._by_first_word.keys() & words:
            ids.update(id_ for id_, name in self._by_first_word[first_word] if name <= words)
        return tuple(self._people[id_] for id_ in sorted(ids & self._people.keys()))


@dataclass(frozen=True, slots=True)
class MayName:
    """The words in a briefing's texts that may be names.

    `ids` are those of participants, speakers and people in rulings. `words` contains the sorted
    32-bit numbers of capitalized words, and of their beginnings before an apostrophe or a hyphen
    ("Banen" in "Banen's").
    """

    ids: tuple[str, ...]
    words: array[int]

    @classmethod
    def of(cls, briefing: Briefing) -> MayName:
        """Collect the words and ids from the texts of a briefing."""
        words: set[str] = set()
        ids: set[str] = set()
        for witness in briefing.witnesses:
            ids.update(ruling.person for ruling in witness.settings.names)
            ids.update(participant.id for participant in witness.participants)
            ids.update(turn.speaker.id for turn in witness.turns if turn.speaker.id)
            for passage in witness.passages:
                for word in _CAPITAL.findall(passage.text):
                    words.add(word)
                    words.update(word[: cut.start()] for cut in _WITHIN.finditer(word))
        return cls(tuple(sorted(ids)), array("I", sorted(set(map(number_of_word, words)))))


def mentions(corpus: Corpus, problems: Problems) -> Corpus:
    """Return the corpus with the mentions of each passage, keyed by (briefing slug, passage id)."""
    index = NameIndex(corpus.people)
    by_passage: dict[tuple[str, str], PassageMentions] = {}
    by_person: dict[str, list[Place]] = defaultdict(list)
    for briefing in corpus.briefings:
        mentioned = mentions_of(briefing, index.of_briefing(MayName.of(briefing)), problems)
        for passage, spans in mentioned.items():
            by_passage[briefing.slug, passage] = spans
            for place, person in spans:
                by_person[person].append(place)
    people = tuple(replace(p, mentions=tuple(by_person[p.id])) for p in corpus.people)
    return replace(corpus, people=people, mentions=by_passage)


def mentions_of(
    briefing: Briefing, people: Sequence[PersonNames], problems: Problems
) -> dict[str, PassageMentions]:
    """Return the mentions in a briefing's passages, by passage id; passages without any are left
    out.

    `people` are those whom the texts may mean (`NameIndex.of_briefing`).
    """
    names: dict[str, str] = {}
    for person in people:
        for name in person.full:
            names.setdefault(name, person.id)
    first_words: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        first_words[name.split()[0]].append(name)
    titled = _Titled(briefing, {person.id for person in people}, problems)
    by_passage: dict[str, PassageMentions] = {}
    for witness in briefing.witnesses:
        for passage in witness.passages:
            spans: list[tuple[int, int, str]] = attempt(
                MENTIONS, Part(witness.source.path, passage.line, passage.text),
                partial(_spans, passage, witness, first_words, names, titled), [], problems,
            )  # fmt: skip
            placed: list[tuple[Place, str]] = []
            end = -1
            for start, stop, person_id in sorted(spans, key=lambda s: (s[0], -s[1])):
                if start < end:
                    continue
                end = stop
                place = Place(
                    briefing.slug, witness.source.id, passage.id, passage.line, start, stop
                )
                placed.append((place, person_id))
            if placed:
                by_passage[passage.id] = tuple(placed)
    titled.report_idle_rulings()
    return by_passage


def _spans(
    passage: Passage,
    witness: Witness,
    first_words: dict[str, list[str]],
    names: dict[str, str],
    titled: _Titled,
) -> list[tuple[int, int, str]]:
    return [
        *_full_names(passage.text, first_words, names),
        *titled.found(passage, witness),
    ]


def _full_names(
    text: str, first_words: dict[str, list[str]], names: dict[str, str]
) -> list[tuple[int, int, str]]:
    spans = []
    for word in _CAPITAL.finditer(text):
        for name in first_words.get(word.group(), ()):
            if text.startswith(name, word.start()):
                end = word.start() + len(name)
                # "Wang Wei" does not occur in "Wang Weiping", nor in a longer name.
                if end == len(text) or not (text[end].isalnum() or re.match(r"-\w", text[end:])):
                    spans.append((word.start(), end, names[name]))
                    break
    return spans


class _Titled:
    """The people of one briefing, found by a courtesy title and a surname."""

    def __init__(self, briefing: Briefing, people: set[str], problems: Problems) -> None:
        self._problems = problems
        self._people = people
        self._passages: dict[str, Counter[int]] = {}
        self._unused = {
            id(ruling): ruling
            for witness in briefing.witnesses
            for ruling in witness.settings.names
            if self._names_somebody(ruling)
        }
        self._borne = _surnames(briefing)
        either = "|".join(sorted(map(re.escape, self._borne), key=len, reverse=True))
        # The texts of a briefing may be in several languages.
        self._patterns = {
            code: re.compile(
                rf"\b{language_of(code).names.titles}\s+({either})\b(?![-'’]\w|\s+[A-Z][a-z])"
            )
            for code in {witness.language for witness in briefing.witnesses}
        }

    def found(self, passage: Passage, witness: Witness) -> list[tuple[int, int, str]]:
        """Return (start, end, person id) of each mention; ambiguous ones are reported."""
        spans = []
        pattern = self._patterns[witness.language]
        for match in pattern.finditer(passage.text) if self._borne else ():
            ruling = self._ruling(match.group(), passage, witness)
            persons = {ruling.person} if ruling else self._borne[match.group(1)]
            if len(persons) == 1:
                (person,) = persons
                if person in self._people:
                    spans.append((match.start(), match.end(), person))
            else:
                self._ambiguous(match.group(), persons, passage, witness)
        return spans

    def _ambiguous(self, name: str, persons: set[str], passage: Passage, witness: Witness) -> None:
        hint = (
            "say who under `names` in the source's editorial file; "
            "`person: unknown` if the text does not tell"
        )
        if self._is_shared(passage.line, witness):
            hint += "; name the passage by `begins`, its first words"
        self._problems.warning(
            "ambiguous-name", witness.source.path,
            f"{name!r} may be any of {', '.join(sorted(persons))}; it is not linked",
            hint, passage.line, 1,
        )  # fmt: skip

    def _is_shared(self, line: int, witness: Witness) -> bool:
        """Return whether several passages begin on a line."""
        count = self._passages.get(witness.source.id)
        if count is None:
            count = Counter(passage.line for passage in witness.passages)
            self._passages[witness.source.id] = count
        return count[line] > 1

    def report_idle_rulings(self) -> None:
        """Warn about rulings on a name that is not on the given line."""
        for ruling in self._unused.values():
            self._problems.warning(
                "idle-name", ruling.where.path,
                f"{ruling.name!r} on line {ruling.line} is not a title and a surname that "
                "somebody at this briefing bears",
                "check line and spelling under `names`, or take the entry out",
                ruling.where.line, ruling.where.column,
            )  # fmt: skip

    def _ruling(self, name: str, passage: Passage, witness: Witness) -> NameRuling | None:
        printed = " ".join(name.split())
        for ruling in witness.settings.names:
            on_line = passage.line <= ruling.line <= (passage.last_line or passage.line)
            begins = " ".join(ruling.begins.split()) if ruling.begins else ""
            meant = on_line and passage.text.startswith(begins)
            if meant and " ".join(ruling.name.split()) == printed:
                self._unused.pop(id(ruling), None)
                return ruling
        return None

    def _names_somebody(self, ruling: NameRuling) -> bool:
        """Return whether the person of a ruling is in the corpus; an unknown id is an error."""
        if ruling.person == "unknown" or ruling.person in self._people:
            return True
        self._problems.error(
            "unknown-person", ruling.where.path, f"there is no person '{ruling.person}'",
            "write the id under which the person's page stands: speakers/<id>/",
            ruling.where.line, ruling.where.column,
        )  # fmt: skip
        return False


def _surnames(briefing: Briefing) -> dict[str, set[str]]:
    """Map surnames to the ids of participants who may bear them; either end of a name may be
    one."""
    borne: dict[str, set[str]] = defaultdict(set)
    people = {(p.id, p.name) for w in briefing.witnesses for p in w.participants}
    people |= {
        (t.speaker.id, t.speaker.name)
        for w in briefing.witnesses
        for t in w.turns
        if t.speaker.kind in ("chair", "official") and t.speaker.id and t.speaker.name
    }
    for person, name in people:
        words = name.split()
        borne[words[0]].add(person)
        borne[words[-1]].add(person)
    return borne
