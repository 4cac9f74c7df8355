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
        held = [(changes.held[kind.name], kind) for kind in KINDS]
        yield "This is a first release: there is none before it to compare it with. It holds:"
        yield ""
        yield from (f"* {count:,} {kind.one if count == 1 else kind.many}" for count, kind in held)
        return
    counts = Counter((one.kind, one.way) for one in changes.changes)
    yield (
        f"Since {changes.before}. A record is the same where its address is; changes.json has "
        "every record, with the whole values before and after."
    )
    yield ""
    yield "| | added | changed | gone | now |"
    yield "|---|---:|---:|---:|---:|"
    for kind in KINDS:
        cells = [*(counts[kind.name, way] for way in WAYS), changes.held[kind.name]]
        yield f"| {kind.many} | {' | '.join(f'{cell:,}' for cell in cells)} |"
    files = [f"{len(changes.files[way])} {way}" for way in WAYS if changes.files[way]]
    yield ""
    yield f"Files: {', '.join(files)}." if files else "No file has changed."
    whole = {
        one.record.briefing: one.way
        for one in changes.changes
        if one.kind == "briefings" and one.way != "changed"
    }
    for kind in KINDS:
        for way in WAYS:
            some = [one for one in changes.changes if (one.kind, one.way) == (kind.name, way)]
            if some:
                yield from _section(kind, way, some, whole, address)


def _section(
    kind: Kind, way: Way, some: Sequence[Change], whole: Mapping[str | None, Way], address: str
) -> Iterator[str]:
    """The lines of a section; records of a briefing that is new or gone as a whole are only
    counted.
    """
    yield ""
    yield f"## {kind.many.capitalize()} {way}"
    yield ""
    told = some
    if kind.name not in ("briefings", "texts"):
        told = [one for one in some if whole.get(one.record.briefing) != way]
    if rest := len(some) - len(told):
        name = "new" if way == "added" else "gone"
        yield f"* {rest:,} in briefings that are {name}"
    for one in told[:_LISTED]:
        yield f"* {_named(one, address)}"
        for field, (old, new) in one.fields.items():
            before, after = around(_worded(old), _worded(new))
            yield f"    * {plain(field)}: “{plain(before)}” → “{plain(after)}”"
    if len(told) > _LISTED:
        yield f"* {len(told) - _LISTED:,} more, in changes.json"


def _named(one: Change, address: str) -> str:
    id_ = plain(one.record.id.rpartition("#")[2] or one.record.id)
    linked = f"[{id_}](<{address}{one.record.url}>)" if address else f"{id_} ({one.record.url})"
    return f"{linked}: {plain(one.record.label)}"


def _worded(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_worded, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {_worded(one)}" for key, one in value.items() if one is not None)
    return "none" if value is None else str(value)


def around(old: str, new: str) -> tuple[str, str]:
    """Both texts from shortly before they differ, shortened if they are long.

    >>> around("we mended 1,200 nets", "we mended 1,300 nets")
    ('we mended 1,200 nets', 'we mended 1,300 nets')
    """
    same = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
                min(len(old), len(new)))  # fmt: skip
    start = old.rfind(" ", 0, max(same - _BEFORE, 0)) + 1 if same > _BEFORE else 0

    def cut(text: str) -> str:
        head, tail = "… " if start else "", text[start:]
        return (
            f"{head}{tail[: _BEFORE + _AFTER]} …" if len(tail) > _BEFORE + _AFTER else head + tail
        )

    return cut(old), cut(new)
