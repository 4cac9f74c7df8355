"""Reads the records that a release's changelog compares from the files of published data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefings import urls

Data = dict[str, Any]
Read = Callable[[str], bytes]
"""Returns the bytes of a file given its path below `data/`; raises KeyError if it is missing."""

_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Record:
    """A published record: its id, its address, its title, and its content.

    `said` are the fields that are compared; `briefing` is the briefing that it belongs to, if any.
    """

    id: str
    url: str
    label: str
    said: Mapping[str, Any]
    briefing: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its singular and plural, and how to read it from the data.

    `read` yields records group by group, each under a key: only one group is in memory at a time.
    """

    name: str
    one: str
    many: str
    groups: Callable[[Read], Iterable[str]]
    read: Callable[[Read, str], Iterator[Record]]


def _whole(read: Read, path: str) -> Data:
    whole = json.loads(read(path))
    if not isinstance(whole, dict):
        raise TypeError(f"{path} is no object")
    return whole


def _listed(path: str, make: Callable[[Data], Record]) -> Callable[[Read, str], Iterator[Record]]:
    """Reads a file that is a list, as one group."""

    def records(read: Read, _: str) -> Iterator[Record]:
        for one in _whole(read, path)[path.removesuffix(".json")]:
            yield make(one)

    return records


def _one_group(_: Read) -> Iterable[str]:
    return ("",)


def _briefings(read: Read) -> Iterable[str]:
    return [one["slug"] for one in _whole(read, "briefings.json")["briefings"]]


def _of(fields: str, one: Data) -> Data:
    """These fields of a record, if present: earlier releases may lack some."""
    return {name: one[name] for name in fields.split() if name in one}


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0] or text[:_SHOWN]} …"


def _briefing(one: Data) -> Record:
    said = _of("title date host series sources", one)
    return Record(one["slug"], one["url"], _short(one["title"]), said, one["slug"])


def _text(one: Data) -> Record:
    said = _of("kind title byline publisher published quality primary briefing sha256", one)
    return Record(one["id"], one["url"], _short(one["text_name"]), said, one["briefing"])


def _passages(read: Read, slug: str) -> Iterator[Record]:
    for text in _whole(read, f"{urls.BRIEFINGS}{slug}.json")["witnesses"]:
        for part in text.get("turns") or text.get("sections") or ():
            speaker = part.get("speaker")
            who = {"speaker": speaker["name"] or speaker["label"]} if speaker else {}
            for passage in part["passages"]:
                said = {"text": passage["text"], **who}
                url = urls.briefing_url(slug, passage["id"])
                yield Record(passage["id"], url, _short(passage["text"]), said, slug)


def _figure(one: Data) -> Record:
    said = _of(
        "quote value high unit comparator direction role subject period speaker reported vague "
        "indicators",
        one,
    )
    label = _short(f"{one['quote']}: {one['subject']}" if one["subject"] else one["quote"])
    return Record(one["id"], one["url"], label, said, one["briefing"])


def _person(one: Data) -> Record:
    said = _of("name other_names chinese", one)
    said["roles"] = sorted({role["role"] for role in one["roles"] if role["role"]})
    return Record(one["id"], one["url"], one["name"], said)


def _outlet(one: Data) -> Record:
    return Record(one["id"], one["url"], one["name"], _of("name other_names chinese", one))


def _indicator(one: Data) -> Record:
    said = _of("title kind unit note comparable wordings topics", one)
    said["observations"] = sorted(
        f"{seen['period']}: {seen['value']} ({seen['figure']})" for seen in one["observations"]
    )
    return Record(one["id"], urls.indicator_url(one["id"]), _short(one["title"]), said)


def _term(one: Data) -> Record:
    said = _of("prefLabel altLabel definition explanation chinese kind broader related", one)
    return Record(one["id"], one["url"], one["prefLabel"], said)


def _notes(read: Read, _: str) -> Iterator[Record]:
    for one in _whole(read, "notes.jsonld")["first"]["items"]:
        targets = one["target"] if isinstance(one["target"], list) else [one["target"]]
        said = {
            "body": [body.get("value") or body.get("source") for body in one["body"]],
            "quotes": [
                selector["exact"]
                for target in targets
                for selector in target["selector"]
                if selector["type"] == "TextQuoteSelector"
            ],
            "passages": [target["source"] for target in targets],
        }
        briefing = targets[0]["place"]["briefing"]
        yield Record(one["id"], one["id"], _short(said["body"][0]), said, briefing)


KINDS: tuple[Kind, ...] = (
    Kind("briefings", "briefing", "briefings", _one_group, _listed("briefings.json", _briefing)),
    Kind("texts", "text", "texts", _one_group, _listed("sources.json", _text)),
    Kind("passages", "passage", "passages", _briefings, _passages),
    Kind("figures", "figure", "figures", _one_group, _listed("figures.json", _figure)),
    Kind("speakers", "speaker", "speakers", _one_group, _listed("people.json", _person)),
    Kind("outlets", "outlet", "outlets", _one_group, _listed("outlets.json", _outlet)),
    Kind("indicators", "indicator", "indicators", _one_group,
         _listed("indicators.json", _indicator)),
    Kind("terms", "term", "terms", _one_group, _listed("terms.json", _term)),
    Kind("notes", "note", "notes", _one_group, _notes),
)  # fmt: skip
"""In the order of the changelog."""
