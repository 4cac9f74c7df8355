"""Cache keys: a hash over everything that a result depends on."""

from __future__ import annotations

import functools
import hashlib
import sys
from pathlib import Path

from briefings import interface

_PACKAGE = Path(__file__).resolve().parent.parent


def key_of(*parts: object) -> str:
    """A hash over the parts, the version of the code and Python's version.

    Parts are compared by `repr`: plain values, tuples and frozen dataclasses of them. Sets are
    refused because they have no order.

    >>> key_of("a", 1) == key_of("a", 1), key_of("a", 1) == key_of("a", "1")
    (True, False)
    """
    digest = hashlib.sha256(code_version().encode())
    for part in parts:
        if isinstance(part, set | frozenset):
            raise TypeError("a set has no order: sort it before it becomes part of a key")
        text = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        digest.update(len(text).to_bytes(8, "big") + text)
    return digest.hexdigest()


def digest_of(payload: bytes) -> str:
    """The SHA-256 checksum of bytes, in hexadecimal."""
    return hashlib.sha256(payload).hexdigest()


def number_of(text: str) -> int:
    """A 64-bit number for a text, the same in every process."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


def code_version() -> str:
    """A hash over our own modules and data files, the words of the interface, Python's version and
    the versions of installed packages.
    """
    return hashlib.sha256(f"{_code_version()} {interface.digest()}".encode()).hexdigest()


@functools.cache
def program_sum() -> str:
    """The SHA-256 checksum of our own modules and data files.

    It is the same for every version of Python, and for an installed package and a checkout.
    """
    digest = hashlib.sha256()
    for path in sorted((*_PACKAGE.rglob("*.py"), *_PACKAGE.rglob("*.json"))):
        if path.is_relative_to(_PACKAGE / "site_files"):
            continue
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@functools.cache
def _code_version() -> str:
    digest = hashlib.sha256(sys.version.encode())
    digest.update(program_sum().encode())
    for folder in sorted({Path(entry) for entry in sys.path if entry.endswith("site-packages")}):
        for name in sorted(path.name for path in folder.glob("*.dist-info")):
            digest.update(name.encode() + b"\0")
    return digest.hexdigest()
