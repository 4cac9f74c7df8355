"""The reading page of each briefing, and the index of them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from briefings import anchors, wording
from briefings.model import Briefing, Participant
from briefings.model.page import Page

from .citing import briefing_citations
from .gone import former_addresses
from .lookup import Context, Lookup
from .paging import Link, Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending
from .popovers import layers
from .report import check_words
from .texts import main_groups, other_texts, text_facts

TOPICS = 4


def briefing_pages(find: Lookup) -> list[Pending]:
    """One page a briefing, with its neighbours in time."""
    return [
        Pending(anchors.briefing_url(slug), one.title, partial(_page, slug, find))
        for slug, one in find.briefings.items()
    ]


@dataclass(frozen=True, slots=True)
class BriefingsIndex:
    """What `briefings.md.j2` shows: years with their briefings, newest first."""

    years: list[Context]
    count: str


def briefings_page(find: Lookup) -> Page:
    """All briefings, newest first, by year; of many the newest, and the way to each year."""
    parts = _parts(find)
    shown = newest(parts, find.site.limits.newest) if parts else list(find.briefings.values())
    return _index(shown, hub(parts), find)


def briefings_parts(find: Lookup) -> list[Pending]:
    """The briefings of each year, where all of them are too many for one page."""
    make = partial(_index, find=find)
    return part_pages(
        _parts(find), Link("Briefings", anchors.BRIEFINGS), make, "briefing", "briefings"
    )


def _parts(find: Lookup) -> tuple[Part[Briefing], ...]:
    briefings = list(find.briefings.values())
    return by_year(
        briefings, anchors.BRIEFINGS, lambda one: one.date, find.site.limits.briefings, find
    )


def _index(shown: Sequence[Briefing], paging: Paging, find: Lookup) -> Page:
    years = [
        {"title": year, "briefings": [entry(one, find) for one in group]}
        for year, group in groupby(shown, key=_year)
    ]
    return find.page(
        anchors.BRIEFINGS,
        "briefings.md.j2",
        "Briefings",
        f"{wording.count(len(find.briefings), 'press briefing')} by date, each with its texts, "
        "speakers and questions.",
        "index",
        **context_of(BriefingsIndex(years, wording.count(len(find.briefings), "briefing")), paging),
    )


def entry(briefing: Briefing, find: Lookup) -> Context:
    """A briefing in a list: when, what, how much."""
    speakers = {
        one.speaker.id
        for one in briefing.primary.turns
        if one.speaker.kind in ("chair", "official") and one.speaker.id
    }
    origin = find.origin(briefing.slug, briefing.primary.source.id)
    facts = [
        briefing.place,
        wording.count(len(briefing.exchanges), "question") if briefing.exchanges else None,
        wording.count(len(speakers), "speaker") if speakers else None,
        # Of a single text that warns of itself it is said whose it is.
        origin["name"]
        if origin["by_machine"] and len(briefing.witnesses) == 1
        else wording.count(len(briefing.witnesses), "text"),
        origin["warning"],
    ]
    topics = dict.fromkeys(one for exchange in briefing.exchanges for one in exchange.topics)
    topics |= dict.fromkeys(one for _, ids in briefing.section_topics for one in ids)
    return {
        **find.briefing_link(briefing.slug),
        "facts": [one for one in facts if one],
        "topics": find.topic_links(tuple(topics))[:TOPICS],
    }


def _year(briefing: Briefing) -> str:
    return wording.year(briefing.date) or "Year not given"


def _page(slug: str, find: Lookup) -> Page:
    briefing = find.briefings[slug]
    older, newer = find.neighbours(slug)
    url = anchors.briefing_url(briefing.slug)
    groups = main_groups(briefing, find)
    others = other_texts(briefing, find)
    chairs, speakers = _participants(briefing, find)
    return find.page(
        url,
        "briefing.md.j2",
        briefing.title,
        _description(briefing, speakers),
        "briefing",
        linked_data=_linked_data(briefing, url, find),
        when=_when(briefing),
        series=_series(briefing),
        host=briefing.host,
        time=briefing.time,
        place=briefing.place,
        date=wording.date_words(briefing.date),
        date_basis=briefing.primary.settings.date_basis,
        title_basis=_title_basis(briefing),
        checked=check_words(find.briefing_checks.get(briefing.slug)),
        chairs=chairs,
        speakers=speakers,
        wordings=_wordings(briefing, find),
        texts=[text_facts(one, briefing, find) for one in briefing.witnesses],
        groups=groups,
        others=others,
        contents=_contents(groups, others),
        layers=layers(briefing, find),
        marks=anchors.popovers_path(url),
        older=_neighbour(older, briefing, "Earlier briefing", "Next in the list", find),
        newer=_neighbour(newer, briefing, "Later briefing", "Previous in the list", find),
        citations=briefing_citations(briefing, url, find),
        downloads=[
            {"title": "Text", "url": anchors.data_url(f"{anchors.BRIEFINGS}{briefing.slug}.txt")},
            {"title": "JSON", "url": anchors.data_url(f"{anchors.BRIEFINGS}{briefing.slug}.json")},
        ],
        report=find.report(briefing.slug, url),
        suggest=find.suggest(briefing.slug, url),
        former=former_addresses(url, find, briefing.ids),
    )


def _title_basis(briefing: Briefing) -> str | None:
    """Where the title comes from, if it is not the source's."""
    if briefing.title_by_editors:
        return "The title is worded by the editors."
    if not any(one.title for one in briefing.witnesses):
        return "No source gives a title: the first words stand here."
    return None


def _neighbour(
    slug: str | None, here: Briefing, in_time: str, in_list: str, find: Lookup
) -> Context | None:
    """The next briefing in time; where a year is not known, or the day is the same, in the list."""
    if slug is None:
        return None
    link = find.briefing_link(slug)
    ordered = wording.year(link["day"]) and wording.year(here.date) and link["day"] != here.date
    return {**link, "way": in_time if ordered else in_list}


def _when(briefing: Briefing) -> str:
    parts = [wording.date_words(briefing.date), briefing.time, briefing.place]
    return " · ".join(part for part in parts if part)


def _series(briefing: Briefing) -> str | None:
    if briefing.series and briefing.number:
        return f"{wording.ordinal(briefing.number)} in the series “{briefing.series}”"
    return f"In the series “{briefing.series}”" if briefing.series else None


def _participants(briefing: Briefing, find: Lookup) -> tuple[list[Context], list[Context]]:
    """Who chaired and who spoke or is listed, each once, with the first wording of the role."""
    chairs: dict[str, Context] = {}
    speakers: dict[str, Context] = {}
    ordered = sorted(briefing.participants, key=lambda one: not one.listed)
    for one in ordered:
        into = chairs if one.chair else speakers
        known = into.setdefault(one.id, _participant(one, find))
        known["role"] = known["role"] or one.role
    for turn in briefing.primary.turns:
        who = turn.speaker
        if who.id and who.kind in ("chair", "official") and who.id not in chairs | speakers:
            into = chairs if who.kind == "chair" else speakers
            into[who.id] = {**find.speaker(who), "role": None}
    return list(chairs.values()), list(speakers.values())


def _participant(one: Participant, find: Lookup) -> Context:
    name = find.person_name(one.id)
    return {
        "name": name or one.name,
        "url": anchors.speaker_url(one.id) if name is not None else None,
        "role": one.role,
    }


def _wordings(briefing: Briefing, find: Lookup) -> list[Context]:
    """Each wording of each participant, as printed, with where."""
    return [
        {
            **_participant(one, find),
            "printed": one.name,
            "chair": one.chair,
            "text": find.origin(briefing.slug, one.source)["short"],
            "line": one.line,
            "source_url": anchors.source_url(one.source, one.line),
        }
        for one in briefing.participants
    ]


def _contents(groups: list[Context], others: list[Context]) -> list[Context]:
    made = []
    for group in groups:
        items: list[Context] = []
        for block in group["blocks"]:
            item = _contents_item(block)
            # Speakers who follow themselves stand in the contents once.
            if item and not (
                items and block["type"] == "turn" and items[-1]["text"] == item["text"]
            ):
                items.append(item)
        made.append({"title": group["title"], "url": f"#{group['id']}", "items": items})
    if others:
        items = [
            {
                "number": None,
                "text": one["name"],
                "detail": ", ".join(filter(None, (one["kind"], one["quality"]))),
                "url": f"#{one['anchor']}",
            }
            for one in others
        ]
        made.append({"title": "Other texts of this event", "url": "#other-texts", "items": items})
    return made


def _contents_item(block: Context) -> Context | None:
    url = f"#{block['id']}"
    if block["type"] == "exchange":
        topics = ", ".join(one["title"] for one in block["topics"][:2])
        return {
            "number": block["number"],
            "text": block["asker"]["name"],
            "detail": topics or block["words"],
            "url": url,
        }
    if block["type"] == "turn":
        return {"number": None, "text": block["speaker"]["name"], "detail": None, "url": url}
    if not block["heading"]:
        return None
    return {"number": None, "text": block["heading"], "detail": None, "url": url}


def _description(briefing: Briefing, speakers: list[Context]) -> str:
    when = ", ".join(p for p in (wording.date_words(briefing.date), briefing.place) if p)
    told = [f"Press briefing, {when}."]
    if speakers:
        told.append(f"Speakers: {', '.join(one['name'] for one in speakers)}.")
    if briefing.exchanges:
        told.append(f"{wording.count(len(briefing.exchanges), 'question')} with answers.")
    return wording.clip(" ".join(told), 300)


def _linked_data(briefing: Briefing, url: str, find: Lookup) -> Context:
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": briefing.title,
        "url": find.absolute(url),
    }
    if date := wording.full_date(briefing.date):
        data["startDate"] = date
    if briefing.place:
        data["location"] = {"@type": "Place", "name": briefing.place}
    if briefing.host:
        data["organizer"] = {"@type": "Organization", "name": briefing.host}
    names = dict.fromkeys(one.name for one in briefing.participants)
    if names:
        data["performer"] = [{"@type": "Person", "name": name} for name in names]
    return data
