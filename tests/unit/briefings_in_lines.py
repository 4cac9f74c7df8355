"""Make briefings from lines: who speaks, what for, and the words.

    Ada: Good morning.
    ? Paper [nets]: How many nets are there?
    > Bo: Cy will answer. / He knows.
    = Cy: Ten.

`?` asks, `>` hands over and `=` answers; topics are in brackets, and a slash begins a paragraph.
Whoever is called `-` is not named in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefings.model import (
    Briefing,
    Corpus,
    Exchange,
    Outlet,
    Passage,
    Person,
    Place,
    Section,
    Settings,
    Source,
    Speaker,
    SpeakerKind,
    Topic,
    Turn,
    Witness,
)
from briefings.model.page import Limits, SiteInfo
from briefings.views.lookup import Lookup

_LINE = re.compile(r"(?:(?P<sign>[?>=]) )?(?P<who>[\w-]+)(?: \[(?P<topics>.*?)\])?: (?P<text>.*)")
CHAIR = "Ada"


def speaker(name: str, sign: str | None = None) -> Speaker:
    if name == "-":
        return Speaker("unknown", None, None, None)
    kind: SpeakerKind = "outlet" if sign == "?" else "chair" if name == CHAIR else "official"
    return Speaker(kind, name.lower(), name, name)


def _witness(source: str, slug: str, **more: Any) -> Witness:
    of = Source(source, f"{source}_x.txt", f"seeds/{source}_x.txt", "ab" * 32, (), "text")
    settings = more.pop("settings", Settings())
    return Witness(**({"source": of, "settings": settings, "briefing": slug} | more))


def briefing(slug: str, date: str | None, lines: str, number: int = 0, **more: Any) -> Briefing:
    """A briefing with a transcript; `number` tells the sources of several briefings apart."""
    turns, exchanges, line = [], list[Exchange](), 0
    for n, text in enumerate(filter(None, map(str.strip, lines.splitlines())), 1):
        match = _LINE.fullmatch(text)
        assert match, text
        id_, sign = f"t{n}", match["sign"]
        passages = []
        for k, words in enumerate(match["text"].split(" / "), 1):
            line += 1
            passages.append(Passage(f"{id_}p{k}", words, line, line))
        turns.append(Turn(id_, speaker(match["who"], sign), tuple(passages)))
        if sign == "?":
            topics = tuple((match["topics"] or "").split())
            exchanges.append(Exchange(f"x{len(exchanges) + 1}", id_, (), (), topics))
        elif sign:
            last = exchanges[-1]
            exchanges[-1] = (
                replace(last, handovers=(*last.handovers, id_))
                if sign == ">"
                else replace(last, answers=(*last.answers, id_))
            )
    source = f"{100 + number}"
    transcript = _witness(
        source, slug, kind="transcript", date=date, publisher="Ministry", turns=tuple(turns)
    )
    articles = tuple(replace(item, briefing=slug) for item in more.pop("articles", ()))
    about: dict[str, Any] = {
        "title": slug.replace("-", " ").capitalize(), "title_by_editors": False, "time": None,
        "place": None, "host": None, "series": None, "number": None, "participants": (),
    }  # fmt: skip
    witnesses = (transcript, *articles)
    return Briefing(
        slug=slug, date=date, witnesses=witnesses, exchanges=tuple(exchanges),
        sources=tuple(witness.source.id for witness in witnesses), **(about | more),
    )  # fmt: skip


def article(source: str, *sections: tuple[str | None, Sequence[str]], **more: Any) -> Witness:
    """An article: sections with a heading or none, and their paragraphs."""
    parts, line = [], 0
    for n, (heading, paragraphs) in enumerate(sections, 1):
        id_ = f"{source}-s{n}"
        passages = []
        for k, words in enumerate(paragraphs, 1):
            line += 1
            passages.append(Passage(f"{id_}p{k}", words, line, line))
        parts.append(Section(id_, heading, None, tuple(passages)))
    about: dict[str, Any] = {"kind": "article", "publisher": "Daily Net", "sections": tuple(parts)}
    return _witness(source, "", **(about | more))


def place(slug: str, passage: str, source: str = "100", line: int = 1, **span: int) -> Place:
    return Place(slug, source, passage, line, **span)


def corpus(
    *briefings: Briefing, people: Mapping[str, Mapping[str, Any]] = {}, **more: Any
) -> Corpus:
    """The corpus of some briefings with all who speak in them; `people` adds to what is known of
    each, by name."""
    turns: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    asked: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    topics: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for event in briefings:
        source = event.primary.source.id
        for turn in event.primary.turns:
            if turn.speaker.name:
                of = asked if turn.speaker.kind == "outlet" else turns
                at = place(event.slug, turn.passages[0].id, source, turn.passages[0].line)
                of[turn.speaker.name].append((turn.id, at))
        for exchange in event.exchanges:
            for topic in exchange.topics:
                topics[topic].append((event.slug, exchange.id))
    persons = tuple(
        Person(**(
            {"id": name.lower(), "name": name, "other_names": (), "roles": (),
             "turns": tuple(turns[name]), "mentions": (), "quoted": ()} | dict(people.get(name, {}))
        ))
        for name in dict.fromkeys((*turns, *people))
    )  # fmt: skip
    outlets = tuple(Outlet(name.lower(), name, (), tuple(of)) for name, of in asked.items())
    of_topics = tuple(
        Topic(id_, id_.capitalize(), f"On {id_}.", tuple(of), ()) for id_, of in topics.items()
    )
    about: dict[str, Any] = {
        "briefings": briefings,
        "people": persons,
        "outlets": outlets,
        "topics": of_topics,
    }
    return Corpus(**(about | {"unassigned": ()} | more))


def lookup(of: Corpus, **limits: int) -> Lookup:
    site = SiteInfo("Briefings", url="https://x.org/", limits=Limits(**limits))
    return Lookup(of, site)
