"""The package as a program uses it."""

from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

import briefings

ROOT = Path(__file__).parents[2]
TEXT = """\
Press conference on boats, 5 May 2021

Bo Fisher, director of the Harbour Office:
There are 35 boats. They brought in 6.05 million yuan.

The Paper: Who counts them?

Bo Fisher: We do.
"""
NETS = TEXT.replace("boats", "nets").replace("5 May", "9 June")


def test_the_example_of_the_readme_prints_what_it_says() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    code, printed = re.findall(r"```(?:python|text)\n(.*?)```", text, re.DOTALL)[:2]
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(code, {})  # noqa: S102
    assert out.getvalue() == printed


def test_a_text_has_its_turns_with_their_speakers_and_lines() -> None:
    text = briefings.parse_text(TEXT)
    assert (text.title, text.date, text.kind) == (
        "Press conference on boats, 5 May 2021", "2021-05-05", "transcript",
    )  # fmt: skip
    turns = [(turn.speaker.kind, turn.speaker.name) for turn in text.turns]
    assert turns == [("official", "Bo Fisher"), ("outlet", "The Paper"), ("official", "Bo Fisher")]
    assert [turn.passages[0].line for turn in text.turns] == [4, 6, 8]


def test_a_file_is_read_as_its_text_is_whatever_its_encoding(tmp_path: Path) -> None:
    file = tmp_path / "007_boats.txt"
    file.write_bytes(TEXT.encode("utf-16"))
    text = briefings.parse_file(file)
    assert text.source.id == "007"
    assert text.turns == briefings.parse_text(TEXT).turns
    assert briefings.parse_file(str(file)) == text


def test_texts_become_briefings_with_exchanges_people_and_figures() -> None:
    texts = [
        briefings.parse_text(TEXT, name="1_boats.txt"),
        briefings.parse_text(NETS, name="2_nets.txt"),
    ]
    corpus = briefings.analyse(texts)
    assert [one.date for one in corpus.briefings] == ["2021-05-05", "2021-06-09"]
    assert [(one.question, one.answers) for one in corpus.briefings[0].exchanges] == [
        ("t2", ("t3",))
    ]
    assert [(one.name, len(one.turns)) for one in corpus.people] == [("Bo Fisher", 4)]
    assert [one.name for one in corpus.outlets] == ["The Paper"]
    stated = [(one.stated.value, one.stated.unit) for one in corpus.figures]
    assert stated == [(35, "count"), (6050000, "CNY")] * 2
    passages = {
        (briefing.slug, passage.id): passage.text
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    }
    for figure in corpus.figures:
        words = passages[figure.place.briefing, figure.place.passage or ""]
        assert words[figure.place.start : figure.place.end] == figure.stated.quote


def test_what_is_unsure_is_a_warning_for_whoever_asks() -> None:
    problems = briefings.Problems()
    lost = "A briefing\n\nAnn Lee: Good morning.\n\nWhy?\n\nBo Fisher: Because.\n"
    briefings.parse_text(lost, name="lost.txt", problems=problems)
    assert not problems.errors
    assert {one.path for one in problems} <= {"lost.txt"}


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("", "a.txt", "a.txt: error: contains no text"),
        (
            "words",
            "a.pdf",
            "a.pdf: error: is not a text file by its name (name it by .htm, .html, .md, .txt)",
        ),
        ("<!-- nothing -->", "a.html", "a.html: error: contains no text once markup"),
        ("%PDF-1.7", "a.txt", "a.txt: error: is a PDF"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_reason(
    text: str, name: str, message: str
) -> None:
    problems = briefings.Problems()
    with pytest.raises(briefings.InputError) as error:
        briefings.parse_text(text, name=name, problems=problems)
    assert str(error.value).startswith(message)
    assert error.value.problems.errors


def test_a_file_that_is_not_there_is_an_error_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(briefings.InputError, match=r"none\.txt: error: cannot be read"):
        briefings.parse_file(tmp_path / "none.txt")


def test_texts_are_told_apart_by_their_ids() -> None:
    with pytest.raises(briefings.InputError, match="2 texts have this id"):
        briefings.analyse([briefings.parse_text(TEXT), briefings.parse_text(TEXT)])
    with pytest.raises(briefings.InputError, match="there is none"):
        briefings.analyse([])


def test_a_folder_is_read_with_what_editors_wrote_beside_it(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "1.txt").write_text(TEXT, "utf-8")
    editorial = tmp_path / "editorial"
    editorial.mkdir()
    (editorial / "people.yml").write_text("bo:\n  name: Bo Fisher\n", "utf-8")
    problems = briefings.Problems()
    assert [one.id for one in briefings.read_corpus(seeds, problems=problems).people] == ["bo"]
    assert not problems.errors
    (editorial / "people.yml").write_text("bo:\n  nam: Bo Fisher\n", "utf-8")
    with pytest.raises(briefings.InputError, match=r"people\.yml:2:3: error: unknown key"):
        briefings.read_corpus(seeds)


def test_help_and_the_import_load_no_stage() -> None:
    code = (
        "import sys\n"
        "import briefings, briefings.command\n"
        "briefings.command.parser('briefings').format_help()\n"
        "print(*sorted(set(sys.modules) & {'bs4', 'jinja2', 'pydantic', 'rapidfuzz', 'rich'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_version_stands_in_one_place_and_has_its_changes() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## (\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d)$", changes, re.MULTILINE)
    assert briefings.__version__ == released[0][0]
    assert [day for _, day in released] == sorted((day for _, day in released), reverse=True)
    elsewhere = [
        path.name
        for path in (ROOT / "pyproject.toml", ROOT / "build_site.py", ROOT / "package.json")
        if briefings.__version__ in path.read_text("utf-8")
    ]
    assert elsewhere == []
