"""A briefing as plain text, for those who want to read or quote it elsewhere."""

from __future__ import annotations

from briefings import anchors
from briefings.model import Briefing, Turn, Witness


def briefing_text(briefing: Briefing) -> str:
    """Title, facts and the text of the primary witness, paragraph by paragraph."""
    facts = [
        ("Date", briefing.date),
        ("Time", briefing.time),
        ("Place", briefing.place),
        ("Host", briefing.host),
        ("Source", briefing.primary.source.file),
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
