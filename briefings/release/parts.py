"""The parts of a release.

A part is written by a function that gets the material and a path. If `Part.path` ends with a slash,
that is an existing empty folder; otherwise it is a file to be created in an existing folder. The
function writes the same bytes for the same material: it uses no clock and no random ids, and sorts
names.
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
    """The input of a release.

    `data` is the folder of the published data, byte for byte as in the site's `data/`. `seeds` and
    `editorial` are the folders of the corpus, `work` is the cache folder of its builds; `problems`
    collects what editors should be told.
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
    """A folder of a release (`path` ends with a slash) or a file: how to write it, and its
    description.
    """

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
"""All parts, in the order of the manifest; no path is inside the folder of another part."""
