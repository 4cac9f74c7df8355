"""An answer in words, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from briefings import wording

Data = Mapping[str, Any]

VERDICTS = {
    "verbatim": "Word for word",
    "altered": "Altered",
    "joined": "Joined from several places",
    "near": "Near: said in other words",
    "absent": "Not in these texts",
}
KINDS = {
    "number": "another number",
    "name": "another name",
    "negation": "a negation",
    "word": "other words",
    "omission": "left out",
    "addition": "added",
    "order": "in another place",
    "spelling": "another spelling",
    "contraction": "a contraction",
}
_SHORT = "So few and common words stand in many texts: this says little."


def told(answer: Data) -> Iterator[str]:
    """The lines of an answer, sentence by sentence."""
    yield f"{VERDICTS[answer['verdict']]}: {answer['text'].strip()}"
    if answer["chinese"]:
        yield f"  {answer['chinese']['note']}"
        for name in answer["chinese"]["names"]:
            yield f"  {name['chinese']} is {name['name']} ({name['kind']}), {name['url']}"
    several = len(answer["sentences"]) > 1
    for part in answer["sentences"]:
        if several:
            yield f"  {VERDICTS[part['verdict']]}: {answer['text'][part['start'] : part['end']]}"
        if part["short"]:
            yield f"  {_SHORT}"
        for match in part["matches"]:
            yield from _match(match, part["verdict"])
        if part["count"] > len(part["matches"]):
            yield f"  and in {part['count'] - len(part['matches'])} more places"


def _match(match: Data, verdict: str) -> Iterator[str]:
    speaker = match["speaker"]["name"] if match["speaker"] else None
    who = [speaker or wording.SPEAKER_NOT_GIVEN, match["role"]]
    if match["mode"] == "reported":
        who.append("as reported")
    likeness = f" (likeness {match['likeness']} of 100)" if match["likeness"] < 100 else ""
    yield f"  “{match['quote']}”{likeness}"
    yield f"    {', '.join(one for one in who if one)}"
    yield f"    {', '.join((match['event'], wording.date_words(match['date'])))}"
    quality = match["text"]["quality"]
    graded = f" ({wording.QUALITIES[quality]})" if quality else ""
    yield f"    {match['text']['name']}{graded}"
    yield f"    {match['url']}, line {match['line']} of source {match['source']}"
    if verdict == "near":
        return
    for one in match["differences"]:
        marked = ", marked by whoever quotes" if one["marked"] else ""
        sides = [f"“{one[name]}”" if one[name] else "nothing" for name in ("given", "stands")]
        yield f"    {KINDS[one['kind']]}: {sides[0]}, where the text has {sides[1]}{marked}"
