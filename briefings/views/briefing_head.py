"""The head of a briefing's page: its title, a line of facts, and the details behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model import Briefing, Participant

from .forms import FormLink
from .links import Origin
from .lookup import Lookup
from .report import check_words
from .texts import TextFacts, text_facts


@dataclass(frozen=True, slots=True)
class Fact:
    """A part of the line of facts; `warned` marks a grade that readers must be warned of."""

    text: str
    warned: bool = False


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A person with the role as worded, and the line that words it.

    `chair` and `text`, the name of the text, are for the table of wordings.
    """

    name: str
    url: str | None
    role: str | None = None
    line: int = 0
    source_url: str | None = None
    chair: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Download:
    """A link to a file, or to a page of another site if `file` is not set."""

    title: str
    url: str
    file: bool


@dataclass(frozen=True, slots=True)
class Downloads:
    """The downloads of one text; those of the briefing have no title."""

    title: str | None
    links: list[Download]


@dataclass(frozen=True, slots=True)
class BriefingHead:
    """The head above the text, in reading order.

    `short` is the title shown as the heading; `official` is the full title if it differs. `facts`
    are the parts of the line of facts. The other fields are shown on demand.
    """

    when: str
    short: str
    official: str | None
    facts: list[Fact]
    date: str
    time: str | None
    place: str | None
    host: str | None
    series: str | None
    chairs: list[ParticipantRow]
    speakers: list[ParticipantRow]
    wordings: list[ParticipantRow]
    texts: list[TextFacts]
    date_basis: str | None
    title_basis: str | None
    checked: str | None
    downloads: list[Downloads]
    report: FormLink
    suggest: FormLink


def briefing_head(briefing: Briefing, url: str, find: Lookup) -> BriefingHead:
    """Return the head of the page at `url`."""
    chairs, speakers = participants(briefing, find)
    texts = [text_facts(witness, briefing, find) for witness in briefing.witnesses]
    short = find.briefing_link(briefing.slug).short
    return BriefingHead(
        when=" · ".join(filter(None, (wording.date_words(briefing.date), briefing.place))),
        short=short,
        official=briefing.title if briefing.title != short else None,
        facts=facts(briefing, find),
        date=wording.date_words(briefing.date),
        time=briefing.time,
        place=briefing.place,
        host=briefing.host,
        series=series_words(briefing),
        chairs=chairs,
        speakers=speakers,
        wordings=_wordings(briefing, find),
        texts=texts,
        date_basis=briefing.primary.settings.date_basis,
        title_basis=title_basis(briefing),
        checked=check_words(find.briefing_checks.get(briefing.slug)),
        downloads=_downloads(briefing, texts, find),
        report=find.report(briefing.slug, url),
        suggest=find.suggest(briefing.slug, url),
    )


def page_title(slug: str, find: Lookup) -> str:
    """Return the title of a page for contexts such as search results: with its date, if known."""
    link = find.briefing_link(slug)
    return f"{link.short}, {link.date}" if link.day else link.short


def facts(briefing: Briefing, find: Lookup) -> list[Fact]:
    """Return the line of facts: participants, questions, the kind of text, and who else published
    one.

    `warned` marks a grade that readers must be warned of.
    """
    origin, *others = [
        find.origin(briefing.slug, witness.source.id) for witness in briefing.witnesses
    ]
    lines = took_part(briefing, find)
    kind = origin.kind
    if kind == wording.KINDS["article"]:
        publisher = origin.publisher
        lines.append(say.briefing.article_of(kind=kind, publisher=publisher) if publisher else kind)
    elif not origin.quality or kind != wording.KINDS["transcript"]:
        lines.append(kind)
    parts = [Fact(line) for line in lines]
    if origin.quality:
        parts.append(Fact(text=origin.quality, warned=origin.by_machine))
    if others:
        parts.append(Fact(_also(others)))
    return parts


def took_part(briefing: Briefing, find: Lookup) -> list[str]:
    """Return how many officials took part and how many questions were asked, each as a phrase."""
    officials, questions = find.officials(briefing.slug), len(briefing.exchanges)
    return [
        *([interface.count(officials, "official")] if officials else []),
        *([interface.count(questions, "question")] if questions else []),
    ]


def _also(others: Sequence[Origin]) -> str:
    """Say which other publishers have a text of the briefing, each named once."""
    publishers = dict.fromkeys(other.publisher for other in others if other.publisher)
    nameless = sum(not other.publisher for other in others)
    names = [*publishers, *([say.counts.other_texts(count=nameless)] if nameless else [])]
    listed = wording.listed(names)
    return (
        say.briefing.also_by(names=listed) if publishers else say.briefing.and_texts(texts=listed)
    )


def participants(
    briefing: Briefing, find: Lookup
) -> tuple[list[ParticipantRow], list[ParticipantRow]]:
    """Return the chairs and the speakers, each person once with the first wording of the role.

    Speakers include listed participants.
    """
    chairs: dict[str, ParticipantRow] = {}
    speakers: dict[str, ParticipantRow] = {}
    ordered = sorted(briefing.participants, key=lambda participant: not participant.listed)
    for participant in ordered:
        into = chairs if participant.chair else speakers
        known = into.get(participant.id)
        if known is None or not known.role:
            into[participant.id] = _participant(participant, find)
    for turn in briefing.primary.turns:
        who = turn.speaker
        if who.id and who.kind in ("chair", "official") and who.id not in chairs | speakers:
            into = chairs if who.kind == "chair" else speakers
            named = find.speaker(who)
            into[who.id] = ParticipantRow(named.name, named.url)
    return list(chairs.values()), list(speakers.values())


def _participant(participant: Participant, find: Lookup) -> ParticipantRow:
    """Return a person with the role as worded and a link to its source."""
    name = find.person_name(participant.id)
    return ParticipantRow(
        name=name or participant.name,
        url=urls.speaker_url(participant.id) if name is not None else None,
        role=participant.role,
        line=participant.line,
        source_url=urls.source_url(participant.source, participant.line),
    )


def _wordings(briefing: Briefing, find: Lookup) -> list[ParticipantRow]:
    """Return each wording of each participant's role, as printed, with its source.

    Return an empty list if nobody has several wordings: the list of speakers already shows them.
    """
    times = Counter(participant.id for participant in briefing.participants)
    if all(number == 1 for number in times.values()):
        return []
    return [
        replace(
            _participant(participant, find),
            chair=participant.chair,
            text=find.origin(briefing.slug, participant.source).short,
        )
        for participant in briefing.participants
    ]


def series_words(briefing: Briefing) -> str | None:
    """Return the series that a briefing belongs to, in words, or None."""
    if briefing.series and briefing.number:
        return say.briefing.number_in_series(
            number=wording.ordinal(briefing.number), series=briefing.series
        )
    return say.briefing.in_series(series=briefing.series) if briefing.series else None


def title_basis(briefing: Briefing) -> str | None:
    """Return the origin of the title if no source gives it, or None."""
    if briefing.title_by_editors:
        return say.briefing.title_by_editors
    if not any(witness.title for witness in briefing.witnesses):
        return say.briefing.title_from_text
    return None


def _downloads(briefing: Briefing, texts: Sequence[TextFacts], find: Lookup) -> list[Downloads]:
    """Return the downloads: the briefing as book, text and data, and each text as received."""
    books = [
        Download(
            title=say.briefing.book(form=form.upper(), size=wording.file_size(size)),
            url=urls.book_url(briefing.slug, form),
            file=True,
        )
        for form, size in find.books.get(briefing.slug, ())
    ]
    of_briefing = Downloads(
        title=None,
        links=[
            *books,
            Download(
                title=say.briefing.text, url=urls.briefing_file(briefing.slug, "txt"), file=True
            ),
            Download(title="JSON", url=urls.briefing_file(briefing.slug, "json"), file=True),
            Download(title="TEI", url=urls.tei_url(briefing.slug), file=True),
        ],
    )
    return [of_briefing, *(Downloads(title=text.name, links=_ways(text)) for text in texts)]


def _ways(text: TextFacts) -> list[Download]:
    """Return links to a text as received, as published and as archived."""
    ways = (
        (say.briefing.source, text.source_url),
        (say.briefing.original, text.url),
        (say.briefing.archived, text.archived),
    )
    return [Download(title=title, url=url, file=False) for title, url in ways if url]
