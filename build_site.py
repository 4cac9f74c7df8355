#!/usr/bin/env python3
"""The command `briefings`, run in a checkout of the repository."""

from __future__ import annotations

import sys
from pathlib import Path

from briefings import command

ROOT = Path(__file__).resolve().parent


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 an error (with --strict a warning too), 2 wrong usage."""
    return command.main(arguments, ROOT)


if __name__ == "__main__":
    sys.exit(main())
