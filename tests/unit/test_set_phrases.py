"""Which words that return are set phrases, in briefings of a few sentences made up for it."""

from __future__ import annotations

from briefings.relate.phrases.variants import RunUse, _without_overlaps

from .test_spoken import _phrases

# In a briefing the sentences of one column, of which nothing returns but what is meant to.
SAID = (
    # Of three things by three briefings, in whichever form.
    ("We firmly oppose the dues.", "He firmly opposed all tolls.", "She firmly opposes fees."),
    # A name that changes is left out.
    ("We urge the Westmark side to mend it.", "They urge the Eastmark side to mend it.",
     "All urge the Northmark side to mend it."),
    # In two briefings it needs more words that say something, bound by a small one.
    ("We act with plain dealing and steady patience.",
     "They act with plain dealing and steady patience.", "Gulls eat crabs."),
    ("We kindly greet the pilots.", "They kindly greet the cooks.", "Rain fell on hills."),
    # What always goes on with the same words is the longer phrase.
    ("We gladly lend boats.", "They gladly lend boats.", "All gladly lend boats."),
    # Where something always follows the verb directly, the verb alone is a piece of it.
    ("We rarely sell nets.", "They rarely sell ropes.", "All rarely sell buoys."),
    # A list is one, the end of one thing and the beginning of another is not.
    ("We proudly show boats, nets, and ropes.", "They proudly show boats, nets, and ropes.",
     "All proudly show boats, nets, and ropes."),
    ("We gently wash decks, and climb masts.", "They gently wash decks, and climb masts.",
     "All gently wash decks, and climb masts."),
    # Nouns side by side are no phrase.
    ("Harbour lamp oil burns.", "Harbour lamp oil leaks.", "Harbour lamp oil boils."),
    # One briefing alone says nothing again, however often.
    ("We openly mourn the dead. We openly mourn the lost. We openly mourn them.", "No.", "Yes."),
)  # fmt: skip


def test_what_returns_is_a_set_phrase_or_none() -> None:
    found = _phrases(*(" ".join(column) for column in zip(*SAID, strict=True)))
    assert {one.phrase: len(one.occurrences) for one in found.values()} == {
        "firmly oppose": 3,
        "urge the … side to mend": 3,
        "act with plain dealing and steady patience": 2,
        "gladly lend boats": 3,
        "proudly show boats, nets, and ropes": 3,
    }


def test_what_returns_more_often_comes_first() -> None:
    found = _phrases(
        "We kindly lend boats. We gladly sell ropes.",
        "They kindly lend boats. They gladly sell ropes.",
        "All kindly lend boats. All gladly sell ropes.",
        "You gladly sell ropes. Rain fell on hills.",
    )
    assert [one.phrase for one in found.values()] == ["gladly sell ropes", "kindly lend boats"]


def test_of_uses_that_overlap_the_longest_stays() -> None:
    def use(statement: int, start: int, end: int) -> RunUse:
        return RunUse(0, statement, start, end, "words")

    long, within, beside, other = use(0, 2, 7), use(0, 5, 8), use(0, 7, 9), use(1, 5, 8)
    assert _without_overlaps([within, other, beside, long]) == [long, beside, other]
    # One that ends where the other begins does not overlap it.
    assert _without_overlaps([use(0, 0, 2), long]) == [use(0, 0, 2), long]
