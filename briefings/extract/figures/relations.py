"""What the numbers of a sentence share: changes, the ends of a change, comparators."""

from __future__ import annotations

from briefings.model.figures import FigureRole

from . import changes
from .dates import month_at, year_at
from .draft import Draft, behind, same_sentence
from .tokens import Text


def relate(text: Text, drafts: list[Draft]) -> None:
    """Set the roles, directions and shared comparators of the figures of a passage."""
    for n, draft in enumerate(drafts):
        before = drafts[n - 1] if n else None
        _change(text, draft, before)
    for n in range(len(drafts) - 1):
        _pair(text, drafts[n], drafts[n + 1])
        _shared_ahead(text, drafts[n], drafts[n + 1])
        if same_sentence(text, drafts[n], drafts[n + 1]):
            _reach(text, drafts[n + 1], drafts[n])


def _change(text: Text, draft: Draft, before: Draft | None) -> None:
    start, end = text.sentence(draft.i)
    if draft.written.form == "multiple":
        draft.role = "change"
        draft.direction = text.grammar.directions.get(text.lower(draft.written.i), "")
        return
    if draft.written.rate and draft.written.vague:
        return  # supported by the vast majority of them
    if draft.kind == "time":
        _duration(text, draft, start)
        if draft.role == "duration":
            return
    change = changes.change_at(
        text, draft.lead, draft.j, draft.kind or ("percent" if draft.written.rate else ""),
        draft.noun is not None, start, end,
    )  # fmt: skip
    if change:
        draft.role, draft.direction, draft.word = change.role, change.direction, change.word
    elif before is not None and _continues(text, before, draft):
        draft.role, draft.direction, draft.word = before.role, before.direction, before.word


def _duration(text: Text, draft: Draft, start: int) -> None:
    streak = draft.j - draft.written.j > 1 or (
        text.words(draft.j, draft.j + 3) == text.refusals.in_a_row
    )
    k = draft.lead - 1
    while text.lower(k) in text.small.before_stretch:
        k -= 1
    if not streak and text.lower(k) not in text.refusals.lasting:
        return
    draft.role = "duration"
    cue = changes.lasting(text, k + 1, start)
    if cue is not None:
        draft.direction, draft.word = cue.direction, cue.word


def _continues(text: Text, before: Draft, draft: Draft) -> bool:
    """Return whether a change continues in a list: "fell by 3% and 5%", "a rise of 2 cats and 3
    dogs"."""
    if before.role != "change" or (before.kind or "count") != (draft.kind or "count"):
        return False
    if before.word is not None and before.word > before.j and not behind(before):
        return False
    gap = range(before.j, draft.lead)
    if len(gap) > 10:
        return False
    gap = range(_after_period(text, before.j, draft), draft.lead)
    words = [text.lower(k) for k in gap]
    if not words or not any(word == "," or word in text.small.and_ for word in words):
        return False
    after_noun = [text.lower(k) for k in range(max(before.close, before.j, gap.start), draft.lead)]
    loose = text.small.between_changes
    return all(word == "," or word in loose for word in after_noun) or _gapped(text, before, draft)


def _after_period(text: Text, j: int, draft: Draft) -> int:
    """Return the token after the base or the period of a change: "(fell by 3%) from March (and
    5%)"; "(fell by 3%) in May (and 5% in June)"."""
    words, word = text.periods, text.lower(j)
    dated = word in text.small.before_year and text.lower(draft.j) == word
    if word not in words.from_ and not dated:
        return j
    k = j + 1
    while k < draft.lead and (
        month_at(text, k)
        or year_at(text, k)
        or text.lower(k) in words.relative
        or text.lower(k) in words.the
        or text.lower(k) in words.each_units
    ):
        k += 1
    return k if k > j + 1 and text.lower(k - 1) not in words.the else j


def _gapped(text: Text, before: Draft, draft: Draft) -> bool:
    """Return whether a verb is omitted the second time: "burglary fell 12%, robbery 9%"."""
    small = text.small
    words = [text.lower(k) for k in range(before.j, draft.lead)]
    if (
        before.kind != "percent"
        or not (words[0] == "," or words[0] in small.and_)
        or len(words) > 6
    ):
        return False
    verbs = (
        text.grammar.auxiliaries
        | text.grammar.linking
        | text.grammar.change_verbs
        | text.grammar.stoppers - small.and_ - text.periods.the
    )
    if text.grammar.phrasal & set(words):
        return False
    plain = all(text.kind(k) == "word" for k in range(before.j + 1, draft.lead))
    return plain and not any(word in verbs or text.grammar.participle(word) for word in words)


def _pair(text: Text, low: Draft, high: Draft) -> None:
    """Pair the two ends of a change, in either order: "from 25 to four", "to 5% from 6%"."""
    if low.paired or not same_sentence(text, low, high) or high.lead - low.j > 14:
        return
    words = text.periods
    low_link, high_link = text.lower(low.lead - 1), text.lower(high.lead - 1)
    if low.role in ("from", "to") and high.role == "level" and high_link not in words.from_:
        return
    if (low.kind or "") != (high.kind or "") and low.unit is not None and high.unit is not None:
        return
    if low.written.rate != high.written.rate and (low.unit is not None or high.unit is not None):
        return
    if any(text.raw(k) == ";" for k in range(low.j, high.lead)):
        return
    up = text.lower(high.lead - 2) in text.small.up_down
    if high_link in words.from_ and (low.role == "to" or up):
        cue = _cue_of(low) if low.role == "to" else changes.cue_at(text, high.lead - 2)
        ends: tuple[FigureRole, FigureRole] = ("to", "from")
    elif low_link in words.from_ and high_link in text.grammar.to and low.role != "from":
        cue, ends = changes.verb_around(text, low.lead, *text.sentence(low.i)), ("from", "to")
    else:
        return
    if cue is None and low.kind == high.kind and low.written.value != high.written.value:
        # No word indicates the direction, but the two numbers do.
        rises = low.written.value < high.written.value
        cue = changes.Cue(low.i, "increase" if rises else "decrease")
    if cue is None:
        return
    for draft, other_end, role in ((low, high, ends[0]), (high, low, ends[1])):
        draft.role, draft.direction, draft.word = role, cue.direction, cue.word
        draft.paired = True
        if draft.unit is None and draft.noun is None and other_end.unit is not None:
            draft.counts = other_end.unit.name


def _cue_of(draft: Draft) -> changes.Cue | None:
    """Return the cue that determined the role of a figure, or None."""
    return changes.Cue(draft.word, draft.direction) if draft.word is not None else None


def _shared_ahead(text: Text, a: Draft, b: Draft) -> None:
    """Share the words after the second number with the first: "4% and 7% more", "3 and 5 million
    euros"."""
    if (
        b.lead != a.j + 1
        or not (text.lower(a.j) == "," or text.lower(a.j) in text.grammar.list_joints)
        or not same_sentence(text, a, b)
    ):
        return
    listed = text.lower(a.j) != ","
    if listed and a.role == "level" and b.role == "change" and (b.word or 0) >= b.j:
        a.role, a.direction, a.word = b.role, b.direction, b.word
    if a.unit is None and b.unit is not None and a.noun is None and b.unit.kind != "points":
        a.counts = b.unit.name


def _reach(text: Text, draft: Draft, before: Draft) -> None:
    """Extend a comparator over "and" to a number directly after it."""
    if draft.comparator != "=" or before.comparator == "=":
        return
    joined = draft.lead == before.j + 1 and text.lower(before.j) in text.small.and_
    if joined and before.written.high is None:
        draft.comparator = before.comparator
