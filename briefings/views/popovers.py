"""The contents of pop-overs on a reading page, in a file that the page's script fetches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from briefings import amounts, interface, urls, wording
from briefings.interface import say
from briefings.model import Briefing, Figure, Outlet, Person, Term
from briefings.model.page import Piece

from .links import Link
from .lookup import Lookup
from .plain_records import in_plain_words, text_names
from .reads import kept, texts_reader
from .text_links import text_words

DEFINITION = 200


@dataclass(frozen=True, slots=True)
class ExplainingWords:
    """Words of a text that explain a term."""

    briefing: str
    text: str
    of: str


@dataclass(frozen=True, slots=True)
class Popover:
    """What the pop-over of a mark shows; empty fields are left out of its file."""

    id: str
    title: str
    text: str
    kind: str | None = None
    said: bool = False
    words: tuple[ExplainingWords, ...] = ()
    links: tuple[Link, ...] = ()
    differs: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


_SHOWN = tuple(field.name for field in fields(Popover) if field.name not in ("id", "words"))


def mark_kinds(briefing: Briefing, find: Lookup) -> list[str]:
    """Return the kinds of marks in the texts of a briefing, sorted.

    If there are none, the page offers no choice of marks.
    """
    return sorted({kind for kind, _ in _marked(briefing, find)})


def popover_files(find: Lookup) -> Iterator[Piece]:
    """Yield a file for each briefing with its pop-overs, by id."""
    for slug, briefing in find.briefings.items():
        url = urls.briefing_url(slug)
        entries = {popover.id: _linked(popover, url) for popover in popovers(briefing, find)}
        if entries:
            yield Piece(urls.popovers_path(url), entries)


def _linked(popover: Popover, page: str) -> dict[str, Any]:
    """Return a pop-over in the form that the script reads: without empty fields, and with relative
    links."""
    links = [{"title": link.title, "url": urls.relative(link.url, page)} for link in popover.links]
    content = {name: getattr(popover, name) for name in _SHOWN} | {"links": links}
    return {name: value for name, value in content.items() if value}


def popovers(briefing: Briefing, find: Lookup) -> list[Popover]:
    """Return pop-overs for the terms, figures, people and outlets in the texts of a briefing, each
    once.

    An id is the kind and the last part of the address of the mark. `text` says what the thing is,
    in the words of a text if `said` is set. `links` lead to indicators that track a figure,
    `differs` are sentences on discrepancies, and `more` are further lines.
    """
    targets = dict.fromkeys(url for _, url in _marked(briefing, find))
    targets |= dict.fromkeys(
        find.speaker_url(turn.speaker) for witness in briefing.witnesses for turn in witness.turns
    )
    return [
        _from_elsewhere(popover, briefing.slug)
        for url in targets
        if url and (popover := _popover(find, url))
    ]


def _from_elsewhere(popover: Popover, slug: str) -> Popover:
    """Return a pop-over that quotes a text of another briefing, if there is one."""
    words = next((run for run in popover.words if run.briefing != slug), None)
    if words is None:
        return popover
    return replace(popover, said=True, text=words.text, more=(words.of, *popover.more))


@texts_reader
@kept
def _popover(find: Lookup, url: str) -> Popover | None:
    """Return the pop-over for the thing at an address, or None if there is none."""
    thing = find.annotated.by_url.get(url) or find.annotated.figures.get(url.partition("#")[2])
    if thing is None:
        return None
    if isinstance(thing, Term):
        return _term(thing, find)
    if isinstance(thing, Figure):
        return _figure(thing, find)
    return _person(thing, find) if isinstance(thing, Person) else _outlet(thing)


def _marked(briefing: Briefing, find: Lookup) -> dict[tuple[str, str | None], None]:
    """Return the kinds and addresses of the briefing's marks, in text order."""
    return {
        (mark.kind, mark.url): None
        for witness in briefing.witnesses
        for passage in witness.passages
        for mark in find.marks(briefing.slug, passage.id)
    }


def _term(term: Term, find: Lookup) -> Popover:
    """Return the editors' definition, or else, in `words`, quotations that explain the term."""
    entry = term.entry
    return Popover(
        f"term-{entry.id}",
        entry.term,
        wording.clip(entry.definition or "", DEFINITION),
        kind=wording.TERM_KINDS[entry.kind],
        words=()
        if entry.definition
        else tuple(
            ExplainingWords(
                briefing=explanation.place.briefing,
                text=wording.clip(explanation.quote, DEFINITION),
                of=text_words(explanation.place, find),
            )
            for explanation in term.explanations
        ),
        more=(
            say.popovers.in_briefings(
                number=len(term.briefings),
                briefings=interface.count(len(find.briefings), "briefing"),
            ),
        ),
    )


def _figure(figure: Figure, find: Lookup) -> Popover:
    """Return the subject and period of a figure, its indicators, and its discrepancies."""
    known = find.annotated
    also = len(figure.places) - 1
    facts = (
        amounts.period(figure.stated),
        amounts.ROLES[figure.stated.role] if figure.stated.role != "level" else "",
        amounts.moved(figure.stated.direction),
    )
    return Popover(
        f"figure-{figure.id}",
        amounts.amount(figure.stated),
        figure.stated.subject,
        links=tuple(
            Link(title=indicator.title, url=urls.indicator_url(indicator.id))
            for indicator in known.indicators_of(figure.id)
        ),
        differs=_distinct(
            *(
                in_plain_words(record, text_names(record, find))
                for record in known.records_of(figure.id)
            )
        ),
        more=_distinct(
            " · ".join(fact for fact in facts if fact),
            say.rows.doubts(doubts=doubts) if (doubts := amounts.doubts(figure)) else "",
            say.popovers.also_stated(passages=say.counts.other_passages(count=also))
            if also
            else "",
        ),
    )


def _person(person: Person, find: Lookup) -> Popover:
    role = find.latest_role(person)
    days = [find.briefing_link(slug).date for slug in find.spoke(person)]
    return Popover(
        f"person-{person.id}",
        person.name,
        role or say.unknown.role,
        more=_distinct(say.popovers.spoke(days=", ".join(days)) if days else ""),
    )


def _outlet(outlet: Outlet) -> Popover:
    questions = len({(place.briefing, turn) for turn, place in outlet.questions})
    return Popover(
        f"outlet-{outlet.id}",
        outlet.name,
        interface.count(questions, "question") if questions else "",
        more=_distinct(
            say.popovers.also_printed(names=", ".join(outlet.other_names))
            if outlet.other_names
            else ""
        ),
    )


def _distinct(*lines: str) -> tuple[str, ...]:
    """Return the distinct non-empty lines."""
    return tuple(dict.fromkeys(line for line in lines if line))
