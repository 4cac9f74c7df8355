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
from .known import OneLetterOff

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
            for one in witness.participants:
                if one.listed:
                    listed[one.id].add(witness.source.id)
    outlets = {entry.id: entry for entry in editorial.outlets}
    people = {entry.id: entry for entry in editorial.people}
    return (
        *_clusters("outlet", [_outlet(one, outlets) for one in corpus.outlets]),
        *_clusters("person", [_person(one, people, listed) for one in corpus.people]),
    )


def _outlet(one: Outlet, entries: Mapping[str, OutletEntry]) -> Name:
    sources = sorted({place.source for _, place in one.questions})
    return Name(
        one.id, one.name, len(one.questions), tuple(sources), entries.get(one.id), _printed(one)
    )


def _person(
    one: Person, entries: Mapping[str, PersonEntry], listed: Mapping[str, set[str]]
) -> Name:
    sources = {place.source for _, place in one.turns} | {role.place.source for role in one.roles}
    return Name(
        one.id, one.name, len(one.turns), tuple(sorted(sources)), entries.get(one.id),
        _printed(one), frozenset(listed.get(one.id, ())),
    )  # fmt: skip


def _printed(one: Outlet | Person) -> tuple[str, ...]:
    """Return the name and other printed forms with the same id."""
    folded = {" ".join(one.name.casefold().split())}
    names = [one.name]
    for other in one.other_names:
        key = " ".join(other.casefold().split())
        if slug(other) == one.id and key not in folded:
            folded.add(key)
            names.append(other)
    return tuple(names)


def _clusters(kind: NameKind, names: Sequence[Name]) -> list[Cluster]:
    """Cluster names as stars: the best-known name first, with all similar names not yet in a
    cluster."""
    why = _outlet_reasons(names) if kind == "outlet" else _person_reasons(names)
    by_id = {name.id: name for name in names}
    beside: dict[str, dict[str, str]] = defaultdict(dict)
    for (a, b), reason in why.items():
        if _told_apart(by_id[a], by_id[b]):
            continue
        beside[a][b] = reason
        beside[b][a] = reason
    taken: set[str] = set()
    made = []
    order = sorted(
        (by_id[id_] for id_ in beside),
        key=lambda name: (name.entry is None, -name.count, -len("".join(name.words)), name.id),
    )
    for centre in order:
        others = [] if centre.id in taken else sorted(set(beside[centre.id]) - taken - {centre.id})
        if not others:
            continue
        taken |= {centre.id, *others}
        alike = tuple(
            Alike(o.id, o.name, o.count, o.sources, beside[centre.id][o.id], o.printed)
            for o in (by_id[id_] for id_ in others)
        )
        known = centre.entry.aliases if centre.entry else ()
        yaml = merging_yaml(centre.id, centre.name, centre.count, centre.sources, known, alike)
        made.append(
            Cluster(kind, centre.id, centre.name, centre.count, centre.sources, alike, yaml)
        )
    return sorted(made, key=lambda cluster: cluster.id)


def _told_apart(a: Name, b: Name) -> bool:
    """Return whether digits, a list that contains both names, or editors show that the names
    differ."""
    if _digits(a.name) != _digits(b.name):
        return True
    said = (a.entry and b.id in a.entry.not_) or (b.entry and a.id in b.entry.not_)
    return bool(said) or bool(a.listed & b.listed)


Pair = tuple[str, str]


def _outlet_reasons(names: Sequence[Name]) -> dict[Pair, str]:
    found: dict[Pair, str] = {}
    _by_key(names, _plain, "the same but for capitals, signs and “The”", found)
    _by_key(names, _core, "the same but for what follows the name", found)
    initials: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for short in _initials(name):
            initials[short].append(name)
    for name in names:
        own = _acronym(name)
        fits = [one for one in initials.get(own, ()) if one.id != name.id] if own else []
        # If two names have the same initials, it is not clear which of them the acronym means.
        if len(fits) == 1 and len(fits[0].words) > 1:
            found.setdefault(_pair(name, fits[0]), "one is made of the other’s first letters")
    _by_letters(names, _OUTLET_LETTERS, found)
    _by_two_letters(names, found)
    return found


def _person_reasons(names: Sequence[Name]) -> dict[Pair, str]:
    found: dict[Pair, str] = {}
    _by_key(names, _plain, "the same but for capitals and signs", found)
    _by_key(
        names, lambda name: " ".join(sorted(name.words)), "the same words in another order", found
    )
    _by_key(names, lambda name: "".join(name.words), "the same letters", found)
    ends: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if len(name.words) > 1:
            for word in {name.words[0], name.words[-1]}:
                ends[word].append(name)
    for name in names:
        fits = _fuller(name, ends)
        if len(fits) == 1:
            found.setdefault(_pair(name, fits[0]), "one is short for the other")
    _by_letters(names, _PERSON_LETTERS, found)
    return found


def _fuller(name: Name, ends: Mapping[str, list[Name]]) -> list[Name]:
    """Return the full names for which a surname, alone or with an initial, may be short."""
    words = name.words
    if len(words) == 1 and len(words[0]) > 2:
        return ends.get(words[0], [])
    if len(words) == 2 and len(words[0]) == 1:
        return [
            one
            for one in ends.get(words[1], ())
            if one.words[0].startswith(words[0]) and len(one.words[0]) > 1
        ]
    return []


def _by_key(names: Iterable[Name], key: object, reason: str, found: dict[Pair, str]) -> None:
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        made = key(name)  # type: ignore[operator]
        if made:
            groups[made].append(name)
    for group in groups.values():
        for n, a in enumerate(group):
            for b in group[n + 1 :]:
                found.setdefault(_pair(a, b), reason)


def _by_letters(names: Sequence[Name], shortest: int, found: dict[Pair, str]) -> None:
    """Find pairs of names that differ by one typo."""
    held: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        held[_plain(name)].append(name)
    long = [text for text in held if len(text) >= shortest]
    alike = OneLetterOff(long)
    for text in long:
        for other in alike.of(text):
            for a in held[text]:
                for b in held[other]:
                    found.setdefault(_pair(a, b), "one letter differs")


def _by_two_letters(names: Sequence[Name], found: dict[Pair, str]) -> None:
    """Find pairs of long names that differ by two typos.

    All pairs are compared, as there are few outlets.
    """
    plain = sorted(((_plain(name), name) for name in names), key=lambda one: (len(one[0]), one[0]))
    for n, (text, a) in enumerate(plain):
        if len(text) < _LONG:
            continue
        for other, b in plain[n + 1 :]:
            if len(other) - len(text) > _SLIPS:
                break
            if OSA.distance(text, other, score_cutoff=_SLIPS) <= _SLIPS:
                found.setdefault(_pair(a, b), "two letters differ")


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


def _acronym(name: Name) -> str | None:
    """Return the letters of a name in capitals, ignoring trade words, or None."""
    written = _WORD.findall(name.name)
    head = written[0] if written else ""
    alone = len(written) == 1 or _core(name) == head.casefold()
    return head.casefold() if alone and head.isupper() and len(head) > 1 else None


def _initials(name: Name) -> set[str]:
    """Return the possible acronyms of a name of several words."""
    words = list(name.words)
    if len(words) < 2:
        return set()
    if _has_article(name):
        words = words[1:]
    large = [word for word in words if word not in _WORDS.small]
    made = {"".join(word[0] for word in words), "".join(word[0] for word in large)}
    if large and (short := _WORDS.shortened.get(large[-1])):
        made.add("".join(word[0] for word in large[:-1]) + short)
    return {one for one in made if len(one) > 1}
