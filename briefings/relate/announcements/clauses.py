"""Find the clauses of a sentence about the future: who acts, in which mood, and what is done.

    Next week | the ministry | will also | open | 40 clinics.
              | actor        | mood      | verb | ...

This needs no parser: few words indicate the future, the actor is the noun phrase before them, and
the verb follows them after any adverbs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from .lexicon import Lexicon
from .words import Word

# The mood: simple future, planned, decided or expected, in the present ("is opening", "opens"), a
# date only ("is scheduled for Monday"), a possibility ("will be able to open"), or as a rule from
# a certain day.
Mood = Literal[
    "will", "plan", "decided", "expected", "is to", "present", "scheduled", "dated", "able",
    "allowed",
]  # fmt: skip
Form = Literal["plain", "progressive", "passive", "being"]

# The maximum number of words inserted between an actor and the verb.
_ASIDE = 16
_OPENS = {")": "("}
_COMMA = ","


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause about the future, as indices of the sentence's words.

    The actor ends before `actor_end`, the words that indicate the future begin at `start`, and the
    verb is at `verb`. `main` is the verb after "be", or the same as `verb`. `verbs` are its
    possible base forms.
    """

    start: int
    actor_end: int
    mood: Mood
    verb: int
    main: int
    form: Form
    verbs: frozenset[str]


def may_be_ahead(lexicon: Lexicon, sentence: str) -> bool:
    """Return whether a sentence contains a word that indicates the future."""
    ruled = lexicon.ruled.search(sentence) and lexicon.from_.search(sentence)
    return bool(lexicon.ahead.search(sentence) or ruled)


def clauses(lexicon: Lexicon, words: Sequence[Word]) -> Iterator[Clause]:
    """Yield every clause of a sentence that may be about the future, in order."""
    at = 0
    while at < len(words):
        modal = _modal(lexicon, words, at)
        if modal is None:
            at += 1
            continue
        mood, verb = modal
        if verb < len(words) and words[verb].kind == "word":
            clause = _clause(lexicon, words, at, mood, verb)
            if clause is not None:
                yield clause
        at = max(at + 1, verb)


def _modal(lexicon: Lexicon, words: Sequence[Word], at: int) -> tuple[Mood, int] | None:
    """Return the mood indicated at this word and the index of its verb, or None."""
    low = words[at].low
    if low in lexicon.pack.future:
        return _future(lexicon, words, past_adverbs(lexicon, words, at + 1))
    if length := lexicon.plans.length(words, at):
        return "plan", past_adverbs(lexicon, words, at + length)
    if length := lexicon.decisions.length(words, at):
        return "decided", past_adverbs(lexicon, words, at + length)
    if lexicon.schedules.length(words, at):
        return "scheduled", at
    if low in lexicon.pack.allowed:
        return "allowed", past_adverbs(lexicon, words, at + 1)
    behind = past_adverbs(lexicon, words, at + 1)
    if low in lexicon.pack.have and (length := lexicon.decisions.length(words, behind)):
        return "decided", past_adverbs(lexicon, words, behind + length)
    if low in lexicon.pack.be and behind < len(words):
        return _being(lexicon, words, behind)
    return None


def _future(lexicon: Lexicon, words: Sequence[Word], verb: int) -> tuple[Mood, int]:
    """Return the mood and the verb after "will", from the index of its verb."""
    if length := lexicon.obliged.length(words, verb):
        return "allowed", past_adverbs(lexicon, words, verb + length)
    if verb < len(words) and words[verb].low in lexicon.pack.be:
        behind = past_adverbs(lexicon, words, verb + 1)
        if length := lexicon.able.length(words, behind):
            return "able", past_adverbs(lexicon, words, behind + length)
        # "will be going to visit"
        if length := lexicon.to_come.length(words, behind):
            return "will", past_adverbs(lexicon, words, behind + length)
    return "will", verb


def _being(lexicon: Lexicon, words: Sequence[Word], at: int) -> tuple[Mood, int] | None:
    """Return the mood and the verb after a form of "be", from the index of the word behind it."""
    if length := lexicon.to_come.length(words, at):
        mood: Mood = "plan" if words[at].low in lexicon.pack.planned else "will"
        return mood, past_adverbs(lexicon, words, at + length)
    if length := lexicon.expected.length(words, at):
        return "expected", past_adverbs(lexicon, words, at + length)
    if length := lexicon.able.length(words, at):
        return "able", past_adverbs(lexicon, words, at + length)
    if lexicon.dated.length(words, at):
        return "dated", at
    low = words[at].low
    if low == lexicon.pack.to:
        return "is to", past_adverbs(lexicon, words, at + 1)
    if low in lexicon.pack.being:
        participle = past_adverbs(lexicon, words, at + 1)
        return ("present", participle) if participle < len(words) else None
    progressive = low.endswith(lexicon.pack.progressive_ending)
    if progressive and lexicon.pack.present & lexicon.verbs_of(low):
        return "present", at
    return None


def _clause(
    lexicon: Lexicon, words: Sequence[Word], at: int, mood: Mood, verb: int
) -> Clause | None:
    main, form = verb, "plain"
    verbs = frozenset({words[verb].low})
    if mood in ("scheduled", "dated"):
        verbs = frozenset()
    elif mood == "present":
        verbs = lexicon.verbs_of(words[verb].low)
        progressive = words[verb].low.endswith(lexicon.pack.progressive_ending)
        form = "progressive" if progressive else "passive"
    elif words[verb].low in lexicon.pack.be:
        main = past_adverbs(lexicon, words, verb + 1)
        form = "being"
        if main < len(words) and (bases := lexicon.verbs_of(words[main].low)):
            progressive = words[main].low.endswith(lexicon.pack.progressive_ending)
            form, verbs = ("progressive" if progressive else "passive"), bases
        main = min(main, len(words) - 1)
    return Clause(at, actor_end(lexicon, words, at), mood, verb, main, form, verbs)  # type: ignore[arg-type]


def past_adverbs(lexicon: Lexicon, words: Sequence[Word], at: int) -> int:
    """Return the first index from `at` on that is neither an adverb nor an aside between commas
    ("of course")."""
    while at < len(words):
        if is_adverb(lexicon, words[at]):
            at += 1
            continue
        if words[at].text == _COMMA:
            closing = next(
                (n for n in range(at + 1, min(at + 4, len(words))) if words[n].text == _COMMA), None
            )
            if closing is not None:
                at = closing + 1
                continue
        break
    return at


def is_adverb(lexicon: Lexicon, word: Word) -> bool:
    """Return whether a word may come between "will" and the verb."""
    return word.low in lexicon.pack.adverbs or (
        word.low.endswith(lexicon.pack.adverb_ending)
        and word.low not in lexicon.pack.no_adverbs
        and not word.capital
    )


def actor_end(lexicon: Lexicon, words: Sequence[Word], at: int) -> int:
    """Return where the actor before a modal ends, ignoring what is inserted between the two."""
    while at > 0:
        previous = words[at - 1]
        if is_adverb(lexicon, previous) and at > 1:
            at -= 1
        elif previous.text in _OPENS:
            opened = _back_to(words, at - 2, _OPENS[previous.text])
            if opened is None:
                return at
            at = opened
        elif previous.text == _COMMA and at > 1:
            opened = _back_to(words, at - 2, _COMMA)
            at = at - 1 if opened is None else opened
            if opened is not None:
                return opened
        else:
            return at
    return at


def _back_to(words: Sequence[Word], at: int, mark: str) -> int | None:
    """Return the index of a mark before these words, or None if it is too far away."""
    for n in range(at, max(-1, at - _ASIDE), -1):
        if words[n].text == mark:
            return n
    return None


def actor_phrases(lexicon: Lexicon, words: Sequence[Word], end: int) -> Iterator[tuple[int, int]]:
    """Yield the noun phrases that may be the actor, as half-open ranges, the nearest first.

    A phrase is traced back to its head: "officials" in "officials of the ministry".
    """
    at, listed = end, False
    while at > 0:
        begin = _base(lexicon, words, at)
        if begin == at:
            return
        phrase = (begin, at)
        while begin > 1 and words[begin - 1].low in lexicon.pack.behind:
            head = _base(lexicon, words, begin - 1)
            if head == begin - 1:
                break
            if head == begin - 2 and words[head].low in lexicon.small:
                phrase, begin = (head, at), head  # "all of these boats" are boats
                break
            phrase, begin = (head, begin - 1), head
        yield phrase
        if begin < 2:
            return
        joint = words[begin - 1]
        listed = listed or joint.low in lexicon.pack.joints
        if not listed or not (joint.low in lexicon.pack.joints or joint.text == _COMMA):
            return
        at = begin - 1 - (words[begin - 2].text == _COMMA)


def antecedents(lexicon: Lexicon, words: Sequence[Word], end: int) -> Iterator[tuple[int, int]]:
    """Yield the noun phrases that a relative clause may be about: the one that ends here, then the
    head of it ("a list" in "a list of piers that")."""
    nearest = _base(lexicon, words, end)
    if nearest < end:
        yield nearest, end
    yield from islice(actor_phrases(lexicon, words, end), 1)


def _base(lexicon: Lexicon, words: Sequence[Word], end: int) -> int:
    """Return the start of the noun phrase that ends here, without postmodifiers of its noun."""
    at = end
    while at > 0:
        word = words[at - 1]
        if word.text == ")":
            opened = _back_to(words, at - 2, "(")
            if opened is None:
                break
            at = opened
            continue
        if word.kind == "mark" and word.text not in '“”"':
            break
        low = word.low
        if (
            low == lexicon.possessive
            and at > 1
            and words[at - 2].low not in lexicon.grammar.pronouns
        ):
            at -= 1
            continue
        pronoun = low in lexicon.grammar.pronouns | lexicon.pack.vague
        if low in lexicon.stops or (
            pronoun and at < end and low not in lexicon.grammar.determiners
        ):
            break
        at -= 1
        if pronoun or low in lexicon.grammar.determiners:
            break
    return at
