"""Find what is counted: the noun phrase of a number, or the subject of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from .dates import year_at
from .designations import abbreviated, designation
from .tokens import Text

_LONGEST = 8
_QUOTES = frozenset("\"“”‘’'")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase at tokens `i` to `j`, with its head."""

    i: int
    j: int
    head: int


def is_number(text: Text, i: int) -> bool:
    return (
        text.kind(i) == "number"
        or text.lower(i) in text.numerals.units
        or text.lower(i) in text.numerals.magnitudes
    )


def noun_phrase(text: Text, i: int, end: int) -> NounPhrase | None:
    """Return the noun phrase that begins at token `i`, up to its head, or None.

    >>> t = Text("12 missing and abducted women and children were found")
    >>> found = noun_phrase(t, 1, len(t))
    >>> t.slice(found.i, found.j) if found else ""
    'missing and abducted women and children'
    """
    head = None
    k = i
    stop = min(end, i + _LONGEST + 4)
    while k < stop:
        if _is_mark(text, k, i) or (text.lower(k) in text.small.and_ and head is None and k > i):
            k += 1
            continue
        if head is None and k > i and abbreviated(text, k):
            k += 3  # 1 aerial vehicle (UAV) contingent
        if _stops(text, k, i, stop):
            break
        k += 1
        word = text.lower(k - 1)
        if text.grammar.plural(word):
            head = k - 1
            following = text.lower(k)
            goes_on = text.grammar.plural(following) and following not in text.grammar.stoppers
            if word in text.grammar.plurals or not goes_on:
                break
    while k > i and text.lower(k - 1) in text.small.and_:
        k -= 1
    while k > i and text.raw(k - 1) in _QUOTES:
        k -= 1
    while head is None and k > i and text.lower(k - 1) in text.grammar.skipped:
        k -= 1
    if k == i:
        return None
    if head is None:
        return NounPhrase(i, k, k - 1)
    return _coordinated(text, i, k, head, end)


def _is_mark(text: Text, k: int, i: int) -> bool:
    """Return whether a token inside a phrase is a quotation mark, a hyphen, or a number after a
    hyphen."""
    if text.raw(k) in _QUOTES:
        return True
    if k > i and designation(text, k):
        return True
    if k == i or not text.glued(k):
        return False
    return text.raw(k) == "-" or (text.kind(k) == "number" and text.raw(k - 1) == "-")


def _stops(text: Text, k: int, i: int, stop: int) -> bool:
    """Return whether the noun phrase from token `i` ends before token `k`."""
    if text.kind(k) not in ("word", "abbreviation", "mixed") or is_number(text, k):
        return True
    grammar, word, raw = text.grammar, text.lower(k), text.raw(k)
    if k == i and word.endswith(grammar.adverb_ending) and text.kind(k + 1) != "word":
        return True
    if grammar.capital_nouns and k > i and raw.islower():
        return True
    acronym = len(word) > 1 and raw.isupper()
    if word in grammar.stoppers and word not in grammar.skipped and not acronym:
        return True
    return grammar.participle(word) and not _attributive(text, k, stop)


def _coordinated(text: Text, i: int, k: int, head: int, end: int) -> NounPhrase:
    """Extend "women" to "women and children", and "heads" to "heads and key members"."""
    if text.lower(k) in text.small.and_ and k + 1 < end:
        for m in range(k + 1, min(k + 5, end)):
            word = text.lower(m)
            if text.kind(m) != "word" or word in text.grammar.stoppers or is_number(text, m):
                break
            if (
                text.grammar.participle(word) or word.endswith(text.grammar.progressive_ending)
            ) and m == k + 1:
                break
            if text.grammar.plural(word):
                people = text.grammar.counted(text.lower(head)) == "people"
                return NounPhrase(i, m + 1, head if people else m)
    return NounPhrase(i, k, head)


def _attributive(text: Text, k: int, stop: int) -> bool:
    """Return whether a past form modifies a noun: "injured officers", not "officers injured in
    May"."""
    m = k + 1
    if text.lower(m) in text.grammar.list_joints:
        m += 1
    word = text.lower(m)
    return (
        m < stop
        and text.kind(m) == "word"
        and word not in text.grammar.stoppers
        and not word.endswith(text.grammar.adverb_ending)
        and word not in text.grammar.before_numbers
        and not is_number(text, m)
    )


def describe(text: Text, number: int, after: NounPhrase, end: int) -> str:
    """Return the description of a counted noun: "criminal suspects arrested", "cases of fraud
    solved"."""
    k, parts = after.j, [_plain(text, after.i, after.j)]
    k = postmodifier(text, k, end)
    if k > after.j:
        parts.append(_plain(text, after.j, k))
    verb = passive(text, k, end) or verb_before(text, number)
    total = (
        text.lower(number - 1) in text.grammar.of
        and text.lower(number - 2) in text.grammar.averages
    )
    if not verb and (total or text.lower(number - 1) not in text.grammar.prepositions):
        verb = _passive_later(text, k, end)
    if verb and verb not in parts[0].split():
        parts.append(verb)
    elif not verb and k == after.j and len(parts[0].split()) == 1:
        parts.append(_where(text, k, end))
    if k == after.j and text.lower(after.head) in text.grammar.cases and len(parts[0].split()) <= 2:
        parts.append(_setting(text, number))
    return " ".join(part for part in parts if part)


def counted(text: Text, head: int) -> str:
    """Return the unit that a counted noun implies; a demonym counts people: "300 Koreans"."""
    grammar, word = text.grammar, text.lower(head)
    unit = grammar.counted(word, text.lower(head - 1))
    people = text.raw(head)[:1].isupper() and word.endswith(grammar.demonym_endings)
    return "people" if unit == "count" and people and len(word) > 4 else unit


def whole(text: Text, noun: NounPhrase, end: int) -> str:
    """Return a noun phrase with its postmodifier: "number of boats"."""
    k = postmodifier(text, noun.j, end)
    return _plain(text, noun.i, max(k, noun.j))


def back(text: Text, head: int, start: int) -> int:
    """Return the first token of the noun phrase whose head is at token `head`."""
    i = head
    while (
        i > max(start, head - _LONGEST)
        and text.kind(i - 1) == "word"
        and text.lower(i - 1) not in text.grammar.stoppers
        and not text.grammar.directions.get(text.lower(i - 1))
        and not text.grammar.participle(text.lower(i - 1))
    ):
        i -= 1
    return i


def postmodifier(text: Text, k: int, end: int) -> int:
    """Return the end of "of ..." or "related to ..." after a noun, or `k` if there is none."""
    word = text.lower(k)
    if word not in text.grammar.of and word not in text.grammar.postmodifiers:
        return k
    m = k + 1
    while m < min(end, k + _LONGEST):
        word = text.lower(m)
        if (word in text.grammar.to and m == k + 1) or text.raw(m) in _QUOTES:
            m += 1
            continue
        if text.kind(m) not in ("word", "abbreviation", "mixed") or is_number(text, m):
            break
        if word in text.grammar.auxiliaries or (
            word in text.grammar.stoppers and word not in text.grammar.inner_words
        ):
            break
        if text.grammar.participle(word) and not _attributive(text, m, end):
            break
        m += 1
    while m > k and (
        text.lower(m - 1) in text.grammar.inner_words | text.grammar.to
        or text.raw(m - 1) in _QUOTES
    ):
        m -= 1
    return m if m > k + 1 else k


def passive(text: Text, k: int, end: int) -> str:
    """Return the past form after a noun: "(have been) destroyed", "handled", "(have) obtained
    degrees"."""
    m = k
    while m < min(end, k + 6) and (
        text.lower(m) in text.grammar.auxiliaries
        or text.lower(m) in text.grammar.still
        or text.lower(m).endswith(text.grammar.adverb_ending)
    ):
        m += 1
    verb = text.lower(m)
    if m >= end or not text.grammar.participle(verb) or verb in text.grammar.change_verbs:
        return ""
    tail = text.lower(m + 1)
    if m == k and _has_object(text, m + 1, end):
        return ""
    for idiom in text.grammar.verb_idioms.get(verb, ()):
        if text.words(m, m + len(idiom)) == idiom:
            return " ".join(idiom)
    if tail in text.grammar.particles and text.lower(m + 2) not in text.grammar.to:
        return f"{verb} {tail}"
    if (
        m > k
        and text.lower(m - 1) in text.grammar.have
        and (object_ := noun_phrase(text, m + 1, end))
    ):
        return f"{verb} {_plain(text, object_.i, object_.j)}"
    return verb


def _has_object(text: Text, k: int, end: int) -> bool:
    """Return whether an object follows a past form, which is active then: "countries delivered a
    statement", but not "suspects arrested the same week"."""
    grammar, word = text.grammar, text.lower(k)
    article = word in grammar.articles
    if not article and (
        not grammar.plural(word) or word in grammar.stoppers | grammar.prepositions
    ):
        return False
    object_ = noun_phrase(text, k + article, end)
    return object_ is not None and not any(
        text.lower(n) in text.units.times for n in range(object_.i, object_.j)
    )


def _passive_later(text: Text, k: int, end: int) -> str:
    """Return the past form that several counted nouns share: "12 boats and 3 planes (...) were
    lost"."""
    if text.lower(k) not in (
        text.grammar.prepositions | text.grammar.auxiliaries | text.grammar.lists_on
    ):
        return ""
    for m in range(k, min(end, k + 34)):
        word = text.lower(m)
        if text.raw(m) in ";:." or word in text.grammar.relatives | text.grammar.with_:
            return ""
        if text.raw(m) == "," and not any(is_number(text, n) for n in range(m + 1, m + 5)):
            return ""
        if word in text.grammar.auxiliaries:
            return "" if text.lower(m - 1) in text.refusals.joints else passive(text, m, end)
        if text.grammar.participle(word) and text.lower(m - 1) in text.refusals.joints:
            return ""
        if text.grammar.participle(word) and m > k and not _attributive(text, m, end):
            tail = text.lower(m + 1)
            return (
                word
                if word not in text.grammar.change_verbs
                and tail in text.grammar.prepositions | {",", "."}
                else ""
            )
    return ""


def _where(text: Text, k: int, end: int) -> str:
    """Return where people without a description are: "(1,200 people) are currently in hospital"."""
    if text.lower(k) not in text.grammar.be:
        return ""
    m = k + 1
    while text.lower(m) in text.grammar.adverbs:
        m += 1
    noun = noun_phrase(text, m + 1, end) if text.lower(m) in text.grammar.spent_in else None
    return text.slice(m, noun.j) if noun else ""


def _setting(text: Text, number: int) -> str:
    """Return the subject of "cases" from the words before: "fraud" in "cracked down on fraud, with
    12 cases handled"."""
    start, _ = text.sentence(number)
    for k in range(number - 1, max(start, number - 24), -1):
        word = text.lower(k)
        if is_number(text, k):
            return ""
        if word in text.grammar.against or (
            word.endswith(text.grammar.progressive_ending) and len(word) > 5
        ):
            noun = noun_phrase(text, k + 1, number)
            if (noun and text.raw(noun.j) in (",", ";")) or (
                noun and text.lower(noun.j) in text.grammar.spent_in
            ):
                return f"({_plain(text, noun.i, noun.j)})"
    return ""


def verb_before(text: Text, number: int) -> str:
    """Return the past form that has the number as its object: "arrested 12 suspects"."""
    k = number - 1
    while text.lower(k) in text.grammar.before_objects:
        k -= 1
    word = text.lower(k)
    if (
        text.grammar.participle(word)
        and word not in text.grammar.change_verbs
        and word not in text.grammar.linking
    ):
        return word
    return ""


def clause_subject(text: Text, verb: int, start: int) -> tuple[int, int]:
    """Return the token span before a verb with its subject, back to a comma or the start of the
    clause."""
    j = verb
    while j > start and (
        text.lower(j - 1) in text.grammar.auxiliaries
        or text.lower(j - 1).endswith(text.grammar.adverb_ending)
        or text.lower(j - 1) in text.grammar.before_verbs
    ):
        j -= 1
    j = _before_aside(text, j, start)
    i = joint = j
    limit = max(start, j - 30)
    while i > limit:
        raw, word = text.raw(i - 1), text.lower(i - 1)
        if word in text.small.and_:
            joint = i
        if word in text.grammar.be | text.grammar.have and joint < j:
            # "roads were closed and traffic fell" is about traffic
            i = joint
            break
        if raw in ',;:—–(“"' or word in text.grammar.boundaries:
            break
        if word in text.grammar.reporting and not (
            text.lower(i - 2) in text.grammar.articles
            or text.lower(i) in text.grammar.prepositions
            or i == j
        ):
            break  # that means the total number is 20
        if word in text.grammar.that and (
            text.lower(i - 2) in text.grammar.reporting | text.grammar.telling
            or text.lower(i) in text.grammar.determiners
        ):
            break
        i -= 1
    if text.lower(i) in text.grammar.prepositions and year_at(text, i + 1) and i + 2 < j:
        i += 2  # since 2019 the number of ferries has doubled
    while i < j and (
        text.lower(i) in text.grammar.conjunctions | text.grammar.determiners
        or text.raw(i) in _QUOTES
    ):
        i += 1
    return i, j


def _before_aside(text: Text, j: int, start: int) -> int:
    """Return the token before an aside that ends at token `j`, or `j`.

    Example: the number – which was over 18 million – is now at 2 million.
    """
    marks = ("—", "–") if text.raw(j - 1) in ("—", "–") else (",",)
    if text.raw(j - 1) not in marks or text.lower(j).endswith(text.grammar.progressive_ending):
        return j
    opening = next((k for k in range(j - 2, max(start, j - 24), -1) if text.raw(k) in marks), j - 1)
    # "by Sunday, the number of deaths, was 20": the words between commas are not an aside
    return j - 1 if text.lower(opening + 1) in text.grammar.determiners else opening


def head_unit(text: Text, i: int, j: int) -> str:
    """Return the unit that a subject phrase implies: "(number of) drivers" are people."""
    for k in range(i, j):
        if text.lower(k) in text.grammar.counting and text.lower(k + 1) in text.grammar.of:
            inner = noun_phrase(text, k + 2, j)
            return text.grammar.counted(text.lower(inner.head)) if inner else "count"
    inner = noun_phrase(text, i, j)
    if inner is None:
        return "count"
    word = text.lower(inner.head)
    if word in text.grammar.stocks and inner.head > inner.i:
        return text.grammar.counted(text.lower(inner.head - 1))
    return text.grammar.counted(word)


def phrase(text: Text, i: int, j: int) -> str:
    """Return the words of a subject without the determiner before it."""
    while i < j and text.lower(i) in text.grammar.determiners | text.grammar.conjunctions:
        i += 1
    if j == i + 1 and text.lower(i) in text.grammar.pronouns:
        return ""
    while j - i > 2 and text.lower(j - 2) in text.small.before_year and year_at(text, j - 1):
        j -= 2
    return _plain(text, i, j)


def _plain(text: Text, i: int, j: int) -> str:
    while i < j and text.raw(i) in _QUOTES:
        i += 1
    while i < j and text.raw(j - 1) in _QUOTES:
        j -= 1
    return text.slice(i, j)
