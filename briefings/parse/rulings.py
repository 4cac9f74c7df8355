"""Find editors' rulings on lines that do not exist or that have no effect."""

from __future__ import annotations

from collections.abc import Callable, Collection
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
    told: Collection[tuple[str, int]] = (),
) -> None:
    """Report rulings on lines that are missing or blank, and rulings without effect.

    `doubted` are lines for which a ruling confirms that a doubt was reviewed, so it need not have
    an effect. `told` are the places (path, line) in editors' files that have been reported already.
    """
    settings = witness.settings
    source = witness.source
    held = [(ruling.line, ruling.where) for ruling in settings.labels]
    held += [
        (line, where)
        for (line, _), where in zip(settings.roles, settings.role_wheres, strict=False)
    ]
    held += [(part.line, part.where) for part in settings.part_roles]
    held += [(name.line, name.where) for name in settings.names]
    good = True
    for line, where in held:
        if where is None:
            continue
        if line > len(source.lines):
            good = False
            _error(
                problems, "line-missing", where, f"line {line} of '{source.id}' is not there",
                f"the source has {len(source.lines)} lines",
            )  # fmt: skip
        elif not source.lines[line - 1].strip():
            good = False
            _error(
                problems, "line-blank", where, f"line {line} of '{source.id}' is blank",
                _nearest(witness, line),
            )  # fmt: skip
    if held and good:
        _idle(witness, read, problems, doubted, told)


def _error(problems: Problems, rule: str, where: Where, message: str, hint: str) -> None:
    problems.error(rule, where.path, message, hint, where.line, where.column)


def _nearest(witness: Witness, line: int) -> str:
    lines = [one.n for one in witness.lines]
    near = min(lines, key=lambda n: (abs(n - line), n), default=None)
    return f"the nearest line with text is {near}" if near else "name a line with text"


def _idle(
    witness: Witness,
    read: Read,
    problems: Problems,
    doubted: Collection[int],
    told: Collection[tuple[str, int]],
) -> None:
    """Report each ruling without which the source is parsed the same and raises the same doubts."""
    settings = witness.settings
    without_all, unsure_without = read(replace(settings, labels=(), roles=(), role_wheres=()))
    as_it_is, unsure = read(settings)
    changed = _changed_lines(as_it_is, without_all)
    changed |= {one.line for one in unsure ^ unsure_without}
    for n, ruling in enumerate(settings.labels):
        where = ruling.where
        if ruling.line in changed or ruling.line in doubted or where is None:
            continue
        # If a ruling is reported already, for a misspelt speaker for example, that is enough.
        if (where.path, where.line) in told:
            continue
        fewer = settings.labels[:n] + settings.labels[n + 1 :]
        if _same(read(replace(settings, labels=fewer)), (as_it_is, unsure)):
            _tell(witness, ruling.line, "label", where, problems)
    for n, (line, _) in enumerate(settings.roles):
        if line in changed or line in doubted or n >= len(settings.role_wheres):
            continue
        less = replace(
            settings,
            roles=settings.roles[:n] + settings.roles[n + 1 :],
            role_wheres=settings.role_wheres[:n] + settings.role_wheres[n + 1 :],
        )
        if _same(read(less), (as_it_is, unsure)):
            _tell(witness, line, "role", settings.role_wheres[n], problems)


def _tell(witness: Witness, line: int, what: str, where: Where, problems: Problems) -> None:
    problems.warning(
        "ruling-changes-nothing", where.path,
        f"this {what} changes nothing: line {line} of '{witness.source.id}' is read the same "
        "without it",
        "take it out, or check the number of the line", where.line, where.column,
    )  # fmt: skip


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
