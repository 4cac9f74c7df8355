"""The citations that pages offer: of briefings, their texts, and figures."""

from __future__ import annotations

from dataclasses import dataclass

from briefings import cite, urls
from briefings.cite.describing import absolute, cited_page
from briefings.interface import say
from briefings.languages import language_of
from briefings.languages.names import family_of
from briefings.model import Briefing, Figure, Speaker, Witness
from briefings.wording import line_range

from .cited import Citation, citation, packed
from .lookup import Lookup


@dataclass(frozen=True, slots=True)
class Voices:
    """Whom a passage of an article quotes or reports, for the page's scripts.

    `speaker`, `family` and `mode` are set if it is one person only. `said` is a JSON list with the
    name, family name, mode ("direct" or "reported"), start and end of each quotation. All are empty
    if nobody is quoted.
    """

    speaker: str
    family: str
    mode: str
    said: str


def briefing_citations(briefing: Briefing, url: str, find: Lookup) -> list[Citation]:
    """Return citations of a briefing's page and of each of its texts, under their usual names."""
    page = cited_page(briefing.title, url, find.site, briefing.slug, briefing)
    return [
        citation(say.citing_pages.page, cite.Reference(page)),
        *(
            citation(
                find.origin(briefing.slug, witness.source.id).name,
                cite.Reference(find.cited_text(briefing.slug, witness.source.id)),
            )
            for witness in briefing.witnesses
        ),
    ]


def figure_citation(figure: Figure, find: Lookup) -> Citation:
    """Return the citation of a figure, as its passage states it."""
    place = figure.place
    text = find.cited_text(place.briefing, place.source)
    passage = find.passage(place)
    locator = cite.Locator(
        passage=place.passage or "",
        lines=line_range(place.line, passage.last_line if passage else place.line),
        speaker=_speaker(figure, find),
        mode=figure.reported if text.is_article else "",
        value=figure.stated.quote,
        url=absolute(urls.place_url(place), find.site),
    )
    return citation(say.citing_pages.number, cite.Reference(text, locator))


def _speaker(figure: Figure, find: Lookup) -> cite.Name | None:
    """Return the name of the speaker who states a figure: for a person with a page, the name
    there."""
    known = find.person_name(figure.speaker) if figure.speaker else None
    if known:
        return cite.Name(known, find.family_name(figure.speaker or ""))
    return cite.Name(figure.speaker_name) if figure.speaker_name else None


def family(speaker: Speaker, witness: Witness, find: Lookup) -> str:
    """Return the family name of a speaker, or "" if it cannot be determined."""
    if speaker.kind == "outlet" or not speaker.name:
        return ""
    known = find.family_name(speaker.id) if speaker.id else ""
    calling = language_of(witness.language).names.calling
    return known or family_of(speaker.name, speaker.label or "", calling)


def voices(passage: str, slug: str, find: Lookup) -> Voices:
    """Return whom a passage of an article quotes or reports."""
    quoted = [
        (find.person_name(person) or person, find.family_name(person), mode, start, end)
        for person, mode, start, end in find.quoted(slug).get(passage, ())
    ]
    names = {(name, family) for name, family, *_ in quoted}
    name, family = names.pop() if len(names) == 1 else ("", "")
    modes = {mode for _, _, mode, *_ in quoted}
    mode = "" if not name else "direct" if modes == {"direct"} else "reported"
    return Voices(speaker=name, family=family, mode=mode, said=packed(quoted) if quoted else "")
