"""Shows the progress of a long build: an updated line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


class Progress:
    """Reports each step as it begins and, on a terminal, that it is still running."""

    def __init__(self, quiet: bool = False) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._quiet = quiet

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        if self._quiet:
            yield
            return
        started = time.perf_counter()
        if self._console.is_terminal:
            with self._console.status(name):
                yield
            self._console.print(f"{name} [dim]{time.perf_counter() - started:.1f} s[/dim]")
        else:
            sys.stderr.write(f"{name}\n")
            sys.stderr.flush()
            yield

    def say(self, text: str) -> None:
        if not self._quiet:
            self._console.print(text, markup=False)
