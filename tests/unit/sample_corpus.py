"""A small corpus made by hand: two briefings, three witnesses, every kind of page in it."""

from __future__ import annotations

from briefings.model import (
    Briefing,
    Change,
    Corpus,
    Credits,
    Exchange,
    Line,
    LinePart,
    Outlet,
    Participant,
    Passage,
    Person,
    Place,
    Quoted,
    RoleWording,
    Section,
    Settings,
    Source,
    Speaker,
    Topic,
    Turn,
    Witness,
)
from briefings.model.relations import Relations

FISH = "2021-05-04-fish"
UNDATED = "year-unknown-01-10-harbour"

CHAIR = Speaker("chair", "ada-chair", "Ada Chair", "Ada Chair")
BO = Speaker("official", "bo-fisher", "Bo Fisher", "Bo Fisher")
CY = Speaker("official", "cy-net", "Cy Net", "CY NETT")
PAPER = Speaker("outlet", "the-paper", "The Paper", "The Paper")
LOST = Speaker("unknown", None, None, None)

HOSTILE = "A <script>alert(1)</script> & *stars* {{ x }} `code` [link](x) 'quote' \"double\" #1"


def _turn(id_: str, speaker: Speaker, line: int, *texts: str) -> Turn:
    passages = tuple(
        Passage(f"{id_}p{n}", text, line + n, line + n) for n, text in enumerate(texts, 1)
    )
    return Turn(id_, speaker, passages, line)


def _source(id_: str, *lines: str) -> Source:
    return Source(id_, f"{id_}_x.txt", f"seeds/{id_}_x.txt", "ab" * 32, lines, "text")


FISH_LINES = (
    "Ministry holds a press conference on fish",
    "Ada Chair:",
    "Good morning. Mr. Fisher has the floor.",
    "",
    "Bo Fisher:",
    "We counted 12 fish.",
    HOSTILE,
    "The Paper:",
    "Good morning. How many nets are there, and who counts them? Thank you.",
    "Bo Fisher:",
    "Mr. Net will answer.",
    "CY NETT:",
    "There are 3 nets.",
    "We mend them.",
    "_page_break_",
    "What about boats?",
    "Bo Fisher:",
    "No comment.",
    "Ada Chair:",
    "Thank you. Note: nets.",
)

FISH_PRIMARY = Witness(
    source=_source("010", *FISH_LINES),
    settings=Settings(quality="official-translation", url="https://example.org/fish"),
    kind="transcript",
    title="Ministry holds a press conference on fish",
    date="2021-05-04",
    publisher="Ministry of Fish",
    participants=(),
    turns=(
        _turn("t1", CHAIR, 2, FISH_LINES[2]),
        _turn("t2", BO, 5, FISH_LINES[5], HOSTILE),
        _turn("t3", PAPER, 8, FISH_LINES[8]),
        _turn("t4", BO, 10, FISH_LINES[10]),
        _turn("t5", CY, 12, FISH_LINES[12], FISH_LINES[13]),
        _turn("t6", LOST, 15, FISH_LINES[15]),
        _turn("t7", BO, 17, FISH_LINES[17]),
        _turn("t8", CHAIR, 19, FISH_LINES[19]),
    ),
    credits=Credits(("Dee Words",), "The original prevails."),
    lines=(
        Line(1, "title"),
        Line(2, "label"),
        Line(3, "passage", "t1p1"),
        Line(5, "label"),
        Line(6, "passage", "t2p1"),
        Line(7, "passage", "t2p2"),
        Line(8, "label"),
        Line(9, "passage", "t3p1"),
        Line(10, "label"),
        Line(11, "passage", "t4p1"),
        Line(12, "label"),
        Line(13, "passage", "t5p1"),
        Line(14, "passage", "t5p2"),
        Line(15, "boilerplate", rule="page-break"),
        Line(16, "passage", "t6p1"),
        Line(17, "label"),
        Line(18, "passage", "t7p1"),
        Line(19, "label"),
        Line(
            20,
            "passage",
            "t8p1",
            parts=(LinePart("passage", 0, 10, "t8p1"), LinePart("notice", 11, 22)),
        ),
    ),
    briefing=FISH,
)

FISH_ARTICLE = Witness(
    source=_source(
        "011",
        "Nets and fish",
        "By Eve Pen",
        "Good morning. Mr. Fisher has the floor.",
        "Counting",
        "Bo Fisher said 12 fish were counted.",
        "“There are 3 nets,” he said.",
    ),
    settings=Settings(quality="rewritten", quality_basis="its synonyms are odd"),
    kind="article",
    title="Nets and fish",
    subtitle="A report",
    byline="Eve Pen",
    publisher="Daily Net",
    published="2021-05-05",
    sections=(
        Section(
            "011-s1",
            None,
            None,
            (Passage("011-s1p1", "Good morning. Mr. Fisher has the floor.", 3, 3),),
        ),
        Section(
            "011-s2",
            "Counting",
            4,
            (
                Passage("011-s2p1", "Bo Fisher said 12 fish were counted.", 5, 5),
                Passage("011-s2p2", "“There are 3 nets,” he said.", 6, 6, "011-s2p1"),
            ),
        ),
    ),
    lines=(
        Line(1, "title"),
        Line(2, "credit"),
        Line(3, "passage", "011-s1p1"),
        Line(4, "heading"),
        Line(5, "passage", "011-s2p1"),
        Line(6, "passage", "011-s2p2", repeats="011-s2p1"),
    ),
    briefing=FISH,
)

HARBOUR = Witness(
    source=_source("012", "The harbour was opened, Bo Fisher said."),
    settings=Settings(),
    kind="article",
    sections=(
        Section(
            "s1", None, None, (Passage("s1p1", "The harbour was opened, Bo Fisher said.", 1, 1),)
        ),
    ),
    lines=(Line(1, "passage", "s1p1"),),
    briefing=UNDATED,
)

PARTICIPANTS = (
    Participant(
        "ada-chair", "Ada Chair", "spokesperson of the ministry", "ministry", True, "010", 2
    ),
    Participant(
        "bo-fisher", "Bo Fisher", "head of the Fish Bureau", "Fish Bureau", False, "010", 3
    ),
    Participant("bo-fisher", "Bo Fisher", "director of fish", None, False, "011", 5, listed=False),
    Participant("cy-net", "Cy Net", None, None, False, "010", 12),
)


def _place(passage: str | None, line: int, source: str = "010", **span: int) -> Place:
    return Place(FISH, source, passage, line, **span)


# Each passage as one sentence: what is compared must be told apart.
SENTENCES = {
    (witness.briefing, passage.id): ((0, len(passage.text)),)
    for witness in (FISH_PRIMARY, FISH_ARTICLE, HARBOUR)
    for passage in witness.passages
}

CORPUS = Corpus(
    briefings=(
        Briefing(
            slug=FISH,
            title="Ministry holds a press conference on fish",
            title_by_editors=False,
            date="2021-05-04",
            time="10 a.m.",
            place="Harbour City",
            host="Ministry of Fish",
            series="Sea & shore",
            number=2,
            witnesses=(FISH_PRIMARY, FISH_ARTICLE),
            participants=PARTICIPANTS,
            exchanges=(
                Exchange("x1", "t3", ("t4",), ("t5",), ("nets",)),
                Exchange("x2", "t6", (), ("t7",)),
            ),
            section_topics=(("011-s2", ("nets",)),),
            passage_topics=(("011-s2p2", ("nets",)),),
            sources=(FISH_PRIMARY.source.id, FISH_ARTICLE.source.id),
        ),
        Briefing(
            slug=UNDATED,
            title="The harbour",
            title_by_editors=True,
            date="--01-10",
            time=None,
            place=None,
            host=None,
            series=None,
            number=None,
            witnesses=(HARBOUR,),
            participants=(),
            exchanges=(),
            sources=(HARBOUR.source.id,),
        ),
    ),
    people=(
        Person(
            "ada-chair",
            "Ada Chair",
            (),
            (
                RoleWording(
                    "spokesperson of the ministry", "ministry", "2021-05-04", _place(None, 2)
                ),
            ),
            (("t1", _place("t1p1", 3)), ("t8", _place("t8p1", 20))),
            (),
            (),
        ),
        Person(
            "bo-fisher",
            "Bo Fisher",
            ("B. Fisher",),
            (
                RoleWording(
                    "head of the Fish Bureau", "Fish Bureau", "2021-05-04", _place(None, 3)
                ),
                RoleWording("director of fish", None, "2021-05-05", _place("011-s2p1", 5, "011")),
            ),
            (("t2", _place("t2p1", 6)), ("t4", _place("t4p1", 11)), ("t7", _place("t7p1", 18))),
            (_place("t1p1", 3, start=14, end=24),),
            (
                Quoted(_place("011-s2p1", 5, "011"), "reported"),
                Quoted(Place(UNDATED, "012", "s1p1", 1), "reported"),
            ),
        ),
        Person("cy-net", "Cy Net", (), (), (("t5", _place("t5p1", 13)),), (), ()),
    ),
    outlets=(
        Outlet(
            "the-paper", "The Paper", ("Paper Daily",), (("t3", _place("t3p1", 9)),), "A daily."
        ),
    ),
    topics=(
        Topic(
            "nets",
            "Nets",
            "Nets and their mending.",
            ((FISH, "x1"),),
            ((FISH, "011-s2"),),
            (_place("011-s2p2", 6, "011", start=13, end=17),),
        ),
    ),
    unassigned=((FISH, "x2"), (UNDATED, "s1")),
    mentions={(FISH, "t1p1"): ((_place("t1p1", 3, start=14, end=24), "bo-fisher"),)},
    changes=(Change("2021-06-01", "A line was read as a label.", FISH),),
    relations=Relations(sentences=SENTENCES),
    redirects=(("briefings/old-fish/", f"briefings/{FISH}/"),),
)

EMPTY = Corpus((), (), (), (), ())
