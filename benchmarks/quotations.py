"""How right the checker of quotations is (`make bench ARGS=quotations`).

    python -m benchmarks quotations [--seeds DIR ...] [--others DIR ...] [--count N] [--wrong KIND]

Takes sentences of the texts (the five sources, or the folders given), changes their typography, or
a number, a word or two, the spelling, a contraction, a clause, or joins the halves of two, and asks
for each.  Sentences of `--others`, which are texts of other events, should be found nowhere; those
whose words do stand in a text are left out.  Printed are the shares that were judged and located
rightly, with the goal of each kind.  `--wrong` lists what went wrong.  Always the same sentences.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import corpus as recombined
from briefings.engine.executing import Workers
from briefings.engine.store import Store
from briefings.gathering import gather_all
from briefings.model import Corpus
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.quotations.answers import Texts, answer
from briefings.quotations.corpus import texts_of
from tests.command import FIVE

KEPT = recombined.ROOT / ".build" / "bench" / "quotations"
_BREAK = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“‘']?[A-Z])")
_LEAST, _MOST = 5, 70
_BARE = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with where it stands."""

    text: str
    source: str
    passage: str
    briefing: str


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of one or two sentences, and the verdict that is right for it."""

    text: str
    verdicts: tuple[str, ...]
    of: tuple[Sentence, ...]


Change = Callable[[Sentence, random.Random, Sequence[str]], str | None]
"""Changes a sentence, perhaps by one of some words; None where it has nothing to change."""


def main(arguments: Sequence[str] = ()) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks quotations", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--seeds", type=Path, nargs="+", default=[FIVE / "seeds"])
    parser.add_argument("--others", type=Path, nargs="+", default=[])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--wrong", metavar="KIND", help="list what went wrong of a kind")
    options = parser.parse_args(arguments)
    kinds: dict[str, tuple[float, list[Made], list[tuple[Made, dict[str, Any]]]]] = {}
    share = options.count // (len(_KINDS) + 3)
    chance = random.Random(10)
    seconds, asked = 0.0, 0
    for seeds in options.seeds:
        corpus = corpus_of(seeds)
        texts = texts_of(corpus, Store(KEPT))
        own = list(_sentences(corpus))
        made = _made(own, share // len(options.seeds), chance)
        plain = _plain(corpus)
        foreign = [
            Made(one.text, (), (one,))
            for other in options.others
            if other.resolve() != seeds.resolve()
            for one in _sentences(corpus_of(other))
            if not _stands(one.text, plain)
        ]
        chance.shuffle(foreign)
        made["of other texts"] = (0.005, foreign[: share * 2])
        for kind, (goal, several) in made.items():
            started = time.perf_counter()
            wrong = list(_wrong(several, texts))
            seconds, asked = seconds + time.perf_counter() - started, asked + len(several)
            _, before, failed = kinds.setdefault(kind, (goal, [], []))
            before += several
            failed += wrong
    _print(kinds)
    print(f"{asked:,} quotations, {1000 * seconds / max(1, asked):.1f} ms each")
    for one, said in kinds.get(options.wrong, (0, [], []))[2]:
        print(f"\n{said['verdict']}: {one.text}")
        for sentence in one.of:
            print(f"    {sentence.source} {sentence.passage}: {sentence.text}")
        for match in said["matches"][:3]:
            differences = [(d["kind"], d["given"], d["stands"]) for d in match["differences"]]
            place = f"{match['source']} {match['passage']}"
            print(f"  > {place} {match['likeness']}: {match['quote']} {differences}")
    return 0


def sample(corpus: Corpus, count: int) -> list[str]:
    """Quotations of every kind; always the same."""
    kinds = _made(list(_sentences(corpus)), count // (len(_KINDS) + 1), random.Random(10))
    return [one.text for _, made in kinds.values() for one in made]


def corpus_of(seeds: Path) -> Corpus:
    editorial = seeds.resolve().parent / "editorial"
    return gather_all(
        seeds, editorial, Problems(), Progress(quiet=True), True, Store(KEPT), Workers(count=1)
    ).corpus


def _sentences(corpus: Corpus) -> Iterator[Sentence]:
    """Sentences as somebody else would part them: not by the program's own rules."""
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            for passage in witness.passages:
                for text in _BREAK.split(passage.text):
                    if _LEAST <= len(text.split()) <= _MOST:
                        yield Sentence(text.strip(), witness.source.id, passage.id, briefing.slug)


def _plain(corpus: Corpus) -> str:
    """All texts as bare words."""
    return " | ".join(
        _bare(passage.text)
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    )


def _bare(text: str) -> str:
    return f" {' '.join(_BARE.findall(text.casefold()))} "


def _stands(text: str, plain: str) -> bool:
    return _bare(text) in plain


def _made(
    own: Sequence[Sentence], share: int, chance: random.Random
) -> dict[str, tuple[float, list[Made]]]:
    """So many quotations of each kind."""
    words = sorted(
        {word for passage in own for word in _WORD.findall(passage.text) if word.islower()}
    )
    by_kind: dict[str, tuple[float, list[Made]]] = {}
    for kind, goal, verdict, change in _KINDS:
        quotations: list[Made] = []
        for passage in chance.sample(list(own), len(own)) * 8:
            if len(quotations) == share:
                break
            text = change(passage, chance, words)
            if text is not None and text != passage.text:
                quotations.append(Made(text, verdict, (passage,)))
        by_kind[kind] = (goal, quotations)
    joined = [_joined(own, chance) for _ in range(share)]
    by_kind["joined"] = (0.95, [one for one in joined if one])
    return by_kind


def _wrong(quotations: Sequence[Made], texts: Texts) -> Iterator[tuple[Made, dict[str, Any]]]:
    for quotation in quotations:
        answered = answer(quotation.text, texts)
        if not quotation.verdicts:
            if answered["verdict"] in ("verbatim", "altered", "joined"):
                yield quotation, answered
        elif answered["verdict"] not in quotation.verdicts or not _located(quotation, answered):
            yield quotation, answered


def _located(quotation: Made, answered: dict[str, Any]) -> bool:
    """Whether each sentence is among the places, or one of the same words."""
    return all(
        any(
            (match["source"], match["passage"]) == (place.source, place.passage)
            or _bare(place.text) in _bare(match["sentence"])
            or (len(quotation.of) > 1 and _bare(match["quote"]) in _bare(place.text))
            for match in answered["matches"]
        )
        for place in quotation.of
    )


def _print(
    kinds: dict[str, tuple[float, list[Made], list[tuple[Made, dict[str, Any]]]]],
) -> None:
    table = Table(title="Quotations judged and located")
    for column in ("kind", "quotations", "right", "goal", "verdicts of the others"):
        table.add_column(column, justify="left" if column in ("kind",) else "right")
    for kind, (goal, made, wrong) in kinds.items():
        if not made:
            continue
        foreign = not made[0].verdicts
        verdicts: dict[str, int] = {}
        for _, answered in wrong:
            verdicts[answered["verdict"]] = verdicts.get(answered["verdict"], 0) + 1
        share = len(wrong) / len(made)
        table.add_row(
            kind, f"{len(made):,}", f"{share if foreign else 1 - share:.4f}",
            f"{'≤' if foreign else '≥'} {goal}",
            ", ".join(f"{n} {verdict}" for verdict, n in sorted(verdicts.items())),
        )  # fmt: skip
    Console(width=120).print(table)


def _typography(passage: Sentence, chance: random.Random, _: Sequence[str]) -> str | None:
    text = passage.text
    for change in chance.sample(_LOOKS, 3):
        text = change(text)
    return text


_LOOKS: list[Callable[[str], str]] = [
    lambda text: text.replace('"', "”").replace("'", "’"),
    lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'"),
    lambda text: text.replace("-", "‑").replace("—", " - ").replace("–", "-"),
    lambda text: text.replace(" ", "\u00a0", 3),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    lambda text: re.sub(r"(?<=\d)%", " per cent", text),
    lambda text: re.sub(r"(?<=\d) percent\b", "%", text),
    lambda text: re.sub(r"(?<=\d),(?=\d{3}\b)", "", text),
    lambda text: text.upper(),
    lambda text: f"“{text.rstrip('.')}”",
    lambda text: text.rstrip(".!?"),
    lambda text: text.translate({n: n + 0xFEE0 for n in range(0x30, 0x3A)}),
    lambda text: re.sub(r"(\w{4})(\w{4})", "\\1\u00ad\\2", text),
    lambda text: text.replace(" and ", "\nand ").replace(" the ", "\tthe "),
]


def _number(passage: Sentence, chance: random.Random, _: Sequence[str]) -> str | None:
    digits = list(re.finditer(r"\d", passage.text))
    if not digits:
        return None
    at = chance.choice(digits).start()
    digit = chance.choice([n for n in "123456789" if n != passage.text[at]])
    return passage.text[:at] + digit + passage.text[at + 1 :]


def _word(passage: Sentence, chance: random.Random, words: Sequence[str]) -> str | None:
    matches = [match for match in _WORD.finditer(passage.text) if match[0].islower()]
    if len(matches) < 4:
        return None
    at = chance.choice(matches)
    other = chance.choice([word for word in chance.sample(words, 5) if word != at[0]])
    return passage.text[: at.start()] + other + passage.text[at.end() :]


def _two_words(passage: Sentence, chance: random.Random, words: Sequence[str]) -> str | None:
    if len(passage.text.split()) < 10:
        return None
    text = _word(passage, chance, words)
    return text and _word(Sentence(text, "", "", ""), chance, words)


_SPELLINGS = [
    ("ize", "ise"), ("izing", "ising"), ("ized", "ised"), ("ization", "isation"),
    ("labor", "labour"), ("center", "centre"), ("defense", "defence"), ("program", "programme"),
    ("favor", "favour"), ("honor", "honour"), ("neighbor", "neighbour"), ("behavior", "behaviour"),
    ("analyze", "analyse"), ("traveled", "travelled"), ("fulfill", "fulfil"), ("color", "colour"),
]  # fmt: skip


def _british(passage: Sentence, chance: random.Random, _: Sequence[str]) -> str | None:
    found = [
        re.sub(
            rf"(?<=[^\W_]{{2}}){a}\b" if a.startswith("i") else rf"\b{a}(?=s?\b)", b, passage.text
        )
        for a, b in (*_SPELLINGS, *((b, a) for a, b in _SPELLINGS))
    ]
    changed = [text for text in found if text != passage.text]
    return chance.choice(changed) if changed else None


_SHORTER = [
    ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("is not", "isn't"),
    ("are not", "aren't"), ("cannot", "can't"), ("will not", "won't"), ("we have", "we've"),
    ("We have", "We've"), ("we will", "we'll"), ("We will", "We'll"), ("it is", "it's"),
    ("It is", "It's"), ("I am", "I'm"), ("they are", "they're"), ("we are", "we're"),
    ("that is", "that's"), ("I would", "I'd"), ("has not", "hasn't"), ("have not", "haven't"),
]  # fmt: skip


def _contraction(passage: Sentence, chance: random.Random, _: Sequence[str]) -> str | None:
    straight = passage.text.replace("’", "'")
    changed = [
        re.sub(rf"\b{a}\b", b, straight)
        for a, b in (*_SHORTER, *((b, a) for a, b in _SHORTER))
        if re.search(rf"\b{a}\b", straight)
    ]
    return chance.choice(changed) if changed else None


def _clause(passage: Sentence, chance: random.Random, _: Sequence[str]) -> str | None:
    """Without one of its clauses, put as a whole sentence all the same."""
    parts = re.split(r",\s+", passage.text)
    if len(parts) < 3 or passage.text[-1:] not in ".!?" or not passage.text[:1].isupper():
        return None
    able = [n for n, part in enumerate(parts) if 2 <= len(part.split()) <= 15]
    if not able:
        return None
    dropped = chance.choice(able)
    remaining = ", ".join(part for n, part in enumerate(parts) if n != dropped)
    if len(remaining.split()) < 6:
        return None
    return remaining[:1].upper() + remaining[1:].rstrip(".!?") + passage.text[-1]


def _joined(own: Sequence[Sentence], chance: random.Random) -> Made | None:
    """The first half of one sentence and the second of another."""
    long = [passage for passage in own if len(passage.text.split()) >= 12]
    first, second = chance.sample(long, 2)
    a, b = first.text.split(), second.text.split()
    mark = chance.choice((" … ", " ... ", " [...] ", " . . . ", " ", ", ", " "))
    text = " ".join(a[: max(6, len(a) // 2)]).rstrip(",;:")
    text += mark + " ".join(b[-max(6, len(b) // 2) :])
    return Made(text, ("joined",), (first, second)) if first.passage != second.passage else None


_KINDS: tuple[tuple[str, float, tuple[str, ...], Change], ...] = (
    ("word for word", 1.0, ("verbatim",), _typography),
    ("a number changed", 0.98, ("altered",), _number),
    ("a word changed", 0.98, ("altered",), _word),
    ("two words changed", 0.98, ("altered",), _two_words),
    ("British or American", 0.98, ("altered",), _british),
    ("a contraction", 0.98, ("altered",), _contraction),
    ("a clause dropped", 0.98, ("altered",), _clause),
)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
