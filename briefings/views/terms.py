"""Terms: meaning, wordings by text, mentions, speakers and dates."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefings import ids, interface, urls, wording
from briefings.interface import counting, say
from briefings.languages import ENGLISH
from briefings.languages.sentences import sentences_of
from briefings.model import Explanation, Term, Usage
from briefings.model.page import Page, Piece

from . import linked_data
from .annotated import around, plain
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
from .text_links import text_link

WORDS = f"{urls.TERMS}words.json"
_MEANING = 120  # characters of a meaning in the index
WIDTH = 70  # characters before and after a keyword
# The maximum numbers of speakers, and of sources for each wording, on a term's page.
SPEAKERS = 40
SOURCES = 30


def term_pages(find: Lookup) -> list[Pending]:
    """Return a page for each term, and pages by year for those with many mentions."""
    return [
        page
        for term in find.annotated.terms.values()
        for page in pages_by_year(
            Link(term.entry.term, urls.term_url(term.entry.id)),
            Counter(one.place.briefing for one in term.mentions),
            partial(_page, term.entry.id, find),
            find,
            counting("mention"),
        )
    ]


@dataclass(frozen=True, slots=True)
class TermsIndex:
    """The context of `terms.md.j2`: terms by kind, and those no longer mentioned.

    Each of `kinds` has `rows`, terms with their meanings, and `names`, terms as links; `gone` is a
    list of links. `timeline` says whether the site has a timeline. `count` states the total, and
    `words` is the path of the file with additional words for filtering the list.
    """

    kinds: list[Context]
    gone: list[Context]
    notes: bool
    timeline: bool
    count: str
    words: str | None


def terms_page(find: Lookup) -> Page:
    """Return the index of terms by kind with their meanings, and terms no longer mentioned.

    If they are many, it shows the most frequent ones of each kind, with links by letter.
    """
    parts = _parts(find)
    return _index((), _sorted(find), hub(parts), find) if parts else _whole(find)


def _whole(find: Lookup) -> Page:
    terms = _sorted(find)
    return _index(_explained(terms, find), terms, Paging(), find)


def _explained(terms: Sequence[Term], find: Lookup) -> Sequence[Term]:
    """Return the terms listed with their meanings; if they are many, the most frequent of each
    kind."""
    most = find.site.limits.explained
    if len(terms) <= most:
        return terms
    kinds = {one.entry.kind for one in terms}
    often = {one for kind in kinds for one in _most(kind, terms, most // len(kinds))}
    return [one for one in terms if one.entry.id in often]


def terms_words(find: Lookup) -> list[Piece]:
    """Return the file with additional words for filtering the index, by term.

    These are other wordings, and for terms listed by name only, the Chinese name and the meaning.
    """
    terms = _sorted(find)
    if _parts(find):
        return []
    shown = {one.entry.id for one in _explained(terms, find)}
    words = {}
    for term in terms:
        row = _row(term, find)
        more = () if term.entry.id in shown else (row["chinese"] or "", row["text"])
        words[urls.term_url(term.entry.id)] = " ".join(filter(None, (*more, row["also"])))
    return [Piece(WORDS, {"words": words})]


def terms_parts(find: Lookup) -> list[Pending]:
    """Return a page of terms for each letter if one page cannot list them all."""

    def make(terms: tuple[Term, ...], paging: Paging) -> Page:
        return _index(terms, (), paging, find)

    return part_pages(
        _parts(find), Link(interface.section("terms").title, urls.TERMS), make, counting("term")
    )


def _sorted(find: Lookup) -> list[Term]:
    return sorted(
        find.annotated.terms.values(),
        key=lambda one: (letter_of(one.entry.term), ids.slug(one.entry.term)),
    )


def _parts(find: Lookup) -> tuple[Part[Term], ...]:
    most = find.site.limits.names
    return by_letter(_sorted(find), urls.TERMS, lambda one: letter_of(one.entry.term), most, find)


def _index(explained: Sequence[Term], named: Sequence[Term], paging: Paging, find: Lookup) -> Page:
    """Return one page of the index.

    `explained` are listed with their meanings; if there are none, the most frequent of `named` are
    listed as links.
    """
    rows = [_row(one, find) for one in explained]
    names = [_name(one) for one in named]
    known = {row["url"] for row in rows}
    rest = [row for row in names if row["url"] not in known] if rows else _often(named, find)
    kinds = [
        {
            "title": title,
            "id": kind,
            "count": sum(row["key"] == kind for row in names or rows),
            "rows": [row for row in rows if row["key"] == kind],
            "names": [row for row in rest if row["key"] == kind],
        }
        for kind, title in wording.TERM_GROUPS.items()
    ]
    return find.page(
        urls.TERMS,
        "terms.md.j2",
        interface.section("terms").title,
        say.terms.description(terms=interface.count(len(find.annotated.terms), "term")),
        "terms",
        linked_data=linked_data.term_set(find) if paging.paged != "part" else None,
        **context_of(
            TermsIndex(
                kinds=[kind for kind in kinds if kind["count"]],
                gone=[row for row in names if row["gone"]],
                notes=bool(find.annotated.notes),
                timeline=has_timeline(find),
                count=interface.count(len(find.annotated.terms), "term"),
                words=None if paging.paged else WORDS,
            ),
            paging,
        ),
    )


def _most(kind: str, terms: Sequence[Term], most: int) -> list[str]:
    """Return the ids of the most frequently mentioned terms of a kind."""
    of_kind = (one for one in terms if one.entry.kind == kind)
    ranked = sorted(of_kind, key=lambda one: -len(one.mentions))
    return [one.entry.id for one in ranked[:most]]


def _often(terms: Sequence[Term], find: Lookup) -> list[Context]:
    """Return the most frequently mentioned terms of each kind, as many as fit the first page."""
    most = find.site.limits.newest
    often = {one for kind in wording.TERM_GROUPS for one in _most(kind, terms, most)}
    return [_name(one) for one in terms if one.entry.id in often]


def _name(term: Term) -> Context:
    entry = term.entry
    url = urls.term_url(entry.id)
    return {"title": entry.term, "url": url, "key": entry.kind, "gone": term.no_longer}


def _row(term: Term, find: Lookup) -> Context:
    text = wording.clip(_first_sentence(term.definition), _MEANING)
    return {
        "title": term.entry.term,
        "url": urls.term_url(term.entry.id),
        "key": term.entry.kind,
        "chinese": term.entry.chinese,
        "also": _other_words(term, text),
        "said_in": _said_in(term, find),
        "text": text,
        "gone": term.no_longer,
    }


def _first_sentence(text: str) -> str:
    """Return the first sentence of a definition."""
    return next(iter(sentences_of(text, ENGLISH)), "")


def _other_words(term: Term, shown: str) -> str:
    """Return words of a term's other wordings that its row does not show, each once.

    The filter matches words in any order, so single words are enough.
    """
    known = set(f"{term.entry.term} {shown}".casefold().split())
    words = " ".join(_others(term)).casefold().split()
    return " ".join(dict.fromkeys(one for one in words if one not in known))


@dataclass(frozen=True, slots=True)
class TermPage:
    """The context of `term.md.j2`: the meaning of the term, its names, mentions and quotations.

    `definition` is the editors'; without one, the first of `quotations` is shown instead.
    `briefings` contain the mentions on this page, and `more_speakers` counts speakers not named.
    `without` states how many later briefings lack the term, if they are enough. `timeline` says
    whether the site has a timeline, and `within` links to the term's group.
    """

    within: list[Context]
    definition: str | None
    basis: list[Context] | None
    more: list[list[Context]]
    more_basis: list[Context] | None
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
    broader: list[Context]
    narrower: list[Context]
    related: list[Context]
    indicators: list[Context]
    briefings: list[Context]
    quotations: list[Context]


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """Return one page of a term; `slugs` are the briefings whose mentions it lists, None for
    all."""
    term = find.annotated.terms[id_]
    entry = term.entry
    mentions = tuple(one for one in term.mentions if slugs is None or one.place.briefing in slugs)
    speakers = [who for id_ in term.speakers if (who := find.who(id_))]
    return find.page(
        urls.term_url(entry.id),
        "term.md.j2",
        entry.term,
        wording.clip(
            say.term.description(
                term=entry.term,
                kind=wording.TERM_KINDS[entry.kind],
                definition=term.definition,
            ),
            300,
        ),
        "term",
        linked_data=(
            linked_data.term(term, _others(term), find) if paging.paged != "part" else None
        ),
        **context_of(
            TermPage(
                within=[
                    {
                        "title": wording.TERM_GROUPS[entry.kind],
                        "url": f"{urls.TERMS}#kind-{entry.kind}",
                    }
                ],
                definition=entry.definition,
                basis=find.annotated.ground(entry.basis),
                more=plain(term.more),
                more_basis=find.annotated.ground(entry.explanation_basis),
                chinese=entry.chinese,
                chinese_basis=find.annotated.ground(entry.chinese_basis),
                first=find.briefing_link(term.briefings[0]) if term.briefings else None,
                last=find.briefing_link(term.briefings[-1]) if term.briefings else None,
                without=_without(term),
                timeline=bool(term.mentions) and has_timeline(find),
                count=interface.count(len(term.mentions), "mention"),
                renderings=_renderings(term, find),
                speakers=speakers[:SPEAKERS],
                more_speakers=max(0, len(speakers) - SPEAKERS),
                broader=_links(term.broader, find),
                narrower=_links(term.narrower, find),
                related=_links(term.related, find),
                indicators=_indicators(term, find),
                briefings=_mentions(replace(term, mentions=mentions), find),
                quotations=[_quotation(one, find) for one in term.explanations],
            ),
            paging,
        ),
    )


def _without(term: Term) -> str | None:
    """Say how many later briefings of the series lack the term; return None if they are too few."""
    if not term.no_longer:
        return None
    return say.counts.later_briefings(count=term.later_without)


def _links(terms: Sequence[str], find: Lookup) -> list[Context]:
    return [
        {"title": title, "url": urls.term_url(id_)}
        for id_ in terms
        if (title := find.annotated.term_title(id_)) is not None
    ]


def _said_in(term: Term, find: Lookup) -> Context | None:
    """Return the text that is quoted in place of a definition, or None if editors wrote one."""
    if term.entry.definition or not term.explanations:
        return None
    place = term.explanations[0].place
    return text_link(place.briefing, place.source, find)


def _others(term: Term) -> list[str]:
    """Return the other wordings, ignoring differences in capitalization."""
    told = {one.text.casefold(): one.text for one in reversed(term.entry.renderings)}
    told.pop(term.entry.term.casefold(), None)
    return list(reversed(told.values()))


def _renderings(term: Term, find: Lookup) -> list[Context]:
    """Return every wording with its counts by text, primary texts first in each briefing.

    Wordings that no text uses are included without counts.
    """
    counts: dict[str, list[Context]] = defaultdict(list)
    order = {slug: n for n, slug in enumerate(term.briefings)}

    def rank(one: Usage) -> tuple[int, bool]:
        slug = find.annotated.briefing_of(one.source) or ""
        return order.get(slug, len(order)), not (slug and find.primary(slug) == one.source)

    for one in sorted(term.usages, key=rank):
        counts[one.wording].append({**_text(one.source, find), "count": one.count})
    return [
        {
            "text": one.text,
            "only": [_text(source, find) for source in one.sources],
            "counts": counts.get(one.text, [])[-SOURCES:],
            "more": max(0, len(counts.get(one.text, ())) - SOURCES),
        }
        for one in term.entry.renderings
    ]


def _text(source: str, find: Lookup) -> Context:
    slug = find.annotated.briefing_of(source)
    if slug is None:
        # Editors may limit a wording to a text that has not been added yet.
        return {
            "name": say.unknown.text,
            "url": None,
            "publisher": None,
            "quality": None,
            "by_machine": False,
        }
    return text_link(slug, source, find)


def _quotation(one: Explanation, find: Lookup) -> Context:
    """Return a text's own words on the term, with their place."""
    return {
        "quote": one.quote,
        "url": urls.place_url(one.place),
        "line": say.places.line(line=one.place.line),
        "of": text_link(one.place.briefing, one.place.source, find),
    }


def _indicators(term: Term, find: Lookup) -> list[Context]:
    """Return the indicators whose title or wordings contain a wording of the term."""
    words = [rf"{re.escape(one.text.casefold())}" for one in term.entry.renderings]
    holds = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)").search
    return [
        {"title": title, "url": urls.indicator_url(id_)}
        for id_, title, wordings in find.annotated.measures()
        if any(holds(told.casefold()) for told in (title, *wordings))
    ]


def _mentions(term: Term, find: Lookup) -> list[Context]:
    """Return every mention with its context, newest briefing first."""
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
                "url": urls.place_url(place),
                "line": say.places.line(line=place.line),
                "line_url": urls.source_url(place.source, place.line),
                "source": place.source,
            }
        )
    return [
        {"briefing": find.briefing_link(slug), "texts": _by_text(slug, by_briefing[slug], find)}
        for slug in find.in_order(by_briefing)
    ]


def _by_text(slug: str, lines: list[Context], find: Lookup) -> list[Context]:
    """Group mentions in a briefing by text, the primary one first."""
    by_source: dict[str, list[Context]] = defaultdict(list)
    for line in lines:
        by_source[line["source"]].append(line)
    texts = [
        {"of": text_link(slug, source, find), "lines": several}
        for source, several in by_source.items()
    ]
    return sorted(texts, key=lambda one: not one["of"]["primary"])
