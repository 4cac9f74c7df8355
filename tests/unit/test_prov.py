"""Test the provenance of texts and notes as PROV-O."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from rdflib import PROV, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef

from briefings.model import (
    Annotations,
    Corpus,
    Edition,
    Note,
    NoteEntry,
    NotePlace,
    Place,
    Quotation,
    Where,
)
from briefings.publish.json_text import json_pieces
from briefings.standards.prov import Program, bundle, bundle_path, checks_of, line_ranges, overview

from .sample_corpus import CORPUS, EMPTY, FISH

BASE = "https://example.org/sub/"
DCTERMS = Namespace("http://purl.org/dc/terms/")
PROGRAM = Program("1.2.3", "ef" * 32)
BUNDLE = f"{BASE}data/prov/{FISH}.jsonld#"
# What the properties that we use go from and lead to.
RELATIONS: dict[Any, tuple[Any, Any]] = {
    PROV.wasAttributedTo: (PROV.Entity, PROV.Agent),
    PROV.wasAssociatedWith: (PROV.Activity, PROV.Agent),
    PROV.wasDerivedFrom: (PROV.Entity, PROV.Entity),
    PROV.hadPrimarySource: (PROV.Entity, PROV.Entity),
    PROV.wasRevisionOf: (PROV.Entity, PROV.Entity),
    PROV.wasGeneratedBy: (PROV.Entity, PROV.Activity),
    PROV.wasInvalidatedBy: (PROV.Entity, PROV.Activity),
    PROV.used: (PROV.Activity, PROV.Entity),
}
TIMES: dict[Any, Any] = {
    PROV.generatedAtTime: PROV.Entity,
    PROV.invalidatedAtTime: PROV.Entity,
    PROV.endedAtTime: PROV.Activity,
}


def _read(data: dict[str, Any], path: str, into: Graph) -> None:
    into.parse(data="".join(json_pieces(data)), format="json-ld", publicID=f"{BASE}data/{path}")


def graph(corpus: Corpus) -> Graph:
    """All files of a corpus, as a program reads them from the site."""
    held = Graph()
    _read(overview(corpus, PROGRAM, "../"), "prov.jsonld", held)
    for briefing in corpus.briefings:
        notes = [one for one in corpus.annotations.notes if one.home.briefing == briefing.slug]
        data = bundle(briefing, notes, checks_of(briefing, corpus), "../../")
        _read(data, bundle_path(briefing.slug), held)
    return held


def faults(held: Graph) -> list[str]:
    """Return relations that PROV-O does not allow between their ends, and invalid times."""
    kinds: dict[Any, set[Any]] = {}
    for one, kind in held.subject_objects(RDF.type):
        kinds.setdefault(one, set()).add(kind)
    found = []
    other: Any
    for one, relation, other in held:
        if relation in RELATIONS:
            start, end = RELATIONS[relation]
            if start not in kinds.get(one, ()) or end not in kinds.get(other, ()):
                found.append(f"{one} {relation} {other}")
        if relation in TIMES:
            is_time = isinstance(other, Literal) and other.datatype == XSD.dateTime
            if TIMES[relation] not in kinds.get(one, ()) or not is_time or other.value is None:
                found.append(f"{one} {relation} {other}")
    return found


def test_all_of_it_is_what_prov_relates(five: Corpus) -> None:
    for corpus in (CORPUS, EMPTY, five):
        assert faults(graph(corpus)) == []


@pytest.mark.parametrize(
    ("relation", "value"),
    [
        (PROV.wasGeneratedBy, URIRef(f"{BASE}data/prov.jsonld#program")),
        (PROV.wasDerivedFrom, URIRef(f"{BASE}nowhere")),
        (PROV.generatedAtTime, Literal("2021-05-04")),
    ],
)
def test_what_prov_does_not_relate_is_found(relation: URIRef, value: URIRef | Literal) -> None:
    held = graph(CORPUS)
    held.add((URIRef(f"{BASE}data/texts/010.txt"), relation, value))
    assert len(faults(held)) == 1


def test_a_text_comes_of_its_source_by_a_reading_of_the_program() -> None:
    held = graph(CORPUS)
    text, source = URIRef(f"{BASE}data/texts/010.txt"), URIRef(f"{BUNDLE}source-010")
    reading = held.value(text, PROV.wasGeneratedBy)
    assert held.value(text, PROV.wasDerivedFrom) == source
    assert held.value(source, DCTERMS.identifier) == Literal("sha256:" + "ab" * 32)
    assert held.value(reading, PROV.used) == source
    program = held.value(reading, PROV.wasAssociatedWith)
    assert held.value(program, DCTERMS.hasVersion) == Literal("1.2.3")
    assert held.value(program, DCTERMS.identifier) == Literal("sha256:" + "ef" * 32)


def test_what_was_taken_out_is_named_by_rule_and_line() -> None:
    held = graph(CORPUS)
    removed = URIRef(f"{BUNDLE}removed-010-page-break")
    # Line 15 of the sample is the page break.
    assert held.value(removed, DCTERMS.description) == Literal("Lines 15")
    assert held.value(removed, PROV.atLocation) == URIRef(f"{BASE}sources/010/#L15")
    assert held.value(removed, PROV.wasInvalidatedBy) == URIRef(f"{BUNDLE}reading-010")
    assert held.value(removed, DCTERMS.isPartOf) == URIRef(f"{BUNDLE}source-010")


def test_every_line_that_was_taken_out_is_in_one_of_the_ranges(five: Corpus) -> None:
    held = graph(five)
    for briefing in five.briefings:
        for witness in briefing.witnesses:
            base = f"{BASE}data/prov/{briefing.slug}.jsonld#removed-{witness.source.id}-"
            said = [
                str(text)
                for one, text in held.subject_objects(DCTERMS.description)
                if str(one).startswith(base)
            ]
            lines = {n for text in said for n in _lines(text.removeprefix("Lines "))}
            assert lines >= {one.n for one in witness.lines if one.rule}
            assert lines <= {one.n for one in witness.lines if one.rule or one.parts}


def _lines(ranges: str) -> list[int]:
    found: list[int] = []
    for one in ranges.split(", "):
        first, _, last = one.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def test_lines_are_told_in_ranges() -> None:
    assert line_ranges([]) == ""
    assert line_ranges([7]) == "7"
    assert line_ranges([1, 2, 4, 6, 7, 8]) == "1-2, 4, 6-8"


def test_an_earlier_edition_is_what_the_source_revises() -> None:
    edition = Edition("editions/010_1.txt", "cd" * 32, "2021-07-02", url="https://example.net/a")
    first, *others = CORPUS.briefings[0].witnesses
    settings = dataclasses.replace(first.settings, editions=(edition,))
    changed = dataclasses.replace(first, settings=settings)
    briefing = dataclasses.replace(CORPUS.briefings[0], witnesses=(changed, *others))
    held = graph(dataclasses.replace(CORPUS, briefings=(briefing,)))
    assert faults(held) == []
    before = held.value(URIRef(f"{BUNDLE}source-010"), PROV.wasRevisionOf)
    assert held.value(before, DCTERMS.identifier) == Literal("sha256:" + "cd" * 32)
    assert str(held.value(before, PROV.invalidatedAtTime)).startswith("2021-07-02T00:00:00")
    assert held.value(before, PROV.atLocation) == URIRef("https://example.net/a")


def test_a_note_is_its_editor_s_and_of_its_day() -> None:
    where = Where("notes/fish.yml", 1, 1)
    entry = NoteEntry(
        "mended", "fish", (Quotation("010:13", "nets", where, where),), "context", "Nets.",
        "010:14", "desk", "2021-05-09", where,
    )  # fmt: skip
    note = Note(entry, (NotePlace(1, Place(FISH, "010", "t5p1", 13, 12, 16)),), "The desk", (), ())
    held = graph(dataclasses.replace(CORPUS, annotations=Annotations(notes=(note,))))
    assert faults(held) == []
    url = URIRef(f"{BASE}briefings/{FISH}/#note-mended")
    editor = held.value(url, PROV.wasAttributedTo)
    assert held.value(editor, URIRef("http://xmlns.com/foaf/0.1/name")) == Literal("The desk")
    assert str(held.value(url, PROV.generatedAtTime)).startswith("2021-05-09T00:00:00")
    assert url in set(held.objects(URIRef(f"{BASE}briefings/{FISH}/"), PROV.wasDerivedFrom))


def test_what_editors_ruled_is_told(five: Corpus) -> None:
    held = graph(five)
    ruled = [one for one in five.discrepancies if one.ruling]
    assert ruled
    for one in ruled:
        label = held.value(URIRef(f"{BASE}discrepancies/#{one.id}"), RDFS.label)
        assert label == Literal(f"Ruling: {one.status}")
