"""Writes a text of a briefing as TEI, after ParlaMint: a component of the corpus rooted in
`tei_root`.

A transcript is divided into exchanges and the turns between them; a turn is an utterance (`u`), a
passage is a segment (`seg`) with exactly the passage's text. Text that nobody spoke is a `note`: a
speaker's label, the lead, editors' notes, and the paragraphs of a written report, which has no
utterances.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from briefings import urls, wording
from briefings.languages import language_of
from briefings.languages.sentences import sentence_spans
from briefings.model import Exchange, Passage, Section, Turn

from .components import NO_PASSAGES, Act, Component, Exchanged, address, exchanged, note_text
from .elements import Element, document, element, elements_in, one_line, pointers, typed, xml_id
from .tei_header import Header
from .tei_parts import EVENT, OTHER, PRIMARY, TEI, speaker_type, text_categories, who


def tei_pieces(component: Component, newest: str, sentences: bool = False) -> Iterator[str]:
    """The file of a text, line by line; `newest` is its date if it contains no complete date
    itself.

    With `sentences`, passages are divided into `s` elements, which ParlaMint does not have in this
    form.
    """
    return document(_Writer(component, sentences).file(newest))


def tei_counts(component: Component, sentences: bool = False) -> Counter[str]:
    """The number of elements of each kind in a file's text."""
    return _counts(_Writer(component, sentences).text())


def _counts(text: Element) -> Counter[str]:
    return Counter(part.name for part in elements_in(text))


class _Writer:
    """Writes one text as TEI."""

    def __init__(self, component: Component, sentences: bool) -> None:
        self._of = component
        self._sentences = sentences
        self._page = urls.tei_url(component.name)
        self._exchanges: dict[str, Exchange] = {
            exchange.id: exchange
            for exchange in component.briefing.exchanges
            if component.attribution.primary
        }
        self._kinds = text_categories(component.witness.kind, component.attribution.quality)

    def file(self, newest: str) -> Element:
        of = self._of
        place = PRIMARY if of.attribution.primary else OTHER
        text = self.text()
        return element(
            "TEI",
            Header(of, self._sentences).element(_counts(text), (of.days or [newest])[-1]),
            text,
            attributes={
                "xmlns": TEI,
                "xml:id": of.id,
                "xml:lang": of.witness.language,
                "ana": pointers(EVENT, place, *self._kinds),
            },
        )

    def text(self) -> Element:
        divisions = list(self._divisions())
        if not divisions:
            nothing = element("note", NO_PASSAGES, attributes={"type": "editorial"})
            divisions = [element("div", nothing, attributes={"type": "commentSection"})]
        body = element("body", *divisions)
        return element("text", body, attributes={"ana": pointers(*self._kinds)})

    # The text itself.

    def _divisions(self) -> Iterator[Element]:
        of = self._of
        before = self._before()
        if before:
            yield element("div", *before, attributes={"type": "commentSection"})
        identified: set[str | None] = {None}
        for group in exchanged(of):
            division = self._exchange(group, is_first=group.exchange not in identified)
            if division.content:
                identified.add(group.exchange)
                yield division
        for section in of.witness.sections:
            if section.passages:
                yield self._section(section)
        notice = one_line(of.witness.credits.notice)
        if notice:
            note = element("note", notice, attributes={"type": "notice"})
            yield element("div", note, attributes={"type": "commentSection"})

    def _before(self) -> list[Element]:
        """What precedes the text: title, subtitle, byline, lead."""
        witness = self._of.witness
        heads = [("main", witness.title), ("sub", witness.subtitle)]
        notes = [("byline", witness.byline), ("narrative", witness.lead)]
        comments, titles = typed("note", notes), typed("head", heads)
        if titles and not comments:  # the schema requires at least one in a section of comments
            words = wording.date_words(self._of.briefing.date)
            comments = [element("note", words, attributes={"type": "date"})]
        return [*titles, *comments]

    def _exchange(self, group: Exchanged, is_first: bool) -> Element:
        """Turns of one exchange; if it is split into several stretches, only the first
        has its id.
        """
        exchange = self._exchanges.get(group.exchange or "")
        content = [
            part
            for turn, act in zip(group.turns, group.acts, strict=True)
            for part in self._turn(turn, act, exchange)
        ]
        spoken = any(part.name == "u" for part in content)
        id_ = self._of.id_of(group.exchange) if is_first and group.exchange else None
        return element(
            "div",
            *content,
            attributes={
                "type": "debateSection" if spoken else "commentSection",
                "xml:id": id_,
                "n": group.exchange,
            },
        )

    def _turn(self, turn: Turn, act: Act, exchange: Exchange | None) -> Iterator[Element]:
        label = one_line(turn.speaker.label)
        if label:
            yield element("note", label, attributes={"type": "speaker"})
        if not turn.passages:
            return
        line = turn.label_line or turn.passages[0].line
        yield element(
            "u",
            *chain.from_iterable(self._passage(passage) for passage in turn.passages),
            attributes={
                "xml:id": self._of.id_of(turn.id),
                "n": turn.id,
                "who": who(turn.speaker),
                "ana": pointers(speaker_type(turn.speaker), act),
                "source": self._address(self._of.line(line)),
                "corresp": self._answered(act, exchange),
            },
        )

    def _answered(self, act: Act, exchange: Exchange | None) -> str | None:
        """The question that an answer belongs to; for a hand-over, the answers too."""
        if exchange is None or act == "question":
            return None
        answers = exchange.answers if act == "handover" else ()
        spoken = {turn.id for turn in self._of.witness.turns if turn.passages}
        turns = [id_ for id_ in (exchange.question, *answers) if id_ in spoken]
        return pointers(*map(self._of.id_of, turns))

    def _passage(self, passage: Passage) -> Iterator[Element]:
        yield element("seg", *self._words(passage), attributes=self._place(passage))
        yield from self._notes(passage)

    def _words(self, passage: Passage) -> Iterator[Element | str]:
        """The passage's text; with `sentences`, each sentence in an `s`, with the spaces between
        them.
        """
        if not self._sentences:
            yield passage.text
            return
        before = 0
        spans = sentence_spans(passage.text, language_of(self._of.witness.language))
        for number, (start, end) in enumerate(spans, 1):
            yield passage.text[before:start]
            id_ = f"{self._of.id_of(passage.id)}.{number}"
            yield element("s", passage.text[start:end], attributes={"xml:id": id_})
            before = end
        yield passage.text[before:]

    def _section(self, section: Section) -> Element:
        heading = one_line(section.heading)
        content = [
            part
            for passage in section.passages
            for part in (self._reported(passage), *self._notes(passage))
        ]
        return element(
            "div",
            element("head", heading) if heading else None,
            *content,
            attributes={
                "type": "commentSection",
                "xml:id": self._of.id_of(section.id),
                "n": section.id,
                "corresp": self._at(section.id, section.heading_line or section.passages[0].line),
            },
        )

    def _reported(self, passage: Passage) -> Element:
        named = self._named(passage)
        return element("note", *self._words(passage), attributes={"type": "report", **named})

    def _named(self, passage: Passage) -> dict[str, str | None]:
        return {"xml:id": self._of.id_of(passage.id), "n": passage.id}

    def _place(self, passage: Passage) -> dict[str, str | None]:
        """The attributes of a passage: its ids, its anchor on the site and its line as received."""
        return {**self._named(passage), "corresp": self._at(passage.id, passage.line)}

    def _at(self, id_: str, line: int) -> str:
        """Where something is on the site, and the line of the text as received."""
        return " ".join(map(self._address, (self._of.anchor(id_), self._of.line(line))))

    def _notes(self, passage: Passage) -> Iterator[Element]:
        for placed in self._of.notes.get(passage.id, ()):
            yield element(
                "note",
                note_text(placed, passage.text),
                attributes={
                    "xml:id": xml_id("note", self._of.name, placed.id),
                    "type": "annotation",
                    "n": placed.id,
                },
            )

    def _address(self, url: str) -> str:
        return address(url, self._of.site, self._page)
