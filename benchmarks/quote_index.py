"""What one quotation fetches in a browser: `python -m benchmarks.quote_index [SIZE]` (1,000).

Makes the index of a recombined corpus, each paragraph as a passage, and looks up sentences of it as
they stand, with a word changed, and sentences that stand nowhere.  Bytes are those that are
transferred: blocks as they are, JSON compressed by gzip as servers do.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import corpus
from briefings.languages import ENGLISH
from briefings.languages.sentences import sentence_spans
from briefings.publish import quote_index
from briefings.quotations.answers import answer
from briefings.quotations.blocks import SIZE, Share, packed
from briefings.quotations.corpus import segment_name
from briefings.quotations.keys import keys_of
from briefings.quotations.passages import passages_of
from briefings.quotations.rules import published, rules
from tests.quote_reader import PublishedIndex

FOLDER = corpus.ROOT / ".build" / "bench"
_ASKED = 60
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quote_index", description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=1000)
    size = parser.parse_args().size
    started = time.perf_counter()
    files = _files(corpus.write(FOLDER, size))
    seconds = time.perf_counter() - started
    packs = sum(len(data) for data in files.values())
    print(f"{size:,} briefings: {packs / 1e6:.1f} MB in {len(files)} files, {seconds:.0f} s")
    index = PublishedIndex(files.__getitem__)
    always = len(_zipped(files["index.json"])) + len(_zipped(json.dumps(published()).encode()))
    table = Table(title=f"One sentence at {size:,} briefings")
    for column in ("sentence", "right", "requests", "KB, median", "KB, most", "seconds here"):
        table.add_column(column, justify="left" if column == "sentence" else "right")
    chance = random.Random(3)
    for kind, verdict, sentences in _asked(corpus.write(FOLDER, size), chance):
        sizes, requests, right = [], [], 0
        started = time.perf_counter()
        for sentence in sentences:
            index.fetched.clear()
            answered = answer(sentence, index.texts(rules().limits.blocks))
            right += answered["verdict"] == verdict
            requests.append(2 + len(index.fetched))
            sizes.append(always + sum(length for _, _, length in index.fetched))
        seconds = (time.perf_counter() - started) / len(sentences)
        table.add_row(
            kind, f"{right / len(sentences):.2f}", f"{statistics.median(requests):.0f}",
            f"{statistics.median(sizes) / 1000:.0f}", f"{max(sizes) / 1000:.0f}", f"{seconds:.3f}",
        )  # fmt: skip
    Console(width=110).print(table)
    print(f"of that, index.json and rules.json: {always / 1000:.0f} KB")
    return 0


def _zipped(data: bytes) -> bytes:
    return gzip.compress(data, 9)


def _files(seeds: Path) -> dict[str, bytes]:
    years: dict[str, list[Path]] = {}
    for path in sorted(seeds.glob("*.txt")):
        match = _YEAR.search(path.read_text("utf-8"))
        years.setdefault(match[0] if match else "", []).append(path)
    newest = max(years)
    segments: dict[str, list[Path]] = {}
    for year in sorted(years):
        segments.setdefault(segment_name(year, newest), []).extend(years[year])
    files: dict[str, bytes] = {"chinese.json": b'{"chinese": []}'}
    listed: list[dict[str, Any]] = []
    for name, paths in segments.items():
        segment = quote_index.Segment(partial(_shares, paths))
        for kind, blocks in (("keys", segment.keys), ("texts", segment.texts)):
            files[f"{name}.{kind}.pack"] = b"".join(blocks)
        bits, keys, texts = segment.layouts()
        listed.append(quote_index.segment_data(name, len(paths), bits, keys, texts))
    files["index.json"] = json.dumps({"segments": listed}).encode()
    return files


def _shares(paths: list[Path]) -> Iterator[Share]:
    for path in paths:
        blocks = list(_blocks(path))
        yield Share(
            tuple(json.dumps(block, ensure_ascii=False) for block in blocks),
            tuple(packed(keys_of(passages_of(block))) for block in blocks),
        )


def _blocks(path: Path) -> Iterator[dict[str, Any]]:
    """The paragraphs of a text in blocks, each with a speaker and what else an answer tells."""
    title, *paragraphs = path.read_text("utf-8").split("\n\n")
    match = _YEAR.search(title) or _YEAR.search(paragraphs[0])
    date = f"{match[0] if match else 1999}-05-04"
    speaker = {"kind": "official", "id": "bo-fisher", "name": "Bo Fisher", "role": "Director"}
    text = {
        "name": "Transcript, Harbour Office, 4 May 2021", "kind": "transcript",
        "publisher": "Harbour Office", "published": None, "quality": "official-translation",
        "primary": True, "by_machine": False,
    }  # fmt: skip
    head = {
        "briefing": f"{date}-{path.stem}", "title": title, "date": date, "source": path.stem,
        "text": text,
    }  # fmt: skip
    records: list[dict[str, Any]] = []
    size = 0
    for n, paragraph in enumerate(paragraphs):
        spans = [list(span) for span in sentence_spans(paragraph, ENGLISH)]
        records.append(
            {"n": n, "passage": f"t{n}p1", "line": 2 * n, "text": paragraph, "sentences": spans,
             "speaker": speaker}
        )  # fmt: skip
        size += len(paragraph)
        if size >= SIZE:
            yield {**head, "passages": records}
            records, size = [], 0
    if records:
        yield {**head, "passages": records}


def _asked(seeds: Path, chance: random.Random) -> Iterator[tuple[str, str, list[str]]]:
    """Kinds of sentences, each with the verdict that is right for it."""
    paths = chance.sample(sorted(seeds.glob("*.txt")), _ASKED)
    sentences = []
    for path in paths:
        long = [
            paragraph for paragraph in path.read_text("utf-8").split("\n\n") if len(paragraph) > 300
        ]
        paragraph = chance.choice(long)
        spans = [span for span in sentence_spans(paragraph, ENGLISH) if span[1] - span[0] > 60]
        sentences.append(paragraph[slice(*chance.choice(spans or [(0, 200)]))])
    yield "as it stands", "verbatim", sentences
    changed = []
    for one in sentences:
        words = one.split()
        words[len(words) // 2] = "herring"
        changed.append(" ".join(words))
    yield "a word changed", "altered", changed
    bare = [re.sub(r"[.!?](?= |$)", "", one).split() for one in sentences]
    strange = [" ".join(chance.sample(words, len(words))) for words in bare]
    yield "words shuffled", "near", strange


if __name__ == "__main__":
    sys.exit(main())
