"""Finds a Chrome or Chromium for the browser tests; run as a module, it installs one if need be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# Debian's build without windows: it renders the same pages in about half the time.
_SHELL = "chromium-headless-shell"
_NAMES = (_SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


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
    if _is_debian() and prefix is not None:
        print("Installing Debian's Chromium for the browser tests.", flush=True)
        apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        subprocess.run([*apt, "update"], check=False)
        for package in (_SHELL, "chromium"):
            subprocess.run(
                [*apt, "install", "--yes", "--no-install-recommends", package], check=False
            )
            if find():
                return
    print("No Chrome or Chromium here: downloading Playwright's.", flush=True)
    with_libraries = ["--with-deps"] if prefix is not None and shutil.which("apt-get") else []
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"], check=False
    )


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    debian = release.exists() and "ID=debian\n" in release.read_text(encoding="utf-8")
    return debian and shutil.which("apt-get") is not None


def _is_slow() -> bool:
    """Whether root could install the shell here, as in a container or in CI, and has not yet."""
    can_install = os.geteuid() == 0 and _is_debian()
    return can_install and "CHROME_PATH" not in os.environ and shutil.which(_SHELL) is None


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
    if find() is None or _is_slow():
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
