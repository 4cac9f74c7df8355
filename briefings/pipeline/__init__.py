"""What the commands do: build, check, release, and record what is published."""

from ..gathering import gather
from .building import build, rebuild
from .checking import check
from .corpus import gather_for
from .freezing import freeze
from .options import ROOT, Options
from .preparing import prepare
from .releasing import Releasing, release

__all__ = [
    "ROOT", "Options", "Releasing", "build", "check", "freeze", "gather", "gather_for", "prepare",
    "rebuild", "release",
]  # fmt: skip
