"""Test the site's description of itself: `editorial/site.yml`, with defaults for what it omits."""

from __future__ import annotations

import json
from pathlib import Path

from ruamel.yaml import YAML

from briefings.editorial import load
from briefings.model import SiteEntry
from briefings.model.page import SiteInfo
from briefings.problems import Problems
from briefings.publish import mkdocs
from briefings.render import render
from briefings.views import about_page, views
from tests.command import FIVE, ROOT
from tests.published_data import published_files

from .sample_corpus import CORPUS, EMPTY


def _loaded(folder: Path, text: str) -> tuple[SiteEntry | None, list[str]]:
    (folder / "site.yml").write_text(text, "utf-8")
    problems = Problems()
    site = load(folder, problems).site
    return site, [f"{one.line}:{one.column} {one.rule}" for one in problems]


def _info(written: SiteEntry | None = None) -> SiteInfo:
    info = mkdocs.site_info(ROOT / "mkdocs.yml", [], Problems(), written)
    assert info is not None
    return info


def test_what_editors_write_goes_before_the_general_words(tmp_path: Path) -> None:
    site, told = _loaded(
        tmp_path,
        "name: Harbour papers\ndescription: What was said at the quay.\nhome: Read it here.\n"
        "about: |\n  On *fish*.\n\n  See [the list](https://example.org/).\n",
    )
    assert told == []
    info = _info(site)
    assert (info.name, info.description, info.home) == (
        "Harbour papers", "What was said at the quay.", "Read it here.",
    )  # fmt: skip
    page = render(about_page(CORPUS, info))
    assert "<p>On <em>fish</em>.</p>" in page
    assert 'href="https://example.org/"' in page
    home = next(page for page in views(CORPUS, info) if page.url == "")
    assert "Read it here." in render(home)


def test_without_it_the_words_are_general_and_none_of_ours() -> None:
    info = _info()
    assert info.name == "Press briefings"
    assert info.home == info.description
    ours = YAML(typ="safe").load((FIVE / "editorial" / "site.yml").read_text("utf-8"))
    page = render(about_page(CORPUS, info))
    assert "This collection" not in page
    for text in (*ours["about"].split("\n\n"), ours["name"]):
        assert " ".join(text.split()) not in " ".join(page.split())
        assert text not in (info.name, info.description)


def test_the_description_stands_for_the_home_sentence(tmp_path: Path) -> None:
    site, _ = _loaded(tmp_path, "description: What was said.\n")
    assert _info(site).home == "What was said."


def test_mistakes_are_told_with_line_and_column(tmp_path: Path) -> None:
    assert _loaded(tmp_path, "nmae: x\nhome: 3\n")[1] == ["1:1 unknown-key", "2:7 wrong-type"]
    assert _loaded(tmp_path, "about: <b>bold</b> and [line](000:7)\n")[1] == [
        "1:8 unknown-markup", "1:8 unknown-markup",
    ]  # fmt: skip


def test_a_name_with_signs_is_shown_as_it_is(tmp_path: Path) -> None:
    name = "Fish & <b>chips</b> {{ x }}"
    config = mkdocs.write_config(ROOT, tmp_path, [], SiteInfo(name, "a < b"))
    made = json.loads(config.read_text("utf-8"))
    assert made["site_name"] == "Fish &amp; &lt;b&gt;chips&lt;/b&gt; &#123;&#123; x &#125;&#125;"
    assert made["site_description"] == "a &lt; b"


def test_the_data_package_bears_the_name_of_the_site() -> None:
    package = json.loads(
        published_files(CORPUS, SiteInfo("Harbour papers"))["data/datapackage.json"]
    )
    assert (package["name"], package["title"]) == ("harbour-papers", "Harbour papers")


def test_the_about_page_speaks_of_the_report_where_there_is_one() -> None:
    assert "report/index.md" not in render(about_page(EMPTY, SiteInfo("Briefings")))
