"""What a reader's browser fetches for one page of each kind, and what drawing it costs.

Requests and bytes are counted from the built files, without a browser: the page, the style sheets,
scripts, icons, fonts and data that it names, and what those need at once.  Text counts as GitHub
Pages sends it, compressed by gzip; headers do not count.  `python -m benchmarks weight [SITE]`
looks at `site/`; processor time is that of Chromium's process of the page until it rests.
"""

from __future__ import annotations

import argparse
import gzip
import html
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.loading import Site, served
from tests.browser import chromium

SECTIONS = ("briefings", "indicators", "terms", "topics", "speakers", "compare")
"""Of each of these the largest page is looked at, besides the home page and the search."""
TIMES = ("TaskDuration", "ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
TRIES = 7
_TEXT = {".html", ".js", ".css", ".json", ".svg", ".xml", ".txt"}
_FETCHED = {"stylesheet", "icon", "preload", "modulepreload"}
_NEEDED = re.compile(r"""(?:\burl\(["']?|\b(?:from|import)\s*["'])(\.{0,2}[\w/][\w./-]*)["')]""")
"""What a style sheet or a module names and needs at once."""
_FACE = re.compile(r"@font-face\{[^}]*unicode-range:([^;}]*)[^}]*\}")
_SITE = "https://site.invalid/"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that a page needs, by its address below the site's root: its bytes, and those sent."""

    url: str
    size: int
    sent: int


class _Named(HTMLParser):
    """Collects the addresses that a browser fetches for a page."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "link" and _FETCHED & set((attributes.get("rel") or "").split()):
            self.urls.append(attributes.get("href") or "")
        elif tag in {"script", "img", "iframe"} and attributes.get("src"):
            self.urls.append(attributes["src"] or "")


def fetched(site: Path, url: str) -> list[Fetched]:
    """What a page of a built site needs, the page first; `url` is relative to the site's root."""
    named = _Named()
    text = (site / url / "index.html").read_text("utf-8")
    named.feed(text)
    letters = {ord(letter) for letter in html.unescape(text)}
    urls = {url: None}
    urls |= {_below(url, one): None for one in named.urls if not one.startswith("data:")}
    waiting = list(urls)
    while waiting:
        new = [one for one in _needs(site, waiting.pop(), letters) if one not in urls]
        urls |= dict.fromkeys(new)
        waiting += new
    return [_file(site, one) for one in urls]


def _below(url: str, target: str) -> str:
    """An address as a page or a file gives it, relative to the site's root."""
    absolute = urljoin(_SITE + url, target)
    if not absolute.startswith(_SITE):
        raise ValueError(f"{url} asks another site: {target}")
    return unquote(urlsplit(absolute).path.lstrip("/"))


def _needs(site: Path, url: str, letters: set[int]) -> Iterator[str]:
    """What a style sheet or a module needs, of fonts those that have letters of the page."""
    if url.endswith((".css", ".js")):
        text = (site / url).read_text("utf-8")
        text = _FACE.sub(lambda face: face[0] if _has(face[1], letters) else "", text)
        yield from (_below(url, one) for one in _NEEDED.findall(text))


def _has(ranges: str, letters: set[int]) -> bool:
    for one in ranges.split(","):
        first, _, last = one.strip().removeprefix("U+").partition("-")
        if letters & set(range(int(first, 16), int(last or first, 16) + 1)):
            return True
    return False


@cache
def _file(site: Path, url: str) -> Fetched:
    path = site / url
    path = path / "index.html" if path.is_dir() else path
    body = path.read_bytes()
    sent = len(gzip.compress(body, 6, mtime=0)) if path.suffix in _TEXT else len(body)
    return Fetched(url, len(body), sent)


def pages(site: Path) -> dict[str, str]:
    """One page of each kind, by what it is: the largest of its section."""
    addresses = {"home": ""}
    for section in SECTIONS:
        inner = [one for one in (site / section).glob("*/index.html") if not _leads_on(one)]
        if inner:
            largest = max(inner, key=lambda one: (one.stat().st_size, one))
            addresses[section] = f"{section}/{largest.parent.name}/"
    return addresses | {"search": "search/"}


def _leads_on(page: Path) -> bool:
    return 'http-equiv="refresh"' in page.read_text("utf-8")


def main(arguments: list[str]) -> int:
    """Prints the table; 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks weight", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    site = parser.parse_args(arguments).site.resolve()
    assets = [path for path in (site / "assets").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in assets)
    table = Table(title=f"{site.name}/: assets {len(assets)} files, {size:,} bytes")
    figures = ("requests", "bytes sent", "of these HTML", "CPU ms", "script", "layout", "style")
    for column in ("page", *figures):
        table.add_column(column, justify="left" if column == "page" else "right")
    with served(site) as address, sync_playwright() as play:
        path = chromium.installed()
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, url in pages(site).items():
            files = fetched(site, url)
            times = _times(browser, address, url)
            table.add_row(
                name, str(len(files)), f"{sum(file.sent for file in files):,}",
                f"{files[0].sent:,}", *(f"{milliseconds:.0f}" for milliseconds in times),
            )  # fmt: skip
        browser.close()
    Console(width=110).print(table)
    return 0


def _times(browser: Browser, site: Site, url: str) -> list[float]:
    """Milliseconds under each of `TIMES`, the median of cold loads."""
    tries = []
    for _ in range(TRIES):
        context = browser.new_context(viewport={"width": 375, "height": 800})
        page = context.new_page()
        client = context.new_cdp_session(page)
        client.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(site.url + url, wait_until="networkidle")
        metrics = client.send("Performance.getMetrics")["metrics"]
        values = {metric["name"]: metric["value"] * 1000 for metric in metrics}
        tries.append([values[name] for name in TIMES])
        context.close()
    return [statistics.median(one) for one in zip(*tries, strict=True)]
