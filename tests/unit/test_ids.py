"""Ids once published stay."""

from __future__ import annotations

import dataclasses

from briefings.model import Corpus
from briefings.problems import Problems
from briefings.publish import ids

from .sample_corpus import CORPUS, FISH, UNDATED

LISTED = ids.listing(CORPUS)


def _changed(text: str | None) -> Corpus:
    """The corpus with another text for t1p1, or without that passage."""
    briefing = CORPUS.briefings[0]
    witness = briefing.primary
    turn = witness.turns[0]
    passage = turn.passages[0]
    passages = () if text is None else (dataclasses.replace(passage, text=text),)
    turns = (dataclasses.replace(turn, passages=passages), *witness.turns[1:])
    witnesses = (dataclasses.replace(witness, turns=turns), *briefing.witnesses[1:])
    first = dataclasses.replace(briefing, witnesses=witnesses)
    return dataclasses.replace(CORPUS, briefings=(first, *CORPUS.briefings[1:]))


def _check(corpus: Corpus, listed: str = LISTED) -> tuple[str, list[str]]:
    problems = Problems()
    return ids.check(corpus, listed, "editorial/ids.txt", problems), [str(one) for one in problems]


def test_the_list_names_briefing_passage_source_and_hash() -> None:
    first = LISTED.splitlines()[2].split("\t")
    assert first[:3] == [FISH, "t1p1", "010"]
    # echo -n 'Good morning. Mr. Fisher has the floor.' | sha256sum
    assert first[3] == "c689a7555ec0"
    assert len(LISTED.splitlines()) == 2 + 10 + 3 + 1


def test_an_unchanged_corpus_keeps_its_list() -> None:
    assert _check(CORPUS) == (LISTED, [])


def test_new_passages_are_added_without_a_word() -> None:
    shorter = "".join(line for line in LISTED.splitlines(True) if UNDATED not in line)
    assert shorter != LISTED
    assert _check(CORPUS, shorter) == (LISTED, [])


def test_an_id_that_vanishes_is_an_error_on_its_line() -> None:
    _, found = _check(_changed(None))
    assert len(found) == 1
    assert found[0].startswith("editorial/ids.txt:3:1: error: passage t1p1")
    assert "is gone" in found[0]


def test_another_text_under_an_id_is_an_error_that_says_what_to_write() -> None:
    _, found = _check(_changed("Something else."))
    address = f"briefings/{FISH}/#t1p1"
    assert len(found) == 1
    assert f"'{address}@c689a7555ec0': '{address}'" in found[0]


def test_a_text_that_stands_under_another_id_now_is_found_there() -> None:
    moved = LISTED.replace(f"{FISH}\tt1p1\t", f"{FISH}\tt9p1\t")
    _, found = _check(CORPUS, moved)
    assert len(found) == 1
    assert f"'briefings/{FISH}/#t9p1': 'briefings/{FISH}/#t1p1'" in found[0]


def test_a_briefing_at_another_address_is_one_error() -> None:
    moved = LISTED.replace(FISH, "2021-05-04-old-title")
    _, found = _check(CORPUS, moved)
    assert len(found) == 1
    assert found[0].startswith("editorial/ids.txt:3:1: error: briefing 2021-05-04-old-title")
    assert f"'briefings/2021-05-04-old-title/': 'briefings/{FISH}/'" in found[0]


def test_a_redirect_settles_it() -> None:
    address = f"briefings/{FISH}/#t1p1"
    for key in (address, f"{address}@c689a7555ec0", f"briefings/{FISH}/"):
        changed = dataclasses.replace(_changed("Else."), redirects=((key, "briefings/new/"),))
        kept, found = _check(changed)
        assert found == []
        assert f"{FISH}\tt1p1\t010\tc689a7555ec0" not in kept


def test_a_redirect_for_another_version_of_the_text_settles_nothing() -> None:
    key = f"briefings/{FISH}/#t1p1@000000000000"
    changed = dataclasses.replace(_changed("Else."), redirects=((key, "briefings/new/"),))
    assert len(_check(changed)[1]) == 1


def test_the_list_of_another_corpus_is_left_alone() -> None:
    foreign = "# head\nsome-briefing\tt1p1\t999\t0123456789ab\n"
    kept, found = _check(CORPUS, foreign)
    assert kept == foreign
    assert len(found) == 1
    assert "warning" in found[0]


def test_a_damaged_line_is_told_by_its_number() -> None:
    _, found = _check(CORPUS, LISTED + "what is this\n")
    assert [line.split(" ")[0] for line in found] == [
        f"editorial/ids.txt:{len(LISTED.splitlines()) + 1}:1:"
    ]


def test_unprefixed_ids_have_an_owner() -> None:
    assert ids.owners(LISTED) == {FISH: "010", UNDATED: "012"}
