"""`make accuracy`: how right is the program on texts that a reader judged before it ran?

make accuracy                               the texts that are kept here
make accuracy ARGS="--texts DIR"            and those that rights do not allow to keep here
make accuracy ARGS="--rules"                rule by rule
make accuracy ARGS="--wrong figure"         every claim of a kind that is wrong or missed
make accuracy ARGS="--texts DIR --write"    store the figures that the site shows; texts that are
                                            missing are marked as not measured
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from . import phrases, running, storing
from .gold import HALVES, Gold, load
from .verdicts import FOUND, Half, Score, Verdict, by_rule, scores


def main() -> int:
    options = _options()
    halves = [gold for half in HALVES if (gold := load(half, options.texts))]
    console = Console(width=None if sys.stdout.isatty() else 120)
    missing = [text for gold in halves for text in gold.missing]
    for text in missing:
        console.print(f"missing: {text.publisher}, {text.title}, {text.date} ({text.sha256[:12]})")
    judged = {gold.half: list(running.verdicts(gold)) for gold in halves}
    console.print(_scores(judged))
    if options.rules:
        console.print(_rules(judged))
    if options.wrong:
        _print_wrong(console, judged, options.wrong)
    if options.unjudged:
        _print_unjudged(console, halves)
    if options.write:
        storing.write(halves, judged)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.accuracy",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", help="where the other texts are")
    parser.add_argument("--rules", action="store_true", help="count rule by rule, too")
    parser.add_argument("--wrong", metavar="KIND", help="list what is wrong or missed of a kind")
    parser.add_argument("--unjudged", action="store_true", help="list phrases nobody judged yet")
    parser.add_argument("--write", action="store_true", help="store the figures for the site")
    return parser.parse_args()


def _scores(judged: dict[Half, list[Verdict]]) -> Table:
    table = Table(title="Claims, and what is said of them")
    table.add_column("claim")
    table.add_column("what")
    for half in judged:
        table.add_column(f"{half}: right, wrong, missed, empty", justify="right")
        table.add_column("precision", justify="right")
        table.add_column("recall", justify="right")
    counted = {half: scores(verdicts) for half, verdicts in judged.items()}
    keys = dict.fromkeys(key for each in counted.values() for key in each)
    for kind, aspect in sorted(keys, key=lambda key: (key[0], key[1] != FOUND)):
        cells: list[str] = []
        for each in counted.values():
            cells += _cells(each.get((kind, aspect), Score()), aspect == FOUND)
        table.add_row(kind, aspect, *cells)
    return table


def _cells(score: Score, found: bool) -> list[str]:
    """Three cells; of a field, what counts is that nothing wrong is said."""
    precision = score.precision if found else score.right_or_empty
    recall = score.recall if found else None
    counts = f"{score.right:>4} {score.wrong:>3} {score.missed:>3} {score.empty:>3}"
    return [counts] + ["" if share is None else f"{share:.3f}" for share in (precision, recall)]


def _rules(judged: dict[Half, list[Verdict]]) -> Table:
    table = Table(title="Claims by the rule that made them")
    table.add_column("claim")
    table.add_column("rule")
    for half in judged:
        table.add_column(f"{half} right", justify="right")
        table.add_column(f"{half} wrong", justify="right")
    counted = {half: by_rule(verdicts) for half, verdicts in judged.items()}
    for key in sorted({key for each in counted.values() for key in each if key[1]}):
        own = [each.get(key, Score()) for each in counted.values()]
        table.add_row(*key, *(str(n) for score in own for n in (score.right, score.wrong)))
    return table


def _print_wrong(console: Console, judged: dict[Half, list[Verdict]], kind: str) -> None:
    for half, verdicts in judged.items():
        for one in verdicts:
            if one.kind == kind and one.outcome in ("wrong", "missed"):
                place = f"{half} {one.text}:{one.line}"
                console.print(
                    f"{place} {one.aspect} {one.outcome}: {one.words!r} {one.rule} {one.note}",
                    markup=False, highlight=False, soft_wrap=True,
                )  # fmt: skip


def _print_unjudged(console: Console, halves: Sequence[Gold]) -> None:
    for gold in halves:
        for words in phrases.unjudged(gold.phrases, running.together(gold)):
            console.print(f"{gold.half}: {words}", markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
