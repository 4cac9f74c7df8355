"""Checks whether symbolic links lead out of their folder."""

from __future__ import annotations

import os
from pathlib import Path


def leads_out(path: Path, folder: Path) -> tuple[str, str] | None:
    """What is wrong with a link and what to do about it; None if it leads to a file in the folder.

    Targets whose path contains a name with a leading dot (such as `.git`) do not count as in the
    folder.
    """
    try:
        target = Path(os.path.realpath(path, strict=True))
    except OSError as error:
        return f"is a link that leads nowhere: {error.strerror}", "put the file itself there"
    base = Path(os.path.realpath(folder))
    if target.is_relative_to(base) and not any(
        part.startswith(".") for part in target.relative_to(base).parts
    ):
        return None
    return "is, or stands behind, a link out of its folder", "put the file itself there"
