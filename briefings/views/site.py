"""Pages about the whole: home, search, data, changes."""

from __future__ import annotations

from briefings import anchors, wording
from briefings.model import Corpus
from briefings.model.page import Page, SiteInfo

from .annotated import plain
from .briefing import entry
from .lookup import Lookup


def home_page(find: Lookup) -> Page:
    """What this is, what is newest, where to start."""
    corpus = find.corpus
    briefings = [entry(one, find) for one in find.briefings.values()]
    turns = {one.id: sum(map(len, find.spoke(one).values())) for one in corpus.people}
    often = sorted((p for p in corpus.people if turns[p.id]), key=lambda p: (-turns[p.id], p.name))
    speakers = [
        {
            "name": one.name,
            "url": anchors.speaker_url(one.id),
            "turns": wording.count(turns[one.id], "turn"),
        }
        for one in often[:12]
    ]
    counts = [
        (wording.count(len(corpus.briefings), "briefing"), "briefings/", corpus.briefings),
        (wording.count(len(corpus.people), "speaker"), "speakers/", corpus.people),
        (wording.count(len(corpus.outlets), "outlet"), "outlets/", corpus.outlets),
        (wording.count(len(corpus.topics), "topic"), "topics/", corpus.topics),
        (wording.count(len(corpus.annotations.terms), "term"), "terms/", corpus.annotations.terms),
        (wording.count(len(corpus.annotations.notes), "note"), "notes/", corpus.annotations.notes),
        (wording.count(len(corpus.figures), "figure"), "figures/", corpus.figures),
        (wording.count(len(corpus.indicators), "indicator"), "indicators/", corpus.indicators),
        (
            wording.count(sum(len(one.witnesses) for one in corpus.briefings), "source"),
            "sources/",
            corpus.briefings,
        ),
    ]
    return find.page(
        "",
        "home.md.j2",
        find.site.name,
        find.site.description,
        "home",
        about=find.site.home,
        period=wording.period([one.date for one in corpus.briefings]),
        newest=briefings[:5],
        more=len(briefings) > 5,
        speakers=speakers,
        more_speakers=len(often) > len(speakers),
        topics=find.topic_links(tuple(one.id for one in corpus.topics)),
        counts=[{"text": text, "url": url} for text, url, there in counts if there],
    )


def data_page(find: Lookup) -> Page:
    files = [
        {
            **find.briefing_link(slug),
            "json": f"data/briefings/{slug}.json",
            "text": f"data/briefings/{slug}.txt",
        }
        for slug in find.briefings
    ]
    return find.page(
        "data/",
        "data.md.j2",
        "Data",
        "Downloads of the briefings as JSON and text, with a description of every field.",
        "data",
        tables=list(find.site.tables),
        files=files,
        feed=find.site.feed,
    )


def search_page(find: Lookup) -> Page:
    """The search; its indexes are for browsers that run no modules."""
    corpus = find.corpus
    indexes = (
        ("briefings by date", "briefings/", corpus.briefings),
        ("speakers from A to Z", "speakers/", corpus.people),
        ("outlets from A to Z", "outlets/", corpus.outlets),
        ("topics", "topics/", corpus.topics),
        ("sources", "sources/", corpus.briefings),
    )
    return find.page(
        find.site.search,
        "search.md.j2",
        "Search",
        "Search every passage of every briefing, by words, numbers, names and phrases, under all "
        "translations of a term.",
        "search",
        indexes=[{"title": title, "url": url} for title, url, there in indexes if there],
    )


def changes_page(find: Lookup) -> Page:
    changes = [
        {
            "date": wording.date_words(one.date),
            "text": one.text,
            "briefing": find.briefing_link(one.briefing)
            if one.briefing in find.briefings and one.briefing
            else None,
        }
        for one in sorted(find.corpus.changes, key=lambda one: one.date, reverse=True)
    ]
    return find.page(
        "changes/",
        "changes.md.j2",
        "Changes",
        "Corrections and additions to the texts and the data of this site, newest first.",
        "changes",
        changes=changes,
    )


def about_page(corpus: Corpus, site: SiteInfo) -> Page:
    """The page that is written by hand, with what editors say of this collection."""
    context = {"about": plain(site.about), "report": bool(corpus.report.sources)}
    return Page(path="about.md", url="about/", template="about.md", context=context)
