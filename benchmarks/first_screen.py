"""Where the text of each briefing begins: `make bench ARGS='first-screen SITE'`.

Opens the pages of a built site in Chromium at 1280 x 800 and 375 x 800 and prints the height of the
first word, the lines of the title, and the stops of the Tab key before the text and in all.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from tests.browser import chromium
from tests.browser.conftest import served
from tests.browser.first_screen import SCREENS, measure
from tests.conftest import Built


def main(arguments: Sequence[str]) -> int:
    """Prints a row for each briefing."""
    parser = argparse.ArgumentParser(prog="make bench ARGS='first-screen'", description=__doc__)
    parser.add_argument("site", type=Path, help="a built site")
    folder = parser.parse_args(arguments).site.resolve()
    table = Table("briefing", *(f"{width} x {height}" for width, height in SCREENS))
    with (
        served(Built(folder, folder, "")) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=chromium.installed(), args=["--no-sandbox"]
        ) as browser,
    ):
        page = browser.new_page()
        for file in sorted((folder / "data" / "briefings").glob("*.json")):
            url = f"{address}briefings/{file.stem}/"
            measures = [measure(page, url, screen) for screen in SCREENS]
            table.add_row(
                file.stem,
                *(
                    f"y {one.top}, title {one.lines}, stops {one.stops} of {one.all_stops}"
                    for one in measures
                ),
            )
    Console().print(table)
    return 0
