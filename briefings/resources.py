"""Where templates, theme and hand-written pages are: at the root of the checkout, or installed."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = PACKAGE.parent if (PACKAGE.parent / "mkdocs.yml").is_file() else None
_INSTALLED = PACKAGE / "site_files"

#: The folder of `docs/`, `templates/`, `theme/` and `mkdocs.yml`.
SITE_FILES = _CHECKOUT or _INSTALLED
#: The folder of `seeds/`, `editorial/`, `site/` and `.build/` where none is named.
HOME = _CHECKOUT or Path.cwd()


def missing() -> list[str]:
    """The files needed to build a site that an incomplete installation lacks."""
    needed = ("docs", "templates", "theme", "mkdocs.yml")
    return [name for name in needed if not (SITE_FILES / name).exists()]
