"""Random briefings, generated from names, outlets and sentences: every turn must be recovered.

The parts of a text are known before it is written, so nothing is compared with the program's own
output.  The sentences contain the traps of the golden cases: colons, questions, names, dates.
"""

from __future__ import annotations

import html
import tempfile
import textwrap
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.pipeline import gather
from briefings.problems import Problems

GIVEN = [
    "Aino", "Tomasz", "Ngozi", "José-Luís", "Siobhán", "Mehdi", "Xiu", "Anneli", "Kwabena", "Zoë",
    "Rania", "Bohdan", "Ayumi",
]  # fmt: skip
FAMILY = [
    "Kettunen", "Wilk", "Adebayo-Clarke", "Sá Nogueira", "O'Rourke", "van der Berg", "Lin",
    "Petrović", "Nyström", "Haddad", "Hrytsenko", "Tachibana", "Mbeki",
]  # fmt: skip
OUTLETS = [
    "Selwyn Evening Post", "Radio Kestrel", "The Paper", "Cover News", "CNV", "Grace Digital",
    "Harbor & Coast News Agency", "Jade Mirror", "Channel 9", "Pine County Herald", "AFB",
    "Daily Lantern", "Phoenix-TV", "The Globe and Post", "L'Écho du Nord",
]  # fmt: skip
OFFICES = [
    "director general of the Ports Bureau of the Ministry of Trade",
    "vice minister of trade",
    "chief engineer of the Customs Office (CO)",
    "head of the Tariff Division",
]
SAID = [
    "In 2023 the ministry dredged 41 kilometers of channel, 12 more than in 2022.",
    "First: the contribution rises by one point. Second: it is paid monthly.",
    "The timetable goes as follows:",
    "Why did we not build it earlier? Because there was no money for it then.",
    'Mr. Li Wei of the ministry said on March 3, 2019: "No fee is raised twice."',
    "On your second question, we have nothing to add to what was said in May.",
    "The three measures are these: fewer forms, shorter ways, longer hours.",
    "It fell from 87.55% in 2012 to 8.62% in 2021, and has stayed there since.",
    "Next, the ministry will hold a press conference on tolls on July 25, 2025.",
    "Note: these figures are provisional.",
    "We thank the China Daily, the Selwyn Evening Post and all of you for your interest.",
]
ASKED = [
    "How much did the work cost, and who pays for it? Thank you.",
    "In recent years, fees have risen again and again. What is being done about it?",
    "I have two questions. First, when does it open? Second, who may enter? Thank you.",
    'You said last year: "No fee is raised twice." Does that still hold? Thank you.',
]
CHAIR_OPENS = "Good morning, and welcome to this press conference. Our speakers will begin."
CHAIR_CALLS = "The floor is now open for questions. Please name the outlet that you work for."
CHAIR_CLOSES = "That concludes today's press conference. Thank you, and goodbye."


@dataclass(frozen=True)
class Part:
    kind: str
    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Script:
    """A briefing before it is written down."""

    officials: tuple[str, ...]
    chair: str
    parts: tuple[Part, ...]
    one_line: bool
    headings: bool
    courtesy: bool
    breaks: bool
    layout: str


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    pairs = st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY))
    people = draw(
        st.lists(pairs, min_size=3, max_size=5, unique_by=(lambda x: x[0], lambda x: x[1]))
    )
    *officials, chair = [" ".join(pair) for pair in people]
    said = st.lists(st.sampled_from(SAID), min_size=1, max_size=4, unique=True).map(tuple)
    asked = st.sampled_from(ASKED).map(lambda text: (text,))
    speaks = st.sampled_from(officials)
    parts = [
        Part("chair", chair, (CHAIR_OPENS,)),
        Part("official", officials[0], draw(said)),
        Part("chair", chair, (CHAIR_CALLS,)),
    ]
    for outlet in draw(st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=5)):
        parts.append(Part("outlet", outlet, draw(asked)))
        answers = draw(speaks)
        if answers != officials[0] and draw(st.booleans()):
            hands = f"Thank you. I'd like to invite {answers} to answer this question."
            parts.append(Part("handover", officials[0], (hands,)))
        parts.append(Part("official", answers, draw(said)))
    parts.append(Part("chair", chair, (CHAIR_CLOSES,)))
    yes = st.booleans()
    return Script(
        tuple(officials), chair, tuple(parts), draw(yes), draw(yes), draw(yes), draw(yes),
        draw(st.sampled_from(sorted(LAYOUTS))),
    )  # fmt: skip


def as_text(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def as_wrapped(blocks: list[str]) -> str:
    """Paragraphs filled to 72 characters; the title's lines and the wide gap stay as they are."""
    return as_text(
        [
            textwrap.fill(one, 72, break_on_hyphens=False) if "\n" not in one else one
            for one in blocks
        ]
    )


def as_page(blocks: list[str], between: str = "\n") -> str:
    """A whole page; two lines of the first block are its title and its line of facts."""
    title, facts = (html.escape(line) for line in blocks[0].split("\n"))
    rest = [f"<p>{html.escape(block.strip())}</p>" for block in blocks[1:]]
    head = ["<!DOCTYPE html>", f"<html><head><title>{title}</title></head><body>",
            "<nav><a href='/'>Home</a></nav>", f"<h1>{title}</h1>", f"<p>{facts}</p>"]  # fmt: skip
    return between.join([*head, *rest, "<footer>Imprint</footer></body></html>"])


def as_broken_lines(blocks: list[str]) -> str:
    """One element whose paragraphs only `br` parts."""
    title, facts = (html.escape(line) for line in blocks[0].split("\n"))
    rest = "<br><br>\n".join(html.escape(block.strip()) for block in blocks[1:])
    return f"<html><body><h1>{title}</h1><div>{facts}</div>\n<div>{rest}</div></body></html>"


LAYOUTS = {
    "text": (".txt", as_text),
    "crlf": (".txt", lambda blocks: as_text(blocks).replace("\n", "\r\n")),
    "wrapped": (".txt", as_wrapped),
    "page": (".html", as_page),
    "one-line-page": (".html", lambda blocks: as_page(blocks, "")),
    "br": (".html", as_broken_lines),
}


def blocks_of(script: Script) -> list[str]:
    mr = "Ms. " if script.courtesy else ""
    offices = dict(zip(script.officials, OFFICES, strict=False))
    blocks = [
        "Ministry of Trade press conference on ports\nLys | 10 a.m. April 11, 2023",
        *(["Speakers:"] if script.headings else []),
        *(f"{mr}{name}, {offices[name]}" for name in script.officials),
        *(["Chairperson:"] if script.headings else []),
        # Where no heading parts the chair from the speakers, a wider gap does.
        ("" if script.headings else "\n")
        + f"{mr}{script.chair}, spokesperson of the Ministry of Trade",
    ]
    for part in script.parts:
        if script.breaks and part.kind == "outlet":
            blocks.append("_ueditor_page_break_tag_")
        if script.one_line:
            blocks += [f"{part.label}: {part.paragraphs[0]}", *part.paragraphs[1:]]
        else:
            blocks += [f"{part.label}:", *part.paragraphs]
    return blocks


@settings(max_examples=100,
          suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
@given(scripts())
def test_every_turn_comes_back(script: Script) -> None:
    suffix, write = LAYOUTS[script.layout]
    text = write(blocks_of(script))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"900_ports{suffix}").write_bytes(text.encode())
        corpus = gather(Path(folder), Path(folder, "none"), Problems())
    (briefing,) = corpus.briefings
    turns = [
        (turn.speaker.kind, turn.speaker.label, tuple(one.text for one in turn.passages))
        for turn in briefing.primary.turns
    ]
    assert turns == [
        (part.kind.replace("handover", "official"), part.label, part.paragraphs)
        for part in script.parts
    ], text
    assert [
        (one.question, one.handovers, one.answers) for one in briefing.exchanges
    ] == exchanges_of(script), text
    listed = [one for one in briefing.participants if one.listed]
    assert {one.name for one in listed} == {*script.officials, script.chair}
    assert {one.name for one in listed if one.chair} == {script.chair}
    assert briefing.date == "2023-04-11"
    numbers = [passage.line for passage in briefing.primary.passages]
    assert numbers == sorted(numbers)


def exchanges_of(script: Script) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    made: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
    for n, part in enumerate(script.parts):
        if part.kind == "outlet":
            hands = script.parts[n + 1].kind == "handover"
            made.append((f"t{n + 1}", (f"t{n + 2}",) if hands else (), (f"t{n + 2 + hands}",)))
    return made
