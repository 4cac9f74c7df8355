"""What a pack holds for figures that are held side by side (relate.indicators)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Measuring:
    """Words that tell what figures of several texts have in common."""

    # A word before a figure that says that nothing has changed (checks).
    remaining: Pattern = NEVER
    # Phrases that hold a change against the year before, in lower case (periods).
    year_on_year: tuple[str, ...] = ()
    # With which a share of a plan is worded: 97% of the planned number (groups).
    planned: Words = NOTHING
    # What begins the subject of a streak: no serious accidents (groups).
    none: Words = NOTHING
