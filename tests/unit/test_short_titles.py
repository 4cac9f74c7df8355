"""Short titles for lists, checked against titles as publishers print them."""

from __future__ import annotations

import pytest

from briefings.group.short_titles import SHORT, short_title
from briefings.languages import ENGLISH, GERMAN


@pytest.mark.parametrize(
    ("title", "short"),
    [
        # Short enough: unchanged.
        ("Street Lighting Office holds briefing on lamps", None),
        ("Transcript of the press conference on the new tram line", None),
        ("Ministry of Waterways press conference on the harvest of 2022", None),
        # Without the name of the event, and without words that say little.
        (
            "SCIO briefing on safeguarding public safety to ensure high-quality development",
            "Safeguarding public safety to ensure high-quality development",
        ),
        (
            "Lighthouse Office holds press conference on the achievements of keepers in guarding"
            " the coast",
            "Keepers in guarding the coast",
        ),
        (
            "Background Press Call by a Senior Harbour Official on the U.S.-Fiji Special Summit",
            "U.S.-Fiji Special Summit",
        ),
        (
            "Press Briefing by the Harbour COVID-19 Response Team and Public Health Officials",
            "Harbour COVID-19 Response Team and Public Health Officials",
        ),
        # Lists show the date separately.
        (
            "Press Briefing on Government Response to the Floods in West Frisia, 10/3/2014",
            "Government Response to the Floods in West Frisia",
        ),
        (
            "Dike Ministry Spokesperson Ann Holm's Regular Press Conference on October 26, 2018",
            "Ann Holm's Regular Press Conference",
        ),
        # People are identified by name; the page states their office.
        (
            "Press Gaggle by Harbour Secretary Ann Holm Aboard the Ferry en route West Frisia",
            "Press Gaggle by Ann Holm Aboard the Ferry en route West Frisia",
        ),
        (
            "Press Gaggle by Harbour Secretary Ann Holm-Ek and Deputy Dike Adviser Bo Lind En Route"
            " to the Isle of Terschelling, West Frisia",
            "Ann Holm-Ek and Bo Lind En Route to the Isle of Terschelling…",
        ),
        (
            "Tide and flood (2021) update: Deputy First Minister's statement - 19 February 2021",
            "Tide and flood (2021) update: Deputy First Minister's statement",
        ),
        # Officials without a name keep their office.
        (
            "Background Press Call by Senior Harbour Officials Previewing Day Two of the Forum",
            "Senior Harbour Officials Previewing Day Two of the Forum",
        ),
        # Too long, and no rule applies: cut at a clause, with an ellipsis.
        (
            "Statement of Bo Holm, Commissioner, Bureau of Tide Statistics, before the Joint Water"
            " Committee, United Provinces Congress",
            "Statement of Bo Holm, Commissioner, Bureau of Tide Statistics…",
        ),
    ],
)
def test_a_title_in_a_list(title: str, short: str | None) -> None:
    expected = short or title
    assert short_title(title, ENGLISH) == expected[:1].upper() + expected[1:]


@pytest.mark.parametrize("title", ["", "x" * 5000, "press conference on " * 900, " on " * 400])
def test_no_title_is_too_much(title: str) -> None:
    assert len(short_title(title, ENGLISH)) <= SHORT + 1


def test_a_language_without_rules_cuts_at_a_word() -> None:
    title = "Pressekonferenz der Hafenbehörde zum Stand der Arbeiten an der neuen Mole im Osten"
    assert short_title(title, GERMAN) == (
        "Pressekonferenz der Hafenbehörde zum Stand der Arbeiten an der neuen…"
    )
