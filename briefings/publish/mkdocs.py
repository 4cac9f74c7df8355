"""Runs MkDocs on the staged pages, with a configuration derived from `mkdocs.yml`."""

from __future__ import annotations

import datetime
import json
import logging
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from briefings import markup, prose
from briefings.model import SiteEntry
from briefings.model.page import SiteInfo
from briefings.problems import Problems

from . import gzipped

UNUSED = ("**/*.map", "assets/javascripts/lunr", "assets/javascripts/workers")
"""What the theme brings along and no page asks for: source maps, and its search, which is off."""

_AT = re.compile(r"line (\d+), column (\d+)")
_LOG = re.compile(r"^(?P<level>INFO|WARNING|ERROR|CRITICAL)\s+-\s+(?P<message>.*)$")


def site_info(
    config: Path,
    tables: list[dict[str, Any]],
    problems: Problems,
    written: SiteEntry | None = None,
) -> SiteInfo | None:
    """What the site is: what editors wrote of it, else the general words of `mkdocs.yml`.

    The address and the repository are those of `mkdocs.yml` and the environment; None where
    `mkdocs.yml` is wrong.
    """
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    try:
        loaded = load_config(str(config), docs_dir=str(config.parent / "docs"))
    except MkDocsException as error:
        said = "; ".join(heard.messages) or " ".join(str(error).split())
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (0, 0)
        problems.error(
            "mkdocs", config.name, said, "mend it; the last good site stays", line, column
        )
        return None
    finally:
        logger.removeHandler(heard)
    extra = loaded["extra"] or {}
    repository = (extra.get("repository") or "").rstrip("/") or None
    edit = f"{repository}/{extra.get('edit_uri', '').strip('/')}/" if repository else None
    description = (written and written.description) or loaded["site_description"] or ""
    return SiteInfo(
        name=(written and written.name) or loaded["site_name"],
        description=description,
        url=loaded["site_url"] or "",
        repository=repository,
        edit=edit,
        tables=tuple(tables),
        feed=extra.get("feed"),
        home=(written and written.home) or description,
        about=prose.paragraphs(written.about) if written and written.about else (),
    )


class _Heard(logging.Handler):
    """Keeps what MkDocs logs of a configuration, which its exception does not say."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(" ".join(record.getMessage().split()))


def write_config(root: Path, work: Path, nav: list[Any], site: SiteInfo) -> Path:
    """The configuration of one build: name, folders and sections over those of `mkdocs.yml`."""
    path = work / "mkdocs.yml"
    made = {
        "INHERIT": str(root / "mkdocs.yml"),
        # The theme prints both as they come.
        "site_name": str(markup.literal(site.name)),
        "site_description": str(markup.literal(site.description)),
        "docs_dir": str(work / "docs"),
        "site_dir": str(work / "site"),
        "theme": {"custom_dir": str(root / "theme")},
        "nav": nav,
    }
    # JSON is YAML; and paths with odd characters come through.
    text = json.dumps(made, indent=1)
    if not (path.is_file() and path.read_text("utf-8") == text):
        path.write_text(text, "utf-8")
    return path


def run(config: Path, newest: str, problems: Problems, lock: tuple[int, ...] = ()) -> bool:
    """Builds the site; MkDocs' own warnings are passed on, and an error of its stops the build.

    `lock` are descriptors that MkDocs keeps open as long as it runs (see `locks.hold`).

    `newest` (ISO) dates the sitemap where the environment names no date, so that the same
    inputs give the same bytes.
    """
    environment = dict(os.environ)
    day = datetime.date.fromisoformat(newest)
    seconds = int(datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).timestamp())
    environment.setdefault("SOURCE_DATE_EPOCH", str(max(0, seconds)))
    environment["NO_MKDOCS_2_WARNING"] = "1"
    environment["PYTHONUTF8"] = "1"  # whatever the locale is
    done = subprocess.run(  # noqa: S603 - our own interpreter and paths
        [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config)],
        env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace",
        check=False, pass_fds=lock,
    )  # fmt: skip
    for line in done.stderr.splitlines():
        match = _LOG.match(line.strip())
        if match and match.group("level") != "INFO":
            problems.warning(
                "mkdocs", "mkdocs.yml", match.group("message"), "see the pages and the theme"
            )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        problems.error("mkdocs", "mkdocs.yml", f"MkDocs failed: {last[0]}", "see the message")
        return False
    sitemap = config.parent / "site" / "sitemap.xml"
    if sitemap.is_file():
        sitemap.with_name("sitemap.xml.gz").write_bytes(gzipped.compress(sitemap.read_bytes()))
    return True


def leave_out_unused(site: Path) -> None:
    """Deletes what the theme put into a site that is fresh from MkDocs, and no page asks for."""
    for pattern in UNUSED:
        for path in sorted(site.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
