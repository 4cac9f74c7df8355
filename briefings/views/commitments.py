"""Announcements, and what was said about them later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefings import interface, urls, wording
from briefings.interface import Labels, counting, say
from briefings.model.page import Page, Piece
from briefings.model.relations import Commitment

from .links import BriefingLink, Link, Name
from .lookup import Lookup
from .paging import Paging, context_of, count_of, places
from .pending import Pending
from .relations import Facet, options, term_links
from .tables import Table, briefing_titles, values_of
from .text_links import TextLink, text_of

KINDS = Labels("announcement-kinds")
# The verifiable parts of an announcement, as a row names them. "act" is left out: every
# announcement says that something will be done.
REASONS = Labels("announcement-reasons")
_LATER = 240


URL = urls.COMMITMENTS


@dataclass(frozen=True, slots=True)
class LaterStatement:
    """A later statement on the subject of an announcement, with the names that both contain."""

    url: str
    line: str
    text: str
    briefing: BriefingLink
    of: TextLink
    shared: list[str]


@dataclass(frozen=True, slots=True)
class AnnouncementRow:
    """An announcement; `keys` are the values by which the table is filtered.

    `says` are its verifiable parts, `about` its terms and indicators, and `later_on` the names that
    later statements share.
    """

    id: str
    kind_words: str
    says: list[str]
    briefing: BriefingLink
    of: TextLink
    who: Name | None
    url: str
    line: str
    text: str
    about: list[Link]
    topics: list[Link]
    later_on: str
    later: list[LaterStatement]
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """The context of `commitments.md.j2`: announcements, facets to filter them, and the statements
    of general resolve, which are folded."""

    rows: list[AnnouncementRow]
    resolve: list[AnnouncementRow]
    facets: list[Facet]
    count: str


def commitments_table(find: Lookup) -> Table[Commitment]:
    """Return the table of announcements and general resolve, newest first."""
    return _table(find.corpus.relations.commitments, find)


def commitments_page(find: Lookup) -> Page:
    """Return the page of announcements; a long list is split by year.

    Announcements that name a time, an amount or a measure come first.
    """
    return commitments_table(find).first_page(
        lambda commitments, paging: _page(commitments, paging, find)
    )


def commitments_parts(find: Lookup) -> list[Pending]:
    """Return a page of announcements for each year if one page cannot list them all."""
    return commitments_table(find).pages(
        lambda commitments, paging: _page(commitments, paging, find)
    )


def commitments_files(find: Lookup) -> Iterator[Piece]:
    """Yield the rows of a long table, and the page on which each row is found."""
    table = commitments_table(find)
    if table.parts:
        pieces = {piece.path: piece for piece in _announced(find).files()}
        pieces |= {piece.path: piece for piece in places(table.parts, URL, table.id_of, find)}
        yield from pieces.values()


def _announced(find: Lookup) -> Table[Commitment]:
    """Return the table that readers can filter: announcements without general resolve, of any
    number."""
    relations = find.corpus.relations
    announced = [
        commitment for commitment in relations.commitments if commitment.sort == "announcement"
    ]
    return _table(announced, find, most=0)


def _table(items: Sequence[Commitment], find: Lookup, most: int | None = None) -> Table[Commitment]:
    return Table(
        page=URL,
        title=interface.section("announcements").title,
        one=interface.thing("announcement").one,
        many=interface.thing("announcement").many,
        items=sorted(items, key=lambda commitment: commitment.date or "", reverse=True),
        id_of=lambda commitment: commitment.id,
        date=lambda commitment: commitment.date,
        row=partial(_row, find=find),
        facets=_titles(find),
        most=find.site.limits.commitments if most is None else most,
        find=find,
    )


def _page(commitments: Sequence[Commitment], paging: Paging, find: Lookup) -> Page:
    announced = [commitment for commitment in commitments if commitment.sort == "announcement"]
    if paging.paged is None:
        announced.sort(key=lambda commitment: not set(commitment.why) & {*REASONS})
    rows = [_row(commitment, find) for commitment in announced]
    count = count_of(paging, lambda: len(_announced(find).items), counting("announcement"))
    facets = _facets(rows, find) if paging.paged is None else []
    if paging.paged and paging.steps is None and _announced(find).parts:
        facets = _announced(find).narrowed_by()
    return find.page(
        URL,
        "commitments.md.j2",
        interface.section("announcements").title,
        say.announcements.description(announcements=count),
        "ledger",
        **context_of(
            CommitmentsPage(
                rows=rows,
                resolve=[
                    _row(commitment, find)
                    for commitment in commitments
                    if commitment.sort == "resolve"
                ],
                facets=facets,
                count=count,
            ),
            paging,
        ),
    )


def _row(commitment: Commitment, find: Lookup) -> AnnouncementRow:
    who = find.who(commitment.speaker, commitment.speaker_name)
    indicators = find.annotated.indicators
    measured = [
        Link(title=indicators[id_].title, url=urls.indicator_url(id_))
        for id_ in commitment.indicators
        if id_ in indicators
    ]
    shared = dict.fromkeys(word for later in commitment.later for word in later.shared)
    return AnnouncementRow(
        id=commitment.id,
        kind_words=KINDS[commitment.kind] if commitment.kind != "intention" else "",
        says=[words for reason, words in REASONS.items() if reason in commitment.why],
        briefing=find.briefing_link(commitment.place.briefing),
        of=text_of(commitment.place, find),
        who=who,
        url=urls.place_url(commitment.place),
        line=say.places.line(line=commitment.place.line),
        text=commitment.text,
        about=[*term_links(commitment.terms, find), *measured],
        topics=find.topic_links(commitment.topics),
        later_on=", ".join(list(shared)[:3]),
        later=[
            LaterStatement(
                url=urls.place_url(later.place),
                line=say.places.line(line=later.place.line),
                text=wording.clip(later.text, _LATER),
                briefing=find.briefing_link(later.place.briefing),
                of=text_of(later.place, find),
                shared=list(later.shared),
            )
            for later in commitment.later
        ],
        keys={
            "kind": commitment.kind,
            "says": " ".join(reason for reason in REASONS if reason in commitment.why),
            "briefing": commitment.place.briefing,
            "speaker": who.name if who else "",
            "topic": " ".join(commitment.topics),
            "term": " ".join(commitment.terms),
            "later": "yes" if commitment.later else "no",
        },
    )


def _titles(find: Lookup) -> dict[str, dict[str, str]]:
    """Return the facets of the list: for each name, the titles of its values."""
    return {
        "kind": dict(KINDS),
        "says": {str(reason): words for reason, words in REASONS.items()},
        "briefing": briefing_titles(find),
        "speaker": {},
        "topic": {id_: topic.title for id_, topic in find.topics.items()},
        "term": {id_: term.entry.term for id_, term in find.annotated.terms.items()},
        "later": {"yes": say.announcements.with_later, "no": say.announcements.without},
    }


def _facets(rows: list[AnnouncementRow], find: Lookup) -> list[Facet]:
    facets = []
    for name, known in _titles(find).items():
        values = [value for row in rows for value in values_of(row, name)]
        choices = options(values, known)
        if len(choices) > 1:
            facets.append(Facet(name=name, title=name.capitalize(), options=choices))
    return facets
