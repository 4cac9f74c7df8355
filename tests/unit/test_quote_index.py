"""The published index of quotations: read as it is described, it answers as the texts do."""

from __future__ import annotations

import gzip
import json
import shutil
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from briefings.engine.store import Store
from briefings.gathering import gather
from briefings.model import Corpus
from briefings.problems import Problems
from briefings.publish.quote_index import FOLDER, key_blocks, quote_files
from briefings.quotations.answers import answer
from briefings.quotations.corpus import texts_of
from briefings.quotations.rules import rules
from tests.quote_reader import PublishedIndex

from .test_quotations import CASES, NAMES

QUOTATIONS = [
    line
    for name in NAMES
    for line in (CASES / name / "quotations.txt").read_text("utf-8").splitlines()
]


def _corpus(seeds: Path) -> Corpus:
    return gather(seeds, CASES / "corpus" / "editorial", Problems())


@cache
def _harbour() -> Corpus:
    return _corpus(CASES / "corpus" / "seeds")


def _files(corpus: Corpus, store: Store | None = None) -> dict[str, bytes]:
    return {
        one.path: b"".join(
            piece if isinstance(piece, bytes) else piece.encode() for piece in one.pieces()
        )
        for one in quote_files(corpus, store or Store())
    }


def _index(files: dict[str, bytes]) -> PublishedIndex:
    return PublishedIndex(lambda name: files[f"{FOLDER}/{name}"])


def test_the_files_answer_as_the_texts_do() -> None:
    texts = texts_of(_harbour(), Store())
    published = _index(_files(_harbour())).texts(rules().limits.blocks)
    assert len(QUOTATIONS) > 40
    for quotation in QUOTATIONS:
        assert answer(quotation, published) == answer(quotation, texts), quotation


def test_the_index_fits_its_schema() -> None:
    files = _files(_harbour())
    schema = json.loads(files["schemas/quote-index.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(files[f"{FOLDER}/index.json"]), schema)


def test_a_pack_of_texts_is_gzip_and_holds_every_passage_once() -> None:
    files = _files(_harbour())
    found = []
    for segment in json.loads(files[f"{FOLDER}/index.json"])["segments"]:
        pack, at = files[f"{FOLDER}/{segment['texts']['file']}"], 0
        whole = gzip.decompress(pack).decode()
        blocks = []
        for size in segment["texts"]["sizes"]:
            blocks.append(gzip.decompress(pack[at : at + size]).decode())
            at += size
        assert at == len(pack)
        assert "".join(blocks) == whole
        found += [one["passage"] for block in blocks for one in json.loads(block)["passages"]]
    passages = [
        passage.id
        for briefing in _harbour().briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    ]
    assert sorted(found) == sorted(passages)


def test_a_new_year_leaves_the_files_of_older_ones_as_they_are(tmp_path: Path) -> None:
    for path in (CASES / "corpus" / "seeds").glob("h[12]_*"):
        shutil.copy(path, tmp_path)
    before, after = _files(_corpus(tmp_path)), _files(_harbour())
    packs = {path for path in before if path.endswith(".pack")}
    assert packs == {f"{FOLDER}/2021.keys.pack", f"{FOLDER}/2021.texts.pack"}
    assert all(before[path] == after[path] for path in packs)
    assert {path for path in after if path.endswith(".pack")} == packs | {
        f"{FOLDER}/2022.keys.pack",
        f"{FOLDER}/2022.texts.pack",
    }


def test_layouts_that_are_kept_are_those_of_the_files() -> None:
    store = Store()
    assert _files(_harbour(), store) == _files(_harbour(), store)


def test_of_many_blocks_that_have_a_number_the_first_are_listed_and_all_counted() -> None:
    (block,) = key_blocks({0xABCD0000: range(40)}, 0)
    assert block == f"abcd0000 0{' 1' * 31} *40\n"


@pytest.mark.parametrize("field", ["title", "date", "source", "text"])
def test_blocks_tell_what_an_answer_needs(field: str) -> None:
    blocks = json.loads((CASES / "corpus" / "blocks.json").read_text("utf-8"))
    assert all(field in block for block in blocks)
    (article,) = [block for block in blocks if block["source"] == "h2"]
    assert article["text"] == {
        "name": "Daily Net, 5 May 2021",
        "kind": "article",
        "publisher": "Daily Net",
        "published": "2021-05-05",
        "quality": "rewritten",
        "primary": False,
        "by_machine": True,
    }
