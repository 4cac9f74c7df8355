"""A release of the five texts: whole, checked by its own sums, and the same wherever it is made."""

from __future__ import annotations

import csv
import hashlib
import importlib.resources
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
from ruamel.yaml import YAML

from briefings.release.describing import PATHS
from briefings.release.parts import PARTS
from tests.command import FIVE, ROOT, run, snapshot
from tests.conftest import Built, Released


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_sha256sum_finds_every_file_as_it_was(released: Released) -> None:
    for folder in (released.folder, released.folder / "sources", released.archive.parent):
        done = subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
    listed = {
        line.split("  ", 1)[1]
        for line in (released.folder / "SHA256SUMS").read_text("utf-8").splitlines()
    }
    assert listed == snapshot(released.folder).keys() - {"SHA256SUMS"}


def test_every_file_belongs_to_a_part_that_says_what_it_is(released: Released) -> None:
    manifest = _read(released.folder / "manifest.json")
    about = {one["path"]: one["about"] for one in manifest["parts"]}
    assert about.keys() == {part.path for part in PARTS} | PATHS
    strange = [
        one["path"]
        for one in manifest["files"]
        if not any(
            one["path"] == path or (path.endswith("/") and one["path"].startswith(path))
            for path in about
        )
    ]
    assert strange == []
    assert [path for path in about if not (released.folder / path).exists()] == []
    readme = (released.folder / "README.md").read_text("utf-8")
    assert [path for path in about if f"| `{path}` |" not in readme] == []


def test_a_table_is_listed_with_its_rows(released: Released) -> None:
    rows = {
        one["path"]: one["rows"]
        for one in _read(released.folder / "manifest.json")["files"]
        if one["path"].endswith(".csv")
    }
    assert rows["data/sources.csv"] == {"sources": 5}
    for path, counted in rows.items():
        with (released.folder / path).open(encoding="utf-8-sig", newline="") as file:
            assert list(counted.values()) == [len(list(csv.reader(file))) - 1], path


def test_texts_and_editors_files_are_those_that_were_read(released: Released) -> None:
    received = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (FIVE / "seeds").glob("*.txt")
    }
    assert len(received) == 5
    held = snapshot(released.folder / "sources")
    assert {name: sum_ for name, sum_ in held.items() if name != "SHA256SUMS"} == received
    assert snapshot(released.folder / "editorial") == snapshot(FIVE / "editorial")


def test_the_data_are_those_of_the_site(built: Built, released: Released) -> None:
    site = {
        name: sum_
        for name, sum_ in snapshot(built.folder / "data").items()
        if not name.endswith(".html")
    }
    assert snapshot(released.folder / "data") == site


def test_it_is_the_same_in_another_folder_zone_mask_and_language(
    released: Released, tmp_path: Path
) -> None:
    seeds, editorial = tmp_path / "seeds", tmp_path / "editorial"
    shutil.copytree(FIVE / "seeds", seeds, copy_function=shutil.copyfile)
    shutil.copytree(FIVE / "editorial", editorial, copy_function=shutil.copyfile)
    mask = os.umask(0o077)
    try:
        done = run(
            "release", "--seeds", seeds, "--editorial", editorial, "--to", tmp_path / "to",
            BUILD_DIR=str(tmp_path / "work"), TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8",
            LANG="tr_TR.UTF-8", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="1",
        )  # fmt: skip
    finally:
        os.umask(mask)
    assert done.code == 0, done.said
    (archive,) = (tmp_path / "to").glob("*.zip")
    assert archive.name == released.archive.name
    # Which file differs says more than that one does.
    shutil.unpack_archive(archive, tmp_path / "unpacked")
    assert snapshot(tmp_path / "unpacked" / archive.stem) == snapshot(released.folder)
    assert archive.read_bytes() == released.archive.read_bytes()


def test_its_day_is_the_newest_that_editors_wrote(released: Released) -> None:
    # The newest notes of the five texts are of 26 November 2026.
    assert released.archive.name == "annotated-briefings-2026.11.1.zip"
    assert _read(released.folder / "manifest.json")["date"] == "2026-11-26"


def _valid(path: Path) -> dict[str, Any]:
    """The citation in a file, once it is valid by the schema of the format."""
    schemas = importlib.resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((schemas / "citation-file-format.json").read_text("utf-8"))
    cited: dict[str, Any] = YAML(typ="safe").load(path.read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate(cited)
    return cited


def test_a_release_says_how_it_is_cited(released: Released) -> None:
    cited = _valid(released.folder / "CITATION.cff")
    assert (cited["type"], cited["version"], cited["date-released"]) == (
        "dataset", "2026.11.1", "2026-11-26",
    )  # fmt: skip
    # No licence is given for what is not ours.
    assert "license" not in cited
    assert "the texts remain their publishers'" in cited["abstract"]


def test_the_repository_says_how_it_is_cited_and_kept() -> None:
    cited = _valid(ROOT / "CITATION.cff")
    deposit = _read(ROOT / ".zenodo.json")
    # The fields of Zenodo's deposits that stand here.
    assert deposit.keys() == {
        "access_right", "creators", "description", "keywords", "license", "title", "upload_type",
    }  # fmt: skip
    assert deposit["title"] == cited["title"]
    assert deposit["license"] == cited["license"] == "MIT"
    assert deposit["upload_type"] == cited["type"] == "software"
    assert deposit["keywords"] == cited["keywords"]
    assert [one["name"] for one in deposit["creators"]] == [one["name"] for one in cited["authors"]]
    # As the licence names them.
    assert f"(c) 2026 {cited['authors'][0]['name']}\n" in (ROOT / "LICENSE").read_text("utf-8")
    for text in (deposit["description"], cited["abstract"]):
        assert "the texts remain their publishers' (see NOTICE)" in text


def test_what_is_wrong_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "old.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "file").write_text("")
    for more, message in (
        (("--to", tmp_path / "to", "--previous", tmp_path / "old.zip"),
         "old.zip: error: is not a zip archive, or is damaged"),
        (("--to", tmp_path / "file"), "file: error: is not a folder"),
    ):  # fmt: skip
        done = run("release", "--seeds", FIVE / "seeds", *more)
        assert done.code == 1
        assert message in done.err
        assert "Traceback" not in done.said
    assert not (tmp_path / "to").exists()


def test_a_version_or_day_that_is_none_is_wrong_usage() -> None:
    for option, value in (("--version", "1.0"), ("--date", "today")):
        assert run("release", option, value).code == 2
