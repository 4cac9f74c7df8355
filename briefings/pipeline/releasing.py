"""Makes a release of a corpus: everything published, in one archive."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .. import interface, isolation
from ..binding import not_installed
from ..books import pdf
from ..engine.executing import ExecutorError
from ..engine.keys import code_version
from ..isolation import attempt
from ..problems import Problems, shown
from ..progress import Progress
from ..publish import datafolder
from ..publish.locks import hold
from ..release import packing
from ..release.parts import Material
from ..release.previous import open_previous
from ..release.version import Version
from ..views import Lookup
from .corpus import gather_with, no_executor
from .files import described_site, more_files
from .options import Options

NEEDED = ("pyarrow", "rdflib", "weasyprint")
"""The packages of the group `release` in `pyproject.toml`; a site can be built without them."""


@dataclass(frozen=True, slots=True)
class Releasing:
    """The target of a release, and its version or date (ISO).

    `previous` is the previous release: an archive or its unpacked folder.
    """

    target: Path
    version: Version | None = None
    day: str | None = None
    previous: Path | None = None


def release(
    options: Options, asked: Releasing, problems: Problems, progress: Progress
) -> packing.Release | None:
    """Makes a release, unless there is an error; other files in the target folder are left alone.

    It shares the cache with builds of the site.
    """
    if not _installed(problems):
        return None
    interface.check(problems)
    if problems.errors:
        return None
    if asked.target.exists() and not asked.target.is_dir():
        problems.error("release-folder", shown(asked.target), "is not a folder", "name another one")
        return None
    part = isolation.Part(shown(options.seeds))
    work = partial(_alone, options, asked, problems, progress)
    return attempt(isolation.RELEASE, part, work, None, problems)


def _installed(problems: Problems) -> bool:
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        problems.error(
            "not-installed", "release", f"needs {' and '.join(missing)}, not installed here",
            "type: make release, or install requirements/release.txt",
        )  # fmt: skip
        return False
    try:
        pdf.check()
    except pdf.MissingLibraryError as error:
        not_installed(error, problems)
        return False
    return True


def _alone(
    options: Options, asked: Releasing, problems: Problems, progress: Progress
) -> packing.Release | None:
    waiting = partial(progress.say, "A build of this corpus is running; this one waits for it.")
    try:
        options.work.mkdir(parents=True, exist_ok=True)
        with hold(options.work, waiting):
            return _release(options, asked, problems, progress)
    except OSError as error:
        problems.unwritable(error, asked.target)
    except ExecutorError as error:
        no_executor(error, problems)
    return None


def _release(
    options: Options, asked: Releasing, problems: Problems, progress: Progress
) -> packing.Release | None:
    store = options.store
    gathered = gather_with(options, problems, progress, store)
    corpus = gathered.corpus
    if problems.errors or (options.strict and problems.warnings):
        return None
    site = described_site(corpus, gathered.editorial.site, problems)
    if site is None:
        return None
    previous = None
    if asked.previous is not None:
        with progress.step("Checking the release before"):
            previous = open_previous(asked.previous, packing.name_of(site.name), problems)
        if previous is None:
            return None
    if not site.url:
        progress.say("SITE_URL is not set: links in the release lack the address of the site.")
    find, folder = Lookup(corpus, site), options.work / "data"
    with progress.step("Writing data"):
        datafolder.write(corpus, site, folder, code_version(), more_files(corpus, site, store))
    material = Material(
        corpus, site, find, folder, options.seeds, options.editorial, options.work, problems
    )  # fmt: skip
    fresh = options.work / "release"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    with progress.step("Writing the parts of the release"):
        packing.write_parts(material, fresh)
    with progress.step("Packing"):
        at = shown(asked.previous) if asked.previous else ""
        packing_options = packing.PackingOptions(
            asked.target, asked.version, asked.day, previous, at
        )
        release = packing.finish(material, fresh, packing_options, problems)
    shutil.rmtree(fresh)
    store.prune()
    if release and release.again:
        progress.say(f"Nothing has changed since {release.version}: this is the same release.")
    return release
