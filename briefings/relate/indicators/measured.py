"""The data kept of a briefing's figures: indicators observed, and what may be compared."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from briefings.model import Figure
from briefings.model.figures import Discrepancy


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one briefing, as far as they concern other briefings and editors' indicators.

    `order` is the sort key of the briefing (`Event.order`); `texts` are its sources, the preferred
    one first.

    `figures` are the few figures kept whole, by id: those that observe an indicator, that editors
    name, that are shares of a plan, and changes next to an observed stock. `observed` maps figures
    to the ids of indicators that they observe by rule. `planned` are pairs of ids of a count and
    the percentage next to it. `changes` maps figures to the ids of changes next to them.
    `same_words` maps a figure and an editors' quotation that does not match it to the figures that
    do.

    Of all other figures, only a number for the subject is kept (`groups.subject_id`): the figure at
    `positions[n]` has the subject `subjects[n]`, and `telling[n]` is 1 if it may be relevant to
    another briefing by itself. `alike` and `companions` are the discrepancies within the briefing.
    """

    briefing: str
    order: tuple[str, str]
    figures: dict[str, Figure]
    observed: dict[str, tuple[str, ...]]
    planned: tuple[tuple[str, str], ...]
    changes: dict[str, tuple[str, ...]]
    same_words: dict[tuple[str, str], tuple[str, ...]]
    subjects: array[int]
    positions: array[int]
    telling: array[int]
    alike: tuple[Discrepancy, ...]
    companions: tuple[Discrepancy, ...]
    texts: tuple[str, ...] = ()
