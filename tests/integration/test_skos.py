"""Test the glossary as SKOS with SPARQL queries for what the SKOS reference forbids."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef

from briefings.model import (
    Annotations,
    Corpus,
    Explanation,
    Place,
    Rendering,
    Term,
    TermEntry,
    TermMention,
    Usage,
    Where,
)
from briefings.model.page import SiteInfo
from briefings.model.relations import Relations
from briefings.publish.vocabulary import vocabulary
from tests.unit.sample_corpus import CORPUS, EMPTY, FISH

BASE = "https://example.org/sub/"
XL = Namespace("http://www.w3.org/2008/05/skos-xl#")
SITE = SiteInfo("Briefings", url=BASE)

# What must not be found, by the number of the condition in the SKOS reference.
FORBIDDEN = {
    "S9 a concept is no scheme": "?a a skos:Concept, skos:ConceptScheme",
    "S13 no label is preferred and another": """
        { ?a skos:prefLabel ?l; skos:altLabel ?l }
        UNION { ?a skos:prefLabel ?l; skos:hiddenLabel ?l }
        UNION { ?a skos:altLabel ?l; skos:hiddenLabel ?l }""",
    "S14 one preferred label a language": """
        ?a skos:prefLabel ?l, ?m FILTER(?l != ?m && lang(?l) = lang(?m))""",
    "S27 what is broader is not related": "?a skos:related ?b; skos:broader+ ?b",
    "S37 a collection is no concept and no scheme": """
        ?a a skos:Collection { ?a a skos:Concept } UNION { ?a a skos:ConceptScheme }""",
    "S46 an exact match is no broader or related one": """
        ?a skos:exactMatch ?b
        { ?a skos:broadMatch ?b } UNION { ?b skos:broadMatch ?a }
        UNION { ?a skos:relatedMatch ?b }""",
    "S23 related both ways": "?a skos:related ?b FILTER NOT EXISTS { ?b skos:related ?a }",
    "S25 narrower is broader turned round": """
        { ?a skos:broader ?b FILTER NOT EXISTS { ?b skos:narrower ?a } }
        UNION { ?a skos:narrower ?b FILTER NOT EXISTS { ?b skos:broader ?a } }""",
    "S8 a top concept and its scheme name each other": """
        { ?a skos:topConceptOf ?b FILTER NOT EXISTS { ?b skos:hasTopConcept ?a } }
        UNION { ?b skos:hasTopConcept ?a FILTER NOT EXISTS { ?a skos:topConceptOf ?b } }""",
    "no circle": "?a skos:broader+ ?a",
    "a relation leads to a concept": """
        ?b skos:broader|skos:related ?a FILTER NOT EXISTS { ?a a skos:Concept }""",
    "S52 one literal form a label": """
        ?a a xl:Label FILTER NOT EXISTS { ?a xl:literalForm ?l }""",
    "S55 a label of SKOS-XL is one of SKOS": """
        { ?a xl:prefLabel/xl:literalForm ?l FILTER NOT EXISTS { ?a skos:prefLabel ?l } }
        UNION { ?a xl:altLabel/xl:literalForm ?l FILTER NOT EXISTS { ?a skos:altLabel ?l } }
        UNION { ?a skos:prefLabel ?l; a skos:Concept
                FILTER NOT EXISTS { ?a xl:prefLabel/xl:literalForm ?l } }""",
}


def graph(corpus: Corpus) -> Graph:
    """Return the graph that a program reads when it fetches the file from the site."""
    text = vocabulary(corpus, SITE)
    return Graph().parse(data=text, format="json-ld", publicID=f"{BASE}data/terms.jsonld")


def violations(held: Graph) -> list[str]:
    prefixes = f"PREFIX skos: <{SKOS}> PREFIX xl: <{XL}>"
    return [
        name
        for name, pattern in FORBIDDEN.items()
        if held.query(f"{prefixes} ASK {{ {pattern} }}").askAnswer
    ]


def term(id_: str) -> URIRef:
    return URIRef(f"{BASE}terms/{id_}/")


NETS, BOATS = term("nets"), term("boats")


@pytest.mark.parametrize(
    ("name", "triples"),
    [
        ("S9", [(NETS, RDF.type, SKOS.ConceptScheme)]),
        ("S13", [(NETS, SKOS.altLabel, Literal("nets", "en"))]),
        ("S14", [(NETS, SKOS.prefLabel, Literal("netting", "en"))]),
        ("S27", [(NETS, SKOS.related, BOATS), (BOATS, SKOS.related, NETS)]),
        ("S37", [(NETS, RDF.type, SKOS.Collection)]),
        ("S46", [(NETS, SKOS.broadMatch, URIRef("http://www.wikidata.org/entity/Q1"))]),
        ("S23", [(term("a"), SKOS.related, term("b"))]),
        ("S25", [(term("a"), SKOS.narrower, term("b"))]),
        ("S8", [(NETS, SKOS.topConceptOf, URIRef(f"{BASE}terms/"))]),
        ("no circle", [(BOATS, SKOS.broader, NETS), (NETS, SKOS.narrower, BOATS)]),
        ("S52", [(term("a"), RDF.type, XL.Label)]),
        ("S55", [(NETS, XL.altLabel, term("a")), (term("a"), XL.literalForm, Literal("a", "en"))]),
    ],
)
def test_each_rule_finds_what_it_forbids(name: str, triples: list[tuple[Any, Any, Any]]) -> None:
    held = graph(SMALL)
    assert violations(held) == []
    for one in triples:
        held.add(one)
    assert any(found.startswith(name) for found in violations(held))


def test_the_glossary_of_the_five_texts_keeps_all_rules(five: Corpus) -> None:
    held = graph(five)
    assert violations(held) == []
    assert len(set(held.subjects(RDF.type, SKOS.Concept))) == len(five.annotations.terms)
    assert violations(graph(EMPTY)) == []


def test_a_chinese_name_is_a_label_of_its_own_language_and_attested(five: Corpus) -> None:
    held = graph(five)
    ban = term("fishing-ban")
    assert Literal("十年禁渔", "zh") in set(held.objects(ban, SKOS.prefLabel))
    labels = {str(held.value(one, XL.literalForm)): one for one in held.objects(ban, XL.prefLabel)}
    assert set(labels) == {"10-year fishing ban", "十年禁渔"}
    cited = URIRef("http://purl.org/dc/terms/bibliographicCitation")
    assert held.value(labels["十年禁渔"], cited) is not None


def test_other_vocabularies_are_named() -> None:
    assert set(graph(SMALL).objects(NETS, SKOS.exactMatch)) == {
        URIRef("http://www.wikidata.org/entity/Q1")
    }
    assert set(graph(SMALL).objects(NETS, SKOS.closeMatch)) == {URIRef("https://example.net/nets")}


def test_a_wording_says_where_it_stands_and_who_uses_it() -> None:
    held = graph(SMALL)
    label = URIRef(f"{BASE}data/terms.jsonld#nets.mending-of-nets")
    referenced = URIRef("http://purl.org/dc/terms/isReferencedBy")
    assert set(held.objects(label, referenced)) == {URIRef(f"{BASE}sources/010/")}
    assert set(held.objects(label, SKOS.note)) == {
        Literal("Used 1 time by Cy Net.", "en"),
        Literal("Means this only in 010.", "en"),
    }


def test_texts_of_a_term_are_told_apart() -> None:
    held = graph(SMALL)
    texts = {
        name: [str(one) for one in held.objects(NETS, SKOS[name])]
        for name in ("definition", "scopeNote", "editorialNote", "historyNote", "notation")
    }
    assert texts == {
        "definition": ["What fish are caught in."],
        "scopeNote": ["Not meant by “safety nets”."],
        "editorialNote": ["Definition: the law"],
        "historyNote": ["Mentioned in the briefing of 4 May 2021."],
        "notation": ["nets"],
    }
    example = held.value(NETS, SKOS.example)
    assert held.value(example, RDF.value) == Literal("There are 3 nets.", "en")
    assert held.value(example, URIRef("http://purl.org/dc/terms/source")) == URIRef(
        f"{BASE}briefings/{FISH}/#t5p1"
    )
    # No editor defines boats: a text's words do.
    assert set(held.objects(BOATS, SKOS.definition)) == {Literal("We counted 12 fish.", "en")}


def test_a_glossary_of_chinese_wordings_has_one_preferred_label() -> None:
    witness = dataclasses.replace(CORPUS.briefings[0].witnesses[0], language="zh")
    briefing = dataclasses.replace(CORPUS.briefings[0], witnesses=(witness,))
    entry = dataclasses.replace(SMALL.annotations.terms[1].entry, chinese="网")
    nets = dataclasses.replace(SMALL.annotations.terms[1], entry=entry, broader=())
    corpus = dataclasses.replace(
        SMALL, briefings=(briefing,), annotations=Annotations(terms=(nets,))
    )
    held = graph(corpus)
    assert violations(held) == []
    assert set(held.objects(NETS, SKOS.prefLabel)) == {Literal("nets", "zh")}
    assert Literal("网", "zh") in set(held.objects(NETS, SKOS.altLabel))


def test_the_file_is_json_a_term_a_line() -> None:
    lines = vocabulary(SMALL, SITE).splitlines()
    assert json.loads("\n".join(lines))["@context"]["@base"] == "../"
    assert sum('"type":"skos:Concept"' in line for line in lines) == 2


def _small() -> Corpus:
    """Nets, a kind of boats, as no sentence would have it."""
    where = Where("glossary.yml", 1, 1)
    five = Place(FISH, "010", "t5p1", 13, 12, 16)
    nets = Term(
        TermEntry(
            "nets", "nets", "thing", where,
            (Rendering("nets", where), Rendering("mending of nets", where, ("010",))),
            wrong=("safety nets",), definition="What fish are caught in.", basis="the law",
            exact_match=("http://www.wikidata.org/entity/Q1",),
            close_match=("https://example.net/nets",),
        ),
        (), (TermMention("nets", "nets", "nets", five, "t5", "cy-net", first=True),
             TermMention("nets", "mending of nets", "mend", five, "t5", "cy-net", first=False)),
        (Usage("nets", "010", 1), Usage("mending of nets", "010", 1)),
        (FISH,), ("cy-net",), (), gone=False, broader=("boats",),
    )  # fmt: skip
    boats = Term(
        TermEntry("boats", "boats", "thing", where, (Rendering("boats", where),)),
        (Explanation("We counted 12 fish.", Place(FISH, "010", "t2p1", 6, 0, 19)),),
        (), (), (), (), (), gone=False, narrower=("nets",),
    )  # fmt: skip
    return dataclasses.replace(
        CORPUS, annotations=Annotations(terms=(boats, nets)), relations=Relations()
    )


SMALL = _small()
