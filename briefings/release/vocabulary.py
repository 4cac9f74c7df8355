"""Writes the glossary as Turtle, for programs that read RDF but not JSON-LD."""

from __future__ import annotations

from pathlib import Path

from briefings import urls
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.publish.vocabulary import vocabulary

# If the site's address is not known, a reserved domain (RFC 6761) stands in for it.
_NOWHERE = "https://site.invalid/"


def write_turtle(corpus: Corpus, site: SiteInfo, folder: Path) -> None:
    """Writes `terms.ttl`: subjects, properties and values are sorted, and there are no
    blank nodes.
    """
    (folder / "terms.ttl").write_text(turtle(corpus, site), "utf-8")


def turtle(corpus: Corpus, site: SiteInfo) -> str:
    """The vocabulary as Turtle.

    If the site's address is not known, addresses are relative and no base is declared: readers use
    the address of the file or provide another one.
    """
    from rdflib import Graph

    base = site.url or _NOWHERE
    graph = Graph(base=base)
    text = vocabulary(corpus, site, base)
    graph.parse(data=text, format="json-ld", publicID=base + urls.DATA)
    written = graph.serialize(format="turtle", base=base)
    if site.url:
        return written
    return written.replace(f"@base <{_NOWHERE}> .\n", "").replace(f"<{_NOWHERE}", "<")
