"""Forms that somebody filled in become notes, or say which field is at fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from briefings.pipeline import gather
from briefings.problems import Problems
from build_site import main
from tests.command import Result, snapshot

Command = Callable[..., Result]

CASES = Path(__file__).parents[1] / "cases" / "desk"
CORPUS = CASES / "corpus"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir() and path.name != CORPUS.name)
PAGE = "2021-05-03-mending"


def _input(folder: Path) -> Path:
    (found,) = [folder / name for name in ("event.json", "form.md") if (folder / name).exists()]
    return found


def _arguments(folder: Path) -> list[str]:
    path = folder / "arguments.txt"
    return path.read_text("utf-8").split() if path.exists() else []


@pytest.fixture(name="editorial")
def editorial_folder(tmp_path: Path) -> Path:
    copy = tmp_path / "editorial"
    shutil.copytree(CORPUS / "editorial", copy)
    (copy / "notes").mkdir(exist_ok=True)
    return copy


@pytest.fixture(name="note")
def note_command(editorial: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """`build_site.py note --from FILE` on the corpus of the cases."""

    def note(file: Path, *more: str) -> Result:
        seeds = ("--seeds", str(CORPUS / "seeds"), "--editorial", str(editorial))
        code = main(["note", "--from", str(file), *seeds, *more])
        shown = capsys.readouterr()
        return Result(code, shown.out, shown.err)

    return note


def _errors(done: Result) -> list[str]:
    return [line for line in done.err.splitlines() if ": error: " in line]


def test_every_case_says_what_becomes_of_it() -> None:
    assert [
        one.name for one in FOLDERS
        if (one / "note.yml").exists() == (one / "problems.txt").exists()
    ] == []  # fmt: skip
    assert len(FOLDERS) > 20


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_form_becomes_a_note_or_says_what_is_wrong(
    folder: Path, editorial: Path, note: Command
) -> None:
    before = snapshot(editorial)
    done = note(_input(folder), *_arguments(folder))
    code, errors, said = done.code, _errors(done), done.said
    written = editorial / "notes" / f"{PAGE}.yml"
    if (folder / "note.yml").exists():
        assert (code, errors) == (0, []), said
        head, _, entry = written.read_text("utf-8").partition("\n")
        assert head == "# yaml-language-server: $schema=../schemas/notes.json"
        assert entry == (folder / "note.yml").read_text("utf-8")
        assert str(written.name) in said
        problems = Problems()
        corpus = gather(CORPUS / "seeds", editorial, problems)
        assert [str(one) for one in problems if "notes" in one.path] == []
        assert len(corpus.annotations.notes) == 1
    else:
        expected = (folder / "problems.txt").read_text("utf-8").splitlines()
        assert code == 1
        assert len(errors) == len(expected), errors
        assert [part for part, line in zip(expected, errors, strict=True) if part not in line] == []
        assert snapshot(editorial) == before


def test_a_note_is_added_behind_what_the_file_holds(editorial: Path, note: Command) -> None:
    written = editorial / "notes" / f"{PAGE}.yml"
    there = (
        b"# Ours:   kept as it is\r\nfund:\r\n  passage: 100:29\r\n  quote:   'fund pays'\r\n"
        b"  kind: context\r\n  text: |\r\n    It does.\r\n  basis: '100:29'\r\n"
        b"  author: editors\r\n  date: 2026-11-01"
    )
    written.write_bytes(there)
    done = note(CASES / "exact" / "event.json", "--editor", "editors")
    code, errors = done.code, _errors(done)
    assert (code, errors) == (0, [])
    content = written.read_bytes()
    assert content.startswith(there + b"\r\n\r\n1200-nets-were-mended:\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert list(YAML(typ="safe").load(content)) == ["fund", "1200-nets-were-mended"]


def test_an_id_is_taken_once_in_all_files(editorial: Path, note: Command) -> None:
    form = CASES / "recurring" / "event.json"
    assert note(form).code == 0
    other = CASES / "recurring-unsaid" / "event.json"
    assert note(other, "--editor", "editors").code == 0
    content = YAML(typ="safe").load((editorial / "notes" / f"{PAGE}.yml").read_text("utf-8"))
    assert list(content) == ["the-old-net", "the-old-net-2"]


def test_a_suggestion_is_taken_once(editorial: Path, note: Command) -> None:
    form = CASES / "recurring" / "event.json"
    assert note(form).code == 0
    before = snapshot(editorial)
    done = note(form)
    code, errors = done.code, _errors(done)
    assert code == 1
    assert "'Note' is on these words already" in errors[0]
    assert snapshot(editorial) == before


def test_what_was_taken_otherwise_than_typed_is_said(note: Command) -> None:
    said = note(CASES / "typography" / "form.md").err
    assert "The passage has the words as 'The ministry's “knot plan” – as it is called –'." in said
    more = ("--editor", "editors")
    said = note(CASES / "recurring-unsaid" / "event.json", *more).err
    assert "The words stand 3 times in the passage: the first was taken." in said


def test_what_a_form_says_begins_no_line_of_the_log(note: Command) -> None:
    """A workflow takes a line that begins with :: for a command."""
    said = note(CASES / "yaml-in-values" / "event.json", "--editor", "editors").err
    assert "::error::x" in said
    assert [line for line in said.splitlines() if line.lstrip().startswith(("::", "##["))] == []


def test_a_notes_file_that_cannot_be_added_to_is_left_alone(editorial: Path, note: Command) -> None:
    written = editorial / "notes" / f"{PAGE}.yml"
    written.write_text("fund: {passage: 100:29}\n...\n", "utf-8")
    before = snapshot(editorial)
    done = note(CASES / "recurring" / "event.json")
    code, errors = done.code, _errors(done)
    assert code == 1
    assert errors
    assert snapshot(editorial) == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.md", None, "there is no such file"),
        ("bytes.md", b"### Passage\n\xff", "byte 13 is not UTF-8"),
        ("large.md", b" " * 2_000_001, "is larger than 2,000,000 bytes"),
        ("empty.md", b"", "the field 'Note' is missing"),
        ("list.json", b'{"issue": []}', "is not an issue event with a text"),
        ("pull.json", b'{"pull_request": {"body": "x"}}', "is not an issue event with a text"),
    ],
)
def test_a_file_that_is_no_form_is_refused(
    name: str, content: bytes | None, said: str, tmp_path: Path, note: Command
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = note(tmp_path / name)
    code, errors = done.code, _errors(done)
    assert code == 1
    assert [one for one in errors if said in one] != []


def test_a_folder_is_no_form(tmp_path: Path, note: Command) -> None:
    done = note(tmp_path)
    assert (done.code, _errors(done)) == (1, [
        f"{tmp_path.as_posix()}: error: there is no such file "
        "(give a GitHub event (JSON) or the text of an issue (Markdown)) [no-file]"
    ])  # fmt: skip
