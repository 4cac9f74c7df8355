"""`build_site.py merge-names`: lists names that seem to be the same, and merges those chosen.

Files in `editorial/` are edited as text, so that comments, order and style are kept. The new text
is loaded before it is written; if it causes an error, nothing is written.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from . import editorial as editorial_stage
from . import urls
from .editorial.edits import UnfitError, add_aliases, add_redirect
from .engine.files import write_whole
from .model import Cluster
from .pipeline import Options, gather_for
from .problems import Problems, shown

_FILES = {"outlet": "outlets.yml", "person": "people.yml"}
_REDIRECTS = "redirects.yml"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which names to merge, by the ids that are kept; with `write`, the changes are made."""

    only: tuple[str, ...] = ()
    write: bool = False


def merge_names(options: Options, chosen: Selection, problems: Problems) -> list[str]:
    """Lists the proposals, or writes the chosen ones; returns the lines to print."""
    own_problems = Problems()
    gathered = gather_for(options, own_problems)
    problems.extend(own_problems.errors)
    clusters = gathered.corpus.report.clusters if gathered else ()
    unknown = sorted(set(chosen.only) - {cluster.id for cluster in clusters})
    for id_ in unknown:
        problems.error(
            "no-proposal", shown(options.editorial), f"no names are proposed for '{id_}'",
            f"proposed: {', '.join(sorted(cluster.id for cluster in clusters)) or 'none'}",
        )  # fmt: skip
    if problems.errors:
        return []
    picked = [cluster for cluster in clusters if not chosen.only or cluster.id in chosen.only]
    if not picked:
        return ["No names look like one."]
    texts = _edited(picked, options.editorial, problems)
    lines = _shown(picked, options.editorial)
    if problems.errors:
        return []
    if not chosen.write:
        return [*lines, f"To write them: merge-names --write --only {picked[0].id}"]
    if not _holds(texts, options.editorial, problems):
        return []
    try:
        for name, text in texts.items():
            write_whole(options.editorial / name, text)
    except OSError as error:
        problems.unwritable(error, options.editorial)
        return []
    written = ", ".join(shown(options.editorial / name) for name in texts)
    return [*lines, f"Written: {written}"]


def _shown(clusters: Iterable[Cluster], editorial: Path) -> list[str]:
    lines = []
    for cluster in clusters:
        lines.append(f"# {shown(editorial / _FILES[cluster.kind])}")
        lines += [f"# {other.name}: {other.reason}" for other in cluster.others]
        lines += [*cluster.yaml.splitlines(), ""]
        lines.append(f"# {shown(editorial / _REDIRECTS)}")
        lines += [f"{old}: {new}" for old, new in _redirects(cluster)]
        lines.append("")
    return lines


def _redirects(cluster: Cluster) -> list[tuple[str, str]]:
    address = urls.outlet_url if cluster.kind == "outlet" else urls.speaker_url
    return [(address(other.id), address(cluster.id)) for other in cluster.others]


def _edited(clusters: Iterable[Cluster], editorial: Path, problems: Problems) -> dict[str, str]:
    """The new text of each file that changes, by file name."""
    texts: dict[str, str] = {}

    def text(name: str) -> str:
        if name not in texts:
            path = editorial / name
            # Line ends stay what they are.
            texts[name] = path.read_bytes().decode("utf-8-sig") if path.is_file() else _new(path)
        return texts[name]

    for cluster in clusters:
        name = _FILES[cluster.kind]
        try:
            texts[name] = add_aliases(
                text(name),
                cluster.id,
                cluster.name,
                [(other.id, other.printed) for other in cluster.others],
            )
        except UnfitError as unfit:
            problems.error(
                "merge-by-hand", shown(editorial / name), str(unfit),
                "merge the two by hand", unfit.line, 1,
            )  # fmt: skip
            continue
        for old, new in _redirects(cluster):
            texts[_REDIRECTS] = add_redirect(text(_REDIRECTS), old, new)
    return texts


def _new(path: Path) -> str:
    """The first line of a new file: its schema, which lets text editors complete keys."""
    schema = Path("schemas", f"{path.stem}.json")
    has_schema = (path.parent / schema).is_file()
    return f"# yaml-language-server: $schema={schema.as_posix()}\n" if has_schema else ""


def _holds(texts: dict[str, str], editorial: Path, problems: Problems) -> bool:
    """Whether the editorial files load without errors with the new texts."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "editorial"
        if editorial.is_dir():
            shutil.copytree(editorial, copy, ignore=_only_yaml)
        copy.mkdir(exist_ok=True)
        for name, text in texts.items():
            (copy / name).write_bytes(text.encode())
        own_problems = Problems()
        editorial_stage.load(copy, own_problems)
    for problem in own_problems.errors:
        problems.error(
            problem.rule, shown(editorial / Path(problem.path).name),
            f"merging would cause an error: {problem.message}", "merge the names by hand",
            problem.line, problem.column,
        )  # fmt: skip
    return not own_problems.errors


def _only_yaml(folder: str, names: list[str]) -> Collection[str]:
    return [name for name in names if Path(folder, name).is_file() and not name.endswith(".yml")]
