"""All mutants of a module, and a sample that stays the same while the code around it changes."""

from __future__ import annotations

import ast
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

from tests.mutation import operators

# What Cosmic Ray has and leads to faults that a person would make. Left out: decorators taken off
# and the other arithmetic (nearly all stop the import, which any test notices), and numbers moved
# by one whatever their size.
CORE = (
    "AddNot",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_USub",
    "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_Lt_Gt",
    "ReplaceComparisonOperator_LtE_Lt",
    "ReplaceComparisonOperator_LtE_GtE",
    "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_Gt_Lt",
    "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceComparisonOperator_GtE_LtE",
    "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_Sub_Add",
    "ReplaceBinaryOperator_Mul_Div",
    "ReplaceBinaryOperator_Div_Mul",
    "ZeroIterationForLoop",
)
OWN = ("DropOperand", "TurnMembership", "TurnFilter", "RemoveStatement", "ScaleNumber")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small fault: the n-th place (from 0) of a module where an operator applies."""

    path: str
    line: int
    operator: str
    occurrence: int
    key: str
    """Path, operator and the line's own text, numbered where they recur: no line numbers."""

    def code(self, original: str) -> str | None:
        """The module with the fault in it; None if it would not even compile."""
        mutated = mutate_code(original, _operator(self.operator), self.occurrence)
        if mutated is None:
            return None
        try:
            same = ast.dump(ast.parse(mutated)) == ast.dump(ast.parse(original))
        except SyntaxError:
            return None
        return None if same else str(mutated)


def mutants(path: str, code: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its operators and lines."""
    lines = code.splitlines()
    keys: Counter[str] = Counter()
    found = []
    for name in (*CORE, *OWN):
        operator = _operator(name)
        for occurrence, (line, _) in enumerate(_starts(code, operator)):
            if _is_declaration(lines[line - 1], name):
                continue
            key = f"{path} {name} {lines[line - 1].strip()}"
            keys[key] += 1
            found.append(Mutant(path, line, name, occurrence, f"{key} {keys[key]}"))
    return found


def sample(found: Iterable[Mutant], size: int | None, seed: int) -> list[Mutant]:
    """So many mutants, drawn by a hash: a changed line takes none but its own out of the sample."""

    def drawn(mutant: Mutant) -> str:
        return hashlib.sha256(f"{seed} {mutant.key}".encode()).hexdigest()

    return sorted(found, key=drawn)[:size]


def changed_lines(original: str, mutated: str) -> tuple[str, str]:
    """The line that a mutant changes, and what stands there then, both stripped."""
    before, after = original.splitlines(), mutated.splitlines()
    first = next(n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new)
    kept = 0
    while kept < min(len(before), len(after)) - first and before[-1 - kept] == after[-1 - kept]:
        kept += 1
    return (
        " ".join(one.strip() for one in before[first : len(before) - kept]),
        " ".join(one.strip() for one in after[first : len(after) - kept]),
    )


def _starts(code: str, operator: Any) -> Iterator[tuple[int, int]]:
    for node in _nodes(code):
        for start, _ in operator.mutation_positions(node):
            yield start


def _is_declaration(line: str, operator: str) -> bool:
    """Whether a fault there is no behaviour: slots of a dataclass, `strict=True` of a zip."""
    strict = operator == "ReplaceTrueWithFalse" and "strict=True" in line
    return strict or line.lstrip().startswith("@")


@cache
def _nodes(code: str) -> tuple[Any, ...]:
    return tuple(ast_nodes(get_ast(code)))


@cache
def _operator(name: str) -> Any:
    return getattr(operators, name)() if name in OWN else get_operator(f"core/{name}")()
