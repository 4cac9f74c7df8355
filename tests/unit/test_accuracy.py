"""Test the measurement: what counts as right, wrong, missed or open, on a text of three turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from briefings import measured
from briefings.model.accuracy import Accuracy, Aspect, ClaimKind, Half, Measure, MeasuredText
from briefings.views.accuracy import accuracy_part
from tests.accuracy import (
    announcements,
    figures,
    gold,
    pairs,
    phrases,
    questions,
    running,
    storing,
    turns,
)
from tests.accuracy.gold import Pair, Row, Text
from tests.accuracy.published import Published
from tests.accuracy.verdicts import FOUND, Score, Verdict, by_rule, scores

TEXT = """\
Press conference on nets, 4 May 2021

Speakers:
Bo Fisher, director of the Harbour Office

Bo Fisher: We mended 1,200 nets in 2020, and 40 boats. In June we will open two new piers.

The Paper: Will the harbour shut?

Bo Fisher: There are 35 boats. We will publish a list of them next month.
"""
FIGURE = {"unit": "count", "direction": "", "from": "", "to": "", "optional": ""}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    path = tmp_path_factory.mktemp("texts") / "nets.txt"
    path.write_text(TEXT)
    return Published({"nets": path})


def text(first: int = 1, last: int = 99) -> Text:
    return Text(
        "nets", "Nets", "Harbour Office", "2021-05-04", "", (first, last), None, True, False
    )


def figure(line: int, quote: str, value: str, subject: str, **more: str) -> Row:
    return {"line": str(line), "quote": quote, "value": value, "subject": subject, **FIGURE, **more}


def outcomes(verdicts: Iterable[Verdict], aspect: str = FOUND) -> dict[str, int]:
    return dict(Counter(one.outcome for one in verdicts if one.aspect == aspect))


ALL = (
    figure(6, "1,200", "1200", "nets", **{"from": "2020-01-01", "to": "2020-12-31"}),
    figure(6, "40", "40", "boats"),
    figure(6, "two", "2", "piers"),
    figure(10, "35", "35", "boats"),
)


def own(verdicts: Iterable[Verdict], kind: str = "figure") -> list[Verdict]:
    return [one for one in verdicts if one.kind == kind]


def test_figures_that_a_reader_found_are_right(published: Published) -> None:
    found = own(figures.judge(text(), ALL, published))
    assert outcomes(found) == {"right": 4}
    for aspect in ("value", "unit", "direction", "subject"):
        assert outcomes(found, aspect) == {"right": 4}, aspect


def test_a_figure_nobody_listed_is_wrong_and_an_optional_one_is_not(published: Published) -> None:
    assert outcomes(own(figures.judge(text(), ALL[:3], published))) == {"right": 3, "wrong": 1}
    arguable = (*ALL[:3], {**ALL[3], "optional": "yes"})
    assert outcomes(own(figures.judge(text(), arguable, published))) == {"right": 3}


def test_a_figure_that_the_program_lacks_is_missed_with_the_reason(published: Published) -> None:
    year = figure(6, "2020", "2020", "nets")
    found = own(figures.judge(text(), (ALL[0], year, *ALL[1:]), published))
    assert outcomes(found) == {"right": 4, "missed": 1}
    assert [one.rule for one in found if one.outcome == "missed"] == ["refused: year"]


def test_a_refusal_of_a_figure_is_wrong_and_any_other_is_right(published: Published) -> None:
    refused = own(figures.judge(text(), ALL, published), "refusal")
    assert {one.outcome for one in refused} == {"right"}
    year = figure(6, "2020", "2020", "nets")
    refused = own(figures.judge(text(), (ALL[0], year), published), "refusal")
    assert [one.words for one in refused if one.outcome == "wrong"] == ["2020"]


def test_only_judged_lines_count(published: Published) -> None:
    assert outcomes(own(figures.judge(text(10, 10), ALL[3:], published))) == {"right": 1}


@pytest.mark.parametrize(
    ("changed", "aspect"),
    [
        ({"value": "1300"}, "value"),
        ({"unit": "people/km"}, "unit"),
        ({"direction": "increase"}, "direction"),
        ({"subject": "boats,anchors"}, "subject"),
        ({"from": "2019-01-01"}, "period"),
    ],
)
def test_each_field_is_judged_by_itself(changed: Row, aspect: str, published: Published) -> None:
    found = own(figures.judge(text(), ({**ALL[0], **changed}, *ALL[1:]), published))
    wrong = [one.aspect for one in found if one.outcome == "wrong" and one.words == "1,200"]
    assert wrong == [aspect]


def test_a_period_left_open_is_empty_and_one_that_nobody_said_is_wrong(
    published: Published,
) -> None:
    dated = {**ALL[3], "from": "2021-01-01"}
    undated = {**ALL[0], "from": "", "to": ""}
    found = own(figures.judge(text(), (undated, *ALL[1:3], dated), published))
    by_words = {one.words: one.outcome for one in found if one.aspect == "period"}
    assert by_words["35"] == "empty"
    assert by_words["1,200"] == "wrong"


def announcement(line: int, words: str, kind: str = "announcement") -> Row:
    return {"line": str(line), "words": words, "kind": kind}


PIERS, LIST = announcement(6, "we will open two"), announcement(10, "We will publish a list")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((PIERS, LIST), {"right": 2}),
        ((PIERS,), {"right": 1, "wrong": 1}),
        ((PIERS, {**LIST, "kind": "open"}), {"right": 1}),
        ((PIERS, {**LIST, "kind": "resolve"}), {"right": 1, "wrong": 1}),
        ((PIERS, LIST, announcement(8, "Will the harbour shut")), {"right": 2, "missed": 1}),
    ],
)
def test_announcements(
    rows: tuple[Row, ...], expected: dict[str, int], published: Published
) -> None:
    assert outcomes(announcements.judge(text(), rows, published)) == expected


def turn(line: int, kind: str, name: str) -> Row:
    return {"line": str(line), "kind": kind, "name": name}


def test_turns(published: Published) -> None:
    rows = (
        turn(6, "official", "Fisher"),
        turn(8, "outlet/unknown", "The Paper/Ann Lee"),
        turn(10, "chair", "Anchor"),
    )
    found = list(turns.judge(text(), rows, published))
    assert outcomes(found) == {"right": 3}
    assert outcomes(found, "asks or answers") == {"right": 2, "wrong": 1}
    assert outcomes(found, "asker") == {"right": 1}
    assert outcomes(found, "speaker") == {"right": 1, "wrong": 1}
    found = list(turns.judge(text(), (turn(7, "official", ""), rows[2]), published))
    assert outcomes(found) == {"right": 1, "wrong": 2, "missed": 1}


def test_pairs_of_texts(tmp_path: Path) -> None:
    (tmp_path / "transcript.txt").write_text(TEXT)
    (tmp_path / "article.txt").write_text(
        "Boats in the harbour\n\n4 May 2021\n\nA total of 1,200 nets and 40 "
        "boats were mended in 2020, Bo Fisher, director of the Harbour Office, said on Tuesday.\n\n"
        "There are 53 boats, he said.\n"
    )
    sources = {name: tmp_path / f"{name}.txt" for name in ("transcript", "article")}
    found = Published(sources, dict.fromkeys(sources, "event: nets\n"))
    nets, boats = ("We mended 1,200", "A total of 1,200"), ("There are 35", "There are 53")
    told = ("value", "35 boats", "53 boats")
    known = Pair("nets", tmp_path, (nets, boats), (told, ("date", "June", "Tuesday")))
    verdicts = list(pairs.judge(known, found))
    assert outcomes(own(verdicts, "alignment")) == {"right": 2}
    assert outcomes(own(verdicts, "discrepancy")) == {"right": 1, "missed": 1}
    unknown = Pair("nets", tmp_path, (nets,), ())
    verdicts = list(pairs.judge(unknown, found))
    assert outcomes(own(verdicts, "alignment")) == {"right": 1, "wrong": 1}
    assert outcomes(own(verdicts, "discrepancy")) == {"wrong": 1}
    open_ = Pair("nets", tmp_path, (nets,), (), (boats,), (told,))
    verdicts = list(pairs.judge(open_, found))
    assert outcomes(own(verdicts, "alignment")) == {"right": 1}
    assert outcomes(own(verdicts, "discrepancy")) == {}


class _Phrases(Published):
    """Published phrases and nothing else."""

    def __init__(self, *said: str) -> None:
        self._said = said

    def has(self, stem: str) -> bool:
        return stem == "phrases"

    def rows(self, stem: str) -> list[dict[str, str]]:
        return [{"phrase": one} for one in self._said] if stem == "phrases" else []


def test_phrases() -> None:
    rows = [
        {"phrase": "at an early date", "set_phrase": "yes"},
        {"phrase": "in due course", "set_phrase": "yes"},
        {"phrase": "the old harbour", "set_phrase": "no"},
        {"phrase": "deepen cooperation", "set_phrase": "later"},
        {"phrase": "firmly support", "set_phrase": "later"},
    ]
    found = _Phrases(
        "resume talks at an early date", "old harbour", "nets and boats", "firmly support"
    )
    assert outcomes(phrases.judge(rows, found)) == {"right": 2, "wrong": 1, "missed": 1}
    assert phrases.unjudged(rows, found) == ["nets and boats"]


def test_scores_add_up() -> None:
    verdicts = [
        Verdict("figure", FOUND, "right", "a", 1, "3", "level"),
        Verdict("figure", FOUND, "right", "a", 1, "4", "change"),
        Verdict("figure", FOUND, "wrong", "a", 1, "5", "level"),
        Verdict("figure", FOUND, "missed", "a", 1, "6"),
        Verdict("figure", "period", "right", "a", 1, "3"),
        Verdict("figure", "period", "empty", "a", 1, "4"),
        Verdict("figure", "period", "wrong", "a", 1, "5"),
    ]
    found = scores(verdicts)
    assert found["figure", FOUND] == Score(2, 1, 1, 0)
    assert found["figure", FOUND].precision == found["figure", FOUND].recall == 0.667
    assert found["figure", "period"].right_or_empty == 0.667
    assert by_rule(verdicts)["figure", "level"] == Score(1, 1)
    assert Score().precision is Score().recall is Score().right_or_empty is None


@pytest.mark.parametrize("half", gold.HALVES)
def test_the_lists_are_of_texts_that_are_named(half: Half) -> None:
    known = gold.load(half)
    if known is None:
        return
    ids = {one.id for one in known.texts}
    for rows in (known.figures, known.announcements, known.turns, known.questions):
        assert {row["text"] for row in rows} <= ids
    assert {row["kind"] for row in known.announcements} <= {"announcement", "resolve", "open"}
    for one in known.texts:
        if one.kept:
            assert one.path is not None
            assert gold.digest(one.path) == one.sha256, one.id
        for rows in (known.figures, known.announcements):
            for row in rows:
                assert row["text"] != one.id or one.judged(int(row["line"])), row


def test_texts_that_are_kept_elsewhere_are_found_by_their_sum(tmp_path: Path) -> None:
    (tmp_path / "half" / "below").mkdir(parents=True)
    path = tmp_path / "half" / "below" / "any-name.txt"
    path.write_text("nets")
    assert gold.by_digest(tmp_path)[gold.digest(path)] == path


def test_a_half_is_judged_whole(tmp_path: Path) -> None:
    path = tmp_path / "nets.txt"
    path.write_text(TEXT)
    half = gold.Gold(
        "seen",
        (replace(text(), path=path), replace(text(), id="elsewhere")),
        tuple({"text": "nets", **row} for row in ALL),
        ({"text": "nets", **PIERS},),
        ({"text": "nets", **turn(6, "official", "Fisher")},),
        questions=(),
        phrases=(),
        pairs=(),
    )
    verdicts = list(running.verdicts(half))
    found = scores(verdicts)
    assert found["figure", FOUND] == Score(4)
    assert [one.id for one in half.missing] == ["elsewhere"]
    stored = storing.record([half], {"seen": verdicts})
    assert [(one["id"], one["measured"]) for one in stored["texts"]] == [
        ("nets", True),
        ("elsewhere", False),
    ]
    rows = {(one["kind"], one["aspect"]): one["right"] for one in stored["measures"]}
    assert (rows["figure", FOUND], rows["announcement", FOUND], rows["turn", FOUND]) == (4, 1, 1)


def test_what_is_stored_is_of_the_texts_and_lists_that_are_here() -> None:
    """Out of step: run `make accuracy ARGS="--texts DIR --write"`."""
    stored = measured.accuracy()
    here = [known for half in gold.HALVES if (known := gold.load(half))]
    assert {(one.half, one.id): (one.sha256, one.claims) for one in stored.texts} == {
        (known.half, one.id): (one.sha256, storing.claims(known, one.id))
        for known in here
        for one in known.texts
    }
    assert {one.half for one in stored.measures} == {known.half for known in here}
    kinds = {one.kind for one in stored.measures}
    assert kinds == set(get_args(ClaimKind))
    for known in here:
        figure = next(
            one
            for one in stored.measures
            if (one.half, one.kind, one.aspect) == (known.half, "figure", FOUND)
        )
        at_hand = {one.id for one in stored.texts if one.half == known.half and one.measured}
        wanted = sum(row["optional"] != "yes" and row["text"] in at_hand for row in known.figures)
        assert figure.right + figure.missed == wanted


def test_stored_shares_are_those_of_the_counts() -> None:
    stored = measured.accuracy()
    for one in (*stored.measures, *stored.rules):
        score = Score(one.right, one.wrong, one.missed, one.empty)
        found = one.aspect == FOUND
        assert one.precision == (score.precision if found else score.right_or_empty), one
        assert one.recall == (score.recall if found and not one.rule else None), one


def measure(half: Half, kind: ClaimKind, aspect: Aspect, score: Score) -> Measure:
    return Measure(
        half, kind, aspect, "", score.right, score.wrong, score.missed, score.empty,
        score.precision, score.recall,
    )  # fmt: skip


def test_readers_are_told_in_plain_words() -> None:
    new = MeasuredText(
        "a", "unseen", "Briefing", "Harbour Office", "2021-05-04", "0", True, 130, True
    )
    known = MeasuredText("b", "seen", "Briefing", "Ferry Board", "2021-05-05", "0", False, 9, True)
    other = MeasuredText("c", "unseen", "Briefing", "Mint", "2021-05-06", "0", False, 0, True)
    absent = MeasuredText("d", "unseen", "Briefing", "Assay", "2021-05-07", "0", False, 9, False)
    part = accuracy_part(
        Accuracy(
            (new, known, other, absent),
            (
                measure("unseen", "figure", FOUND, Score(114, 6, 6)),
                measure("unseen", "figure", "period", Score(80, 4, 0, 30)),
                measure("seen", "figure", FOUND, Score(9, 1)),
            ),
            (),
        )
    )
    assert part is not None
    assert part.sentence == (
        "Of 120 figures that a reader found in 1 other text that no rule of the program was "
        "written for, the program found 114; of 100 figures that it gave, 95 were right."
    )
    assert [(row.name, row.cells) for row in part.rows] == [
        ("Figures", ["114 of 120", "114 of 120", "9 of 10", "9 of 9"]),
        ("their period", ["80 of 84", "84 of 114", "–", "–"]),
    ]
    assert part.texts[0] == (
        "New texts: Harbour Office, Briefing, 4 May 2021; Mint, Briefing, 6 May 2021."
    )
    assert accuracy_part(Accuracy((), (), ())) is None


@pytest.mark.parametrize(
    ("half", "score", "sentence"),
    [
        ("seen", Score(9, 1, 3), "Of 12 figures that a reader found in 1 other text that rules of "
         "the program may have been written for, the program found 9; of 100 figures that it gave, "
         "90 were right."),
        ("unseen", Score(1, 0, 0), "Of 1 figure that a reader found in 1 other text that no rule "
         "of the program was written for, the program found 1; of 100 figures that it gave, 100 "
         "were right."),
        # No share can be said of what was not given, or of what is not there.
        ("seen", Score(0, 0, 4), "A reader judged 1 other text that rules of the program may have "
         "been written for."),
        ("unseen", Score(0, 3, 0), "A reader judged 1 other text that no rule of the program was "
         "written for."),
    ],
)  # fmt: skip
def test_one_half_is_summed_up_by_itself(half: Half, score: Score, sentence: str) -> None:
    text = MeasuredText(
        "b", half, "Boats", "Ferry Board", "2021-05-05", "0", False, 1, measured=True
    )
    part = accuracy_part(Accuracy((text,), (measure(half, "figure", FOUND, score),), ()))
    assert part is not None
    assert part.sentence == sentence
    word = {"seen": "known", "unseen": "new"}[half]
    assert part.columns == [f"Right, {word} texts", f"Found, {word} texts"]
    assert part.texts == [f"{word.capitalize()} texts: Ferry Board, Boats, 5 May 2021."]


def test_a_cell_says_of_how_many() -> None:
    """Of fields only those left open are missing, and where there are none the cell is empty."""
    part = accuracy_part(
        Accuracy(
            (),
            (
                measure("unseen", "turn", "asker", Score(2, 1, 0, 4)),
                measure("unseen", "turn", FOUND, Score(0, 0, 5)),
                measure("unseen", "announcement", FOUND, Score(0, 2, 3)),
                measure("unseen", "turn", "speaker", Score(5, 1)),
            ),
            (),
        )
    )
    assert part is not None
    assert [(row.name, row.field, row.cells) for row in part.rows] == [
        ("Announcements", False, ["0 of 2", "0 of 3"]),
        ("Turns", False, ["–", "0 of 5"]),
        ("who speaks", True, ["5 of 6", ""]),
        ("who asks", True, ["2 of 3", "3 of 7"]),
    ]


ASKED = """\
Press conference on nets

Q    Could you brief us on the state of the nets?

MR. FISHER:  They are whole.

Q    What is your comment on the storm of last Monday in the bay?

MR. FISHER:  It was strong.

Q    And the boats?

MR. FISHER:  There are 35 boats.
"""


def test_what_a_question_is_about_is_right_wrong_or_left_open(tmp_path: Path) -> None:
    path = tmp_path / "nets.txt"
    path.write_text(ASKED)
    rows = [
        {"text": "nets", "line": "3", "about": "ferries/state,nets"},
        {"text": "nets", "line": "7", "about": "storm,harbour/tide"},
        {"text": "nets", "line": "11", "about": "boats"},
    ]
    judged = [
        (one.line, one.outcome) for one in questions.judge(text(), rows, Published({"nets": path}))
    ]
    assert judged == [(3, "right"), (7, "wrong"), (11, "missed")]
