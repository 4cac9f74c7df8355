"""What the command does: build, check, record what is published."""

from ..gathering import gather
from .building import build, rebuild
from .checking import check
from .corpus import gather_for
from .freezing import freeze
from .options import ROOT, Options
from .preparing import prepare

__all__ = [
    "ROOT", "Options", "build", "check", "freeze", "gather", "gather_for", "prepare", "rebuild",
]  # fmt: skip
