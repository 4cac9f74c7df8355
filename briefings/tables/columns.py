"""Columns that many tables share: the text a row belongs to, the speaker, the exchange."""

from __future__ import annotations

from briefings.model import Place
from briefings.publish.named_texts import NAMED
from briefings.publish.schemas import PLACE, SPEAKER
from briefings.publish.shapes import record

from .fields import Field, Reference, date, refer, taken, text, texts, whole
from .reading import BriefingRows, Cells, place_key

_NAMED = record("", NAMED)

STANDS: tuple[Field, ...] = (
    text("briefing", "Id of the briefing."),
    date("date", "Day of the event, as far as it is known."),
    Field(
        "day", "day", "The same where all of it is known, to reckon with; else null.", "rule",
        null=True,
    ),
    text("text_id", "Id of the text."),
    taken(_NAMED, "text_name", "build"),
    taken(_NAMED, "publisher", "printed"),
    taken(_NAMED, "quality", "editors"),
    # "primary" is an SQL keyword and would have to be quoted in every query.
    taken(_NAMED, "primary", "rule", "primary_text"),
)  # fmt: skip
"""The text and event that a row belongs to, and the quality of the text."""

SPEAKS: tuple[Field, ...] = (
    taken(
        SPEAKER, "kind", "rule", "speaker_kind", null=True, measured=("turn", "asks or answers"),
        more="Null in an article, where nobody has turns.",
    ),
    text(
        "speaker", "Name of who speaks, as far as the text tells; null where it names nobody.",
        "printed", null=True, measured=("turn", "speaker"),
    ),
    text("person", "Id of the person who speaks; null where it is none.", null=True),
    text("outlet", "Id of the outlet that speaks; null where it is none.", null=True),
    text(
        "role",
        "The person's role, organisation included, as this text words it first; where it does not, "
        "as another text of the briefing does.",
        "printed", null=True,
    ),
    text("organization", "The organisation in the role.", "printed", null=True),
)  # fmt: skip
"""The speaker."""

ABOUT: tuple[Field, ...] = (
    text("turn", "Id of the turn that it stands in; null in an article.", null=True),
    text("exchange", "Id of the exchange that the turn belongs to.", null=True),
    texts("topics", "Topics of the exchange, or of the passage where it is in none: ids.", "rule"),
)
"""The exchange and its topics."""

PASSAGE: tuple[Field, ...] = (
    text("passage", "Id of the passage; null on a line that is in none.", null=True),
    taken(PLACE, "line", "build"),
    whole(
        "start", "Offset of the words in the passage's text, in code points; null where the whole "
        "passage is meant.", null=True, unit="code points",
    ),
    whole("end", "Offset just after them.", null=True, unit="code points"),
)  # fmt: skip
"""A place in a text."""

URL = text("url", "Address, relative to the site's root.")

TO_TEXT: tuple[Reference, ...] = (refer("briefings", "briefing"), refer("texts", "text_id"))
TO_SPEAKER: tuple[Reference, ...] = (refer("people", "person"), refer("outlets", "outlet"))
TO_PASSAGE: tuple[Reference, ...] = (refer("passages", "passage"),)
TO_TURN: tuple[Reference, ...] = (refer("turns", "turn"), refer("exchanges", "exchange"))


def at_place(place: Place) -> Cells:
    """The fields `PASSAGE` of a place."""
    return {"passage": place_key(place), "line": place.line, "start": place.start, "end": place.end}


def around(place: Place, rows: BriefingRows) -> Cells:
    """The fields `STANDS`, `ABOUT` and `PASSAGE` of a place."""
    return {
        **rows.stands(place.source),
        **rows.about(place.source, place.passage),
        **at_place(place),
    }


def speaker_at(place: Place, id_: str | None, name: str | None, rows: BriefingRows) -> Cells:
    """The fields `SPEAKS` for words at a place, from what is known about their speaker.

    If this is the speaker of the turn, the role is that of the turn.
    """
    at = rows.at.get(place.passage or "")
    speaker = at.turn.speaker if at and at.turn else None
    kind = speaker.kind if speaker and id_ and speaker.id == id_ else None
    return rows.who(place.source, id_, name, kind)
