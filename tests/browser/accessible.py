"""What axe finds on a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Listing all that is right as well doubles the time.
_OPTIONS: dict[str, Any] = {"resultTypes": ["violations"]}
_COLOURS = "color-contrast"
_ALIKE = 4
"""So many elements of one shape below one parent have all the colours of the rest: a table may be
striped."""
_THIN = """most => {
    const shape = one => [one.tagName, one.className,
        [...one.attributes].map(it => it.name).sort(),
        [...new Set([...one.children].map(shape))]].join()
    for (const parent of document.querySelectorAll("body *")) {
        const seen = new Map()
        for (const one of [...parent.children]) {
            const its = shape(one)
            seen.set(its, (seen.get(its) ?? 0) + 1)
            if (seen.get(its) > most) one.remove()
        }
    }
}"""


def faults(page: Page, within: str | None = None) -> list[str]:
    """Every rule that a page, or what is `within` a selector, breaks; the first places of each."""
    return _broken(page, _OPTIONS, within)


def faults_but_of_colours(page: Page) -> list[str]:
    """The same for a whole page, the contrast of colours apart."""
    return _broken(page, {**_OPTIONS, "rules": {_COLOURS: {"enabled": False}}})


def faults_of_colours(page: Page) -> list[str]:
    """Where the contrast is too low; leaves a page with little of what is repeated on it.

    Looking at colours takes longer than all other rules, and most of a page are rows of one look.
    """
    page.evaluate(_THIN, _ALIKE)
    return _broken(page, {**_OPTIONS, "runOnly": {"type": "rule", "values": [_COLOURS]}})


def _broken(page: Page, options: dict[str, Any], within: str | None = None) -> list[str]:
    results: dict[str, Any] = Axe().run(page, within, options).response
    return [
        f"{page.url}: {violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in results["violations"]
        for node in violation["nodes"][:3]
    ]
