"""What stands between the corpus and the pages: pages to be rendered, marks on their text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .annotations import Prose
from .codebook import Codebook
from .editorial import Pinned


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one page holds; what is more is shared out by year or by letter.

    Each number counts what one page lists at most: briefings, names (people, outlets, terms),
    sources, rows of the tables of figures, announcements and discrepancies, sentences that return
    (by their occurrences), set phrases, occurrences of one sentence that are shown, observations
    of one indicator, terms that are explained where all are listed, and entries (turns, questions,
    mentions) of one person, outlet, term or topic. `newest` is how many rows of a table its first
    page shows where the whole does not fit, `piece` how many rows a file holds that its script
    reads, `places` how many ids a file holds that says where they stand, `feed` how many briefings
    the feed has. A corpus of up to `small` briefings keeps a list in one page up to `slack` times
    these numbers, but not figures, discrepancies, notes and what each briefing is the first to
    mention, which are long.
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
    """What the pages need to know of the site itself.

    `url` is the site's address with a closing slash, "" where the build is not told; `repository`
    is the address of a GitHub repository that takes reports of mistakes and suggestions, `edit`
    where its editorial files are changed, with a closing slash; `tables` are the field tables of
    the published data, `flat` the flat tables; `feed` and `search` are addresses relative to the
    root.  `home` is the sentence that the home page begins with, `pinned` what it shows first by
    the word of editors, `about` what editors say on the About page; `limits` are how much one page
    holds.  `release` says of each part of a release its path and, in a sentence, what it
    is; `codebook` describes the tables.
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
    """A file that belongs to a page: `path` below the site's root, and plain data.

    It is that data, as a page's script reads it; or, where a `template` is named, what the template
    makes of it.
    """

    path: str
    content: Any
    template: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One file to write: `path` below `docs/`, its `url`, the template and its plain context."""

    path: str
    url: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)


# The template of a page that could not be made; it needs nothing but what every page has.
UNMADE = "unmade.md.j2"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a passage's text that is more than text: `text[start:end]`.

    `kind` becomes the class; with a `url` (relative to the site's root) the mark is a link.
    `value` is the number that the words state.  A mark with a `number` is the number of a note:
    it stands after the words and leaves them as they are.  One that is `essential` is seen where
    a reader has not asked for all.
    """

    start: int
    end: int
    kind: str
    url: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    value: str | None = None
    number: int | None = None
    essential: bool = False
