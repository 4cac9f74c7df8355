"""What stands between the corpus and the pages: pages to be rendered, marks on their text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .annotations import Prose


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What the pages need to know of the site itself.

    `url` is the site's address with a closing slash, "" where the build is not told; `repository`
    is the address of a GitHub repository that takes reports of mistakes and suggestions, `edit`
    where its editorial files are changed, with a closing slash; `tables` are the field tables of
    the published data; `feed` and `search` are addresses relative to the root.  `home` is the
    sentence that the home page begins with, `about` what editors say on the About page.
    """

    name: str
    description: str = ""
    url: str = ""
    repository: str | None = None
    edit: str | None = None
    tables: tuple[dict[str, Any], ...] = ()
    feed: str | None = "feed.xml"
    search: str = "search/"
    home: str = ""
    about: Prose = ()


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
    it stands after the words and leaves them as they are.
    """

    start: int
    end: int
    kind: str
    url: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    value: str | None = None
    number: int | None = None
