"""Zip entries that are the same wherever and whenever they are written."""

from __future__ import annotations

import stat
import zipfile

# The earliest date that the format allows, used as no date.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = (stat.S_IFREG | 0o644) << 16


def entry(name: str, kind: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """An entry without date, owner or operating system; `kind` is the compression method.

    Other versions of zlib may compress the same content to other bytes.
    """
    info = zipfile.ZipInfo(name, _NO_DATE)
    info.compress_type = kind
    info.create_system = _UNIX
    info.external_attr = _MODE
    return info
