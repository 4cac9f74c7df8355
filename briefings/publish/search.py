"""The search index: parts that are indexed and cached separately, and the files they share.

A part depends only on its own records (see `search_parts`): it is indexed again if these or the
indexing code have changed, in any process or on another machine. `merge_parts` then puts the parts
of a corpus into a site and writes the few small files that cover all of them.
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

FOLDER = "search-index"
_PENDING = 4
"""Maximum number of parts queued for the executor, to limit memory."""


def write_index(
    corpus: Corpus,
    site_dir: Path,
    work_dir: Path,
    *,
    same: Sequence[Sequence[str]] = (),
    executor: Executor | None = None,
) -> None:
    """Writes `search-index/` below the site; parts are cached in `work_dir` for the next build.

    `same` are groups of equivalent wordings (see `wordings`). Terms are indexed if the site has
    pages for them. Parts are indexed by the executor's processes, or by this process if there is
    none.
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
    """Indexes every part of a corpus, in the order of `search_parts.parts`, each in its own folder.

    The corpus is read once, briefing by briefing. Raises OSError.
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
    """Returns a part from the cache in `work_dir`, or indexes it."""
    key, folder = _key(part), work_dir / part.name
    if kept := read_part(folder, key):
        return kept
    # A temporary name until it is complete: a killed build leaves no part that looks finished.
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
    """Puts parts into the site, replacing existing ones, and writes the files that cover all of
    them.

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


def _link(indexed: Path, published: Path) -> None:
    try:
        os.link(indexed, published)
    except OSError:
        shutil.copyfile(indexed, published)


def _key(part: Part) -> str:
    """A digest of everything that the files of a part depend on."""
    digest = hashlib.sha256(_code())
    digest.update(repr((part.name, part.years, part.pages)).encode())
    for briefing in part.briefings:
        digest.update(repr(briefing).encode())
    return digest.hexdigest()


@cache
def _code() -> bytes:
    """A digest of the modules that do the indexing."""
    folder = Path(__file__).parent
    modules = sorted([*folder.glob("search*.py"), folder / "gzipped.py"])
    return hashlib.sha256(b"".join(module.read_bytes() for module in modules)).digest()


def wordings(editorial: Editorial) -> tuple[tuple[str, ...], ...]:
    """Equivalent wordings: the groups of `search.yml`, and the renderings of terms."""
    renderings = (
        tuple(
            dict.fromkeys(
                rendering.text for rendering in term.renderings if not _needs_capitals(rendering)
            )
        )
        for term in editorial.glossary
    )
    return (*editorial.same, *(group for group in renderings if len(group) > 1))


def _needs_capitals(rendering: Rendering) -> bool:
    """Whether a rendering is a common word that means the term only if capitalised: it would match
    too much.
    """
    return rendering.case == "exact" and not rendering.text.isupper()
