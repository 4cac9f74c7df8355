"""Single labels and names, as a reader understands them."""

from __future__ import annotations

import pytest

from briefings.languages import ENGLISH
from briefings.model import OutletEntry, PersonEntry
from briefings.parse.labels import candidate
from briefings.parse.speakers import Directory


def _directory(*names: str) -> Directory:
    people = (PersonEntry("lee", "Ann Lee", aliases=("Lee An",)),)
    outlets = (OutletEntry("coin", "Coin News", aliases=("CN",)),)
    made = Directory(people, outlets, ENGLISH)
    for name in names:
        made.add(name)
    return made


@pytest.mark.parametrize(
    ("printed", "name", "typo"),
    [
        ("Bo Fisherman", "Bo Fisherman", False),
        ("bo fisherman", "Bo Fisherman", False),
        ("Fisherman Bo", "Bo Fisherman", False),
        ("Mr. Fisherman", "Bo Fisherman", False),
        ("FISHERMAN", "Bo Fisherman", False),
        ("MR. B. FISHERMAN", "Bo Fisherman", False),
        ("Director Bo Fisherman", "Bo Fisherman", False),
        ("van Dam", "Jo van Dam", False),
        ("Lee An", "Ann Lee", False),
        ("Mr. Berg", None, False),  # two bear it
        ("Fisher", None, False),
        ("Bo Fishermen", "Bo Fisherman", True),
        ("Bo Fishermann", "Bo Fisherman", True),
        ("Bo Fissermann", "Bo Fisherman", True),
        ("Bo Fissermnann", None, False),
        ("Jo van Dan", "Jo van Dam", True),
        ("Jo fan Den", None, False),
        ("Speaker 2", None, False),
        ("Bo Fisherman News", None, False),
        ("Dag", None, False),
    ],
)
def test_whom_a_label_means(printed: str, name: str | None, typo: bool) -> None:
    listed = ("Bo Fisherman", "Jo van Dam", "Ann Lee", "Al Berg", "Eva Berg", "Speaker 1", "Dad")
    found = _directory(*listed).person(printed)
    assert (found and found.name, bool(found and found.typo)) == (name, typo)


def test_people_and_outlets_that_editors_know() -> None:
    made = _directory()
    assert made.person("Ann Lee") is None  # known to editors, but not here
    assert (made.add("Lee An").id, made.add("BO BERG").name) == ("lee", "Bo Berg")
    assert [known.name for known in made.names] == ["Ann Lee", "Bo Berg"]
    assert (made.outlet("cn").id, made.outlet("Coast  Radio").name) == ("coin", "Coast Radio")
    assert made.is_outlet("CN")
    assert not made.is_outlet("Coast Radio")


@pytest.mark.parametrize(
    ("text", "kind", "name", "role", "rest", "label"),
    [
        ("Ann Lee (Coast Radio): Why?", "name", "Ann Lee", "Coast Radio", "Why?",
         "Ann Lee (Coast Radio)"),
        ("Ann Lee, Coast Radio: Why?", "name", "Ann Lee", "Coast Radio", "Why?",
         "Ann Lee, Coast Radio"),
        ("Coast Radio, Ann Lee: Why?", "name", "Ann Lee", "Coast Radio", "Why?",
         "Coast Radio, Ann Lee"),
        ("Ann Lee, Bo Berg: Why?", "name", "Ann Lee, Bo Berg", None, "Why?", "Ann Lee, Bo Berg"),
        ("Moderator: Ann Lee", "chairing", "Ann Lee", None, "", "Moderator: Ann Lee"),
        ("Moderator: Ann Lee: Welcome.", "chairing", "Ann Lee", None, "Welcome.",
         "Moderator: Ann Lee"),
        ("Moderator: Lee", "chairing", None, None, "Lee", "Moderator"),
        ("Moderator Ann Lee: Welcome.", "chairing", "Ann Lee", None, "Welcome.",
         "Moderator Ann Lee"),
        ("MODERATOR ANN LEE: Welcome.", "chairing", "ANN LEE", None, "Welcome.",
         "MODERATOR ANN LEE"),
        ("Moderator Ann Lee, Coast Radio: Welcome.", "chairing", "Ann Lee", "Coast Radio",
         "Welcome.", "Moderator Ann Lee, Coast Radio"),
        ("Chairman Ann Lee: Prices fell.", "name", "Ann Lee", "Chairman", "Prices fell.",
         "Chairman Ann Lee"),
        ("Question from Coast Radio: Why?", "asking", "Coast Radio", None, "Why?",
         "Question from Coast Radio"),
        ("Answer by the minister:", "answering", None, None, "", "Answer by the minister"),
        ("Ann Lee (head of the Mint): Yes.", "name", "Ann Lee", "head of the Mint", "Yes.",
         "Ann Lee (head of the Mint)"),
        ("Ann Lee (in the hall): Yes.", "name", "Ann Lee", None, "Yes.", "Ann Lee (in the hall)"),
        ("Ann Lee (Bo Berg): Yes.", "name", "Ann Lee (Bo Berg)", None, "Yes.", "Ann Lee (Bo Berg)"),
        ("Director, Ann Lee: Yes.", "name", "Ann Lee", "Director", "Yes.", "Director, Ann Lee"),
        ("Ann Lee, Director: Yes.", "name", "Ann Lee", "Director", "Yes.", "Ann Lee, Director"),
        ("Reporter from Coast Radio: Why?", "asking", "Coast Radio", None, "Why?",
         "Reporter from Coast Radio"),
        ("Reporter in the back row:", "phrase", None, None, "", "Reporter in the back row"),
        ("Reporter in the back row: Why?", "phrase", None, None, "Why?",
         "Reporter in the back row"),
        ("Media question:", "phrase", None, None, "", "Media question"),
        ("Coast Media: Why?", "name", "Coast Media", None, "Why?", "Coast Media"),
        ("Questions raised by the people of the bay in letters to the Harbour Office of Westmark: "
         "Why is it so?", "phrase", None, None, "Why is it so?",
         "Questions raised by the people of the bay in letters to the Harbour Office of Westmark"),
        ("[Ann Lee]: Yes.", "name", "Ann Lee", None, "Yes.", "[Ann Lee]"),
        ("Q (Coast Radio): Why?", "asking", "Coast Radio", None, "Why?", "Q (Coast Radio)"),
        ("A (Ann Lee): Yes.", "answering", None, None, "Yes.", "A (Ann Lee)"),
        ("Q 12: Why?", "asking", None, None, "Why?", "Q 12"),
        ("Moderator: Ann Bo Cy Dag Lee", "chairing", None, None, "Ann Bo Cy Dag Lee", "Moderator"),
        ("Lake & Co: Why?", "name", "Lake & Co", None, "Why?", "Lake & Co"),
        ("24Hours: Why?", "name", "24Hours", None, "Why?", "24Hours"),
        ("First Radio: Why?", "name", "First Radio", None, "Why?", "First Radio"),
    ],
)  # fmt: skip
def test_parts_of_labels(
    text: str, kind: str, name: str | None, role: str | None, rest: str, label: str
) -> None:
    found = candidate(text, text)
    assert found is not None
    assert (found.kind, found.name, found.role, found.rest, found.label) == (
        kind, name, role, rest, label,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Media questions on nets, boats and piers: So it is.",
        "Answers to all of them: Yes.",
        "Answers to all of the many questions of the long day:",
        "Questions raised: So it is.",
        "mr. ann bo cy lee: Yes.",
        "Ann Lee said: Yes.",
        "Chapter 2: 5 boats",
        "Boats: 5, 6",
        "First Boats: Yes.",
        "and so on: Yes.",
        "all small words: Yes.",
        "Ann Lee of the: 5",
        "The boats; The piers: Yes.",
        "https://a.example: Yes.",
        "Ann Lee: https://a.example",
        "[https://a.example]: Yes.",
        "NOTE: This is a rough transcript.",
        "Please Note: This transcript is not edited.",
    ],
)
def test_words_before_a_colon_that_are_no_label(text: str) -> None:
    assert candidate(text, text) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ms. Holm", "Eva Holm"),
        ("HOLM", "Eva Holm"),
        ("Holm", "Eva Holm"),
        ("Eva", None),
        ("Ms. Eva", "Eva Holm"),
        ("MS. E. HOLM", "Eva Holm"),
        ("Ms. E. Holm", None),
        ("E. HOLM", None),
        ("Director Eva Holm", "Eva Holm"),
        ("Old Eva Holm", None),
        ("Dam", "Ab Dam"),
        ("Yn", None),
        ("EVA HOLN", "Eva Holm"),
        ("Eva Holn", "Eva Holm"),
        ("Ewa Holn", None),
        ("Eva Hom", "Eva Holm"),
        ("EvaHolm", "Eva Holm"),
        ("Ebb Yn", None),
        ("Jorgen Lindqvist", "Jorgen Lindquist"),
        ("Jorgan Lindqvist", "Jorgen Lindquist"),
        ("Jargan Lindqvist", None),
    ],
)
def test_whom_a_short_or_misspelt_label_means(printed: str, name: str | None) -> None:
    found = _directory("Eva Holm", "Ab Dam", "Eb Yn", "Jorgen Lindquist").person(printed)
    assert (found and found.name) == name


def test_a_directory_with_more_people_than_any_conference_has() -> None:
    for number, name in ((200, "Eva Holm"), (201, None)):
        crowd = _directory("Eva Holm", *(f"Al {'x' * n}" for n in range(1, number)))
        assert crowd.person("Eva Holm") is not None
        found = crowd.person("Eva Holn")
        assert (found and found.name) == name
