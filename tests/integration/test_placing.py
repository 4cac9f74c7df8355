"""A site is put in place whole or not at all, wherever the program is killed."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from briefings.problems import Problems
from briefings.publish import placing
from briefings.publish.ownership import MARK, claim, read_mark
from briefings.publish.placing import PlacingError, place, recover

OLD = {"index.html": "old", "same.html": "same", "a/gone.html": "gone", "a/b/page.html": "old page"}
NEW = {"index.html": "new", "same.html": "same", "a/b/page.html": "new page", "c/more.html": "more"}
KEPT = {
    ".git/HEAD": "ref: refs/heads/gh-pages",
    "CNAME": "example.org",
    "a/b/.DS_Store": "odd",
    "precious/thesis.doc": "ten years of work",
}
_WRITES = {
    "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.chmod",
    "os.utime",
}  # fmt: skip


def _fill(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _files(folder: Path) -> dict[str, str]:
    """Each file but the list of them, with its text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARK
    }


def _built(parent: Path) -> tuple[Path, Path]:
    """A folder with a finished new tree, and a site of the old one with strangers in it."""
    site = parent / "www" / "site"
    place(_fill(parent / "fresh", OLD), site)
    _fill(site, KEPT)
    (site / ".git" / "refs").mkdir()
    (site / "latest").symlink_to("index.html")
    shutil.rmtree(parent / "fresh", ignore_errors=True)
    return _fill(parent / "fresh", NEW), site


def _killed_at(n: int, call: Callable[[], object]) -> bool:
    """Runs `call` in a process that dies before its n-th change of the file system."""
    child = os.fork()
    if not child:
        changes = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal changes
            writing = event == "open" and str(arguments[1]).startswith(("w", "x"))
            if event in _WRITES or writing:
                changes += 1
                if changes == n:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        with suppress(BaseException):
            call()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _slow_copy(source: str | Path, target: str | Path, *, follow_symlinks: bool = True) -> None:
    """A copy that can be killed halfway."""
    if Path(source).is_symlink():
        Path(target).symlink_to(Path(source).readlink())
        return
    data = Path(source).read_bytes()
    with Path(target).open("wb") as file:
        file.write(data[: len(data) // 2])
        file.flush()
        sys.audit("os.utime")
        file.write(data[len(data) // 2 :])
    shutil.copystat(source, target)


def _no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "no hard links here")


@pytest.mark.parametrize("links", [True, False], ids=["links", "copies"])
@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "two-renames"])
def test_killed_at_any_change_it_leaves_one_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool, links: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(placing, "exchange", lambda *_: False)
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
        monkeypatch.setattr(shutil, "copy2", _slow_copy)
    old, new = OLD | KEPT | {"latest": "old"}, NEW | KEPT | {"latest": "new"}
    ends = []
    for n in range(1, 1000):
        parent = tmp_path / str(n)
        fresh, site = _built(parent)
        was_killed = _killed_at(n, lambda fresh=fresh, site=site: place(fresh, site))  # type: ignore[misc]
        if site.exists():
            assert _files(site) in (old, new), n
        else:
            assert not exchange, n
        ends.append("missing" if not site.exists() else "old" if _files(site) == old else "new")
        recover(site)
        assert _files(site) in (old, new), n
        assert [path.name for path in (parent / "www").iterdir()] == ["site"], n
        place(_fill(parent / "again", NEW), site)
        assert _files(site) == new, n
        assert (site / ".git" / "refs").is_dir()
        assert (site / "latest").is_symlink()
        if not was_killed:
            break
    else:
        pytest.fail("it never ended")
    # Some died before the trees changed places, some after; two renames have a moment between.
    assert ends[0] == "old"
    assert ends[-2:] == ["new", "new"]
    assert ends.count("missing") == (0 if exchange else 1)


def test_killed_while_it_recovers_it_still_recovers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "exchange", lambda *_: False)
    whole = [texts | KEPT | {"latest": texts["index.html"]} for texts in (OLD, NEW)]
    first = 20
    for n in range(1, 40):
        fresh, site = _built(tmp_path / str(n))
        _killed_at(first + n, lambda fresh=fresh, site=site: place(fresh, site))  # type: ignore[misc]
        _killed_at(1 + n % 5, lambda site=site: recover(site))  # type: ignore[misc]
        recover(site)
        assert _files(site) in whole, n
        assert [path.name for path in site.parent.iterdir()] == ["site"], n


def test_trees_change_places_in_one_step_here(tmp_path: Path) -> None:
    """On Linux and macOS; were it not so, the tests above would test two renames twice."""
    _fill(tmp_path / "a", {"x": "1"})
    _fill(tmp_path / "b", {"y": "2"})
    assert placing.exchange(tmp_path / "a", tmp_path / "b") == (sys.platform != "win32")
    assert _files(tmp_path / "a") == {"y": "2"}
    assert not placing.exchange(tmp_path / "a", tmp_path / "not there")


def test_what_did_not_change_keeps_its_time_and_nothing_is_written_without_need(
    tmp_path: Path,
) -> None:
    fresh, site = _built(tmp_path)
    os.utime(site / "same.html", (1_000_000_000, 1_000_000_000))
    assert place(fresh, site) == ("CNAME", "a/b/.DS_Store", "latest", "precious")
    assert (site / "same.html").stat().st_mtime == 1_000_000_000
    folder = site.stat()
    place(_fill(tmp_path / "again", NEW), site)
    assert (site.stat().st_ino, site.stat().st_mtime_ns) == (folder.st_ino, folder.st_mtime_ns)


def test_a_new_site_is_told_of_before_the_old_one_is_deleted(tmp_path: Path) -> None:
    fresh, site = _built(tmp_path)
    trees: list[tuple[str, bool]] = []

    def placed() -> None:
        others = [path for path in site.parent.iterdir() if path != site]
        trees.append(((site / "index.html").read_text("utf-8"), bool(others)))

    place(fresh, site, placed=placed)
    assert trees == [("new", True)]
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    place(_fill(tmp_path / "again", NEW), site, placed=placed)
    assert trees == [("new", True), ("new", False)]


def test_folders_keep_their_modes(tmp_path: Path) -> None:
    fresh, site = _built(tmp_path)
    site.chmod(0o750)
    (site / "a").chmod(0o705)
    place(fresh, site)
    assert site.stat().st_mode & 0o777 == 0o750
    assert (site / "a").stat().st_mode & 0o777 == 0o705


def test_trees_that_are_named_from_the_working_folder_change_places_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _fill(Path("a"), {"x": "1"})
    _fill(Path("b"), {"y": "2"})
    assert placing.exchange(Path("a"), Path("b"))
    assert _files(tmp_path / "a") == {"y": "2"}


def test_an_error_names_the_folder_and_the_files_in_it() -> None:
    error = PlacingError(Path("site"), iter(["b", "a"]))
    assert (str(error), error.folder, error.names) == ("site", Path("site"), ("b", "a"))


def test_the_list_names_our_files_and_no_others(tmp_path: Path) -> None:
    fresh, site = _built(tmp_path)
    place(fresh, site)
    mark = read_mark(site)
    assert mark
    assert sorted(mark.files) == sorted(NEW)
    # echo -n new | sha256sum
    assert (
        mark.files["index.html"]
        == "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437"
    )
    assert mark.kept == {".git", "CNAME", "a/b/.DS_Store", "latest", "precious"}


@pytest.mark.parametrize(
    ("mine", "named"),
    [
        ({"c": "a file where a folder is wanted"}, "c"),
        ({"c/more.html/x": "a folder where a file is wanted"}, "c/more.html"),
        ({"c/more.html": "a file of mine"}, "c/more.html"),
    ],
)
def test_what_stands_in_the_way_is_named_and_left_alone(
    tmp_path: Path, mine: dict[str, str], named: str
) -> None:
    fresh, site = _built(tmp_path)
    _fill(site, mine)
    before = _files(site)
    with pytest.raises(PlacingError) as refused:
        place(fresh, site)
    assert refused.value.names == (named,)
    assert _files(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_file_of_mine_in_a_folder_that_the_site_comes_to_use_stays(tmp_path: Path) -> None:
    fresh, site = _built(tmp_path)
    _fill(site, {"c/mine.txt": "notes"})
    place(fresh, site)
    assert (site / "c" / "mine.txt").read_text() == "notes"
    assert (site / "c" / "more.html").read_text() == "more"


def test_a_file_put_there_while_trees_change_places_is_carried_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh, site = _built(tmp_path)
    exchange = placing.exchange

    def late(one: Path, other: Path) -> bool:
        _fill(site, {"late/letter.txt": "just in time"})
        return exchange(one, other)

    monkeypatch.setattr(placing, "exchange", late)
    place(fresh, site)
    assert (site / "late" / "letter.txt").read_text() == "just in time"


def test_a_full_disk_leaves_the_old_site_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh, site = _built(tmp_path)
    before = _files(site)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "move", full)
    with pytest.raises(OSError, match="No space left"):
        place(fresh, site)
    assert _files(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_somebody_elses_folder_beside_the_site_is_left_alone(tmp_path: Path) -> None:
    _, site = _built(tmp_path)
    new, _old = placing.beside(site)
    _fill(new, {"letters.txt": "Dear all"})
    with pytest.raises(PlacingError) as refused:
        recover(site)
    assert refused.value.names == (new.name,)
    assert _files(new) == {"letters.txt": "Dear all"}


def _claimed(site: Path, earlier: tuple[str, ...] = ()) -> list[str]:
    problems = Problems()
    claim(site, "site", earlier, problems)
    return [problem.rule for problem in problems]


def test_a_folder_is_ours_by_its_list_alone(tmp_path: Path) -> None:
    assert _claimed(tmp_path / "none") == []
    assert _claimed(_fill(tmp_path / "hidden", {".git/HEAD": "x"})) == []
    package = _fill(tmp_path / "theirs", {"data/datapackage.json": "{}", "thesis.doc": "x"})
    assert _claimed(package) == ["site-folder"]
    (tmp_path / "file").write_text("x")
    assert _claimed(tmp_path / "file") == ["site-folder"]
    for broken in ("", "[]", '{"version": 99}', '{"version": 1, "files": []}'):
        assert _claimed(_fill(tmp_path / "broken", {MARK: broken})) == ["site-folder"], broken
    place(_fill(tmp_path / "fresh", NEW), tmp_path / "site")
    assert _claimed(tmp_path / "site") == []


def test_a_site_of_an_earlier_version_is_taken_over_by_what_its_build_remembers(
    tmp_path: Path,
) -> None:
    site = _fill(tmp_path / "site", OLD | KEPT)
    assert _claimed(site, (*OLD, ".git/HEAD")) == []
    place(_fill(tmp_path / "fresh", NEW), site)
    assert _files(site) == NEW | KEPT
