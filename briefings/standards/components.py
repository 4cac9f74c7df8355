"""A text of a briefing as input for TEI and Akoma Ntoso: its file, its parts, and their functions.

Each file contains one text. A transcript and a report of the same event are two documents: if they
were one, a count of speeches would count each speech twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
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
_NO_ADDRESS = "https://address-not-known.invalid/"
"""For schemas that require an address if the site's is not known; `.invalid` never resolves."""


@dataclass(frozen=True, slots=True)
class NoteHere:
    """An editors' note at one of its places."""

    note: Note
    at: NotePlace


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
    notes: Mapping[str, Sequence[NoteHere]] = field(default_factory=dict)

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
        named += [one.replaced for one in settings.editions]
        named += [one.note.entry.date for here in self.notes.values() for one in here]
        return sorted({day for day in map(wording.full_date, named) if day})


def components(
    briefing: Briefing, site: SiteInfo, notes: Mapping[str, Sequence[NoteHere]]
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


def notes_by_briefing(notes: Iterable[Note]) -> dict[str, dict[str, list[NoteHere]]]:
    """The notes at each passage, by briefing."""
    found: dict[str, dict[str, list[NoteHere]]] = {}
    for note in notes:
        for at in note.places:
            here = found.setdefault(at.place.briefing, {}).setdefault(at.place.passage or "", [])
            here.append(NoteHere(note, at))
    return found


def exchanged(component: Component) -> Iterator[Exchanged]:
    """The turns of a transcript in order, grouped by exchange.

    Exchanges are known only for the primary text; any other transcript is a single group.
    """
    acts: dict[str, tuple[str, Act]] = {}
    if component.attribution.primary:
        for one in component.briefing.exchanges:
            acts |= dict.fromkeys(one.answers, (one.id, "answer"))
            acts |= dict.fromkeys(one.handovers, (one.id, "handover"))
            acts[one.question] = one.id, "question"
    of_none: tuple[str | None, Act] = (None, "statement")
    held = [(acts.get(turn.id, of_none), turn) for turn in component.witness.turns]
    for exchange, run in groupby(held, key=lambda one: one[0][0]):
        together = list(run)
        yield Exchanged(
            exchange,
            tuple(turn for _, turn in together),
            tuple(act for (_, act), _ in together),
        )


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


def note_text(here: NoteHere, passage: str) -> str:
    """A note's text, with the words it is on, its basis, its author and its date."""
    note, place = here.note, here.at.place
    quoted = passage[place.start : place.end] if place.end is not None else ""
    said = " ".join("".join(run.text for run in paragraph) for paragraph in note.text)
    on = f"On “{quoted}”: " if quoted else ""
    entry = note.entry
    return one_line(f"{on}{said} (Basis: {entry.basis}. {note.author}, {entry.date})") or entry.id
