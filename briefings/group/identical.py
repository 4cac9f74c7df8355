"""Detect a text that is in `seeds/` twice, such as a new edition that was added as a second
source."""

from __future__ import annotations

from ..likeness import EDITION, shared_words
from ..problems import Problems
from .features import Features, Wordings


def near_identical(a: Features, b: Features, wordings: Wordings, problems: Problems) -> None:
    """Warn if two texts are nearly identical and no editor has said how they are related."""
    of_a, of_b = wordings.words(a.source), wordings.words(b.source)
    if _settled(a, b) or min(len(of_a), len(of_b)) < EDITION * max(len(of_a), len(of_b)):
        return
    shared = shared_words(of_a, of_b)
    if not shared.is_edition:
        return
    is_same = of_a == of_b
    message = (
        f"has the same words as {a.file}"
        if is_same
        else f"has {min(shared.of_first, shared.of_second):.0%} of its words in common with "
        f"{a.file}"
    )
    hint = (
        "if it is the same text, take one of the two out"
        if is_same
        else "if it is a later edition, move it out of the folder and type: build_site.py new "
        f"--replaces {a.source} {b.file}"
    )
    problems.warning(
        "near-identical", b.path, message,
        f"{hint}; to keep both, write the same `event:` in sources/{a.source}.yml and "
        f"sources/{b.source}.yml, or `distinct_from: ['{a.source}']` in the latter",
    )  # fmt: skip


def _settled(a: Features, b: Features) -> bool:
    if a.source == b.source:  # reported elsewhere
        return True
    if a.source in b.distinct_from or b.source in a.distinct_from:
        return True
    return bool(a.event and b.event)
