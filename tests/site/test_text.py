"""What a reader sees on a page is what the data says, character by character."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from tests.command import FIVE
from tests.conftest import Built
from tests.site.reading import element, fold, soup, source_lines


def test_each_passage_reads_on_its_page_as_in_the_data(built: Built) -> None:
    checked = 0
    for briefing in built.briefings:
        page = soup(built.page(f"briefings/{briefing['slug']}/"))
        for witness in briefing["witnesses"]:
            for part in witness.get("turns", []) + witness.get("sections", []):
                for passage in part["passages"]:
                    shown = element(page, passage["id"])
                    assert fold(shown.get_text()) == passage["text"]
                    checked += 1
    assert checked > 200


def test_each_turn_names_its_speaker(built: Built) -> None:
    for briefing in built.briefings:
        page = soup(built.page(f"briefings/{briefing['slug']}/"))
        for turn in briefing["witnesses"][0].get("turns", []):
            shown = fold(element(page, turn["id"]).get_text())
            name = turn["speaker"]["name"] or "not given in the source"
            assert name in shown


def test_a_passage_links_to_its_line_and_the_line_back(built: Built) -> None:
    for briefing in built.briefings:
        url = f"briefings/{briefing['slug']}/"
        page = soup(built.page(url))
        for witness in briefing["witnesses"]:
            source = f"sources/{witness['source']}/"
            lines = soup(built.page(source))
            for part in witness.get("turns", []) + witness.get("sections", []):
                passage = part["passages"][0]
                assert f"{source}#L{passage['line']}" in _links(page, passage["id"], url)
                assert f"{url}#{passage['id']}" in _links(lines, f"L{passage['line']}", source)


def _links(page: BeautifulSoup, id_: str, url: str) -> set[str]:
    """Addresses, relative to the root, that an element and its nearest neighbours link to."""
    shown = element(page, id_)
    around = [shown, *([shown.parent] if shown.parent else [])]
    return {
        urljoin(url, str(link["href"])).removeprefix("/")
        for place in around
        for link in place.find_all("a", href=True)
    }


@pytest.mark.parametrize(
    "path", sorted((FIVE / "seeds").glob("*.txt")), ids=lambda path: path.name[:3]
)
def test_a_source_page_shows_every_line_as_received(built: Built, path: Path) -> None:
    page = soup(built.page(f"sources/{path.name[:3]}/"))
    for number, line in enumerate(source_lines(path), 1):
        if line.strip():
            raw = element(page, f"L{number}").find(class_="raw")
            assert raw
            for said_by_us in raw.find_all(class_="origin"):
                said_by_us.decompose()
            assert fold(raw.get_text()) == fold(line), number


def test_every_page_has_a_title_a_description_and_a_policy(built: Built) -> None:
    titles = []
    for path in built.pages:
        page = soup(path)
        policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert policy, path
        content = str(policy["content"])
        assert "default-src 'none'" in content
        assert "unsafe-inline" not in content
        if page.find("meta", attrs={"http-equiv": "refresh"}):
            continue
        assert "require-trusted-types-for 'script'" in content
        assert page.find("meta", attrs={"name": "referrer"}), path
        assert page.title
        # A term and a topic may have one name.
        section = path.relative_to(built.folder).parts[0]
        titles.append((section, page.title.get_text()))
        if path.name == "404.html":
            continue
        for name in ("description", "og:title", "og:description", "og:url"):
            tag = page.find("meta", attrs={"name": name}) or page.find(
                "meta", attrs={"property": name}
            )
            assert tag, f"{path} has no {name}"
    assert len(titles) == len(set(titles)), "two pages of one kind have one title"


def test_nothing_is_loaded_from_elsewhere(built: Built) -> None:
    for path in built.pages:
        page = soup(path)
        loaded = [
            str(tag.get("src") or tag.get("href"))
            for tag in page.find_all(["script", "img", "iframe", "link", "source", "audio"])
            if tag.get("src")
            or set(tag.get("rel") or []) & {"stylesheet", "preload", "icon", "modulepreload"}
        ]
        assert [url for url in loaded if "//" in url] == [], path


def test_the_site_map_and_the_feed_carry_the_address_of_the_site(built: Built) -> None:
    sitemap = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    feed = (built.folder / "feed.xml").read_text(encoding="utf-8")
    for briefing in built.briefings:
        assert f"{built.url}briefings/{briefing['slug']}/" in sitemap
        assert f"{built.url}briefings/{briefing['slug']}/" in feed
