"""The search at 5, 100 and 1,000 briefings.

`make bench ARGS=search` (or `ARGS='search SIZE ...'`): for each size seconds and memory of
indexing, size and files of the index, and what a note, a changed word or one more briefing costs;
then, in Chromium, what each query fetches beyond a plain page, and how long its first hits take
(`benchmarks/loading.py`).  `--material` does the same with Material's own search on the same pages.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks import corpus, loading
from benchmarks.search_changes import files_of, print_changes
from briefings import editorial, pipeline
from briefings.model import Corpus
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.publish.search import wordings, write_index
from tests.browser import chromium
from tests.command import FIVE

FOLDER = corpus.ROOT / ".build" / "bench"
SEEDS = 5
QUERIES = (
    "fraud", "telecom fraud", "blockchain", '"public security organs"', '"fraud was telecom"',
)  # fmt: skip
"""A common word, two words, a rare one, a phrase that is there, one that is not; also a name."""
MATERIAL = ".md-search-result__item"


def main(arguments: Sequence[str]) -> int:
    """Prints a block for each size."""
    parser = argparse.ArgumentParser(prog="make bench ARGS='search'", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[SEEDS, 100, 1000])
    parser.add_argument("--material", action="store_true", help="beside Material's own search")
    options = parser.parse_args(arguments)
    for size in options.sizes:
        _measure(size, material=options.material)
    return 0


def _measure(size: int, *, material: bool) -> None:
    seeds = FIVE / "seeds" if size == SEEDS else corpus.write(FOLDER, size)
    problems = Problems()
    gathered = pipeline.gather(seeds, seeds.parent / "editorial", problems)
    same = wordings(editorial.load(FIVE / "editorial", problems))
    folder = FOLDER / f"search-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    # The pages of the five sources: a search asks for none but its own.
    five = pipeline.Options(FIVE / "seeds", FIVE / "editorial", folder / "ours")
    if not pipeline.build(five, problems, Progress(quiet=True)):
        raise SystemExit("\n".join(map(str, problems.errors)))
    print(f"\n{size:,} sources", flush=True)
    _index(gathered, folder / "ours", folder / "parts", same)
    print_changes(gathered, folder / "changes", same)
    if material:
        _material_site(gathered, folder / "material-docs", folder / "material")
        index = (folder / "material" / "search" / "search_index.json").read_bytes()
        print(
            f"  Material's index: {len(index) / 1e6:.1f} MB, {len(gzip.compress(index)) / 1e6:.2f} "
            "MB compressed, fetched and built anew on every page",
            flush=True,
        )
    queries = (*QUERIES, _most_heard(gathered))
    with sync_playwright() as playwright, loading.served(folder) as site:
        path = chromium.installed()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        _print_loaded(browser, replace(site, url=f"{site.url}ours/"), size, queries)
        for query in queries if material else ():
            url = f"{site.url}material/?q={quote_plus(query)}"
            seconds = (
                f"{loading.seconds(browser, url, MATERIAL, profile):.1f} s ({profile.name})"
                for profile in loading.PROFILES
            )
            print(f"  Material, {query}: {', '.join(seconds)}", flush=True)
        browser.close()


def _most_heard(gathered: Corpus) -> str:
    """The name of the person with most turns."""
    return max(gathered.people, key=lambda person: (len(person.turns), person.name)).name


def _print_loaded(browser: Browser, site: loading.Site, size: int, queries: Sequence[str]) -> None:
    table = Table(title=f"{size:,} sources: first hits of a query, beyond a plain page")
    table.add_column("query")
    for column in (
        "hits", "requests", "round trips", "KB", "requests in all", "KB in all",
        *(f"s, {profile.name}" for profile in loading.PROFILES),
    ):  # fmt: skip
        table.add_column(column, justify="right")
    for query in queries:
        took = loading.load(browser, site, query)
        table.add_row(
            query, str(took.hits), str(took.requests), str(took.rounds),
            f"{took.bytes / 1000:.0f}", str(took.all_requests), f"{took.all_bytes / 1000:.0f}",
            *(f"{seconds:.1f}" for seconds in took.seconds),
        )  # fmt: skip
    Console(width=110).print(table)


def _index(gathered: Corpus, site: Path, work: Path, same: Sequence[Sequence[str]]) -> None:
    """Indexes with one process, again, and with two; what the index holds."""
    before = _peak()
    started = time.process_time()
    write_index(gathered, site, work, same=same)
    cold, peak = time.process_time() - started, _peak()
    started = time.process_time()
    write_index(gathered, site, work, same=same)
    again = time.process_time() - started
    shutil.rmtree(work)
    started = time.perf_counter()
    with ProcessPoolExecutor(2) as executor:
        write_index(gathered, site, work, same=same, executor=executor)
    two = time.perf_counter() - started
    files = files_of(site)
    size = sum(map(len, files.values()))
    layer = json.loads(files["layer.json"])
    briefings = len(gathered.briefings)
    print(
        f"  {layer['records']:,} records in {len(layer['parts'])} parts: {cold:.1f} CPU s "
        f"({cold / briefings * 1000:.0f} ms a briefing), {again:.2f} s where nothing changed, "
        f"{two:.1f} s by the clock with two processes; peak {before:.0f} MB before (the corpus), "
        f"{peak:.0f} MB after\n"
        f"  {len(files):,} files ({len(files) / briefings:.2f} a briefing), {size / 1e6:.1f} MB "
        f"({size / briefings / 1000:.1f} KB a briefing)",
        flush=True,
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _material_site(gathered: Corpus, folder: Path, site: Path) -> None:
    """The same passages as pages of Material with its own search."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for briefing in gathered.briefings:
        blocks = [f"# {html.escape(briefing.title)}"]
        for witness in briefing.witnesses:
            for part in witness.turns or witness.sections:
                name = getattr(part, "heading", None) or part.id
                blocks.append(f"## {html.escape(str(name))} {{: #{part.id} }}")
                blocks += [f"<p>{html.escape(passage.text)}</p>" for passage in part.passages]
        (docs / f"{briefing.slug}.md").write_text("\n\n".join(blocks), encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    config = folder / "mkdocs.yml"
    made: dict[str, Any] = {
        "site_name": "Material", "docs_dir": str(docs), "site_dir": str(site),
        "theme": {"name": "material", "font": False}, "plugins": ["search"],
        "markdown_extensions": ["attr_list"], "nav": [{"Home": "index.md"}],
    }  # fmt: skip
    config.write_text(json.dumps(made), encoding="utf-8")
    _mkdocs(config)


def _mkdocs(config: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)],
        check=True,
        stderr=subprocess.DEVNULL,
    )
