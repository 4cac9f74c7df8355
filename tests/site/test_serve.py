"""`build_site.py serve`: what changes is built again; a mistake leaves the last good site."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.command import ROOT
from tests.site.test_builds import TRANSCRIPT

_PATIENCE = 120  # seconds until a build that never comes fails the test


class Served:
    """A server in a process of its own, and what it says."""

    def __init__(self, folder: Path, root: Path = ROOT) -> None:
        self.seed = folder / "seeds" / "1_sea.txt"
        self.people = folder / "editorial" / "people.yml"
        self.seed.parent.mkdir()
        self.people.parent.mkdir()
        self.seed.write_text(TRANSCRIPT, encoding="utf-8")
        self.log = folder / "log"
        self.process = subprocess.Popen(
            [
                sys.executable, str(root / "build_site.py"), "serve", "--port", "0",
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


def _events(served: Served) -> Iterator[dict[str, Any]]:
    """What the server says of its builds: now, and whenever that changes."""
    address = f"{served.url}.briefings/events"
    with urllib.request.urlopen(address, timeout=_PATIENCE) as lines:  # noqa: S310 - our own server
        assert lines.headers["Content-Type"] == "text/event-stream"
        for line in lines:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))


def test_a_page_hears_of_builds_and_of_problems(served: Served) -> None:
    events = _events(served)
    first = next(events)
    assert (first["errors"], first["note"]) == (0, "")
    served.seed.write_text(TRANSCRIPT.replace("3,000", "4,000"), encoding="utf-8")
    placed = next(one for one in events if one["build"] > first["build"])
    assert "4,000" in served.get("briefings/2021-05-04-harbours/")[1]
    served.people.write_text("bo-fisher:\n  nmae: Bo\n", encoding="utf-8")
    failed = next(one for one in events if one["errors"])
    assert failed["build"] == placed["build"], "the last good site stays"
    told = [one for one in failed["problems"] if one["place"].endswith("people.yml:2:3")]
    assert [one["severity"] for one in told] == ["error"]
    assert "nmae" in told[0]["message"]
    served.people.write_text("bo-fisher:\n  name: Bo Fisher\n", encoding="utf-8")
    assert next(one for one in events if not one["errors"])["build"] >= failed["build"]


def test_the_script_that_listens_is_on_served_pages_only(served: Served) -> None:
    for address in ("", "briefings/", "no/such/page/"):
        assert served.get(address)[1].count('<script src="/.briefings/live.js"') == 1
    assert "/.briefings/" not in (served.seed.parents[1] / "site" / "index.html").read_text("utf-8")
    assert "EventSource" in served.get(".briefings/live.js")[1]
    assert "#live-problems" in served.get(".briefings/live.css")[1]
    assert served.get(".briefings/live.py")[0] == 404


def test_an_address_that_leads_nowhere_is_answered_with_the_sites_own_page(served: Served) -> None:
    status, page = served.get("no/such/page/")
    assert status == 404
    assert "Page not found" in page
    assert 'type="search"' in page


@pytest.fixture(name="own")
def own_program(tmp_path: Path) -> Iterator[tuple[Path, Served]]:
    """A copy of the program, whose templates may be broken, and its server."""
    root = tmp_path / "program"
    root.mkdir()
    for name in ("briefings", "docs", "templates", "theme"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build_site.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, root / name)
    served = Served(tmp_path, root)
    yield root, served
    served.process.terminate()
    served.process.wait()


def _has_told(served: Served, times: int) -> bool:
    return served.said.count("[template]") == times


def test_a_server_survives_broken_templates_settings_and_lost_folders(
    own: tuple[Path, Served],
) -> None:
    root, served = own
    template, config = root / "templates" / "briefing.md.j2", root / "mkdocs.yml"
    good, settings = template.read_text("utf-8"), config.read_text("utf-8")
    opening = "{% block body %}"
    for times, broken in enumerate(("{% if %}", "{{ no_such_name }}", "{{ 1 // 0 }}"), 1):
        template.write_text(good.replace(opening, opening + broken), "utf-8")
        served.until(partial(_has_told, served, times))
        assert "There are 3,000 boats." in served.briefing()
    template.write_bytes(b"\xff\xfe")
    served.until(lambda: "cannot be read as UTF-8 text" in served.said)
    template.write_text(good, "utf-8")
    config.write_text("site_name: [\n", "utf-8")
    served.until(lambda: "mkdocs.yml:2:1: error: " in served.said)
    config.write_text(settings, "utf-8")
    shutil.move(served.seed.parent, served.seed.parent.with_name("away"))
    served.until(lambda: "[no-seeds]" in served.said)
    shutil.move(served.seed.parent.with_name("away"), served.seed.parent)
    served.seed.write_text(TRANSCRIPT.replace("3,000", "4,000"), encoding="utf-8")
    served.until(lambda: "There are 4,000 boats." in served.briefing())
    served.seed.write_text(TRANSCRIPT.replace("3,000", "5,000"), encoding="utf-8")
    served.until(lambda: "There are 5,000 boats." in served.briefing())
    assert served.get("%00")[0] == 404
    assert "Traceback" not in served.said
