"""One side of a comparison: the sentences of a text that belong together, and their figures."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.languages import Language
from briefings.model import Figure, Place


@dataclass(frozen=True, slots=True)
class Side:
    """The sentences of a group of pairs on one side.

    `places` are in the order of the text, `texts` their words.  `figures` are pairs of a position
    in `places` and a figure that is stated there.  Both sides are in one `language`.
    """

    places: tuple[Place, ...]
    texts: tuple[str, ...]
    figures: tuple[tuple[int, Figure], ...]
    language: Language

    @property
    def text(self) -> str:
        return " ".join(self.texts)
