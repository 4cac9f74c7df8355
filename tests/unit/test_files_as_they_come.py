"""Every file in a folder of sources is read, or reported with a hint on what to do."""

from __future__ import annotations

import errno
import hashlib
import os
import socket
from pathlib import Path

import pytest

from briefings.model import Source
from briefings.pipeline import gather
from briefings.problems import Problem, Problems
from briefings.read import read

CHINESE = "各位记者朋友,大家上午好。我们在这里举行新闻发布会,向大家介绍有关情况。\n" * 3
TRADITIONAL = "各位記者朋友,大家上午好。我們在這裡舉行新聞發佈會,向大家介紹有關情況。\n" * 3
ENGLISH = "Good morning. We counted twelve harbours in the year 2020.\n"


def _read(
    folder: Path, encodings: dict[str, str] | None = None
) -> tuple[list[Source], list[Problem]]:
    """The sources and what is said, the missing list of sums apart."""
    problems = Problems()
    sources = read(folder, problems, encodings)
    return list(sources), [one for one in problems if one.rule != "no-sums"]


def _one(folder: Path) -> Problem:
    sources, problems = _read(folder)
    assert [source.file for source in sources] == ["good.txt"]
    (problem,) = problems
    assert str(problem).isprintable()
    return problem


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with one good source."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "good.txt").write_text("Text.", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "charset", ["undefined", "idna", "punycode", "unicode_escape", "rot13", "hex", "zip", "mbcs"]
)
def test_what_is_no_encoding_of_a_page_is_not_one_that_it_may_declare(
    seeds: Path, charset: str
) -> None:
    (seeds / "bad.html").write_bytes(f'<meta charset="{charset}">\n<p>Br'.encode() + b"\xfcnn")
    problem = _one(seeds)
    assert (problem.rule, problem.severity, problem.line, problem.column) == (
        "encoding", "error", 2, 6,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (CHINESE, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
    ],
)
def test_a_text_in_another_encoding_is_told_which_and_is_read_once_that_is_named(
    seeds: Path, text: str, encoding: str, named: str
) -> None:
    (seeds / "bad.txt").write_bytes(text.encode(encoding))
    problem = _one(seeds)
    assert (problem.rule, problem.severity) == ("encoding", "error")
    assert f"`encoding: {named}`" in problem.hint
    assert f"iconv -f {named.upper()} -t UTF-8" in problem.hint
    sources, problems = _read(seeds, {"bad": named})
    assert problems == []
    assert sources[0].lines[0] == text.splitlines()[0]


@pytest.mark.parametrize(
    ("name", "data", "how"),
    [
        ("bad.pdf", b"%PDF-1.7 ...", "pdftotext -layout bad.pdf bad.txt"),
        ("bad.txt", b"%PDF-1.7 ...", "pdftotext"),
        ("bad.docx", b"PK\x03\x04...", "pandoc"),
        ("bad.DOC", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as plain text"),
        ("bad.md", b"{\\rtf1 Good morning.}", "pandoc"),
        ("bad.odt", b"PK\x03\x04...", "pandoc"),
        ("bad.rtf", b"{\\rtf1 Good morning.}", "pandoc"),
    ],
)
def test_a_document_is_told_with_how_to_convert_it(
    seeds: Path, name: str, data: bytes, how: str
) -> None:
    (seeds / name).write_bytes(data)
    problem = _one(seeds)
    assert (problem.rule, problem.severity) == ("document", "error")
    assert how in problem.hint


def test_what_is_not_a_file_is_never_opened(seeds: Path) -> None:
    """A pipe would be waited for until somebody writes into it."""
    os.mkfifo(seeds / "a.txt")
    (seeds / "b.txt").mkdir()
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(seeds)  # the path of a socket may have some hundred bytes only
    try:
        server.bind("c.txt")
    finally:
        os.chdir(here)
        server.close()
    (seeds / "d.txt").symlink_to("/dev/null")
    sources, problems = _read(seeds)
    assert [source.file for source in sources] == ["good.txt"]
    assert [(Path(one.path).name, one.rule) for one in problems] == [
        ("a.txt", "not-a-file"),
        ("b.txt", "not-a-file"),
        ("c.txt", "not-a-file"),
        ("d.txt", "link"),
    ]
    assert [one.message for one in problems[:3]] == [
        "is a pipe, not a file", "is a folder, not a file", "is a socket, not a file",
    ]  # fmt: skip


def test_a_link_is_followed_within_the_folder_only(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("token = 1", encoding="utf-8")
    (seeds / ".git").mkdir()
    (seeds / ".git" / "config").write_text("token = 2", encoding="utf-8")
    (seeds / "editions").mkdir()
    (seeds / "editions" / "first.txt").write_text("The first edition.", encoding="utf-8")
    for name, target in (
        ("a.txt", "../secret.txt"),
        ("b.txt", str(tmp_path / "secret.txt")),
        ("c.txt", ".git/config"),
        ("d.txt", "d.txt"),
        ("e.txt", "f.txt"),
        ("f.txt", "e.txt"),
        ("g.txt", "nowhere.txt"),
        ("h.txt", "../seeds/good.txt"),
        ("i.txt", "editions/first.txt"),
    ):
        (seeds / name).symlink_to(target)
    sources, problems = _read(seeds)
    assert [source.file for source in sources] == ["good.txt", "h.txt", "i.txt"]
    assert [Path(one.path).name for one in problems] == [f"{letter}.txt" for letter in "abcdefg"]
    assert {one.rule for one in problems} == {"link"}


def test_names_that_are_no_text_are_told_in_one_line(seeds: Path) -> None:
    for name in (b"b\xff\xfe.txt", b"two\nlines.txt", b"bell\x07.md"):
        (seeds / os.fsdecode(name)).write_bytes(b"Text.")
    sources, problems = _read(seeds)
    assert [source.file for source in sources] == ["good.txt"]
    assert [one.rule for one in problems] == ["odd-name"] * 3
    said = [str(one) for one in problems]
    assert all(line.isprintable() for line in said)
    assert any("b\\xff\\xfe.txt" in line for line in said)
    assert any("two\\nlines.txt" in line for line in said)
    assert all(one.github().encode() for one in problems)


def test_an_id_too_long_for_a_file_name_is_told(seeds: Path) -> None:
    (seeds / f"{'a' * 250}.txt").write_text("Text.", encoding="utf-8")
    (seeds / f"b_{'a' * 240}.txt").write_text("Text.", encoding="utf-8")
    _, problems = _read(seeds)
    assert [(one.rule, one.message) for one in problems] == [
        ("long-id", "has an id of 250 letters")
    ]


def test_a_file_that_may_not_be_read_is_told(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As another user than root meets it; root may read everything."""
    (seeds / "bad.txt").write_text("Text.", encoding="utf-8")
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "bad.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    problem = _one(seeds)
    assert (problem.rule, problem.message) == ("unreadable", "cannot be read: Permission denied")


def test_a_folder_that_may_not_be_read_is_told(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "iterdir", refused)
    sources, problems = _read(seeds)
    assert sources == []
    assert [one.rule for one in problems] == ["unreadable"]


def test_what_git_leaves_of_a_merge_is_one_error(seeds: Path) -> None:
    (seeds / "bad.txt").write_text(
        "Good morning.\n<<<<<<< HEAD\nWe counted 12.\n=======\nWe counted 13.\n>>>>>>> other\n",
        encoding="utf-8",
    )
    problem = _one(seeds)
    assert (problem.rule, problem.severity, problem.line) == ("conflict", "error", 2)


def test_other_files_and_folders_of_texts_are_told(seeds: Path) -> None:
    (seeds / "b.text").write_text("Text.", encoding="utf-8")
    (seeds / "2024").mkdir()
    (seeds / "2024" / "c.txt").write_text("Text.", encoding="utf-8")
    (seeds / "editions").mkdir()
    (seeds / "editions" / "good.txt").write_text("Text.", encoding="utf-8")
    os.mkfifo(seeds / "pipe")
    _, problems = _read(seeds)
    assert [(Path(one.path).name, one.rule, one.severity) for one in problems] == [
        ("2024", "not-a-source", "warning"),
        ("b.text", "not-a-source", "warning"),
        ("pipe", "not-a-source", "warning"),
    ]


SUM = hashlib.sha256(b"Text.").hexdigest()


@pytest.mark.parametrize(
    "text",
    [
        f"{SUM}  good.txt\r\n".encode(),
        f"{SUM.upper()} *good.txt\n".encode(),
        f"\ufeff{SUM}  ./good.txt".encode(),
        f"\n{SUM}  good.txt\n{SUM}  good.txt\n".encode(),
    ],
)
def test_sums_are_read_as_programs_write_them(seeds: Path, text: bytes) -> None:
    (seeds / "SHA256SUMS").write_bytes(text)
    assert _read(seeds)[1] == []


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        (f"{SUM}  go\0od.txt\n".encode(), "sums-syntax", 2),
        (SUM.encode() + b"  b\xff.txt\n", "sum-without-file", 2),
        (b"\x00\xff\xfe\n", "sums-syntax", 2),
        (f"{SUM}  ../good.txt\n".encode(), "sums-syntax", 2),
        (f"{SUM}  /etc/hostname\n".encode(), "sums-syntax", 2),
        (f"{'0' * 64}  good.txt\n".encode(), "sums-syntax", 2),
        (f"<<<<<<< HEAD\n{SUM}  b\n=======\n{SUM}  c\n>>>>>>> x\n".encode(), "conflict", 2),
    ],
)
def test_sums_that_cannot_be_read_are_told_with_their_line(
    seeds: Path, text: bytes, rule: str, line: int
) -> None:
    (seeds / "SHA256SUMS").write_bytes(f"{SUM}  good.txt\n".encode() + text)
    problem = _one(seeds)
    assert (Path(problem.path).name, problem.rule, problem.line) == ("SHA256SUMS", rule, line)


def test_sums_in_another_encoding_or_that_are_no_file_are_told(seeds: Path) -> None:
    (seeds / "SHA256SUMS").write_text(f"{SUM}  good.txt\n", encoding="utf-16")
    assert _one(seeds).message == "is encoded as UTF-16"
    (seeds / "SHA256SUMS").unlink()
    os.mkfifo(seeds / "SHA256SUMS")
    assert _one(seeds).message == "is not a file"


def test_a_listed_file_in_a_folder_below_is_checked_and_is_no_source(
    seeds: Path, tmp_path: Path
) -> None:
    (seeds / "editions").mkdir()
    (seeds / "editions" / "good.txt").write_text("Earlier.", encoding="utf-8")
    right = hashlib.sha256(b"Earlier.").hexdigest()
    listed = f"{SUM}  good.txt\n{{}}  editions/good.txt\n"
    (seeds / "SHA256SUMS").write_text(listed.format(right), encoding="utf-8")
    sources, problems = _read(seeds)
    assert [source.file for source in sources] == ["good.txt"]
    assert problems == []
    (seeds / "SHA256SUMS").write_text(listed.format(SUM), encoding="utf-8")
    problem = _one(seeds)
    assert problem.rule == "wrong-sum"
    assert problem.path.endswith("seeds/editions/good.txt")
    (seeds / "editions" / "good.txt").unlink()
    assert (_one(seeds).rule, _one(seeds).line) == ("sum-without-file", 2)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "good.txt").write_text("Text.", encoding="utf-8")
    (seeds / "editions").rmdir()
    (seeds / "editions").symlink_to(tmp_path / "outside")
    assert _one(seeds).rule == "link"


LONG_TITLE = (
    "Harbours, lighthouses, boats, nets and ropes in the years of plenty that have passed " * 5
)
LONG_TITLE = f"{LONG_TITLE}and more"
_SESSION = (
    "Harbour City | 10 a.m. May 4, 2021",
    "Ada Chair:",
    "Good morning. Mr. Fisher has the floor.",
    "Bo Fisher:",
    "We counted 12 harbours in 2020.",
)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("1.txt", LONG_TITLE),
        ("1.txt", f"Ministry of Sea holds press conference on {LONG_TITLE}"[:430].strip()),
        ("1.html", LONG_TITLE),
    ],
)
def test_a_long_title_is_kept_and_shortened_only_in_the_address(
    tmp_path: Path, name: str, title: str
) -> None:
    lines = [title, *_SESSION]
    text = "\n\n".join(lines)
    if name.endswith("html"):
        paragraphs = "".join(f"<p>{line}</p>\n" for line in _SESSION)
        text = f"<html><body><h1>{title}</h1>\n{paragraphs}</body></html>"
    (tmp_path / name).write_text(text, encoding="utf-8")
    (briefing,) = gather(tmp_path, tmp_path / "none", Problems()).briefings
    assert len(title) > 420
    assert briefing.title == title
    assert briefing.slug.startswith("2021-05-04-harbours-lighthouses-boats-nets-")
    assert len(briefing.slug) < 90


def test_signs_that_an_address_would_have_to_escape_are_no_part_of_an_id(tmp_path: Path) -> None:
    for name in ("50%_plan.txt", "a%2Fb.txt", "c#d?e.txt", "f'g\"h.txt", "%.txt"):
        (tmp_path / name).write_text("Text of the plan.", encoding="utf-8")
    problems = Problems()
    sources = read(tmp_path, problems)
    assert [source.id for source in sources] == ["50", "a-2Fb", "c-d-e", "f-g-h", "source"]
    assert not problems.errors
    (tmp_path / "50.txt").write_text("Text of the plan.", encoding="utf-8")
    assert [one.rule for one in _read(tmp_path)[1]] == ["same-id"]
