"""Who speaks in a turn, who chairs, and which lines below and within turns are no speech."""

from __future__ import annotations

from briefings.model import LabelRuling, Settings
from tests.unit.test_parse import parsed
from tests.unit.test_parse_conventions import ASKED, SAID, TITLE, labels


def kinds(*paragraphs: str) -> list[str]:
    """The kind and the name of each speaker."""
    witness = parsed("\n\n".join((TITLE, *paragraphs)) + "\n")
    return [f"{turn.speaker.kind} {turn.speaker.name or '-'}" for turn in witness.turns]


def test_what_a_speaker_who_is_on_no_list_is() -> None:
    q, a = "Q: " + ASKED, "A: " + SAID
    ash, times = "Mr. Ash: " + SAID, "Coast Times: Is it so?"
    known = ["official Ash", "outlet Coast Times"]
    owl = "Grey Owl: So it is."
    # one who answers an outlet, and one who says that it is an answer
    assert kinds(ash, times, owl) == [*known, "official Grey Owl"]
    assert kinds(ash, times, "Grey Owl: Thank you for your question.") == [
        *known, "official Grey Owl",
    ]  # fmt: skip
    # one who asks, with or without a name of his own
    assert kinds(ash, "Grey Owl: This is Grey of the Post. Is it so?", ash) == [
        "official Ash", "outlet Grey Owl", "official Ash",
    ]  # fmt: skip
    assert kinds(ash, "Grey Owl: This is Grey from the Post.", ash) == [
        "official Ash", "outlet Grey Owl", "official Ash",
    ]  # fmt: skip
    assert kinds(ash, "Grey Owl: Is it so?", ash) == [
        "official Ash", "outlet Grey Owl", "official Ash",
    ]  # fmt: skip
    # one whom the turn before calls by a title
    called = "Mr. Ash: It is as it is. Ms. Owl, please."
    assert kinds(called, "Grey Owl: Is it so?", ash) == [
        "chair Ash", "official Grey Owl", "chair Ash",
    ]  # fmt: skip
    # one whom the text calls by a title, one with an office
    assert kinds(q, a, "DIRECTOR OWL: Is it so?", a)[2] == "official Owl"
    assert kinds(q, a, "Grey Owl, head of the Mint: Is it so?", a)[2] == "official Grey Owl"
    assert kinds(q, "A: I thank Mr. Grey Owl.", "Grey Owl: Is it so?", a)[2] == "official Grey Owl"
    assert kinds(q, a, "Owl, Coast Times: Is it so?", a)[2] == "outlet Coast Times"
    # the first one who speaks, whatever is asked in between
    assert kinds("Grey Owl: Good morning, all of you.", q, a) == [
        "official Grey Owl", "unknown -", "official -",
    ]  # fmt: skip
    assert kinds("Moderator: Good morning.", q, "Grey Owl: So it is.") == [
        "chair -", "unknown -", "official Grey Owl",
    ]  # fmt: skip


def test_who_chairs() -> None:
    floor = "Good morning. I give the floor to {}."
    fisher, times = "Mr. Bo Fisher: " + SAID, "Coast Times: Is it so?"
    ash = "Mr. Al Ash: " + SAID
    lee = "Ms. Ann Lee: " + floor.format("Mr. Bo Fisher")
    end = "Ms. Ann Lee: Thank you all. The press conference is now concluded."
    talk = [fisher, times, fisher]
    officials = ["official Bo Fisher", "outlet Coast Times", "official Bo Fisher"]
    assert kinds(lee, *talk) == ["chair Ann Lee", *officials]
    assert kinds(lee, *talk, end) == ["chair Ann Lee", *officials, "chair Ann Lee"]
    # one who only ends it
    assert kinds(ash, *talk, end) == ["official Al Ash", *officials, "chair Ann Lee"]
    # one who answers is none
    assert kinds(lee, *talk, times, "Ms. Ann Lee: " + SAID)[0] == "official Ann Lee"
    # one who mostly says other things is none
    said = ["Ms. Ann Lee: " + SAID] * 2
    assert kinds(lee, *said, *talk)[0] == "official Ann Lee"
    # nor is the only official
    assert kinds(lee, times, "Ms. Ann Lee: The floor is open for questions.")[0] == (
        "official Ann Lee"
    )
    # calls of one or two words between turns
    calls = [ash, times, fisher, "Ms. Ann Lee: Next, please.", times, ash, "Ms. Ann Lee: Next.",
             times, fisher]  # fmt: skip
    assert [who for who in kinds(*calls) if "Lee" in who] == ["chair Ann Lee"] * 2


def test_headings_within_turns_are_nobody_s_speech() -> None:
    def roles(*paragraphs: str) -> list[str]:
        witness = parsed("\n\n".join((TITLE, *paragraphs)) + "\n")
        return [str(line.role) for line in witness.lines][1:]

    ash, times = "Mr. Ash: " + SAID, "Coast Times: " + ASKED
    assert roles(ash, "## The boats", times, ash) == ["passage", "heading", "passage", "passage"]
    assert roles(ash, "## The boats are mended.", times, ash)[1] == "passage"
    assert roles(ash, "## " + "The boats " * 17, times, ash)[1] == "passage"
    # remarks and sounds
    assert roles(ash, "(Laughter.)", times, ash)[1] == "dateline"
    assert roles(ash, "(Laughter.)", "So it is.", times)[1] == "passage"
    assert roles(ash, "The reporter nodded.", times, ash)[1] == "dateline"
    assert roles(ash, "(The minister left the hall.)", "So it is.", times)[1] == "dateline"
    assert roles(ash, times, "(Laughter.)")[2] == "dateline"
    assert roles(ash, "Ash shook his head.", times)[1] == "dateline"
    assert roles(ash, "Berg shook his head.", times)[1] == "passage"
    named = ["Mr. Ash:", "(Laughter.)", SAID, "Coast Times:", ASKED, "Mr. Ash:", SAID]
    assert roles(*named)[:3] == ["label", "passage", "passage"]
    named[1] = "(The minister left the hall.)"
    assert roles(*named)[:3] == ["label", "dateline", "passage"]
    named[1] = "The reporter nodded."
    assert roles(*named)[:3] == ["label", "passage", "passage"]


def test_labels_that_are_printed_twice_or_have_no_text() -> None:
    talk = ["Mr. Ash:", SAID, "Coast Times:", ASKED]
    assert labels(*talk, "Mr. Ash:", "Mr. Ash:", SAID) == ["Mr. Ash", "Coast Times", "Mr. Ash"]
    assert labels(*talk, "Mr. Ash:", "Mr. Elm:", SAID) == [
        "Mr. Ash", "Coast Times", "Mr. Ash", "Mr. Elm",
    ]  # fmt: skip
    assert labels(*talk, "Mr. Ash:", SAID, "Mr. Ash:", SAID) == [
        "Mr. Ash", "Coast Times", "Mr. Ash", "Mr. Ash",
    ]  # fmt: skip


def test_questions_that_lost_their_label() -> None:
    lee, berg = "Ms. Ann Lee: {}", "Mr. Bo Berg: " + SAID
    thanks, asked = lee.format("They are. Thank you."), "The boats are old. Are they mended?"
    lost = ["Ms. Ann Lee", None, "Mr. Bo Berg"]
    assert labels(thanks, asked, berg) == lost
    # not after an answer that goes on, unless a larger gap is between
    assert labels(lee.format("They are."), asked, berg) == ["Ms. Ann Lee", "Mr. Bo Berg"]
    assert labels(lee.format("They are."), "\n\n" + asked, berg) == lost
    # not where it asks nothing, or what follows is a list
    assert labels(thanks, "The boats are old.", berg) == ["Ms. Ann Lee", "Mr. Bo Berg"]
    assert labels(thanks, "Are the boats old? These are:", berg) == ["Ms. Ann Lee", "Mr. Bo Berg"]
    # three paragraphs at most
    rain = "It rained here."
    assert labels(thanks, rain, rain, asked, berg) == lost
    assert labels(thanks, rain, rain, rain, asked, berg) == ["Ms. Ann Lee", "Mr. Bo Berg"]
    # not before a question, nor at the end
    assert labels(thanks, asked, "Coast Times: " + ASKED) == ["Ms. Ann Lee", "Coast Times"]
    assert labels(berg, thanks, asked) == ["Mr. Bo Berg", "Ms. Ann Lee"]


def below(*lines: str) -> list[str]:
    """The roles of lines below a talk, with the rule of those that are left out."""
    talk = (TITLE, "Mr. Ash: " + SAID, "Coast Times: " + ASKED, "Mr. Ash:", SAID)
    found = parsed("\n\n".join((*talk, *lines)) + "\n").lines[len(talk) :]
    return [f"{line.role} {line.rule}" if line.rule else line.role for line in found]


NOTICE = "In case of differences, the Norse text shall prevail."


def test_what_a_page_adds_at_its_end() -> None:
    assert below("END") == ["boilerplate end-mark"]
    assert below("END", "It rained all day long.") == [
        "boilerplate end-mark", "boilerplate after-end",
    ]  # fmt: skip
    assert below("END", "10:30 a.m.") == ["boilerplate end-mark", "dateline"]
    assert below("END", "Mr. Ash: So it is.") == ["boilerplate end-mark", "passage"]
    assert below("END", "Mr. Ash: So it is.", "It rained all day long.")[1:] == ["passage"] * 2
    assert below("Translated by Cy Alm") == ["credit"]
    assert below("Translated by Cy Alm", "It rained all day long.") == [
        "credit", "boilerplate after-end",
    ]  # fmt: skip
    assert below(NOTICE) == ["notice"]
    assert below(NOTICE, "It rained all day long.") == ["notice", "boilerplate after-end"]
    assert below(f"({NOTICE})") == ["notice"]
    assert below(f"(It rained. {NOTICE})") == ["notice"]
    assert below(f"It rained all day long. {NOTICE}") == ["passage"]
    assert below("Related news", "A boat sank in the bay on Monday.") == [
        "boilerplate related", "boilerplate related",
    ]  # fmt: skip
    assert below("Mr. Ash:", "Related news", "A boat sank in the bay.")[1:] == ["passage"] * 2


def test_a_credit_and_a_notice_on_one_line() -> None:
    talk = (TITLE, "Mr. Ash: " + SAID, "Coast Times: " + ASKED, f"Translated by Cy Alm. {NOTICE}")
    witness = parsed("\n\n".join(talk) + "\n")
    assert (witness.credits.translators, witness.credits.notice) == (("Cy Alm",), NOTICE)
    assert [(part.role, part.start) for part in witness.lines[-1].parts] == [
        ("credit", 0), ("notice", 21),
    ]  # fmt: skip


def test_short_lines_at_the_end_are_no_speech() -> None:
    assert below("Harbour Office of Westmark") == ["boilerplate after-end"]
    assert below("Harbour Office", "of Westmark") == ["boilerplate after-end"] * 2
    assert below("Harbour Office", "It rained all day long.") == ["passage", "passage"]
    assert below("(Harbour Office)") == ["passage"]
    assert below("- Harbour Office") == ["passage"]
    assert below("It rained.") == ["passage"]
    assert below("It rained.”") == ["passage"]
    assert below("10:30 a.m.") == ["dateline"]
    assert below("10:30 a.m.", "Harbour Office of Westmark") == [
        "dateline",
        "boilerplate after-end",
    ]
    for length, role in ((150, "boilerplate after-end"), (170, "passage")):
        assert below(("mending and making " * 10)[:length].rstrip().ljust(length, "x")) == [role]
    assert below("Mr. Ash:", "Harbour Office of Westmark") == ["label", "passage"]
    assert below("Mr. Ash: Harbour Office of Westmark", "of Westmark") == [
        "passage", "boilerplate after-end",
    ]  # fmt: skip


def test_whether_a_text_is_the_whole_transcript() -> None:
    def kind(*paragraphs: str) -> str:
        return parsed("\n\n".join((TITLE, *paragraphs)) + "\n").kind

    ash, times, pager = "Mr. Ash: " + SAID, "Coast Times: " + ASKED, "1 2 3 4 5 >"
    end = "Moderator: That is the end of today."
    assert kind(ash, times, ash, end) == "transcript"
    assert kind(ash, times, ash, end, pager) == "partial-transcript"
    # all pages, one after another
    assert kind(ash, pager, times, pager, end) == "transcript"
    assert kind(ash, pager, times, pager, ash) == "partial-transcript"
    assert kind("It rained all day long.", pager, times, pager, end) == "partial-transcript"
    # the rest of an answer, an opening statement, a question
    assert kind("It rained all day long.", times, ash) == "partial-transcript"
    assert kind("Good morning. It rained all day long.", times, ash) == "transcript"
    assert kind("Question: " + ASKED, "Answer: " + SAID) == "transcript"


def test_the_only_official_answers_and_opens() -> None:
    lee = ["Speaker:", "Ann Lee, head of the Mint"]
    talk = ["Question: " + ASKED, "Answer: " + SAID]
    assert kinds(*lee, "Good morning. It rained.", *talk) == [
        "official Ann Lee", "unknown -", "official Ann Lee",
    ]  # fmt: skip
    both = [*lee, "Bo Berg, head of the Bank"]
    assert kinds(*both, "Good morning. It rained.", *talk) == [
        "unknown -", "unknown -", "official -",
    ]  # fmt: skip


def test_the_listed_chair() -> None:
    people = ["Speakers:", "Ann Lee, head of the Mint", "Bo Berg, head of the Bank",
              "Chair:", "Cy Alm, spokesperson of the Mint"]  # fmt: skip
    alm, lee = "Cy Alm: " + SAID, "Ann Lee: " + SAID
    assert kinds(*people, alm, lee, "Mr. Alm: " + SAID) == [
        "chair Cy Alm", "official Ann Lee", "chair Cy Alm",
    ]  # fmt: skip
    assert kinds(*people, "Moderator: " + SAID, lee)[0] == "chair Cy Alm"
    assert kinds(*people, "Moderator: Dag Holm: " + SAID, lee)[0] == "chair Dag Holm"
    # another is not made the chair by what she says
    floor = "Ann Lee: Good morning. I give the floor to Mr. Bo Berg."
    assert kinds(*people, floor, "Bo Berg: " + SAID)[0] == "official Ann Lee"


def test_what_editors_say_of_a_label() -> None:
    people = ["Speakers:", "Ann Lee, head of the Mint", "Chair:", "Cy Alm, head of the Bank"]
    lines = "\n\n".join((TITLE, *people, "Grey Owl: " + SAID, "It rained.", "Ann Lee: " + SAID))

    def ruled(*rulings: LabelRuling) -> list[str]:
        turns = parsed(lines + "\n", Settings(labels=rulings)).turns
        return [f"{t.speaker.kind} {t.speaker.name or '-'} {t.speaker.id or '-'}" for t in turns]

    lee = "official Ann Lee ann-lee"
    assert ruled(LabelRuling(11, True)) == ["official Grey Owl grey-owl", lee]
    assert ruled(LabelRuling(11, False)) == ["unknown - -", lee]
    assert ruled(LabelRuling(11, True, kind="outlet")) == ["outlet Grey Owl grey-owl", lee]
    assert ruled(LabelRuling(11, True, "Coast Times", "outlet")) == [
        "outlet Coast Times coast-times", lee,
    ]  # fmt: skip
    assert ruled(LabelRuling(11, True, "Jo Roe")) == ["official Jo Roe jo-roe", lee]
    assert ruled(LabelRuling(11, True, "Jo Roe", "chair")) == ["chair Jo Roe jo-roe", lee]
    assert ruled(LabelRuling(11, True, "Cy Alm")) == ["chair Cy Alm cy-alm", lee]
    assert ruled(LabelRuling(11, True, kind="unknown")) == ["unknown - -", lee]
    assert ruled(LabelRuling(11, True, "somebody", "unknown")) == ["unknown somebody -", lee]
    # a line that is no label begins a turn of the speaker whom editors name
    owl = LabelRuling(11, True)
    assert ruled(owl, LabelRuling(13, False, "Jo Roe")) == [
        "official Grey Owl grey-owl", "official Jo Roe jo-roe", lee,
    ]  # fmt: skip
    assert ruled(owl, LabelRuling(13, False, kind="unknown")) == [
        "official Grey Owl grey-owl", "unknown - -", lee,
    ]  # fmt: skip
    assert ruled(owl, LabelRuling(13, False)) == ["official Grey Owl grey-owl", lee]
    assert ruled(owl, LabelRuling(13, True)) == [
        "official Grey Owl grey-owl", "unknown - -", lee,
    ]  # fmt: skip
    # a part of a line goes before the whole line
    part = LabelRuling(11, True, "Jo Roe", begins="Grey  Owl")
    assert ruled(owl, part) == ["official Jo Roe jo-roe", lee]
    assert ruled(LabelRuling(11, True, "Jo Roe", begins="Red Elk")) == ["unknown - -", lee]
