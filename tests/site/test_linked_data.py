"""The linked data of pages, as a program finds it that knows schema.org."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from tests.conftest import Built
from tests.site.reading import soup
from tests.unit.schema_org import vocabulary_faults

# A page that a search engine reads is not to be made heavy by it.
MOST_BYTES = 4_000


def _linked(built: Built, url: str) -> list[dict[str, Any]]:
    """What a page says of itself, part by part."""
    found = soup(built.page(url)).select('head script[type="application/ld+json"]')
    assert len(found) <= 1
    data = json.loads(found[0].get_text()) if found else {"@graph": []}
    assert not found or data["@context"] == "https://schema.org"
    parts: list[dict[str, Any]] = data.get("@graph", [data])
    return parts


def test_all_of_it_is_of_the_vocabulary(built: Built) -> None:
    types: Counter[str] = Counter()
    for path in built.pages:
        found = soup(path).select('script[type="application/ld+json"]')
        for script in found:
            text = script.get_text()
            data = json.loads(text)
            assert vocabulary_faults(data) == [], path
            size = len(text.encode())
            assert size <= MOST_BYTES or path.parent.name == "data", (path, size)
            types.update(one["@type"] for one in data.get("@graph", [data]))
    assert set(types) == {
        "BreadcrumbList", "Dataset", "DefinedTerm", "DefinedTermSet", "Event", "Person", "WebSite",
    }  # fmt: skip
    assert types["Event"] == len(built.briefings)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"@type": "Briefing"}, "$: Briefing is no type that is used"),
        ({"@type": "Event", "speaker": "Ada"}, "$: Event has no speaker"),
        ({"@type": "Event", "location": {"@type": "Person"}}, "$.location: no Person"),
        ({"@type": "Event", "startDate": "May"}, "$.startDate: 'May' is no date"),
        ({"@type": "Event", "subjectOf": "words"}, "$.subjectOf: no text"),
        ({"@type": "ListItem", "position": True}, "$.position: no truth value"),
        ({"@graph": [], "@context": "", "name": "x"}, "$: more than a graph"),
    ],
)
def test_what_is_not_of_the_vocabulary_is_found(data: dict[str, Any], fault: str) -> None:
    assert vocabulary_faults(data) == [fault]


def test_a_way_leads_from_the_section_to_the_page(built: Built) -> None:
    (briefing,) = (one for one in built.briefings if one["date"] == "2023-01-10")
    way = _linked(built, f"briefings/{briefing['slug']}/")[1]
    assert way["@type"] == "BreadcrumbList"
    assert [(one["position"], one.get("item")) for one in way["itemListElement"]] == [
        (1, f"{built.url}briefings/"), (2, None),
    ]  # fmt: skip
    for path in built.pages:
        page = soup(path)
        crumbs = [one.get_text() for one in page.select("nav.crumbs a")]
        data = [json.loads(one.get_text()) for one in page.select('[type="application/ld+json"]')]
        ways = [
            one
            for held in data
            for one in held.get("@graph", [held])
            if one["@type"] == "BreadcrumbList"
        ]
        assert len(ways) == bool(crumbs), path
        if crumbs:
            assert [one["name"] for one in ways[0]["itemListElement"][:-1]] == crumbs, path


def test_a_quotation_is_a_sentence_that_stands_at_its_address(built: Built) -> None:
    quoted = 0
    for briefing in built.briefings:
        event = _linked(built, f"briefings/{briefing['slug']}/")[0]
        texts = {
            f"{built.url}briefings/{briefing['slug']}/#{passage['id']}": passage["text"]
            for witness in briefing["witnesses"]
            for part in witness.get("turns", []) + witness.get("sections", [])
            for passage in part["passages"]
        }
        for one in event.get("subjectOf", ()):
            assert one["text"] in texts[one["url"]]
            assert one["spokenByCharacter"]["name"]
            quoted += 1
    assert quoted >= 3


def test_a_term_says_what_it_is_and_where_it_belongs(built: Built) -> None:
    term = _linked(built, "terms/fishing-ban/")[0]
    assert (term["@type"], term["name"], term["termCode"]) == (
        "DefinedTerm", "10-year fishing ban", "fishing-ban",
    )  # fmt: skip
    assert "十年禁渔" in term["alternateName"]
    assert term["inDefinedTermSet"] == _linked(built, "terms/")[0]["url"] == f"{built.url}terms/"
    party = _linked(built, "terms/communist-party-of-china/")[0]
    assert party["sameAs"] == ["http://www.wikidata.org/entity/Q17427"]


def test_the_data_are_a_dataset_whose_files_are_there(built: Built) -> None:
    data = _linked(built, "data/")[0]
    assert data["temporalCoverage"] == "2022-07-25/2023-10-24"
    assert len(data["distribution"]) > 10
    for one in data["distribution"]:
        assert (built.folder / one["contentUrl"].removeprefix(built.url)).is_file()


def test_the_home_page_says_how_the_site_is_searched(built: Built) -> None:
    (site,) = _linked(built, "")
    action = site["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{built.url}search/?q={{words}}"
    assert action["query-input"] == "required name=words"
