"""The page of an indicator: its newest value, charts of comparable series, and all statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from textwrap import wrap

from briefings import interface, urls, wording
from briefings.interface import capital, say
from briefings.model import Figure, Indicator, Observation
from briefings.model.page import Page, Piece

from .cited import Citation, page_citation
from .citing import figure_citation
from .drawn import DrawnChart, Seen, charts_of, seen_of, time_of
from .figures import DiscrepancyNote, FigureRow, figure_row, record
from .headlines import headline, newest
from .indicator_index import topic_links
from .links import Link
from .lookup import Lookup
from .numbers import Number, observed_number
from .paging import (
    WHOLE,
    Paging,
    Part,
    by_year,
    context_of,
    hub,
    part_pages,
)
from .paging import newest as newest_items
from .pending import Pending
from .text_links import PlaceLink, text_words

# How many of the newest values are shown as cards if there is no chart.
CARDS = 12
# How many discrepancies a page shows; the index of discrepancies has all of them.
RECORDS = 12
# Characters in a line below a chart that is saved as a separate file.
_LINE = 92
CSV, SVG, EMBED = "numbers.csv", "chart.svg", "embed.html"


def indicator_pages(find: Lookup) -> list[Pending]:
    """Return a page for each indicator, and pages by year for those with many observations."""
    pages = []
    for indicator in find.annotated.indicators.values():
        up = Link(indicator.title, urls.indicator_url(indicator.id))
        parts = _years(indicator, find)
        pages.append(Pending(up.url, up.title, partial(_first, indicator.id, find)))
        make = partial(_part, indicator.id, find)
        pages += part_pages(parts, up, make, say.counts.statements)
    return pages


def indicator_files(find: Lookup) -> Iterator[Piece]:
    """Yield the files beside each indicator's page: its charts as SVG, and a page for embedding."""
    for indicator in find.annotated.indicators.values():
        url = urls.indicator_url(indicator.id)
        observed = seen_of(indicator, find)
        charts = charts_of(indicator, observed, find)
        for n, chart in enumerate(charts):
            name = SVG if n == 0 else f"chart-{n + 1}.svg"
            drawn = {"chart": chart, "foot": _foot(chart, url, find)}
            yield Piece(f"{url}{name}", drawn, template="chart.svg.j2")
        content = {
            "name": indicator.title,
            "title": capital(headline(indicator, observed, find)),
            "url": find.absolute(f"{url}{EMBED}"),
            "charts": charts,
            "cards": [] if charts else _cards(indicator, observed, find),
            "why": indicator.why,
            "page": url,
            "site": find.site.name,
            "texts": _texts(observed, find),
        }
        yield Piece(f"{url}{EMBED}", content, template="embed.html.j2")


def _years(indicator: Indicator, find: Lookup) -> tuple[Part[Seen], ...]:
    return by_year(
        seen_of(indicator, find)[::-1], urls.indicator_url(indicator.id),
        lambda pair: time_of(*pair), find.site.limits.observations, find,
    )  # fmt: skip


def _first(id_: str, find: Lookup) -> Page:
    """Return the indicator's main page: all observations, or the newest with links by year."""
    indicator = find.annotated.indicators[id_]
    parts = _years(indicator, find)
    if not parts:
        return _page(indicator, seen_of(indicator, find), WHOLE, find)
    return _page(indicator, newest_items(parts, find.site.limits.newest)[::-1], hub(parts), find)


def _part(id_: str, find: Lookup, observed: tuple[Seen, ...], paging: Paging) -> Page:
    return _page(find.annotated.indicators[id_], observed[::-1], paging, find)


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence around the words that state a figure."""

    before: str
    quote: str
    after: str
    url: str


@dataclass(frozen=True, slots=True)
class StatedVariant:
    """What another place gives instead, and in what it differs."""

    number: Number
    sentence: SentenceRow
    agrees: bool
    differs: list[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the indicator with its variants."""

    number: Number
    sentence: SentenceRow
    figure_url: str
    also: list[PlaceLink]
    by_editors: bool
    variants: list[StatedVariant]


@dataclass(frozen=True, slots=True)
class Dispute:
    """The value or the period that another text gives."""

    number: Number
    what: str


@dataclass(frozen=True, slots=True)
class IndicatorFiles:
    """The files beside the page; `frame` is the HTML that embeds the numbers."""

    csv: str
    svg: str | None
    embed: str
    frame: str


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """The context of `indicator.md.j2`: the value, charts or cards, statements, and what is
    counted.

    `known` is the newest value. `charts` show comparable series; without any, `cards` show the
    newest values, and `why` explains what makes them incomparable. `statements` are those of one
    part of the list, or all.
    """

    name: str
    known: Number | None
    disputes: list[Dispute]
    why: str
    charts: list[DrawnChart]
    cards: list[Number]
    statements: list[Statement]
    note: str
    wordings: list[str]
    confusions: list[str]
    records: list[DiscrepancyNote]
    more_records: int
    related: list[Link]
    terms: list[Link]
    topics: list[Link]
    files: IndicatorFiles | None
    cited: list[Citation]


def _page(indicator: Indicator, on_page: Sequence[Seen], paging: Paging, find: Lookup) -> Page:
    """Return one page of an indicator; `on_page` are the observations that it lists, oldest
    first."""
    observed = seen_of(indicator, find)
    is_first = paging.paged != "part"
    charts = charts_of(indicator, observed, find) if is_first else []
    records = {
        record.id: record
        for observation, _ in on_page
        for id_ in (observation.figure, *(variant.figure for variant in observation.variants))
        for record in find.annotated.records_of(id_)
    }
    title = capital(headline(indicator, observed, find))
    url = urls.indicator_url(indicator.id)
    latest = newest(observed) if observed else None
    briefings = {figure.place.briefing for _, figure in observed}
    return find.page(
        url,
        "indicator.md.j2",
        title,
        wording.clip(
            say.indicator.description(
                headline=title,
                title=indicator.title,
                times=say.counts.times(count=len(observed)),
                briefings=interface.count(len(briefings), "briefing"),
                note=indicator.note,
            ),
            300,
        ),
        "indicator",
        **context_of(
            IndicatorPage(
                name=indicator.title,
                known=observed_number(*latest, find) if latest and is_first else None,
                disputes=list(_disputes(*latest, find)) if latest and is_first else [],
                why=indicator.why,
                charts=charts,
                cards=[] if charts or not is_first else _cards(indicator, observed, find),
                statements=[_statement(*pair, find) for pair in on_page],
                note=indicator.note,
                wordings=list(indicator.wordings),
                confusions=list(indicator.confusions),
                records=[
                    record(discrepancy, find) for discrepancy in list(records.values())[:RECORDS]
                ],
                more_records=max(0, len(records) - RECORDS),
                related=[
                    Link(title=other, url=urls.indicator_url(id_))
                    for id_, other in find.indicator_links.related(indicator.id)
                ],
                terms=[
                    Link(title=term, url=urls.term_url(id_))
                    for id_, term in find.indicator_links.terms(indicator.id)
                ],
                topics=topic_links(indicator, find),
                files=_files(indicator, url, bool(charts), find) if is_first else None,
                cited=_cited(latest[1], title, url, find) if latest else [],
            ),
            paging,
        ),
    )


def _disputes(observation: Observation, figure: Figure, find: Lookup) -> Iterator[Dispute]:
    """Yield values or periods that other texts of the briefing give instead."""
    for variant in observation.variants:
        other = find.annotated.figures[variant.figure]
        if "value" in variant.differs:
            yield Dispute(observed_number(observation, other, find), "value")
        elif "period" in variant.differs:
            yield Dispute(observed_number(observation, other, find), "period")


def _cards(indicator: Indicator, observed: Sequence[Seen], find: Lookup) -> list[Number]:
    """Return the newest values as cards, or an empty list if there is only one."""
    return [observed_number(*pair, find) for pair in observed[-CARDS:]] if len(observed) > 1 else []


def _statement(observation: Observation, figure: Figure, find: Lookup) -> Statement:
    row = figure_row(figure, find)
    return Statement(
        number=observed_number(observation, figure, find),
        sentence=_sentence(row),
        figure_url=urls.figure_url(figure.id),
        also=row.also,
        by_editors=observation.by == "editor",
        variants=[
            _variant(observation, variant.figure, variant.differs, find)
            for variant in observation.variants
        ],
    )


def _variant(
    observation: Observation, id_: str, differs: Sequence[str], find: Lookup
) -> StatedVariant:
    figure = find.annotated.figures[id_]
    return StatedVariant(
        number=observed_number(observation, figure, find),
        sentence=_sentence(figure_row(figure, find)),
        agrees=not differs,
        differs=list(differs),
    )


def _sentence(row: FigureRow) -> SentenceRow:
    return SentenceRow(row.before, row.quote, row.after, row.url)


def _files(indicator: Indicator, url: str, drawn: bool, find: Lookup) -> IndicatorFiles:
    embed = find.absolute(f"{url}{EMBED}")
    title = escape(indicator.title)
    frame = f'<iframe src="{embed}" title="{title}" width="640" height="480"></iframe>'
    return IndicatorFiles(
        csv=f"{url}{CSV}", svg=f"{url}{SVG}" if drawn else None, embed=f"{url}{EMBED}", frame=frame
    )


def _cited(figure: Figure, title: str, url: str, find: Lookup) -> list[Citation]:
    """Return citations of the figure in its text and of this page."""
    return [figure_citation(figure, find), page_citation(title, url, find.site)]


def _foot(chart: DrawnChart, url: str, find: Lookup) -> list[str]:
    """Return the lines below a chart in a separate file: title, texts and URL."""
    texts = dict.fromkeys(row.words for row in chart.numbers)
    site = f"{find.site.name}, {find.absolute(url)}" if find.site.url else find.site.name
    lines = (chart.drawing.title, say.charts.taken_from(texts="; ".join(texts)), site)
    return [line for part in lines for line in wrap(part, _LINE)]


def _texts(observed: Sequence[Seen], find: Lookup) -> list[str]:
    """Return the distinct texts from which the values are taken."""
    return list(dict.fromkeys(text_words(figure.place, find) for _, figure in observed))
