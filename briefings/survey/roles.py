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
    settings_in_words = (
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
    words = [label for label, value in settings_in_words if value]
    for number, singular, plural in (
        (len(settings.labels), "who speaks at 1 place", "who speaks at {} places"),
        (len(settings.roles), "what 1 line is", "what {} lines are"),
    ):
        if number:
            words.append(singular if number == 1 else plural.format(number))
    return tuple(words)
