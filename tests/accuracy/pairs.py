"""Two texts of one event: which sentences were paired, and which differences were told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .gold import Difference, Link, Pair
from .published import Data, Published, fold
from .verdicts import FOUND, Verdict


def judge(pair: Pair, found: Published) -> Iterator[Verdict]:
    """Verdicts on the alignments and discrepancies between the two texts of a pair."""
    yield from _alignments(pair, found)
    yield from _discrepancies(pair, found)


def _alignments(pair: Pair, found: Published) -> Iterator[Verdict]:
    met: set[Link] = set()
    for one in found.rows("alignments"):
        places = {one[side]["source"]: one[side] for side in ("a", "b")}
        if len(places) < 2:
            continue
        told, report = (_words(places[name], found) for name in ("transcript", "article"))
        own = {link for link in pair.links if _stands(link, told, report)}
        met |= own
        if own or not any(_stands(link, told, report) for link in pair.arguable):
            yield Verdict(
                "alignment", FOUND, "right" if own else "wrong", pair.id,
                places["transcript"]["line"], f"{told} / {report}", one["kind"],
            )  # fmt: skip
    for link in pair.links:
        if link not in met:
            yield Verdict("alignment", FOUND, "missed", pair.id, 0, " / ".join(link))


def _discrepancies(pair: Pair, found: Published) -> Iterator[Verdict]:
    met: set[Difference] = set()
    for one in found.rows("discrepancies"):
        texts = _passages(one, found)
        if set(texts) != {"transcript", "article"} or not _judged(one):
            continue
        known = (*pair.differences, *pair.true_too)
        own = next((each for each in known if _records(one, each, texts)), None)
        if own in met or own in pair.true_too:
            continue
        if own is not None:
            met.add(own)
        yield Verdict(
            "discrepancy", FOUND, "wrong" if own is None else "right", pair.id,
            one["passages"][0]["line"], one["text"], one["found_by"],
        )  # fmt: skip
    for each in pair.differences:
        if each not in met:
            type_, a, b = each
            yield Verdict("discrepancy", FOUND, "missed", pair.id, 0, f"{type_}: {a} / {b}")


def _judged(record: Data) -> bool:
    """Whether such differences were listed.

    What the shorter text leaves out was not, nor were two wordings of one thing.
    """
    return record["type"] != "omission" and record.get("class") != "wording"


def _records(record: Data, difference: Difference, texts: Mapping[str, str]) -> bool:
    """Whether a record is of a difference: its type, its places, and words that differ."""
    type_, a, b = difference
    placed = fold(a) in texts["transcript"] and fold(b) in texts["article"]
    return record["type"] in type_.split("/") and placed and _tells(record, difference)


def _tells(record: Data, difference: Difference) -> bool:
    """Whether a record speaks of a difference: a word of either side that the other has not."""
    type_, a, b = difference
    if type_ in ("attribution", "tense"):
        return True
    said = set(_tokens(record["text"]))
    own = set(_tokens(a)) ^ set(_tokens(b))
    return bool(said & own)


def _tokens(text: str) -> list[str]:
    return [word.strip(".,;:“”\"'") for word in fold(text).split()]


def _stands(link: Link, told: str, report: str) -> bool:
    return fold(link[0]) in fold(told) and fold(link[1]) in fold(report)


def _words(place: Mapping[str, object], found: Published) -> str:
    passage = found.passage(str(place["passage"]))
    if passage is None:
        return ""
    start, end = place.get("start"), place.get("end")
    if isinstance(start, int) and isinstance(end, int):
        return passage.text[start:end]
    return passage.text


def _passages(record: Data, found: Published) -> dict[str, str]:
    """The texts of a record's passages, by source."""
    texts: dict[str, str] = {}
    for place in record["passages"]:
        passage = found.passage(place["passage"])
        if passage is not None:
            texts[place["source"]] = f"{texts.get(place['source'], '')} {fold(passage.text)}"
    return texts
