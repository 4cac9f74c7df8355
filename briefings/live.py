"""What the server of `serve` adds to pages: they reload once they are built, and show problems.

The built site has none of it: pages are given a script on their way to the browser, from addresses
below `PREFIX`, which the pages' own policy allows.
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
    """The state of the last build, and those who wait for the next one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._build = 0
        self._problems: list[dict[str, str]] = []
        self._errors = 0
        self._note = ""

    @property
    def build(self) -> int:
        """How many times the site has been placed."""
        return self._build

    def placed(self) -> None:
        """The site stands as it was built: pages of an earlier one are to be loaded again."""
        with self._changed:
            self._build += 1
            self._notify()

    def built(self, problems: Problems) -> None:
        """A build has ended with these problems."""
        with self._changed:
            self._errors = len(problems.errors)
            ordered = [*problems.errors, *problems.warnings]
            self._problems = [
                {
                    "severity": one.severity,
                    "place": f"{one.path}:{one.line}:{one.column or 1}" if one.line else one.path,
                    "message": one.message,
                    "hint": one.hint,
                }
                for one in ordered
            ]
            self._notify()

    def program_changed(self) -> None:
        """A file of the program has changed, which this process does not read again."""
        with self._changed:
            self._note = _RESTART
            self._notify()

    def events(self) -> Iterator[bytes]:
        """The state now and whenever it changes, as server-sent events; else a sign of life."""
        seen = -1
        while True:
            with self._changed:
                if seen == self._version:
                    self._changed.wait(_ALIVE)
                state, changed = self._state(), seen != self._version
                seen = self._version
            yield f"data: {json.dumps(state)}\n\n".encode() if changed else b": still here\n\n"

    def page(self, content: bytes) -> bytes:
        """A page with the script that listens."""
        before, end, after = content.rpartition(_BODY_ENDS)
        script = markup.script_element(f"{PREFIX}live.js", {"data-build": str(self._build)})
        return before + script.encode() + end + after if end else content

    def file(self, path: str) -> tuple[str, bytes] | None:
        """Type and content of one of the files below the prefix."""
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
