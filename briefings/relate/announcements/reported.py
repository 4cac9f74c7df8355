"""Recognise clauses that only report what others say or hope, or that depend on a condition."""

from __future__ import annotations

from collections.abc import Sequence

from .actors import Actor, ActorKind
from .clauses import Clause
from .lexicon import Lexicon
from .words import Word

_OPENS, _CLOSES = "“", "”"
_DASHES = frozenset(("—", "–", "--", "-", ";"))
# "According to" refers to a plan if a word for one is among this many words.
_PLAN_NEAR = 6
# Actors of the speaker's side whatever the speaker says of others.
_NAMED: frozenset[ActorKind] = frozenset(("own", "office", "body"))


def is_reported(
    lexicon: Lexicon, sentence: str, words: Sequence[Word], clause: Clause, actor: Actor
) -> bool:
    """Return whether a clause is quoted, or reports hopes or words of others."""
    pack, end = lexicon.pack, clause.start
    new_starts = [
        n for n in range(1, end) if words[n].low in pack.anew and words[n - 1].text in _DASHES
    ]
    start = max(new_starts, default=0)
    preceding = sentence[: words[end].start]
    if preceding.count(_OPENS) > preceding.count(_CLOSES) or preceding.count('"') % 2 == 1:
        return not (actor.kind in _NAMED and _is_all_quoted(sentence))
    for first, last in lexicon.others.find(words, start, end):
        if last == actor.last and _is_determined(lexicon, words, actor):
            continue  # "The next estimate will be published"
        reports = words[first].low in pack.reports
        if reports and first and words[first - 1].low in pack.own_words:
            continue
        pair = tuple(word.low for word in words[first:last])
        if pair == pack.according and any(
            word.low in pack.agreed for word in words[last : last + _PLAN_NEAR]
        ):
            continue
        return True
    for n in range(end - 1, start - 1, -1):
        if words[n].kind == "mark":
            break
        if words[n].low in pack.asking:
            reason = words[n].low in pack.why and n > 1 and words[n - 1].low in pack.be
            return not (reason and words[n - 2].low in pack.vague)
    return False


def _is_all_quoted(sentence: str) -> bool:
    """Return whether a sentence begins a quotation that goes on behind it, as in statements that
    are quoted as a whole."""
    opens = sentence[0]
    return opens in (_OPENS, '"') and not any(
        mark in sentence[1:] for mark in (_OPENS, _CLOSES, '"')
    )


def _is_determined(lexicon: Lexicon, words: Sequence[Word], actor: Actor) -> bool:
    """Return whether the actor begins with an article or the like, and has more than that."""
    several = actor.last - actor.first > 1
    return several and words[actor.first].low in lexicon.grammar.determiners


def is_conditional(lexicon: Lexicon, words: Sequence[Word], clause: Clause) -> bool:
    """Return whether a condition follows: "if the roads are open"."""
    pack = lexicon.pack
    for n in range(clause.verb, len(words)):
        if words[n].kind == "mark":
            return False
        if words[n].low in pack.conditions:
            excepted_before = words[n - 1].low in pack.no_condition_before
            excepted_behind = n + 1 < len(words) and words[n + 1].low in pack.no_condition_behind
            return not (excepted_before or excepted_behind)
    return False
