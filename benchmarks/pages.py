"""What pages cost: all of them, and after one edit only those that show it.

    python -m benchmarks.pages [BRIEFINGS]

Recombined briefings are gathered once and their pages made from nothing, then again unchanged,
then with one note, one paragraph of one source and one template changed.  Printed are processor
seconds of making and finishing pages, of looking for broken links, and how many pages were made,
written and given to MkDocs.
"""

from __future__ import annotations

import gc
import resource
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import corpus as recombined
from briefings import render, urls
from briefings.composing import Composing, check_links, compose
from briefings.model import Annotations, Briefing, Corpus
from briefings.pipeline import ROOT, gather
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.publish import data, mkdocs
from briefings.publish.output import Output
from briefings.views import Lookup, pending_pages


class Bench:
    """Builds the pages of one corpus again and again into one folder."""

    def __init__(self, work: Path, table: Table) -> None:
        self._work = work
        self._table = table
        self._standing: dict[str, str] = {}

    def run(self, name: str, corpus: Corpus) -> None:
        """Makes what has to be made, and adds a row to the table."""
        gc.collect()
        fresh = self._work / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        problems = Problems()
        started = time.process_time()
        site = mkdocs.site_info(ROOT / "mkdocs.yml", data.field_tables(), problems)
        if site is None:
            raise SystemExit("mkdocs.yml is wrong")
        find = Lookup(corpus, site)
        pending = tuple(pending_pages(find, corpus))
        output = Output(fresh, self._standing)
        given = Composing(ROOT, self._work, corpus, find, site)
        composed = compose(given, pending, output, problems, Progress(quiet=True))
        if composed is None:
            raise SystemExit("\n".join(map(str, problems)))
        made = time.process_time()
        of_data = (urls.data_url(file.path) for file in data.data_files(corpus, site))
        links = {*output.files, *of_data, urls.data_url(data.PACKAGE), site.feed or ""}
        listed = time.process_time()
        check_links(self._work, links, False, problems)
        checked = time.process_time()
        self._standing = dict(output.files)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self._table.add_row(
            name, f"{made - started:.2f}", f"{checked - listed:.2f}", f"{len(composed.made):,}",
            f"{composed.kept:,}", f"{len(composed.written):,}", str(composed.shells), f"{peak:.0f}",
        )  # fmt: skip


def main(briefings: int) -> None:
    seeds = recombined.write(ROOT / ".build" / "bench", briefings)
    corpus = gather(seeds, seeds.parent / "editorial", Problems())
    table = Table(title=f"Pages of {briefings:,} recombined briefings")
    table.add_column("after")
    names = ("CPU s", "links, CPU s", "made", "kept", "written", "to MkDocs", "peak MB")
    for name in names:
        table.add_column(name, justify="right")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), table)
        bench.run("nothing kept", corpus)
        bench.run("nothing changed", corpus)
        annotations = corpus.annotations
        if annotations.notes:
            bench.run("one note", replace(corpus, annotations=_one_note(annotations)))
        bench.run("one paragraph", _one_paragraph(corpus))
        _one_template(bench, corpus, Path(folder))
    Console(width=110).print(table)


def _one_note(annotations: Annotations) -> Annotations:
    first, *others = annotations.notes
    entry = replace(first.entry, basis=f"{first.entry.basis} again")
    return replace(annotations, notes=(replace(first, entry=entry), *others))


def _one_paragraph(corpus: Corpus) -> Corpus:
    middle = len(corpus.briefings) // 2
    briefings = list(corpus.briefings)
    briefings[middle] = _edited(briefings[middle])
    digests = {**corpus.digests, briefings[middle].slug: "edited"}
    return replace(corpus, briefings=tuple(briefings), digests=digests)


def _edited(briefing: Briefing) -> Briefing:
    first, *others = briefing.witnesses
    turn, *turns = first.turns
    passage, *passages = turn.passages
    longer = replace(passage, text=f"{passage.text} That was all.")
    edited = replace(turn, passages=(longer, *passages))
    return replace(briefing, witnesses=(replace(first, turns=(edited, *turns)), *others))


def _one_template(bench: Bench, corpus: Corpus, folder: Path) -> None:
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates", templates)
    known = render.TEMPLATES
    template = templates / "briefing.md.j2"
    template.write_text(template.read_text("utf-8").replace("Host</dt>", "By</dt>"), "utf-8")
    render.TEMPLATES = (templates, ROOT / "docs")
    render.reload_templates()
    bench.run("one template", corpus)
    render.TEMPLATES = known
    render.reload_templates()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
