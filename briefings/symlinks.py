"""Links of the file system, and whether they lead out of the folder that they stand in."""

from __future__ import annotations

import os
from pathlib import Path


def leads_out(path: Path, folder: Path) -> tuple[str, str] | None:
    """What is wrong with a link, and what to do; None where it leads to a file of the folder.

    What begins with a dot (`.git`) is not of the folder.
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
