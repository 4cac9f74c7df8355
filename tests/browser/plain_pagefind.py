"""The same records searched by Pagefind alone, to measure our own layer against.

Each record is an English page: Pagefind's stems, weights and order, nothing of ours.
"""

from __future__ import annotations

import html
import subprocess
import sys
from pathlib import Path

from briefings.model import Corpus
from briefings.publish.search_pages import pages
from briefings.publish.search_records import records_by_briefing

SEARCH = """async ([engine, query]) => {
    window.plain ??= (await import(engine)).createInstance({noWorker: true});
    const {results} = await window.plain.search(query);
    const top = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return top.map((data) => Number(data.meta.n));
}"""


def write(corpus: Corpus, folder: Path) -> list[frozenset[str]]:
    """Writes stub pages and their index; for each page by number, where it leads."""
    found = [
        *pages(corpus),
        *(one for _, its in records_by_briefing(corpus) for one in its.records()),
    ]
    for n, record in enumerate(found):
        page = folder / f"{n}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        names = " · ".join((record.title, *record.names)) if record.title else ""
        words = html.escape(" · ".join(record.context))
        page.write_text(
            f'<!doctype html><html lang="en"><title>{html.escape(names)}</title>'
            f'<body data-pagefind-body><i data-pagefind-meta="n:{n}"></i>'
            f"<h1>{html.escape(names)}</h1><p>{html.escape(record.text)}</p>"
            f'<p data-pagefind-weight="0.5">{words}</p></body></html>',
            encoding="utf-8",
        )
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(folder), "--silent"], check=True
    )
    return [frozenset((record.url, *(url for _, url in record.also))) for record in found]
