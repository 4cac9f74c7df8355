"""The search at 100 and 1,000 briefings, beside Material's own search on the same pages.

`python -m benchmarks.search [SIZE ...]`: seconds and memory of indexing, size and files of the
index, and, in Chromium, bytes (as a server sends them that compresses text) and seconds from
opening the address of a search to its first drawn hits.  Both searches are cold each time.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import html
import http.server
import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from playwright.sync_api import Browser, sync_playwright

from benchmarks import corpus
from benchmarks.meter import SEARCH, Meter
from briefings import editorial, pipeline
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.problems import Problems
from briefings.publish import mkdocs
from briefings.publish.search import wordings, write_index
from tests.browser import chromium
from tests.browser.ranges import RangeHandler
from tests.command import FIVE

FOLDER = corpus.ROOT / ".build" / "bench"
QUERIES = ("telecom fraud", "homicide clearance rate", "blockchain")
TRIES = 3
SLOW = 10.0
OURS = "ol[data-search-results] > li"
MATERIAL = ".md-search-result__item"
_TEXT = (".html", ".js", ".css", ".json", ".txt", ".svg")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a browser took for one search: the median of some tries."""

    seconds: float
    bytes: int
    requests: int


def main() -> int:
    """Prints a block for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    for size in parser.parse_args().sizes:
        _measure(size)
    return 0


def _measure(size: int) -> None:
    seeds = corpus.write(FOLDER, size)
    problems = Problems()
    gathered = pipeline.gather(seeds, seeds.parent / "editorial", problems)
    same = wordings(editorial.load(FIVE / "editorial", problems))
    folder = FOLDER / f"search-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    ours, material = folder / "ours", folder / "material"
    _search_page(folder / "work", ours)
    meter = Meter()
    with meter.step(SEARCH):
        write_index(gathered, ours, folder / "stubs", same=same)
    [took] = meter.steps
    files = [path for path in (ours / "pagefind").rglob("*") if path.is_file()]
    layer = json.loads((ours / "pagefind" / "layer.json").read_text("utf-8"))
    print(
        f"\n{size:,} briefings: {layer['records']:,} records in {len(layer['shards'])} parts, "
        f"indexed in {took['seconds']:.1f} s; our peak {took['own_mb']:.0f} MB (the corpus in it), "
        f"Pagefind's {took['child_mb']:.0f} MB; "
        f"{len(files):,} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB",
        flush=True,
    )
    _material_site(gathered, folder / "material-docs", material)
    index = (material / "search" / "search_index.json").read_bytes()
    print(
        f"Material's index: {len(index) / 1e6:.1f} MB, {len(gzip.compress(index)) / 1e6:.2f} MB "
        "compressed, fetched and built anew on every page",
        flush=True,
    )
    with sync_playwright() as playwright, _served(folder) as site:
        path = chromium.installed()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for query in QUERIES:
            asked = quote_plus(query)
            mine = _see(browser, f"{site}ours/search/?q={asked}", OURS)
            theirs = _see(browser, f"{site}material/?q={asked}", MATERIAL)
            print(
                f"  {query!r}: ours {mine.seconds:.2f} s, {mine.bytes / 1000:.0f} KB, "
                f"{mine.requests} requests; Material {theirs.seconds:.2f} s, "
                f"{theirs.bytes / 1000:.0f} KB; 1/{theirs.seconds / mine.seconds:.0f} of the time, "
                f"1/{theirs.bytes / mine.bytes:.0f} of the bytes",
                flush=True,
            )
        browser.close()


def _search_page(work: Path, site: Path) -> None:
    """Our theme with the search page alone; how many pages there are does not matter to it."""
    docs = work / "docs"
    shutil.copytree(corpus.ROOT / "docs", docs)
    (docs / "about.md").unlink()  # a template
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    config = mkdocs.write_config(corpus.ROOT, work, [{"Home": "index.md"}], SiteInfo("Search"))
    _mkdocs(config)
    shutil.copytree(work / "site", site)


def _material_site(gathered: Corpus, folder: Path, site: Path) -> None:
    """The same passages as pages of Material with its own search."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for briefing in gathered.briefings:
        blocks = [f"# {html.escape(briefing.title)}"]
        for witness in briefing.witnesses:
            for part in witness.turns or witness.sections:
                name = getattr(part, "heading", None) or part.id
                blocks.append(f"## {html.escape(str(name))} {{: #{part.id} }}")
                blocks += [f"<p>{html.escape(passage.text)}</p>" for passage in part.passages]
        (docs / f"{briefing.slug}.md").write_text("\n\n".join(blocks), encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    config = folder / "mkdocs.yml"
    made: dict[str, Any] = {
        "site_name": "Material", "docs_dir": str(docs), "site_dir": str(site),
        "theme": {"name": "material", "font": False}, "plugins": ["search"],
        "markdown_extensions": ["attr_list"], "nav": [{"Home": "index.md"}],
    }  # fmt: skip
    config.write_text(json.dumps(made), encoding="utf-8")
    _mkdocs(config)


def _mkdocs(config: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)],
        check=True,
        stderr=subprocess.DEVNULL,
    )


def _see(browser: Browser, url: str, hit: str) -> Seen:
    """The median of some tries; one is enough where it takes long."""
    tries = [_look(browser, url, hit)]
    while len(tries) < TRIES and tries[0].seconds < SLOW:
        tries.append(_look(browser, url, hit))
    return sorted(tries, key=lambda one: one.seconds)[len(tries) // 2]


def _look(browser: Browser, url: str, hit: str) -> Seen:
    """A new context has an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    sent: list[int] = []
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.loadingFinished", lambda event: sent.append(int(event["encodedDataLength"])))
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.wait_for_selector(hit, state="attached", timeout=240_000)
    seconds = time.perf_counter() - started
    seen = Seen(seconds, sum(sent), len(sent))
    context.close()
    return seen


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """A server that compresses text, as GitHub Pages does."""
    handler = functools.partial(_Compressing, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@functools.cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Compressing(RangeHandler):
    """Sends text compressed, and stretches of all else where they are asked for."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: only the table is to be read."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        text = path.suffix in _TEXT
        if not text and "Range" in self.headers:
            super().do_GET()
            return
        body = _compressed(path) if text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    sys.exit(main())
