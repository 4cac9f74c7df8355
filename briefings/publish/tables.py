"""Records as a CSV file: lists as words between blanks, what is not known as an empty cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Sequence

from .records import Data


def csv_lines(
    records: Iterable[Data],
    columns: Sequence[str],
    literal: Collection[str] = (),
    listed: Collection[str] = (),
) -> Iterator[str]:
    """The records as the lines of a table, that of the columns' names first.

    A cell that a spreadsheet would take for a formula is led by an apostrophe; those of the
    `literal` columns stay as they are.  The values of a list in a `listed` column hold blanks
    themselves: semicolons part them.
    """
    yield csv_line(columns)
    for one in records:
        yield csv_line(
            [
                "; ".join(_cell(value, True) for value in one[column])
                if column in listed
                else _cell(one[column], column in literal)
                for column in columns
            ]
        )


def csv_line(cells: Iterable[str]) -> str:
    """One line of a CSV file (RFC 4180: commas, CR LF, quotes doubled)."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _cell(value: object, literal: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return f"{value['source']}:{value['line']}:{value['passage'] or ''}"
    if isinstance(value, list):
        return " ".join(_cell(one, True) for one in value)
    said = str(value)
    formula = not literal and isinstance(value, str) and len(said) > 1 and said[0] in "=+-@\t\r"
    return f"'{said}" if formula else said
