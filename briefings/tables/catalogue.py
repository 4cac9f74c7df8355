"""All flat tables; a table comes after those that it refers to."""

from __future__ import annotations

from .fields import Table
from .glossary import MENTIONS, NOTES, TERMS, WORDINGS
from .numbers import FIGURES, INDICATORS, OBSERVATIONS
from .people import OUTLETS, PEOPLE, ROLES, TOPICS
from .relations import ALIGNMENTS, COMMITMENTS, DISCREPANCIES, PHRASES
from .speech import EXCHANGES, PASSAGES, SENTENCES, TURNS
from .texts import BRIEFINGS, LINES, SOURCES, TEXTS

TABLES: tuple[Table, ...] = (
    BRIEFINGS, TEXTS, SOURCES, TOPICS, PEOPLE, ROLES, OUTLETS, TURNS, EXCHANGES, PASSAGES,
    SENTENCES, LINES, INDICATORS, FIGURES, OBSERVATIONS, TERMS, WORDINGS, PHRASES, MENTIONS, NOTES,
    ALIGNMENTS, DISCREPANCIES, COMMITMENTS,
)  # fmt: skip
