"""What others wrote and the site ships is named in NOTICE, with its licence."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Built

ROOT = Path(__file__).parents[2]
NOTICE = (ROOT / "NOTICE").read_text("utf-8")
VENDORED = ROOT / "docs" / "assets" / "vendor"


def test_every_file_is_made_of_ours_or_stands_in_notice_with_its_licence(built: Built) -> None:
    shipped = {
        path.relative_to(built.folder).as_posix()
        for path in (built.folder / "assets").rglob("*")
        if path.is_file()
    }
    others = {f"assets/vendor/{path.name}/" for path in VENDORED.iterdir()}
    assert len(others) == 2
    assert [one for one in sorted(others) if one not in NOTICE] == []
    ours = {"assets/favicon.svg", *(one for one in shipped if one.startswith("assets/bundles/"))}
    assert shipped - ours == {f"{one}LICENSE" for one in others}


def test_no_font_is_shipped(built: Built) -> None:
    assert [path for path in built.folder.rglob("*") if path.suffix in (".woff", ".woff2")] == []
    assert "No fonts are shipped" in NOTICE
