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
    log = _LogHandler()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    try:
        loaded = load_config(str(config), docs_dir=str(config.parent / "docs"))
    except MkDocsException as error:
        said = "; ".join(log.messages) or " ".join(str(error).split())
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at else (0, 0)
        problems.error(
            "mkdocs", config.name, said, "fix it; the last good site stays", line, column
        )
        return None
    finally:
        logger.removeHandler(log)
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


class _LogHandler(logging.Handler):
    """Collects MkDocs' log messages: its exception does not say what is wrong with a
    configuration."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(" ".join(record.getMessage().split()))


def write_config(
    root: Path, work: Path, nav: list[Any], site: SiteInfo, extra: Mapping[str, Any] | None = None
) -> Path:
    """Writes the configuration of one build: name, folders and sections replace those of
    `mkdocs.yml`.

    `extra` are further values for the theme.
    """
    path = work / "mkdocs.yml"
    made = {
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
    text = json.dumps(made, indent=1)
    if not (path.is_file() and path.read_text("utf-8") == text):
        path.write_text(text, "utf-8")
    return path


def run(config: Path, problems: Problems, shown_as: Mapping[str, str] | None = None) -> bool:
    """Runs MkDocs on the configuration's folder of pages, in this process.

    MkDocs' warnings are passed on; an error stops the build. `shown_as` maps the paths that MkDocs
    knows to names of pages that editors know. Returns whether MkDocs succeeded.
    """
    log = _LogHandler()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
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
        said = "; ".join(log.messages) or " ".join(str(error).split())
        problems.error("mkdocs", "mkdocs.yml", f"MkDocs failed: {said}", "see the message")
        return False
    finally:
        logger.removeHandler(log)
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
