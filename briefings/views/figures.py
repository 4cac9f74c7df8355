"""All figures in one table: what each says, of what, when, who said so, where else."""

from __future__ import annotations

from collections import Counter

from briefings import amounts, anchors, wording
from briefings.model import Discrepancy, Figure
from briefings.model.page import Page

from .gone import former_addresses
from .lookup import Context, Lookup
from .terms import place_link


def figures_page(find: Lookup) -> Page:
    """The table, with what it can be narrowed by."""
    rows = [figure_row(one, find) for one in find.annotated.figures.values()]
    return find.page(
        "figures/",
        "figures.md.j2",
        "Figures",
        f"{wording.count(len(rows), 'figure')} stated at the briefings: each in its sentence, "
        "with value, unit, period, speaker and place.",
        "figures",
        rows=rows,
        count=wording.count(len(rows), "figure"),
        former=former_addresses("figures/", find),
        facets=_facets(rows, find),
        indicators=wording.count(len(find.annotated.indicators), "indicator")
        if find.annotated.indicators
        else None,
    )


def figure_row(figure: Figure, find: Lookup) -> Context:
    """A figure as a reader meets it outside its text; `keys` are what a table is narrowed by."""
    stated, place = figure.stated, figure.place
    passage = find.passage(place)
    before, quote, after = find.sentences.around(
        passage.text if passage else "", figure.sentence, place
    )
    topics = find.annotated.topics_of(place)
    measures = find.annotated.indicators_of(figure.id)
    who = find.who(figure.speaker, figure.speaker_name)
    return {
        "id": figure.id,
        "url": anchors.place_url(place),
        "before": before,
        "quote": quote or stated.quote,
        "after": after,
        "value": stated.value,
        "amount": amounts.amount(stated),
        "normalised": amounts.normalised(figure),
        "subject": stated.subject,
        "period": amounts.period(stated),
        "role": amounts.ROLES[stated.role] if stated.role != "level" else "",
        "direction": amounts.DIRECTIONS[stated.direction],
        "who": who,
        "reported": figure.reported == "reported",
        "briefing": find.briefing_link(place.briefing),
        "place": place_link(place, find)["place"],
        "also": [place_link(other, find) for other in figure.places[1:]],
        "indicators": [
            {"title": one.title, "url": anchors.indicator_url(one.id)} for one in measures
        ],
        "records": [record(one, find) for one in find.annotated.records_of(figure.id)],
        "sort": stated.period_end or stated.period_start or figure.date or "",
        "keys": {
            "briefing": place.briefing,
            "speaker": figure.speaker or (who["name"] if who else ""),
            "unit": stated.unit,
            "direction": stated.direction,
            "topic": " ".join(topics),
            "indicator": " ".join(one.id for one in measures),
        },
    }


def record(one: Discrepancy, find: Lookup) -> Context:
    """A cross-check in neutral words, with what it rests on and where its passages stand."""
    links = [place_link(place, find) for place in one.passages]
    return {
        "text": one.text,
        "url": anchors.discrepancy_url(one.id),
        "basis": one.basis,
        "by_editors": one.status == "added",
        "places": list({link["url"]: link for link in links}.values()),
    }


def _facets(rows: list[Context], find: Lookup) -> list[Context]:
    """What each column holds, most useful order first; a facet of one value narrows nothing."""
    told = {
        "briefing": {
            slug: f"{wording.date_words(one.date)}, {wording.clip(one.title, 50)}"
            for slug, one in find.briefings.items()
        },
        "speaker": {row["keys"]["speaker"]: row["who"]["name"] for row in rows if row["who"]},
        "topic": {id_: one.title for id_, one in find.topics.items()},
        "indicator": {id_: one.title for id_, one in find.annotated.indicators.items()},
        "unit": {"count": "count, without unit"},
        "direction": {},
    }
    facets = []
    for name, names in told.items():
        held = [row["keys"][name] for row in rows]
        several = name in ("topic", "indicator")
        counts = Counter(v for one in held for v in (one.split() if several else [one]) if v)
        options = [
            {"value": value, "title": names.get(value, value), "count": count}
            for value, count in counts.items()
        ]
        if name == "briefing":
            order = list(find.briefings)
            options.sort(key=lambda option: order.index(option["value"]))
        else:
            options.sort(key=lambda option: option["title"].casefold())
        if len(options) > 1 or (options and len(options) < len(set(held))):
            facets.append({"name": name, "title": name.capitalize(), "options": options})
    return facets
