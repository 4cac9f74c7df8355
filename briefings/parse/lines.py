"""Account for every line of a source: one role each, and the parts of lines with several."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Cleaned, Line, LinePart, Role, Source, Span

# Maps a block number to the offset in its text at which a notice follows a credit.
Split = Mapping[int, int]

_WEIGHT: dict[Role, int] = {
    "passage": 0, "credit": 1, "notice": 2, "title": 3, "participant": 4, "dateline": 5,
    "heading": 6, "label": 7, "boilerplate": 8,
}  # fmt: skip


def account(
    cleaned: Cleaned,
    roles: Mapping[int, Role],
    rules: Mapping[int, str],
    passages: Mapping[int, str],
    repeats: Mapping[str, str],
    split: Split,
) -> tuple[Line, ...]:
    """Return the non-blank lines of a source, each with its role.

    `roles` and `rules` are keyed by block number. `passages` maps blocks to passage ids, and
    `repeats` maps passage ids to the earlier passages that they repeat.
    """
    source = cleaned.source
    parts: dict[int, list[LinePart]] = {}

    def put(span: Span, role: Role, passage: str | None, rule: str | None) -> None:
        part = LinePart(role, span.start, span.end, passage, rule)
        parts.setdefault(span.line, []).append(part)

    for n, block in enumerate(cleaned.blocks):
        for span in block.spans:
            cut = _cut(source, span, block.text, split.get(n))
            if cut:
                put(Span(span.line, span.start, cut), "credit", None, None)
                put(Span(span.line, cut, span.end), "notice", None, None)
            else:
                put(span, roles[n], passages.get(n), rules.get(n))
    for removal in cleaned.removals:
        for span in removal.spans:
            put(span, "boilerplate", None, removal.rule)
    for key, _, span in cleaned.front_matter:
        role: Role = {"title": "title", "date": "dateline"}.get(key, "boilerplate")  # type: ignore[assignment]
        put(span, role, None, "front-matter" if role == "boilerplate" else None)
    return tuple(
        _line(n, text, sorted(parts.get(n, []), key=lambda part: (part.start, part.end)), repeats)
        for n, text in enumerate(source.lines, 1)
        if text.strip() or n in parts
    )


def _line(n: int, text: str, parts: list[LinePart], repeats: Mapping[str, str]) -> Line:
    if not parts:
        visible = "".join(c for c in text if c.isprintable()).strip()
        return Line(n, "boilerplate", rule="markup" if visible else "unprintable")
    main = min(parts, key=lambda part: _WEIGHT[part.role])
    kinds = {(part.role, part.passage, part.rule) for part in parts}
    return Line(
        n,
        main.role,
        main.passage,
        main.rule,
        repeats.get(main.passage or ""),
        tuple(parts) if len(kinds) > 1 else (),
    )


def _cut(source: Source, span: Span, text: str, at: int | None) -> int | None:
    """Return the offset on the line as received that corresponds to `at` in the folded text, or
    None."""
    if at is None:
        return None
    raw = source.lines[span.line - 1]
    offset = raw.find(text[at : at + 30], span.start, span.end)
    return offset if offset > span.start else None
