"""What must hold of any built site, whatever corpus it was built from: each check lists faults."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import frictionless
import jsonschema

from tests.conftest import Built

_LYCHEE = Path(sys.executable).parent / "lychee"
# Keys under which published data names a page of the site, relative to its root.
_URLS = {"url", "source"}
_NO_FRAGMENT = re.compile(
    r"\[ERROR\] (?P<page>file:[^#]*?)(?:/index\.html)?#(?P<id>\S+) .*Cannot find fragment"
)


class _Page(HTMLParser):
    """Ids, addresses of redirects and whether the page has a title."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.refresh: str | None = None
        self.titled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids[str(given["id"])] += 1
        if tag == "meta" and given.get("http-equiv") == "refresh":
            self.refresh = str(given.get("content")).partition("url=")[2]
        self.titled |= tag == "title"


@lru_cache(maxsize=4096)
def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def links(built: Built) -> list[str]:
    """Links and fragments of pages, by lychee, without the network.

    What stands on a part of a long page has the address of its first page, whose script leads on.
    """
    done = run_lychee(built)
    if done.returncode == 0:
        return []
    faults = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
    left = [line for line in faults if not _leads_on(built, line)]
    return left[:40] or ([] if faults else [done.stdout[-4000:] + done.stderr[-2000:]])


def _leads_on(built: Built, fault: str) -> bool:
    """Whether a fragment that lychee misses on a page stands on a part of it."""
    found = _NO_FRAGMENT.match(fault)
    if not found:
        return False
    page = Path(unquote(urlsplit(found["page"]).path)).relative_to(built.folder.resolve())
    return _on_a_part(built, page.as_posix(), unquote(found["id"]))


def _on_a_part(built: Built, page: str, id_: str) -> bool:
    """Whether a page's files say on which part an id stands, and it stands there."""
    for file in (built.folder / page / "places").glob("*.json"):
        part = json.loads(file.read_text(encoding="utf-8")).get(id_)
        if part is not None:
            return id_ in _read(built.page(part)).ids
    return False


def run_lychee(built: Built) -> subprocess.CompletedProcess[str]:
    """Over all pages of a site; its address on the web leads to the same pages."""
    root = f"file://{built.folder.resolve()}/"
    return subprocess.run(
        [
            str(_LYCHEE),
            "--offline",
            "--include-fragments",
            "--index-files=index.html",
            f"--root-dir={built.served.resolve()}",
            *([f"--remap={built.url}?(.*) {root}$1"] if built.url else []),
            "--no-progress",
            "--format=detailed",
            f"{built.folder}/**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )


def pages(built: Built) -> list[str]:
    """Every page has a title, no id stands on it twice, and a redirect leads to a page."""
    faults = [] if built.pages else ["the site has no page"]
    for path in built.pages:
        page, name = _read(path), path.relative_to(built.folder).as_posix()
        faults += [f"{name}: the id {id_} stands {n} times" for id_, n in page.ids.items() if n > 1]
        if not page.titled:
            faults.append(f"{name}: has no title")
        if page.refresh is not None:
            here = f"{name.removesuffix('index.html')}"
            faults += _missing(built, urljoin(f"/{here}", _inside(built, page.refresh)), name)
    return faults


def json_files(built: Built) -> list[str]:
    """Every JSON file of the site parses."""
    faults = []
    for path in sorted([*built.folder.rglob("*.json"), *built.folder.rglob("*.jsonld")]):
        try:
            json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            faults.append(f"{path.relative_to(built.folder)}: {error}")
    return faults


def data(built: Built) -> list[str]:
    """Published data is listed with its sum, fits its schema, and its tables fit their fields."""
    package = built.data("datapackage.json")
    folder = built.folder / "data"
    present = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".html"
    }
    present -= {path for path in present if path.startswith("schemas/")} | {"datapackage.json"}
    listed = {resource["path"] for resource in package["resources"]}
    faults = [f"data/{path}: is not listed" for path in sorted(present - listed)]
    faults += [f"data/{path}: is listed and not there" for path in sorted(listed - present)]
    for resource in package["resources"]:
        path = folder / resource["path"]
        if not path.is_file():
            continue
        if resource["hash"] != "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest():
            faults.append(f"data/{resource['path']}: is not the file whose sum is listed")
        if "jsonSchema" in resource:
            validator = jsonschema.validators.validator_for({})(built.data(resource["jsonSchema"]))
            faults += [
                f"data/{resource['path']}: {error.json_path}: {error.message}"
                for error in validator.iter_errors(built.data(resource["path"]))
            ]
    report = frictionless.validate(str(folder / "datapackage.json"))
    empty = {one["name"] for one in package["resources"] if _is_empty(folder / one["path"])}
    faults += [f"data/datapackage.json: {error.message}" for error in report.errors]
    return faults + [
        f"data/datapackage.json: {task.name}: {error.message}"
        for task in report.tasks
        # A list without entries is no table to the reader, though it fits its schema.
        if task.name not in empty
        for error in task.errors
    ]


def _is_empty(path: Path) -> bool:
    if path.suffix != ".json" or not path.is_file():
        return False
    held = json.loads(path.read_text(encoding="utf-8"))
    return isinstance(held, dict) and held.get(path.stem) == []


def addresses_in_data(built: Built) -> list[str]:
    """Every address in the published data is that of a page, and of an element on it."""
    faults = []
    folder = built.folder / "data"
    for path in sorted([*folder.rglob("*.json"), *folder.rglob("*.jsonld")]):
        name = path.relative_to(built.folder).as_posix()
        if "schemas" in path.parts or path.name == "datapackage.json":
            continue
        found = set(_addresses(json.loads(path.read_text(encoding="utf-8"))))
        for url in sorted(found):
            faults += _missing(built, f"/{_inside(built, url)}", name)
    return faults


def site_map_and_feed(built: Built) -> list[str]:
    """XML that parses, and names pages that are there."""
    faults = []
    for name in ("sitemap.xml", "feed.xml", "corrections.xml", "notes.xml"):
        path = built.folder / name
        if not path.is_file():
            continue
        try:
            tree = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own
        except ElementTree.ParseError as error:
            faults.append(f"{name}: {error}")
            continue
        urls = [one.text or "" for one in tree.iter() if one.tag.endswith("}loc")]
        urls += [one.get("href", "") for one in tree.iter() if one.tag.endswith("}link")]
        if built.url and not urls:
            faults.append(f"{name}: names no page")
        for url in urls:
            if built.url and url.startswith(built.url):
                faults += _missing(built, f"/{_inside(built, url)}", name)
            elif built.url and name == "sitemap.xml":
                faults.append(f"{name}: {url} is not an address of this site")
    return faults


CHECKS: tuple[Callable[[Built], list[str]], ...] = (
    links, pages, json_files, data, addresses_in_data, site_map_and_feed,
)  # fmt: skip


def copy(built: Built, folder: Path) -> Built:
    """The site once more, to be damaged: a check that cannot fail checks nothing."""
    served = folder / "www"
    target = served / built.root
    shutil.copytree(built.folder, target)
    return Built(target, served, built.url)


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _URLS and isinstance(inner, str) and "/" in inner:
                yield inner
            else:
                yield from _addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner)


def _inside(built: Built, url: str) -> str:
    """An address of this site relative to its root; any other as it is."""
    return url.removeprefix(built.url) if built.url else url


def _missing(built: Built, url: str, where: str) -> list[str]:
    parts = urlsplit(url)
    if parts.scheme:
        return []
    path = built.folder / unquote(parts.path).lstrip("/")
    page = path / "index.html" if path.is_dir() else path
    if not page.is_file():
        return [f"{where}: {url} leads to no page"]
    if parts.fragment and page.suffix == ".html":
        ids = _read(page).ids
        id_ = unquote(parts.fragment)
        if id_ not in ids and not _on_a_part(built, parts.path.strip("/"), id_):
            return [f"{where}: {url} leads to no element of that page"]
    return []
