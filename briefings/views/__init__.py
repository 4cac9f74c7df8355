"""The corpus as pages: one plain context a page, and the sections that the navigation lists."""

from __future__ import annotations

from briefings.model import Corpus
from briefings.model.page import Page, SiteInfo

from .briefing import briefing_pages, briefings_page
from .commitments import commitments_page
from .compare import compare_pages, is_related, relations_page
from .discrepancies import discrepancies_page
from .figures import figures_page
from .formulas import formulas_page
from .gone import gone_page
from .indicators import indicator_pages, indicators_page
from .lookup import Lookup
from .mentions import mentions_page
from .notes import notes_page
from .outlets import outlet_pages, outlets_page
from .people import people_page, people_pages
from .report import report_page
from .site import about_page, changes_page, data_page, home_page, search_page
from .sources import source_pages, sources_page
from .terms import term_pages, terms_page
from .topics import topic_pages, topics_page

__all__ = ["about_page", "gone_page", "navigation", "views"]


def views(corpus: Corpus, site: SiteInfo) -> tuple[Page, ...]:
    """Every generated page of the site.  What the corpus has none of has no page."""
    find = Lookup(corpus, site)
    pages = [home_page(find), search_page(find), data_page(find), changes_page(find)]
    if corpus.briefings:
        pages += [briefings_page(find), *briefing_pages(find)]
        pages += [sources_page(find), *source_pages(find)]
    if corpus.people:
        pages += [people_page(find), *people_pages(find)]
    if corpus.outlets:
        pages += [outlets_page(find), *outlet_pages(find)]
    if corpus.topics:
        pages += [topics_page(find), *topic_pages(find)]
    if corpus.annotations.terms:
        pages += [terms_page(find), *term_pages(find)]
    if corpus.annotations.notes:
        pages += [notes_page(find)]
    if corpus.figures:
        pages += [figures_page(find)]
    if corpus.indicators:
        pages += [indicators_page(find), *indicator_pages(find)]
    if is_related(corpus):
        pages += [relations_page(find), *compare_pages(find)]
    if corpus.discrepancies:
        pages.append(discrepancies_page(find))
    if corpus.relations.formulas:
        pages.append(formulas_page(find))
    if corpus.relations.commitments:
        pages.append(commitments_page(find))
    if corpus.relations.turnover:
        pages.append(mentions_page(find))
    if corpus.report.sources:
        pages.append(report_page(find))
    return tuple(pages)


def navigation(corpus: Corpus) -> list[dict[str, str]]:
    """The site's sections in order, as `nav` of MkDocs lists them; empty ones are left out.

    Single briefings are not listed: MkDocs writes the whole of `nav` into every page.
    """
    sections = (
        ("Home", "index.md", True),
        ("Briefings", "briefings/index.md", bool(corpus.briefings)),
        ("Speakers", "speakers/index.md", bool(corpus.people)),
        ("Outlets", "outlets/index.md", bool(corpus.outlets)),
        ("Topics", "topics/index.md", bool(corpus.topics)),
        ("Terms", "terms/index.md", bool(corpus.annotations.terms)),
        ("Notes", "notes/index.md", bool(corpus.annotations.notes)),
        ("Figures", "figures/index.md", bool(corpus.figures)),
        ("Indicators", "indicators/index.md", bool(corpus.indicators)),
        ("Compare", "compare/index.md", is_related(corpus)),
        ("Sources", "sources/index.md", bool(corpus.briefings)),
        ("Data", "data/index.md", True),
        ("About", "about.md", True),
    )
    return [{title: path} for title, path, there in sections if there]
