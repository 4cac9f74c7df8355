"""Queries of a language's lexicon: outlets, roles, headings, names with titles."""

from __future__ import annotations

import re

from ..languages import ENGLISH, Language
from ..languages.names import DOMAIN

_ACRONYM = re.compile(r"[A-Z][A-Z0-9&/.-]{1,7}")


def is_outlet_like(name: str, language: Language = ENGLISH) -> bool:
    """Return whether a name contains a media word, is a domain, or is an acronym in capitals.

    >>> is_outlet_like("Harbour Radio & Television Station"), is_outlet_like("PTI")
    (True, True)
    >>> is_outlet_like("Sun Wei"), is_outlet_like("Ann Lee"), is_outlet_like("people.cn")
    (False, False, True)
    """
    words = re.findall(r"[\w&'’-]+", name)
    if len(words) == 1 and _ACRONYM.fullmatch(words[0]):
        return True
    return DOMAIN.search(name) is not None or any(
        word in language.names.outlet_words
        and (word not in language.names.papers_or_surnames or n > 0)
        for n, word in enumerate(word.lower() for word in words)
    )


def is_role(text: str, language: Language = ENGLISH) -> bool:
    """Return whether words after a name and a comma are an office.

    >>> is_role("vice minister of water"), is_role("warden of the Lake Trust"), is_role("Coin News")
    (True, True, False)
    """
    return (
        language.names.role_word.search(text) is not None
        or language.names.role_like.match(text) is not None
    )


def is_task(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a text is a generic word for an asker, an answerer or a chair."""
    low = text.lower()
    labels = language.labels
    return low in labels.asking or low in labels.answering or low in labels.chairing


def heading_of(text: str, language: Language = ENGLISH) -> str | None:
    """Return what a list heading introduces ("speakers", "chair", "date" ...), or None.

    >>> heading_of("Speakers:"), heading_of("Chairperson"), heading_of("Ladies and gentlemen:")
    ('speakers', 'chair', None)
    """
    return language.lists.headings.get(text.strip(" :：.*_#").lower())


def without_honorific(name: str, language: Language = ENGLISH) -> str:
    """Return a name without its honorific (Mr., Ms., Dr. ...).

    >>> without_honorific("Mr. Bo Lindqvist"), without_honorific("MS. LINDQVIST")
    ('Bo Lindqvist', 'LINDQVIST')
    >>> without_honorific("President of Westmark Ann Lee")
    'President of Westmark Ann Lee'
    >>> without_honorific("Senior Colonel Ann Lee")
    'Ann Lee'
    """
    match = language.names.honorific.match(name)
    rest = name[match.end() :].strip() if match else name
    return name if not rest or rest.startswith(language.names.goes_on) else rest


def is_capitalised(name: str, language: Language = ENGLISH) -> bool:
    """Return whether every word is capitalized, except for connecting words."""
    return all(
        word in language.names.connectors or re.match(r"[\W_]*[^\W\d_a-zß-öø-ÿ]", word)
        for word in name.split()
    )


def names_with_titles(text: str, language: Language = ENGLISH) -> list[str]:
    """Return the names that follow a courtesy title (Mr., Ms., Dr. ...) in a text.

    >>> names_with_titles("I would like to ask Ms. Ann Lee to answer. Thank you, Mr. Li. The next")
    ['Ann Lee', 'Li']
    """
    matches = language.names.with_title.finditer(text)
    return [_within_sentence(match.group("name"), language) for match in matches]


def _within_sentence(name: str, language: Language) -> str:
    """Cut a name at the full stop that ends its sentence: "Li. The" becomes "Li"."""
    words = name.split()
    for n, word in enumerate(words):
        if word.endswith(".") and len(word) > 2 and not language.names.abbreviation.fullmatch(word):
            return " ".join([*words[:n], word[:-1]])
    return name
