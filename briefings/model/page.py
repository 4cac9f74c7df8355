"""Values between the corpus and the pages: pages to render, and marks on their text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .annotations import Prose
from .codebook import Codebook
from .editorial import Pinned


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one page shows; longer lists are split by year or letter.

    Each number is the most that one page lists: briefings, names (people, outlets, terms), sources,
    rows of the tables of figures, announcements and discrepancies, recurring sentences (by their
    occurrences), set phrases, occurrences shown of one sentence, observations of one indicator,
    terms explained on the list of all terms, and entries (turns, questions, mentions) of one
    person, outlet, term or topic. `newest` is the
    number of rows on the first page of a split table, `piece` the number of rows in a file for its
    script, `places` the number of ids in a file that locates ids, `feed` the number of briefings in
    the feed. A corpus of up to `small` briefings keeps a list on one page up to `slack` times these
    numbers, except figures, discrepancies, notes and first mentions by briefing, which are long.
    """

    briefings: int = 50
    names: int = 50
    sources: int = 40
    figures: int = 100
    commitments: int = 45
    discrepancies: int = 30
    formulas: int = 60
    phrases: int = 100
    occurrences: int = 6
    observations: int = 40
    entries: int = 130
    notes: int = 40
    explained: int = 150
    mentioned: int = 400
    turnover: int = 150
    changes: int = 150
    doubts: int = 100
    newest: int = 20
    piece: int = 300
    places: int = 1000
    feed: int = 50
    small: int = 12
    slack: int = 8


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What pages need to know about the site.

    `url` is the site's address with a closing slash, or "" if unknown; `repository` is the address
    of a GitHub repository that accepts reports and suggestions, `edit` the address where its
    editorial files are edited, with a closing slash; `tables` are the field tables of the published
    data, `flat` the flat tables; `feed` and `search` are addresses relative to the root. `home` is
    the first sentence of the home page, `pinned` what editors put first there, `about` their text
    on the About page; `limits` are the most that one page shows. `release` has the path and a
    one-sentence description of each part of a release; `codebook` describes the tables.
    """

    name: str
    description: str = ""
    url: str = ""
    repository: str | None = None
    edit: str | None = None
    tables: tuple[dict[str, Any], ...] = ()
    flat: tuple[dict[str, Any], ...] = ()
    feed: str | None = "feed.xml"
    search: str = "search/"
    home: str = ""
    about: Prose = ()
    limits: Limits = field(default_factory=Limits)
    pinned: Pinned = field(default_factory=Pinned)
    release: tuple[tuple[str, str], ...] = ()
    codebook: Codebook | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A file that belongs to a page: its `path` below the site's root, and its data.

    The file holds the data as JSON for the page's script or, if `template` is set, what the
    template renders from it.
    """

    path: str
    content: Any
    template: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One file to write: its `path` below `docs/`, its `url`, template and plain context."""

    path: str
    url: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)


# The template of a page that could not be made; it needs only what every page has.
UNMADE = "unmade.md.j2"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked part of a passage's text: `text[start:end]`.

    `kind` becomes the class; with a `url` (relative to the site's root) the mark is a link. `value`
    is the number that the words state. A mark with a `number` is the number of a note, which
    follows the words and does not change them. `essential` marks are visible even if the reader has
    not asked for all.
    """

    start: int
    end: int
    kind: str
    url: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    value: str | None = None
    number: int | None = None
    essential: bool = False
