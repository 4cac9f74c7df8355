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

from ..event import Event, day_or_slug

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
    wordings: dict[str, list[_Wording]] = defaultdict(list)
    for wording in _event_words(briefing):
        wordings[wording.text].append(wording)
    if len(wordings) > 1:
        yield _record(
            "name", "event-wording", _key(briefing), "The event is called", wordings,
            "Words for the event in titles, leads and where the chair points at it.",
        )  # fmt: skip


def hosts(briefing: Briefing) -> Iterator[Discrepancy]:
    """Yield a record if the texts of an event name different bodies as its host.

    An acronym is not a different name, nor is one with additional or missing words.
    """
    names: dict[str, list[_Wording]] = {}
    for witness in briefing.witnesses:
        if witness.host and (place := _host_place(briefing, witness, witness.host)):
            language = language_of(witness.language)
            first_name = next(
                (name for name in names if _one_body(name, witness.host, language)), witness.host
            )
            names.setdefault(first_name, []).append(_Wording(witness.host, place, language))
    if len(names) > 1:
        yield _record(
            "name", "host-wording", _key(briefing), "The body that held the event is called", names,
            "Its name in the title, the lead or the opening of each text.",
        )  # fmt: skip


def _host_place(briefing: Briefing, witness: Witness, host: str) -> Place | None:
    """Return the place where a text names its host, or None if only editors do."""
    words = [word for word in re.findall(r"\w+", host) if len(word) > _SHORT]
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
    """Return whether two names may be the same: equal or additional words, or none in common, as
    of an acronym."""
    small = language.comparing.small_in_office
    words_a, words_b = (
        frozenset(re.findall(r"\w+", small.sub("", name.casefold()))) for name in (a, b)
    )
    return words_a & words_b in (words_a, words_b, frozenset())


def titles(event: Event) -> Iterator[Discrepancy]:
    """Yield a record for each person whose title is worded differently in the texts of an event."""
    by_person: dict[str, dict[str, list[_Wording]]] = {}
    for person, wording in _roles(event):
        if title := wording.language.comparing.role.fullmatch(wording.text):
            word = re.sub(r"[\s-]+", " ", title["title"]).casefold()
            by_person.setdefault(person, {}).setdefault(word, []).append(wording)
    for person, wordings in by_person.items():
        if len(wordings) > 1:
            yield _record(
                "title", "title-wording", f"{_key(event.briefing)}-{person}",
                f"{event.name(person)} is called", wordings,
                "The person's title as the texts of one event print it.",
            )  # fmt: skip


def offices(event: Event) -> tuple[Office, ...]:
    """Return the offices of an event's people, each wording once per text."""
    offices: dict[tuple[str, str, str], Office] = {}
    for person, wording in _roles(event):
        title = wording.language.comparing.role.fullmatch(wording.text)
        if title and (office := _office(title["rest"], wording.language)):
            place = wording.place
            worded = Office(person, event.name(person), office, place, wording.language.code)
            offices.setdefault((person, office, place.source), worded)
    return tuple(offices.values())


def office_names(all_offices: Iterable[Office]) -> Iterator[Discrepancy]:
    """Yield a record for each person whose office has several names, within or across events.

    `all_offices` are the offices of all events, in order.
    """
    by_person: dict[str, dict[str, list[_Wording]]] = {}
    names: dict[str, str] = {}
    for office in all_offices:
        wording = _Wording(office.office, office.place, language_of(office.language))
        by_person.setdefault(office.person, {}).setdefault(office.office, []).append(wording)
        names.setdefault(office.person, office.name)
    for person, by_office in by_person.items():
        if len({_normalized(wordings[0]) for wordings in by_office.values()}) > 1:
            yield _record(
                "name", "organization-wording", person, f"The office of {names[person]} is called",
                by_office,
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
    lines = [line.n for line in witness.lines if line.role == role]
    return (lines[-1] if role == "dateline" else lines[0]) if lines else 1


def _office(organization: str, language: Language) -> str:
    """Return the innermost organization: "Bureau of Public Order of the Ministry ..." becomes the
    Bureau."""
    words = language.comparing
    inner = words.within_office.split(organization.strip())[0]
    return words.around_office.sub("", inner).strip()


def _key(briefing: Briefing) -> str:
    return day_or_slug(briefing.date, briefing.slug)


def _normalized(office: _Wording) -> str:
    """Normalize an office's name: without function words, spaces, hyphens and case."""
    small = office.language.comparing.small_in_office
    return re.sub(r"[\W_]+", "", small.sub("", office.text.casefold()))


def _roles(event: Event) -> Iterator[tuple[str, _Wording]]:
    """Yield (person id, wording) for each wording of a person's role."""
    briefing = event.briefing
    languages = {witness.source.id: language_of(witness.language) for witness in briefing.witnesses}
    for participant in briefing.participants:
        if participant.role:
            place = Place(briefing.slug, participant.source, participant.passage, participant.line)
            yield participant.id, _Wording(participant.role, place, languages[participant.source])
    for witness in briefing.witnesses:
        language = languages[witness.source.id]
        for passage in witness.passages:
            for place, person in event.mentions.get(passage.id, ()):
                if match := language.comparing.apposition.match(passage.text, place.offsets[1]):
                    where = Place(
                        briefing.slug, witness.source.id, passage.id, passage.line,
                        *match.span("role"),
                    )  # fmt: skip
                    yield person, _Wording(match["role"], where, language)


def _record(
    type_: DiscrepancyType,
    rule: str,
    key: str,
    opening: str,
    wordings: dict[str, list[_Wording]],
    basis: str,
) -> Discrepancy:
    ways = [
        f"“{wording}” in {_sources(wording.place.source for wording in uses)}"
        for wording, uses in wordings.items()
    ]
    return Discrepancy(
        id=f"{rule}-{key}",
        type=type_,
        status="found",
        found_by=rule,
        passages=tuple(dict.fromkeys(uses[0].place for uses in wordings.values())),
        figures=(),
        text=f"{opening} {', '.join(ways[:-1])} and {ways[-1]}.",
        basis=basis,
    )


def _sources(ids: Iterable[str]) -> str:
    sources = list(dict.fromkeys(ids))
    return f"source{'s' if len(sources) > 1 else ''} {' and '.join(sources)}"
