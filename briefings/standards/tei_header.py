"""The header of a text's TEI file: titles, source, and the place and date of the event."""

from __future__ import annotations

from collections import Counter

from briefings import urls, wording

from .components import Component, address, web_address, whole_address
from .elements import Element, element, one_line, pointers
from .tei_parts import EVENT, day, extent, linked, publication, setting, tags

_WITH_SENTENCES = (
    "Sentences are marked, by a rule that knows abbreviations and numbers; words are not. That "
    "goes beyond ParlaMint, which has s only where each word is annotated."
)
_TRANSLATORS = "Named by the text as those who translated it, or who edited the translation"


def words_in(component: Component) -> int:
    """The number of words in a text's passages: runs of letters between spaces."""
    return sum(len(passage.text.split()) for passage in component.witness.passages)


class Header:
    """The header of one text."""

    def __init__(self, component: Component, sentences: bool) -> None:
        self._of = component
        self._sentences = sentences
        self._page = urls.tei_url(component.name)

    def element(self, counts: Counter[str], newest: str) -> Element:
        """The complete header; `counts` are the elements of the text, `newest` is its fallback
        date.
        """
        of = self._of
        home = whole_address(urls.tei_url(of.name), of.site)
        return element(
            "teiHeader",
            element(
                "fileDesc",
                self._titles(),
                element(
                    "editionStmt",
                    element("edition", f"Made from the corpus of {one_line(of.site.name)}"),
                ),
                extent(counts["u"], words_in(of)),
                publication(of.site, home, newest, one_line(of.witness.settings.rights)),
                self._source(),
            ),
            self._encoding(counts),
            element(
                "profileDesc",
                setting(
                    [
                        ("event", of.title),
                        ("org", of.briefing.host),
                        ("place", of.briefing.place),
                        ("time", of.briefing.time),
                    ],
                    day(of.briefing.date),
                ),
            ),
        )

    def _titles(self) -> Element:
        of = self._of
        series = one_line(of.briefing.series)
        number = of.briefing.number
        meeting = f"{of.title}; {series}" if series else of.title
        translators = filter(None, map(one_line, of.witness.credits.translators))
        named = [element("persName", name) for name in translators]
        return element(
            "titleStmt",
            element("title", of.title, attributes={"type": "main"}),
            element("title", one_line(of.attribution.name), attributes={"type": "sub"}),
            element(
                "meeting",
                meeting,
                attributes={
                    "n": None if number is None else str(number),
                    "ana": pointers(EVENT),
                    "corresp": self._address(of.anchor("")),
                },
            ),
            element("respStmt", *named, element("resp", _TRANSLATORS)) if named else None,
        )

    def _source(self) -> Element:
        """The text as received: file, checksum, lines on the site, publisher."""
        of = self._of
        witness, attribution = of.witness, of.attribution
        settings = witness.settings
        grade = wording.QUALITIES[attribution.quality] if attribution.quality else "not graded"
        basis = one_line(settings.quality_basis) if attribution.quality else None
        lines = [line.n for line in witness.lines if line.role != "boilerplate"]
        facts = [
            f"File as received: {one_line(witness.source.file)}",
            f"SHA-256: {witness.source.sha256}",
            f"Lines: {lines[0]} to {lines[-1]}" if lines else None,
            f"Kind: {wording.KINDS[witness.kind]}",
            f"Quality: {grade}" + (f" ({basis})" if basis else ""),
        ]
        addresses = [
            ("lines", whole_address(of.line(None), of.site)),
            ("original", web_address(witness.url or settings.url)),
            ("archived", web_address(settings.archived)),
        ]
        publisher = one_line(attribution.publisher)
        return element(
            "sourceDesc",
            element(
                "bibl",
                element("title", one_line(witness.title) or of.title),
                *(element("edition", fact) for fact in facts if fact),
                element("publisher", publisher) if publisher else None,
                *(
                    element("idno", url, attributes={"type": "URI", "subtype": kind})
                    for kind, url in addresses
                    if url
                ),
                day(attribution.published) if attribution.published else None,
            ),
        )

    def _encoding(self, counts: Counter[str]) -> Element:
        about = (
            "One text of one press briefing, read by rules from the file that sourceDesc names. "
            "The root of the corpus says what was done and what was not: "
        )
        file = urls.TEI_CORPUS.rpartition("/")[2]
        root = element("ref", file, attributes={"target": file})
        site = linked("its page", self._of.anchor(""), self._of.site, self._page)
        return element(
            "encodingDesc",
            element(
                "projectDesc",
                element(
                    "p", about, root, ". The n of a turn or passage is its anchor on ", site, "."
                ),
                element("p", _WITH_SENTENCES) if self._sentences else None,
            ),
            tags(counts),
        )

    def _address(self, url: str) -> str:
        return address(url, self._of.site, self._page)
