"""Packs a folder into a reproducible zip: the same files give the same bytes, anywhere and at any
time.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from briefings.engine.zips import entry


def pack(folder: Path, names: Iterable[str], top: str, archive: Path) -> None:
    """Packs the named files of a folder under `top`, sorted; the archive is written completely or
    not at all.

    Owners, permissions, dates and the order of directory entries have no influence. Compression is
    done by zlib: another version may give other bytes for the same files, but the checksums of the
    files do not change.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    fresh = archive.with_name(f".{archive.name}.new")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(names):
            packing = entry(f"{top}/{name}")
            packing.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, packed.open(packing, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)
    fresh.replace(archive)
