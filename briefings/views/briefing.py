"""The reading page of each briefing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from briefings import urls, wording
from briefings.interface import say
from briefings.model import Briefing
from briefings.model.page import Page

from .briefing_contents import ContentsGroup, InBrief, contents, in_brief
from .briefing_head import BriefingHead, ParticipantRow, briefing_head, page_title
from .cited import Citation
from .citing import briefing_citations
from .gone import FormerAddress, former_addresses
from .linked_data import event
from .links import BriefingLink
from .lookup import Lookup
from .paging import context_of
from .pending import Pending
from .popovers import mark_kinds
from .texts import BlockGroup, OtherText, main_groups, other_texts


def briefing_pages(find: Lookup) -> list[Pending]:
    """Return one page for each briefing."""
    return [
        Pending(urls.briefing_url(slug), page_title(slug, find), partial(_page, slug, find))
        for slug in find.briefings
    ]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A link to the earlier or the later briefing; `way` says which."""

    briefing: BriefingLink
    way: str


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """The context of `briefing.md.j2`: the head, the texts with their annotations, and further
    links.

    `groups` are the parts of the primary text that the contents list, and `others` the other texts.
    `mark_kinds` are the kinds of marks that occur, `marks` is the URL of the data that marks show,
    and `cited_title` the title as a citation names it.
    """

    head: BriefingHead
    brief: InBrief | None
    contents: list[ContentsGroup]
    groups: list[BlockGroup]
    others: list[OtherText]
    mark_kinds: list[str]
    marks: str
    older: Neighbour | None
    newer: Neighbour | None
    citations: list[Citation]
    cited_title: str
    former: list[FormerAddress]


def _page(slug: str, find: Lookup) -> Page:
    briefing = find.briefings[slug]
    older, newer = find.neighbours(slug)
    url = urls.briefing_url(briefing.slug)
    head = briefing_head(briefing, url, find)
    groups = main_groups(briefing, find)
    others = other_texts(briefing, find)
    brief = in_brief(briefing, find)
    words = say.briefing
    return find.page(
        url,
        "briefing.md.j2",
        page_title(slug, find),
        _description(briefing, head.speakers),
        "briefing",
        linked_data=event(briefing, url, brief.figures if brief else (), find),
        alternates={
            "json": urls.briefing_file(slug, "json"),
            "text": urls.briefing_file(slug, "txt"),
            "tei": urls.tei_url(slug),
            "akn": urls.akn_url(slug),
            **{form: urls.book_url(slug, form) for form, _ in find.books.get(slug, ())},
        },
        **context_of(
            BriefingPage(
                head=head,
                brief=brief,
                contents=contents(groups, others, briefing, find),
                groups=groups,
                others=others,
                mark_kinds=mark_kinds(briefing, find),
                marks=urls.popovers_path(url),
                older=_neighbour(older, briefing, words.earlier, words.next, find),
                newer=_neighbour(newer, briefing, words.later, words.previous, find),
                citations=briefing_citations(briefing, url, find),
                # As in bibliographies, a title that no source gives is put in square brackets.
                cited_title=f"[{briefing.title}]" if head.title_basis else briefing.title,
                former=former_addresses(url, find, briefing.ids),
            )
        ),
    )


def _neighbour(
    slug: str | None, briefing: Briefing, in_time: str, in_list: str, find: Lookup
) -> Neighbour | None:
    """Return a link to a neighbouring briefing, or None.

    The link says "earlier" or "later", or, if a year is unknown or the days are equal, only its
    direction in the list.
    """
    if slug is None:
        return None
    link = find.briefing_link(slug)
    ordered = wording.year(link.day) and wording.year(briefing.date) and link.day != briefing.date
    return Neighbour(link, in_time if ordered else in_list)


def _description(briefing: Briefing, speakers: list[ParticipantRow]) -> str:
    when = ", ".join(p for p in (wording.date_words(briefing.date), briefing.place) if p)
    sentences = [say.briefing.day(day=when)]
    if speakers:
        sentences.append(
            say.briefing.speakers(names=", ".join(speaker.name for speaker in speakers))
        )
    if briefing.exchanges:
        sentences.append(say.briefing.questions(count=len(briefing.exchanges)))
    return wording.clip(" ".join(sentences), 300)
