"""The index of terms: their meanings by kind, and the words by which readers filter it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings import ids, interface, urls, wording
from briefings.grouping import by_key
from briefings.interface import counting, say
from briefings.languages import ENGLISH
from briefings.languages.sentences import sentences_of
from briefings.model import Term
from briefings.model.page import Page, Piece

from . import linked_data
from .links import Link
from .lookup import Lookup
from .mentions import has_timeline
from .paging import Paging, Part, by_letter, context_of, hub, letter_of, part_pages
from .pending import Pending
from .term import other_wordings
from .text_links import TextLink, text_link

WORDS = f"{urls.TERMS}words.json"
_MEANING = 120  # characters of a meaning in the index


@dataclass(frozen=True, slots=True)
class TermName:
    """A term as a link; `key` is its kind, and `gone` says that it is no longer mentioned."""

    title: str
    url: str
    key: str
    gone: bool


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term with its meaning; `said_in` is the text that is quoted in place of a definition, and
    `also` are other words for filtering."""

    title: str
    url: str
    key: str
    chinese: str | None
    also: str
    said_in: TextLink | None
    text: str
    gone: bool


@dataclass(frozen=True, slots=True)
class TermsOfKind:
    """The terms of one kind: those with their meanings, and those listed as links."""

    title: str
    id: str
    count: int
    rows: list[TermRow]
    names: list[TermName]


@dataclass(frozen=True, slots=True)
class TermsIndex:
    """The context of `terms.md.j2`: terms by kind, and those no longer mentioned.

    Each of `kinds` has `rows`, terms with their meanings, and `names`, terms as links; `gone` is a
    list of links. `timeline` says whether the site has a timeline. `count` states the total, and
    `words` is the path of the file with additional words for filtering the list.
    """

    kinds: list[TermsOfKind]
    gone: list[TermName]
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
    return _frequent(terms, most // len({term.entry.kind for term in terms}))


def terms_words(find: Lookup) -> list[Piece]:
    """Return the file with additional words for filtering the index, by term.

    These are other wordings, and for terms listed by name only, the Chinese name and the meaning.
    """
    terms = _sorted(find)
    if _parts(find):
        return []
    ids_explained = {term.entry.id for term in _explained(terms, find)}
    words = {}
    for term in terms:
        row = _row(term, find)
        more = () if term.entry.id in ids_explained else (row.chinese or "", row.text)
        words[urls.term_url(term.entry.id)] = " ".join(filter(None, (*more, row.also)))
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
        key=lambda term: (letter_of(term.entry.term), ids.slug(term.entry.term)),
    )


def _parts(find: Lookup) -> tuple[Part[Term], ...]:
    most = find.site.limits.names
    return by_letter(_sorted(find), urls.TERMS, lambda term: letter_of(term.entry.term), most, find)


def _index(explained: Sequence[Term], named: Sequence[Term], paging: Paging, find: Lookup) -> Page:
    """Return one page of the index.

    `explained` are listed with their meanings; if there are none, the most frequent of `named` are
    listed as links.
    """
    rows = [_row(term, find) for term in explained]
    names = [_name(term) for term in named]
    known = {row.url for row in rows}
    names_left = (
        [row for row in names if row.url not in known]
        if rows
        else [_name(term) for term in _frequent(named, find.site.limits.newest)]
    )
    kinds = [
        TermsOfKind(
            title=title,
            id=kind,
            count=sum(row.key == kind for row in names or rows),
            rows=[row for row in rows if row.key == kind],
            names=[row for row in names_left if row.key == kind],
        )
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
                kinds=[kind for kind in kinds if kind.count],
                gone=[row for row in names if row.gone],
                notes=bool(find.annotated.notes),
                timeline=has_timeline(find),
                count=interface.count(len(find.annotated.terms), "term"),
                words=None if paging.paged else WORDS,
            ),
            paging,
        ),
    )


def _frequent(terms: Sequence[Term], most: int) -> list[Term]:
    """Return the most frequently mentioned terms of each kind, in the order given."""
    frequent: set[str] = set()
    for same_kind in by_key((term.entry.kind, term) for term in terms).values():
        ranked = sorted(same_kind, key=lambda term: -len(term.mentions))
        frequent.update(term.entry.id for term in ranked[:most])
    return [term for term in terms if term.entry.id in frequent]


def _name(term: Term) -> TermName:
    entry = term.entry
    url = urls.term_url(entry.id)
    return TermName(title=entry.term, url=url, key=entry.kind, gone=term.no_longer)


def _row(term: Term, find: Lookup) -> TermRow:
    text = wording.clip(_first_sentence(term.definition), _MEANING)
    return TermRow(
        title=term.entry.term,
        url=urls.term_url(term.entry.id),
        key=term.entry.kind,
        chinese=term.entry.chinese,
        also=_other_words(term, text),
        said_in=_said_in(term, find),
        text=text,
        gone=term.no_longer,
    )


def _said_in(term: Term, find: Lookup) -> TextLink | None:
    """Return the text that is quoted in place of a definition, or None if editors wrote one."""
    if term.entry.definition or not term.explanations:
        return None
    place = term.explanations[0].place
    return text_link(place.briefing, place.source, find)


def _first_sentence(text: str) -> str:
    """Return the first sentence of a definition."""
    return next(iter(sentences_of(text, ENGLISH)), "")


def _other_words(term: Term, name: str) -> str:
    """Return words of a term's other wordings that its row does not show, each once.

    The filter matches words in any order, so single words are enough.
    """
    known = set(f"{term.entry.term} {name}".casefold().split())
    words = " ".join(other_wordings(term)).casefold().split()
    return " ".join(dict.fromkeys(word for word in words if word not in known))
