"""The built site's texts in TEI and Akoma Ntoso: valid, linked, and their addresses lead on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import Built, Released
from tests.site import jing
from tests.xml_schemas import (
    AKN,
    PARLAMINT,
    TEI,
    akn_errors,
    component_errors,
    root_errors,
    sentence_errors,
)

XINCLUDE = "{http://www.w3.org/2001/XInclude}include"


def _parsed(path: Path) -> etree._Element:
    return etree.parse(str(path)).getroot()


def _passages(root: etree._Element) -> list[tuple[str, str]]:
    """Anchor and text of each passage: segments of a transcript, paragraphs of a report."""
    return [
        (one.get("n", ""), "".join(map(str, one.itertext())))
        for one in root.iter(f"{TEI}seg", f"{TEI}note")
        if one.tag == f"{TEI}seg" or one.get("type") == "report"
    ]


def _texts(built: Built, folder: str) -> dict[str, Path]:
    files = {path.name: path for path in (built.folder / "data" / folder).glob("*.xml")}
    files.pop("corpus.xml", None)
    return files


def test_every_file_is_valid_and_the_root_names_them_all(built: Built) -> None:
    texts = _texts(built, "tei")
    for name, path in texts.items():
        assert component_errors(_parsed(path)) == [], name
    root = _parsed(built.folder / "data" / "tei" / "corpus.xml")
    assert root_errors(root) == []
    included = [one.get("href", "") for one in root.iter(XINCLUDE)]
    assert sorted(included) == sorted(texts)
    documents = _texts(built, "akn")
    assert documents.keys() == texts.keys()
    for name, path in documents.items():
        assert akn_errors(_parsed(path)) == [], name


def test_jing_finds_no_error(built: Built, tmp_path: Path) -> None:
    reason = jing.unavailable()
    if reason:
        pytest.skip(reason)
    files = sorted(_texts(built, "tei").values())
    assert jing.validate(PARLAMINT / "components.rng", files) == []
    root = built.folder / "data" / "tei" / "corpus.xml"
    assert jing.validate(PARLAMINT / "root.rng", [root]) == []
    broken = tmp_path / "broken.xml"
    broken.write_text(files[0].read_text("utf-8").replace("<sourceDesc>", "<sourceDesc><p/>"))
    (told,) = jing.validate(PARLAMINT / "components.rng", [broken])
    assert 'element "p" not allowed' in told


def test_passages_are_those_of_the_other_data(built: Built) -> None:
    for briefing in built.briefings:
        for n, text in enumerate(briefing["witnesses"]):
            parts = text.get("turns") or text.get("sections") or []
            passages = [(one["id"], one["text"]) for part in parts for one in part["passages"]]
            name = briefing["slug"] + (f".{text['source']}" if n else "") + ".xml"
            tei = _parsed(_texts(built, "tei")[name])
            assert _passages(tei) == passages
            akn = _parsed(_texts(built, "akn")[name])
            paragraphs = [one for one in akn.iter(f"{AKN}p") if one.get("eId")]
            texts = ["".join(map(str, one.itertext())) for one in paragraphs]
            assert texts == [words for _, words in passages]


def test_every_address_of_the_site_in_them_leads_to_a_place(built: Built) -> None:
    ids: dict[str, set[str]] = {}
    checked = 0
    for path in (built.folder / "data").glob("*/*.xml"):
        for address in re.findall(rf'{re.escape(built.url)}([^"\s<]*)', path.read_text("utf-8")):
            page, _, fragment = address.partition("#")
            file = built.folder / page
            if file.is_dir():
                file /= "index.html"
            assert file.is_file(), (path.name, address)
            if fragment:
                if page not in ids:
                    html = file.read_text("utf-8")
                    ids[page] = set(re.findall(r'\sid="?([^"\s>]+)', html))
                assert fragment in ids[page], (path.name, address)
                checked += 1
    assert checked > 100


def test_a_briefing_leads_to_its_text_in_tei_and_akoma_ntoso(built: Built) -> None:
    for briefing in built.briefings:
        page = built.page(f"briefings/{briefing['slug']}/").read_text("utf-8")
        links = re.findall(r"<link[^>]*alternate[^>]*>", page)
        for form, mediatype in (("tei", "tei"), ("akn", "akn")):
            (link,) = (one for one in links if f"application/{mediatype}+xml" in one)
            assert f"../../data/{form}/{briefing['slug']}.xml" in link
        assert f'href="../../data/tei/{briefing["slug"]}.xml" download' in page


def test_a_release_holds_the_same_texts_and_those_with_sentences(
    built: Built, released: Released
) -> None:
    published = _texts(built, "tei")
    for name, path in published.items():
        copied = released.folder / "data" / "tei" / name
        assert _passages(_parsed(copied)) == _passages(_parsed(path))
    assert (released.folder / "data" / "tei" / "corpus.xml").is_file()
    assert {path.name for path in (released.folder / "data" / "akn").iterdir()} == published.keys()
    divided = {path.name: path for path in (released.folder / "tei-sentences").iterdir()}
    assert root_errors(_parsed(divided.pop("corpus.xml"))) == []
    assert divided.keys() == published.keys()
    for name, path in divided.items():
        root = _parsed(path)
        assert sentence_errors(root) == [], name
        assert _passages(root) == _passages(_parsed(published[name]))
