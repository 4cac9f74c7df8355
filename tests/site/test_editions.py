"""A later edition of a source: what is kept, what is carried over, what is left to a person."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from briefings import intake
from briefings.intake import writing
from briefings.intake.editions import Replacement
from briefings.model.page import SiteInfo
from briefings.pipeline import Options
from briefings.problems import Problem, Problems
from briefings.progress import Progress
from briefings.views import views
from tests.command import FIVE, run, snapshot
from tests.gathered import gather_changed

DAY = "2026-11-27"
FIRST = "000_3c60f477a1a1ad91.txt"
BRIEFING = "2022-07-25-achievements-of-public-security-authorities-in-building-a-peaceful-china"
NOTES = f"notes/{BRIEFING}.yml"
ADDED = "The publisher put this paragraph in later; it tells of the repair of bicycles."


@pytest.fixture(name="options")
def five(tmp_path: Path) -> Options:
    """A copy of the five sources and of what editors wrote, published once."""
    shutil.copytree(FIVE, tmp_path / "five")
    return Options(tmp_path / "five" / "seeds", tmp_path / "five" / "editorial", tmp_path / "site")


def edition(options: Options, *changes: tuple[int, str, str], added_after: int = 57) -> Path:
    """The first source with words changed on lines, and a paragraph inserted."""
    lines = (options.seeds / FIRST).read_text("utf-8").split("\n")
    for line, old, new in changes:
        assert lines[line - 1].count(old) == 1
        lines[line - 1] = lines[line - 1].replace(old, new)
    lines[added_after:added_after] = ["", ADDED]
    path = options.seeds.parent / "later.txt"
    path.write_text("\n".join(lines), "utf-8")
    return path


def replaced(
    path: Path, options: Options, *, dry_run: bool = False, source: str = "000"
) -> tuple[Replacement | None, str, list[Problem]]:
    problems, said = Problems(), io.StringIO()
    made = intake.replace_source(
        source, path, options, problems, Progress(quiet=True), DAY,
        dry_run=dry_run, console=Console(file=said, width=10_000),
    )  # fmt: skip
    return made, said.getvalue(), problems.errors


def errors(options: Options) -> list[Problem]:
    problems = Problems()
    gather_changed(options.seeds, options.editorial, problems)
    return problems.errors


def test_three_changed_lines_and_a_new_paragraph_leave_nothing_to_mend(options: Options) -> None:
    """The lines hold words that notes are on, but none that a note quotes."""
    path = edition(
        options,
        (61, "a close eye on", "a watchful eye on"),
        (69, "we stayed committed to", "we remained committed to"),
        (97, "First, we have cracked down on", "First, we have taken action against"),
    )
    made, said, problems = replaced(path, options)
    assert problems == []
    assert made is not None
    assert [one.kind for one in made.revisions] == ["added", "changed", "changed", "changed"]
    assert [one.what for one in made.to_judge if "quoted" in one.what] == []
    assert errors(options) == []
    assert "[-stayed-] {+remained+}" in said
    notes = (options.editorial / NOTES).read_text("utf-8")
    assert "passage: 000:71" in notes
    assert "- passage: 000:99\n" in notes
    assert "basis: '000:71; 000:97 and 000:99; 003:7 and 003:8'" in notes
    assert "see: [000:97, 003:7]" in notes


def test_only_what_quotes_changed_words_is_an_error_and_each_is_listed(options: Options) -> None:
    path = edition(
        options,
        (65, "homicide clearance rate reached 99%", "homicide clearance rate reached 99.9%"),
        (97, "Since the campaign started", "Since it began"),
        (69, "we stayed committed to", "we remained committed to"),
    )
    made, said, _ = replaced(path, options)
    assert made is not None
    quoted = [one for one in made.to_judge if "quoted words changed" in one.what]
    assert sorted((one.path.name[:10], one.before, one.after) for one in quoted) == [
        (
            "2022-07-25",
            "Since the campaign started, we have resolved 255,000 cybercrimes and arrested 385,000"
            " suspects",
            "Since it began, we have resolved 255,000 cybercrimes and arrested 385,000 suspects",
        ),
        (
            "2022-07-25", "The homicide clearance rate reached 99%",
            "The homicide clearance rate reached 99.9%",
        ),
        (
            "glossary.y", "The homicide clearance rate reached 99%.",
            "The homicide clearance rate reached 99.9%.",
        ),
    ]  # fmt: skip
    told = errors(options)
    assert {one.rule for one in told} == {"quote-gone"}
    assert len(told) == len(quoted)
    assert "'Since the campaign started, we" in said
    assert "is now 'Since it began, we have resolved" in said
    rests = [one for one in made.to_judge if one.what.startswith("`basis` names 000:69,")]
    assert {(one.before, one.after) for one in rests} == {("stayed", "remained")}


def test_the_earlier_edition_is_kept_with_its_sum_and_is_no_source(options: Options) -> None:
    before = (options.seeds / FIRST).read_bytes()
    path = edition(options)
    replaced(path, options)
    kept = options.seeds / "editions" / "000.1.txt"
    assert kept.read_bytes() == before
    assert (options.seeds / FIRST).read_bytes() == path.read_bytes()
    listed = (options.seeds / "SHA256SUMS").read_text("utf-8").splitlines()
    for file in (kept, options.seeds / FIRST):
        name = file.relative_to(options.seeds).as_posix()
        assert f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {name}" in listed
    own = (options.editorial / "sources" / "000.yml").read_text("utf-8")
    assert "editions:\n  - file: editions/000.1.txt\n" in own
    assert f"replaced: {DAY}" in own
    corpus = gather_changed(options.seeds, options.editorial, Problems())
    witnesses = [one for briefing in corpus.briefings for one in briefing.witnesses]
    assert sorted(one.source.id for one in witnesses) == ["000", "001", "002", "003", "004"]
    (first,) = [one for one in witnesses if one.source.id == "000"]
    assert [len(one.passages) for one in first.earlier] == [len(first.passages) - 1]


def test_a_second_edition_gets_the_next_number(options: Options) -> None:
    replaced(edition(options), options)
    again = edition(options, (71, "Sixth, we stayed", "Sixth, we have stayed"), added_after=3)
    replaced(again, options)
    own = (options.editorial / "sources" / "000.yml").read_text("utf-8")
    assert re.findall(r"file: (\S+)", own) == ["editions/000.1.txt", "editions/000.2.txt"]
    assert errors(options) == []


def test_comments_and_order_stay_and_only_numbers_change(options: Options) -> None:
    before = {path: path.read_text("utf-8") for path in options.editorial.rglob("*.yml")}
    replaced(edition(options), options)
    for path, text in before.items():
        after = path.read_text("utf-8")
        if path.name in ("changes.yml", "000.yml"):
            continue
        blank = [re.sub(r"\d+", "0", one) for one in (text, after)]
        assert blank[0] == blank[1], path


def test_rulings_keep_their_lines_and_those_on_lost_lines_become_comments(
    options: Options,
) -> None:
    own = options.editorial / "sources" / "000.yml"
    lines = (options.seeds / FIRST).read_text("utf-8").split("\n")
    # Line 3 is blank, line 4 the heading "Speakers", line 57 the first item of the statement.
    assert lines[3] == "Speakers"
    own.write_text(
        own.read_text("utf-8")
        + "labels:\n"
        + "  # settled in May\n"
        + "  - {line: 57, label: no}\n"
        + "  - line: 65  # to be seen again\n"
        + "    label: no\n"
        + "roles:\n"
        + "  - {line: 61, role: passage}\n",
        "utf-8",
    )
    later = "\n".join([*lines[:60], *lines[61:]])  # line 61 is gone
    path = options.seeds.parent / "later.txt"
    path.write_text(later, "utf-8")
    made, _, _ = replaced(path, options)
    assert made is not None
    text = own.read_text("utf-8")
    assert "  # settled in May\n  - {line: 57, label: no}\n" in text
    assert "  - line: 64  # to be seen again\n    label: no\n" in text
    assert "# roles:\n#   - {line: 61, role: passage}\n" in text
    assert [one for one in made.to_judge if "made a comment" in one.what]
    assert not [one for one in errors(options) if one.path.endswith("000.yml")]


def test_what_points_at_a_lost_passage_names_the_earlier_edition_and_is_an_error(
    options: Options,
) -> None:
    """A number that is left as it is would come to name another passage in silence."""
    lines = (options.seeds / FIRST).read_text("utf-8").split("\n")
    path = options.seeds.parent / "later.txt"
    path.write_text("\n".join([*lines[:68], *lines[70:]]), "utf-8")  # line 69 is gone
    replaced(path, options)
    notes = (options.editorial / NOTES).read_text("utf-8")
    assert "passage: 000.1:69" in notes
    gone = [one for one in errors(options) if one.rule == "unknown-passage"]
    assert gone
    assert all("line 69 of edition 1 of '000' is gone" in one.message for one in gone)


def test_another_title_is_listed_since_the_address_is_made_of_it(options: Options) -> None:
    made, _, _ = replaced(
        edition(options, (1, "at a higher level", "at the highest level")), options
    )
    assert made is not None
    (title,) = [one for one in made.to_judge if "title is another one" in one.what]
    assert title.before.endswith("building a peaceful China at a higher level")
    assert title.after.endswith("building a peaceful China at the highest level")
    assert "`slug`" in title.what


def test_a_dry_run_says_all_and_writes_nothing(options: Options) -> None:
    path = edition(options)
    before = snapshot(options.seeds.parent)
    made, said, _ = replaced(path, options, dry_run=True)
    assert made is not None
    assert f"{{+{ADDED}+}}" in said
    assert snapshot(options.seeds.parent) == before


def test_nothing_is_written_where_one_file_cannot_be(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = edition(options)
    before = snapshot(options.seeds.parent)
    written = writing._write

    def full(place: Path, data: bytes) -> None:
        if "glossary" in place.name:
            raise OSError(28, "No space left on device", str(place))
        written(place, data)

    monkeypatch.setattr(writing, "_write", full)
    _, _, problems = replaced(path, options)
    assert [one.rule for one in problems] == ["unwritable"]
    assert "No space left" in problems[0].message
    assert snapshot(options.seeds.parent) == before


def test_a_failure_while_files_are_put_in_place_puts_all_back(
    options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = edition(options)
    before = snapshot(options.seeds.parent)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "topics.yml":
            raise OSError(5, "Input/output error", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    _, _, problems = replaced(path, options)
    assert [one.rule for one in problems] == ["unwritable"]
    assert snapshot(options.seeds.parent) == before


@pytest.mark.parametrize(
    ("source", "text", "rule"),
    [
        ("00", None, "unknown-source"),
        ("000", "A notice on nets\n\nNets are mended in spring.\n", "no-edition"),
        ("000", "", "empty"),
    ],
)
def test_what_is_no_edition_is_refused(
    source: str, text: str | None, rule: str, options: Options
) -> None:
    path = options.seeds.parent / "later.txt"
    path.write_text(text if text is not None else "Nets.\n", "utf-8")
    before = snapshot(options.seeds.parent)
    _, _, problems = replaced(path, options, source=source)
    assert [one.rule for one in problems] == [rule]
    assert snapshot(options.seeds.parent) == before


def test_the_same_bytes_are_no_edition(options: Options) -> None:
    _, _, problems = replaced(options.seeds / FIRST, options)
    assert [one.rule for one in problems] == ["same-edition"]


def test_an_edition_of_another_kind_of_file_takes_the_place_of_the_first(options: Options) -> None:
    text = edition(options).read_text("utf-8")
    path = options.seeds.parent / "later.html"
    # Tags stand on lines of their own: lines that all differ are slow to pair.
    body = "".join(f"<p>\n{line}\n</p>\n" for line in text.split("\n") if line.strip())
    path.write_text(f"<html><body>\n{body}</body></html>\n", "utf-8")
    replaced(path, options)
    assert not (options.seeds / FIRST).exists()
    assert (options.seeds / FIRST).with_suffix(".html").is_file()
    listed = (options.seeds / "SHA256SUMS").read_text("utf-8")
    assert f"  {FIRST}\n" not in listed
    assert not [one for one in errors(options) if one.path.startswith("seeds")]


def test_an_edition_put_among_the_sources_moves_from_there(options: Options) -> None:
    stray = options.seeds / "005.txt"
    shutil.copyfile(edition(options), stray)
    replaced(stray, options)
    assert not stray.exists()
    assert errors(options) == []


def test_rulings_between_brackets_that_would_be_lost_stop_it(options: Options) -> None:
    own = options.editorial / "sources" / "000.yml"
    own.write_text(own.read_text("utf-8") + "labels: [{line: 69, label: no}]\n", "utf-8")
    lines = (options.seeds / FIRST).read_text("utf-8").split("\n")
    path = options.seeds.parent / "later.txt"
    path.write_text("\n".join([*lines[:68], *lines[70:]]), "utf-8")
    before = snapshot(options.seeds.parent)
    _, _, problems = replaced(path, options)
    assert [one.rule for one in problems] == ["not-editable"]
    assert "one item per line" in problems[0].message
    assert snapshot(options.seeds.parent) == before


def test_readers_see_the_earlier_wording_and_the_change(options: Options) -> None:
    replaced(edition(options, (69, "we stayed committed", "we remained committed")), options)
    corpus = gather_changed(options.seeds, options.editorial, Problems())
    pages = {page.url: page.context for page in views(corpus, SiteInfo("Briefings"))}
    (shown,) = pages["sources/000/"]["editions"]
    assert shown.replaced == "27 November 2026"
    kinds = {one.kind: one for one in shown.changes}
    assert set(kinds) == {"added", "changed"}
    words = {run.kind: run.text.strip() for run in kinds["changed"].runs}
    assert (words["dropped"], words["added"]) == ("stayed", "remained")
    assert kinds["changed"].line == 69
    newest = pages["changes/"]["changes"][0]
    assert newest.date == "27 November 2026"
    assert "2 passages changed" in newest.text
    assert newest.briefing.url == f"briefings/{BRIEFING}/"


def test_a_kept_edition_that_was_touched_or_lost_is_an_error(options: Options) -> None:
    replaced(edition(options), options)
    kept = options.seeds / "editions" / "000.1.txt"
    kept.write_bytes(kept.read_bytes() + b"more\n")
    touched = errors(options)
    assert {one.rule for one in touched} == {"wrong-sum"}
    assert [one for one in touched if one.path.endswith("sources/000.yml") and one.line]
    kept.unlink()
    assert "no-edition" in [one.rule for one in errors(options)]


def test_the_command(options: Options) -> None:
    path = edition(options)
    folders = ("--seeds", options.seeds, "--editorial", options.editorial)
    done = run("new", "--replaces", "000", path, "--date", DAY, *folders)
    assert done.code == 0, done.said
    assert "1 passage changed" in done.said
    assert "\x1b[" not in done.out  # colours only on a terminal
    assert run("new", "--replaces", "000", path, path, *folders).code == 2
    assert run("new", path, "--dry-run", *folders).code == 2
    assert run("new", path, "--replaces", "000", "--date", "May", *folders).code == 2
