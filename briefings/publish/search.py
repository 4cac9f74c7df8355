"""The search index: records as stub pages, indexed by Pagefind, and our own layer beside them.

The stubs hold tokens, not text (see `search_text`), in a language that Pagefind does not stem:
word forms, spelling and numbers are then found by rules that a reader can see and switch off.
Every token ends in a letter of no text, so that none is the beginning of another (Pagefind matches
beginnings too), and marks stand between title, text, other forms and context, since a result of
Pagefind tells the places of a word but not which part of the record they are in.
What a hit shows is put into Pagefind's fragments in place of the tokens: its own channels for such
data would search it too, or give other bytes on each run.

A corpus of any size is cut into parts, newest first, since Pagefind's metadata grows with every
record and is fetched before the first hit.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefings.model import Corpus, Editorial, Rendering

from . import gzipped
from .search_layer import Shard, Vocabulary, Words, words_of, write_facets, write_layer
from .search_records import Record, newest_first, pages, records

SHARD_RECORDS = 2000
FIGURES_SHOWN = 8
FOLDER = "pagefind"
_LANGUAGE = "zxx"
"""ISO 639's code for "no linguistic content": Pagefind knows no stems for it."""
_SIGNATURE = b"pagefind_dcd"
_STUBS_PER_FOLDER = 500
_END = "\u2d63"
"""Ends every token; `docs/assets/search/index.js` knows it too."""
_MARK = _END * 2
_ENGINE = ("pagefind.js", "wasm.unknown.pagefind")
_KEPT = ("fragment", "index", "pagefind-entry.json", *_ENGINE)


class SearchIndexError(RuntimeError):
    """Pagefind could not be run, or did not make an index."""


def write_index(
    corpus: Corpus,
    site_dir: Path,
    work_dir: Path,
    *,
    same: Sequence[Sequence[str]] = (),
    lock: tuple[int, ...] = (),
) -> None:
    """Writes `pagefind/` below the site; `work_dir` takes the stubs and is emptied first.

    `same` are groups of wordings for one thing (see `wordings`).  Terms are hits where the site
    has pages of them.  `lock` are descriptors that Pagefind keeps open as long as it runs (see
    `locks.hold`).
    """
    folder = site_dir / FOLDER
    for old in (folder, work_dir):
        shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True)
    shards: list[Shard] = []
    vocabulary = Vocabulary()
    for n, group in enumerate(_groups(corpus, terms=bool(corpus.annotations.terms))):
        words = [words_of(record) for record in group]
        part, stubs = folder / str(n), work_dir / str(n)
        _write_stubs(stubs, group, words)
        _run_pagefind(stubs, part, lock)
        _tidy(part, first=not n)
        write_facets(part, group, _fill(part / "fragment", group))
        vocabulary.add(n, words)
        years = sorted({record.year for record in group if record.year})
        shards.append(Shard(str(n), len(group), tuple(years)))
    write_layer(folder, shards, vocabulary, same)


def wordings(editorial: Editorial) -> tuple[tuple[str, ...], ...]:
    """What editors hold to be the same: groups of `search.yml`, and the renderings of terms."""
    renderings = (
        tuple(dict.fromkeys(one.text for one in term.renderings if not _needs_capitals(one)))
        for term in editorial.glossary
    )
    return (*editorial.same, *(group for group in renderings if len(group) > 1))


def _needs_capitals(rendering: Rendering) -> bool:
    """A plain word that means the term only with a capital would find too much."""
    return rendering.case == "exact" and not rendering.text.isupper()


def _groups(corpus: Corpus, *, terms: bool) -> Iterator[list[Record]]:
    """Briefings from the newest on, each whole, with the pages of who is last heard in it."""
    order = {briefing.slug: n for n, briefing in enumerate(newest_first(corpus))}
    last_heard: dict[int, list[Record]] = {}
    for page, briefings in pages(corpus, terms=terms):
        last_heard.setdefault(min((order[slug] for slug in briefings), default=0), []).append(page)
    group = last_heard.get(0, []) if not order else []
    for n, (_, its) in enumerate(records(corpus)):
        both = (*last_heard.get(n, ()), *its)
        if group and len(group) + len(both) > SHARD_RECORDS:
            yield group
            group = []
        group.extend(both)
    if group:
        yield group


def _write_stubs(folder: Path, group: Sequence[Record], words: Sequence[Words]) -> None:
    for n, (record, its) in enumerate(zip(group, words, strict=True)):
        path = folder / f"{n // _STUBS_PER_FOLDER}" / f"{n}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_stub(record, its), encoding="utf-8")


def _stub(record: Record, words: Words) -> str:
    zones = (words.title, words.text, words.extra, words.context)
    body = f" {_MARK} ".join(" ".join(f"{word}{_END}" for word in zone) for zone in zones)
    if record.aside:
        body += f" {_MARK}"
    return (
        f'<!doctype html><html lang="{_LANGUAGE}"><body data-pagefind-body>'
        f"<p>{html.escape(body)}</p></body></html>\n"
    )


def _shown(record: Record) -> dict[str, object]:
    """What a hit needs to be drawn; what is not there is left out."""
    shown: dict[str, object] = {
        "url": record.url,
        "kind": record.kind,
        "text": record.text,
        "title": record.title,
        "names": record.names,
        "briefing": record.briefing,
        "date": record.date,
        "speakers": record.speakers,
        "role": record.role,
        "outlet": record.outlet,
        "figures": record.figures[:FIGURES_SHOWN],
        "also": record.also,
    }
    return {key: value for key, value in shown.items() if value}


def _run_pagefind(stubs: Path, output: Path, lock: tuple[int, ...]) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(stubs.resolve())]
    command += ["--output-path", str(output.resolve()), "--silent"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")}
    done = subprocess.run(  # noqa: S603 - our own interpreter, arguments made here
        command, cwd=stubs, env=environment, capture_output=True, text=True, check=False,
        pass_fds=lock,
    )  # fmt: skip
    if done.returncode or not (output / "pagefind-entry.json").is_file():
        raise SearchIndexError(f"Pagefind made no index: {(done.stderr or done.stdout).strip()}")


def _fill(folder: Path, group: Sequence[Record]) -> list[str]:
    """Puts what each hit shows into its fragment; the ids that Pagefind gave the records."""
    ids = [""] * len(group)
    for path in sorted(folder.iterdir()):
        fragment = json.loads(gzip.decompress(path.read_bytes())[len(_SIGNATURE) :])
        n = int(Path(fragment["url"]).stem)
        ids[n] = path.stem
        fragment |= {"content": "", "meta": _shown(group[n])}
        text = json.dumps(fragment, ensure_ascii=False, separators=(",", ":"))
        path.write_bytes(gzipped.compress(_SIGNATURE + text.encode()))
    return ids


def _tidy(folder: Path, *, first: bool) -> None:
    """Leaves what the search loads; the engine itself stands in the first part only."""
    for path in folder.iterdir():
        if path.name not in _KEPT and path.suffix != ".pf_meta":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if first:
        return
    for name in _ENGINE:
        (folder / name).unlink()
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        # Pagefind fetches `<part>/wasm.<this>.pagefind`.
        language["wasm"] = "/../../0/wasm.unknown"
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
