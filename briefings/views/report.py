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
from .links import BriefingLink, Link
from .lookup import Lookup
from .paging import (
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
from .text_links import TextLink, text_link

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
class SourceRow:
    """A source with the shares of its lines; `anchor` leads to its doubts."""

    of: TextLink
    briefing: BriefingLink
    lines: str
    shares: list[str]
    doubts: int
    anchor: str | None
    settled: str
    checked: str


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A place in doubt; `settle` is the YAML that settles it, for the file `file`."""

    text: str
    words: str
    passage_url: str | None
    line: str | None
    line_url: str | None
    settle: str
    file: str


@dataclass(frozen=True, slots=True)
class DoubtedSource:
    """A source with its places in doubt."""

    of: TextLink
    anchor: str
    url: str
    briefing: BriefingLink
    doubts: list[DoubtRow]


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name that may mean the same."""

    name: str
    url: str
    turns: str
    reason: str


@dataclass(frozen=True, slots=True)
class NameCluster:
    """Names that may mean the same; `yaml` merges them, in the file `kind`."""

    kind: str
    name: str
    url: str
    turns: str
    others: list[OtherName]
    yaml: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The context of `report.md.j2`: a summary, names that may belong together, and the sources.

    `more_clusters` counts such names that are not listed. `accuracy` is the section on how often
    the program is right.
    """

    summary: str
    checked: str
    clusters: list[NameCluster]
    more_clusters: int
    shares: list[str]
    rows: list[SourceRow]
    doubted: list[DoubtedSource]
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
    sources_shown = newest(parts, most, _size) if parts else sources
    clusters = find.corpus.report.clusters
    return _index(
        sources_shown, clusters[:most] if parts else clusters, hub(parts, files_of(parts, find)),
        find, accuracy_part(measured.accuracy()),
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


def _size(source_report: SourceReport) -> int:
    return 1 + len(source_report.open)


def _parts(find: Lookup) -> tuple[Part[SourceReport], ...]:
    order = {slug: n for n, slug in enumerate(find.briefings)}
    sources = sorted(find.corpus.report.sources, key=lambda source: order[source.briefing])
    return by_year(
        sources, URL, lambda source: find.briefings[source.briefing].date,
        find.site.limits.doubts, find, _size, lambda _: 1,
    )  # fmt: skip


def _index(
    sources: Sequence[SourceReport],
    clusters: Sequence[Cluster],
    paging: Paging,
    find: Lookup,
    accuracy: AccuracyPart | None = None,
) -> Page:
    open_ = [source for source in sources if source.open]
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
                clusters=[_cluster(cluster) for cluster in clusters],
                more_clusters=len(find.corpus.report.clusters) - len(clusters) if clusters else 0,
                shares=_share_titles(),
                rows=[_row(source, find) for source in sources],
                doubted=[_doubted(doubt, find) for doubt in open_],
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
    askers = sum(source.askers for source in sources)
    speakers = sum(source.unnamed for source in sources) - askers
    undated = sum(wording.year(briefing.date) is None for briefing in corpus.briefings)
    witnesses = [witness for briefing in corpus.briefings for witness in briefing.witnesses]
    machine = sum(witness.settings.quality in BY_MACHINE for witness in witnesses)
    doubts = sum(len(source.open) for source in sources)
    words = say.report
    parts = (
        (askers, words.askers),
        (speakers, words.other_speakers if askers else words.speakers),
        (undated, words.undated),
        (machine, words.machine),
        (doubts, words.doubts),
    )
    phrases = [counted(count=number) for number, counted in parts if number]
    texts = interface.count(len(sources), "text")
    if not phrases:
        return words.nothing_uncertain(texts=texts)
    return words.uncertain(texts=texts, doubts=wording.listed(phrases))


def _checked_words(corpus: Corpus) -> str:
    checks = [source.check for source in corpus.report.sources if source.check is not None]
    changed = sum(check.state == "changed" for check in checks)
    if not checks:
        return say.report.none_checked
    texts = interface.count(len(corpus.report.sources), "text")
    if not changed:
        return say.report.held(number=len(checks), texts=texts)
    return say.report.held_changed(number=len(checks), texts=texts, count=changed)


def _row(source_report: SourceReport, find: Lookup) -> SourceRow:
    counts = dict(source_report.roles)
    return SourceRow(
        of=text_link(source_report.briefing, source_report.source, find),
        briefing=find.briefing_link(source_report.briefing),
        lines=f"{source_report.lines:,}",
        shares=[
            _share(sum(counts.get(r, 0) for r in roles), source_report.lines) for roles in _SHARES
        ],
        doubts=len(source_report.open),
        anchor=f"#{_anchor(source_report)}" if source_report.open else None,
        settled=wording.listed(list(source_report.settled))
        if source_report.settled
        else say.report.nothing_settled,
        checked=_checked_cell(source_report.check),
    )


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


def _anchor(source_report: SourceReport) -> str:
    return f"source-{ids.slug(source_report.source)}"


def _doubted(source_report: SourceReport, find: Lookup) -> DoubtedSource:
    return DoubtedSource(
        of=text_link(source_report.briefing, source_report.source, find),
        anchor=_anchor(source_report),
        url=urls.source_url(source_report.source),
        briefing=find.briefing_link(source_report.briefing),
        doubts=[_doubt(doubt, source_report) for doubt in source_report.open],
    )


def _doubt(doubt: Doubt, source_report: SourceReport) -> DoubtRow:
    passage = urls.briefing_url(source_report.briefing, doubt.passage) if doubt.passage else None
    return DoubtRow(
        text=doubt.text,
        words=wording.clip(doubt.words, 200),
        passage_url=passage,
        line=say.places.line(line=doubt.line) if doubt.line else None,
        line_url=urls.source_url(doubt.source, doubt.line) if doubt.line else None,
        settle=doubt.settle.rstrip("\n"),
        file=f"sources/{source_report.source}.yml",
    )


def _looked_at(sources: Iterable[SourceReport]) -> str | None:
    number = sum(len(source.doubts) - len(source.open) for source in sources)
    return say.report.left(count=number) if number else None


def _cluster(cluster: Cluster) -> NameCluster:
    page = urls.outlet_url if cluster.kind == "outlet" else urls.speaker_url
    return NameCluster(
        kind=_KINDS[cluster.kind],
        name=cluster.name,
        url=page(cluster.id),
        turns=interface.count(cluster.count, "turn"),
        others=[
            OtherName(
                name=other.name,
                url=page(other.id),
                turns=interface.count(other.count, "turn"),
                reason=other.reason,
            )
            for other in cluster.others
        ],
        yaml=cluster.yaml.rstrip("\n"),
    )


def _states(corpus: Corpus, sources: Sequence[SourceReport]) -> str:
    """Return the hashes that editors enter with a check, for sources without a current check."""
    report = corpus.report
    briefings = {source.briefing for source in sources}
    lines = [
        f"sources/{source.source}.yml: {source.hash}"
        for source in sources
        if source.check is None or source.check.state != "current"
    ]
    lines += [
        f"checked.yml, {briefing.briefing}: {briefing.hash}"
        for briefing in report.briefings
        if briefing.briefing in briefings
        and (briefing.check is None or briefing.check.state != "current")
    ]
    return "\n".join(lines)
