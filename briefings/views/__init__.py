"""The corpus as pages: one plain context a page, and the sections that the navigation lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from briefings.model import Corpus
from briefings.model.page import Page, Piece, SiteInfo
from briefings.problems import Problems

from .briefing import briefing_pages, briefings_page, briefings_parts
from .commitments import commitments_page, commitments_parts, commitments_table
from .compare import compare_pages, is_related, relations_page, relations_parts
from .discrepancies import discrepancies_page, discrepancies_parts, discrepancies_table
from .figures import figures_page, figures_parts, figures_table
from .formulas import formulas_page, formulas_parts, formulas_table
from .gone import gone_page
from .indicators import indicator_pages, indicators_page, indicators_parts
from .lookup import Lookup
from .mentions import mentions_page, mentions_parts, mentions_places
from .notes import notes_page, notes_parts
from .outlets import outlet_pages, outlets_page, outlets_parts
from .pending import Pending, made
from .people import people_page, people_pages, people_parts
from .report import report_page, report_parts, report_places
from .site import about_page, changes_page, changes_parts, data_page, home_page, search_page
from .sources import source_pages, sources_page, sources_parts
from .terms import term_pages, terms_page, terms_parts
from .topics import topic_pages, topics_page, topics_parts

__all__ = ["about_page", "gone_page", "navigation", "pieces", "views"]


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
        *changes_parts(find),
    ]
    if corpus.briefings:
        pages += [
            index("briefings/", "Briefings", briefings_page),
            *briefings_parts(find),
            *briefing_pages(find),
        ]
        pages += [
            index("sources/", "Sources", sources_page),
            *sources_parts(find),
            *source_pages(find),
        ]
    if corpus.people:
        pages += [
            index("speakers/", "Speakers", people_page),
            *people_parts(find),
            *people_pages(find),
        ]
    if corpus.outlets:
        pages += [
            index("outlets/", "Outlets", outlets_page),
            *outlets_parts(find),
            *outlet_pages(find),
        ]
    if corpus.topics:
        pages += [index("topics/", "Topics", topics_page), *topics_parts(find), *topic_pages(find)]
    if corpus.annotations.terms:
        pages += [index("terms/", "Terms", terms_page), *terms_parts(find), *term_pages(find)]
    if corpus.annotations.notes:
        pages += [index("notes/", "Notes", notes_page), *notes_parts(find)]
    if corpus.figures:
        pages += [index("figures/", "Figures", figures_page), *figures_parts(find)]
    if corpus.indicators:
        pages += [
            index("indicators/", "Indicators", indicators_page),
            *indicators_parts(find),
            *indicator_pages(find),
        ]
    if is_related(corpus):
        pages += [
            index("compare/", "Compare", relations_page),
            *relations_parts(find),
            *compare_pages(find),
        ]
    if corpus.discrepancies:
        pages += [
            index("discrepancies/", "Discrepancies", discrepancies_page),
            *discrepancies_parts(find),
        ]
    if corpus.relations.formulas:
        pages += [index("formulas/", "Formulas", formulas_page), *formulas_parts(find)]
    if corpus.relations.commitments:
        pages += [index("commitments/", "Commitments", commitments_page), *commitments_parts(find)]
    if corpus.relations.turnover:
        pages += [index("mentions/", "First, last, gone", mentions_page), *mentions_parts(find)]
    if corpus.report.sources:
        pages += [index("report/", "Report", report_page), *report_parts(find)]
    return tuple(made(pending, find, problems) for pending in pages)


def pieces(corpus: Corpus, site: SiteInfo) -> Iterator[Piece]:
    """The files that scripts of long pages read: rows of tables, and where ids stand."""
    find = Lookup(corpus, site)
    for table in (figures_table, discrepancies_table, formulas_table, commitments_table):
        yield from table(find).files()
    yield from mentions_places(find)
    yield from report_places(find)


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
