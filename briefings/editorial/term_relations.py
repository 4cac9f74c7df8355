"""Checks relations between glossary terms: each must lead to a term and be stated only once.

As SKOS requires of `broader` and `related`, no term is broader than itself, and a broader term is
not also a related one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from ..model import Where
from ..problems import Problems
from .messages import advise
from .schemas import TermSchema
from .tables import Item, Table

Relation = Literal["see", "broader"]


def term_relations(table: Table[TermSchema], problems: Problems) -> None:
    """Reports relations that lead nowhere, form a cycle, or are stated in two ways."""
    broader = {
        item.id: tuple(
            broader for broader in item.entry.broader if broader in table.ids and broader != item.id
        )
        for item in table
    }
    above = {name: frozenset(_above(name, broader)) for name in broader}
    for item in table:
        _leads(item, "see", item.entry.see, table.ids, problems)
        _leads(item, "broader", item.entry.broader, table.ids, problems)
        if item.id in above[item.id]:
            problems.error_at(
                "broader-in-a-circle", item.where("broader"),
                f"'broader' leads from '{item.id}' back to itself",
                "point only from narrower terms to broader ones",
            )  # fmt: skip
        for n, related in enumerate(item.entry.see):
            if related in above[item.id] or item.id in above.get(related, ()):
                problems.error_at(
                    "related-and-broader", item.where("see", n),
                    f"'{related}' is related to '{item.id}' by 'broader' already",
                    "remove it from 'see'",
                )  # fmt: skip


def _above(name: str, broader: Mapping[str, Collection[str]]) -> Iterator[str]:
    """All broader terms of a term, step by step; the term itself is among them if there
    is a cycle.
    """
    visited: set[str] = set()
    waiting = list(broader.get(name, ()))
    while waiting:
        term = waiting.pop()
        if term not in visited:
            visited.add(term)
            waiting.extend(broader.get(term, ()))
            yield term


def _leads(
    item: Item[TermSchema],
    key: Relation,
    others: Collection[str],
    known: Collection[str],
    problems: Problems,
) -> None:
    for n, term in enumerate(others):
        if term not in known or term == item.id:
            subject = "itself" if term == item.id else f"'{term}', which is not a term"
            problems.error_at(
                f"{key}-nowhere", item.where(key, n),
                f"'{key}' leads to {subject}", advise(term, set(known) - {item.id}),
            )  # fmt: skip


def _error(problems: Problems, rule: str, where: Where, message: str, hint: str) -> None:
    problems.error_at(rule, where, message, hint)
