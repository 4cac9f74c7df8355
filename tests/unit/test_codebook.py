"""The codebook describes every table and field as they are, with what was measured of them."""

from __future__ import annotations

from dataclasses import replace

from briefings import measured
from briefings.model import Corpus
from briefings.model.accuracy import Accuracy, Measure
from briefings.model.codebook import Codebook, CodebookField, CodebookTable
from briefings.release.codebook import codebook
from briefings.release.codebook_text import codebook_text
from briefings.tables.catalogue import TABLES

from .sample_corpus import CORPUS, EMPTY, FISH

MEASURED = Accuracy(
    (),
    (
        Measure("unseen", "turn", "speaker", "", 17, 1, 2, 4, 17 / 18, 0.75),
        Measure("seen", "turn", "speaker", "", 99, 0, 0, 0, 1.0, 1.0),
    ),
    (),
)


def _book(corpus: Corpus = CORPUS, accuracy: Accuracy = MEASURED) -> Codebook:
    return codebook(corpus, accuracy)


def _table(name: str, book: Codebook) -> CodebookTable:
    return next(one for one in book.tables if one.name == name)


def _described(table: CodebookTable, book: Codebook) -> dict[str, CodebookField]:
    """Return each field of a table with its description, wherever that is given."""
    shared = {one.name: one for one in book.shared}
    return {one.name: one for one in table.fields} | {name: shared[name] for name in table.shared}


def test_every_field_of_every_table_is_described_once() -> None:
    book = _book()
    assert [one.name for one in book.tables] == [one.name for one in TABLES]
    for table, made in zip(TABLES, book.tables, strict=True):
        described = _described(made, book)
        assert list(made.names) == list(table.names)
        assert len(made.fields) + len(made.shared) == len(table.fields)
        for field in table.fields:
            one = described[field.name]
            assert (one.description, one.values, one.empty, one.unit) == (
                field.description, field.values, field.null, field.unit,
            )  # fmt: skip
        assert made.weaknesses == table.weaknesses
    assert len({one.name for one in book.shared}) == len(book.shared)


def test_accuracy_is_that_of_texts_that_no_rule_was_written_for() -> None:
    book = _book()
    speaker = _described(_table("turns", book), book)["speaker"]
    assert speaker.measured == (
        "94% of what is given is right, 75% of what is there is found "
        "(17 right, 1 wrong, 2 missed, 4 left open)"
    )
    assert _described(_table("turns", book), book)["label"].measured == ""
    assert all(one.measured == "" for one in _book(accuracy=Accuracy((), (), ())).shared)


def test_what_a_field_says_is_measured_was_measured() -> None:
    """Else a figure would go missing from the codebook when it is called something else."""
    known = {(one.kind, one.aspect) for one in measured.accuracy().measures}
    named = {field.measured for table in TABLES for field in table.fields if field.measured}
    assert named
    assert {one for one in named if one not in known} == set()


def test_an_example_is_the_fullest_row_of_the_corpus() -> None:
    book = _book()
    row = dict(_table("passages", book).example)
    assert row["briefing"] == FISH
    assert row["primary_text"] in ("true", "false")
    assert list(row) == list(_table("passages", book).names)
    # Nothing was noted: the table has no row, and no row is made up.
    assert _table("notes", book).example == ()
    assert {one.example for one in _book(EMPTY).tables} == {()}
    assert _book() == book


def test_a_long_value_of_an_example_is_cut() -> None:
    first, *others = CORPUS.briefings
    long = replace(CORPUS, briefings=(replace(first, title="net " * 100), *others))
    row = dict(_table("briefings", _book(long)).example)
    assert row["title"] == f"{'net ' * 39}net …"
    assert dict(_table("outlets", _book()).example)["other_names"] == "Paper Daily"


def test_markdown_has_every_table_field_and_recipe() -> None:
    book = _book()
    text = codebook_text(book)
    assert [one.name for one in book.tables if f"(`{one.name}`)\n" not in text] == []
    for table in book.tables:
        section = text.partition(f"(`{table.name}`)\n")[2].partition("\n## ")[0]
        assert [one for one in table.names if f"`{one}`" not in section] == []
    assert [one.id for one in book.recipes if one.sql.rstrip() not in text] == []
    assert "Not with jq: the JSON files have passages" in text
    assert "Accuracy: 94% of what is given is right" in text


def test_words_of_a_text_are_no_markdown() -> None:
    first, *others = CORPUS.briefings
    hostile = replace(CORPUS, briefings=(replace(first, host="<b>*x*</b>|@me"), *others))
    assert "| `host` | &lt;b&gt;\\*x\\*&lt;/b&gt;\\|&#64;me |" in codebook_text(_book(hostile))
