"""The report of doubts: what is uncertain about the texts, for readers and editors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings import ids, interface, measured, urls, wording
from briefings.interface import counting, say
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
# The roles of lines, grouped into kinds that readers can distinguish.
_SHARES: tuple[tuple[Role, ...], ...] = (
    ("passage",),
    ("label",),
    ("title", "dateline", "participant", "heading"),
    ("credit", "notice"),
    ("boilerplate",),
)


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The context of `report.md.j2`: a summary, names that may belong together, and the sources.

    `more_clusters` counts such names that are not listed. `accuracy` is the section on how often
    the program is right.
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
    """Return the report: a summary sentence, names that may belong together, then the sources.

    If there are many sources, it shows those of the newest briefings, with links by year.
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
    """Return a page of sources for each year if one page cannot list them all."""

    def make(sources: tuple[SourceReport, ...], paging: Paging) -> Page:
        return _index(sources, (), paging, find)

    return part_pages(_parts(find), Link(say.report.title, URL), make, counting("source"))


def report_places(find: Lookup) -> list[Piece]:
    """Return files that give the page of each doubtful source, to resolve links to the first
    page."""
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
        say.report.description,
        "report",
        **context_of(
            ReportPage(
                summary=_summary(find.corpus),
                checked=_checked_words(find.corpus),
                clusters=[_cluster(one) for one in clusters],
                more_clusters=len(find.corpus.report.clusters) - len(clusters) if clusters else 0,
                shares=_share_titles(),
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
    """Say who checked a text against its source and when; return None if nobody has."""
    if check is None:
        return None
    words = say.report.checked_changed if check.state == "changed" else say.report.checked
    return words(editor=check.name, day=wording.date_words(check.on))


def _share_titles() -> list[str]:
    """Return the column titles for `_SHARES`."""
    words = say.report
    return [words.text, words.names, words.head, words.credits, words.left_out]


def _summary(corpus: Corpus) -> str:
    """Return the summary sentence; counts of zero are left out."""
    sources = corpus.report.sources
    askers = sum(one.askers for one in sources)
    speakers = sum(one.unnamed for one in sources) - askers
    undated = sum(wording.year(one.date) is None for one in corpus.briefings)
    witnesses = [witness for briefing in corpus.briefings for witness in briefing.witnesses]
    machine = sum(one.settings.quality in BY_MACHINE for one in witnesses)
    doubts = sum(len(one.open) for one in sources)
    words = say.report
    parts = (
        (askers, words.askers),
        (speakers, words.other_speakers if askers else words.speakers),
        (undated, words.undated),
        (machine, words.machine),
        (doubts, words.doubts),
    )
    told = [counted(count=number) for number, counted in parts if number]
    texts = interface.count(len(sources), "text")
    if not told:
        return words.nothing_uncertain(texts=texts)
    return words.uncertain(texts=texts, doubts=wording.listed(told))


def _checked_words(corpus: Corpus) -> str:
    checks = [one.check for one in corpus.report.sources if one.check is not None]
    changed = sum(check.state == "changed" for check in checks)
    if not checks:
        return say.report.none_checked
    texts = interface.count(len(corpus.report.sources), "text")
    if not changed:
        return say.report.held(number=len(checks), texts=texts)
    return say.report.held_changed(number=len(checks), texts=texts, count=changed)


def _row(one: SourceReport, find: Lookup) -> Context:
    counts = dict(one.roles)
    return {
        "of": text_link(one.briefing, one.source, find),
        "briefing": find.briefing_link(one.briefing),
        "lines": f"{one.lines:,}",
        "shares": [_share(sum(counts.get(r, 0) for r in roles), one.lines) for roles in _SHARES],
        "doubts": len(one.open),
        "anchor": f"#{_anchor(one)}" if one.open else None,
        "settled": wording.listed(list(one.settled)) if one.settled else say.report.nothing_settled,
        "checked": _checked_cell(one.check),
    }


def _share(number: int, lines: int) -> str:
    """Return a share in whole percent; anything above zero is at least 1%."""
    if not number:
        return "–"
    return f"{max(1, round(100 * number / lines))}%"


def _checked_cell(check: Check | None) -> str:
    if check is None:
        return say.report.not_yet
    words = say.report.checked_by_changed if check.state == "changed" else say.report.checked_by
    return words(editor=check.name, day=wording.date_words(check.on))


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
        "line": say.places.line(line=doubt.line) if doubt.line else None,
        "line_url": urls.source_url(doubt.source, doubt.line) if doubt.line else None,
        "settle": doubt.settle.rstrip("\n"),
        "file": f"sources/{one.source}.yml",
    }


def _looked_at(sources: Iterable[SourceReport]) -> str | None:
    number = sum(len(one.doubts) - len(one.open) for one in sources)
    return say.report.left(count=number) if number else None


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
    """Return the hashes that editors enter with a check, for sources without a current check."""
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
