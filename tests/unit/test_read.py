"""Files as received: ids, line ends, and a clear line for each that cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefings.clean import clean
from briefings.model import Edition, Source, Where
from briefings.problems import Problem, Problems
from briefings.read import MAX_BYTES, read, read_edition, source_ids, source_lines, unread


def _read(folder: Path) -> tuple[tuple[Source, ...], list[Problem]]:
    problems = Problems()
    sources = read(folder, problems)
    return sources, [problem for problem in problems if problem.rule != "no-sums"]


def test_lines_end_at_lf_crlf_and_cr_only() -> None:
    assert source_lines("a\nb\r\nc\rd\u2028e\x0cf\x85g\n") == ("a", "b", "c", "d\u2028e\x0cf\x85g")
    assert source_lines("\n\na") == ("", "", "a")


def test_an_id_is_the_short_part_of_a_name_where_that_is_unique() -> None:
    names = ["000_abc.txt", "001.html", "2020-01-02-a.txt", "2020-01-02-b.txt", "_x.txt"]
    assert source_ids(names) == {
        "000_abc.txt": "000",
        "001.html": "001",
        "2020-01-02-a.txt": "2020-01-02-a",
        "2020-01-02-b.txt": "2020-01-02-b",
        "_x.txt": "_x",
    }
    assert source_ids(["7_a.txt", "7_b.txt"]) == {"7_a.txt": "7_a", "7_b.txt": "7_b"}


def test_readmes_licences_and_hidden_files_are_no_sources(tmp_path: Path) -> None:
    for name in ("README.md", "readme.txt", ".hidden.txt", "a.txt", "b.HTML", "c.md", "LICENSE"):
        (tmp_path / name).write_text("Text.")
    sources, problems = _read(tmp_path)
    assert [source.file for source in sources] == ["a.txt", "b.HTML", "c.md"]
    assert [source.markup for source in sources] == ["text", "html", "text"]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "data", "rule", "line", "column"),
    [
        ("empty.txt", b"", "empty", 0, 0),
        ("blank.txt", b" \n\t\r\n\xc2\xa0", "empty", 0, 0),
        ("mark.txt", b"\xef\xbb\xbf", "empty", 0, 0),
        ("nul.txt", b"Good\nmor\x00ning", "binary", 2, 4),
        ("noise.txt", b"ab\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f", "binary", 1, 3),
        ("latin.txt", b"first\r\nBr\xfcnn", "encoding", 2, 3),
        ("utf16.txt", b"\xff\xfea\xd8", "encoding", 1, 3),
        ("unknown.html", b'<meta charset="no-such"><p>Br\xfcnn</p>', "encoding", 1, 30),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error_at_its_place(
    tmp_path: Path, name: str, data: bytes, rule: str, line: int, column: int
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("Text.")
    sources, problems = _read(tmp_path)
    assert [source.file for source in sources] == ["good.txt"]
    assert [(p.rule, p.severity, p.line, p.column) for p in problems] == [
        (rule, "error", line, column)
    ]


def test_too_large_a_file_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    sources, problems = _read(tmp_path)
    assert sources == ()
    assert [problem.rule for problem in problems] == ["too-large"]


def test_a_declared_encoding_is_used_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes('<meta charset="iso-8859-1"><p>Brünn</p>'.encode("latin-1"))
    (tmp_path / "b.txt").write_bytes("Brünn".encode("utf-16"))
    sources, problems = _read(tmp_path)
    assert "Brünn" in sources[0].lines[0]
    assert sources[1].lines == ("Brünn",)
    assert [(p.rule, p.severity) for p in problems] == [("encoding", "warning")] * 2


def test_two_files_with_one_id_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "a.html").write_text("<p>Text.</p>")
    _, problems = _read(tmp_path)
    assert [problem.rule for problem in problems] == ["same-id"]


def test_no_folder_and_no_source(tmp_path: Path) -> None:
    assert [problem.rule for problem in _read(tmp_path / "none")[1]] == ["no-seeds"]
    assert [problem.rule for problem in _read(tmp_path)[1]] == ["no-sources"]


def test_sums_are_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "b.txt").write_text("Text.")
    right = read(tmp_path, Problems())[0].sha256
    lines = [f"{right}  a.txt", f"{'0' * 64}  c.txt", "what is this", ""]
    (tmp_path / "SHA256SUMS").write_text("\n".join(lines))
    assert [(p.rule, p.severity, p.line) for p in _read(tmp_path)[1]] == [
        ("sum-without-file", "error", 2),
        ("sums-syntax", "error", 3),
        ("not-in-sums", "warning", 0),
    ]
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  a.txt\n{right}  b.txt\n")
    assert [problem.rule for problem in _read(tmp_path)[1]] == ["wrong-sum"]


def test_markup_without_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><nav>Home</nav><script>x</script></body></html>")
    problems = Problems()
    (source,) = read(tmp_path, problems)
    clean(source, problems)
    assert [problem.rule for problem in problems.errors] == ["no-text"]


def test_an_earlier_edition_is_kept_in_the_folder_of_the_sources(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    (seeds / "editions").mkdir(parents=True)
    kept = seeds / "editions" / "1_x.txt"
    kept.write_text("Good morning.\n", "utf-8")
    (tmp_path / "outside.txt").write_text("Good morning.\n", "utf-8")
    digest = hashlib.sha256(kept.read_bytes()).hexdigest()

    def read_as(file: str, sum_: str = digest) -> tuple[bool, list[str]]:
        problems = Problems()
        found = read_edition(seeds, Edition(file, sum_, "2023-05-03"), "1", problems)
        return found is not None, [one.rule for one in problems]

    assert read_as("editions/1_x.txt") == (True, [])
    assert read_as("editions/1_x.txt", "0" * 64) == (False, ["wrong-sum"])
    assert read_as("editions/2_x.txt") == (False, ["no-edition"])
    assert read_as("../outside.txt") == (False, ["no-edition"])
    problems = Problems()
    where = Where("editorial/sources/1.yml", 4, 5)
    read_edition(
        seeds, Edition("editions/2_x.txt", digest, "2023-05-03", where=where), "1", problems
    )
    assert [(one.path, one.line, one.column) for one in problems] == [
        ("editorial/sources/1.yml", 4, 5)
    ]


def test_files_that_are_there_and_were_not_read_are_known_by_their_ids(tmp_path: Path) -> None:
    for name in ("1_x.txt", "2_y.html", "3_z.pdf"):
        (tmp_path / name).write_text("Good morning.\n", "utf-8")
    assert unread(tmp_path, ["1"]) == {"2"}
    assert unread(tmp_path / "none", []) == frozenset()
