"""What others wrote and the site ships is named in NOTICE, with its licence."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Built

ROOT = Path(__file__).parents[2]
NOTICE = (ROOT / "NOTICE").read_text("utf-8")
FOLDER = re.compile(r"(?<![\w/])(assets/[\w./-]*?/?)(?=[:,\s])")


def test_every_file_that_is_not_ours_stands_in_a_folder_that_notice_names(built: Built) -> None:
    named = tuple(FOLDER.findall(NOTICE))
    assert len(named) == 4
    ours = {
        path.relative_to(ROOT / "docs").as_posix()
        for path in (ROOT / "docs" / "assets").rglob("*")
        if path.is_file() and "vendor" not in path.parts
    }
    shipped = {
        path.relative_to(built.folder).as_posix()
        for path in (built.folder / "assets").rglob("*")
        if path.is_file()
    }
    assert sorted(one for one in shipped - ours if not one.startswith(named)) == []
    assert [folder for folder in named if not any(one.startswith(folder) for one in shipped)] == []


def test_no_font_is_shipped(built: Built) -> None:
    assert [path for path in built.folder.rglob("*") if path.suffix in (".woff", ".woff2")] == []
    assert "No fonts are shipped" in NOTICE
