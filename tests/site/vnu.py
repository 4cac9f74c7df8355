"""The Nu HTML Checker: fetched once by npm, run by Java; says aloud why where it cannot be."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .java import SHORT_RUN

_VERSION = "26.9.27"
_SHA256 = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
_NPM = str(Path(sys.executable).with_name("npm"))
_JAR = Path(__file__).parents[2] / ".build" / "vnu" / f"vnu-{_VERSION}.jar"


@dataclass(frozen=True, slots=True)
class Finding:
    """One error of the checker."""

    page: str
    line: int
    message: str
    extract: str


def unavailable() -> str | None:
    """Why pages cannot be validated here; None where they can."""
    if not shutil.which("java"):
        return "HTML validation is skipped: Java is missing (apt-get install default-jre-headless)"
    if not _JAR.exists():
        return _fetch()
    return None


def _fetch() -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            [_NPM, "pack", f"vnu-jar@{_VERSION}", "--silent", "--pack-destination", folder],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        archives = list(Path(folder).glob("*.tgz"))
        if packed.returncode or not archives:
            said = packed.stderr.strip().splitlines()[-1:] or ["npm pack failed"]
            return f"HTML validation is skipped: the checker could not be fetched ({said[0]})"
        if hashlib.sha256(archives[0].read_bytes()).hexdigest() != _SHA256:
            return "HTML validation is skipped: the checker fetched is not the one that is pinned"
        _JAR.parent.mkdir(parents=True, exist_ok=True)
        partial = _JAR.with_suffix(".partial")
        with tarfile.open(archives[0]) as archive:
            jar = archive.extractfile("package/build/dist/vnu.jar")
            if jar is None:
                return "HTML validation is skipped: the package fetched holds no checker"
            partial.write_bytes(jar.read())
        partial.replace(_JAR)
    return None


def validate(pages: list[Path]) -> list[Finding]:
    """All errors on these pages; warnings and notes are left out."""
    checked = subprocess.run(
        [
            "java",
            *SHORT_RUN,
            "-Xss4m",
            "-jar",
            str(_JAR),
            "--format",
            "json",
            "--errors-only",
            *map(str, pages),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(checked.stderr)["messages"]
    return [
        Finding(
            page=message.get("url", "").removeprefix("file:"),
            line=message.get("lastLine", 0),
            message=message["message"],
            extract=message.get("extract", ""),
        )
        for message in messages
        if message["type"] in {"error", "non-document-error"}
    ]


if __name__ == "__main__":
    print(unavailable() or f"HTML validation uses {_JAR.name}")
    sys.exit(0)
