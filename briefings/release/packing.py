"""Packs a corpus into a release: its parts, the files that describe them, and the archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefings import __version__, ids, urls
from briefings.dating import newest_day
from briefings.engine.files import write_whole
from briefings.problems import Problems, shown
from briefings.sums import SUMS

from . import archive, changes, changes_text, describing
from .describing import CHANGES, CHANGES_DATA, ReleaseFacts
from .manifest import MANIFEST, File, by_path, content_digest, file_of, files_in, manifest, sums
from .parts import PARTS, Material, Part
from .previous import Previous
from .version import Version, following


@dataclass(frozen=True, slots=True)
class PackingOptions:
    """A maintainer's choices for a release; None leaves a choice to the program.

    `day` is ISO; `before` is the previous release, read from `before_at`.
    """

    target: Path
    version: Version | None = None
    day: str | None = None
    before: Previous | None = None
    before_at: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A finished release: its files in the target folder, the archive first.

    `again` says that it equals the previous release byte for byte, because nothing has changed.
    """

    version: Version
    files: tuple[Path, ...]
    again: bool


def name_of(title: str) -> str:
    """The name of all releases of a site with this title, without a version."""
    return ids.slug(title)


def write_parts(material: Material, folder: Path, parts: Iterable[Part] = PARTS) -> None:
    """Writes every part into an empty folder."""
    for part in parts:
        path = folder / part.path
        (path if part.path.endswith("/") else path.parent).mkdir(parents=True, exist_ok=True)
        part.write(material, path)


def finish(
    material: Material, folder: Path, wanted: PackingOptions, problems: Problems
) -> Release | None:
    """Describes the parts in `folder` and packs everything into the target.

    Returns None if that is impossible, which is reported.
    """
    content = files_in(folder)
    descriptions_before = _as_before(material, content, wanted)
    if descriptions_before is not None and wanted.before is not None:
        version, texts = wanted.before.version, descriptions_before
    else:
        day = wanted.day or newest_day(material.corpus)
        new_version = _version(wanted, day, problems)
        compared = _compare(folder, content, wanted, problems)
        if new_version is None or compared is None:
            return None
        version = new_version
        texts_of_changes = {
            CHANGES: changes_text.as_markdown(compared, version, material.site.url),
            CHANGES_DATA: changes.as_json(compared, version),
        }
        texts = _described(material, content, version, version.day(day), texts_of_changes)
    for path, text in texts.items():
        write_whole(folder / path, text)
    name = f"{name_of(material.site.name)}-{version}"
    packed, beside = wanted.target / f"{name}.zip", wanted.target / f"{name}.{CHANGES}"
    stood = file_of(wanted.target, packed) if packed.is_file() else None
    archive.pack(folder, [*(file.path for file in content), *texts], name, packed)
    if stood and stood != file_of(wanted.target, packed):
        problems.warning(
            "same-version", shown(packed),
            f"replaced another archive of version {version}",
            "if that one was published, fetch it and name it with --previous",
        )  # fmt: skip
    write_whole(beside, texts[CHANGES])
    listed = sums(file_of(wanted.target, path) for path in (beside, packed))
    write_whole(wanted.target / SUMS, listed)
    return Release(version, (packed, beside, wanted.target / SUMS), descriptions_before is not None)


def _as_before(
    material: Material, content: list[File], wanted: PackingOptions
) -> Mapping[str, str] | None:
    """The descriptions in the previous release, if the content of this one is identical."""
    before = wanted.before
    if (
        before is None
        or wanted.version not in (None, before.version)
        or not {CHANGES, CHANGES_DATA} <= before.files.keys()
    ):
        return None
    texts_of_changes = {name: before.read(name).decode() for name in (CHANGES, CHANGES_DATA)}
    texts = _described(material, content, before.version, before.day, texts_of_changes)
    return texts if texts[MANIFEST].encode() == before.manifest else None


def _version(wanted: PackingOptions, day: str | None, problems: Problems) -> Version | None:
    before = wanted.before.version if wanted.before else None
    if wanted.version is None and day is None:
        problems.error(
            "no-day", "release", "nothing in these texts is dated, so there is no version",
            "set one: --version 2026.11.1, or --date 2026-11-26",
        )  # fmt: skip
        return None
    version = wanted.version or following(day or "", before)
    if before and version <= before:
        problems.error(
            "previous-release", wanted.before_at,
            f"is version {before}, and what has changed since cannot be version {version}",
            "give a later one, or omit --version",
        )  # fmt: skip
        return None
    return version


def _compare(
    folder: Path, content: list[File], wanted: PackingOptions, problems: Problems
) -> changes.Changes | None:
    def now(path: str) -> bytes:
        return (folder / urls.data_url(path)).read_bytes()

    before = wanted.before
    if before is None:
        return changes.compare(now, None)
    compared = changes.compare(now, before.data, before.version)
    if compared is None:
        problems.error(
            "previous-release", wanted.before_at,
            "contains data in a format that this program does not write",
            "rebuild it with this program from its tag",
        )  # fmt: skip
        return None
    return compared.with_files(
        {path: sum_ for path, sum_ in before.files.items() if path not in describing.PATHS},
        {file.path: file.sha256 for file in content},
    )


def _described(
    material: Material,
    content: list[File],
    version: Version,
    day: str | None,
    texts_of_changes: Mapping[str, str],
) -> dict[str, str]:
    """The files that describe a release, by path; `told` are the texts about what changed."""
    site = material.site
    facts = ReleaseFacts(site.name, site.description, version, day, site.url, site.repository)
    texts = {
        **texts_of_changes,
        describing.README: describing.readme(facts, PARTS),
        describing.CITATION: describing.citation(facts),
    }
    head = {
        "name": name_of(site.name),
        "title": site.name,
        "version": str(version),
        "date": day,
        "url": site.url or None,
        "made_with": f"briefings {__version__}",
        "content_sha256": content_digest(content),
    }
    parts = [*((part.path, part.about) for part in PARTS), *describing.ABOUT.items()]
    files = by_path([*content, *(File.of_text(*text) for text in texts.items())])
    texts[MANIFEST] = manifest(head, parts, files)
    texts[SUMS] = sums([*files, File.of_text(MANIFEST, texts[MANIFEST])])
    return texts
