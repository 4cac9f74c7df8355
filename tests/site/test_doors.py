"""What machines are led to from pages: other forms, feeds, search, and the list of pages."""

from __future__ import annotations

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
