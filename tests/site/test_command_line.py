"""The command: its verbs, its exit codes, what `new` leaves behind."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import FIVE, ROOT, build, run, snapshot
from tests.site.test_builds import TRANSCRIPT


@pytest.mark.parametrize(
    "arguments",
    [["--no-such-option"], ["no-such-verb"], ["new"], ["build", "--seeds"]],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert "usage" in done.err.lower()


def test_help_ends_with_0_and_names_the_verbs() -> None:
    done = run("--help")
    assert done.code == 0
    for verb in ("build", "check", "serve", "new"):
        assert verb in done.out


def test_check_of_the_five_sources_finds_no_error_and_writes_nothing(tmp_path: Path) -> None:
    done = run(
        "check", "--seeds", FIVE / "seeds", "--editorial", FIVE / "editorial",
        "--site", tmp_path / "site",
    )  # fmt: skip
    assert done.code == 0, done.said
    # Entries are counted with grep in the files themselves.
    first, *report = done.out.splitlines()
    said = re.fullmatch(r"All is well: 5 sources, 3 briefings, (\d+) passages, (.*)\.", first)
    assert report == [
        "In doubt: nothing that nobody has looked at, in 5 texts",
        "Checked against the source: 0 of 5 texts",
    ]
    assert said, done.out
    assert int(said[1]) > 200
    assert said[2] == "53 notes, 360 terms, 20 topics, 59 indicators"
    assert not (tmp_path / "site").exists()


def test_check_tells_what_is_wrong_and_writes_nothing(tmp_path: Path) -> None:
    seeds, editorial, site = tmp_path / "s", tmp_path / "e", tmp_path / "site"
    seeds.mkdir()
    editorial.mkdir()
    (seeds / "1_empty.txt").write_bytes(b"")
    done = run("check", "--seeds", seeds, "--editorial", editorial, "--site", site)
    assert done.code == 1
    assert done.lines("1_empty.txt")
    assert done.err.splitlines()[-1] == "1 error, 1 warning"  # the second: no list of sums
    assert "All is well" not in done.said
    assert not site.exists()
    assert list(editorial.iterdir()) == []


def test_new_takes_a_file_in(tmp_path: Path) -> None:
    seeds, editorial, site = tmp_path / "seeds", tmp_path / "editorial", tmp_path / "site"
    seeds.mkdir()
    editorial.mkdir()
    file = tmp_path / "harbours.txt"
    file.write_text(TRANSCRIPT, encoding="utf-8")
    done = run("new", file, "--seeds", seeds, "--editorial", editorial)
    assert done.code == 0, done.said
    (stored,) = seeds.glob("*.txt")
    assert stored.read_bytes() == file.read_bytes()
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert digest in (seeds / "SHA256SUMS").read_text(encoding="utf-8")
    (settings,) = (editorial / "sources").glob("*.yml")
    written = settings.read_text(encoding="utf-8")
    assert "#" in written
    assert "2021-05-04" in written
    built = build(seeds, editorial, site)
    assert built.code == 0, built.said
    last = built.out.splitlines()[-1]
    assert last.startswith(f"The site is in {site}/; see it with: ")
    assert f"serve --seeds {seeds} --editorial {editorial} --site {site}, at http://" in last
    assert list(site.glob("briefings/2021-05-04-*/index.html"))


def test_new_refuses_what_is_no_text_and_leaves_nothing(tmp_path: Path) -> None:
    seeds, editorial = tmp_path / "seeds", tmp_path / "editorial"
    seeds.mkdir()
    editorial.mkdir()
    file = tmp_path / "image.txt"
    file.write_bytes(b"\x89PNG\x00\x00" * 100)
    done = run("new", file, "--seeds", seeds, "--editorial", editorial)
    assert done.code == 1
    assert snapshot(seeds) == {}
    assert snapshot(editorial) == {}


def test_new_refuses_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = run("new", tmp_path / "nothing.txt", "--seeds", tmp_path, "--editorial", tmp_path)
    assert done.code in {1, 2}
    assert "nothing.txt" in done.said
    assert "Traceback" not in done.said


def test_the_environment_need_not_be_activated(tmp_path: Path) -> None:
    """Tools are called by the interpreter that runs the build, never by PATH."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "1_sea.txt").write_text(TRANSCRIPT, encoding="utf-8")
    done = build(seeds, tmp_path / "none", tmp_path / "site", PATH="/nonexistent")
    assert done.code == 0, done.said
    assert (tmp_path / "site" / "index.html").exists()


def test_a_warning_passes_a_check_and_fails_a_strict_one(tmp_path: Path) -> None:
    case = ROOT / "tests" / "cases" / "warnings" / "ambiguous-name"
    for editorial, strict, code in (("none", False, 0), ("none", True, 1), ("settled", True, 0)):
        done = run(
            "check", "--seeds", case / "seeds", "--editorial", case / editorial,
            *(["--strict"] if strict else []),
        )  # fmt: skip
        assert done.code == code, done.said
        assert ("All is well: 1 source, 1 briefing, " in done.out) == (editorial == "settled")


def test_the_gate_for_content_is_strict_and_needs_the_build_environment_only() -> None:
    """The same `make check` stands in the workflows of a pull request and of the main branch."""
    rules = (ROOT / "Makefile").read_text("utf-8").split("\n\n")
    (gate,) = [rule for rule in rules if rule.startswith("check:")]
    head, recipe = gate.split("\n", 1)
    assert head.partition("##")[0].split() == ["check:", "$(VENV)/.build"]
    assert "check --strict" in recipe


def test_a_reader_who_has_seen_enough_ends_a_command_without_a_traceback(tmp_path: Path) -> None:
    lakes = ROOT / "tests" / "corpora" / "lakes" / "texts"
    with subprocess.Popen(
        [sys.executable, str(ROOT / "build_site.py"), "check", "--explain", "report",
         "--seeds", str(lakes), "--editorial", str(tmp_path)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as done:  # fmt: skip
        assert done.stdout
        assert done.stderr
        done.stdout.close()
        told = done.stderr.read()
    assert "Traceback" not in told
    assert "BrokenPipe" not in told
    assert done.returncode == 1
