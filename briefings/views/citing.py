"""What pages offer to be cited: themselves, their texts, passages and figures."""

from __future__ import annotations

import json

from briefings import anchors, cite
from briefings.cite.describing import absolute, cited_page, cited_text
from briefings.languages import language_of
from briefings.languages.names import family_of
from briefings.model import Briefing, Figure, Speaker, Witness
from briefings.origins import origins_of
from briefings.wording import line_range

from .lookup import Context, Lookup


def citation(title: str, reference: cite.Reference) -> Context:
    """A reference in each style, and as the data from which a script writes them anew."""
    return {
        "title": title,
        "source": reference.text.source,
        "data": _packed(cite.data(reference)),
        "forms": [
            {"style": style, "text": write(reference)} for style, write in cite.STYLES.items()
        ],
    }


def page_citation(title: str, url: str, find: Lookup, briefing: Briefing | None = None) -> Context:
    """A page of the site as it is cited; its key is its address, of a briefing its last part."""
    key = briefing.slug if briefing else url.strip("/").replace("/", "-")
    page = cited_page(title, url, find.site, key, briefing)
    return citation("This page", cite.Reference(page))


def text_citations(briefing: Briefing, find: Lookup) -> list[Context]:
    """Each text of a briefing as a whole, under the name that people use."""
    origins = origins_of(briefing)
    return [
        citation(
            origins[one.source.id].name,
            cite.Reference(cited_text(briefing, one, origins[one.source.id], find.site)),
        )
        for one in briefing.witnesses
    ]


def figure_citation(figure: Figure, find: Lookup) -> Context:
    """A value as its passage states it."""
    place = figure.place
    briefing = find.briefings[place.briefing]
    witness = next(one for one in briefing.witnesses if one.source.id == place.source)
    origin = origins_of(briefing)[place.source]
    passage = find.passage(place)
    speaker = None
    if figure.speaker_name:
        family = find.family_name(figure.speaker) if figure.speaker else ""
        speaker = cite.Name(figure.speaker_name, family if family in figure.speaker_name else "")
    locator = cite.Locator(
        passage=place.passage or "",
        lines=line_range(place.line, passage.last_line if passage else place.line),
        speaker=speaker,
        mode=figure.reported if witness.kind == "article" else "",
        value=figure.stated.quote,
        url=absolute(anchors.place_url(place), find.site),
    )
    text = cited_text(briefing, witness, origin, find.site)
    return citation("This number", cite.Reference(text, locator))


def family(speaker: Speaker, witness: Witness, find: Lookup) -> str:
    """The part of a speaker's name that is the family's, "" where nothing tells."""
    if speaker.kind == "outlet" or not speaker.name:
        return ""
    known = find.family_name(speaker.id) if speaker.id else ""
    calling = language_of(witness.language).names.calling
    return known or family_of(speaker.name, speaker.label or "", calling)


def voices(passage: str, slug: str, find: Lookup) -> str:
    """Whom a passage of an article quotes or reports, where, for the page's script; "" if nobody.

    A list of name, name of the family, mode and span.
    """
    quoted = find.quoted(slug).get(passage, ())
    told = [
        (find.person_name(person) or person, find.family_name(person), mode, start, end)
        for person, mode, start, end in quoted
    ]
    return _packed(told) if told else ""


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
