"""Paragraphs found again in a later state of a text: how much of one may change."""

from __future__ import annotations

import hashlib

import pytest

from briefings.registry.matching import match
from tests.unit.test_registry import BOATS, HARBOURS, LIGHTS, NEW, THANKS


def distinct(n: int) -> str:
    """A paragraph that is like no other of these."""
    digest = hashlib.sha256(str(n).encode()).hexdigest()
    return " ".join(digest[k : k + 8] for k in range(0, 64, 8))


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        (HARBOURS, HARBOURS.replace("twelve", "thirteen"), True),
        # A long paragraph may change by a third, a short one hardly at all.
        (BOATS, "The third paragraph is on boats and owners.", True),
        (BOATS, "The third part names ships, their crews, in a list.", False),
        (BOATS, NEW, False),
        ("Thank you all very much.", "Thank you all very much!", True),
        ("Thank you all very much.", "Thank you both.", False),
        ("Thank you all so much.", "Thank you all.", False),
        ("We will answer all of that by Friday.", "We will answer most of that on Monday.", False),
    ],
)
def test_a_paragraph_is_the_same_while_most_of_its_words_stand(
    before: str, now: str, same: bool
) -> None:
    found = match([LIGHTS, before, THANKS], [LIGHTS, now, THANKS])
    assert found.same == ({0: 0, 1: 1, 2: 2} if same else {0: 0, 2: 2})
    assert found.inside == {}


def test_the_better_of_two_is_the_same_one() -> None:
    nearly = BOATS.replace("some detail", "no detail")
    far = BOATS.replace("boats and their owners", "ships and crews")
    assert match([LIGHTS, BOATS], [LIGHTS, far, nearly]).same == {0: 0, 1: 2}


def test_a_paragraph_that_moved_is_found_and_twins_keep_their_order() -> None:
    assert match([HARBOURS, LIGHTS, BOATS], [BOATS, HARBOURS, LIGHTS]).same == {0: 1, 1: 2, 2: 0}
    assert match([NEW, HARBOURS, NEW], [HARBOURS, NEW, THANKS, NEW]).same == {0: 1, 1: 0, 2: 3}


def test_a_paragraph_that_stood_twice_leads_to_the_one_that_is_left() -> None:
    found = match([HARBOURS, LIGHTS, HARBOURS], [LIGHTS, HARBOURS])
    assert found.same == {1: 0, 2: 1}
    assert found.inside == {0: 1}


def test_what_became_part_of_another_paragraph_leads_there() -> None:
    found = match([HARBOURS, LIGHTS, "Boats, too.", THANKS], [f"{HARBOURS} {LIGHTS} Boats, too."])
    assert found.same == {1: 0}
    # A few words may stand anywhere by chance.
    assert found.inside == {0: 0}


def test_in_a_long_stretch_that_changed_each_is_looked_for_near_its_place() -> None:
    before = [distinct(n) for n in range(100)]
    reworded = [f"{text} x" for text in before]
    assert match(before, reworded).same == {n: n for n in range(100)}
    shifted = [distinct(n) for n in range(200, 230)] + reworded
    assert match(before, shifted).same == {n: n + 30 for n in range(100)}
    far = [distinct(n) for n in range(200, 260)] + reworded
    assert 0 not in match(before, far).same
    assert match(before, far).same[99] == 159
