"""A table as each format describes it: SQL, a data package, pandas, Datasette, CSV."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyarrow.parquet import ParquetFile

from briefings.publish.schemas import COUNTS, LINE, PASSAGE, PERSON, SPEAKER
from briefings.tables import parquet
from briefings.tables.cells import head, lines
from briefings.tables.datasette import metadata
from briefings.tables.fields import (
    Field,
    Row,
    Table,
    flag,
    refer,
    taken,
    taken_as,
    text,
    texts,
    whole,
)
from briefings.tables.package import column, reading_with_pandas, resource
from briefings.tables.reading import BriefingRows, CorpusRows
from briefings.tables.sqlite import Database, create, indexes, quoted

from .sample_corpus import CORPUS, EMPTY

BOATS = Table(
    "boats",
    "Boats",
    "A boat.",
    (
        text("id", "Id."),
        text("name", "Its\n name.", "printed", null=True),
        Field("kind", "text", "Its kind.", "rule", values=("dinghy", "cap'n's")),
        Field("built", "day", "Day of launch.", "rule", null=True),
        Field("seen", "date", "Day it was seen.", "rule", null=True, pattern="^--$|--x"),
        Field("length", "number", "Its length.", "rule", null=True, unit="metres"),
        whole("crew", "Its crew.", unit="people", minimum=1),
        flag("afloat", "Whether it floats."),
        texts("owners", "Its owners.", values=("ada", "bo")),
        Field("sums", "integers", "Its prices.", "rule", minimum=1),
        text("number", "Its number."),
    ),
    unique=("number",),
    refers=(refer("harbours", "name"), refer("boats", "id"), refer("nets", "kind")),
    indexed=("name", "kind"),
    weaknesses=("Rafts are no boats.",),
)


def test_a_table_of_a_database_says_what_may_stand_in_it() -> None:
    assert (
        create(BOATS)
        == """\
CREATE TABLE "boats" (
  "id" TEXT NOT NULL, -- Id.
  "name" TEXT, -- Its name.
  "kind" TEXT NOT NULL CHECK ("kind" IN ('dinghy', 'cap''n''s')), -- Its kind.
  "built" TEXT, -- Day of launch.
  "seen" TEXT, -- Day it was seen.
  "length" REAL, -- Its length.
  "crew" INTEGER NOT NULL, -- Its crew.
  "afloat" INTEGER NOT NULL CHECK ("afloat" IN (0, 1)), -- Whether it floats.
  "owners" TEXT NOT NULL, -- Its owners.
  "sums" TEXT NOT NULL, -- Its prices.
  "number" TEXT NOT NULL, -- Its number.
  PRIMARY KEY ("id"),
  UNIQUE ("number"),
  FOREIGN KEY ("name") REFERENCES "harbours" (id),
  FOREIGN KEY ("id") REFERENCES "boats" (id),
  FOREIGN KEY ("kind") REFERENCES "nets" (id)
)"""
    )
    assert list(indexes(BOATS)) == [
        'CREATE INDEX "boats_name" ON "boats" ("name")',
        'CREATE INDEX "boats_kind" ON "boats" ("kind")',
    ]
    base = sqlite3.connect(":memory:")
    base.execute(create(BOATS))
    for statement in indexes(BOATS):
        base.execute(statement)
    base.close()


def test_a_name_is_quoted_whatever_is_in_it() -> None:
    assert quoted('a "b"') == '"a ""b"""'


def test_a_data_package_describes_each_column_and_leads_only_to_its_own_tables() -> None:
    entry = resource(BOATS, "tables/boats.csv", {"boats", "harbours"}, "table-")
    schema = entry.pop("schema")
    assert entry == {
        "name": "table-boats", "path": "tables/boats.csv", "title": "Boats",
        "description": "One row is: A boat.", "type": "table", "format": "csv",
        "mediatype": "text/csv",
    }  # fmt: skip
    assert [field["type"] for field in schema["fields"]] == [
        "string", "string", "string", "date", "string", "number", "integer", "boolean", "array",
        "array", "string",
    ]  # fmt: skip
    assert schema["primaryKey"] == ["id"]
    assert schema["missingValues"] == [""]
    # Of a table that is not in the package, nets, there is no key; its own has no name.
    assert schema["foreignKeys"] == [
        {"fields": ["name"], "reference": {"resource": "table-harbours", "fields": ["id"]}},
        {"fields": ["id"], "reference": {"resource": "", "fields": ["id"]}},
    ]
    unique = {one["name"] for one in schema["fields"] if one.get("constraints", {}).get("unique")}
    assert unique == {"id", "number"}
    pair = resource(replace(BOATS, key=("id", "kind"), refers=()), "boats.csv", {"boats"})
    assert pair["name"] == "boats"
    assert "foreignKeys" not in pair["schema"]
    several = [one for one in pair["schema"]["fields"] if one.get("constraints", {}).get("unique")]
    assert [one["name"] for one in several] == ["number"]


@pytest.mark.parametrize(
    ("name", "described"),
    [
        ("name", {"type": "string", "description": "Its\n name."}),
        ("kind", {"type": "string", "description": "Its kind.",
                  "constraints": {"required": True, "enum": ["dinghy", "cap'n's"]}}),
        # A cell that begins with a sign has an apostrophe before it.
        ("seen", {"type": "string", "description": "Day it was seen.",
                  "constraints": {"pattern": "^--$|'?--x"}}),
        ("length", {"type": "number", "description": "Its length.", "unit": "metres"}),
        ("crew", {"type": "integer", "description": "Its crew.", "unit": "people",
                  "constraints": {"required": True, "minimum": 1}}),
        ("owners", {"type": "array", "description": "Its owners.",
                    "constraints": {"required": True}}),
        ("sums", {"type": "array", "description": "Its prices.",
                  "constraints": {"required": True}}),
    ],
)  # fmt: skip
def test_a_column_of_a_data_package(name: str, described: dict[str, Any]) -> None:
    field = next(field for field in BOATS.fields if field.name == name)
    assert column(field) == {"name": name, **described}


def test_pandas_is_told_the_type_of_each_column() -> None:
    assert reading_with_pandas([BOATS]) == {
        "boats": {
            "dtype": {
                "id": "string", "name": "string", "kind": "string", "seen": "string",
                "length": "float64", "crew": "Int64", "afloat": "boolean", "owners": "string",
                "sums": "string", "number": "string",
            },
            "parse_dates": ["built"],
            "keep_default_na": False,
            "na_values": [""],
        }
    }  # fmt: skip


def test_datasette_shows_what_a_row_is_and_what_can_be_filtered() -> None:
    passages = replace(BOATS, name="passages", weaknesses=())
    tables = metadata("Nets", "base", [BOATS, passages])["databases"]["base"]["tables"]
    boats = tables["boats"]
    assert boats["description"] == "One row is: A boat. Rafts are no boats."
    assert boats["label_column"] == "name"
    assert boats["facets"] == ["kind"]
    assert boats["columns"]["length"] == "Its length. In metres."
    assert boats["columns"]["kind"] == "Its kind. One of: dinghy, cap'n's."
    assert "fts_table" not in boats
    assert tables["passages"]["fts_table"] == "passages_fts"
    assert tables["passages"]["fts_pk"] == "position"
    fields = tuple(text(name, "x") for name in ("role", "quality", "publisher", "unit", "id"))
    bare = metadata("Nets", "b", [replace(BOATS, fields=fields)])["databases"]["b"]["tables"]
    assert bare["boats"]["facets"] == ["unit", "publisher", "quality"]
    assert "label_column" not in bare["boats"]


def test_rows_are_checked_against_their_description() -> None:
    def rows(**values: Any) -> list[dict[str, Any]]:
        fields = (text("id", "x"), Field("n", "number", "x", "rule", null=True),
                  Field("day", "day", "x", "rule", null=True), texts("all", "x"))  # fmt: skip
        made = [{"id": "a", "n": 1, "day": "2021", "all": ("b",), **values}]
        table = Table("t", "T", "A row.", fields, of_corpus=lambda _: made)
        return list(table.rows_of(CorpusRows(EMPTY)))

    [row] = rows()
    assert row == {"id": "a", "n": 1.0, "day": None, "all": ["b"]}
    assert type(row["n"]) is float
    assert rows(n="", day="2021-05-04")[0] == {
        "id": "a",
        "n": None,
        "day": "2021-05-04",
        "all": ["b"],
    }
    assert list(rows(n=0)[0]) == ["id", "n", "day", "all"]
    assert rows(n=0)[0]["n"] == 0.0
    for values, message in (
        ({"id": ""}, "t.id has no value"), ({"id": None}, "t.id has no value"),
        ({"other": 1}, r"a row and the description differ in \['other'\]"),
    ):  # fmt: skip
        with pytest.raises(ValueError, match=message):
            rows(**values)


def test_a_field_of_a_record_keeps_what_is_said_of_it_there() -> None:
    kind = taken(SPEAKER, "kind", "rule", "speaker_kind", null=True, more="Or none.")
    assert (kind.name, kind.kind, kind.null) == ("speaker_kind", "text", True)
    assert kind.description == "In which part somebody speaks. Or none."
    assert set(kind.values) == {"chair", "official", "outlet", "unknown"}
    line = taken(LINE, "n", "build", unit="lines")
    assert (line.name, line.kind, line.minimum, line.unit) == ("n", "integer", 1, "lines")
    assert taken(COUNTS, "turns", "build").minimum == 0
    assert taken(PASSAGE, "lines", "build").kind == "integers"
    chinese, names = taken_as(PERSON, "editors", "chinese", "other_names")
    assert (chinese.kind, chinese.null, chinese.found) == ("text", True, "editors")
    assert (names.kind, names.null, names.values) == ("texts", False, ())


def test_a_file_has_a_head_and_a_line_for_each_row() -> None:
    assert head(BOATS) == "id,name,kind,built,seen,length,crew,afloat,owners,sums,number\r\n"
    row: Row = {
        "a": 'x "y"',
        "b": None,
        "c": [1, 2],
        "d": 1e15,
        "e": 2.5,
        "f": False,
        "g": "-",
        "h": "'",
    }
    assert list(lines([row, {"a": "1,2"}])) == [
        '"x ""y""",,"[1, 2]",1000000000000000.0,2.5,false,-,\'\r\n', '"1,2"\r\n',
    ]  # fmt: skip


def test_a_database_is_written_with_settings_of_its_own(tmp_path: Path) -> None:
    fields = (text("id", "Id."), whole("position", "Its place."), text("text", "Its words."),
              flag("said", "Whether."), texts("topics", "Topics."))  # fmt: skip
    passages = Table("passages", "Passages", "A passage.", fields, indexed=("text",))
    path = tmp_path / "a.db"
    base = Database(path, [passages])
    base.add(passages, [{"id": "b", "position": 2, "text": "nets", "said": True, "topics": ["ä"]}])
    base.add(passages, [{"id": "a", "position": 1, "text": "x", "said": False, "topics": []}])
    base._base.execute("COMMIT")
    assert base._base.execute("PRAGMA page_size").fetchone() == (4096,)
    assert base._base.execute("PRAGMA auto_vacuum").fetchone() == (0,)
    assert base._base.execute("PRAGMA encoding").fetchone() == ("UTF-8",)
    assert base._base.execute("PRAGMA journal_mode").fetchone() == ("off",)
    assert base._base.execute("SELECT * FROM passages").fetchall() == [
        ("b", 2, "nets", 1, '["ä"]'), ("a", 1, "x", 0, "[]"),
    ]  # fmt: skip
    base._base.close()


def test_rows_of_parquet_are_written_in_groups_and_the_rest_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 2)
    fields = (text("id", "Id."), Field("day", "day", "Day.", "rule", null=True), texts("all", "x"))
    path, boats = tmp_path / "boats.parquet", Table("boats", "Boats", "A boat.", fields)
    file = parquet.ParquetFile(path, boats)
    file.add({"id": str(n), "day": "2021-05-04" if n else None, "all": ["a"] * n} for n in range(3))
    file.finish()
    read = ParquetFile(path)
    assert [read.metadata.row_group(n).num_rows for n in range(read.num_row_groups)] == [2, 1]
    assert read.read().to_pylist() == [
        {"id": "0", "day": None, "all": []},
        {"id": "1", "day": date(2021, 5, 4), "all": ["a"]},
        {"id": "2", "day": date(2021, 5, 4), "all": ["a", "a"]},
    ]
    schema = read.schema_arrow
    assert schema.metadata[b"title"] == b"Boats"
    assert schema.metadata[b"description"] == b"A boat."
    assert schema.field("day").metadata[b"description"] == b"Day."
    assert [schema.field(n).nullable for n in range(3)] == [False, True, False]


@pytest.mark.parametrize(
    ("id_", "kind", "person", "outlet"),
    [
        ("bo-fisher", "official", "bo-fisher", None), ("the-paper", "outlet", None, "the-paper"),
        ("nobody", "official", None, None), (None, "unknown", None, None),
        # Words of a name that is known as an outlet's are the outlet's, whatever it is here.
        ("the-paper", None, None, "the-paper"), ("bo-fisher", "outlet", None, None),
    ],
)  # fmt: skip
def test_a_speaker_is_a_person_or_an_outlet_that_the_tables_have(
    id_: str | None, kind: str | None, person: str | None, outlet: str | None
) -> None:
    rows = BriefingRows(CORPUS.briefings[0], CorpusRows(CORPUS))
    cells = rows.who("010", id_, "As named", kind)
    assert (cells["person"], cells["outlet"], cells["speaker"]) == (person, outlet, "As named")


def test_a_role_is_worded_as_by_the_text_itself_where_it_words_it() -> None:
    rows = BriefingRows(CORPUS.briefings[0], CorpusRows(CORPUS))
    assert rows.who("010", "bo-fisher", "x", None)["role"] == "head of the Fish Bureau"
    assert rows.who("011", "bo-fisher", "x", None)["role"] == "director of fish"
    # A text that words none has the role of another text of the briefing.
    assert rows.who("999", "bo-fisher", "x", None)["organization"] == "Fish Bureau"
    assert rows.who("010", "cy-net", "x", None)["role"] is None
