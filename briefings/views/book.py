"""A briefing as a book: the data for its EPUB and PDF files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from briefings import dating, ids, markup, urls, wording
from briefings.interface import say
from briefings.model import Briefing, Exchange, Passage, Section, Turn, Witness
from briefings.model.book import (
    Book,
    BookExchange,
    BookGroup,
    BookNote,
    BookPassage,
    BookRun,
    BookSection,
    BookStretch,
    BookTerm,
    BookText,
    BookTurn,
)
from briefings.model.page import Mark

from .briefing_contents import STATEMENT, named_questions
from .briefing_head import participants, series_words, title_basis
from .lookup import Lookup
from .notes import notes_by_passage
from .reads import kept, reader
from .stretches import stretches_of
from .texts import part_in, role_at_the_time, text_facts


def book_of(slug: str, find: Lookup) -> Book:
    """Return the book of a briefing."""
    briefing = find.briefings[slug]
    url = urls.briefing_url(slug)
    named: dict[str, None] = {}
    texts = [_text(witness, briefing, find, named) for witness in briefing.witnesses]
    edited = _edited(briefing, find)
    short = find.briefing_link(slug).short
    chairs, speakers = participants(briefing, find)
    return Book(
        slug=slug,
        id=ids.urn(url),
        short=short,
        official=briefing.title if briefing.title != short else None,
        title_basis=title_basis(briefing),
        day=wording.full_date(briefing.date),
        date=wording.date_words(briefing.date),
        time=briefing.time,
        place=briefing.place,
        host=briefing.host,
        series=series_words(briefing),
        chairs=chairs,
        speakers=speakers,
        edited=edited,
        edited_words=wording.date_words(edited) if edited else "",
        permalink=f"{find.site.url}{url}" if find.site.url else "",
        site=find.site.name,
        site_url=find.site.url,
        texts=texts,
        terms=sorted(
            (entry for id_ in named if (entry := _term(find, id_))),
            key=lambda entry: (entry.title.casefold(), entry.id),
        ),
    )


def _edited(briefing: Briefing, find: Lookup) -> str:
    days = [
        briefing.date,
        *(day for witness in briefing.witnesses for day in dating.text_days(witness)),
    ]
    days += _days_of_editors(find, briefing.slug)
    return dating.newest(days) or ""


@reader
@kept
def _days_of_editors(find: Lookup, slug: str) -> tuple[str, ...]:
    """Return the dates of editors' notes on a briefing and of changes to it."""
    notes = (note.entry.date for note, _ in find.annotated.notes_of(slug))
    return (*notes, *(change.date for change in find.corpus.changes if change.briefing == slug))


def _text(witness: Witness, briefing: Briefing, find: Lookup, named: dict[str, None]) -> BookText:
    passages = _Passages(witness, briefing, find, named)
    groups = list(_groups(witness, briefing, find, passages))
    return BookText(
        id=witness.source.id,
        anchor=ids.text_id(witness.source.id),
        lang=witness.language,
        facts=text_facts(witness, briefing, find),
        groups=groups,
        notes=passages.notes,
    )


def _groups(
    witness: Witness, briefing: Briefing, find: Lookup, passages: _Passages
) -> Iterator[BookGroup]:
    """Yield the opening and the questions of the primary transcript; any other text is one
    group."""
    is_primary = witness.source.id == briefing.primary.source.id
    if witness.sections and not witness.turns:
        sections = [_section(section, witness, passages) for section in witness.sections]
        yield BookGroup(None, None, sections)
        return
    if not is_primary:
        turns = [_turn(turn, witness, briefing, find, passages) for turn in witness.turns]
        yield BookGroup(None, None, turns)
        return
    blocks = _conference(witness, briefing, find, passages)
    opening = next(
        (n for n, block in enumerate(blocks) if isinstance(block, BookExchange)), len(blocks)
    )
    if blocks[:opening]:
        title = say.briefing.opening if blocks[opening:] else None
        yield BookGroup("opening" if title else None, title, blocks[:opening])
    if blocks[opening:]:
        yield BookGroup("questions", say.briefing.questions_and_answers, blocks[opening:])


def _conference(
    witness: Witness, briefing: Briefing, find: Lookup, passages: _Passages
) -> list[BookTurn | BookExchange]:
    """Return the turns of a transcript, those of each exchange gathered into one block."""
    member: dict[str, tuple[int, Exchange]] = {}
    for number, exchange in enumerate(briefing.exchanges, 1):
        for id_ in (exchange.question, *exchange.handovers, *exchange.answers):
            member[id_] = (number, exchange)
    subjects = named_questions(briefing, find)
    blocks: list[BookTurn | BookExchange] = []
    for entry, turns in groupby(witness.turns, key=lambda turn: member.get(turn.id)):
        turns_of_entry = [_turn(turn, witness, briefing, find, passages, entry) for turn in turns]
        if entry is None:
            blocks += turns_of_entry
            continue
        number, exchange = entry
        blocks.append(BookExchange(exchange.id, number, subjects.get(exchange.id), turns_of_entry))
    return blocks


def _turn(
    turn: Turn,
    witness: Witness,
    briefing: Briefing,
    find: Lookup,
    passages: _Passages,
    entry: tuple[int, Exchange] | None = None,
) -> BookTurn:
    part = part_in(turn, entry[1]) if entry is not None else None
    speaker = find.speaker(turn.speaker, part == "question")
    tells = sum(len(passage.text.split()) for passage in turn.passages) >= STATEMENT
    return BookTurn(
        id=turn.id,
        part=part,
        speaker=speaker,
        role=role_at_the_time(turn.speaker, witness, briefing),
        entry=speaker.name if tells else None,
        passages=passages.of(turn.passages),
    )


def _section(section: Section, witness: Witness, passages: _Passages) -> BookSection:
    return BookSection(
        id=section.id,
        heading=section.heading,
        stretches=[
            BookStretch(stretch.id, stretch.subject) for stretch in stretches_of(section, witness)
        ],
        passages=passages.of(section.passages),
    )


class _Passages:
    """Split the passages of one text into runs, and collect the notes on them in order.

    `named` collects the terms to be explained, in the order of their first mention in the book.
    """

    def __init__(
        self, witness: Witness, briefing: Briefing, find: Lookup, named: dict[str, None]
    ) -> None:
        self.notes: list[BookNote] = []
        self._slug = briefing.slug
        self._find = find
        self._named = named
        self._notes = notes_by_passage(find, briefing.slug)
        self._met: set[str] = set()

    def of(self, passages: tuple[Passage, ...]) -> list[BookPassage]:
        return [self._passage(passage) for passage in passages]

    def _passage(self, passage: Passage) -> BookPassage:
        notes = {f"#{note.id}": note for note in self._notes.get(passage.id, [])}
        runs = list(self._runs(passage, notes))
        # A note that is not anchored to words follows the passage.
        met = {run.note.id for run in runs if run.note}
        runs += [BookRun("note", "", note=note) for note in notes.values() if note.id not in met]
        self.notes += [run.note for run in runs if run.note]
        return BookPassage(passage.id, runs)

    def _runs(self, passage: Passage, notes: Mapping[str, BookNote]) -> Iterator[BookRun]:
        for words, mark in markup.stretches(passage.text, self._find.marks(self._slug, passage.id)):
            fragment = "#" + (mark.url or "").partition("#")[2] if mark else ""
            if fragment in notes:
                yield BookRun("note", "", note=notes[fragment])
            elif mark and mark.kind == "figure":
                yield BookRun("figure", words, value=mark.value)
            elif mark and self._is_marked(mark):
                yield BookRun("term", words, term=urls.term_of(mark.url or ""))
            elif words:
                yield BookRun("text", words)

    def _is_marked(self, mark: Mark) -> bool:
        """Return whether this mark gets a link: the first mention in this text of an essential
        term.

        Terms that are explained are added to the book's list.
        """
        id_ = urls.term_of(mark.url or "")
        if id_ in self._met or _term(self._find, id_) is None:
            return False
        self._met.add(id_)
        self._named[id_] = None
        return mark.essential


@reader
@kept
def _term(find: Lookup, id_: str) -> BookTerm | None:
    """Return the glossary entry of a term for the book, or None if the term has no definition."""
    term = find.annotated.terms.get(id_)
    if term is None or not term.definition:
        return None
    return BookTerm(
        id=f"term-{id_}",
        title=term.entry.term,
        chinese=term.entry.chinese,
        definition=term.definition,
        said=not term.entry.definition,
    )
