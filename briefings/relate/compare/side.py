"""One side of a comparison: related sentences of a text, and their figures."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.languages import Language
from briefings.model import Figure, Place


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of a group of pairs on one side.

    `places` are in text order, and `texts` are their words. `figures` are pairs of an index into
    `places` and a figure stated there. Both sides have the same `language`.
    """

    places: tuple[Place, ...]
    texts: tuple[str, ...]
    figures: tuple[tuple[int, Figure], ...]
    language: Language

    @property
    def text(self) -> str:
        return " ".join(self.texts)
