"""Test that work on one source or briefing gives the same result alone and can be pickled."""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import cache
from typing import TypeVar

import pytest

from briefings.clean import clean
from briefings.editorial import load
from briefings.extract.figures import figures_of, id_prefixes, refused, refused_of
from briefings.extract.mentions import MayName, NameIndex, mentions_of
from briefings.extract.quotations import quotations_of
from briefings.extract.terms import Matcher, terms_of
from briefings.gathering import gather
from briefings.group import group
from briefings.model import (
    Corpus,
    Editorial,
    Figure,
    OutletEntry,
    Person,
    PersonEntry,
    Settings,
    Source,
)
from briefings.parse import parse
from briefings.parse.concerning import entries_with, words_of
from briefings.problems import Problems
from briefings.read import read, source_lines
from tests.command import FIVE, ROOT

TWELVE = ROOT / "tests" / "corpora" / "twelve"
CORPORA = {
    "five": (FIVE / "seeds", FIVE / "editorial"),
    "twelve": (TWELVE / "texts", TWELVE / "editorial"),
}
T = TypeVar("T")


def sent(value: T) -> T:
    """A value as another process gets it."""
    copy: T = pickle.loads(pickle.dumps(value))  # noqa: S301 (our own bytes)
    return copy


@cache
def corpus(name: str) -> Corpus:
    seeds, editorial = CORPORA[name]
    return gather(seeds, editorial, Problems())


@pytest.mark.parametrize("name", CORPORA)
def test_a_briefing_alone_gives_what_it_gives_in_the_corpus(name: str) -> None:
    whole = corpus(name)
    index = NameIndex(whole.people)
    prefixes = id_prefixes((one.slug, one.date) for one in whole.briefings)
    found: list[Figure] = []
    for briefing in whole.briefings:
        alone = sent(briefing)
        people = sent(index.of_briefing(MayName.of(alone)))
        mentioned = mentions_of(alone, people, Problems())
        assert {(alone.slug, passage): spans for passage, spans in mentioned.items()} == {
            key: spans for key, spans in whole.mentions.items() if key[0] == alone.slug
        }
        quoted = quotations_of(alone, mentioned)
        assert sorted(quoted, key=repr) == sorted(
            (
                (person.id, one)
                for person in whole.people
                for one in person.quoted
                if one.place.briefing == alone.slug
            ),
            key=repr,
        )
        names = {person.id: person.name for person in people}
        found += figures_of(alone, prefixes[alone.slug], quoted, names)
    # Published figures keep the ids of the record.
    assert [replace(one, id="") for one in found] == [replace(f, id="") for f in whole.figures]
    assert [one for b in whole.briefings for one in refused_of(b)] == list(refused(whole))


def test_who_may_be_named_are_those_whose_whole_name_may_stand_in_the_text() -> None:
    """Somebody new with a common surname leaves all briefings alone that do not name them."""
    index = NameIndex(
        Person(name.lower().replace(" ", "-"), name, (), (), (), (), ())
        for name in ("Wang Yi", "Wang Wei", "Zhao Lijian", "Jean-Luc Meyer", "Ann Lee", "Bo Lee")
    )
    text = (
        "Wang Yi's words were repeated by the Zhao Lijian-led team.\n\n"
        "Jean-Luc Meyer’s answer was that Ann had met Mr. Lee.\n"
    )
    source = Source("a", "a.txt", "a.txt", "0", source_lines(text), "text")
    problems = Problems()
    witness = parse(clean(source, problems), Settings(), Editorial(), problems)
    (briefing,) = group((witness,), Editorial(), problems).briefings
    given = index.of_briefing(MayName.of(briefing))
    assert [one.name for one in given] == ["Ann Lee", "Jean-Luc Meyer", "Wang Yi", "Zhao Lijian"]


def test_terms_of_a_briefing_alone() -> None:
    glossary = load(FIVE / "editorial", Problems()).glossary
    whole = corpus("five")
    matcher = sent(Matcher(glossary))
    alone = [one for briefing in whole.briefings for one in terms_of(briefing.witnesses, matcher)]
    witnesses = [witness for briefing in whole.briefings for witness in briefing.witnesses]
    assert alone == list(terms_of(witnesses, Matcher(glossary)))
    assert alone


@pytest.mark.parametrize("name", CORPORA)
def test_parse_needs_only_the_people_and_outlets_that_concern_the_source(name: str) -> None:
    seeds, folder = CORPORA[name]
    editorial = load(folder, Problems())
    stranger = PersonEntry("nobody-here", "Zebulon Quagmire")
    known = replace(editorial, people=(*editorial.people, stranger))
    for source in read(seeds, Problems()):
        settings = editorial.sources.get(source.id, Settings())
        cleaned = clean(source, Problems(), settings.kept, settings.settled)
        few = entries_with(words_of(cleaned, settings), known)
        assert "nobody-here" not in {person.id for person in few.people}
        unsure, sure = Problems(), Problems()
        assert parse(cleaned, settings, few, sure) == parse(cleaned, settings, known, unsure)
        assert list(sure) == list(unsure)


def test_a_name_concerns_a_source_however_it_is_printed() -> None:
    text = "REPORTER FROM HARBOUR NEWS OF OSLO: Why?\n\nMr. BO Lind\u2019quist: It is so.\n"
    source = Source("a", "a.txt", "a.txt", "0", source_lines(text), "text")
    cleaned = clean(source, Problems())
    bo = PersonEntry("bo", "Bo Lind'quist", note="a note")
    paper = OutletEntry("oslo", "The Oslo Paper", aliases=("Harbour News Oslo",))
    editorial = Editorial(people=(bo, PersonEntry("ann", "Bo Lee")), outlets=(paper,))
    few = entries_with(words_of(cleaned, Settings()), editorial)
    assert few == Editorial(people=(replace(bo, note=None),), outlets=(paper,))
    assert parse(cleaned, Settings(), few, Problems()) == parse(
        cleaned, Settings(), editorial, Problems()
    )
