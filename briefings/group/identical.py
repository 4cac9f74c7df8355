"""A text that stands in `seeds/` twice: an edition of another source, put there as a second one."""

from __future__ import annotations

from collections.abc import Sequence

from ..likeness import EDITION, shared_words
from ..model import Witness
from ..problems import Problems


def near_identical(
    a: Witness, b: Witness, of_a: Sequence[str], of_b: Sequence[str], problems: Problems
) -> None:
    """Warns where either text is all but the other one and no editor has said what they are."""
    if _settled(a, b) or min(len(of_a), len(of_b)) < EDITION * max(len(of_a), len(of_b)):
        return
    shared = shared_words(of_a, of_b)
    if not shared.is_edition:
        return
    first, second = a.source, b.source
    same = tuple(of_a) == tuple(of_b)
    message = (
        f"has the same words as {first.file}"
        if same
        else f"has {min(shared.of_first, shared.of_second):.0%} of its words in common with "
        f"{first.file}"
    )
    what = (
        "if it is the same text, take one of the two out"
        if same
        else "if it is a later edition, move it out of the folder and type: build_site.py new "
        f"--replaces {first.id} {second.file}"
    )
    problems.warning(
        "near-identical", second.path, message,
        f"{what}; if both are to stand, write the same `event:` in sources/{first.id}.yml and "
        f"sources/{second.id}.yml, or `distinct_from: ['{first.id}']` in the latter",
    )  # fmt: skip


def _settled(a: Witness, b: Witness) -> bool:
    if a.source.id == b.source.id:  # an error of its own
        return True
    if a.source.id in b.settings.distinct_from or b.source.id in a.settings.distinct_from:
        return True
    return bool(a.settings.event and b.settings.event)
