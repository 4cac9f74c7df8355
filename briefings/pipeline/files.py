"""Files of the published data other than those made by `publish/data.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .. import __version__
from ..engine.store import Store
from ..measured import accuracy
from ..model import Corpus, SiteEntry
from ..model.page import SiteInfo
from ..problems import Problems
from ..publish import data, mkdocs, provenance, quote_index, xml_texts
from ..publish.data import DataFile
from ..release.codebook import codebook
from ..release.codebook_text import codebook_file
from ..tables.published import table_files
from .options import ROOT


def more_files(corpus: Corpus, site: SiteInfo, store: Store) -> Iterator[DataFile]:
    """All of them, for a site or a release; cached in the store."""
    yield from quote_index.quote_files(corpus, store)
    yield from provenance.prov_files(corpus, __version__)
    yield from table_files(corpus, store)
    yield from xml_texts.xml_files(corpus, site, store)
    if site.codebook is not None:
        yield codebook_file(site.codebook)


def described_site(
    corpus: Corpus, settings: SiteEntry | None, problems: Problems
) -> SiteInfo | None:
    """The site with the descriptions of its data; None if `mkdocs.yml` cannot be read."""
    site = mkdocs.site_info(ROOT / "mkdocs.yml", field_tables(corpus), problems, settings)
    return replace(site, codebook=codebook(corpus, accuracy())) if site else None


def field_tables(corpus: Corpus) -> list[dict[str, Any]]:
    """The descriptions of the published files on the Data page, field by field."""
    xml = xml_texts.xml_tables(corpus)
    return [*data.field_tables(), quote_index.field_table(), provenance.field_table(), *xml]
