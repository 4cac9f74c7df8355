"""The Atom feeds: briefings, corrections, and editors' notes (RFC 4287).

Ids are derived from addresses within the site, so that they do not change with the host; dates come
from the texts and from editors, never from the clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from briefings import ids, markup, urls, wording
from briefings.attribution import attributions_of
from briefings.dating import UNDATED, instant, newest
from briefings.grouping import by_key
from briefings.interface import capital, say
from briefings.model import Briefing, Change, Corpus, Note
from briefings.model.page import SiteInfo

_ATOM = "http://www.w3.org/2005/Atom"
_TITLE = 100


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: its id is derived from `name`; days are ISO; `url` is relative to the site's
    root."""

    name: str
    title: str
    url: str
    updated: str
    summary: str
    published: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class _Feed:
    """A feed: its file, its title, the page it belongs to, and its subject."""

    path: str
    title: str
    page: str
    subtitle: str


def feeds(corpus: Corpus, site: SiteInfo) -> dict[str, str]:
    """All feeds by their paths below `site/`; none if the site has no feed."""
    if not site.feed:
        return {}
    return {
        site.feed: atom(corpus, site),
        urls.CORRECTIONS_FEED: corrections(corpus, site),
        urls.NOTES_FEED: notes(corpus, site),
    }


def atom(corpus: Corpus, site: SiteInfo) -> str:
    """The feed of briefings: the newest (`site.limits.feed` of them), newest first."""
    feed = _Feed(site.feed or "", site.name, "", site.description)
    changes = _changes_by_briefing(corpus)
    entries = (
        _of_briefing(briefing, changes.get(briefing.slug, ())) for briefing in corpus.briefings
    )
    return _written(feed, site.url or site.name, entries, site)


def corrections(corpus: Corpus, site: SiteInfo) -> str:
    """The feed of corrections: the editors' *Changes*, and new editions of texts.

    Published notes that were removed are named in the newest entry on their briefing, because the
    day of their removal is unknown.
    """
    entries = [*_of_changes(corpus), *_of_editions(corpus)]
    latest: dict[str, int] = {}
    for n, entry in enumerate(entries):
        page = entry.url.partition("#")[0]
        if page not in latest or entries[latest[page]].updated < entry.updated:
            latest[page] = n
    for page, words in _gone_notes(corpus).items():
        if page in latest:
            entries[latest[page]] = _with_gone(entries[latest[page]], words)
    feed = _Feed(
        urls.CORRECTIONS_FEED, say.feeds.corrections(site=site.name), urls.CHANGES,
        say.feeds.corrections_about,
    )  # fmt: skip
    return _written(feed, urls.CORRECTIONS_FEED, entries, site)


def notes(corpus: Corpus, site: SiteInfo) -> str:
    """The feed of editors' notes, by their dates; without notes there is no page."""
    page = urls.NOTES if corpus.annotations.notes else ""
    feed = _Feed(urls.NOTES_FEED, say.feeds.notes(site=site.name), page, say.feeds.notes_about)
    entries = (_of_note(note) for note in corpus.annotations.notes)
    return _written(feed, urls.NOTES_FEED, entries, site)


def newest_first(corpus: Corpus) -> list[Briefing]:
    """Briefings in the order of their feed: by the newest day in each."""
    changes = _changes_by_briefing(corpus)
    days = {
        briefing.slug: _updated(briefing, changes.get(briefing.slug, ()))
        for briefing in corpus.briefings
    }
    return sorted(corpus.briefings, key=lambda one: (days[one.slug], one.slug), reverse=True)


def _changes_by_briefing(corpus: Corpus) -> dict[str, list[Change]]:
    return by_key((change.briefing or "", change) for change in corpus.changes)


def _written(feed: _Feed, name: str, entries: Iterable[_Entry], site: SiteInfo) -> str:
    """The newest entries as XML."""
    ordered = sorted(entries, key=lambda one: (one.updated, one.name), reverse=True)
    shown = ordered[: site.limits.feed]
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", ids.urn(name))
    _add(root, "title", feed.title)
    if feed.subtitle:
        _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", instant(shown[0].updated if shown else UNDATED))
    author = ElementTree.SubElement(root, "author")
    _add(author, "name", site.name)
    ElementTree.SubElement(root, "link", {"rel": "self", "href": site.url + feed.path})
    page = site.url + feed.page or "./"
    ElementTree.SubElement(root, "link", {"rel": "alternate", "href": page})
    for entry in shown:
        _entry(root, entry, site)
    return xml_text(root)


def xml_text(root: ElementTree.Element) -> str:
    """A file of XML, indented."""
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n"


def _entry(root: ElementTree.Element, entry: _Entry, site: SiteInfo) -> None:
    node = ElementTree.SubElement(root, "entry")
    _add(node, "id", ids.urn(entry.name))
    _add(node, "title", entry.title)
    ElementTree.SubElement(node, "link", {"rel": "alternate", "href": site.url + entry.url})
    _add(node, "updated", instant(entry.updated))
    if entry.published:
        _add(node, "published", instant(entry.published))
    if entry.author:
        _add(ElementTree.SubElement(node, "author"), "name", entry.author)
    _add(node, "summary", entry.summary)


def _of_briefing(briefing: Briefing, changes: Sequence[Change]) -> _Entry:
    url = urls.briefing_url(briefing.slug)
    day = newest([briefing.date])
    updated = _updated(briefing, changes)
    return _Entry(url, briefing.title, url, updated, _summary(briefing), published=day)


def _updated(briefing: Briefing, changes: Sequence[Change]) -> str:
    days = [briefing.date, *(witness.published for witness in briefing.witnesses)]
    days += [change.date for change in changes]
    return newest(days) or UNDATED


def _summary(briefing: Briefing) -> str:
    """Who takes part, and the texts with their quality."""
    names = list(
        dict.fromkeys(
            participant.name for participant in briefing.participants if participant.listed
        )
    )
    texts = [attribution.words for attribution in attributions_of(briefing).values()]
    sentences = [say.feeds.people(names=", ".join(names))] if names else []
    words = say.feeds.texts if len(texts) > 1 else say.feeds.text
    sentences.append(words(texts="; ".join(texts)))
    return " ".join(sentences)


def _of_changes(corpus: Corpus) -> Iterator[_Entry]:
    slugs = {briefing.slug for briefing in corpus.briefings}
    for change in corpus.changes:
        about = change.briefing if change.briefing in slugs else None
        url = urls.briefing_url(about) if about else urls.CHANGES
        # Only its words distinguish a change from another one of the same day.
        words = hashlib.sha256(change.text.encode()).hexdigest()[:16]
        name = f"{urls.CHANGES}{change.date}/{words}"
        yield _Entry(name, wording.clip(change.text, _TITLE), url, change.date, change.text)


def _of_editions(corpus: Corpus) -> Iterator[_Entry]:
    """Texts that their publishers changed, on the day on which we received the later edition."""
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            for edition in witness.settings.editions:
                attribution = attributions_of(briefing)[witness.source.id]
                reworded = sum(
                    (briefing.slug, passage.id) in corpus.earlier for passage in witness.passages
                )
                summary = say.feeds.changed(text=attribution.name)
                if reworded:
                    summary += f" {say.feeds.earlier_wordings(count=reworded)}"
                yield _Entry(
                    f"{urls.source_url(witness.source.id)}{edition.sha256}",
                    say.feeds.edition(briefing=briefing.title),
                    urls.briefing_url(briefing.slug),
                    edition.replaced,
                    summary,
                )


def _gone_notes(corpus: Corpus) -> dict[str, list[str]]:
    """The words of published notes that were removed since, by page."""
    return by_key(
        (former.page, former.words) for former in corpus.former if ids.is_note_id(former.fragment)
    )


def _with_gone(entry: _Entry, words: Sequence[str]) -> _Entry:
    quoted = "; ".join(f"“{wording.clip(note, _TITLE)}”" for note in words)
    summary = f"{entry.summary} {say.feeds.gone_notes(words=quoted)}"
    return replace(entry, summary=summary)


def _of_note(note: Note) -> _Entry:
    quote = wording.clip(note.entry.quotations[0].quote, _TITLE)
    url = urls.note_url(note.home.briefing, note.entry.id)
    kind = wording.NOTE_KINDS[note.entry.kind]
    return _Entry(
        url,
        f"{capital(kind)}: “{quote}”",
        url,
        note.entry.date,
        " ".join("".join(run.text for run in paragraph) for paragraph in note.text),
        author=note.author,
    )


def _add(parent: ElementTree.Element, tag: str, value: str) -> None:
    ElementTree.SubElement(parent, tag).text = markup.clean(value)
