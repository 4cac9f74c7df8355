"""Classify what is done in a clause, and find its verifiable details."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clauses import Clause, is_adverb, past_adverbs
from .lexicon import Lexicon
from .words import Table, Word

# The maximum number of words of an object before its noun; and after a verb like "have", before a
# noun for the act.
_OBJECT = 5
_LIGHT_OBJECT = 6
_QUOTED = (3, 60)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_OPENS, _CLOSES = '“"‘', '”"’'


def is_no_act(lexicon: Lexicon, words: Sequence[Word], clause: Clause) -> bool:
    """Return whether the clause only runs the event, postpones an answer, or declines it."""
    if lexicon.no_acts.length(words, clause.verb):
        return True
    mentions_news = any(word.low in lexicon.pack.news for word in words[clause.verb :])
    return mentions_news and any(lexicon.put_off.find(words, clause.verb))


def is_definite(
    lexicon: Lexicon, words: Sequence[Word], clause: Clause, only: Table | None = None
) -> bool:
    """Return whether the verb is for an observable act with a concrete object.

    `only` limits the verbs to those that begin with a phrase of this table.
    """
    if only is not None and not _phrase(lexicon, words, clause, only):
        return False
    end = _act_end(lexicon, words, clause)
    return bool(end) and not _is_vague(lexicon, words, end)


def _act_end(lexicon: Lexicon, words: Sequence[Word], clause: Clause) -> int:
    """Return the index after the words of an act, or 0."""
    main = clause.main
    if clause.form in ("plain", "progressive"):
        if length := _phrase(lexicon, words, clause, lexicon.act_phrases):
            return main + length
        acts = (
            lexicon.pack.acts | lexicon.pack.doing
            if clause.form == "progressive"
            else lexicon.pack.acts
        )
        if clause.verbs & acts:
            return main + 1
    if clause.form == "passive" and clause.verbs & (lexicon.pack.done | lexicon.pack.acts):
        return main + 1
    if clause.form == "being":
        return 0
    light = _phrase(lexicon, words, clause, lexicon.light)
    if light:
        behind = main + light
        opportunity = words[behind - 1].low == lexicon.pack.to and behind < len(words)
        if opportunity and words[behind].low in lexicon.pack.acts:
            return behind + 1
        for n in range(main + light, min(main + light + _LIGHT_OBJECT, len(words))):
            if words[n].kind == "mark":
                return 0
            if words[n].low in lexicon.pack.act_nouns:
                return n + 1
    return 0


def _phrase(lexicon: Lexicon, words: Sequence[Word], clause: Clause, table: Table) -> int:
    """Return the length of a table's phrase that begins with any base form of the main verb."""
    verb = words[clause.main]
    behind = words[clause.main + 1 :]
    return max(table.length([verb._replace(low=low), *behind], 0) for low in clause.verbs)


def _is_vague(lexicon: Lexicon, words: Sequence[Word], at: int) -> bool:
    """Return whether the object of an act is too vague to be verified."""
    if lexicon.vague.length(words, at):
        return True
    for n in range(at, min(at + _OBJECT, len(words))):
        word = words[n]
        if word.kind == "mark":
            return False
        if word.low in lexicon.pack.vague_objects:
            return True
        if word.low in lexicon.pack.measures:
            return all(
                between.low in lexicon.pack.empty or is_adverb(lexicon, between)
                for between in words[at:n]
            )
        preposition = word.low in lexicon.grammar.prepositions
        if preposition and n > at:
            return False
    return False


def begins_now(lexicon: Lexicon, words: Sequence[Word], clause: Clause) -> bool:
    """Return whether a verb in the present tense says that something begins."""
    verb, behind = words[clause.verb], words[clause.verb + 1 :]
    return any(
        lexicon.begins.length([verb._replace(low=verb.low.removesuffix(ending)), *behind], 0)
        for ending in lexicon.pack.present_endings
    )


def is_from_a_day_on(lexicon: Lexicon, words: Sequence[Word]) -> bool:
    """Return whether a sentence says from or until when something applies."""
    return any(lexicon.from_then.find(words))


def times(lexicon: Lexicon, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the future times named in a sentence, as half-open ranges of its words."""
    return [
        (first, last)
        for first, last in lexicon.times.find(words)
        if not (first and words[first - 1].low in lexicon.pack.past_times)
        and not (last < len(words) and words[last].low == lexicon.possessive)
    ]


def counts(
    lexicon: Lexicon, words: Sequence[Word], first: int, last: int, timed: Sequence[tuple[int, int]]
) -> bool:
    """Return whether a range of words contains a number other than a day or a year."""
    days = {n for start, end in timed for n in range(start, end)}
    for n in range(first, last):
        word = words[n]
        if word.low in lexicon.pack.numbers:
            return True
        if word.kind != "number" or n in days or word.text[-1:].isalpha() or _YEAR.match(word.text):
            continue
        if word.text.endswith("%") or not word.text[0].isdigit():
            return True
        follows = words[n + 1] if n + 1 < len(words) else None
        if follows and follows.text[0].islower():
            return True
    return False


def measured(lexicon: Lexicon, words: Sequence[Word], first: int, sentence: str) -> bool:
    """Return whether a measure is named from a word on: a plan, a law, a campaign."""
    for n in range(first, len(words)):
        word = words[n]
        if word.text in _OPENS and _is_quoted_name(words, n, sentence):
            return True
        if lexicon.measures.length(words, n):
            return True
        if word.low in lexicon.pack.named_measures and _is_named(lexicon, words, n):
            return True
        if (
            word.kind == "number"
            and word.low.endswith(lexicon.pack.days_ending)
            and any(after.low in lexicon.pack.named_measures for after in words[n + 1 : n + 2])
        ):
            return True
    return False


def _is_quoted_name(words: Sequence[Word], at: int, sentence: str) -> bool:
    closing = next((w for w in words[at + 1 :] if w.text in _CLOSES), None)
    if closing is None:
        return False
    length = closing.start - words[at].end
    return _QUOTED[0] < length <= _QUOTED[1] and sentence[words[at].end].isupper()


def _is_named(lexicon: Lexicon, words: Sequence[Word], at: int) -> bool:
    """Return whether a noun for a measure is part of a name: "the Clean Quays Programme"."""
    if not words[at].capital:
        return False
    if words[at - 1].capital:
        return True
    behind = at + 1
    if behind < len(words) and words[behind].low in lexicon.pack.measure_prepositions:
        behind += 1
        behind += behind < len(words) and words[behind].low in lexicon.grammar.determiners
        return behind < len(words) and words[behind].capital
    return False


def second_measure(lexicon: Lexicon, words: Sequence[Word], clause: Clause, sentence: str) -> bool:
    """Return whether a later act has a named measure as its object: "and launch the Bay Plan"."""
    for n in range(clause.main + 1, len(words) - 1):
        is_joined = (
            words[n].low in lexicon.pack.joints
            or words[n].text == ","
            or words[n].low == lexicon.pack.to
        )
        at = past_adverbs(lexicon, words, n + 1) if is_joined else 0
        if is_joined and at + 1 < len(words) and words[at].low in lexicon.pack.acts:
            behind = words[at + 1].low
            has_object = behind in lexicon.grammar.determiners or behind in lexicon.pack.additional
            if (has_object or behind.endswith(lexicon.pack.progressive_ending)) and measured(
                lexicon, words, at + 1, sentence
            ):
                return True
    return False


def step(lexicon: Lexicon, words: Sequence[Word], sentence: str) -> str:
    """Return the words that present a sentence as a next step, or ""."""
    for first, last in lexicon.steps.find(words):
        if words[last - 1].kind == "mark":
            last -= 1
        return sentence[words[first].start : words[last - 1].end]
    return ""
