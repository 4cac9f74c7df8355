"""Lists too long for one page: each of their entries on one part, each part reached by links."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import LOW, Built
from tests.site import checks

HUBS = 60_000
PAGES = 150_000
# Pages that hold a text, or two, as long as these are.
TEXTS = ("briefings", "sources", "compare")
TABLES = ("figures", "commitments", "discrepancies", "formulas")
# Everything of the five texts that fills more than a page of these limits.
CUT = (
    "briefings", "figures", "commitments", "discrepancies", "formulas", "mentions",
    "notes", "outlets", "report", "sources", "speakers", "terms",
)  # fmt: skip


def _url(path: Path, built: Built) -> str:
    return path.parent.relative_to(built.folder).as_posix() + "/"


def _soup(built: Built, url: str) -> BeautifulSoup:
    return BeautifulSoup(built.page(url).read_text(encoding="utf-8"), "html.parser")


def _parts(built: Built, hub: str) -> list[str]:
    """Addresses of the parts of a page."""
    folder = built.folder / hub
    return sorted(
        _url(path, built) for by in ("year", "letter") for path in (folder / by).rglob("*.html")
    )


def _links(built: Built, url: str) -> set[str]:
    """Where the body of a page leads, from the root."""
    article = _soup(built, url).find("article")
    assert isinstance(article, Tag)
    links = (str(one["href"]) for one in article.find_all("a", href=True))
    return {urljoin(f"/{url}", one).lstrip("/") for one in links}


def _ids(built: Built, url: str) -> set[str]:
    return {str(one["id"]) for one in _soup(built, url).find_all(id=True)}


def _data_ids(built: Built, table: str) -> list[str]:
    return [one["id"] for one in built.data(f"{table}.json")[table]]


def _rows(built: Built, table: str) -> tuple[dict[str, Any], list[list[dict[str, Any]]]]:
    """What a table's script is told of it, and the rows of each file."""
    folder = built.folder / table / "rows"
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    files = [
        json.loads((folder / one["path"]).read_text(encoding="utf-8"))["rows"]
        for one in index["files"]
    ]
    return index, files


def test_pages_that_list_things_stay_small(parted: Built) -> None:
    for path in parted.pages:
        url = _url(path, parted)
        steps = url.strip("/").split("/")
        size = path.stat().st_size
        # The page of the data describes every field: it is as long whatever the corpus.
        if len(steps) == 1 and url != "data/":
            assert size <= HUBS, url
        elif steps[0] not in TEXTS or steps[1] == "year":
            assert size <= PAGES, url


@pytest.mark.parametrize("hub", CUT)
def test_each_part_is_reached_by_links_alone(parted: Built, hub: str) -> None:
    parts = set(_parts(parted, hub))
    assert parts
    reached: set[str] = set()
    ahead = {f"{hub}/"}
    while ahead:
        reached |= ahead
        linked = {urlsplit(link).path for url in ahead for link in _links(parted, url)}
        ahead = (linked & parts) - reached
    assert parts <= reached


@pytest.mark.parametrize("hub", CUT)
def test_a_part_leads_back_and_says_what_it_is(parted: Built, hub: str) -> None:
    for url in _parts(parted, hub):
        assert f"{hub}/" in _links(parted, url), url
    titles = Counter(str(_soup(parted, url).title) for url in [f"{hub}/", *_parts(parted, hub)])
    assert titles.most_common(1)[0][1] == 1


@pytest.mark.parametrize("table", TABLES)
def test_each_row_of_a_table_stands_on_one_part_and_its_address_leads_there(
    parted: Built, table: str
) -> None:
    ids = _data_ids(parted, table)
    on_parts = Counter(id_ for url in _parts(parted, table) for id_ in _ids(parted, url))
    assert {id_: on_parts[id_] for id_ in ids} == dict.fromkeys(ids, 1)
    told: dict[str, str] = {}
    for file in (parted.folder / table / "places").glob("*.json"):
        told |= json.loads(file.read_text(encoding="utf-8"))
    assert told.keys() == set(ids)
    for id_, url in told.items():
        assert id_ in _ids(parted, url)


@pytest.mark.parametrize("table", TABLES)
def test_each_row_of_a_table_is_in_one_of_its_files(parted: Built, table: str) -> None:
    index, files = _rows(parted, table)
    wanted = _data_ids(parted, table)
    if table == "commitments":  # what is general resolve stands on the parts, to be opened there
        announced = parted.data("commitments.json")["commitments"]
        wanted = [one["id"] for one in announced if one["class"] == "announcement"]
    assert sorted(row["id"] for file in files for row in file) == sorted(wanted)
    assert [one["count"] for one in index["files"]] == [len(file) for file in files]
    assert max(map(len, files)) <= LOW.piece
    assert index["count"] == len(wanted)


def test_what_a_table_is_narrowed_to_says_how_many_rows_and_in_which_files(parted: Built) -> None:
    index, files = _rows(parted, "figures")
    units = next(one for one in index["facets"] if one["name"] == "unit")["options"]
    percent = next(one for one in units if one["value"] == "%")
    stated = [one["unit"] for one in parted.data("figures.json")["figures"]]
    assert percent["count"] == stated.count("%")
    holding = [n for n, file in enumerate(files) if any(row["keys"]["unit"] == "%" for row in file)]
    assert percent["files"] == holding


def test_all_turns_of_a_speaker_stand_on_the_pages_of_the_years(parted: Built) -> None:
    person = max(parted.data("people.json")["people"], key=lambda one: len(one["turns"]))
    hub = f"speakers/{person['id']}"
    links = set().union(*(_links(parted, url) for url in _parts(parted, hub)))
    primary = {
        f"briefings/{briefing['slug']}/#{turn['id']}"
        for briefing in parted.briefings
        for witness in briefing["witnesses"]
        if witness["source"] == briefing["primary"]
        for turn in witness.get("turns", ())
        if turn["speaker"]["id"] == person["id"]
    }
    assert primary
    assert primary <= links


def test_all_mentions_of_a_term_stand_on_the_pages_of_the_years(parted: Built) -> None:
    hub = "terms/public-security-organs"
    shown = sum(len(_soup(parted, url).select(".kwic > li")) for url in _parts(parted, hub))
    told = _soup(parted, f"{hub}/").find("dt", string="Mentions")
    assert isinstance(told, Tag)
    number = told.find_next("dd")
    assert number is not None
    assert number.text.startswith(f"{shown} mentions")


def test_links_lead_somewhere(parted: Built) -> None:
    assert checks.links(parted) == []
    assert checks.pages(parted) == []
    assert checks.data(parted) == []


def test_the_data_page_lists_collections_and_the_data_package_every_file(parted: Built) -> None:
    links = _links(parted, "data/")
    slugs = [one["slug"] for one in parted.data("briefings.json")["briefings"]]
    assert len([one for one in links if one.startswith("data/briefings/")]) <= 2 < len(slugs)
    listed = {one["path"] for one in parted.data("datapackage.json")["resources"]}
    assert {f"briefings/{slug}.json" for slug in slugs} <= listed


def test_the_feed_holds_the_newest_only(parted: Built) -> None:
    feed = (parted.folder / "feed.xml").read_text(encoding="utf-8")
    assert feed.count("<entry>") == LOW.feed
