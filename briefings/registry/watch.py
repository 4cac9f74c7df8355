"""Reports published items that are missing: one line for each cause, with the remedy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path

from .. import urls
from ..model import Corpus, Registry
from ..problems import Problems, shown
from .files import FOLDER, PAGES, SOURCES
from .trace import standing

# Removing one passage or page is an editor's decision; losing a quarter may be an accident.
_MUCH = 0.25
_FEW = 3
# If nearly nothing of a text is left, it is another text.
_OTHER_TEXT = 0.9

_IF_MEANT = "; if this is meant, run: build_site.py freeze --gone"


def watch(
    corpus: Corpus,
    registry: Registry,
    moved: Mapping[str, Mapping[str, str]],
    present: Collection[str],
    editorial: Path,
    problems: Problems,
    is_published: bool,
) -> None:
    """Reports published sources, passages and pages that are gone.

    `present` are the ids of the sources that have a file, `moved` says where ids lead now.
    `is_published` says that there must be records.
    """
    folder = editorial / FOLDER
    if is_published and not registry:
        problems.error(
            "record-gone", shown(folder),
            "the records of the published ids are gone",
            f"restore them: git checkout -- {shown(folder)}",
        )  # fmt: skip
        return
    _records(registry, folder, problems)
    if registry.sources and not registry.sources.keys() & set(present):
        problems.warning(
            "ids-of-another-corpus", shown(folder),
            "none of the published sources is being built",
            "name the editorial folder of these sources with --editorial",
        )  # fmt: skip
        return
    now = standing(corpus, moved)
    for source, record in sorted(registry.sources.items()):
        live = [passage for passage in record.passages if not passage.lost]
        path = shown(folder / SOURCES / f"{source}.txt")
        if live and source not in present:
            problems.error(
                "source-gone", path, f"source {source} was published and its file is gone",
                f"restore it: git checkout -- seeds{_IF_MEANT}",
            )  # fmt: skip
        elif source in now:
            lost = sum(now[source].url(passage.id) is None for passage in live)
            if lost and lost >= _OTHER_TEXT * len(live):
                problems.error(
                    "other-text", path,
                    f"source {source} has another text than the published one",
                    "put the right file back; to add a later edition, type: "
                    f"build_site.py new --replaces {source} FILE",
                )  # fmt: skip
            elif lost > _FEW and lost > _MUCH * len(live):
                problems.warning(
                    "much-gone", path,
                    f"{lost} of {len(live)} published passages of source {source} are gone",
                    f"check what was changed last in seeds/ and editorial/{_IF_MEANT}",
                )  # fmt: skip
    _pages(corpus, registry, folder, problems)


def _records(registry: Registry, folder: Path, problems: Problems) -> None:
    """Every page of a source in the list implies that the source has a record."""
    names = {urls.source_url(source) for source in registry.sources}
    lost = [url for url in registry.pages if url.startswith(urls.SOURCES) and url.count("/") == 2]
    lost = [url for url in lost if url not in names]
    if lost or (registry.sources and not registry.pages):
        subject = f"the record of {lost[0].split('/')[1]}" if lost else PAGES
        others = f" and of {len(lost) - 1} other sources" if len(lost) > 1 else ""
        problems.error(
            "record-gone", shown(folder), f"{subject}{others} is missing from the published ids",
            f"restore it: git checkout -- {shown(folder)}",
        )  # fmt: skip


def _pages(corpus: Corpus, registry: Registry, folder: Path, problems: Problems) -> None:
    """Pages of people, outlets, topics, terms and indicators, by kind."""
    present = {
        *(urls.speaker_url(person.id) for person in corpus.people),
        *(urls.outlet_url(outlet.id) for outlet in corpus.outlets),
        *(urls.topic_url(topic.id) for topic in corpus.topics),
        *(urls.term_url(term.entry.id) for term in corpus.annotations.terms),
        *(urls.indicator_url(indicator.id) for indicator in corpus.indicators),
        *(old for old, _ in corpus.redirects),
    }
    kinds = {
        urls.speaker_url("x"), urls.outlet_url("x"), urls.topic_url("x"),
        urls.term_url("x"), urls.indicator_url("x"),
    }  # fmt: skip
    sections = {url.partition("/")[0] for url in kinds}
    published = [
        url for url in registry.pages if url.partition("/")[0] in sections and url.count("/") == 2
    ]
    counts = Counter(url.partition("/")[0] for url in published)
    gone = Counter(url.partition("/")[0] for url in published if url not in present)
    for section, count in sorted(gone.items()):
        if count > _FEW and count > _MUCH * counts[section]:
            problems.warning(
                "much-gone", shown(folder / PAGES),
                f"{count} of {counts[section]} published pages of {section}/ are gone",
                f"undo the last change in editorial/{_IF_MEANT}",
            )  # fmt: skip
