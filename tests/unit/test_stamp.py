"""Test whether a site built earlier is still up to date and need not be rebuilt."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefings.publish.ownership import Mark, hashes, write_mark
from briefings.publish.pages import Stamp


@pytest.fixture(name="site")
def _site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text("Home", "utf-8")
    (site / "a" / "index.html").write_text("A", "utf-8")
    write_mark(site, Mark(hashes(site, ["index.html", "a/index.html"])))
    return site


def test_a_site_stands_for_the_inputs_that_it_was_made_from(site: Path) -> None:
    stamp = Stamp(site.parent / "stamp.json", site)
    assert not stamp.stands("one")
    stamp.set("one")
    assert stamp.stands("one")
    assert not stamp.stands("two")


@pytest.mark.parametrize("name", ["a/index.html", "index.html", ".briefings-site.json"])
def test_a_site_of_which_a_file_is_gone_does_not_stand(name: str, site: Path) -> None:
    stamp = Stamp(site.parent / "stamp.json", site)
    stamp.set("one")
    (site / name).unlink()
    assert not stamp.stands("one")


def test_a_site_that_was_never_whole_stands_for_nothing(site: Path) -> None:
    stamp = Stamp(site.parent / "stamp.json", site)
    (site / "index.html").unlink()
    stamp.set("one")
    assert not stamp.stands("one")
    assert not stamp.is_whole()


def test_a_file_that_was_touched_is_another_site(site: Path) -> None:
    stamp = Stamp(site.parent / "stamp.json", site)
    stamp.set("one")
    os.utime(site / "index.html", (1, 1))
    assert not stamp.stands("one")


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ('{"files": {"a": 1, "b": 2}}', ("a", "b")), ('{"version": 2, "files": {"a": 1}}', ()),
        ('{"files": ["a"]}', ()), ("[]", ()), ("broken", ()),
    ],
)  # fmt: skip
def test_the_files_of_a_site_without_a_list_are_those_of_its_stamp(
    text: str, files: tuple[str, ...], site: Path
) -> None:
    path = site.parent / "stamp.json"
    assert Stamp(path, site).earlier() == ()
    path.write_text(text, "utf-8")
    assert Stamp(path, site).earlier() == files
