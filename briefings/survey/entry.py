"""The YAML that merges names that look like the same one."""

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
    """Return an entry with the other names as aliases; comments state where each name occurs."""
    lines = [
        f"{id_}:  # {_spoken(count, sources)}",
        f"  name: {quoted(name)}",
        "  aliases:",
        *(f"    - {quoted(alias)}" for alias in aliases),
        *(
            f"    - {quoted(printed)}  # {other.id}: {_spoken(other.count, other.sources)}"
            for other in others
            for printed in other.printed
        ),
    ]
    return "\n".join(lines) + "\n"


def _spoken(count: int, sources: Sequence[str]) -> str:
    turns = "1 turn" if count == 1 else f"{count} turns"
    return f"{turns}, in {', '.join(sources)}" if sources else turns
