"""Formats an answer as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from briefings import wording
from briefings.interface import say

from . import phrases

Data = Mapping[str, Any]


def answer_lines(answer: Data) -> Iterator[str]:
    """The lines of an answer, sentence by sentence."""
    yield f"{phrases.VERDICTS[answer['verdict']]}: {answer['text'].strip()}"
    if answer["chinese"]:
        yield f"  {answer['chinese']['note']}"
        for name in answer["chinese"]["names"]:
            yield f"  {name['chinese']} is {name['name']} ({name['kind']}), {name['url']}"
    several = len(answer["sentences"]) > 1
    for part in answer["sentences"]:
        if several:
            words = answer["text"][part["start"] : part["end"]]
            yield f"  {phrases.VERDICTS[part['verdict']]}: {words}"
        if part["short"]:
            yield f"  {phrases.SHORT}"
        for match in part["matches"]:
            yield from _match(match, part["verdict"])
        if part["count"] > len(part["matches"]):
            yield f"  {phrases.MORE.format(count=part['count'] - len(part['matches']))}"
        for given, near in groupby(part["near"], lambda one: answer["text"][slice(*one["given"])]):
            yield f"  {phrases.ELSEWHERE.format(number=given)}"
            for match in near:
                yield from _match({**match, "likeness": 100}, "near")


def _match(match: Data, verdict: str) -> Iterator[str]:
    speaker = match["speaker"]["name"] if match["speaker"] else None
    who = [speaker or say.unknown.speaker, match["role"]]
    if match["mode"] == "reported":
        who.append(phrases.REPORTED)
    likeness = phrases.LIKENESS.format(**match)
    yield f"  “{match['quote']}”{f' ({likeness})' if match['likeness'] < 100 else ''}"
    yield f"    {', '.join(one for one in who if one)}"
    yield f"    {', '.join((match['event'], wording.date_words(match['date'])))}"
    quality = match["text"]["quality"]
    graded = f" ({wording.QUALITIES[quality]})" if quality else ""
    yield f"    {match['text']['name']}{graded}"
    yield f"    {match['url']}, line {match['line']} of source {match['source']}"
    if verdict == "near":
        return
    for one in match["differences"]:
        yield f"    {_difference(one)}"


def _difference(one: Data) -> str:
    pattern = phrases.DIFFERENCE
    if not one["given"] or not one["stands"]:
        pattern = phrases.ADDED if one["given"] else phrases.MISSING
    line = pattern.format(
        kind=phrases.KINDS[one["kind"]], given=f"“{one['given']}”", stands=f"“{one['stands']}”"
    )
    return f"{line}{phrases.MARKED if one['marked'] else ''}"
