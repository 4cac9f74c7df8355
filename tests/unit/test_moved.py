"""Redirects are held against the pages that there are."""

from __future__ import annotations

import pytest

from briefings.model import Editorial, Where
from briefings.problems import Problems
from briefings.publish import moved

from .sample_corpus import CORPUS, FISH

PAGES = {"", "about/", f"briefings/{FISH}/", "speakers/bo-fisher/", "sources/010/"}
HERE = f"briefings/{FISH}/"


def _told(*redirects: tuple[str, str]) -> list[tuple[int, str]]:
    wheres = tuple(Where("editorial/redirects.yml", n, 1) for n in range(1, len(redirects) + 1))
    problems = Problems()
    moved.check(CORPUS, Editorial(redirects=redirects, redirect_wheres=wheres), PAGES, problems)
    return [(problem.line, problem.rule) for problem in problems.errors]


def test_what_leads_to_a_page_or_a_passage_is_right() -> None:
    assert not _told(
        ("briefings/old/", HERE),
        ("speakers/bo/", "speakers/bo-fisher/"),
        (f"{HERE}#t9p1", f"{HERE}#t1p1"),
        ("briefings/old/#t1p1", f"{HERE}#t1"),
        ("briefings/older/", "briefings/old/"),
        ("sources/9/", "sources/010/#L5"),
    )


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("speakers/bo-fisher/", "about/", "redirect-of-a-page"),
        ("speakers/bo/", "speakers/nobody/", "redirect-to-nowhere"),
        (f"{HERE}#t9p1", f"{HERE}#t77p1", "redirect-to-nowhere"),
        (f"{HERE}#t9p1", "briefings/none/#t1p1", "redirect-to-nowhere"),
    ],
)
def test_what_hides_a_page_or_leads_nowhere_is_an_error(old: str, new: str, rule: str) -> None:
    assert _told(("briefings/old/", HERE), (old, new)) == [(2, rule)]


def test_what_has_moved_twice_leads_to_its_last_address() -> None:
    assert moved.last("a/", {"a/": "b/", "b/": "c/"}) == "c/"
    assert moved.last("a/", {"a/": "b/", "b/": "a/"}) == "a/"
