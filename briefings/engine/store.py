"""Results on disk, each under the key of what it was made of.

An entry is a file: the hash of what follows, then the result, compressed and pickled.  It is
written beside its place and renamed into it, so that a reader meets a whole entry or none; one that
is damaged counts as missing and is made anew.  The folder is ours alone (`.build/`): nothing
that somebody else wrote is ever unpickled.
"""

from __future__ import annotations

import dataclasses
import io
import json
import os
import pickle
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from ..isolation import RULE
from ..problems import Problem, Problems
from .keys import digest_of

T = TypeVar("T")
_DIGEST_LENGTH = 64
# Fast, and half the bytes: entries are written once and read in most builds.
_LEVEL = 1
_KEPT_FOR = 50
KEPT = "kept"
"""The folder of a store, among what builds of a corpus keep."""
_AGES = "ages.json"


class MissingError(KeyError):
    """There is no entry under this key, or none that is whole."""


class Store:
    """Entries by key below a folder; without a folder, in memory, for one run.

    Several processes may read and write at once: whoever makes an entry makes an equal result.  Its
    bytes may differ: pickle writes an object once for each time that it is not the same object, and
    which equal texts are one object depends on what a process did before.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._held: dict[str, bytes] = {}
        self._used: set[str] = set()

    def is_sound(self, key: str) -> bool:
        """Whether there is a whole entry under a key."""
        return self._packed(key) is not None

    def payload(self, key: str) -> bytes:
        """The pickled result under a key.

        Raises:
            MissingError: where there is none, or a damaged one.
        """
        packed = self._packed(key)
        if packed is None:
            raise MissingError(key)
        return zlib.decompress(packed)

    def _packed(self, key: str) -> bytes | None:
        self._used.add(key)
        entry = self._held.get(key) if self._folder is None else self._read(key)
        if entry is None:
            return None
        packed = entry[_DIGEST_LENGTH:]
        return packed if digest_of(packed).encode() == entry[:_DIGEST_LENGTH] else None

    def get(self, key: str) -> Any:
        """The result under a key.

        Raises:
            MissingError: where there is none, or a damaged one.
        """
        return restore(self.payload(key))

    def put_payload(self, key: str, payload: bytes) -> None:
        """Keeps a pickled result; where the disk does not take it, it is made again next time."""
        self._used.add(key)
        packed = zlib.compress(payload, _LEVEL)
        entry = digest_of(packed).encode() + packed
        if self._folder is None:
            self._held[key] = entry
            return
        path = self._path(key)
        fresh = path.with_name(f".{path.name}.{os.getpid()}")
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(entry)
        fresh.replace(path)

    def put(self, key: str, result: object) -> None:
        """Keeps a result."""
        self.put_payload(key, dump(result))

    def made_once(self, key: str, make: Callable[[Problems], T], problems: Problems) -> T:
        """The result of `make`, kept with the problems that it told; both are told again.

        A result that an unforeseen exception had a part in is not kept: the next run may fare
        better, and a mistake of the program should not outlive it.
        """
        with suppress(MissingError):
            result, found = self.get(key)
            problems.extend(found)
            kept: T = result
            return kept
        own = Problems()
        made = make(own)
        problems.extend(own)
        if not failed(own):
            self.put(key, (made, tuple(own)))
        return made

    def prune(self, builds: int = _KEPT_FOR) -> None:
        """Deletes every entry that so many prunings have found unused, this one included.

        A result may wait for its turn: what relates texts is not asked for while only notes change.
        """
        if self._folder is None:
            return
        path, before = self._folder / _AGES, {}
        with suppress(OSError, ValueError):
            before = json.loads(path.read_text("utf-8"))
        ages = {}
        for entry in self._folder.glob("*/*"):
            age = 0 if entry.name in self._used else before.get(entry.name, 0) + 1
            if age >= builds:
                with suppress(OSError):
                    entry.unlink()
            elif age:
                ages[entry.name] = age
        with suppress(OSError):
            path.write_text(json.dumps(ages), "utf-8")

    def _path(self, key: str) -> Path:
        assert self._folder is not None  # noqa: S101 - for the type checker
        return self._folder / key[:2] / key

    def _read(self, key: str) -> bytes | None:
        try:
            return self._path(key).read_bytes()
        except OSError:
            return None


def dump(result: object) -> bytes:
    """A result as the store keeps it."""
    packed = io.BytesIO()
    _Pickler(packed, protocol=5).dump(result)
    return packed.getvalue()


class _Pickler(pickle.Pickler):
    """Packs a dataclass as a call with the values of its fields.

    What Python does by itself for those that are frozen and have slots goes through the list of
    fields for each object, and takes three times as long to read.
    """

    def reducer_override(self, obj: object) -> Any:
        kind: type[Any] = type(obj)
        if kind not in _FIELDS:
            names = [one.name for one in dataclasses.fields(kind)] if is_dataclass(kind) else None
            _FIELDS[kind] = names
        names = _FIELDS[kind]
        if names is None:
            return NotImplemented
        return kind, tuple(getattr(obj, name) for name in names)


_FIELDS: dict[type[Any], list[str] | None] = {}


def restore(payload: bytes) -> Any:
    """A result that `dump` packed; only for what this program packed itself."""
    return pickle.loads(payload)  # noqa: S301 - our own folder and processes, see above


def failed(problems: Problems | tuple[Problem, ...]) -> bool:
    """Whether an exception that no stage foresaw is among the problems."""
    return any(problem.rule == RULE for problem in problems)
