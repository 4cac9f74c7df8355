"""`build_site.py serve`: what changes is built again; a mistake leaves the last good site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.command import ROOT
from tests.site.test_builds import TRANSCRIPT

_PATIENCE = 120  # seconds until a build that never comes fails the test


class Served:
    """A server in a process of its own, and what it says."""

    def __init__(self, folder: Path) -> None:
        self.seed = folder / "seeds" / "1_sea.txt"
        self.people = folder / "editorial" / "people.yml"
        self.seed.parent.mkdir()
        self.people.parent.mkdir()
        self.seed.write_text(TRANSCRIPT, encoding="utf-8")
        self.log = folder / "log"
        self.process = subprocess.Popen(
            [
                sys.executable, str(ROOT / "build_site.py"), "serve", "--port", "0",
                "--seeds", str(self.seed.parent), "--site", str(folder / "site"),
            ],
            stdout=self.log.open("w"), stderr=subprocess.STDOUT,
            env={**os.environ, "SITE_URL": "", "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        self.url = ""
        self.until(lambda: "The site is at" in self.said)
        found = re.search(r"http://\S+", self.said)
        assert found, self.said
        self.url = found.group()

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(self.url + path) as answer:  # noqa: S310 - our own server
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def briefing(self) -> str:
        """The text of the one briefing."""
        _, index = self.get("briefings/")
        (slug,) = set(re.findall(r"2021-05-04-[a-z-]+", index))
        return self.get(f"data/briefings/{slug}.txt")[1]

    def until(self, holds: Callable[[], bool]) -> None:
        ends = time.monotonic() + _PATIENCE
        while not holds():
            assert time.monotonic() < ends, self.said
            assert self.process.poll() is None, self.said
            time.sleep(0.2)


@pytest.fixture(name="served")
def server(tmp_path: Path) -> Iterator[Served]:
    served = Served(tmp_path)
    yield served
    served.process.terminate()
    served.process.wait()


def test_changes_are_built_and_mistakes_leave_the_last_site(served: Served) -> None:
    assert "There are 3,000 boats." in served.briefing()
    served.seed.write_text(TRANSCRIPT.replace("3,000", "4,000"), encoding="utf-8")
    served.until(lambda: "There are 4,000 boats." in served.briefing())
    served.people.write_text("bo-fisher:\n  nmae: Bo\n", encoding="utf-8")
    served.until(lambda: "people.yml:2:3: error: " in served.said)
    assert "There are 4,000 boats." in served.briefing()
    builds = served.said.count("Reading sources")
    served.people.write_text("bo-fisher:\n  name: Bo Fisher\n", encoding="utf-8")
    served.until(lambda: served.said.count("Reading sources") > builds)


def test_an_address_that_leads_nowhere_is_answered_with_the_sites_own_page(served: Served) -> None:
    status, page = served.get("no/such/page/")
    assert status == 404
    assert "Page not found" in page
    assert 'type="search"' in page
