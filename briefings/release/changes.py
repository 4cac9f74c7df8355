"""What changed in the published data since the previous release: as records, JSON and Markdown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from .records import KINDS, Kind, Read, Record
from .version import Version

Way = Literal["added", "changed", "gone"]
WAYS: tuple[Way, ...] = ("added", "changed", "gone")
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Change:
    """A record that was added, changed or removed; `fields` has the old and new value of each
    field.
    """

    kind: str
    way: Way
    record: Record
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes between two releases; for a first release, `before` is None and there are none.

    `counts` has the number of current records by kind; `files` lists those added, changed or
    removed.
    """

    before: Version | None
    counts: Mapping[str, int]
    changes: tuple[Change, ...]
    files: Mapping[Way, tuple[str, ...]] = field(default_factory=dict)

    def with_files(self, old: Mapping[str, str], new: Mapping[str, str]) -> Changes:
        """The same with the changes to files, whose old and new checksums are given by path."""
        files: dict[Way, tuple[str, ...]] = {
            "added": tuple(sorted(new.keys() - old.keys())),
            "changed": tuple(sorted(name for name in new if old.get(name, new[name]) != new[name])),
            "gone": tuple(sorted(old.keys() - new.keys())),
        }
        return replace(self, files=files)


def compare(now: Read, earlier: Read | None, before: Version | None = None) -> Changes | None:
    """Compares the data of two releases; None if the earlier data has an unknown format.

    `earlier` is None if there is no previous release.
    """
    counts: Counter[str] = Counter()
    changes: list[Change] = []
    for kind in KINDS:
        # These errors cannot concern our own data, which has just been written.
        try:
            changes += _of_kind(kind, now, earlier, counts)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
            if earlier is None:
                raise
            return None
    return Changes(before, {kind.name: counts[kind.name] for kind in KINDS}, tuple(changes))


def _of_kind(kind: Kind, now: Read, earlier: Read | None, counts: Counter[str]) -> Iterator[Change]:
    groups = list(kind.groups(now))
    if earlier is None:
        counts[kind.name] = sum(1 for group in groups for _ in kind.read(now, group))
        return
    groups_before = list(kind.groups(earlier))
    for group in dict.fromkeys((*groups, *groups_before)):
        new = {record.url: record for record in kind.read(now, group)} if group in groups else {}
        old = (
            {record.url: record for record in kind.read(earlier, group)}
            if group in groups_before
            else {}
        )
        counts[kind.name] += len(new)
        for url, record in new.items():
            if url not in old:
                yield Change(kind.name, "added", record, {})
            elif fields := _differing(old[url].compared, record.compared):
                yield Change(kind.name, "changed", record, fields)
        for url, record in old.items():
            if url not in new:
                yield Change(kind.name, "gone", record, {})


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {name: (old[name], new[name]) for name in new if name in old and old[name] != new[name]}


def as_json(changes: Changes, version: Version) -> str:
    """The text of `changes.json`; addresses are relative to the site's root, as in all published
    data.
    """
    counts = Counter((change.kind, change.way) for change in changes.changes)
    whole = {
        "schema_version": SCHEMA_VERSION,
        "version": str(version),
        "previous": str(changes.before) if changes.before else None,
        "records": changes.counts,
        "summary": {kind.name: {way: counts[kind.name, way] for way in WAYS} for kind in KINDS},
        "changes": [
            {
                "kind": change.kind,
                "change": change.way,
                "id": change.record.id,
                "url": change.record.url,
                "label": change.record.label,
                "briefing": change.record.briefing,
                "fields": {
                    name: {"before": old, "after": new}
                    for name, (old, new) in change.fields.items()
                },
            }
            for change in changes.changes
        ],
        "files": {way: list(changes.files.get(way, ())) for way in WAYS},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
