"""What is kept of a briefing's figures: which indicator each observes, what it may be held
against."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from briefings.model import Figure
from briefings.model.figures import Discrepancy


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one briefing, as far as other briefings and the editors' indicators go.

    `order` is where the briefing stands in a corpus (`Event.order`); `texts` are its sources, the
    one whose words are preferred first.

    `figures` are the few that are kept whole, by id: those that observe an indicator, that editors
    name, that are a share of a plan, and changes beside an observed stock.  `observed` has the ids
    of the indicators that a figure observes by rule; `planned` are ids of a count and of the
    percentage beside it; `changes` the ids of the changes that stand beside a figure.
    `same_words` has, for a figure and a quotation that editors give of it and that is not what it
    says, the figures of the briefing that do say so.

    Of all others only a number for the subject is kept (`groups.subject_id`): figure
    `positions[n]` of the briefing has the subject `subjects[n]`, and `telling[n]` is 1 if it alone
    may tell something of another briefing's.  `alike` and `companions` are the records of the
    briefing held against itself.
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
