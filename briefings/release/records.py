"""Reads the records that a release's changelog compares from the files of published data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefings import urls
from briefings.wording import clip

Data = dict[str, Any]
Read = Callable[[str], bytes]
"""Returns the bytes of a file given its path below `data/`; raises KeyError if it is missing."""

_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Record:
    """A published record: its id, its address, its title or words, and its content.

    `compared` are the fields that are compared; `briefing` is the briefing it belongs to, if any.
    """

    id: str
    url: str
    words: str
    compared: Mapping[str, Any]
    briefing: str | None = None

    @property
    def label(self) -> str:
        """The beginning of its words."""
        return clip(self.words, _SHOWN)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its singular and plural, and how to read it from the data.

    `read` yields records group by group, each under a key: only one group is in memory at a time.
    """

    name: str
    singular: str
    plural: str
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
        for entry in _whole(read, path)[path.removesuffix(".json")]:
            yield make(entry)

    return records


def _one_group(_: Read) -> Iterable[str]:
    return ("",)


def _briefings(read: Read) -> Iterable[str]:
    return [entry["slug"] for entry in _whole(read, "briefings.json")["briefings"]]


def _of(fields: str, record: Data) -> Data:
    """These fields of a record, if present: earlier releases may lack some."""
    return {name: record[name] for name in fields.split() if name in record}


def _briefing(record: Data) -> Record:
    compared = _of("title date host series sources", record)
    return Record(record["slug"], record["url"], record["title"], compared, record["slug"])


def _record(record: Data, words: str, compared: Data) -> Record:
    return Record(record["id"], record["url"], words, compared, record.get("briefing"))


def _text(record: Data) -> Record:
    compared = _of("kind title byline publisher published quality primary briefing sha256", record)
    return _record(record, record["text_name"], compared)


def _passages(read: Read, slug: str) -> Iterator[Record]:
    for text in _whole(read, f"{urls.BRIEFINGS}{slug}.json")["witnesses"]:
        for part in text.get("turns") or text.get("sections") or ():
            speaker = part.get("speaker")
            who = {"speaker": speaker["name"] or speaker["label"]} if speaker else {}
            for passage in part["passages"]:
                compared = {"text": passage["text"], **who}
                url = urls.briefing_url(slug, passage["id"])
                yield Record(passage["id"], url, passage["text"], compared, slug)


def _figure(record: Data) -> Record:
    compared = _of(
        "quote value high unit comparator direction role subject period speaker reported vague "
        "indicators",
        record,
    )
    return _record(record, ": ".join(filter(None, (record["quote"], record["subject"]))), compared)


def _person(record: Data) -> Record:
    compared = _of("name other_names chinese", record)
    compared["roles"] = sorted({role["role"] for role in record["roles"] if role["role"]})
    return _record(record, record["name"], compared)


def _outlet(record: Data) -> Record:
    return _record(record, record["name"], _of("name other_names chinese", record))


def _indicator(record: Data) -> Record:
    compared = _of("title kind unit note comparable wordings topics", record)
    compared["observations"] = sorted(
        f"{observation['period']}: {observation['value']} ({observation['figure']})"
        for observation in record["observations"]
    )
    return Record(record["id"], urls.indicator_url(record["id"]), record["title"], compared)


def _term(record: Data) -> Record:
    compared = _of("prefLabel altLabel definition explanation chinese kind broader related", record)
    return _record(record, record["prefLabel"], compared)


def _notes(read: Read, _: str) -> Iterator[Record]:
    for note in _whole(read, "notes.jsonld")["first"]["items"]:
        targets = note["target"] if isinstance(note["target"], list) else [note["target"]]
        compared = {
            "body": [body.get("value") or body.get("source") for body in note["body"]],
            "quotes": [
                selector["exact"]
                for target in targets
                for selector in target["selector"]
                if selector["type"] == "TextQuoteSelector"
            ],
            "passages": [target["source"] for target in targets],
        }
        briefing = targets[0]["place"]["briefing"]
        yield Record(note["id"], note["id"], compared["body"][0], compared, briefing)


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
