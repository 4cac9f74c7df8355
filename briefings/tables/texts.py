"""Tables of what was received: briefings, texts, sources, and all lines."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import ids, urls
from briefings.model import LinePart, Witness, full_id
from briefings.model.text import Line
from briefings.publish.records import Data, briefing_entry, source_data
from briefings.publish.schemas import BRIEFING, COUNTS, LINE, LINE_PART, WITNESS
from briefings.publish.source_list import LISTED_SOURCE, sources_of

from .columns import STANDS, URL
from .fields import Table, date, refer, taken, taken_as, text, texts, whole, whole_day
from .reading import BriefingRows, Cells


def _briefing(rows: BriefingRows) -> Iterator[Cells]:
    record, entry = rows.record, briefing_entry(rows.briefing)
    series, counts = record["series"] or {"name": None, "number": None}, entry["counts"]
    yield {
        "id": record["slug"],
        **{name: record[name] for name in _OF_BRIEFING},
        "day": whole_day(record["date"]),
        "series": series["name"],
        "series_number": series["number"],
        "text_id": ids.text_key(record["primary"]),
        "texts": counts["witnesses"],
        **{name: counts[name] for name in _COUNTED},
        "url": entry["url"],
    }


_OF_BRIEFING = ("title", "short_title", "date", "time", "place", "host")
_COUNTED = ("participants", "turns", "exchanges", "passages", "words")
BRIEFINGS = Table(
    "briefings",
    "Briefings",
    "A briefing: one press conference on one day, whatever texts of it there are.",
    (
        text("id", "Permanent id, the last part of the address of its page."),
        taken(BRIEFING, "title", "printed"),
        taken(BRIEFING, "short_title", "rule"),
        *STANDS[1:3],
        *taken_as(BRIEFING, "printed", "time", "place", "host"),
        text("series", "Name of the series as printed.", "printed", null=True),
        whole("series_number", "Its number in the series.", "printed", null=True, minimum=1),
        text("text_id", "Id of its fullest text, the primary one."),
        whole("texts", "Texts of the briefing.", unit="texts", minimum=1),
        *(taken(COUNTS, name, "build", unit=name) for name in _COUNTED),
        URL,
    ),
    refers=(refer("texts", "text_id"),),
    indexed=("date",),
    weaknesses=(
        "Whether two texts are of one event is decided by a rule unless editors say so; the "
        "evidence stands in data/briefings/<slug>.json under `joined`.",
    ),
    of_briefing=_briefing,
)


def _texts(rows: BriefingRows) -> Iterator[Cells]:
    listed = {source["id"]: source for source in sources_of(rows.briefing)}
    for witness, record in zip(rows.witnesses, rows.record["witnesses"], strict=True):
        source = witness.source.id
        yield {
            "id": ids.text_key(source),
            **{name: value for name, value in rows.stands(source).items() if name != "text_id"},
            "source": ids.source_key(source),
            "quality_basis": listed[source]["quality_basis"],
            **{name: record[name] for name in ("kind", "title", "subtitle", "byline")},
            "published": listed[source]["published"],
            "translators": record["credits"]["translators"],
            "notice": record["credits"]["notice"],
            "turns": len(record.get("turns", ())),
            "sections": len(record.get("sections", ())),
            "passages": len(witness.passages),
            "words": sum(len(passage.text.split()) for passage in witness.passages),
            # The page of its briefing, or its place on that page if it is not primary.
            "url": urls.briefing_url(
                rows.slug, "" if source == rows.primary else ids.text_id(source)
            ),
        }


TEXTS = Table(
    "texts",
    "Texts",
    "A text of a briefing: a transcript, or part of one, or an article about it.",
    (
        text("id", "Id of the text: `text-` and the id that pages and JSON files give its source."),
        *(field for field in STANDS if field.name != "text_id"),
        text("source", "Id of the document it was received in."),
        taken(LISTED_SOURCE, "quality_basis", "editors"),
        taken(WITNESS, "kind", "rule"),
        *taken_as(WITNESS, "printed", "title", "subtitle", "byline", "published"),
        texts("translators", "Translators and editors as printed.", "printed"),
        text("notice", "The clause on which language prevails.", "printed", null=True),
        whole("turns", "Turns in it; none in an article.", unit="turns"),
        whole("sections", "Sections in it; none in a transcript.", unit="sections"),
        whole("passages", "Passages in it.", unit="passages"),
        whole("words", "Words in it, as parted by white space.", unit="words"),
        URL,
    ),
    refers=(refer("briefings", "briefing"), refer("sources", "source")),
    indexed=("briefing",),
    of_briefing=_texts,
)


def _sources(rows: BriefingRows) -> Iterator[Cells]:
    for witness, record in zip(rows.witnesses, sources_of(rows.briefing), strict=True):
        settings = witness.settings
        yield {
            "id": ids.source_key(record["id"]),
            "briefing": rows.slug,
            **{name: record[name] for name in ("file", "sha256", "original", "archived")},
            "retrieved": settings.retrieved,
            "rights": settings.rights,
            "lines": len(witness.lines),
            "editions": [edition.sha256 for edition in settings.editions],
            "url": record["url"],
        }


SOURCES = Table(
    "sources",
    "Sources",
    "A document as received, byte for byte.",
    (
        text("id", "Id of the source: `source-` and the id that pages and JSON files give it."),
        text("briefing", "Id of the briefing that it is about."),
        *taken_as(LISTED_SOURCE, "build", "file", "sha256"),
        taken(LISTED_SOURCE, "original", "printed"),
        taken(LISTED_SOURCE, "archived", "editors"),
        date("retrieved", "Day on which it was taken from there.", "editors"),
        text("rights", "What is known of rights in it.", "editors", null=True),
        whole("lines", "Lines that are not blank.", unit="lines"),
        texts("editions", "SHA-256 sums of its earlier editions, oldest first."),
        URL,
    ),
    refers=(refer("briefings", "briefing"),),
    of_briefing=_sources,
)


def _lines(rows: BriefingRows) -> Iterator[Cells]:
    for witness in rows.witnesses:
        entries = source_data(rows.briefing, witness)["lines"]
        for line, entry in zip(witness.lines, entries, strict=True):
            received = witness.source.lines[line.n - 1]
            if not line.parts:
                yield _line(witness, rows.slug, line, entry, received)
            records = entry.get("parts", ())
            for n, (part, record) in enumerate(zip(line.parts, records, strict=True), 1):
                words = received[part.start : part.end]
                yield _line(witness, rows.slug, line, record, words, n, part)


def _line(
    witness: Witness,
    slug: str,
    line: Line,
    record: Data,
    received: str,
    number: int | None = None,
    part: LinePart | None = None,
) -> Cells:
    source, passage = witness.source.id, record.get("passage")
    key = f"{ids.source_key(source)}-L{line.n}"
    return {
        "id": f"{key}.{number}" if number else key,
        "source": ids.source_key(source),
        "briefing": slug,
        "n": line.n,
        "part": number,
        "start": part.start if part else None,
        "end": part.end if part else None,
        "role": record["role"],
        "rule": record.get("rule"),
        "passage": full_id(source, passage) if passage else None,
        "text": received,
        "url": urls.source_url(source, line.n),
    }


LINES = Table(
    "lines",
    "Lines",
    "A line of a source that is not blank; where a line holds several things, one of them.",
    (
        text("id", "Id of the source and number of the line, and of the part of it."),
        text("source", "Id of the source."),
        text("briefing", "Id of the briefing."),
        taken(LINE, "n", "build"),
        whole("part", "Which of the things on the line; null where it holds one.", null=True,
              minimum=1),
        taken(LINE_PART, "start", "build", null=True, unit="code points"),
        taken(LINE_PART, "end", "build", null=True, unit="code points"),
        taken(LINE, "role", "rule"),
        taken(LINE, "rule", "rule", null=True),
        taken(LINE, "passage", "build", null=True),
        text("text", "What stands there, as received.", "printed"),
        URL,
    ),
    refers=(
        refer("sources", "source"), refer("briefings", "briefing"), refer("passages", "passage"),
    ),
    indexed=("source", "passage"),
    weaknesses=(
        "Lines are counted in the file as received, so that an HTML file on one line has one line.",
    ),
    of_briefing=_lines,
)  # fmt: skip
