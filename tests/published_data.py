"""The published data of a corpus in memory."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from briefings import urls
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.publish.data import PACKAGE, data_files, datapackage, digest
from briefings.publish.json_text import json_pieces

_SITE = SiteInfo("Briefings")


def published_files(corpus: Corpus, site: SiteInfo = _SITE) -> dict[str, str]:
    """Every file of the published data: its path below `site/` and its text."""
    texts: dict[str, str] = {}
    resources: list[dict[str, Any]] = []
    for file in data_files(corpus, site):
        texts[file.path] = "".join(map(str, file.pieces()))
        if file.described is not None:
            resources.append(file.described | digest(sha256(texts[file.path].encode()).hexdigest()))
    texts[PACKAGE] = "".join(json_pieces(datapackage(resources, site.name)))
    return {urls.data_url(path): text for path, text in sorted(texts.items())}
