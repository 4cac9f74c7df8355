"""The root file of the TEI corpus, after ParlaMint: common metadata, speakers, and the list of
files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefings import urls, wording
from briefings.cite.model import Name
from briefings.institutions import short_names, whole_name
from briefings.model import Corpus, Outlet, Person, RoleWording
from briefings.model.page import SiteInfo

from . import popolo
from .components import Component, address, whole_address
from .declarations import editorial_declaration, project_description
from .elements import Element, document, element, one_line, pointers
from .tei import tei_counts
from .tei_header import words_in
from .tei_parts import (
    EVENT,
    TEI,
    asker_id,
    day,
    extent,
    organization_id,
    person_id,
    publication,
    setting,
    tags,
    taxonomies,
    xml_date,
)

_ROOT_ID = "briefings"
_EDITORS = "editors"
_XINCLUDE = "http://www.w3.org/2001/XInclude"
_CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class _Organization:
    """An organisation: its type in the corpus, its names, and its outlet, if it is one."""

    kinds: dict[str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    outlet: Outlet | None = None


@dataclass(frozen=True, slots=True)
class ListedText:
    """What the root file says of a text: its name and language, its number of words, and its
    numbers of elements by kind.
    """

    name: str
    language: str
    words: int
    elements: tuple[tuple[str, int], ...]


def listed_text(component: Component, sentences: bool = False) -> ListedText:
    """A text as the root file lists it."""
    counts = tei_counts(component, sentences)
    return ListedText(
        component.name, component.witness.language, words_in(component), tuple(counts.items())
    )


def root_pieces(
    corpus: Corpus,
    site: SiteInfo,
    newest: str,
    texts: Iterable[ListedText],
    sentences: bool = False,
) -> Iterator[str]:
    """The root file of these texts, line by line; `newest` is its date."""
    return document(_Root(corpus, site, sentences).file(newest, texts))


class _Root:
    """Writes the root file of one corpus."""

    def __init__(self, corpus: Corpus, site: SiteInfo, sentences: bool) -> None:
        self._sentences = sentences
        self._corpus = corpus
        self._short = short_names(corpus.people)
        self._site = site
        self._name = one_line(site.name) or EVENT
        self._page = urls.data_url(urls.TEI_CORPUS)

    def file(self, newest: str, texts: Iterable[ListedText]) -> Element:
        counts: Counter[str] = Counter()
        words = 0
        names = []
        languages: dict[str, None] = {}
        for text in texts:
            counts.update(dict(text.elements))
            words += text.words
            names.append(text.name)
            languages[text.language] = None
        return element(
            "teiCorpus",
            element(
                "teiHeader",
                self._file_description(counts["u"], words, newest),
                element(
                    "encodingDesc",
                    project_description(self._name),
                    editorial_declaration(self._sentences),
                    tags(counts),
                    element("classDecl", *taxonomies()),
                ),
                element(
                    "profileDesc",
                    setting([("event", self._name)], self._days()),
                    element("particDesc", self._organizations(), self._people()),
                    element(
                        "langUsage",
                        *(
                            element("language", language, attributes={"ident": language})
                            for language in sorted(languages)
                        ),
                    ),
                ),
            ),
            *(element("xi:include", attributes={"href": f"{name}.xml"}) for name in names),
            attributes={"xmlns": TEI, "xmlns:xi": _XINCLUDE, "xml:id": _ROOT_ID, "xml:lang": "en"},
        )

    def _file_description(self, speeches: int, words: int, newest: str) -> Element:
        briefings = wording.count(len(self._corpus.briefings), "press briefing")
        sources = whole_address(urls.SOURCES, self._site)
        return element(
            "fileDesc",
            element(
                "titleStmt",
                element("title", self._name, attributes={"type": "main"}),
                element("title", briefings, attributes={"type": "sub"}),
                element(
                    "respStmt",
                    element("persName", f"Editors of {self._name}"),
                    element("resp", "Selection of the texts, their structure, notes"),
                ),
                element("funder", element("orgName", "No funder is known")),
            ),
            element("editionStmt", element("edition", f"Made from the corpus of {self._name}")),
            extent(speeches, words),
            publication(self._site, whole_address(self._page, self._site), newest),
            element(
                "sourceDesc",
                element(
                    "bibl",
                    element("title", f"Texts of {briefings}, each named by its own file"),
                    element("idno", sources, attributes={"type": "URI"}),
                ),
            ),
        )

    def _days(self) -> Element:
        known = sorted(
            briefing.date
            for briefing in self._corpus.briefings
            if wording.full_date(xml_date(briefing.date)) and briefing.date
        )
        if not known:
            return day(None)
        words = f"{wording.date_words(known[0])} to {wording.date_words(known[-1])}"
        return element("date", words, attributes={"from": known[0], "to": known[-1]})

    # Participants.

    def _organizations(self) -> Element:
        organizations: dict[str, _Organization] = {}
        for outlet in self._corpus.outlets:
            names = dict.fromkeys((outlet.name, *outlet.other_names))
            organizations[outlet.id] = _Organization({"asking-organization": None}, names, outlet)
        hosts = (briefing.host for briefing in self._corpus.briefings)
        offices = (role.organization for person in self._corpus.people for role in person.roles)
        for kind, named in (("holding-organization", hosts), ("organization-of-office", offices)):
            for name in filter(None, map(one_line, named)):
                full_name = self._full_name(name)
                id_ = popolo.organization_id(full_name)
                organization = organizations.setdefault(id_, _Organization())
                organization.kinds[kind] = None
                organization.names.update({full_name: None, name: None})
        editors = element(
            "org",
            element("orgName", self._name, attributes={"full": "yes"}),
            attributes={
                "xml:id": _EDITORS, "role": "institution", "ana": pointers("editing-organization"),
            },
        )  # fmt: skip
        elements = (self._organization(id_, organizations[id_]) for id_ in sorted(organizations))
        return element("listOrg", editors, *elements)

    def _full_name(self, organization: str) -> str:
        """The full name of an organisation, without abbreviations, as in the Popolo data."""
        return whole_name(organization, self._short) or organization

    def _organization(self, id_: str, organization: _Organization) -> Element:
        names = [
            element("orgName", name, attributes={"full": "yes"})
            for name in filter(None, map(one_line, organization.names))
        ]
        address_ = None
        if organization.outlet:
            names += self._chinese("orgName", organization.outlet.chinese)
            address_ = self._on_site(urls.outlet_url(organization.outlet.id))
        return element(
            "org",
            *names,
            address_,
            attributes={
                "xml:id": organization_id(id_),
                "role": "institution",
                "ana": pointers(*organization.kinds),
            },
        )

    def _people(self) -> Element:
        people = [self._person(person) for person in self._corpus.people]
        people += [self._asker(outlet) for outlet in self._corpus.outlets]
        if not people:
            nobody = element("persName", element("term", "Nobody is named in these texts"))
            people = [element("person", nobody, attributes={"xml:id": "nobody"})]
        return element("listPerson", *people)

    def _person(self, person: Person) -> Element:
        names = [self._name_of(person)]
        names += [
            element("persName", element("term", name))
            for name in filter(None, map(one_line, person.other_names))
        ]
        if chinese := one_line(person.chinese):
            term = element("term", chinese)
            names.append(element("persName", term, attributes={"xml:lang": _CHINESE}))
        return element(
            "person",
            *names,
            *(self._role(role) for role in person.roles if one_line(role.role)),
            self._on_site(urls.speaker_url(person.id)),
            attributes={"xml:id": person_id(person.id)},
        )

    def _name_of(self, person: Person) -> Element:
        """The parts of a name, in order, if the family name is known."""
        name = Name(person.name, person.family)
        family, given = one_line(name.family), one_line(name.given)
        if not (family and given):
            return element("persName", element("term", one_line(person.name) or person.id))
        parts = [element("surname", family), element("forename", given)]
        is_first = person.name.startswith(person.family)
        return element("persName", *(parts if is_first else reversed(parts)))

    def _role(self, role: RoleWording) -> Element:
        """An office as worded by one text on one day."""
        office = one_line(role.role) or ""
        line = address(urls.source_url(role.place.source, role.place.line), self._site, self._page)
        organization = one_line(role.organization)
        if organization is None:
            return element("occupation", office, attributes={"when": xml_date(role.date)})
        full_name = self._full_name(organization)
        return element(
            "affiliation",
            element("roleName", office),
            element("orgName", organization),
            attributes={
                "role": "member",
                "ref": pointers(organization_id(popolo.organization_id(full_name))),
                "when": xml_date(role.date),
                "source": line,
            },
        )

    def _asker(self, outlet: Outlet) -> Element:
        name = one_line(outlet.name) or outlet.id
        return element(
            "person",
            element("persName", element("term", f"Whoever asked for {name}")),
            element(
                "affiliation",
                attributes={"role": "representative", "ref": pointers(organization_id(outlet.id))},
            ),
            attributes={"xml:id": asker_id(outlet.id)},
        )

    def _chinese(self, name: str, chinese: str | None) -> list[Element]:
        text = one_line(chinese)
        if text is None:
            return []
        return [element(name, text, attributes={"xml:lang": _CHINESE, "full": "yes"})]

    def _on_site(self, url: str) -> Element | None:
        """A link to the page of a person or organisation, if the site's address is known."""
        if not self._site.url:
            return None
        return element("idno", whole_address(url, self._site), attributes={"type": "URI"})
