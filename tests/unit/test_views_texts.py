"""Which text one reads, and how good it is, on the pages that have the texts themselves."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup

from briefings.model import (
    Annotations,
    Corpus,
    Note,
    NoteEntry,
    NoteKind,
    NotePlace,
    Place,
    Quality,
    Quotation,
    Settings,
    Where,
)
from briefings.model.page import SiteInfo
from briefings.render import render
from briefings.views import views

from .sample_corpus import CORPUS, FISH

HERE = Where("editorial/notes/fish.yml", 1, 1)


def _pages(corpus: Corpus) -> dict[str, BeautifulSoup]:
    """The pages of the fish briefing, and of its texts as received."""
    urls = (f"briefings/{FISH}/", "sources/010/", "sources/011/")
    pages = {page.url: page for page in views(corpus, SiteInfo(name="Briefings"))}
    return {url: BeautifulSoup(render(pages[url]), "html.parser") for url in urls}


def _graded(transcript: Quality, article: Quality) -> Corpus:
    """The corpus with these grades of the texts on fish."""
    fish, *others = CORPUS.briefings
    texts = tuple(
        replace(one, settings=Settings(quality=quality))
        for one, quality in zip(fish.witnesses, (transcript, article), strict=True)
    )
    return replace(CORPUS, briefings=(replace(fish, witnesses=texts), *others))


def _bands(corpus: Corpus) -> list[str]:
    """Return the text of the bands and the targets of their links."""
    return [
        f"{' '.join(band.get_text(' ').split())} -> {link['href'] if (link := band.a) else ''}"
        for page in _pages(corpus).values()
        for band in page.select(".band")
    ]


def test_a_band_names_each_text_but_a_good_primary_one_and_leads_to_the_reason() -> None:
    article = "Daily Net, 5 May 2021 · rewritten"
    assert _bands(_graded("official-translation", "rewritten")) == [
        f"{article} -> ../../sources/011/#quality",
        f"{article} -> #quality",
    ]
    # The opening, then questions and answers: there is one over each.
    transcript = "Transcript, Ministry of Fish, 4 May 2021 · machine-translated"
    assert _bands(_graded("machine-translated", "rewritten")) == [
        f"{transcript} -> ../../sources/010/#quality",
        f"{transcript} -> ../../sources/010/#quality",
        f"{article} -> ../../sources/011/#quality",
        f"{transcript} -> #quality",
        f"{article} -> #quality",
    ]


def test_a_source_has_the_name_of_its_text() -> None:
    pages = {page.url: page for page in views(CORPUS, SiteInfo(name="Briefings"))}
    assert pages["sources/011/"].context["meta"]["title"] == "Daily Net, 5 May 2021"


def _open(kind: NoteKind, article: Quality) -> list[bool]:
    """Whether a note on words of the transcript and of the article, so graded, is open at each."""
    quotations = (Quotation("010:6", "12 fish", HERE, HERE), Quotation("011:5", "12", HERE, HERE))
    entry = NoteEntry("n1", FISH, quotations, kind, "", "", "editors", "2021-05-06", HERE)
    places = (
        NotePlace(1, Place(FISH, "010", "t2p1", 6, 11, 18)),
        NotePlace(2, Place(FISH, "011", "011-s2p1", 5, 15, 17)),
    )
    note = Note(entry, places, "Editors", (), ())
    corpus = replace(_graded("official-translation", article), annotations=Annotations((), (note,)))
    page = _pages(corpus)[f"briefings/{FISH}/"]
    return [one.has_attr("open") for one in page.select("details.sidenote")]


def test_what_a_machines_text_says_otherwise_is_not_folded_away() -> None:
    assert _open("discrepancy", "rewritten") == [False, True]
    assert _open("discrepancy", "machine-translated") == [False, True]
    assert _open("discrepancy", "agency-report") == [False, False]
    assert _open("context", "rewritten") == [False, False]
