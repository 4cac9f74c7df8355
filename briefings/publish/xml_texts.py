"""Each text in TEI and in Akoma Ntoso, and the root of the corpus in TEI, as published files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from briefings import urls, wording
from briefings.dating import UNDATED, newest_day
from briefings.engine.keys import key_of
from briefings.model import Briefing, Corpus
from briefings.model.page import SiteInfo
from briefings.standards.akn import akn_pieces
from briefings.standards.components import (
    Component,
    NoteHere,
    all_components,
    components,
    notes_by_briefing,
)
from briefings.standards.tei import tei_pieces
from briefings.standards.tei_root import root_pieces

from .data import DataFile
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


def xml_files(corpus: Corpus, site: SiteInfo) -> Iterator[DataFile]:
    """The files of all texts, briefing by briefing, then the root."""
    notes = notes_by_briefing(corpus.annotations.notes)
    newest = newest_day(corpus) or UNDATED
    for briefing in corpus.briefings:
        here = notes.get(briefing.slug, {})
        key = _key(corpus, briefing, site, here, newest)
        for n, source in enumerate(briefing.sources):
            name = urls.text_name(briefing.slug, source, primary=n == 0)
            text = partial(_component, briefing, site, here, n)
            yield _file(urls.tei_file(name), key, text, partial(_tei, newest), TEI_TYPE)
            yield _file(urls.akn_file(name), key, text, akn_pieces, AKN_TYPE)
    if corpus.briefings:
        root = partial(_root, corpus, site, newest)
        whole = corpus.digest and key_of(corpus.digest, corpus.annotations.notes, site, newest)
        described = {
            **_described(urls.TEI_CORPUS, "Corpus in TEI", TEI_TYPE), "description": _ROOT,
        }  # fmt: skip
        yield DataFile(urls.TEI_CORPUS, whole or None, root, described)


def xml_tables(corpus: Corpus) -> list[Data]:
    """The description of these files on the Data page; empty if there are no texts."""
    if not corpus.briefings:
        return []
    root = urls.data_url(urls.TEI_CORPUS)
    shown: list[Data] = []
    for path, also, title, said in (
        (urls.tei_file("<slug>"), [root], "Texts in TEI", f"{_TEI} tei/corpus.xml: {_ROOT}"),
        (urls.akn_file("<slug>"), [], "Texts in Akoma Ntoso", _AKN),
    ):
        shown.append(
            {
                "path": urls.data_url(path),
                "also": also,
                "title": title,
                "description": said,
                "schema": None,
                "fields": [],
            }
        )
    return shown


def _key(
    corpus: Corpus,
    briefing: Briefing,
    site: SiteInfo,
    notes: Mapping[str, Sequence[NoteHere]],
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


def _component(
    briefing: Briefing, site: SiteInfo, notes: Mapping[str, Sequence[NoteHere]], n: int
) -> Component:
    return list(components(briefing, site, notes))[n]


def _tei(newest: str, text: Component) -> Iterator[str]:
    return tei_pieces(text, newest)


def _root(corpus: Corpus, site: SiteInfo, newest: str) -> Iterator[str]:
    return root_pieces(corpus, site, all_components(corpus, site), newest)


def _file(
    path: str,
    key: str | None,
    text: Callable[[], Component],
    written: Callable[[Component], Iterable[str]],
    mediatype: str,
) -> DataFile:
    title = path.rpartition("/")[2].removesuffix(".xml")
    return DataFile(path, key, lambda: written(text()), _described(path, title, mediatype))


def _described(path: str, title: str, mediatype: str) -> Data:
    return {
        "path": path,
        "name": path.removesuffix(".xml").replace("/", "-"),
        "title": title,
        "format": "xml",
        "mediatype": mediatype,
    }
