"""One zip of a folder: the same files give the same bytes, wherever and whenever it is made."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

from briefings.engine.zips import entry


def pack(folder: Path, names: Iterable[str], top: str, archive: Path) -> None:
    """Packs the named files of a folder under `top`, sorted; the archive is there whole or not.

    Owner, rights, dates and the order in which a folder is read leave no trace.  zlib compresses:
    another version of it may give other bytes for the same files, whose sums stay.
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
