"""From the corpus to finished pages; only pages whose content has changed are made.

views → render → skeletons → MkDocs → finished pages, one page at a time. A page is reused if the
program, its template and everything it read are unchanged (see `views.reads`). MkDocs runs only if
a page needs a skeleton that it has not built yet (see `publish.skeletons`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from . import urls
from .engine.keys import code_version, key_of
from .engine.store import MissingError, Store
from .model import Corpus
from .model.page import SiteInfo
from .problems import Problems
from .progress import Progress
from .publish import crosslinks, gzipped, mkdocs
from .publish.output import Output
from .publish.pagestore import DamagedError, PageState, opened
from .publish.shells import Shells
from .publish.sitemap import page_days, sitemap
from .publish.skeletons import join, split
from .render import Rendering, template_digest
from .views import Lookup, Pending, for_theme, hand_written, navigation
from .views.pending import made

_MOST_READS = 4000
"""Beyond this number of reads, making a page is as fast as comparing its reads."""
STORE = "pages.sqlite"


@dataclass(frozen=True, slots=True)
class Composing:
    """The inputs of pages other than the corpus: `root` is the program's folder, `work` the cache.

    With `strict`, a warning stops the build; `store` keeps digests of what pages read from
    unchanged texts.
    """

    root: Path
    work: Path
    corpus: Corpus
    find: Lookup
    site: SiteInfo
    strict: bool = False
    store: Store = field(default_factory=Store)


@dataclass(slots=True)
class Composed:
    """The result of composing: addresses of the pages `made`, and how many were `kept`.

    `remade` are the pages whose finished file has changed, `shells` is the number of skeletons that
    MkDocs built.
    """

    made: list[str] = field(default_factory=list)
    kept: int = 0
    written: list[str] = field(default_factory=list)
    shells: int = 0


def compose(
    given: Composing,
    pending: Sequence[Pending],
    output: Output,
    problems: Problems,
    progress: Progress,
) -> Composed | None:
    """Writes every page of the site, the theme's files and the sitemap to `output`.

    Returns None if there was an error, which is reported. A damaged cache is discarded, and
    everything is made again.
    """
    path = given.work / STORE
    try:
        return _Composer(given, pending, output, problems, progress).compose(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return _Composer(given, pending, output, problems, progress).compose(path)


def recall(find: Lookup, corpus: Corpus, site: SiteInfo, store: Store) -> str:
    """Restores in `find` what pages read from these texts before; returns the cache key."""
    key = key_of("reads", corpus.digest, site)
    with suppress(MissingError):
        if corpus.digest:
            find.reads.recall(store.get(key))
    return key


def check_links(
    work: Path, files: Collection[str], some_are_gone: bool, problems: Problems
) -> None:
    """Reports links to pages, places or files that do not exist.

    `files` are the paths of all files of the site; `some_are_gone` says whether files were removed.
    """
    with opened(work / STORE) as store:
        if some_are_gone:
            store.doubt_all()
        others = [name for name in files if not name.endswith("index.html")]
        crosslinks.check(store, others, problems)
        store.commit()


class _Composer:
    """One build's work on pages."""

    def __init__(
        self,
        given: Composing,
        pending: Sequence[Pending],
        output: Output,
        problems: Problems,
        progress: Progress,
    ) -> None:
        self.given = given
        self.pending = {page.url: page for page in (*pending, hand_written(given.find))}
        self.output = output
        self.problems = problems
        self.progress = progress
        self.composed = Composed()
        self.rendering = Rendering(problems)
        self.program = code_version()
        self.by_hand = written_by_hand(given.root / "docs")
        self.digests: dict[str, str] = {}
        self.lost = False

    def compose(self, path: Path) -> Composed | None:
        with opened(path) as store:
            self.store = store
            with self.progress.step("Making pages"):
                key = recall(self.given.find, self.given.corpus, self.given.site, self.given.store)
                if not self._make_all():
                    return None
                if self.given.find.reads.has_news:
                    self.given.store.put(key, self.given.find.reads.of_texts())
            with self.progress.step("Building the site with MkDocs"):
                given = self.given
                nav, extra = navigation(given.corpus), for_theme(given.corpus)
                config = mkdocs.write_config(given.root, given.work, nav, given.site, extra)
                shells = Shells(given.root, config, self.program, self.digests, store)
                if not shells.build(self.problems):
                    return None
                self.composed.shells = shells.built
            with self.progress.step("Finishing pages"):
                self._finish(shells)
                if store.prune(self.digests, shells.keys.values()) or self.lost:
                    store.doubt_all()
            store.commit()
        days = page_days(self.given.corpus)
        xml = sitemap(self.digests, days, self.given.site).encode()
        self.output.write(urls.SITEMAP, xml)
        self.output.write(f"{urls.SITEMAP}.gz", gzipped.compress(xml))
        return self.composed

    def _make_all(self) -> bool:
        """Makes or reuses every page and stores it; returns whether the site can be built."""
        for page in self.pending.values():
            if not self._is_kept(page) and not self._make(page):
                return False
        for url, path in self.by_hand.items():
            if url not in self.pending:
                text = (self.given.root / "docs" / path).read_text("utf-8")
                self._take(url, path, text, PageState("", "", [], ""))
        works = self.rendering.all_templates_work() and not self.problems.errors
        return works and not (self.given.strict and self.problems.warnings)

    def _made_by(self, template: str, page: Pending) -> str:
        own = b""
        if page.given is not None:
            own = self.given.find.reads.given(page.url, page.given, page.of_texts)
        return f"{self.program} {template_digest(template)} {own.hex()}"

    def _is_kept(self, page: Pending) -> bool:
        """Whether the stored page is still valid."""
        stored = self.store.page(page.url)
        if (
            stored is None
            or not stored.state
            or stored.made_by != self._made_by(stored.template, page)
        ):
            return False
        if self.given.find.reads.state(stored.reads) != stored.state:
            return False
        self.digests[page.url] = stored.digest
        self.rendering.kept(stored.template)
        self.composed.kept += 1
        return True

    def _make(self, wanted: Pending) -> bool:
        reads = self.given.find.reads
        before = len(self.problems)
        with reads.of_page() as noted:
            page = made(wanted, self.given.find, self.problems)
        rendered = self.rendering.text(page)
        if rendered is None:
            return False
        text, is_whole = rendered
        # A page that failed is tried again in each build, so that each build reports it.
        can_keep = is_whole and len(self.problems) == before and len(noted) <= _MOST_READS
        state = reads.state(noted) if can_keep else None
        state_ = PageState(
            page.template, self._made_by(page.template, wanted),
            list(noted) if state else [], state or "",
        )  # fmt: skip
        self._take(wanted.url, wanted.path or page.path, text, state_)
        self.composed.made.append(wanted.url)
        return True

    def _take(self, url: str, path: str, text: str, state: PageState) -> None:
        """Splits a page's Markdown into skeleton and content, and stores them."""
        page_parts = split(text, url, path)
        ids = crosslinks.ids(page_parts, url)
        before = self.store.ids(url)
        self.lost |= before is not None and not set(before) <= set(ids)
        self.store.put(url, state, page_parts, ids, crosslinks.links(page_parts, url))
        self.digests[url] = page_parts.digest

    def _finish(self, shells: Shells) -> None:
        """Joins each page with its shell, unless the existing file is already the same."""
        shells.put_static(self.output)
        for url, skeleton in self.digests.items():
            key, name = shells.keys[skeleton], f"{url}index.html"
            joined_with, sum_ = self.store.finished(url)
            if joined_with == key and self.output.stands(name, sum_):
                continue
            page_parts = self.store.split_page(url)
            if page_parts is None:
                raise DamagedError(f"the page {url!r} is damaged")
            html = join(shells.shell(skeleton), page_parts, url)
            self.store.put_finished(url, key, self.output.write(name, html.encode()))
            if name in self.output.written:
                self.composed.written.append(url)


def written_by_hand(docs: Path) -> dict[str, str]:
    """The hand-written pages of `docs/`: a map of addresses to paths."""
    pages = {}
    for path in sorted(docs.rglob("*.md")):
        where = path.relative_to(docs)
        folder = where.parent if where.stem in ("index", "README") else where.with_suffix("")
        url = "" if folder == Path() else f"{folder.as_posix()}/"
        pages[url] = where.as_posix()
    return pages
