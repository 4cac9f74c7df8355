"""Files that scripts of long pages read: rows of tables by year, and where ids stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from briefings.model.page import Piece

_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def files(pieces: Iterable[Piece]) -> Iterator[tuple[str, bytes]]:
    """Each file's path below `site/` and its bytes, one after the other.

    These files belong to their pages; the data that is published stands below `data/`.
    """
    for piece in pieces:
        yield piece.path, _ENCODE(piece.content).encode()
