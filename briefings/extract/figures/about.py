"""Determine the subject of a figure, in words of its sentence."""

from __future__ import annotations

import re

from . import subject
from .carrying import carried, carry, converted, elliptical, former, share_out, shared_noun
from .clauses import bracketed, clause, edged, gapped, measured
from .dates import month_at
from .draft import Draft, same_sentence
from .tokens import Text

_PARTING = frozenset(",;:")
# How many tokens before a total the verb may be ("brought ... to 20").
_BROUGHT = 24


def describe(text: Text, drafts: list[Draft]) -> None:
    """Set the subject of every figure of a passage, and the unit that follows from it."""
    for n, draft in enumerate(drafts):
        before = drafts[n - 1] if n and same_sentence(text, drafts[n - 1], draft) else None
        _describe(text, draft, before)
        if n and before is None and not draft.about:
            _as_sentence_before(text, draft, drafts[n - 1])
    share_out(text, drafts)
    for n in range(2, len(drafts)):
        former(text, drafts, n)


def _describe(text: Text, draft: Draft, before: Draft | None) -> None:
    start, end = text.sentence(draft.i)
    if draft.unit is None and _are_people(text, draft):
        draft.counts = draft.counts or "people"
    if draft.written.form == "multiple":
        draft.about, draft.found = _multiplied(text, draft, start, end), "clause"
    elif draft.role == "duration":
        draft.about, draft.found = _lasting(text, draft, before, start, end), "clause"
    elif words := _since(text, draft, end) or _being(text, draft, end):
        draft.about, draft.found = words, "noun"
    elif (noun := _own_noun(text, draft, before)) is not None:
        draft.about, draft.found = subject.describe(text, draft.lead, noun, end), "noun"
        draft.counts = draft.counts or subject.counted(text, noun.head)
    elif changed := _changed(text, draft, end):
        draft.about, draft.found = changed, "noun"
    elif (inner := bracketed(text, draft, start))[0] < inner[1]:
        draft.about, draft.found = subject.phrase(text, *inner), "clause"
        draft.counts = draft.counts or subject.head_unit(text, *inner)
    elif before is None or not _as_before(text, draft, before):
        _by_neighbours(text, draft, before)


def _are_people(text: Text, draft: Draft) -> bool:
    """Return whether what people undergo follows a number alone: "30 injured", not "30 injured
    seals"."""
    word = text.lower(draft.j)
    if word not in text.grammar.undergone:
        return False
    head = draft.noun.head if draft.noun else draft.j
    alone = head == draft.j or text.lower(head) in text.grammar.places
    return alone or word.endswith(text.grammar.progressive_ending)


def _as_sentence_before(text: Text, draft: Draft, before: Draft) -> None:
    """Give a change the subject of the only figure of the previous sentence: "That is 66 more"."""
    sentence = text.tokens[draft.i].sentence
    start, _ = text.sentence(draft.i)
    change = draft.role == "change" and draft.kind == "" and (draft.word or 0) >= draft.j
    points = text.lower(start) in text.grammar.that and text.lower(start + 1) in text.grammar.be
    alone = before.found == "noun" and text.tokens[before.i].sentence == sentence - 1
    if change and points and draft.lead == start + 2 and alone:
        carry(draft, before)


def _since(text: Text, draft: Draft, end: int) -> str:
    """Return the event since which a time has passed: "It has been 21 years since the harbour
    closed"."""
    if draft.kind != "time" or text.lower(draft.j) not in text.periods.since:
        return ""
    stop = draft.j + 1
    while stop < min(end, draft.j + 12) and text.raw(stop) not in ",;.:—–":
        stop += 1
    return text.slice(draft.j + 1, stop)


def _being(text: Text, draft: Draft, end: int) -> str:
    """Return the words on people counted without a noun: "533 remaining in hospitals"."""
    k = draft.j
    if draft.unit is not None or not text.lower(k).endswith(text.grammar.progressive_ending):
        return ""
    inner = k + 1 if text.lower(k + 1) in text.grammar.prepositions else k
    if inner == k and text.lower(k) not in text.grammar.undergone:
        return ""
    noun = subject.noun_phrase(text, inner + 1, end)
    if noun is None:
        return ""
    people = f"{text.grammar.people_shown} " if draft.counts == "people" else ""
    stop = max(noun.j, subject.postmodifier(text, noun.j, end))
    return people + text.slice(k, stop)


def _own_noun(text: Text, draft: Draft, before: Draft | None) -> subject.NounPhrase | None:
    """Return the noun after a number, if the number counts or measures it."""
    noun = draft.noun
    if draft.kind in ("percent", "points", "multiple") or draft.written.rate:
        if noun is not None and text.lower(noun.i) in text.periods.levels:
            return None  # 80% of the level last year
        direct = text.lower(draft.j) in text.grammar.of or draft.written.j - draft.written.i > 2
        beside = draft.role == "level" or (draft.word is not None and draft.word >= draft.j)
        second = (
            before is not None
            and before.found == "noun"
            and before.kind == draft.kind
            and text.lower(draft.lead - 1) in text.refusals.joints
            and text.lower(draft.j) not in text.grammar.stoppers
        )
        attributive = draft.role == "level" and (second or _modifies(text, draft))
        return noun if attributive or (direct and beside) else None
    if draft.kind in ("money", "measure") and not _linked(text, draft):
        return noun if _modifies(text, draft) else None
    return noun


def _as_before(text: Text, draft: Draft, before: Draft) -> bool:
    """Use the subject of the previous figure, as in "12 of them", "3 more", "(equivalent to $5)".

    Return whether that applies.
    """
    partitive = text.words(draft.j, draft.j + 2)
    if partitive[1] in text.grammar.determiners and shared_noun(
        text, draft, text.sentence(draft.i)[1]
    ):
        partitive = ("", "")  # of those deaths
    if _of_change_before(text, draft, before):
        carry(draft, before)
        return True
    fewer = draft.role == "change" and not draft.kind and (draft.word or 0) >= draft.j
    if fewer or partitive in text.grammar.of_them or converted(text, draft, before):
        carry(draft, before)
        return True
    if elliptical(text, draft, before):
        carry(draft, before)
        return True
    if draft.role == "level" and text.lower(draft.j) in text.grammar.more:
        carried(text, draft, before, subject.verb_before(text, draft.lead))
        return True
    return False


def _of_change_before(text: Text, draft: Draft, before: Draft) -> bool:
    """Return whether a change applies to what precedes the comma.

    Examples: sales reached 20 million, an increase of 3%; contracts worth 7 million, a 9% rise.
    """
    k, word = draft.lead - 1, draft.word
    if draft.role != "change" or word is None or text.lower(word) not in text.grammar.change_nouns:
        return False
    if word < draft.lead:
        k = word - 1
        if text.lower(word + 1) not in text.grammar.of or draft.lead > word + 3:
            return False
    if text.grammar.participle(text.lower(k)) or text.lower(k + 1) in text.grammar.adverbs:
        return False
    return bool(
        text.lower(k) in text.grammar.articles
        and text.raw(k - 1) == ","
        and before.j <= k
        and before.about
        and before.role in ("level", "to")
        and text.first(_PARTING, before.j, k - 1) is None
    )


def _brought(text: Text, draft: Draft, start: int) -> str:
    """Return what is added to a total: "two deaths brought the toll to 20"."""
    if text.lower(draft.lead - 1) not in text.grammar.to or draft.role != "level":
        return ""
    for k in range(draft.lead - 2, max(start - 1, draft.lead - _BROUGHT), -1):
        if text.lower(k) in text.grammar.bringing:
            noun = subject.noun_phrase(text, _after_determiners(text, k + 1), draft.lead)
            if noun is None or _bare(text, noun):
                return ""
            return subject.whole(text, noun, draft.lead)
    return ""


def _tallied(text: Text, draft: Draft, before: Draft, start: int) -> bool:
    """Return whether a number is the total of what precedes it: "14 cases, which takes the total to
    20"."""
    counted = before.found == "noun" and not before.kind and draft.unit is None
    if not counted or text.lower(draft.lead - 1) not in text.grammar.to or draft.role != "level":
        return False
    for k in range(draft.lead - 2, max(start, before.j, draft.lead - _BROUGHT), -1):
        if text.lower(k) in text.grammar.bringing:
            noun = subject.noun_phrase(text, _after_determiners(text, k + 1), draft.lead)
            return noun is not None and _bare(text, noun)
    return False


def _bare(text: Text, noun: subject.NounPhrase) -> bool:
    """Return whether a noun is a total without further information: "the toll"."""
    return noun.j == noun.i + 1 and text.lower(noun.head) in text.grammar.tallies


def _purpose(text: Text, draft: Draft, end: int) -> str:
    """Return the purpose of a sum: "cost 800 million to replace the equipment"."""
    k = draft.j
    if draft.kind != "money" or draft.role != "level" or text.lower(k) not in text.grammar.to:
        return ""
    verb = text.lower(draft.lead - 1)
    noun = subject.noun_phrase(text, _after_determiners(text, k + 2), end)
    if noun is None or verb in text.grammar.stoppers or text.kind(draft.lead - 1) != "word":
        return ""
    return f"{verb} {text.slice(k, noun.j)}"


def _after_determiners(text: Text, k: int) -> int:
    while text.lower(k) in text.grammar.determiners:
        k += 1
    return k


def _purposed(text: Text, draft: Draft, verb: str) -> bool:
    return text.lower(draft.j) == verb and text.lower(draft.j + 1) in text.grammar.to


def _acted_on(text: Text, draft: Draft) -> bool:
    """Return whether a number is the object of an infinitive: "they will require $29 billion"."""
    k = draft.lead - 1
    verb = text.lower(k)
    if text.kind(k) != "word" or verb in text.grammar.stoppers or draft.role != "level":
        return False
    plain = text.lower(k - 1) in text.grammar.modals | text.grammar.to
    return plain and verb not in text.grammar.linking and verb not in text.grammar.change_verbs


def _by_neighbours(text: Text, draft: Draft, before: Draft | None) -> None:
    """Use a subject found elsewhere in the sentence of a figure."""
    start, end = text.sentence(draft.i)
    if draft.unit is None and text.lower(draft.lead - 1) in text.grammar.harming:
        draft.about, draft.counts, draft.found = text.lower(draft.lead - 1), "people", "noun"
        return
    if before is not None and _tallied(text, draft, before, start):
        carry(draft, before)
        return
    if before is not None and (own_span := gapped(text, draft, before))[0] < own_span[1]:
        draft.about, draft.found = subject.phrase(text, *own_span), "clause"
        draft.counts = draft.counts or subject.head_unit(text, *own_span)
        return
    if brought := _brought(text, draft, start):
        draft.about, draft.found = brought, "clause"
        return
    if purpose := _purpose(text, draft, end):
        draft.about, draft.found = purpose, "clause"
        return
    shared = shared_noun(text, draft, end)
    if shared is None and (
        _acted_on(text, draft) or text.words(draft.j, draft.j + 2) in text.grammar.of_them
    ):
        return
    if shared is not None:
        draft.about, draft.found = subject.describe(text, draft.lead, shared, end), "noun"
        draft.counts = draft.counts or subject.counted(text, shared.head)
        return
    verb = subject.passive(text, draft.j, end) if draft.role == "level" else ""
    if verb and draft.kind == "money" and _purposed(text, draft, verb):
        verb = ""  # $800 million tailored to needs
    if verb and (measured_span := measured(text, draft.lead, start)) is None:
        carried(text, draft, before, verb)
        return
    if draft.role != "level" and edged(text, draft.lead):
        i, j = subject.clause_subject(text, draft.lead - 3, start)
    else:
        i, j = measured_span if verb and measured_span else clause(text, draft, before, start)
    if any(text.kind(k) == "word" for k in range(i, j)):
        draft.found = "clause"
        draft.about = subject.phrase(text, i, j)
        draft.counts = draft.counts or subject.head_unit(text, i, j)
    elif before is not None and text.grammar.carries:
        carry(draft, before)


def _changed(text: Text, draft: Draft, end: int) -> str:
    """Return what changed if it follows: "a 3% rise in exports", "a fall of 3% in imports"."""
    if draft.role == "level" or draft.word is None:
        return ""
    word, behind = text.lower(draft.word), draft.word >= draft.j
    if word in text.grammar.degrees and behind:
        k = draft.word  # 52 per cent fewer searches
    elif word in text.grammar.change_nouns:
        links = text.grammar.spent_in
        if draft.role in ("from", "to"):
            links = links | text.grammar.of  # an increase of ferries from four to six
        starts = (draft.word + 1, draft.word + 1 if behind else draft.j)
        k = next((k for k in starts if text.lower(k) in links), -1)
    else:
        return ""
    if k < 0:
        return ""
    k += 1
    while text.lower(k) in text.grammar.determiners:
        k += 1
    noun = subject.noun_phrase(text, k, end)
    if noun is None or month_at(text, k) or text.raw(noun.head)[:1].isupper():
        return ""
    if text.lower(noun.head) in text.units.times:
        return ""
    return subject.whole(text, noun, end)


def _multiplied(text: Text, draft: Draft, start: int, end: int) -> str:
    """Return what has multiplied: the object of the verb if there is one, or else its subject."""
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
    """Return whether the noun after a unit is measured: "3 tons of fish", "a 300-kilometre
    line"."""
    grammar = text.grammar
    link = text.lower(draft.j) in grammar.of | grammar.spent_on | grammar.spent_in | grammar.worth
    return link or text.raw(draft.j - 2) == "-"


def _modifies(text: Text, draft: Draft) -> bool:
    """Return whether a size precedes its noun: "a $5 billion appeal", "a proven 97 percent
    efficacy"."""
    if draft.noun is None or text.lower(draft.j) in text.grammar.stoppers:
        return False
    k = draft.lead - 1
    if text.grammar.participle(text.lower(k)) or text.lower(k) in text.grammar.skipped:
        k -= 1
    return text.lower(k) in text.grammar.articles


def _lasting(text: Text, draft: Draft, before: Draft | None, start: int, end: int) -> str:
    """Return what has lasted: "no accidents for 33 months"; "for six years, no floods were
    seen"."""
    if draft.word is not None:
        return subject.phrase(text, *subject.clause_subject(text, draft.word, start))
    small = text.small
    j = draft.lead
    while j > start and text.lower(j - 1) in small.before_stretch | text.refusals.lasting:
        j -= 1
    i = j
    while i > max(start, j - 24) and text.raw(i - 1) not in (",", ";", ":"):
        i -= 1
    loose = small.opening | text.grammar.auxiliaries
    begin = i
    while i < j and (text.lower(i) in loose or text.lower(i).endswith(text.grammar.adverb_ending)):
        i += 1
    verbal = (
        i < j
        and text.lower(begin) in text.grammar.auxiliaries | small.and_
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
    """Cut a clause before its verb: the subject of "the plant ran" is "the plant"."""
    verbs = [k for k in range(i + 1, j) if text.lower(k) in text.grammar.auxiliaries]
    acts = [
        k
        for k in range(i, j)
        if text.grammar.participle(text.lower(k)) or text.lower(k) in text.small.outward
    ]
    if acts and acts[-1] + 1 < j and text.lower(acts[-1] + 1) in text.grammar.determiners:
        return subject.phrase(text, acts[-1] + 1, j)
    if verbs:
        j = verbs[0]
    return text.slice(i, j) if text.lower(i) in text.small.no else subject.phrase(text, i, j)


def paired(about: str) -> str:
    """Remove quotation marks and brackets that have lost their partner."""
    if about.count('"') % 2:
        about = about.replace('"', "")
    for opening, closing in ("“”", "‘’", "()"):
        if about.count(opening) != about.count(closing) and (
            opening + closing != "‘’" or opening in about
        ):
            about = about.replace(opening, "").replace(closing, "")
    return re.sub(r"\s+", " ", about).strip(" ,;:")
