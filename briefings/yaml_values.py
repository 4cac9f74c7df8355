"""How a value is written in YAML so that it is read back as the text it is."""

from __future__ import annotations

import json
import re

from .yaml_nodes import TEXT, MappingNode, YAMLError, compose

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ’.-]*[A-Za-z0-9.]")
# Words that YAML reads as something else than text.
_NOT_TEXT = frozenset("yes no on off true false null y n".split())


def quoted(text: str) -> str:
    """A value in quotes, where it needs them: JSON is YAML.

    >>> quoted("Harbour News"), quoted("On"), quoted("A: B"), quoted("12")
    ('Harbour News', '"On"', '"A: B"', '"12"')
    """
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)


def in_quotes(text: str) -> str:
    """A text in single quotes, where nothing but a quote has a meaning; else as JSON.

    >>> in_quotes("it's"), in_quotes("%")
    ("'it''s'", "'%'")
    """
    written = "'" + text.replace("'", "''") + "'"
    return written if reads_as(written, text) else json.dumps(text)


def reads_as(written: str, text: str) -> bool:
    """Whether YAML reads from a value what was to be written, as a text and nothing else.

    >>> reads_as("'12'", "12"), reads_as("12", "12"), reads_as("a: b", "a: b")
    (True, False, False)
    """
    try:
        read = compose(f"key: {written}\n")
    except YAMLError:
        return False
    return isinstance(read, MappingNode) and [
        (key.value, held.tag, held.value) for key, held in read.value
    ] == [("key", TEXT, text)]
