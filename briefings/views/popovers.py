"""What the marks of a reading page tell when they are opened, in a file that its script fetches."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import amounts, interface, urls, wording
from briefings.interface import say
from briefings.model import Briefing, Figure, Outlet, Person, Term
from briefings.model.page import Piece

from .lookup import Context, Lookup
from .plain_records import in_plain_words, text_names
from .reads import kept, texts_reader
from .text_links import text_words

DEFINITION = 200


def mark_kinds(briefing: Briefing, find: Lookup) -> list[str]:
    """The kinds of marks that the texts of the briefing have: with none there is nothing to choose
    how much is seen of."""
    return sorted({kind for kind, _ in _marked(briefing, find)})


def popover_files(find: Lookup) -> Iterator[Piece]:
    """A file for each briefing: what its marks tell, by the ids of the pop-overs."""
    for slug, briefing in find.briefings.items():
        url = urls.briefing_url(slug)
        entries = {one.pop("id"): _linked(one, url) for one in popovers(briefing, find)}
        if entries:
            yield Piece(urls.popovers_path(url), entries)


def _linked(pop: Context, page: str) -> Context:
    """A pop-over as its script reads it: without what is empty, its links made from the page."""
    links = [{**one, "url": urls.relative(one["url"], page)} for one in pop["links"]]
    whole = {**pop, "links": links}
    return {name: value for name, value in whole.items() if value and name != "words"}


def popovers(briefing: Briefing, find: Lookup) -> list[Context]:
    """Terms, figures, people and outlets that the texts of the briefing mark or name, each once.

    An id is the kind and the last part of the address that the mark leads to.  `text` says what the
    thing is, as the words of a text where `said`; `links` lead to what follows it, `differs` are
    sentences on texts that differ, `more` are further lines.
    """
    targets = dict.fromkeys(url for _, url in _marked(briefing, find))
    targets |= dict.fromkeys(
        find.speaker_url(turn.speaker) for one in briefing.witnesses for turn in one.turns
    )
    made = [one for url in targets if url and (one := _popover(find, url))]
    return [_from_elsewhere(one, briefing.slug) for one in made]


def _from_elsewhere(pop: Context, slug: str) -> Context:
    """A pop-over in which no words stand that the reader has before them."""
    words = next((one for one in pop["words"] if one["briefing"] != slug), None)
    if words is None:
        return dict(pop)
    return {**pop, "said": True, "text": words["text"], "more": [words["of"], *pop["more"]]}


@texts_reader
@kept
def _popover(find: Lookup, url: str) -> Context | None:
    """What is told of the thing with this address; None where nothing has it."""
    one = find.annotated.by_url.get(url) or find.annotated.figures.get(url.partition("#")[2])
    if one is None:
        return None
    if isinstance(one, Term):
        return _term(one, find)
    if isinstance(one, Figure):
        return _figure(one, find)
    return _person(one, find) if isinstance(one, Person) else _outlet(one)


def _marked(briefing: Briefing, find: Lookup) -> dict[tuple[str, str | None], None]:
    """Kinds and addresses of the briefing's marks, in the order of the text."""
    return {
        (mark.kind, mark.url): None
        for witness in briefing.witnesses
        for passage in witness.passages
        for mark in find.marks(briefing.slug, passage.id)
    }


def _pop(of: str, id_: str, title: str, text: str, **more: object) -> Context:
    """A pop-over of a kind of mark; what it has nothing of is empty."""
    empty: Context = {"kind": None, "said": False, "words": [], "links": [], "differs": []}
    return {**empty, "id": f"{of}-{id_}", "title": title, "text": text, **more}


def _term(term: Term, find: Lookup) -> Context:
    """The editors' definition; where there is none, `words` of the texts that may stand for it."""
    entry = term.entry
    return _pop(
        "term",
        entry.id,
        entry.term,
        wording.clip(entry.definition or "", DEFINITION),
        kind=wording.TERM_KINDS[entry.kind],
        words=[]
        if entry.definition
        else [
            {
                "briefing": one.place.briefing,
                "text": wording.clip(one.quote, DEFINITION),
                "of": text_words(one.place, find),
            }
            for one in term.explanations
        ],
        more=[
            say.popovers.in_briefings(
                number=len(term.briefings),
                briefings=interface.count(len(find.briefings), "briefing"),
            )
        ],
    )


def _figure(figure: Figure, find: Lookup) -> Context:
    """Subject, period, the indicator that follows it, and where texts differ on it."""
    known = find.annotated
    also = len(figure.places) - 1
    facts = (
        amounts.period(figure.stated),
        amounts.ROLES[figure.stated.role] if figure.stated.role != "level" else "",
        amounts.moved(figure.stated.direction),
    )
    return _pop(
        "figure",
        figure.id,
        amounts.amount(figure.stated),
        figure.stated.subject,
        links=[
            {"title": one.title, "url": urls.indicator_url(one.id)}
            for one in known.indicators_of(figure.id)
        ],
        differs=_told(
            *(in_plain_words(one, text_names(one, find)) for one in known.records_of(figure.id))
        ),
        more=_told(
            " · ".join(fact for fact in facts if fact),
            say.rows.doubts(doubts=told) if (told := amounts.doubts(figure)) else "",
            say.popovers.also_stated(passages=say.counts.other_passages(count=also))
            if also
            else "",
        ),
    )


def _person(person: Person, find: Lookup) -> Context:
    role = find.latest_role(person)
    days = [find.briefing_link(slug)["date"] for slug in find.spoke(person)]
    return _pop(
        "person",
        person.id,
        person.name,
        role or say.unknown.role,
        more=_told(say.popovers.spoke(days=", ".join(days)) if days else ""),
    )


def _outlet(outlet: Outlet) -> Context:
    asked = len({(place.briefing, turn) for turn, place in outlet.questions})
    return _pop(
        "outlet",
        outlet.id,
        outlet.name,
        interface.count(asked, "question") if asked else "",
        more=_told(
            say.popovers.also_printed(names=", ".join(outlet.other_names))
            if outlet.other_names
            else ""
        ),
    )


def _told(*lines: str) -> list[str]:
    """The lines that say something, once each."""
    return list(dict.fromkeys(line for line in lines if line))
