"""Each text in TEI and in Akoma Ntoso, and the root of the corpus in TEI, as published files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from briefings import urls, wording
from briefings.dating import UNDATED, newest_day
from briefings.engine.keys import key_of
from briefings.engine.store import Store
from briefings.model import Briefing, Corpus
from briefings.model.page import SiteInfo
from briefings.problems import Problems
from briefings.standards.akn import akn_pieces
from briefings.standards.components import (
    Component,
    PlacedNote,
    components,
    notes_by_briefing,
)
from briefings.standards.tei import tei_pieces
from briefings.standards.tei_root import ListedText, listed_text, root_pieces

from .data import DataFile, described, field_table
from .records import Data

TEI_TYPE = "application/tei+xml"
AKN_TYPE = "application/akn+xml"
_TEI = (
    "One text in TEI P5 after ParlaMint: turns with their speakers, passages under their ids, "
    "editors’ notes; a written report as notes of the type report. The primary text of a briefing "
    "has its name; another text adds its source, tei/<slug>.<source>.xml. A release has the same "
    "with sentences."
)
_ROOT = (
    "The root of the corpus: what was done with the texts and what was not, people and "
    "organisations, and each file by XInclude. @ana of a file tells primary texts from others."
)
_AKN = (
    "One text in Akoma Ntoso 3.0 (OASIS LegalDocML): a transcript as a debate with questions, "
    "answers and who gave them, a written report as a document. File, sum and lines of the text as "
    "received stand under proprietary; akn/<slug>.<source>.xml holds another text of the briefing."
)


def xml_files(corpus: Corpus, site: SiteInfo, store: Store) -> Iterator[DataFile]:
    """The files of all texts, briefing by briefing, then the root."""
    notes = notes_by_briefing(corpus.annotations.notes)
    newest = newest_day(corpus) or UNDATED
    write_tei = partial(tei_pieces, newest=newest)
    keys = {
        briefing.slug: _key(corpus, briefing, site, notes.get(briefing.slug, {}), newest)
        for briefing in corpus.briefings
    }
    for briefing in corpus.briefings:
        own_notes = notes.get(briefing.slug, {})
        key = keys[briefing.slug]
        for n, source in enumerate(briefing.sources):
            name = urls.text_name(briefing.slug, source, primary=n == 0)
            for path, write, mediatype in (
                (urls.tei_file(name), write_tei, TEI_TYPE),
                (urls.akn_file(name), akn_pieces, AKN_TYPE),
            ):
                pieces = partial(_pieces, write, briefing, n, site, own_notes)
                yield DataFile(path, key, pieces, _described(path, name, mediatype))
    if corpus.briefings:
        path = urls.TEI_CORPUS
        key = corpus.digest and key_of(corpus.digest, corpus.annotations.notes, site, newest)
        listed = _Listed(corpus, site, notes, keys, store)
        pieces = partial(root_pieces, corpus, site, newest, listed)
        yield DataFile(
            path, key or None, pieces, _described(path, "Corpus in TEI", TEI_TYPE, _ROOT)
        )


@dataclass(frozen=True, slots=True)
class _Listed:
    """The texts as the root file lists them; those of unchanged briefings are in the store."""

    corpus: Corpus
    site: SiteInfo
    notes: Mapping[str, Mapping[str, Sequence[PlacedNote]]]
    keys: Mapping[str, str | None]
    store: Store

    def __iter__(self) -> Iterator[ListedText]:
        for briefing in self.corpus.briefings:
            key, make = self.keys[briefing.slug], partial(self._of, briefing)
            if key:
                yield from self.store.cached(key_of("listed in TEI", key), make, Problems())
            else:
                yield from make(Problems())

    def _of(self, briefing: Briefing, _: Problems) -> list[ListedText]:
        notes = self.notes.get(briefing.slug, {})
        return [listed_text(text) for text in components(briefing, self.site, notes)]


def xml_tables(corpus: Corpus) -> list[Data]:
    """The description of these files on the Data page; empty if there are no texts."""
    if not corpus.briefings:
        return []
    about = f"{_TEI} tei/corpus.xml: {_ROOT}"
    return [
        field_table(urls.tei_file("<slug>"), "Texts in TEI", about, [urls.TEI_CORPUS]),
        field_table(urls.akn_file("<slug>"), "Texts in Akoma Ntoso", _AKN),
    ]


def _key(
    corpus: Corpus,
    briefing: Briefing,
    site: SiteInfo,
    notes: Mapping[str, Sequence[PlacedNote]],
    newest: str,
) -> str | None:
    """A key of everything that a briefing's files depend on; an undated one takes the
    newest date.
    """
    digest = corpus.digests.get(briefing.slug)
    if not digest:
        return None
    dated = "" if wording.full_date(briefing.date) else newest
    return key_of(digest, sorted(notes.items()), site.url, site.name, dated)


def _pieces(
    write: Callable[[Component], Iterator[str]],
    briefing: Briefing,
    n: int,
    site: SiteInfo,
    notes: Mapping[str, Sequence[PlacedNote]],
) -> Iterator[str]:
    """The file of a briefing's text with this number."""
    return write(list(components(briefing, site, notes))[n])


def _described(path: str, title: str, mediatype: str, description: str = "") -> Data:
    name = path.removesuffix(".xml").replace("/", "-")
    return described(path, name, title, mediatype, description)
