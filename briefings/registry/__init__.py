"""Assigns ids once: published items are found again by their words, never by counting.

`load` reads the records in `editorial/ids/`; `identify` gives a text its published ids,
`name_figures` and similar functions do so for statements; `former` says where each published
address leads that has changed; `watch` reports what is missing; `record` is what `freeze` writes.
"""

from .files import FOLDER, load, texts
from .identify import Identified, identify
from .naming import name_discrepancies, name_figures, name_relations
from .record import changes, record
from .statements import ids
from .trace import earlier, former
from .watch import watch

__all__ = [
    "FOLDER",
    "Identified",
    "changes",
    "earlier",
    "former",
    "identify",
    "ids",
    "load",
    "name_discrepancies",
    "name_figures",
    "name_relations",
    "record",
    "texts",
    "watch",
]
