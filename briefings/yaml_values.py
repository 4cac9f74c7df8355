"""Writes values in YAML so that they are read back as text."""

from __future__ import annotations

import json
import re

from .yaml_nodes import TEXT, MappingNode, YAMLError, compose

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ’.-]*[A-Za-z0-9.]")
# Words that YAML does not read as text.
_NOT_TEXT = frozenset("yes no on off true false null y n".split())


def quoted(text: str) -> str:
    """A value, quoted if necessary: JSON strings are valid YAML.

    >>> quoted("Harbour News"), quoted("On"), quoted("A: B"), quoted("12")
    ('Harbour News', '"On"', '"A: B"', '"12"')
    """
    if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)


def in_quotes(text: str) -> str:
    """A text in single quotes, where only the quote itself is special; as JSON if that is
    impossible.

    >>> in_quotes("it's"), in_quotes("%")
    ("'it''s'", "'%'")
    """
    written = "'" + text.replace("'", "''") + "'"
    return written if reads_as(written, text) else json.dumps(text)


def reads_as(written: str, text: str) -> bool:
    """Whether YAML reads `written` as exactly this text.

    >>> reads_as("'12'", "12"), reads_as("12", "12"), reads_as("a: b", "a: b")
    (True, False, False)
    """
    try:
        read = compose(f"key: {written}\n")
    except YAMLError:
        return False
    return isinstance(read, MappingNode) and [
        (key.value, node.tag, node.value) for key, node in read.value
    ] == [("key", TEXT, text)]
