"""Who acts in a clause, and whether they are of the speaker's side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.languages import ENGLISH

from .clauses import Clause, actor_phrases
from .words import Table, Word, any_of, words_of

# "We", "I"; the own side by its name, a body, one known by its letters; an office; a person by
# name; somebody spoken of before, or by a word that names nobody; "our plan"; what people meet at;
# others who may act; a thing; a name that is not known; "there"; who acted in the clause before.
ActorKind = Literal[
    "we", "i", "own", "plan", "office", "body", "short", "person", "spoken of", "vague", "event",
    "holder", "thing", "name", "there", "same",
]  # fmt: skip
OWN: frozenset[ActorKind] = frozenset(("we", "i", "own", "body", "short", "plan"))

_PACK = ENGLISH.announcing
_RANKS: tuple[ActorKind, ...] = (
    "we", "i", "own", "plan", "there", "office", "body", "spoken of", "person", "event", "holder",
    "short", "vague", "thing", "name", "same",
)  # fmt: skip
_SPOKEN_OF = Table(_PACK.spoken_of, _PACK.classes)
_SPEAKS = Table(_PACK.speaks, _PACK.classes)
_SPEAKS_OF_ANY = Table(_PACK.speaks_of_any, _PACK.classes)
_GRAMMAR = ENGLISH.grammar
_THE = "the"
_MAY_SPEAK = re.compile(
    rf"\b[A-Z][\w-]*(?:\s+{any_of(_PACK.sides)})?\s+"
    + any_of({phrase.split()[0] for phrase in (*_PACK.speaks, *_PACK.speaks_of_any)})
    + r"\b"
)
# A name that speaks of itself in so many sentences, and so much more often than any other; where
# none does, one that no other name stands beside.
_OFTEN = 3
_MORE_OFTEN = 2
_ALONE = 1
_LONGEST_NAME = 2
# So many letters a country and its citizens have in common; so many words before an actor may say
# of which country they are.
_STEM = 4
_BEFORE = 2
_BREAKS = frozenset(",;")
_NO_NAMES = (
    ENGLISH.phrases.small
    | ENGLISH.phrases.prepositions
    | _PACK.offices
    | _PACK.honorifics
    | _PACK.bodies
    | _PACK.holders
    | _PACK.events
    | frozenset(ENGLISH.calendar.weekdays)
    | frozenset(month.casefold() for month in ENGLISH.calendar.months)
)
# Words behind which an actor has its own name.
_NOUNS = _PACK.offices | _PACK.bodies | _PACK.holders | _PACK.events | _PACK.honorifics


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the kind, and the words that name them as a half-open range."""

    kind: ActorKind
    first: int
    last: int


def actor_of(words: Sequence[Word], clause: Clause, own: Collection[str]) -> Actor:
    """Who acts in a clause: of several that are joined, the one that is known best."""
    end = clause.actor_end
    found = [
        Actor(_kind(words[first:last], own), first, last)
        for first, last in actor_phrases(words, end)
    ]
    if not found:
        return Actor("same", end, end)
    return min(found, key=lambda one: _RANKS.index(one.kind))


def _kind(phrase: Sequence[Word], own: Collection[str]) -> ActorKind:
    last = phrase[-1].low
    named = _without_brackets(phrase)
    noun = named[-1].low if named else last
    if last in _PACK.we:
        return "we"
    if phrase[-1].text.casefold() in _PACK.first_person:
        return "i"
    if last in _PACK.there:
        return "there"
    if last in _PACK.vague:
        return "vague"
    if _is_own(named, own):
        return "own"
    if any(_SPOKEN_OF.length(named, n) for n in range(len(named))):
        return "spoken of"
    if noun in _PACK.plan_nouns and named[0].low in _PACK.plan_articles:
        return "plan"
    if any(word.low in _PACK.honorifics for word in named):
        return "person"
    if _is_office(named):
        return "office"
    if noun in _PACK.bodies:
        return "body"
    if named and named[-1].letters:
        return "short"
    if noun in _PACK.events:
        return "event"
    if noun in _PACK.holders or _is_named_holder(named):
        return "holder"
    if named and all(word.capital for word in named if word.low != _THE):
        # "Masks": a plural that has its capital from where it stands.
        plural = len(named) == 1 and not named[0].start and noun.endswith(_PACK.plural_ending)
        return "thing" if plural else "name"
    return "thing"


def _without_brackets(phrase: Sequence[Word]) -> list[Word]:
    """The words of a phrase that stand in no brackets, and no marks."""
    found: list[Word] = []
    depth = 0
    for word in phrase:
        depth += (word.text == "(") - (word.text == ")")
        if not depth and word.kind != "mark":
            found.append(word)
    return found


def _is_own(phrase: Sequence[Word], own: Collection[str]) -> bool:
    """Whether a phrase names the own side: "China", "the Chinese side"."""
    words = [word for word in phrase if word.low != _THE]
    side = bool(words) and words[-1].low in _PACK.sides
    if side:
        words = words[:-1]
    text = " ".join(word.low for word in words)
    if any(text == name.casefold() or text.endswith(f" {name.casefold()}") for name in own):
        return True
    return side and bool(words) and any(is_citizen(words[-1], name) for name in own)


def _is_office(phrase: Sequence[Word]) -> bool:
    if any(word.capital and word.low in _PACK.offices for word in phrase):
        return True
    return bool(phrase) and (
        phrase[-1].low in _PACK.small_offices and phrase[0].low in {_THE, *_PACK.plan_articles}
    )


def _is_named_holder(phrase: Sequence[Word]) -> bool:
    """Whether a phrase is of a holder by name: "destroyer Stonehaven", "USS Mercy"."""
    return any(
        word.low in _PACK.holders | _PACK.ships
        and all(other.capital or other.kind == "number" for other in phrase[n + 1 :])
        for n, word in enumerate(phrase)
    )


def is_of_others(words: Sequence[Word], clause: Clause, actor: Actor, own: Collection[str]) -> bool:
    """Whether an actor is said to be of a country that is not the speaker's."""
    if not own:
        return False
    behind = next(
        (n for n in range(clause.verb, len(words)) if words[n].text in _BREAKS), len(words)
    )
    near = " ".join(word.text for word in words[:behind])
    if any(name[:_STEM] in near for name in own):
        return False
    noun = next((n for n in range(actor.first, actor.last) if words[n].low in _NOUNS), actor.last)
    return any(
        word.capital and _is_any_citizen(word) and not any(is_citizen(word, name) for name in own)
        for word in words[max(0, actor.first - _BEFORE) : noun]
    )


def _is_any_citizen(word: Word) -> bool:
    if word.low in _PACK.citizens:
        return True
    if word.low in _GRAMMAR.determiners | _GRAMMAR.pronouns:
        return False
    plain = word.text[1:].isalpha() and word.text[1:].islower()
    return plain and word.low.endswith(_PACK.citizen_endings)


def is_citizen(word: Word, country: str) -> bool:
    """Whether a word for who is of a country is made from its name, or of its first letters."""
    named = _PACK.named_otherwise.get(word.low)
    if named is not None:
        return named == country.casefold()
    if word.text.isupper():
        return word.text.replace(".", "") == "".join(part[0] for part in country.split())
    return _is_any_citizen(word) and word.low[:_STEM] == country[:_STEM].casefold()


def acted_before(words: Sequence[Word], clause: Clause, own: Collection[str]) -> bool:
    """Whether the clause before one without an actor has one of the speaker's side."""
    before = words[: clause.actor_end]
    if any(word.low in _PACK.we for word in before):
        return True
    start = max((n + 1 for n, word in enumerate(before) if word.text in _BREAKS), default=0)
    first = [word for word in before[start : start + _LONGEST_NAME + 2] if word.low != _THE]
    if any(word.low in _PACK.offices | _PACK.bodies for word in first):
        return True
    if any(_SPOKEN_OF.length(first, n) for n in range(len(first))):
        return True
    return any(
        [word.low for word in first[: len(name.split())]] == name.casefold().split() for name in own
    )


def own_names(sentences: Iterable[str]) -> frozenset[str]:
    """The name by which officials speak of their own side, in their sentences: what most often
    hopes, opposes and supports; none where no name does much more often than others.

    >>> own_names(["Norland hopes so.", "Norland opposes this.", "Norland will see.", "We know."])
    frozenset({'Norland'})
    """
    counts: Counter[str] = Counter()
    anywhere: set[str] = set()
    surely = 0
    for sentence in sentences:
        if not _MAY_SPEAK.search(sentence):
            continue
        for name, of_itself, begins in _speaking(words_of(sentence)):
            counts[name] += begins
            surely += of_itself
            anywhere.add(name)
    (first, often), (_, next_often) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if often >= max(_OFTEN, _MORE_OFTEN * next_often):
        return frozenset({first})
    # A short text: no other name does anything.
    alone = len(anywhere) == 1 and surely >= _ALONE
    return frozenset(anywhere) if alone else frozenset()


def _speaking(words: Sequence[Word]) -> Iterator[tuple[str, bool, bool]]:
    """Names that speak in a sentence, whether they do so for themselves as few others do, and
    whether they begin a clause that depends on no other."""
    for start in range(len(words)):
        begins = not start or words[start - 1].text in _BREAKS
        if not begins and words[start - 1].low not in _GRAMMAR.conjunctions | _PACK.that:
            continue
        at = start + (words[start].low == _THE)
        end = at
        while end < len(words) and end - at < _LONGEST_NAME and _may_name(words[end]):
            end += 1
        behind = end + (end < len(words) and words[end].low in _PACK.sides)
        if end == at or (behind > end and _is_any_citizen(words[end - 1])):
            continue
        surely = bool(_SPEAKS.length(words, behind))
        if surely or _SPEAKS_OF_ANY.length(words, behind):
            yield " ".join(word.text for word in words[at:end]), surely, begins


def _may_name(word: Word) -> bool:
    low = word.low
    return word.kind == "word" and word.capital and low not in _NO_NAMES
