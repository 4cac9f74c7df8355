"""What TEI and Akoma Ntoso cost: `python -m benchmarks.xml_texts [SIZE]` (100).

Writes each text of a recombined corpus in both, and the root of the corpus; holds all of them
against their schemas; prints files, bytes (as they are, and as servers compress them) and seconds.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lxml import etree
from rich.console import Console
from rich.table import Table

from benchmarks import corpus
from briefings.dating import UNDATED, newest_day
from briefings.gathering import gather_all
from briefings.model.page import SiteInfo
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.standards.akn import akn_pieces
from briefings.standards.components import all_components
from briefings.standards.tei import tei_pieces
from briefings.standards.tei_root import listed_text, root_pieces
from tests.command import FIVE, SITE_URL
from tests.xml_schemas import akn_errors, component_errors, parsed, root_errors, sentence_errors

FOLDER = corpus.ROOT / ".build" / "bench"
Made = Iterable[Callable[[], Iterable[str]]]


def main() -> int:
    """Prints a table; 1 where a file is not valid."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.xml_texts", description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=100)
    seeds = corpus.write(FOLDER, parser.parse_args().size)
    gathered = gather_all(seeds, FIVE / "editorial", Problems(), Progress(quiet=True)).corpus
    site = SiteInfo("Benchmark", url=SITE_URL)
    newest = newest_day(gathered) or UNDATED

    def texts(write: Callable[..., Iterable[str]], **options: bool) -> Made:
        for text in all_components(gathered, site):
            day = () if write is akn_pieces else (newest,)
            yield partial(write, text, *day, **options)

    def root() -> Iterator[str]:
        listed = map(listed_text, all_components(gathered, site))
        return root_pieces(gathered, site, newest, listed)

    table = Table(title=f"{len(gathered.briefings)} briefings")
    for column in ("", "files", "MB", "MB, gzip", "seconds", "seconds to validate", "errors"):
        table.add_column(column, justify="right" if column else "left")
    wrong = 0
    for name, made, errors in (
        ("TEI", texts(tei_pieces), component_errors),
        ("TEI, root", [root], root_errors),
        ("TEI with sentences", texts(tei_pieces, sentences=True), sentence_errors),
        ("Akoma Ntoso", texts(akn_pieces), akn_errors),
    ):
        row, row_errors = _measured(made, errors)
        table.add_row(name, *row)
        wrong += row_errors
    Console().print(table)
    return 1 if wrong else 0


def _measured(made: Made, errors: Callable[[etree._Element], list[str]]) -> tuple[list[str], int]:
    files = size = zipped = found = 0
    writing = validating = 0.0
    for lines in made:
        started = time.perf_counter()
        text = "".join(lines())
        writing += time.perf_counter() - started
        data = text.encode()
        files, size, zipped = files + 1, size + len(data), zipped + len(gzip.compress(data))
        started = time.perf_counter()
        found += len(errors(parsed([text])))
        validating += time.perf_counter() - started
    sizes = [f"{size / 1e6:.1f}", f"{zipped / 1e6:.1f}"]
    return [str(files), *sizes, f"{writing:.1f}", f"{validating:.1f}", str(found)], found


if __name__ == "__main__":
    sys.exit(main())
