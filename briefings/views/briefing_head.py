"""The head of a briefing's page: what it was, in a title and a line; the facts behind that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model import Briefing, Participant

from .lookup import Context, Lookup
from .report import check_words
from .texts import text_facts


@dataclass(frozen=True, slots=True)
class BriefingHead:
    """What stands above the text, in the order in which a reader meets it.

    `short` is the title that the page goes by, `official` the whole one where it is another.
    `facts` are the parts of one line; the rest is behind it.
    """

    when: str
    short: str
    official: str | None
    facts: list[Context]
    date: str
    time: str | None
    place: str | None
    host: str | None
    series: str | None
    chairs: list[Context]
    speakers: list[Context]
    wordings: list[Context]
    texts: list[Context]
    date_basis: str | None
    title_basis: str | None
    checked: str | None
    downloads: list[Context]
    report: Context
    suggest: Context


def briefing_head(briefing: Briefing, url: str, find: Lookup) -> BriefingHead:
    """The head of the page at `url`."""
    chairs, speakers = participants(briefing, find)
    texts = [text_facts(one, briefing, find) for one in briefing.witnesses]
    short = find.briefing_link(briefing.slug)["short"]
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
    """What the page is called where it stands alone, in a list of results, say: with its day."""
    link = find.briefing_link(slug)
    return f"{link['short']}, {link['date']}" if link["day"] else str(link["short"])


def facts(briefing: Briefing, find: Lookup) -> list[Context]:
    """The line of facts: how many spoke and asked, which text this is, who else tells it.

    `warned` is whether a part is a grade that a reader is warned of.
    """
    first, *others = [find.origin(briefing.slug, one.source.id) for one in briefing.witnesses]
    lines = took_part(briefing, find)
    kind = first["kind"]
    if kind == wording.KINDS["article"]:
        publisher = first["publisher"]
        lines.append(say.briefing.article_of(kind=kind, publisher=publisher) if publisher else kind)
    elif not first["quality"] or kind != wording.KINDS["transcript"]:
        lines.append(kind)
    shown: list[Context] = [{"text": one, "warned": False} for one in lines]
    if first["quality"]:
        shown.append({"text": first["quality"], "warned": first["by_machine"]})
    if others:
        shown.append({"text": _also(others), "warned": False})
    return shown


def took_part(briefing: Briefing, find: Lookup) -> list[str]:
    """How many officials took part, and how many questions they were asked."""
    officials, questions = find.officials(briefing.slug), len(briefing.exchanges)
    return [
        *([interface.count(officials, "official")] if officials else []),
        *([interface.count(questions, "question")] if questions else []),
    ]


def _also(others: Sequence[Context]) -> str:
    """Who tells a briefing besides its first text: those with a name, each once."""
    publishers = dict.fromkeys(one["publisher"] for one in others if one["publisher"])
    nameless = sum(not one["publisher"] for one in others)
    names = [*publishers, *([say.counts.other_texts(count=nameless)] if nameless else [])]
    listed = wording.listed(names)
    return (
        say.briefing.also_by(names=listed) if publishers else say.briefing.and_texts(texts=listed)
    )


def participants(briefing: Briefing, find: Lookup) -> tuple[list[Context], list[Context]]:
    """Who chaired and who spoke or is listed, each once, with the first wording of the role."""
    chairs: dict[str, Context] = {}
    speakers: dict[str, Context] = {}
    ordered = sorted(briefing.participants, key=lambda one: not one.listed)
    for one in ordered:
        into = chairs if one.chair else speakers
        known = into.setdefault(one.id, _participant(one, find))
        if not known["role"]:
            known.update(_participant(one, find))
    for turn in briefing.primary.turns:
        who = turn.speaker
        if who.id and who.kind in ("chair", "official") and who.id not in chairs | speakers:
            into = chairs if who.kind == "chair" else speakers
            into[who.id] = {**find.speaker(who), "role": None, "source_url": None}
    return list(chairs.values()), list(speakers.values())


def _participant(one: Participant, find: Lookup) -> Context:
    """A person with the role as it is worded, and where it is."""
    name = find.person_name(one.id)
    return {
        "name": name or one.name,
        "url": urls.speaker_url(one.id) if name is not None else None,
        "role": one.role,
        "line": one.line,
        "source_url": urls.source_url(one.source, one.line),
    }


def _wordings(briefing: Briefing, find: Lookup) -> list[Context]:
    """Each wording of each participant, as printed, with where.

    Nothing where each role is worded once: the list of speakers says it.
    """
    times = Counter(one.id for one in briefing.participants)
    if all(number == 1 for number in times.values()):
        return []
    return [
        {
            **_participant(one, find),
            "chair": one.chair,
            "text": find.origin(briefing.slug, one.source)["short"],
        }
        for one in briefing.participants
    ]


def series_words(briefing: Briefing) -> str | None:
    """The series that a briefing belongs to, in words."""
    if briefing.series and briefing.number:
        return say.briefing.number_in_series(
            number=wording.ordinal(briefing.number), series=briefing.series
        )
    return say.briefing.in_series(series=briefing.series) if briefing.series else None


def title_basis(briefing: Briefing) -> str | None:
    """Where the title comes from, if it is not the source's."""
    if briefing.title_by_editors:
        return say.briefing.title_by_editors
    if not any(one.title for one in briefing.witnesses):
        return say.briefing.title_from_text
    return None


def _downloads(briefing: Briefing, texts: Sequence[Context], find: Lookup) -> list[Context]:
    """What a reader can take away: the briefing as book, text and data; each text as received."""
    books = [
        {
            "title": say.briefing.book(form=form.upper(), size=wording.file_size(size)),
            "url": urls.book_url(briefing.slug, form),
            "file": True,
        }
        for form, size in find.books.get(briefing.slug, ())
    ]
    whole: Context = {
        "title": None,
        "links": [
            *books,
            {
                "title": say.briefing.text,
                "url": urls.briefing_file(briefing.slug, "txt"),
                "file": True,
            },
            {"title": "JSON", "url": urls.briefing_file(briefing.slug, "json"), "file": True},
            {"title": "TEI", "url": urls.tei_url(briefing.slug), "file": True},
        ],
    }
    return [whole, *({"title": one["name"], "links": _ways(one)} for one in texts)]


def _ways(text: Context) -> list[Context]:
    """Where the text stands as it was received and as it was published."""
    ways = (
        (say.briefing.source, text["source_url"]),
        (say.briefing.original, text["url"]),
        (say.briefing.archived, text["archived"]),
    )
    return [{"title": title, "url": url, "file": False} for title, url in ways if url]
