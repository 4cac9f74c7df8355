"""Two editors, two branches, one briefing each: git joins them by itself, and the gate passes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import build_site
from tests.command import FIVE, ROOT, run

TEXTS = ROOT / "tests" / "corpora" / "twelve" / "texts"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with our attributes and the five texts' folders, committed on `main`."""
    folder = tmp_path / "repository"
    folder.mkdir()
    shutil.copy(ROOT / ".gitattributes", folder)
    for name in ("seeds", "editorial"):
        shutil.copytree(FIVE / name, folder / name)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _commit(folder, "Five texts")
    return folder


def _git(folder: Path, *arguments: str) -> str:
    person = {f"GIT_{who}_{what}": "editor@example.org" for who in ("AUTHOR", "COMMITTER")
              for what in ("NAME", "EMAIL")}  # fmt: skip
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder, env={**os.environ, **person, **alone}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _commit(folder: Path, message: str) -> None:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", f"--message={message}")


def _folders(repository: Path) -> list[str]:
    return ["--seeds", str(repository / "seeds"), "--editorial", str(repository / "editorial")]


def _branch_with(repository: Path, name: str) -> None:
    _git(repository, "switch", "--quiet", "--create", f"add-{name}", "main")
    assert build_site.main(["new", str(TEXTS / name), *_folders(repository)]) == 0
    _commit(repository, f"Add {name}")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param("100_ferries.txt", "101_reservoirs.txt", id="side by side in the list"),
        pytest.param("103_tram.html", "104_bees.md", id="other kinds of file"),
    ],
)
def test_two_branches_that_each_add_a_briefing_merge(
    repository: Path, ours: str, theirs: str
) -> None:
    _branch_with(repository, ours)
    _branch_with(repository, theirs)
    _git(repository, "switch", "--quiet", "main")
    for name in (ours, theirs):
        _git(repository, "merge", "--quiet", "--no-ff", "--no-edit", f"add-{name}")
    assert _git(repository, "status", "--porcelain") == ""
    sums = (repository / "seeds" / "SHA256SUMS").read_text("utf-8").splitlines()
    assert {line[66:] for line in sums} >= {ours, theirs}
    assert len(sums) == len(set(sums)) == 7
    done = run("check", *_folders(repository), "--strict")
    assert done.code == 0, done.said
    assert done.out.startswith("All is well: 7 sources, 5 briefings, ")


def test_branches_that_each_record_ids_merge(repository: Path) -> None:
    """Each adds a briefing and records it: both are published under the ids that each one gave."""
    names = ("100_ferries.txt", "101_reservoirs.txt")
    for name in names:
        _branch_with(repository, name)
        frozen = run("freeze", *_folders(repository))
        assert frozen.code == 0, frozen.said
        _commit(repository, f"Record {name}")
    _git(repository, "switch", "--quiet", "main")
    for name in names:
        _git(repository, "merge", "--quiet", "--no-ff", "--no-edit", f"add-{name}")
    assert _git(repository, "status", "--porcelain") == ""
    recorded = sorted(path.stem for path in (repository / "editorial/ids/sources").iterdir())
    assert len(recorded) == 7
    done = run("check", *_folders(repository), "--strict")
    assert done.code == 0, done.said
    again = run("freeze", *_folders(repository))
    assert again.code == 0, again.said
    assert "0 new, 0 reworded, 0 gone" in again.out


def test_bytes_of_sources_and_cases_are_never_converted(repository: Path) -> None:
    paths = [
        "seeds/a.txt",
        "seeds/2026/a.txt",
        "tests/corpora/x/seeds/a.txt",
        "tests/cases/a/b.txt",
    ]
    told = _git(repository, "check-attr", "text", *paths).splitlines()
    assert told == [f"{path}: text: unset" for path in paths]
    generated = _git(
        repository, "check-attr", "linguist-generated", "editorial/schemas/source.json"
    )
    assert generated.strip().endswith(": set")
