"""The tutorial, followed command by command in an empty folder."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.command import ROOT

PAGE = (ROOT / "architecture" / "tutorial.md").read_text("utf-8")
STEPS = re.findall(
    r"(?:<!-- (.+?) -->\n)?^```(bash|yaml)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE
)
# What a clone holds and the tutorial uses; `make site` sets up the last.
CLONE = ("briefings", "tests", "docs", "templates", "theme", ".github", "mkdocs.yml", ".venv")


@dataclass(frozen=True, slots=True)
class Followed:
    """The folder that the tutorial leaves, and what each command said."""

    folder: Path
    said: dict[str, str]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """One build of twelve short texts, the only one of this module: some twenty seconds."""
    folder = tmp_path_factory.mktemp("lakes")
    for name in CLONE:
        (folder / name).symlink_to(ROOT / name)
    for name in ("seeds", "editorial"):
        (folder / name).mkdir()
        (folder / name / "README.md").write_text("what the repository brings", "utf-8")
    shutil.copy(ROOT / "build_site.py", folder)
    said: dict[str, str] = {}
    for mark, language, text in STEPS:
        if language == "yaml":
            path = folder / mark.removeprefix("write: ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        elif mark != "needs the network":
            for line in text.splitlines():
                said[line] = _run(line, folder)
    return Followed(folder, said)


def _run(line: str, folder: Path) -> str:
    environment = {**os.environ, "SITE_URL": "https://lakes.example/", "COLUMNS": "400"}
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def test_only_what_needs_the_network_is_not_run() -> None:
    left = [text.split()[0] for mark, _, text in STEPS if mark == "needs the network"]
    assert left == ["git", "git"]
    marks = [mark for mark, language, _ in STEPS if language == "yaml"]
    assert all(mark.startswith("write: editorial/") for mark in marks)


def test_each_text_is_taken_in_as_it_was(followed: Followed) -> None:
    texts = sorted((ROOT / "tests" / "corpora" / "lakes" / "texts").iterdir())
    assert len(texts) == 12
    for text in texts:
        assert (followed.folder / "seeds" / text.name).read_bytes() == text.read_bytes()


def test_what_is_unsure_is_said_and_can_be_settled(followed: Followed) -> None:
    first = followed.said[".venv/bin/python build_site.py check"]
    assert first.count("[no-labels]") == 2
    assert "warning" not in followed.said[".venv/bin/python build_site.py check --strict"]


def test_the_site_has_eleven_briefings_of_twelve_texts(followed: Followed) -> None:
    data = followed.folder / "site" / "data"
    briefings = json.loads((data / "briefings.json").read_text("utf-8"))["briefings"]
    assert len(briefings) == 11
    (plan,) = (one for one in briefings if len(one["sources"]) == 2)
    assert (plan["date"], plan["sources"]) == (
        "2026-09-08", ["10-clear-lakes", "11-clear-lakes-report"],
    )  # fmt: skip
    for one in briefings:
        assert (followed.folder / "site" / one["url"] / f"{one['slug']}.epub").is_file()


def test_people_of_several_texts_are_one(followed: Followed) -> None:
    people = json.loads((followed.folder / "site/data/people.json").read_text("utf-8"))["people"]
    assert sorted(one["name"] for one in people) == [
        "Ines Marlow", "Karin Alm", "Oskar Vinter", "Petra Lindholm", "Tomas Brandt",
    ]  # fmt: skip


def test_the_note_stands_in_both_briefings(followed: Followed) -> None:
    for date in ("2026-01-13", "2026-09-08"):
        (folder,) = (followed.folder / "site" / "briefings").glob(f"{date}-*")
        assert "called this number a first count" in (folder / "index.html").read_text("utf-8")


def test_a_quotation_is_found(followed: Followed) -> None:
    line = '.venv/bin/python build_site.py quote "There are 23 dams without a ladder."'
    assert "Word for word" in followed.said[line]
