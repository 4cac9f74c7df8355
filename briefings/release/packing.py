"""From a corpus to one release: its parts, what describes them, and the archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefings import anchors
from briefings.engine.files import write_whole
from briefings.sums import SUMS

from . import archive, manifest
from .dating import newest_day
from .parts import PARTS, Material, Part
from .version import Version, following


@dataclass(frozen=True, slots=True)
class Release:
    """A release that was made: its version, and the files that stand in the target folder."""

    version: Version
    files: tuple[Path, ...]


def write_parts(material: Material, folder: Path, parts: Iterable[Part] = PARTS) -> None:
    """Writes every part into a folder that is empty."""
    for part in parts:
        path = folder / part.path
        (path if part.path.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        part.write(material, path)


def finish(
    material: Material, folder: Path, target: Path, version: Version | None, day: str | None
) -> Release:
    """Describes the parts in `folder`, and packs it all into `target`."""
    content = manifest.files_in(folder)
    version = version or following(day or newest_day(material.corpus), None)
    name = f"{anchors.slug(material.site.name)}-{version}"
    head = {
        "name": anchors.slug(material.site.name),
        "title": material.site.name,
        "version": str(version),
        "url": material.site.url or None,
        "content_sha256": manifest.content_digest(content),
    }
    about = [(part.path, part.about) for part in PARTS]
    text = manifest.manifest(head, about, content)
    write_whole(folder / manifest.MANIFEST, text)
    files = manifest.files_in(folder)
    write_whole(folder / SUMS, manifest.sums(files))
    packed = target / f"{name}.zip"
    archive.pack(folder, [*(one.path for one in files), SUMS], name, packed)
    beside = target / SUMS
    write_whole(beside, f"{archive.sum_of(packed)}  {packed.name}\n")
    return Release(version, (packed, beside))
