"""Writes a text as Akoma Ntoso 3.0: a transcript as a debate, a written report as a document.

Turns are `question`, `answer` or `speech`; those of one question form a section. The text of a `p`
is exactly the passage's text; an editors' note is an empty reference in it to the note in the
metadata.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefings.model import Passage, Section, Turn

from .akn_meta import HANDOVER, NAMESPACE, OWN_NAMESPACE, Meta, note_id, role_of, speaker_id
from .components import NO_PASSAGES, Act, Component, exchanged
from .elements import Element, document, element, one_line

_ELEMENTS: dict[Act, str] = {
    "question": "question", "answer": "answer", "handover": "speech", "statement": "speech",
}  # fmt: skip


def akn_pieces(component: Component) -> Iterator[str]:
    """The file of a text, line by line."""
    return document(_Writer(component).file())


class _Writer:
    """Writes one text as Akoma Ntoso."""

    def __init__(self, component: Component) -> None:
        self._of = component
        self._marker = 0

    def file(self) -> Element:
        of = self._of
        is_report = of.witness.kind == "article"
        body = self._report() if is_report else self._debate()
        notice = one_line(of.witness.credits.notice)
        briefing = element(
            "doc" if is_report else "debate",
            Meta(of, is_report).element(),
            self._preface(),
            body,
            element("conclusions", element("p", notice)) if notice else None,
            attributes={"name": "report" if is_report else "press-briefing"},
        )
        return element(
            "akomaNtoso", briefing, attributes={"xmlns": NAMESPACE, "xmlns:b": OWN_NAMESPACE}
        )

    def _preface(self) -> Element:
        of = self._of
        title = element("docTitle", one_line(of.witness.title) or of.title)
        headings = (of.witness.subtitle, of.witness.byline, of.witness.lead)
        return element(
            "preface",
            element("p", title),
            *(element("p", text) for text in filter(None, map(one_line, headings))),
        )

    def _debate(self) -> Element:
        sections = []
        known: set[str] = set()
        for group in exchanged(self._of):
            content = [
                self._turn(turn, act)
                for turn, act in zip(group.turns, group.acts, strict=True)
                if turn.passages
            ]
            if content:
                id_ = self._of.own_id(group.exchange or f"from-{group.turns[0].id}")
                while id_ in known:  # another stretch of the same exchange
                    id_ += "-again"
                known.add(id_)
                name = "exchange" if group.exchange else "statements"
                sections.append(
                    element("debateSection", *content, attributes={"eId": id_, "name": name})
                )
        if not sections:
            paragraph = element("p", NO_PASSAGES)
            sections = [
                element("debateSection", paragraph, attributes={"eId": "none", "name": "none"})
            ]
        return element("debateBody", *sections)

    def _turn(self, turn: Turn, act: Act) -> Element:
        label = one_line(turn.speaker.label)
        return element(
            _ELEMENTS[act],
            element("from", label) if label else None,
            *map(self._passage, turn.passages),
            attributes={
                "eId": self._of.own_id(turn.id),
                "by": f"#{speaker_id(turn.speaker)}",
                "as": f"#{role_of(turn.speaker, act)}",
                "refersTo": f"#{HANDOVER}" if act == HANDOVER else None,
            },
        )

    def _passage(self, passage: Passage) -> Element:
        return element(
            "p",
            passage.text,
            *self._notes(passage),
            attributes={"eId": self._of.own_id(passage.id)},
        )

    def _notes(self, passage: Passage) -> Iterator[Element]:
        for placed in self._of.notes.get(passage.id, ()):
            self._marker += 1
            href, marker = f"#{note_id(placed)}", str(self._marker)
            yield element("noteRef", attributes={"href": href, "marker": marker})

    def _report(self) -> Element:
        sections = [
            self._section(section) for section in self._of.witness.sections if section.passages
        ]
        return element("mainBody", *(sections or [element("p", NO_PASSAGES)]))

    def _section(self, section: Section) -> Element:
        heading = one_line(section.heading)
        return element(
            "section",
            element("heading", heading) if heading else None,
            element("content", *map(self._passage, section.passages)),
            attributes={"eId": self._of.own_id(section.id)},
        )
