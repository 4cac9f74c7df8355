"""What is done in a clause, and by what a reader could look for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefings.languages import ENGLISH

from .clauses import Clause, is_adverb, past_adverbs
from .words import Table, Word

_PACK = ENGLISH.announcing
_GRAMMAR = ENGLISH.grammar


def _table(phrases: Sequence[str]) -> Table:
    return Table(phrases, _PACK.classes)


_ACT_PHRASES = _table(_PACK.act_phrases)
_LIGHT = _table(_PACK.light_verbs)
_VAGUE = _table(_PACK.vague_beginnings)
_ENDEAVOURS = _table(_PACK.endeavours)
_NO_ACTS = _table(_PACK.no_acts)
_PUT_OFF = _table(_PACK.put_off)
_TIMED = _table(_PACK.timed)
_PERMITTED = _table(_PACK.permitted)
_FROM_THEN = _table(_PACK.from_then)
_BEGINS = _table(_PACK.begins)
_PARTS = _table(_PACK.parts)
_CONTENT = _table(_PACK.content)
_AT_EVENT = _table(_PACK.at_event)
_STAYS = _table(_PACK.stays)
_TIMES = _table(_PACK.times)
_MEASURES = _table(_PACK.measure_phrases)
_STEPS = _table(_PACK.steps)
# So many words an object has before its noun; behind a verb like "have", a noun that says the act.
_OBJECT = 5
_LONGEST_PHRASE = 6
_LIGHT_OBJECT = 6
_QUOTED = (3, 60)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_OPENS, _CLOSES = '“"‘', '”"’'


def is_endeavour(words: Sequence[Word], clause: Clause) -> bool:
    """Whether one only goes on or tries."""
    return bool(_ENDEAVOURS.length(words, clause.verb))


def is_no_act(words: Sequence[Word], clause: Clause) -> bool:
    """Whether it is only said to run the event, to put off or to decline an answer."""
    if _NO_ACTS.length(words, clause.verb):
        return True
    told = any(word.low in _PACK.news for word in words[clause.verb :])
    puts_off = list(_PUT_OFF.find(words, clause.verb))
    return bool(puts_off) and (told or any(words[n].low in _PACK.news for n, _ in puts_off))


def is_definite(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the verb is of an act that can be seen done, not of one that nobody could see."""
    end = _act_end(words, clause)
    return bool(end) and not _is_vague(words, end)


def _act_end(words: Sequence[Word], clause: Clause) -> int:
    """The word behind the words of an act; 0 where there is none."""
    main = clause.main
    if clause.form in ("plain", "progressive"):
        if length := _phrase(words, clause, _ACT_PHRASES):
            return main + length
        acts = _PACK.acts | _PACK.doing if clause.form == "progressive" else _PACK.acts
        if clause.verbs & acts:
            return main + 1
    if clause.form == "passive" and clause.verbs & (_PACK.done | _PACK.acts):
        return main + 1
    if clause.form == "being":
        return 0
    light = _phrase(words, clause, _LIGHT)
    if light:
        behind = main + light
        opportunity = words[behind - 1].low == _PACK.to and behind < len(words)
        if opportunity and words[behind].low in _PACK.acts:
            return behind + 1
        for n in range(main + light, min(main + light + _LIGHT_OBJECT, len(words))):
            if words[n].kind == "mark":
                return 0
            if words[n].low in _PACK.act_nouns:
                return n + 1
    return 0


def _phrase(words: Sequence[Word], clause: Clause, table: Table) -> int:
    """How many words of a table's phrase stand at the main verb, in whatever form that is."""
    verb = words[clause.main]
    behind = words[clause.main + 1 : clause.main + 1 + _LONGEST_PHRASE]
    return max(table.length([verb._replace(low=low), *behind], 0) for low in clause.verbs)


def _is_vague(words: Sequence[Word], at: int) -> bool:
    """Whether what an act is done to is nothing that a reader could look for."""
    if _VAGUE.length(words, at):
        return True
    for n in range(at, min(at + _OBJECT, len(words))):
        word = words[n]
        if word.kind == "mark":
            return False
        if word.low in _PACK.vague_objects:
            return True
        if word.low in _PACK.measures:
            return all(other.low in _PACK.empty or is_adverb(other) for other in words[at:n])
        preposition = word.low in _GRAMMAR.prepositions
        if preposition and n > at:
            return False
    return False


def is_part(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the verb says what an event that was spoken of is made of."""
    return bool(_PARTS.length(words, clause.verb))


def is_content(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the verb says what anything is made of."""
    return bool(_CONTENT.length(words, clause.verb))


def is_at_event(words: Sequence[Word], clause: Clause) -> bool:
    """Whether one is at an event that was spoken of."""
    return bool(_AT_EVENT.length(words, clause.verb))


def stays(words: Sequence[Word], clause: Clause) -> bool:
    """Whether one is somewhere."""
    return bool(_STAYS.length(words, clause.verb))


def is_timed(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the verb is of what is an act with a time only."""
    return bool(_TIMED.length(words, clause.verb))


def begins_now(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a verb in the present says that a thing begins."""
    verb = words[clause.verb]
    plain = verb.low.removesuffix(_PACK.present_ending)
    return bool(_BEGINS.length([verb._replace(low=plain), *words[clause.verb + 1 :]], 0))


def is_from_a_day_on(words: Sequence[Word]) -> bool:
    """Whether a sentence says from when on something holds, or until when."""
    return any(_FROM_THEN.find(words))


def is_permitted(words: Sequence[Word], clause: Clause) -> bool:
    """Whether people are free or bound to do something."""
    return bool(_PERMITTED.length(words, clause.verb))


def begins(words: Sequence[Word], clause: Clause) -> bool:
    """Whether the verb says that a thing begins, ends or comes."""
    return bool(_BEGINS.length(words, clause.verb))


def times(words: Sequence[Word]) -> list[tuple[int, int]]:
    """The times ahead that a sentence names, as half-open ranges of its words."""
    return [
        (first, last)
        for first, last in _TIMES.find(words)
        if not (first and words[first - 1].low in _PACK.past_times)
        and not (last < len(words) and words[last].low == "'s")
    ]


def counts(words: Sequence[Word], first: int, last: int, timed: Sequence[tuple[int, int]]) -> bool:
    """Whether a range of words has a number that is no day and no year."""
    days = {n for start, end in timed for n in range(start, end)}
    for n in range(first, last):
        word = words[n]
        if word.low in _PACK.numbers and word.kind == "word":
            return True
        if word.kind != "number" or n in days or word.text[-1:].isalpha() or _YEAR.match(word.text):
            continue
        if word.text.endswith("%") or not word.text[0].isdigit():
            return True
        follows = words[n + 1] if n + 1 < len(words) else None
        if follows and follows.kind == "word" and follows.text[0].islower():
            return True
    return False


def measured(words: Sequence[Word], first: int, sentence: str) -> bool:
    """Whether a measure is named from a word on: a plan, a law, a campaign."""
    for n in range(first, len(words)):
        word = words[n]
        if word.text in _OPENS and _is_quoted_name(words, n, sentence):
            return True
        if _MEASURES.length(words, n):
            return True
        if word.low in _PACK.named_measures and _is_named(words, n, first):
            return True
        if (
            word.kind == "number"
            and word.low.endswith(_PACK.days_ending)
            and any(other.low in _PACK.named_measures for other in words[n + 1 : n + 2])
        ):
            return True
    return False


def _is_quoted_name(words: Sequence[Word], at: int, sentence: str) -> bool:
    closing = next((w for w in words[at + 1 :] if w.text in _CLOSES), None)
    if closing is None or at + 1 >= len(words) or not words[at + 1].capital:
        return False
    length = closing.start - words[at].end
    return _QUOTED[0] < length <= _QUOTED[1] and sentence[words[at].end].isupper()


def _is_named(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether a noun for a measure stands in a name: "the Clean Quays Programme"."""
    if not words[at].capital:
        return False
    if at > first and words[at - 1].kind == "word" and words[at - 1].capital:
        return True
    behind = at + 1
    if behind < len(words) and words[behind].low in _PACK.measure_prepositions:
        behind += 1
        behind += behind < len(words) and words[behind].low in _GRAMMAR.determiners
        return behind < len(words) and words[behind].capital
    return False


def second_measure(words: Sequence[Word], clause: Clause, sentence: str) -> bool:
    """Whether another act further on is of a measure by its name: "and launch the Bay Plan"."""
    for n in range(clause.main + 1, len(words) - 1):
        joined = words[n].low in _PACK.joints or words[n].text == "," or words[n].low == _PACK.to
        at = past_adverbs(words, n + 1) if joined else 0
        if joined and at + 1 < len(words) and words[at].low in _PACK.acts:
            behind = words[at + 1].low
            named = behind in _GRAMMAR.determiners or behind in _PACK.additional
            if (named or behind.endswith(_PACK.progressive_ending)) and measured(
                words, at + 1, sentence
            ):
                return True
    return False


def step(words: Sequence[Word], sentence: str) -> str:
    """The words by which a sentence says that it speaks of a next step; "" where it does not."""
    for first, last in _STEPS.find(words):
        if words[last - 1].kind == "mark":
            last -= 1
        return sentence[words[first].start : words[last - 1].end]
    return ""
