"""How much a reader's browser fetches for one page, counted from what was built."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from benchmarks.weight import fetched, pages
from tests.conftest import Built

HOME_BYTES = 80_000
HOME_REQUESTS = 12
PAGE_BYTES = 150_000
SECTION_BYTES = 60_000
# Pages of a whole text, as long as that is.
TEXTS = ("briefings", "sources")


def test_the_home_page_is_light(built: Built) -> None:
    files = fetched(built.folder, "")
    assert sum(one.sent for one in files) <= HOME_BYTES, files
    assert len(files) <= HOME_REQUESTS


def test_no_page_but_that_of_a_text_is_heavy(built: Built) -> None:
    """As HTML, before it is packed for its way."""
    sizes = {path.relative_to(built.folder).as_posix(): path.stat().st_size for path in built.pages}
    heavy = {path: size for path, size in sizes.items() if size > PAGE_BYTES}
    assert {path for path in heavy if path.split("/")[0] not in TEXTS} == set()
    sections = {path: size for path, size in sizes.items() if path.count("/") == 1}
    assert {path: size for path, size in sections.items() if size > SECTION_BYTES} == {}


def test_each_kind_of_page_loads_one_style_sheet_and_one_script_beside_that_of_the_head(
    built: Built,
) -> None:
    kinds = pages(built.folder)
    assert len(kinds) == 8
    for name, url in kinds.items():
        urls = [one.url for one in fetched(built.folder, url)]
        styles = [one for one in urls if one.endswith(".css")]
        assert styles == ["assets/bundles/site.css"], name
        scripts = [one for one in urls if one.endswith(".js")]
        # What finds hits is shared with the search box of all pages.
        found = {"assets/bundles/find.js"} if name == "search" else set()
        assert len(set(scripts) - found) == 2, name
        assert "assets/bundles/head.js" in scripts, name


def test_what_a_page_needs_is_followed_into_style_sheets_and_modules(tmp_path: Path) -> None:
    for path, text in {
        "a/b/index.html": (
            '<link rel="canonical" href="https://example.org/a/b/">'
            '<link rel="preload" as="style" href="../../s.css">'
            '<link rel="stylesheet" href="../../s.css">'
            '<script src="../../m.js"></script><img src="data:,"><a href="../../other/">Other</a>'
        ),
        "s.css": (
            "@font-face{src:url(f.woff2);unicode-range:U+41,U+61-7A}"
            "@font-face{src:url(cyrillic.woff2);unicode-range:U+400-4FF}"
            f"p{{background:url('data:image/svg+xml;x')}}{'p{}' * 50}"
        ),
        "m.js": 'import{a}from"./n.js";import("./later.js");const important = a;',
        "n.js": "export const a = 1",
        "f.woff2": "font" * 50,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    files = {one.url: one for one in fetched(tmp_path, "a/b/")}
    assert sorted(files) == ["a/b/", "f.woff2", "m.js", "n.js", "s.css"]
    assert files["f.woff2"].sent == files["f.woff2"].size == 200
    assert files["s.css"].sent == len(gzip.compress((tmp_path / "s.css").read_bytes(), 6))


def test_what_another_site_would_send_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<script src="https://example.org/x.js"></script>', "utf-8"
    )
    with pytest.raises(ValueError, match="asks another site"):
        fetched(tmp_path, "")
