"""Doubts about the texts, as data: `report.json`."""

from __future__ import annotations

from typing import get_args

from briefings.model import Check, Corpus, Role, SourceKind
from briefings.model.report import CheckState, DoubtKind, NameKind, SettledBy

from .records import Data, fields_of
from .shapes import choice, date, many, nullable, record, text, whole

_CHECK = nullable(
    record(
        "Who held it against its source; null where nobody has.",
        {
            "by": text("Id of the editor."),
            "name": text("Name of the editor."),
            "on": date("Day of the check."),
            "state": choice(
                "Whether it has stayed the same since; unstated where no hash was noted.",
                get_args(CheckState),
            ),
        },
    )
)
_HASH = text("Short hash of bytes and structure, which an editor notes with a check.")

_DOUBT = record(
    "One thing that may be read wrongly.",
    {
        "kind": choice("What is doubted.", get_args(DoubtKind)),
        "line": whole("Line of the source, counted from 1; null: all of it.", null=True, minimum=1),
        "passage": text("Id of the passage; null where it is none.", null=True),
        "words": text("Words of the source that it is about."),
        "text": text("The doubt, in a sentence."),
        "settled": choice(
            "Who looked at it: an editor's ruling, or a check of the whole source.",
            get_args(SettledBy),
            null=True,
        ),
    },
)

REPORT_SOURCE = record(
    "One source.",
    {
        "source": text("Id of the source."),
        "briefing": text("Slug of the briefing."),
        "kind": choice("What kind of text it is.", get_args(SourceKind)),
        "lines": whole("Lines that are not blank."),
        "roles": many(
            "What the lines are, the most frequent first.",
            record(
                "A role.",
                {
                    "role": choice("Role of a line.", get_args(Role)),
                    "lines": whole("Lines that have it.", minimum=1),
                },
            ),
        ),
        "unnamed": whole("Turns whose speaker the source does not give."),
        "askers": whole("Questions among them."),
        "doubts": many("What may be read wrongly, by line.", _DOUBT),
        "settled": many("What editors settled, in words.", text("A matter.")),
        "hash": _HASH,
        "checked": _CHECK,
    },
)

_NAMED = {
    "id": text("Id of the outlet or person."),
    "name": text("Name."),
    "turns": whole("Turns under the name."),
    "sources": many("Sources it stands in.", text("Id of a source.")),
}

REPORT = record(
    "What is uncertain about the texts, and who checked what.",
    {
        "sources": many("Every source, by id.", REPORT_SOURCE),
        "briefings": many(
            "Every briefing.",
            record(
                "A briefing.",
                {"briefing": text("Slug of the briefing."), "hash": _HASH, "checked": _CHECK},
            ),
        ),
        "clusters": many(
            "Names that look like one.",
            record(
                "Names of one outlet or person, it seems.",
                {
                    "kind": choice("Whose names they are.", get_args(NameKind)),
                    **_NAMED,
                    "others": many(
                        "The names that look like it.",
                        record(
                            "Another name.",
                            {**_NAMED, "reason": text("In what they are alike, in words.")},
                        ),
                    ),
                },
            ),
        ),
    },
)


_OF_SOURCE = (
    "source", "briefing", "kind", "lines", "unnamed", "askers", "settled", "hash",
)  # fmt: skip


def report_data(corpus: Corpus) -> Data:
    """The record of `report.json`."""
    report = corpus.report
    return {
        "sources": [
            {
                **fields_of(source, _OF_SOURCE),
                "roles": [{"role": role, "lines": number} for role, number in source.roles],
                "doubts": [
                    {**fields_of(doubt, _DOUBT["properties"]), "line": doubt.line or None}
                    for doubt in source.doubts
                ],
                "checked": _check(source.check),
            }
            for source in report.sources
        ],
        "briefings": [
            {
                "briefing": briefing.briefing,
                "hash": briefing.hash,
                "checked": _check(briefing.check),
            }
            for briefing in report.briefings
        ],
        "clusters": [
            {
                **fields_of(cluster, ("kind", "id", "name", "sources")),
                "turns": cluster.count,
                "others": [
                    {**fields_of(other, ("id", "name", "sources", "reason")), "turns": other.count}
                    for other in cluster.others
                ],
            }
            for cluster in report.clusters
        ],
    }


def _check(check: Check | None) -> Data | None:
    return fields_of(check, ("by", "name", "on", "state")) if check else None
