"""The search index: records as stub pages, indexed by Pagefind, and our own layer beside them.

The stubs hold tokens, not text (see `search_text`), in a language that Pagefind does not stem:
word forms, spelling and numbers are then found by rules that a reader can see and switch off.
Every token ends in a letter of no text, so that none is the beginning of another (Pagefind matches
beginnings too), and marks stand between title, text, other forms and context, since a result of
Pagefind tells the places of a word but not which part of the record they are in.
What a hit shows travels as a filter, the one channel of Pagefind that keeps data beside the words
without searching them; nothing filters by it, so its index is removed.

A corpus of any size is cut into parts, newest first, since Pagefind's metadata grows with every
record and is fetched before the first hit.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from briefings.model import Corpus, Editorial, Rendering

from .search_layer import Shard, Words, words_of, write_layer
from .search_records import Record, pages, records

SHARD_RECORDS = 2000
FIGURES_SHOWN = 8
FOLDER = "pagefind"
_LANGUAGE = "zxx"
"""ISO 639's code for "no linguistic content": Pagefind knows no stems for it."""
_SIGNATURE = len("pagefind_dcd")
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
) -> None:
    """Writes `pagefind/` below the site; `work_dir` takes the stubs and is emptied first.

    `same` are groups of wordings for one thing (see `wordings`).  Terms are hits where the site
    has pages of them.
    """
    folder = site_dir / FOLDER
    for old in (folder, work_dir):
        shutil.rmtree(old, ignore_errors=True)
    folder.mkdir(parents=True)
    shards = _shards(corpus, terms=(site_dir / "terms").is_dir())
    ids = []
    for shard in shards:
        stubs = work_dir / shard.name
        for n, (record, words) in enumerate(zip(shard.records, shard.words, strict=True)):
            path = stubs / f"{n // _STUBS_PER_FOLDER}" / f"{n}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_stub(record, words), encoding="utf-8")
        _run_pagefind(stubs, folder / shard.name)
        ids.append(_ids(folder / shard.name, len(shard.records)))
        _settle(folder / shard.name)
        _tidy(folder / shard.name, first=shard is shards[0], engine=shards[0].name)
    write_layer(folder, shards, ids, same)


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


def _shards(corpus: Corpus, *, terms: bool) -> list[Shard]:
    """Briefings from the newest on, each whole, with the pages of who is last heard in it."""
    newest_first = sorted(
        records(corpus),
        key=lambda item: (item[1][0].year is not None, item[0].date or "", item[0].slug),
        reverse=True,
    )
    order = {briefing.slug: n for n, (briefing, _) in enumerate(newest_first)}
    last_heard: dict[int, list[Record]] = {}
    for page, briefings in pages(corpus, terms=terms):
        last_heard.setdefault(min((order[slug] for slug in briefings), default=0), []).append(page)
    groups: list[list[Record]] = [[]]
    for n, its in enumerate([its for _, its in newest_first] or [()]):
        both = (*last_heard.get(n, ()), *its)
        if groups[-1] and len(groups[-1]) + len(both) > SHARD_RECORDS:
            groups.append([])
        groups[-1].extend(both)
    return [
        Shard(str(n), tuple(group), tuple(words_of(record) for record in group))
        for n, group in enumerate(groups)
        if group
    ]


def _stub(record: Record, words: Words) -> str:
    zones = (words.title, words.text, words.extra, words.context)
    body = f" {_MARK} ".join(" ".join(f"{word}{_END}" for word in zone) for zone in zones)
    if record.aside:
        body += f" {_MARK}"
    data = json.dumps(_shown(record), ensure_ascii=False, separators=(",", ":"))
    return (
        f'<!doctype html><html lang="{_LANGUAGE}"><body data-pagefind-body>'
        f'<i data-pagefind-filter="hit[data-hit]" data-hit="{html.escape(data)}"></i>'
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


def _run_pagefind(stubs: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(stubs.resolve())]
    command += ["--output-path", str(output.resolve()), "--silent"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PAGEFIND_")}
    done = subprocess.run(  # noqa: S603 - our own interpreter, arguments made here
        command, cwd=stubs, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode or not (output / "pagefind-entry.json").is_file():
        raise SearchIndexError(f"Pagefind made no index: {(done.stderr or done.stdout).strip()}")


def _ids(folder: Path, count: int) -> list[str]:
    """The id that Pagefind gave to each record: what its fragment's file is called."""
    ids = [""] * count
    for path in sorted((folder / "fragment").iterdir()):
        fragment = json.loads(gzip.decompress(path.read_bytes())[_SIGNATURE:])
        ids[int(Path(fragment["url"]).stem)] = path.stem
    return ids


def _settle(folder: Path) -> None:
    """Names the metadata by what stays the same from build to build.

    Pagefind writes a filter's values in an order of chance, so the name of the filter's file, which
    the metadata holds, differs each time.  That file is removed; here its name is too.
    """
    (meta,) = folder.glob("*.pf_meta")
    content = gzip.decompress(meta.read_bytes())
    for path in (folder / "filter").glob("*.pf_filter"):
        language, _, chance = path.stem.rpartition("_")
        settled = f"{language}_{'0' * len(chance)}"
        content = content.replace(path.stem.encode(), settled.encode())
    name = f"{_LANGUAGE}_{hashlib.sha256(content).hexdigest()[:11]}"
    meta.unlink()
    (folder / f"pagefind.{name}.pf_meta").write_bytes(gzip.compress(content, mtime=0))
    entry = json.loads((folder / "pagefind-entry.json").read_text(encoding="utf-8"))
    entry["languages"][_LANGUAGE]["hash"] = name
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")


def _tidy(folder: Path, *, first: bool, engine: str) -> None:
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
        language["wasm"] = f"/../../{engine}/wasm.unknown"
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), encoding="utf-8")
