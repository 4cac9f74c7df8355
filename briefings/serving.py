"""`build_site.py serve`: shows the built site and builds it again when something changes."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from . import pipeline
from .pipeline import ROOT, Options
from .problems import Problems
from .progress import Progress

_PAUSE = 0.3


class _Changes(FileSystemEventHandler):
    """Whether anything has changed."""

    def __init__(self) -> None:
        self.seen = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        changed = event.event_type in ("created", "modified", "moved", "deleted")
        if changed and not event.is_directory:
            self.seen.set()


class _Handler(SimpleHTTPRequestHandler):
    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page where an address leads nowhere, as hosts of static sites do."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a line for every picture hides what the build says."""


def serve(options: Options, port: int, tell: Callable[[Problems], None]) -> int:
    """Until it is interrupted; an error in a rebuild leaves the last good site standing."""
    progress = Progress()

    def rebuild() -> None:
        problems = Problems()
        pipeline.rebuild(options, problems, progress)
        tell(problems)

    rebuild()
    options.site.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Handler, directory=str(options.site))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        problems = Problems()
        problems.error("port", "--port", f"{port} cannot be used: {error.strerror}", "try another")
        tell(problems)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    changes = _Changes()
    observer = Observer()
    watched = (options.seeds, options.editorial, ROOT / "docs", ROOT / "templates", ROOT / "theme")
    for folder in watched:
        if folder.is_dir():
            observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    progress.say(f"The site is at http://127.0.0.1:{server.server_port}/ (end with Ctrl-C)")
    try:
        while True:
            changes.seen.wait()
            changes.seen.clear()
            # An editor's save is several events; what changes during a build is built after it.
            if not changes.seen.wait(_PAUSE):
                rebuild()
    except KeyboardInterrupt:
        return 0
    finally:
        observer.stop()
        server.shutdown()
