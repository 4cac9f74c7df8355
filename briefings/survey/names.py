"""Find names of outlets and people that look like the same one, with an entry that merges them.

The rules are general: capitals, "The", words that follow names in the trade ("News Agency",
"reporter"), acronyms, and typos. Names with different digits are never alike. Each name is compared
with the centre of its cluster only, so that similarity is not transitive.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ..ids import slug
from ..languages import LANGUAGES
from ..languages.outlets import all_outlet_words
from ..model import Alike, Cluster, Corpus, Editorial, Outlet, OutletEntry, Person, PersonEntry
from ..model.report import NameKind
from .entry import merging_yaml
from .known import OneLetterOff, folded

_WORD = re.compile(r"[^\W_]+")
# The name of an outlet may be in any language.
_WORDS = all_outlet_words(pack.outlets for pack in LANGUAGES.values())
_PERSON_LETTERS = 9
_OUTLET_LETTERS = 6
_LONG = 14  # minimum length of a name that may have two typos
_SLIPS = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A speaker's name with its number of turns, its sources, and the sources that list it."""

    id: str
    name: str
    count: int
    sources: tuple[str, ...]
    entry: OutletEntry | PersonEntry | None
    printed: tuple[str, ...]
    listed: frozenset[str] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(_WORD.findall(self.name.casefold().replace("’", "").replace("'", "")))


def clusters(corpus: Corpus, editorial: Editorial) -> tuple[Cluster, ...]:
    """Return clusters of outlets, then of people, each group sorted by the id that would be
    kept."""
    listed: dict[str, set[str]] = defaultdict(set)
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            for speaker in witness.participants:
                if speaker.listed:
                    listed[speaker.id].add(witness.source.id)
    outlets = {entry.id: entry for entry in editorial.outlets}
    people = {entry.id: entry for entry in editorial.people}
    return (
        *_clusters("outlet", [_outlet(speaker, outlets) for speaker in corpus.outlets]),
        *_clusters("person", [_person(speaker, people, listed) for speaker in corpus.people]),
    )


def _outlet(outlet: Outlet, entries: Mapping[str, OutletEntry]) -> Name:
    sources = sorted({place.source for _, place in outlet.questions})
    return Name(
        outlet.id, outlet.name, len(outlet.questions), tuple(sources), entries.get(outlet.id),
        _printed(outlet),
    )  # fmt: skip


def _person(
    person: Person, entries: Mapping[str, PersonEntry], listed: Mapping[str, set[str]]
) -> Name:
    sources = {place.source for _, place in person.turns}
    sources |= {role.place.source for role in person.roles}
    return Name(
        person.id, person.name, len(person.turns), tuple(sorted(sources)), entries.get(person.id),
        _printed(person), frozenset(listed.get(person.id, ())),
    )  # fmt: skip


def _printed(speaker: Outlet | Person) -> tuple[str, ...]:
    """Return the name and other printed forms with the same id."""
    seen = {folded(speaker.name)}
    names = [speaker.name]
    for other in speaker.other_names:
        key = folded(other)
        if slug(other) == speaker.id and key not in seen:
            seen.add(key)
            names.append(other)
    return tuple(names)


def _clusters(kind: NameKind, names: Sequence[Name]) -> list[Cluster]:
    """Cluster names as stars: the best-known name first, with all similar names not yet in a
    cluster."""
    reasons = _outlet_reasons(names) if kind == "outlet" else _person_reasons(names)
    by_id = {name.id: name for name in names}
    similar: dict[str, dict[str, str]] = defaultdict(dict)
    for (a, b), reason in reasons.items():
        if _told_apart(by_id[a], by_id[b]):
            continue
        similar[a][b] = reason
        similar[b][a] = reason
    taken: set[str] = set()
    clusters = []
    order = sorted(
        (by_id[id_] for id_ in similar),
        key=lambda name: (name.entry is None, -name.count, -len("".join(name.words)), name.id),
    )
    for centre in order:
        others = [] if centre.id in taken else sorted(set(similar[centre.id]) - taken - {centre.id})
        if not others:
            continue
        taken |= {centre.id, *others}
        alike = tuple(
            Alike(other.id, other.name, other.count, other.sources, reason, other.printed)
            for other, reason in ((by_id[id_], similar[centre.id][id_]) for id_ in others)
        )
        aliases = centre.entry.aliases if centre.entry else ()
        yaml = merging_yaml(centre.id, centre.name, centre.count, centre.sources, aliases, alike)
        clusters.append(
            Cluster(kind, centre.id, centre.name, centre.count, centre.sources, alike, yaml)
        )
    return sorted(clusters, key=lambda cluster: cluster.id)


def _told_apart(a: Name, b: Name) -> bool:
    """Return whether digits, a list that contains both names, or editors show that the names
    differ."""
    if _digits(a.name) != _digits(b.name):
        return True
    by_editors = (a.entry and b.id in a.entry.not_) or (b.entry and a.id in b.entry.not_)
    return bool(by_editors) or bool(a.listed & b.listed)


Pair = tuple[str, str]


def _outlet_reasons(names: Sequence[Name]) -> dict[Pair, str]:
    reasons: dict[Pair, str] = {}
    _by_key(names, _plain, "the same but for capitals, signs and “The”", reasons)
    _by_key(names, _core, "the same but for what follows the name", reasons)
    initials: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for short in _initials(name):
            initials[short].append(name)
    for name in names:
        acronym = _acronym(name)
        matches = [other for other in initials.get(acronym, ()) if other.id != name.id]
        # If two names have the same initials, it is not clear which of them the acronym means.
        if len(matches) == 1 and len(matches[0].words) > 1:
            reasons.setdefault(_pair(name, matches[0]), "one is made of the other’s first letters")
    _by_letters(names, _OUTLET_LETTERS, reasons)
    _by_two_letters(names, reasons)
    return reasons


def _person_reasons(names: Sequence[Name]) -> dict[Pair, str]:
    reasons: dict[Pair, str] = {}
    _by_key(names, _plain, "the same but for capitals and signs", reasons)
    _by_key(
        names, lambda name: " ".join(sorted(name.words)), "the same words in another order", reasons
    )
    _by_key(names, lambda name: "".join(name.words), "the same letters", reasons)
    ends: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if len(name.words) > 1:
            for word in {name.words[0], name.words[-1]}:
                ends[word].append(name)
    for name in names:
        matches = _fuller(name, ends)
        if len(matches) == 1:
            reasons.setdefault(_pair(name, matches[0]), "one is short for the other")
    _by_letters(names, _PERSON_LETTERS, reasons)
    return reasons


def _fuller(name: Name, ends: Mapping[str, list[Name]]) -> list[Name]:
    """Return the full names for which a surname, alone or with an initial, may be short."""
    words = name.words
    if len(words) == 1 and len(words[0]) > 2:
        return ends.get(words[0], [])
    if len(words) == 2 and len(words[0]) == 1:
        return [
            other
            for other in ends.get(words[1], ())
            if other.words[0].startswith(words[0]) and len(other.words[0]) > 1
        ]
    return []


def _by_key(names: Iterable[Name], key: object, reason: str, reasons: dict[Pair, str]) -> None:
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        value = key(name)  # type: ignore[operator]
        if value:
            groups[value].append(name)
    for group in groups.values():
        for n, a in enumerate(group):
            for b in group[n + 1 :]:
                reasons.setdefault(_pair(a, b), reason)


def _by_letters(names: Sequence[Name], shortest: int, reasons: dict[Pair, str]) -> None:
    """Find pairs of names that differ by one typo."""
    by_text: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_text[_plain(name)].append(name)
    long = [text for text in by_text if len(text) >= shortest]
    near = OneLetterOff(long)
    for text in long:
        for other in near.of(text):
            for a in by_text[text]:
                for b in by_text[other]:
                    reasons.setdefault(_pair(a, b), "one letter differs")


def _by_two_letters(names: Sequence[Name], reasons: dict[Pair, str]) -> None:
    """Find pairs of long names that differ by two typos.

    All pairs are compared, as there are few outlets.
    """
    plain = sorted(
        ((_plain(name), name) for name in names), key=lambda entry: (len(entry[0]), entry[0])
    )
    for n, (text, a) in enumerate(plain):
        if len(text) < _LONG:
            continue
        for other, b in plain[n + 1 :]:
            if len(other) - len(text) > _SLIPS:
                break
            if OSA.distance(text, other, score_cutoff=_SLIPS) <= _SLIPS:
                reasons.setdefault(_pair(a, b), "two letters differ")


def _pair(a: Name, b: Name) -> Pair:
    return (a.id, b.id) if a.id < b.id else (b.id, a.id)


def _digits(text: str) -> list[str]:
    return [c for c in text if c.isdigit()]


def _has_article(name: Name) -> bool:
    return name.words[0] in _WORDS.articles if name.words else False


def _plain(name: Name) -> str:
    words = name.words[1:] if _has_article(name) and len(name.words) > 1 else name.words
    return " ".join(word for word in words if word not in _WORDS.joints)


def _core(name: Name) -> str:
    """Return a name without trade words at its end, or "" if too little is left."""
    words = list(name.words[1:] if _has_article(name) else name.words)
    for tail in _WORDS.tails:
        if tuple(words[-len(tail) :]) == tail and len(words) > len(tail):
            words = words[: -len(tail)]
            break
    return " ".join(words) if len("".join(words)) > 2 else ""


def _acronym(name: Name) -> str:
    """Return the letters of a name in capitals, ignoring trade words, or ""."""
    words = _WORD.findall(name.name)
    head = words[0] if words else ""
    alone = len(words) == 1 or _core(name) == head.casefold()
    return head.casefold() if alone and head.isupper() and len(head) > 1 else ""


def _initials(name: Name) -> set[str]:
    """Return the possible acronyms of a name of several words."""
    words = list(name.words)
    if len(words) < 2:
        return set()
    if _has_article(name):
        words = words[1:]
    content_words = [word for word in words if word not in _WORDS.small]
    acronyms = {"".join(word[0] for word in words), "".join(word[0] for word in content_words)}
    if content_words and (short := _WORDS.shortened.get(content_words[-1])):
        acronyms.add("".join(word[0] for word in content_words[:-1]) + short)
    return {acronym for acronym in acronyms if len(acronym) > 1}
