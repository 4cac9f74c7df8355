"""Builds that are killed, meet a full disk, or run side by side: the last good site stays whole.

`KILLS` (default 6) is the number of moments at which a build is killed before its site is in place;
two more kills fall right after the old and the new tree have changed places.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefings.publish.ownership import MARK
from tests.command import ROOT, SITE_URL, Result, build, run_warm, snapshot
from tests.site.test_builds import TRANSCRIPT, corpus
from tests.warm import STRUCK

__all__ = ["corpus"]

KILLS = int(os.environ.get("KILLS", "6"))
_ERROR = re.compile(r"^[^\s:]+(?::\d+:\d+)?: error: \S.*\(\S.*\) \[[a-z-]+\]$")


def _struck(folders: tuple[Path, Path, Path], what: str, n: int, most: int = 0) -> Result:
    """A build to which something happens (see `killed.py`); no file may pass `most` bytes."""
    seeds, editorial, site = folders
    asked = ("build", "--seeds", seeds, "--editorial", editorial, "--site", site)
    return run_warm(STRUCK, (what, str(n), *asked), {}, most)


def _say(folders: tuple[Path, Path, Path], boats: int) -> None:
    text = TRANSCRIPT.replace("3,000", f"{boats},000")
    (folders[0] / "900_sea.txt").write_text(text, encoding="utf-8")


def _one_line(result: Result) -> str:
    """The one error of a run, and no traceback."""
    assert result.code == 1, result.said
    assert "Traceback" not in result.said
    (line,) = [line for line in result.said.splitlines() if ": error: " in line]
    assert _ERROR.match(line), line
    return line


def test_a_build_that_is_killed_at_any_moment_leaves_one_whole_site(
    corpus: tuple[Path, Path, Path],
) -> None:
    site = corpus[2]
    wholes = []
    for boats in (4, 3):
        _say(corpus, boats)
        assert build(*corpus).code == 0
        wholes.append(snapshot(site))
    (site / "CNAME").write_text("example.org\n", encoding="utf-8")
    before = snapshot(site)
    _say(corpus, 4)
    # Pages are staged, MkDocs runs, data and index are written, the new site is put in place.
    spread = [("kill", 1 + 40 * n) for n in range(KILLS - 3)]
    for what, n in (*spread, ("mkdocs", 20), ("place", 9), ("place", 150)):
        # MkDocs runs where it has something new to build: every page shows the site's name.
        settings = corpus[1] / "site.yml"
        settings.write_text("name: Harbours\n" if what == "mkdocs" else "", encoding="utf-8")
        killed = _struck(corpus, what, n)
        assert killed.code == -9, (what, n, killed.said)
        assert snapshot(site) == before, (what, n)
        settings.unlink()
    # The next build takes away what the killed ones left beside the site.
    _say(corpus, 3)
    assert build(*corpus).code == 0
    assert snapshot(site) == before
    _say(corpus, 4)
    for n in (1, 30):
        killed = _struck(corpus, "placed", n)
        assert killed.code == -9, (n, killed.said)
        now = snapshot(site)
        assert now.pop("CNAME")
        assert _without_list(now) == _without_list(wholes[0]), n
        if n == 1:
            _say(corpus, 3)
            assert build(*corpus).code == 0
            assert _without_list(snapshot(site)) == _without_list(before)
            _say(corpus, 4)
    done = build(*corpus)
    assert done.code == 0, done.said
    assert _without_list(snapshot(site)) == _without_list(now | {"CNAME": before["CNAME"]})
    assert {path.name for path in site.parent.iterdir()} == {"seeds", "editorial", "site"}


def _without_list(files: dict[str, str]) -> dict[str, str]:
    """The list of a site's files says too what was kept beside them."""
    return {name: digest for name, digest in files.items() if name != MARK}


def test_what_no_build_wrote_is_kept_and_named(corpus: tuple[Path, Path, Path]) -> None:
    site = corpus[2]
    assert build(*corpus).code == 0
    (site / "precious").mkdir()
    (site / "precious" / "thesis.doc").write_text("ten years of work", encoding="utf-8")
    _say(corpus, 4)
    done = build(*corpus)
    assert done.code == 0, done.said
    assert any("kept in" in line and "precious" in line for line in done.said.splitlines())
    assert (site / "precious" / "thesis.doc").read_text(encoding="utf-8") == "ten years of work"
    (site / "precious").rename(site.parent / "precious")
    (site / "sources" / "901").mkdir()
    (site / "sources" / "901" / "index.html").write_text("mine", encoding="utf-8")
    (corpus[0] / "901_lights.txt").write_text(TRANSCRIPT.replace("harbours", "lights"), "utf-8")
    assert "site/sources/901/index.html" in _one_line(build(*corpus))
    assert (site / "sources" / "901" / "index.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(("what", "n"), [("full", 1), ("full", 40), ("full-place", 30)])
def test_a_full_disk_is_told_in_one_line(
    corpus: tuple[Path, Path, Path], what: str, n: int
) -> None:
    site = corpus[2]
    assert build(*corpus).code == 0
    before = snapshot(site)
    _say(corpus, 4)
    assert "No space left on device" in _one_line(_struck(corpus, what, n))
    assert snapshot(site) == before
    assert build(*corpus).code == 0
    assert {path.name for path in site.parent.iterdir()} == {"seeds", "editorial", "site"}


@pytest.mark.parametrize("most", [3_000, 60_000])
def test_programs_that_the_build_starts_may_meet_it_too(
    corpus: tuple[Path, Path, Path], most: int
) -> None:
    """No file may pass so many bytes: for a page, a stub or an index a disk that is full."""
    site = corpus[2]
    assert build(*corpus).code == 0
    before = snapshot(site)
    _say(corpus, 4)
    _one_line(_struck(corpus, "none", 1, most))
    assert snapshot(site) == before
    assert build(*corpus).code == 0


def test_builds_at_once_wait_for_one_another(corpus: tuple[Path, Path, Path]) -> None:
    seeds, editorial, site = corpus
    command = [sys.executable, str(ROOT / "build_site.py"), "build", "--seeds", str(seeds)]
    command += ["--editorial", str(editorial), "--site", str(site)]
    builds = [
        subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "COLUMNS": "400", "SITE_URL": SITE_URL},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for _ in range(4)
    ]  # fmt: skip
    said = [one.communicate()[0] for one in builds]
    assert [one.returncode for one in builds] == [0, 0, 0, 0], said
    assert sum("Another build of this site is running" in text for text in said) >= 1
    assert sum("Nothing has changed since the last build" in text for text in said) == 3
    alone = site.with_name("alone")
    assert build(seeds, editorial, alone).code == 0
    assert snapshot(site) == snapshot(alone)


def test_builds_of_two_corpora_into_one_folder_leave_one_of_them_whole(
    corpus: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    """They keep their files apart, and meet only where the site is put in place."""
    seeds, editorial, site = corpus
    others = tmp_path / "others"
    others.mkdir()
    other = TRANSCRIPT.replace("harbours", "lighthouses").replace("May 4", "June 5")
    (others / "901_lights.txt").write_text(other, encoding="utf-8")
    wholes = []
    for texts in (seeds, others):
        assert build(texts, editorial, site).code == 0
        wholes.append(snapshot(site))
    builds = [
        subprocess.Popen(
            [sys.executable, str(ROOT / "build_site.py"), "build", "--seeds", str(texts),
             "--editorial", str(editorial), "--site", str(site)],
            cwd=ROOT, env={**os.environ, "SITE_URL": SITE_URL},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for texts in (seeds, others)
    ]  # fmt: skip
    said = [one.communicate()[0] for one in builds]
    assert [one.returncode for one in builds] == [0, 0], said
    assert snapshot(site) in wholes
    assert {path.name for path in tmp_path.iterdir()} == {"seeds", "editorial", "others", "site"}


def test_a_folder_that_may_not_be_written_is_told_in_one_line(
    corpus: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    """Under /proc nothing can be made, by root either."""
    seeds, editorial, _ = corpus
    if sys.platform == "linux":
        _one_line(build(seeds, editorial, Path("/proc/site")))
    blocked = tmp_path / "blocked"
    blocked.write_text("a file", encoding="utf-8")
    _one_line(build(seeds, editorial, blocked / "site"))
    _one_line(build(seeds, editorial, tmp_path / "site", BUILD_DIR=str(blocked)))
