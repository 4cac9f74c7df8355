"""What tests share: the five texts, their sites, a release, each made once a run.

Processes of a run share them too.  Whoever looks at one changes nothing in it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings

from briefings import isolation, pipeline
from briefings.model.page import Limits
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.publish.locks import hold
from tests.command import FIVE, SITE_URL, build_five, release_five

# So little on one page that each list of the five texts is cut.
LOW = Limits(
    briefings=2, names=6, sources=2, figures=20, commitments=8, discrepancies=6, formulas=1,
    occurrences=2, observations=3, entries=12, notes=8, mentioned=60, turnover=60, explained=9,
    changes=2, doubts=3, newest=3, piece=15, places=20, feed=2, small=0,
)  # fmt: skip

# A grammar that jsonschema would load, at two seconds a process, for formats that no test checks.
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]

OF_RELEASES = ("lxml", "pandas", "pyarrow", "rdflib", "weasyprint")

if TYPE_CHECKING:
    from briefings.model import Corpus

# The same texts in every run, however slow the machine is: speed belongs in benchmarks/, and other
# texts are what `make fuzz` is for.
settings.register_profile("tests", deadline=None, derandomize=True)
settings.load_profile("tests")


@pytest.hookimpl(optionalhook=True)  # mutants are tried without pytest-xdist
def pytest_xdist_auto_num_workers() -> int:
    """One process more than processors: tests wait for browsers, servers and programs as well."""
    return min(os.cpu_count() or 1, 4) + 1


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its folder, the folder that a server would serve, its address there."""

    folder: Path
    served: Path
    url: str

    @property
    def root(self) -> str:
        """Where the site stands on its server: "" or a path with a closing slash."""
        path = self.folder.relative_to(self.served).as_posix()
        return "" if path == "." else f"{path}/"

    def data(self, path: str) -> Any:
        """A file of the published data."""
        return json.loads((self.folder / "data" / path).read_text(encoding="utf-8"))

    @property
    def briefings(self) -> list[dict[str, Any]]:
        """Every briefing's published record."""
        return [
            self.data(f"briefings/{one['slug']}.json")
            for one in self.data("briefings.json")["briefings"]
        ]

    @property
    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))

    def page(self, url: str) -> Path:
        """The file behind an address relative to the site's root."""
        return self.folder / url / "index.html"


@dataclass(frozen=True, slots=True)
class Released:
    """A release: its archive, with what stands beside it, and the folder that it unpacks to."""

    archive: Path
    folder: Path


def _address(site: Path) -> str:
    """The address that a site was built for, as its own pages give it; "" for none."""
    home = (site / "index.html").read_text(encoding="utf-8")
    canonical = re.search(r'<link rel="?canonical"? href="?([^" >]+)', home)
    return canonical.group(1) if canonical else ""


@dataclass(frozen=True, slots=True)
class Shared:
    """A folder that all processes of a run have in common, of things that are made once."""

    folder: Path

    def made_once(self, name: str, make: Callable[[Path], None]) -> Path:
        """A folder that `make` fills, in the process that asks first; others wait for it."""
        made, turn = self.folder / name, self.folder / f"{name}.turn"
        turn.mkdir(exist_ok=True)
        with hold(turn, lambda: None):
            if not made.is_dir():
                fresh = self.folder / f"{name}.fresh"
                shutil.rmtree(fresh, ignore_errors=True)
                fresh.mkdir()
                make(fresh)
                fresh.rename(made)
        return made


@pytest.fixture(scope="session", name="shared", autouse=True)
def _shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """What builds keep between runs goes there too."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    os.environ["BUILD_DIR"] = str(folder / "work")
    return Shared(folder)


@pytest.fixture(autouse=True)
def _no_internal_error(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A mistake of the program that a stage was shielded from fails the test all the same."""
    reported: list[BaseException] = []
    describe = isolation.describe

    def noting(error: BaseException) -> str:
        reported.append(error)
        return describe(error)

    monkeypatch.setattr(isolation, "describe", noting)
    yield
    if reported and request.node.get_closest_marker("internal_error") is None:
        raise reported[0]


@pytest.fixture(scope="session", name="five")
def five_texts(shared: Shared) -> Corpus:
    """The corpus of the five texts, computed once a run (`tests.gathered`, for helpers)."""
    # Imported where it is needed: most test files look at one stage, and load no other.
    from tests.gathered import five

    return five()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, shared: Shared) -> Built:
    """The five texts' site under a subpath; `BUILT_SITE` names one that is there already."""
    given = os.environ.get("BUILT_SITE")
    if given:
        served = tmp_path_factory.mktemp("www")
        assert (Path(given) / "index.html").is_file(), f"{given} holds no site: run make site"
        url = _address(Path(given))
        path = urlsplit(url).path.strip("/")
        if not path:
            return Built(Path(given).resolve(), Path(given).resolve(), url)
        # It is read where its address says that it will be, whatever its folder is called here.
        folder = served / path
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.symlink_to(Path(given).resolve())
        return Built(folder, served, url)
    subpath = urlsplit(SITE_URL).path.strip("/")
    # What only a release needs cannot be imported, so that the site shows that it does without.
    kept_out = tmp_path_factory.mktemp("kept-out")
    for name in OF_RELEASES:
        (kept_out / f"{name}.py").write_text(f"raise ImportError('{name} is for releases')\n")

    def make(served: Path) -> None:
        done = build_five(served / subpath, PYTHONPATH=str(kept_out))
        assert done.code == 0, done.said

    served = shared.made_once("www", make)
    return Built(served / subpath, served, SITE_URL)


@pytest.fixture(scope="session")
def released(shared: Shared) -> Released:
    """A release of the five texts."""

    def make(folder: Path) -> None:
        from tests.gathered import start_from_five

        site = folder / "site"
        start_from_five(pipeline.Options(FIVE / "seeds", FIVE / "editorial", site))
        done = release_five(folder, "--site", site)
        assert done.code == 0, done.said
        (archive,) = folder.glob("*.zip")
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)

    target = shared.made_once("released", make)
    (archive,) = target.glob("*.zip")
    return Released(archive, target / archive.stem)


@pytest.fixture(scope="session")
def parted(shared: Shared) -> Built:
    """The five texts' site with every list cut into parts, as those of a large corpus are."""

    def make(folder: Path) -> None:
        options = pipeline.Options(FIVE / "seeds", FIVE / "editorial", folder / "site", limits=LOW)
        from tests.gathered import start_from_five

        start_from_five(options)
        problems = Problems()
        assert pipeline.build(options, problems, Progress(quiet=True)), list(problems)

    folder = shared.made_once("parted", make) / "site"
    return Built(folder, folder, "")
