"""The pages of terms: meaning, wordings by text, mentions, speakers and dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefings import interface, urls, wording
from briefings.grouping import by_key
from briefings.interface import counting, say
from briefings.model import Explanation, Term, Usage
from briefings.model.page import Page

from . import linked_data
from .annotated import ProseRun, Run, around, plain
from .links import BriefingLink, Link, Name
from .lookup import Lookup
from .mentions import has_timeline
from .paging import Paging, context_of, pages_by_year
from .pending import Crumb, Pending
from .text_links import TextLink, text_link

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
            Counter(mention.place.briefing for mention in term.mentions),
            partial(_page, term.entry.id, find),
            find,
            counting("mention"),
        )
    ]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A wording of a term with its counts by text; `only` are the texts in which it means this, and
    `more` counts texts not listed."""

    text: str
    only: list[TextLink]
    counts: list[CountedText]
    more: int


@dataclass(frozen=True, slots=True)
class CountedText:
    """A text with the number of mentions."""

    text: TextLink
    count: int


@dataclass(frozen=True, slots=True)
class TermQuotation:
    """A text's own words on the term."""

    quote: str
    url: str
    line: str
    of: TextLink


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A mention with the words around it."""

    before: str
    word: str
    after: str
    who: Name | None
    url: str
    line: str
    line_url: str
    source: str


@dataclass(frozen=True, slots=True)
class MentionsOfText:
    """The mentions of one text."""

    of: TextLink
    lines: list[MentionLine]


@dataclass(frozen=True, slots=True)
class MentionsOfBriefing:
    """The mentions of a briefing, by text."""

    briefing: BriefingLink
    texts: list[MentionsOfText]


@dataclass(frozen=True, slots=True)
class TermPage:
    """The context of `term.md.j2`: the meaning of the term, its names, mentions and quotations.

    `definition` is the editors'; without one, the first of `quotations` is shown instead.
    `briefings` contain the mentions on this page, and `more_speakers` counts speakers not named.
    `without` states how many later briefings lack the term, if they are enough. `timeline` says
    whether the site has a timeline, and `within` links to the term's group.
    """

    within: list[Crumb]
    definition: str | None
    basis: list[Run] | None
    more: list[list[ProseRun]]
    more_basis: list[Run] | None
    chinese: str | None
    chinese_basis: list[Run] | None
    first: BriefingLink | None
    last: BriefingLink | None
    without: str | None
    timeline: bool
    count: str
    renderings: list[Rendering]
    speakers: list[Name]
    more_speakers: int
    broader: list[Link]
    narrower: list[Link]
    related: list[Link]
    indicators: list[Link]
    briefings: list[MentionsOfBriefing]
    quotations: list[TermQuotation]


def _page(id_: str, find: Lookup, slugs: Collection[str] | None, paging: Paging) -> Page:
    """Return one page of a term; `slugs` are the briefings whose mentions it lists, None for
    all."""
    term = find.annotated.terms[id_]
    entry = term.entry
    mentions = tuple(
        mention for mention in term.mentions if slugs is None or mention.place.briefing in slugs
    )
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
            linked_data.term(term, other_wordings(term), find) if paging.paged != "part" else None
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
                quotations=[_quotation(explanation, find) for explanation in term.explanations],
            ),
            paging,
        ),
    )


def _without(term: Term) -> str | None:
    """Say how many later briefings of the series lack the term; return None if they are too few."""
    if not term.no_longer:
        return None
    return say.counts.later_briefings(count=term.later_without)


def _links(terms: Sequence[str], find: Lookup) -> list[Link]:
    return [
        Link(title=title, url=urls.term_url(id_))
        for id_ in terms
        if (title := find.annotated.term_title(id_)) is not None
    ]


def other_wordings(term: Term) -> list[str]:
    """Return the other wordings, ignoring differences in capitalization."""
    wordings = {
        rendering.text.casefold(): rendering.text for rendering in reversed(term.entry.renderings)
    }
    wordings.pop(term.entry.term.casefold(), None)
    return list(reversed(wordings.values()))


def _renderings(term: Term, find: Lookup) -> list[Rendering]:
    """Return every wording with its counts by text, primary texts first in each briefing.

    Wordings that no text uses are included without counts.
    """
    order = {slug: n for n, slug in enumerate(term.briefings)}

    def rank(usage: Usage) -> tuple[int, bool]:
        slug = find.annotated.briefing_of(usage.source) or ""
        return order[slug], find.primary(slug) != usage.source

    counts = by_key(
        (usage.wording, CountedText(_text(usage.source, find), usage.count))
        for usage in sorted(term.usages, key=rank)
    )
    return [
        Rendering(
            text=rendering.text,
            only=[_text(source, find) for source in rendering.sources],
            counts=counts.get(rendering.text, [])[-SOURCES:],
            more=max(0, len(counts.get(rendering.text, ())) - SOURCES),
        )
        for rendering in term.entry.renderings
    ]


def _text(source: str, find: Lookup) -> TextLink:
    slug = find.annotated.briefing_of(source)
    if slug is None:
        # Editors may limit a wording to a text that has not been added yet.
        name = say.unknown.text
        return TextLink(name, name, None, None, None, by_machine=False, primary=False)
    return text_link(slug, source, find)


def _quotation(explanation: Explanation, find: Lookup) -> TermQuotation:
    """Return a text's own words on the term, with their place."""
    return TermQuotation(
        quote=explanation.quote,
        url=urls.place_url(explanation.place),
        line=say.places.line(line=explanation.place.line),
        of=text_link(explanation.place.briefing, explanation.place.source, find),
    )


def _indicators(term: Term, find: Lookup) -> list[Link]:
    """Return the indicators whose title or wordings contain a wording of the term."""
    escaped = [rf"{re.escape(rendering.text.casefold())}" for rendering in term.entry.renderings]
    holds = re.compile(rf"(?<!\w)(?:{'|'.join(escaped)})(?!\w)").search
    return [
        Link(title=title, url=urls.indicator_url(id_))
        for id_, title, wordings in find.annotated.measures()
        if any(holds(words.casefold()) for words in (title, *wordings))
    ]


def _mentions(term: Term, find: Lookup) -> list[MentionsOfBriefing]:
    """Return every mention with its context, newest briefing first."""
    by_briefing: dict[str, list[MentionLine]] = {}
    for mention in term.mentions:
        place = mention.place
        before, word, after = around(*find.span_at(place), WIDTH)
        by_briefing.setdefault(place.briefing, []).append(
            MentionLine(
                before=before,
                word=word,
                after=after,
                who=find.who(mention.speaker),
                url=urls.place_url(place),
                line=say.places.line(line=place.line),
                line_url=urls.source_url(place.source, place.line),
                source=place.source,
            )
        )
    return [
        MentionsOfBriefing(
            briefing=find.briefing_link(slug), texts=_by_text(slug, by_briefing[slug], find)
        )
        for slug in find.in_order(by_briefing)
    ]


def _by_text(slug: str, lines: list[MentionLine], find: Lookup) -> list[MentionsOfText]:
    """Group mentions in a briefing by text, the primary one first."""
    texts = [
        MentionsOfText(of=text_link(slug, source, find), lines=of_text)
        for source, of_text in by_key((line.source, line) for line in lines).items()
    ]
    return sorted(texts, key=lambda text: not text.of.primary)
