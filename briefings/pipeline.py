"""What the command does: build, check, record what is published."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from . import anchors, isolation, resources
from . import registry as registry_stage
from .composing import Composing, check_links, compose, written_by_hand
from .engine.executing import ExecutorError, Workers
from .engine.files import write_whole
from .engine.inputs import Inputs
from .engine.keys import code_version, key_of
from .engine.store import Store
from .extract.figures.corpus import explain
from .gathering import Gathered, gather, gather_all
from .gathering import prepare as prepare_part
from .isolation import attempt
from .links import leads_out
from .model import Corpus, FormerPage
from .model.page import Limits, SiteInfo
from .problems import Problems, shown
from .progress import Progress
from .publish import data, datafolder, feeds, former, mkdocs, pages, placing, tables_by_year
from .publish.indicators import indicator_tables
from .publish.locks import hold
from .publish.named_texts import NamedTexts
from .publish.output import Output
from .publish.ownership import MarkError, claim
from .publish.quote_index import field_table, quote_files
from .publish.search import wordings, write_index
from .render import file_templates, reload_templates, render_file
from .resources import HOME
from .survey import brief, full
from .views import Lookup, Pending, gone_pages, pending_pages, pieces

__all__ = [
    "Options", "build", "check", "freeze", "gather", "gather_for", "prepare", "rebuild",
]  # fmt: skip

ROOT = resources.SITE_FILES
SITE = "site.yml"
_SCHEMA = "# yaml-language-server: $schema=schemas/site.json"
_UNCHANGED = "Nothing has changed since the last build."
_NO_ADDRESS = "SITE_URL is not set: citations in pages and data will lack the address of the page."


@dataclass(frozen=True, slots=True)
class Options:
    """What is built, from what, to where; `work` holds what a build keeps between runs.

    `executor` is the address of a cluster (`dask://HOST:PORT`), None for processes on this
    machine; `jobs` is how many of these, None for one a processor.  `limits` are how much one
    page holds.
    """

    seeds: Path
    editorial: Path
    site: Path
    strict: bool = False
    executor: str | None = None
    jobs: int | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def store(self) -> Store:
        """What was computed of this corpus before."""
        return Store(self.work / "kept")

    @property
    def workers(self) -> Workers:
        """Whoever computes."""
        return Workers(self.executor, self.jobs)

    @property
    def work(self) -> Path:
        """A folder for this corpus alone, so that another one never touches it."""
        named = b"\n".join(
            os.fsencode(path.resolve()) for path in (self.seeds, self.editorial, self.site)
        )
        return (
            Path(os.environ.get("BUILD_DIR", HOME / ".build"))
            / hashlib.sha256(named).hexdigest()[:12]
        )


def build(
    options: Options,
    problems: Problems,
    progress: Progress,
    placed: Callable[[], None] | None = None,
) -> bool:
    """The site, if there is no error; whether one was made (or stood already, unchanged).

    With `placed` pages are placed as soon as they are made, and it is called whenever the site
    stands anew.

    One build at a time: another one of the same corpus is waited for.  Whatever goes wrong, and
    wherever this process ends, the last good site stands whole.
    """
    for name in resources.missing():
        problems.error(
            "incomplete", shown(ROOT / name), "is missing from this installation",
            "install the package again, or build in a checkout of the repository",
        )  # fmt: skip
    if problems.errors:
        return False
    part = isolation.Part(shown(options.seeds))
    work = partial(_alone, options, problems, progress, placed)
    return attempt(isolation.BUILD, part, work, False, problems)


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
                "was put there by no build, and stands where the new site needs the place",
                "move it away; the last good site stays",
            )  # fmt: skip
    except MarkError as error:
        problems.error(
            "site-folder", shown(options.site), f"the list of its files {error}", "delete it"
        )
    except OSError as error:
        at = shown(Path(os.fsdecode(error.filename))) if error.filename else shown(options.site)
        problems.error(
            "unwritable", at, f"cannot be read or written: {error.strerror or error}",
            "make room, or check permissions; the last good site stays",
        )  # fmt: skip
    except ExecutorError as error:
        _no_executor(error, problems)
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
    inputs = Inputs(options.work / "inputs.json", options.seeds, options.editorial, ROOT)
    stamp = pages.Stamp(options.work / "stamp", site_folder)
    told = inputs.told_before()
    if told is not None and stamp.is_whole() and not (options.strict and told):
        problems.extend(told)
        progress.say(_UNCHANGED)
        return True
    # A build makes many objects and hardly a cycle: looking for them often is a sixth of its time.
    gc.set_threshold(200_000, 50, 100)
    store = options.store
    gathered = _gather(options, problems, progress, store)
    corpus = gathered.corpus
    _check_docs(problems)
    claim(site_folder, shown(options.site), stamp.earlier(), problems)
    if problems.errors or (options.strict and problems.warnings):
        return False
    site = mkdocs.site_info(
        ROOT / "mkdocs.yml", [*data.field_tables(), field_table()], problems,
        gathered.editorial.site,
    )  # fmt: skip
    if site is None:
        return False
    site = replace(site, limits=options.limits)
    find = Lookup(corpus, site)
    pending, former_pages = _pages(gathered, find, problems)
    if problems.errors:
        return False
    if not site.url and placed is None:  # a server's pages have the address that they are read at
        progress.say(_NO_ADDRESS)
    work, fresh = options.work, options.work / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    standing = stamp.standing()
    output = Output(fresh, standing)
    newest = feeds.newest_date(corpus)
    given = Composing(ROOT, work, corpus, find, site, newest, options.strict, store)
    composed = compose(given, pending, output, problems, progress)
    if composed is None:
        return False
    place = partial(_place, fresh, site_folder, stamp)
    if placed is not None and _place_early(output, place):
        placed()
        placed = None  # what follows changes no page
    with progress.step("Writing data"):
        _write_files(output, corpus, find, site, work / "data", store)
    output.write_texts(former.redirects(former_pages, site))
    same = wordings(gathered.editorial)
    digest = pages.digest(
        (), (*output.files.items(), ("same", repr(same)), ("code", code_version()))
    )
    unchanged = stamp.stands(digest)
    if not unchanged:
        with progress.step("Indexing for search"):
            write_index(corpus, fresh, work / "search", same=same)
            output.take(fresh / "search-index")
    files = output.standing.keys() | output.files if unchanged else output.files
    check_links(work, files, any(name not in files for name in standing), problems)
    if options.strict and problems.warnings:
        return False
    if unchanged:
        progress.say(_UNCHANGED)
    else:
        with progress.step("Putting the site in place"):
            kept = place(output.files, digest)
        if placed is not None:
            placed()
        if kept:
            progress.say(f"Not made by a build, and kept in {shown(options.site)}: {_some(kept)}")
    store.prune()
    inputs.remember(problems)
    return True


def prepare(
    options: Options, part: tuple[int, int], problems: Problems, progress: Progress
) -> None:
    """Does a part of what a build does for each source, and keeps it where builds look for it."""
    work = partial(_prepare, options, part, problems, progress)
    attempt(isolation.BUILD, isolation.Part(shown(options.seeds)), work, None, problems)


def _prepare(
    options: Options, part: tuple[int, int], problems: Problems, progress: Progress
) -> None:
    try:
        options.work.mkdir(parents=True, exist_ok=True)
        with hold(options.work, lambda: None), options.workers as workers:
            count = prepare_part(
                options.seeds, options.editorial, part, problems, progress, options.store, workers
            )
    except OSError as error:
        problems.unwritable(error, options.work)
    except ExecutorError as error:
        _no_executor(error, problems)
    else:
        kept = shown(options.work / "kept")
        progress.say(f"Sources in this part: {count}. What was read in them is kept in {kept}.")


def _gather(
    options: Options,
    problems: Problems,
    progress: Progress,
    store: Store,
    gone_is_meant: bool = False,
) -> Gathered:
    """All that is known of a corpus; what is kept of earlier runs is not computed again."""
    with options.workers as workers:
        return gather_all(
            options.seeds, options.editorial, problems, progress, gone_is_meant, store, workers
        )


def gather_for(
    options: Options, problems: Problems, gone_is_meant: bool = False
) -> Gathered | None:
    """All that is known of a corpus, for what builds no site; None where nobody could compute it.

    `gone_is_meant` accepts that what was published is missing.
    """
    try:
        return _gather(options, problems, Progress(quiet=True), options.store, gone_is_meant)
    except ExecutorError as error:
        _no_executor(error, problems)
        return None


def _no_executor(error: ExecutorError, problems: Problems) -> None:
    problems.error("executor", "--executor", str(error), "start a scheduler, or leave it out")


def _check_docs(problems: Problems) -> None:
    """No page that is written by hand is a link that leads out of its folder."""
    for path in sorted((ROOT / "docs").rglob("*")):
        if path.is_symlink() and (problem := leads_out(path, ROOT / "docs")):
            problems.error("link", shown(path), *problem)


def _place_early(output: Output, place: Callable[[Mapping[str, str], str | None], object]) -> bool:
    """Puts new pages among the other files that stand, where there are any; whether it did."""
    if not (output.standing and output.written):
        return False
    kept = output.standing.items()
    early = {name: sum_ for name, sum_ in kept if not name.endswith("index.html")}
    early |= output.files
    place(early, None)
    output.has_placed(early)
    return True


def _write_files(
    output: Output, corpus: Corpus, find: Lookup, site: SiteInfo, data_folder: Path, store: Store
) -> None:
    """The published data, the feed, and what the scripts of long tables read."""
    more = quote_files(corpus, store)
    published = datafolder.write(corpus, site, data_folder, code_version(), more)
    for name, sum_ in published.items():
        output.link(anchors.data_url(name), data_folder / name, sum_)
    if site.feed:
        output.write_texts({site.feed: feeds.atom(corpus, site)})
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
    fresh: Path, site: Path, stamp: pages.Stamp, files: Mapping[str, str], digest: str | None
) -> tuple[str, ...]:
    """Puts the new site in place and remembers what it was made from; what was kept beside it."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with hold(site.parent, lambda: None):
        kept = placing.place(fresh, site, files)
    stamp.set(digest)
    shutil.rmtree(fresh, ignore_errors=True)
    return kept


def _some(names: tuple[str, ...], most: int = 5) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def rebuild(
    options: Options,
    problems: Problems,
    progress: Progress,
    templates_changed: bool,
    placed: Callable[[], None],
) -> bool:
    """A build of a server that runs on."""
    if templates_changed:
        reload_templates()
    return build(options, problems, progress, placed)


def _pages(
    gathered: Gathered, find: Lookup, problems: Problems
) -> tuple[tuple[Pending, ...], tuple[FormerPage, ...]]:
    """Every page to be made, and what stood at addresses that are none any more."""
    corpus = gathered.corpus
    pending = tuple(pending_pages(find, corpus))
    titles = _titles(pending)
    former.check(corpus, gathered.editorial, titles, problems)
    found = former.former_pages(corpus, gathered.registry.pages, titles)
    gone = [one for one in found if not one.url]
    return (*pending, *gone_pages(find, gone, titles)), found


def _titles(pending: Iterable[Pending]) -> dict[str, str]:
    """The title of each page by its address, those written by hand included."""
    return dict.fromkeys(written_by_hand(ROOT / "docs"), "") | {
        one.url: one.title for one in pending
    }


def freeze(options: Options, problems: Problems, gone_is_meant: bool = False) -> list[str]:
    """Records the ids and addresses of the corpus as published, in `editorial/ids/`.

    Returns what to tell the editor; nothing is written where there is an error, or where much of
    what was published is missing and that is not said to be meant.
    """
    gathered = gather_for(options, problems, gone_is_meant)
    if gathered is None or problems.errors:
        return []
    if any(one.rule in ("much-gone", isolation.RULE) for one in problems):
        return []
    titles = _titles(
        pending_pages(Lookup(gathered.corpus, SiteInfo("", limits=options.limits)), gathered.corpus)
    )
    before = gathered.registry
    after = registry_stage.record(gathered.corpus, before, gathered.moved, titles)
    try:
        for path, text in registry_stage.texts(after).items():
            file = options.editorial / path
            if not (file.is_file() and file.read_bytes() == text.encode()):
                write_whole(file, text)
        _say_published(options.editorial / SITE, gathered)
    except OSError as error:
        problems.unwritable(error, options.editorial)
        return []
    counted = registry_stage.changes(before, after)
    return [
        f"Recorded {counted.passages} passages and {len(after.pages)} pages.",
        f"Passages: {counted.new} new, {counted.reworded} reworded, {counted.gone} gone; "
        f"pages: {counted.pages} new.",
        f"Commit {shown(options.editorial / registry_stage.FOLDER)} with what you publish.",
    ]


def _say_published(file: Path, gathered: Gathered) -> None:
    """Notes in `site.yml` that there are records, so that it shows when they are lost."""
    site = gathered.editorial.site
    if site is None:
        write_whole(file, f"{_SCHEMA}\npublished: yes\n")
    elif not site.published:
        text = file.read_text("utf-8")
        write_whole(file, f"{text}{'' if text.endswith(chr(10)) else chr(10)}published: yes\n")


def check(options: Options, problems: Problems, explained: str | None = None) -> list[str]:
    """Everything that `build` checks; nothing is written.

    Returns what is uncertain, in brief, and that all is well where no problem was found; before it
    what `explained` names, line by line: "figures", or "report" for all that is uncertain.
    """
    part, nothing = isolation.Part(shown(options.seeds)), list[str]()
    return attempt(
        isolation.CHECK, part, partial(_check, options, problems, explained), nothing, problems
    )


def _check(options: Options, problems: Problems, explained: str | None) -> list[str]:
    gathered = gather_for(options, problems)
    if gathered is None:
        return []
    if gathered.editorial.redirects:
        _pages(gathered, Lookup(gathered.corpus, SiteInfo("", limits=options.limits)), problems)
    report = gathered.corpus.report
    told: list[str] = []
    if explained == "figures":
        told += explain(gathered.corpus, problems)
    elif explained == "report":
        told += full(report)
    elif not len(problems):
        told.append(_all_is_well(gathered.corpus))
    return [*told, *brief(report)]


def _all_is_well(corpus: Corpus) -> str:
    counts = (
        (sum(len(briefing.witnesses) for briefing in corpus.briefings), "source"),
        (len(corpus.briefings), "briefing"),
        (sum(len(w.passages) for b in corpus.briefings for w in b.witnesses), "passage"),
        (len(corpus.annotations.notes), "note"),
        (len(corpus.annotations.terms), "term"),
        (len(corpus.topics), "topic"),
        (len(corpus.indicators), "indicator"),
    )
    listed = ", ".join(f"{n:,} {what}{'' if n == 1 else 's'}" for n, what in counts)
    return f"All is well: {listed}."
