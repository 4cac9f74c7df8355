"""Adding a file: the new editorial file loads unchanged, and no published id changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefings import intake, pipeline
from briefings.model import Corpus
from briefings.problems import Problems
from briefings.progress import Progress
from tests.command import run, snapshot

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
    intake.take_in([path], options, problems, Progress(quiet=True))
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


def _given(
    given: list[str | Path], options: pipeline.Options, wishes: intake.Wishes | None = None
) -> Problems:
    problems = Problems()
    intake.take_in(given, options, problems, Progress(quiet=True), wishes)
    return problems


OTHER = TEXT.replace("knots", "reefs").replace("3 May", "6 June")


def test_a_folder_and_files_are_taken_in_each_by_itself(
    tmp_path: Path, options: pipeline.Options
) -> None:
    """An unreadable file does not prevent the others from being added, and every problem is
    reported."""
    folder = tmp_path / "received"
    (folder / "deeper").mkdir(parents=True)
    (folder / "1_knots.txt").write_text(TEXT, "utf-8")
    (folder / "2_image.txt").write_bytes(b"\x89PNG\x00\x00" * 100)
    (folder / "notes.docx").write_bytes(b"PK")
    (folder / "deeper" / "9_deep.txt").write_text(TEXT, "utf-8")
    (tmp_path / "3_notice.md").write_text(ARTICLE, "utf-8")
    problems = _given([folder, tmp_path / "gone.txt", tmp_path / "3_notice.md"], options)
    assert [(one.rule, Path(one.path).name) for one in problems.errors] == [
        ("no-file", "gone.txt"), ("binary", "2_image.txt"),
    ]  # fmt: skip
    assert sorted(path.name for path in options.seeds.iterdir()) == [
        "1_knots.txt", "3_notice.md", "SHA256SUMS",
    ]  # fmt: skip
    written = sorted(path.name for path in (options.editorial / "sources").iterdir())
    assert written == ["1.yml", "3.yml"]


def test_a_wanted_id_goes_before_the_name(tmp_path: Path, options: pipeline.Options) -> None:
    path = tmp_path / "7_knots.txt"
    path.write_text(TEXT, "utf-8")
    assert not _given([path], options, intake.Wishes(id="042")).errors
    assert (options.seeds / "042_7_knots.txt").is_file()
    assert (options.editorial / "sources" / "042.yml").is_file()
    other = tmp_path / "reefs.txt"
    other.write_text(OTHER, "utf-8")
    (taken,) = _given([other], options, intake.Wishes(id="042")).errors
    assert taken.rule == "same-id"
    assert "'042'" in taken.message


def test_one_id_is_for_one_text(tmp_path: Path, options: pipeline.Options) -> None:
    paths: list[str | Path] = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        Path(path).write_text(TEXT, "utf-8")
    (error,) = _given(paths, options, intake.Wishes(id="1")).errors
    assert error.rule == "one-id"
    assert not options.seeds.exists()


def test_the_same_words_are_refused_whatever_the_file(
    tmp_path: Path, options: pipeline.Options
) -> None:
    _take_in(tmp_path / "7_knots.txt", TEXT, options)
    before = snapshot(options.seeds)
    (error,) = _take_in(tmp_path / "8_again.txt", TEXT.replace("\n\n", "\n \n"), options).errors
    assert error.rule == "duplicate"
    assert "source 7 (7_knots.txt)" in error.message
    assert snapshot(options.seeds) == before


def test_two_that_are_the_same_in_one_run(tmp_path: Path, options: pipeline.Options) -> None:
    for name in ("7_knots.txt", "8_again.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    problems = _given([tmp_path / "7_knots.txt", tmp_path / "8_again.txt"], options)
    assert [(one.rule, Path(one.path).name) for one in problems.errors] == [
        ("duplicate", "8_again.txt")
    ]


LONG = TEXT.replace("Ten. Thank you.", " ".join(f"Knot {n} is tied by hand." for n in range(60)))


def test_an_edition_is_told_with_the_command_to_type(
    tmp_path: Path, options: pipeline.Options
) -> None:
    _take_in(tmp_path / "7_knots.txt", LONG, options)
    before = snapshot(options.seeds)
    later = LONG.replace("Knot 7 is tied by hand", "Knot 7 is tied by machine")
    (error,) = _take_in(tmp_path / "8_later.txt", later, options).errors
    assert error.rule == "edition"
    assert "source 7 (7_knots.txt)" in error.message
    assert f"build_site.py new --replaces 7 {error.path}" in error.hint
    assert "--as-new" in error.hint
    assert snapshot(options.seeds) == before
    assert not _given([tmp_path / "8_later.txt"], options, intake.Wishes(as_new=True)).errors
    settings = (options.editorial / "sources" / "8.yml").read_text("utf-8")
    assert 'distinct_from: ["7"]' in settings
    problems = Problems()
    pipeline.gather(options.seeds, options.editorial, problems)
    assert "near-identical" not in {one.rule for one in problems}


def test_another_text_of_an_event_is_taken_in_with_its_event(
    tmp_path: Path, options: pipeline.Options
) -> None:
    """If the other text names its event, the new one must name it too."""
    _take_in(tmp_path / "7_knots.txt", LONG, options)
    own = options.editorial / "sources" / "7.yml"
    own.write_text(own.read_text("utf-8") + "event: knots-2021\n", "utf-8")
    opening = LONG.partition("Knot 30 is")[0]
    assert not _take_in(tmp_path / "8_part.txt", opening, options).errors
    assert 'event: "knots-2021"\n' in (options.editorial / "sources" / "8.yml").read_text("utf-8")
    corpus = pipeline.gather(options.seeds, options.editorial, Problems())
    assert len(corpus.briefings) == 1


def test_an_event_is_proposed_where_none_is_named(
    tmp_path: Path, options: pipeline.Options
) -> None:
    _take_in(tmp_path / "7_knots.txt", LONG, options)
    opening = LONG.partition("Knot 30 is")[0]
    assert not _take_in(tmp_path / "8_part.txt", opening, options).errors
    settings = (options.editorial / "sources" / "8.yml").read_text("utf-8")
    assert '#event: "event-7"\n' in settings


def test_it_says_what_to_look_at_next(tmp_path: Path) -> None:
    (tmp_path / "7_knots.txt").write_text(TEXT, "utf-8")
    (tmp_path / "9_notice.md").write_text(ARTICLE, "utf-8")
    seeds, editorial = tmp_path / "seeds", tmp_path / "editorial"
    done = run(
        "new", tmp_path / "7_knots.txt", tmp_path / "9_notice.md",
        "--seeds", seeds, "--editorial", editorial,
    )  # fmt: skip
    assert done.code == 0, done.said
    (told,) = [line for line in done.said.splitlines() if line.startswith("Next: ")]
    # The second question has lost its asker; apart from that, only a notice without a date is
    # unsure.
    assert re.search(r"sources/7\.yml \([1-9]\d* things? (is|are) unsure\)", told)
    assert re.search(r"sources/9\.yml \([1-9]\d* things? (is|are) unsure\)", told)
    assert f"`build_site.py check --seeds {seeds} --editorial {editorial}`" in told
