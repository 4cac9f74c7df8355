"""The one table of the site's sections and of the kinds of pages in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefings import anchors
from briefings.model import Corpus
from briefings.model.page import Page, Piece

from .briefing import briefing_pages, briefings_page, briefings_parts
from .check import check_page
from .commitments import commitments_files, commitments_page, commitments_parts
from .compare import compare_pages, is_related, relations_page, relations_parts
from .discrepancies import discrepancies_page, discrepancies_parts, discrepancies_table
from .figures import figures_page, figures_parts, figures_table
from .formulas import formulas_files, formulas_page, formulas_parts
from .indicator_index import indicators_page, indicators_parts
from .indicators import indicator_files, indicator_pages
from .lookup import Lookup
from .mentions import mentions_page, mentions_parts, mentions_places
from .notes import notes_page, notes_parts
from .outlets import outlet_pages, outlets_page, outlets_parts
from .pending import Pending
from .people import people_page, people_pages, people_parts
from .report import report_page, report_parts, report_places
from .site import changes_page, changes_parts, data_page, search_page
from .sources import source_pages, sources_page, sources_parts
from .terms import term_pages, terms_page, terms_parts
from .topics import topic_pages, topics_page, topics_parts


def _none(find: Lookup) -> Sequence[Pending]:
    return ()


def _no_files(find: Lookup) -> Iterable[Piece]:
    return ()


def _both(
    *several: Callable[[Lookup], Sequence[Pending]],
) -> Callable[[Lookup], Sequence[Pending]]:
    """The parts of an index, where it is too long for one page, and the pages it leads to."""
    return lambda find: [page for pages in several for page in pages(find)]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site: an index at `url`, and the pages that stand below it.

    `title` is what the navigation calls it, `heading` what its own page is headed.  What `holds`
    nothing has no page.  The navigation lists it where `listed`; where it is `under` another
    section, the tabs of wide screens show that one instead.  `in_footer` has it at the foot of
    every page.  `files` are those that the scripts of its long tables read.  `of_texts` says that
    its lists, and these files, depend on `Corpus.digest` and the site alone (see
    `reads.reader_of`): not on notes, checks, or what was published before.
    """

    title: str
    url: str
    index: Callable[[Lookup], Page]
    holds: Callable[[Corpus], object]
    pages: Callable[[Lookup], Sequence[Pending]] = _none
    files: Callable[[Lookup], Iterable[Piece]] = _no_files
    heading: str = ""
    listed: bool = True
    under: str = ""
    in_footer: bool = False
    of_texts: bool = False


def _always(corpus: Corpus) -> bool:
    return True


SECTIONS = (
    Section(
        "Briefings", anchors.BRIEFINGS, briefings_page, lambda c: c.briefings,
        _both(briefings_parts, briefing_pages), of_texts=True,
    ),
    Section(
        "Speakers", anchors.SPEAKERS, people_page, lambda c: c.people,
        _both(people_parts, people_pages), of_texts=True,
    ),
    Section(
        "Outlets", anchors.OUTLETS, outlets_page, lambda c: c.outlets,
        _both(outlets_parts, outlet_pages), of_texts=True,
    ),
    Section(
        "Topics", anchors.TOPICS, topics_page, lambda c: c.topics,
        _both(topics_parts, topic_pages), of_texts=True,
    ),
    Section(
        "Terms", anchors.TERMS, terms_page, lambda c: c.annotations.terms,
        _both(terms_parts, term_pages), of_texts=True,
    ),
    Section(
        "Notes", anchors.NOTES, notes_page, lambda c: c.annotations.notes, notes_parts,
        under=anchors.TERMS,
    ),
    Section(
        "Figures", anchors.FIGURES, figures_page, lambda c: c.figures, figures_parts,
        lambda find: figures_table(find).files(), of_texts=True,
    ),
    Section(
        "Indicators", anchors.INDICATORS, indicators_page, lambda c: c.indicators,
        _both(indicators_parts, indicator_pages), indicator_files, under=anchors.FIGURES,
        of_texts=True,
    ),
    Section(
        "Compare", anchors.COMPARE, relations_page, is_related,
        _both(relations_parts, compare_pages), of_texts=True,
    ),
    Section(
        "Sources", anchors.SOURCES, sources_page, lambda c: c.briefings,
        _both(sources_parts, source_pages),
    ),
    Section("Data", anchors.DATA, data_page, _always, in_footer=True),
    Section(
        "Discrepancies", anchors.DISCREPANCIES, discrepancies_page, lambda c: c.discrepancies,
        discrepancies_parts, lambda find: discrepancies_table(find).files(),
        listed=False, of_texts=True,
    ),
    Section(
        "Set phrases", anchors.FORMULAS, formulas_page,
        lambda c: c.relations.formulas or c.relations.phrases, formulas_parts, formulas_files,
        listed=False, of_texts=True,
    ),
    Section(
        "Announcements", anchors.COMMITMENTS, commitments_page, lambda c: c.relations.commitments,
        commitments_parts, commitments_files, listed=False, of_texts=True,
    ),
    Section(
        "Timeline of terms", anchors.MENTIONS, mentions_page, lambda c: c.relations.turnover,
        mentions_parts, mentions_places,
        listed=False, of_texts=True,
    ),
    Section(
        "Report", anchors.REPORT, report_page, lambda c: c.report.sources,
        report_parts, report_places, heading="How sure the texts are", listed=False,
    ),
    Section(
        "Changes", anchors.CHANGES, changes_page, _always, changes_parts,
        listed=False, in_footer=True,
    ),
    Section("Search", anchors.SEARCH, search_page, _always, listed=False),
    Section(
        "Check a quotation", anchors.CHECK, check_page, _always,
        listed=False, in_footer=True, of_texts=True,
    ),
)  # fmt: skip
"""In the order of the navigation, which has the home page before and the About page behind."""


def navigation(corpus: Corpus) -> list[dict[str, str]]:
    """The site's sections in order, as `nav` of MkDocs lists them; empty ones are left out.

    Single briefings are not listed: MkDocs writes the whole of `nav` into every page.
    """
    listed = [one for one in SECTIONS if one.listed and one.holds(corpus)]
    return [
        {"Home": "index.md"},
        *({one.title: f"{one.url}index.md"} for one in listed),
        {"About": "about.md"},
    ]


def for_theme() -> dict[str, Any]:
    """What the theme needs of the table: sections under others, and those at the foot of a page."""
    return {
        "under": {one.url: one.under for one in SECTIONS if one.under},
        "footer": [
            {"title": "About", "url": anchors.ABOUT},
            *(
                {"title": one.title, "url": one.url}
                for one in sorted(SECTIONS, key=lambda one: one.title)
                if one.in_footer
            ),
        ],
    }
