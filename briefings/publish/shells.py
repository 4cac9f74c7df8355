"""Builds each skeleton with MkDocs once, and caches the theme's static files."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath

from briefings.engine.files import write_whole
from briefings.problems import Problems

from . import mkdocs, pages
from .output import Output
from .ownership import hashes
from .pagestore import DamagedError, PageStore
from .skeletons import SplitPage, is_index

_TO_PAGE = re.compile(r"\]\(([^)\s#]+\.md)[#)]")
"""A Markdown link that MkDocs resolves to another page."""
_SITEMAPS = ("sitemap.xml", "sitemap.xml.gz")


class Shells:
    """The shells of a site's pages; `pages` maps the address of each page to its skeleton's digest.

    `config` is MkDocs' configuration file, next to which it works; `root` is the program's folder;
    `version` is a digest of everything that affects pages besides theme and settings.
    """

    def __init__(
        self, root: Path, config: Path, version: str, pages: Mapping[str, str], store: PageStore
    ) -> None:
        self._root = root
        self._config = config
        self._work = config.parent
        self._pages = pages
        self._store = store
        settings = config.read_text("utf-8")
        theme = pages_digest(root / "theme", root / "mkdocs.yml")
        self._version = _hash(version, theme, settings)
        self.keys = {one: _hash(self._version, one) for one in set(pages.values())}
        self.built = 0

    def build(self, problems: Problems) -> bool:
        """Makes sure that the store has a shell for each skeleton; returns False if
        MkDocs failed.
        """
        missing = {one for one, key in self.keys.items() if self._store.shell(key) is None}
        if not missing and self._static() is not None:
            return True
        examples = {one: url for url, one in self._pages.items()}
        wanted = missing | {one for url, one in self._pages.items() if is_index(url)}
        split_pages = {one: self._store.split_page(examples[one]) for one in sorted(wanted)}
        skeletons = {
            one: page_parts for one, page_parts in split_pages.items() if page_parts is not None
        }
        files = {page_parts.path: page_parts.skeleton for page_parts in skeletons.values()}
        for page_parts in tuple(skeletons.values()):
            files |= self._led_to(page_parts, files)
        pages.write(self._root / "docs", files, self._work / "docs")
        shown_as = {
            page_parts.stand_in: examples[one]
            for one, page_parts in skeletons.items()
            if page_parts.stand_in
        }
        if not mkdocs.run(self._config, problems, shown_as):
            return False
        site = self._work / "site"
        for one, page_parts in skeletons.items():
            page = site / _built(page_parts.path)
            self._store.put_shell(self.keys[one], page.read_text("utf-8"))
        for path in files:
            (site / _built(path)).unlink(missing_ok=True)
        self.built = len(missing)
        self._keep_static(site)
        return True

    def shell(self, digest: str) -> str:
        """The shell of a skeleton that has been built."""
        html = self._store.shell(self.keys[digest])
        if html is None:
            raise DamagedError(f"the shell of {digest} is damaged")
        return html

    def put_static(self, output: Output) -> None:
        """Passes on the files that do not depend on pages to `output`: assets, and the 404 page."""
        for name, digest in (self._static() or {}).items():
            if not output.stands(name, digest):
                output.write(name, (self._work / "static" / name).read_bytes())

    def _led_to(self, page_parts: SplitPage, files: Mapping[str, str]) -> dict[str, str]:
        """Placeholders for pages that Markdown links of a skeleton lead to, so that MkDocs finds
        them.
        """
        placeholders = {}
        for link in _TO_PAGE.findall(page_parts.skeleton):
            path = normpath(join(dirname(page_parts.path), link))
            url = f"{dirname(path)}/" if path.endswith("/index.md") else ""
            if path not in files and url in self._pages:
                led_to = self._store.split_page(url)
                placeholders[path] = led_to.skeleton if led_to else ""
        return placeholders

    def _static(self) -> dict[str, str] | None:
        """The cached files of MkDocs' last run with their checksums; None if they are
        out of date.
        """
        try:
            known = json.loads((self._work / "static.json").read_text("utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(known, dict) or known.get("key") != self._static_key():
            return None
        files = known.get("files")
        folder = self._work / "static"
        if not isinstance(files, dict) or not all((folder / name).is_file() for name in files):
            return None
        return files

    def _static_key(self) -> str:
        return _hash(self._version, pages_digest(self._root / "docs" / "assets"))

    def _keep_static(self, site: Path) -> None:
        mkdocs.leave_out_unused(site)
        for name in _SITEMAPS:
            (site / name).unlink(missing_ok=True)
        static = self._work / "static"
        shutil.rmtree(static, ignore_errors=True)
        site.rename(static)
        names = [
            path.relative_to(static).as_posix()
            for path in sorted(static.rglob("*"))
            if path.is_file()
        ]
        known = {"key": self._static_key(), "files": hashes(static, names)}
        write_whole(self._work / "static.json", json.dumps(known))


def pages_digest(*paths: Path) -> str:
    """One hash of files and folders of files."""
    return pages.digest(paths, ())


def _built(path: str) -> str:
    """The path at which MkDocs writes the page of a Markdown file."""
    where = PurePosixPath(path)
    if where.name == "index.md":
        return where.with_suffix(".html").as_posix()
    return (where.with_suffix("") / "index.html").as_posix()


def _hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()
