"""Records what is published."""

from __future__ import annotations

from pathlib import Path

from .. import isolation
from .. import registry as registry_stage
from ..engine.files import write_whole
from ..gathering import Gathered
from ..model.page import SiteInfo
from ..problems import Problems, shown
from ..views import Lookup, pending_pages
from .corpus import gather_for
from .listing import titles_of
from .options import Options

SITE = "site.yml"
_SCHEMA = "# yaml-language-server: $schema=schemas/site.json"


def freeze(options: Options, problems: Problems, gone_is_meant: bool = False) -> list[str]:
    """Records the ids and addresses of the corpus as published, in `editorial/ids/`.

    Returns lines for the editor. Nothing is written if there is an error, or if many published ids
    are missing and this is not accepted.
    """
    gathered = gather_for(options, problems, gone_is_meant)
    if gathered is None or problems.errors:
        return []
    if any(problem.rule in ("much-gone", isolation.RULE) for problem in problems):
        return []
    titles = titles_of(
        pending_pages(Lookup(gathered.corpus, SiteInfo("", limits=options.limits)), gathered.corpus)
    )
    registry = gathered.registry
    record = registry_stage.record(gathered.corpus, registry, gathered.moved, titles)
    try:
        for path, text in registry_stage.texts(record).items():
            file = options.editorial / path
            if not (file.is_file() and file.read_bytes() == text.encode()):
                write_whole(file, text)
        _say_published(options.editorial / SITE, gathered)
    except OSError as error:
        problems.unwritable(error, options.editorial)
        return []
    counted = registry_stage.changes(registry, record)
    return [
        f"Recorded {counted.passages} passages and {len(record.pages)} pages.",
        f"Passages: {counted.new} new, {counted.reworded} reworded, {counted.gone} gone; "
        f"pages: {counted.pages} new.",
        f"Commit {shown(options.editorial / registry_stage.FOLDER)} with what you publish.",
    ]


def _say_published(file: Path, gathered: Gathered) -> None:
    """Notes in `site.yml` that records exist, so that their loss is noticed."""
    site = gathered.editorial.site
    if site is None:
        write_whole(file, f"{_SCHEMA}\npublished: yes\n")
    elif not site.published:
        text = file.read_text("utf-8")
        write_whole(file, f"{text}{'' if text.endswith(chr(10)) else chr(10)}published: yes\n")
