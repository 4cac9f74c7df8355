"""Writes records as a CSV file: lists are joined by spaces, and unknown values are empty cells."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence

from .records import Data


def csv_lines(
    records: Iterable[Data],
    columns: Sequence[str],
    literal: Collection[str] = (),
    listed: Collection[str] = (),
) -> Iterator[str]:
    """The records as the lines of a CSV file, the header first.

    A cell that a spreadsheet would evaluate gets a leading apostrophe, except in `literal` columns.
    Lists in `listed` columns are joined by semicolons, because their values contain spaces.
    """
    yield csv_line(columns)
    for record in records:
        yield csv_line(
            [
                "; ".join(_cell(value, True) for value in record[column])
                if column in listed
                else _cell(record[column], column in literal)
                for column in columns
            ]
        )


class _Echo:
    """A file that gives each line back: `writerow` returns what `write` returns."""

    def write(self, line: str) -> str:
        return line


_WRITER = csv.writer(_Echo(), lineterminator="\r\n")


def csv_line(cells: Iterable[str]) -> str:
    """One line of a CSV file (RFC 4180: commas, CR LF, quotes doubled)."""
    line: str = _WRITER.writerow(cells)
    return line


def _cell(value: object, literal: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return f"{value['source']}:{value['line']}:{value['passage'] or ''}"
    if isinstance(value, list):
        return " ".join(_cell(item, True) for item in value)
    text = str(value)
    formula = not literal and isinstance(value, str) and len(text) > 1 and text[0] in "=+-@\t\r"
    return f"'{text}" if formula else text
