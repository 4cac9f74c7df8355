"""The declarations in the root of the TEI corpus: how the texts were processed, and how they were
not.
"""

from __future__ import annotations

from collections.abc import Iterable

from .elements import Element, element

_PROJECT = (
    "Texts of press briefings, word for word as their publishers gave them, put together by "
    "{name}. They are encoded after ParlaMint, which is made for parliaments; what follows says "
    "where a press briefing is not one. A file of the corpus holds one text of one briefing. Where "
    "several texts tell of one briefing, each has a file: @ana says which is the primary text, the "
    "fullest one. Count speeches in primary texts only.",
    "A transcript is made of utterances. A written report of a briefing has none, even where it "
    "quotes: its paragraphs are notes of the type report.",
    "Nothing was guessed. Sex, birth and party are given of nobody, because no text gives them. A "
    "name is divided into surname and forename only where it is known which part is which; any "
    "other name stands whole, in a term. A speaker whom the text does not name has no @who.",
    "Of the schema's words for organisations and for what people are in them, the widest are used: "
    "institution and member. roleName has the office as a text prints it, @when the day of that "
    "text, and @source leads to the line. An entry whose id begins with asker stands for whoever "
    "asked for a news organisation: the texts name the organisation, not the person, and several "
    "people may have asked.",
    "A date whose year is not known cannot be written in @when: its words say what is known, and "
    "@notBefore holds the year 1, which says nothing. An address under address-not-known.invalid "
    "stands where the schema wants one and the site had none when the file was made. "
    "publicationStmt has the newest day that the file names, of a file that names none the newest "
    "of the corpus, and 1970-01-01 where no text names any.",
    "The licence in availability is for what the editors made. The words of the texts remain their "
    "publishers', as far as there are rights in them.",
)
_DECLARED = {
    "correction": (
        "Nothing was corrected: mistakes of the texts stand as they are. Notes of the type "
        "annotation say of some what seems to be meant; they are the editors', signed and dated.",
    ),
    "normalization": (
        "Each run of white space is one blank, and none stands at the ends of a passage; nothing "
        "else was changed. A character that XML cannot hold is written as U+FFFD, one for one, so "
        "that offsets into a passage stay right.",
    ),
    "hyphenation": ("Hyphens stand as in the texts; no word was put together.",),
    "quotation": ("Quotation marks stand as in the texts, and quotations are not marked up.",),
}
_SEGMENTATION = (
    "An utterance is a turn: what one speaker says before another does. A segment is a "
    "paragraph of it, and its text is that of the passage in the other data, letter for "
    "letter; @n is its anchor on the site, and @corresp leads there and to its first line in "
    "the text as received. What a text reports of the room (laughter, say) stands where it "
    "stands in the text, inside a segment, and is not marked up.",
    "Questions that are handed over: the turns of one question form a section of their own, "
    "with its number in @n. @ana says of each turn whether it asks, hands over, answers or is "
    "none of these; @corresp leads from a hand-over to the question and to the answers it was "
    "passed on to, and from an answer to its question. ParlaMint's listRelation is for "
    "relations between organisations, with five names, none of which is this.",
)
_WITHOUT_SENTENCES = (
    "Sentences and words are not marked up. ParlaMint has sentences only where every word has its "
    "lemma, its form and its place in the syntax, and no such annotation was made. A release has "
    "the same texts with sentences, in the folder tei-sentences."
)
_WITH_SENTENCES = (
    "Sentences are marked up by a rule that knows abbreviations and numbers; the id of one is that "
    "of its passage and its number. Words are not: no lemma, form or syntax was annotated. In this "
    "the files go beyond ParlaMint, which has s only where each word is annotated; without s they "
    "stand in the published data, in the folder tei."
)


def project_description(name: str) -> Element:
    """What the corpus is, and how it uses ParlaMint's schema."""
    return element("projectDesc", *_paragraphs([text.format(name=name) for text in _PROJECT]))


def editorial_declaration(sentences: bool) -> Element:
    """How the text was processed, in the order that the schema requires, segmentation last."""
    declarations = [element(name, *_paragraphs(texts)) for name, texts in _DECLARED.items()]
    segmentation = (*_SEGMENTATION, _WITH_SENTENCES if sentences else _WITHOUT_SENTENCES)
    return element(
        "editorialDecl", *declarations, element("segmentation", *_paragraphs(segmentation))
    )


def _paragraphs(texts: Iterable[str]) -> list[Element]:
    return [element("p", text) for text in texts]
