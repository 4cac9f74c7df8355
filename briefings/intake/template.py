"""Writes the editorial file of a new source: what was recognised, for an editor to confirm."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..editorial.json_schemas import first_line
from ..model import Witness


def editorial_file(
    witness: Witness,
    path: Path,
    facts: Mapping[str, str | Sequence[str]],
    proposed_event: str | None = None,
) -> str:
    """What was recognised, in comments; each line becomes valid once its first number sign is
    removed.

    `settled` are keys that are set from the start, such as the address of a fetched text.
    """
    recognised = (
        ("kind", witness.kind, "transcript, partial-transcript or article"),
        ("title", witness.title, "a title, where the source has none"),
        ("date", witness.date, "the day of the event, 2024-05-31; --05-31 where no year is known"),
        ("date_basis", None, "what the date rests on"),
        ("time", witness.time, "the hour as worded, 10 a.m."),
        ("place", witness.place, "the city or hall"),
        ("host", witness.host, "who held the event"),
        ("publisher", witness.publisher, "who published this text"),
        ("published", witness.published, "the day this text was published"),
        ("quality", None, "official-translation, agency-report, machine-translated or rewritten"),
        ("quality_basis", None, "what in the text shows it"),
        ("url", None, "where it was found"),
        ("archived", None, "an archived copy"),
        ("rights", None, "who holds them"),
        ("event", proposed_event, "a word shared by sources that tell the same event"),
    )
    remaining = [entry for entry in recognised if entry[0] not in facts]
    lines = [
        first_line(path, "source"),
        f"## Source {witness.source.id}: what was recognised in {witness.source.file}.",
        "## Take the # off a line to settle it; what stays a comment is left to the build.",
        "",
        *(f"{key}: {_yaml(value)}" for key, value in facts.items()),
        *([""] if facts else []),
        *(f"#{key}: {_yaml(value)}" for key, value, _ in remaining if value),
        "",
        "## Not recognised, or an editor's to say:",
        *(f"##   {key}: {meaning}" for key, value, meaning in remaining if not value),
    ]
    if labels := _labels(witness):
        lines += [
            "",
            "## Labels as they were read. `label: no` makes a line text; with `speaker` and `kind`",
            "## (chair, official, outlet, unknown) it says who speaks from there.",
            "#labels:",
            *labels,
        ]
    return "\n".join(lines) + "\n"


def _labels(witness: Witness) -> list[str]:
    """A ruling for each turn that states how it was read; none for a line with several parts."""
    shared = {line.n for line in witness.lines if line.parts}
    rulings = []
    for turn in witness.turns:
        line = turn.label_line or (turn.passages[0].line if turn.passages else 0)
        if not line or line in shared:
            continue
        fields = [f"line: {line}", f"label: {'yes' if turn.speaker.label else 'no'}"]
        if turn.speaker.name:
            fields.append(f"speaker: {_yaml(turn.speaker.name)}")
        rulings.append(f"#  - {{{', '.join([*fields, f'kind: {turn.speaker.kind}'])}}}")
    return rulings


def _yaml(value: str | Sequence[str]) -> str:
    """A quoted value: JSON strings are valid YAML."""
    return json.dumps(value, ensure_ascii=False)
