"""What an editor sees of `build_site.py serve`: pages load again and show mistakes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.test_builds import TRANSCRIPT
from tests.site.test_serve import Served

_PATIENCE = 120_000  # milliseconds until a build that never comes fails the test
_NOTE = """\
boats-in-all:
  passage: 1:{line}
  quote: 3,000 boats
  kind: context
  text: {text}
  basis: the answer itself
  author: ada
  date: 2021-05-05
"""


class Edited:
    """The one note of a served corpus, whose text an editor changes."""

    def __init__(self, served: Served) -> None:
        lines = TRANSCRIPT.splitlines()
        self._line = next(n for n, line in enumerate(lines, 1) if "3,000 boats" in line)
        self.path = served.people.parent / "notes" / "2021-05-04-harbours.yml"
        self.path.parent.mkdir()
        (served.people.parent / "editors.yml").write_text("ada:\n  name: Ada\n", encoding="utf-8")

    def write(self, text: str) -> None:
        self.path.write_text(_NOTE.format(line=self._line, text=text), encoding="utf-8")


@pytest.fixture(name="served")
def server(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    # A source without its sum is a warning, which a page would show all the time.
    sum_ = hashlib.sha256(served.seed.read_bytes()).hexdigest()
    served.seed.with_name("SHA256SUMS").write_text(f"{sum_}  {served.seed.name}\n")
    yield served
    served.process.terminate()
    served.process.wait()


def test_a_page_loads_again_and_shows_a_mistake_until_it_is_mended(
    page: Page, served: Served
) -> None:
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    note = Edited(served)
    page.goto(f"{served.url}briefings/2021-05-04-harbours/")
    body, panel = page.locator("body"), page.locator("#live-problems")
    expect(body).not_to_contain_text("Fishing boats only.")
    expect(panel).to_be_hidden(timeout=_PATIENCE)

    note.write("Fishing boats only.")
    expect(body).to_contain_text("Fishing boats only.", timeout=_PATIENCE)

    # The space after the colon is lost, so that line 5 is no key with a value.
    note.path.write_text(note.path.read_text("utf-8").replace("text: ", "text:"), "utf-8")
    expect(panel).to_be_visible(timeout=_PATIENCE)
    expect(panel.locator("strong")).to_have_text("1 error: this is the last good site")
    place = panel.locator("li.error code")
    expect(place).to_contain_text("notes/2021-05-04-harbours.yml:")
    expect(body).to_contain_text("Fishing boats only.", timeout=_PATIENCE)
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 800})
        assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth"), width
    panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    page.reload()
    expect(panel).to_be_visible()

    note.write("Fishing boats and ferries.")
    expect(body).to_contain_text("Fishing boats and ferries.", timeout=_PATIENCE)
    expect(panel).to_be_hidden(timeout=_PATIENCE)
    assert not complaints
