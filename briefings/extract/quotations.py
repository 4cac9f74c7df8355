"""Find passages of articles that quote a person or report what they said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from ..isolation import QUOTATIONS, Part, attempt
from ..languages import language_of
from ..languages.speaking import Speech
from ..model import Briefing, Corpus, Place, Quoted
from ..problems import Problems

_NEAR = 200


def quotations(corpus: Corpus, problems: Problems | None = None) -> Corpus:
    """Return the corpus with each person's `quoted`: direct speech by span, reported speech by
    passage."""
    quoted: dict[str, list[Quoted]] = defaultdict(list)
    for briefing in corpus.briefings:
        mentioned = {
            passage.id: corpus.mentions[briefing.slug, passage.id]
            for witness in briefing.witnesses
            for passage in witness.passages
            if (briefing.slug, passage.id) in corpus.mentions
        }
        for person, speech in quotations_of(briefing, mentioned, problems):
            quoted[person].append(speech)
    people = tuple(replace(p, quoted=tuple(quoted.get(p.id, ()))) for p in corpus.people)
    return replace(corpus, people=people)


def quotations_of(
    briefing: Briefing,
    mentions: Mapping[str, tuple[tuple[Place, str], ...]],
    problems: Problems | None = None,
) -> tuple[tuple[str, Quoted], ...]:
    """Return (person id, quotation) for the articles of a briefing, in the order of the texts.

    `mentions` are those of each passage, by its id (`mentions_of`). A passage that begins with "He
    said" is attributed to the person last named before it in the article. Speech whose speaker the
    article does not name is left unattributed.
    """
    attributed: list[tuple[str, Quoted]] = []
    for witness in briefing.witnesses:
        last_person: str | None = None
        speech = language_of(witness.language).speech
        for passage in (passage for section in witness.sections for passage in section.passages):
            mentioned = mentions.get(passage.id, ())
            if not mentioned and not (last_person and speech.pronoun.match(passage.text)):
                continue
            place = Place(briefing.slug, witness.source.id, passage.id, passage.line)
            if mentioned:
                last_person = mentioned[-1][1]
            nobody: list[tuple[str, Quoted]] = []
            attributed += attempt(
                QUOTATIONS, Part(witness.source.path, passage.line, passage.text),
                partial(_speech, passage.text, place, mentioned, last_person, speech),
                nobody, problems,
            )  # fmt: skip
    return tuple(attributed)


def _speech(
    text: str,
    place: Place,
    mentioned: tuple[tuple[Place, str], ...],
    last_person: str | None,
    speech: Speech,
) -> list[tuple[str, Quoted]]:
    if not mentioned and last_person:
        return [(last_person, Quoted(replace(place, start=0, end=len(text)), "reported"))]
    if not mentioned or not speech.attributed.search(text):
        return []
    speakers = {person for _, person in mentioned}
    attributed: list[tuple[str, Quoted]] = []
    for quote in speech.quote.finditer(text):
        near = [
            person
            for mention, person in mentioned
            if mention.start is not None
            and (
                0 <= mention.start - quote.end() < _NEAR
                or 0 <= quote.start() - (mention.end or 0) < _NEAR
            )
        ]
        # A phrase in quotation marks within a sentence is not speech; speech ends like a sentence.
        ends = quote.group(1).rstrip()[-1] in ".,!?…"
        if ends and (near or len(speakers) == 1):
            person = near[0] if near else next(iter(speakers))
            attributed.append(
                (person, Quoted(replace(place, start=quote.start(1), end=quote.end(1)), "direct"))
            )
    covered = {person for person, _ in attributed}
    for _, person in mentioned:
        if person not in covered:
            covered.add(person)
            attributed.append((person, Quoted(replace(place, start=0, end=len(text)), "reported")))
    return attributed
