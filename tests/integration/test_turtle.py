"""The glossary as Turtle, in a release."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.compare import isomorphic

from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.publish.vocabulary import vocabulary
from briefings.release.vocabulary import turtle, write_turtle

from .test_skos import BASE, SITE, SMALL, violations


def test_turtle_says_the_same_as_the_published_file(five: Corpus, tmp_path: Path) -> None:
    write_turtle(five, SITE, tmp_path)
    text = (tmp_path / "terms.ttl").read_text("utf-8")
    assert f"@base <{BASE}> ." in text
    assert text.count("\n    skos:prefLabel ") == text.count(" a skos:Co") - 1
    written = Graph().parse(data=text, format="turtle")
    published = Graph().parse(
        data=vocabulary(five, SITE), format="json-ld", publicID=f"{BASE}data/terms.jsonld"
    )
    assert isomorphic(written, published)
    assert violations(written) == []
    assert turtle(five, SITE) == text


def test_a_release_of_a_site_without_an_address_names_none() -> None:
    text = turtle(SMALL, SiteInfo("Briefings"))
    assert "site.invalid" not in text
    assert "@base" not in text
    read = Graph().parse(data=text, format="turtle", publicID="https://example.net/")
    assert (URIRef("https://example.net/terms/nets/"), None, None) in read
