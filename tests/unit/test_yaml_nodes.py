"""The fast YAML parser, compared with a slower one that is not used otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from briefings.yaml_nodes import YAMLError, compose
from tests.command import FIVE

_TAG = "tag:yaml.org,2002:"
_AS_TEXT = {"timestamp", "merge", "value"}  # what ruamel.yaml tells apart and we take for text
FILES = sorted(path for path in FIVE.rglob("*.yml"))


def flat(node: Any) -> Any:
    """Return kind, tag, position and value of a node and of its children.

    The position of an empty value (`key:`) is omitted: parsers differ there, and nothing uses it.
    """
    if node is None:
        return None
    kind, tag = type(node).__name__, str(node.tag).removeprefix(_TAG)
    tag = "str" if tag in _AS_TEXT else tag
    start = None if tag == "null" else (node.start_mark.line, node.start_mark.column)
    if kind == "ScalarNode":
        span = None if tag == "null" else (node.start_mark.index, node.end_mark.index)
        return kind, tag, start, span, node.value
    if kind == "SequenceNode":
        return kind, tag, start, bool(node.flow_style), [flat(one) for one in node.value]
    pairs = [(flat(key), flat(value)) for key, value in node.value]
    return kind, tag, start, bool(node.flow_style), pairs


def slow(text: str) -> Any:
    return flat(YAML(typ="safe", pure=True).compose(text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FIVE).as_posix())
def test_what_editors_write_is_read_as_another_parser_reads_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert flat(compose(text)) == slow(text)


PLAIN = [
    "no", "yes", "On", "y", "true", "True", "FALSE", "tRue", "~", "null", "Null", "nUll", "12",
    "-3", "+3", "0x1F", "0o17", "017", "0b11", "1_000", "_1", "1.5", "1.", ".5", "1e3", "1e+3",
    ".inf", "-.Inf", ".nan", "12:30", "1:2:3.4", "2022-07-25", "2022-7-5 1:2:3", "<<", "=", "0",
    "000", "--01-10", "1,000", "99%", "a: b", "'no'", '"12"', "1 # one", "枫桥经验", "𝒳", "a b",
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN)
def test_plain_words_mean_what_they_mean_in_yaml_1_2(value: str) -> None:
    text = f"- {value}\n"
    assert flat(compose(text)) == slow(text)


@given(st.lists(st.text("abyn01.-+_:#'\" \n[]{},|>\t‘é", max_size=12), max_size=6))
def test_what_both_read_they_read_alike(parts: list[str]) -> None:
    text = "\n".join(f"k{n}: {part}" for n, part in enumerate(parts))
    try:
        expected = slow(text)
    except Exception:  # the other parser refuses some of it by errors of its own
        return
    try:
        read = flat(compose(text))
    except YAMLError:
        return
    assert read == expected


@pytest.mark.parametrize(
    "text", ["[" * 300, "- " * 300 + "a", "{a: " * 300, "? " * 300, "[" * 100_000], ids=range(5)
)
def test_what_nests_without_end_is_refused_before_it_does_harm(text: str) -> None:
    with pytest.raises(RecursionError):
        compose(text)


def test_what_an_editor_nests_is_read() -> None:
    assert compose("- " * 150 + "a") is not None


def test_an_error_names_both_ends() -> None:
    with pytest.raises(YAMLError) as raised:
        compose("a: 'b\nc: d\n")
    assert "quoted scalar" in str(raised.value)
    assert "unexpected end of stream" in str(raised.value)
