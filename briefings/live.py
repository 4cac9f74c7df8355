"""What `serve` adds to pages: they reload after each build and show its problems.

The built site is not changed: a script is added to pages when they are served, from addresses below
`PREFIX`, which the pages' content security policy allows.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import markup
from .problems import Problems

PREFIX = "/.briefings/"
_FILES = {"live.js": "text/javascript", "live.css": "text/css"}
_BODY_ENDS = markup.BODY_ENDS.encode()
_ALIVE = 15.0
_RESTART = "The program has changed: end the server and start it again."


class Live:
    """The state of the last build, and the clients waiting for the next one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._build = 0
        self._problems: list[dict[str, str]] = []
        self._errors = 0
        self._note = ""

    @property
    def build(self) -> int:
        """The number of times the site has been put in place."""
        return self._build

    def placed(self) -> None:
        """Records that a new site is in place, so that open pages reload."""
        with self._changed:
            self._build += 1
            self._notify()

    def built(self, problems: Problems) -> None:
        """Records the problems of a finished build."""
        with self._changed:
            self._errors = len(problems.errors)
            ordered = [*problems.errors, *problems.warnings]
            self._problems = [
                {
                    "severity": problem.severity,
                    "place": f"{problem.path}:{problem.line}:{problem.column or 1}"
                    if problem.line
                    else problem.path,
                    "message": problem.message,
                    "hint": problem.hint,
                }
                for problem in ordered
            ]
            self._notify()

    def program_changed(self) -> None:
        """Records that a file of the program has changed; this process does not reload it."""
        with self._changed:
            self._note = _RESTART
            self._notify()

    def events(self) -> Iterator[bytes]:
        """Yields the state now and after each change as server-sent events, with keep-alives in
        between.
        """
        seen = -1
        while True:
            with self._changed:
                if seen == self._version:
                    self._changed.wait(_ALIVE)
                state, changed = self._state(), seen != self._version
                seen = self._version
            yield f"data: {json.dumps(state)}\n\n".encode() if changed else b": still here\n\n"

    def page(self, content: bytes) -> bytes:
        """The page with the reload script added."""
        before, end, after = content.rpartition(_BODY_ENDS)
        script = markup.script_element(f"{PREFIX}live.js", {"data-build": str(self._build)})
        return before + script.encode() + end + after if end else content

    def file(self, path: str) -> tuple[str, bytes] | None:
        """The media type and content of a file below the prefix; None if there is no such file."""
        name = path.removeprefix(PREFIX)
        if name not in _FILES:
            return None
        return _FILES[name], Path(__file__).with_name(name).read_bytes()

    def _state(self) -> dict[str, Any]:
        return {
            "build": self._build,
            "errors": self._errors,
            "problems": self._problems,
            "note": self._note,
        }

    def _notify(self) -> None:
        self._version += 1
        self._changed.notify_all()
