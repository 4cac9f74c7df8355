"""Find what a size measures in its clause, if no noun follows it."""

from __future__ import annotations

from . import subject
from .dates import month_at
from .draft import Draft
from .tokens import Text


def clause(text: Text, draft: Draft, before: Draft | None, start: int) -> tuple[int, int]:
    """Return the token span that says what a size measures; empty if there is none."""
    lead = draft.lead
    word = draft.word
    if word is not None and word < lead:
        if draft.paired and before is not None and before.paired and before.word == word:
            return 0, 0
        if text.lower(word) in text.grammar.change_nouns and text.lower(word + 1) in (
            text.grammar.rates
        ):
            return subject.back(text, word, start), word + 2
        if text.lower(word) in text.grammar.degrees and text.raw(word - 1) in (",", "–", "—"):
            # the rate has dropped again, down 3%
            if before is not None and before.j >= word - 1:
                return 0, 0
            earlier = verb_back(text, word - 1, start)
            i, j = subject.clause_subject(text, earlier, start) if earlier else (0, 0)
            # we mended 1,200 nets, up 12 percent
            return (i, j) if i < j and subject.phrase(text, i, j) else (0, 0)
        joined = text.lower(word - 1) in text.refusals.joints and word > start + 1
        if before is not None and joined and before.role != "level" and before.j <= word:
            return 0, 0  # sales fell 3% in May and fell 5% in June
        inside = _object(text, word + 1, lead, before)
        if inside[0] < inside[1]:
            return inside
        if (
            before is not None
            and before.word == word
            and before.role != "level"
            and before.i > word
        ):
            return 0, 0
        if (
            text.lower(word) in text.grammar.measured_changes
            and subject.back(text, word, start) < word
        ):
            return subject.back(text, word, start), word + 1
        noun_of = text.lower(word) in text.grammar.change_nouns and (
            text.lower(word + 1) in text.grammar.of
        )
        if noun_of:
            word = verb_back(text, word, start)
            if word is None:
                return 0, 0
        return subject.clause_subject(text, word, start)
    if measured_span := measured(text, lead, start):
        return measured_span
    exceeding = lead < draft.i and text.lower(lead) in text.grammar.exceeding
    verb = lead if exceeding else verb_back(text, lead, start)
    if verb is None:
        return (
            start,
            lead if before is None and lead - start < text.grammar.verbless_reach else start,
        )
    if text.lower(verb) in text.grammar.telling and text.lower(verb - 1) not in text.grammar.be:
        return 0, 0  # they expected 3%
    return _had(text, verb, lead) or subject.clause_subject(text, verb, start)


def gapped(text: Text, draft: Draft, before: Draft) -> tuple[int, int]:
    """Return the span of a subject without a verb: "cases stand at 2 million and deaths at
    30,000"."""
    grammar = text.grammar
    if draft.role != "level" or before.found != "clause" or before.role not in ("level", "to"):
        return 0, 0
    i, j = before.j, draft.lead
    i += text.raw(i) == ","
    i += text.lower(i) in grammar.conjunctions
    while text.lower(i) in grammar.determiners:
        i += 1
    if i == before.j or month_at(text, i):
        return 0, 0
    if text.lower(j - 1) in text.small.at_size:
        j -= 1
    noun = subject.noun_phrase(text, i, j)
    complete = noun is not None and max(noun.j, subject.postmodifier(text, noun.j, j)) == j
    return (i, j) if complete else (0, 0)


def measured(text: Text, lead: int, start: int) -> tuple[int, int] | None:
    """Return the span of the noun before "of" and a size: "a total value of 3 million euros", "a
    rate of 5%"."""
    of_before = text.lower(lead - 1) in text.grammar.of
    if not of_before or lead - 2 < start or text.kind(lead - 2) != "word":
        return None
    if text.lower(lead - 2) in text.small.unspecific:
        return None
    i = lead - 2
    while (
        i > max(start, lead - 8)
        and text.kind(i - 1) == "word"
        and text.lower(i - 1) not in text.grammar.stoppers
    ):
        i -= 1
    return i, lead - 1


def edged(text: Text, lead: int) -> bool:
    """Return whether a phrasal verb indicates a change to a number: "the rate edged down to
    9.5%"."""
    link = text.lower(lead - 1) in text.grammar.to | text.grammar.by
    degree = text.lower(lead - 2) in text.grammar.degrees
    return link and degree and text.grammar.participle(text.lower(lead - 3))


def bracketed(text: Text, draft: Draft, start: int) -> tuple[int, int]:
    """Return the span of what a bracketed change applies to: "the number of jobs edged up
    (+83,000)"."""
    k = draft.lead - 1
    while k > start and text.raw(k) in ("+", "-", "−"):
        k -= 1
    if draft.role == "level" or text.raw(k) != "(" or text.raw(draft.j) != ")":
        return 0, 0
    while k > start:
        k -= 1
        word = text.lower(k)
        if text.raw(k) in ";:":
            break
        if word not in text.grammar.change_verbs | text.grammar.degrees | text.grammar.be:
            continue
        # "continued to trend up": the verb precedes the word for the direction
        i, j = subject.clause_subject(text, k - (word in text.grammar.degrees), start)
        while i < j and text.grammar.participle(text.lower(j - 1)):
            j -= 1
        return i, j
    return 0, 0


def _had(text: Text, verb: int, lead: int) -> tuple[int, int] | None:
    """Return the span of an object with a size: "five provinces have an incidence of poverty over
    10%"."""
    if text.lower(verb) not in text.grammar.have or (
        text.lower(verb + 1) not in text.grammar.articles
    ):
        return None
    noun = subject.noun_phrase(text, verb + 2, lead)
    if noun is None:
        return None
    j = max(noun.j, subject.postmodifier(text, noun.j, lead))
    return (noun.i, j) if j == lead else None


def _object(text: Text, i: int, j: int, before: Draft | None) -> tuple[int, int]:
    """Return the span of what a change verb changes ("cut its rate by 3%"), or of a second subject
    ("and drivers by 3%")."""
    floor = i
    if before is not None and before.j > i:
        floor = max(before.j, i)
    grammar = text.grammar
    small = grammar.before_size | grammar.averages | grammar.articles
    while j > floor and text.lower(j - 1) in small:
        j -= 1
    loose = grammar.loose | text.small.around_object | {","}
    while floor < j and (
        text.lower(floor) in loose or text.lower(floor).endswith(grammar.adverb_ending)
    ):
        floor += 1
    while floor < j and text.lower(j - 1) in loose:
        j -= 1
    if any(subject.is_number(text, k) for k in range(floor, j)) or j - floor > 14:
        return j, j
    if month_at(text, floor) or text.lower(floor) in text.small.before_time:
        return j, j
    if text.lower(floor) in text.grammar.stoppers - text.grammar.determiners:
        return j, j
    return floor, j


def verb_back(text: Text, i: int, start: int) -> int | None:
    """Return the nearest verb before token `i` that can have a size as its complement."""
    for k in range(i - 1, max(start - 1, i - 26), -1):
        if text.raw(k) in ";:" or (text.raw(k) == "," and i - k > 12):
            return None
        word = text.lower(k)
        if (
            word in text.grammar.linking
            or word in text.grammar.change_verbs
            or text.grammar.participle(word)
        ):
            return k
    return None


def fronted(text: Text, i: int) -> str:
    """Return the topic that opens a sentence: "For inflation without energy, they expect 2.4%"."""
    start, end = text.sentence(i)
    if (
        text.lower(start) not in text.grammar.for_
        or text.lower(start + 1) in text.grammar.no_topics
    ):
        return ""
    stop = next((k for k in range(start + 1, min(end, i, start + 12)) if text.raw(k) == ","), None)
    words = range(start, stop or 0)
    if stop is None or any(
        subject.is_number(text, k) or text.lower(k) in text.units.times for k in words
    ):
        return ""
    return text.slice(start + 1, stop)
