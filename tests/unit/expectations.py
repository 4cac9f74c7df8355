"""Compare published data with expectations written by readers, with precise messages.

Only what an expectation states is compared. In a text, "…" stands for any words. `{any: [a, b]}`
(in `lines`, a plain list) allows alternatives that the contract leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from briefings.problems import Problems

Data = dict[str, Any]

_CASE = {"why", "seeds", "editorial", "briefings", "lines", "partial", "problems"}
_BRIEFING = {
    "slug", "date", "title", "place", "time", "host", "series", "primary", "chair", "participants",
    "witnesses", "turns", "sections", "passages", "exchanges",
}  # fmt: skip
_WITNESS = {
    "source", "kind", "title", "subtitle", "byline", "publisher", "published", "credits", "turns",
    "sections", "passages",
}  # fmt: skip
_TURN = {"label", "kind", "name", "text"}
_PASSAGE = {"text", "line", "lines"}
_LINE = {"role", "parts", "repeats"}
_PROBLEM = {"severity", "rule_contains", "line"}


def fold(text: str) -> str:
    """Collapse each run of white space, including no-break spaces, to one space, and strip the
    ends."""
    return " ".join(text.split())


def source_lines(path: Path) -> list[str]:
    """Return the lines of a source, split at LF, CRLF and CR only; the first has index 0."""
    return re.split(r"\r\n|\n|\r", path.read_bytes().decode())


def same(expected: Any, got: Any) -> bool:
    if isinstance(expected, dict) and set(expected) == {"any"}:
        return any(same(one, got) for one in expected["any"])
    if isinstance(expected, str) and isinstance(got, str):
        pattern = ".*".join(re.escape(fold(part)) for part in expected.split("…"))
        return bool(re.fullmatch(pattern, fold(got)))
    return bool(expected == got)


def mismatches(
    expected: Data, briefings: list[Data], sources: dict[str, Data], inputs: dict[str, Path]
) -> Iterator[str]:
    """Yield every difference between the data and the expectations."""
    yield from _strangers("", expected, _CASE)
    wanted = expected.get("briefings", [])
    if len(wanted) != len(briefings):
        slugs = [one["slug"] for one in briefings]
        yield f"briefings: expected {len(wanted)}, got {len(briefings)}: {slugs}"
    for want in wanted:
        names = {want.get("primary")} | {one["source"] for one in want.get("witnesses", ())}
        found = [
            one for one in briefings if names & {witness["source"] for witness in one["witnesses"]}
        ]
        where = f"briefing {'+'.join(sorted(name for name in names if name))}"
        if len(found) == 1:
            yield from _briefing(where, want, found[0], sources)
        else:
            yield f"{where}: its sources are in {len(found)} briefings"
    for id_, lines in expected.get("lines", {}).items():
        yield from _lines(id_, lines, sources[id_], inputs[id_], bool(expected.get("partial")))


def missing_problems(expected: Data, problems: Problems) -> Iterator[str]:
    """Yield expected problems that were not reported, and unexpected errors."""
    wanted = expected.get("problems", [])
    for want in wanted:
        yield from _strangers("problems", want, _PROBLEM)
        if not any(
            problem.severity == want["severity"]
            and want.get("rule_contains", "") in problem.rule
            and want.get("line", problem.line) == problem.line
            for problem in problems
        ):
            told = "\n".join(f"        {problem}" for problem in problems)
            yield f"problems: nothing like {dict(want)} among\n{told}"
    if all(want["severity"] == "warning" for want in wanted):
        yield from (f"problems: an error: {problem}" for problem in problems.errors)


def _briefing(where: str, want: Data, got: Data, sources: dict[str, Data]) -> Iterator[str]:
    yield from _strangers(where, want, _BRIEFING)
    for key in ("slug", "date", "title", "place", "time", "host", "primary"):
        if key in want and not same(want[key], got[key]):
            yield _told(f"{where}.{key}", want[key], got[key])
    if "series" in want:
        for key, value in want["series"].items():
            if not same(value, (got["series"] or {}).get(key)):
                yield _told(f"{where}.series.{key}", value, got["series"])
    witnesses = {one["source"]: one for one in got["witnesses"]}
    primary = witnesses[got["primary"]]
    if "chair" in want:
        yield from _chair(where, want["chair"], got, primary)
    if "participants" in want:
        yield from _participants(where, want["participants"], got, sources)
    yield from _text(where, want, primary)
    if "exchanges" in want:
        keys = ("question", "handovers", "answers")
        one_a_line = [tuple(one[key] for key in keys) for one in want["exchanges"]]
        found = [tuple(one[key] for key in keys) for one in got["exchanges"]]
        if one_a_line != found:
            yield _told(f"{where}.exchanges", one_a_line, found)
    if "witnesses" in want:
        if {one["source"] for one in want["witnesses"]} != set(witnesses):
            yield _told(f"{where}.witnesses", [one["source"] for one in want["witnesses"]],
                        sorted(witnesses))  # fmt: skip
        for one in want["witnesses"]:
            if one["source"] in witnesses:
                yield from _witness(f"{where}.{one['source']}", one, witnesses[one["source"]])


def _witness(where: str, want: Data, got: Data) -> Iterator[str]:
    yield from _strangers(where, want, _WITNESS)
    for key in ("kind", "title", "subtitle", "byline", "publisher", "published"):
        if key in want and not same(want[key], got[key]):
            yield _told(f"{where}.{key}", want[key], got[key])
    for key, value in want.get("credits", {}).items():
        if not same(value, got["credits"][key]):
            yield _told(f"{where}.credits.{key}", value, got["credits"][key])
    yield from _text(where, want, got)


def _text(where: str, want: Data, witness: Data) -> Iterator[str]:
    parts = [*witness.get("turns", ()), *witness.get("sections", ())]
    if "turns" in want:
        yield from _turns(f"{where}.turns", want["turns"], witness.get("turns", []))
    if "sections" in want:
        headings = [one["heading"] for one in want["sections"]]
        found = [one["heading"] for one in witness.get("sections", ())]
        if headings != found:
            yield _told(f"{where}.sections", headings, found)
        else:
            for section, part in zip(want["sections"], witness["sections"], strict=True):
                name = f"{where}.sections[{part['id']}]"
                yield from _passages(name, section["text"], part["passages"])
    if "passages" in want:
        flat = [passage for part in parts for passage in part["passages"]]
        yield from _passages(f"{where}.passages", want["passages"], flat)


def _turns(where: str, want: list[Data], got: list[Data]) -> Iterator[str]:
    if len(want) != len(got):
        labels = [(one.get("label"), len(one.get("text", ()))) for one in want]
        found = [(one["speaker"]["label"], len(one["passages"])) for one in got]
        yield _told(f"{where} (label, passages)", labels, found)
        return
    for turn, part in zip(want, got, strict=True):
        name = f"{where}[{part['id']}]"
        yield from _strangers(name, turn, _TURN)
        for key in ("label", "kind", "name"):
            if key in turn and not same(turn[key], part["speaker"][key]):
                yield _told(f"{name}.{key}", turn[key], part["speaker"][key])
        if "text" in turn:
            yield from _passages(name, turn["text"], part["passages"])


def _passages(where: str, want: list[Any], got: list[Data]) -> Iterator[str]:
    if len(want) != len(got):
        yield _told(f"{where} (passages)", want, [one["text"] for one in got])
        return
    for entry, passage in zip(want, got, strict=True):
        keys = {"text": entry} if isinstance(entry, str) else entry
        yield from _strangers(where, keys, _PASSAGE)
        for key, value in keys.items():
            if not same(value, passage.get(key)):
                yield _told(f"{where}.{passage['id']}.{key}", value, passage.get(key))


def _chair(where: str, want: str, got: Data, primary: Data) -> Iterator[str]:
    listed = {one["name"] for one in got["participants"] if one["chair"]}
    turns = {
        one["speaker"]["name"]
        for one in primary.get("turns", ())
        if one["speaker"]["kind"] == "chair"
    }
    if listed | turns != {want}:
        yield _told(f"{where}.chair", want, f"listed {sorted(listed)}, turns {sorted(turns)}")


def _participants(
    where: str, want: list[list[str]], got: Data, sources: dict[str, Data]
) -> Iterator[str]:
    roles = {
        (id_, line["n"]): line["role"] for id_, one in sources.items() for line in one["lines"]
    }
    unmatched = list(got["participants"])
    for entry in want:
        values = dict(zip(("name", "role", "organization", "source"), entry, strict=False))
        found = [
            one
            for one in got["participants"]
            if all(same(value, one[key]) for key, value in values.items())
        ]
        unmatched = [one for one in unmatched if one not in found]
        if not found:
            close = [one for one in got["participants"] if same(values["name"], one["name"])]
            yield _told(f"{where}.participants", entry, close)
    for one in unmatched:
        # A person who is in no list may appear as worded in running text.
        if roles.get((one["source"], one["line"])) == "participant":
            yield f"{where}.participants: not in the lists as printed: {one}"


def _lines(id_: str, want: Data, got: Data, path: Path, partial: bool) -> Iterator[str]:
    expected = dict(_spread(want))
    texts = source_lines(path)
    found = {line["n"]: line for line in got["lines"]}
    for n, text in enumerate(texts, 1):
        where = f"line {id_}:{n}"
        if not text.strip():
            continue
        if n not in expected:
            if not partial:
                yield f"{where}: expected.yml says nothing of it: {text[:60]!r}"
        elif n in found:
            yield from _line(where, expected[n], found[n], text)
        else:
            yield f"{where}: not accounted for: {text[:60]!r}"


def _line(where: str, want: Any, got: Data, text: str) -> Iterator[str]:
    keys = want if isinstance(want, dict) else {"role": want}
    yield from _strangers(where, keys, _LINE)
    role = keys.get("role", got["role"])
    if not same({"any": role} if isinstance(role, list) else role, got["role"]):
        rule = f" by rule {got['rule']}" if "rule" in got else ""
        yield f"{_told(where, role, got['role'])}{rule}: {text[:60]!r}"
    if "repeats" in keys and (got.get("repeats") or {}).get("line") != keys["repeats"]:
        yield _told(f"{where}.repeats", keys["repeats"], got.get("repeats"))
    if "parts" in keys:
        parts = [part["role"] for part in got.get("parts", ()) if part["role"] != "boilerplate"]
        # The title of a page's head and the one that readers see may stand on the same line.
        if parts[:2] == ["title", "title"]:
            parts = parts[1:]
        if parts != keys["parts"]:
            yield _told(f"{where}.parts", keys["parts"], parts)


def _spread(lines: Data) -> Iterator[tuple[int, Any]]:
    for key, value in lines.items():
        first, _, last = str(key).partition("-")
        yield from ((n, value) for n in range(int(first), int(last or first) + 1))


def _strangers(where: str, given: Data, known: Iterable[str]) -> Iterator[str]:
    if strange := sorted(set(given) - set(known)):
        yield f"{where}: expected.yml has unknown keys {strange}"


def _told(where: str, expected: Any, got: Any) -> str:
    return f"{where}:\n      expected {_plain(expected)}\n      got      {_plain(got)}"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return repr(value) if isinstance(value, str) else value
