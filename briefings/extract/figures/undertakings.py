"""Campaigns and other undertakings, whose start dates their results."""

from __future__ import annotations

from briefings.languages import Language
from briefings.languages.sentences import sentences_of


def begun(noun: str, before: tuple[str, ...], language: Language) -> str | None:
    """Return the year in which, according to earlier text, an undertaking began, or None.

    >>> from briefings.languages import ENGLISH
    >>> begun("campaign", ("In 2018, the ministry began a five-year campaign.",), ENGLISH)
    '2018'
    >>> begun("campaign", ("It was cold in 2018.",), ENGLISH) is None
    True
    """
    grammar = language.grammar
    if noun not in grammar.undertakings:
        return None
    pattern = grammar.undertaking
    for passage in reversed(before):
        clauses = [
            part for sentence in sentences_of(passage, language) for part in sentence.split(";")
        ]
        for clause in reversed(clauses):
            if pattern.search(clause) and grammar.beginnings.search(clause):
                years = grammar.begun_in.findall(clause)
                if len(set(years)) == 1:
                    return str(years[0])
    return None
