"""Sources: each as received, line by line, with what became of every line."""

from __future__ import annotations

from collections import Counter
from urllib.parse import quote

from briefings import anchors, wording
from briefings.model import Line, Witness
from briefings.model.page import Page

from .lookup import Context, Lookup
from .texts import witness_facts


def source_pages(find: Lookup) -> list[Page]:
    return [
        _page(witness, slug, find)
        for slug, briefing in find.briefings.items()
        for witness in briefing.witnesses
    ]


def sources_page(find: Lookup) -> Page:
    rows = [
        {
            **witness_facts(witness, briefing),
            "briefing": find.briefing_link(slug),
            "lines": f"{len(witness.lines):,}",
            "removed": sum(one.role == "boilerplate" for one in witness.lines),
        }
        for slug, briefing in find.briefings.items()
        for witness in briefing.witnesses
    ]
    rows.sort(key=lambda row: row["id"])
    return find.page(
        "sources/",
        "sources.md.j2",
        "Sources",
        f"{wording.count(len(rows), 'document')} as received, with origin, quality and what "
        "became of every line.",
        "index",
        rows=rows,
    )


def _page(witness: Witness, slug: str, find: Lookup) -> Page:
    briefing = find.briefings[slug]
    source = witness.source
    roles = Counter(one.role for one in witness.lines)
    rules = Counter(rule for one in witness.lines for rule in _rules(one))
    title = f"Source {source.id}"
    facts = witness_facts(witness, briefing)
    of = f" of the briefing of {wording.date_words(briefing.date)}" if briefing.date else ""
    return find.page(
        anchors.source_url(source.id),
        "source.md.j2",
        title,
        f"{title} ({source.file}): {facts['kind']}{of}, as received, line by line.",
        "source",
        facts=facts,
        file=source.file,
        sha256=source.sha256,
        briefing=find.briefing_link(slug),
        date=wording.date_words(briefing.date),
        data_url=f"data/sources/{quote(source.id)}.json",
        roles=[(wording.ROLES[role], number) for role, number in roles.most_common()],
        rules=[(wording.rule(rule), number) for rule, number in rules.most_common()],
        lines=[_line(one, witness, slug) for one in witness.lines],
        report=find.report(title, anchors.source_url(source.id)),
    )


def _rules(line: Line) -> list[str]:
    """What was taken out of a line, or of its parts where it holds several things."""
    return [one.rule for one in line.parts or (line,) if one.rule]


def _line(line: Line, witness: Witness, slug: str) -> Context:
    text = witness.source.lines[line.n - 1]
    parts = [
        {
            "text": text[part.start : part.end],
            "before": text[before : part.start],
            "role": part.role,
            "badge": wording.ROLES[part.role],
            "rule": wording.rule(part.rule) if part.rule else None,
            "passage": part.passage,
            "url": _target(part.passage, slug),
        }
        for before, part in zip([0, *(one.end for one in line.parts)], line.parts, strict=False)
    ]
    return {
        "n": line.n,
        "text": text,
        "role": line.role,
        "badge": wording.ROLES[line.role],
        "rule": wording.rule(line.rule) if line.rule else None,
        "passage": line.passage,
        "url": _target(line.passage, slug),
        "repeats": line.repeats,
        "repeats_url": _target(line.repeats, slug),
        "parts": parts,
        "after": text[line.parts[-1].end :] if line.parts else "",
    }


def _target(passage: str | None, slug: str) -> str | None:
    return anchors.briefing_url(slug, passage) if passage else None
