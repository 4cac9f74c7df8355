"""What was worked out before, by a key that says of what."""

from __future__ import annotations

from typing import Any, Protocol


class Cache(Protocol):
    """Keeps values between builds.  It may forget any of them at any time."""

    def get(self, key: str) -> Any:
        """The value that was put under a key, None where there is none."""

    def put(self, key: str, value: object) -> None:
        """Keeps a value, which can be pickled, in place of what the key had before."""


class Memory:
    """A cache for as long as the program runs."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def get(self, key: str) -> Any:
        return self.values.get(key)

    def put(self, key: str, value: object) -> None:
        self.values[key] = value
