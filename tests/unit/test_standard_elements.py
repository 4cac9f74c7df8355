"""The building blocks of standard formats: elements of XML, ids, dates, addresses, known values."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from briefings.model.page import SiteInfo
from briefings.standards.components import address, web_address, whole_address
from briefings.standards.elements import (
    document,
    element,
    elements_in,
    one_line,
    permitted,
    pieces,
    pointers,
    typed,
    xml_id,
)
from briefings.standards.known import known
from briefings.standards.prov import line_ranges
from briefings.standards.tei_parts import day, xml_date

SITE = SiteInfo("Nets", url="https://example.org/a b/")
UNKNOWN = SiteInfo("Nets")


def test_an_element_with_text_stands_on_one_line_and_children_on_their_own() -> None:
    inner = element("p", "a & b ", element("hi", "<c>"), " d\r", attributes={"n": '"1"\n\t<&>'})
    root = element("div", inner, element("gap"), None, attributes={"x": None, "y": ""})
    assert "".join(pieces(root)) == (
        '<div y="">\n'
        ' <p n="&quot;1&quot;&#10;&#9;&lt;&amp;&gt;">a &amp; b <hi>&lt;c&gt;</hi> d&#13;</p>\n'
        " <gap/>\n"
        "</div>\n"
    )
    assert next(document(root)) == '<?xml version="1.0" encoding="UTF-8"?>\n'
    read = ElementTree.fromstring("".join(document(root)))  # noqa: S314 - our own
    assert [part.tag for part in read.iter()] == ["div", "p", "hi", "gap"]
    assert "".join(read[0].itertext()) == "a & b <c> d\r"
    assert read[0].get("n") == '"1"\n\t<&>'
    assert [part.name for part in elements_in(root)] == ["div", "p", "hi", "gap"]


def test_what_xml_cannot_hold_is_replaced_letter_by_letter() -> None:
    assert permitted("a\x0bb\ufffec\ud800\U00010000\t\n") == "a\ufffdb\ufffdc\ufffd\U00010000\t\n"
    assert "".join(pieces(element("p", "\x00", attributes={"n": "\x1f"}))) == (
        '<p n="\ufffd">\ufffd</p>\n'
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [(None, None), ("", None), (" \n ", None), (" a \n b ", "a b"), ("\x01", None)],
)
def test_a_text_for_a_header_is_one_line_or_none(text: str | None, line: str | None) -> None:
    assert one_line(text) == line


def test_texts_that_are_empty_make_no_element() -> None:
    parts = typed("note", [("a", " x\ny "), ("b", None), ("c", " "), ("d", "z")])
    assert ["".join(pieces(part)) for part in parts] == [
        '<note type="a">x y</note>\n', '<note type="d">z</note>\n',
    ]  # fmt: skip


def test_ids_stay_apart_whatever_letters_they_have() -> None:
    assert xml_id("p", "a b") == "p.a_20_b"
    assert xml_id("p", "a_b") == "p.a_5f_b"
    assert xml_id("p", "岸") == "p._5cb8_"
    assert pointers("a", "b") == "#a #b"
    assert pointers() is None


@pytest.mark.parametrize(
    ("date", "known_date"),
    [
        ("2021-05-04", "2021-05-04"), ("2021-05", "2021-05"), ("2021", "2021"), (None, None),
        ("", None), ("--05-04", None), ("2021-02-29", None), ("2020-02-29", "2020-02-29"),
        ("2021-13", None), ("0000", None), ("May 2021", None), ("2021-05-04T10", None),
    ],
)  # fmt: skip
def test_a_date_of_xml_is_one_that_exists(date: str | None, known_date: str | None) -> None:
    assert xml_date(date) == known_date


def test_a_date_that_is_not_known_says_so() -> None:
    assert "".join(pieces(day("2021-05-04"))) == '<date when="2021-05-04">4 May 2021</date>\n'
    lost = "".join(pieces(day("--05-04")))
    assert lost == '<date notBefore="0001">4 May (year not given)</date>\n'


def test_addresses_are_whole_where_the_site_is_known_and_lead_from_the_page_where_not() -> None:
    assert address("terms/nét/?a=1#x", SITE, "data/") == (
        "https://example.org/a%20b/terms/n%C3%A9t/?a=1#x"
    )
    assert address("terms/net/", UNKNOWN, "data/tei/") == "../../terms/net/"
    assert whole_address("terms/net/", SITE) == "https://example.org/a%20b/terms/net/"
    assert whole_address("terms/net/", UNKNOWN) == ("https://address-not-known.invalid/terms/net/")


@pytest.mark.parametrize(
    ("url", "address_"),
    [
        (None, None), ("", None), ("ftp://a/", None), ("https://a b/", None), ("http:/a", None),
        ("http://a/", "http://a/"), (" https://a/ä ", "https://a/%C3%A4"),
        ("https://a/?x=%41&y;z", "https://a/?x=%41&y;z"),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_given(url: str | None, address_: str | None) -> None:
    assert web_address(url) == address_


def test_only_what_is_known_is_written() -> None:
    assert known({"a": None, "b": "", "c": [], "d": {}, "e": {"en": ""}, "f": 0, "g": False}) == {
        "f": 0, "g": False,
    }  # fmt: skip
    assert known({"a": {"en": "x", "zh": None}, "b": [None]}) == {
        "a": {"en": "x", "zh": None}, "b": [None],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "words"),
    [([], ""), ([4], "4"), ([4, 5], "4-5"), ([4, 6], "4, 6"), ([1, 2, 3, 5, 7, 8], "1-3, 5, 7-8")],
)
def test_lines_are_ranges(lines: list[int], words: str) -> None:
    assert line_ranges(lines) == words
