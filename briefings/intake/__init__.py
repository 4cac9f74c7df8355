"""`build_site.py new`: turns received texts into sources, or into later editions of
existing ones.
"""

from .command import run
from .editions import replace_source
from .taking import Wishes, take_in

__all__ = ["Wishes", "replace_source", "run", "take_in"]
