"""Sentences that several styles share, because few styles have fields for this information."""

from __future__ import annotations

from . import dates
from .model import Reference, Text

GENRES = {
    "transcript": "Transcript of a press briefing",
    "partial-transcript": "Partial transcript of a press briefing",
}
NO_SPEAKER = "Speaker not given in the source"


def event(text: Text) -> str:
    """The event: its name unless it is the text's, its host, place and date."""
    name = f"“{inner(text.event)}”" if text.event and text.event != text.title else ""
    return joined(name, text.host, text.place, dates.in_words(text.held))


def joined(*parts: str) -> str:
    """The non-empty parts, joined with commas, which go inside closing quotation marks.

    >>> joined("“On boats”", "", "2021"), joined("“On boats”")
    ('“On boats,” 2021', '“On boats”')
    """
    told = [part for part in parts if part]
    ahead = [f"{one[:-1]},” " if one.endswith("”") else f"{one}, " for one in told[:-1]]
    return "".join((*ahead, *told[-1:]))


def inner(words: str) -> str:
    """Words for use within double quotation marks: inner double marks become single ones.

    >>> inner('On “boats”'), inner('The "sea" week'), inner('5" pipes')
    ('On ‘boats’', 'The ‘sea’ week', '5" pipes')
    """
    words = words.replace("“", "‘").replace("”", "’")
    pieces = words.split('"')
    if len(pieces) % 2 == 0:
        return words  # an unpaired mark: perhaps an inch
    marked = [f"‘{piece}’" if n % 2 else piece for n, piece in enumerate(pieces)]
    return "".join(marked)


def reporting(reference: Reference) -> str:
    """How an article reports the cited words: whose they are, and whether they are
    quoted directly.
    """
    locator, text = reference.locator, reference.text
    if not (locator and locator.speaker and text.is_article):
        return ""
    by = ", ".join(one.name for one in text.authors)
    if locator.mode == "direct":
        how = f"quoted in {by}" if by else "quoted"
    else:
        how = f"as reported by {by}" if by else "as reported"
    return f"{locator.speaker.name}, {how}"


def located(reference: Reference) -> str:
    """The passage with its line."""
    locator = reference.locator
    if not locator:
        return ""
    at = [f"source {reference.text.source}" if reference.text.source else "", locator.lines]
    told = joined(*at)
    return f"passage {locator.passage} ({told})" if told else f"passage {locator.passage}"


def notes(reference: Reference) -> list[str]:
    """Sentences without full stops, for the note field of a reference manager."""
    text, locator = reference.text, reference.locator
    about = event(text)
    told = [reporting(reference)]
    if locator and text.is_transcript and not locator.speaker:
        told.append(NO_SPEAKER)
    if about:
        told.append(f"Press briefing: {about}")
    if text.quality:
        told.append(f"Text: {text.quality}")
    if locator:
        place = located(reference)
        told.append(place[0].upper() + place[1:])
        told.append(f"Quotation: “{inner(locator.words)}”" if locator.words else "")
        told.append(f"Figure as stated: “{inner(locator.value)}”" if locator.value else "")
    told.append(f"Original: {text.original}" if text.original else "")
    told.append(f"Archived: {text.archived}" if text.archived else "")
    return [one for one in told if one]
