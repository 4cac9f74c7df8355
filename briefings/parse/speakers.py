"""Match labels to known people and outlets, in whatever way their names are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ..ids import slug
from ..languages import Language
from ..model import OutletEntry, PersonEntry
from . import lexicon

# With more names than any conference has, only exact forms are looked up.
_MOST = 200
_NUMBER = re.compile(r"\d+|\b[a-z]\b|\b[ivx]+$")


@dataclass(frozen=True, slots=True)
class Known:
    """A person or an outlet recognized in a label; `typo` if its spelling differs slightly."""

    id: str
    name: str
    typo: bool = False


class Directory:
    """The people that a source names as speakers, and the outlets that editors list."""

    def __init__(
        self,
        people: tuple[PersonEntry, ...],
        outlets: tuple[OutletEntry, ...],
        language: Language,
    ) -> None:
        self.language = language
        self._aliases = {
            _key(name): Known(entry.id, entry.name)
            for entry in people
            for name in (*entry.aliases, entry.name)
        }
        self._outlets = {
            _key(name): Known(entry.id, entry.name)
            for entry in outlets
            for name in (*entry.aliases, entry.name)
        }
        self._listed: dict[str, Known] = {}

    def add(self, name: str) -> Known:
        """Add a person whom the source lists; the id is the editors', if they list the person."""
        plain = lexicon.without_honorific(name, self.language)
        known = self._aliases.get(_key(plain)) or Known(slug(plain), readable(plain))
        self._listed.setdefault(_key(plain), known)
        return known

    @property
    def names(self) -> list[Known]:
        return list(dict.fromkeys(self._listed.values()))

    def person(self, printed: str) -> Known | None:
        """Return the listed person whom a label means, or None.

        The match may be exact, by surname, or close enough to be a typo.
        """
        plain = lexicon.without_honorific(printed, self.language)
        key = _key(plain)
        exact = self._listed.get(key) or self._listed.get(" ".join(reversed(key.split())))
        if exact:
            return exact
        alias = self._aliases.get(key)
        if alias and alias in self._listed.values():
            return alias
        if len(self._listed) > _MOST:
            return None
        match = self._by_ending(printed, key) or self._by_surname(printed, plain)
        return match or self._almost(key)

    def _by_ending(self, printed: str, key: str) -> Known | None:
        """Match by the end of a name: "President of Westmark Ann Lee", or "van Dam" for Jo van
        Dam."""
        if self.language.names.role_word.search(printed):
            at_end = [name for name in self._listed if " " in name and key.endswith(f" {name}")]
            longer = {self._listed[name] for name in at_end}
            if len(longer) == 1:
                return longer.pop()
        beginnings = {known for name, known in self._listed.items() if name.endswith(f" {key}")}
        return beginnings.pop() if len(beginnings) == 1 and len(key) > 2 else None

    def _by_surname(self, printed: str, plain: str) -> Known | None:
        words = _key(plain).split()
        titled = plain != printed
        if len(words) == 1 and (titled or plain.isupper()):
            matches = {known for name, known in self._listed.items() if words[0] in _ends(name)}
        elif len(words) > 1 and titled and plain.isupper():
            matches = {
                known for name, known in self._listed.items() if words[-1] == name.split()[-1]
            }
        else:
            return None
        return matches.pop() if len(matches) == 1 else None

    def outlet(self, printed: str) -> Known:
        """Return an outlet by a name that editors list, or else a new one with the name as
        printed."""
        plain = " ".join(printed.split())
        return self._outlets.get(_key(plain)) or Known(slug(plain), plain)

    def is_outlet(self, printed: str) -> bool:
        return _key(printed) in self._outlets

    def _almost(self, key: str) -> Known | None:
        """Match with one typo, or two in a long name, if only one person fits."""
        if lexicon.is_outlet_like(key, self.language) or len(key) < 6:
            return None
        numbers = _NUMBER.findall(key)
        matches = {
            known
            for name, known in self._listed.items()
            # "Speaker 2" is not a typo for "Speaker 1".
            if _NUMBER.findall(name) == numbers
            and len(name.replace(" ", "")) > 4
            and OSA.distance(key.replace(" ", ""), name.replace(" ", ""))
            <= (2 if len(key) > 9 else 1)
        }
        if len(matches) != 1:
            return None
        match = matches.pop()
        return Known(match.id, match.name, typo=True)


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


def _ends(name: str) -> set[str]:
    words = name.split()
    return {words[0], words[-1]}


def readable(name: str) -> str:
    """Capitalize a name that is in capitals or lower case throughout.

    >>> readable("LINDQVIST"), readable("McCarthy")
    ('Lindqvist', 'McCarthy')
    """
    return name.title() if name.isupper() or name.islower() else name
