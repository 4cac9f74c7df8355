"""Citations as a reader takes them from a page, read by parsers, against what the sources say."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Page, expect

from tests.conftest import Built

# One passage of each text, read by eye: source, line, how the passage begins; then whose words they
# are and how, and what the text is called (a title in brackets is the editors').
PASSAGES: dict[str, tuple[int, str, dict[str, Any]]] = {
    "000": (65, "Fourth, we have unswervingly pursued", {
        "author": [{"family": "Sun", "given": "Maoli"}], "issued": [2022, 7, 25],
        "quality": "official translation",
        "lead": "Sun Maoli, “Publicity Department of CPC Central Committee holds",
    }),
    "001": (40, "Third, the MPS has spared no effort", {
        "author": [{"family": "Wang", "given": "Zhizhong"}], "issued": [2023, 11, 5],
        "quality": "official translation", "publisher": "China.org.cn",
        "lead": "Wang Zhizhong, “SCIO press conference on safeguarding public safety",
    }),
    "002": (86, "In August, the MPS issued several measures", {
        "author": [{"literal": "Cover News"}], "issued": [2023, 10, 24],
        "quality": "official translation", "publisher": "State Council Information Office",
        "lead": "Cover News, “SCIO briefing on safeguarding public safety",
    }),
    "003": (7, "In recent years, my country’s Internet technology", {
        "author": [{"family": "Peng", "given": "Jinghui"}], "issued": [2022, 7, 26],
        "quality": "rewritten", "container-title": "Guangming Daily", "mode": "reported",
        "lead": "Wang Yingwei, as reported by Peng Jinghui, “Safeguarding Safe China and",
    }),
    "004": (7, "Li Bei pointed out that in 2022", {
        "author": [{"literal": "China News Service"}], "issued": [2023, 1, 10],
        "quality": "machine-translated", "mode": "reported",
        "lead": "Li Bei, as reported by China News Service, “[Ministry of Public Security press",
    }),
}  # fmt: skip


def _place(built: Built, source: str, line: int, begins: str) -> tuple[str, str]:
    """The briefing and the id of a passage."""
    record = built.data(f"sources/{source}.json")
    slug = record["briefing"]
    (passage,) = (one["passage"] for one in record["lines"] if one["n"] == line)
    briefing = built.data(f"briefings/{slug}.json")
    text = next(
        one["text"]
        for witness in briefing["witnesses"]
        for part in witness.get("turns") or witness["sections"]
        for one in part["passages"]
        if one["id"] == passage
    )
    assert text.startswith(begins)
    return slug, passage


def _forms(page: Page) -> dict[str, str]:
    forms = page.locator("#cite .form")
    styles = [one.get_attribute("data-style") or "" for one in forms.all()]
    assert len(set(styles)) == len(styles) == 4
    return dict(zip(styles, forms.locator("pre").all_inner_texts(), strict=True))


@pytest.mark.parametrize("source", PASSAGES)
def test_a_passage_of_every_text_is_cited_as_that_text(
    page: Page, site: str, built: Built, source: str
) -> None:
    line, begins, expected = PASSAGES[source]
    expected = dict(expected)
    slug, passage = _place(built, source, line, begins)
    address = f"{built.url}briefings/{slug}/#{passage}"
    page.clock.install(time="2026-03-09T12:00:00")
    page.goto(f"{site}briefings/{slug}/#{passage}")
    page.locator(f".pin[href='#{passage}']").click()
    page.locator("[data-do=cite]").click()
    expect(page.locator("#cite-title")).to_have_text(f"Cite passage {passage}")
    forms = _forms(page)

    (item,) = json.loads(forms["CSL-JSON"])
    assert item["author"] == expected["author"]
    assert item["issued"] == {"date-parts": [expected["issued"]]}
    assert item["accessed"] == {"date-parts": [[2026, 3, 9]]}
    assert item["URL"] == address
    custom = item["custom"]
    assert (custom["source"], custom["passage"], custom["lines"]) == (
        source, passage, f"line {line}",
    )  # fmt: skip
    assert custom["quality"] == expected["quality"]
    assert custom.get("mode") == expected.get("mode")
    for name in ("publisher", "container-title"):
        assert name not in expected or item[name] == expected[name]

    chicago = forms["Chicago"]
    assert chicago.startswith(expected["lead"])
    assert f"({expected['quality']})" in chicago
    assert f"passage {passage} (source {source}, line {line})" in chicago
    assert chicago.endswith(f"accessed March 9, 2026, {address}.")

    names = [
        f"{one['family']}, {one['given']}" if "family" in one else one["literal"]
        for one in expected["author"]
    ]
    (record,) = rispy.loads(forms["RIS"] + "\n")
    assert record["authors"] == names
    assert record["urls"] == [address]
    assert record["date"] == "/".join(f"{one:02}" for one in expected["issued"])
    assert f"Passage {passage} (source {source}, line {line})" in record["notes"]

    library = parse_string(forms["BibTeX"])
    assert library.failed_blocks == []
    fields: dict[str, Any] = library.entries[0].fields_dict
    assert fields["author"].value.strip("{}") == " and ".join(names)
    assert fields["title"].value.strip("{}") == item["title"]
    assert fields["url"].value == address
    assert fields["urldate"].value == "2026-03-09"


def test_a_number_is_cited_from_what_its_mark_opens(page: Page, site: str, built: Built) -> None:
    """Source 003, line 5: a sentence in which Sun Maoli is reported to have said 98.62%."""
    slug, passage = _place(built, "003", 5, "Sun Maoli, a member of the Party Committee")
    page.goto(f"{site}briefings/{slug}/#{passage}")
    page.locator(f"[id='{passage}'] a.figure", has_text="98.62%").click()
    page.locator(".pops > :popover-open").get_by_role("button", name="Cite").click()
    expect(page.locator("#cite-title")).to_have_text("Cite this number")
    chicago = _forms(page)["Chicago"]
    assert chicago.startswith("Sun Maoli, as reported by Peng Jinghui, “")
    assert "figure “98.62%,”" in chicago
