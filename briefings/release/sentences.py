"""Writes the texts in TEI with sentences, which the schema of the published files does
not allow.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefings import urls
from briefings.dating import UNDATED, newest_day
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.standards.components import all_components
from briefings.standards.tei import tei_pieces
from briefings.standards.tei_root import listed_text, root_pieces

FOLDER = "tei-sentences/"


def write(corpus: Corpus, site: SiteInfo, folder: Path) -> None:
    """Writes a file for each text and the root of the corpus; nothing if there is no text."""
    newest = newest_day(corpus) or UNDATED
    for text in all_components(corpus, site):
        _write(folder, urls.tei_file(text.name), tei_pieces(text, newest, sentences=True))
    if corpus.briefings:
        listed = (listed_text(text, sentences=True) for text in all_components(corpus, site))
        root = root_pieces(corpus, site, newest, listed, sentences=True)
        _write(folder, urls.TEI_CORPUS, root)


def _write(folder: Path, published: str, lines: Iterable[str]) -> None:
    """Writes a file under the same name as the published one."""
    with (folder / Path(published).name).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)
