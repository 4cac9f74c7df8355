"""Real queries through the search page, beside Pagefind without our layer; the table is printed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from briefings.pipeline import gather
from briefings.problems import Problems
from tests.browser import plain_pagefind
from tests.browser.search_measures import HEADING, Answer, Measures, Query, queries
from tests.command import FIVE
from tests.conftest import Built

RECALL, FIRST = 0.97, 0.9

_HITS = """[...document.querySelectorAll('ol[data-search-results] > li')].slice(0, 10).map((li) => {
    const links = [...li.querySelectorAll('a')]
    const said = (link) => link.previousSibling?.textContent ?? ''
    return [links[0], ...links.filter((link) => said(link).endsWith('also in '))].map((a) => a.href)
})"""


_CARD = "document.querySelector('[data-search-card] .answer-head a')?.href ?? ''"


def search(page: Page, site: str, typed: str) -> Answer:
    """What the search page shows, by addresses below the site's root."""
    if not page.url.startswith(f"{site}search/"):
        page.goto(f"{site}search/")
    form = page.locator("[data-search-form]")
    form.locator("input").fill(typed)
    form.evaluate("(form) => form.requestSubmit()")
    page.wait_for_selector("ol[data-search-results][aria-busy=false]", state="attached")
    root = urlsplit(site).path

    def below(link: str) -> str:
        part = urlsplit(link)
        return part.path.removeprefix(root) + (f"#{part.fragment}" if part.fragment else "")

    hits = [frozenset(map(below, links)) for links in page.evaluate(_HITS)]
    return Answer(hits, below(page.evaluate(_CARD)))


def _measure(
    asked: list[Query], find: Callable[[str], Answer]
) -> tuple[Measures, Measures, Measures]:
    every, tuned, held_out = Measures(), Measures(), Measures()
    for query in asked:
        hits = find(query.text)
        for measures in (every, held_out if query.held_out else tuned):
            measures.add(query, hits)
    return every, tuned, held_out


def test_a_passage_that_answers_is_among_ten_and_mostly_first(
    page: Page,
    built: Built,
    site: str,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = queries(built)
    ours = _measure(asked, lambda typed: search(page, site, typed))

    folder = built.served / "plain-pagefind"
    leads = plain_pagefind.write(gather(FIVE / "seeds", FIVE / "editorial", Problems()), folder)
    engine = f"{site.rsplit('/', 2)[0]}/plain-pagefind/pagefind/pagefind.js"
    # A page of its own: the policy of our pages allows no compiled programs.
    page.goto(engine.replace("pagefind/pagefind.js", "0.html"))
    plain = _measure(
        asked,
        lambda typed: Answer(
            [leads[n] for n in page.evaluate(plain_pagefind.SEARCH, [engine, typed])]
        ),
    )
    table = [HEADING]
    for name, measured in (("our layer", ours), ("plain Pagefind", plain)):
        for part, measures in zip(("all", "tuned on", "held out"), measured, strict=True):
            table.append(measures.row(f"{name}, {part}"))
    table += [f"  not at its best: {line}" for line in ours[0].failed]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(table) + "\n")
    assert not ours[0].cards, ours[0].cards
    for measures in ours[1:]:
        assert sum(measures.recall) / len(measures.recall) >= RECALL, measures.failed
        assert sum(measures.first) / len(measures.first) >= FIRST, measures.failed
