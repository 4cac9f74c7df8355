"""Judge what one clause of a sentence announces, given its actor."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from briefings.model.relations import CommitmentClass, CommitmentKind, CommitmentReason

from . import deeds, schedules
from .actors import OWN, Actor, ActorKind, acted_before, actor_of, is_of_others
from .clauses import Clause
from .lexicon import Lexicon
from .reported import is_conditional, is_reported
from .words import Table, Word

# The minimum number of verifiable details if the actor is not named.
_ENOUGH = 2
# The kinds of actors to whom something may be done in the present tense.
_MAY_BE_DONE_TO: frozenset[ActorKind] = frozenset(("thing", "holder", "event", "office", "body"))
# The kinds of actors who may announce something in the present tense.
_AT_PRESENT: frozenset[ActorKind] = frozenset(
    ("we", "own", "office", "body", "short", "spoken of", "same")
)
# "The government": at most this many words, for a body that needs no other name.
_THE_BODY = 2
# Higher than any possible number of verifiable details.
_NEVER = 9


@dataclass(frozen=True, slots=True)
class Cue:
    """The kind of an announcement and the words that indicate it.

    `body` is the acronym of the acting body ("MPS"), or None if it is named in full. An acronym
    only counts if it stands for a body of the speakers. `kind` is None if, with that body, the
    sentence announces nothing. `why` lists the verifiable details.
    """

    body: str | None
    kind: CommitmentKind | None
    words: str = ""
    sort: CommitmentClass = "announcement"
    why: tuple[CommitmentReason, ...] = ()


class ClauseJudge:
    """Evaluates a clause with its actor."""

    def __init__(
        self,
        lexicon: Lexicon,
        sentence: str,
        words: Sequence[Word],
        clause: Clause,
        own: Collection[str],
        timed: list[tuple[int, int]],
    ) -> None:
        self._lexicon, self._pack = lexicon, lexicon.pack
        self._sentence, self._words = sentence, words
        self._clause, self._own = clause, own
        self._actor: Actor = self._actor_of(own)
        day = self._clause.mood == "present" or self._actor.kind == "person"
        # What is done today may be part of the event itself.
        self._times = [
            (first, last)
            for first, last in timed
            if not (day and words[first].low in self._pack.today)
        ]
        part = self._actor.kind in ("event", "holder") and self._acts_by(self._lexicon.parts)
        begins = self._actor.kind in ("event", "thing") and self._acts_by(self._lexicon.begins)
        self._trying = not part and not begins and self._acts_by(self._lexicon.endeavours)

    def _actor_of(self, own: Collection[str]) -> Actor:
        words, clause = self._words, self._clause
        actor = actor_of(self._lexicon, words, clause, own)
        published = clause.mood == "dated" or (
            clause.form == "passive" and bool(clause.verbs & self._pack.released)
        )
        if actor.kind == "name" and published and words[actor.first].low in self._pack.definite:
            return replace(actor, kind="thing")  # a title: "The Monthly Tide Tables"
        if words[actor.first : actor.last] and self._is_announcing_body(actor, own):
            return replace(actor, kind="spoken of")  # "the Harbour Office announced that it"
        return actor

    def _is_announcing_body(self, actor: Actor, own: Collection[str]) -> bool:
        """Return whether an actor is "it", and stands for a body that announced the clause."""
        words, pack, at = self._words, self._pack, actor.first
        if words[at].low not in pack.antecedent or not at:
            return False
        at -= words[at - 1].low in pack.that
        announced = at > 0 and words[at - 1].low in pack.announced
        return announced and acted_before(self._lexicon, words, self._clause, own)

    def cue(self) -> Cue | None:
        """Return what the clause announces, or None."""
        if self._is_empty():
            return None
        if is_reported(self._lexicon, self._sentence, self._words, self._clause, self._actor):
            return None
        if is_conditional(self._lexicon, self._words, self._clause):
            return None
        if is_of_others(self._lexicon, self._words, self._clause, self._actor, self._own):
            return None
        act = self._is_act()
        why = self._why(act)
        if not (act or self._may_resolve()) or len(why) < self._least(act):
            return None
        return self._cue_of(act, why)

    def _acts_by(self, table: Table) -> bool:
        """Return whether the clause's verb, with the words after it, is in a table."""
        return bool(table.length(self._words, self._clause.verb))

    def _is_empty(self) -> bool:
        """Return whether the clause only runs the event, or postpones something."""
        words, clause, kind = self._words, self._clause, self._actor.kind
        if kind == "name" or (
            kind == "same" and not acted_before(self._lexicon, words, clause, self._own)
        ):
            return True
        if clause.mood == "allowed":
            return kind not in ("thing", "holder") or not deeds.is_from_a_day_on(
                self._lexicon, words
            )
        if clause.mood == "present" and clause.form == "passive":
            return kind not in _MAY_BE_DONE_TO
        if clause.mood == "present" and kind not in _AT_PRESENT:
            return kind != "i" or not clause.verbs & self._pack.present_now
        if clause.mood in ("scheduled", "dated"):
            return not schedules.may_be_schedule(
                self._lexicon, words, clause, self._actor, self._times
            )
        if clause.mood == "able" and not self._times:
            return True
        if kind == "i" and not (clause.verbs & self._pack.own_acts) and not self._speaks():
            return True
        if kind == "we" and words[clause.verb].low in self._pack.going:
            return True
        if kind in ("thing", "holder") and self._acts_by(self._lexicon.permitted):
            return not self._times
        exempt = kind == "there" or self._stays() or self._acts_by(self._lexicon.at_event)
        return not exempt and deeds.is_no_act(self._lexicon, words, clause)

    def _stays(self) -> bool:
        return (
            self._actor.kind in ("office", "spoken of", "event", "same")
            and bool(self._times)
            and self._acts_by(self._lexicon.stays)
        )

    def _speaks(self) -> bool:
        """Return whether somebody will speak at a known time: "I will make a statement on
        Monday"."""
        return bool(self._times) and deeds.is_definite(
            self._lexicon, self._words, self._clause, self._lexicon.light
        )

    def _is_act(self) -> bool:
        """Return whether the clause states an observable act of this actor."""
        words, clause, kind = self._words, self._clause, self._actor.kind
        if self._trying:
            return False
        if clause.mood == "allowed":
            return not schedules.is_not_ours(self._lexicon, words, self._actor)
        if clause.mood == "present":
            return self._is_now()
        if clause.mood in ("scheduled", "dated"):
            return schedules.is_scheduled(self._lexicon, words, clause, self._actor, self._times)
        if kind == "there":
            return self._is_occasion()
        if kind in ("thing", "holder") and (
            clause.mood == "able" or self._acts_by(self._lexicon.permitted)
        ):
            return True
        if self._stays() or self._acts_by(self._lexicon.at_event):
            return True
        if kind in ("event", "holder") and self._acts_by(self._lexicon.parts):
            return True
        if kind in ("vague", "spoken of", "event", "thing") and self._acts_by(
            self._lexicon.content
        ):
            return True
        if kind in ("thing", "event", "vague"):
            begins = self._acts_by(self._lexicon.begins)
            passive = clause.form == "passive" and bool(
                clause.verbs & (self._pack.held | self._pack.arranged | self._pack.done)
            )
            if kind == "thing":
                altered = self._acts_by(self._lexicon.altered) and deeds.is_from_a_day_on(
                    self._lexicon, words
                )
                return (begins or passive or altered) and not schedules.is_not_ours(
                    self._lexicon, words, self._actor
                )
            if begins or passive:
                return True
        if self._times and self._acts_by(self._lexicon.timed):
            return True
        return deeds.is_definite(self._lexicon, words, clause)

    def _is_now(self) -> bool:
        """Return whether a present action is an announcement: it has a future time, or a number."""
        words, clause = self._words, self._clause
        if clause.form == "passive":
            return bool(self._times) and bool(clause.verbs & (self._pack.held | self._pack.done))
        if self._times or clause.verbs & self._pack.present_now:
            return True
        counted = deeds.counts(self._lexicon, words, clause.main, len(words), self._times)
        return counted and bool(clause.verbs & self._pack.present_counted)

    def _is_occasion(self) -> bool:
        """Return whether there will be an event, or a number of something."""
        words, at = self._words, self._clause.verb + 1
        if words[self._clause.verb].low not in self._pack.be:
            return False
        near = words[at : at + 5]
        if any(word.low in self._pack.occasions for word in near):
            return True
        if not near or any(word.low in self._pack.not_arranged for word in near):
            return False
        if self._times and near[0].low in self._pack.additional:
            return True
        return near[0].kind == "number" or near[0].low in self._pack.counts

    def _why(self, act: bool) -> list[CommitmentReason]:
        """Return the verifiable details of the clause."""
        words, clause = self._words, self._clause
        if self._trying:
            named = deeds.second_measure(self._lexicon, words, clause, self._sentence)
            return ["act", "measure"] if named else []
        why: list[CommitmentReason] = ["act"] if act else []
        if self._times:
            why.append("date")
        counted = deeds.counts(self._lexicon, words, clause.main, len(words), self._times)
        if self._actor.kind in ("thing", "event", "holder"):
            first = self._actor.first
            counted = counted or deeds.counts(
                self._lexicon, words, first, clause.start, self._times
            )
            counted = counted or any(
                word.low in self._pack.counts for word in words[first : self._actor.last]
            )
        if counted:
            why.append("number")
        if act and deeds.measured(self._lexicon, words, clause.main, self._sentence):
            why.append("measure")
        if not act and deeds.second_measure(self._lexicon, words, clause, self._sentence):
            why = ["act", *why, "measure"]
        return why

    def _may_resolve(self) -> bool:
        """Return whether an actor may express resolve if no act is stated."""
        moods = ("present", "is to", "scheduled", "dated", "able", "expected")
        return self._actor.kind in OWN and self._clause.mood not in moods

    def _least(self, act: bool) -> int:
        """Return the minimum number of verifiable details for this actor."""
        words, clause, kind = self._words, self._clause, self._actor.kind
        if clause.mood == "present" and not act:
            return _NEVER
        if self._actor.relative or clause.mood == "able":
            return _ENOUGH
        if clause.mood == "expected":
            is_own = kind in ("own", "office", "spoken of", "body")
            return _ENOUGH if is_own and self._times else _NEVER
        if clause.mood == "is to":
            return 1 if kind == "plan" else _ENOUGH
        if clause.mood == "decided":
            is_own = kind in ("we", "i", "own", "office") or (
                kind == "body" and self._is_the_body()
            )
            return 1 if is_own else _NEVER
        if kind == "i":
            evident = clause.mood == "plan" or clause.verbs & self._pack.evident
            return 1 if evident else _ENOUGH
        if kind == "vague":
            be = clause.form in ("passive", "progressive") or self._acts_by(self._lexicon.begins)
            return _ENOUGH if be or self._acts_by(self._lexicon.content) else _NEVER
        if kind == "holder":
            named = words[self._actor.first].capital and self._actor.first == 0
            return 1 if named or self._acts_by(self._lexicon.at_event) else _ENOUGH
        if kind == "thing":
            arranged = clause.form == "passive" and bool(clause.verbs & self._pack.arranged)
            return 1 if arranged else _ENOUGH
        if kind == "person":
            return _ENOUGH
        if kind == "event" and self._acts_by(self._lexicon.begins):
            return _ENOUGH
        return 0

    def _is_the_body(self) -> bool:
        """Return whether a body needs no other name to be on the speaker's side: "the
        government"."""
        actor = self._words[self._actor.first : self._actor.last]
        return len(actor) <= _THE_BODY or actor[-1].capital

    def _cue_of(self, act: bool, why: Sequence[CommitmentReason]) -> Cue:
        words, clause, sentence = self._words, self._clause, self._sentence
        at = min(self._actor.first, clause.start)
        if self._actor.kind not in ("vague", "thing") and words[at].low in self._pack.that:
            at += 1  # "he announced that the ministry"
        first = words[at].start
        wording = " ".join(sentence[first : words[clause.verb].start].split())
        kind: CommitmentKind = "intention"
        public = self._pack.released if clause.form == "passive" else self._pack.releases
        if act and clause.verbs & public and clause.form in ("plain", "passive"):
            end = words[clause.main].end
            kind, wording = "release", " ".join(sentence[first:end].split())
        elif step := deeds.step(self._lexicon, words, sentence):
            kind, wording = "plan", step
        body = words[self._actor.last - 1].text if self._actor.kind == "short" else None
        return Cue(body, kind, wording, "announcement" if why else "resolve", tuple(why))
