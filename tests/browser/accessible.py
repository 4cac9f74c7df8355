"""What axe finds on a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Listing all that is right as well doubles the time.
_OPTIONS: dict[str, Any] = {"resultTypes": ["violations"]}
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


def faults(page: Page, within: str | None = None, *, colours_only: bool = False) -> list[str]:
    """Every rule that a page, or what is `within` a selector, breaks; the first places of each.

    `colours_only` looks at contrast alone: all that may differ between a light and a dark page.
    """
    options = {**_OPTIONS, **_COLOURS} if colours_only else _OPTIONS
    results: dict[str, Any] = Axe().run(page, within, options).response
    return [
        f"{page.url}: {violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in results["violations"]
        for node in violation["nodes"][:3]
    ]
