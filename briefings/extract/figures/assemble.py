"""From a passage to its figures and refusals: the rules applied in order, number by number."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from briefings.model.figures import (
    Comparator,
    Direction,
    Extraction,
    FigureContext,
    FigureRole,
    Refusal,
    Stated,
)

from . import changes, subject
from .comparators import comparator
from .dating import Dating
from .lexicon import (
    AUXILIARIES,
    CHANGE_NOUNS,
    CHANGE_VERBS,
    DETERMINERS,
    DIRECTIONS,
    LINKING,
    STOPPERS,
    counted,
    participle,
)
from .numbers import Written, read_numbers
from .refusals import View, refuse
from .tokens import Text
from .units import Unit, unit_at


@dataclass(slots=True)
class Draft:
    """A figure in the making; tokens `i` to `j` are its quote, `lead` where its comparator begins."""

    written: Written
    i: int
    j: int
    lead: int
    unit: Unit | None
    noun: subject.NounPhrase | None
    comparator: Comparator
    role: FigureRole = "level"
    direction: Direction = ""
    word: int | None = None
    about: str = ""
    counts: str = ""

    @property
    def kind(self) -> str:
        return self.unit.kind if self.unit else ""

    @property
    def close(self) -> int:
        """The token after the figure and its noun."""
        return max(self.j, self.noun.j if self.noun else 0)


def extract(text: str, context: FigureContext | None = None) -> Extraction:
    """The figures of a passage and the numbers that are none, each with the rule that says why.

    >>> found = extract("More than 40 farms were flooded in 2021.")
    >>> [(f.quote, f.comparator, f.subject) for f in found.figures]
    [('40', '>', 'farms flooded')]
    >>> [(r.token, r.rule) for r in found.refusals]
    [('2021', 'year')]
    """
    context = context or FigureContext()
    tokens = Text(text)
    drafts: list[Draft] = []
    refusals: list[Refusal] = []
    taken = 0
    previous = ""
    for written in read_numbers(tokens):
        if written.i < taken:
            continue
        draft, view = _draft(tokens, written, context, previous)
        rule = refuse(view)
        previous = rule or ""
        if rule:
            i, j = written.i, written.j
            if rule in ("threshold", "period") and draft.unit:
                i, j = draft.unit.i, draft.unit.j
            start, end = tokens.tokens[i].start, tokens.tokens[j - 1].end
            refusals.append(Refusal(start, end, text[start:end], rule))
            taken = j
            continue
        drafts.append(draft)
        taken = draft.j
    _relate(tokens, drafts)
    dating = Dating(tokens, context)
    figures = tuple(_stated(tokens, draft, dating) for draft in drafts)
    return Extraction(figures, tuple(refusals))


def _draft(
    text: Text, written: Written, context: FigureContext, previous: str
) -> tuple[Draft, View]:
    start, end = text.sentence(written.i)
    unit = (
        None if written.rate and written.form == "fraction" else unit_at(text, written.i, written.j)
    )
    i = unit.i if unit else written.i
    j = unit.j if unit else written.j
    if _negative(text, i):
        i -= 1
    after = j
    linked = unit is not None or written.rate
    money = unit is not None and unit.kind == "money"
    if linked and (text.lower(after) == "of" or (money and text.lower(after) in ("on", "for"))):
        after += 1
        while text.lower(after) in ("the", "all", "its", "their", "our", "these", "those"):
            after += 1
    elif text.words(j, j + 2) == ("or", "more") or text.words(j, j + 2) == ("or", "so"):
        after += 2
    elif text.lower(j) == "+":
        after += 1
    noun = subject.noun_phrase(text, after, end)
    sign, lead = comparator(text, i, j)
    draft = Draft(written, i, j, lead, unit, noun, sign)
    view = View(text, written, unit, noun, lead, j, context.chair, previous, end)
    return draft, view


def _negative(text: Text, i: int) -> bool:
    """Whether a minus sign stands before the number: -12°C, not 5-12 or week-12."""
    return text.raw(i - 1) in ("-", "−") and text.glued(i) and not text.glued(i - 1) and i > 0


def _relate(text: Text, drafts: list[Draft]) -> None:
    for n, draft in enumerate(drafts):
        before = drafts[n - 1] if n else None
        _change(text, draft, before)
    for n in range(len(drafts) - 1):
        _pair(text, drafts[n], drafts[n + 1])
        _shared_ahead(text, drafts[n], drafts[n + 1])
    for n, draft in enumerate(drafts):
        before = drafts[n - 1] if n and _same_sentence(text, drafts[n - 1], draft) else None
        _reach(text, draft, before)
        _describe(text, draft, before)
    _respectively(text, drafts)
    for n in range(2, len(drafts)):
        _former(text, drafts, n)


def _same_sentence(text: Text, a: Draft, b: Draft) -> bool:
    return text.tokens[a.i].sentence == text.tokens[b.i].sentence


def _change(text: Text, draft: Draft, before: Draft | None) -> None:
    start, end = text.sentence(draft.i)
    if draft.kind == "time":
        _duration(text, draft, start)
        if draft.role == "duration":
            return
    found = changes.change_at(
        text, draft.lead, draft.j, draft.kind or ("percent" if draft.written.rate else ""),
        draft.noun is not None, start, end,
    )  # fmt: skip
    if found:
        draft.role, draft.direction, draft.word = found.role, found.direction, found.word
    elif (
        before is not None
        and _same_sentence(text, before, draft)
        and _continues(text, before, draft)
    ):
        draft.role, draft.direction, draft.word = before.role, before.direction, before.word


def _duration(text: Text, draft: Draft, start: int) -> None:
    streak = draft.j - draft.written.j > 1 or text.words(draft.j, draft.j + 3) == ("in", "a", "row")
    k = draft.lead - 1
    while text.lower(k) in ("the", "past", "last", "a", "total", "of", "some"):
        k -= 1
    if not streak and text.lower(k) != "for":
        return
    draft.role = "duration"
    verb = changes.lasting(text, k + 1, start)
    if verb is not None:
        draft.direction = DIRECTIONS[text.lower(verb)]
        draft.word = verb


def _continues(text: Text, before: Draft, draft: Draft) -> bool:
    """Whether a change goes on in an enumeration: fell by 3% and 5%; a rise of 2 cats and 3 dogs."""
    if before.role != "change" or (before.kind or "count") != (draft.kind or "count"):
        return False
    if before.word is not None and before.word > before.j and not _behind(before):
        return False
    gap = range(before.j, draft.lead)
    if len(gap) > 10:
        return False
    words = [text.lower(k) for k in gap]
    if not words or not ({"and", ","} & set(words)):
        return False
    after_noun = [text.lower(k) for k in range(max(before.close, before.j), draft.lead)]
    loose = {"and", ",", "in", "the", "former", "latter", "respectively", "year-on-year"}
    return all(word in loose for word in after_noun)


def _behind(draft: Draft) -> bool:
    return draft.word is not None and draft.word < draft.i


def _pair(text: Text, low: Draft, high: Draft) -> None:
    """Both ends of a from-to pair, in either order: from 25 to four, to 5% from 6%."""
    if not _same_sentence(text, low, high) or high.lead - low.j > 14:
        return
    if low.role in ("from", "to") and high.role == "level" and text.lower(high.lead - 1) != "from":
        return
    if (low.kind or "") != (high.kind or "") and low.unit is not None and high.unit is not None:
        return
    first, second = text.lower(low.lead - 1), text.lower(high.lead - 1)
    if any(text.raw(k) == ";" for k in range(low.j, high.lead)):
        return
    up = text.lower(high.lead - 2) in ("up", "down")
    if second == "from" and (low.role == "to" or up):
        word = low.word if low.role == "to" else high.lead - 2
        ends: tuple[FigureRole, FigureRole] = ("to", "from")
    elif first == "from" and second == "to" and low.role != "from":
        word, ends = changes.verb_around(text, low.lead, *text.sentence(low.i)), ("from", "to")
    else:
        return
    if word is not None:
        direction = DIRECTIONS[text.lower(word)]
    elif (low.kind or "") == (high.kind or "") and low.written.value != high.written.value:
        direction = "increase" if low.written.value < high.written.value else "decrease"
        word = low.i
    else:
        return
    for draft, role in ((low, ends[0]), (high, ends[1])):
        draft.role, draft.direction, draft.word = role, direction, word


def _shared_ahead(text: Text, a: Draft, b: Draft) -> None:
    """ "4% and 7% more", "3 and 5 million euros": what stands after the second holds for both."""
    if (
        b.lead != a.j + 1
        or text.lower(a.j) not in ("and", ",", "or")
        or not _same_sentence(text, a, b)
    ):
        return
    if a.role == "level" and b.role == "change" and b.word is not None and b.word >= b.j:
        a.role, a.direction, a.word = b.role, b.direction, b.word
    if a.unit is None and b.unit is not None and a.noun is None and b.unit.kind != "points":
        a.counts = b.unit.name


def _reach(text: Text, draft: Draft, before: Draft | None) -> None:
    """A comparator reaches over "and" to a number that follows at once."""
    if before is None or draft.comparator != "=" or before.comparator == "=":
        return
    if before.written.high is None and draft.lead == before.j + 1 and text.lower(before.j) == "and":
        draft.comparator = before.comparator


def _describe(text: Text, draft: Draft, before: Draft | None) -> None:
    start, end = text.sentence(draft.i)
    noun = draft.noun
    if draft.kind in ("percent", "points", "multiple") or draft.written.rate:
        direct = text.lower(draft.j) == "of" or draft.written.j - draft.written.i > 2
        noun = noun if direct and draft.role == "level" else None
    if draft.role == "duration":
        draft.about = _lasting(text, draft, before, start, end)
        return
    if noun is not None:
        draft.about = subject.describe(text, draft.lead, noun, end)
        draft.counts = draft.counts or counted(text.lower(noun.head), text.lower(noun.head - 1))
        return
    shared = _shared_noun(text, draft, end)
    if shared is not None:
        draft.about = subject.describe(text, draft.lead, shared, end)
        draft.counts = draft.counts or counted(text.lower(shared.head))
        return
    if draft.role == "level" and (verb := subject.passive(text, draft.j, end)):
        named = _measured(text, draft.lead, start)
        i, j = named or (0, 0)
        if named is None:
            _carried(text, draft, before, verb)
            return
    else:
        i, j = _clause(text, draft, before, start, end)
    if i < j:
        draft.about = subject.phrase(text, i, j)
        draft.counts = draft.counts or subject.head_unit(text, i, j)
    elif before is not None:
        draft.about = before.about
        draft.counts = draft.counts or before.counts


def _shared_noun(text: Text, draft: Draft, end: int) -> subject.NounPhrase | None:
    """The noun that a number shares with the next: 17 of 20 districts, 2 million and 3 million awards."""
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


def _clause(
    text: Text, draft: Draft, before: Draft | None, start: int, end: int
) -> tuple[int, int]:
    """The tokens that say what a size is the size of."""
    lead = draft.lead
    word = draft.word
    if word is not None and word < lead:
        inside = _object(text, word + 1, lead, draft, before)
        if inside[0] < inside[1]:
            return inside
        if (
            before is not None
            and before.word == word
            and before.role != "level"
            and before.i > word
        ):
            return 0, 0
        noun_of = text.lower(word) in CHANGE_NOUNS and text.lower(word + 1) == "of"
        if noun_of:
            word = _verb_back(text, word, start)
            if word is None:
                return 0, 0
        return subject.clause_subject(text, word, start)
    if named := _measured(text, lead, start):
        return named
    verb = _verb_back(text, lead, start)
    if verb is None:
        return start, lead if before is None and lead - start < 12 else start
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
        and text.lower(i - 1) not in STOPPERS
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
    loose = {"and", "with", "there", "also", "but", "while", "we", "they", "it"} | AUXILIARIES
    begin = i
    while i < j and (text.lower(i) in loose or text.lower(i).endswith("ly")):
        i += 1
    if i < j and text.lower(begin) in AUXILIARIES | {"and"} and participle(text.lower(i)):
        if before is not None and before.about:
            return before.about
    if i < j:
        return _trimmed(text, i, j)
    k = draft.j
    if text.raw(k) != ",":
        return before.about if before else ""
    k += 1
    while k < end and (text.lower(k) in STOPPERS or participle(text.lower(k))):
        k += 1
    stop = k
    while stop < min(end, k + 12) and text.raw(stop) not in ",.;:":
        stop += 1
    return text.slice(k, stop)


def _trimmed(text: Text, i: int, j: int) -> str:
    """A clause up to its verb: "the plant ran" is about the plant."""
    verbs = [k for k in range(i + 1, j) if text.lower(k) in AUXILIARIES]
    acts = [k for k in range(i, j) if participle(text.lower(k)) or text.lower(k) == "out"]
    if acts and acts[-1] + 1 < j and text.lower(acts[-1] + 1) in DETERMINERS:
        return subject.phrase(text, acts[-1] + 1, j)
    if verbs:
        j = verbs[0]
    return text.slice(i, j) if text.lower(i) == "no" else subject.phrase(text, i, j)


def _object(text: Text, i: int, j: int, draft: Draft, before: Draft | None) -> tuple[int, int]:
    """What a change verb changes (cut its rate by 3%), or a second subject (and drivers by 3%)."""
    floor = i
    if before is not None and before.j > i:
        floor = max(before.j, i)
    while j > floor and text.lower(j - 1) in ("by", "to", "from", "of", "for", "over"):
        j -= 1
    loose = changes.LOOSE | {
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
    if floor < j and text.lower(floor) in STOPPERS - DETERMINERS:
        return j, j
    return floor, j


def _verb_back(text: Text, i: int, start: int) -> int | None:
    """The nearest verb before token `i` that has a size for its complement."""
    for k in range(i - 1, max(start - 1, i - 26), -1):
        if text.raw(k) in ";:" or (text.raw(k) == "," and i - k > 12):
            return None
        word = text.lower(k)
        if word in LINKING or word in CHANGE_VERBS or participle(word):
            return k
    return None


def _respectively(text: Text, drafts: list[Draft]) -> None:
    """Gives each number of "A and B reached 3 and 5 respectively" its own subject."""
    marks = [k for k in range(len(text)) if text.lower(k) == "respectively"]
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
        verb = group[0].word if _behind(group[0]) else _verb_back(text, group[0].lead, start)
        if verb is None:
            continue
        if text.lower(verb) in CHANGE_NOUNS and text.lower(verb + 1) == "of":
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
    if _same_sentence(text, source, draft):
        draft.about, draft.counts = source.about, source.counts


def _stated(text: Text, draft: Draft, dating: Dating) -> Stated:
    quote_start, quote_end = text.tokens[draft.i].start, text.tokens[draft.j - 1].end
    value = draft.written.value
    if draft.i < draft.written.i and text.raw(draft.i) in ("-", "−"):
        value = -value
    unit = draft.unit.name if draft.unit else "%" if draft.written.rate else draft.counts or "count"
    when = dating.period(draft.i, draft.j, draft.close, draft.role)
    return Stated(
        start=quote_start,
        end=quote_end,
        quote=text.text[quote_start:quote_end],
        value=value,
        unit=unit,
        comparator="~" if draft.written.high is not None else draft.comparator,
        direction=draft.direction,
        role=draft.role,
        subject=_paired(draft.about),
        period=when.text,
        period_start=when.start,
        period_end=when.end,
        high=draft.written.high,
    )


def _paired(about: str) -> str:
    """A subject without quotation marks that lost their partner when it was cut out."""
    if about.count('"') % 2:
        about = about.replace('"', "")
    for opening, closing in ("“”", "‘’", "()"):
        if about.count(opening) != about.count(closing) and (
            opening + closing != "‘’" or opening in about
        ):
            about = about.replace(opening, "").replace(closing, "")
    return re.sub(r"\s+", " ", about).strip()
