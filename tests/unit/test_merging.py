"""Test `merge-names`: its output, what it writes, and that the rest of a file is unchanged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefings.editorial.edits import UnfitError, add_aliases, add_redirect
from briefings.merging import Selection, merge_names
from briefings.pipeline import Options, gather
from briefings.problems import Problems

CASE = Path(__file__).parents[1] / "cases" / "report" / "outlets-that-look-like-one"
OTHERS = [("tass-news-agency", ["TASS News Agency"]), ("the-tass", ["The TASS"])]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "",
            "tass:\n  name: TASS\n  aliases:\n    - TASS News Agency\n    - The TASS\n",
            id="no file yet",
        ),
        pytest.param(
            "# Names as printed.\n\ngazette:  # a weekly\n  name: Gazette",
            "# Names as printed.\n\ngazette:  # a weekly\n  name: Gazette\n"
            "tass:\n  name: TASS\n  aliases:\n    - TASS News Agency\n    - The TASS\n",
            id="no entry yet, no line end",
        ),
        pytest.param(
            "tass:\n  name: TASS  # an agency\n  note: Of Moscow.\n\nzebra: {name: Zebra}\n",
            "tass:\n  name: TASS  # an agency\n  aliases:\n    - TASS News Agency\n    - The TASS\n"
            "  note: Of Moscow.\n\nzebra: {name: Zebra}\n",
            id="an entry without aliases",
        ),
        pytest.param(
            "tass:\n  aliases: [The TASS]  # printed so\n  name: TASS\n",
            "tass:\n  aliases: [The TASS, TASS News Agency]  # printed so\n  name: TASS\n",
            id="aliases on one line, one of them there",
        ),
        pytest.param(
            "tass:\n  aliases:\n  # the long one\n  - ITAR-TASS  # until 2014\n"
            "  # end\n  name: TASS\n",
            "tass:\n  aliases:\n  # the long one\n  - ITAR-TASS  # until 2014\n"
            "  - TASS News Agency\n  - The TASS\n  # end\n  name: TASS\n",
            id="aliases one a line",
        ),
        pytest.param(
            "tass:\n  name: TASS",
            "tass:\n  name: TASS\n  aliases:\n    - TASS News Agency\n    - The TASS\n",
            id="an entry in the last line, no line end",
        ),
        pytest.param(
            "tass: {name: TASS, keep: yes}\n",
            "tass: {name: TASS, aliases: [TASS News Agency, The TASS], keep: yes}\n",
            id="an entry on one line",
        ),
        pytest.param(
            "tass: {name: TASS, aliases: []}\n",
            "tass: {name: TASS, aliases: [TASS News Agency, The TASS]}\n",
            id="no aliases on one line",
        ),
        pytest.param(
            "# first\ntass-news-agency:\n  name: TASS News Agency\n  aliases: [TNA]\n\n"
            "# second\ntass:\n  name: TASS\n",
            "# first\n# second\ntass:\n  name: TASS\n  aliases:\n    - TASS News Agency\n"
            "    - TNA\n    - The TASS\n",
            id="the entry of the other one goes",
        ),
        pytest.param(
            "tass:\r\n  name: TASS\r\n",
            "tass:\r\n  name: TASS\r\n  aliases:\r\n    - TASS News Agency\r\n    - The TASS\r\n",
            id="line ends of Windows",
        ),
        pytest.param(
            "tass:\n  name: >-\n    TASS\n  note: n\n",
            "tass:\n  name: >-\n    TASS\n  aliases:\n    - TASS News Agency\n    - The TASS\n"
            "  note: n\n",
            id="a name as a block",
        ),
    ],
)
def test_aliases_are_added_and_the_rest_stays(before: str, after: str) -> None:
    assert add_aliases(before, "tass", "TASS", OTHERS) == after


def test_a_name_is_written_so_that_it_is_read_back() -> None:
    text = add_aliases("", "on", "On: air", [("no", ["No"]), ("q", ["Q & A #1"])])
    assert text == 'on:\n  name: "On: air"\n  aliases:\n    - "No"\n    - "Q & A #1"\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("tass-news-agency:\n  name: TASS News Agency\n  note: Of Moscow.\n", 3),
        ("tass: TASS\n", 1),
        ("{tass: {name: TASS}, the-tass: {name: The TASS}}\n", 1),
    ],
    ids=["a note would go", "no map", "all on one line"],
)
def test_what_a_person_must_merge_is_refused(text: str, line: int) -> None:
    with pytest.raises(UnfitError) as refused:
        add_aliases(text, "tass", "TASS", OTHERS)
    assert refused.value.line == line


def test_a_redirect_is_added_once() -> None:
    text = add_redirect("# moved\n", "outlets/a/", "outlets/b/")
    assert text == "# moved\noutlets/a/: outlets/b/\n"
    assert add_redirect(text, "outlets/a/", "outlets/c/") == text


def _options(tmp_path: Path) -> Options:
    shutil.copytree(CASE / "seeds", tmp_path / "seeds")
    return Options(tmp_path / "seeds", tmp_path / "editorial", tmp_path / "site")


def test_nothing_is_written_unless_it_is_said(tmp_path: Path) -> None:
    options, problems = _options(tmp_path), Problems()
    told = "\n".join(merge_names(options, Selection(), problems))
    assert "    - NSB  # nsb: 1 turn, in a" in told
    assert "outlets/nsb/: outlets/north-shore-broadcasting/" in told
    assert not options.editorial.exists()
    assert not problems.errors


def test_the_chosen_are_merged_and_their_old_address_leads_on(tmp_path: Path) -> None:
    options, problems = _options(tmp_path), Problems()
    merge_names(options, Selection(("tass",), write=True), problems)
    assert not problems.errors
    assert (options.editorial / "outlets.yml").read_text("utf-8") == (
        "tass:\n  name: TASS\n  aliases:\n    - TASS News Agency\n    - The TASS\n"
    )
    assert (options.editorial / "redirects.yml").read_text("utf-8") == (
        "outlets/tass-news-agency/: outlets/tass/\noutlets/the-tass/: outlets/tass/\n"
    )
    corpus = gather(options.seeds, options.editorial, problems)
    assert not problems.errors
    outlets = {one.id: len(one.questions) for one in corpus.outlets}
    # Asked twice as TASS, once under either other name.
    assert outlets["tass"] == 4
    assert not {"tass-news-agency", "the-tass"} & set(outlets)
    assert [one.id for one in corpus.report.clusters] == [
        "harbour-times",
        "north-shore-broadcasting",
    ]


def test_what_is_not_proposed_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    options, problems = _options(tmp_path), Problems()
    assert merge_names(options, Selection(("tass", "reuters"), write=True), problems) == []
    assert [(one.rule, one.message) for one in problems] == [
        ("no-proposal", "no names are proposed for 'reuters'")
    ]
    assert not options.editorial.exists()


def test_a_merge_that_would_leave_a_mistake_is_not_written(tmp_path: Path) -> None:
    """An earlier redirect goes the other way: the two would lead in a circle."""
    options, problems = _options(tmp_path), Problems()
    options.editorial.mkdir()
    before = "outlets/tass/: outlets/the-tass/\n"
    (options.editorial / "redirects.yml").write_text(before, "utf-8")
    assert merge_names(options, Selection(("tass",), write=True), problems) == []
    assert (options.editorial / "redirects.yml").read_text("utf-8") == before
    assert not (options.editorial / "outlets.yml").exists()
    assert {one.rule for one in problems.errors} == {"redirect-in-a-circle"}


def test_an_entry_that_would_be_lost_is_told_with_its_line(tmp_path: Path) -> None:
    options, problems = _options(tmp_path), Problems()
    options.editorial.mkdir()
    before = "tass:\n  name: TASS\nthe-tass:\n  name: The TASS\n  note: Of old.\n"
    (options.editorial / "outlets.yml").write_text(before, "utf-8")
    assert merge_names(options, Selection(("tass",), write=True), problems) == []
    assert [(one.rule, one.line) for one in problems.errors] == [("merge-by-hand", 5)]
    assert (options.editorial / "outlets.yml").read_text("utf-8") == before
