"""Results on disk, each under a key of its inputs.

An entry is a file: a hash, then the compressed, pickled result. It is written to a temporary file
and renamed, so that a reader sees a complete entry or none; a damaged entry counts as missing and
is made again. The folder (`.build/`) is private: data written by others is never unpickled.
"""

from __future__ import annotations

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
from .fields import Values, values_of
from .keys import digest_of

T = TypeVar("T")
_DIGEST_LENGTH = 64
# Fast, and halves the size: entries are written once and read in most builds.
_LEVEL = 1
_KEPT_FOR = 50
KEPT = "kept"
"""The folder of a store, among what builds of a corpus keep."""
_AGES = "ages.json"


class MissingError(KeyError):
    """There is no valid entry under this key."""


class Store:
    """Entries by key in a folder; without a folder, in memory for one run.

    Several processes may read and write at the same time: equal keys have equal results. The bytes
    may differ, because pickle writes equal texts once or several times depending on whether they
    are the same object.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._held: dict[str, bytes] = {}
        self._used: set[str] = set()

    def is_sound(self, key: str) -> bool:
        """Whether there is a valid entry under a key."""
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
        """Stores a pickled result; if the disk is full, it is made again next time."""
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
        """Stores a result."""
        self.put_payload(key, dump(result))

    def cached(self, key: str, make: Callable[[Problems], T], problems: Problems) -> T:
        """The result of `make`, stored with the problems it reported, which are reported again.

        A result affected by an unforeseen exception is not stored: the next run may succeed, and a
        bug should not outlive its fix.
        """
        with suppress(MissingError):
            stored, reported = self.get(key)
            problems.extend(reported)
            result: T = stored
            return result
        reporting = Problems()
        result = make(reporting)
        problems.extend(reporting)
        if not failed(reporting):
            self.put(key, (result, tuple(reporting)))
        return result

    def prune(self, builds: int = _KEPT_FOR) -> None:
        """Deletes every entry unused for this many prunings, including this one.

        A result may be unused for some builds: relations are not computed while only notes change.
        """
        if self._folder is None:
            return
        path, earlier = self._folder / _AGES, {}
        with suppress(OSError, ValueError):
            earlier = json.loads(path.read_text("utf-8"))
        ages = {}
        for entry in self._folder.glob("*/*"):
            age = 0 if entry.name in self._used else earlier.get(entry.name, 0) + 1
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
    """A result in the format of the store."""
    packed = io.BytesIO()
    _Pickler(packed, protocol=5).dump(result)
    return packed.getvalue()


class _Pickler(pickle.Pickler):
    """Pickles a dataclass as a call with the values of its fields.

    Python's default for frozen dataclasses with slots iterates over the fields of each object,
    which takes three times as long to read.
    """

    def reducer_override(self, obj: object) -> Any:
        kind: type[Any] = type(obj)
        if kind not in _FIELDS:
            _FIELDS[kind] = values_of(kind) if is_dataclass(kind) else None
        values = _FIELDS[kind]
        return NotImplemented if values is None else (kind, values(obj))


_FIELDS: dict[type[Any], Values | None] = {}


def restore(payload: bytes) -> Any:
    """Unpickles a result of `dump`; use it only for data that this program wrote."""
    return pickle.loads(payload)  # noqa: S301 - our own folder and processes, see above


def failed(problems: Problems | tuple[Problem, ...]) -> bool:
    """Whether the problems include an exception that no stage had foreseen."""
    return any(problem.rule == RULE for problem in problems)
