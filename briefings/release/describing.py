"""The files that describe a release: `README.md` and `CITATION.cff`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from briefings.sums import SUMS

from .changes_text import plain
from .manifest import MANIFEST
from .parts import Part
from .version import Version

README = "README.md"
CITATION = "CITATION.cff"
CHANGES = "CHANGES.md"
CHANGES_DATA = "changes.json"
ABOUT = {
    CHANGES: "What changed since the release before: passages, figures, terms and more.",
    CHANGES_DATA: "The same as data, each record with its values before and after.",
    MANIFEST: "Each file with its size, its SHA-256 sum and, where it is a table, its rows.",
    SUMS: "The sums of all files; sha256sum --check SHA256SUMS checks them.",
    README: "What this is, how it is checked and cited, and whose it is.",
    CITATION: "How to cite it, as reference managers and GitHub read it.",
}
PATHS = frozenset(ABOUT)
"""Files that describe the release itself: they name the version and do not count as content."""
# Not under `license`: a single licence for everything would also grant rights to the texts.
_RIGHTS = "What editors wrote is licensed under CC BY 4.0; the texts remain their publishers'."


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """The facts about a release.

    `day` (ISO) is its date, None if that is not in the version's month. `url` is the address of the
    site, `repository` that of the code; "" and None if not known.
    """

    title: str
    description: str
    version: Version
    day: str | None
    url: str
    repository: str | None


def editors_of(title: str) -> str:
    """The author to cite for a corpus: its individual contributors are not all known."""
    return f"The editors of {title}"


def citation(facts: ReleaseFacts) -> str:
    """The text of `CITATION.cff`; its strings are JSON, which is valid YAML."""
    fields = {
        "cff-version": "1.2.0",
        "message": "If you use these data, please cite them as below, with their version; "
        "cite the words of a text as its publisher's.",
        "type": "dataset",
        "title": facts.title,
        "abstract": f"{facts.description} {_RIGHTS}",
        "version": str(facts.version),
        "date-released": facts.day,
        "url": facts.url,
        "repository-code": facts.repository,
    }
    lines = [f"{key}: {_quoted(value)}" for key, value in fields.items() if value]
    return "\n".join([*lines, "authors:", f"  - name: {_quoted(editors_of(facts.title))}", ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def readme(facts: ReleaseFacts, parts: Iterable[Part]) -> str:
    """The text of `README.md`: what the release contains, how to verify and cite it, and its
    rights.
    """
    title, address = plain(facts.title), f" of <{facts.url}>" if facts.url else ""
    contents = [*((part.path, part.about) for part in parts), *ABOUT.items()]
    listed = "\n".join(f"| `{path}` | {plain(about)} |" for path, about in contents)
    dated = f", {facts.day}" if facts.day else ""
    cited = f"*{title}*, version {facts.version}{dated}{f', <{facts.url}>' if facts.url else ''}"
    return f"""# {title}, version {facts.version}

{plain(facts.description)}

These are the data{address}, made in one run from one state of the texts and of what editors wrote
about them. The same state gives the same bytes, and so the same version.

| path | holds |
|---|---|
{listed}

Addresses in the data are relative to the root of the site. Ids stay from version to version.

## Cite

{plain(editors_of(facts.title))}. {cited}.

A passage is cited as its publisher's text, with its permanent address.

## Rights

What editors wrote (notes, terms, topics, rulings) and what was computed: Creative Commons
Attribution 4.0, <https://creativecommons.org/licenses/by/4.0/>. The texts, in `sources/` and
wherever data repeat their words, remain their publishers': they are reproduced for reporting,
quotation and research, and that licence gives no rights in them.
"""
