"""`build_site.py new`: received texts become sources, or later editions of one that is there."""

from .command import run
from .editions import replace_source
from .taking import Wishes, take_in

__all__ = ["Wishes", "replace_source", "run", "take_in"]
