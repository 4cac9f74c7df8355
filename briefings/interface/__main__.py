"""Makes of the list of words what scripts and Python know of it: `python -m briefings.interface`.

`npm run bundle` does so first.
"""

from __future__ import annotations

import sys

from . import declared, reading, scripts


def main() -> int:
    """Writes the modules; 1 where the list is not as it should be, which is told."""
    words = reading.read(None)
    if words.problems:
        sys.stderr.writelines(f"{problem}\n" for problem in words.problems)
        return 1
    scripts.write(words)
    declared.PATH.write_text(declared.module(words), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
