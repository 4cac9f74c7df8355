"""Files that belong to pages: table rows by year, places of ids, drawings."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from briefings.engine.fields import names_of
from briefings.engine.store import MissingError, Store
from briefings.model.page import Piece

from .output import Output


def _as_object(row: Any) -> dict[str, object]:
    """The fields of a dataclass, for the encoder of JSON."""
    return {name: getattr(row, name) for name in names_of(row.__class__)}


_ENCODE = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_as_object
).encode


def write(
    make: Callable[[], Iterable[Piece]],
    rendered: Callable[[Piece], str],
    key: str,
    output: Output,
    store: Store,
) -> None:
    """Passes on the files of one section to `output`, below `site/`.

    `rendered` makes the text of those with a template.

    Unlike the published data below `data/`, these files belong to their pages. Their SHA-256
    checksums are cached under `key`: if the existing site has these files, none is made.
    """
    with suppress(MissingError):
        sums_kept: dict[str, str] = store.get(key) if key else {}
        if sums_kept and sums_kept.items() <= output.standing.items():
            for name, sum_ in sums_kept.items():
                output.stands(name, sum_)
            return
    sums = {}
    for piece in make():
        text = rendered(piece) if piece.template else _ENCODE(piece.content)
        sums[piece.path] = output.write(piece.path, text.encode())
    if key:
        store.put(key, sums)
