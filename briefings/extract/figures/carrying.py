"""Subjects shared by figures: numbers of one list, parts of a group, sums in two currencies."""

from __future__ import annotations

from bisect import bisect_right

from . import subject
from .clauses import verb_back
from .draft import Draft, behind, same_sentence
from .tokens import Text


def carry(draft: Draft, before: Draft) -> None:
    draft.about, draft.counts, draft.found = before.about, draft.counts or before.counts, "carried"


def elliptical(text: Text, draft: Draft, before: Draft) -> bool:
    """Return whether a number continues a count: "260 cases in the east, 190 in the west";
    "including 20"."""
    if draft.role != "level" or (draft.kind or "") != (before.kind or ""):
        return False
    if text.lower(draft.lead - 1) in text.grammar.including:
        return True
    to = text.lower(draft.lead - 1) in text.grammar.to
    if to and text.lower(draft.lead - 2) in text.grammar.tallies and draft.noun is None:
        return True  # 730 patients, bringing the tally to 71,150
    lead = text.lower(draft.lead - 1)
    listed = lead in ",-–—" or lead in text.refusals.joints or lead in text.grammar.with_
    behind = text.lower(draft.j) in text.grammar.places
    return listed and behind and draft.unit is None and before.found in ("noun", "carried")


def converted(text: Text, draft: Draft, before: Draft) -> bool:
    """Return whether a sum repeats the previous one in another currency: "(equivalent to $5
    million)"."""
    if draft.kind != "money":
        return False
    if text.lower(draft.lead - 2) in text.grammar.equivalent:
        return True
    if before.kind != "money" or draft.lead - before.j > 5:
        return False
    return text.raw(draft.lead - 1) == "(" or text.lower(draft.lead - 1) in text.grammar.equal


def shared_noun(text: Text, draft: Draft, end: int) -> subject.NounPhrase | None:
    """Return the noun that two numbers share: "17 of 20 districts", "2 million and 3 million
    awards".

    After a conjunction, it is only shared if another number precedes it: the words after "2
    million" in "cases reached 2 million and deaths 30,000" begin another clause.
    """
    k = draft.j
    if draft.role in ("from", "to") or draft.kind in (
        "percent",
        "points",
        "multiple",
        "time",
        "money",
    ):
        return None
    if text.words(k, k + 2) in text.small.out_of:
        k += 2
    elif text.lower(k) in text.small.sharing:
        k += 1
    else:
        return None
    joined = text.lower(k - 1) in text.grammar.conjunctions
    after = k
    while k < end and (text.lower(k) in text.grammar.determiners or subject.is_number(text, k)):
        k += 1
    if joined and not any(subject.is_number(text, n) for n in range(after, k)):
        return None
    return subject.noun_phrase(text, k, end)


def carried(text: Text, draft: Draft, before: Draft | None, verb: str) -> None:
    """Give a number without a noun the noun of the previous one: "and 12 injured"."""
    draft.found = "carried"
    if before is None:
        draft.about = verb
        return
    counted_thing = before.noun
    noun_words = subject.phrase(text, counted_thing.i, counted_thing.j) if counted_thing else ""
    same_unit = draft.unit is None or draft.unit.name == (before.unit.name if before.unit else "%")
    if same_unit and noun_words:
        draft.about = f"{noun_words} {verb}".strip()
        draft.counts = draft.counts or before.counts
    else:
        draft.about = verb


def share_out(text: Text, drafts: list[Draft]) -> None:
    """Give each number of "A and B reached 3 and 5 respectively" its own subject."""
    marks = [k for k, token in enumerate(text.tokens) if token.lower in text.grammar.respectively]
    if not marks:
        return
    starts = [draft.i for draft in drafts]
    for mark in marks:
        start, _ = text.sentence(mark)
        n = bisect_right(starts, mark)
        group: list[Draft] = []
        while n > 0 and drafts[n - 1].i >= start and len(group) < 8:
            if group and (group[-1].lead - drafts[n - 1].j > 3):
                break
            n -= 1
            group.append(drafts[n])
        group.reverse()
        if len(group) < 2 or (group[-1].noun is not None and group[-1].unit is None):
            continue
        verb = group[0].word if behind(group[0]) else verb_back(text, group[0].lead, start)
        if verb is None:
            continue
        if (
            text.lower(verb) in text.grammar.change_nouns
            and text.lower(verb + 1) in text.grammar.of
        ):
            verb = verb_back(text, verb, start) or verb
        i, j = subject.clause_subject(text, verb, start)
        if text.raw(i - 2) == "," and text.lower(i - 1) in text.refusals.joints:
            # "use in A, and B rose by 3% and 5%": the parts do not include "use"
            first_part, _ = subject.clause_subject(text, i - 2, start)
            parts = [(first_part, j)] * len(group) if first_part < i - 2 else None
        else:
            parts = _split(text, _list_start(text, i, start), j, len(group))
        if parts is None:
            continue
        for draft, (i, j) in zip(group, parts, strict=True):
            draft.about, draft.found = subject.phrase(text, i, j), "clause"
            if group[-1].unit is None:
                draft.counts = subject.head_unit(text, i, j)


def _list_start(text: Text, i: int, start: int) -> int:
    """Return the start of a list whose last part begins at token `i`: "rates on A, the B and the
    C"."""
    k = i
    while text.lower(k - 1) in text.grammar.determiners:
        k -= 1
    if text.raw(k - 1) != ",":
        return i
    first, _ = subject.clause_subject(text, k - 1, start)
    verbs = text.grammar.auxiliaries | text.grammar.linking | text.grammar.change_verbs
    adverbial = text.lower(first) in text.grammar.prepositions
    return i if adverbial or any(text.lower(n) in verbs for n in range(first, k)) else first


def former(text: Text, drafts: list[Draft], n: int) -> None:
    """Use the subject of the pair of numbers before "the former" or "the latter".

    Example: 160 million in the former and 227 million in the latter.
    """
    draft = drafts[n]
    if text.words(draft.j, draft.j + 3) not in text.small.referring:
        return
    source = drafts[n - 2]
    if same_sentence(text, source, draft):
        draft.about, draft.counts, draft.found = source.about, source.counts, "carried"


def _split(text: Text, i: int, j: int, size: int) -> list[tuple[int, int]] | None:
    """Split "cars and drivers" into as many parts as there are numbers, or return None."""
    joints = [
        k for k in range(i + 1, j - 1) if text.raw(k) == "," or text.lower(k) in text.small.and_
    ]
    determined = [k for k in joints if text.lower(k + 1) in text.grammar.determiners]
    for chosen in (joints, determined, joints[-1:]):
        parts: list[tuple[int, int]] = []
        part_start = i
        for k in (*chosen, j):
            if k > part_start:
                parts.append((part_start, k))
            part_start = k + 1
        if len(parts) == size:
            return parts
    return None
