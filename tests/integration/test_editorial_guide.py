"""The worked examples of CONTRIBUTING.md, carried out on a copy of our own corpus."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from briefings.model import Corpus
from briefings.problems import Problems
from tests.command import FIVE, ROOT
from tests.gathered import gather_changed

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLES = re.findall(r"<!-- example: append to (\S+) -->\n```yaml\n(.*?)```", GUIDE, re.DOTALL)


def _gathered(folder: Path) -> tuple[Corpus, list[str]]:
    problems = Problems()
    corpus = gather_changed(FIVE / "seeds", folder, problems)
    return corpus, [str(problem) for problem in problems]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our editorial folder with every example of the guide added."""
    copy: Path = tmp_path_factory.mktemp("guide") / "editorial"
    shutil.copytree(FIVE / "editorial", copy)
    (copy / "ids.txt").unlink(missing_ok=True)
    for path, text in EXAMPLES:
        with (copy.parent / path).open("a", encoding="utf-8") as file:
            file.write("\n" + text)
    return copy


def test_the_guide_has_its_examples() -> None:
    assert sorted({path.split("/")[1].split(".")[0] for path, _ in EXAMPLES}) == [
        "changes", "glossary", "indicators", "notes", "people", "redirects", "sources", "topics",
    ]  # fmt: skip


def test_the_examples_do_what_the_guide_says(folder: Path) -> None:
    corpus, told = _gathered(folder)
    annotations = corpus.annotations
    assert [line for line in told if "editorial/" in line] == []
    (source,) = [w for b in corpus.briefings for w in b.witnesses if w.source.id == "001"]
    assert [turn.speaker.kind for turn in source.turns if turn.label_line == 24] == ["chair"]
    assert [line.role for line in source.lines if line.n == 7] == ["notice"]
    (term,) = [one for one in annotations.terms if one.entry.id == "motor-vehicle-ownership"]
    assert {one.text for one in term.mentions} == {
        "motor vehicle ownership",
        "number of motor vehicles",
    }
    (note,) = [one for one in annotations.notes if one.entry.id == "hong-kong-and-macao"]
    assert note.home.line == 61
    assert [run.text for run in note.text[0] if run.kind == "link"] == ["report"]
    (person,) = [one for one in corpus.people if one.id == "shou-xiaoli"]
    assert person.other_names == ("Shou Xiao-li",)
    (topic,) = [one for one in corpus.topics if one.id == "major-events"]
    assert [section for _, section in topic.sections] == ["003-s3"]
    assert corpus.changes[-1].text == "A note on the opening statement of July 2022 was added."


def test_a_mistake_in_an_example_is_told(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "editorial"
    shutil.copytree(folder, copy)
    path = copy / "glossary.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("the motor vehicle ownership and", "the vehicle ownership and"))
    _, told = _gathered(copy)
    line = text[: text.index("the motor vehicle ownership and")].count("\n") + 1
    assert [one for one in told if f"glossary.yml:{line}:14: error: " in one] != []
