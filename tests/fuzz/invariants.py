"""What is true of every text, checked from the outside."""

from __future__ import annotations

import html
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import FrameType

from bs4 import BeautifulSoup

from briefings import isolation
from briefings.extract.figures import extract
from briefings.model import Corpus, Passage, Source, Witness
from briefings.model.figures import FigureContext
from briefings.model.page import SiteInfo
from briefings.pipeline import gather
from briefings.problems import Problems
from briefings.read import read
from briefings.render import render
from briefings.views import views

# Calls of functions that a text may take, at most: so many whatever it holds, and so many for each
# of its characters.  Ordinary texts take a tenth of it.
CALLS = 400_000
CALLS_EACH = 1_500
_NUMBER = re.compile(r"\d+")


@dataclass
class Work:
    calls: int = 0


@contextmanager
def counted() -> Iterator[Work]:
    """How many functions are called, which is the same on every computer."""
    work = Work()

    def note(frame: FrameType, event: str, argument: object) -> None:
        work.calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield work
    finally:
        sys.setprofile(before)


def check_sentence(text: str, date: str | None) -> None:
    """Every number is a figure or refused, and spans are exact."""
    found = extract(text, FigureContext(date, before=(text,), chair=False))
    spans = [(one.start, one.end) for one in found.figures]
    spans += [(one.start, one.end) for one in found.refusals]
    spans.sort()
    assert all(end <= start for (_, end), (start, _) in pairwise(spans)), text
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.quote
    for number in _NUMBER.finditer(text):
        assert any(start <= number.start() and number.end() <= end for start, end in spans), (
            number.group(), text,
        )  # fmt: skip


def check_files(files: list[tuple[str, bytes]], rendered: bool = False) -> None:
    """All of one event: what is read of the files, up to the pages."""
    with tempfile.TemporaryDirectory() as folder:
        seeds, editorial = Path(folder, "seeds"), Path(folder, "editorial")
        (editorial / "sources").mkdir(parents=True)
        seeds.mkdir()
        (editorial / "glossary.yml").write_text(_GLOSSARY, "utf-8")
        for n, (suffix, raw) in enumerate(files):
            (seeds / f"{n}_x{suffix}").write_bytes(raw)
            if len(files) > 1:
                (editorial / "sources" / f"{n}.yml").write_text("event: e\n", "utf-8")
        problems = Problems()
        with counted() as work:
            corpus = gather(seeds, editorial, problems)
        size = sum(len(raw) for _, raw in files)
        assert work.calls <= CALLS + CALLS_EACH * size, (work.calls, size)
        told = [str(one) for one in problems if one.rule == isolation.RULE]
        assert not told, told
        sources = read(seeds, Problems())
        _check_corpus(corpus, sources, problems)
    if rendered and corpus.briefings and not problems.errors:
        _check_pages(corpus)


_GLOSSARY = """
boats: {term: boats, kind: statistic, definition: Things that float., basis: common knowledge}
will: {term: Ports Bureau, kind: organization, definition: An office., basis: common knowledge}
"""


def _check_corpus(corpus: Corpus, sources: tuple[Source, ...], problems: Problems) -> None:
    witnesses = {one.source.id: one for briefing in corpus.briefings for one in briefing.witnesses}
    refused = {one.path for one in problems.errors}
    for source in sources:
        if source.id not in witnesses:
            assert source.path in refused, f"{source.path} is gone without a word"
            continue
        _check_witness(witnesses[source.id])
    for figure in corpus.figures:
        for place in figure.places:
            text = _passage(witnesses[place.source], place.passage).text
            assert text[place.start : place.end] == figure.stated.quote
    for key, mentions in corpus.mentions.items():
        for place, _ in mentions:
            assert place.passage == key[1]
            passage = _passage(witnesses[place.source], place.passage)
            assert 0 <= (place.start or 0) < (place.end or 0) <= len(passage.text)


def _passage(witness: Witness, id_: str | None) -> Passage:
    (found,) = [one for one in witness.passages if one.id == id_]
    return found


def _check_witness(witness: Witness) -> None:
    lines = witness.source.lines
    assert [line.n for line in witness.lines] == [
        n for n, line in enumerate(lines, 1) if line.strip()
    ]
    assert all(line.rule for line in witness.lines if line.role == "boilerplate")
    ids = [passage.id for passage in witness.passages]
    assert len(ids) == len(set(ids))
    held = {line.passage for line in witness.lines}
    held |= {part.passage for line in witness.lines for part in line.parts}
    assert held - {None} == set(ids)
    for passage in witness.passages:
        _check_words(passage, lines[passage.line - 1 : passage.last_line])


def _check_words(passage: Passage, lines: tuple[str, ...]) -> None:
    """The passage's words stand in its lines, in their order; nothing is altered or added."""
    assert passage.text == " ".join(passage.text.split()) != ""
    received = " ".join(" ".join(lines).split())
    if not set("<>&_*\\[]#`") & set(received) and received.isprintable():
        assert received.endswith(passage.text), (passage.text, received)
        return
    # With markup between the words: each character in its order, entities decoded or not.
    decoded = iter(html.unescape(received))
    plain = iter(received)
    letters = [c for c in passage.text if c.isalnum()]
    assert all(c in decoded for c in letters) or all(c in plain for c in letters), (
        passage.text, received,
    )  # fmt: skip


def _check_pages(corpus: Corpus) -> None:
    """Every passage stands on its page as it is in the data."""
    for page in views(corpus, SiteInfo(name="Fuzz")):
        if page.template != "briefing.md.j2":
            render(page)
            continue
        soup = BeautifulSoup(render(page), "html.parser")
        (briefing,) = [one for one in corpus.briefings if f"briefings/{one.slug}/" == page.url]
        for witness in briefing.witnesses:
            for passage in witness.passages:
                shown = soup.find(id=passage.id)
                assert shown is not None, passage.id
                assert _words(passage.text) in _words(shown.get_text()), passage.text


def _words(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
