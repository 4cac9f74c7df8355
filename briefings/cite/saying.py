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
    present = [part for part in parts if part]
    with_commas = [
        f"{part[:-1]},” " if part.endswith("”") else f"{part}, " for part in present[:-1]
    ]
    return "".join((*with_commas, *present[-1:]))


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
    authors = ", ".join(author.name for author in text.authors)
    if locator.mode == "direct":
        relation = f"quoted in {authors}" if authors else "quoted"
    else:
        relation = f"as reported by {authors}" if authors else "as reported"
    return f"{locator.speaker.name}, {relation}"


def located(reference: Reference) -> str:
    """The passage with its line."""
    locator = reference.locator
    if not locator:
        return ""
    source = f"source {reference.text.source}" if reference.text.source else ""
    place = joined(source, locator.lines)
    return f"passage {locator.passage} ({place})" if place else f"passage {locator.passage}"


def notes(reference: Reference) -> list[str]:
    """Sentences without full stops, for the note field of a reference manager."""
    text, locator = reference.text, reference.locator
    event_words = event(text)
    sentences = [reporting(reference)]
    if locator and text.is_transcript and not locator.speaker:
        sentences.append(NO_SPEAKER)
    if event_words:
        sentences.append(f"Press briefing: {event_words}")
    if text.quality:
        sentences.append(f"Text: {text.quality}")
    if locator:
        place = located(reference)
        sentences.append(place[0].upper() + place[1:])
        sentences.append(f"Quotation: “{inner(locator.words)}”" if locator.words else "")
        sentences.append(f"Figure as stated: “{inner(locator.value)}”" if locator.value else "")
    sentences.append(f"Original: {text.original}" if text.original else "")
    sentences.append(f"Archived: {text.archived}" if text.archived else "")
    return [sentence for sentence in sentences if sentence]
