"""The report of doubts: what is uncertain about a corpus, for readers and editors.

Doubts are not errors. The other stages make decisions; this one reviews the results with rules that
are independent of theirs, to find what they overlook.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model import (
    Briefing,
    BriefingReport,
    Check,
    Checked,
    Corpus,
    Doubt,
    Editorial,
    Report,
    SourceReport,
    Witness,
)
from ..problems import Problem
from .known import Known
from .names import clusters
from .roles import role_counts, settled_by_editors
from .speech import speech_doubts
from .states import briefing_state, source_state
from .telling import brief, full
from .unsure import unsure_doubts

__all__ = ["brief", "full", "survey"]


def survey(corpus: Corpus, editorial: Editorial, problems: Iterable[Problem] = ()) -> Report:
    """Return the report on a corpus; `problems` include warnings about its sources."""
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem.path, []).append(problem)
    names = {editor.id: editor.name for editor in editorial.editors}
    sources = []
    briefings = []
    known = Known.of(corpus, editorial)
    for briefing in corpus.briefings:
        states = []
        for witness in briefing.witnesses:
            warnings = by_path.get(witness.source.path, [])
            report = _source(witness, briefing, warnings, known, names)
            sources.append(report)
            states.append(report.hash)
        state = briefing_state(briefing, states)
        check = _check(editorial.checked.get(briefing.slug), state, names)
        briefings.append(BriefingReport(briefing.slug, state, check))
    return Report(
        sources=tuple(sorted(sources, key=lambda entry: entry.source)),
        briefings=tuple(briefings),
        clusters=clusters(corpus, editorial),
    )


def _source(
    witness: Witness,
    briefing: Briefing,
    problems: list[Problem],
    known: Known,
    names: dict[str, str],
) -> SourceReport:
    state = source_state(witness)
    check = _check(witness.settings.checked, state, names)
    unsure = unsure_doubts(witness, problems)
    doubted = {doubt.line for doubt in unsure}
    doubts = [
        *unsure,
        *(doubt for doubt in speech_doubts(witness, known) if doubt.line not in doubted),
    ]
    is_checked = check is not None and check.state == "current"
    questions = {exchange.question for exchange in briefing.exchanges}
    # A chair without a name is at least known to be the chair.
    unnamed = [
        turn for turn in witness.turns if turn.speaker.name is None and turn.speaker.kind != "chair"
    ]
    return SourceReport(
        source=witness.source.id,
        briefing=briefing.slug,
        path=witness.source.path,
        kind=witness.kind,
        lines=len(witness.lines),
        roles=role_counts(witness),
        doubts=tuple(
            sorted(
                (_settled(doubt, is_checked) for doubt in doubts),
                key=lambda doubt: (doubt.line, doubt.kind, doubt.text),
            )
        ),
        settled=settled_by_editors(witness.settings),
        hash=state,
        check=check,
        unnamed=len(unnamed),
        askers=sum(turn.id in questions for turn in unnamed),
    )


def _settled(doubt: Doubt, looked_at: bool) -> Doubt:
    """Mark a doubt as settled if its source has been checked; a ruling on its line takes
    precedence."""
    if doubt.settled or not looked_at:
        return doubt
    return Doubt(
        doubt.kind, doubt.source, doubt.line, doubt.passage, doubt.words, doubt.text,
        doubt.settle, "check",
    )  # fmt: skip


def _check(checked: Checked | None, state: str, names: dict[str, str]) -> Check | None:
    if checked is None:
        return None
    name = names.get(checked.by, checked.by)
    if checked.state is None:
        return Check(checked.by, name, checked.on, "unstated")
    return Check(checked.by, name, checked.on, "current" if checked.state == state else "changed")
