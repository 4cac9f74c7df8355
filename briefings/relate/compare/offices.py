"""Find different wordings for one person, office or event: titles, organizations, kinds of
event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefings.languages import Language, language_of
from briefings.model import Briefing, Place, Witness
from briefings.model.figures import Discrepancy, DiscrepancyType

from ..event import Event

_SHORT = 3


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording with its place and language."""

    text: str
    place: Place
    language: Language


@dataclass(frozen=True, slots=True)
class Office:
    """A person's office as worded in one text of an event, with its first place and the language
    code."""

    person: str
    name: str
    office: str
    place: Place
    language: str


def event_names(briefing: Briefing) -> Iterator[Discrepancy]:
    """Yield a record if the texts of an event use different words for it."""
    said: dict[str, list[_Wording]] = defaultdict(list)
    for one in _event_words(briefing):
        said[one.text].append(one)
    if len(said) > 1:
        yield _record(
            "name", "event-wording", _key(briefing), "The event is called", said,
            "Words for the event in titles, leads and where the chair points at it.",
        )  # fmt: skip


def hosts(briefing: Briefing) -> Iterator[Discrepancy]:
    """Yield a record if the texts of an event name different bodies as its host.

    An acronym is not a different name, nor is one with additional or missing words.
    """
    said: dict[str, list[_Wording]] = {}
    for witness in briefing.witnesses:
        if witness.host and (place := _host_place(briefing, witness)):
            language = language_of(witness.language)
            known = next(
                (name for name in said if _one_body(name, witness.host, language)), witness.host
            )
            said.setdefault(known, []).append(_Wording(witness.host, place, language))
    if len(said) > 1:
        yield _record(
            "name", "host-wording", _key(briefing), "The body that held the event is called", said,
            "Its name in the title, the lead or the opening of each text.",
        )  # fmt: skip


def _host_place(briefing: Briefing, witness: Witness) -> Place | None:
    """Return the place where a text names its host, or None if only editors do."""
    words = [word for word in re.findall(r"\w+", witness.host or "") if len(word) > _SHORT]
    title = (None, witness.title, "title"), (None, witness.lead, "dateline")
    for _, text, role in title:
        if text and words and all(word in text for word in words[:2]):
            return Place(briefing.slug, witness.source.id, None, _line(witness, role))
    for passage in witness.passages:
        if words and all(word in passage.text for word in words):
            start = passage.text.find(words[0])
            end = passage.text.find(words[-1], start) + len(words[-1])
            return Place(
                briefing.slug, witness.source.id, passage.id, passage.line,
                *((start, end) if start < end else (None, None)),
            )  # fmt: skip
    return None


def _one_body(a: str, b: str, language: Language) -> bool:
    """Return whether two names may be the same: equal words, additional words, or an acronym."""
    small = language.comparing.small_in_office
    one, other = (frozenset(re.findall(r"\w+", small.sub("", x.casefold()))) for x in (a, b))
    short = ["".join(word[0] for word in re.findall(r"[A-Z]\w*", name)) for name in (a, b)]
    if one <= other or other <= one or not one & other:
        return True
    return any(name.isupper() and name in short for name in (a, b))


def titles(event: Event) -> Iterator[Discrepancy]:
    """Yield a record for each person whose title is worded differently in the texts of an event."""
    by_person: dict[str, dict[str, list[_Wording]]] = {}
    for person, wording in _roles(event):
        if title := wording.language.comparing.role.fullmatch(wording.text):
            word = re.sub(r"[\s-]+", " ", title["title"]).casefold()
            by_person.setdefault(person, {}).setdefault(word, []).append(wording)
    for person, said in by_person.items():
        if len(said) > 1:
            yield _record(
                "title", "title-wording", f"{_key(event.briefing)}-{person}",
                f"{event.name(person)} is called", said,
                "The person's title as the texts of one event print it.",
            )  # fmt: skip


def offices(event: Event) -> tuple[Office, ...]:
    """Return the offices of an event's people, each wording once per text."""
    found: dict[tuple[str, str, str], Office] = {}
    for person, wording in _roles(event):
        title = wording.language.comparing.role.fullmatch(wording.text)
        if title and (office := _office(title["rest"], wording.language)):
            place = wording.place
            one = Office(person, event.name(person), office, place, wording.language.code)
            found.setdefault((person, office, place.source), one)
    return tuple(found.values())


def office_names(known: Iterable[Office]) -> Iterator[Discrepancy]:
    """Yield a record for each person whose office has several names, within or across events.

    `known` are the offices of all events, in order.
    """
    by_person: dict[str, dict[str, list[_Wording]]] = {}
    names: dict[str, str] = {}
    for one in known:
        wording = _Wording(one.office, one.place, language_of(one.language))
        by_person.setdefault(one.person, {}).setdefault(one.office, []).append(wording)
        names.setdefault(one.person, one.name)
    for person, said in by_person.items():
        if len({_level(wordings[0]) for wordings in said.values()}) > 1:
            yield _record(
                "name", "organization-wording", person, f"The office of {names[person]} is called",
                said,
                "The organisation in the person's role, as each list and each apposition words "
                "it; between two dates the post itself may have changed.",
            )  # fmt: skip


def _event_words(briefing: Briefing) -> Iterator[_Wording]:
    for witness in briefing.witnesses:
        source, language = witness.source.id, language_of(witness.language)
        words = language.comparing
        if (
            witness.title
            and not witness.title_by_editors
            and (word := words.event.search(witness.title))
        ):
            place = Place(briefing.slug, source, None, _line(witness, "title"))
            yield _Wording(word[0].casefold(), place, language)
        if witness.lead and (word := words.event.search(witness.lead)):
            place = Place(briefing.slug, source, None, _line(witness, "dateline"))
            yield _Wording(word[0].casefold(), place, language)
        for turn in witness.turns:
            if turn.speaker.kind == "chair":
                for passage in turn.passages:
                    for word in words.pointed.finditer(passage.text):
                        place = Place(
                            briefing.slug, source, passage.id, passage.line, *word.span(1)
                        )
                        yield _Wording(word[1].casefold(), place, language)


def _line(witness: Witness, role: str) -> int:
    lines = [one.n for one in witness.lines if one.role == role]
    return (lines[-1] if role == "dateline" else lines[0]) if lines else 1


def _office(organization: str, language: Language) -> str:
    """Return the innermost organization: "Bureau of Public Order of the Ministry ..." becomes the
    Bureau."""
    words = language.comparing
    inner = words.within_office.split(organization.strip())[0]
    return words.around_office.sub("", inner).strip()


def _key(briefing: Briefing) -> str:
    known = briefing.date and not briefing.date.startswith("-")
    return briefing.date if known and briefing.date else briefing.slug


def _level(office: _Wording) -> str:
    """Normalize an office's name: without function words, spaces, hyphens and case."""
    small = office.language.comparing.small_in_office
    return re.sub(r"[\W_]+", "", small.sub("", office.text.casefold()))


def _roles(event: Event) -> Iterator[tuple[str, _Wording]]:
    """Yield (person id, wording) for each wording of a person's role."""
    briefing = event.briefing
    languages = {one.source.id: language_of(one.language) for one in briefing.witnesses}
    for one in briefing.participants:
        if one.role:
            place = Place(briefing.slug, one.source, one.passage, one.line)
            yield one.id, _Wording(one.role, place, languages[one.source])
    for witness in briefing.witnesses:
        language = languages[witness.source.id]
        for passage in witness.passages:
            for place, person in event.mentions.get(passage.id, ()):
                if found := language.comparing.apposition.match(passage.text, place.end or 0):
                    where = Place(
                        briefing.slug, witness.source.id, passage.id, passage.line,
                        *found.span("role"),
                    )  # fmt: skip
                    yield person, _Wording(found["role"], where, language)


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
