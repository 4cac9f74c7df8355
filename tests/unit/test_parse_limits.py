"""Test the length limits of labels, titles and other lines, on both sides of each limit."""

from __future__ import annotations

import pytest

from briefings.model import Settings
from briefings.parse.closing import is_imprint
from briefings.parse.datelines import is_dateline
from briefings.parse.facts import host_of
from briefings.parse.labels import candidate, is_name
from briefings.parse.narration import is_narrated
from briefings.parse.words import is_interjection
from tests.unit.test_parse import parsed

TALK = "Ann Lee: The nets are mended.\n\nCoast Times: All of them?\n\nAnn Lee: All of them.\n"
REPORT = "The Mint held a press conference on May 3, 2023.\n\n"


def _fill(text: str, length: int, words: str) -> str:
    """A text with as many of some words put for its star as make it so long."""
    room = length - len(text) + 1
    return text.replace("*", (words * (room // len(words) + 1))[:room].rstrip().ljust(room, "x"))


def _role(text: str, line: str) -> str:
    witness = parsed(text)
    numbers = [n for n, one in enumerate(witness.source.lines, 1) if one == line]
    return next(one.role for one in witness.lines if one.n == numbers[0])


@pytest.mark.parametrize(("length", "so"), [(120, True), (240, False)])
def test_a_line_before_the_text(length: int, so: bool) -> None:
    topic = _fill("Topic: the * of nets", length, "mending and making ")
    head = f"Press conference on nets\n{topic}\nMay 4, 2021\n\n"
    assert (_role(head + TALK, topic) == "heading") == so
    dateline = _fill("Nordhaven * May 4, 2021", length, ". ").replace("x", ".")
    assert is_dateline(dateline) == so


@pytest.mark.parametrize(("length", "so"), [(60, True), (120, False)])
def test_a_venue(length: int, so: bool) -> None:
    venue = _fill("Press Room of the * House", length, "great old grey ")
    head = f"Press conference on nets\n{venue}\nMay 4, 2021\n\n"
    assert (_role(head + TALK, venue) == "dateline") == so


@pytest.mark.parametrize(("length", "so"), [(240, True), (480, False)])
def test_an_entry_of_a_list(length: int, so: bool) -> None:
    entry = _fill("Ann Lee, director of the * Office", length, "Mending and Making ")
    head = f"Press conference on nets, May 4, 2021\n\nSpeakers:\nBo Berg, head of it\n{entry}\n\n"
    assert (_role(head + TALK, entry) == "participant") == so


@pytest.mark.parametrize(("length", "so"), [(225, True), (450, False)])
def test_a_line_that_says_whose_words_follow(length: int, so: bool) -> None:
    given = _fill("Statement given by the Minister at the * briefing", length, "long and slow ")
    head = f"Press conference on nets, May 4, 2021\n\n{given}\n\n"
    assert (_role(head + TALK, given) == "title") == so


@pytest.mark.parametrize(("length", "so"), [(300, True), (600, False)])
def test_a_clause_on_languages(length: int, so: bool) -> None:
    notice = _fill(
        "In case of * differences, the Norse text shall prevail.", length, "any and all "
    )
    text = f"Press conference on nets, May 4, 2021\n\n{TALK}\n{notice}\n"
    assert (_role(text, notice) == "notice") == so


@pytest.mark.parametrize(("length", "so"), [(97, True), (195, False)])
def test_a_heading_of_an_article(length: int, so: bool) -> None:
    heading = _fill("The * year", length, "unforgettably extraordinary ")
    below = "It rained all of the year.\n"
    text = f"Mint shows coin\n\n{REPORT}It is good, they say.\n\n{heading}\n\n{below}"
    assert (_role(text, heading) == "heading") == so


@pytest.mark.parametrize(("length", "so"), [(165, True), (330, False)])
def test_a_label_alone(length: int, so: bool) -> None:
    label = _fill("Ann Lee, head of the * Office:", length, "Mending and Making ")
    assert (candidate(label, label) is not None) == so


@pytest.mark.parametrize(("length", "so"), [(52, True), (105, False)])
def test_a_label_before_what_is_said(length: int, so: bool) -> None:
    label = _fill("Ann Lee, head of the * Office:", length, "Mending ")
    assert (candidate(f"{label} Yes.", label) is not None) == so


@pytest.mark.parametrize(("words", "so"), [(8, True), (9, False)])
def test_a_name(words: int, so: bool) -> None:
    assert is_name(" ".join(["Ann"] * words)) == so


@pytest.mark.parametrize(
    ("length", "words", "so"), [(150, 20, True), (300, 20, False), (150, 39, False)]
)
def test_what_happened_in_the_room(length: int, words: int, so: bool) -> None:
    word = "a" * ((length - 20) // (words - 3) - 1)
    assert is_narrated(f"The reporter nodded {' '.join([word] * (words - 3))}.") == so


def test_imprints_and_sounds() -> None:
    for length, so in ((105, True), (210, False)):
        assert is_imprint(_fill("Post * May 3, 2023", length, "extraordinarily ")) == so
    for words, so in ((9, True), (27, False)):
        assert is_imprint(" ".join(["of"] * words) + " May 3, 2023") == so
    for length, so in ((45, True), (90, False)):
        assert is_interjection(_fill("laughter *", length, "aloud")) == so


def test_a_host_is_named_near_the_beginning() -> None:
    held = "The Office of Water held a press conference."
    assert host_of(f"{'So it is. ' * 110} {held}") == "Office of Water"
    assert host_of(f"{'So it is. ' * 225} {held}") is None


@pytest.mark.parametrize(("length", "so"), [(45, True), (90, False)])
def test_a_name_on_a_line_of_its_own(length: int, so: bool) -> None:
    name = _fill("Ann * Lee", length, "Josephinabella ")
    talk = [name, "The nets are mended.", "Coast Times", "All of them?"] * 2
    witness = parsed("\n\n".join(("Press conference on nets, May 4, 2021", *talk)) + "\n")
    assert (name in [turn.speaker.label for turn in witness.turns]) == so


@pytest.mark.parametrize(("length", "so"), [(119, True), (121, False)])
def test_a_place_after_its_heading(length: int, so: bool) -> None:
    venue = _fill("Venue: the * House", length, "great old grey ")
    head = f"Press conference on nets\n{venue}\nMay 4, 2021\n\n"
    assert (parsed(head + TALK).place == venue.removeprefix("Venue: ")) == so
    below = _fill("the * House", length, "great old grey ")
    head = f"Press conference on nets\nVenue:\n{below}\nMay 4, 2021\n\n"
    assert (parsed(head + TALK).place == below) == so


@pytest.mark.parametrize(
    ("begins", "length", "so"),
    [("Transcript of the press conference on *", 350, True),
     ("Nets and boats at the press conference on *", 350, False),
     ("Transcript of the nets in the bay and of *", 350, True),
     ("Transcript of the press conference on *", 1200, False)],
)  # fmt: skip
def test_a_title_below_another_line(begins: str, length: int, so: bool) -> None:
    title = _fill(begins, length, "mending and making ")
    assert (parsed(f"Harbour Office of Westmark\n{title}\n\n{TALK}").title == title) == so


def test_the_only_line_of_an_article() -> None:
    head, article = "Nets are mended\nBoats are mended as well\n\n", Settings(kind="article")
    line = "Great Evening Post of the Nordhaven Bay, July 26, 2022"
    only = parsed(f"{head}{line}\n", article)
    assert [passage.text for passage in only.passages] == [line]
    more = parsed(f"{head}It rained for a day.\n\n{line}\n", article)
    assert [passage.text for passage in more.passages] == ["It rained for a day."]
    assert more.published == "2022-07-26"


@pytest.mark.parametrize(("length", "so"), [(195, True), (205, False)])
def test_a_heading_introduces_no_long_text(length: int, so: bool) -> None:
    theme = _fill("The * of nets", length, "mending and making ")
    head = f"Press conference on nets, May 4, 2021\n\nTopic:\n{theme}\n\n"
    assert (_role(head + TALK, "Topic:") == "heading") == so


def test_headings_that_introduce_nothing() -> None:
    head = "Press conference on nets, May 4, 2021\n\n"
    assert _role(f"{head}Transcript:\n\n{TALK}", "Transcript:") == "heading"
    assert _role(f"{head}{TALK}\nModerator:\nThat is all.\n", "Moderator:") == "label"
    assert _role(f"{head}{TALK}\nSpeakers:\nBo Berg, head of it\n", "Speakers:") == "heading"
    assert _role(f"{head}Time:\n10 a.m.\n\n{TALK}", "Time:") == "heading"
    assert _role(f"{head}Time:\nThe hall\n\n{TALK}", "Time:") != "heading"


@pytest.mark.parametrize(("words", "so"), [(1, False), (2, True), (22, True), (23, False)])
def test_the_words_of_a_heading(words: int, so: bool) -> None:
    heading = " ".join(["The", *["net"] * (words - 1)])
    text = f"Mint shows coin\n\n{REPORT}It is good, they say.\n\n{heading}\n\nIt rained all day.\n"
    assert (_role(text, heading) == "heading") == so
