"""The files of the flat tables: the same rows in each, and nothing lost on the way back."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest
from pyarrow import parquet

from briefings.engine.store import Store
from briefings.model import Corpus, Passage
from briefings.tables.catalogue import TABLES
from briefings.tables.cells import cell
from briefings.tables.fields import LISTS, Field, Row, Table
from briefings.tables.published import SMALL, table_files
from briefings.tables.sqlite import Database
from briefings.tables.views import VIEWS
from briefings.tables.writing import write
from tests.gathered import five
from tests.unit.flat import rows_of, rows_of_five, table, value_of
from tests.unit.sample_corpus import CORPUS, EMPTY, FISH_PRIMARY

HOSTILE = (
    "=1+1",
    "'=1+1",
    "''-5%",
    "-5%",
    "@SUM(A1)",
    "+86 10",
    "＝1+1",
    "\t=1",
    "\r=1",
    'He said "no", twice; "yes", once',
    "one\ntwo\r\nthree\rfour",
    "NA",
    "null",
    "None",
    "true",
    "000",
    "1e5",
    "'",
    "'tis",
    "-",
    "a\x00b",
    "\u202eright to left \u05e9\u05dc\u05d5\u05dd",
    "👩\u200d👩\u200d👧 fish 🐟",
    "中国\u3000网",
    "\ufeffmark",
    "[]",
    "--01-10",
    "x" * 40_000,
)


def _hostile() -> Corpus:
    """The sample with a turn whose passages are hostile."""
    turn = FISH_PRIMARY.turns[1]
    passages = tuple(Passage(f"t2p{n}", words, 6, 6) for n, words in enumerate(HOSTILE, 1))
    turns = (FISH_PRIMARY.turns[0], replace(turn, passages=passages), *FISH_PRIMARY.turns[2:])
    text = replace(
        FISH_PRIMARY, turns=turns, title="=cmd|' /C calc'!A0", lines=FISH_PRIMARY.lines[:2]
    )
    fish, harbour = CORPUS.briefings
    fish = replace(fish, title='-2+3, "quoted"\n\'x', witnesses=(text, fish.witnesses[1]))
    return replace(CORPUS, briefings=(fish, harbour))


@pytest.fixture(scope="module", params=["five", "hostile", "empty"])
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, list[Row]]]:
    """Return the folder of the tables, and the rows expected in it."""
    folder = tmp_path_factory.mktemp(request.param)
    corpus = _corpus(request.param)
    write(corpus, "Fish & nets", folder)
    return folder, rows_of_five() if request.param == "five" else rows_of(corpus)


def _corpus(name: str) -> Corpus:
    if name == "five":
        return five()
    return _hostile() if name == "hostile" else EMPTY


Made = tuple[Path, dict[str, list[Row]]]


def _from_csv(folder: Path, one: Table) -> list[Row]:
    with (folder / f"{one.name}.csv").open(encoding="utf-8", newline="") as file:
        csv.field_size_limit(1 << 20)
        rows = list(csv.DictReader(file))
    return [{field.name: value_of(row[field.name], field) for field in one.fields} for row in rows]


def _from_parquet(folder: Path, one: Table) -> list[Row]:
    rows = parquet.read_table(folder / f"{one.name}.parquet").to_pylist()
    days = [field.name for field in one.fields if field.kind == "day"]
    return [row | {day: row[day] and row[day].isoformat() for day in days} for row in rows]


def _from_sqlite(folder: Path, one: Table) -> list[Row]:
    with closing(sqlite3.connect(folder / "briefings.db")) as base:
        rows = base.execute(f'SELECT * FROM "{one.name}" ORDER BY rowid').fetchall()  # noqa: S608
    return [
        {field.name: _held(field, value) for field, value in zip(one.fields, row, strict=True)}
        for row in rows
    ]


def _held(field: Field, value: Any) -> Any:
    if value is None:
        return None
    if field.kind in LISTS:
        return json.loads(value)
    return bool(value) if field.kind == "boolean" else value


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
@pytest.mark.parametrize("reader", [_from_csv, _from_parquet, _from_sqlite])
def test_each_file_has_the_same_rows(made: Made, one: Table, reader: Any) -> None:
    folder, rows = made
    assert reader(folder, one) == rows[one.name]


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_pandas_reads_the_same_values(made: Made, one: Table) -> None:
    """As the Data page says: with what pandas.json gives for the table."""
    folder, rows = made
    options = json.loads((folder / "pandas.json").read_text("utf-8"))
    frame = pd.read_csv(folder / f"{one.name}.csv", **options[one.name])
    assert list(frame.columns) == list(one.names)
    found = [dict(zip(one.names, values, strict=True)) for values in frame.values.tolist()]
    assert [
        {field.name: _of_pandas(field, row[field.name]) for field in one.fields} for row in found
    ] == rows[one.name]


def _of_pandas(field: Field, value: Any) -> Any:
    if not isinstance(value, list) and pd.isna(value):
        return None
    if field.kind == "day":
        return pd.Timestamp(value).date().isoformat()
    if field.kind == "boolean":
        return bool(value)
    return value_of(value, field) if isinstance(value, str) else value


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_a_plain_read_of_pandas_changes_no_id(made: Made, one: Table) -> None:
    """`pandas.read_csv(file)`, as everybody types it."""
    folder, rows = made
    frame = pd.read_csv(folder / f"{one.name}.csv")
    for name in (*one.key, *(refers.field for refers in one.refers)):
        read = [None if pd.isna(value) else value for value in frame[name]]
        assert read == [row[name] for row in rows[one.name]], name


def test_no_cell_of_text_is_a_formula_to_a_spreadsheet(made: Made) -> None:
    folder, _ = made
    for one in TABLES:
        with (folder / f"{one.name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for field in one.fields:
                    text = row[field.name]
                    harmless = field.kind in ("integer", "number") or len(text) < 2
                    assert harmless or text[0] not in "=+-@\t\r\n＝＋－＠", (one.name, text[:40])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_of_text_gives_its_text_back(text: str) -> None:
    assert value_of(cell(text), table("turns").fields[0]) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-3.5, "-3.5"), (-3.0, "-3"), (1e12, "1000000000000"), (1e22, "1e+22"), (0.1, "0.1"),
        (True, "true"), (False, "false"), (None, ""), ([], "[]"),
        (["=1", 'a"b'], '["=1", "a\\"b"]'),
    ],
)  # fmt: skip
def test_a_number_stays_a_number(value: Any, written: str) -> None:
    assert cell(value) == written


def test_the_files_are_utf_8_without_a_mark(made: Made) -> None:
    folder, _ = made
    for one in TABLES:
        held = (folder / f"{one.name}.csv").read_bytes()
        held.decode("utf-8")
        assert held.startswith(f"{one.names[0]},".encode())


def test_the_package_is_valid_with_its_keys(made: Made) -> None:
    folder, rows = made
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for one in package["resources"]:
        held = (folder / one["path"]).read_bytes()
        assert one["hash"] == "sha256:" + hashlib.sha256(held).hexdigest()
        assert one["bytes"] == len(held)
    if rows["briefings"]:
        assert _faults(folder) == []


def _faults(folder: Path) -> list[tuple[str, str]]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert [error.message for error in report.errors] == []
    return [(task.name, error.type) for task in report.tasks for error in task.errors]


def test_a_key_that_leads_nowhere_is_found_by_readers_of_the_package(tmp_path: Path) -> None:
    write(CORPUS, "Fish", tmp_path)
    roles = tmp_path / "roles.csv"
    held = roles.read_text("utf-8")
    assert ",bo-fisher,Bo" in held
    roles.write_text(held.replace(",bo-fisher,Bo", ",nobody,Bo", 1), "utf-8", newline="")
    # The sums of the file are others, too.
    assert ("roles", "foreign-key") in _faults(tmp_path)


@pytest.mark.parametrize("name", ["five", "hostile", "empty"])
def test_the_same_corpus_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        folder.mkdir()
        write(_corpus(name), "Fish & nets", folder)
    first, second = ({one.name: one.read_bytes() for one in folder.iterdir()} for folder in folders)
    assert [file for file in sorted(first) if first[file] != second[file]] == []
    assert first.keys() == second.keys()


def test_the_database_is_sound_and_its_keys_lead_to_rows(made: Made) -> None:
    folder, _ = made
    with closing(sqlite3.connect(folder / "briefings.db")) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert base.execute("PRAGMA page_size").fetchone() == (4096,)
        for one in TABLES:
            found = base.execute(f'PRAGMA foreign_key_list("{one.name}")').fetchall()
            keys = {(row[3], row[2], row[4]) for row in found}
            assert keys == {(refers.field, refers.table, "id") for refers in one.refers}
            listed = base.execute(f'PRAGMA index_list("{one.name}")').fetchall()
            assert {f"{one.name}_{name}" for name in one.indexed} <= {row[1] for row in listed}
        for view in VIEWS:
            base.execute(f'SELECT * FROM "{view.name}"').fetchall()  # noqa: S608


def test_keys_that_lead_nowhere_stop_the_writing(tmp_path: Path) -> None:
    base = Database(tmp_path / "x.db", TABLES)
    base.add(table("wordings"), [rows_of_five()["wordings"][0]])
    with pytest.raises(ValueError, match="lead to no row"):
        base.finish()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The database of the five texts."""
    folder = tmp_path_factory.mktemp("base")
    write(five(), "Fish", folder)
    with closing(sqlite3.connect(folder / "briefings.db")) as connected:
        yield connected


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # Line 91 of source 000 hands the question of line 87 on; 214 of 002 asks the second one.
        ("SELECT count(*) FROM questions_by_outlet WHERE asked_by LIKE 'Beijing Radio%'", 2),
        ("SELECT speaker FROM who_said_what_when WHERE turn = '000-t6'", "Wang Yingwei"),
        # Line 57 of source 000.
        (
            "SELECT value FROM figures_by_indicator WHERE indicator = 'sense-of-security' "
            "AND first_day = '2012-01-01'",
            87.55,
        ),
        ("SELECT title FROM differences WHERE text LIKE '%62.6%'",
         "Did thefts fall by 62.6% or by 96.1%?"),
        ("SELECT other_value FROM figures_that_differ", 96.1),
        # Lines 295 of source 000 and 165 of 002 are the first and one of the last.
        ("SELECT first_date FROM terms_first_and_last WHERE id = 'fengqiao-experience'",
         "2022-07-25"),
        ("SELECT last_date FROM terms_first_and_last WHERE id = 'fengqiao-experience'",
         "2023-10-24"),
        # Line 295 asks about the Fengqiao Experience; full text finds it without case or accents.
        ("SELECT count(*) FROM passages_fts JOIN passages ON position = passages_fts.rowid "
         "WHERE passages_fts MATCH '\"FENGQIAO experience\"' AND id = '000-t33p1'", 1),
        ("SELECT count(*) FROM questions_by_topic WHERE exchange = '000-x1'", 1),
        ("SELECT name FROM speakers WHERE words = (SELECT max(words) FROM speakers)", "Sun Maoli"),
        # An announcement is one by an act, a date, a number or a measure.
        ("SELECT count(*) FROM announcements WHERE why = '[]'", 0),
        ("SELECT count(DISTINCT differs) > 1 FROM sentences_that_differ", 1),
    ],
)  # fmt: skip
def test_a_question_is_answered_by_a_view(
    base: sqlite3.Connection, question: str, answer: Any
) -> None:
    assert base.execute(question).fetchall() == [(answer,)]


def test_datasette_is_told_of_every_table_column_and_view(made: Made) -> None:
    folder, _ = made
    told = json.loads((folder / "metadata.json").read_text("utf-8"))
    described = told["databases"]["briefings"]["tables"]
    assert set(described) == {one.name for one in TABLES} | {one.name for one in VIEWS}
    for one in TABLES:
        assert list(described[one.name]["columns"]) == list(one.names)
        assert set(described[one.name]["facets"]) <= set(one.names)
    assert all(one["title"] and one["description"] for one in described.values())


def test_parquet_has_days_and_lists_as_such(made: Made) -> None:
    folder, _ = made
    schema = parquet.read_schema(folder / "turns.parquet")
    assert str(schema.field("day").type) == "date32[day]"
    assert str(schema.field("date").type) == "string"
    assert str(schema.field("topics").type) == "list<element: string>"
    assert str(schema.field("primary_text").type) == "bool"
    assert schema.field("does").metadata[b"description"].startswith(b"What the turn does")


def test_the_site_has_the_small_tables_and_keeps_what_it_made() -> None:
    store = Store()
    files = {one.path: one for one in table_files(five(), store)}
    assert set(files) == {f"tables/{one.name}.csv" for one in SMALL} | {"tables/pandas.json"}
    for one in SMALL:
        first = "".join(map(str, files[f"tables/{one.name}.csv"].pieces()))
        again = {file.path: file for file in table_files(five(), store)}
        assert "".join(map(str, again[f"tables/{one.name}.csv"].pieces())) == first
        assert first.count("\r\n") == len(rows_of_five()[one.name]) + 1
    names = {f"table-{one.name}" for one in SMALL}
    for file in files.values():
        keys = (file.described or {}).get("schema", {}).get("foreignKeys", ())
        assert {key["reference"]["resource"] or "table-" for key in keys} <= names
