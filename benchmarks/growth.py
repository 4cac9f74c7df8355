"""How the time of each stage grows when its input is doubled.

    python -m benchmarks growth [INPUT ...] [--doublings N] [--all]

Texts that once took time with the square of their length, and ordinary ones, go through every
stage at doubled sizes.  Printed is, for each input, the stage that grows most and the one that
takes most: processor seconds of each size, and the growth of the last doubling beyond linear,
which is 1.0 where twice the text takes twice the time.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from rich.console import Console
from rich.table import Table

from briefings.annotate import annotate
from briefings.clean import clean
from briefings.extract.figures import figures
from briefings.extract.mentions import mentions
from briefings.extract.quotations import quotations
from briefings.extract.terms import Matcher, terms_of
from briefings.group import group
from briefings.model import Corpus, Editorial, Rendering, Settings, Source, TermEntry, Where
from briefings.model.page import SiteInfo
from briefings.parse import parse
from briefings.problems import Problems
from briefings.publish import data
from briefings.publish.search_records import records_by_briefing
from briefings.publish.search_words import words_of
from briefings.read import source_lines
from briefings.relate.indicators.crosschecks import crosschecks
from briefings.relate.indicators.measure import measure as measure_figures
from briefings.relate.indicators.observing import indicators
from briefings.relate.summary import summarise
from briefings.render import render
from briefings.views import views
from tests.relating import events, related

SITE = SiteInfo(name="Growth")
FIRST = 8_000
# What a stage takes at the least, in seconds, for its growth to be told from noise.
_TELLS = 0.1
LIMIT = 1.2


def _paragraph(piece: str) -> Callable[[int], str]:
    """One paragraph under one label, the piece again and again."""

    def made(size: int) -> str:
        return f"{_HEAD}Bo Fisher:\n\nWe told you so. {(piece * (size // len(piece) + 1))[:size]}\n"

    return made


def _lines(piece: str) -> Callable[[int], str]:
    """The piece again and again, `{n}` a number of its own and `{w}` a word of its own."""

    def made(size: int) -> str:
        parts, length, n = [_HEAD], 0, 0
        while length < size:
            parts.append(piece.replace("{n}", str(n)).replace("{w}", _word(n)))
            length += len(parts[-1])
            n += 1
        return "".join(parts)

    return made


def _page(piece: str, *more: str) -> Callable[[int], str]:
    """A page: one piece again and again, then the next."""

    def made(size: int) -> str:
        share = size // (len(more) + 1)
        parts = [one * (share // len(one)) for one in (piece, *more)]
        return f"<html><body><h1>Boats</h1>{''.join(parts)}</body></html>"

    return made


def _word(n: int) -> str:
    """A name of its own for each number."""
    syllables = "ba de fi go lu mai nen pao rui san tong wei xin yao zhu ke".split()
    word = ""
    while True:
        n, rest = divmod(n, len(syllables))
        word += syllables[rest]
        if not n:
            return word.capitalize()


_HEAD = "Ministry of Trade holds press conference on boats\n\nLowtown | 10 a.m. May 4, 2021\n\n"
_PROSE = (
    "In 2020 the Ports Bureau built 3,400 boats, 12% more than a year earlier, said Mr. Fisher. "
    "“We will open new harbours,” he added, and boats of all kinds may enter them from May on. "
)
INPUTS: dict[str, Callable[[int], str]] = {
    "prose": _paragraph(_PROSE),
    "Mr.": _paragraph("Mr. "),
    "J.": _paragraph("J. "),
    "U.S.": _paragraph("U.S. "),
    "5%": _paragraph("5% "),
    "1,000,": _paragraph("1,000,"),
    "1,000 5%": _paragraph("1,000,5 "),
    "from 5 to 4": _paragraph("from 5 to 4 "),
    "quotation marks": _paragraph("“a "),
    "boats": _paragraph("boats "),
    "Bo Fisher": _paragraph("Mr. Fisher "),
    "brackets": _paragraph("("),
    "a word": _paragraph("a"),
    "no.": _paragraph("No. "),
    "he said": _paragraph("He said. "),
    "respectively": _paragraph("A and B fell by 5 and 6, respectively; "),
    "turns of one": _lines("Bo Fisher:\n\nWe built boat {n}.\n\nQ: Why?\n\n"),
    "turns": _lines("Bo Fisher:\n\nWe built {w}.\n\nAnn Lee:\n\nThere are {n} boats.\n\n"),
    "paragraphs of one turn": _lines("\n\nThere are {n} boats in {w}, says Mr. Fisher."),
    "labels": _lines("Bo {w}:\n\nThere are {n} boats.\n\n"),
    "inline labels": _lines("Bo {w}: There are {n} boats.\n\n"),
    "outlets": _lines("{w} Daily News:\n\nHow many boats?\n\nBo Fisher:\n\nThere are {n}.\n\n"),
    "questions": _lines("Q: How many boats has {w}?\n\nA: It has {n}.\n\n"),
    "participants": lambda size: _HEAD + "Speakers:\n" + _lines("Bo {w}, head of it\n")(size),
    "repeated sentences": _lines("\n\nThe Ports Bureau of the ministry will build boats for {w}."),
    "article": _lines("\n\n“There are {n} boats in the harbour of {w},” said Bo Fisher, minister."),
    "subjects": _lines("\n\nThere are {n} {w} boats and {n} {w} cases, and 5% of {w} is {n}."),
    "numbers that return": _lines("\n\nThere are more than 3,400 boats. There are 3,400 boats."),
    "blank lines": _lines("\n\n\n\n\n\nx"),
    "q and br": _page("<q>a", "<br>"),
    "div": _page("<div>a"),
    "b": _page("<b>a"),
    "p": _page("<p>There are boats.</p>"),
    "closing tags": _page("<p>", "</q>"),
    "table": _page("<table><tr><td>a"),
    "entities": _page("&amp;"),
    "comments": _page("<!-- a "),
    "attributes": _page('<p class="a" a="'),
    "share": _page('<div class="share">a</div>'),
}


@dataclass(frozen=True, slots=True)
class Step:
    """What a stage took at each size, in processor seconds."""

    stage: str
    seconds: tuple[float, ...]

    @property
    def growth(self) -> float:
        """Of the last doubling, beyond linear; 1 where the times are too short to tell."""
        if self.seconds[-1] < _TELLS:
            return 1.0
        return self.seconds[-1] / max(self.seconds[-2], 1e-9) / 2


def measure(made: Callable[[int], str], doublings: int) -> list[Step]:
    """Every stage at each size; the best of three runs."""
    columns = []
    for n in range(doublings + 1):
        runs = [_run(made(FIRST << n)) for _ in range(3)]
        columns.append({stage: min(run.get(stage, 0.0) for run in runs) for stage in runs[0]})
    return [
        Step(stage, tuple(column.get(stage, 0.0) for column in columns)) for stage in columns[-1]
    ]


def _run(text: str) -> dict[str, float]:
    """Processor seconds of each stage for one text, as the pipeline calls them."""
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        gc.collect()
        gc.disable()  # a build hardly looks for cycles either
        started = time.process_time()
        result = work()
        seconds[stage] = seconds.get(stage, 0.0) + time.process_time() - started
        gc.enable()
        return result

    problems = Problems()
    html = text.startswith("<html")
    source = Source("x", "x.txt", "x.txt", "0", source_lines(text), "html" if html else "text")
    written = Editorial(glossary=(_term("boats"), _term("Ports Bureau")))
    cleaned = timed("clean", lambda: clean(source, problems))
    if not cleaned.blocks:
        return seconds
    witness = timed("parse", lambda: parse(cleaned, Settings(), written, problems))
    corpus: Corpus = timed("group", lambda: group((witness,), written, problems))
    corpus = timed("mentions", lambda: mentions(corpus, problems))
    corpus = timed("quotations", lambda: quotations(corpus))
    corpus = replace(corpus, figures=timed("figures", lambda: figures(corpus)))
    witnesses = [witness for briefing in corpus.briefings for witness in briefing.witnesses]
    terms = timed("terms", lambda: terms_of(witnesses, Matcher(written.glossary)))
    (event,) = timed("events", lambda: list(events(corpus, terms)))
    summary = timed("summary", lambda: summarise(event, problems))
    measured = [timed("measure", lambda: measure_figures(event, written.indicators))]
    observed = timed("indicators", lambda: indicators(measured, written, problems))
    records = timed("crosschecks", lambda: crosschecks(measured, observed, lambda _: event))
    relations, compared = timed(
        "relate",
        lambda: related([summary], lambda _: event, None, problems, observed, records),
    )
    corpus = replace(
        corpus, indicators=observed, relations=relations, discrepancies=(*records, *compared)
    )
    notes = timed("annotate", lambda: annotate(corpus, written, terms, problems))
    corpus = replace(corpus, annotations=notes)
    pages = timed("views", lambda: views(corpus, SITE))
    timed("render", lambda: [render(page) for page in pages])
    timed("data", lambda: [list(file.pieces()) for file in data.data_files(corpus, SITE)])
    timed(
        "search",
        lambda: [words_of(n) for _, own in records_by_briefing(corpus) for n in own.records()],
    )
    return seconds


def _term(words: str) -> TermEntry:
    where = Where("glossary.yml", 1, 1)
    return TermEntry(
        id=words.lower().replace(" ", "-"), term=words, kind="statistic", where=where,
        renderings=(Rendering(words, where),), definition=words, basis="-",
    )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Prints a table as it goes; with `--all` every stage that takes long enough to tell."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks growth", description=__doc__)
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help=", ".join(INPUTS))
    parser.add_argument("--doublings", type=int, default=3, help="default: 3 (8 to 64 KB)")
    parser.add_argument("--all", action="store_true", help="every stage, not only the worst")
    options = parser.parse_args(arguments)
    table = Table(title=f"Growth by doubling, from {FIRST:,} characters; 1.0 is linear")
    for name in ("input", "stage", "CPU seconds", "growth"):
        table.add_column(name, justify="left" if name in ("input", "stage") else "right")
    console = Console(width=110)
    worst = 0.0
    for name in options.inputs or INPUTS:
        steps = measure(INPUTS[name], options.doublings)
        worst = max([worst, *(step.growth for step in steps)])
        chosen = [max(steps, key=lambda one: one.growth), max(steps, key=lambda one: one.seconds)]
        chosen = [step for step in steps if step in chosen]
        if options.all:
            chosen = [step for step in steps if step.seconds[-1] >= _TELLS]
        for step in chosen:
            mark = " !" if step.growth > LIMIT else ""
            seconds = " / ".join(f"{one:.2f}" for one in step.seconds)
            table.add_row(name, step.stage, seconds, f"{step.growth:.2f}{mark}")
        print(f"{name}: {max(step.growth for step in steps):.2f}", flush=True)
    console.print(table)
    print(f"The most: {worst:.2f} (wanted: at most {LIMIT})")
    return 0
