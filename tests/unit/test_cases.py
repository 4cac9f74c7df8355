"""Golden cases: compare what a reader recorded by hand with the published data of the same texts.

A case is a folder under `tests/cases/parse` or `tests/cases/seeds` with `expected.yml`, and
`input/` (and `editorial/`) unless `expected.yml` names other folders.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.model import Corpus
from briefings.problems import Problems
from briefings.publish.records import briefing_data, source_data
from tests.gathered import gathered
from tests.unit.expectations import fold, mismatches, missing_problems, source_lines

Data = dict[str, Any]

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = sorted(path.parent for path in CASES.glob("*/*/expected.yml")
                 if path.parts[-3] in ("parse", "seeds"))  # fmt: skip

per_case = pytest.mark.parametrize("folder", FOLDERS, ids=[one.name for one in FOLDERS])


@dataclass(frozen=True)
class Built:
    """A case, and the program's output for its input."""

    expected: Data
    inputs: dict[str, Path]
    corpus: Corpus
    problems: Problems
    briefings: list[Data]
    sources: dict[str, Data]


@cache
def build(folder: Path) -> Built:
    expected = YAML(typ="safe").load((folder / "expected.yml").read_text())
    seeds = (folder / expected.get("seeds", "input")).resolve()
    editorial = (folder / expected.get("editorial", "editorial")).resolve()
    corpus, problems = gathered(seeds, editorial)
    witnesses = [(one, witness) for one in corpus.briefings for witness in one.witnesses]
    return Built(
        expected,
        {witness.source.id: seeds / witness.source.file for _, witness in witnesses},
        corpus,
        problems,
        [briefing_data(one) for one in corpus.briefings],
        {witness.source.id: source_data(one, witness) for one, witness in witnesses},
    )


@per_case
def test_case(folder: Path) -> None:
    built = build(folder)
    found = [
        *mismatches(built.expected, built.briefings, built.sources, built.inputs),
        *missing_problems(built.expected, built.problems),
    ]
    if found:
        pytest.fail(_list(built.expected["why"], found), pytrace=False)


@per_case
def test_every_line_once(folder: Path) -> None:
    """Each line that is not blank has exactly one role; a removed one says by which rule."""
    built = build(folder)
    assert {path.name for path in built.inputs.values()} == _files(built, folder)
    for id_, path in built.inputs.items():
        lines = built.sources[id_]["lines"]
        nonblank = [n for n, text in enumerate(source_lines(path), 1) if text.strip()]
        assert [line["n"] for line in lines] == nonblank, id_
        ruleless = [
            line for line in lines if line["role"] == "boilerplate" and not line.get("rule")
        ]
        assert not ruleless
        for line in lines:
            assert line["role"] == "passage" or "passage" not in line


@per_case
def test_passages_are_their_lines(folder: Path) -> None:
    """A passage has the text of its source lines; nothing but labels is dropped."""
    built = build(folder)
    found = [
        complaint
        for briefing in built.briefings
        for witness in briefing["witnesses"]
        for complaint in _unlike(witness, built)
    ]
    if found:
        pytest.fail(_list("passages and their lines", found), pytrace=False)


@per_case
def test_ids_and_references(folder: Path) -> None:
    """Ids are unique in a briefing, and whatever points, points at something."""
    built = build(folder)
    for briefing in built.briefings:
        parts = [part for witness in briefing["witnesses"] for part in _parts(witness)]
        passages = [passage["id"] for part in parts for passage in part["passages"]]
        ids = [part["id"] for part in parts]
        assert len({*ids, *passages}) == len(ids) + len(passages)
        for exchange in briefing["exchanges"]:
            assert not set(exchange["answers"]) & set(exchange["handovers"])
            assert {exchange["question"], *exchange["handovers"], *exchange["answers"]} <= set(ids)
        pointed = {
            line["passage"]
            for witness in briefing["witnesses"]
            for line in _bearers(built.sources[witness["source"]])
        }
        assert pointed == set(passages)
        assert all(part["passages"] for part in parts), "a turn or section without text"
    json.dumps([built.briefings, built.sources])


def _unlike(witness: Data, built: Built) -> Iterator[str]:
    path = built.inputs[witness["source"]]
    texts = source_lines(path)
    for part in _parts(witness):
        for passage in part["passages"]:
            first, last = passage.get("lines", [passage["line"]] * 2)
            line = " ".join(texts[first - 1 : last])
            text = passage["text"]
            if not text or text != fold(text):
                yield f"{passage['id']}: not folded: {text!r}"
            elif not any(
                _tight(text) in _tight(one)
                for one in (line, _without_markup(line), _without_marks(line))
            ):
                yield f"{passage['id']}: {text!r}\n      is not in line {first}: {line!r}"
            elif path.suffix == ".txt" and "<" not in line:
                cut = fold(line).removesuffix(text).lstrip("*_#> ")
                label = part.get("speaker", {}).get("label")
                if cut and (not label or not fold(cut).startswith(label)):
                    yield f"{passage['id']}: {cut!r} was cut off line {first}"


def _tight(text: str) -> str:
    """The characters that are not white space, which HTML may have or lack at a tag."""
    return "".join(text.split())


def _without_markup(line: str) -> str:
    return html.unescape(re.sub(r"<!?/?[a-zA-Z-][^<>]*>", "", line))


def _without_marks(line: str) -> str:
    """Return the line without Markdown syntax: asterisks, number signs, escapes, link targets."""
    plain = re.sub(r"\[([^\[\]]+)\]\((?:https?:|/)[^()\s]*\)", r"\1", line)
    plain = re.sub(r"^[>\s]*(?:[-*+]|#+)\s|^>|<(?=http)|(?<=\S)>", " ", plain)
    return re.sub(r"\*+(?=\S)|(?<=\S)\*+|__|\\(?=[^\w\s])|\\$", "", plain)


def _bearers(source: Data) -> Iterator[Data]:
    for line in source["lines"]:
        yield from (one for one in [line, *line.get("parts", ())] if "passage" in one)


def _parts(witness: Data) -> list[Data]:
    return [*witness.get("turns", ()), *witness.get("sections", ())]


def _files(built: Built, folder: Path) -> set[str]:
    seeds = folder / built.expected.get("seeds", "input")
    return {path.name for path in seeds.iterdir() if path.suffix in (".txt", ".html", ".htm", ".md")
            and not path.name.startswith("README")}  # fmt: skip


def _list(what: str, found: list[str]) -> str:
    return "\n".join([what, *(f"  - {one}" for one in found)])
