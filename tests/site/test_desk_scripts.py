"""The shell scripts of the workflows, run in a repository of their own with a `gh` that only notes
what it is told."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / ".github" / "scripts"
CASES = ROOT / "tests" / "cases" / "desk"
NOTES = "editorial/notes/2021-05-03-mending.yml"
GH = """#!/usr/bin/env bash
printf '%s\\0' "$@" >>"$GH_LOG"
printf '\\n' >>"$GH_LOG"
case "$1 $2" in
    "api repos/nets/briefings/collaborators/kari-moe/permission") echo "$GH_PERMISSION" ;;
    "pr list") echo "${GH_OPEN:-}" ;;
    "release list") printf '%s\\n' ${GH_RELEASES:-} ;;
    "release view") printf '%s\\n' site.tar.gz ${GH_ARCHIVE:-} | grep -e site -e "$3" ;;
    "release download") touch "$7/$GH_ARCHIVE" ;;
esac
"""
SITE = """import sys
from pathlib import Path
sys.path.insert(0, {root!r})
import build_site
build_site.ROOT = Path(__file__).resolve().parent
sys.exit(build_site.main())
"""
FREEZE = """import sys
from pathlib import Path
assert sys.argv[1:] == ["freeze"], sys.argv
ids = Path(__file__).parent / "editorial" / "ids"
ids.mkdir(exist_ok=True)
(ids / "100.yml").write_text({text!r})
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """A clone with the scripts, the repository it was cloned from, and what `gh` was told."""

    folder: Path
    origin: Path
    log: Path
    environment: dict[str, str]

    def run(self, *command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(one) for one in command], cwd=self.folder, env={**self.environment, **more},
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def script(self, name: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return self.run(self.folder / ".github" / "scripts" / name, *arguments, **more)

    def git(self, *arguments: str, folder: Path | None = None) -> str:
        done = subprocess.run(
            ["git", "-C", str(folder or self.folder), *arguments], env=self.environment,
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout

    @property
    def told(self) -> list[list[str]]:
        """The arguments of every call of `gh`."""
        if not self.log.exists():
            return []
        calls = self.log.read_text("utf-8").split("\0\n")
        return [call.split("\0") for call in calls if call]

    def program(self, text: str) -> None:
        """What stands in place of the build."""
        (self.folder / "build_site.py").write_text(text, "utf-8")


def _executable(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture(name="desk")
def a_desk(tmp_path: Path) -> Desk:
    origin, folder, tools = (tmp_path / name for name in ("origin.git", "clone", "tools"))
    environment = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "GH_LOG": str(tmp_path / "gh.log"),
        "GH_PERMISSION": "write",
        "GIT_AUTHOR_NAME": "Kari Moe", "GIT_AUTHOR_EMAIL": "kari@example.org",
        "GIT_COMMITTER_NAME": "Kari Moe", "GIT_COMMITTER_EMAIL": "kari@example.org",
        "GITHUB_ACTOR": "kari-moe", "GITHUB_REPOSITORY": "nets/briefings",
        "GITHUB_SERVER_URL": "https://github.com", "GITHUB_RUN_ID": "99",
        "BASE": "main", "BRANCH": "main", "ISSUE": "12",
    }  # fmt: skip
    desk = Desk(folder, origin, tmp_path / "gh.log", environment)
    shutil.copytree(SCRIPTS, folder / ".github" / "scripts")
    for part in ("seeds", "editorial"):
        shutil.copytree(CASES / "corpus" / part, folder / part)
    desk.program(SITE.format(root=str(ROOT)))
    (folder / "Makefile").write_text(".venv/.build:\n\t@true\n", "utf-8")
    (folder / ".gitignore").write_text(".venv/\n__pycache__/\n", "utf-8")
    _executable(folder / ".venv" / "bin" / "python", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    _executable(tools / "gh", GH)
    origin.mkdir()
    desk.git("init", "--quiet", "--bare", "--initial-branch=main", folder=origin)
    desk.git("init", "--quiet", "--initial-branch=main")
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--message", "Begin")
    desk.git("remote", "add", "origin", str(origin))
    desk.git("push", "--quiet", "origin", "main")
    return desk


def _event(case: str) -> str:
    return str(CASES / case / "event.json")


def test_a_suggestion_becomes_a_pull_request(desk: Desk) -> None:
    done = desk.script("propose-note", GITHUB_EVENT_PATH=_event("exact"), EDITOR_ID="editors")
    assert done.returncode == 0, done.stderr
    branch = "refs/heads/note/issue-12"
    assert desk.git("show", "--format=", "--name-only", branch, folder=desk.origin) == f"{NOTES}\n"
    assert "1200-nets-were-mended:" in desk.git("show", f"{branch}:{NOTES}", folder=desk.origin)
    (made,) = [call for call in desk.told if call[:2] == ["pr", "create"]]
    assert made[2:6] == ["--base", "main", "--head", "note/issue-12"]
    assert "Closes #12." in made[-1]
    assert desk.git("log", "--format=%s", "main..refs/heads/note/issue-12").strip() == (
        "Add the note that issue 12 suggests"
    )


def test_a_second_try_takes_the_place_of_the_first(desk: Desk) -> None:
    assert desk.script(
        "propose-note", GITHUB_EVENT_PATH=_event("exact"), EDITOR_ID="editors"
    ).returncode == 0  # fmt: skip
    desk.git("switch", "--quiet", "main")
    desk.git("branch", "--quiet", "--delete", "--force", "note/issue-12")
    done = desk.script("propose-note", GITHUB_EVENT_PATH=_event("recurring"), GH_OPEN="31")
    assert done.returncode == 0, done.stderr
    text = desk.git("show", f"refs/heads/note/issue-12:{NOTES}", folder=desk.origin)
    assert "the-old-net:" in text
    assert "1200-nets" not in text
    assert len([call for call in desk.told if call[:2] == ["pr", "create"]]) == 1


@pytest.mark.parametrize("permission", ["read", "triage", "none", ""])
def test_only_who_may_write_turns_a_suggestion_into_a_note(desk: Desk, permission: str) -> None:
    done = desk.script("propose-note", GITHUB_EVENT_PATH=_event("exact"), GH_PERMISSION=permission)
    assert done.returncode == 1
    assert desk.git("branch", "--list", folder=desk.origin) == "* main\n"
    assert [call[0] for call in desk.told] == ["api"]


@pytest.mark.parametrize("case", ["bad-links", "field-twice", "no-such-page", "not-a-form"])
def test_what_is_no_note_is_said_under_the_issue_in_our_words(desk: Desk, case: str) -> None:
    done = desk.script("propose-note", GITHUB_EVENT_PATH=_event(case), EDITOR_ID="editors")
    assert done.returncode == 1
    assert desk.git("status", "--porcelain") == ""
    (comment,) = [call for call in desk.told if call[:2] == ["issue", "comment"]]
    assert comment[2:4] == ["12", "--body"]
    assert "https://github.com/nets/briefings/actions/runs/99" in comment[4]
    body = json.loads(Path(_event(case)).read_text("utf-8"))["issue"]["body"]
    assert [line for line in body.splitlines() if len(line) > 20 and line in comment[4]] == []


def test_no_word_of_an_issue_is_a_command(desk: Desk) -> None:
    """Not to a shell, not to `gh`, not to whoever reads the log."""
    done = desk.script(
        "propose-note", GITHUB_EVENT_PATH=_event("yaml-in-values"), EDITOR_ID="editors"
    )
    assert done.returncode == 0, done.stderr
    assert [one for call in desk.told for one in call if "counted by hand" in one] == []
    lines = done.stdout.splitlines()
    assert lines[0].startswith("::stop-commands::")
    assert lines[-1] == f"::{lines[0].removeprefix('::stop-commands::')}::"
    assert len(lines[0]) == len("::stop-commands::") + 32
    assert "$(id)" in desk.git("show", f"HEAD:{NOTES}")


def test_a_number_that_is_none_is_refused(desk: Desk) -> None:
    done = desk.script(
        "propose-note", GITHUB_EVENT_PATH=_event("exact"), ISSUE="12; rm -rf .", EDITOR_ID="editors"
    )
    assert done.returncode == 1
    assert desk.told == []


def test_published_ids_are_pushed(desk: Desk) -> None:
    desk.program(FREEZE.format(text="t1p1: abc\n"))
    done = desk.script("record-ids")
    assert done.returncode == 0, done.stderr
    assert desk.git("show", "main:editorial/ids/100.yml", folder=desk.origin) == "t1p1: abc\n"
    assert "[skip ci]" in desk.git("log", "-1", "--format=%s", "main", folder=desk.origin)
    before = desk.git("rev-parse", "main", folder=desk.origin)
    assert "No id is new." in desk.script("record-ids").stdout
    assert desk.git("rev-parse", "main", folder=desk.origin) == before


def _pushed_meanwhile(desk: Desk, tmp_path: Path, path: str, text: str) -> None:
    other = tmp_path / "other"
    desk.git("clone", "--quiet", str(desk.origin), str(other), folder=tmp_path)
    (other / path).parent.mkdir(parents=True, exist_ok=True)
    (other / path).write_text(text, "utf-8")
    desk.git("add", "--all", folder=other)
    desk.git("commit", "--quiet", "--message", "Meanwhile", folder=other)
    desk.git("push", "--quiet", "origin", "main", folder=other)


def test_ids_go_on_top_of_what_was_pushed_meanwhile(desk: Desk, tmp_path: Path) -> None:
    desk.program(FREEZE.format(text="t1p1: abc\n"))
    desk.git("commit", "--quiet", "--all", "--message", "The freeze")
    desk.git("push", "--quiet", "origin", "main")
    _pushed_meanwhile(desk, tmp_path, "editorial/topics.yml", "")
    done = desk.script("record-ids")
    assert done.returncode == 0, done.stderr
    assert desk.git("log", "--format=%s", "main", folder=desk.origin).splitlines() == [
        "Record the ids that were published [skip ci]", "Meanwhile", "The freeze", "Begin",
    ]  # fmt: skip


def test_ids_that_clash_overwrite_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.program(FREEZE.format(text="t1p1: abc\n"))
    desk.git("commit", "--quiet", "--all", "--message", "The freeze")
    desk.git("push", "--quiet", "origin", "main")
    _pushed_meanwhile(desk, tmp_path, "editorial/ids/100.yml", "t1p1: other\n")
    done = desk.script("record-ids")
    assert done.returncode == 1
    assert "::error::The ids clash" in done.stdout
    assert desk.git("show", "main:editorial/ids/100.yml", folder=desk.origin) == "t1p1: other\n"
    assert not (desk.folder / ".git" / "rebase-merge").exists()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (["seeds/101_new.txt", "editorial/sources/101.yml", "docs/about.md"], "false"),
        (["editorial/ids/101.yml"], "false"),
        ([], "false"),
        (["editorial/schemas/notes.json"], "true"),
        (["docs/assets/js/reading.js"], "true"),
        (["seeds/101_new.txt", "briefings/read.py"], "true"),
        (["README.md"], "true"),
        (["seeds.py"], "true"),
    ],
)
def test_code_is_tested_where_more_than_texts_changed(
    desk: Desk, changed: list[str], code: str
) -> None:
    desk.git("switch", "--quiet", "--create", "change")
    for name in changed:
        (desk.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (desk.folder / name).write_text("new\n", "utf-8")
    desk.git("add", "--all")
    desk.git("commit", "--quiet", "--allow-empty", "--message", "Change")
    done = desk.script("code-changed", "origin/main")
    assert (done.returncode, done.stdout) == (0, f"code={code}\n")


def test_code_is_tested_where_what_changed_is_not_known(desk: Desk) -> None:
    assert desk.script("code-changed", "origin/nowhere").stdout == "code=true\n"


def test_a_text_that_was_renamed_out_of_the_code_is_code(desk: Desk) -> None:
    desk.git("switch", "--quiet", "--create", "change")
    desk.git("mv", "build_site.py", "seeds/101_new.txt")
    desk.git("commit", "--quiet", "--message", "Move")
    assert desk.script("code-changed", "origin/main").stdout == "code=true\n"


RELEASE = """import sys
from pathlib import Path
target = Path(sys.argv[sys.argv.index("--to") + 1])
target.mkdir(exist_ok=True)
(target / "asked").write_text("\\n".join(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("tag", "version"),
    [("v2026.11.2", ["--version", "v2026.11.2"]), ("v0.3.0", []), ("v2026.11.2; touch x", [])],
)
def test_the_data_of_a_tag_are_packed_under_its_version(
    desk: Desk, tag: str, version: list[str]
) -> None:
    desk.program(RELEASE)
    done = desk.script("data-release", "to", TAG=tag, GH_RELEASES="")
    assert done.returncode == 0, done.stderr
    asked = (desk.folder / "to" / "asked").read_text("utf-8").splitlines()
    assert asked == ["release", "--to", str(desk.folder / "to"), *version]


def test_data_are_held_against_the_newest_release_that_has_any(desk: Desk) -> None:
    desk.program(RELEASE)
    archive = "nets-v2026.11.1.zip"
    done = desk.script(
        "data-release", "to", TAG="v0.3.0",
        GH_RELEASES="v0.2.9 v2026.11.1 v2026.10.1", GH_ARCHIVE=archive,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    asked = (desk.folder / "to" / "asked").read_text("utf-8").splitlines()
    assert asked[3] == "--previous"
    assert Path(asked[4]).name == archive
    assert [call[2] for call in desk.told if call[1] == "download"] == ["v2026.11.1"]


def test_a_release_packs_the_same_bytes_twice(tmp_path: Path) -> None:
    """With its list of parts, and sums that hold."""
    root = tmp_path / "repository"
    shutil.copytree(SCRIPTS, root / ".github" / "scripts")
    shutil.copytree(ROOT / "requirements", root / "requirements")
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    _executable(root / ".venv" / "bin" / "python", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    (root / "site" / "about").mkdir(parents=True)
    (root / "site" / "index.html").write_text("<p>Nets", "utf-8")
    (root / "site" / "about" / "index.html").write_text("<p>About", "utf-8")
    packed = []
    for name in ("one", "two"):
        # What the data of a release left there: its sums are of these files alone.
        (tmp_path / name).mkdir()
        (tmp_path / name / "nets-2026.11.1.zip").write_text("packed", "utf-8")
        (tmp_path / name / "SHA256SUMS").write_text("of another file", "utf-8")
        done = subprocess.run(
            [str(root / ".github" / "scripts" / "pack-release"), str(tmp_path / name)],
            env={**os.environ, "SOURCE_DATE_EPOCH": "1600000000"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        (root / "site" / "index.html").touch()
        packed.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert packed[0] == packed[1]
    assert set(packed[0]) == {
        "SHA256SUMS", "nets-2026.11.1.zip", "sbom.cdx.json", "site.tar.gz",
    }  # fmt: skip
    listed = packed[0]["SHA256SUMS"].decode().splitlines()
    assert [line.split("  ")[1] for line in listed] == [
        "nets-2026.11.1.zip", "sbom.cdx.json", "site.tar.gz",
    ]  # fmt: skip
    with tarfile.open(tmp_path / "one" / "site.tar.gz") as archive:
        assert archive.getnames() == [
            "site", "site/about", "site/about/index.html", "site/index.html",
        ]  # fmt: skip
    parts = json.loads(packed[0]["sbom.cdx.json"])
    assert parts["bomFormat"] == "CycloneDX"
    assert {"mkdocs", "rapidfuzz"} <= {one["name"] for one in parts["components"]}
    subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / "one", check=True
    )
