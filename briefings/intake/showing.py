"""Shows an editor what changed in an edition, and what is left to decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from ..model.relations import Run
from ..problems import shown
from ..redline import redline
from ..revisions import Revision
from .pointing import ToJudge

# The number of unchanged words shown around a change.
_AROUND = 8
_MARKS = {
    "dropped": ("[-", "-]", "red"),
    "added": ("{+", "+}", "green"),
    "moved": ("{~", "~}", "cyan"),
}
_SHOWN = 90


def show_revisions(source: str, revisions: Iterable[Revision], console: Console) -> None:
    """Prints a word diff of every changed passage: [-dropped-] {+added+} {~moved~}."""
    for revision in revisions:
        console.print(_heading(source, revision), style="bold", markup=False, highlight=False)
        before = revision.before.text if revision.before else ""
        after = revision.after.text if revision.after else ""
        line = Text("  ")
        for text, style in _worded(redline(before, after).runs):
            line.append(text, style=style)
        console.print(line, soft_wrap=True, highlight=False)


def show_judgements(judgements: Iterable[ToJudge], console: Console) -> None:
    """Prints each decision left to a person, with the old words and the most similar new ones."""
    for judgement in judgements:
        line = f"{shown(judgement.path)}:{judgement.line}:{judgement.column}: {judgement.what}"
        if judgement.before:
            line += f": '{_short(judgement.before)}'"
        if judgement.after:
            line += (
                f" is now '{_short(judgement.after)}'"
                if judgement.before
                else f": '{_short(judgement.after)}'"
            )
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _heading(source: str, revision: Revision) -> str:
    old = f"{source}:{revision.before.line}" if revision.before else ""
    new = f"{source}:{revision.after.line}" if revision.after else ""
    if revision.kind == "changed":
        return f"{old}, now {new}:" if old != new else f"{old}:"
    return f"{new}, added:" if revision.kind == "added" else f"{old}, dropped:"


def _worded(runs: tuple[Run, ...]) -> Iterator[tuple[str, str]]:
    """Yields runs as text and style; of unchanged words, only those near a change."""
    for n, run in enumerate(runs):
        if run.kind == "same":
            yield _near(run.text, n > 0, n < len(runs) - 1), ""
            continue
        opening, closing, style = _MARKS[run.kind]
        blank = run.text[: len(run.text) - len(run.text.lstrip())]
        yield f"{blank}{opening}{run.text.strip()}{closing}", style


def _near(text: str, after_change: bool, before_change: bool) -> str:
    words = re.findall(r"\s*\S+", text)
    if len(words) <= 2 * _AROUND + 2:
        return text
    before = "".join(words[:_AROUND]) if after_change else ""
    after = "".join(words[-_AROUND:]) if before_change else ""
    return f"{before} …{after}"


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN].rstrip()} …"
