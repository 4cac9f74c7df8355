"""Ids once published stay: the list of them, and the check of a corpus against it.

`editorial/ids.txt` is made by the build and committed with what it publishes.  A line holds a
briefing, a passage's id, its source and a hash of its text.  Where an id goes, or where another
text would stand under it, links and quotations elsewhere break; so the build fails until
`editorial/redirects.yml` says where the passage is now:

    briefings/<old>/: briefings/<new>/                   a briefing got another address
    briefings/<slug>/#t4p2: briefings/<slug>/#t4p3       a passage got another id
    briefings/<slug>/#t4p2@<hash>: briefings/<slug>/#t4p2   its text was put right under its id
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefings import anchors
from briefings.model import Corpus
from briefings.problems import Problems

_HEAD = (
    "# Published passages: briefing, id, source, hash of the text.\n"
    "# Made by the build; commit it with what you publish, and leave it as it is.\n"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    briefing: str
    passage: str
    source: str
    hash: str

    @property
    def url(self) -> str:
        return anchors.briefing_url(self.briefing, self.passage)


def listing(corpus: Corpus) -> str:
    """The list of a corpus as `ids.txt` holds it."""
    return _HEAD + "".join(
        f"{one.briefing}\t{one.passage}\t{one.source}\t{one.hash}\n" for one in _entries(corpus)
    )


def check(corpus: Corpus, listed: str, path: str, problems: Problems) -> str:
    """Report each published id that the corpus breaks; returns the list to be kept from now on.

    `listed` is the text of `ids.txt`, `path` its name in messages.
    """
    before = list(_parse(listed, path, problems))
    now = {(one.briefing, one.passage): one for one in _entries(corpus)}
    if before and not {one.source for one in before} & {one.source for one in now.values()}:
        problems.warning(
            "ids-of-another-corpus",
            path,
            "none of the sources listed is being built",
            "name the folder of what editors wrote about these sources with --editorial",
        )
        return listed
    moved = dict(corpus.redirects)
    texts = {(one.source, one.hash): one for one in reversed(now.values())}
    present = {one.slug for one in corpus.briefings}
    gone: dict[str, _Entry] = {}
    for entry in before:
        found = now.get((entry.briefing, entry.passage))
        if (found and found.hash == entry.hash) or _redirected(entry, moved):
            continue
        if entry.briefing in present:
            elsewhere = texts.get((entry.source, entry.hash))
            _report(entry, found, elsewhere, path, problems)
        else:
            gone.setdefault(entry.briefing, entry)
    for entry in gone.values():
        _report_briefing(entry, texts.get((entry.source, entry.hash)), path, problems)
    return listing(corpus)


def owners(listed: str) -> dict[str, str]:
    """For each briefing the source whose ids were published without a prefix."""
    return {
        one.briefing: one.source
        for one in _parse(listed, "", Problems())
        if not one.passage.startswith(f"{one.source}-")
    }


def _redirected(entry: _Entry, moved: Mapping[str, str]) -> bool:
    page = anchors.briefing_url(entry.briefing)
    return any(key in moved for key in (f"{entry.url}@{entry.hash}", entry.url, page))


def _report_briefing(
    first: _Entry, elsewhere: _Entry | None, path: str, problems: Problems
) -> None:
    """One error tells of all passages of a briefing that is gone or has another address."""
    new = anchors.briefing_url(elsewhere.briefing) if elsewhere else "(its new address)"
    problems.error(
        "published-briefing",
        path,
        f"briefing {first.briefing} was published and is gone",
        "undo the change (`slug` in editorial/sources/ keeps an address), or add to "
        f"editorial/redirects.yml: '{anchors.briefing_url(first.briefing)}': '{new}'",
        first.line,
    )


def _report(
    entry: _Entry, found: _Entry | None, elsewhere: _Entry | None, path: str, problems: Problems
) -> None:
    old = f"{entry.url}@{entry.hash}" if found else entry.url
    new = elsewhere.url if elsewhere else found.url if found else "(its new address)"
    what = "has another text" if found else "is gone"
    problems.error(
        "published-id",
        path,
        f"passage {entry.passage} of {entry.briefing} was published and {what}",
        f"undo the change, or add to editorial/redirects.yml: '{old}': '{new}'",
        entry.line,
    )


def _entries(corpus: Corpus) -> Iterator[_Entry]:
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            for passage in witness.passages:
                digest = hashlib.sha256(passage.text.encode("utf-8", "surrogatepass"))
                yield _Entry(
                    0, briefing.slug, passage.id, witness.source.id, digest.hexdigest()[:12]
                )


def _parse(listed: str, path: str, problems: Problems) -> Iterator[_Entry]:
    for number, line in enumerate(listed.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) == 4:
            yield _Entry(number, *fields)
        else:
            problems.error(
                "ids-line",
                path,
                "this line is not a briefing, an id, a source and a hash with tabs between them",
                "take the line back as it was committed",
                number,
            )
