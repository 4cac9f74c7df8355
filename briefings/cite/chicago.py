"""A citation as a full note in the style of The Chicago Manual of Style."""

from __future__ import annotations

from dataclasses import replace

from . import dates
from .model import Reference, Text
from .saying import GENRES, event, inner, joined, located, reporting


def write(reference: Reference) -> str:
    """One sentence, ending with the address."""
    text, locator = reference.text, reference.locator
    lead = reporting(reference) or joined(*(author.name for author in reference.authors))
    parts = [lead, f"“{inner(text.title.rstrip('.,'))}”", *_described(text, lead)]
    if locator:
        parts.append(located(reference))
        parts.append(f"at “{inner(locator.words)}”" if locator.words else "")
        parts.append(f"figure “{inner(locator.value)}”" if locator.value else "")
    parts.append(f"original at {text.original}" if text.original else "")
    parts.append(f"archived at {text.archived}" if text.archived else "")
    parts.append(text.site)
    if reference.accessed:
        parts.append(f"accessed {dates.in_words(reference.accessed)}")
    parts.append(reference.url)
    return f"{joined(*parts)}."


def _described(text: Text, lead: str) -> list[str]:
    """The kind of text, its event, its quality, and who published it when."""
    event_words = event(text)
    issued = dates.in_words(text.issued) or "n.d."
    quality = f" ({text.quality})" if text.quality else ""
    if text.is_article:
        is_named = any(author.name == text.publisher for author in text.authors)
        publisher = "" if is_named else text.publisher
        return [publisher, issued + quality, joined("report on a press briefing", event_words)]
    if not text.is_transcript:
        return [joined("press briefing", event_words)] if event_words else []
    is_published = text.publisher and text.issued and text.issued != text.held
    # The host of the briefing is named only once.
    event_words = event(replace(text, host="")) if text.host == lead else event_words
    return [
        GENRES[text.kind].lower(),
        (event_words or ("" if is_published else "n.d.")) + quality,
        text.publisher if text.publisher not in (text.host, lead) else "",
        issued if is_published else "",
    ]
