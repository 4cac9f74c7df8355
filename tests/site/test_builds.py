"""Same inputs, same bytes; nothing is written without need; a failed build leaves all as it was."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

import pytest

from tests.command import ROOT, build, snapshot
from tests.conftest import Built

TRANSCRIPT = """Ministry of Sea holds press conference on harbours

Harbour City | 10 a.m. May 4, 2021

Speakers:

Bo Fisher, head of the Fish Bureau of the Ministry of Sea

Chairperson:

Ada Chair, spokesperson of the Ministry of Sea

Ada Chair:

Good morning. Mr. Fisher has the floor.

Bo Fisher:

We counted 12 harbours in 2020.

Daily Net:

How many boats are there? Thank you.

Bo Fisher:

There are 3,000 boats.

Ada Chair:

That concludes the press conference.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Folders of seeds with one transcript, of an empty editorial, and where the site goes."""
    seeds, editorial = tmp_path / "seeds", tmp_path / "editorial"
    seeds.mkdir()
    editorial.mkdir()
    (seeds / "900_sea.txt").write_text(TRANSCRIPT, encoding="utf-8")
    return seeds, editorial, tmp_path / "site"


def _times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


# Put on the path of Python, it has every program of a build live ten years ago.
_EARLIER = """
import datetime, time
_now, _past = time.time, 10 * 366 * 86400
time.time = lambda: _now() - _past
class _Date(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) - datetime.timedelta(seconds=_past)
datetime.datetime = _Date
"""


def test_two_builds_give_the_same_bytes(corpus: tuple[Path, Path, Path], tmp_path: Path) -> None:
    """In other folders, with another hash seed, time zone, locale and umask, at another time."""
    seeds, editorial, site = corpus
    copies = tmp_path / "another place, “ç”"
    shutil.copytree(seeds, copies / "s")
    shutil.copytree(editorial, copies / "e")
    for path in copies.rglob("*"):
        os.utime(path, (0, 0))
    (copies / "sitecustomize.py").write_text(_EARLIER, encoding="utf-8")
    first = build(seeds, editorial, site, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    umask = os.umask(0o077)
    try:
        second = build(
            copies / "s", copies / "e", copies / "out", PYTHONHASHSEED="2", TZ="Asia/Shanghai",
            LC_ALL="tr_TR.UTF-8", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii",
            PYTHONPATH=str(copies), BUILD_DIR=str(copies / "work"),
        )  # fmt: skip
    finally:
        os.umask(umask)
    assert first.code == second.code == 0, first.said + second.said
    one, other = snapshot(site), snapshot(copies / "out")
    assert one
    assert one == other


def test_what_is_compressed_has_a_header_of_our_own(corpus: tuple[Path, Path, Path]) -> None:
    """Without time or system, which the versions of Python write differently."""
    seeds, editorial, site = corpus
    assert build(seeds, editorial, site).code == 0
    compressed = [*site.rglob("*.pack"), site / "sitemap.xml.gz"]
    assert len(compressed) > 1
    for path in compressed:
        assert path.read_bytes()[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
        assert gzip.decompress(path.read_bytes())


def test_an_unchanged_build_writes_nothing(corpus: tuple[Path, Path, Path]) -> None:
    assert build(*corpus).code == 0
    before = _times(corpus[2])
    assert build(*corpus).code == 0
    assert _times(corpus[2]) == before


def test_nothing_is_shipped_that_no_page_asks_for(built: Built) -> None:
    """That pages ask for none of it, the tests in a browser see: a file that is missing fails."""
    shipped = {path.split("/")[1] for path in snapshot(built.folder) if path.startswith("assets/")}
    assert shipped == {"bundles", "favicon.svg", "vendor"}


def test_a_page_whose_source_is_gone_is_deleted(corpus: tuple[Path, Path, Path]) -> None:
    seeds, editorial, site = corpus
    other = TRANSCRIPT.replace("May 4, 2021", "June 5, 2022").replace("harbours", "lighthouses")
    (seeds / "901_lights.txt").write_text(other, encoding="utf-8")
    assert build(seeds, editorial, site).code == 0
    assert list(site.glob("briefings/2022-06-05-*/index.html"))
    (seeds / "901_lights.txt").unlink()
    assert build(seeds, editorial, site).code == 0
    assert list(site.glob("briefings/2021-05-04-*/index.html"))
    assert not list(site.glob("briefings/2022-06-05-*"))
    assert not (site / "sources" / "901").exists()
    assert not (site / "data" / "sources" / "901.json").exists()


def test_an_error_leaves_the_last_good_site(corpus: tuple[Path, Path, Path]) -> None:
    seeds, editorial, site = corpus
    assert build(seeds, editorial, site).code == 0
    before = snapshot(site)
    (seeds / "902_empty.txt").write_bytes(b"")
    failed = build(seeds, editorial, site)
    assert failed.code == 1
    assert failed.lines("902_empty.txt")
    assert snapshot(site) == before


def test_building_another_corpus_leaves_the_project_alone(
    corpus: tuple[Path, Path, Path],
) -> None:
    watched = [ROOT / name for name in ("docs", "editorial", "seeds", "templates", "site")]
    before = [snapshot(folder) for folder in watched if folder.exists()]
    assert build(*corpus).code == 0
    assert [snapshot(folder) for folder in watched if folder.exists()] == before


def test_a_folder_with_somebodys_files_is_not_built_into(
    corpus: tuple[Path, Path, Path],
) -> None:
    seeds, editorial, site = corpus
    site.mkdir()
    (site / "letters.txt").write_text("Dear all", encoding="utf-8")
    refused = build(seeds, editorial, site)
    assert refused.code == 1
    assert refused.lines("site")
    assert [path.name for path in site.iterdir()] == ["letters.txt"]
    above = build(seeds, editorial, seeds.parent)
    assert above.code == 1
    assert (seeds / "900_sea.txt").exists()


def test_a_rebuild_leaves_the_repository_of_a_published_branch_alone(
    corpus: tuple[Path, Path, Path],
) -> None:
    seeds, editorial, site = corpus
    (site / ".git" / "refs").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref: refs/heads/gh-pages\n", encoding="utf-8")
    assert build(seeds, editorial, site).code == 0
    (seeds / "900_sea.txt").write_text(TRANSCRIPT.replace("3,000", "4,000"), encoding="utf-8")
    assert build(seeds, editorial, site).code == 0
    assert (site / ".git" / "HEAD").exists()
    assert (site / ".git" / "refs").is_dir()
    assert (site / "index.html").exists()
