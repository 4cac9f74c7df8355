"""Terms: what each means, how it is worded where, every mention, who uses it and since when."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from itertools import groupby

from briefings import anchors, wording
from briefings.model import Place, Term
from briefings.model.page import Page

from .annotated import around, plain, pointed
from .lookup import Context, Lookup
from .pending import Pending

WIDTH = 70  # characters before and after a keyword


def term_pages(find: Lookup) -> list[Pending]:
    return [
        Pending(anchors.term_url(one.entry.id), one.entry.term, partial(_page, one.entry.id, find))
        for one in find.annotated.terms.values()
    ]


def terms_page(find: Lookup) -> Page:
    """All terms from A to Z, by kind, and those that later briefings no longer mention."""
    terms = list(find.annotated.terms.values())
    rows = sorted((_row(one, find) for one in terms), key=lambda row: (row["letter"], row["sort"]))
    letters = [
        {"title": letter, "rows": list(group)}
        for letter, group in groupby(rows, key=lambda row: row["letter"])
    ]
    kinds = [
        {"title": _capital(told), "id": kind, "rows": [row for row in rows if row["key"] == kind]}
        for kind, told in wording.TERM_KINDS.items()
    ]
    return find.page(
        "terms/",
        "terms.md.j2",
        "Terms",
        f"{wording.count(len(terms), 'term')} that the briefings use, explained from the sources: "
        "operations, policies, organisations, laws, set phrases.",
        "terms",
        letters=letters,
        kinds=[kind for kind in kinds if kind["rows"]],
        gone=[row for row in rows if row["gone"]],
        newest=next(
            (find.briefing_link(slug) for slug, one in find.briefings.items() if one.date), None
        ),
        notes=bool(find.annotated.notes),
    )


def _row(term: Term, find: Lookup) -> Context:
    name = term.entry.term
    letter = anchors.slug(name)[:1].upper()
    return {
        "title": name,
        "sort": anchors.slug(name),
        "letter": letter if letter.isalpha() else "0–9",
        "url": anchors.term_url(term.entry.id),
        "key": term.entry.kind,
        "kind": wording.TERM_KINDS[term.entry.kind],
        "others": _others(term),
        "said": bool(term.explanations),
        "text": wording.clip(term.definition, 200),
        "mentions": wording.count(len(term.mentions), "mention"),
        "dates": [find.briefing_link(slug) for slug in term.briefings],
        "gone": term.gone,
    }


def _page(id_: str, find: Lookup) -> Page:
    term = find.annotated.terms[id_]
    entry = term.entry
    own = entry.definition if entry.definition else None
    return find.page(
        anchors.term_url(entry.id),
        "term.md.j2",
        entry.term,
        wording.clip(f"{entry.term} ({wording.TERM_KINDS[entry.kind]}): {term.definition}", 300),
        "term",
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
        gone=term.gone,
        count=wording.count(len(term.mentions), "mention"),
        renderings=_renderings(term),
        speakers=[who for id_ in term.speakers if (who := find.who(id_))],
        related=[
            {"title": title, "url": anchors.term_url(other)}
            for other in term.related
            if (title := find.annotated.term_title(other)) is not None
        ],
        indicators=_indicators(term, find),
        briefings=_mentions(term, find),
    )


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
        {"text": one.text, "only": list(one.sources), "counts": counts.get(one.text, [])}
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
