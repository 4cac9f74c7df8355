"""The part of a pack for comparing figures (relate.indicators)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Measuring:
    """Words that show what figures of several texts have in common."""

    # A word before a figure that says that nothing has changed (checks).
    remaining: Pattern = NEVER
    # Phrases for a change from the previous year, in lower case (periods).
    year_on_year: tuple[str, ...] = ()
    # Words for a share of a plan: "97% of the planned number" (groups).
    planned: Words = NOTHING
    # Words that begin the subject of a streak: "no serious accidents" (groups).
    none: Words = NOTHING
