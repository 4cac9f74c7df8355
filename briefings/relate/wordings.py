"""One person, office or event under several wordings: titles, organisations, kinds of event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Briefing, Corpus, Place, Witness
from ..model.figures import Discrepancy, DiscrepancyType

_OFFICE = (
    r"(?:(?:deputy|vice|assistant|acting|executive|first|former)[\s-]+)*"
    r"(?:director[\s-]general|director|head|chief|minister|member|spokes\w+|chair\w*|president|"
    r"commissioner|secretary(?:[\s-]general)?|ambassador|governor|mayor|general\s+manager)"
)
# "Name, director of the Bureau of X," in running text.
_APPOSITION = re.compile(
    rf"\s*,\s+(?:an?\s+|the\s+)?(?P<role>{_OFFICE}\b(?:\s+(?:of|at|for|in)\s+[^,;.()]+?)?)"
    r"(?=\s*(?:[,;.(]|$|\s(?:to|who|and|said|introduced|told)\b))"
)
_ROLE = re.compile(
    rf"(?:an?\s+|the\s+)?(?P<title>{_OFFICE})\b(?:\s+(?:of|at|for|in)\s+)?(?P<rest>.*)"
)
_EVENT = re.compile(
    r"\b(?:press|news|media)\s+(?:conference|briefing|meeting)\b|\bbriefing\b|\bpress\s+event\b",
    re.IGNORECASE,
)
# In running text an event is named where it is pointed at.
_POINTED = re.compile(
    rf"\b(?:this|today['’]s|our|the\s+\d+(?:st|nd|rd|th)|\d+(?:st|nd|rd|th))\s+({_EVENT.pattern})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording with where it stands; `briefing` and `date` are the event's."""

    text: str
    place: Place
    date: str | None


def wordings(corpus: Corpus) -> tuple[Discrepancy, ...]:
    """Records of offices, organisations and events that are worded in several ways."""
    return (*_events(corpus), *_titles(corpus), *_organizations(corpus))


def _events(corpus: Corpus) -> Iterator[Discrepancy]:
    """An event that its texts call by two words."""
    for briefing in corpus.briefings:
        said: dict[str, list[_Wording]] = defaultdict(list)
        for one in _event_words(briefing):
            said[one.text].append(one)
        if len(said) > 1:
            yield _record(
                "name", "event-wording", _key(briefing), "The event is called", said,
                "Words for the event in titles, leads and where the chair points at it.",
            )  # fmt: skip


def _event_words(briefing: Briefing) -> Iterator[_Wording]:
    for witness in briefing.witnesses:
        source = witness.source.id
        if (
            witness.title
            and not witness.title_by_editors
            and (word := _EVENT.search(witness.title))
        ):
            place = Place(briefing.slug, source, None, _line(witness, "title"))
            yield _Wording(word[0].casefold(), place, briefing.date)
        if witness.lead and (word := _EVENT.search(witness.lead)):
            place = Place(briefing.slug, source, None, _line(witness, "dateline"))
            yield _Wording(word[0].casefold(), place, briefing.date)
        for turn in witness.turns:
            if turn.speaker.kind == "chair":
                for passage in turn.passages:
                    for word in _POINTED.finditer(passage.text):
                        place = Place(
                            briefing.slug, source, passage.id, passage.line, *word.span(1)
                        )
                        yield _Wording(word[1].casefold(), place, briefing.date)


def _line(witness: Witness, role: str) -> int:
    lines = [one.n for one in witness.lines if one.role == role]
    return (lines[-1] if role == "dateline" else lines[0]) if lines else 1


def _titles(corpus: Corpus) -> Iterator[Discrepancy]:
    """A person whose title the texts of one event word in several ways."""
    for briefing in corpus.briefings:
        by_person: dict[str, dict[str, list[_Wording]]] = {}
        names: dict[str, str] = {}
        for id_, name, role, wording in _roles(corpus, [briefing]):
            if title := _ROLE.fullmatch(role):
                word = re.sub(r"[\s-]+", " ", title["title"]).casefold()
                by_person.setdefault(id_, {}).setdefault(word, []).append(wording)
                names.setdefault(id_, name)
        for id_, said in by_person.items():
            if len(said) > 1:
                yield _record(
                    "title", "title-wording", f"{_key(briefing)}-{id_}", f"{names[id_]} is called",
                    said, "The person's title as the texts of one event print it.",
                )  # fmt: skip


def _organizations(corpus: Corpus) -> Iterator[Discrepancy]:
    """A person's office under several names, in one event or from one event to the next."""
    by_person: dict[str, dict[str, list[_Wording]]] = {}
    names: dict[str, str] = {}
    for id_, name, role, wording in _roles(corpus, corpus.briefings):
        title = _ROLE.fullmatch(role)
        if title and (office := _office(title["rest"])):
            by_person.setdefault(id_, {}).setdefault(office, []).append(wording)
            names.setdefault(id_, name)
    for id_, said in by_person.items():
        if len({_level(office) for office in said}) > 1:
            yield _record(
                "name", "organization-wording", id_, f"The office of {names[id_]} is called", said,
                "The organisation in the person's role, as each list and each apposition words "
                "it; between two dates the post itself may have changed.",
            )  # fmt: skip


def _office(organization: str) -> str:
    """The innermost organisation: "Bureau of Public Order of the Ministry ..." is the Bureau."""
    inner = re.split(r"\s+(?:of|under|at|in)\s+the\s+|\s+and\s+", organization.strip())[0]
    return re.sub(r"^(?:the\s+)?(?:\w+['’]s\s+)?|\s*\([^)]*\)", "", inner).strip()


def _key(briefing: Briefing) -> str:
    known = briefing.date and not briefing.date.startswith("-")
    return briefing.date if known and briefing.date else briefing.slug


def _level(office: str) -> str:
    """An office's name but for small words, blanks, hyphens and capitals."""
    return re.sub(r"[\W_]+", "", re.sub(r"\b(?:the|of|and|for)\b", "", office.casefold()))


def _roles(
    corpus: Corpus, briefings: Iterable[Briefing]
) -> Iterator[tuple[str, str, str, _Wording]]:
    """Each wording of each person's role: id, name, role and where it stands."""
    names = {one.id: one.name for one in corpus.people}
    for briefing in briefings:
        for one in briefing.participants:
            if one.role:
                place = Place(briefing.slug, one.source, one.passage, one.line)
                wording = _Wording(one.role, place, briefing.date)
                yield one.id, names.get(one.id, one.name), one.role, wording
        for witness in briefing.witnesses:
            for passage in witness.passages:
                for place, person in corpus.mentions.get((briefing.slug, passage.id), ()):
                    if found := _APPOSITION.match(passage.text, place.end or 0):
                        where = Place(
                            briefing.slug, witness.source.id, passage.id, passage.line,
                            *found.span("role"),
                        )  # fmt: skip
                        role = found["role"]
                        wording = _Wording(role, where, briefing.date)
                        yield person, names.get(person, person), role, wording


def _record(
    type_: DiscrepancyType,
    rule: str,
    key: str,
    what: str,
    said: dict[str, list[_Wording]],
    basis: str,
) -> Discrepancy:
    ways = [
        f"“{text}” in {_sources(one.place.source for one in several)}"
        for text, several in said.items()
    ]
    return Discrepancy(
        id=f"{rule}-{key}",
        type=type_,
        status="found",
        found_by=rule,
        passages=tuple(dict.fromkeys(several[0].place for several in said.values())),
        figures=(),
        text=f"{what} {', '.join(ways[:-1])} and {ways[-1]}.",
        basis=basis,
    )


def _sources(ids: Iterable[str]) -> str:
    each = list(dict.fromkeys(ids))
    return f"source{'s' if len(each) > 1 else ''} {' and '.join(each)}"
