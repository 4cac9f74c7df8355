"""Quotations are judged as the golden cases say, which were written by reading their texts."""

from __future__ import annotations

import json
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from briefings.engine.store import Store
from briefings.gathering import gather
from briefings.problems import Problems
from briefings.quotations import rules
from briefings.quotations.answers import Texts, answer, published
from briefings.quotations.candidates import Listed, Look, blocks_with_rows
from briefings.quotations.corpus import Shares, in_order, look_in, texts_of
from briefings.quotations.keys import keys_of, number, row_key
from briefings.quotations.passages import passages_of
from briefings.quotations.telling import answer_lines

CASES = Path(__file__).parents[1] / "cases" / "quotations"
NAMES = sorted(path.parent.name for path in CASES.glob("*/expected.json"))


def texts_of_blocks(blocks: list[dict[str, Any]]) -> Texts:
    """Blocks of texts, by the year of their date."""
    years = groupby(blocks, lambda one: one["date"][:4])
    segments = [[sorted(keys_of(passages_of(one))) for one in several] for _, several in years]
    return look_in(list(map(json.dumps, blocks)), segments, [])


@cache
def _texts() -> Texts:
    problems = Problems()
    corpus = gather(CASES / "corpus" / "seeds", CASES / "corpus" / "editorial", problems)
    assert not list(problems)
    return texts_of(corpus, Store())


def _missing(expected: Any, given: Any, at: str = "") -> list[str]:
    """Return where an answer differs from the expected one, ignoring what the case leaves out."""
    if isinstance(expected, dict) and isinstance(given, dict):
        return [
            line
            for key, value in expected.items()
            for line in _missing(value, given.get(key), f"{at}.{key}")
        ]
    if isinstance(expected, list) and isinstance(given, list):
        if len(expected) != len(given):
            return [f"{at}: {len(given)} of them, not {len(expected)}: {given}"]
        return [
            line
            for n, (one, other) in enumerate(zip(expected, given, strict=True))
            for line in _missing(one, other, f"{at}[{n}]")
        ]
    return [] if expected == given else [f"{at}: {given!r}, not {expected!r}"]


@pytest.mark.parametrize("name", NAMES)
def test_quotations_are_judged_as_a_reader_would(name: str) -> None:
    quotations = (CASES / name / "quotations.txt").read_text("utf-8").removesuffix("\n").split("\n")
    expected = json.loads((CASES / name / "expected.json").read_text("utf-8"))
    own = CASES / name / "blocks.json"
    texts = texts_of_blocks(json.loads(own.read_text("utf-8"))) if own.exists() else _texts()
    assert len(quotations) == len(expected)
    wrong = [
        f"{quotation}\n  {line}"
        for quotation, one in zip(quotations, expected, strict=True)
        for line in _missing(one, published(answer(quotation, texts)))
    ]
    assert not wrong, "\n".join(wrong)


def _block(n: int, year: int) -> dict[str, Any]:
    return {
        "briefing": f"{year}-{n}", "title": "Ice", "date": f"{year}-12-01", "source": f"r{n}",
        "text": {"primary": True, "by_machine": False},
        "passages": [
            {"n": 0, "passage": "t1p1", "line": 1, "text": "Ice closes every northern harbor.",
             "sentences": [[0, 33]], "speaker": None}
        ],
    }  # fmt: skip


def test_of_a_year_so_many_blocks_with_a_number_are_known_as_the_index_lists() -> None:
    texts = texts_of_blocks([_block(n, 2022) for n in range(40)])
    (sentence,) = answer("Ice closes every northern harbor.", texts)["sentences"]
    assert (sentence["verdict"], sentence["count"]) == ("verbatim", 32)
    texts = texts_of_blocks([_block(n, year) for year in (2022, 2023) for n in range(33)])
    (sentence,) = answer("Ice closes every northern harbor.", texts)["sentences"]
    places = [one["briefing"] for one in sentence["matches"]]
    assert places == sorted([f"2022-{n}" for n in range(32)]) + sorted(
        f"2023-{n}" for n in range(18)
    )


def _rows_in(having: dict[str, list[int]], default: list[int]) -> Look:
    """Blocks by row of three words; nobody has a sentence as a whole."""
    numbers = {number(row): blocks for row, blocks in having.items()}
    rows = {row_key("the northern pier is of oak".split()[n : n + 3]) for n in range(4)}

    def look(key: int) -> Listed:
        blocks = numbers.get(key, default if key in rows else [])
        return Listed(blocks, len(blocks))

    return look


def test_blocks_beyond_the_first_ones_are_looked_at_where_they_may_have_all() -> None:
    piece = "the northern pier is of oak".split()
    assert blocks_with_rows([piece], _rows_in({}, list(range(60)))) == list(range(50))
    nowhere = _rows_in({"is of oak": []}, list(range(60)))
    assert blocks_with_rows([piece], nowhere) == list(range(18))


def test_of_several_pieces_only_blocks_that_have_all_are_looked_at_beyond_the_first() -> None:
    one, other = "the northern pier".split(), "pier is of".split()
    look = _rows_in(
        {"the northern pier": list(range(20)), "pier is of": [18, 19, *range(30, 50)]}, []
    )
    found = [*range(6), 18, 19, 30, 31, 32, 33]
    assert sorted(blocks_with_rows([one, other], look)) == found


def test_a_number_that_stands_elsewhere_is_told_with_its_sentence() -> None:
    blocks = json.loads((CASES / "number-elsewhere" / "blocks.json").read_text("utf-8"))
    quotation = "It is so. Thefts of nets dropped by 96.1% in 2021."
    lines = list(answer_lines(answer(quotation, texts_of_blocks(blocks))))
    at = lines.index("  The number 96.1 stands elsewhere, near such words:")
    sentence = 'In May, Bo Fisher said: "The thefts of nets in the harbor will drop by 96.1%."'
    assert lines[at + 1] == f"  “{sentence}”"
    assert lines[at + 4] == "    Daily Net, 5 May 2021 (rewritten)"


def test_the_blocks_that_the_browsers_tests_read_are_those_of_the_corpus() -> None:
    """`python -m tests.unit.test_quotations` writes them again."""
    assert (CASES / "corpus" / "blocks.json").read_text("utf-8") == _blocks()
    assert (CASES / "corpus" / "rules.json").read_text("utf-8") == _rules()


def _blocks() -> str:
    corpus = gather(CASES / "corpus" / "seeds", CASES / "corpus" / "editorial", Problems())
    shares = Shares(corpus, Store()).of(in_order(corpus.briefings))
    lines = [block for share in shares for block in share.blocks]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _rules() -> str:
    return json.dumps(rules.published(), ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    (CASES / "corpus" / "blocks.json").write_text(_blocks(), "utf-8")
    (CASES / "corpus" / "rules.json").write_text(_rules(), "utf-8")
