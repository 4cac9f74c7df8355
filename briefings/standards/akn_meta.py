"""The metadata of an Akoma Ntoso file: the work (FRBR), the speakers, the source."""

from __future__ import annotations

from collections.abc import Iterator

from briefings import ids, urls, wording
from briefings.model import Speaker

from .components import (
    Act,
    Component,
    PlacedNote,
    address,
    exchanged,
    note_text,
    web_address,
    whole_address,
)
from .elements import Element, element, one_line, xml_id

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_NAMESPACE = "urn:x-annotated-briefings:source"
"""The namespace for file, checksum, grade and lines, which have no element (prefix `b`)."""
_EDITORS = "editors"
_HOST = "host"
_NOT_KNOWN = "speaker-not-known"
HANDOVER = "handover"
_NO_COUNTRY = "zz"
"""The CLDR code for an unknown country: no text says which law applies to it."""
_NO_DAY = "0001-01-01"
_LANGUAGES = {
    "en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "pt": "por", "nl": "nld",
    "ru": "rus", "zh": "zho", "ja": "jpn", "ko": "kor", "ar": "ara",
}  # fmt: skip
_UNDETERMINED = "und"
_ROLES = {
    "chair": "leads the briefing",
    "official": "speaks for those who hold it",
    "asker": "asks for a news organisation",
    "unknown-role": "not known",
}
_ROLE_OF = {"chair": "chair", "official": "official", "outlet": "asker", "unknown": "unknown-role"}


def speaker_id(speaker: Speaker) -> str:
    """The id of the speaker: a person, a news organisation, or the unknown speaker."""
    if speaker.id is None:
        return _NOT_KNOWN
    return xml_id("o" if speaker.kind == "outlet" else "p", speaker.id)


def role_of(speaker: Speaker, act: Act) -> str:
    """The role of a speaker; somebody who asks without a name still has the role of an asker."""
    if speaker.kind == "unknown" and act == "question":
        return "asker"
    return _ROLE_OF[speaker.kind]


def note_id(placed: PlacedNote) -> str:
    """The id of a note at one of its places."""
    return xml_id("note", placed.id)


class Meta:
    """The metadata of one text."""

    def __init__(self, component: Component, is_report: bool) -> None:
        self._of = component
        self._page = urls.akn_url(component.name)
        self._type = "doc" if is_report else "debate"

    def element(self) -> Element:
        """The complete metadata element."""
        of = self._of
        published = None
        if of.attribution.published and (day := wording.full_date(of.attribution.published)):
            shown = one_line(of.attribution.publisher) or of.attribution.name
            kind = wording.KINDS[of.witness.kind]
            published = element(
                "publication", attributes={"date": day, "name": kind, "showAs": shown}
            )
        notes = list(self._notes())
        return element(
            "meta",
            self._identification(),
            published,
            element("references", *self._references(), attributes=_by_editors()),
            element("notes", *notes, attributes=_by_editors()) if notes else None,
            element("proprietary", *self._source(), attributes=_by_editors()),
        )

    def _identification(self) -> Element:
        of = self._of
        event = wording.full_date(of.briefing.date)
        published = wording.full_date(of.attribution.published) or event
        work = f"/akn/{_NO_COUNTRY}/{self._type}/{event or _NO_DAY}/{of.name}"
        language = _LANGUAGES.get(of.witness.language, _UNDETERMINED)
        expression = f"{work}/{language}@{published or _NO_DAY}"
        host = f"#{_HOST}" if one_line(of.briefing.host) else f"#{_EDITORS}"
        page = whole_address(of.anchor(""), of.site) if of.site.url else None
        number = of.briefing.number
        return element(
            "identification",
            element(
                "FRBRWork",
                *_level(work, host, event, "event", page),
                _value("FRBRcountry", _NO_COUNTRY),
                _value("FRBRnumber", str(number)) if number is not None else None,
                _value("FRBRname", of.title),
            ),
            element(
                "FRBRExpression",
                *_level(expression, host, published, "publication"),
                element("FRBRlanguage", attributes={"language": language}),
            ),
            element(
                "FRBRManifestation",
                *_level(f"{expression}.akn", f"#{_EDITORS}", published, "publication"),
                _value("FRBRformat", "application/akn+xml"),
            ),
            attributes=_by_editors(),
        )

    def _references(self) -> Iterator[Element]:
        of = self._of
        settings = of.witness.settings
        original = web_address(of.witness.url or settings.url)
        yield _reference(
            "original", "original", original or self._address(of.line(None)), of.attribution.name
        )
        home = of.site.url or self._address("")
        yield _reference("TLCOrganization", _EDITORS, home, one_line(of.site.name) or _EDITORS)
        if host := one_line(of.briefing.host):
            concept = f"/akn/ontology/organization/{ids.slug(host)}"
            yield _reference("TLCOrganization", _HOST, concept, host)
        speakers = {speaker_id(turn.speaker): turn.speaker for turn in of.witness.turns}
        for id_ in sorted(speakers):
            yield self._speaker(id_, speakers[id_])
        acts = [
            (turn, act)
            for group in exchanged(of)
            for turn, act in zip(group.turns, group.acts, strict=True)
        ]
        roles = {role_of(turn.speaker, act) for turn, act in acts}
        for role, means in _ROLES.items():
            if role in roles:
                yield _reference("TLCRole", role, f"/akn/ontology/role/{role}", means)
        if any(act == HANDOVER for _, act in acts):
            concept = f"/akn/ontology/concept/{HANDOVER}"
            yield _reference("TLCConcept", HANDOVER, concept, "passes a question on")

    def _speaker(self, id_: str, speaker: Speaker) -> Element:
        if speaker.id is None:
            shown = "The text does not say who speaks"
            return _reference("TLCConcept", id_, f"/akn/ontology/concept/{id_}", shown)
        name = one_line(speaker.name) or speaker.id
        if speaker.kind == "outlet":
            page = self._address(urls.outlet_url(speaker.id))
            return _reference("TLCOrganization", id_, page, name)
        return _reference("TLCPerson", id_, self._address(urls.speaker_url(speaker.id)), name)

    def _notes(self) -> Iterator[Element]:
        for passage in self._of.witness.passages:
            for placed in self._of.notes.get(passage.id, ()):
                paragraph = element("p", note_text(placed, passage.text))
                yield element("note", paragraph, attributes={"eId": note_id(placed)})

    def _source(self) -> Iterator[Element]:
        """File, checksum, publisher and grade of the text as received, then the line of each
        passage.
        """
        of = self._of
        witness, attribution = of.witness, of.attribution
        settings = witness.settings
        yield element(
            "b:source",
            attributes={
                "id": witness.source.id,
                "file": witness.source.file,
                "sha256": witness.source.sha256,
                "kind": witness.kind,
                "primary": "true" if attribution.primary else "false",
                "publisher": one_line(attribution.publisher),
                "published": attribution.published,
                "event": of.briefing.date,
                "quality": attribution.quality,
                "qualityBasis": one_line(settings.quality_basis) if attribution.quality else None,
                "rights": one_line(settings.rights),
                "lines": self._address(of.line(None)),
                "archived": web_address(settings.archived),
            },
        )
        for passage in witness.passages:
            line = str(passage.line)
            yield element(
                "b:passage",
                attributes={
                    "for": f"#{of.own_id(passage.id)}",
                    "anchor": passage.id,
                    "line": line,
                    "lastLine": last if (last := str(passage.last_line)) != line else None,
                },
            )

    def _address(self, url: str) -> str:
        return address(url, self._of.site, self._page)


def _by_editors() -> dict[str, str | None]:
    return {"source": f"#{_EDITORS}"}


def _level(
    address_: str, author: str, day: str | None, meaning: str, alias: str | None = None
) -> Iterator[Element]:
    """The elements that work, expression and manifestation share; a missing date is stated."""
    yield _value("FRBRthis", f"{address_}/!main")
    yield _value("FRBRuri", address_)
    if alias:
        yield element("FRBRalias", attributes={"value": alias, "name": "page"})
    name = meaning if day else f"{meaning}-day-not-known"
    yield element("FRBRdate", attributes={"date": day or _NO_DAY, "name": name})
    yield element("FRBRauthor", attributes={"href": author})


def _value(name: str, value: str) -> Element:
    return element(name, attributes={"value": value})


def _reference(name: str, id_: str, href: str, shown: str) -> Element:
    return element(name, attributes={"eId": id_, "href": href, "showAs": shown})
