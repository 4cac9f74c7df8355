"""Mutations that Cosmic Ray does not have, in the form of its own operators.

They are the slips that reviews of this program have met: a condition left out, a filter turned
round, a statement forgotten, a threshold that is off by far.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from typing import Any

import parso
from cosmic_ray.operators.operator import Example, Operator

Position = tuple[tuple[int, int], tuple[int, int]]


class DropOperand(Operator):  # type: ignore[misc]
    """Leaves out one of the conditions that `and` or `or` join."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        if node.type in ("and_test", "or_test"):
            for operand in node.children[::2]:
                yield operand.start_pos, operand.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        at = index * 2
        children = list(node.children)
        del children[at : at + 2]
        if at == len(node.children) - 1:
            del children[-1]
        children[0].get_first_leaf().prefix = node.get_first_leaf().prefix
        node.children = children
        return node

    @classmethod
    def examples(cls) -> Sequence[Example]:
        return (
            Example("x = a and b and c", "x = b and c"),
            Example("x = a and b and c", "x = a and c", occurrence=1),
            Example("x = a or b", "x = a", occurrence=1),
        )


class TurnMembership(Operator):  # type: ignore[misc]
    """Swaps `in` and `not in`."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        if node.type == "comparison":
            for word in self._words(node):
                yield word.start_pos, word.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        word = self._words(node)[index]
        at = node.children.index(word)
        turned = "not in" if _code(word) == "in" else "in"
        node.children[at] = _parsed(f" {turned}")
        return node

    @staticmethod
    def _words(node: Any) -> list[Any]:
        return [one for one in node.children[1::2] if _code(one) in ("in", "not in")]

    @classmethod
    def examples(cls) -> Sequence[Example]:
        return (Example("x = a in b", "x = a not in b"), Example("x = a not in b", "x = a in b"))


class TurnFilter(Operator):  # type: ignore[misc]
    """Turns the condition of a comprehension round."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        if node.type == "comp_if":
            yield node.children[1].start_pos, node.children[1].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        node.children[1] = _parsed(f" not ({_code(node.children[1])})")
        return node

    @classmethod
    def examples(cls) -> Sequence[Example]:
        return (Example("[x for x in y if x]", "[x for x in y if not (x)]"),)


class RemoveStatement(Operator):  # type: ignore[misc]
    """Puts `pass` in the place of a call or of an addition such as `count += 1`."""

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        if node.type == "simple_stmt" and self._has_effect(node.children[0]):
            yield node.children[0].start_pos, node.children[0].end_pos

    def mutate(self, node: Any, index: int) -> Any:
        prefix = node.get_first_leaf().prefix
        node.children[0] = _parsed(f"{prefix}pass")
        return node

    @staticmethod
    def _has_effect(statement: Any) -> bool:
        if statement.type in ("atom_expr", "power"):
            return bool(statement.get_last_leaf() == ")")
        return statement.type == "expr_stmt" and _code(statement.children[1]) in (
            "+=", "-=", "|=", "&=",
        )  # fmt: skip

    @classmethod
    def examples(cls) -> Sequence[Example]:
        return (Example("f(x)\n", "pass\n"), Example("x += 1\n", "pass\n"))


class ScaleNumber(Operator):  # type: ignore[misc]
    """Makes a small whole number one more and one less, any other number twice and half of it.

    A threshold of 420 that became 421 is no fault that a reader could meet; 210 would be.
    """

    def mutation_positions(self, node: Any) -> Iterator[Position]:
        if node.type == "number":
            for _ in _scaled(node.value):
                yield node.start_pos, node.end_pos

    def mutate(self, node: Any, index: int) -> Any:
        node.value = _scaled(node.value)[index]
        return node

    @classmethod
    def examples(cls) -> Sequence[Example]:
        return (
            Example("x = 0", "x = 1"),
            Example("x = 3", "x = 2", occurrence=1),
            Example("x = 420", "x = 840"),
            Example("x = 0.5", "x = 0.25", occurrence=1),
        )


def _scaled(written: str) -> list[str]:
    """What stands in the place of a number."""
    value = ast.literal_eval(written)
    if isinstance(value, int) and abs(value) < 10:
        return [str(value + 1), str(value - 1)] if value else ["1"]
    return [str(value * 2), str(value // 2 if isinstance(value, int) else value / 2)]


def _parsed(code: str) -> Any:
    return parso.parse(code)  # type: ignore[no-untyped-call]


def _code(node: Any) -> str:
    return str(node.get_code(include_prefix=False))
