"""`make mutate`: which small faults would the unit tests pass over?

make mutate                                 modules that differ from main
make mutate ARGS="briefings/parse"          modules below a path
make mutate ARGS="--sample 30"              so many mutants of each stage, always the same
make mutate ARGS="--sample 30 --seed 2"     others
make mutate ARGS="--again FILE"             only what survived a run that wrote `--json FILE`
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from ruamel.yaml import YAML

from tests.mutation.mutants import Mutant, changed_lines, mutants, sample
from tests.mutation.running import Copy, copied

ROOT = Path(__file__).parents[2]
EQUIVALENT = Path(__file__).parent / "equivalent.yml"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mutant; `old` and `new` are the lines that it changes."""

    stage: str
    path: str
    line: int
    key: str
    old: str
    new: str
    result: str
    """killed, survived or equivalent"""


def main() -> int:
    options = _options()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutation"]
    seed = settings["seed"] if options.seed is None else options.seed
    again = _survivors(options.again)
    chosen = set(again) if options.again else _modules(options.paths, options.sample)
    known = _equivalent()
    outcomes: list[Outcome] = []
    with copied(ROOT) as copy:
        for stage, table in settings["stages"].items():
            # A module belongs to the first stage that names it.
            paths = [path for path in _below(table["modules"]) if path in chosen]
            chosen.difference_update(paths)
            every = [one for path in paths for one in mutants(path, _read(copy, path))]
            if options.again:
                drawn = [one for one in every if one.key in again[one.path]]
            else:
                drawn = sample(every, options.sample, seed)
            if drawn and (not options.stage or stage in options.stage):
                outcomes += _stage(stage, drawn, copy, table["tests"], known)
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in outcomes], indent=1))
    if outcomes:
        _report(outcomes)
    else:
        print("There is nothing to try: no module differs from main, or none is below these paths.")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutate", description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", help="modules or folders; default: what changed")
    parser.add_argument("--sample", type=int, metavar="N", help="N mutants of each stage")
    parser.add_argument("--seed", type=int, help="draws another sample (default: pyproject.toml)")
    parser.add_argument("--stage", action="append", help="only this stage; may be repeated")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes each outcome there")
    parser.add_argument("--again", type=Path, metavar="FILE", help="tries FILE's survivors again")
    return parser.parse_args()


def _stage(
    stage: str, drawn: list[Mutant], copy: Copy, patterns: list[str], known: set[tuple[str, ...]]
) -> list[Outcome]:
    try:
        tests = copy.tests(patterns)
        seconds = copy.seconds(tests)
    except ValueError as error:
        raise SystemExit(str(error)) from error
    print(f"{stage}: {len(drawn)} mutants, {seconds:.0f} s of tests", flush=True)
    outcomes = []
    for mutant in drawn:
        original = _read(copy, mutant.path)
        code = mutant.code(original)
        if code is None:
            continue
        old, new = changed_lines(original, code)
        if (mutant.path, old, new) in known:
            result = "equivalent"
        else:
            own = f"tests/unit/test_{Path(mutant.path).stem}.py"
            first = [own] if (copy.folder / own).is_file() else []
            first += [one for one in tests if one not in first]
            noticed = copy.noticed(mutant, code, first, limit=5 + round(2 * seconds))
            result = "killed" if noticed else "survived"
        outcomes.append(Outcome(stage, mutant.path, mutant.line, mutant.key, old, new, result))
        if result == "survived":
            print(f"  {mutant.path}:{mutant.line}: {old} -> {new}", flush=True)
    return outcomes


def _report(outcomes: list[Outcome]) -> None:
    """The table by stage; what survived was printed as it was found."""
    table = Table("stage", "mutants", "killed", "survived", "equivalent", "score")
    for stage in [*dict.fromkeys(one.stage for one in outcomes), "all"]:
        results = [one.result for one in outcomes if stage in (one.stage, "all")]
        killed, survived = results.count("killed"), results.count("survived")
        score = f"{killed / (killed + survived):.0%}" if killed + survived else "-"
        row = (len(results), killed, survived, results.count("equivalent"), score)
        table.add_row(stage, *map(str, row))
    Console().print(table)


def _modules(paths: list[str], sampled: int | None) -> set[str]:
    """Modules below the paths; without paths all for a sample, otherwise those that changed."""
    if paths or sampled:
        return set(_below(paths or ["briefings"]))
    done = subprocess.run(
        ["git", "diff", "--name-only", "--diff-filter=d", "--merge-base", "main", "briefings"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"Cannot compare with main; name modules in ARGS: {done.stderr.strip()}")
    return {one for one in done.stdout.split() if one.endswith(".py")}


def _below(paths: list[str]) -> list[str]:
    files: list[Path] = []
    for path in paths:
        whole = ROOT / path
        files += sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]
    return [one.relative_to(ROOT).as_posix() for one in files if one.is_file()]


def _equivalent() -> set[tuple[str, ...]]:
    entries = YAML(typ="safe").load(EQUIVALENT.read_text("utf-8"))
    return {(one["path"], one["old"], one["new"]) for one in entries}


def _survivors(file: Path | None) -> dict[str, set[str]]:
    """The keys of what survived an earlier run, by path."""
    found: dict[str, set[str]] = {}
    records: list[dict[str, Any]] = json.loads(file.read_text("utf-8")) if file else []
    for one in records:
        if one["result"] == "survived":
            found.setdefault(one["path"], set()).add(one["key"])
    return found


def _read(copy: Copy, path: str) -> str:
    return (copy.folder / path).read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main())
