"""Find editors' rulings on lines that do not exist or that have no effect."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from ..model import Settings, Where, Witness
from ..problems import Problem, Problems

# A source parsed under other settings, with the problems found.
Reading = tuple[Witness, frozenset[Problem]]
Read = Callable[[Settings], Reading]


def check_rulings(
    witness: Witness,
    read: Read,
    problems: Problems,
    doubted: Collection[int] = (),
    reported: Collection[tuple[str, int]] = (),
) -> None:
    """Report rulings on lines that are missing or blank, and rulings without effect.

    `doubted` are lines for which a ruling confirms that a doubt was reviewed, so it need not have
    an effect. `reported` are the places (path, line) in editors' files that are reported already.
    """
    settings = witness.settings
    source = witness.source
    ruled_lines = [(ruling.line, ruling.where) for ruling in settings.labels]
    ruled_lines += [
        (line, where)
        for (line, _), where in zip(settings.roles, settings.role_wheres, strict=False)
    ]
    ruled_lines += [(part.line, part.where) for part in settings.part_roles]
    ruled_lines += [(name.line, name.where) for name in settings.names]
    lines_exist = True
    for line, where in ruled_lines:
        if where is None:
            continue
        if line > len(source.lines):
            lines_exist = False
            _error(
                problems, "line-missing", where, f"line {line} of '{source.id}' is not there",
                f"the source has {len(source.lines)} lines",
            )  # fmt: skip
        elif not source.lines[line - 1].strip():
            lines_exist = False
            _error(
                problems, "line-blank", where, f"line {line} of '{source.id}' is blank",
                _nearest(witness, line),
            )  # fmt: skip
    if ruled_lines and lines_exist:
        _idle(witness, read, problems, doubted, reported)


def _error(problems: Problems, rule: str, where: Where, message: str, hint: str) -> None:
    problems.error(rule, where.path, message, hint, where.line, where.column)


def _nearest(witness: Witness, line: int) -> str:
    lines = [line_info.n for line_info in witness.lines]
    nearest = min(lines, key=lambda n: (abs(n - line), n), default=None)
    return f"the nearest line with text is {nearest}" if nearest else "name a line with text"


def _idle(
    witness: Witness,
    read: Read,
    problems: Problems,
    doubted: Collection[int],
    reported: Collection[tuple[str, int]],
) -> None:
    """Report each ruling without which the source is parsed the same and raises the same doubts."""
    settings = witness.settings
    without_all, unsure_without = read(replace(settings, labels=(), roles=(), role_wheres=()))
    as_it_is, unsure = read(settings)
    changed = _changed_lines(as_it_is, without_all)
    changed |= {problem.line for problem in unsure ^ unsure_without}
    for line, where, kind, fewer in _without_each(settings):
        # If a ruling is reported already, for a misspelt speaker for example, that is enough.
        if where is None or (where.path, where.line) in reported:
            continue
        if line in changed or line in doubted:
            continue
        if _same(read(fewer), (as_it_is, unsure)):
            problems.warning(
                "ruling-changes-nothing", where.path,
                f"this {kind} changes nothing: line {line} of '{witness.source.id}' is read the "
                "same without it",
                "take it out, or check the number of the line", where.line, where.column,
            )  # fmt: skip


def _without_each(settings: Settings) -> Iterator[tuple[int, Where | None, str, Settings]]:
    """Yield the line, place and kind of each ruling, with the settings without it."""
    labels, roles, wheres = settings.labels, settings.roles, settings.role_wheres
    for n, ruling in enumerate(labels):
        fewer = replace(settings, labels=labels[:n] + labels[n + 1 :])
        yield ruling.line, ruling.where, "label", fewer
    for n, ((line, _), where) in enumerate(zip(roles, wheres, strict=False)):
        fewer = replace(
            settings, roles=roles[:n] + roles[n + 1 :], role_wheres=wheres[:n] + wheres[n + 1 :]
        )
        yield line, where, "role", fewer


def _same(a: Reading, b: Reading) -> bool:
    plain = Settings()
    return a[1] == b[1] and replace(a[0], settings=plain) == replace(b[0], settings=plain)


def _changed_lines(a: Witness, b: Witness) -> set[int]:
    """Return the lines that two readings of a source interpret differently."""
    return {line for line, _ in _facts(a) ^ _facts(b)}


def _facts(witness: Witness) -> set[tuple[int, object]]:
    facts: set[tuple[int, object]] = {(line.n, (line.role, line.rule)) for line in witness.lines}
    for turn in witness.turns:
        first = turn.label_line or (turn.passages[0].line if turn.passages else 0)
        facts.add((first, turn.speaker))
    return facts
