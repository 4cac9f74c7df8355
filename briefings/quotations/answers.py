"""Answers on quotations: a verdict for each sentence, with the places it is based on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefings import urls

from .differences import Difference
from .elsewhere import Elsewhere, elsewhere
from .judging import Find, Hit, Judged, judge, judge_in_a_row
from .likeness import Likely
from .passages import Passage
from .paste import Reading, sentences
from .rules import rules
from .tokens import Token, tokens

Data = dict[str, Any]
_WORST = ("absent", "near", "altered", "joined", "verbatim")


@dataclass(frozen=True, slots=True)
class Texts:
    """Finds passages for quotations: by runs of words, by single words, by numbers with words near
    them, and by Chinese names.
    """

    by_rows: Find
    by_words: Find
    by_numbers: Find
    chinese: Callable[[str], Data | None]


def answer(quotation: str, texts: Texts) -> Data:
    """The answer on one quotation of one or more sentences, as plain values for JSON."""
    parts = _parts(quotation, texts)
    verdict = next(
        (name for name in _WORST if any(part["verdict"] == name for part in parts)),
        "absent",
    )
    if len(parts) > 1 and verdict == "verbatim" and not _follow(parts):
        verdict = "joined"
    return {
        "text": quotation,
        "verdict": verdict,
        "matches": [match for part in parts for match in part["matches"]],
        "sentences": parts,
        "chinese": texts.chinese(quotation),
    }


def _parts(quotation: str, texts: Texts) -> list[Data]:
    spans = sentences(quotation)
    if len(spans) > 1:
        whole = judge_in_a_row(quotation, texts.by_rows)
        if whole is not None:
            return [_part(quotation, (0, len(quotation)), whole, [])]
    parts: list[Data] = []
    for span in spans:
        words = quotation[slice(*span)]
        if tokens(words):
            judged = judge(words, texts.by_rows, texts.by_words)
            parts.append(_part(quotation, span, judged, elsewhere(judged, texts.by_numbers)))
    return parts


def _follow(parts: Sequence[Data]) -> bool:
    """Whether the sentences follow one another in one text, for some choice of their places."""
    reached = {
        (match["source"], match["_passage"], match["_sentence"][1]) for match in parts[0]["matches"]
    }
    for part in parts[1:]:
        reached = {
            (match["source"], match["_passage"], match["_sentence"][1])
            for match in part["matches"]
            if (match["source"], match["_passage"], match["_sentence"][0] - 1) in reached
            or (
                match["_sentence"][0] == 0
                and any(
                    source == match["source"] and n == match["_passage"] - 1
                    for source, n, _ in reached
                )
            )
        }
    return bool(reached)


def _part(
    quotation: str, span: tuple[int, int], judged: Judged, numbers: Sequence[Elsewhere]
) -> Data:
    reading = judged.reading
    offset = span[0]
    keys = [match.key for match in reading.tokens]
    content_keys = [key for key in keys if key not in rules().small]
    part: Data = {
        "start": span[0],
        "end": span[1],
        "verdict": judged.verdict,
        "likeness": None if judged.verdict == "absent" else judged.likeness,
        "count": judged.count,
        "short": len(keys) <= rules().limits.short or len(content_keys) < 2,
        "matches": [
            *(_match(hit, reading, offset) for hit in judged.hits),
            *(_likely(likely, reading, offset) for likely in judged.likely),
        ],
        "near": [_elsewhere(number, reading, offset) for number in numbers],
        "outside": reading.outside or None,
    }
    return part


def _match(hit: Hit, reading: Reading, offset: int) -> Data:
    passage = hit.passage
    words = passage.tokens
    first, end = hit.there
    given = _span(reading.tokens, hit.given)
    match = _place(passage, (words[first].start, words[end - 1].end), (first, end - 1))
    match["likeness"] = hit.likeness
    match["given"] = [given[0] + offset, given[1] + offset]
    match["differences"] = [
        _difference(difference, reading, passage, offset) for difference in hit.differences
    ]
    return match


def _likely(likely: Likely, reading: Reading, offset: int) -> Data:
    start, end = likely.passage.spans[likely.sentence]
    match = _place(likely.passage, (start, end), None)
    match["likeness"] = likely.likeness
    match["given"] = [reading.span[0] + offset, reading.span[1] + offset]
    match["differences"] = []
    return match


def _elsewhere(found: Elsewhere, reading: Reading, offset: int) -> Data:
    given = _span(reading.tokens, (found.given, found.given + 1))
    match = _place(found.passage, found.passage.spans[found.sentence], None)
    # If only part of a sentence is quoted speech, the speaker of the part with the number.
    number = _span(found.passage.tokens, (found.there, found.there + 1))
    match["speaker"], match["role"], match["mode"] = _speaker(found.passage, number)
    match["likeness"] = found.likeness
    match["given"] = [given[0] + offset, given[1] + offset]
    match["differences"] = []
    return match


def _place(passage: Passage, span: tuple[int, int], words: tuple[int, int] | None) -> Data:
    origin = passage.origin
    start, end = span
    sentences = [(a, b) for a, b in passage.spans if a < end and start < b] or [(start, end)]
    speaker, role, mode = _speaker(passage, span)
    return {
        "briefing": origin.briefing,
        "source": origin.source,
        "passage": passage.id,
        "line": passage.line,
        "start": start,
        "end": end,
        "quote": passage.text[start:end],
        "sentence": passage.text[sentences[0][0] : sentences[-1][1]],
        "speaker": speaker,
        "role": role,
        "mode": mode,
        "event": origin.title,
        "date": origin.date,
        "text": dict(origin.text),
        "url": urls.briefing_url(origin.briefing, passage.id),
        "_passage": passage.n,
        "_sentence": [
            passage.sentences[words[0]] if words else 0,
            passage.sentences[words[1]] if words else 0,
        ],
    }


def _speaker(passage: Passage, span: tuple[int, int]) -> tuple[Data | None, str | None, str | None]:
    """The speaker of the words, their role, and whether the words are direct or reported."""
    if passage.speaker is not None:
        own = passage.speaker
        return {name: own[name] for name in ("kind", "id", "name")}, own["role"], "direct"
    overlapping = [
        quoted for quoted in passage.quoted if quoted["start"] < span[1] and span[0] < quoted["end"]
    ]
    direct = [
        quoted
        for quoted in overlapping
        if quoted["mode"] == "direct"
        and quoted["start"] <= span[0]
        and span[1] <= quoted["end"] + 1
    ]
    reported = [quoted for quoted in overlapping if quoted["mode"] == "reported"]
    for quoted in (*direct, *reported):
        speaker = {"kind": "official", "id": quoted["id"], "name": quoted["name"]}
        return speaker, quoted["role"], quoted["mode"]
    return None, None, None


def _span(words: Sequence[Token], part: tuple[int, int]) -> tuple[int, int]:
    """The span from the first character of some tokens to the last; if there are none, between
    them.
    """
    start, end = part
    if start < end:
        return words[start].start, words[end - 1].end
    position = words[start - 1].end if start else (words[0].start if words else 0)
    return position, position


def _difference(difference: Difference, reading: Reading, passage: Passage, offset: int) -> Data:
    given, stands = _span(reading.tokens, difference.given), _span(passage.tokens, difference.there)
    return {
        "kind": difference.kind,
        "given": reading.text[slice(*given)],
        "stands": passage.text[slice(*stands)],
        "given_start": given[0] + offset,
        "given_end": given[1] + offset,
        "start": stands[0],
        "end": stands[1],
        "marked": difference.marked,
    }


def published(data: Data) -> Data:
    """An answer without the fields that are needed only to compute it."""
    return {
        **data,
        "matches": [_public(match) for match in data["matches"]],
        "sentences": [
            {
                **part,
                **{name: [_public(match) for match in part[name]] for name in ("matches", "near")},
            }
            for part in data["sentences"]
        ],
    }


def _public(match: Mapping[str, Any]) -> Data:
    return {key: value for key, value in match.items() if not key.startswith("_")}
