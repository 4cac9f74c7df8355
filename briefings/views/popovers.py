"""What the marks of a reading page tell when they are opened: once for each thing, not a mark."""

from __future__ import annotations

from briefings import amounts, wording
from briefings.model import Briefing, Figure, Outlet, Person, Term

from .lookup import Context, Lookup
from .origin_links import text_words
from .plain_records import in_plain_words, text_names
from .reads import kept, texts_reader

DEFINITION = 200
LAYERS = (
    ("figure", "Figures"),
    ("term", "Terms"),
    ("person", "People"),
    ("note", "Notes"),
)


def layers(briefing: Briefing, find: Lookup) -> list[Context]:
    """The kinds of marks that the texts of the briefing have, to be switched off and on."""
    kinds = {kind for kind, _ in _marked(briefing, find)}
    return [{"kind": kind, "title": title} for kind, title in LAYERS if kind in kinds]


def popovers(briefing: Briefing, find: Lookup) -> list[Context]:
    """Terms, figures, people and outlets that the texts of the briefing mark or name, by id.

    An id is the kind and the last part of the address that the mark leads to.
    """
    urls = dict.fromkeys(url for _, url in _marked(briefing, find))
    urls |= dict.fromkeys(
        find.speaker_url(turn.speaker) for one in briefing.witnesses for turn in one.turns
    )
    made = [one for url in urls if url and (one := _popover(find, url))]
    return sorted(made, key=lambda one: str(one["id"]))  # like beside like packs well


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


def _term(term: Term, find: Lookup) -> Context:
    said = not term.entry.definition and bool(term.explanations)
    return {
        "id": f"term-{term.entry.id}",
        "title": term.entry.term,
        "kind": wording.TERM_KINDS[term.entry.kind],
        "said": said,
        "text": wording.clip(term.definition, DEFINITION),
        "more": _told(
            text_words(term.explanations[0].place, find) if said else "",
            f"in {len(term.briefings)} of {wording.count(len(find.briefings), 'briefing')}",
        ),
    }


def _figure(figure: Figure, find: Lookup) -> Context:
    known = find.annotated
    measures = [one.title for one in known.indicators_of(figure.id)]
    records = known.records_of(figure.id)
    also = len(figure.places) - 1
    facts = (
        amounts.period(figure.stated),
        amounts.ROLES[figure.stated.role] if figure.stated.role != "level" else "",
        amounts.DIRECTIONS[figure.stated.direction],
    )
    return {
        "id": f"figure-{figure.id}",
        "title": amounts.amount(figure.stated),
        "kind": None,
        "said": False,
        "text": figure.stated.subject,
        "more": _told(
            " · ".join(fact for fact in facts if fact),
            *measures,
            f"Bear in mind: {told}" if (told := amounts.doubts(figure)) else "",
            f"also stated in {wording.count(also, 'other passage')}" if also else "",
            *(in_plain_words(one, text_names(one, find)) for one in records),
        ),
    }


def _person(person: Person, find: Lookup) -> Context:
    role = find.latest_role(person)
    days = [find.briefing_link(slug)["date"] for slug in find.spoke(person)]
    return {
        "id": f"person-{person.id}",
        "title": person.name,
        "kind": None,
        "said": False,
        "text": role or "Role not given in the sources",
        "more": _told(f"spoke: {', '.join(days)}" if days else ""),
    }


def _outlet(outlet: Outlet) -> Context:
    asked = len({(place.briefing, turn) for turn, place in outlet.questions})
    return {
        "id": f"outlet-{outlet.id}",
        "title": outlet.name,
        "kind": None,
        "said": False,
        "text": wording.count(asked, "question") if asked else "",
        "more": _told(
            f"also printed as {', '.join(outlet.other_names)}" if outlet.other_names else ""
        ),
    }


def _told(*lines: str) -> list[str]:
    """The lines that say something, once each."""
    return list(dict.fromkeys(line for line in lines if line))
