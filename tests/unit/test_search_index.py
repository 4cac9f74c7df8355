"""The files of the search index: deduplicated, reproducible, and of limited size."""

from __future__ import annotations

import dataclasses
import gzip
import itertools
import json
import multiprocessing
import re
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from briefings.model import (
    Annotations,
    Briefing,
    Corpus,
    Editorial,
    Figure,
    Place,
    Rendering,
    Stated,
    Term,
    TermEntry,
    Where,
)
from briefings.model.relations import Commitment, Relations
from briefings.publish import search, search_index, search_layer, search_parts
from briefings.publish.search_pages import pages
from briefings.publish.search_pairs import pair_number, write_pairs, write_table
from briefings.publish.search_postings import variable_length
from briefings.publish.search_record import Record
from briefings.publish.search_records import records_by_briefing
from briefings.publish.search_words import STOP, Words
from tests.command import ROOT
from tests.unit.sample_corpus import CORPUS, EMPTY, FISH


def _found(briefing: str = FISH) -> dict[str, Record]:
    for one, found in records_by_briefing(CORPUS):
        if one.slug == briefing:
            return {record.url.partition("#")[2]: record for record in found.records()}
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
    """011-s1p1 repeats t1p1; 011-s2p2 has a different wording from t5p1."""
    found = _found()
    assert "011-s1p1" not in found
    assert found["t1p1"].also == (("Daily Net, 5 May 2021", f"briefings/{FISH}/#011-s1p1"),)
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
        [(_, found)] = records_by_briefing(corpus)
        urls = [record.url for record in found.records() if "#" in record.url]
        assert (len(urls) == 1) is together, number


def test_names_have_records_of_their_own() -> None:
    found = {record.url: record for record in pages(CORPUS)}
    assert found["speakers/bo-fisher/"].names == ("B. Fisher",)
    assert "head of the Fish Bureau" in found["speakers/bo-fisher/"].text
    assert found["outlets/the-paper/"].names == ("Paper Daily",)
    assert found["topics/nets/"].title == "Nets"


def test_a_passage_tells_the_figures_it_states() -> None:
    stated = Stated(11, 13, "12 fish", 12, "count", subject="fish")
    place = Place(FISH, "010", "t2p1", 6, 11, 18)
    figure = Figure("f1", (place,), stated, "We counted 12 fish.", None, None, None, "direct")
    [_, (_, found)] = records_by_briefing(dataclasses.replace(CORPUS, figures=(figure,)))
    told = {record.url.partition("#")[2]: record for record in found.records()}
    assert told["t2p1"].figures == ("12 fish",)
    assert told["t2p1"].holds == ("a figure",)
    assert told["t3p1"].holds == ()


def test_terms_are_hits_once_they_have_pages() -> None:
    here = Where("glossary.yml", 1, 1)
    renderings = (Rendering("net", here), Rendering("mesh", here))
    entry = TermEntry(
        "net",
        "net",
        "organization",
        here,
        renderings,
        definition="What holds fish.",
        chinese="渔网",
    )
    term = Term(entry, (), (), (), (FISH,), (), (), gone=False)
    corpus = dataclasses.replace(CORPUS, annotations=Annotations(terms=(term,)))
    without = {record.url for record in pages(corpus)}
    found = {record.url: record for record in pages(corpus, terms=True)}
    assert found.keys() - without == {"terms/net/"}
    record = found["terms/net/"]
    assert (record.title, record.names) == ("net", ("mesh", "渔网"))


def _index(folder: Path, corpus: Corpus = CORPUS, **more: Any) -> Path:
    search.write_index(corpus, folder / "site", folder / "work", **more)
    return folder / "site" / search.FOLDER


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _layer(folder: Path) -> Any:
    return json.loads((folder / "layer.json").read_text("utf-8"))


@dataclasses.dataclass(frozen=True, slots=True)
class _Read:
    """A part of an index, read back as a browser reads it."""

    head: Any
    hits: list[Any]
    words: dict[str, list[tuple[int, list[int]]]]


def _read(folder: Path, described: Any) -> _Read:
    part = folder / described["name"]
    [size, rest] = described["sizes"]
    data = (part / described["file"]).read_bytes()
    assert len(data) == size + rest
    head = json.loads(gzip.decompress(data[:size]))
    words: dict[str, list[tuple[int, list[int]]]] = {}
    for block in _blocks(data[size:], head["words"]["sizes"]):
        lines, _, body = block.partition(b"\n\n")
        for line in lines.decode().splitlines():
            word, size = line.split(" ")
            words[word], body = _places(body[: int(size)]), body[int(size) :]
        assert body == b""
    shown = _blocks((part / head["hits"]["file"]).read_bytes(), head["hits"]["sizes"])
    return _Read(head, [hit for block in shown for hit in json.loads(block)], words)


def _words(folder: Path) -> dict[str, list[str]]:
    """Return what all parts together record about each word, wherever it occurs."""
    layer = _layer(folder)
    texts = [
        layer["vocabulary"],
        *((folder / name).read_text("utf-8") for _, name in layer["words"]),
    ]
    lines = [line.split(" ") for text in texts for line in text.splitlines()]
    return {word: told for word, *told in lines}


def _blocks(data: bytes, sizes: list[int]) -> list[bytes]:
    blocks = []
    for size in sizes:
        blocks.append(gzip.decompress(data[:size]))
        data = data[size:]
    assert data == b""
    return blocks


def _numbers(body: bytes) -> list[int]:
    numbers, value, shift = [], 0, 0
    for byte in body:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value)
            value, shift = 0, 0
    assert shift == 0
    return numbers


def _places(body: bytes) -> list[tuple[int, list[int]]]:
    numbers = _numbers(body)
    found, record = [], -1
    while numbers:
        apart, count = numbers[:2]
        record += apart
        found.append((record, list(itertools.accumulate(numbers[2 : 2 + count]))))
        numbers = numbers[2 + count :]
    return found


def test_two_runs_give_the_same_bytes_and_nothing_old_stays(tmp_path: Path) -> None:
    first = _bytes(_index(tmp_path / "one"))
    again = tmp_path / "two"
    for old in (again / "site" / search.FOLDER / "old.txt", again / "work" / "stubs" / "1.html"):
        old.parent.mkdir(parents=True)
        old.write_text("old")
    assert _bytes(_index(again)) == first
    assert not (again / "work" / "stubs").exists()


def test_a_hit_carries_its_text_as_it_is_however_hostile(tmp_path: Path) -> None:
    folder = _index(tmp_path)
    texts = {
        hit.get("text") for part in _layer(folder)["parts"] for hit in _read(folder, part).hits
    }
    passages = {p.text for b in CORPUS.briefings for w in b.witnesses for p in w.passages}
    said = {passage for passage in passages if passage != "Good morning. Mr. Fisher has the floor."}
    assert said <= texts


def test_pages_years_and_what_has_no_year_are_parts_of_their_own(tmp_path: Path) -> None:
    folder = _index(tmp_path)
    layer = _layer(folder)
    assert [(part["name"], part["years"]) for part in layer["parts"]] == [
        ("pages-1", []), ("undated-1", []), ("2021-1", ["2021"]),
    ]  # fmt: skip
    assert [part.get("pages", False) for part in layer["parts"]] == [True, False, False]
    assert sum(part["records"] for part in layer["parts"]) == layer["records"]
    published = {name.rpartition("/")[0] for name in _bytes(folder)}
    assert published == {"", "pages-1", "undated-1", "2021-1"}


def test_a_word_is_found_at_its_places_in_each_zone(tmp_path: Path) -> None:
    """t2p1 is "We counted 12 fish."; the speaker's name and the date surround it."""
    folder = _index(tmp_path)
    read = _read(folder, _layer(folder)["parts"][2])
    [record] = [n for n, hit in enumerate(read.hits) if hit["url"].endswith("#t2p1")]
    assert read.head["zones"]["title"][record] == 0
    assert read.head["zones"]["text"][record] == 4
    # Without a title, the text begins after the separating position; without other forms, two
    # positions separate the text from what surrounds it.
    places = {word: dict(read.words[word])[record] for word in ("we", "fish", "bo", "2021")}
    assert places["we"] == [1]
    assert places["fish"] == [4]
    assert places["bo"] == [7]
    assert places["2021"] > places["bo"]


def test_filters_know_each_record_by_speaker_outlet_year_and_kind(tmp_path: Path) -> None:
    folder = _index(tmp_path)
    read = _read(folder, _layer(folder)["parts"][2])
    urls = [hit["url"].rpartition("/")[2] for hit in read.hits]
    facets = read.head["facets"]

    def of(facet: str, place: str) -> list[list[object]]:
        numbers = facets[facet]["of"][urls.index(place)]
        listed = numbers if isinstance(numbers, list) else [] if numbers == -1 else [numbers]
        return [facets[facet]["values"][n] for n in listed]

    # An id that is the name in lower case with hyphens is left out: 0.
    assert of("speaker", "#t2p1") == [["Bo Fisher", 0]]
    assert of("kind", "#t2p1") == [["official"]]
    assert of("outlet", "#t4p1") == [["The Paper", 0]]
    assert of("outlet", "#t2p1") == []
    assert of("year", "#t2p1") == [["2021"]]
    assert {value for [value] in facets["year"]["values"]} == {"2021"}
    undated = _read(folder, _layer(folder)["parts"][1])
    assert undated.head["facets"]["year"] == {"values": [], "of": [-1] * len(undated.hits)}


def test_every_word_is_counted_once_for_each_record_that_holds_it(tmp_path: Path) -> None:
    folder = _index(tmp_path)
    layer = _layer(folder)
    held: dict[str, int] = {}
    where: dict[str, list[int]] = {}
    for n, part in enumerate(layer["parts"]):
        for word, found in _read(folder, part).words.items():
            held[word] = held.get(word, 0) + len(found)
            where.setdefault(word, []).append(n)
    told = {}
    for word, (count, *parts) in _words(folder).items():
        listed = [int(part) for part in parts[0].split(",")] if parts else [0, 1, 2]
        told[word] = (int(count), listed)
    assert told == {word: (count, where[word]) for word, count in held.items()}
    # t2p1 and 011-s2p1, both of 2021.
    assert told["counted"] == (2, [2])


@pytest.mark.parametrize("numbers", [[], [0], [127, 128], [1, 16384, 5], [2**40, 3]])
def test_numbers_of_any_size_come_back(numbers: list[int]) -> None:
    assert _numbers(variable_length(numbers)) == numbers


def _dated(number: int, date: str | None, words: int = 3) -> Briefing:
    """Return a briefing with one passage and a unique name."""
    fish = CORPUS.briefings[0]
    turn = fish.primary.turns[1]
    passage = dataclasses.replace(turn.passages[0], text=" ".join(["boat"] * words) + f" {number}")
    witness = dataclasses.replace(
        fish.primary, turns=(dataclasses.replace(turn, passages=(passage,)),)
    )
    return dataclasses.replace(
        fish, slug=f"b{number}", date=date, witnesses=(witness,), exchanges=(), section_topics=()
    )


def _many(dates: Iterable[str | None]) -> Corpus:
    briefings = tuple(_dated(n, date) for n, date in enumerate(dates))
    return dataclasses.replace(EMPTY, briefings=briefings)


def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_parts, "LEAST", 4)
    monkeypatch.setattr(search_parts, "MOST", 10)
    monkeypatch.setattr(search_parts, "YEARS_AT_LEAST", 3)


_DAYS = [f"2020-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 6)]


def test_a_large_year_is_cut_and_no_part_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    _small_parts(monkeypatch)
    cut = list(search_parts.parts(_many(_DAYS)))
    assert len(cut) > 6
    assert [part.name for part in cut] == [f"2020-{n}" for n in range(1, len(cut) + 1)]
    sizes = [sum(1 + len(one.passages) for one in part.briefings) for part in cut]
    assert max(sizes) <= 10
    assert min(sizes[:-1]) >= 4
    dates = [its.briefing.date for part in cut for its in part.briefings]
    assert dates == sorted(_DAYS)


def test_a_newer_briefing_or_year_leaves_the_files_of_older_parts_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _small_parts(monkeypatch)
    before = _bytes(_index(tmp_path, _many([None, *_DAYS])))
    parts = {name.split("/")[0] for name in before if name.startswith("2020-")}
    last = max(parts, key=lambda name: int(name.split("-")[1]))
    for added in ("2020-12-31", "2021-01-01"):
        after = _bytes(_index(tmp_path, _many([None, *_DAYS, added])))
        changed = {name for name in before if after.get(name) != before[name]}
        assert {name.split("/")[0] for name in changed if "/" in name} <= {last}
        # Apart from the part itself, only the files that cover all parts are new.
        new = {name for name in after.keys() - before.keys() if "/" not in name}
        assert all(name.startswith(("words-", "pairs-")) for name in new)


def test_small_years_are_one_part_until_they_are_large_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each briefing has three records; a part ends with the year in which it reaches nine."""
    monkeypatch.setattr(search_parts, "YEARS_AT_LEAST", 9)
    days = [None, "2018-03-01", "2018-09-01", "2019-03-01", "2021-03-01", "2022-03-01"]
    cut = list(search_parts.parts(_many(days)))
    assert [(part.name, part.years) for part in cut] == [
        ("undated-1", ()), ("2018-1", ("2018", "2019")), ("2021-1", ("2021", "2022")),
    ]  # fmt: skip


def test_the_newest_parts_need_not_be_opened(tmp_path: Path) -> None:
    """The heads of the only year and of the pages are in the file that is read first."""
    folder = _index(tmp_path)
    layer = _layer(folder)
    assert layer["heads"] == {
        str(n): _read(folder, part).head for n, part in enumerate(layer["parts"])
    }


def test_older_heads_are_left_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_parts, "YEARS_AT_LEAST", 2)
    monkeypatch.setattr(search_layer, "OPEN_RECORDS", 4)
    corpus = _many(["2019-05-05", "2020-05-05", "2021-05-05"])
    assert list(_layer(_index(tmp_path, corpus))["heads"]) == ["1", "2"]


def test_words_that_are_many_stand_in_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = _words(_index(tmp_path / "few"))
    monkeypatch.setattr(search_layer, "FEW_WORDS", 10)
    many = _index(tmp_path / "many")
    assert _layer(many)["vocabulary"] == ""
    assert _words(many) == few


def test_names_tell_how_rare_each_of_their_words_is(tmp_path: Path) -> None:
    """Weights are given for each word of "Bo Fisher" and "B. Fisher", in the order of positions in
    the title."""
    folder = _index(tmp_path)
    read = _read(folder, _layer(folder)["parts"][0])
    names = {read.hits[n]["url"]: weights for n, *weights in read.head["names"]}
    assert [len(one) for one in names["speakers/bo-fisher/"]] == [2, 2]
    assert "0" not in "".join(names["speakers/bo-fisher/"])


def test_names_are_known_without_the_same_words_as_in_the_browser() -> None:
    script = (ROOT / "docs" / "assets" / "search" / "words.js").read_text("utf-8")
    [listed] = re.findall(r"STOP = new Set\((.*?)\.split", script, re.DOTALL)
    assert set(" ".join(re.findall('"([^"]*)"', listed)).split()) == STOP


def test_the_table_of_pairs_knows_the_parts_that_hold_two_words(tmp_path: Path) -> None:
    """Nine parts, so that a row has two bytes; each contains a unique pair, and one common to
    all."""
    files = []
    for n in range(9):
        words = Words((), ("mended", "nets", f"w{n}"), (), ())
        files.append(tmp_path / f"{n}.bin")
        write_pairs(files[-1], [words])
    table = write_table(tmp_path, files)
    assert table is not None
    name, rows = table["file"], table["rows"]
    data = (tmp_path / str(name)).read_bytes()
    assert (rows, len(data)) == (16, 32)

    def held(first: str, second: str) -> set[int]:
        at = pair_number(first, second) % 16 * 2
        bits = int.from_bytes(data[at : at + 2], "little")
        return {n for n in range(9) if bits >> n & 1}

    assert held("mended", "nets") == set(range(9))
    assert all(n in held("nets", f"w{n}") for n in range(9))
    assert write_table(tmp_path, files[:3]) is None


def test_a_briefing_put_in_between_moves_no_boundary_far_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _small_parts(monkeypatch)

    def cut(days: Sequence[str]) -> set[tuple[str | None, ...]]:
        corpus = _many(())
        briefings = tuple(_dated(int(day.replace("-", "")), day) for day in days)
        return {
            tuple(its.briefing.date for its in part.briefings)
            for part in search_parts.parts(dataclasses.replace(corpus, briefings=briefings))
        }

    before = cut(_DAYS)
    new = cut([*_DAYS, "2020-02-20"]) - before
    assert len(new) <= 3
    assert len(before) > 8


def test_only_parts_whose_records_changed_are_indexed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[str] = []

    def noted(part: Any, folder: Path, key: str) -> Any:
        again.append(part.name)
        return search_index.index_part(part, folder, key)

    monkeypatch.setattr(search, "index_part", noted)
    monkeypatch.setattr(search_parts, "YEARS_AT_LEAST", 2)
    corpus = _many([None, "2019-05-05", "2020-05-05"])
    first = _bytes(_index(tmp_path, corpus))
    assert again == ["undated-1", "2019-1", "2020-1"]
    again.clear()
    assert _bytes(_index(tmp_path, corpus)) == first
    assert again == []
    # An announcement in the passage of 2020 changes its metadata, not its words.
    promise = Commitment(
        "c", "plan", Place("b2", "010", "t2p1", 6), "A boat.", "will", "2020-05-05",
        None, None, (), (), (), (),
    )  # fmt: skip
    announced = dataclasses.replace(corpus, relations=Relations(commitments=(promise,)))
    after = _bytes(_index(tmp_path, announced))
    assert again == ["2020-1"]
    changed = sorted(
        name for name in first.keys() | after.keys() if first.get(name) != after.get(name)
    )
    assert [name.split("-")[1] for name in changed if "/" in name] == ["1/words", "1/words"]
    assert [name for name in changed if "/" not in name] == ["layer.json"]


@pytest.mark.parametrize(
    "name", ["part.json", "vocabulary.txt", "pairs.bin", "words-*.pack", "hits-*.pack"]
)
@pytest.mark.parametrize("how", ["gone", "cut short"])
def test_a_damaged_part_is_indexed_again(tmp_path: Path, name: str, how: str) -> None:
    first = _bytes(_index(tmp_path))
    [file] = (tmp_path / "work" / "2021-1").glob(name)
    data = file.read_bytes()
    file.unlink()
    if how == "cut short":
        file.write_bytes(data[:-3])
    assert _bytes(_index(tmp_path)) == first


def test_parts_indexed_by_other_processes_are_the_same(tmp_path: Path) -> None:
    first = _bytes(_index(tmp_path / "one"))
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        assert _bytes(_index(tmp_path / "two", executor=executor)) == first


def test_parts_indexed_apart_and_merged_are_the_same(tmp_path: Path) -> None:
    """Simulate two machines, each with half of the parts."""
    first = _bytes(_index(tmp_path / "one"))
    every = list(search_parts.parts(CORPUS))
    indexed = [
        search.kept_or_indexed(part, tmp_path / f"machine-{n % 2}") for n, part in enumerate(every)
    ]
    search.merge_parts(tmp_path / "site", indexed, ())
    assert _bytes(tmp_path / "site" / search.FOLDER) == first


def test_an_empty_corpus_has_an_index_too(tmp_path: Path) -> None:
    layer = _layer(_index(tmp_path, EMPTY))
    assert (layer["records"], layer["parts"], layer["words"]) == (0, [], [])


def test_a_word_in_many_parts_has_a_bit_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The years 2000 to 2019 mention boats, and each a unique number; the pages do not."""
    monkeypatch.setattr(search_parts, "YEARS_AT_LEAST", 2)
    corpus = _many([None, *(f"{year}-05-05" for year in range(2000, 2020))])
    corpus = dataclasses.replace(corpus, topics=CORPUS.topics)
    folder = _index(tmp_path, corpus)
    lines = _words(folder)
    # Part 0 contains the pages, part 1 the briefings without a year.
    assert lines["boat"] == ["21", "0x3ffffe"]
    assert lines["17"] == ["1", "18"]


def test_what_editors_hold_to_be_the_same() -> None:
    """Renderings count, but not a common word that means the term only if capitalized."""
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
