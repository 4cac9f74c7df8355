"""`editorial/`, what people write: read, checked, and handed on as `model.Editorial`.

`load` tells every mistake of every file in one run.  What depends on the sources is checked once
they are read: `known_sources` here, passages by the stages that look them up.
"""

from .checks import known_sources
from .loading import load

__all__ = ["known_sources", "load"]
