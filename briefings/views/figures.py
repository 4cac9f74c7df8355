"""The table of all figures: value, subject, period, speaker, and other places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings import amounts, interface, urls
from briefings.interface import counting, say
from briefings.model import Discrepancy, Figure
from briefings.model.page import Page

from .annotated import Run
from .gone import FormerAddress, former_addresses
from .links import BriefingLink, Link, Name
from .lookup import Lookup
from .paging import Paging, context_of, count_of
from .pending import Pending
from .plain_records import in_plain_words, text_names
from .relations import Facet, Option
from .tables import Table, briefing_titles
from .text_links import PlaceLink, TextLink, place_link, primary_first, text_of

URL = urls.FIGURES


@dataclass(frozen=True, slots=True)
class DiscrepancyNote:
    """A discrepancy in neutral words, with its basis; `places` are passages not named there."""

    text: str
    url: str
    basis: list[Run]
    by_editors: bool
    places: list[PlaceLink]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in its sentence.

    `also` are other places that state it, and `sort` is the time by which the table is sorted;
    `keys` are the values by which it is filtered.
    """

    id: str
    url: str
    before: str
    quote: str
    after: str
    value: float
    amount: str
    comparator: str
    beside: str | None
    subject: str
    period: str
    role: str
    direction: str
    doubts: str
    who: Name | None
    reported: bool
    briefing: BriefingLink
    of: TextLink
    also: list[PlaceLink]
    indicators: list[Link]
    records: list[DiscrepancyNote]
    sort: str
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The context of `figures.md.j2`: rows of figures, and facets to filter them.

    `count` states the total, and `indicators` the number of indicators. `former` are addresses of
    figures that no longer exist.
    """

    rows: list[FigureRow]
    count: str
    former: list[FormerAddress]
    facets: list[Facet]
    indicators: str | None


def figures_table(find: Lookup) -> Table[Figure]:
    """Return the table of all figures, the newest briefing first, each in the order of its text."""
    by_briefing: dict[str, list[Figure]] = defaultdict(list)
    for figure in find.annotated.figures.values():
        by_briefing[figure.place.briefing].append(figure)
    return Table(
        page=URL,
        title=interface.section("figures").title,
        one=interface.thing("figure").one,
        many=interface.thing("figure").many,
        items=[figure for slug in find.in_order(by_briefing) for figure in by_briefing[slug]],
        id_of=lambda figure: figure.id,
        date=lambda figure: find.briefings[figure.place.briefing].date,
        row=partial(figure_row, find=find),
        facets=_titles(find),
        most=find.site.limits.figures,
        find=find,
        slack=False,  # rows are 1 KB each: a page of 241 was twice as large as any other
    )


def figures_page(find: Lookup) -> Page:
    """Return the table with its facets; a long table is split by year."""
    table = figures_table(find)
    if not table.parts:
        return _page(tuple(find.annotated.figures.values()), Paging(), find)
    return table.first_page(lambda figures, paging: _page(figures, paging, find))


def figures_parts(find: Lookup) -> list[Pending]:
    """Return a page of figures for each year if one page cannot list them all."""
    return figures_table(find).pages(lambda figures, paging: _page(figures, paging, find))


def _page(figures: Sequence[Figure], paging: Paging, find: Lookup) -> Page:
    rows = [figure_row(figure, find) for figure in figures]
    count = count_of(paging, lambda: len(find.annotated.figures), counting("figure"))
    return find.page(
        URL,
        "figures.md.j2",
        interface.section("figures").title,
        say.figures.description(figures=count),
        "figures",
        **context_of(
            FiguresPage(
                rows=rows,
                count=count,
                former=former_addresses(URL, find) if paging.steps is None else [],
                facets=_narrowed_by(rows, paging, find),
                indicators=interface.count(len(find.annotated.indicators), "indicator")
                if paging.steps is None and find.annotated.indicators
                else None,
            ),
            paging,
        ),
    )


def _narrowed_by(rows: list[FigureRow], paging: Paging, find: Lookup) -> list[Facet]:
    if paging.steps:
        return []
    return figures_table(find).narrowed_by() if paging.paged else _facets(rows, find)


def figure_row(figure: Figure, find: Lookup) -> FigureRow:
    """Return the row of a figure; `keys` are the values by which a table is filtered."""
    stated, place = figure.stated, figure.place
    passage = find.passage(place)
    before, quote, after = find.sentences.around(
        passage.text if passage else "", figure.sentence, place
    )
    topics = find.annotated.topics_of(place)
    measures = find.annotated.indicators_of(figure.id)
    who = find.who(figure.speaker, figure.speaker_name)
    return FigureRow(
        id=figure.id,
        url=urls.place_url(place),
        before=before,
        quote=quote or stated.quote,
        after=after,
        value=stated.value,
        amount=amounts.amount(stated),
        comparator=amounts.compared(stated.comparator),
        beside=amounts.beside(stated),
        subject=stated.subject,
        period=amounts.period(stated),
        role=amounts.ROLES[stated.role] if stated.role != "level" else "",
        direction=amounts.moved(stated.direction),
        doubts=amounts.doubts(figure, of_text=False),
        who=who,
        reported=figure.reported == "reported",
        briefing=find.briefing_link(place.briefing),
        of=text_of(place, find),
        also=[place_link(other, find) for other in primary_first(figure.places[1:], find)],
        indicators=[
            Link(title=measure.title, url=urls.indicator_url(measure.id)) for measure in measures
        ],
        records=[record(discrepancy, find) for discrepancy in find.annotated.records_of(figure.id)],
        sort=stated.period_end or stated.period_start or figure.date or "",
        keys={
            "briefing": place.briefing,
            "speaker": figure.speaker or (who.name if who else ""),
            "unit": stated.unit,
            "direction": stated.direction,
            "topic": " ".join(topics),
            "indicator": " ".join(measure.id for measure in measures),
        },
    )


def record(discrepancy: Discrepancy, find: Lookup) -> DiscrepancyNote:
    """Return a discrepancy in neutral words, with its basis; `places` are passages not named
    there."""
    basis = find.annotated.ground(discrepancy.basis) or []
    links = [place_link(place, find) for place in primary_first(discrepancy.passages, find)]
    named = {run.url for run in basis}
    return DiscrepancyNote(
        text=in_plain_words(discrepancy, text_names(discrepancy, find)),
        url=urls.discrepancy_url(discrepancy.id),
        basis=basis,
        by_editors=discrepancy.status == "added",
        places=list({link.url: link for link in links if link.url not in named}.values()),
    )


def _titles(find: Lookup) -> dict[str, dict[str, str]]:
    """Return the facets of the table, most useful first: for each name, the titles of its
    values."""
    return {
        "briefing": briefing_titles(find),
        "speaker": {
            **{id_: outlet.name for id_, outlet in find.outlets.items()},
            **{id_: person.name for id_, person in find.people.items()},
        },
        "topic": {id_: topic.title for id_, topic in find.topics.items()},
        "indicator": {id_: indicator.title for id_, indicator in find.annotated.indicators.items()},
        "unit": {"count": say.figures.without_unit},
        "direction": {},
    }


def _facets(rows: list[FigureRow], find: Lookup) -> list[Facet]:
    """Return the facets of the rows shown; a facet that cannot narrow the list is left out."""
    titles = _titles(find)
    facets = []
    for name, names in titles.items():
        values = [row.keys[name] for row in rows]
        may_be_several = name in ("topic", "indicator")
        counts = Counter(
            v for value in values for v in (value.split() if may_be_several else [value]) if v
        )
        options = [
            Option(value=value, title=names.get(value, value), count=count)
            for value, count in counts.items()
        ]
        if name == "briefing":
            order = list(find.briefings)
            options.sort(key=lambda option: order.index(option.value))
        else:
            options.sort(key=lambda option: option.title.casefold())
        if len(options) > 1 or (options and len(options) < len(set(values))):
            facets.append(Facet(name=name, title=name.capitalize(), options=options))
    return facets
