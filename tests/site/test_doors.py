"""What machines are led to from pages: other forms, feeds, search, and the list of pages."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urljoin

from tests.conftest import Built
from tests.site.reading import soup


def _alternates(built: Built, url: str) -> dict[str, str]:
    """The other forms that the head of a page names, by type, from the site's root."""
    links = soup(built.page(url)).select("head link[rel=alternate]")
    return {str(one["type"]): urljoin(f"/{url}", str(one["href"])).lstrip("/") for one in links}


def test_each_briefing_leads_to_its_own_data_and_text(built: Built) -> None:
    for briefing in built.data("briefings.json")["briefings"]:
        found = _alternates(built, briefing["url"])
        slug = briefing["slug"]
        assert found["application/json"] == f"data/briefings/{slug}.json"
        assert found["text/plain"] == f"data/briefings/{slug}.txt"
        for path in found.values():
            assert (built.folder / path).is_file(), path
    assert "application/json" not in _alternates(built, "about/")


def test_feeds_are_named_where_they_tell_of_the_page(built: Built) -> None:
    def feeds(url: str) -> list[str]:
        links = soup(built.page(url)).select('head link[type="application/atom+xml"]')
        return [urljoin(f"/{url}", str(one["href"])).lstrip("/") for one in links]

    assert feeds("") == feeds("about/") == ["feed.xml"]
    assert feeds("changes/") == ["feed.xml", "corrections.xml"]
    assert feeds("notes/") == ["feed.xml", "notes.xml"]


def test_the_search_of_the_site_is_described_for_browsers(built: Built) -> None:
    for url in ("", "briefings/", built.data("briefings.json")["briefings"][0]["url"]):
        (link,) = soup(built.page(url)).select("head link[rel=search]")
        assert link["type"] == "application/opensearchdescription+xml"
        assert urljoin(f"/{url}", str(link["href"])) == "/opensearch.xml"
    description = (built.folder / "opensearch.xml").read_text("utf-8")
    assert f'template="{built.url}search/?q={{searchTerms}}"' in description


def test_the_data_page_leads_to_each_door(built: Built) -> None:
    links = {str(one["href"]) for one in soup(built.page("data/")).select("#programs + .scroll a")}
    assert links == {
        "../feed.xml", "../corrections.xml", "../notes.xml", "../sitemap.xml", "../robots.txt",
        "../llms.txt", "../opensearch.xml",
    }  # fmt: skip
    for link in links:
        assert (built.folder / link.removeprefix("../")).is_file()


def test_what_llms_txt_names_is_there(built: Built) -> None:
    text = (built.folder / "llms.txt").read_text("utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) > len(built.briefings)
    for link in links:
        path = built.folder / link.removeprefix(built.url)
        assert (path / "index.html" if path.is_dir() else path).is_file(), link


def test_the_site_map_is_the_same_packed(built: Built) -> None:
    packed = gzip.decompress((built.folder / "sitemap.xml.gz").read_bytes())
    assert packed == (built.folder / "sitemap.xml").read_bytes()
