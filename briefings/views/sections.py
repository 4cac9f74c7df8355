"""The table of all sections: the navigation tree, and the pages of each section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefings import interface, urls
from briefings.interface import SectionName, say
from briefings.model import Corpus
from briefings.model.page import Page

from . import examples
from .briefing import briefing_pages
from .briefing_index import briefings_page, briefings_parts
from .check import check_page
from .codebook import codebook_pages
from .commitments import commitments_files, commitments_page, commitments_parts
from .compare import compare_pages, relations_page, relations_parts
from .discrepancies import discrepancies_page, discrepancies_parts, discrepancies_table
from .figures import figures_page, figures_parts, figures_table
from .formulas import formulas_files, formulas_page, formulas_parts
from .how_to_read import how_to_read_page
from .hubs import cards, hub_page
from .indicator_index import indicators_page, indicators_parts
from .indicators import indicator_files, indicator_pages
from .lookup import Lookup
from .mentions import mentions_page, mentions_parts, mentions_places
from .notes import notes_page, notes_parts
from .outlet import outlet_pages
from .outlets import outlets_page, outlets_parts
from .pending import Crumb
from .people import people_page, people_parts
from .person import person_pages
from .popovers import popover_files
from .report import report_page, report_parts, report_places
from .section import Section, both
from .site import changes_page, changes_parts, data_page, search_page
from .sources import source_pages, sources_page, sources_parts
from .term import term_pages
from .terms import terms_page, terms_parts, terms_words
from .topic import topic_pages
from .topics import topics_page, topics_parts


def _always(corpus: Corpus) -> int:
    return 1


def _never(corpus: Corpus) -> int:
    return 0


def _texts(corpus: Corpus) -> int:
    return sum(len(briefing.witnesses) for briefing in corpus.briefings)


def _with_several_texts(corpus: Corpus) -> int:
    return sum(len(briefing.witnesses) > 1 for briefing in corpus.briefings)


def _phrases(corpus: Corpus) -> str:
    phrases, sentences = len(corpus.relations.phrases), len(corpus.relations.formulas)
    counts = [interface.count(phrases, "set-phrase")] if phrases else []
    counts += [interface.count(sentences, "returning-sentence")] if sentences else []
    return ", ".join(counts)


def _announced(corpus: Corpus) -> str:
    announced = sum(
        commitment.sort == "announcement" for commitment in corpus.relations.commitments
    )
    return interface.count(announced, "announcement")


def _appearances(corpus: Corpus) -> str:
    return say.counts.terms_and_names(count=len(corpus.relations.appearances))


_NUMBERS = (
    Section(
        "indicators", urls.INDICATORS, indicators_page, lambda c: len(c.indicators),
        both(indicators_parts, indicator_pages), indicator_files, "indicator",
        examples=examples.indicators, of_texts=True,
    ),
    Section(
        "figures", urls.FIGURES, figures_page, lambda c: len(c.figures), figures_parts,
        lambda find: figures_table(find).files(), "figure", examples=examples.figures,
        of_texts=True,
    ),
)  # fmt: skip
_PEOPLE = (
    Section(
        "speakers", urls.SPEAKERS, people_page, lambda c: len(c.people),
        both(people_parts, person_pages), thing="person", examples=examples.speakers,
        of_texts=True,
    ),
    Section(
        "outlets", urls.OUTLETS, outlets_page, lambda c: len(c.outlets),
        both(outlets_parts, outlet_pages), thing="outlet", examples=examples.outlets,
        of_texts=True,
    ),
)  # fmt: skip
_SUBJECTS = (
    Section(
        "topics", urls.TOPICS, topics_page, lambda c: len(c.topics),
        both(topics_parts, topic_pages), thing="topic", examples=examples.topics,
        of_texts=True,
    ),
    Section(
        "terms", urls.TERMS, terms_page, lambda c: len(c.annotations.terms),
        both(terms_parts, term_pages), terms_words, thing="term", examples=examples.terms,
        of_texts=True,
    ),
    Section(
        "notes", urls.NOTES, notes_page, lambda c: len(c.annotations.notes), notes_parts,
        thing="note", examples=examples.notes,
    ),
)  # fmt: skip
_COMPARE = (
    Section(
        "side-by-side", f"{urls.COMPARE}#texts", None, _with_several_texts,
        both(relations_parts, compare_pages), thing="briefing", examples=examples.side_by_side,
        of_texts=True,
    ),
    Section(
        "discrepancies", urls.DISCREPANCIES, discrepancies_page,
        lambda c: len(c.discrepancies), discrepancies_parts,
        lambda find: discrepancies_table(find).files(), "discrepancy",
        examples=examples.disagreements, of_texts=True,
    ),
    Section(
        "set-phrases", urls.FORMULAS, formulas_page,
        lambda c: len(c.relations.formulas) + len(c.relations.phrases), formulas_parts,
        formulas_files, extent=_phrases, examples=examples.phrases, of_texts=True,
    ),
    Section(
        "announcements", urls.COMMITMENTS, commitments_page,
        lambda c: len(c.relations.commitments), commitments_parts, commitments_files,
        extent=_announced, examples=examples.announcements, of_texts=True,
    ),
    Section(
        "timeline", urls.MENTIONS, mentions_page, lambda c: len(c.relations.turnover),
        mentions_parts, mentions_places, extent=_appearances, examples=examples.newcomers,
        of_texts=True,
    ),
)  # fmt: skip


def _compare_page(find: Lookup) -> Page:
    return relations_page(cards(_COMPARE, find), find)


def _hub(name: SectionName, url: str, parts: tuple[Section, ...]) -> Section:
    """Return a section that consists of other sections."""
    return Section(name, url, lambda find: hub_page(name, url, parts, find), _never, parts=parts)


TREE = (
    Section(
        "briefings", urls.BRIEFINGS, briefings_page, lambda c: len(c.briefings),
        both(briefings_parts, briefing_pages), popover_files, thing="briefing", of_texts=True,
    ),
    _hub("numbers", urls.NUMBERS, _NUMBERS),
    _hub("people", urls.PEOPLE, _PEOPLE),
    _hub("subjects", urls.SUBJECTS, _SUBJECTS),
    Section("compare", urls.COMPARE, _compare_page, _never, parts=_COMPARE),
)  # fmt: skip
"""The navigation, in order; each section occurs once, by itself or as part of a hub."""

FOOTER = (
    Section("how-to-read", urls.HOW_TO_READ, how_to_read_page, _always),
    Section("check", urls.CHECK, check_page, _always, of_texts=True),
    Section("data", urls.DATA, data_page, _always, codebook_pages),
    Section("sources", urls.SOURCES, sources_page, _texts, both(sources_parts, source_pages)),
    Section(
        "report", urls.REPORT, report_page, lambda c: len(c.report.sources),
        report_parts, report_places,
    ),
    Section("changes", urls.CHANGES, changes_page, _always, changes_parts),
)  # fmt: skip
"""The links in the footer of every page, before the About page."""

SECTIONS = (
    *(section for hub in TREE for section in (hub, *hub.parts)),
    *FOOTER,
    Section("search", urls.SEARCH, search_page, _always),
)
"""All sections, each once."""


def crumbs(section: Section) -> list[Crumb]:
    """Return the breadcrumbs above a section's own page: its hub, if any."""
    return [hub.link for hub in TREE if section in hub.parts]


def navigation(corpus: Corpus) -> list[dict[str, str]]:
    """Return the `nav` setting of MkDocs: the index pages of all non-empty sections.

    The theme draws the navigation from `for_theme`, which has the tree as well. MkDocs needs to
    know these pages but no others, as it keeps the whole of `nav` in memory for every page.
    """
    listed = [
        section for section in (*_of_tree(), *FOOTER) if section.index and section.holds(corpus)
    ]
    return [
        {interface.section("home").title: "index.md"},
        *({section.title: f"{section.url}index.md"} for section in listed),
        {interface.section("about").title: "about.md"},
    ]


def for_theme(corpus: Corpus) -> dict[str, Any]:
    """Return the navigation tree and the footer for the theme, as plain data.

    `feeds` maps the URLs of pages to their own feeds, in addition to the feed of briefings.
    """
    return {
        "tree": [
            {**hub.link, "parts": [part.link for part in hub.parts if part.holds(corpus)]}
            for hub in TREE
            if hub.holds(corpus)
        ],
        "footer": [
            *(section.link for section in FOOTER if section.holds(corpus)),
            {"title": interface.section("about").title, "url": urls.ABOUT},
        ],
        "search_description": urls.SEARCH_DESCRIPTION,
        "feeds": {urls.CHANGES: urls.CORRECTIONS_FEED, urls.NOTES: urls.NOTES_FEED},
    }


def _of_tree() -> Iterator[Section]:
    for hub in TREE:
        yield hub
        yield from hub.parts
