"""Every link and fragment of the built site leads somewhere: lychee, without the network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import Built

_LYCHEE = Path(sys.executable).parent / "lychee"


def check_links(folder: Path, served: Path, url: str) -> subprocess.CompletedProcess[str]:
    """Lychee over all pages of a site; its address on the web leads to the same pages."""
    root = f"file://{folder.resolve()}/"
    return subprocess.run(
        [
            str(_LYCHEE),
            "--offline",
            "--include-fragments",
            "--index-files=index.html",
            f"--root-dir={served.resolve()}",
            f"--remap={url}?(.*) {root}$1",
            "--no-progress",
            "--format=detailed",
            f"{folder}/**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_link_and_fragment_leads_somewhere(built: Built) -> None:
    done = check_links(built.folder, built.served, built.url)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_a_broken_link_would_be_found(built: Built, tmp_path: Path) -> None:
    """The check can fail: on a link to nowhere, and on a fragment that is not there."""
    folder = tmp_path / built.folder.name
    shutil.copytree(built.folder / "about", folder / "about")
    page = folder / "about" / "index.html"
    text = page.read_text(encoding="utf-8")
    broken = '<a href="../nowhere/">a</a><a href="#no-such-place">b</a></body>'
    page.write_text(text.replace("</body>", broken), encoding="utf-8")
    done = check_links(folder, tmp_path, built.url)
    assert done.returncode != 0
    assert "nowhere" in done.stdout
    assert "no-such-place" in done.stdout
