"""Linked data of pages, in the vocabulary of schema.org; kept small, since it is embedded in the
page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from briefings import urls, wording
from briefings.interface import say
from briefings.model import Briefing, Person, Term

from .lookup import Context, Lookup
from .numbers import Number

_CONTEXT = {"@context": "https://schema.org"}
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_QUOTED = 3
"""How many sentences of a briefing are given as quotations."""
_SENTENCE = 400
_DESCRIPTION = 300
_FORMATS = {
    "bib": "application/x-bibtex",
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ris": "application/x-research-info-systems",
}


def graph(
    subject: Context | None, way: Sequence[Mapping[str, Any]], meta: Mapping[str, Any], find: Lookup
) -> Context | None:
    """Return the linked data of a page: its subject and its breadcrumbs, or None if it has neither.

    `way` are the steps above the page, each with `title` and `url`; `meta` is its front matter.
    """
    parts = [
        *([subject] if subject else []),
        *([_breadcrumbs(way, meta["title"], find)] if way else []),
    ]
    if len(parts) < 2:
        return {**_CONTEXT, **parts[0]} if parts else None
    return {**_CONTEXT, "@graph": parts}


def _breadcrumbs(way: Sequence[Mapping[str, Any]], title: str, find: Lookup) -> Context:
    """Return the breadcrumbs; the page itself comes last, without a URL."""
    steps = [{"name": crumb["title"], "item": find.absolute(crumb["url"])} for crumb in way]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, **step}
            for n, step in enumerate([*steps, {"name": title}], 1)
        ],
    }


def website(find: Lookup) -> Context:
    """Return the site as a `WebSite` with its search action."""
    site = find.site
    return {
        "@type": "WebSite",
        "name": site.name,
        "description": site.description,
        "url": find.absolute(""),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{find.absolute(site.search)}?q={{words}}",
            },
            "query-input": "required name=words",
        },
    }


def event(briefing: Briefing, url: str, figures: Sequence[Number], find: Lookup) -> Context:
    """Return the briefing as an `Event`, with sentences that state its most important `figures`."""
    data: Context = {"@type": "Event", "name": briefing.title, "url": find.absolute(url)}
    if date := wording.full_date(briefing.date):
        data["startDate"] = date
    if briefing.place:
        data["location"] = {"@type": "Place", "name": briefing.place}
    if briefing.host:
        data["organizer"] = {"@type": "Organization", "name": briefing.host}
    if briefing.series:
        data["superEvent"] = {"@type": "EventSeries", "name": briefing.series}
    names = dict.fromkeys(participant.name for participant in briefing.participants)
    if names:
        data["performer"] = [{"@type": "Person", "name": name} for name in names]
    if quotations := _quotations(figures, find):
        data["subjectOf"] = quotations
    return data


def _quotations(figures: Sequence[Number], find: Lookup) -> list[Context]:
    """Return distinct sentences in a speaker's own words, complete, each with its URL."""
    quotations: dict[str, Context] = {}
    for shown in figures:
        figure = find.annotated.figures[shown.id]
        if shown.who and not shown.reported and len(figure.sentence) <= _SENTENCE:
            who = {"@type": "Person", "name": shown.who.name}
            quotations.setdefault(
                figure.sentence,
                {
                    "@type": "Quotation",
                    "text": figure.sentence,
                    "spokenByCharacter": who,
                    "url": find.absolute(shown.url),
                },
            )
    return list(quotations.values())[:_QUOTED]


def person(person: Person, role: str | None, url: str, find: Lookup) -> Context:
    """Return a speaker as a `Person`; `role` is the most recent wording of the office."""
    data: Context = {"@type": "Person", "name": person.name, "url": find.absolute(url)}
    names = [*person.other_names, *([person.chinese] if person.chinese else [])]
    if names:
        data["alternateName"] = names
    if role:
        data["jobTitle"] = role
    organizations = [worded.organization for worded in person.roles if worded.organization]
    if organizations:
        data["affiliation"] = {"@type": "Organization", "name": organizations[-1]}
    return data


def term_set(find: Lookup) -> Context:
    """Return the glossary as a `DefinedTermSet`."""
    return {
        "@type": "DefinedTermSet",
        "name": say.terms.set_name(site=find.site.name),
        "url": find.absolute(urls.TERMS),
    }


def term(explained: Term, names: Sequence[str], find: Lookup) -> Context:
    """Return a term as a `DefinedTerm`; `names` are its other wordings."""
    entry = explained.entry
    data: Context = {
        "@type": "DefinedTerm",
        "name": entry.term,
        "termCode": entry.id,
        "url": find.absolute(urls.term_url(entry.id)),
        "inDefinedTermSet": find.absolute(urls.TERMS),
    }
    others = [*names, *([entry.chinese] if entry.chinese else [])]
    if others:
        data["alternateName"] = others
    if explained.definition:
        data["description"] = wording.clip(explained.definition, _DESCRIPTION)
    if entry.exact_match:
        data["sameAs"] = list(entry.exact_match)
    return data


def dataset(description: str, days: Sequence[str | None], find: Lookup) -> Context:
    """Return the published data as a `Dataset` with its corpus-wide files.

    `days` are the dates of the briefings, as far as they are known.
    """
    site = find.site
    files = [table["path"] for table in site.tables if "<" not in table["path"]]
    data: Context = {
        "@type": "Dataset",
        "name": site.name,
        "description": f"{site.description} {description}".strip(),
        "url": find.absolute(urls.DATA),
        "license": _LICENCE,
        "usageInfo": find.absolute(f"{urls.ABOUT}#rights"),
        "creator": {"@type": "Organization", "name": site.name},
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": find.absolute(path),
                "encodingFormat": _FORMATS[path.rpartition(".")[2]],
            }
            for path in files
            if path.rpartition(".")[2] in _FORMATS
        ],
    }
    known = sorted(day for date in days if (day := wording.full_date(date)))
    if known:
        data["temporalCoverage"] = f"{known[0]}/{known[-1]}"
    return data
