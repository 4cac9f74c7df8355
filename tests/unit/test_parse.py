"""Test parsing: single lines as labels, dates and titles, and properties of every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.clean import clean
from briefings.model import Editorial, LabelRuling, Settings, Source, Witness
from briefings.parse import parse
from briefings.parse.datelines import is_dateline, read_dateline
from briefings.parse.dates import find_dates
from briefings.parse.facts import host_of, host_of_title
from briefings.parse.labels import candidate
from briefings.parse.titles import people_of_title
from briefings.problems import Problems
from briefings.read import source_lines


def parsed(text: str, settings: Settings | None = None) -> Witness:
    source = Source("x", "x.txt", "x.txt", "0", source_lines(text), "text")
    problems = Problems()
    return parse(clean(source, problems), settings or Settings(), Editorial(), problems)


def turns(text: str) -> list[tuple[str | None, list[str]]]:
    witness = parsed(text)
    return [(t.speaker.label, [p.text for p in t.passages]) for t in witness.turns]


@pytest.mark.parametrize(
    ("text", "kind", "name", "rest"),
    [
        ("Ann Lee:", "name", "Ann Lee", ""),
        ("Ann Lee\u00a0:", "name", "Ann Lee", ""),
        ("Ann Lee：Yes.", "name", "Ann Lee", "Yes."),
        ("**Ann Lee:** Yes.", "name", "Ann Lee", "Yes."),
        ("Ann Lee (through interpreter): Yes.", "name", "Ann Lee", "Yes."),
        ("Ann Lee: (01:02:03)", "name", "Ann Lee", ""),
        ("[00:12] Ann Lee: Yes.", "name", "Ann Lee", "Yes."),
        ("Ann Lee:\u200b", "name", "Ann Lee", ""),
        ("[Ann Lee]: Yes.", "name", "Ann Lee", "Yes."),
        ("Ann Lee, head of the Mint:", "name", "Ann Lee", ""),
        ("Coin News, Berg: Why?", "name", "Berg", "Why?"),
        ("Official Spokesperson, Ann Lee: Yes.", "name", "Ann Lee", "Yes."),
        ("President of Westmark Ann Lee: Yes.", "name", "Ann Lee", "Yes."),
        ("REAR ADM. LEE: Yes.", "name", "REAR ADM. LEE", "Yes."),
        ("ANN LEE. Yes, it is.", "name", "ANN LEE", "Yes, it is."),
        ("People's Paper and paper.com: Why?", "name", "People's Paper and paper.com", "Why?"),
        ("Q: Why?", "asking", None, "Why?"),
        ("Q 2 (Radio Norr): Why?", "asking", "Radio Norr", "Why?"),
        ("QUESTION [Radio Norr]: Why?", "asking", "Radio Norr", "Why?"),
        ("Question Contd.: Why?", "phrase", None, "Why?"),
        ("Reporter from Radio Norr:", "asking", "Radio Norr", ""),
        ("Follow-up: When?", "asking", None, "When?"),
        ("A: Yes.", "answering", None, "Yes."),
        ("Deputy Spokesperson: Yes.", "answering", None, "Yes."),
        ("mr. lee: Yes.", "name", "mr. lee", "Yes."),
        ("Speaker 2: Yes.", "name", "Speaker 2", "Yes."),
        ("Moderator: Welcome.", "chairing", None, "Welcome."),
        ("China Media Club: Why?", "name", "China Media Club", "Why?"),
    ],
)  # fmt: skip
def test_labels(text: str, kind: str, name: str | None, rest: str) -> None:
    found = candidate(text, text)
    assert found is not None
    assert (found.kind, found.name, found.rest) == (kind, name, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Ladies and gentlemen, friends from the press:",
        "First: the dams.",
        "My first question: what of the dams?",
        "There are three steps. The first one: dig.",
        "Good morning, everyone: please sit down.",
        "We did it in two ways:",
        "Press Briefing Transcript: Ann Lee, Director",
        "Congress Hall: 5th press conference",
        "Telephone: 202 555 0172",
        "It was 10:30 when they came.",
        "https://example.org/a",
        "Facebook: https://example.org/a",
        "HTTPS://EXAMPLE.ORG/A",
        "[Applause]: Thank you.",
        "Laughter: Thank you.",
        "A dam was built: nobody saw it.",
    ],
)  # fmt: skip
def test_no_labels(text: str) -> None:
    assert candidate(text, text) is None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("May 3, 2023", ["2023-05-03"]),
        ("3rd of May 2023", ["2023-05-03"]),
        ("SEPT. 16, 2014", ["2014-09-16"]),
        ("2023-05-03 10:12", ["2023-05-03"]),
        ("10/24/2023 and 24/10/2023", ["2023-10-24", "2023-10-24"]),
        ("10/11/2023", []),  # the tenth of November or the eleventh of October
        ("on May 3", ["--05-03"]),
        ("they may 3 times march 4 miles", []),
        ("February 30, 2023", []),
        ("May 2023", []),
        ("12 Mayors", []),
    ],
)  # fmt: skip
def test_dates(text: str, dates: list[str]) -> None:
    assert [date.iso for date in find_dates(text)] == dates


def test_datelines() -> None:
    assert read_dateline("Beijing | 10 a.m. May 3, 2023").time == "10 a.m."
    assert read_dateline("Frankfurt am Main, 10 March 2022").place == "Frankfurt am Main"
    assert read_dateline("September 20, 2021 • Press Briefings").place is None
    assert read_dateline("2023-05-03 19:13").stamp
    assert read_dateline("Harbour Gazette | May 4, 2023").publisher == "Harbour Gazette"
    assert not is_dateline("Department Press Briefing – March 5, 2014")
    assert not is_dateline("On May 3, 2023, the dam broke.")


def test_hosts_and_people_of_titles() -> None:
    assert host_of_title("Daily briefing") is None
    assert host_of_title("Foreign Ministry Spokesperson Ann Lee’s Regular Press Conference") is None
    assert host_of_title("Department Press Briefing") is None
    assert host_of("Our fair has held a record number of press conferences.") is None
    assert people_of_title("Press Secretary Updates Reporters on Dams") == []


def test_what_follows_a_label_on_its_line_begins_the_passage() -> None:
    assert turns("Q: Why?\n\nA: Because.\n\nIt rained.\n") == [
        ("Q", ["Why?"]),
        ("A", ["Because.", "It rained."]),
    ]


def test_an_editor_settles_a_label() -> None:
    text = "\n\n".join(
        ("Ann Lee:", "Good day.", "The Dam:", "It holds.", "Coin News:", "Why?", "Ann Lee:", "So.")
    )
    assert [label for label, _ in turns(text)] == ["Ann Lee", "The Dam", "Coin News", "Ann Lee"]
    settled = parsed(text, Settings(labels=(LabelRuling(5, False),)))
    assert [turn.speaker.label for turn in settled.turns] == ["Ann Lee", "Coin News", "Ann Lee"]


def test_an_editor_settles_the_role_of_a_line() -> None:
    text = "Mint briefing\n\nQ: Why?\n\nA: Because.\n\nTranslated by Bo Ek\n"
    assert parsed(text).lines[-1].role == "credit"
    assert parsed(text, Settings(roles=((7, "passage"),))).lines[-1].role == "passage"


_PIECES = st.sampled_from(
    ["Ann Lee:", "Ann Lee: Yes.", "Bo Ek, head of the Mint:", "Q: Why?", "A: So.", "Q   And?",
     "Speakers:", "Chair:", "Date:", "May 3, 2023", "Oslo | 10 a.m. May 3, 2023", "Mint briefing",
     "Good morning, everyone.", "Is it so? Thank you.", "Coin News:", "Translated by Bo Ek",
     "In case of any discrepancy, the Norse text shall prevail.", "END", "Related News",
     "# Mint briefing", "**Ann Lee:** Yes.", "[Bo Ek]: No.", "MR. LEE: Yes.", "ANN LEE. Yes.",
     "TAG   Yes.", "Speaker key:", "TAG Ann Lee", "Page 1 of 2", "<p>Yes.</p>", "The Mint held a "
     "press conference on May 3.", "Ann Lee, head of the Mint, said that it is so.", ":", "：", "?",
     "Moderator:", "Question raised after the press conference: Why?", "---", "00:01:02", "Tel: 1"]
)  # fmt: skip
_TEXTS = st.lists(
    st.tuples(
        st.one_of(_PIECES, st.text(max_size=30)), st.sampled_from(["\n", "\n\n", "\n\n\n\n"])
    ),
    max_size=25,
).map(lambda pairs: "".join(text + end for text, end in pairs))


@given(_TEXTS)
def test_every_text_is_parsed_and_every_line_accounted_for(text: str) -> None:
    problems = Problems()
    source = Source("x", "x.txt", "x.txt", "0", source_lines(text), "text")
    cleaned = clean(source, problems)
    if not cleaned.blocks:
        assert problems.errors
        return
    witness = parse(cleaned, Settings(), Editorial(), problems)
    assert [line.n for line in witness.lines] == [
        n for n, line in enumerate(source.lines, 1) if line.strip()
    ]
    assert all(line.rule for line in witness.lines if line.role == "boilerplate")
    ids = [passage.id for passage in witness.passages]
    assert len(ids) == len(set(ids))
    held = {line.passage for line in witness.lines}
    held |= {part.passage for line in witness.lines for part in line.parts}
    assert held - {None} == set(ids)
    for passage in witness.passages:
        lines = source.lines[passage.line - 1 : passage.last_line]
        folded = " ".join(" ".join(lines).split())
        if "<" not in folded and folded.isprintable():
            assert folded.endswith(passage.text)
    assert all(turn.passages or turn.label_line for turn in witness.turns)
    assert not (witness.turns and witness.sections)
