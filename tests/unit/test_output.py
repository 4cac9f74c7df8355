"""The files of a new site: each is taken once, and only what differs is written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefings.engine.store import Store
from briefings.model.page import Piece
from briefings.publish import pages, tables_by_year
from briefings.publish.output import Output


def sum_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_file_is_written_unless_the_site_has_it(tmp_path: Path) -> None:
    output = Output(tmp_path, {"a.txt": sum_of("A"), "b.txt": sum_of("old")})
    assert output.write("a.txt", b"A") == sum_of("A")
    output.write_texts({"b.txt": "B", "c/d.txt": "D"})
    assert output.files == {"a.txt": sum_of("A"), "b.txt": sum_of("B"), "c/d.txt": sum_of("D")}
    assert output.written == {"b.txt", "c/d.txt"}
    assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "c/d.txt").read_text("utf-8") == "D"


def test_a_file_is_linked_unless_the_site_has_it(tmp_path: Path) -> None:
    book = tmp_path / "kept.epub"
    book.write_bytes(b"book")
    output = Output(tmp_path / "new", {"old.epub": "sum"})
    output.link("old.epub", book, "sum")
    output.link("books/new.epub", book, "sum")
    assert output.files == {"old.epub": "sum", "books/new.epub": "sum"}
    assert output.written == {"books/new.epub"}
    assert not (tmp_path / "new/old.epub").exists()
    assert (tmp_path / "new/books/new.epub").samefile(book)


def test_a_file_is_copied_where_no_link_can_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    book = tmp_path / "kept.epub"
    book.write_bytes(b"book")
    Output(tmp_path / "new", {}).link("new.epub", book, "sum")
    assert (tmp_path / "new/new.epub").read_bytes() == b"book"
    assert not (tmp_path / "new/new.epub").samefile(book)


def test_what_another_program_wrote_is_taken(tmp_path: Path) -> None:
    output = Output(tmp_path, {})
    (tmp_path / "data/inner").mkdir(parents=True)
    (tmp_path / "data/inner/a.json").write_text("{}", "utf-8")
    (tmp_path / "other.txt").write_text("not taken", "utf-8")
    output.take(tmp_path / "data")
    assert output.files == {"data/inner/a.json": sum_of("{}")}
    assert output.written == {"data/inner/a.json"}


def test_what_was_placed_stands_from_then_on(tmp_path: Path) -> None:
    output = Output(tmp_path, {})
    output.write("a.txt", b"A")
    output.has_placed({"a.txt": sum_of("A")})
    assert output.written == set()
    output.write("a.txt", b"A")
    assert output.written == set()


def test_files_of_pages_are_made_once_and_left_while_they_stand(tmp_path: Path) -> None:
    calls = []

    def make() -> list[Piece]:
        calls.append(1)
        return [
            Piece("figures/2021.json", {"b": "ä", "a": 1}, ""),
            Piece("figures/a.svg", {}, "chart.svg.j2"),
        ]

    store, first = Store(tmp_path / "kept"), Output(tmp_path / "one", {})
    tables_by_year.write(make, lambda piece: f"drawn {piece.path}", "key", first, store)
    assert (tmp_path / "one/figures/2021.json").read_text("utf-8") == '{"a":1,"b":"ä"}'
    assert (tmp_path / "one/figures/a.svg").read_text("utf-8") == "drawn figures/a.svg"
    second = Output(tmp_path / "two", first.files)
    tables_by_year.write(make, lambda piece: "drawn anew", "key", second, store)
    assert len(calls) == 1
    assert second.files == first.files
    assert second.written == set()
    # A file that the site has lost is made again, with the others.
    third = Output(tmp_path / "three", {"figures/a.svg": first.files["figures/a.svg"]})
    tables_by_year.write(make, lambda piece: f"drawn {piece.path}", "key", third, store)
    assert len(calls) == 2
    assert third.written == {"figures/2021.json"}
    # Without a key nothing is remembered.
    tables_by_year.write(make, lambda piece: f"drawn {piece.path}", "", third, store)
    assert len(calls) == 3


def test_a_folder_of_pages_has_what_is_given_and_no_more(tmp_path: Path) -> None:
    handmade, target = tmp_path / "docs", tmp_path / "work"
    (handmade / "css").mkdir(parents=True)
    (handmade / "about.md").write_text("About", "utf-8")
    (handmade / "css/a.css").write_text("a{}", "utf-8")
    (target / "gone/deep").mkdir(parents=True)
    (target / "gone/deep/old.md").write_text("old", "utf-8")
    (target / "about.md").mkdir()  # an empty folder where a page is going to be
    (target / "about.md").rmdir()
    pages.write(handmade, {"terms/net/index.md": "Net", "index.md": "Home"}, target)
    names = {path.relative_to(target).as_posix() for path in target.rglob("*")}
    assert names == {
        "about.md", "css", "css/a.css", "index.md", "terms", "terms/net", "terms/net/index.md",
    }  # fmt: skip
    assert (target / "terms/net/index.md").read_text("utf-8") == "Net"
    times = {path: path.stat().st_mtime_ns for path in target.rglob("*.*")}
    pages.write(handmade, {"terms/net/index.md": "Nets", "index.md": "Home"}, target)
    changed = {path.name for path, time in times.items() if path.stat().st_mtime_ns != time}
    assert (target / "terms/net/index.md").read_text("utf-8") == "Nets"
    assert (target / "about.md").read_text("utf-8") == "About"
    assert "about.md" not in changed
    assert (target / "index.md").stat().st_mtime_ns == times[target / "index.md"]
    (handmade / "about.md").write_text("Other", "utf-8")
    pages.write(handmade, {"index.md": "Home"}, target)
    assert (target / "about.md").read_text("utf-8") == "Other"
    assert not (target / "terms").exists()


def test_a_digest_differs_by_names_and_contents_and_ignores_compiled_files(tmp_path: Path) -> None:
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "a.html").write_text("A", "utf-8")
    whole = pages.digest([folder], [("name", "text")])
    assert len(whole) == 64
    assert pages.digest([folder], [("name", "text")]) == whole
    assert pages.digest([folder], [("other", "text")]) != whole
    assert pages.digest([folder], [("name", "other")]) != whole
    assert pages.digest([folder], []) != whole
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__/a.pyc").write_bytes(b"0")
    assert pages.digest([folder], [("name", "text")]) == whole
    (folder / "a.html").rename(folder / "b.html")
    renamed = pages.digest([folder], [("name", "text")])
    assert renamed != whole
    assert pages.digest([folder / "b.html"], []) != pages.digest([folder], [])
    (folder / "b.html").write_text("B", "utf-8")
    assert pages.digest([folder], [("name", "text")]) != renamed
