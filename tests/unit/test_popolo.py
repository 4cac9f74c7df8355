"""People and organisations after Popolo."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from briefings.model import Corpus, Place, RoleWording
from briefings.model.page import SiteInfo
from briefings.publish.popolo import popolo_data
from briefings.standards.popolo import organization_id, popolo

from .sample_corpus import CORPUS, EMPTY, FISH

SCHEMAS = Path(__file__).parents[1] / "schemas" / "popolo"
BASE = "https://example.org/sub/"
KINDS = {"persons": "person", "organizations": "organization", "memberships": "membership"}


def faults(data: dict[str, Any]) -> list[str]:
    """Return the errors that Popolo's schemas report, and links that are not absolute URLs."""
    schemas = {path.stem: json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")}
    registry: Registry[Any] = Registry().with_resources(
        (str(one["id"]).rstrip("#"), Resource.from_contents(one, default_specification=DRAFT3))
        for one in schemas.values()
    )
    found = []
    for name, kind in KINDS.items():
        validator = jsonschema.Draft3Validator(schemas[kind], registry=registry)
        for entry in data[name]:
            found += [f"{name} {entry['id']}: {e.message}" for e in validator.iter_errors(entry)]
            found += [
                f"{name} {entry['id']}: {link['url']} is no address"
                for link in (*entry.get("links", ()), *entry.get("sources", ()))
                if "url" in link and urlsplit(link["url"]).scheme != "https"
            ]
            # The schemas take any property; what they do not describe is no Popolo.
            found += [f"{name}: {key}" for key in entry.keys() - schemas[kind]["properties"].keys()]
    return found


def _data(corpus: Corpus = CORPUS) -> dict[str, Any]:
    return popolo_data(corpus, SiteInfo("Briefings", url=BASE))


def test_all_of_it_fits_popolo_s_own_schemas(five: Corpus) -> None:
    for corpus in (CORPUS, EMPTY, five):
        assert faults(_data(corpus)) == []


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("persons", {"name": 7}),
        ("persons", {"other_names": ["B. Fisher"]}),
        ("organizations", {"links": [{"note": "no address"}]}),
        ("memberships", {"start_date": "May 2021"}),
        ("memberships", {"organisation_id": "fish-bureau"}),
    ],
)
def test_the_schemas_refuse_what_is_wrong(name: str, damage: dict[str, Any]) -> None:
    data = _data()
    data[name][0] |= damage
    assert len(faults(data)) == 1


def test_ids_lead_to_what_is_there(five: Corpus) -> None:
    for corpus in (CORPUS, five):
        data = _data(corpus)
        ids = {name: [one["id"] for one in data[name]] for name in KINDS}
        for held in ids.values():
            assert held == sorted(set(held))
        assert {one["person_id"] for one in data["memberships"]} <= set(ids["persons"])
        led_to = {one.get("organization_id") for one in data["memberships"]}
        led_to |= {one.get("parent_id") for one in data["organizations"]}
        assert led_to - {None} <= set(ids["organizations"])


def test_an_office_is_a_membership_with_the_line_that_words_it() -> None:
    fisher = [one for one in _data()["memberships"] if one["person_id"] == "bo-fisher"]
    assert [one["role"] for one in fisher] == ["director of fish", "head of the Fish Bureau"]
    assert fisher[1:] == [
        {
            "id": "bo-fisher--head-of-the-fish-bureau--fish-bureau",
            "person_id": "bo-fisher",
            "organization_id": "fish-bureau",
            "role": "head of the Fish Bureau",
            "sources": [
                {
                    "url": f"{BASE}sources/010/#L3",
                    "note": "Transcript, Ministry of Fish, 4 May 2021, line 3",
                }
            ],
        }
    ]


def test_short_forms_are_written_out_and_a_bureau_leads_to_its_body() -> None:
    def role(organization: str | None, line: int, role: str = "head") -> RoleWording:
        return RoleWording(role, organization, "2021-05-04", Place(FISH, "010", None, line))

    person = dataclasses.replace(
        CORPUS.people[0],
        id="dan",
        roles=(
            role("Nets Bureau of the MF", 2),
            role("Nets Bureau of the Ministry of Fish (MF)", 9),
            role(None, 12, "vice minister"),
        ),
    )
    corpus = dataclasses.replace(CORPUS, people=(person,), outlets=())
    data = popolo(corpus, "", lambda place: place.source)
    assert [(one["id"], one.get("parent_id")) for one in data["organizations"]] == [
        ("ministry-of-fish", None),
        ("nets-bureau-of-the-ministry-of-fish", "ministry-of-fish"),
    ]
    names = [one["name"] for one in data["organizations"][1]["other_names"]]
    assert names == ["Nets Bureau of the MF", "Nets Bureau of the Ministry of Fish (MF)"]
    heads, vice = data["memberships"]
    assert [one["note"] for one in heads["sources"]] == ["010, line 2", "010, line 9"]
    assert heads["sources"][0]["url"] == "sources/010/#L2"
    assert "organization_id" not in vice
    assert not {"start_date", "end_date"} & heads.keys()


def test_a_name_in_chinese_is_another_name_with_its_attestation(five: Corpus) -> None:
    persons = {one["id"]: one for one in _data(five)["persons"]}
    assert persons["li-bei"]["other_names"] == [
        {
            "name": "李蓓",
            "note": "In Chinese; China News Service (中新社), 10 January 2022, "
            "《严打暴力恐怖活动 中国连续5年保持暴恐案事件“零发生”》",
        }
    ]
    assert persons["li-bei"]["sort_name"] == "Li, Bei"


def test_an_organisation_with_a_long_name_has_an_id_of_its_own() -> None:
    # Two bureaus whose names differ only at their end, after 170 letters.
    name = "Bureau of the Inspection of Nets " * 5
    assert organization_id(f"{name}North") != organization_id(f"{name}South")
