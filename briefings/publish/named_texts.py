"""The text behind a row of data: its name, publisher and quality."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from briefings.attribution import attributions_of
from briefings.model import Briefing, Place, Quality

from .records import Data, fields_of, place_data
from .schemas import PLACE
from .shapes import Shape, choice, extend, flag, text

_GRADE: dict[str, Shape] = {
    "quality": choice("Editors' grade of the text.", get_args(Quality), null=True),
    "primary": flag("Whether the text is the fullest one of its briefing."),
}
NAMED: dict[str, Shape] = {
    "text_name": text("What people call the text: 'Daily Net, 5 May 2021'."),
    "publisher": text("Who published the text; null where it is not known.", null=True),
    **_GRADE,
}
NAMED_PLACE = extend(PLACE, NAMED)
GRADED_PLACE = extend(PLACE, _GRADE)
"""A place in a list too long to repeat names in; `sources.json` has them by `source`."""


class NamedTexts:
    """The texts of all briefings; keeps only what rows need."""

    def __init__(self, briefings: Iterable[Briefing]) -> None:
        self._briefings = {briefing.slug: briefing for briefing in briefings}
        self._known: dict[str, dict[str, Data]] = {}

    def of(self, place: Place) -> Data:
        """The fields `NAMED` of the text that a place is in."""
        if place.briefing not in self._known:
            attributions = attributions_of(self._briefings[place.briefing])
            self._known[place.briefing] = {
                source: {
                    "text_name": attribution.name,
                    **fields_of(attribution, ("publisher", "quality", "primary")),
                }
                for source, attribution in attributions.items()
            }
        return self._known[place.briefing][place.source]

    def place(self, place: Place) -> Data:
        """A record of the shape `NAMED_PLACE`."""
        return {**place_data(place), **self.of(place)}

    def graded_place(self, place: Place) -> Data:
        """A record of the shape `GRADED_PLACE`."""
        of = self.of(place)
        return {**place_data(place), **{name: of[name] for name in _GRADE}}
