"""The files of the published data that other parts than `publish/data.py` make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import __version__
from ..engine.store import Store
from ..model import Corpus
from ..model.page import SiteInfo
from ..publish import data, provenance, quote_index, xml_texts
from ..publish.data import DataFile
from ..release.codebook_text import codebook_file
from ..tables.published import table_files


def more_files(corpus: Corpus, site: SiteInfo, store: Store) -> Iterator[DataFile]:
    """All of them, for a site and for a release; what they keep is in the store."""
    yield from quote_index.quote_files(corpus, store)
    yield from provenance.prov_files(corpus, __version__)
    yield from table_files(corpus, store)
    yield from xml_texts.xml_files(corpus, site)
    if site.codebook is not None:
        yield codebook_file(site.codebook)


def field_tables(corpus: Corpus) -> list[dict[str, Any]]:
    """What the Data page says of the published files, field by field."""
    xml = xml_texts.xml_tables(corpus)
    return [*data.field_tables(), quote_index.field_table(), provenance.field_table(), *xml]
