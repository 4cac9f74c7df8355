"""Test reports of published text that is missing: when they appear, and how to resolve them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from briefings import registry
from briefings.model import Outlet, Registry
from briefings.problems import Problems
from tests.unit.test_registry import HARBOURS, LIGHTS, THANKS, publish, read, witness
from tests.unit.test_registry_matching import distinct


def watched(
    published: int, kept: int, *, present: Collection[str] = ("000",), known: bool = True
) -> list[str]:
    """Return the messages if this many of the published paragraphs are still there."""
    before = publish(witness([distinct(n) for n in range(published)]))
    paragraphs = [*(distinct(n) for n in range(kept)), *(distinct(n) for n in range(500, 510))]
    corpus, _, moved = read(witness(paragraphs), before=before)
    problems = Problems()
    before = Registry(before.sources, pages={"sources/000/": "000"})
    registry.watch(corpus, before, moved, present, Path("editorial"), problems, known)
    return [str(one).split(" (")[0] for one in problems]


MUCH = "editorial/ids/sources/000.txt: warning: {} of {} published passages of source 000 are gone"
OTHER = "editorial/ids/sources/000.txt: error: source 000 has another text than the published one"


@pytest.mark.parametrize(
    ("published", "kept", "said"),
    [
        (20, 20, []),
        (20, 16, []),
        (20, 15, []),
        (20, 14, [MUCH.format(6, 20)]),
        # Three are few, of however short a text.
        (4, 1, []),
        (5, 1, [MUCH.format(4, 5)]),
        (20, 3, [MUCH.format(17, 20)]),
        (20, 2, [OTHER]),
        (20, 0, [OTHER]),
        (1, 0, [OTHER]),
    ],
)
def test_a_quarter_of_a_text_gone_is_told_and_nine_tenths_are_another_text(
    published: int, kept: int, said: list[str]
) -> None:
    assert watched(published, kept) == said


def test_a_source_whose_file_is_gone_is_an_error() -> None:
    one, two = witness([HARBOURS, LIGHTS]), witness([THANKS], source="001", title="On nets")
    before = publish(one, two)
    before = Registry(before.sources, pages={"sources/000/": "000", "sources/001/": "001"})
    corpus, _, moved = read(one, before=before)
    problems = Problems()
    registry.watch(corpus, before, moved, ("000",), Path("editorial"), problems, False)
    (error,) = problems
    assert (error.rule, error.path) == ("source-gone", "editorial/ids/sources/001.txt")
    assert error.hint == (
        "restore it: git checkout -- seeds; if this is meant, run: build_site.py freeze --gone"
    )
    # Once its passages are recorded as lost, nothing is missing.
    after = registry.record(corpus, before, moved, {})
    problems = Problems()
    registry.watch(corpus, after, moved, ("000",), Path("editorial"), problems, False)
    assert list(problems) == []


def test_records_of_another_corpus_are_told_once() -> None:
    assert watched(20, 0, present=("777",)) == [
        "editorial/ids: warning: none of the published sources is being built"
    ]


@pytest.mark.parametrize(("known", "said"), [(True, ["record-gone"]), (False, [])])
def test_a_site_that_is_published_has_records(known: bool, said: list[str]) -> None:
    corpus, _, moved = read(witness([HARBOURS]))
    problems = Problems()
    registry.watch(corpus, Registry(), moved, ("000",), Path("editorial"), problems, known)
    assert [one.rule for one in problems] == said


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        (["sources/000/"], []),
        (["sources/000/", "sources/", "sources/000/raw/"], []),
        (["sources/000/", "sources/001/"], ["the record of 001 is missing"]),
        (["sources/000/", "sources/001/", "sources/002/", "sources/003/"],
         ["the record of 001 and of 2 other sources is missing"]),
        ([], ["pages.txt is missing"]),
    ],
)  # fmt: skip
def test_a_record_that_is_listed_and_missing_is_an_error(pages: list[str], said: list[str]) -> None:
    before = Registry(publish(witness([HARBOURS])).sources, pages=dict.fromkeys(pages, "x"))
    corpus, _, moved = read(witness([HARBOURS]), before=before)
    problems = Problems()
    registry.watch(corpus, before, moved, ("000",), Path("editorial"), problems, False)
    assert [one.message.removesuffix(" from the published ids") for one in problems] == said


@pytest.mark.parametrize(
    ("published", "here", "said"),
    [
        (12, 12, []),
        (12, 9, []),
        (16, 12, []),
        (12, 8, ["4 of 12 published pages of outlets/ are gone"]),
        (3, 0, []),
        (4, 0, ["4 of 4 published pages of outlets/ are gone"]),
    ],
)
def test_a_quarter_of_the_pages_of_a_kind_gone_is_told(
    published: int, here: int, said: list[str]
) -> None:
    urls = [f"outlets/paper-{n}/" for n in range(published)]
    record = publish(witness([HARBOURS])).sources
    pages = dict.fromkeys(["sources/000/", "outlets/", "about/", "briefings/x/", *urls], "x")
    before = Registry(record, pages=pages)
    corpus, _, moved = read(witness([HARBOURS]), before=before)
    outlets = tuple(Outlet(f"paper-{n}", f"Paper {n}", (), ()) for n in range(here))
    problems = Problems()
    corpus = replace(corpus, outlets=outlets)
    registry.watch(corpus, before, moved, ("000",), Path("editorial"), problems, False)
    assert [one.message for one in problems] == said
    # An address that an editor leads on is not gone.
    redirects = tuple((url, "outlets/") for url in urls)
    problems = Problems()
    corpus = replace(corpus, redirects=redirects)
    registry.watch(corpus, before, moved, ("000",), Path("editorial"), problems, False)
    assert list(problems) == []
