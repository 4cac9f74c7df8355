"""The glossary as Turtle, for programs that read RDF and not JSON-LD."""

from __future__ import annotations

from pathlib import Path

from briefings import urls
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.publish.vocabulary import vocabulary

# Where the site's address is not known, addresses stay relative to the file's own (RFC 6761).
_NOWHERE = "https://site.invalid/"


def write_turtle(corpus: Corpus, site: SiteInfo, folder: Path) -> None:
    """Writes `terms.ttl`: subjects, properties and values sorted, no nameless nodes."""
    (folder / "terms.ttl").write_text(turtle(corpus, site), "utf-8")


def turtle(corpus: Corpus, site: SiteInfo) -> str:
    """The vocabulary as Turtle.

    Where the build was not told the site's address, addresses are relative and no base is named: a
    reader takes the address of the file for it, or gives another one.
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
