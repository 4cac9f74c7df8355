"""Makes the codebook from the descriptions of the tables, the measured accuracy, and the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice

from briefings.model import Corpus
from briefings.model.accuracy import Accuracy, Measure
from briefings.model.codebook import Codebook, CodebookField, CodebookTable
from briefings.tables.catalogue import TABLES
from briefings.tables.fields import Field, Kind, Provenance, Row, Table, Value
from briefings.tables.reading import CorpusRows

from .recipes import recipes

KINDS: dict[Kind, tuple[str, str]] = {
    "text": ("text", "Text in UTF-8; ids are text too."),
    "date": ("date", "A day as far as it is known: `2022-07-25`, or `--07-25` without its year."),
    "day": ("day", "A whole day, to reckon with: `2022-07-25`."),
    "integer": ("whole number", "A number without decimals."),
    "number": ("number", "A number that may have decimals; a dot stands before them."),
    "boolean": ("yes or no", "`true` or `false`; 1 or 0 in SQLite."),
    "texts": ("list of texts", "None, one or more texts, as a list in Parquet, else as JSON."),
    "integers": ("list of numbers", "None, one or more whole numbers, kept in the same way."),
}
PROVENANCE: dict[Provenance, tuple[str, str]] = {
    "printed": ("printed", "Words or places as they stand in the text."),
    "rule": ("by rule", "What a rule of the program read in the text; it can be wrong."),
    "editors": ("by editors", "What an editor wrote or ruled."),
    "build": ("by the build", "What the program gives or counts: an id, an address, a sum."),
}
# A field with the same description in this many tables is described only once.
_SHARED_BY = 4
# Examples come from the oldest briefings, so that new ones do not change them.
_BRIEFINGS, _ROWS = 12, 300
_LONGEST = 160


def codebook(corpus: Corpus, measured: Accuracy) -> Codebook:
    """The complete codebook; the example of each table is its row with the most values, the first
    if tied.
    """
    accuracy: dict[tuple[str, str], Measure] = {
        (measure.kind, measure.aspect): measure
        for measure in measured.measures
        if measure.half == "unseen"
    }
    times = Counter(field for table in TABLES for field in table.fields)
    shared: dict[str, Field] = {}
    for field, count in times.most_common():
        if count >= _SHARED_BY:
            shared.setdefault(field.name, field)
    examples = _examples(corpus)
    return Codebook(
        tuple(KINDS.values()),
        tuple(PROVENANCE.values()),
        tuple(_field(field, accuracy) for field in shared.values()),
        tuple(_table(table, shared, examples.get(table.name), accuracy) for table in TABLES),
        recipes(),
    )


def _table(
    table: Table,
    shared: Mapping[str, Field],
    example: Row | None,
    accuracy: Mapping[tuple[str, str], Measure],
) -> CodebookTable:
    own = [field for field in table.fields if shared.get(field.name) != field]
    return CodebookTable(
        name=table.name,
        title=table.title,
        row=table.row,
        key=table.key,
        refers=tuple((reference.field, reference.table) for reference in table.refers),
        weaknesses=table.weaknesses,
        names=table.names,
        fields=tuple(_field(own_field, accuracy) for own_field in own),
        shared=tuple(field.name for field in table.fields if shared.get(field.name) == field),
        example=tuple((name, _shown(value)) for name, value in (example or {}).items()),
    )


def _field(field: Field, accuracy: Mapping[tuple[str, str], Measure]) -> CodebookField:
    measure = accuracy.get(field.measured) if field.measured else None
    return CodebookField(
        name=field.name,
        kind=KINDS[field.kind][0],
        description=field.description,
        found=PROVENANCE[field.found][0],
        empty=field.null,
        unit=field.unit,
        values=field.values,
        measured=_measured(measure) if measure else "",
    )


def _measured(measure: Measure) -> str:
    """The accuracy of something, on texts for which no rule was written."""
    shares = [
        f"{share:.0%} {outcome}"
        for share, outcome in (
            (measure.precision, "of what is given is right"),
            (measure.recall, "of what is there is found"),
        )
        if share is not None
    ]  # fmt: skip
    counts = [
        f"{count:,} {outcome}"
        for count, outcome in (
            (measure.right, "right"), (measure.wrong, "wrong"), (measure.missed, "missed"),
            (measure.empty, "left open"),
        )
        if count or outcome == "right"
    ]  # fmt: skip
    return f"{', '.join(shares)} ({', '.join(counts)})" if shares else ""


def _examples(corpus: Corpus) -> dict[str, Row]:
    rows, examples = CorpusRows(corpus), dict[str, Row]()
    for table in TABLES:
        _keep_fullest(table.name, islice(table.rows_of(rows), _ROWS), examples)
    for briefing in islice(rows.briefings(), _BRIEFINGS):
        missing = [table for table in TABLES if table.name not in examples and table.of_briefing]
        if not missing:
            break
        for table in missing:
            _keep_fullest(table.name, islice(table.rows_of_briefing(briefing), _ROWS), examples)
    return examples


def _keep_fullest(name: str, rows: Iterable[Row], examples: dict[str, Row]) -> None:
    def values(row: Row) -> int:
        return sum(cell not in (None, []) for cell in row.values())

    fullest = max(rows, key=values, default=None)
    if fullest is not None:
        examples[name] = fullest


def _shown(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
