"""The options of a command: inputs, outputs and workers."""

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
    """What to build, from what and where; `work` is the folder of the cache.

    `executor` is the address of a cluster (`dask://HOST:PORT`), None for processes on this machine;
    `jobs` is the number of processes, None for one per processor. `limits` is the maximum content
    of one page; with `pdf`, each briefing is also made as a PDF.
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
        """The cached results of this corpus."""
        return Store(self.work / KEPT)

    @property
    def workers(self) -> Workers:
        """The workers that run tasks."""
        return Workers(self.executor, self.jobs)

    @property
    def work(self) -> Path:
        """A cache folder for this corpus alone."""
        named = b"\n".join(
            os.fsencode(path.resolve()) for path in (self.seeds, self.editorial, self.site)
        )
        return (
            Path(os.environ.get("BUILD_DIR", HOME / ".build"))
            / hashlib.sha256(named).hexdigest()[:12]
        )
