"""Redirects against the pages that there are: none hides a page, none leads nowhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from briefings import anchors
from briefings.model import Corpus, Editorial
from briefings.problems import Problems


def check(corpus: Corpus, written: Editorial, pages: Collection[str], problems: Problems) -> None:
    """Reports each redirect of a page that stands, and each that leads to none.

    `pages` are the addresses of all pages, relative to the site's root.
    """
    moved = dict(written.redirects)
    places = set(_places(corpus))
    for (old, new), where in zip(written.redirects, written.redirect_wheres, strict=True):
        page, _, fragment = last(new, moved).partition("#")
        if "#" not in old and old in pages:
            problems.error(
                "redirect-of-a-page", where.path, f"'{old}' is a page of the site",
                "take the redirect out, or give the page another address",
                where.line, where.column,
            )  # fmt: skip
        if page not in pages:
            problems.error(
                "redirect-to-nowhere", where.path, f"'{old}' leads to '{new}', which is no page",
                "name the address of a page that stands", where.line, where.column,
            )  # fmt: skip
        elif fragment and page.startswith("briefings/") and f"{page}#{fragment}" not in places:
            problems.error(
                "redirect-to-nowhere", where.path,
                f"'{old}' leads to '{new}', where '{fragment}' does not stand",
                "name a passage of that page", where.line, where.column,
            )  # fmt: skip


def last(address: str, moved: Mapping[str, str]) -> str:
    """Where an address leads in the end, if what it led to has moved in its turn."""
    passed: set[str] = set()
    while address in moved and address not in passed:
        passed.add(address)
        address = moved[address]
    return address


def _places(corpus: Corpus) -> list[str]:
    """The addresses of all passages, turns, sections and exchanges."""
    found = []
    for briefing in corpus.briefings:
        ids = [exchange.id for exchange in briefing.exchanges]
        for witness in briefing.witnesses:
            ids += [turn.id for turn in witness.turns]
            ids += [section.id for section in witness.sections]
            ids += [passage.id for passage in witness.passages]
        found += [anchors.briefing_url(briefing.slug, id_) for id_ in ids]
    return found
