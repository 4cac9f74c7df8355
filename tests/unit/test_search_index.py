"""The index as files: what is found is there once, the same each time, and of a size."""

from __future__ import annotations

import dataclasses
import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from briefings.model import (
    Annotations,
    Editorial,
    Figure,
    Place,
    Rendering,
    Stated,
    Term,
    TermEntry,
    Where,
)
from briefings.publish import search
from briefings.publish.search_records import Record, pages, records
from tests.command import ROOT
from tests.unit.sample_corpus import CORPUS, EMPTY, FISH


def _found(briefing: str = FISH) -> dict[str, Record]:
    for one, found in records(CORPUS):
        if one.slug == briefing:
            return {record.url.partition("#")[2]: record for record in found}
    raise AssertionError(briefing)


def test_each_passage_is_a_record_with_who_said_it_and_who_asked() -> None:
    found = _found()
    answer = found["t5p1"]
    assert (answer.kind, answer.speakers) == ("official", (("Cy Net", "cy-net"),))
    assert answer.outlet == ("The Paper", "the-paper")
    assert answer.topics == (("Nets", "nets"),)
    assert answer.year == "2021"
    assert found["t3p1"].kind == "outlet"
    assert found["t6p1"].kind == "unknown"
    assert found["011-s2p1"].kind == "article"
    assert found["011-s2p1"].speakers == (("Bo Fisher", "bo-fisher"),)


def test_what_is_said_of_the_order_of_the_event_is_marked_as_an_aside() -> None:
    found = _found()
    assert {id_ for id_, record in found.items() if record.aside} == {"t1p1", "t4p1", "t8p1"}


def test_the_same_words_in_another_text_are_one_record_that_names_both_places() -> None:
    """011-s1p1 repeats t1p1; 011-s2p2 is of another wording than t5p1."""
    found = _found()
    assert "011-s1p1" not in found
    assert found["t1p1"].also == (("source 011, line 3", f"briefings/{FISH}/#011-s1p1"),)
    assert found["t5p1"].also == ()


def test_passages_that_differ_in_a_number_stay_apart() -> None:
    briefing = CORPUS.briefings[0]
    text = "In that year of trouble we had counted and mended {} nets in all of the harbours here."
    primary, article = briefing.witnesses
    turn = dataclasses.replace(
        primary.turns[1],
        passages=(dataclasses.replace(primary.turns[1].passages[0], text=text.format("12")),),
    )
    section = article.sections[0]
    for number, together in (("12", True), ("13", False)):
        said = dataclasses.replace(section.passages[0], text=text.format(number).replace("h", "H"))
        changed = dataclasses.replace(
            briefing,
            witnesses=(
                dataclasses.replace(primary, turns=(turn,)),
                dataclasses.replace(
                    article, sections=(dataclasses.replace(section, passages=(said,)),)
                ),
            ),
        )
        corpus = dataclasses.replace(CORPUS, briefings=(changed,))
        [(_, found)] = records(corpus)
        urls = [record.url for record in found if "#" in record.url]
        assert (len(urls) == 1) is together, number


def test_names_have_records_of_their_own() -> None:
    found = {record.url: record for record, _ in pages(CORPUS)}
    assert found["speakers/bo-fisher/"].names == ("B. Fisher",)
    assert "head of the Fish Bureau" in found["speakers/bo-fisher/"].text
    assert found["outlets/the-paper/"].names == ("Paper Daily",)
    assert found["topics/nets/"].title == "Nets"


def test_a_passage_tells_the_figures_it_states() -> None:
    stated = Stated(11, 13, "12 fish", 12, "count", subject="fish")
    place = Place(FISH, "010", "t2p1", 6, 11, 18)
    figure = Figure("f1", (place,), stated, "We counted 12 fish.", None, None, None, "direct")
    [(_, found), _] = records(dataclasses.replace(CORPUS, figures=(figure,)))
    told = {record.url.partition("#")[2]: record for record in found}
    assert told["t2p1"].figures == ("12 fish",)
    assert told["t2p1"].holds == ("a figure",)
    assert told["t3p1"].holds == ()


def test_terms_are_hits_once_they_have_pages() -> None:
    here = Where("glossary.yml", 1, 1)
    renderings = (Rendering("net", here), Rendering("mesh", here))
    entry = TermEntry("net", "net", "organization", here, renderings, definition="What holds fish.")
    term = Term(entry, (), (), (), (FISH,), (), (), gone=False)
    corpus = dataclasses.replace(CORPUS, annotations=Annotations(terms=(term,)))
    without = {record.url for record, _ in pages(corpus)}
    found = {record.url: (record, where) for record, where in pages(corpus, terms=True)}
    assert found.keys() - without == {"terms/net/"}
    record, where = found["terms/net/"]
    assert (record.title, record.names, where) == ("net", ("mesh",), frozenset({FISH}))


def _index(folder: Path, **more: Any) -> Path:
    search.write_index(CORPUS, folder / "site", folder / "work", **more)
    return folder / "site" / "pagefind"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_runs_give_the_same_bytes_and_nothing_old_stays(tmp_path: Path) -> None:
    first = _bytes(_index(tmp_path / "one"))
    again = tmp_path / "two"
    (again / "site" / "pagefind").mkdir(parents=True)
    (again / "site" / "pagefind" / "old.txt").write_text("old")
    assert _bytes(_index(again)) == first


def test_a_hit_carries_its_text_as_it_is_however_hostile(tmp_path: Path) -> None:
    folder = _index(tmp_path)
    texts = set()
    for path in (folder / "0" / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(path.read_bytes())[len("pagefind_dcd") :])
        texts.add(fragment["meta"].get("text"))
    passages = {p.text for b in CORPUS.briefings for w in b.witnesses for p in w.passages}
    said = {passage for passage in passages if passage != "Good morning. Mr. Fisher has the floor."}
    assert said <= texts


def test_only_what_the_search_loads_is_published(tmp_path: Path) -> None:
    names = {name.split("/")[1] for name in _bytes(_index(tmp_path)) if name.startswith("0/")}
    assert {"pagefind.js", "wasm.unknown.pagefind", "facets.json", "fragment", "index"} <= names
    assert not {name for name in names if "ui" in name or "filter" in name}


def test_a_large_corpus_is_cut_into_parts_that_share_one_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "SHARD_RECORDS", 8)
    folder = _index(tmp_path)
    layer = json.loads((folder / "layer.json").read_text("utf-8"))
    assert len(layer["shards"]) > 1
    assert sum(shard["records"] for shard in layer["shards"]) == layer["records"]
    assert [path.parent.name for path in folder.rglob("pagefind.js")] == ["0"]
    for shard in layer["shards"]:
        facets = json.loads((folder / shard["name"] / "facets.json").read_text("utf-8"))
        ids = facets["ids"].split()
        assert len(ids) == len(set(ids)) == shard["records"]


def test_an_empty_corpus_has_an_index_too(tmp_path: Path) -> None:
    search.write_index(EMPTY, tmp_path / "site", tmp_path / "work")
    layer = json.loads((tmp_path / "site" / "pagefind" / "layer.json").read_text("utf-8"))
    assert layer["records"] == 0


def test_what_editors_hold_to_be_the_same() -> None:
    """Renderings count, but not a plain word that means the term only with a capital."""
    here = Where("glossary.yml", 1, 1)
    term = TermEntry(
        "party", "Harbour Party", "organization", here,
        renderings=(
            Rendering("Harbour Party", here),
            Rendering("HP", here, case="exact"),
            Rendering("Party", here, case="exact"),
        ),
    )  # fmt: skip
    lone = TermEntry("net", "net", "organization", here, renderings=(Rendering("net", here),))
    editorial = Editorial(glossary=(term, lone), same=(("fish", "catch"),))
    assert search.wordings(editorial) == (("fish", "catch"), ("Harbour Party", "HP"))


def test_the_search_page_fetches_all_its_modules_at_once() -> None:
    """Each one found only when another has come would cost a round trip."""
    needed, seen = [ROOT / "docs" / "assets" / "search" / "page.js"], set[Path]()
    while needed:
        script = needed.pop()
        if script not in seen:
            seen.add(script)
            text = script.read_text("utf-8")
            imported = re.findall(r'^(?:import|\}) .*from "(\.[^"]+)";$', text, re.MULTILINE)
            needed += [(script.parent / path).resolve() for path in imported]
    page = (ROOT / "templates" / "search.md.j2").read_text("utf-8")
    preloaded = re.findall(r'rel="modulepreload" href="\.\./([^"]+)"', page)
    assert {(ROOT / "docs" / path).resolve() for path in preloaded} == seen
