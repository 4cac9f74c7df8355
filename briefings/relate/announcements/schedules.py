"""Judge clauses that give a schedule in the present tense: "The fair opens on Monday"."""

from __future__ import annotations

from collections.abc import Sequence

from . import deeds
from .actors import Actor, ActorKind
from .clauses import Clause
from .lexicon import Lexicon
from .words import Word

_SCHEDULED: frozenset[ActorKind] = frozenset(("we", "own", "office", "spoken of", "event", "thing"))
# The kinds of actors of whom acts are scheduled, rather than beginnings.
_ACTING: frozenset[ActorKind] = frozenset(("own", "office", "spoken of"))

Times = Sequence[tuple[int, int]]


def may_be_schedule(
    lexicon: Lexicon, words: Sequence[Word], clause: Clause, actor: Actor, times: Times
) -> bool:
    """Return whether a clause may say when something is to happen once.

    "Travels" may be a noun, and may occur in any context.
    """
    if actor.kind not in _SCHEDULED or not times or words[clause.verb].capital:
        return False
    if actor.relative and not any(first > clause.verb for first, _ in times):
        return False  # "this year, ports were closed, which opens a gap"
    if any(word.low in lexicon.pack.recurring for word in words[clause.actor_end :]):
        return False
    return clause.mood == "dated" or _agrees(lexicon, words, clause, actor)


def _agrees(lexicon: Lexicon, words: Sequence[Word], clause: Clause, actor: Actor) -> bool:
    """Return whether a verb may belong to its actor; in the plural ("open"), it is otherwise often
    an adjective or a noun."""
    if words[clause.verb].low.endswith(lexicon.pack.present_endings):
        return actor.kind != "we"
    before = words[clause.actor_end - 1]
    return actor.kind == "we" or before.low.endswith(lexicon.pack.plural_ending)


def is_scheduled(
    lexicon: Lexicon, words: Sequence[Word], clause: Clause, actor: Actor, times: Times
) -> bool:
    """Return whether the clause schedules something on the speaker's side."""
    if actor.kind == "we":
        return not any(words[first].low in lexicon.pack.today for first, _ in times)
    if is_not_ours(lexicon, words, actor):
        return False
    if clause.mood == "dated":
        return True
    if actor.kind in _ACTING and words[clause.verb].low in lexicon.pack.moves:
        return True
    return deeds.begins_now(lexicon, words, clause) != (actor.kind in _ACTING)


def is_not_ours(lexicon: Lexicon, words: Sequence[Word], actor: Actor) -> bool:
    """Return whether what acts is held by others, or happens by itself."""
    return any(word.low in lexicon.pack.not_ours for word in words[actor.first : actor.last])
