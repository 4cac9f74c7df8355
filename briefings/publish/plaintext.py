"""A briefing as plain text, for those who want to read or quote it elsewhere."""

from __future__ import annotations

from briefings import anchors, wording
from briefings.model import Briefing, Turn, Witness
from briefings.origins import origins_of


def briefing_text(briefing: Briefing) -> str:
    """Title, facts (which text it is, and how good), and the primary text by paragraphs."""
    origin = origins_of(briefing)[briefing.primary.source.id]
    facts = [
        ("Date", briefing.date),
        ("Time", briefing.time),
        ("Place", briefing.place),
        ("Host", briefing.host),
        ("Source", briefing.primary.source.file),
        ("Text", origin.name),
        ("Publisher", origin.publisher),
        ("Quality", wording.QUALITIES[origin.quality] if origin.quality else None),
        ("Page", anchors.briefing_url(briefing.slug)),
    ]
    blocks = [briefing.title, "\n".join(f"{name}: {value}" for name, value in facts if value)]
    blocks += _body(briefing.primary)
    notice = briefing.primary.credits.notice
    if notice:
        blocks.append(notice)
    return "\n\n".join(blocks) + "\n"


def _body(witness: Witness) -> list[str]:
    blocks: list[str] = []
    for turn in witness.turns:
        blocks.append(f"{_speaker(turn)}:")
        blocks += [passage.text for passage in turn.passages]
    for section in witness.sections:
        if section.heading:
            blocks.append(section.heading)
        blocks += [passage.text for passage in section.passages]
    return blocks


def _speaker(turn: Turn) -> str:
    """The label as printed; it may end in the colon that the text adds."""
    speaker = turn.speaker
    printed = (speaker.label or speaker.name or "").strip().rstrip(":").strip()
    return printed or "Speaker not given in the source"
