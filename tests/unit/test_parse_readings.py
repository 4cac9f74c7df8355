"""Test the whole parser on small texts: dates, times, speakers and kinds of line."""

from __future__ import annotations

import pytest

from briefings.clean import clean
from briefings.model import Editorial, Settings, Source
from briefings.parse import parse
from briefings.problems import Problems

from .test_parse import parsed, turns

PEOPLE = "Speakers:\n\nAnn Ferrer, head of the Mint\n\nBo Lindqvist, engraver of the Mint\n\n"
TALK = (
    "Ann Ferrer:\n\nGood morning to all of you here.\n\nCoin News:\n\nWho drew the hare?\n\n"
    "Bo Lindqvist:\n\nFour of us drew it in one winter.\n"
)


def day(dateline: str, title: str = "Mint press conference on coins") -> str | None:
    return parsed(f"{title}\n\n{dateline}\n\n{PEOPLE}{TALK}").date


@pytest.mark.parametrize(
    ("dateline", "date"),
    [
        ("May 3, 2023", "2023-05-03"), ("3 May 2023", "2023-05-03"),
        ("May 3rd, 2023", "2023-05-03"),
        ("3rd of May, 2023", "2023-05-03"), ("2023-05-03", "2023-05-03"),
        ("Sept. 3, 2023", "2023-09-03"),
        ("2023年5月3日", "2023-05-03"), ("2023/5/3", "2023-05-03"), ("2023.05.03", "2023-05-03"),
        # In numbers alone only where one order makes a day.
        ("5/13/2023", "2023-05-13"), ("13/5/2023", "2023-05-13"), ("5/5/2023", "2023-05-05"),
        ("5/3/2023", None), ("13/13/2023", None),
        ("May 3", "--05-03"), ("3 May", "--05-03"), ("April 31, 2023", None),
        ("February 29, 2024", "2024-02-29"), ("February 29, 2023", None),
        ("Berg | 10 a.m. May 3, 2023", "2023-05-03"), ("Wednesday, May 3, 2023", "2023-05-03"),
        ("Wednesday", None),
    ],
)  # fmt: skip
def test_the_day_of_a_dateline(dateline: str, date: str | None) -> None:
    assert day(dateline) == date


@pytest.mark.parametrize(
    ("dateline", "time", "place"),
    [
        ("Berg | 10 a.m. May 3, 2023", "10 a.m.", "Berg"),
        ("Berg | 4:30 p.m. May 3, 2023", "4:30 p.m.", "Berg"),
        ("Berg | 16:30 May 3, 2023", "16:30", "Berg"),
        ("May 3, 2023", None, None),
    ],
)
def test_the_hour_and_the_place_of_a_dateline(
    dateline: str, time: str | None, place: str | None
) -> None:
    witness = parsed(f"Mint press conference on coins\n\n{dateline}\n\n{PEOPLE}{TALK}")
    assert (witness.time, witness.place) == (time, place)


@pytest.mark.parametrize(
    ("title", "dateline", "date"),
    [
        ("Mint press conference on coins on May 3", "May 5, 2023", "2023-05-03"),
        ("Mint press conference on coins on December 30", "January 2, 2023", "2022-12-30"),
        ("Mint press conference on coins, May 3, 2023", "May 5, 2023", "2023-05-03"),
        # More than a season lies between: no report leaves the year out so late.
        ("Mint press conference on coins on May 3", "September 5, 2023", "2023-09-05"),
    ],
)
def test_a_title_that_names_the_day_goes_before_the_day_of_the_page(
    title: str, dateline: str, date: str
) -> None:
    assert day(dateline, title) == date


def test_turns_are_those_of_their_labels_and_lines_have_their_roles() -> None:
    text = f"Mint press conference on coins\n\nBerg | May 3, 2023\n\n{PEOPLE}{TALK}"
    witness = parsed(text)
    assert turns(text) == [
        ("Ann Ferrer", ["Good morning to all of you here."]),
        ("Coin News", ["Who drew the hare?"]),
        ("Bo Lindqvist", ["Four of us drew it in one winter."]),
    ]
    assert [turn.speaker.kind for turn in witness.turns] == ["official", "outlet", "official"]
    roles = {line.n: line.role for line in witness.lines}
    assert [roles[n] for n in (1, 3, 5, 7, 9, 11, 13, 15, 17)] == [
        "title", "dateline", "heading", "participant", "participant", "label", "passage", "label",
        "passage",
    ]  # fmt: skip
    assert [(one.name, one.role, one.organization, one.line) for one in witness.participants] == [
        ("Ann Ferrer", "head of the Mint", "Mint", 7),
        ("Bo Lindqvist", "engraver of the Mint", "Mint", 9),
    ]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("The reporter nodded.", "dateline"),
        ("(Mr. Lindqvist left the podium.)", "dateline"),
        ("(The press conference was suspended for ten minutes.)", "dateline"),
        ("(Laughter.)", "dateline"),
        ("The minister left for Oslo.", "passage"),
        ("We nodded to the reporter.", "passage"),
        ("The hare nodded.", "passage"),
        ("The reporter nodded. " + "And so on and so forth, as they do. " * 6, "passage"),
    ],
)
def test_what_happened_in_the_room_is_nobodys_words(line: str, role: str) -> None:
    text = (
        f"Mint press conference on coins\n\nMay 3, 2023\n\n{PEOPLE}"
        "Ann Ferrer:\n\nGood morning to all of you here.\n\n"
        f"{line}\n\nCoin News:\n\nWho drew the hare?\n\nBo Lindqvist:\n\nFour of us drew it.\n"
    )
    roles = {one.n: one.role for one in parsed(text).lines}
    assert roles[15] == role


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Coin News", "outlet"), ("The Sun", "outlet"), ("Radio Norr", "outlet"), ("NRK", "outlet"),
        ("Ann Ferrer", "official"), ("Ms. Ferrer", "official"), ("ANN FERRER", "official"),
        ("Moderator", "chair"), ("Q", "unknown"), ("Reporter", "unknown"), ("A", "official"),
    ],
)  # fmt: skip
def test_who_speaks_under_a_label(label: str, kind: str) -> None:
    text = (
        f"Mint press conference on coins\n\nMay 3, 2023\n\n{PEOPLE}"
        "Ann Ferrer: Good morning to all of you here.\n\nCoin News: Who drew the hare?\n\n"
        f"Bo Lindqvist: Four of us drew it.\n\n{label}: It was a very long winter.\n\n"
        "Ann Ferrer: It was.\n"
    )
    turn = next(one for one in parsed(text).turns if "very long winter" in one.passages[-1].text)
    assert turn.speaker.kind == kind


@pytest.mark.parametrize(
    ("line", "turn"),
    [
        # What ends in a colon and names nobody goes on with the words before it.
        ("We have three aims:", False), ("Ladies and gentlemen, friends from the press:", False),
        ("Thank you, Mr. Lindqvist:", False), ("First:", False),
        ("Eve Pen:", True),
    ],
)  # fmt: skip
def test_a_colon_alone_makes_no_label(line: str, turn: bool) -> None:
    text = (
        f"Mint press conference on coins\n\nMay 3, 2023\n\n{PEOPLE}"
        f"Ann Ferrer:\n\nGood morning to all of you here.\n\n{line}\n\nMore hares, in time.\n\n"
        "Coin News:\n\nWho drew the hare?\n\nBo Lindqvist:\n\nFour of us drew it in one winter.\n"
    )
    labels = [label for label, _ in turns(text)]
    assert (line.rstrip(":") in labels) is turn
    assert sum(len(texts) for _, texts in turns(text)) == (4 if turn else 5)


ASKED = "Mr. Ash: The nets are mended.\n\nCoast Times: All of them?\n\nMr. Ash: All of them.\n"


def listed(line: str, heading: str) -> list[tuple[str, str | None]]:
    text = f"Press conference on nets, May 4, 2021\n\n{heading}\n{line}\n\n{ASKED}"
    return [(one.name, one.role) for one in parsed(text).participants if one.listed]


WARDEN = ("Ann Lee", "head of the Mint; warden of the Lake")
LEE, BERG = ("Ann Lee", "head of the Mint"), ("Bo Berg", "head of the Bank")


@pytest.mark.parametrize(
    ("line", "under_heading", "alone"),
    [
        ("Ann Lee, head of the Mint", [LEE], [LEE]),
        ("• Ann Lee, head of the Mint", [LEE], [LEE]),
        ("12) Ann Lee, head of the Mint", [LEE], [LEE]),
        ("123) Ann Lee, head of the Mint", [], []),
        ("Ann Lee – head of the Mint", [LEE], [LEE]),
        ("Ann Lee (head of the Mint)", [LEE], [LEE]),
        ("Ann Lee, head of the Mint.", [LEE], []),
        ("Ann Lee: head of the Mint", [LEE], []),
        ("Ann Lee: Lake Trust", [], []),
        ("Ann Lee, Lakes", [("Ann Lee", "Lakes")], []),
        ("Ann Lee, warden of the Lake Trust", [("Ann Lee", "warden of the Lake Trust")], []),
        ("Ann Lee, forty years old", [], []),
        ("Ann Lee, 45, head of the Mint", [], []),
        ("Ann Lee, head of the Mint. She draws", [], []),
        ("Ann Lee, head of the Mint, said that all was well", [], []),
        ("Ann Lee, head of the Mint?", [], []),
        ("Ann Lee", [("Ann Lee", None)], []),
        ("Ann", [], []),
        ("Ann Bo Cy Lee", [("Ann Bo Cy Lee", None)], []),
        ("Ann Bo Cy Dag Lee", [], []),
        ("Ann Bo Cy Dag Lee, head of the Mint", [("Ann Bo Cy Dag Lee", "head of the Mint")],
         [("Ann Bo Cy Dag Lee", "head of the Mint")]),
        ("Ann Bo Cy Dag Eve Lee, head of the Mint", [], []),
        ("Minister of Water Ann Lee", [("Ann Lee", "Minister of Water")], []),
        ("Ann Lee, Director", [("Ann Lee", "Director")], [("Ann Lee", "Director")]),
        ("Ann Lee (head of the Mint), Bo Berg (head of the Bank)", [LEE, BERG], []),
        ("Ann Lee, head of the Mint; Bo Berg, head of the Bank", [LEE, BERG], [LEE, BERG]),
        ("Ann Lee, head of the Mint; and Bo Berg, head of the Bank", [LEE, BERG], [LEE, BERG]),
        ("Ann Lee, head of the Mint; warden of the Lake", [WARDEN], [WARDEN]),
        ("Ann Lee and Bo Berg", [("Ann Lee", None), ("Bo Berg", None)], []),
        ("Ann Lee, Bo Berg, and Cy Alm",
         [("Ann Lee", None), ("Bo Berg", None), ("Cy Alm", None)], []),
    ],
)  # fmt: skip
def test_entries_of_lists(
    line: str,
    under_heading: list[tuple[str, str | None]],
    alone: list[tuple[str, str | None]],
) -> None:
    assert listed(line, "Speakers:") == under_heading
    assert listed(line, "") == alone


@pytest.mark.parametrize(
    ("below", "role"),
    [
        ("head of the Bank", "head of the Bank"),
        ("the Bank", None),
        ("He is head of the Bank of Westmark.", None),
        ("Cy Alm, head of the Bank", None),
        (f"head of the Bank of {'Great and Good ' * 14}Westmark", None),
        ("Mr. Ash: I am head of the Bank.", None),
    ],
)
def test_a_role_below_a_name(below: str, role: str | None) -> None:
    assert listed(f"Bo Berg\n{below}", "Speakers:")[0] == ("Bo Berg", role)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Nets of the bay", "Nets of the bay"),
        ("Nets mended", None),
        ("Nets mended\nMay 4, 2021", "Nets mended"),
        ("- Nets of the bay", None),
        ("Harbour Office of Westmark\nPress conference on nets", "Press conference on nets"),
        ("Harbour Office of Westmark\nNets of the bay", "Harbour Office of Westmark"),
        ("Harbour Office of Westmark\nPress conference on nets.", "Harbour Office of Westmark"),
        ("By Ann Holm of the Bay\nPress conference on nets", "Press conference on nets"),
        ("May 4, 2021\n" + "It rained for all of the day.\nSo it did on the next day.\n"
         "Press conference on nets", "Press conference on nets"),
        ("May 4, 2021\n" + "It rained for all of the day.\nSo it did on the next day.\n"
         "And then it snowed for a week.\nAfter that the sun was back.\nPress conference on nets",
         None),
        ("Related news\nPress conference on nets", "Press conference on nets"),
    ],
)  # fmt: skip
def test_which_line_is_the_title(lines: str, title: str | None) -> None:
    assert parsed(f"{lines}\n\n{ASKED}").title == title


PRINTED = (
    "Press conference on nets\nNordhaven | 10 a.m. May 4, 2021\n"
    f"Updated: Coast Radio, May 6, 2021\n\n{ASKED}"
)


def test_what_editors_set_goes_before_what_is_printed() -> None:
    plain = parsed(PRINTED)
    assert (plain.title, plain.title_by_editors, plain.date, plain.date_basis) == (
        "Press conference on nets", False, "2021-05-04", "the dateline",
    )  # fmt: skip
    assert (plain.time, plain.place, plain.publisher, plain.published) == (
        "10 a.m.", "Nordhaven", "Coast Radio", "2021-05-06",
    )  # fmt: skip
    assert (plain.host, plain.url) == (None, None)
    settings = Settings(
        title="Nets", date="2021-05-03", date_basis="the invitation", time="noon", location="Berg",
        publisher="Coast Times", published="2021-05-07", host="Harbour Office",
        url="https://nets.example/",
    )  # fmt: skip
    ruled = parsed(PRINTED, settings)
    assert (ruled.title, ruled.title_by_editors, ruled.date, ruled.date_basis) == (
        "Nets", True, "2021-05-03", "the invitation",
    )  # fmt: skip
    assert (ruled.time, ruled.place, ruled.publisher, ruled.published) == (
        "noon", "Berg", "Coast Times", "2021-05-07",
    )  # fmt: skip
    assert (ruled.host, ruled.url) == ("Harbour Office", "https://nets.example/")
    day = Settings(date="2021-05-03")
    assert parsed(PRINTED, day).date_basis == "set by the editors"
    unknown = Settings(date="unknown", date_basis="no day is given")
    assert (parsed(PRINTED, unknown).date, parsed(PRINTED, unknown).date_basis) == (
        None, "no day is given",
    )  # fmt: skip
    same = Settings(title="Press conference on nets")
    assert not parsed(PRINTED, same).title_by_editors


@pytest.mark.parametrize(
    ("matter", "publisher", "published", "url"),
    [
        ("publisher: Coast Radio", "Coast Radio", None, None),
        ("source: Coast Radio", "Coast Radio", None, None),
        ("source: https://nets.example/", None, None, "https://nets.example/"),
        ("url: https://nets.example/a\nsource: Coast Radio", "Coast Radio", None,
         "https://nets.example/a"),
        ("publisher: Coast Radio\nsource: Coast Times", "Coast Radio", None, None),
        ("published: 2021-05-06", None, "2021-05-06", None),
        ("published: May 6", None, None, None),
        ("pubdate: May 6, 2021\nlink: www.nets.example", None, "2021-05-06", None),
    ],
)  # fmt: skip
def test_what_front_matter_says(
    matter: str, publisher: str | None, published: str | None, url: str | None
) -> None:
    witness = parsed(
        f"---\ntitle: Press conference on nets\ndate: 2021-05-04\n{matter}\n---\n{ASKED}"
    )
    assert (witness.publisher, witness.published, witness.url) == (publisher, published, url)
    assert (witness.title, witness.date, witness.date_basis) == (
        "Press conference on nets", "2021-05-04", "the front matter",
    )  # fmt: skip


def test_a_title_below_front_matter() -> None:
    head = "---\ntitle: Press conference on nets\ndate: 2021-05-04\n---\n"
    witness = parsed(f"{head}Press conference on nets, May 4, 2021\n\n{ASKED}")
    assert (witness.title, witness.subtitle) == (
        "Press conference on nets", "Press conference on nets, May 4, 2021",
    )  # fmt: skip
    witness = parsed(f"{head}Press conference on nets\n\n{ASKED}")
    assert (witness.title, witness.subtitle) == ("Press conference on nets", None)
    witness = parsed(f"{head}Press conference on nets | Harbour Office\n\n{ASKED}")
    assert (witness.title, witness.subtitle) == ("Press conference on nets", None)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("WITH THE DIRECTOR OF NETS", "title"),
        ("NETS", "boilerplate"),
        (
            "WITH THE DIRECTOR OF NETS AND " + "OF MANY OTHER GREAT AND GOOD THINGS " * 4,
            "boilerplate",
        ),
        ("Statement given by the Minister of Water", "title"),
        ("Statement given by the Minister as we begin", "boilerplate"),
        ("(The Norse text shall prevail.)", "notice"),
        ("By Minister Ann Lee ahead of the summit", "boilerplate"),
        ("By Ann Holm", "credit"),
    ],
)
def test_lines_below_title_and_subtitle(line: str, role: str) -> None:
    head = "Press conference on nets\nWhat will be mended this year\nMay 4, 2021\n\n"
    witness = parsed(f"{head}Speakers:\nBo Berg, head of it\n\n{line}\n\n{ASKED}")
    assert witness.subtitle == "What will be mended this year"
    assert {one.n: one.role for one in witness.lines}[8] == role


@pytest.mark.parametrize(
    ("between", "subtitle"),
    [
        ("", True),
        ("May 4, 2021\n", True),
        ("By Ann Holm\n", True),
        ("Topic: the nets of the bay\n", False),
        ("(The Norse text shall prevail.)\n", False),
        ("May 4, 2021\nTopic: the nets of the bay\nBy Ann Holm\n", False),
    ],
)
def test_a_subtitle_is_near_its_title(between: str, subtitle: bool) -> None:
    line = "What will be mended this year"
    witness = parsed(f"Press conference on nets\n{between}{line}\n\n{ASKED}")
    assert (witness.subtitle == line) == subtitle


@pytest.mark.parametrize(
    ("line", "subtitle"),
    [
        ("What is mended", True),
        ("What mended", False),
        ("(What is mended now)", False),
        ("What is mended and " * 13, False),
    ],
)
def test_what_is_a_subtitle(line: str, subtitle: bool) -> None:
    witness = parsed(f"Press conference on nets\n{line}\n\n{ASKED}")
    assert (witness.subtitle == line.strip()) == subtitle


def test_a_title_with_more_behind_it_is_the_title_again() -> None:
    def roles(title: str, line: str) -> str:
        text = f"{title}\n\nSpeakers:\nBo Berg, head of it\n\n{line}\n\n{ASKED}"
        return {one.n: one.role for one in parsed(text).lines}[6]

    title = "Press conference on nets"
    for behind in ("", " - Harbour Office", " | Harbour Office", ": all", "_all"):
        assert roles(title, f"{title}{behind}") == "title"
    assert roles(title, f"{title} and boats") == "boilerplate"
    assert roles(title, f"On {title}") == "boilerplate"
    # a short title may be the beginning of anything
    assert roles("Nets of the bay", "Nets of the bay - mended") == "boilerplate"
    assert roles("Nets of the bays", "Nets of the bays - mended") == "title"


def _doubts(*lines: str) -> list[str]:
    source = Source("x", "x.txt", "x.txt", "0", lines, "text")
    problems = Problems()
    parse(clean(source, problems), Settings(), Editorial(), problems)
    return [f"{one.rule} {one.line}" for one in problems]


def test_what_stands_above_and_below_the_turns() -> None:
    talk = ASKED.split("\n")
    head = ("Press conference on nets", "May 4, 2021", "")
    assert _doubts(*head, *talk) == []
    assert _doubts(*head, "It rained all day long.", "", *talk) == ["no-first-label 4"]
    assert _doubts(*head, *talk, "Coast Times:", "") == ["empty-turn 10"]
    assert _doubts(*head, *talk, "Mr. Ash:", "", "Mr. Ash:", "", "All of them are.") == []


def test_repeated_paragraphs_are_errors_of_the_source_if_they_are_long() -> None:
    long = "The nets are mended, all of them, I am sure"  # 43 characters
    text = f"Press conference on nets\n\nMr. Ash: {long}\n\n{long}\n\nNo.\n\nNo.\n\n{ASKED}"
    passages = parsed(text).passages
    assert [passage.repeats for passage in passages[:4]] == [None, passages[0].id, None, None]
    for length, so in ((40, True), (39, False)):
        words = long[:length]
        text = f"Press conference on nets\n\nMr. Ash: {words}\n\n{words.upper()}\n\n{ASKED}"
        assert (parsed(text).passages[1].repeats is not None) == so


def _first(text: str) -> str:
    """The role of the third line, and who speaks first."""
    witness = parsed(f"Press conference on nets, May 4, 2021\n\n{text}")
    role = {line.n: line.role for line in witness.lines}[3]
    speaker = witness.turns[0].speaker
    return f"{role}, {speaker.kind} {speaker.name or '-'}"


def test_a_chair_before_the_first_turn() -> None:
    speech = "Good morning, everyone. " + "We have mended the nets of the whole of the bay. " * 3
    ash = "official Ash"
    assert _first(f"Chair: Cy Alm\n\n{ASKED}") == f"participant, {ash}"
    assert _first(f"Chair: Cy Alm, head of it\n\n{ASKED}") == f"participant, {ash}"
    assert _first(f"Moderator: Cy Alm\n\n{speech}\n\n{ASKED}") == "label, chair Cy Alm"
    assert _first(f"Moderator: Cy Alm\n\n{speech[:90]}\n\n{ASKED}").startswith("participant")
    assert _first(f"Moderator: Cy Alm:\n\nGood morning.\n\n{ASKED}") == "label, chair Cy Alm"
    assert _first(f"Chair: Cy Alm\nSpeakers:\nBo Berg, head of it\n\n{ASKED}") == (
        f"participant, {ash}"
    )
    assert _first(f"Moderator:\nCy Alm\n\n{ASKED}") == f"heading, {ash}"
    assert _first(f"Moderator:\nGood morning.\n\n{ASKED}") == "label, chair -"


def test_a_chair_between_turns() -> None:
    def fourth(line: str) -> list[str]:
        witness = parsed(f"Press conference on nets, May 4, 2021\n\n{ASKED}\n{line}\n\n{ASKED}")
        return [turn.speaker.kind for turn in witness.turns[3:5]]

    assert fourth("Moderator: Ann Lee, Coin News.") == ["chair", "official"]
    assert fourth("Moderator: The next one, please.") == ["chair", "official"]
    assert fourth("Chair: Cy Alm, head of the Mint") == ["official", "outlet"]


@pytest.mark.parametrize(
    ("lines", "date", "time", "place"),
    [
        ("Date:\nMay 4, 2021", "2021-05-04", None, None),
        ("Date:\nMay 4, 2021\n10 a.m.", "2021-05-04", "10 a.m.", None),
        ("Date and time: May 4, 2021, 10 a.m.", "2021-05-04", "10 a.m.", None),
        ("Date: soon", None, None, None),
        ("Venue: Harbour House", None, None, "Harbour House"),
        ("Venue:\nHarbour House", None, None, "Harbour House"),
        ("Date: May 4, 2021\nVenue: Harbour House\nTime: 10 a.m.", "2021-05-04", "10 a.m.",
         "Harbour House"),
        ("Date: May 4\nPublished: May 6, 2021", "2021-05-04", None, None),
    ],
)  # fmt: skip
def test_facts_after_their_headings(
    lines: str, date: str | None, time: str | None, place: str | None
) -> None:
    witness = parsed(f"Press conference on nets\n{lines}\n\n{ASKED}")
    assert (witness.date, witness.time, witness.place) == (date, time, place)
