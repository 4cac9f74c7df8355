"""`build_site.py serve`: shows the built site and builds it again when something changes."""

from __future__ import annotations

import functools
import io
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from . import pipeline
from .pipeline import ROOT, Options
from .problems import Problems
from .progress import Progress

_PAUSE = 0.3
_LOOK = 1.0
_EVENTS = ("created", "modified", "moved", "deleted")


class _Changes(FileSystemEventHandler):
    """Whether anything has changed.


    Folders may be deleted, renamed and put back: `look` watches those that are there.
    """

    def __init__(self, folders: Iterable[Path], config: Path) -> None:
        self.seen = threading.Event()
        self._config = config
        self._folders = [*folders, config.parent]
        self._watched: dict[Path, tuple[int, ObservedWatch]] = {}
        self._observer = Observer()
        self._observer.start()
        self.look()

    def look(self) -> None:
        """Watches a folder that has appeared, or another that stands in its place."""
        for folder in self._folders:
            try:
                inode = folder.stat().st_ino if folder.is_dir() else None
                known = self._watched.get(folder)
                if (known[0] if known else None) == inode:
                    continue
                if known:
                    del self._watched[folder]
                    self._observer.unschedule(known[1])
                if inode is not None:
                    watch = self._observer.schedule(
                        self, str(folder), recursive=folder != self._config.parent
                    )
                    self._watched[folder] = inode, watch
            except OSError:
                continue  # gone while we looked: the next look sees what has become of it
            self.seen.set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(str(event.src_path))
        if path.parent == self._config.parent and path.name != self._config.name:
            return
        if event.event_type not in _EVENTS:
            return
        if not (event.is_directory and event.event_type == "modified"):
            self.seen.set()

    def stop(self) -> None:
        self._observer.stop()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a reader who leaves while a page is sent is no mistake of anybody's."""


class _Handler(SimpleHTTPRequestHandler):
    def send_head(self) -> io.BytesIO | BinaryIO | None:
        try:
            return super().send_head()
        except ValueError:  # an address that no file can have: a NUL, half a character
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

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

    folders = (options.seeds, options.editorial, ROOT / "docs", ROOT / "templates", ROOT / "theme")
    changes = _Changes([folder.resolve() for folder in folders], ROOT / "mkdocs.yml")
    changes.seen.clear()
    rebuild()
    options.site.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Handler, directory=str(options.site))
    try:
        server = _Server(("127.0.0.1", port), handler)
    except OSError as error:
        problems = Problems()
        problems.error("port", "--port", f"{port} cannot be used: {error.strerror}", "try another")
        tell(problems)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    progress.say(f"The site is at http://127.0.0.1:{server.server_port}/ (end with Ctrl-C)")
    try:
        while True:
            changes.look()
            if not changes.seen.wait(_LOOK):
                continue
            changes.seen.clear()
            # An editor's save is several events; what changes during a build is built after it.
            if not changes.seen.wait(_PAUSE):
                rebuild()
    except KeyboardInterrupt:
        return 0
    finally:
        changes.stop()
        server.shutdown()
