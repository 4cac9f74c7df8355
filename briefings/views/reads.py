"""Record what each page reads from the corpus, so that unchanged pages need not be made again.

A page is a function of what it reads, and it can read from `Lookup` only. Each read has a key: the
name of a reader and its arguments. The digest of all return values is the state of the page. If the
same keys give the same state in a later build, the page would be the same.
"""

from __future__ import annotations

import functools
import hashlib
from collections import OrderedDict
from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar, cast

from briefings.engine.keys import number_of
from briefings.model import Briefing
from briefings.model.figures import Discrepancy
from briefings.model.relations import Commitment, Formula, Phrase

from .digests import digest, digest_of_fields

Argument = str | int | bool | None | tuple["Argument", ...]
Key = tuple[Argument, ...]

K = TypeVar("K")
V = TypeVar("V")
C = TypeVar("C", bound=Callable[..., Any])

_READERS: dict[str, Callable[..., object]] = {}
_OF_TEXTS: set[str] = set()
_ENTRIES_OF_TEXTS = frozenset(
    ("briefings", "exchanges", "figures", "indicators", "outlets", "people", "terms", "topics")
)
_FIELDS_OF_TEXTS = frozenset(
    ("briefings", "discrepancies", "figures", "indicators", "outlets", "people", "topics")
)
_OF_ENTRIES = frozenset(("entry", "is-there", "keys", "count", "entries"))
_OF_FIELDS = frozenset(("field", "field-count"))
_GIVEN = "given"
_KEPT = 2000
"""The number of return values kept in the cache of readers."""
_HELD = (Commitment, Discrepancy, Formula, Phrase)
"""Kinds of large objects that many pages read, and that the corpus holds in memory."""


class Readable(Protocol):
    """An object that readers read from, and that records the reads."""

    @property
    def reads(self) -> Reads: ...


class Corpora(Readable, Protocol):
    """The root object that readers read from."""

    def briefing_digest(self, briefing: Briefing) -> bytes | None:
        """Return a digest of a briefing, or None if it cannot be computed without loading the
        texts."""


def reader_of(attribute: str, of_texts: bool = False) -> Callable[[C], C]:
    """Return a decorator that records each call of a function as a read of the current page.

    The key of the read is the function's name and its positional arguments (see `Argument`). Reads
    within the function are not recorded, as the page depends on its return value only. That value
    must consist of plain or frozen objects and must not be modified.

    `attribute` names the attribute of `Lookup` whose method the function is, "" if it takes the
    `Lookup` itself. `of_texts` says that the value depends on `Corpus.digest` and the site alone,
    that is on texts, people, the glossary and the relations between texts, but not on notes, the
    report or earlier publications.
    """

    def decorate(function: C) -> C:
        name = f"{function.__module__.rpartition('.')[2]}.{function.__qualname__}"

        def read(find: Any, *args: Any) -> object:
            return function(getattr(find, attribute) if attribute else find, *args)

        _READERS[name] = read
        if of_texts:
            _OF_TEXTS.add(name)

        @functools.wraps(function)
        def noted(find: Readable, *args: Any) -> Any:
            if find.reads.page is None:
                return function(find, *args)
            with find.reads.note((name, *args)):
                return function(find, *args)

        return cast(C, noted)

    return decorate


reader = reader_of("")
texts_reader = reader_of("", of_texts=True)


def kept(function: C) -> C:
    """Cache the return values of a reader; apply it below `reader`."""

    @functools.wraps(function)
    def kept_or_made(find: Readable, *args: Any) -> Any:
        values, key = find.reads.values, (function.__qualname__, args)
        if key not in values:
            values[key] = function(find, *args)
            if len(values) > _KEPT:
                values.popitem(last=False)
        return values[key]

    return cast(C, kept_or_made)


class Reads:
    """The reads of the page being made, and the digests of all values read."""

    def __init__(self, find: Corpora) -> None:
        self.page: dict[Key, None] | None = None
        self.mappings: dict[str, Mapping[Any, Any]] = {}
        self.objects: dict[str, object] = {}
        self.values: OrderedDict[object, object] = OrderedDict()
        self._find = find
        self._digests: dict[Key, bytes] = {}
        self._before: Mapping[int, bytes] = {}
        self._once = dict.fromkeys((Briefing, *_HELD), self._digest_of_held)
        # An object is kept with its digest, so that no other one can get its id.
        self._held: dict[int, tuple[object, bytes]] = {}
        self.has_news = False
        """Whether something that depends on texts alone was read but was not in the recalled
        digests."""

    def recall(self, before: Mapping[int, bytes]) -> None:
        """Reuse the digests that `of_texts` returned in a build with the same texts and site."""
        self._before = before

    def of_texts(self) -> dict[int, bytes]:
        """Return the digests of reads that depend on texts alone, by key number."""
        return {
            number_of(repr(key)): known for key, known in self._digests.items() if is_of_texts(key)
        }

    @contextmanager
    def of_page(self) -> Iterator[dict[Key, None]]:
        """Record all reads within the block, in order."""
        noted: dict[Key, None] = {}
        self.page = noted
        try:
            yield noted
        finally:
            self.page = None

    @contextmanager
    def note(self, key: Key) -> Iterator[None]:
        """Record one read, and ignore all reads within the block."""
        page, self.page = self.page, None
        if page is not None:
            page[key] = None
        try:
            yield
        finally:
            self.page = page

    def state(self, keys: Sequence[Key] | Mapping[Key, None]) -> str | None:
        """Return the digest of the present values of these reads, in hexadecimal.

        Return None if one of them is no longer possible.
        """
        state = hashlib.blake2b(digest_size=16)
        try:
            for key in keys:
                state.update(self._digest(key))
        except (
            LookupError, TypeError, ValueError, AttributeError, StopIteration, RuntimeError,
        ):  # fmt: skip
            # Something is missing, such as a source that has moved to another briefing (`next`
            # finds nothing, which a generator turns into a RuntimeError), or it is now read
            # differently.
            return None
        return state.hexdigest()

    def given(self, url: str, value: object, of_texts: bool) -> bytes:
        """Return the digest of data that a page is given directly; see `reader_of` for
        `of_texts`."""
        if not of_texts:
            return digest(value, self._once)
        key = (_GIVEN, url)
        known = self._recalled(key) or digest(value, self._once)
        self._digests[key] = known
        return known

    def _recalled(self, key: Key) -> bytes | None:
        """Return the earlier digest of a read that depends on texts alone, if known."""
        known = self._before.get(number_of(repr(key))) if self._before else None
        self.has_news |= known is None
        return known

    def _digest(self, key: Key) -> bytes:
        known = self._digests.get(key)
        if known is None:
            name, *args = key
            if is_of_texts(key):
                known = self._recalled(key)
            known = known or digest(_READERS[cast(str, name)](self._find, *args), self._once)
            self._digests[key] = known
        return known

    def _digest_of_held(self, value: Any) -> bytes:
        """Return the digest of an object that is contained in several values read."""
        if id(value) not in self._held:
            known = self._find.briefing_digest(value) if isinstance(value, Briefing) else None
            self._held[id(value)] = value, known or digest_of_fields(value, self._once)
        return self._held[id(value)][1]


def is_of_texts(key: Key) -> bool:
    """Return whether a read depends on `Corpus.digest` and the site alone."""
    kind = key[0]
    if kind in _OF_ENTRIES:
        return key[1] in _ENTRIES_OF_TEXTS
    if kind in _OF_FIELDS:
        return key[1] == "corpus.relations" or (key[1] == "corpus" and key[2] in _FIELDS_OF_TEXTS)
    return kind in _OF_TEXTS or kind == _GIVEN


class NotedMapping(Mapping[K, V]):
    """A mapping that records reads: of an entry, of a membership test, or of all entries."""

    def __init__(self, reads: Reads, name: str, entries: Mapping[K, V]) -> None:
        self._reads = reads
        self._name = name
        self._entries = entries
        reads.mappings[name] = entries

    def _note(self, action: str, *args: Any) -> None:
        if self._reads.page is not None:
            self._reads.page[action, self._name, *args] = None

    def __getitem__(self, key: K) -> V:
        self._note("entry", key)
        return self._entries[key]

    def get(self, key: K, default: Any = None) -> Any:
        self._note("entry", key)
        return self._entries.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note("is-there", key)
        return key in self._entries

    def __iter__(self) -> Iterator[K]:
        self._note("keys")
        return iter(self._entries)

    def __reversed__(self) -> Iterator[K]:
        self._note("keys")
        return reversed(list(self._entries))

    def __len__(self) -> int:
        self._note("count")
        return len(self._entries)

    def values(self) -> ValuesView[V]:
        self._note("entries")
        return self._entries.values()

    def items(self) -> ItemsView[K, V]:
        self._note("entries")
        return self._entries.items()


class NotedSequence(Sequence[V]):
    """A field with many entries, which records whether they are only counted or also read."""

    def __init__(self, reads: Reads, name: str, field: str, entries: Sequence[V]) -> None:
        self._reads = reads
        self._key = (name, field)
        self._entries = entries

    def _note(self, action: str) -> None:
        if self._reads.page is not None:
            self._reads.page[(action, *self._key)] = None

    def __len__(self) -> int:
        self._note("field-count")
        return len(self._entries)

    def __iter__(self) -> Iterator[V]:
        self._note("field")
        return iter(self._entries)

    def __getitem__(self, n: Any) -> Any:
        self._note("field")
        return self._entries[n]


class NotedFields:
    """A proxy that records which fields of an object are read; fields in `inner` get their own
    proxies."""

    def __init__(self, reads: Reads, name: str, shown: object, inner: Sequence[str] = ()) -> None:
        self._reads = reads
        self._name = name
        self._shown = shown
        self._inner = {
            field: NotedFields(reads, f"{name}.{field}", getattr(shown, field)) for field in inner
        }
        reads.objects[name] = shown

    def __getattr__(self, field: str) -> Any:
        if field in self._inner:
            return self._inner[field]
        value = getattr(self._shown, field)
        if isinstance(value, Sequence) and not isinstance(value, str):
            return NotedSequence(self._reads, self._name, field, value)
        if self._reads.page is not None:
            self._reads.page["field", self._name, field] = None
        return value


_READERS["entry"] = lambda find, name, key: find.reads.mappings[name].get(key)
_READERS["is-there"] = lambda find, name, key: key in find.reads.mappings[name]
_READERS["keys"] = lambda find, name: tuple(find.reads.mappings[name])
_READERS["count"] = lambda find, name: len(find.reads.mappings[name])
_READERS["entries"] = lambda find, name: find.reads.mappings[name]
_READERS["field-count"] = lambda find, name, field: len(getattr(find.reads.objects[name], field))
_READERS["field"] = lambda find, name, field: getattr(find.reads.objects[name], field)
