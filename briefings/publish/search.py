"""The search index: parts that are indexed each by itself and kept, and what they have in common.

A part depends on its own records only (see `search_parts`): it is indexed again where these, or the
code that indexes, have changed, in any process or on another machine.  `merge_parts` then puts the
parts of a corpus into a site and writes the few small files that cover all of them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Executor, Future
from functools import cache
from pathlib import Path

from briefings.model import Corpus, Editorial, Rendering

from .search_index import Indexed, index_part, read_part
from .search_layer import write_layer
from .search_parts import Part, parts

__all__ = ["FOLDER", "index_parts", "kept_or_indexed", "merge_parts", "wordings", "write_index"]

FOLDER = "search-index"
_PENDING = 4
"""Parts that wait for a process of the executor: more would only fill memory."""


def write_index(
    corpus: Corpus,
    site_dir: Path,
    work_dir: Path,
    *,
    same: Sequence[Sequence[str]] = (),
    executor: Executor | None = None,
) -> None:
    """Writes `search-index/` below the site; parts are kept in `work_dir` for the next build.

    `same` are groups of wordings for one thing (see `wordings`).  Terms are hits where the site
    has pages of them.  Parts are indexed by the executor's processes, else by this one.
    """
    indexed = index_parts(corpus, work_dir, terms=bool(corpus.annotations.terms), executor=executor)
    merge_parts(site_dir, indexed, same)
    names = {part.name for part in indexed}
    for old in work_dir.iterdir():
        if old.name not in names:
            shutil.rmtree(old) if old.is_dir() else old.unlink()


def index_parts(
    corpus: Corpus, work_dir: Path, *, terms: bool, executor: Executor | None = None
) -> list[Indexed]:
    """Every part of a corpus, in the order of `search_parts.parts`, each in a folder of its own.

    The corpus is read once, from one briefing to the next.  Raises OSError.
    """
    work_dir.mkdir(parents=True, exist_ok=True)
    indexed: list[Indexed] = []
    pending: deque[Future[Indexed]] = deque()
    for part in parts(corpus, terms=terms):
        if executor is None:
            indexed.append(kept_or_indexed(part, work_dir))
            continue
        pending.append(executor.submit(kept_or_indexed, part, work_dir))
        if len(pending) > _PENDING:
            indexed.append(pending.popleft().result())
    indexed.extend(future.result() for future in pending)
    return indexed


def kept_or_indexed(part: Part, work_dir: Path) -> Indexed:
    """A part as an earlier build left it in `work_dir`, else indexed now."""
    key, folder = _key(part), work_dir / part.name
    if kept := read_part(folder, key):
        return kept
    # Another name until it is whole: a build that is killed leaves no part that looks finished.
    new = work_dir / f"{part.name}.new"
    for old in (new, folder):
        shutil.rmtree(old, ignore_errors=True)
    index_part(part, new, key)
    new.rename(folder)
    finished = read_part(folder, key)
    if finished is None:
        raise OSError(f"{folder} does not hold what was written there")
    return finished


def merge_parts(site_dir: Path, indexed: Sequence[Indexed], same: Sequence[Sequence[str]]) -> None:
    """Puts parts into the site, in place of those that were there, and writes what covers them all.

    The parts may come from several machines, in the order of `search_parts.parts`.
    """
    folder = site_dir / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for part in indexed:
        (folder / part.name).mkdir()
        for name in part.files:
            _link(part.folder / name, folder / part.name / name)
    write_layer(folder, indexed, same)


def _link(kept: Path, published: Path) -> None:
    try:
        os.link(kept, published)
    except OSError:
        shutil.copyfile(kept, published)


def _key(part: Part) -> str:
    """A digest of all that the files of a part depend on."""
    digest = hashlib.sha256(_code())
    digest.update(repr((part.name, part.years, part.pages)).encode())
    for briefing in part.briefings:
        digest.update(repr(briefing).encode())
    return digest.hexdigest()


@cache
def _code() -> bytes:
    """A digest of the modules that index."""
    here = Path(__file__).parent
    modules = sorted([*here.glob("search*.py"), here / "gzipped.py"])
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).digest()


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
