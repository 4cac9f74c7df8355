"""Generates the modules for scripts and Python from the list of words: `python -m
briefings.interface`.

`npm run bundle` runs it first.
"""

from __future__ import annotations

import sys

from . import declared, reading, scripts


def main() -> int:
    """Writes the modules; returns 1 if the list has mistakes, which are reported."""
    words = reading.read(None)
    if words.problems:
        sys.stderr.writelines(f"{problem}\n" for problem in words.problems)
        return 1
    scripts.write(words)
    declared.PATH.write_text(declared.module(words), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
