"""Pango, which WeasyPrint calls to make PDFs; run as a module, it installs it if need be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable

from briefings.books import pdf
from tests.browser.chromium import as_root

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-noto-cjk")
"""Debian's and Ubuntu's names; the last has the Chinese characters."""


def is_missing() -> bool:
    """Whether no PDF can be made here, or none with Chinese characters."""
    # In a process of its own: a library that was missing when it was looked for is not looked for
    # again.
    tried = [sys.executable, "-c", "from briefings.books import pdf; pdf.check()"]
    if subprocess.run(tried, capture_output=True, check=False).returncode:
        return True
    if not shutil.which("fc-list"):
        return False
    fonts = ["fc-list", ":lang=zh", "family"]
    return not subprocess.run(fonts, capture_output=True, check=False).stdout.strip()


def _install() -> None:
    prefix = as_root()
    if prefix is None or not shutil.which("apt-get"):
        return
    print("No Pango here: installing it for PDFs.", flush=True)
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        subprocess.run(
            [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *command],
            check=False,
        )


def main(missing: Callable[[], bool] = is_missing) -> int:
    """Exit 0 where PDFs can be made, 1 with the line to type."""
    if missing():
        _install()
    if missing():
        print(
            f"No Pango for PDFs.  Type:  sudo apt-get install {' '.join(PACKAGES)}", file=sys.stderr
        )
        return 1
    print(f"PDFs are made by WeasyPrint ({pdf.VARIANT})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
