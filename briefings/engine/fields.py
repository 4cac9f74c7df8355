"""Read the fields of dataclasses fast: all values of an object at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

Values = Callable[[Any], tuple[Any, ...]]


@cache
def names_of(kind: Any) -> tuple[str, ...]:
    """The names of the fields of a dataclass, in order."""
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def values_of(kind: Any) -> Values:
    """A function that returns the values of the fields of an object of a dataclass, in order."""
    names = names_of(kind)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda item: tuple(getattr(item, name) for name in names)
