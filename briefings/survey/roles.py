"""The distribution of roles over the lines of a source, and what editors settled about it."""

from __future__ import annotations

from collections import Counter

from ..model import Role, Settings, Witness


def role_counts(witness: Witness) -> tuple[tuple[Role, int], ...]:
    """Return each role with its number of lines, the most frequent first."""
    counts = Counter(line.role for line in witness.lines)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def settled_by_editors(settings: Settings) -> tuple[str, ...]:
    """Return what editors settled about a source, in words, the most important first."""
    said = (
        ("what kind of text it is", settings.kind),
        ("its quality", settings.quality),
        ("the title", settings.title),
        ("the date", settings.date),
        ("the hour", settings.time),
        ("the place", settings.location),
        ("the host", settings.host),
        ("the publisher", settings.publisher),
        ("when it was published", settings.published),
        ("which event it tells", settings.event),
        ("that it is the main text", settings.primary),
    )
    words = [what for what, value in said if value]
    for number, one, many in (
        (len(settings.labels), "who speaks at 1 place", "who speaks at {} places"),
        (len(settings.roles), "what 1 line is", "what {} lines are"),
    ):
        if number:
            words.append(one if number == 1 else many.format(number))
    return tuple(words)
