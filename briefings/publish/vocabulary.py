"""`terms.jsonld`: the glossary as a SKOS vocabulary."""

from __future__ import annotations

from functools import partial

from briefings.model import Corpus, Place
from briefings.model.page import SiteInfo
from briefings.standards.skos import FILE, Named, skos

from .catalogue import Document
from .json_text import json_pieces
from .named_texts import NamedTexts

_ROOT = "../"
"""The site's root, relative to a file in `data/`."""


def document(site: SiteInfo) -> Document:
    """The file, which depends on the texts, the glossary and the name of the site."""
    return Document(
        FILE,
        "terms-skos",
        "Terms (SKOS)",
        "The glossary as a SKOS vocabulary in JSON-LD: a concept a term, its address the page of "
        "the term. Every wording is a label of SKOS-XL too, with the texts that have it and those "
        "who use it; Chinese labels are tagged zh and say where they are attested; an example is "
        "words of a text with their address. A release has the same as Turtle.",
        "application/ld+json",
        partial(vocabulary, site=site),
        of_texts=True,
    )


def vocabulary(corpus: Corpus, site: SiteInfo, base: str = _ROOT) -> str:
    """The text of `terms.jsonld`, with addresses relative to `base`."""
    texts = NamedTexts(corpus.briefings)
    people = {person.id: person.name for person in corpus.people}
    people |= {outlet.id: outlet.name for outlet in corpus.outlets}

    def text(place: Place) -> str:
        return str(texts.of(place)["text_name"])

    named = Named(text, lambda id_: people.get(id_, id_))
    return "".join(json_pieces(skos(corpus, site.name, base, named)))
