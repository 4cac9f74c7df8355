"""Writes the changelog of a release for readers, as Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .changes import WAYS, Change, Changes, Way
from .records import KINDS, Kind
from .version import Version

# The maximum number of changes listed in Markdown per kind and way; JSON has all of them.
_LISTED = 200
_BEFORE, _AFTER = 40, 80
_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")


def as_markdown(changes: Changes, version: Version, address: str) -> str:
    """The text of `CHANGES.md`; `address` is the site's address, "" if it has none."""
    return "\n".join(_lines(changes, version, address)) + "\n"


def plain(text: str) -> str:
    """Text escaped so that Markdown, and HTML within it, show it literally.

    >>> print(plain("[a] *b* <i> & @c"))
    \\[a\\] \\*b\\* &lt;i&gt; &amp; &#64;c
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", text).replace("@", "&#64;")


def _lines(changes: Changes, version: Version, address: str) -> Iterator[str]:
    yield f"# Data changes in {version}"
    yield ""
    if changes.before is None:
        yield "This is a first release: there is none before it to compare it with. It holds:"
        yield ""
        for kind in KINDS:
            count = changes.counts[kind.name]
            yield f"* {count:,} {kind.singular if count == 1 else kind.plural}"
        return
    counts = Counter((change.kind, change.way) for change in changes.changes)
    yield (
        f"Since {changes.before}. A record is the same where its address is; changes.json has "
        "every record, with the whole values before and after."
    )
    yield ""
    yield "| | added | changed | gone | now |"
    yield "|---|---:|---:|---:|---:|"
    for kind in KINDS:
        cells = [*(counts[kind.name, way] for way in WAYS), changes.counts[kind.name]]
        yield f"| {kind.plural} | {' | '.join(f'{cell:,}' for cell in cells)} |"
    files = [f"{len(changes.files[way])} {way}" for way in WAYS if changes.files[way]]
    yield ""
    yield f"Files: {', '.join(files)}." if files else "No file has changed."
    whole = {
        change.record.briefing: change.way
        for change in changes.changes
        if change.kind == "briefings" and change.way != "changed"
    }
    for kind in KINDS:
        for way in WAYS:
            own = [
                change
                for change in changes.changes
                if (change.kind, change.way) == (kind.name, way)
            ]
            if own:
                yield from _section(kind, way, own, whole, address)


def _section(
    kind: Kind, way: Way, changes: Sequence[Change], whole: Mapping[str | None, Way], address: str
) -> Iterator[str]:
    """The lines of a section; records of a briefing that is new or gone as a whole are only
    counted.
    """
    yield ""
    yield f"## {kind.plural.capitalize()} {way}"
    yield ""
    listed = changes
    if kind.name not in ("briefings", "texts"):
        listed = [change for change in changes if whole.get(change.record.briefing) != way]
    if unlisted := len(changes) - len(listed):
        name = "new" if way == "added" else "gone"
        yield f"* {unlisted:,} in briefings that are {name}"
    for change in listed[:_LISTED]:
        yield f"* {_named(change, address)}"
        for field, (old, new) in change.fields.items():
            before, after = around(_worded(old), _worded(new))
            yield f"    * {plain(field)}: “{plain(before)}” → “{plain(after)}”"
    if len(listed) > _LISTED:
        yield f"* {len(listed) - _LISTED:,} more, in changes.json"


def _named(change: Change, address: str) -> str:
    id_ = plain(change.record.id.rpartition("#")[2] or change.record.id)
    linked = (
        f"[{id_}](<{address}{change.record.url}>)" if address else f"{id_} ({change.record.url})"
    )
    return f"{linked}: {plain(change.record.label)}"


def _worded(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_worded, value))
    if isinstance(value, dict):
        return ", ".join(
            f"{key} {_worded(entry)}" for key, entry in value.items() if entry is not None
        )
    return "none" if value is None else str(value)


def around(old: str, new: str) -> tuple[str, str]:
    """Both texts from shortly before they differ, shortened if they are long.

    >>> around("we mended 1,200 nets", "we mended 1,300 nets")
    ('we mended 1,200 nets', 'we mended 1,300 nets')
    """
    differing = (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    shared = next(differing, min(len(old), len(new)))
    start = old.rfind(" ", 0, max(shared - _BEFORE, 0)) + 1 if shared > _BEFORE else 0

    def cut(text: str) -> str:
        head, tail = "… " if start else "", text[start:]
        return (
            f"{head}{tail[: _BEFORE + _AFTER]} …" if len(tail) > _BEFORE + _AFTER else head + tail
        )

    return cut(old), cut(new)
