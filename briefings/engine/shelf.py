"""Texts that are loaded on access and may be dropped from memory afterwards.

To the stages a `Shelved` is an ordinary sequence. While anything refers to a record, everyone gets
the same object; the most recently used ones are kept.
"""

from __future__ import annotations

import weakref
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
R = TypeVar("R")
K = TypeVar("K")

KEPT = 128
"""So many records stay in memory: some 1.5 MB each, and a build of fewer loads each one once."""


class Shelf(Generic[R]):
    """Records by key, loaded by `load`; keeps the `kept` most recently used ones."""

    def __init__(self, load: Callable[[str], R], kept: int = KEPT) -> None:
        self._load = load
        self._kept = kept
        self._recent: OrderedDict[str, R] = OrderedDict()
        self._alive: weakref.WeakValueDictionary[str, Any] = weakref.WeakValueDictionary()

    def __getitem__(self, key: str) -> R:
        record: R | None = self._recent.get(key)
        if record is None:
            record = self._alive.get(key)
        if record is None:
            record = self._load(key)
            self._alive[key] = record
        self._recent[key] = record
        self._recent.move_to_end(key)
        if len(self._recent) > self._kept:
            self._recent.popitem(last=False)
        return record


class Shelved(Sequence[T], Generic[T]):
    """A sequence stored in a record of a shelf; its length is known without loading the record."""

    __slots__ = ("_key", "_length", "_pick", "_shelf")

    def __init__(
        self, shelf: Shelf[R], key: str, length: int, pick: Callable[[R], Sequence[T]]
    ) -> None:
        self._shelf: Shelf[Any] = shelf
        self._key = key
        self._length = length
        self._pick: Callable[[Any], Sequence[T]] = pick

    def __len__(self) -> int:
        return self._length

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[list[T]]]:
        """Pickles the items, since another process has no shelf."""
        return tuple, (list(self),)

    def __iter__(self) -> Iterator[T]:
        return iter(self._pick(self._shelf[self._key]))

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._pick(self._shelf[self._key])[index]


class Chained(Sequence[T], Generic[T]):
    """Several sequences presented as one."""

    __slots__ = ("_ends", "_length", "_parts")

    def __init__(self, parts: Sequence[Sequence[T]]) -> None:
        self._parts = parts
        self._ends = list(accumulate(map(len, parts)))
        self._length = self._ends[-1] if self._ends else 0

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        for part in self._parts:
            if part:
                yield from part

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(islice(iter(self), *index.indices(self._length)))
        n = index + self._length if index < 0 else index
        if not 0 <= n < self._length:
            raise IndexError(index)
        part = bisect_right(self._ends, n)
        return self._parts[part][n - (self._ends[part - 1] if part else 0)]


class Joined(Mapping[tuple[str, K], T], Generic[K, T]):
    """Mappings of several records presented as one, by (the record's name, the key in it)."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, Callable[[], Mapping[K, T]]]) -> None:
        self._parts = parts

    def __getitem__(self, key: tuple[str, K]) -> T:
        return self._parts[key[0]]()[key[1]]

    def __iter__(self) -> Iterator[tuple[str, K]]:
        for name, part in self._parts.items():
            for key in part():
                yield name, key

    def __len__(self) -> int:
        return sum(len(part()) for part in self._parts.values())
