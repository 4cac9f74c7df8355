"""Builds a whole new site, or leaves the last good one."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from .. import interface, isolation, resources, urls
from ..binding import Bindery, Bound, not_installed
from ..books import pdf
from ..composing import Composing, check_links, compose, recall
from ..engine.executing import ExecutorError
from ..engine.inputs import Inputs
from ..engine.keys import code_version, key_of
from ..engine.store import Store
from ..isolation import attempt
from ..model import Corpus
from ..model.page import SiteInfo
from ..problems import Problems, shown
from ..progress import Progress
from ..publish import datafolder, doors, feeds, former, pages, placing, tables_by_year
from ..publish.indicators import indicator_tables
from ..publish.locks import hold
from ..publish.named_texts import NamedTexts
from ..publish.output import Output
from ..publish.ownership import MarkError, claim
from ..publish.search import wordings, write_index
from ..release.parts import PARTS
from ..render import file_templates, keep_compiled, reload_templates, render_file
from ..symlinks import leads_out
from ..tables.published import listed
from ..views import Lookup, pieces
from .corpus import gather_with, no_executor
from .files import described_site, more_files
from .listing import all_pages
from .options import ROOT, Options

_UNCHANGED = "Nothing has changed since the last build."
_SHOWN = 5  # files named in a message
_NO_ADDRESS = "SITE_URL is not set: citations in pages and data will lack the address of the page."


def build(
    options: Options,
    problems: Problems,
    progress: Progress,
    placed: Callable[[], None] | None = None,
) -> bool:
    """Builds the site if there is no error; returns whether it was built or already up to date.

    If `placed` is given, pages are put in place as soon as they are made, and it is called whenever
    a new site is in place.

    Only one build of a corpus runs at a time; a second one waits. Whatever goes wrong, and whenever
    the process ends, the last good site stays complete.
    """
    for name in resources.missing():
        problems.error(
            "incomplete", shown(ROOT / name), "is missing from this installation",
            "install the package again, or build in a checkout of the repository",
        )  # fmt: skip
    interface.check(problems)
    if problems.errors:
        return False
    part = isolation.Part(shown(options.seeds))
    work = partial(_alone, options, problems, progress, placed)
    return attempt(isolation.BUILD, part, work, False, problems)


def rebuild(
    options: Options,
    problems: Problems,
    progress: Progress,
    templates_changed: bool,
    placed: Callable[[], None],
) -> bool:
    """One build of a running server."""
    if templates_changed:
        reload_templates()
        interface.reload()
    return build(options, problems, progress, placed)


def _alone(
    options: Options, problems: Problems, progress: Progress, placed: Callable[[], None] | None
) -> bool:
    waiting = partial(progress.say, "Another build of this site is running; this one waits for it.")
    try:
        options.work.mkdir(parents=True, exist_ok=True)
        with hold(options.work, waiting):
            return _build(options, problems, progress, placed)
    except placing.PlacingError as error:
        for name in error.names:
            problems.error(
                "in-the-way", shown(error.folder / name),
                "was not made by a build, and is where a file of the new site belongs",
                "move it elsewhere; the last good site stays",
            )  # fmt: skip
    except MarkError as error:
        problems.error(
            "site-folder", shown(options.site), f"the list of its files {error}", "delete it"
        )
    except OSError as error:
        at = shown(Path(os.fsdecode(error.filename))) if error.filename else shown(options.site)
        problems.error(
            "unwritable", at, f"cannot be read or written: {error.strerror or error}",
            "free some space, or check permissions; the last good site stays",
        )  # fmt: skip
    except ExecutorError as error:
        no_executor(error, problems)
    return False


def _build(
    options: Options,
    problems: Problems,
    progress: Progress,
    placed: Callable[[], None] | None,
) -> bool:
    site_folder = options.site.resolve()
    if site_folder.parent.is_dir():
        with hold(site_folder.parent, lambda: None):
            placing.recover(site_folder)
    inputs = Inputs(
        options.work / "inputs.json", options.seeds, options.editorial, ROOT, f"pdf={options.pdf}"
    )
    stamp = pages.Stamp(options.work / "stamp", site_folder)
    reported = inputs.told_before()
    if reported is not None and stamp.is_whole() and not (options.strict and reported):
        problems.extend(reported)
        progress.say(_UNCHANGED)
        return True
    # A build creates many objects but few cycles: frequent collection takes a sixth of its time.
    gc.set_threshold(200_000, 50, 100)
    store = options.store
    keep_compiled(store)
    gathered = gather_with(options, problems, progress, store)
    corpus = gathered.corpus
    _check_docs(problems)
    claim(site_folder, shown(options.site), stamp.earlier(), problems)
    if problems.errors or (options.strict and problems.warnings):
        return False
    site = described_site(corpus, gathered.editorial.site, problems)
    if site is None:
        return False
    parts = tuple((part.path, part.about) for part in PARTS)
    site = replace(site, limits=options.limits, flat=tuple(listed()), release=parts)
    find = Lookup(corpus, site)
    pending, former_pages = all_pages(gathered, find, problems)
    if problems.errors:
        return False
    if (
        not site.url and placed is None
    ):  # pages of a local server have the address under which they are read
        progress.say(_NO_ADDRESS)
    work, fresh = options.work, options.work / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    standing = stamp.standing()
    output = Output(fresh, standing)
    recall(find, corpus, site, store)
    if not _bind(options, find, store, output, problems, progress):
        return False
    given = Composing(ROOT, work, corpus, find, site, options.strict, store)
    composed = compose(given, pending, output, problems, progress)
    if composed is None:
        return False
    place = partial(_place, fresh, site_folder, stamp)
    if placed is not None and _place_early(output, partial(place, placed)):
        placed = None  # nothing below changes a page
    with progress.step("Writing data"):
        _write_files(output, corpus, find, site, work / "data", store)
    output.write_texts(former.redirects(former_pages, site))
    synonyms = wordings(gathered.editorial)
    digest = pages.digest(
        (), (*output.files.items(), ("same", repr(synonyms)), ("code", code_version()))
    )
    unchanged = stamp.stands(digest)
    if not unchanged:
        with progress.step("Indexing for search"):
            write_index(corpus, fresh, work / "search", same=synonyms)
            output.take(fresh / "search-index")
    files = output.standing.keys() | output.files if unchanged else output.files
    check_links(work, files, any(name not in files for name in standing), problems)
    if options.strict and problems.warnings:
        return False
    if unchanged:
        progress.say(_UNCHANGED)
    else:
        with progress.step("Putting the site in place"):
            beside = place(placed or _nobody_waits, output.files, digest)
        if beside:
            progress.say(f"Not made by a build, and kept in {shown(options.site)}: {_some(beside)}")
    store.prune()
    inputs.remember(problems)
    return True


def _bind(
    options: Options,
    find: Lookup,
    store: Store,
    output: Output,
    problems: Problems,
    progress: Progress,
) -> bool:
    """Writes the books to `output`, to which pages then link; returns whether the build can go
    on."""
    bindery = Bindery(find, options.work, store, problems)
    bound: dict[str, list[Bound]] = {}
    with progress.step("Making EPUBs"):
        for book in bindery.epubs():
            bound.setdefault(book.slug, []).append(book)
    if options.pdf:
        try:
            with progress.step("Making PDFs"), options.workers as workers:
                for book in bindery.pdfs(workers):
                    bound.setdefault(book.slug, []).append(book)
        except pdf.MissingLibraryError as error:
            not_installed(error, problems)
    for slug, books in bound.items():
        find.offer(slug, tuple((book.form, book.size) for book in books))
        for book in books:
            output.link(book.url, book.path, book.sha256)
    return not problems.errors and not (options.strict and problems.warnings)


def _check_docs(problems: Problems) -> None:
    """Reports hand-written pages that are links out of their folder."""
    for path in sorted((ROOT / "docs").rglob("*")):
        if path.is_symlink() and (problem := leads_out(path, ROOT / "docs")):
            problems.error("link", shown(path), *problem)


def _place_early(output: Output, place: Callable[[Mapping[str, str], str | None], object]) -> bool:
    """Puts new pages among the existing files, if there are any; returns whether it did."""
    if not (output.standing and output.written):
        return False
    standing = output.standing.items()
    early = {name: sum_ for name, sum_ in standing if not name.endswith("index.html")}
    early |= output.files
    place(early, None)
    output.has_placed(early)
    return True


def _write_files(
    output: Output, corpus: Corpus, find: Lookup, site: SiteInfo, data_folder: Path, store: Store
) -> None:
    """Writes the published data, feeds, files for programs, and data for scripts of tables."""
    published = datafolder.write(
        corpus, site, data_folder, code_version(), more_files(corpus, site, store)
    )
    for name, sum_ in published.items():
        output.link(urls.data_url(name), data_folder / name, sum_)
    output.write_texts({**feeds.feeds(corpus, site), **doors.doors(corpus, site)})
    for url, of_texts, make in pieces(find, corpus):
        key = (
            key_of("tables", url, corpus.digest, site, file_templates())
            if of_texts and corpus.digest
            else ""
        )
        tables_by_year.write(make, render_file, key, output, store)
    texts = NamedTexts(corpus.briefings)
    output.write_texts(dict(indicator_tables(corpus.indicators, find.annotated.figures, texts)))


def _place(
    fresh: Path,
    site: Path,
    stamp: pages.Stamp,
    placed: Callable[[], None],
    files: Mapping[str, str],
    digest: str | None,
) -> tuple[str, ...]:
    """Puts the new site in place and records its inputs; returns the files kept beside it."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with hold(site.parent, lambda: None):
        beside = placing.place(fresh, site, files, placed)
    stamp.set(digest)
    shutil.rmtree(fresh, ignore_errors=True)
    return beside


def _nobody_waits() -> None:
    """For builds that no server waits for."""


def _some(names: tuple[str, ...]) -> str:
    others = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {others} more" if others > 0 else "")
