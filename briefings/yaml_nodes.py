"""Parses YAML into nodes that know their place in the file, without constructing values.

PyYAML uses libyaml, which is some six times as fast as a parser written in Python. Plain scalars
follow YAML 1.2: "no" and "12:30" are text.
"""

from __future__ import annotations

import re

from yaml._yaml import CParser
from yaml.composer import Composer
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

__all__ = [
    "TEXT",
    "MappingNode",
    "MarkedYAMLError",
    "Node",
    "ReaderError",
    "ScalarNode",
    "SequenceNode",
    "YAMLError",
    "compose",
]


TEXT = "tag:yaml.org,2002:str"
"""The tag of a text scalar."""
_DEEPEST = 200


class _Resolver(BaseResolver):
    """The core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), extended by YAML
    1.1's underscores between digits.

    Both parsers call it on entering and leaving a node, which limits the depth: libyaml would crash
    the process on input nested some ten thousand levels deep.
    """

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def descend_resolver(self, current_node: Node | None, current_index: object) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise RecursionError(f"more than {_DEEPEST} levels of lists and maps")

    def ascend_resolver(self) -> None:
        self._depth -= 1


_FLOAT = r"""[-+]?(?: [0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?
                    | [0-9][0-9_]*[eE][-+]?[0-9]+
                    | \.[0-9_]+(?:[eE][-+][0-9]+)? | \.(?:inf|Inf|INF) ) | \.(?:nan|NaN|NAN)"""
_INT = r"[-+]?(?: 0b[01_]+ | 0o?[0-7_]+ | 0x[0-9a-fA-F_]+ | [0-9_]+ )"
for _name, _pattern, _first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("float", _FLOAT, "-+.0123456789"),
    ("int", _INT, "-+0123456789"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _Resolver.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(rf"(?:{_pattern})\Z", re.X), list(_first)
    )


class _Fast(CParser, _Resolver):
    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        _Resolver.__init__(self)


class _Telling(Reader, Scanner, Parser, Composer, _Resolver):
    """The Python parser: unlike libyaml, its errors name the two places that an error
    is between.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        _Resolver.__init__(self)


def compose(text: str) -> Node | None:
    """The root node of a document; None if the text is empty.

    Marks count lines, columns and characters from 0.

    Raises:
        YAMLError: if the text is not YAML or contains several documents.
        RecursionError: if it is nested more than 200 levels deep.
    """
    try:
        return _Fast(text).get_single_node()
    except (YAMLError, UnicodeEncodeError):
        return _Telling(text).get_single_node()
