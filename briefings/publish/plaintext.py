"""Briefings and their texts as plain text, for reading or quoting elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import urls, wording
from briefings.attribution import attributions_of
from briefings.model import Briefing, Turn, Witness

_BETWEEN = "\n\n"


def briefing_text(briefing: Briefing) -> str:
    """Title, facts (which text it is, and how good), and the primary text by paragraphs."""
    attribution = attributions_of(briefing)[briefing.primary.source.id]
    facts = [
        ("Date", briefing.date),
        ("Time", briefing.time),
        ("Place", briefing.place),
        ("Host", briefing.host),
        ("Source", briefing.primary.source.file),
        ("Text", attribution.name),
        ("Publisher", attribution.publisher),
        ("Quality", wording.QUALITIES[attribution.quality] if attribution.quality else None),
        ("Page", urls.briefing_url(briefing.slug)),
    ]
    blocks = [briefing.title, "\n".join(f"{name}: {value}" for name, value in facts if value)]
    blocks += [text for _, text in _body(briefing.primary)]
    notice = briefing.primary.credits.notice
    if notice:
        blocks.append(notice)
    return _BETWEEN.join(blocks) + "\n"


def witness_text(witness: Witness) -> str:
    """One text and nothing else, by paragraphs: speakers' names or headings, and passages.

    `passage_starts` gives the offset of each passage.
    """
    return _BETWEEN.join(text for _, text in _body(witness)) + "\n"


def passage_starts(witness: Witness) -> dict[str, int]:
    """The offset of each passage in `witness_text`, in code points, by id."""
    starts: dict[str, int] = {}
    at = 0
    for id_, text in _body(witness):
        if id_ is not None:
            starts[id_] = at
        at += len(text) + len(_BETWEEN)
    return starts


def _body(witness: Witness) -> Iterator[tuple[str | None, str]]:
    """Paragraphs of a text, each with the id of its passage, or None."""
    for part in witness.parts:
        heading = f"{_speaker(part)}:" if isinstance(part, Turn) else part.heading
        if heading:
            yield None, heading
        for passage in part.passages:
            yield passage.id, passage.text


def _speaker(turn: Turn) -> str:
    """The label as printed, without a closing colon, which the text adds."""
    speaker = turn.speaker
    printed = (speaker.label or speaker.name or "").strip().rstrip(":").strip()
    return printed or "Speaker not given in the source"
