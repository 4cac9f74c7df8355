"""The corpus as pages: one plain context a page, and the sections that the navigation lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefings.model import Corpus
from briefings.model.page import Page, SiteInfo
from briefings.problems import Problems

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
from .pending import Pending, made
from .people import people_page, people_pages
from .report import report_page
from .site import about_page, changes_page, data_page, home_page, search_page
from .sources import source_pages, sources_page
from .terms import term_pages, terms_page
from .topics import topic_pages, topics_page

__all__ = ["about_page", "gone_page", "navigation", "views"]


def views(corpus: Corpus, site: SiteInfo, problems: Problems | None = None) -> tuple[Page, ...]:
    """Every generated page of the site.  What the corpus has none of has no page.

    A page that cannot be made says so, and `problems` is told; without `problems` it raises.
    """
    find = Lookup(corpus, site)

    def index(url: str, title: str, make: Callable[[Lookup], Page]) -> Pending:
        return Pending(url, title, partial(make, find))

    pages = [
        index("", site.name, home_page),
        index(site.search, "Search", search_page),
        index("data/", "Data", data_page),
        index("changes/", "Changes", changes_page),
    ]
    if corpus.briefings:
        pages += [index("briefings/", "Briefings", briefings_page), *briefing_pages(find)]
        pages += [index("sources/", "Sources", sources_page), *source_pages(find)]
    if corpus.people:
        pages += [index("speakers/", "Speakers", people_page), *people_pages(find)]
    if corpus.outlets:
        pages += [index("outlets/", "Outlets", outlets_page), *outlet_pages(find)]
    if corpus.topics:
        pages += [index("topics/", "Topics", topics_page), *topic_pages(find)]
    if corpus.annotations.terms:
        pages += [index("terms/", "Terms", terms_page), *term_pages(find)]
    if corpus.annotations.notes:
        pages.append(index("notes/", "Notes", notes_page))
    if corpus.figures:
        pages.append(index("figures/", "Figures", figures_page))
    if corpus.indicators:
        pages += [index("indicators/", "Indicators", indicators_page), *indicator_pages(find)]
    if is_related(corpus):
        pages += [index("compare/", "Compare", relations_page), *compare_pages(find)]
    if corpus.discrepancies:
        pages.append(index("discrepancies/", "Discrepancies", discrepancies_page))
    if corpus.relations.formulas:
        pages.append(index("formulas/", "Formulas", formulas_page))
    if corpus.relations.commitments:
        pages.append(index("commitments/", "Commitments", commitments_page))
    if corpus.relations.turnover:
        pages.append(index("mentions/", "First, last, gone", mentions_page))
    if corpus.report.sources:
        pages.append(index("report/", "Report", report_page))
    return tuple(made(pending, find, problems) for pending in pages)


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
