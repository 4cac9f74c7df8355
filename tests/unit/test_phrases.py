"""Compare set phrases with a reader's record of three invented press conferences."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from briefings.languages import ENGLISH
from briefings.model import Corpus
from briefings.model.relations import Phrase
from briefings.relate.phrases.runs import LONGEST, key_of_run, ranges
from briefings.relate.phrases.telling import form
from briefings.relate.phrases.tokens import BREAK, capitalised, pieces, tokens
from tests.command import FIVE, ROOT
from tests.gathered import gathered

HARBOUR = ROOT / "tests" / "cases" / "phrases" / "harbour"


def _corpus(base: Path) -> Corpus:
    return gathered(base / "seeds", base / "editorial")[0]


@cache
def _expected() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load((HARBOUR / "expected.yml").read_text())
    return loaded


def _told(one: Phrase) -> dict[str, Any]:
    return {
        "phrase": one.phrase,
        "wordings": [variant.text for variant in one.variants],
        "sources": list(dict.fromkeys(use.place.source for use in one.occurrences)),
        "speakers": sorted({use.speaker or "" for use in one.occurrences}),
    }


def test_what_returns_is_found_and_nothing_else() -> None:
    found = [_told(one) for one in _corpus(HARBOUR).relations.phrases]
    assert sorted(found, key=str) == sorted(_expected()["phrases"], key=str)
    for word in _expected()["none"]:
        assert not any(word.casefold() in one["phrase"].casefold() for one in found), word


def test_places_hold_the_words_of_their_wording() -> None:
    for base in (HARBOUR, FIVE):
        corpus = _corpus(base)
        texts = {
            (briefing.slug, passage.id): passage.text
            for briefing in corpus.briefings
            for witness in briefing.witnesses
            for passage in witness.passages
        }
        for phrase in corpus.relations.phrases:
            for use in phrase.occurrences:
                place = use.place
                words = texts[place.briefing, place.passage or ""][place.start : place.end]
                assert words.casefold() == phrase.variants[use.variant].text.casefold()
            counts = [one.variant for one in phrase.occurrences]
            assert [counts.count(n) for n in range(len(phrase.variants))] == [
                one.count for one in phrase.variants
            ]


def test_each_later_wording_is_told_against_an_earlier_one() -> None:
    (oppose,) = (one for one in _corpus(HARBOUR).relations.phrases if one.id == "firmly-oppose")
    first, *later = oppose.variants
    assert (first.nearest, first.redline) == (None, None)
    for n, variant in enumerate(later, 1):
        assert variant.nearest is not None
        assert variant.nearest < n
        assert variant.redline is not None
        kept = "".join(run.text for run in variant.redline.runs if run.kind != "dropped")
        assert kept.split() == variant.text.split()


def test_the_five_sources_have_phrases_and_no_names_or_days() -> None:
    phrases = {one.phrase for one in _corpus(FIVE).relations.phrases}
    assert {"on a regular basis", "in a timely manner", "conflicts and disputes"} <= phrases
    for one in phrases:
        assert one[0].islower()
        assert not any(word in one.split() for word in ("year", "today", "question", "MPS"))


def test_ids_are_unique_and_of_several_words() -> None:
    ids = [one.id for one in _corpus(FIVE).relations.phrases]
    assert len(set(ids)) == len(ids)
    assert all("-" in one for one in ids)


def test_forms_of_one_word_have_one_key() -> None:
    keys = {
        key_of_run(one, ENGLISH) for one in ("firmly opposes", "Firmly opposed", "firmly oppose")
    }
    assert len(keys) == 1
    assert form("firmly-opposed", ENGLISH) == form("firmly opposes", ENGLISH)
    assert key_of_run("rights and interests", ENGLISH) != key_of_run(
        "rights and interest rates", ENGLISH
    )


def test_names_are_slots_wherever_they_stand() -> None:
    said = ["Eastmark urged the Westport side to wait.", "The Eastmark side waits."]
    names = capitalised(pieces(one, ENGLISH) for one in said)
    keys = [token.key for token in tokens(pieces(said[0], ENGLISH), ENGLISH, names)]
    assert keys == ["@", "urg", "the", "@", "sid", "to", "wait", "."]


def test_no_run_goes_over_a_mark_or_begins_with_a_small_word() -> None:
    found = tokens(
        pieces("We mend the old nets; the old nets hold on the basis of good twine.", ENGLISH),
        ENGLISH,
    )
    for first, last, key in ranges(found, ENGLISH):
        assert last - first <= LONGEST
        assert all(token.kind != BREAK for token in found[first:last])
        assert not key.startswith(("the ", "we ", "of "))


@given(st.text(max_size=400))
def test_any_text_has_tokens_in_order_within_it(text: str) -> None:
    found = tokens(pieces(text, ENGLISH), ENGLISH, capitalised([pieces(text, ENGLISH)]))
    ends = [0]
    for token in found:
        assert ends[-1] <= token.start < token.end <= len(text)
        ends.append(token.end)
    assert all(first < last for first, last, _ in ranges(found, ENGLISH))
