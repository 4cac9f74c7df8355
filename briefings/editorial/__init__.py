"""Reads and checks `editorial/`, the files that people write, and returns `model.Editorial`.

`load` reports every mistake in every file in one run. Checks that depend on the sources follow once
these are read: `known_sources` finds missing sources, `idle` finds entries that match nothing, and
the stages that look up passages check these. `compose` parses a single file; its results can be
cached.
"""

from .document import Document, compose
from .gone import known_sources
from .idle import idle
from .loading import load

__all__ = ["Document", "compose", "idle", "known_sources", "load"]
