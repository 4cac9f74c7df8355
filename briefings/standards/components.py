"""A text of a briefing as input for TEI and Akoma Ntoso: its file, its parts, and their functions.

Each file contains one text. A transcript and a report of the same event are two documents: if they
were one, a count of speeches would count each speech twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Literal
from urllib.parse import quote

from briefings import ids, urls, wording
from briefings.attribution import Attribution, attributions_of
from briefings.model import Briefing, Corpus, Note, NotePlace, Turn, Witness
from briefings.model.page import SiteInfo

from .elements import one_line, xml_id

Act = Literal["question", "handover", "answer", "statement"]

# Characters that need not be percent-encoded in an address.
_IN_ADDRESSES = "/#-._~"
NO_PASSAGES = "Nothing in this text could be read as a passage."
_NO_ADDRESS = "https://address-not-known.invalid/"
"""For schemas that require an address if the site's is not known; `.invalid` never resolves."""


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """An editors' note at one of its places."""

    note: Note
    at: NotePlace

    @property
    def id(self) -> str:
        """The note's id at this place."""
        return ids.note_place_id(self.note.entry.id, self.note.places.index(self.at))


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Consecutive turns of the primary text that belong to one exchange, or (None) to no exchange.

    `acts` gives the function of each turn.
    """

    exchange: str | None
    turns: tuple[Turn, ...]
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """One text of a briefing, with the notes on it by passage.

    `name` is the name of its file without suffix, `id` its id in the corpus; `path` is the path of
    its file below the site's root.
    """

    briefing: Briefing
    witness: Witness
    attribution: Attribution
    site: SiteInfo
    notes: Mapping[str, Sequence[PlacedNote]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return urls.text_name(self.briefing.slug, self.witness.source.id, self.attribution.primary)

    @property
    def id(self) -> str:
        return xml_id("b", self.name)

    @property
    def title(self) -> str:
        """The title of the briefing as a single line."""
        return one_line(self.briefing.title) or self.briefing.slug

    def id_of(self, part: str) -> str:
        """The id of a turn, section or passage, unique in the corpus."""
        return f"{self.id}.{self.own_id(part)}"

    def own_id(self, part: str) -> str:
        """The id of a turn, section or passage within its text."""
        return xml_id(ids.without_prefix(self.witness.source.id, part))

    def anchor(self, id_: str) -> str:
        """The address of an element on the briefing's page."""
        return urls.briefing_url(self.briefing.slug, id_)

    def line(self, line: int | None) -> str:
        """The address of a line of the text as received."""
        return urls.source_url(self.witness.source.id, line)

    @property
    def days(self) -> list[str]:
        """Every complete date in the file, oldest first."""
        settings = self.witness.settings
        named = [self.briefing.date, self.attribution.published, settings.retrieved]
        named += [edition.replaced for edition in settings.editions]
        named += [placed.note.entry.date for notes in self.notes.values() for placed in notes]
        return sorted({day for day in map(wording.full_date, named) if day})


def components(
    briefing: Briefing, site: SiteInfo, notes: Mapping[str, Sequence[PlacedNote]]
) -> Iterator[Component]:
    """The texts of a briefing, the primary text first; `notes` are those on its passages."""
    attributions = attributions_of(briefing)
    for witness in briefing.witnesses:
        yield Component(briefing, witness, attributions[witness.source.id], site, notes)


def all_components(corpus: Corpus, site: SiteInfo) -> Iterator[Component]:
    """The texts of all briefings, in order."""
    notes = notes_by_briefing(corpus.annotations.notes)
    for briefing in corpus.briefings:
        yield from components(briefing, site, notes.get(briefing.slug, {}))


def notes_by_briefing(notes: Iterable[Note]) -> dict[str, dict[str, list[PlacedNote]]]:
    """The notes at each passage, by briefing."""
    notes_by_passage: dict[str, dict[str, list[PlacedNote]]] = {}
    for note in notes:
        for at in note.places:
            of_briefing = notes_by_passage.setdefault(at.place.briefing, {})
            of_briefing.setdefault(at.place.passage or "", []).append(PlacedNote(note, at))
    return notes_by_passage


def exchanged(component: Component) -> Iterator[Exchanged]:
    """The turns of a transcript in order, grouped by exchange.

    Exchanges are known only for the primary text; any other transcript is a single group.
    """
    acts: dict[str, tuple[str, Act]] = {}
    if component.attribution.primary:
        for exchange in component.briefing.exchanges:
            acts |= dict.fromkeys(exchange.answers, (exchange.id, "answer"))
            acts |= dict.fromkeys(exchange.handovers, (exchange.id, "handover"))
            acts[exchange.question] = exchange.id, "question"
    of_none: tuple[str | None, Act] = (None, "statement")
    turns = [(*acts.get(turn.id, of_none), turn) for turn in component.witness.turns]
    for exchange, run in groupby(turns, key=itemgetter(0)):
        _, own_acts, own_turns = zip(*run, strict=True)
        yield Exchanged(exchange, own_turns, own_acts)


def address(url: str, site: SiteInfo, page: str) -> str:
    """An address on the site: absolute if the site's address is known, otherwise a link from
    `page`.
    """
    linked = f"{site.url}{url}" if site.url else urls.relative(url, page)
    return quote(linked, safe=f"{_IN_ADDRESSES}:?=&%+,;@!$'()*")


def whole_address(url: str, site: SiteInfo) -> str:
    """An absolute address on the site, for schemas that require one."""
    return quote(f"{site.url or _NO_ADDRESS}{url}", safe=f"{_IN_ADDRESSES}:?=&%+,;@!$'()*")


def web_address(url: str | None) -> str | None:
    """An address given by a text or an editor, if it is a web address, otherwise None."""
    url = one_line(url)
    if url is None or " " in url or not url.startswith(("http://", "https://")):
        return None
    return quote(url, safe=f"{_IN_ADDRESSES}:?=&%+,;@!$'()*")


def note_text(placed: PlacedNote, passage: str) -> str:
    """A note's text, with the words it is on, its basis, its author and its date."""
    note, place = placed.note, placed.at.place
    quoted = passage[place.start : place.end] if place.end is not None else ""
    words = " ".join("".join(run.text for run in paragraph) for paragraph in note.text)
    on = f"On “{quoted}”: " if quoted else ""
    entry = note.entry
    return one_line(f"{on}{words} (Basis: {entry.basis}. {note.author}, {entry.date})") or entry.id
