"""Terms: what each means, how it is worded where, every mention, who uses it and since when."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from briefings import anchors, wording
from briefings.model import Place, Term
from briefings.model.page import Page

from .annotated import around, plain, pointed
from .lookup import Context, Lookup
from .mentions import has_timeline
from .paging import (
    Link,
    Paging,
    Part,
    by_letter,
    context_of,
    hub,
    letter_of,
    pages_by_year,
    part_pages,
)
from .pending import Pending

WIDTH = 70  # characters before and after a keyword
# Of how many speakers and, for each wording, of how many sources a term's page tells.
SPEAKERS = 40
SOURCES = 30


def term_pages(find: Lookup) -> list[Pending]:
    """A page for each term, and one for each year of those that have many mentions."""
    return [
        page
        for term in find.annotated.terms.values()
        for page in pages_by_year(
            Link(term.entry.term, anchors.term_url(term.entry.id)),
            Counter(one.place.briefing for one in term.mentions),
            partial(_page, term.entry.id, find),
            find,
            "mention",
            "mentions",
        )
    ]


@dataclass(frozen=True, slots=True)
class TermsIndex:
    """What `terms.md.j2` shows: terms by letter and by kind, and what is no longer mentioned.

    `kinds` and `gone` are lists of links; `timeline` says that there is one to lead to.  `count`
    says how many terms there are in all.
    """

    letters: list[Context]
    kinds: list[Context]
    gone: list[Context]
    notes: bool
    timeline: bool
    count: str


def terms_page(find: Lookup) -> Page:
    """All terms from A to Z, by kind, and those that later briefings no longer mention.

    Of many, the names by kind, and the way to each letter.
    """
    parts = _parts(find)
    return _index((), _sorted(find), hub(parts), find) if parts else _whole(find)


def _whole(find: Lookup) -> Page:
    terms = _sorted(find)
    return _index(terms, terms, Paging(), find)


def terms_parts(find: Lookup) -> list[Pending]:
    """The terms of each letter, where all are too many for one page."""

    def make(terms: tuple[Term, ...], paging: Paging) -> Page:
        return _index(terms, (), paging, find)

    return part_pages(_parts(find), Link("Terms", anchors.TERMS), make, "term", "terms")


def _sorted(find: Lookup) -> list[Term]:
    return sorted(
        find.annotated.terms.values(),
        key=lambda one: (letter_of(one.entry.term), anchors.slug(one.entry.term)),
    )


def _parts(find: Lookup) -> tuple[Part[Term], ...]:
    most = find.site.limits.names
    return by_letter(
        _sorted(find), anchors.TERMS, lambda one: letter_of(one.entry.term), most, find
    )


def _index(explained: Sequence[Term], named: Sequence[Term], paging: Paging, find: Lookup) -> Page:
    """`explained` stand there with their meaning, `named` as links by kind."""
    rows = [_row(one, find) for one in explained]
    names = [_name(one) for one in named]
    letters = [
        {"title": letter, "rows": list(group)}
        for letter, group in groupby(rows, key=lambda row: row["letter"])
    ]
    kinds = [
        {"title": _capital(told), "id": kind, "rows": [row for row in names if row["key"] == kind]}
        for kind, told in wording.TERM_KINDS.items()
    ]
    return find.page(
        anchors.TERMS,
        "terms.md.j2",
        "Terms",
        f"{wording.count(len(find.annotated.terms), 'term')} that the briefings use, explained "
        "from the sources: operations, policies, organisations, laws, set phrases.",
        "terms",
        **context_of(
            TermsIndex(
                letters=letters,
                kinds=[kind for kind in kinds if kind["rows"]],
                gone=[row for row in names if row["gone"]],
                notes=bool(find.annotated.notes),
                timeline=has_timeline(find),
                count=wording.count(len(find.annotated.terms), "term"),
            ),
            paging,
        ),
    )


def _name(term: Term) -> Context:
    entry = term.entry
    url = anchors.term_url(entry.id)
    return {"title": entry.term, "url": url, "key": entry.kind, "gone": term.no_longer}


def _row(term: Term, find: Lookup) -> Context:
    name = term.entry.term
    return {
        "title": name,
        "letter": letter_of(name),
        "url": anchors.term_url(term.entry.id),
        "key": term.entry.kind,
        "kind": wording.TERM_KINDS[term.entry.kind],
        "others": _others(term),
        "said": bool(term.explanations),
        "text": wording.clip(term.definition, 200),
        "mentions": wording.count(len(term.mentions), "mention"),
        **find.first_and_last(term.briefings),
        "gone": term.no_longer,
    }


@dataclass(frozen=True, slots=True)
class TermPage:
    """What `term.md.j2` shows: what the term means, then its wordings and its mentions.

    `briefings` hold the mentions of some briefings or of all; `more_speakers` counts those that
    are not named.  `without` counts the later briefings that lack it, where they are enough to say
    so.  `timeline` says that there is one to lead to.
    """

    sort: str
    explanations: list[Context]
    definition: str | None
    basis: list[Context] | None
    more: list[list[Context]]
    chinese: str | None
    chinese_basis: list[Context] | None
    first: Context | None
    last: Context | None
    without: str | None
    timeline: bool
    count: str
    renderings: list[Context]
    speakers: list[Context]
    more_speakers: int
    related: list[Context]
    indicators: list[Context]
    briefings: list[Context]


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """`slugs` are the briefings whose mentions the page lists, None for all."""
    term = find.annotated.terms[id_]
    entry = term.entry
    mentions = tuple(one for one in term.mentions if slugs is None or one.place.briefing in slugs)
    speakers = [who for id_ in term.speakers if (who := find.who(id_))]
    own = entry.definition if entry.definition else None
    return find.page(
        anchors.term_url(entry.id),
        "term.md.j2",
        entry.term,
        wording.clip(f"{entry.term} ({wording.TERM_KINDS[entry.kind]}): {term.definition}", 300),
        "term",
        **context_of(
            TermPage(
                sort=wording.TERM_KINDS[entry.kind],
                explanations=[
                    {"quote": one.quote, **place_link(one.place, find)} for one in term.explanations
                ],
                definition=own,
                basis=pointed(entry.basis, find.annotated.places) if entry.basis else None,
                more=plain(term.more),
                chinese=entry.chinese,
                chinese_basis=pointed(entry.chinese_basis, find.annotated.places)
                if entry.chinese_basis
                else None,
                first=find.briefing_link(term.briefings[0]) if term.briefings else None,
                last=find.briefing_link(term.briefings[-1]) if term.briefings else None,
                without=_without(term),
                timeline=bool(term.mentions) and has_timeline(find),
                count=wording.count(len(term.mentions), "mention"),
                renderings=_renderings(term),
                speakers=speakers[:SPEAKERS],
                more_speakers=max(0, len(speakers) - SPEAKERS),
                related=[
                    {"title": title, "url": anchors.term_url(other)}
                    for other in term.related
                    if (title := find.annotated.term_title(other)) is not None
                ],
                indicators=_indicators(term, find),
                briefings=_mentions(replace(term, mentions=mentions), find),
            ),
            paging,
        ),
    )


def _without(term: Term) -> str | None:
    """Later briefings of the same series that do not have the term, if they are many enough."""
    if not term.no_longer:
        return None
    return wording.count(term.later_without, "later briefing", "later briefings")


def _others(term: Term) -> list[str]:
    """The other wordings, each once however it is capitalised."""
    told = {one.text.casefold(): one.text for one in reversed(term.entry.renderings)}
    told.pop(term.entry.term.casefold(), None)
    return list(reversed(told.values()))


def _renderings(term: Term) -> list[Context]:
    """Every wording with its counts per source; what no source uses is listed as such."""
    counts: dict[str, list[Context]] = defaultdict(list)
    for one in term.usages:
        counts[one.wording].append(
            {"source": one.source, "url": anchors.source_url(one.source), "count": one.count}
        )
    return [
        {
            "text": one.text,
            "only": list(one.sources),
            "counts": counts.get(one.text, [])[-SOURCES:],
            "more": max(0, len(counts.get(one.text, ())) - SOURCES),
        }
        for one in term.entry.renderings
    ]


def _indicators(term: Term, find: Lookup) -> list[Context]:
    """Indicators whose title or wording holds a wording of the term."""
    words = [rf"{re.escape(one.text.casefold())}" for one in term.entry.renderings]
    holds = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)").search
    return [
        {"title": title, "url": anchors.indicator_url(id_)}
        for id_, title, wordings in find.annotated.measures()
        if any(holds(told.casefold()) for told in (title, *wordings))
    ]


def _mentions(term: Term, find: Lookup) -> list[Context]:
    """Every mention between the words around it, newest briefing first."""
    by_briefing: dict[str, list[Context]] = defaultdict(list)
    for mention in term.mentions:
        place = mention.place
        passage = find.passage(place)
        if passage is None or place.start is None or place.end is None:
            continue
        before, word, after = around(passage.text, place.start, place.end, WIDTH)
        by_briefing[place.briefing].append(
            {
                "before": before,
                "word": word,
                "after": after,
                "who": find.who(mention.speaker),
                **place_link(place, find),
            }
        )
    return [
        {"briefing": find.briefing_link(slug), "lines": by_briefing[slug]}
        for slug in find.in_order(by_briefing)
    ]


def place_link(place: Place, find: Lookup) -> Context:
    """Where something stands: the address, and what to call it."""
    return {
        "url": anchors.place_url(place),
        "place": f"source {place.source}, {place.passage or f'line {place.line}'}",
        "date": find.briefing_link(place.briefing)["date"],
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
