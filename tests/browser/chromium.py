"""Finds a Chrome or Chromium for the browser tests; run as a module, it installs one if need be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def installed() -> str | None:
    """The browser of this computer; None where only Playwright's own could serve."""
    named = os.environ.get("CHROME_PATH")
    if named and Path(named).exists():
        return named
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def find() -> str | None:
    """The browser that the tests would use, if there is one."""
    return installed() or _downloaded()


def _downloaded() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _install() -> None:
    """Debian's package where this user may install one, else Playwright's own download."""
    prefix = as_root()
    release = Path("/etc/os-release")
    debian = release.exists() and "ID=debian\n" in release.read_text(encoding="utf-8")
    if debian and prefix is not None and shutil.which("apt-get"):
        print("No Chrome or Chromium here: installing Debian's package.", flush=True)
        for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
            subprocess.run(
                [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *command],
                check=False,
            )
        if find():
            return
    print("No Chrome or Chromium here: downloading Playwright's.", flush=True)
    with_libraries = ["--with-deps"] if prefix is not None and shutil.which("apt-get") else []
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"], check=False
    )


def as_root() -> list[str] | None:
    """What to put before a command so that root runs it; None where nobody may."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        if allowed.returncode == 0:
            return ["sudo", "-n"]
    return None


def main() -> int:
    """Exit 0 with a browser at hand, 1 with the line to type."""
    if find() is None:
        _install()
    path = find()
    if path is None:
        print(
            "No Chrome or Chromium for the browser tests.  Type:  sudo apt-get install chromium",
            file=sys.stderr,
        )
        return 1
    print(f"Browser tests use {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
