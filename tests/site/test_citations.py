"""What a page offers to be cited where no script runs."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from tests.command import build
from tests.conftest import Built


def test_the_page_and_each_text_of_a_briefing_are_cited(built: Built) -> None:
    for briefing in built.briefings:
        page = unescape(built.page(f"briefings/{briefing['slug']}/").read_text("utf-8"))
        cited = 1 + len(briefing["witnesses"])
        assert page.count('class="cited"') == cited
        for style in ("\n  url = {", "\nUR  - ", '\n  "URL": "'):
            assert page.count(f"{style}{built.url}briefings/{briefing['slug']}/") == cited
        # The day is the reader's: the same texts make the same page.
        assert "urldate" not in page


def test_a_build_that_knows_no_address_says_what_citations_lack(tmp_path: Path) -> None:
    seeds, site = tmp_path / "seeds", tmp_path / "site"
    seeds.mkdir()
    talk = "Press conference on nets, 4 May 2021\n\nBo Fisher: We mend nets.\n"
    (seeds / "1.txt").write_text(talk, encoding="utf-8")
    done = build(seeds, tmp_path / "editorial", site, SITE_URL="")
    assert "citations in pages and data will lack the address of the page" in done.said
    (page,) = site.glob("briefings/*/index.html")
    assert "\nUR  - " not in unescape(page.read_text("utf-8"))


@pytest.mark.parametrize(
    "url", ["terms/fengqiao-experience/", "speakers/sun-maoli/", "topics/telecom-fraud/"]
)
def test_other_pages_are_cited_by_their_title(built: Built, url: str) -> None:
    page = unescape(built.page(url).read_text("utf-8"))
    assert page.count('class="cited"') == 1
    assert f"\nUR  - {built.url}{url}\n" in page


def test_a_number_is_cited_with_its_text_before_the_page_that_shows_it(built: Built) -> None:
    url = "indicators/telecom-fraud-cases-change/"
    page = unescape(built.page(url).read_text("utf-8"))
    first, second = page.split('class="cited"')[1:]
    assert "AU  - Wang, Zhizhong" in first
    assert "N1  - Figure as stated: “24%”" in first
    assert f"UR  - {built.url}{url}" in second
