"""The package as `pip install .` puts it somewhere else, without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import briefings
from tests.command import FIVE

ROOT = Path(__file__).parents[2]
SHIPPED = ("docs", "templates", "theme")
TEXT = """\
Press conference on boats, 5 May 2021

Bo Fisher, director of the Harbour Office:
There are 35 boats.

The Paper: Who counts them?

Bo Fisher: We do.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it would be given to others, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_module_and_all_that_a_site_is_made_from(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "briefings").rglob("*.py")}
    shipped = {
        f"briefings/site_files/{path.relative_to(ROOT).as_posix()}"
        for folder in SHIPPED
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    meta = {name for name in names if ".dist-info/" in name}
    more = {
        "briefings/accuracy.json", "briefings/live.css", "briefings/live.js", "briefings/py.typed",
        "briefings/quotations/rules.json", "briefings/site_files/mkdocs.yml",
    }  # fmt: skip
    assert names - meta == modules | shipped | more


def test_installed_elsewhere_it_builds_a_site_in_the_working_folder(
    wheel: Path, tmp_path: Path
) -> None:
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    (site_packages,) = environment.glob("lib/python*/site-packages")
    # The libraries are those of the tests; the package itself is only where it was installed.
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    _pip("--python", python, "install", "--no-index", wheel)
    (tmp_path / "work" / "seeds").mkdir(parents=True)
    (tmp_path / "work" / "seeds" / "1_boats.txt").write_text(TEXT, "utf-8")
    done = _run(environment / "bin" / "briefings", "build", folder=tmp_path / "work")
    assert done.returncode == 0, done.stdout + done.stderr
    page = tmp_path / "work" / "site" / "briefings" / "2021-05-05-boats" / "index.html"
    assert "We do." in page.read_text("utf-8")
    assert "see it with: briefings serve" in done.stdout
    version = _run(environment / "bin" / "briefings", "--version", folder=tmp_path)
    assert version.stdout == f"briefings {briefings.__version__}\n"


def test_an_incomplete_installation_says_what_is_missing(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(
            tmp_path, [name for name in archive.namelist() if "site_files/theme/" not in name]
        )
    code = f"import briefings; briefings.build_site({str(FIVE / 'seeds')!r}, 'site')"
    done = _run(sys.executable, "-c", code, folder=tmp_path)
    assert done.returncode == 1
    assert (
        "briefings/site_files/theme: error: is missing from this installation (install the package "
        "again, or build in a checkout of the repository)"
    ) in done.stderr
    assert not (tmp_path / "site").exists()


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    done = subprocess.run(
        [*command, "--no-deps", "--quiet"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "BUILD_DIR"}
    return subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
