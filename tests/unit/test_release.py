"""A release of a small corpus: its version, changes, archive, and damaged earlier releases."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefings import __version__
from briefings.engine.files import write_whole
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.pipeline import Options, releasing
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.release import packing
from briefings.release.changes_text import around, plain
from briefings.release.parts import Material, Part
from briefings.release.previous import open_previous
from briefings.release.version import Version, following, parse
from briefings.views import Lookup
from tests.published_data import published_files

from .sample_corpus import CORPUS, EMPTY, FISH

SITE = SiteInfo("Nets and boats", "What was said of nets.", "https://nets.example/")
NAME = "nets-and-boats"
DATA = Part("data/", lambda material, folder: _write(folder, _data(material.corpus)), "The data.")


def _data(corpus: Corpus) -> dict[str, str]:
    return {
        path.removeprefix("data/"): text for path, text in published_files(corpus, SITE).items()
    }


def _write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        write_whole(folder / path, text)


def _release(
    tmp_path: Path,
    target: str,
    corpus: Corpus = CORPUS,
    site: SiteInfo = SITE,
    previous: Path | None = None,
    **wanted: Any,
) -> tuple[packing.Release | None, Problems]:
    folder = tmp_path / f"parts-{target}"
    folder.mkdir()
    material = Material(
        corpus, site, Lookup(corpus, site), folder, tmp_path, tmp_path, tmp_path
    )  # fmt: skip
    packing.write_parts(material, folder, [DATA])
    problems = Problems()
    before = open_previous(previous, NAME, problems) if previous else None
    asked = packing.PackingOptions(
        tmp_path / target, before=before, before_at=str(previous), **wanted
    )
    return packing.finish(material, folder, asked, problems), problems


def _made(tmp_path: Path, target: str, *given: Any, **more: Any) -> packing.Release:
    made, problems = _release(tmp_path, target, *given, **more)
    assert made is not None, list(problems)
    return made


def _entry(archive: Path, name: str) -> Any:
    with zipfile.ZipFile(archive) as opened:
        return json.loads(opened.read(f"{archive.stem}/{name}"))


def _sums(text: str) -> dict[str, str]:
    """Return the checksums of files by name, as `sha256sum` lists them."""
    return {name: sum_ for sum_, name in (line.split("  ") for line in text.splitlines())}


def _reworded(corpus: Corpus = CORPUS) -> Corpus:
    """Return the corpus with one word of one passage changed."""
    first, *others = corpus.briefings
    assert first.slug == FISH
    text, *texts = first.witnesses
    turns = tuple(
        replace(turn, passages=tuple(
            replace(one, text=one.text.replace("12 fish", "13 fish")) for one in turn.passages
        ))
        for turn in text.turns
    )  # fmt: skip
    changed = replace(first, witnesses=(replace(text, turns=turns), *texts))
    return replace(corpus, briefings=(changed, *others))


@pytest.mark.parametrize(
    ("day", "before", "version"),
    [
        ("2026-11-30", None, "2026.11.1"),
        ("2026-11-30", "2026.11.1", "2026.11.2"),
        ("2026-11-01", "2026.11.9", "2026.11.10"),
        ("2026-12-01", "2026.11.9", "2026.12.1"),
        ("2027-01-01", "2026.12.3", "2027.1.1"),
        # A newer release may have an older date: its version still comes after the previous one.
        ("1998-03-01", "2026.11.2", "2026.11.3"),
    ],
)
def test_a_version_is_of_the_month_and_counts_within_it(
    day: str, before: str | None, version: str
) -> None:
    assert str(following(day, parse(before) if before else None)) == version


@pytest.mark.parametrize(
    "text", ["", "2026", "2026.11", "2026.0.1", "2026.13.1", "2026.11.0", "2026.011.1", "026.1.1",
             "2026.11.1.1", "2026.11.1 ", "2026.11.-1", "v.2026.11.1", "0.3.0", "２０２６.11.1"]
)  # fmt: skip
def test_what_is_no_version_is_none(text: str) -> None:
    assert parse(text) is None


def test_the_first_release_says_so(tmp_path: Path) -> None:
    made = _made(tmp_path, "to", day="2021-06-01")
    archive = made.files[0]
    assert archive.name == f"{NAME}-2021.6.1.zip"
    told = _entry(archive, "changes.json")
    assert (told["previous"], told["changes"], told["version"]) == (None, [], "2021.6.1")
    assert told["records"]["briefings"] == 2
    with zipfile.ZipFile(archive) as opened:
        text = opened.read(f"{archive.stem}/CHANGES.md").decode()
    assert "This is a first release" in text
    assert "* 2 briefings\n* 3 texts\n" in text
    assert made.files[1].read_text("utf-8") == text


def test_the_sums_inside_and_beside_the_archive_are_right(tmp_path: Path) -> None:
    made = _made(tmp_path, "to", day="2021-06-01")
    beside = _sums(made.files[-1].read_text("utf-8"))
    assert beside == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in made.files[:2]
    }
    archive = made.files[0]
    with zipfile.ZipFile(archive) as opened:
        held = {
            name.removeprefix(f"{archive.stem}/"): opened.read(name) for name in opened.namelist()
        }
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.external_attr >> 16 for one in opened.infolist()} == {0o100644}
    sums = _sums(held["SHA256SUMS"].decode())
    found = {name: hashlib.sha256(text).hexdigest() for name, text in held.items()}
    assert sums == {name: sum_ for name, sum_ in found.items() if name != "SHA256SUMS"}
    assert list(held) == sorted(held)
    manifest = json.loads(held["manifest.json"])
    assert {one["path"]: (one["bytes"], one["sha256"]) for one in manifest["files"]} == {
        name: (len(text), found[name])
        for name, text in held.items()
        if name not in ("SHA256SUMS", "manifest.json")
    }
    assert manifest["version"] == "2021.6.1"
    assert manifest["date"] == "2021-06-01"
    assert manifest["made_with"] == f"briefings {__version__}"
    rows = {one["path"]: one["rows"] for one in manifest["files"] if "rows" in one}
    # Each of the sample's three texts is one row, though it contains line ends and commas.
    assert rows["data/sources.csv"] == {"sources": 3}


def test_the_same_content_keeps_its_version_and_its_bytes(tmp_path: Path) -> None:
    first = _made(tmp_path, "first", day="2021-06-01")
    # On another day, without a given version: the contents have not changed.
    again = _made(tmp_path, "again", previous=first.files[0], day="2023-01-01")
    assert (again.version, again.again) == (Version(2021, 6, 1), True)
    assert again.files[0].read_bytes() == first.files[0].read_bytes()
    assert not first.again


def test_new_content_counts_on_and_says_what_changed(tmp_path: Path) -> None:
    first = _made(tmp_path, "first", day="2021-06-01")
    second = _made(tmp_path, "second", _reworded(), previous=first.files[0], day="2021-06-20")
    assert str(second.version) == "2021.6.2"
    told = _entry(second.files[0], "changes.json")
    assert told["previous"] == "2021.6.1"
    assert told["summary"]["passages"] == {"added": 0, "changed": 1, "gone": 0}
    (passage,) = (one for one in told["changes"] if one["kind"] == "passages")
    assert (passage["id"], passage["change"], passage["briefing"]) == ("t2p1", "changed", FISH)
    assert passage["url"] == f"briefings/{FISH}/#t2p1"
    assert passage["fields"]["text"] == {
        "before": "We counted 12 fish.", "after": "We counted 13 fish.",
    }  # fmt: skip
    text = second.files[1].read_text("utf-8")
    assert f"* [t2p1](<https://nets.example/briefings/{FISH}/#t2p1>): We counted 13 fish." in text
    assert "    * text: “We counted 12 fish.” → “We counted 13 fish.”" in text
    # The data of that briefing, its plain text, and the file with their checksums.
    assert f"data/briefings/{FISH}.json" in told["files"]["changed"]
    assert told["files"]["added"] == told["files"]["gone"] == []


def test_a_briefing_that_is_new_or_gone_is_told_as_one(tmp_path: Path) -> None:
    one = replace(CORPUS, briefings=CORPUS.briefings[:1])
    smaller = _made(tmp_path, "smaller", one, day="2021-06-01")
    larger = _made(tmp_path, "larger", previous=smaller.files[0], day="2021-06-01")
    new = CORPUS.briefings[1]
    passages = sum(len(text.passages) for text in new.witnesses)
    assert passages
    told = _entry(larger.files[0], "changes.json")
    assert told["summary"]["briefings"] == {"added": 1, "changed": 0, "gone": 0}
    assert told["summary"]["passages"] == {"added": passages, "changed": 0, "gone": 0}
    text = larger.files[1].read_text("utf-8")
    assert f"* {passages} in briefings that are new" in text
    assert f"[{new.slug}]" in text
    back = _made(tmp_path, "back", one, previous=larger.files[0], day="2021-06-01")
    assert str(back.version) == "2021.6.3"
    told = _entry(back.files[0], "changes.json")
    assert told["summary"]["passages"] == {"added": 0, "changed": 0, "gone": passages}
    assert f"data/briefings/{new.slug}.json" in told["files"]["gone"]
    assert f"* {passages} in briefings that are gone" in back.files[1].read_text("utf-8")


def test_an_unpacked_release_is_one_too(tmp_path: Path) -> None:
    first = _made(tmp_path, "first", day="2021-06-01")
    with zipfile.ZipFile(first.files[0]) as archive:
        archive.extractall(tmp_path / "unpacked")
    for folder in (tmp_path / "unpacked", tmp_path / "unpacked" / first.files[0].stem):
        found = open_previous(folder, NAME, Problems())
        assert found is not None
        assert found.version == first.version


def test_a_version_that_is_given_counts(tmp_path: Path) -> None:
    first = _made(tmp_path, "first", version=Version(2022, 1, 5))
    assert first.files[0].name == f"{NAME}-2022.1.5.zip"
    # The date of the content, in May 2021, is not in that month.
    assert _entry(first.files[0], "manifest.json")["date"] is None
    made, problems = _release(
        tmp_path, "second", _reworded(), previous=first.files[0], version=Version(2022, 1, 5)
    )
    assert made is None
    assert "cannot be version 2022.1.5" in str(problems.errors[0])
    assert not (tmp_path / "second").exists()


def test_another_archive_of_the_same_version_is_not_replaced_silently(tmp_path: Path) -> None:
    _made(tmp_path, "to", day="2021-06-01")
    (tmp_path / "parts-to").rename(tmp_path / "moved")
    made, problems = _release(tmp_path, "to", _reworded(), day="2021-06-02")
    assert made is not None
    assert [(one.rule, one.severity) for one in problems] == [("same-version", "warning")]
    (tmp_path / "parts-to").rename(tmp_path / "moved-too")
    made, problems = _release(tmp_path, "to", _reworded(), day="2021-06-02")
    assert made is not None
    assert list(problems) == []


def test_where_nothing_is_dated_somebody_has_to_say_when(tmp_path: Path) -> None:
    made, problems = _release(tmp_path, "to", EMPTY)
    assert made is None
    assert [(one.rule, one.severity) for one in problems] == [("no-day", "error")]
    assert str(_made(tmp_path, "given", EMPTY, day="2020-02-29").version) == "2020.2.1"


def test_without_the_libraries_of_releases_it_says_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releasing, "NEEDED", ("json", "nets_and_boats"))
    problems, target = Problems(), tmp_path / "to"
    options = Options(tmp_path, tmp_path, tmp_path / "site")
    asked = releasing.Releasing(target)
    assert releasing.release(options, asked, problems, Progress(quiet=True)) is None
    assert [str(one) for one in problems] == [
        "release: error: needs nets_and_boats, not installed here "
        "(type: make release, or install requirements/release.txt) [not-installed]"
    ]
    assert not target.exists()


def _archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def _listing(**changed: Any) -> bytes:
    one = {"path": "a.json", "bytes": 2, "sha256": hashlib.sha256(b"[]").hexdigest()}
    listed = {
        "schema_version": 1, "name": NAME, "version": "2021.6.1", "date": None, "files": [one],
    }  # fmt: skip
    return json.dumps({**listed, **changed}).encode()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "contains no manifest.json"),
        ({"other.txt": b""}, "contains no manifest.json"),
        ({"manifest.json": _listing()}, "contains no manifest.json"),
        (
            {"a/manifest.json": _listing(), "b/manifest.json": _listing()},
            "contains no manifest.json",
        ),
        ({"a/manifest.json": b"{"}, "is not JSON"),
        ({"a/manifest.json": b"\xff"}, "is not JSON"),
        ({"a/manifest.json": b"[]"}, "was not written by this program"),
        ({"a/manifest.json": _listing(schema_version=2)}, "was not written by this program"),
        ({"a/manifest.json": _listing(name="fish")}, "is a release of 'fish', not of"),
        ({"a/manifest.json": _listing(name=None)}, "is a release of None"),
        ({"a/manifest.json": _listing(version="soon")}, "names no version"),
        ({"a/manifest.json": _listing(version=7)}, "names no version"),
        ({"a/manifest.json": _listing(files=None)}, "lists no files"),
        ({"a/manifest.json": _listing(files=[3])}, "lists no files"),
        ({"a/manifest.json": _listing(files=[{"path": "a.json"}])}, "lists no files"),
        ({"a/manifest.json": _listing(files=[{"path": "../a", "bytes": 1, "sha256": ""}])},
         "out of its folder"),
        ({"a/manifest.json": _listing(files=[{"path": "/a", "bytes": 1, "sha256": ""}])},
         "out of its folder"),
        ({"a/manifest.json": _listing(files=[{"path": "a.json", "bytes": "x", "sha256": ""}])},
         "cannot be read"),
        ({"a/manifest.json": _listing()}, "lacks a.json"),
        ({"a/manifest.json": _listing(), "a/a.json": b"{}"}, "differs from its manifest"),
        (
            {"a/manifest.json": _listing(), "a/a.json": b"[" * 9_000_000},
            "differs from its manifest",
        ),
        ({"a/manifest.json": b"[" * 100_000}, "not JSON"),
    ],
)  # fmt: skip
def test_a_foreign_release_is_told_and_stops_nothing_else(
    tmp_path: Path, files: dict[str, bytes], message: str
) -> None:
    problems = Problems()
    assert open_previous(_archive(tmp_path / "old.zip", files), NAME, problems) is None
    (problem,) = problems
    assert (problem.rule, problem.severity) == ("previous-release", "error")
    assert message in problem.message
    assert "\n" not in str(problem)


def _cut(text: bytes) -> bytes:
    return text[: len(text) // 2]


def _bent(text: bytes) -> bytes:
    """Change one byte of the packed data."""
    at = text.index(b"data/figures.json") + 40
    return text[:at] + bytes([text[at] ^ 0xFF]) + text[at + 1 :]


@pytest.mark.parametrize(
    "damage", [_cut, _bent, lambda _: b"", lambda _: b"PK\x05\x06" + bytes(18)]
)
def test_a_damaged_archive_is_told(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    archive = _made(tmp_path, "first", day="2021-06-01").files[0]
    archive.write_bytes(damage(archive.read_bytes()))
    problems = Problems()
    assert open_previous(archive, NAME, problems) is None
    assert [(one.rule, one.severity) for one in problems] == [("previous-release", "error")]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    problems = Problems()
    assert open_previous(tmp_path / "none.zip", NAME, problems) is None
    assert "is not there" in str(problems.errors[0])
    os.mkfifo(tmp_path / "pipe.zip")
    assert open_previous(tmp_path / "pipe.zip", NAME, problems) is None


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("data/briefings.json", "[]"),
        ("data/figures.json", '{"figures": [3]}'),
        ("data/people.json", '{"people": [{"id": "a"}]}'),
        ("data/terms.json", "not JSON"),
        ("data/outlets.json", "[" * 100_000),
        ("data/notes.jsonld", '{"first": {"items": [{"id": "a", "body": [], "target": []}]}}'),
        (f"data/briefings/{FISH}.json", "{}"),
    ],
)
def test_data_in_another_form_are_told(tmp_path: Path, path: str, text: str) -> None:
    """All checksums are right, but the records do not have the form that this program compares."""
    first = _made(tmp_path, "first", day="2021-06-01")
    with zipfile.ZipFile(first.files[0]) as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / first.files[0].stem
    (folder / path).write_text(text, "utf-8")
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for one in manifest["files"]:
        if one["path"] == path:
            one["bytes"] = len(text.encode())
            one["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    made, problems = _release(tmp_path, "second", previous=folder, day="2021-06-01")
    assert made is None
    assert "in a format that this program does not write" in str(problems.errors[0])
    assert not (tmp_path / "second").exists()


def test_words_of_a_text_stay_words_in_markdown() -> None:
    assert plain("<b>*a* [x](y) @me #1 `c` \\ | ~ _d_ &lt;") == (
        "&lt;b&gt;\\*a\\* \\[x\\](y) &#64;me \\#1 \\`c\\` \\\\ \\| \\~ \\_d\\_ &amp;lt;"
    )


def test_a_long_change_is_shown_from_where_it_begins() -> None:
    before = "many words " * 20 + "twelve nets were mended " + "and so on " * 30
    old, new = around(before, before.replace("twelve", "thirteen"))
    assert old.startswith("… ")
    assert "words twelve nets were mended" in old
    assert "words thirteen nets were mended" in new
    assert old.endswith(" …")
    assert len(old) < 140
