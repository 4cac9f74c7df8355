"""Texts in TEI after ParlaMint and in Akoma Ntoso: valid, whole, and nothing in them made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefings.engine.store import Store
from briefings.model import Briefing, Corpus, Passage, Person, Speaker, Turn, Witness
from briefings.model.page import SiteInfo
from briefings.publish.data import DataFile
from briefings.publish.xml_texts import xml_files
from briefings.release import sentences
from briefings.standards.akn import akn_pieces
from briefings.standards.components import Component, all_components
from briefings.standards.elements import document
from briefings.standards.elements import element as made
from briefings.standards.popolo import popolo
from briefings.standards.tei import tei_pieces
from briefings.standards.tei_root import listed_text, root_pieces
from tests.gathered import gathered
from tests.xml_schemas import (
    AKN,
    ID,
    PARLAMINT,
    TEI,
    akn_errors,
    component_errors,
    parsed,
    root_errors,
    sentence_errors,
)

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED

CASE = Path(__file__).parents[1] / "cases" / "standards" / "quay"
SITE = SiteInfo("Quays", url="https://quays.example/")
NOWHERE = SiteInfo("Quays")
NEWEST = "2021-06-02"

# Whatever a source may hold once it is decoded: control characters, surrogates, other directions.
HOSTILE = (
    "]]> <![CDATA[ & &amp; <!-- -- --> <?xml?> \"quoted\" 'so'",
    "a\x00b\x0bc\x1fd\ufffee\uffff",
    "half \ud83d a pair \udc00",
    "\u202eright to left\u202c \u200fשלום\u200f",
    "\u0085next\u2028line\u00a0kept \U0001f600 e\u0301",
    "%s {name} &#0; &unknown;",
)


def _tei(corpus: Corpus, site: SiteInfo = SITE) -> Iterator[tuple[Component, etree._Element]]:
    for text in all_components(corpus, site):
        yield text, parsed(tei_pieces(text, NEWEST))


def _akn(corpus: Corpus, site: SiteInfo = SITE) -> Iterator[tuple[Component, etree._Element]]:
    for text in all_components(corpus, site):
        yield text, parsed(akn_pieces(text))


def _root(corpus: Corpus, site: SiteInfo = SITE) -> etree._Element:
    texts = map(listed_text, all_components(corpus, site))
    return parsed(root_pieces(corpus, site, NEWEST, texts))


def _words(one: etree._Element) -> str:
    return "".join(map(str, one.itertext()))


def _passages_in_tei(root: etree._Element) -> list[tuple[str, str]]:
    """Anchor and text of each passage: segments of a transcript, paragraphs of a report."""
    return [
        (one.get("n", ""), _words(one))
        for one in root.iter(f"{TEI}seg", f"{TEI}note")
        if one.tag == f"{TEI}seg" or one.get("type") == "report"
    ]


def _passages_in_akn(root: etree._Element) -> list[str]:
    return [_words(one) for one in root.iter(f"{AKN}p") if one.get("eId")]


def _held(text: str) -> str:
    """Return the text with characters that XML 1.0 forbids replaced (production 2, `Char`)."""
    return "".join(
        one
        if one in "\t\n\r"
        or "\x20" <= one <= "\ud7ff"
        or "\ue000" <= one <= "\ufffd"
        or one >= "\U00010000"
        else "\ufffd"
        for one in text
    )


def _with_texts(*texts: str) -> Corpus:
    """The sample with these as the passages of a turn and of a section."""
    fish, undated = CORPUS.briefings
    transcript, article = fish.witnesses
    turns = list(transcript.turns)
    turns[1] = replace(turns[1], passages=_passages(turns[1].id, texts))
    section = article.sections[1]
    changed = replace(section, passages=_passages(section.id, texts))
    witnesses = (
        replace(transcript, turns=tuple(turns)),
        replace(article, sections=(article.sections[0], changed)),
    )
    return replace(CORPUS, briefings=(replace(fish, witnesses=witnesses), undated))


def _passages(part: str, texts: tuple[str, ...]) -> tuple[Passage, ...]:
    return tuple(Passage(f"{part}p{n}", text, n, n) for n, text in enumerate(texts, 1))


def _with_primary(witness: Witness, **fields: object) -> Corpus:
    fish, undated = CORPUS.briefings
    changed = replace(fish, witnesses=(witness, fish.witnesses[1]), **fields)  # type: ignore[arg-type]
    return replace(CORPUS, briefings=(changed, undated))


def _at(root: etree._Element, path: str) -> etree._Element:
    """The element at a path, which has to be there."""
    found = root.find(path)
    assert found is not None, path
    return found


def _canonical(root: etree._Element | str) -> str:
    text = root if isinstance(root, str) else etree.tostring(root, encoding="unicode")
    return ElementTree.canonicalize(text, strip_text=True)


@pytest.fixture(scope="module", name="quay")
def quay_texts() -> Corpus:
    corpus, _ = gathered(CASE / "input", CASE / "editorial")
    return corpus


@pytest.mark.parametrize("name", ["2021-05-04-new-quay", "2021-05-04-new-quay.2-late"])
def test_the_body_of_a_text_is_what_a_reader_wrote_down(quay: Corpus, name: str) -> None:
    tei = {text.name: root for text, root in _tei(quay)}
    akn = {text.name: root for text, root in _akn(quay)}
    body = _at(tei[name], f"{TEI}text/{TEI}body")
    assert _canonical(body) == _canonical((CASE / f"{name}.tei.xml").read_text("utf-8"))
    spoken = next(akn[name].iter(f"{AKN}debateBody", f"{AKN}mainBody"))
    assert _canonical(spoken) == _canonical((CASE / f"{name}.akn.xml").read_text("utf-8"))


def test_a_turn_leads_to_the_line_of_its_label() -> None:
    # Line 5 of the source has "Bo Fisher:", line 6 what he says.
    _, root = next(iter(_tei(CORPUS, SITE)))
    [turn] = [one for one in root.iter(f"{TEI}u") if one.get("n") == "t2"]
    assert (turn.get("source") or "").endswith("sources/010/#L5")


def test_the_source_of_a_text_leads_to_file_sum_lines_publisher_and_grade(quay: Corpus) -> None:
    (_, transcript), (_, report) = _tei(quay)
    lines = (CASE / "input" / "SHA256SUMS").read_text("utf-8").splitlines()
    sums = {line.partition("  ")[2]: line.partition("  ")[0] for line in lines}
    bibl = _at(transcript, f".//{TEI}sourceDesc/{TEI}bibl")
    assert [one.text for one in bibl.iter(f"{TEI}edition")] == [
        "File as received: 1_quay.txt",
        f"SHA-256: {sums['1_quay.txt']}",
        "Lines: 1 to 26",
        "Kind: transcript",
        "Quality: official translation (it says so nowhere, but it reads like one)",
    ]
    assert bibl.find(f"{TEI}publisher") is None  # the text names none
    assert _at(bibl, f"{TEI}idno").text == "https://quays.example/sources/1/"
    bibl = _at(report, f".//{TEI}sourceDesc/{TEI}bibl")
    editions = [one.text for one in bibl.iter(f"{TEI}edition")]
    assert "File as received: 2 (late)_report.txt" in editions
    assert "Quality: not graded" in editions
    assert _at(bibl, f"{TEI}publisher").text == "Daily Net"
    assert _at(bibl, f"{TEI}date").get("when") == "2021-05-05"
    (_, debate), (_, document_) = _akn(quay)
    assert debate[0].tag == f"{AKN}debate"
    assert document_[0].tag == f"{AKN}doc"
    source = _at(debate, ".//{urn:x-annotated-briefings:source}source")
    assert source.get("sha256") == sums["1_quay.txt"]
    assert source.get("quality") == "official-translation"


def test_texts_of_one_event_are_told_apart_and_speeches_counted_in_transcripts(
    quay: Corpus,
) -> None:
    (_, transcript), (_, report) = _tei(quay)
    kinds = "#transcript #official-translation"
    assert transcript.get("ana") == f"#press-briefing #primary-text {kinds}"
    assert report.get("ana") == "#press-briefing #other-text #article #quality-not-graded"
    quantities = [
        [one.get("quantity") for one in root.iter(f"{TEI}measure")] for root in (transcript, report)
    ]
    # 7 + 12 + 7 + 8 + 5 + 5 + 4 + 4 + 2 words in nine paragraphs; 13 + 15 in the report.
    assert quantities == [["7", "54"], ["0", "28"]]


def _validated(corpus: Corpus, site: SiteInfo) -> None:
    for text, root in _tei(corpus, site):
        assert component_errors(root) == [], text.name
    for text, root in _akn(corpus, site):
        assert akn_errors(root) == [], text.name
    assert root_errors(_root(corpus, site)) == []


@pytest.mark.parametrize("site", [SITE, NOWHERE], ids=["address", "no-address"])
def test_every_file_is_valid(five: Corpus, quay: Corpus, site: SiteInfo) -> None:
    for corpus in (five, quay, CORPUS):
        _validated(corpus, site)


def test_a_file_that_is_not_as_the_schemas_have_it_would_be_found(quay: Corpus) -> None:
    tei = next(root for _, root in _tei(quay))
    next(tei.iter(f"{TEI}u")).attrib.pop("ana")
    assert component_errors(tei)
    akn = next(root for _, root in _akn(quay))
    next(akn.iter(f"{AKN}question")).attrib.pop("by")
    assert akn_errors(akn)
    root = _root(quay)
    next(root.iter(f"{TEI}org")).set("role", "ministry of fish")
    assert root_errors(root)


def test_segments_are_the_passages_letter_for_letter_and_each_stands_once(
    five: Corpus, quay: Corpus
) -> None:
    for corpus in (five, quay, CORPUS):
        for text, root in _tei(corpus):
            passages = [(one.id, one.text) for one in text.witness.passages]
            assert _passages_in_tei(root) == passages
        for text, root in _akn(corpus):
            assert _passages_in_akn(root) == [one.text for one in text.witness.passages]


@given(st.lists(st.text(min_size=1) | st.sampled_from(HOSTILE), min_size=1, max_size=5))
def test_any_text_is_written_whole_and_read_back(texts: list[str]) -> None:
    """Characters that XML forbids are replaced one for one; all others are unchanged."""
    corpus = _with_texts(*texts)
    for text, root in _tei(corpus):
        expected = [_held(one.text) for one in text.witness.passages]
        assert [words for _, words in _passages_in_tei(root)] == expected
        assert component_errors(root) == []
    for text, root in _akn(corpus):
        assert _passages_in_akn(root) == [_held(one.text) for one in text.witness.passages]
        assert akn_errors(root) == []


@given(st.sampled_from(HOSTILE) | st.text())
def test_any_name_title_or_label_makes_valid_files(words: str) -> None:
    fish, undated = CORPUS.briefings
    transcript, article = fish.witnesses
    speaker = replace(transcript.turns[1].speaker, name=words, label=words)
    turns = (transcript.turns[0], replace(transcript.turns[1], speaker=speaker))
    transcript = replace(transcript, title=words, publisher=words, turns=turns)
    article = replace(article, byline=words, lead=words, subtitle=words)
    person = replace(CORPUS.people[1], name=words, family=words, other_names=(words,))
    role = replace(person.roles[0], role=words, organization=words)
    corpus = replace(
        CORPUS,
        briefings=(
            replace(fish, title=words, host=words, place=words, witnesses=(transcript, article)),
            undated,
        ),
        people=(CORPUS.people[0], replace(person, roles=(role,)), CORPUS.people[2]),
        outlets=(replace(CORPUS.outlets[0], name=words, chinese=words),),
    )
    _validated(corpus, SiteInfo(words))


def test_the_standard_library_reads_what_was_written() -> None:
    for text in all_components(_with_texts(*HOSTILE), SITE):
        for pieces in (tei_pieces(text, NEWEST), akn_pieces(text)):
            root = ElementTree.fromstring("".join(pieces))  # noqa: S314
            assert root.tag in (f"{TEI}TEI", f"{AKN}akomaNtoso")


def test_ids_are_unique_in_the_whole_corpus_and_every_pointer_leads_to_one(
    five: Corpus, quay: Corpus
) -> None:
    for corpus in (five, quay, CORPUS):
        roots = [_root(corpus), *(root for _, root in _tei(corpus))]
        elements = [one for root in roots for one in root.iter(etree.Element)]
        ids = Counter(one.get(ID) for one in elements if one.get(ID))
        assert max(ids.values()) == 1
        pointed = {
            pointer.removeprefix("#")
            for one in elements
            for name in ("who", "ana", "corresp", "ref")
            for pointer in one.get(name, "").split()
            if pointer.startswith("#")
        }
        assert pointed <= ids.keys()
        assert {"chair", "regular"} & pointed
        for _, akn in _akn(corpus):
            own = {one.get("eId") for one in akn.iter(etree.Element)}
            for one in akn.iter(etree.Element):
                for name in ("by", "as", "source", "refersTo", "for"):
                    assert one.get(name, "#").removeprefix("#") in {*own, ""}, one.attrib


def test_ids_that_begin_with_a_digit_or_hold_blanks_are_made_fit() -> None:
    fish, undated = CORPUS.briefings
    speaker = Speaker("official", "7 of 9", "7 of 9", "7 of 9:")
    turn = Turn("1 (a)-t1", speaker, (Passage("1 (a)-t1p1", "I am a number.", 1, 1),))
    article = fish.witnesses[1]
    source = replace(article.source, id="1 (a)", file="1 (a)_x.txt")
    transcript = replace(article, source=source, kind="transcript", sections=(), turns=(turn,))
    briefing = replace(fish, witnesses=(fish.witnesses[0], transcript), sources=("010", "1 (a)"))
    person = Person("7 of 9", "7 of 9", (), (), (), (), ())
    corpus = replace(CORPUS, briefings=(briefing, undated), people=(*CORPUS.people, person))
    _validated(corpus, SITE)
    text, root = list(_tei(corpus))[1]
    assert text.name == f"{FISH}.1-a"
    (spoken,) = root.iter(f"{TEI}u")
    assert spoken.get(ID) == f"b.{FISH}.1-a.t1"
    assert spoken.get("who") == "#p.7_20_of_20_9"
    (segment,) = root.iter(f"{TEI}seg")
    assert segment.get("n") == "1 (a)-t1p1"
    assert segment.get("corresp", "").split()[0].endswith("/#1%20(a)-t1p1")


def test_an_asker_who_is_not_known_stays_so() -> None:
    _, root = next(_tei(CORPUS))
    asked = next(one for one in root.iter(f"{TEI}u") if one.get("n") == "t6")
    assert asked.get("who") is None
    assert asked.get("ana") == "#unknown #question"
    people = {one.get(ID) for one in _root(CORPUS).iter(f"{TEI}person")}
    assert people == {"p.ada-chair", "p.bo-fisher", "p.cy-net", "asker.the-paper"}


def test_a_date_without_its_year_is_not_made_whole() -> None:
    text, root = list(_tei(CORPUS))[-1]
    assert text.briefing.slug == UNDATED
    date = _at(root, f".//{TEI}setting/{TEI}date")
    assert date.items() == [("notBefore", "0001")]
    assert date.text == "10 January (year not given)"
    # It names no whole day, so that the newest one of the corpus dates the file.
    published = _at(root, f".//{TEI}publicationStmt/{TEI}date")
    assert published.get("when") == NEWEST
    _, akn = list(_akn(CORPUS))[-1]
    work = _at(akn, f".//{AKN}FRBRWork/{AKN}FRBRdate")
    assert work.get("name") == "event-day-not-known"


def test_people_have_the_names_and_offices_that_texts_give_them_and_nothing_more() -> None:
    bo = replace(CORPUS.people[1], family="Fisher", chinese="渔夫")
    wei = Person("wei-li", "Li Wei", (), (), (), (), (), family="Li")
    corpus = replace(CORPUS, people=(CORPUS.people[0], bo, CORPUS.people[2], wei))
    people = {one.get(ID): one for one in _root(corpus).iter(f"{TEI}person")}
    names = people["p.bo-fisher"].findall(f"{TEI}persName")
    assert [[part.tag.removeprefix(TEI) for part in name] for name in names] == [
        ["forename", "surname"],
        ["term"],
        ["term"],
    ]
    assert [part.text for part in names[0]] == ["Bo", "Fisher"]
    assert [part.text for part in people["p.wei-li"][0]] == ["Li", "Wei"]
    assert people["p.ada-chair"][0][0].tag == f"{TEI}term"  # which part is the family's?
    office = _at(people["p.bo-fisher"], f"{TEI}affiliation")
    assert office.get("when") == "2021-05-04"
    assert office.get("ref") == "#o.fish-bureau"
    assert office.get("source") == "https://quays.example/sources/010/#L3"
    assert _at(office, f"{TEI}roleName").text == "head of the Fish Bureau"
    # The article words an office without an organisation.
    assert _at(people["p.bo-fisher"], f"{TEI}occupation").text == "director of fish"
    everything = {one.tag.removeprefix(TEI) for one in _root(corpus).iter(f"{TEI}*")}
    assert not everything & {"sex", "birth", "death", "education", "state"}


def test_offices_lead_to_the_organisations_of_the_other_data(five: Corpus) -> None:
    known = {one["id"] for one in popolo(five, "", lambda _: "")["organizations"]}
    root = _root(five)
    led = {one.get("ref", "").removeprefix("#o.") for one in root.iter(f"{TEI}affiliation")}
    assert led <= known
    # One bureau, in two wordings: "of the Ministry of Public Security", "of the MPS".
    organizations = {one.get(ID): one for one in root.iter(f"{TEI}org")}
    order = organizations["o.public-order-bureau-of-the-ministry-of-public-security"]
    assert {one.text for one in order.iter(f"{TEI}orgName")} == {
        "Public Order Bureau of the Ministry of Public Security",
        "Public Order Bureau of the MPS",
    }


def test_a_text_with_no_passage_still_makes_valid_files() -> None:
    fish, _ = CORPUS.briefings
    nothing = replace(
        fish.witnesses[0], turns=(replace(fish.witnesses[0].turns[0], passages=()),), title=None,
        credits=replace(fish.witnesses[0].credits, notice=None),
    )  # fmt: skip
    silent = replace(nothing.turns[0], speaker=Speaker("unknown", None, None, None))
    for turns in ((), nothing.turns, (silent,)):
        corpus = _with_primary(replace(nothing, turns=turns), exchanges=())
        _validated(corpus, SITE)


def test_stretches_of_one_exchange_that_lie_apart_have_one_id_between_them() -> None:
    fish: Briefing = CORPUS.briefings[0]
    first, second = fish.exchanges
    apart = replace(first, answers=("t5", "t8"))
    corpus = _with_primary(fish.witnesses[0], exchanges=(apart, second))
    _validated(corpus, SITE)
    _, root = next(_tei(corpus))
    numbered = [(one.get("n"), one.get(ID)) for one in root.iter(f"{TEI}div") if one.get("n")]
    assert numbered == [
        ("x1", f"b.{FISH}.x1"),
        ("x2", f"b.{FISH}.x2"),
        ("x1", None),
    ]


def test_sentences_divide_a_passage_and_change_no_letter(five: Corpus, tmp_path: Path) -> None:
    sentences.write(five, SITE, tmp_path)
    files = {path.name: parsed([path.read_text("utf-8")]) for path in tmp_path.iterdir()}
    assert root_errors(files.pop("corpus.xml")) == []
    for text in all_components(five, SITE):
        root = files.pop(f"{text.name}.xml")
        assert sentence_errors(root) == [], text.name
        assert component_errors(root), "ParlaMint has no s without words"
        assert _passages_in_tei(root) == [(one.id, one.text) for one in text.witness.passages]
    assert files == {}


def test_the_sentences_of_a_passage(quay: Corpus) -> None:
    text = next(all_components(quay, SITE))
    root = parsed(tei_pieces(text, NEWEST, sentences=True))
    found = [
        (one.get(ID, "").removeprefix("b.2021-05-04-new-quay."), one.text)
        for one in root.iter(f"{TEI}s")
    ][:4]
    assert found == [
        ("t1p1.1", "Good morning."),
        ("t1p1.2", "Mr. Fisher has the floor."),
        ("t2p1.1", "The quay cost 12 million & a day."),
        ("t2p1.2", 'Its sign reads "<quay>".'),
    ]


def _files(corpus: Corpus, site: SiteInfo = SITE) -> dict[str, DataFile]:
    return {one.path: one for one in xml_files(corpus, site, Store())}


def test_the_published_files_are_listed_and_made_again_where_something_of_theirs_changed(
    quay: Corpus,
) -> None:
    name = "2021-05-04-new-quay"
    kept = _files(quay)
    assert list(kept) == [
        f"tei/{name}.xml",
        f"akn/{name}.xml",
        f"tei/{name}.2-late.xml",
        f"akn/{name}.2-late.xml",
        "tei/corpus.xml",
    ]
    assert all(one.key and one.described for one in kept.values())
    described = kept[f"tei/{name}.xml"].described
    assert described is not None
    assert described["mediatype"] == "application/tei+xml"
    notes = quay.annotations.notes
    other = replace(notes[0], author="Another")
    changed = replace(quay, annotations=replace(quay.annotations, notes=(other,)))
    for one in (_files(changed), _files(quay, replace(SITE, url="https://other.example/"))):
        assert all(file.key != kept[path].key for path, file in one.items())
    without_topics = _files(replace(quay, topics=()))
    assert all(one.key == kept[path].key for path, one in without_topics.items())


def test_a_corpus_without_texts_has_no_file_that_could_not_be_valid(tmp_path: Path) -> None:
    assert _files(EMPTY) == {}
    sentences.write(EMPTY, SITE, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nobody_named_is_no_empty_list() -> None:
    corpus = replace(CORPUS, people=(), outlets=())
    assert root_errors(_root(corpus)) == []


def test_elements_with_text_gain_no_blank_and_attributes_hold_any_text() -> None:
    lines = document(made("a", made("b", "x ", made("c"), " y", attributes={"d": '<"&\n\t'})))
    root = ElementTree.fromstring("".join(lines))  # noqa: S314
    assert "".join(root[0].itertext()) == "x  y"
    assert root[0].get("d") == '<"&\n\t'


def test_parlamints_schemas_are_kept_as_they_were_published() -> None:
    """The numbers are the lengths, in characters, of the files in their repository."""
    sizes = {"ParlaMint.rng": 28788, "ParlaMint-TEI.rng": 17578}
    assert {name: len((PARLAMINT / name).read_text("utf-8")) for name in sizes} == sizes


def test_texts_that_no_sum_is_known_of_are_written_anew_each_time() -> None:
    assert CORPUS.digest == ""
    assert {file.key for file in _files(CORPUS).values()} == {None}
