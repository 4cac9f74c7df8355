"""A server for the built site, a browser of this computer, and an ear for what goes wrong."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import chromium
from tests.browser.ranges import RangeHandler
from tests.conftest import Built


@dataclass(frozen=True, slots=True)
class Heard:
    """What a browser complained of, and where it went for what."""

    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    ears: dict[str, Callable[[Any], None]] = field(default_factory=dict)


class _Quiet(RangeHandler):
    """Serves like GitHub Pages: what is not there is answered with the site's 404.html."""

    root: str = ""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a test says what it looks at."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / self.root / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(built: Built) -> Iterator[str]:
    """Serves a built site and gives its address, under its subpath."""

    class Handler(_Quiet):
        root = built.root

    handler = functools.partial(Handler, directory=str(built.served))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{built.root}"
    server.shutdown()


@pytest.fixture(scope="session")
def site(built: Built) -> Iterator[str]:
    """Address of the served site, under its subpath."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """A browser that is here already, else the one that Playwright downloaded."""
    path = chromium.installed()
    chosen = {"executable_path": path} if path else {}
    return {**browser_type_launch_args, **chosen, "args": ["--no-sandbox"]}


def listen(context: BrowserContext, site: str) -> Heard:
    """Notes every error on the console or in a script, and each request to another host."""
    heard = Heard()
    own = site.split("/", 3)[2]

    def console(message: Any) -> None:
        # A server's answer is heard below; a slow computer uses late what a page asked for early.
        expected = ("the server responded", "was preloaded using link preload but not used")
        if message.type in {"error", "warning"} and not any(it in message.text for it in expected):
            heard.errors.append(f"{message.page.url if message.page else ''}: {message.text}")

    def request(sent: Any) -> None:
        scheme, _, rest = sent.url.partition("://")
        if scheme in {"http", "https", "ws", "wss"} and rest.split("/")[0] != own:
            heard.elsewhere.append(sent.url)

    def response(got: Any) -> None:
        if got.status >= 400 and not got.request.is_navigation_request():
            heard.errors.append(f"{got.frame.url} asks for {got.url}: {got.status}")

    def weberror(thrown: Any) -> None:
        heard.errors.append(str(thrown.error))

    context.on("console", console)
    context.on("response", response)
    context.on("weberror", weberror)
    context.on("request", request)
    heard.ears.update(console=console, response=response, weberror=weberror, request=request)
    return heard


@pytest.fixture
def heard(context: BrowserContext, site: str) -> Iterator[Heard]:
    """What the test's own pages give rise to."""
    hearing = listen(context, site)
    yield hearing
    for event, ear in hearing.ears.items():
        context.remove_listener(event, ear)


WIDTHS = (WIDE := 1280, 375)
"""A computer and a phone, in pixels."""


def window(browser: Browser, width: int = WIDE) -> Page:
    """A new window of that width."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="light", reduced_motion="reduce"
    )
    # A computer that runs other tests at the same time is no reason to fail.
    context.set_default_timeout(90_000)
    return context.new_page()


def kinds(built: Built, chosen: Callable[..., Path] = max) -> list[str]:
    """One page of each kind, by its address below the root: sections, the largest page in each, and
    the first part of the table of figures.

    `chosen` is `min` for the smallest, which is as good where length does not matter.
    """
    found = [""]
    for section in sorted(path for path in built.folder.iterdir() if path.is_dir()):
        if (section / "index.html").exists():
            found.append(f"{section.name}/")
        inner = [page for page in section.glob("*/index.html") if not _moved(page)]
        if inner:
            page = chosen(inner, key=lambda page: (page.stat().st_size, page))
            found.append(f"{section.name}/{page.parent.name}/")
    parts = sorted(built.folder.glob("figures/year/*/index.html"))
    found += [f"figures/year/{part.parent.name}/" for part in parts[:1]]
    return [*found, "no/such/page/"]


def _moved(page: Any) -> bool:
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")
