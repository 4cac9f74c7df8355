"""Corpora of any size, recombined from the five sources with other names and numbers.

A briefing takes the frame of one source and questions with their answers from all transcripts (or,
for one in five, sections from all articles).  Long paragraphs get sentences from all sources, names
of persons are exchanged one for one, every number but a year gets other digits, and each briefing
has a day of its own; so people, outlets, dates and figures grow with the corpus, no two briefings
tell one event, and lengths and layout stay those of real texts.
"""

from __future__ import annotations

import datetime
import hashlib
import random
import re
from dataclasses import dataclass
from pathlib import Path

from briefings import pipeline
from briefings.model import Briefing, Corpus, Section, Speaker, Turn
from briefings.problems import Problems
from tests.command import FIVE

ROOT = Path(__file__).parents[1]
_FIRST_DAY = datetime.date(1995, 1, 2)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SYLLABLES = "ba de fi go lu mai nen pao rui san tong wei xin yao zhu ke lin hui dan qi".split()


@dataclass(frozen=True, slots=True)
class _Material:
    """What briefings are made of: frames, exchanges and sections."""

    frames: tuple[Briefing, ...]
    exchanges: tuple[tuple[Turn, ...], ...]
    sections: tuple[Section, ...]
    sentences: tuple[str, ...]
    names: tuple[str, ...]


def write(folder: Path, size: int) -> Path:
    """Seeds of `size` briefings in a folder of their own, made once; returns that folder."""
    seeds = folder / f"corpus-{size}" / "seeds"
    done = seeds.parent / "done"
    if done.exists():
        return seeds
    seeds.mkdir(parents=True, exist_ok=True)
    material = _material()
    sums = []
    for number in range(size):
        name = f"{number:05}_recombined.txt"
        text = _article(material, number) if number % 5 == 4 else _transcript(material, number)
        (seeds / name).write_text(text, encoding="utf-8")
        sums.append(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n")
    (seeds / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    done.touch()
    return seeds


def _material() -> _Material:
    corpus: Corpus = pipeline.gather(FIVE / "seeds", FIVE / "editorial", Problems())
    exchanges = []
    for briefing in corpus.briefings:
        turns = {turn.id: turn for turn in briefing.primary.turns}
        for exchange in briefing.exchanges:
            ids = (exchange.question, *exchange.handovers, *exchange.answers)
            exchanges.append(tuple(turns[id_] for id_ in ids))
    return _Material(
        frames=tuple(briefing for briefing in corpus.briefings if briefing.primary.turns),
        exchanges=tuple(exchanges),
        sections=tuple(
            section
            for briefing in corpus.briefings
            for witness in briefing.witnesses
            for section in witness.sections
        ),
        sentences=tuple(
            sentence
            for briefing in corpus.briefings
            for witness in briefing.witnesses
            for passage in witness.passages
            for sentence in _SENTENCES.split(passage.text)
        ),
        names=tuple(person.name for person in corpus.people),
    )


def _transcript(material: _Material, number: int) -> str:
    chance = random.Random(number)
    frame = material.frames[number % len(material.frames)]
    day = _FIRST_DAY + datetime.timedelta(days=7 * number)
    exchanges = chance.sample(material.exchanges, min(11, len(material.exchanges)))
    opening = frame.primary.turns[:3]
    listed = [
        participant
        for participant in frame.participants
        if participant.source == frame.primary.source.id
    ]
    chair = next((participant for participant in listed if participant.chair), listed[0])
    others = {participant.name: participant for participant in listed if not participant.chair}
    blocks = [
        f"Ministry holds press conference on matter {number} of public safety",
        f"Beijing | 10 a.m. {day:%B} {day.day}, {day.year}",
        "Speakers:",
        *(f"{one.name}, {one.role}" for one in others.values()),
        "Chairperson:",
        f"{chair.name}, {chair.role}",
    ]
    for turn in (*opening, *(turn for exchange in exchanges for turn in exchange)):
        blocks.append(f"{_label(turn.speaker, chair.name)}:")
        # A short paragraph opens, asks or hands over: without it no exchange would be found.
        blocks += [_recombined(passage.text, material, chance, 3) for passage in turn.passages]
    blocks += [f"{chair.name}:", "That concludes today's press conference. Thank you all."]
    return _changed("\n\n".join(blocks), material.names, chance, day.year) + "\n"


def _recombined(text: str, material: _Material, chance: random.Random, least: int) -> str:
    """As many sentences, but any; what is shorter than `least` stays as it is."""
    count = len(_SENTENCES.split(text))
    return text if count < least else " ".join(chance.sample(material.sentences, count))


def _label(speaker: Speaker, chair: str) -> str:
    if speaker.kind == "chair":
        return chair
    return speaker.name or "Channel One"


def _article(material: _Material, number: int) -> str:
    chance = random.Random(number)
    day = _FIRST_DAY + datetime.timedelta(days=7 * number)
    blocks = [
        f"Public safety in the year {day.year}: report {number}",
        f"{day:%B} {day.day}, {day.year}",
    ]
    for section in chance.sample(material.sections, min(4, len(material.sections))):
        blocks += [section.heading] if section.heading else []
        blocks += [_recombined(passage.text, material, chance, 1) for passage in section.passages]
    return _changed("\n\n".join(blocks), material.names, chance, day.year) + "\n"


def with_other_numbers(text: str, chance: random.Random) -> str:
    """A text with every number exchanged but for years, those of its heading too."""
    return _NUMBER.sub(lambda found: _number(found.group(), chance, 9999), text)


def _changed(text: str, names: tuple[str, ...], chance: random.Random, year: int) -> str:
    """Other names, other numbers, and years moved along with the briefing's day."""
    # The title and the line with the date keep their numbers.
    head, body = text.split("\n\n", 2)[:2], text.split("\n\n", 2)[2]
    body = _NUMBER.sub(lambda found: _number(found.group(), chance, year), body)
    renamed = {name: _name(chance) for name in names}
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    return "\n\n".join([*head, pattern.sub(lambda found: renamed[found.group()], body)])


def _number(printed: str, chance: random.Random, year: int) -> str:
    if _YEAR.fullmatch(printed):
        return str(min(year, int(printed)))
    digits = [
        str(chance.randint(1, 9)) if character.isdigit() else character for character in printed
    ]
    return "".join(digits)


def _name(chance: random.Random) -> str:
    family, one, other = (chance.choice(_SYLLABLES) for _ in range(3))
    return f"{family.capitalize()} {one.capitalize()}{other}"
