"""Determine who acts in a clause, and whether they belong to the speaker's side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.languages import Language

from .clauses import Clause, actor_phrases, antecedents
from .lexicon import Lexicon, lexicon_of
from .words import Word, words_in

# In order: "we"; "I"; the own side by name; "our plan"; an office; a body; an acronym; a person by
# name; somebody mentioned before; a word that names nobody; an event; another possible agent; a
# thing; an unknown name; "there"; the actor of the previous clause.
ActorKind = Literal[
    "we", "i", "own", "plan", "office", "body", "short", "person", "spoken of", "vague", "event",
    "holder", "thing", "name", "there", "same",
]  # fmt: skip
OWN: frozenset[ActorKind] = frozenset(("we", "i", "own", "body", "short", "plan"))

_RANKS: tuple[ActorKind, ...] = (
    "we", "i", "own", "plan", "there", "office", "body", "spoken of", "person", "event", "holder",
    "short", "vague", "thing", "name", "same",
)  # fmt: skip
# A name of the own side speaks for itself in at least this many sentences, and this many times as
# often as any other; or, if none does, it is the only such name.
_OFTEN = 3
_MORE_OFTEN = 2
_ALONE = 1
_LONGEST_NAME = 2
# How many letters a country and its citizens have in common, and how many words before an actor may
# state their country.
_STEM = 4
_BEFORE = 2
_BREAKS = frozenset(",;")
_COMMA = ","
# The kinds of actors that a relative clause may be about.
_ANTECEDENTS: frozenset[ActorKind] = frozenset(("office", "body", "event", "holder"))


@dataclass(frozen=True, slots=True)
class Actor:
    """The actor of a clause: the kind, and the words that name them as a half-open range.

    `relative`: the clause is about a noun before it ("two ships that will sail").
    """

    kind: ActorKind
    first: int
    last: int
    relative: bool = False


def actor_of(
    lexicon: Lexicon, words: Sequence[Word], clause: Clause, own: Collection[str]
) -> Actor:
    """Return the actor of a clause; of several joined ones, the most specific."""
    end = clause.actor_end
    relative = end > 1 and words[end - 1].low in lexicon.pack.relatives
    if relative and clause.mood != "present":
        return _antecedent(lexicon, words, end - 1, own)
    actors = [
        Actor(_kind(lexicon, words[begin:stop], own), begin, stop)
        for begin, stop in actor_phrases(lexicon, words, end)
    ]
    if not actors:
        return Actor("same", end, end)
    return min(actors, key=lambda actor: _RANKS.index(actor.kind))


def _antecedent(lexicon: Lexicon, words: Sequence[Word], at: int, own: Collection[str]) -> Actor:
    """Return the noun that a relative clause is about; `at` is the relative pronoun."""
    for begin, end in antecedents(lexicon, words, at - (words[at - 1].text == _COMMA)):
        kind = _kind(lexicon, words[begin:end], own)
        if kind in _ANTECEDENTS or (kind == "thing" and words[at].low in lexicon.pack.vague):
            return Actor(kind, begin, end, relative=True)
    # "People who will sail" are any people, and no known agents.
    return Actor("vague" if words[at].low in lexicon.pack.vague else "name", at, at + 1)


def _kind(lexicon: Lexicon, phrase: Sequence[Word], own: Collection[str]) -> ActorKind:
    last = phrase[-1].low
    named = _without_brackets(phrase)
    noun = named[-1].low if named else last
    if last in lexicon.pack.we:
        return "we"
    if phrase[-1].text.casefold() in lexicon.pack.first_person:
        return "i"
    if last in lexicon.pack.there:
        return "there"
    if last in lexicon.pack.vague:
        return "vague"
    if _is_own(lexicon, named, own):
        return "own"
    if any(lexicon.spoken_of.length(named, n) for n in range(len(named))):
        return "spoken of"
    if noun in lexicon.pack.plan_nouns and named[0].low in lexicon.pack.plan_articles:
        return "plan"
    if any(word.low in lexicon.pack.honorifics for word in named):
        return "person"
    if _is_office(lexicon, named):
        return "office"
    if not {noun, " ".join(word.low for word in named[-2:])}.isdisjoint(lexicon.pack.bodies):
        return "body"
    if named and named[-1].letters:
        return "body" if _is_own_agency(lexicon, named[-1], own) else "short"
    if noun in lexicon.pack.events:
        return "event"
    if noun in lexicon.pack.holders or _is_named_holder(lexicon, named):
        return "holder"
    if named and all(word.capital for word in named if word.low not in lexicon.pack.definite):
        # "Masks": a plural capitalized only because of its position.
        plural = len(named) == 1 and not named[0].start and lexicon.grammar.plural(noun)
        return "thing" if plural else "name"
    return "thing"


def _without_brackets(phrase: Sequence[Word]) -> list[Word]:
    """Return the words of a phrase outside brackets, without marks."""
    outside: list[Word] = []
    depth = 0
    for word in phrase:
        depth += (word.text == "(") - (word.text == ")")
        if not depth and word.kind != "mark":
            outside.append(word)
    return outside


def _is_own(lexicon: Lexicon, phrase: Sequence[Word], own: Collection[str]) -> bool:
    """Return whether a phrase names the own side: "China", "the Chinese side"."""
    words = [word for word in phrase if word.low not in lexicon.pack.definite]
    side = bool(words) and words[-1].low in lexicon.pack.sides
    if side:
        words = words[:-1]
    text = " ".join(word.low for word in words)
    if any(text == name.casefold() or text.endswith(f" {name.casefold()}") for name in own):
        return True
    if any(lexicon.pack.named_otherwise.get(text) == name.casefold() for name in own):
        return True  # "the U.S." is the United States
    return side and bool(words) and any(is_citizen(lexicon, words[-1], name) for name in own)


def _is_own_agency(lexicon: Lexicon, word: Word, own: Collection[str]) -> bool:
    """Return whether an acronym is that of a national authority, and not known to be of a country
    other than the speaker's."""
    country = lexicon.pack.agencies.get(word.low)
    names = [name.casefold() for name in own]
    return country is not None and (
        not names
        or any(
            lexicon.pack.named_otherwise.get(name, name) in (country, word.low) for name in names
        )
    )


def _is_office(lexicon: Lexicon, phrase: Sequence[Word]) -> bool:
    if any(word.capital and word.low in lexicon.pack.offices for word in phrase):
        return True
    return bool(phrase) and (
        phrase[-1].low in lexicon.pack.small_offices
        and phrase[0].low in lexicon.pack.definite | lexicon.pack.plan_articles
    )


def _is_named_holder(lexicon: Lexicon, phrase: Sequence[Word]) -> bool:
    """Return whether a phrase is a named vessel or the like: "destroyer Stonehaven", "USS
    Mercy"."""
    return any(
        word.low in lexicon.pack.holders | lexicon.pack.ships
        and all(other.capital or other.kind == "number" for other in phrase[n + 1 :])
        for n, word in enumerate(phrase)
    )


def is_of_others(
    lexicon: Lexicon, words: Sequence[Word], clause: Clause, actor: Actor, own: Collection[str]
) -> bool:
    """Return whether an actor is said to belong to a country other than the speaker's."""
    if not own:
        return False
    behind = next(
        (n for n in range(clause.verb, len(words)) if words[n].text in _BREAKS), len(words)
    )
    near = " ".join(word.text for word in words[:behind])
    if any(name[:_STEM] in near for name in own):
        return False
    noun = next(
        (n for n in range(actor.first, actor.last) if words[n].low in lexicon.nouns), actor.last
    )
    return any(
        word.capital
        and _is_any_citizen(lexicon, word)
        and not any(is_citizen(lexicon, word, name) for name in own)
        for word in words[max(0, actor.first - _BEFORE) : noun]
    )


def _is_any_citizen(lexicon: Lexicon, word: Word) -> bool:
    if word.low in lexicon.pack.citizens:
        return True
    if word.low in lexicon.grammar.determiners | lexicon.grammar.pronouns:
        return False
    plain = word.text[1:].isalpha() and word.text[1:].islower()
    return plain and word.low.endswith(lexicon.pack.citizen_endings)


def is_citizen(lexicon: Lexicon, word: Word, country: str) -> bool:
    """Return whether a demonym or acronym belongs to a country."""
    named = lexicon.pack.named_otherwise.get(word.low)
    if named is not None:
        return named == country.casefold()
    if word.text.isupper():
        return word.text.replace(".", "") == "".join(part[0] for part in country.split())
    return _is_any_citizen(lexicon, word) and word.low[:_STEM] == country[:_STEM].casefold()


def acted_before(
    lexicon: Lexicon, words: Sequence[Word], clause: Clause, own: Collection[str]
) -> bool:
    """Return whether the clause before one without an actor has an actor of the speaker's side."""
    preceding = words[: clause.actor_end]
    if any(word.low in lexicon.pack.we for word in preceding):
        return True
    start = max((n + 1 for n, word in enumerate(preceding) if word.text in _BREAKS), default=0)
    opening = [
        word
        for word in preceding[start : start + _LONGEST_NAME + 2]
        if word.low not in lexicon.pack.definite
    ]
    if any(
        word.low in lexicon.pack.offices | lexicon.pack.bodies
        or (word.letters and _is_own_agency(lexicon, word, own))
        for word in opening
    ):
        return True
    if any(lexicon.spoken_of.length(opening, n) for n in range(len(opening))):
        return True
    return any(
        [word.low for word in opening[: len(name.split())]] == name.casefold().split()
        for name in own
    )


def own_names(sentences: Iterable[str], language: Language) -> frozenset[str]:
    """Return the name that officials use for their own side, judging by their sentences.

    It is the name that most often hopes, opposes or supports something. Return an empty set if no
    name does so much more often than the others.

    >>> from briefings.languages import ENGLISH
    >>> said = ["Norland hopes so.", "Norland opposes this.", "Norland will see.", "We know."]
    >>> own_names(said, ENGLISH)
    frozenset({'Norland'})
    """
    lexicon = lexicon_of(language)
    counts: Counter[str] = Counter()
    anywhere: set[str] = set()
    surely = 0
    for sentence in sentences:
        if not lexicon.may_speak.search(sentence):
            continue
        for name, of_itself, begins in _speaking(lexicon, words_in(sentence, language)):
            counts[name] += begins
            surely += of_itself
            anywhere.add(name)
    (leading, leading_count), (_, next_often) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    if leading_count >= max(_OFTEN, _MORE_OFTEN * next_often):
        return frozenset({leading})
    # In a short text, it is the only such name.
    is_only_name = len(anywhere) == 1 and surely >= _ALONE
    return frozenset(anywhere) if is_only_name else frozenset()


def _speaking(lexicon: Lexicon, words: Sequence[Word]) -> Iterator[tuple[str, bool, bool]]:
    """Yield names that act in a sentence, whether they clearly speak for themselves, and whether
    they begin a main clause."""
    for start in range(len(words)):
        begins = not start or words[start - 1].text in _BREAKS
        if (
            not begins
            and words[start - 1].low not in lexicon.grammar.conjunctions | lexicon.pack.that
        ):
            continue
        at = start + (words[start].low in lexicon.pack.definite)
        end = at
        while end < len(words) and end - at < _LONGEST_NAME and _may_name(lexicon, words[end]):
            end += 1
        behind = end + (end < len(words) and words[end].low in lexicon.pack.sides)
        if end == at or (behind > end and _is_any_citizen(lexicon, words[end - 1])):
            continue
        surely = bool(lexicon.speaks.length(words, behind))
        if surely or lexicon.speaks_of_any.length(words, behind):
            yield " ".join(word.text for word in words[at:end]), surely, begins


def _may_name(lexicon: Lexicon, word: Word) -> bool:
    low = word.low
    return word.kind == "word" and word.capital and low not in lexicon.no_names
