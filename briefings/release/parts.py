"""What a release holds, part by part.

A part is written by a function that gets the material and a path: where `Part.path` ends in a
slash, that of its folder, which is there and empty; else that of its file, whose folder is there.
It writes the same bytes for the same material: no clock, no random ids, sorted names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefings import binding, urls
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.problems import Problems
from briefings.tables import writing
from briefings.views import Lookup

from . import originals, sentences, vocabulary


@dataclass(frozen=True, slots=True)
class Material:
    """What a release is made from.

    `data` is the folder of the published data: what the site has under `data/`, byte for byte.
    `seeds` and `editorial` are the folders that the corpus was read from, `work` is where builds of
    this corpus keep what they need again; `problems` takes what an editor is to be told.
    """

    corpus: Corpus
    site: SiteInfo
    find: Lookup
    data: Path
    seeds: Path
    editorial: Path
    work: Path
    problems: Problems | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A folder of a release (`path` ends in a slash) or a file: how it is written, what it is."""

    path: str
    write: Callable[[Material, Path], None]
    about: str


PARTS: tuple[Part, ...] = (
    Part(
        urls.DATA,
        lambda material, folder: originals.copy_data(material.data, folder),
        "The data that the site publishes under data/: JSON with its schemas, CSV, citations, "
        "plain texts; datapackage.json describes each file.",
    ),
    Part(
        "skos/",
        lambda material, folder: vocabulary.write_turtle(material.corpus, material.site, folder),
        "The glossary as a SKOS vocabulary in Turtle, the same as data/terms.jsonld.",
    ),
    Part(
        "tables/",
        lambda material, folder: writing.write(material.corpus, material.site.name, folder),
        "The corpus as flat tables, one row one thing: CSV, Parquet, and all of them in "
        "briefings.db (SQLite); metadata.json is for Datasette, pandas.json for pandas, and "
        "datapackage.json describes each column.",
    ),
    Part(
        "epub/",
        lambda material, folder: binding.write_epubs(
            material.find, material.corpus, material.work, folder, material.problems
        ),
        "Each briefing as an EPUB with all its texts and notes; all.epub holds all briefings, "
        "all-<year>.epub those of a year where there are more than 200.",
    ),
    Part(
        "pdf/",
        lambda material, folder: binding.write_pdfs(
            material.find, material.work, folder, material.problems
        ),
        "Each briefing as a tagged PDF to print, with notes at the foot of the page.",
    ),
    Part(
        urls.SOURCES,
        lambda material, folder: originals.copy_sources(material.corpus, material.seeds, folder),
        "The texts as received, byte for byte, with earlier editions and SHA256SUMS; "
        "they remain their publishers'.",
    ),
    Part(
        sentences.FOLDER,
        lambda material, folder: sentences.write(material.corpus, material.site, folder),
        "The texts of data/tei/ with each sentence marked: TEI P5, one step beyond ParlaMint.",
    ),
    Part(
        "editorial/",
        lambda material, folder: originals.copy_editorial(material.editorial, folder),
        "What editors wrote, as YAML, and the record of ids that are published.",
    ),
)
"""In the order of the manifest; no path stands below another's folder."""
