"""Files that lead programs into the site: robots.txt, llms.txt, a search description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from briefings import interface, markup, urls, wording
from briefings.attribution import attributions_of
from briefings.interface import say
from briefings.model import Briefing, Corpus
from briefings.model.page import SiteInfo

from .data import PACKAGE
from .feeds import newest_first, xml_text

_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
# The longest fields that a search description may have, in characters.
_SHORT_NAME, _LONG_NAME, _DESCRIPTION = 16, 48, 1024
_SENTENCE = re.compile(r"^.*?[.:](?=\s|$)", re.DOTALL)


def doors(corpus: Corpus, site: SiteInfo) -> dict[str, str]:
    """The files, by their paths below `site/`."""
    files = {urls.ROBOTS: robots(site), urls.LLMS: llms(corpus, site)}
    if site.url:
        files[urls.SEARCH_DESCRIPTION] = search_description(site)
    return files


def robots(site: SiteInfo) -> str:
    """Allows everything; names the sitemap if the site's address is known."""
    lines = ["User-agent: *", "Allow: /"]
    if site.url:
        lines += ["", f"Sitemap: {site.url}{urls.SITEMAP}"]
    return "\n".join(lines) + "\n"


def llms(corpus: Corpus, site: SiteInfo) -> str:
    """The contents of the site for language models, in the format of <https://llmstxt.org/>."""
    words = say.programs
    parts = [
        f"# {_plain(site.name)}",
        *([f"> {_plain(site.description)}"] if site.description else []),
        say.programs.about(address=f"`{site.url}{urls.briefing_url('<briefing>', '<passage>')}`"),
        _section(words.texts, _texts(corpus, site)),
        _section(words.data, _data(site)),
        _section(words.optional, _more(site)),
    ]
    return "\n\n".join(parts) + "\n"


def _texts(corpus: Corpus, site: SiteInfo) -> Iterator[str]:
    """The newest briefings as plain text, and where the others are listed."""
    words = say.programs
    briefings = newest_first(corpus)
    for briefing in briefings[: site.limits.feed]:
        yield _link(
            _title(briefing), urls.briefing_file(briefing.slug, "txt"), site, _words(briefing)
        )
    unlisted = len(briefings) - site.limits.feed
    about = words.all_briefings(count=len(briefings)) if unlisted > 0 else words.all
    pattern = urls.briefing_file("<slug>", "txt")
    yield _link(
        interface.section("briefings").title,
        urls.data_url("briefings.json"),
        site,
        f"{about}; {pattern}",
    )


def _title(briefing: Briefing) -> str:
    title = briefing.short_title or briefing.title
    return f"{title}, {wording.date_words(briefing.date)}" if briefing.date else title


def _words(briefing: Briefing) -> str:
    attribution = attributions_of(briefing)[briefing.primary.source.id]
    return attribution.words


def _data(site: SiteInfo) -> Iterator[str]:
    about = say.programs.package
    yield _link(PACKAGE, urls.data_url(PACKAGE), site, about)
    for table in site.tables:
        if "<" in table["path"]:
            yield f"- `{site.url}{table['path']}`: {_first_sentence(table['description'])}"
        else:
            name = table["path"].rpartition("/")[2]
            yield _link(name, table["path"], site, _first_sentence(table["description"]))


def _more(site: SiteInfo) -> Iterator[str]:
    words, section = say.programs, interface.section
    yield _link(section("data").title, urls.DATA, site, words.data_page)
    yield _link(section("how-to-read").title, urls.HOW_TO_READ, site, words.how_to_read)
    yield _link(section("about").title, urls.ABOUT, site, words.about_page)
    if site.feed:
        yield _link(words.briefings_feed, site.feed, site, words.new_briefings)
        yield _link(words.corrections_feed, urls.CORRECTIONS_FEED, site, words.corrected)
        yield _link(words.notes_feed, urls.NOTES_FEED, site, words.notes)


def _section(title: str, lines: Iterator[str]) -> str:
    return "\n".join([f"## {title}", "", *lines])


def _link(title: str, url: str, site: SiteInfo, about: str) -> str:
    return f"- [{_plain(title)}]({site.url}{url}): {_plain(about)}"


def _plain(text: str) -> str:
    """Text that Markdown shows literally."""
    folded = " ".join(markup.clean(text).split())
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", folded)


def _first_sentence(text: str) -> str:
    match = _SENTENCE.match(text)
    return _plain(match.group().rstrip(".:") if match else text)


def search_description(site: SiteInfo) -> str:
    """Lets a browser search the site from its address bar (OpenSearch 1.1)."""
    root = ElementTree.Element("OpenSearchDescription", {"xmlns": _SEARCH})
    for tag, text in (
        ("ShortName", _cut(site.name, _SHORT_NAME)),
        ("LongName", _cut(site.name, _LONG_NAME)),
        ("Description", _cut(say.programs.search(site=site.name), _DESCRIPTION)),
        ("InputEncoding", "UTF-8"),
        ("Language", "en"),
    ):
        ElementTree.SubElement(root, tag).text = markup.clean(text)
    image = ElementTree.SubElement(root, "Image", {"type": "image/svg+xml"})
    image.text = f"{site.url}{urls.ICON}"
    for type_, template in (
        ("text/html", f"{site.url}{site.search}?q={{searchTerms}}"),
        ("application/opensearchdescription+xml", f"{site.url}{urls.SEARCH_DESCRIPTION}"),
    ):
        attributes = {"type": type_, "template": template}
        if type_ != "text/html":
            attributes["rel"] = "self"
        ElementTree.SubElement(root, "Url", attributes)
    return xml_text(root)


def _cut(name: str, length: int) -> str:
    """As many first words of a name as fit."""
    if len(name) <= length:
        return name
    words = name[: length + 1].rpartition(" ")[0]
    return (words or name[:length]).rstrip(" ,;:.–—-")
