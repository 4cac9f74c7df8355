"""`build_site.py propose topics|terms|indicators`: proposes entries for editors to judge.

Nothing is published. Proposals are written to standard output or to a new file, as YAML in the form
of the editorial file that they are for. Editors delete, rename and save.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from ..model import Corpus, Editorial
from ..pipeline import Options, gather_for
from ..problems import Problems, shown
from ..wording import count
from .indicators import indicators
from .terms import terms
from .topics import topics
from .writing import Proposal, document

Kind = Literal["topics", "terms", "indicators"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_FILES: dict[Kind, str] = {
    "topics": "topics.yml", "terms": "glossary.yml", "indicators": "indicators.yml",
}  # fmt: skip
_STEPS: dict[Kind, tuple[str, ...]] = {
    "topics": (
        "Strike what is no topic, give it a better title and description, and take out words that",
        "stand in passing in texts on something else.",
    ),
    "terms": (
        "Strike what needs no explanation; correct 'kind'; write each 'definition' with its",
        "'basis'. Until that is done `check` says of each that it is not explained.",
    ),
    "indicators": (
        "Strike what is not one measure; correct 'kind' (level, rate, flow, change, streak) and",
        "'title', and say in 'note' what the texts leave open.",
    ),
}


def propose(kind: Kind, options: Options, problems: Problems, to: Path | None) -> list[str]:
    """Returns the lines of YAML; none if there is an error, or if they were written to the file
    `to`.

    An existing file is an error: nothing is overwritten.
    """
    if to is not None and to.exists():
        _is_there(to, problems)
        return []
    reported = Problems()
    gathered = gather_for(options, reported)
    problems.extend(reported.errors)
    if gathered is None or reported.errors:
        return []
    proposals = _proposals(kind, gathered.corpus, gathered.editorial)
    lines = document(
        _FILES[kind], _head(kind, len(proposals), options), proposals,
        _ids(kind, gathered.editorial),
    )  # fmt: skip
    if to is None:
        return lines
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with to.open("x", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")
    except FileExistsError:
        _is_there(to, problems)
    except OSError as error:
        problems.unwritable(error, to)
    return []


def _proposals(kind: Kind, corpus: Corpus, editorial: Editorial) -> list[Proposal]:
    if kind == "topics":
        return topics(corpus)
    if kind == "terms":
        return terms(corpus, editorial)
    return indicators(corpus)


def _ids(kind: Kind, editorial: Editorial) -> set[str]:
    """The ids that are already in the file."""
    if kind == "topics":
        return {topic.id for topic in editorial.topics}
    if kind == "terms":
        return {term.id for term in editorial.glossary}
    return {indicator.id for indicator in editorial.indicators}


def _head(kind: Kind, proposals: int, options: Options) -> tuple[str, ...]:
    file = shown(options.editorial / _FILES[kind])
    if not proposals:
        return (f"There is nothing to propose for {file}.",)
    subject = count(proposals, kind.removesuffix("s"))
    return (
        f"{subject} proposed by the words of the texts; nothing of it is published.",
        *_STEPS[kind],
        f"Then save this as {file}, or add it to what is there, and run `check`.",
    )


def _is_there(path: Path, problems: Problems) -> None:
    problems.error(
        "file-there", shown(path), "already exists and is not overwritten",
        "name another file, or move it elsewhere",
    )  # fmt: skip
