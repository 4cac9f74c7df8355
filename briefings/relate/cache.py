"""Caches of computed values, with keys that identify their input."""

from __future__ import annotations

from typing import Any, Protocol


class Cache(Protocol):
    """Keeps values between builds; it may drop any of them at any time."""

    def get(self, key: str) -> Any:
        """Return the value stored under a key, or None."""

    def put(self, key: str, value: object) -> None:
        """Store a picklable value under a key, replacing any earlier one."""
