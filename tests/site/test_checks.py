"""The checks of a built site can fail: on copies of a site, each damaged in one place."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import Built
from tests.site import checks


def _damaged(built: Built, tmp_path: Path, name: str, old: str, new: str) -> Built:
    damaged = checks.copy(built, tmp_path)
    page = damaged.folder / name
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    return damaged


def test_a_broken_link_would_be_found(built: Built, tmp_path: Path) -> None:
    """On a link to nowhere, and on a fragment that is not there."""
    folder = tmp_path / built.folder.name
    shutil.copytree(built.folder / "about", folder / "about")
    page = folder / "about" / "index.html"
    text = page.read_text(encoding="utf-8")
    broken = '<a href="../nowhere/">a</a><a href="#no-such-place">b</a></body>'
    page.write_text(text.replace("</body>", broken), encoding="utf-8")
    done = checks.run_lychee(Built(folder, tmp_path, built.url))
    assert done.returncode != 0
    assert "nowhere" in done.stdout
    assert "no-such-place" in done.stdout


def test_an_id_that_stands_twice_would_be_found(built: Built, tmp_path: Path) -> None:
    twice = '<p id="x"></p><p id="x"></p></body>'
    damaged = _damaged(built, tmp_path, "about/index.html", "</body>", twice)
    assert checks.pages(damaged) == ["about/index.html: the id x stands 2 times"]


def test_a_redirect_to_nowhere_would_be_found(built: Built, tmp_path: Path) -> None:
    damaged = checks.copy(built, tmp_path)
    old = damaged.folder / "terms" / "old"
    old.mkdir()
    lead = '<title>x</title><meta http-equiv="refresh" content="0; url=../{}/">'
    (old / "index.html").write_text(lead.format("gone"), encoding="utf-8")
    assert checks.pages(damaged) == ["terms/old/index.html: /terms/gone/ leads to no page"]


def test_data_that_is_not_what_it_should_be_would_be_found(built: Built, tmp_path: Path) -> None:
    damaged = _damaged(built, tmp_path, "data/topics.json", '"topics": [', '"topics": [1, ')
    told = "\n".join(checks.data(damaged))
    assert "data/topics.json: is not the file whose sum is listed" in told
    assert "data/topics.json: $.topics[0]: 1 is not of type 'object'" in told
    (damaged.folder / "data" / "topics.json").write_text('{"topics": [', encoding="utf-8")
    assert [one for one in checks.json_files(damaged) if one.startswith("data/topics.json: ")]


def test_an_address_of_nothing_in_the_data_would_be_found(built: Built, tmp_path: Path) -> None:
    damaged = _damaged(built, tmp_path, "data/outlets.json", '"url":"outlets/', '"url":"outlet/')
    (fault,) = checks.addresses_in_data(damaged)
    assert fault.startswith("data/outlets.json: /outlet/")


def test_a_site_map_that_is_broken_would_be_found(built: Built, tmp_path: Path) -> None:
    damaged = _damaged(built, tmp_path, "sitemap.xml", "</loc>", "no-page/</loc>")
    assert len(checks.site_map_and_feed(damaged)) == 1
    (damaged.folder / "feed.xml").write_text("<feed>", encoding="utf-8")
    assert len(checks.site_map_and_feed(damaged)) == 2
