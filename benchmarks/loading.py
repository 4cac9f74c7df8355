"""What a browser fetches for one search, and how long it takes on a slow network.

Requests, bytes and round trips are those beyond a plain page, up to the first drawn hits, with an
empty cache.  A round trip is counted by holding every request back until the page asks for nothing
more, then letting all of them go at once: what is asked for only when an answer has come is of the
next round.  What is asked for beside the
scripts of a plain page is of the first.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from playwright.sync_api import Browser, BrowserContext

from tests.browser.ranges import RangeHandler

FIRST_HIT = "ol[data-search-results] > li"
PLAIN = "about/"
TRIES = 3
SLOW = 10.0
"""Seconds: what takes longer is tried once."""
_DONE = "ol[data-search-results][aria-busy=false]"
_DRAWN = f"{FIRST_HIT}, {_DONE}"
_QUIET = 150
"""Milliseconds in which a page asks for nothing: it waits for what it has asked for."""
_PATIENCE = 60.0
"""Seconds."""
_TEXT = (".html", ".js", ".css", ".json", ".txt", ".svg", ".xml")


@dataclass(frozen=True, slots=True)
class Profile:
    """A network as Chromium emulates it."""

    name: str
    milliseconds: int
    kilobits: int


PROFILES = (Profile("slow 3G", 400, 400), Profile("fast 3G", 150, 1600))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the first hits of one query took; `seconds` under each of `PROFILES`.

    `all_requests` and `all_bytes` are counted until the search has ended.
    """

    query: str
    hits: int
    requests: int
    rounds: int
    bytes: int
    all_requests: int
    all_bytes: int
    seconds: tuple[float, ...]


Asked = tuple[str, str | None]
"""The address and the stretch that a request is for."""


_Counts = tuple[int, int]
_NOTES_FIRST_HIT = f"""
performance.setResourceTimingBufferSize(2000);
new MutationObserver(() => {{
  if (document.querySelector({FIRST_HIT!r})) window.firstHit ??= performance.now();
}}).observe(document, {{ childList: true, subtree: true }});
"""


class Gate:
    """Holds requests back until they are let through, where it is closed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._let: set[Asked] | None = None

    @contextmanager
    def closed(self) -> Iterator[None]:
        self._let = set()
        try:
            yield
        finally:
            with self._changed:
                self._let = None
                self._changed.notify_all()

    def let(self, one: Asked) -> None:
        with self._changed:
            if self._let is not None:
                self._let.add(one)
            self._changed.notify_all()

    def wait(self, one: Asked) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._let is None or one in self._let, timeout=60)


@dataclass(frozen=True, slots=True)
class Site:
    """A served folder."""

    url: str
    gate: Gate


def load(browser: Browser, site: Site, query: str) -> Loaded:
    """Opens the address of a search, cold each time."""
    url = f"{site.url}search/?q={quote_plus(query)}"
    plain = _plain(browser, site.url)
    rounds, hits = _rounds(browser, site, url, plain)
    (requests, sent), (all_requests, all_sent) = _traffic(browser, url, plain)
    times = tuple(seconds(browser, url, _DRAWN, profile) for profile in PROFILES)
    return Loaded(query, hits, requests, rounds, sent, all_requests, all_sent, times)


@functools.cache
def _plain(browser: Browser, site: str) -> frozenset[str]:
    """The addresses that a page without a search asks for."""
    with _context(browser) as context:
        page = context.new_page()
        asked = set[str]()
        page.on("request", lambda request: asked.add(request.url))
        page.goto(site + PLAIN, wait_until="networkidle")
    return frozenset(asked)


def _traffic(browser: Browser, url: str, plain: frozenset[str]) -> tuple[_Counts, _Counts]:
    """Requests beyond a plain page and their bytes, headers included: until hits, and in all."""
    with _context(browser) as context:
        page = context.new_page()
        page.add_init_script(_NOTES_FIRST_HIT)
        page.goto(url, wait_until="commit")
        page.wait_for_selector(_DONE, state="attached", timeout=_PATIENCE * 1000)
        page.wait_for_load_state("networkidle")
        first = page.evaluate("() => window.firstHit ?? Infinity")
        fetched = page.evaluate(
            "() => performance.getEntriesByType('resource')"
            ".map(({ name, startTime, transferSize }) => [name, startTime, transferSize])"
        )
    counted = [
        (start, size) for name, start, size in fetched if name not in plain and "data:" not in name
    ]
    before = [size for start, size in counted if start < first]
    return (len(before), sum(before)), (len(counted), sum(size for _, size in counted))


def _rounds(browser: Browser, site: Site, url: str, plain: frozenset[str]) -> tuple[int, int]:
    """Round trips in which something is asked for that a plain page does not ask for; and hits."""
    with _context(browser) as context, site.gate.closed():
        page = context.new_page()
        client = context.new_cdp_session(page)
        client.send("Network.enable")
        asked: list[Asked] = []

        def note(event: dict[str, Any]) -> None:
            address, headers = event["request"]["url"], event["request"]["headers"]
            if address == url or address in plain:
                site.gate.let((address, None))
            else:
                asked.append((address, headers.get("Range")))

        client.on("Network.requestWillBeSent", note)
        page.goto(url, wait_until="commit")
        rounds = through = 0
        started = time.monotonic()
        while time.monotonic() - started < _PATIENCE and not page.locator(_DRAWN).count():
            known = -1
            while known != len(asked):
                known = len(asked)
                page.wait_for_timeout(_QUIET)
            if known == through:  # it works on what has come
                continue
            rounds += 1
            for one in asked[through:known]:
                site.gate.let(one)
            through = known
            page.wait_for_timeout(_QUIET)
        return rounds, page.locator(FIRST_HIT).count()


def seconds(browser: Browser, url: str, drawn: str, profile: Profile) -> float:
    """From opening an address until something is drawn: the median of some tries."""
    tries = [_timed(browser, url, drawn, profile)]
    while len(tries) < TRIES and tries[0] < SLOW:
        tries.append(_timed(browser, url, drawn, profile))
    return statistics.median_low(tries)


def _timed(browser: Browser, url: str, drawn: str, profile: Profile) -> float:
    with _context(browser) as context:
        page = context.new_page()
        client = context.new_cdp_session(page)
        client.send("Network.enable")
        speed = profile.kilobits * 1000 / 8
        client.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False, "latency": profile.milliseconds,
                "downloadThroughput": speed, "uploadThroughput": speed,
            },
        )  # fmt: skip
        started = time.perf_counter()
        page.goto(url, wait_until="commit")
        page.wait_for_selector(drawn, state="attached", timeout=240_000)
        return time.perf_counter() - started


@contextmanager
def _context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone with an empty cache."""
    context = browser.new_context(viewport={"width": 375, "height": 800})
    try:
        yield context
    finally:
        context.close()


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """A server that compresses text and sends stretches of all else, as GitHub Pages does."""
    gate = Gate()

    class Handler(_Compressing):
        def do_GET(self) -> None:  # noqa: N802 - the name that `http.server` calls
            address = f"http://{self.headers['Host']}{self.path}"
            gate.wait((address, self.headers.get("Range")))
            super().do_GET()

    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(f"http://127.0.0.1:{server.server_port}/", gate)
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

    def do_GET(self) -> None:  # noqa: N802
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
