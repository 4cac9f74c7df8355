"""What is built, checked or recorded: from what, to where, by whom."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from .. import resources
from ..engine.executing import Workers
from ..engine.store import KEPT, Store
from ..model.page import Limits
from ..resources import HOME

ROOT = resources.SITE_FILES


@dataclass(frozen=True, slots=True)
class Options:
    """What is built, from what, to where; `work` holds what a build keeps between runs.

    `executor` is the address of a cluster (`dask://HOST:PORT`), None for processes on this
    machine; `jobs` is how many of these, None for one a processor.  `limits` are how much one
    page holds; `pdf` says that each briefing is a PDF too.
    """

    seeds: Path
    editorial: Path
    site: Path
    strict: bool = False
    executor: str | None = None
    jobs: int | None = None
    limits: Limits = field(default_factory=Limits)
    pdf: bool = False

    @property
    def store(self) -> Store:
        """What was computed of this corpus before."""
        return Store(self.work / KEPT)

    @property
    def workers(self) -> Workers:
        """Whoever computes."""
        return Workers(self.executor, self.jobs)

    @property
    def work(self) -> Path:
        """A folder for this corpus alone, so that another one never touches it."""
        named = b"\n".join(
            os.fsencode(path.resolve()) for path in (self.seeds, self.editorial, self.site)
        )
        return (
            Path(os.environ.get("BUILD_DIR", HOME / ".build"))
            / hashlib.sha256(named).hexdigest()[:12]
        )
