"""Ids are assigned once: what was published is found again by its words, never by counting.

`load` reads the records in `editorial/ids/`; `identify` gives a text the ids that it was published
with, `name_figures` and its like do so for what the texts state; `former` tells where each
published address leads that does not stand as it was; `watch` reports what is missing; `record` is
what `freeze` writes.
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
