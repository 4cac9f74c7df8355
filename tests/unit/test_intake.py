"""Taking a file in: the editorial file loads as it stands, and no published id changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefings import intake, pipeline
from briefings.model import Corpus
from briefings.problems import Problems
from briefings.progress import Progress

TEXT = """Ministry of Nets holds press conference on "knots"

Oslo, 3 May 2021

Speaker:

Mr. Ole Dahl, director of knots

Chairperson:

Ms. Ida Berg, spokesperson

Ida Berg:

Good morning. The floor is open for questions.

Net Weekly:

How many knots: #9 or {10}?

Ole Dahl:

Ten. Thank you.


And who ties them? Thank you.

Ole Dahl:

Everybody does.

Ida Berg:

Thank you all.
"""
ONE_LINE = "<html><body><h1>Press conference on ropes</h1><p>4 May 2021</p><p>Ida Berg:</p>" + (
    "<p>Good morning.</p><p>Net Weekly:</p><p>Is it long?</p><p>Ida Berg:</p><p>It is.</p></body>"
)
ARTICLE = "A notice on nets\n\nNets are mended in spring, which takes all of a fisherman's time.\n"


@pytest.fixture(name="options")
def folders(tmp_path: Path) -> pipeline.Options:
    return pipeline.Options(tmp_path / "seeds", tmp_path / "editorial", tmp_path / "site")


def _take_in(path: Path, text: str, options: pipeline.Options) -> Problems:
    path.write_text(text, "utf-8")
    problems = Problems()
    intake.take_in(path, options, problems, Progress(quiet=True))
    return problems


def _read(corpus: Corpus) -> list[object]:
    return [
        (
            briefing.title, briefing.date, briefing.host, briefing.place,
            [(witness.kind, witness.turns, witness.sections) for witness in briefing.witnesses],
        )
        for briefing in corpus.briefings
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "settles"),
    [
        ("7_knots.txt", TEXT, ["title:", "date:", "labels:", 'speaker: "Ole Dahl"', "label: no"]),
        ("8_ropes.html", ONE_LINE, ["title:", "date:"]),
        ("9_notice.md", ARTICLE, ['kind: "article"', "title:"]),
    ],
)
def test_what_was_recognised_loads_when_it_is_uncommented_and_changes_nothing(
    name: str, text: str, settles: list[str], tmp_path: Path, options: pipeline.Options
) -> None:
    assert not _take_in(tmp_path / name, text, options).errors
    before = pipeline.gather(options.seeds, options.editorial, Problems())
    (written,) = (options.editorial / "sources").glob("*.yml")
    head, _, rest = written.read_text("utf-8").partition("\n")
    assert head.startswith("# yaml-language-server: $schema=")
    settled = re.sub(r"(?m)^#", "", rest)
    keys = "\n".join(line for line in settled.splitlines() if not line.startswith("#"))
    assert [one for one in settles if one not in keys] == []
    written.write_text(settled, "utf-8")
    problems = Problems()
    after = pipeline.gather(options.seeds, options.editorial, problems)
    assert not problems.errors
    assert not [one for one in problems if one.rule == "lost-asker"]
    assert _read(after) == _read(before)


@pytest.mark.parametrize("name", ["7_other.txt", "7.txt", "7_knots.html", "7_KNOTS.md"])
def test_a_name_that_would_change_a_published_id_is_refused(
    name: str, tmp_path: Path, options: pipeline.Options
) -> None:
    _take_in(tmp_path / "7_knots.txt", TEXT, options)
    stood = sorted(path.name for path in options.seeds.iterdir())
    (error,) = _take_in(tmp_path / name, ARTICLE, options).errors
    assert error.rule == "same-id"
    assert "'7'" in error.message
    assert sorted(path.name for path in options.seeds.iterdir()) == stood


def test_a_file_in_the_seeds_already_gets_its_sum_and_its_editorial_file(
    options: pipeline.Options,
) -> None:
    options.seeds.mkdir()
    assert not _take_in(options.seeds / "7_knots.txt", TEXT, options).errors
    assert "7_knots.txt" in (options.seeds / "SHA256SUMS").read_text("utf-8")
    assert (options.editorial / "sources" / "7.yml").is_file()


def test_the_sums_are_kept_by_file_name_and_the_lines_that_stand_are_left(
    tmp_path: Path, options: pipeline.Options
) -> None:
    for name in ("7_knots.txt", "9_nets.txt", "8_ropes.txt"):
        _take_in(tmp_path / name, TEXT.replace("2021", f"200{name[0]}"), options)
    sums = options.seeds / "SHA256SUMS"
    lines = sums.read_text("utf-8").splitlines()
    assert [line[66:] for line in lines] == ["7_knots.txt", "8_ropes.txt", "9_nets.txt"]
    sums.write_text("\n".join([lines[2], lines[0], lines[1]]), "utf-8")
    _take_in(tmp_path / "1_boats.txt", TEXT.replace("2021", "2001"), options)
    names = [line[66:] for line in sums.read_text("utf-8").splitlines()]
    assert names == ["1_boats.txt", "9_nets.txt", "7_knots.txt", "8_ropes.txt"]


def test_a_readme_is_no_source(tmp_path: Path, options: pipeline.Options) -> None:
    (error,) = _take_in(tmp_path / "README.md", TEXT, options).errors
    assert error.rule == "no-source"
    assert not options.seeds.exists()
