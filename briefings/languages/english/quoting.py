"""Words for checking English quotations. See `languages.quoting`."""

from __future__ import annotations

from ..quoting import Quoting

QUOTING = Quoting(
    endings=tuple(
        "ization ations ation ments ment ingly ings ing ied ies edly ed es ly s e y".split()
    ),
    signs={"%": "percent", "&": "and"},
    pairs={("per", "cent"): "percent"},
    joined_negation="n't",
    negation="not",
    that=frozenset({"that"}),
    according=frozenset({"according"}),
    percent="percent",
)
