"""`editorial/`, what people write: read, checked, and handed on as `model.Editorial`.

`load` tells every mistake of every file in one run.  What depends on the sources is checked once
they are read: by `known_sources` which are there, by `idle` what hits nothing in them, passages by
the stages that look them up.  `compose` is the reading of one file, whose results can be kept.
"""

from .document import Document, compose
from .gone import known_sources
from .idle import idle
from .loading import load

__all__ = ["Document", "compose", "idle", "known_sources", "load"]
