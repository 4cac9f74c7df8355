"""Digest values by their contents, the same in every process and on every machine."""

from __future__ import annotations

import dataclasses
import hashlib
import marshal
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from briefings.engine.fields import Values, values_of

Once = Mapping[type, Callable[[Any], bytes]]
"""For kinds of objects that are in many values: a function that returns their own digest."""

_ATOMS = frozenset((str, int, float, bool, type(None)))
_FIELDS: dict[type, Values] = {}
_NONE: Once = MappingProxyType({})


def digest(value: object, once: Once = _NONE) -> bytes:
    """Return a digest of a value; objects of the kinds in `once` count by their own digests."""
    # Version 2 of marshal writes no references, so object identity does not affect the digest.
    return hashlib.blake2b(marshal.dumps(_plain(value, once), 2), digest_size=16).digest()


def digest_of_fields(value: Any, once: Once) -> bytes:
    """Return a digest of a dataclass, even if its kind is in `once`."""
    return digest((value.__class__.__name__, *values_of(value.__class__)(value)), once)


def _plain(value: Any, once: Once) -> Any:
    """Convert a value to nested tuples of strings and numbers.

    Raise TypeError for unsupported types.
    """
    kind = value.__class__
    if kind in _ATOMS:
        return value
    if kind is tuple or kind is list:
        return tuple([item if item.__class__ in _ATOMS else _plain(item, once) for item in value])
    if kind in once:
        return once[kind](value)
    fields = _FIELDS.get(kind)
    if fields is not None:
        values = [
            field if field.__class__ in _ATOMS else _plain(field, once) for field in fields(value)
        ]
        return (kind.__name__, *values)
    if kind is dict:
        return tuple(
            [
                (_plain(key, once), item if item.__class__ in _ATOMS else _plain(item, once))
                for key, item in value.items()
            ]
        )
    if isinstance(value, Mapping):
        return tuple((_plain(key, once), _plain(value[key], once)) for key in value)
    if dataclasses.is_dataclass(value):
        _FIELDS[kind] = values_of(kind)
        return _plain(value, once)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, frozenset | set):
        return tuple(sorted(_plain(item, once) for item in value))
    if isinstance(value, Sequence):
        return tuple(_plain(item, once) for item in value)
    raise TypeError(f"a page may not read a {kind.__name__}")
