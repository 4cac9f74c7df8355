"""`build_site.py serve`: serves the built site and rebuilds it when something changes."""

from __future__ import annotations

import functools
import io
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from . import pipeline
from .live import PREFIX, Live
from .pipeline import ROOT, Options
from .problems import Problems
from .progress import Progress

_PAUSE = 0.08
_LOOK = 1.0
_OURS = ("docs", "templates", "theme")
TEMPLATES = (ROOT / "templates", ROOT / "docs")
_EVENTS = ("created", "modified", "moved", "deleted")


class _Changes(FileSystemEventHandler):
    """Watches files and collects changes.

    Folders may be deleted, renamed and restored: `look` watches those that exist.
    """

    def __init__(self, folders: Iterable[Path], config: Path) -> None:
        self.seen = threading.Event()
        self._paths: set[Path] = set()
        self._config = config
        self._folders = [*folders, config.parent]
        self._watched: dict[Path, tuple[int, ObservedWatch]] = {}
        self._observer = Observer()
        self._observer.start()
        self.look()

    def look(self) -> None:
        """Watches folders that have appeared or been replaced since the last look."""
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
                continue  # deleted meanwhile: the next look shows what became of it
            self.seen.set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(str(event.src_path))
        if path.parent == self._config.parent and path.name != self._config.name:
            return
        if event.event_type not in _EVENTS:
            return
        if "__pycache__" not in path.parts and not (
            event.is_directory and event.event_type == "modified"
        ):
            self._paths.add(path)
            self.seen.set()

    def taken(self) -> set[Path]:
        """The changes since the last call."""
        self.seen.clear()
        paths, self._paths = self._paths, set()
        return paths

    def stop(self) -> None:
        self._observer.stop()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Ignored: a browser that closes the connection early is not an error."""


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, live: Live, **kwargs: Any) -> None:
        self._live = live
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        if self.path == f"{PREFIX}events":
            self._send_events()
        else:
            super().do_GET()

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for event in self._live.events():
            self.wfile.write(event)
            self.wfile.flush()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        try:
            found = self._live.file(self.path) or self._page()
            if found is None:
                return super().send_head()
        except ValueError:  # not a possible file name: it has a NUL or an incomplete character
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        kind, content = found
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def _page(self) -> tuple[str, bytes] | None:
        """A page of the site with the reload script; None if the address is not a page."""
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].partition("#")[0].endswith("/"):
            path /= "index.html"
        if path.suffix != ".html" or not path.is_file():
            return None
        return "text/html", self._live.page(path.read_bytes())

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Sends the site's own 404 page, as static hosts do."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = self._live.page(page.read_bytes())
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
        """Silent: a line per request would hide the messages of the build."""


def serve(options: Options, port: int, tell: Callable[[Problems], None]) -> int:
    """Serves the site until interrupted; if a rebuild fails, the last good site stays.

    Open pages reload when a new site is in place, and show any problems. Returns the exit status.
    """
    progress = Progress()
    live = Live()

    def rebuild(changed: Iterable[Path]) -> None:
        problems = Problems()
        templates = any(path.is_relative_to(folder) for path in changed for folder in TEMPLATES)
        pipeline.rebuild(options, problems, progress, templates, live.placed)
        live.built(problems)
        tell(problems)

    program = ROOT / "briefings"
    folders = [options.seeds, options.editorial, *(ROOT / name for name in _OURS), program]
    changes = _Changes([folder.resolve() for folder in folders], ROOT / "mkdocs.yml")
    changes.taken()
    rebuild(())
    options.site.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Handler, directory=str(options.site), live=live)
    try:
        server = _Server(("127.0.0.1", port), handler)
    except OSError as error:
        problems = Problems()
        problems.error("port", "--port", f"{port} cannot be used: {error.strerror}", "try another")
        tell(problems)
        return 1
    threading.Thread(target=server.serve_forever, daemon=True).start()
    progress.say(f"The site is at http://127.0.0.1:{server.server_port}/ (stop with Ctrl-C)")
    try:
        while True:
            changes.look()
            if not changes.seen.wait(_LOOK):
                continue
            # Saving a file causes several events. Changes made during a build are built after it.
            changes.seen.clear()
            if changes.seen.wait(_PAUSE):
                continue
            changed = changes.taken()
            ours = {path for path in changed if path.is_relative_to(program)}
            if ours:
                live.program_changed()
                progress.say("The program has changed: stop it with Ctrl-C and start it again.")
            if changed - ours or not changed:
                rebuild(changed)
    except KeyboardInterrupt:
        return 0
    finally:
        changes.stop()
        server.shutdown()
