"""The YAML that merges names which look like one."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Alike
from ..yaml_values import quoted


def merging_yaml(
    id_: str,
    name: str,
    count: int,
    sources: Sequence[str],
    aliases: Sequence[str],
    others: Sequence[Alike],
) -> str:
    """The entry as it would stand, with what is known of each name as comments."""
    lines = [
        f"{id_}:  # {_spoken(count, sources)}",
        f"  name: {quoted(name)}",
        "  aliases:",
        *(f"    - {quoted(alias)}" for alias in aliases),
        *(
            f"    - {quoted(printed)}  # {one.id}: {_spoken(one.count, one.sources)}"
            for one in others
            for printed in one.printed
        ),
    ]
    return "\n".join(lines) + "\n"


def _spoken(count: int, sources: Sequence[str]) -> str:
    turns = "1 turn" if count == 1 else f"{count} turns"
    return f"{turns}, in {', '.join(sources)}" if sources else turns
