"""Proposes terms: recurring names, words in quotation marks, and noun phrases.

Names and words in quotation marks count more than other phrases, which are ranked by their C-value
(see `phrases`). Matches of the glossary and the names of speakers and askers are left out.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from ..extract.terms import Matcher
from ..languages import Language, language_of
from ..model import Corpus, Editorial, Passage, TermKind
from ..wording import count
from .names import abbreviations_in, is_address, names_in, quoted_in
from .phrases import Key, is_owned, key_of
from .reading import keys_in, names_of_people, runs_of, said
from .writing import Example, Field, Proposal, example, most_common, spread

MOST = 150
"""Maximum number of proposed terms."""
_NAME = 1.5  # weight of a name or quoted phrase, if that of another phrase is 1
_TIMES = 2
_TIMES_OF_PHRASE = 3
_LEAST = 4.0  # minimum C-value of a phrase
_LONG = 9  # minimum length of a single word as a term, such as a German compound
_MOST_EXAMPLES = 12


@dataclass(slots=True)
class _Candidate:
    """A phrase with its occurrences; `value` is its C-value, if it has one."""

    times: int = 0
    marked: int = 0
    value: float = 0.0
    briefings: set[str] = field(default_factory=set)
    surfaces: Counter[str] = field(default_factory=Counter)
    examples: list[Example] = field(default_factory=list)
    short: Counter[str] = field(default_factory=Counter)
    organization: bool = False

    @property
    def surface(self) -> str:
        """The most common wording."""
        return most_common(self.surfaces)

    @property
    def score(self) -> float:
        """The rank: by occurrences for a name or quoted phrase, by C-value for other phrases."""
        length = math.log2(1 + len(self.surface.split()))
        return max(self.value, _NAME * self.marked * length)

    def stands(self, briefing: str, source: str, passage: Passage, start: int, end: int) -> None:
        """Counts an occurrence."""
        self.times += 1
        self.briefings.add(briefing)
        self.surfaces[passage.text[start:end]] += 1
        if len(self.examples) < _MOST_EXAMPLES and (
            len(self.examples) < _MOST_EXAMPLES // 2
            or all(known.briefing != briefing for known in self.examples)
        ):
            self.examples.append(example(briefing, source, passage, start, end))


def terms(corpus: Corpus, editorial: Editorial) -> list[Proposal]:
    """Terms that are not in the glossary yet, the best first."""
    values = {
        key: value
        for key, value in runs_of(corpus.briefings).phrases().items()
        if value >= _LEAST and (len(key) > 1 or len(key[0]) >= _LONG)
    }
    candidates = _candidates(corpus, values)
    people = names_of_people(corpus)
    explained = Matcher(editorial.glossary)
    wrong = {key_of(text) for entry in editorial.glossary for text in entry.wrong}
    proposed = [
        candidate
        for key, candidate in candidates.items()
        if key not in people
        and key not in wrong
        and key[-1:] not in people
        and candidate.times >= (_TIMES if candidate.marked else _TIMES_OF_PHRASE)
        and not _is_known(candidate.surface, explained)
        and not is_owned(candidate.surface)
        and (len(key) > 1 or candidate.surface[0].isupper())
    ]
    proposed.sort(key=lambda candidate: (-candidate.score, candidate.surface))
    return [_proposal(candidate) for candidate in proposed[:MOST]]


def _candidates(corpus: Corpus, values: Mapping[Key, float]) -> dict[Key, _Candidate]:
    candidates: dict[Key, _Candidate] = defaultdict(_Candidate)
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            language, source = language_of(witness.language), witness.source.id
            for passage in said(witness):
                text = passage.text
                spans = dict.fromkeys(_outermost(text, values), False)
                spans |= dict.fromkeys((*names_in(text, language), *quoted_in(text)), True)
                for (start, end), marked in sorted(spans.items()):
                    if is_address(text[start:end], language):
                        continue
                    candidate = candidates[key_of(text[start:end])]
                    candidate.marked += marked
                    candidate.stands(briefing.slug, source, passage, start, end)
                    candidate.organization |= _is_organization(text[start:end], language)
                for long, short in abbreviations_in(text):
                    candidates[key_of(long)].short[short] += 1
    for key, candidate in candidates.items():
        candidate.value = values.get(key, 0.0)
    return {key: candidate for key, candidate in candidates.items() if candidate.surfaces}


def _outermost(text: str, known: Collection[Key]) -> Iterator[tuple[int, int]]:
    last = 0
    for _, start, end in keys_in(text, known):
        if end > last:
            yield start, end
            last = end


def _proposal(candidate: _Candidate) -> Proposal:
    fields = [Field("term", candidate.surface), Field("kind", _kind(candidate))]
    abbreviations = list(candidate.short)
    if abbreviations:
        fields.append(Field("renderings", sorted(abbreviations)))
    fields += [
        Field("definition", None, "write what it is, in one or two plain and neutral sentences"),
        Field("basis", None, "and what that rests on: 000:57, a law, a public text by its title"),
    ]
    marked = ", as a name or in quotation marks" if candidate.marked * 2 > candidate.times else ""
    return Proposal(
        name=candidate.surface,
        fields=tuple(fields),
        counts=f"{count(candidate.times, 'time')} in"
        f" {count(len(candidate.briefings), 'briefing')}{marked}",
        examples=spread(candidate.examples),
    )


def _kind(candidate: _Candidate) -> TermKind:
    return "organization" if candidate.organization and candidate.surface[0].isupper() else "thing"


def _is_organization(text: str, language: Language) -> bool:
    return bool(language.names.organization_word.search(text))


def _is_known(text: str, glossary: Matcher) -> bool:
    """Whether all of these words are one term of the glossary."""
    return any(match.start == 0 and match.end == len(text) for match in glossary.find(text, ""))
