"""What axe finds on a page."""

from __future__ import annotations

from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

# Listing all that is right as well doubles the time.
_OPTIONS: dict[str, Any] = {"resultTypes": ["violations"]}
_COLOURS = "color-contrast"
_ONLY_COLOURS = {**_OPTIONS, "runOnly": {"type": "rule", "values": [_COLOURS]}}
_ALIKE = 2
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
    """Every rule that a page, or what is `within` a selector, breaks; the first places of each.

    Between a light and a dark page nothing differs but colours: only these are looked at twice.
    """
    light = _broken(page, _OPTIONS, within)
    return light + _faults_of_dark_colours(page, within)


def faults_of_all(page: Page) -> list[str]:
    """The same for a whole page; leaves it with little of what is repeated on it.

    Looking at colours takes longer than all other rules, and most of a page are rows of one look.
    """
    others = _broken(page, {**_OPTIONS, "rules": {_COLOURS: {"enabled": False}}})
    page.evaluate(_THIN, _ALIKE)
    return others + _broken(page, _ONLY_COLOURS) + _faults_of_dark_colours(page)


def _faults_of_dark_colours(page: Page, within: str | None = None) -> list[str]:
    """Where the contrast is too low in dark colours; leaves the page light, as it was."""
    _recolour(page, "dark", "slate")
    found = _broken(page, _ONLY_COLOURS, within)
    _recolour(page, "light", "default")
    return [f"dark: {fault}" for fault in found]


def _recolour(page: Page, system: Literal["dark", "light"], scheme: str) -> None:
    page.emulate_media(color_scheme=system)
    # Pages to embed have no script, and stay light.
    for body in page.locator("html:not(.no-js) > body").all():
        expect(body).to_have_attribute("data-md-color-scheme", scheme)


def _broken(page: Page, options: dict[str, Any], within: str | None = None) -> list[str]:
    results: dict[str, Any] = Axe().run(page, within, options).response
    return [
        f"{page.url}: {violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in results["violations"]
        for node in violation["nodes"][:3]
    ]
