"""Short hashes of what an editor checks, which change with the bytes or the structure of a
source."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ..model import Briefing, Witness

# Letters only, as YAML may read eight hexadecimal digits as a number ("12345678", "1e234567").
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def source_state(witness: Witness) -> str:
    """Return the hash of a source's bytes and of the roles and speakers found in it.

    Ids of passages and preferred names are not included, as they may change without a change of
    structure.
    """
    facts: list[object] = [witness.source.sha256, witness.kind]
    facts += [
        (line.n, line.role, line.rule, [(part.role, part.start, part.end) for part in line.parts])
        for line in witness.lines
    ]
    for turn in witness.turns:
        who = turn.speaker
        facts.append((who.kind, who.id, who.label, turn.label_line, len(turn.passages)))
    facts += [(section.heading, len(section.passages)) for section in witness.sections]
    return _short(facts)


def briefing_state(briefing: Briefing, sources: Sequence[str]) -> str:
    """Return the hash of the states of a briefing's sources, its date, and its exchanges."""
    turns = {turn.id: n for n, turn in enumerate(briefing.primary.turns)}
    exchanges = [
        [turns[id_] for id_ in (exchange.question, *exchange.handovers, *exchange.answers)]
        for exchange in briefing.exchanges
    ]
    return _short([briefing.date, list(sources), exchanges])


def _short(facts: list[object]) -> str:
    digest = hashlib.sha256(repr(facts).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:8].translate(_LETTERS)
