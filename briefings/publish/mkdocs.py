"""Runs MkDocs on the staged pages, with a configuration derived from `mkdocs.yml`."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from briefings import markup, prose
from briefings.model import Pinned, SiteEntry
from briefings.model.page import SiteInfo
from briefings.problems import Problems, shown

UNUSED = ("assets/images", "assets/javascripts", "assets/stylesheets")
"""Files of the theme that no page loads: its script, and its style sheets, whose used rules are in
`docs/assets/bundles/site.css`."""

_AT = re.compile(r"line (\d+), column (\d+)")


def site_info(
    config: Path,
    tables: list[dict[str, Any]],
    problems: Problems,
    written: SiteEntry | None = None,
) -> SiteInfo | None:
    """The name and descriptions of the site: the editors', or the general ones of `mkdocs.yml`.

    Address and repository come from `mkdocs.yml` and the environment; None if `mkdocs.yml` is
    invalid.
    """
    try:
        with _Log() as log:
            loaded = load_config(str(config), docs_dir=str(config.parent / "docs"))
    except MkDocsException as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (0, 0)
        problems.error(
            "mkdocs", config.name, log.reason(error), "fix it; the last good site stays",
            line, column,
        )  # fmt: skip
        return None
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
        pinned=replace(written.pinned, wheres=()) if written else Pinned(),
    )


class _Log(logging.Handler):
    """Collects MkDocs' warnings and errors within a `with` block."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def __enter__(self) -> _Log:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(" ".join(record.getMessage().split()))

    def reason(self, error: MkDocsException) -> str:
        """What is wrong with a configuration: MkDocs logs it, its exception does not say it."""
        return "; ".join(self.messages) or " ".join(str(error).split())


def write_config(
    root: Path, work: Path, nav: list[Any], site: SiteInfo, extra: Mapping[str, Any] | None = None
) -> Path:
    """Writes the configuration of one build: name, folders and sections replace those of
    `mkdocs.yml`.

    `extra` are further values for the theme.
    """
    path = work / "mkdocs.yml"
    settings = {
        "INHERIT": str(root / "mkdocs.yml"),
        # The theme prints both unescaped.
        "site_name": str(markup.literal(site.name)),
        "site_description": str(markup.literal(site.description)),
        "docs_dir": str(work / "docs"),
        "site_dir": str(work / "site"),
        "theme": {"custom_dir": str(root / "theme")},
        "nav": nav,
        "extra": dict(extra or {}),
    }
    # JSON is valid YAML, and safe for paths with unusual characters.
    text = json.dumps(settings, indent=1)
    if not (path.is_file() and path.read_text("utf-8") == text):
        path.write_text(text, "utf-8")
    return path


def run(config: Path, problems: Problems, shown_as: Mapping[str, str] | None = None) -> bool:
    """Runs MkDocs on the configuration's folder of pages, in this process.

    MkDocs' warnings are passed on; an error stops the build. `shown_as` maps the paths that MkDocs
    knows to names of pages that editors know. Returns whether MkDocs succeeded.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        with _Log() as log:
            build(load_config(str(config)))
    except TemplateError as error:
        line = getattr(error, "lineno", 0) or 0
        path = getattr(error, "filename", None)
        problems.error(
            "mkdocs", shown(Path(path)) if path else "theme", str(error.message or error),
            "fix the theme; the last good site stays", line, 1 if line else 0,
        )  # fmt: skip
        return False
    except MkDocsException as error:
        reason = log.reason(error)
        problems.error("mkdocs", "mkdocs.yml", f"MkDocs failed: {reason}", "see the message")
        return False
    for message in log.messages:
        for path, name in (shown_as or {}).items():
            message = message.replace(path, name)
        problems.warning("mkdocs", "mkdocs.yml", message, "see the pages and the theme")
    return True


def leave_out_unused(site: Path) -> None:
    """Deletes files of the theme that no page uses from a site just built by MkDocs."""
    for pattern in UNUSED:
        for path in sorted(site.glob(pattern)):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
