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
    assert len(others) == 3
    assert [one for one in sorted(others) if one not in NOTICE] == []
    ours = {"assets/favicon.svg", *(one for one in shipped if one.startswith("assets/bundles/"))}
    licences = {f"{one}LICENSE" for one in others}
    assert licences <= shipped
    assert all(one.startswith(tuple(others)) for one in shipped - ours)


def test_what_is_shipped_of_others_is_a_licence_or_the_face_of_what_was_said(built: Built) -> None:
    vendored = built.folder / "assets" / "vendor"
    files = {path.name: path.stat().st_size for path in vendored.rglob("*.*") if path.is_file()}
    assert set(files) == {"latin.woff2", "latin-ext.woff2"}
    assert sum(files.values()) <= 60_000
