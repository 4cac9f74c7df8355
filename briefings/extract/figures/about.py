"""What a figure is a figure of, in words of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right

from . import subject
from .dates import month_at
from .draft import Draft, behind, same_sentence
from .tokens import Text


def describe(text: Text, drafts: list[Draft]) -> None:
    """Gives every figure of a passage its subject, and the unit that follows from it."""
    for n, draft in enumerate(drafts):
        before = drafts[n - 1] if n and same_sentence(text, drafts[n - 1], draft) else None
        _describe(text, draft, before)
    _share_out(text, drafts)
    for n in range(2, len(drafts)):
        _former(text, drafts, n)


def _describe(text: Text, draft: Draft, before: Draft | None) -> None:
    start, end = text.sentence(draft.i)
    noun = draft.noun
    if draft.written.form == "multiple":
        draft.about = _multiplied(text, draft, start, end)
        return
    if draft.kind in ("percent", "points", "multiple") or draft.written.rate:
        direct = text.lower(draft.j) == "of" or draft.written.j - draft.written.i > 2
        beside = draft.role == "level" or (draft.word is not None and draft.word >= draft.j)
        noun = noun if direct and beside else None
    elif draft.kind in ("money", "measure") and not _linked(text, draft):
        noun = None
    if draft.role == "duration":
        draft.about = _lasting(text, draft, before, start, end)
        return
    if noun is not None:
        draft.about = subject.describe(text, draft.lead, noun, end)
        draft.counts = draft.counts or text.grammar.counted(
            text.lower(noun.head), text.lower(noun.head - 1)
        )
        return
    partitive = text.words(draft.j, draft.j + 2)
    fewer = draft.role == "change" and not draft.kind and (draft.word or 0) >= draft.j
    if before is not None and (fewer or partitive in text.grammar.of_them):
        draft.about, draft.counts = before.about, draft.counts or before.counts
        return
    if draft.unit is None and text.lower(draft.lead - 1) in text.grammar.harming:
        draft.about, draft.counts = text.lower(draft.lead - 1), "people"
        return
    shared = _shared_noun(text, draft, end)
    if shared is not None:
        draft.about = subject.describe(text, draft.lead, shared, end)
        draft.counts = draft.counts or text.grammar.counted(text.lower(shared.head))
        return
    if draft.role == "level" and (verb := subject.passive(text, draft.j, end)):
        named = _measured(text, draft.lead, start)
        i, j = named or (0, 0)
        if named is None:
            _carried(text, draft, before, verb)
            return
    else:
        i, j = _clause(text, draft, before, start)
    if i < j:
        draft.about = subject.phrase(text, i, j)
        draft.counts = draft.counts or subject.head_unit(text, i, j)
    elif before is not None and text.grammar.carries:
        draft.about = before.about
        draft.counts = draft.counts or before.counts


def _multiplied(text: Text, draft: Draft, start: int, end: int) -> str:
    """What has doubled: the object of the verb where it has one, else its subject."""
    k = draft.j
    if text.lower(k) in text.grammar.of:
        k += 1
    while text.lower(k) in text.grammar.determiners:
        k += 1
    noun = subject.noun_phrase(text, k, end)
    if noun is not None:
        return subject.phrase(text, noun.i, noun.j)
    return subject.phrase(text, *subject.clause_subject(text, draft.lead, start))


def _linked(text: Text, draft: Draft) -> bool:
    """Whether a noun after a unit is what is measured: 3 tons of fish, a 300-kilometre line."""
    return text.lower(draft.j) in ("of", "on", "for") or text.raw(draft.j - 2) == "-"


def _shared_noun(text: Text, draft: Draft, end: int) -> subject.NounPhrase | None:
    """The noun that two numbers share: 17 of 20 districts, 2 million and 3 million awards."""
    k = draft.j
    if draft.role in ("from", "to") or draft.kind in (
        "percent",
        "points",
        "multiple",
        "time",
        "money",
    ):
        return None
    if text.words(k, k + 2) == ("out", "of"):
        k += 2
    elif text.lower(k) in ("of", "and", "or"):
        k += 1
    else:
        return None
    while k < end and (text.lower(k) in ("the", "all", "its", "our") or subject.is_number(text, k)):
        k += 1
    return subject.noun_phrase(text, k, end)


def _clause(text: Text, draft: Draft, before: Draft | None, start: int) -> tuple[int, int]:
    """The tokens that say what a size is the size of."""
    lead = draft.lead
    word = draft.word
    if word is not None and word < lead:
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
        noun_of = text.lower(word) in text.grammar.change_nouns and text.lower(word + 1) == "of"
        if noun_of:
            word = _verb_back(text, word, start)
            if word is None:
                return 0, 0
        return subject.clause_subject(text, word, start)
    if named := _measured(text, lead, start):
        return named
    exceeding = lead < draft.i and text.lower(lead) in text.grammar.exceeding
    verb = lead if exceeding else _verb_back(text, lead, start)
    if verb is None:
        return (
            start,
            lead if before is None and lead - start < text.grammar.verbless_reach else start,
        )
    return subject.clause_subject(text, verb, start)


def _measured(text: Text, lead: int, start: int) -> tuple[int, int] | None:
    """The noun before "of" and a size: a total value of 3 million euros, a rate of 5%."""
    if text.lower(lead - 1) != "of" or lead - 2 < start or text.kind(lead - 2) != "word":
        return None
    if text.lower(lead - 2) in (
        "total",
        "average",
        "number",
        "record",
        "out",
        "maximum",
        "minimum",
    ):
        return None
    i = lead - 2
    while (
        i > max(start, lead - 8)
        and text.kind(i - 1) == "word"
        and text.lower(i - 1) not in text.grammar.stoppers
    ):
        i -= 1
    return i, lead - 1


def _carried(text: Text, draft: Draft, before: Draft | None, verb: str) -> None:
    """A number without a noun of its own counts what the one before it counts: and 12 injured."""
    if before is None:
        draft.about = verb
        return
    counted_thing = before.noun
    named = subject.phrase(text, counted_thing.i, counted_thing.j) if counted_thing else ""
    same = draft.unit is None or draft.unit.name == (before.unit.name if before.unit else "%")
    if same and named:
        draft.about = f"{named} {verb}"
        draft.counts = draft.counts or before.counts
    else:
        draft.about = verb


def _lasting(text: Text, draft: Draft, before: Draft | None, start: int, end: int) -> str:
    """What has lasted: no accidents for 33 months; for six years, no floods were seen."""
    if draft.word is not None:
        return subject.phrase(text, *subject.clause_subject(text, draft.word, start))
    j = draft.lead
    while j > start and text.lower(j - 1) in ("the", "past", "last", "for", "a", "total", "of"):
        j -= 1
    i = j
    while i > max(start, j - 24) and text.raw(i - 1) not in (",", ";", ":"):
        i -= 1
    loose = {
        "and",
        "with",
        "there",
        "also",
        "but",
        "while",
        "we",
        "they",
        "it",
    } | text.grammar.auxiliaries
    begin = i
    while i < j and (text.lower(i) in loose or text.lower(i).endswith("ly")):
        i += 1
    verbal = (
        i < j
        and text.lower(begin) in text.grammar.auxiliaries | {"and"}
        and text.grammar.participle(text.lower(i))
    )
    if verbal and before is not None and before.about:
        return before.about
    if i < j:
        return _trimmed(text, i, j)
    k = draft.j
    if text.raw(k) != ",":
        return before.about if before else ""
    k += 1
    while k < end and (
        text.lower(k) in text.grammar.stoppers or text.grammar.participle(text.lower(k))
    ):
        k += 1
    stop = k
    while stop < min(end, k + 12) and text.raw(stop) not in ",.;:":
        stop += 1
    return text.slice(k, stop)


def _trimmed(text: Text, i: int, j: int) -> str:
    """A clause up to its verb: "the plant ran" is about the plant."""
    verbs = [k for k in range(i + 1, j) if text.lower(k) in text.grammar.auxiliaries]
    acts = [
        k for k in range(i, j) if text.grammar.participle(text.lower(k)) or text.lower(k) == "out"
    ]
    if acts and acts[-1] + 1 < j and text.lower(acts[-1] + 1) in text.grammar.determiners:
        return subject.phrase(text, acts[-1] + 1, j)
    if verbs:
        j = verbs[0]
    return text.slice(i, j) if text.lower(i) == "no" else subject.phrase(text, i, j)


def _object(text: Text, i: int, j: int, before: Draft | None) -> tuple[int, int]:
    """What a change verb changes (cut its rate by 3%), or a second subject (and drivers by 3%)."""
    floor = i
    if before is not None and before.j > i:
        floor = max(before.j, i)
    while j > floor and text.lower(j - 1) in text.grammar.before_size:
        j -= 1
    loose = text.grammar.loose | {
        "and",
        ",",
        "year-on-year",
        "respectively",
        "in",
        "from",
        "to",
        "for",
    }
    while floor < j and (text.lower(floor) in loose or text.lower(floor).endswith("ly")):
        floor += 1
    while floor < j and text.lower(j - 1) in loose | {"former", "latter"}:
        j -= 1
    if any(subject.is_number(text, k) for k in range(floor, j)) or j - floor > 14:
        return j, j
    if month_at(text, floor) or text.lower(floor) in ("last", "this", "next"):
        return j, j
    if floor < j and text.lower(floor) in text.grammar.stoppers - text.grammar.determiners:
        return j, j
    return floor, j


def _verb_back(text: Text, i: int, start: int) -> int | None:
    """The nearest verb before token `i` that has a size for its complement."""
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


def _share_out(text: Text, drafts: list[Draft]) -> None:
    """Gives each number of "A and B reached 3 and 5 respectively" its own subject."""
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
        verb = group[0].word if behind(group[0]) else _verb_back(text, group[0].lead, start)
        if verb is None:
            continue
        if text.lower(verb) in text.grammar.change_nouns and text.lower(verb + 1) == "of":
            verb = _verb_back(text, verb, start) or verb
        parts = subject.shared(text, *subject.clause_subject(text, verb, start), len(group))
        if parts is None:
            continue
        for draft, (i, j) in zip(group, parts, strict=True):
            draft.about = subject.phrase(text, i, j)
            if group[-1].unit is None:
                draft.counts = subject.head_unit(text, i, j)


def _former(text: Text, drafts: list[Draft], n: int) -> None:
    """ "160 million in the former and 227 million in the latter": of the pair before it."""
    draft = drafts[n]
    words = text.words(draft.j, draft.j + 3)
    if words == ("in", "the", "former") or words == ("in", "the", "latter"):
        source = drafts[n - 2]
    else:
        return
    if same_sentence(text, source, draft):
        draft.about, draft.counts = source.about, source.counts


def paired(about: str) -> str:
    """A subject without quotation marks that lost their partner when it was cut out."""
    if about.count('"') % 2:
        about = about.replace('"', "")
    for opening, closing in ("“”", "‘’", "()"):
        if about.count(opening) != about.count(closing) and (
            opening + closing != "‘’" or opening in about
        ):
            about = about.replace(opening, "").replace(closing, "")
    return re.sub(r"\s+", " ", about).strip(" ,;:")
