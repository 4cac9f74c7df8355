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
    has_several = len(answer["sentences"]) > 1
    for part in answer["sentences"]:
        if has_several:
            words = answer["text"][part["start"] : part["end"]]
            yield f"  {phrases.VERDICTS[part['verdict']]}: {words}"
        if part["short"]:
            yield f"  {phrases.SHORT}"
        for match in part["matches"]:
            yield from _match(match, part["verdict"])
        if part["count"] > len(part["matches"]):
            yield f"  {phrases.MORE.format(count=part['count'] - len(part['matches']))}"
        for given, near in groupby(part["near"], lambda it: answer["text"][slice(*it["given"])]):
            yield f"  {phrases.ELSEWHERE.format(number=given)}"
            for match in near:
                yield from _match({**match, "likeness": 100}, "near")


def _match(match: Data, verdict: str) -> Iterator[str]:
    speaker = match["speaker"]["name"] if match["speaker"] else None
    speaker_words = [speaker or say.unknown.speaker, match["role"]]
    if match["mode"] == "reported":
        speaker_words.append(phrases.REPORTED)
    likeness = phrases.LIKENESS.format(**match)
    yield f"  “{match['quote']}”{f' ({likeness})' if match['likeness'] < 100 else ''}"
    yield f"    {', '.join(filter(None, speaker_words))}"
    yield f"    {', '.join((match['event'], wording.date_words(match['date'])))}"
    quality = match["text"]["quality"]
    quality_words = f" ({wording.QUALITIES[quality]})" if quality else ""
    yield f"    {match['text']['name']}{quality_words}"
    yield f"    {match['url']}, line {match['line']} of source {match['source']}"
    if verdict == "near":
        return
    for difference in match["differences"]:
        yield f"    {_difference(difference)}"


def _difference(difference: Data) -> str:
    pattern = phrases.DIFFERENCE
    if not difference["given"] or not difference["stands"]:
        pattern = phrases.ADDED if difference["given"] else phrases.MISSING
    line = pattern.format(
        kind=phrases.KINDS[difference["kind"]],
        given=f"“{difference['given']}”",
        stands=f"“{difference['stands']}”",
    )
    return f"{line}{phrases.MARKED if difference['marked'] else ''}"
