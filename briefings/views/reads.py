"""What a page reads of the corpus, noted while it is made, so that it need not be made again.

A page is a function of what it reads, and `Lookup` is all that it can read from.  Each read has a
key: the name of a reader and its arguments.  The digest over what all of them return is the page's
state: where a later build finds the same state for the same keys, it would make the same page.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import marshal
from collections import OrderedDict
from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from contextlib import contextmanager
from operator import attrgetter
from typing import Any, Protocol, TypeVar, cast

from briefings.engine.keys import number_of

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
"""How many values of readers are kept at a time."""
_ATOMS = frozenset((str, int, float, bool, type(None)))
_FIELDS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


class Readable(Protocol):
    """What readers read from: it notes what they are asked for."""

    @property
    def reads(self) -> Reads: ...


class Corpora(Readable, Protocol):
    """What all is read from in the end."""

    def briefing_digest(self, slug: str) -> bytes | None:
        """A digest of a briefing, where one is known without looking at its texts."""


def reader_of(attribute: str, of_texts: bool = False) -> Callable[[C], C]:
    """Has each call of a function noted, by its name and arguments, as a read of the page.

    What the function itself reads is not noted: the page depends on what is returned only.
    Arguments are ids and the like (see `Argument`), given by position; what is returned is plain
    or frozen, and nobody changes it.  `attribute` of `Lookup` is the object whose method it is, ""
    where it takes `Lookup` itself.  `of_texts` says that it depends on `Corpus.digest` and the
    site alone: on texts, people, the glossary and what relates texts, not on notes, the report or
    what was published before.
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
    """Keeps what a reader returned last; stands below `reader`."""

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
    """The reads of the page that is being made, and the digests of all that was asked for."""

    def __init__(self, find: Corpora) -> None:
        self.page: dict[Key, None] | None = None
        self.mappings: dict[str, Mapping[Any, Any]] = {}
        self.objects: dict[str, object] = {}
        self.values: OrderedDict[object, object] = OrderedDict()
        self._find = find
        self._digests: dict[Key, bytes] = {}
        self._before: Mapping[int, bytes] = {}
        self.has_news = False
        """Whether something that depends on texts alone was read that was not recalled."""

    def recall(self, before: Mapping[int, bytes]) -> None:
        """Takes what `of_texts` gave in a build of the same texts and site for what it would be."""
        self._before = before

    def of_texts(self) -> dict[int, bytes]:
        """The digests of what was read and depends on the texts alone, by numbers of the keys."""
        return {
            number_of(repr(key)): known for key, known in self._digests.items() if is_of_texts(key)
        }

    @contextmanager
    def of_page(self) -> Iterator[dict[Key, None]]:
        """Notes all reads of the block, in their order."""
        noted: dict[Key, None] = {}
        self.page = noted
        try:
            yield noted
        finally:
            self.page = None

    @contextmanager
    def note(self, key: Key) -> Iterator[None]:
        """Notes one read, and none that is made within the block."""
        page, self.page = self.page, None
        if page is not None:
            page[key] = None
        try:
            yield
        finally:
            self.page = page

    def state(self, keys: Sequence[Key] | Mapping[Key, None]) -> str | None:
        """The digest over all that these reads return now; None where one returns nothing more."""
        made = hashlib.blake2b(digest_size=16)
        try:
            for key in keys:
                made.update(self._digest(key))
        except (
            LookupError, TypeError, ValueError, AttributeError, StopIteration, RuntimeError,
        ):  # fmt: skip
            # What was read is no longer there (a source that another briefing has now, say: `next`
            # finds none, within a generator as a RuntimeError), or is read in another way.
            return None
        return made.hexdigest()

    def given(self, url: str, value: object, of_texts: bool) -> bytes:
        """The digest of what a page is given besides; `of_texts` as for `reader_of`."""
        if not of_texts:
            return digest(value)
        key = (_GIVEN, url)
        known = self._recalled(key) or digest(value)
        self._digests[key] = known
        return known

    def _recalled(self, key: Key) -> bytes | None:
        """What a read that depends on texts alone gave before."""
        known = self._before.get(number_of(repr(key))) if self._before else None
        self.has_news |= known is None
        return known

    def _digest(self, key: Key) -> bytes:
        known = self._digests.get(key)
        if known is None:
            name, *args = key
            if is_of_texts(key):
                known = self._recalled(key)
            if known is None and name == "entry" and args[0] == "briefings":
                known = self._find.briefing_digest(cast(str, args[1]))
            known = known or digest(_READERS[cast(str, name)](self._find, *args))
            self._digests[key] = known
        return known


def is_of_texts(key: Key) -> bool:
    """Whether a read depends on `Corpus.digest` and the site alone."""
    kind = key[0]
    if kind in _OF_ENTRIES:
        return key[1] in _ENTRIES_OF_TEXTS
    if kind in _OF_FIELDS:
        return key[1] == "corpus.relations" or (key[1] == "corpus" and key[2] in _FIELDS_OF_TEXTS)
    return kind in _OF_TEXTS or kind == _GIVEN


class NotedMapping(Mapping[K, V]):
    """A mapping that notes what is asked of it: an entry, whether there is one, or all of them."""

    def __init__(self, reads: Reads, name: str, entries: Mapping[K, V]) -> None:
        self._reads = reads
        self._name = name
        self._entries = entries
        reads.mappings[name] = entries

    def _note(self, what: str, *args: Any) -> None:
        if self._reads.page is not None:
            self._reads.page[what, self._name, *args] = None

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
    """A field with many entries that notes whether they are only counted, or looked at."""

    def __init__(self, reads: Reads, name: str, field: str, entries: Sequence[V]) -> None:
        self._reads = reads
        self._key = (name, field)
        self._entries = entries

    def _note(self, what: str) -> None:
        if self._reads.page is not None:
            self._reads.page[(what, *self._key)] = None

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
    """An object that notes which of its fields are read; fields named `inner` do so themselves."""

    def __init__(self, reads: Reads, name: str, shown: object, inner: Sequence[str] = ()) -> None:
        self._reads = reads
        self._name = name
        self._shown = shown
        self._inner = {
            one: NotedFields(reads, f"{name}.{one}", getattr(shown, one)) for one in inner
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


def digest(value: object) -> bytes:
    """A digest of a value by what it holds: the same in every process and on every machine."""
    # Version 2 writes no references, so that it does not matter which values are one object.
    return hashlib.blake2b(marshal.dumps(_plain(value), 2), digest_size=16).digest()


def _plain(value: Any) -> Any:
    """The value as tuples of text and numbers."""
    kind = value.__class__
    if kind in _ATOMS:
        return value
    if kind is tuple or kind is list:
        return tuple([one if one.__class__ in _ATOMS else _plain(one) for one in value])
    fields = _FIELDS.get(kind)
    if fields is not None:
        values = [one if one.__class__ in _ATOMS else _plain(one) for one in fields(value)]
        return (kind.__name__, *values)
    if kind is dict:
        return tuple(
            [
                (_plain(key), one if one.__class__ in _ATOMS else _plain(one))
                for key, one in value.items()
            ]
        )
    if isinstance(value, Mapping):
        return tuple((_plain(key), _plain(value[key])) for key in value)
    if dataclasses.is_dataclass(value):
        names = [one.name for one in dataclasses.fields(value)]
        many = attrgetter(*names)
        _FIELDS[kind] = many if len(names) > 1 else lambda one: (many(one),)
        return _plain(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, frozenset | set):
        return tuple(sorted(map(_plain, value)))
    if isinstance(value, Sequence):
        return tuple(map(_plain, value))
    raise TypeError(f"a page may not read a {kind.__name__}")
