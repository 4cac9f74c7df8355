"""What is known to be uncertain about the texts, for readers and editors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings import ids, interface, measured, urls, wording
from briefings.model import BY_MACHINE, Check, Cluster, Corpus, Doubt, Role, SourceReport
from briefings.model.page import Page, Piece
from briefings.model.report import NameKind

from .accuracy import AccuracyPart, accuracy_part
from .lookup import Context, Lookup
from .paging import (
    Link,
    Paging,
    Part,
    by_year,
    context_of,
    files_of,
    hub,
    newest,
    part_pages,
    places,
)  # fmt: skip
from .pending import Pending
from .text_links import text_link

URL = urls.REPORT
_KINDS: dict[NameKind, str] = {"outlet": "outlets", "person": "people"}
# What the lines are, gathered into what a reader can tell apart.
_SHARES: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("Text", ("passage",)),
    ("Names", ("label",)),
    ("Head and lists", ("title", "dateline", "participant", "heading")),
    ("Credits", ("credit", "notice")),
    ("Left out", ("boilerplate",)),
)


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What `report.md.j2` shows: how much is uncertain, names that may be one, then sources.

    `more_clusters` counts names that may be one and are not listed, `accuracy` says how often the
    program is right elsewhere.
    """

    summary: str
    checked: str
    clusters: list[Context]
    more_clusters: int
    shares: list[str]
    rows: list[Context]
    doubted: list[Context]
    looked_at: str | None
    states: str
    accuracy: AccuracyPart | None = None


def report_page(find: Lookup) -> Page:
    """One sentence on what is uncertain, then names, then source by source.

    Of many sources, those of the newest briefings, and the way to each year.
    """
    parts = _parts(find)
    sources = find.corpus.report.sources
    most = find.site.limits.newest
    shown = newest(parts, most, _size) if parts else sources
    clusters = find.corpus.report.clusters
    return _index(
        shown, clusters[:most] if parts else clusters, hub(parts, files_of(parts, find)), find,
        accuracy_part(measured.accuracy()),
    )  # fmt: skip


def report_parts(find: Lookup) -> list[Pending]:
    """The sources of each year, where all are too many for one page; names that may be one last."""

    def make(sources: tuple[SourceReport, ...], paging: Paging) -> Page:
        return _index(sources, (), paging, find)

    return part_pages(_parts(find), Link("Report", URL), make, "source", "sources")


def report_places(find: Lookup) -> list[Piece]:
    """Where the sources in doubt stand, for links to the report's first page."""
    return places(_parts(find), URL, _anchor, find)


def _size(one: SourceReport) -> int:
    return 1 + len(one.open)


def _parts(find: Lookup) -> tuple[Part[SourceReport], ...]:
    order = {slug: n for n, slug in enumerate(find.briefings)}
    sources = sorted(find.corpus.report.sources, key=lambda one: order[one.briefing])
    return by_year(
        sources, URL, lambda one: find.briefings[one.briefing].date,
        find.site.limits.doubts, find, _size, lambda _: 1,
    )  # fmt: skip


def _index(
    sources: Sequence[SourceReport],
    clusters: Sequence[Cluster],
    paging: Paging,
    find: Lookup,
    accuracy: AccuracyPart | None = None,
) -> Page:
    open_ = [one for one in sources if one.open]
    return find.page(
        URL,
        "report.md.j2",
        interface.section("report").title,
        "What is known to be uncertain about the texts of this site, source by source, and what "
        "editors have checked.",
        "report",
        **context_of(
            ReportPage(
                summary=_summary(find.corpus),
                checked=_checked_words(find.corpus),
                clusters=[_cluster(one) for one in clusters],
                more_clusters=len(find.corpus.report.clusters) - len(clusters) if clusters else 0,
                shares=[name for name, _ in _SHARES],
                rows=[_row(one, find) for one in sources],
                doubted=[_doubted(one, find) for one in open_],
                looked_at=_looked_at(sources),
                states=_states(find.corpus, sources),
                accuracy=accuracy,
            ),
            paging,
        ),
    )


def check_words(check: Check | None) -> str | None:
    """Who held a structure against its source and when, in a sentence; None where nobody did."""
    if check is None:
        return None
    told = f"Structure checked against the source by {check.name} on {wording.date_words(check.on)}"
    return f"{told}; it has changed since." if check.state == "changed" else f"{told}."


def _summary(corpus: Corpus) -> str:
    """The one sentence, each part only where there is something to tell."""
    sources = corpus.report.sources
    askers = sum(one.askers for one in sources)
    speakers = sum(one.unnamed for one in sources) - askers
    undated = sum(wording.year(one.date) is None for one in corpus.briefings)
    witnesses = [witness for briefing in corpus.briefings for witness in briefing.witnesses]
    machine = sum(one.settings.quality in BY_MACHINE for one in witnesses)
    doubts = sum(len(one.open) for one in sources)
    other = "other " if askers else ""
    parts = [
        (askers, "question does not say who asks", "questions do not say who asks"),
        (speakers, f"{other}turn does not say who speaks", f"{other}turns do not say who speaks"),
        (undated, "briefing has no date with a year", "briefings have no date with a year"),
        (machine, "text was translated or rewritten by machine",
         "texts were translated or rewritten by machine"),
        (doubts, "place may have been read wrongly", "places may have been read wrongly"),
    ]  # fmt: skip
    told = [wording.count(number, one, many) for number, one, many in parts if number]
    texts = interface.count(len(sources), "text")
    if not told:
        return f"Nothing about the {texts} is known to be uncertain."
    return f"In {texts}, {_and(told)}."


def _checked_words(corpus: Corpus) -> str:
    checks = [one.check for one in corpus.report.sources if one.check is not None]
    changed = sum(check.state == "changed" for check in checks)
    if not checks:
        return "No editor has yet noted that a text was held against its source line by line."
    texts = interface.count(len(corpus.report.sources), "text")
    told = f"Editors held {len(checks)} of {texts} against the source"
    have = "has" if changed == 1 else "have"
    return f"{told}; {changed} of these {have} changed since." if changed else f"{told}."


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _row(one: SourceReport, find: Lookup) -> Context:
    counts = dict(one.roles)
    return {
        "of": text_link(one.briefing, one.source, find),
        "briefing": find.briefing_link(one.briefing),
        "lines": f"{one.lines:,}",
        "shares": [_share(sum(counts.get(r, 0) for r in roles), one.lines) for _, roles in _SHARES],
        "doubts": len(one.open),
        "anchor": f"#{_anchor(one)}" if one.open else None,
        "settled": _and(list(one.settled)) if one.settled else "nothing",
        "checked": _checked_cell(one.check),
    }


def _share(number: int, lines: int) -> str:
    """In whole percent; what is there at all is never shown as nothing."""
    if not number:
        return "–"
    return f"{max(1, round(100 * number / lines))}%"


def _checked_cell(check: Check | None) -> str:
    if check is None:
        return "not yet"
    told = f"{check.name}, {wording.date_words(check.on)}"
    return f"{told}; changed since" if check.state == "changed" else told


def _anchor(one: SourceReport) -> str:
    return f"source-{ids.slug(one.source)}"


def _doubted(one: SourceReport, find: Lookup) -> Context:
    return {
        "of": text_link(one.briefing, one.source, find),
        "anchor": _anchor(one),
        "url": urls.source_url(one.source),
        "briefing": find.briefing_link(one.briefing),
        "doubts": [_doubt(doubt, one) for doubt in one.open],
    }


def _doubt(doubt: Doubt, one: SourceReport) -> Context:
    passage = urls.briefing_url(one.briefing, doubt.passage) if doubt.passage else None
    return {
        "text": doubt.text,
        "words": wording.clip(doubt.words, 200),
        "passage_url": passage,
        "line": f"line {doubt.line}" if doubt.line else None,
        "line_url": urls.source_url(doubt.source, doubt.line) if doubt.line else None,
        "settle": doubt.settle.rstrip("\n"),
        "file": f"sources/{one.source}.yml",
    }


def _looked_at(sources: Iterable[SourceReport]) -> str | None:
    number = sum(len(one.doubts) - len(one.open) for one in sources)
    if not number:
        return None
    was = "was" if number == 1 else "were"
    return f"{wording.count(number, 'more place')} {was} looked at by editors and left as read."


def _cluster(one: Cluster) -> Context:
    page = urls.outlet_url if one.kind == "outlet" else urls.speaker_url
    return {
        "kind": _KINDS[one.kind],
        "name": one.name,
        "url": page(one.id),
        "turns": interface.count(one.count, "turn"),
        "others": [
            {
                "name": other.name,
                "url": page(other.id),
                "turns": interface.count(other.count, "turn"),
                "reason": other.reason,
            }
            for other in one.others
        ],
        "yaml": one.yaml.rstrip("\n"),
    }


def _states(corpus: Corpus, sources: Sequence[SourceReport]) -> str:
    """What editors write with a check of these sources, where none is noted or it has changed."""
    report = corpus.report
    briefings = {one.briefing for one in sources}
    lines = [
        f"sources/{one.source}.yml: {one.hash}"
        for one in sources
        if one.check is None or one.check.state != "current"
    ]
    lines += [
        f"checked.yml, {one.briefing}: {one.hash}"
        for one in report.briefings
        if one.briefing in briefings and (one.check is None or one.check.state != "current")
    ]
    return "\n".join(lines)
