"""The search at 100, 300 and 1,000 briefings.

`python -m benchmarks.search [SIZE ...]`: seconds and memory of indexing, size and files of the
index; what a note, a changed word or one more briefing costs; and, in Chromium, bytes (as a server
sends them that compresses text) and seconds from opening the address of a search to its first drawn
hits, cold each time.  `--material` does the same with Material's own search on the same pages.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import html
import http.server
import json
import resource
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from playwright.sync_api import Browser, sync_playwright

from benchmarks import corpus
from benchmarks.search_changes import files_of, print_changes
from briefings import editorial, pipeline
from briefings.model import Corpus
from briefings.problems import Problems
from briefings.progress import Progress
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

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s, {self.bytes / 1000:.0f} KB, {self.requests} requests"


def main() -> int:
    """Prints a block for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 300, 1000])
    parser.add_argument("--material", action="store_true", help="beside Material's own search")
    given = parser.parse_args()
    for size in given.sizes:
        _measure(size, material=given.material)
    return 0


def _measure(size: int, *, material: bool) -> None:
    seeds = corpus.write(FOLDER, size)
    problems = Problems()
    gathered = pipeline.gather(seeds, seeds.parent / "editorial", problems)
    same = wordings(editorial.load(FIVE / "editorial", problems))
    folder = FOLDER / f"search-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    # The pages of the five sources: a search asks for none but its own.
    five = pipeline.Options(FIVE / "seeds", FIVE / "editorial", folder / "ours")
    if not pipeline.build(five, problems, Progress(quiet=True)):
        raise SystemExit("\n".join(map(str, problems.errors)))
    print(f"\n{size:,} briefings", flush=True)
    _index(gathered, folder / "ours", folder / "parts", same)
    print_changes(gathered, folder / "changes", same)
    if material:
        _material_site(gathered, folder / "material-docs", folder / "material")
        index = (folder / "material" / "search" / "search_index.json").read_bytes()
        print(
            f"  Material's index: {len(index) / 1e6:.1f} MB, {len(gzip.compress(index)) / 1e6:.2f} "
            "MB compressed, fetched and built anew on every page",
            flush=True,
        )
    with sync_playwright() as playwright, _served(folder) as site:
        path = chromium.installed()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for query in QUERIES:
            asked = quote_plus(query)
            print(
                f"  {query!r}: {_see(browser, f'{site}ours/search/?q={asked}', OURS)}", flush=True
            )
            if material:
                seen = _see(browser, f"{site}material/?q={asked}", MATERIAL)
                print(f"    Material: {seen}", flush=True)
        browser.close()


def _index(gathered: Corpus, site: Path, work: Path, same: Sequence[Sequence[str]]) -> None:
    """Indexes with one process, again, and with two; what the index holds."""
    before = _peak()
    started = time.process_time()
    write_index(gathered, site, work, same=same)
    cold, peak = time.process_time() - started, _peak()
    started = time.process_time()
    write_index(gathered, site, work, same=same)
    again = time.process_time() - started
    shutil.rmtree(work)
    started = time.perf_counter()
    with ProcessPoolExecutor(2) as executor:
        write_index(gathered, site, work, same=same, executor=executor)
    two = time.perf_counter() - started
    files = files_of(site)
    size = sum(map(len, files.values()))
    layer = json.loads(files["layer.json"])
    briefings = len(gathered.briefings)
    print(
        f"  {layer['records']:,} records in {len(layer['parts'])} parts: {cold:.1f} CPU s "
        f"({cold / briefings * 1000:.0f} ms a briefing), {again:.2f} s where nothing changed, "
        f"{two:.1f} s by the clock with two processes; peak {before:.0f} MB before (the corpus), "
        f"{peak:.0f} MB after\n"
        f"  {len(files):,} files ({len(files) / briefings:.2f} a briefing), {size / 1e6:.1f} MB "
        f"({size / briefings / 1000:.1f} KB a briefing)",
        flush=True,
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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

    def do_GET(self) -> None:  # noqa: N802 - the name that `http.server` calls
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
