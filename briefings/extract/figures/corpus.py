"""The figures of a corpus, each with a permanent id, its speaker, and all places that state it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import itemgetter

from briefings.isolation import FIGURES, Part, attempt
from briefings.languages import Language, language_of
from briefings.model import Briefing, Corpus, Mode, Passage, Place, Quoted, Witness
from briefings.model.figures import Extraction, Figure, FigureContext, Refused, Stated
from briefings.problems import Problems

from .assemble import extract
from .attribution import named_speaker
from .tokens import read

# A passage without a digit or a number word has no figures; most passages have neither.
_DIGIT = re.compile(r"\d")
# How many passages back a report's time frame or the start of a campaign is looked for.
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class _Attributed:
    """A passage with what is known about it before its text is read."""

    briefing: str
    witness: Witness
    passage: Passage
    context: FigureContext
    speaker: str | None
    name: str | None


def figures(corpus: Corpus, problems: Problems | None = None) -> tuple[Figure, ...]:
    """Return every figure of a corpus, in the order of briefings and texts."""
    prefixes = id_prefixes((briefing.slug, briefing.date) for briefing in corpus.briefings)
    quoted: dict[str, list[tuple[str, Quoted]]] = defaultdict(list)
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for person in corpus.people:
        for quotation in person.quoted:
            quoted[quotation.place.briefing].append((person.id, quotation))
            names[quotation.place.briefing][person.id] = person.name
    return tuple(
        figure
        for briefing in corpus.briefings
        for figure in figures_of(
            briefing, prefixes[briefing.slug], quoted[briefing.slug], names[briefing.slug], problems
        )
    )


def figures_of(
    briefing: Briefing,
    prefix: str,
    quoted: Iterable[tuple[str, Quoted]],
    names: Mapping[str, str],
    problems: Problems | None = None,
) -> tuple[Figure, ...]:
    """Return the figures of one briefing, in the order of its texts.

    `prefix` is the start of their ids (`id_prefixes`). `quoted` are the people whom its articles
    quote (`quotations_of`), and `names` maps their ids to names. If another text of the briefing,
    or a later passage of the same text, repeats a sentence verbatim, its figures are one statement
    with several places.
    """
    collected: list[Figure] = []
    repeats: dict[int, list[Place]] = defaultdict(list)
    number_of: dict[tuple[str, int, str], int] = {}
    speeches = _speeches(quoted, names)
    for attributed in _passages(briefing):
        passage, witness = attributed.passage, attributed.witness
        extraction, sentences = _read(attributed, problems)
        sentence_texts = [passage.text[start:end].strip() for start, end in sentences]
        language = language_of(witness.language)
        for n, stated in enumerate(extraction.figures, 1):
            place = _place(attributed, stated.start, stated.end)
            number = bisect_right(sentences, stated.start, key=itemgetter(0)) - 1
            sentence = sentence_texts[number]
            key = (sentence, stated.start - sentences[number][0], stated.quote)
            speaker, name, mode = _speaker(attributed, place, speeches)
            if name is None and witness.sections:
                name = named_speaker(passage.text, sentences, stated.start, language) or None
            earlier = number_of.get(key)
            if earlier is not None:
                last = repeats[earlier][-1] if earlier in repeats else collected[earlier].place
                if _same(collected[earlier], last, speaker, passage.id):
                    repeats[earlier].append(place)
                    continue
            number_of.setdefault(key, len(collected))
            id_ = f"{prefix}-{passage.id}-f{n}"
            collected.append(
                Figure(
                    id_,
                    (place,),
                    stated,
                    sentence,
                    briefing.date,
                    speaker,
                    name,
                    mode,
                    witness.settings.quality,
                    language.code,
                )
            )
    return tuple(
        replace(figure, places=(*figure.places, *repeats[n])) if repeats.get(n) else figure
        for n, figure in enumerate(collected)
    )


def refused(corpus: Corpus, problems: Problems | None = None) -> tuple[Refused, ...]:
    """Return every number that is not a figure, with the rule that refuses it, in text order."""
    return tuple(
        number for briefing in corpus.briefings for number in refused_of(briefing, problems)
    )


def refused_of(briefing: Briefing, problems: Problems | None = None) -> tuple[Refused, ...]:
    """Return the numbers of one briefing that are not figures, in the order of its texts."""
    return tuple(
        Refused(_place(attributed, refusal.start, refusal.end), refusal)
        for attributed in _passages(briefing)
        for refusal in _read(attributed, problems)[0].refusals
    )


def _read(
    attributed: _Attributed, problems: Problems | None
) -> tuple[Extraction, list[tuple[int, int]]]:
    """Return the figures and refusals of a passage, and the spans of its sentences."""
    text = attributed.passage.text
    nothing: tuple[Extraction, list[tuple[int, int]]] = Extraction((), ()), []
    language = language_of(attributed.witness.language)
    if not (_DIGIT.search(text) or language.numerals.number_word.search(text)):
        return nothing

    def read_passage() -> tuple[Extraction, list[tuple[int, int]]]:
        return extract(text, attributed.context, language), _sentences(text, language)

    part = Part(attributed.witness.source.path, attributed.passage.line, text)
    return attempt(FIGURES, part, read_passage, nothing, problems)


def explain(corpus: Corpus, problems: Problems | None = None) -> Iterator[str]:
    """Yield one line for each number of the corpus: how it was read, or why it was refused."""
    files = {
        witness.source.id: witness.source.path
        for briefing in corpus.briefings
        for witness in briefing.witnesses
    }
    lines: list[tuple[str, int, int, str]] = []
    for figure in corpus.figures:
        lines += [
            (place.source, place.line, place.offsets[0], _described(figure.stated))
            for place in figure.places
        ]
    for number in refused(corpus, problems):
        place = number.place
        description = f"{number.refusal.token!r} is no figure: {number.refusal.rule}"
        lines.append((place.source, place.line, place.offsets[0], description))
    for source, line, start, description in sorted(lines):
        yield f"{files[source]}:{line}: {start}: {description}"


def _described(stated: Stated) -> str:
    change = f" {stated.role} {stated.direction}".rstrip() if stated.role != "level" else ""
    about = f" of {stated.subject}" if stated.subject else ""
    period = f" ({stated.period})" if stated.period else ""
    return (
        f"{stated.quote!r} {stated.comparator} {stated.value} {stated.unit}{change}{about}{period}"
    )


def id_prefixes(briefings: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Return the prefixes of figure ids by slug, given the slugs and dates of briefings.

    A prefix is the date if only one briefing has it, or else the slug.

    >>> id_prefixes([("2021-05-04-fish", "2021-05-04"), ("undated-nets", None)])
    {'2021-05-04-fish': '2021-05-04', 'undated-nets': 'undated-nets'}
    """
    slugs_and_dates = list(briefings)
    days = Counter(date for _, date in slugs_and_dates)
    return {
        slug: date if date and not date.startswith("-") and days[date] == 1 else slug
        for slug, date in slugs_and_dates
    }


def _passages(briefing: Briefing) -> Iterator[_Attributed]:
    for witness in briefing.witnesses:
        date = briefing.date or witness.date
        for turn in witness.turns:
            speaker = turn.speaker
            earlier: list[str] = []
            for passage in turn.passages:
                context = FigureContext(date, tuple(earlier[-_BEFORE:]), speaker.kind == "chair")
                name = speaker.name or speaker.label
                yield _Attributed(briefing.slug, witness, passage, context, speaker.id, name)
                earlier.append(passage.text)
        earlier = []
        for section in witness.sections:
            for passage in section.passages:
                context = FigureContext(date, tuple(earlier[-_BEFORE:]))
                yield _Attributed(briefing.slug, witness, passage, context, None, None)
                earlier.append(passage.text)


def _place(attributed: _Attributed, start: int, end: int) -> Place:
    passage = attributed.passage
    source = attributed.witness.source.id
    return Place(attributed.briefing, source, passage.id, passage.line, start, end)


def _sentences(text: str, language: Language) -> list[tuple[int, int]]:
    tokens = read(text, language)
    starts = [tokens.tokens[first_token].start for first_token, _ in tokens.bounds]
    return list(zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True))


def _same(figure: Figure, last_place: Place, speaker: str | None, passage: str) -> bool:
    """Return whether a repeated sentence is the same statement.

    It must be by the same person, as far as known, and not in the passage that stated it last
    (passages are read in order).
    """
    elsewhere = last_place.passage != passage
    return elsewhere and (figure.speaker == speaker or figure.speaker is None or speaker is None)


# For each passage of an article, the spans in which a person is quoted or reported: start, end,
# person id, name and mode.
_Speeches = dict[str | None, list[tuple[int, int, str, str, Mode]]]


def _speeches(quoted: Iterable[tuple[str, Quoted]], names: Mapping[str, str]) -> _Speeches:
    speeches: _Speeches = defaultdict(list)
    for person, quotation in quoted:
        place = quotation.place
        span = (*place.offsets, person, names[person], quotation.mode)
        speeches[place.passage].append(span)
    return speeches


def _speaker(
    attributed: _Attributed, place: Place, speeches: _Speeches
) -> tuple[str | None, str | None, Mode]:
    """Return (id, name, mode) of who states a figure: the speaker of its turn, or whom the article
    quotes there.

    Direct speech takes precedence over reported speech. If a passage reports several people, nobody
    is named.
    """
    if attributed.speaker is not None or attributed.name is not None:
        return attributed.speaker, attributed.name, "direct"
    start, end = place.offsets
    around = [
        span for span in speeches.get(place.passage, ()) if span[0] <= start and end <= span[1]
    ]
    direct = [span for span in around if span[4] == "direct"]
    people = {span[2] for span in direct or around}
    if len(people) != 1:
        return None, None, "reported" if attributed.witness.sections else "direct"
    _, _, person, name, mode = (direct or around)[0]
    return person, name, mode
