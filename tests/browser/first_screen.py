"""Where the text of a briefing begins on a screen, and how far that is for those who use keys."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

SCREENS = ((1280, 800), (375, 800))
_MEASURE = """() => {
  const words = document.querySelector(".flow .passage > p");
  const title = document.querySelector("h1");
  const stops = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
    .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })
      && !one.closest("[popover]:not(:popover-open)"));
  const following = Node.DOCUMENT_POSITION_FOLLOWING;
  return {
    top: Math.round(words.getBoundingClientRect().top + scrollY),
    lines: Math.round(title.offsetHeight / parseFloat(getComputedStyle(title).lineHeight)),
    stops: stops.filter((one) => one.compareDocumentPosition(words) & following).length,
    allStops: stops.length,
  };
}"""


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """`top` of the first word of the text in CSS pixels, `lines` of the title, and how often the
    Tab key is pressed until the text (`stops`) and on the whole page (`all_stops`)."""

    top: int
    lines: int
    stops: int
    all_stops: int


def measure(page: Page, address: str, screen: tuple[int, int]) -> FirstScreen:
    """Opens a briefing's page at the size of a screen, and looks."""
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    page.goto(address, wait_until="load")
    page.locator("html[data-settled]").wait_for()
    found = page.evaluate(_MEASURE)
    return FirstScreen(found["top"], found["lines"], found["stops"], found["allStops"])
