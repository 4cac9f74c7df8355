"""How sentences of two texts of one event are paired, by their kinds, groups and places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.model import Passage, Section, Settings, Source, Speaker, Turn, Witness
from briefings.model.relations import Pair
from briefings.relate.align.pairs import align, repetitions

from .test_linking import FILLING, A, B, C, sentences

BO = Speaker("official", "bo-fisher", "Bo Fisher", "Bo Fisher")
D = "Lamps of the old tower burned for nine stormy nights without any oil."


def _witness(source: str, *texts: str, article: bool = False) -> Witness:
    """A text of as many passages, all of one turn or one section."""
    before = "b-" if source == "b" else ""
    passages = tuple(Passage(f"{before}p{n}", text, n, n) for n, text in enumerate(texts))
    return Witness(
        Source(source, "x.txt", "x.txt", "0", (), "text"), Settings(),
        "article" if article else "transcript",
        turns=() if article else (Turn("t1", BO, passages),),
        sections=(Section("s1", None, None, passages),) if article else (),
        briefing="x",
    )  # fmt: skip


def _aligned(left: list[str], right: list[str], article: bool = True) -> list[Pair]:
    a, b = _witness("a", *left), _witness("b", *right, article=article)
    theirs = [
        replace(one, place=replace(one.place, passage=f"b-{one.place.passage}"))
        for one in sentences(*right, source="b")
    ]
    found = align(a, sentences(*left), b, theirs)
    return [
        replace(one, b=replace(one.b, passage=(one.b.passage or "").removeprefix("b-")))
        for one in found
    ]


def _told(pairs: list[Pair]) -> list[tuple[str | None, str | None, str]]:
    return [(one.a.passage, one.b.passage, one.kind) for one in pairs]


def test_a_paragraph_that_both_have_is_one_pair_and_the_rest_is_paired_by_sentences() -> None:
    told = "Near the old lighthouse the bureau sank 240 rusty boats last autumn."
    found = _aligned([A, B, C, D], [C, told, B, D.replace("burned", "were lit")])
    assert _told(found) == [
        ("p0", "p1", "paraphrase"), ("p1", "p2", "identical"), ("p2", "p0", "identical"),
        ("p3", "p3", "near-identical"),
    ]  # fmt: skip
    paraphrase, whole, *_ = found
    assert whole.id == "a-p1--b-p2"
    assert (whole.score, whole.a.start, whole.a.end) == (1.0, 0, len(B))
    assert 0.5 < paraphrase.score < 1


def test_a_paragraph_that_stands_twice_is_paired_in_order() -> None:
    assert _told(_aligned([B, A, B], [B, B, C])) == [
        ("p0", "p0", "identical"), ("p2", "p1", "identical"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (A.replace("autumn", "Autumn"), "identical"),
        (A.replace("near", "by"), "near-identical"),
        (f"“{A}”", "quotation"),
        # Less than half of it are the speaker's words.
        (f"He added: “{A[:30]}” and then spoke at length of all boats near the old lighthouse in"
         " autumn that the bureau sank.", "paraphrase"),
        ("Near the old lighthouse 240 boats of the bureau were sunk.", "paraphrase"),
    ],
)  # fmt: skip
def test_a_pair_says_how_alike_its_sentences_are(told: str, kind: str) -> None:
    assert _told(_aligned([A, *FILLING], [told]))[:1] == [("p0", "p0", kind)]


def test_quotation_marks_of_a_transcript_are_no_quotation() -> None:
    assert _told(_aligned([A, *FILLING], [f"“{A}”"], article=False)) == [
        ("p0", "p0", "near-identical")
    ]


def test_sentences_retold_in_two_are_one_group() -> None:
    whole = f"{A[:-1]}, and fishermen sold smoked herring at every northern market."
    parts = [A, "Fishermen sold smoked herring at every northern market.", C]
    found = _aligned([whole, D], parts)
    groups = {(one.a.passage, one.b.passage): one.group for one in found}
    assert groups["p0", "p0"] == groups["p0", "p1"]
    lone = _aligned([A, B], [A.replace("near", "by"), B.replace("along", "on")])
    assert len({one.group for one in lone}) == 2
    assert [one.group for one in lone] == [one.id for one in lone]


def test_two_groups_that_a_later_pair_joins_become_one() -> None:
    one = f"{A[:-1]}, and fishermen sold smoked herring at every northern market."
    other = f"{B[:-1]}, and three surgeons of the island hospital examined all children."
    found = _aligned([A, B, C], [one, other])
    assert {(it.a.passage, it.b.passage) for it in found} >= {("p0", "p0"), ("p1", "p1")}
    by_sentence: dict[tuple[int, str | None], set[str]] = {}
    for it in found:
        for end in ((0, it.a.passage), (1, it.b.passage)):
            by_sentence.setdefault(end, set()).add(it.group)
    assert all(len(groups) == 1 for groups in by_sentence.values())


def test_groups_become_one_with_all_their_pairs() -> None:
    """The third sentence has what the first and the second leave over of their counterparts."""
    surgeons = "three surgeons of the island hospital examined all children for fever"
    lamps = "lamps of the windy tower burned for nine stormy nights without oil"
    found = _aligned(
        [A, B, f"{surgeons.capitalize()}, and {lamps}."],
        [f"{A[:-1]}, and {surgeons}.", f"{B[:-1]}, and {lamps}."],
    )
    assert [(one.a.passage, one.b.passage) for one in found] == [
        ("p0", "p0"), ("p1", "p1"), ("p2", "p0"), ("p2", "p1"),
    ]  # fmt: skip
    assert {one.group for one in found} == {found[0].id}


def test_pairs_that_cross_are_two_groups() -> None:
    found = _aligned([A, B], [B.replace("along", "on"), A.replace("near", "by")])
    assert [one.group for one in found] == [one.id for one in found]
    assert len(found) == 2


def _repeated(*texts: str) -> list[tuple[str | None, str | None, str]]:
    return _told(repetitions(_witness("a", *texts), sentences(*texts)))


def test_a_text_repeats_itself_where_a_later_sentence_is_nearly_an_earlier_one() -> None:
    again = A.replace("sank", "scuttled")
    assert _repeated(A, B, again, C) == [("p0", "p2", "near-identical")]
    assert _repeated(A, B, A, C) == [("p0", "p2", "identical")]
    assert _repeated(A, B, C) == []
    # The first that is said is the one that is repeated.
    assert _repeated(A, A, B, A) == [("p0", "p1", "identical"), ("p0", "p3", "identical")]


def test_short_sentences_and_courtesies_are_no_repetition() -> None:
    short = "Rusty boats sank near lighthouses."
    assert _repeated(short, B, short) == []
    longer = "Six rusty boats sank near lighthouses."
    assert _repeated(longer, B, longer) == [("p0", "p2", "identical")]
    thanks = "Thank you for your question on rusty boats near old northern lighthouses."
    assert _repeated(thanks, B, thanks) == []
    asked = thanks.replace("Thank you for your", "They answered every")
    assert _repeated(asked, B, asked) == [("p0", "p2", "identical")]


def test_sentences_that_share_half_of_their_words_are_no_repetition() -> None:
    half = "The bureau sank 240 rusty boats while fishermen quarrelled over three cold markets."
    assert _repeated(A, half, C) == []


def test_a_paragraph_known_as_repeated_is_one_pair() -> None:
    first, second = Passage("p0", A, 0, 0), Passage("p1", A, 1, 1, "p0")
    witness = _witness("a", A, A)
    witness = Witness(
        witness.source, witness.settings, "transcript",
        turns=(Turn("t1", BO, (first, second)),), briefing="x",
    )  # fmt: skip
    found = repetitions(witness, sentences(A, A))
    assert _told(found) == [("p0", "p1", "identical")]
    assert (found[0].score, found[0].b.end) == (1.0, len(A))


def test_only_the_same_words_have_the_highest_score() -> None:
    """The passages have more sentences than these two, so that they are not the same."""
    a, b = _witness("a", f"{A} {B}"), _witness("b", f"{A} {C}")
    (same,) = align(a, sentences(A), b, sentences(A, source="b"))
    assert (same.kind, same.score) == ("identical", 1.0)
    (near,) = _aligned([A, *FILLING], [A.replace(" the ", " an ")])
    assert (near.kind, near.score) == ("near-identical", 0.99)
    told = "Near the lighthouse 240 boats of the bureau were sunk."
    (other,) = _aligned([A, *FILLING], [told])
    assert other.score == round(other.score, 2)


@pytest.mark.parametrize(("length", "kind"), [(69, "quotation"), (70, "paraphrase")])
def test_more_than_half_of_a_quotation_are_words_of_the_speaker(length: int, kind: str) -> None:
    said = "Bureau sank 240 rusty boats near it"
    assert len(said) == 35
    told = f"“{said}” in autumn".ljust(length, ".")
    assert _told(_aligned([A, *FILLING], [told]))[0][2] == kind


def test_a_quotation_elsewhere_in_the_passage_does_not_count() -> None:
    """Half of the sentence, not more, are words of the speaker."""
    told = "“Bureau sank 240 rusty boats near it” in autumn".ljust(70, ".")
    after = "Others said: “We have seen no such boat at all.”"
    a = _witness("a", A, *FILLING)
    b = _witness("b", f"{told} {after}", article=True)
    (retold,) = sentences(told, source="b")
    retold = replace(retold, place=replace(retold.place, passage="b-p0"))
    (pair,) = align(a, sentences(A, *FILLING), b, [retold])
    assert pair.kind == "paraphrase"


def test_a_quotation_at_the_end_of_a_passage_is_one() -> None:
    before, told = "Rain fell for many hours. " * 3, f"“{A}”"
    (retold,) = sentences(told, source="b")
    start = len(before)
    place = replace(retold.place, passage="b-p0", start=start, end=start + len(told))
    b = _witness("b", f"{before}{told}", article=True)
    (pair,) = align(
        _witness("a", A, *FILLING), sentences(A, *FILLING), b, [replace(retold, place=place)]
    )
    assert pair.kind == "quotation"


def test_pairs_that_a_third_connects_are_one_group() -> None:
    ending = ", and three surgeons of the island hospital examined all children for fever."
    found = _aligned([A, B[:-1] + ending, D], [B, A[:-1] + ending])
    assert {(one.a.passage, one.b.passage) for one in found} == {
        ("p0", "p1"), ("p1", "p0"), ("p1", "p1"),
    }  # fmt: skip
    assert len({one.group for one in found}) == 1


def test_of_many_repetitions_the_first_are_considered() -> None:
    """Each is the sentence with another word; the last repeats the fifth."""
    words = ("copper", "timber", "gravel", "canvas", "marble", "marble")
    texts = [A.replace("rusty", word) for word in words]
    (pair,) = [pair for pair in _repeated(*texts) if pair[1] == "p5"]
    assert pair[0] in ("p0", "p1", "p2", "p3")
    (pair,) = [pair for pair in _repeated(*texts[1:]) if pair[1] == "p4"]
    assert pair == ("p3", "p4", "identical")


@pytest.mark.parametrize(
    ("sentence", "repeated"),
    [
        ("They said that it was a rusty old net.", False),
        ("They said that it was a rusty old net lamp.", True),
    ],
)
def test_a_repetition_shares_four_distinctive_words(sentence: str, repeated: bool) -> None:
    assert bool(_repeated(sentence, B, sentence)) is repeated
