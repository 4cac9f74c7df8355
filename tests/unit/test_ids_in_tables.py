"""Ids that look like numbers stay text if tables are read as the Data page recommends."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from typing import Any

import pytest

from briefings.model import Corpus
from briefings.publish import data
from tests.command import ROOT
from tests.published_data import published_files

TABLES = ("commitments", "figures", "observations")
_CALL = re.compile(r"pandas\.read_csv\(\"figures\.csv\", dtype=(\{.*?\})\)")


def _documented() -> dict[str, str]:
    """Return the types that the Data page passes to pandas: names of Python types by column."""
    page = (ROOT / "templates" / "data.md.j2").read_text("utf-8")
    (types,) = _CALL.findall(page)
    return ast.literal_eval(re.sub(r": (\w+)", r': "\1"', types))  # type: ignore[no-any-return]


def _read(text: str, types: dict[str, str]) -> list[dict[str, Any]]:
    """The rows as pandas reads them: a column of whole numbers is one, unless `types` has it."""
    rows: list[dict[str, Any]] = list(csv.DictReader(io.StringIO(text)))
    for name in rows[0]:
        if types.get(name) != "str" and all(row[name].isdecimal() for row in rows):
            for row in rows:
                row[name] = int(row[name])
    return rows


@pytest.fixture(name="files", scope="module")
def published(five: Corpus) -> dict[str, str]:
    return published_files(five)


@pytest.mark.parametrize("stem", TABLES)
def test_a_table_joins_with_sources_where_it_is_read_as_documented(
    files: dict[str, str], stem: str
) -> None:
    """A source is `000` in every file: on its own a reader of tables makes it 0."""
    known = {json.loads(text)["id"] for path, text in files.items() if "/sources/" in path}
    assert "000" in known
    table = files[f"data/{stem}.csv"]
    assert not known & {row["source"] for row in _read(table, {})}
    assert {row["source"] for row in _read(table, _documented())} <= known


def test_every_field_table_says_so_of_a_column_of_sources() -> None:
    for table in data.field_tables():
        for field in table["fields"]:
            if field["name"] == "source" and any(one.endswith(".csv") for one in table["also"]):
                assert field["type"] == "string"
                assert 'dtype={"source": str}' in field["description"]


@pytest.mark.parametrize("stem", TABLES)
def test_no_other_id_of_a_table_is_taken_for_a_number(files: dict[str, str], stem: str) -> None:
    package = json.loads(files["data/datapackage.json"])
    fields = next(one for one in package["resources"] if one["path"] == f"{stem}.csv")["schema"]
    texts = [one["name"] for one in fields["fields"] if one["type"] == "string"]
    for row in _read(files[f"data/{stem}.csv"], _documented()):
        assert all(isinstance(row[name], str) for name in texts)
