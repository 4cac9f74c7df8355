"""The long lists of figures, discrepancies, announcements and recurring sentences, as pages show
them: which rows in which order, and what they can be filtered by."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Corpus, Discrepancy, Figure, Former, Place
from briefings.model.figures import Ruling
from briefings.model.page import Limits, SiteInfo
from briefings.model.relations import Formula, Occurrence, Redline, Run, Statement
from briefings.views.commitments import commitments_files, commitments_page
from briefings.views.discrepancies import discrepancies_page
from briefings.views.figures import figures_page, record
from briefings.views.formulas import formulas_page
from briefings.views.lookup import Lookup

from .sample_corpus import FISH, UNDATED
from .test_dossiers import HARBOUR, ON, _announced, _find, _related
from .test_views_annotations import FULL, NUMBER_OF_NETS, RECORD, THREE, TWELVE

ARTICLE = TWELVE.places[1]


def _limited(corpus: Corpus, **limits: int) -> Lookup:
    return Lookup(corpus, SiteInfo("Briefings", limits=Limits(**{"small": 0, **limits})))


def _facets(find: Lookup) -> dict[str, list[tuple[str, int]]]:
    return {
        facet.name: [(option.title, option.count) for option in facet.options]
        for facet in figures_page(find).context["facets"]
    }


# ---- Figures


def _figure(base: Figure, **changes: Any) -> Figure:
    of_figure = {key: changes.pop(key) for key in ("id", "places", "speaker", "speaker_name")
                 if key in changes}  # fmt: skip
    return replace(base, stated=replace(base.stated, **changes), **of_figure)


KILOGRAMS = _figure(
    TWELVE, id="kg", unit="kg", direction="increase", role="change", speaker="the-paper",
    speaker_name="The Paper", places=(Place(FISH, "010", "t3p1", 9, 0, 4),), period="",
    period_start="2020-01-01", period_end="2020-12-31",
)  # fmt: skip
OLD = _figure(
    TWELVE, id="old", speaker=None, speaker_name="Somebody", places=(HARBOUR,), period="",
    period_start="2019-01-01",
)  # fmt: skip


def test_a_list_of_figures_is_filtered_by_what_tells_some_of_them_apart() -> None:
    corpus = replace(FULL, figures=(OLD, TWELVE, KILOGRAMS, THREE))
    assert _facets(_find(corpus)) == {
        # Briefings from the newest on, all else by title.
        "briefing": [
            ("4 May 2021, Ministry holds a press conference on fish", 3),
            ("10 January (year not given), The harbour", 1),
        ],
        "speaker": [("Bo Fisher", 1), ("Somebody", 1), ("The Paper", 1)],
        # Two are on nets, two on nothing.
        "topic": [("Nets", 2)],
        "indicator": [("Number of nets", 1)],
        "unit": [("count, without unit", 3), ("kg", 1)],
        "direction": [("increase", 1)],
    }
    # What all have in common narrows nothing.
    assert _facets(_find(replace(FULL, figures=(TWELVE,), indicators=()))) == {}
    assert _facets(_find(replace(FULL, figures=(THREE,)))) == {}
    assert list(_facets(_find(replace(FULL, figures=(TWELVE, THREE))))) == [
        "speaker", "topic", "indicator",
    ]  # fmt: skip


def test_a_row_of_figures_says_how_it_is_sorted_and_what_it_is() -> None:
    rows = {row.id: row for row in figures_page(
        _find(replace(FULL, figures=(OLD, TWELVE, KILOGRAMS, THREE)))
    ).context["rows"]}  # fmt: skip
    # By the end of its period, or its beginning, or the day of the briefing.
    assert [rows[id_].sort for id_ in ("kg", "old", THREE.id)] == [
        "2020-12-31", "2019-01-01", "2021-05-04",
    ]  # fmt: skip
    assert (rows["kg"].role, rows["kg"].direction) == ("size of a change", "increase")
    assert (rows["old"].role, rows["old"].direction) == ("", "")
    assert (rows["old"].who.name, rows["old"].keys["speaker"]) == ("Somebody", "Somebody")
    assert rows["kg"].keys["speaker"] == "the-paper"
    assert rows[THREE.id].keys["speaker"] == ""
    assert [link.title for link in rows[THREE.id].indicators] == ["Number of nets"]
    assert not rows["kg"].reported
    reported = replace(TWELVE, reported="reported")
    (row,) = figures_page(_find(replace(FULL, figures=(reported,), indicators=()))).context["rows"]
    assert row.reported
    # Where the words are not in their sentence, the number stands alone.
    assert (rows["old"].before, rows["old"].quote, rows["old"].after) == ("", "The", "")


def test_other_places_of_a_figure_begin_with_those_in_main_texts() -> None:
    again = Place(FISH, "010", "t8p1", 20, 0, 5)
    twice = replace(TWELVE, places=(TWELVE.place, ARTICLE, again))
    (row,) = figures_page(_find(replace(FULL, figures=(twice,), indicators=()))).context["rows"]
    assert [place.near for place in row.also] == ["the transcript, line 20", "Daily Net, line 5"]


def test_a_discrepancy_beside_a_figure_links_what_its_basis_does_not_name() -> None:
    again = Place(FISH, "010", "t8p1", 20, 0, 5)
    passages = (ARTICLE, TWELVE.place, again, ARTICLE)
    shown = record(replace(RECORD, passages=passages, basis="See 010:6."), _find(FULL))
    assert [place.near for place in shown.places] == [
        "the transcript, line 20",
        "Daily Net, line 5",
    ]
    assert [run.text for run in shown.basis if run.url] == [
        "Transcript, Ministry of Fish, 4 May 2021, line 6"
    ]
    assert (shown.by_editors, shown.url) == (False, "discrepancies/#r1")
    added = record(replace(RECORD, status="added", basis=""), _find(FULL))
    assert (added.by_editors, added.basis, len(added.places)) == (True, [], 1)


def test_the_list_of_figures_counts_its_indicators_and_keeps_former_addresses() -> None:
    former = Former("figures/", "old-f1", "figures/#new-f1", "We mended nets.")
    corpus = replace(FULL, former=(former,))
    context = figures_page(_find(corpus)).context
    assert (context["count"], context["indicators"]) == ("2 figures", "1 indicator")
    assert [(one.id, one.url) for one in context["former"]] == [("old-f1", "figures/#new-f1")]
    assert figures_page(_find(replace(corpus, indicators=()))).context["indicators"] is None
    paged = figures_page(_limited(corpus, figures=1, newest=1)).context
    assert (paged["count"], paged["indicators"], len(paged["rows"])) == (
        "2 figures", "1 indicator", 1,
    )  # fmt: skip
    assert len(paged["former"]) == 1
    # What a script reads from files is not listed on the page.
    assert [(facet.name, facet.options) for facet in paged["facets"]] == [
        ("briefing", []), ("speaker", []), ("topic", []), ("indicator", []), ("unit", []),
        ("direction", []),
    ]  # fmt: skip


# ---- Discrepancies


def _record(id_: str, weight: int = 0, **changes: Any) -> Discrepancy:
    known: dict[str, Any] = {"weight": weight, "status": "found"} | changes
    return replace(RECORD, id=id_, **known)


MIXED = (
    _record("light", 1), _record("worded", 3, group="wording", type="title"),
    _record("dismissed", 9, status="dismissed"), _record("heavy", 2, type="unit"),
    _record("worded-more", 4, group="wording", status="confirmed"),
    _record("dismissed-more", 10, status="dismissed", group="wording", passages=(ARTICLE,)),
)  # fmt: skip


def test_discrepancies_of_fact_come_first_and_dismissed_ones_last_each_by_weight() -> None:
    context = discrepancies_page(_find(replace(FULL, discrepancies=MIXED))).context
    assert [
        (section.id, section.title, [entry.id for entry in section.records])
        for section in context["sections"]
    ] == [
        ("facts", "Differences of fact", ["heavy", "light"]),
        ("wordings", "Differences of wording", ["worded-more", "worded"]),
        ("dismissed", "Looked at and dismissed", ["dismissed-more", "dismissed"]),
    ]
    assert (context["shown"], context["count"]) == (6, "6 differences")
    assert context["extent"] == (
        "In 2 places the texts give different facts, or numbers worth comparing; in 2 places only "
        "the wording differs."
    )


def test_discrepancies_are_filtered_by_kind_class_status_and_text() -> None:
    context = discrepancies_page(_find(replace(FULL, discrepancies=MIXED))).context
    offered = {
        name: [(option.title, option.count) for option in context[name]]
        for name in ("types", "classes", "statuses", "sources")
    }
    assert offered == {
        "types": [("numbers", 4), ("titles", 1), ("what is counted", 1)],
        "classes": [("facts", 3), ("wording only", 3)],
        "statuses": [
            ("confirmed by editors", 1), ("dismissed by editors", 2),
            ("not yet looked at by editors", 3),
        ],
        "sources": [
            ("Daily Net, 5 May 2021", 1), ("Transcript, Ministry of Fish, 4 May 2021", 5),
        ],
    }  # fmt: skip


def test_an_empty_section_of_discrepancies_is_left_out() -> None:
    context = discrepancies_page(_find(replace(FULL, discrepancies=MIXED[:1]))).context
    assert [section.id for section in context["sections"]] == ["facts"]
    assert "in 0 places only the wording differs" in context["extent"]


def _entry(**changes: Any) -> Any:
    changed = _record("r", passages=(ARTICLE, TWELVE.place), **changes)
    (section,) = discrepancies_page(_find(replace(FULL, discrepancies=(changed,)))).context[
        "sections"
    ]
    (entry,) = section.records
    return entry


def test_a_discrepancy_quotes_its_texts_and_says_what_editors_say() -> None:
    entry = _entry()
    assert [quoted.line for quoted in entry.quotations] == ["line 6", "line 5"]
    assert (entry.takeaway, entry.reason, entry.signed) == ("", "", "")
    assert entry.keys["source"] == "010 011"
    ruling = Ruling(takeaway="Twelve.", reason="A slip.", author="Eve", date="2026-11-25")
    entry = _entry(ruling=ruling)
    assert (entry.takeaway, entry.reason) == ("Twelve.", "A slip.")
    assert entry.signed == "Eve, 25 November 2026"
    assert _entry(ruling=replace(ruling, date="")).signed == "Eve"


@pytest.mark.parametrize(
    ("basis", "is_shown"),
    [
        ("12 ≠ 13.", True), ("", False),
        # The passages that are quoted need not be named again.
        ("010:6", False), ("010:6 and 011:5", False), ("010:6 and 010:3", True),
    ],
)  # fmt: skip
def test_a_basis_that_only_names_what_is_quoted_is_left_out(basis: str, is_shown: bool) -> None:
    assert bool(_entry(basis=basis).basis) is is_shown


def test_of_many_discrepancies_those_of_the_newest_briefings_are_shown() -> None:
    older = _record("older", 9, passages=(HARBOUR,))
    both = _record("both", 1, passages=(HARBOUR, TWELVE.place))
    corpus = replace(FULL, discrepancies=(older, both))
    context = discrepancies_page(_limited(corpus, discrepancies=1, newest=1)).context
    (section,) = context["sections"]
    assert [entry.id for entry in section.records] == ["both"]
    assert context["extent"] == (
        "Where texts give different facts or words, or numbers worth comparing."
    )
    assert (context["types"], context["sources"], context["count"]) == ([], [], "2 differences")


# ---- Announcements


ANNOUNCED = (
    _announced("bare", "act"), _announced("none"), _announced("dated", "act", "date"),
    _announced("resolve", "date", sort="resolve"),
    _announced("counted", "number", date="2020-05-04", topics=(), speaker=None,
               speaker_name=None, place=HARBOUR),
    _announced("measured", "measure", date="2020-05-05"),
)  # fmt: skip


def test_announcements_that_can_be_checked_come_first_and_resolve_stands_apart() -> None:
    context = commitments_page(_related(commitments=ANNOUNCED)).context
    assert [row.id for row in context["rows"]] == ["dated", "measured", "counted", "bare", "none"]
    assert [row.id for row in context["resolve"]] == ["resolve"]
    assert context["count"] == "5 announcements"
    rows = {row.id: row for row in context["rows"]}
    assert rows["dated"].says == ["says when"]
    assert rows["bare"].says == []
    assert rows["counted"].who is None
    assert rows["counted"].keys == {
        "kind": "plan", "says": "number", "briefing": UNDATED, "speaker": "", "topic": "",
        "term": "", "later": "no",
    }  # fmt: skip
    assert rows["dated"].keys["speaker"] == "Cy Net"
    assert (rows["dated"].kind_words, rows["dated"].line) == ("next step", "line 13")


def test_announcements_are_filtered_by_what_tells_them_apart() -> None:
    context = commitments_page(_related(commitments=ANNOUNCED)).context
    assert {
        facet.name: (facet.title, [(option.title, option.count) for option in facet.options])
        for facet in context["facets"]
    } == {
        "says": ("Says", [("gives a number", 1), ("names a measure", 1), ("says when", 1)]),
        "briefing": ("Briefing", [
            ("10 January (year not given), The harbour", 1),
            ("4 May 2021, Ministry holds a press conference on fish", 4),
        ]),
    }  # fmt: skip


def test_an_announcement_says_what_it_is_on_and_what_was_said_later() -> None:
    later = tuple(
        Statement(TWELVE.place, "word " * 60, "2021-05-04", shared)
        for shared in (("net", "boat"), ("boat", "pier", "quay"))
    )
    about = replace(
        _announced("a"), kind="intention", terms=("nets", "lost"), later=later,
        indicators=(NUMBER_OF_NETS.id, "lost"),
    )  # fmt: skip
    (row,) = commitments_page(_related(commitments=(about,))).context["rows"]
    assert row.kind_words == ""
    assert [link.title for link in row.about] == ["nets", "Number of nets"]
    assert [link.title for link in row.topics] == ["Nets"]
    # Three of four names, each once.
    assert (row.later_on, row.keys["later"]) == ("net, boat, pier", "yes")
    assert [len(statement.text) <= 241 for statement in row.later] == [True, True]
    assert row.later[0].text.endswith("…")
    assert (row.later[0].line, row.later[0].shared) == ("line 6", ["net", "boat"])


def test_of_many_announcements_the_newest_are_shown_whatever_they_say() -> None:
    find = _limited(
        replace(FULL, relations=replace(FULL.relations, commitments=ANNOUNCED)),
        commitments=2, newest=2, piece=2, places=9,
    )  # fmt: skip
    context = commitments_page(find).context
    assert [row.id for row in context["rows"]] == ["bare", "none"]
    assert context["count"] == "5 announcements"
    # Facets with titles of their own, and that of speakers, are read from files.
    assert [facet.name for facet in context["facets"]] == [
        "kind", "says", "briefing", "speaker", "topic", "term", "later",
    ]  # fmt: skip
    files = {piece.path: piece.content for piece in commitments_files(find)}
    index: Any = files["commitments/rows/index.json"]
    # General resolve is on pages, and in no file that readers filter.
    assert index["count"] == 5
    rows = [
        row["id"] for path, content in files.items() if "/rows/" in path and "index" not in path
        for row in content["rows"]
    ]  # fmt: skip
    assert sorted(rows) == sorted(one.id for one in ANNOUNCED if one.sort == "announcement")
    places: dict[str, str] = {}
    for path, content in files.items():
        if "/places/" in path:
            places |= content
    assert set(places) == {one.id for one in ANNOUNCED}


# ---- Recurring sentences


def _formula(id_: str, *uses: tuple[Place, str | None, int | None], same: bool = False) -> Formula:
    occurrences = tuple(
        Occurrence(place, f"{id_} {n}.", date, None, None, item)
        for n, (place, date, item) in enumerate(uses)
    )
    kind: Any = "same" if same else "new"
    redline = Redline((Run("same", id_), Run(kind, "now")))
    return Formula(id_, id_.capitalize(), occurrences, (redline,) * (len(uses) - 1))


THRICE = _formula(
    "thrice", (HARBOUR, None, 2), (ON, "2021-05-04", None), (TWELVE.place, "2021-05-04", 4)
)
TWICE = _formula("twice", (ON, "2021-05-04", 1), (TWELVE.place, "2021-05-04", 1), same=True)


def _sentences(*formulas: Formula, **limits: int) -> dict[str, Any]:
    corpus = replace(FULL, relations=replace(FULL.relations, formulas=formulas))
    find = _limited(corpus, **limits) if limits else _find(corpus)
    context: dict[str, Any] = formulas_page(find).context
    return context


def test_a_recurring_sentence_shows_each_use_against_the_one_before() -> None:
    thrice, twice = _sentences(THRICE, TWICE)["formulas"]
    assert (thrice.title, thrice.briefings, thrice.more) == ("Thrice", 2, 0)
    assert [use.text for use in thrice.occurrences] == ["thrice 0.", "thrice 1.", "thrice 2."]
    assert [use.runs is None for use in thrice.occurrences] == [True, False, False]
    assert [use.same for use in thrice.occurrences] == [False, False, False]
    assert [use.same for use in twice.occurrences] == [False, True]
    assert thrice.occurrences[0].who.name == "speaker not named"
    assert [use.line for use in twice.occurrences] == ["line 13", "line 6"]


@pytest.mark.parametrize(
    ("items", "order"),
    [
        ((2, None, 4), "2nd in 10 January (year not given), 4th in 4 May 2021"),
        ((1, 1, 1), None), ((None, None, 3), None), ((None, None, None), None),
        ((1, 1, None), "1st in 10 January (year not given), 1st in 4 May 2021"),
    ],
)  # fmt: skip
def test_places_in_enumerations_are_told_if_they_differ(
    items: tuple[int | None, ...], order: str | None
) -> None:
    dates = ("--01-10", "2021-05-04", "2021-05-04")
    uses = zip((HARBOUR, ON, TWELVE.place), dates, items, strict=True)
    (entry,) = _sentences(_formula("f", *uses))["formulas"]
    assert entry.order == order


def test_of_many_sentences_those_of_most_briefings_are_shown_with_their_newest_uses() -> None:
    fives = [_formula(f"f{n}", (ON, "2021-05-04", None)) for n in range(4)]
    context = _sentences(*fives, THRICE, formulas=1, occurrences=2)
    assert [entry.id for entry in context["formulas"]] == ["thrice", "f0", "f1", "f2"]
    thrice = context["formulas"][0]
    assert (thrice.more, [use.text for use in thrice.occurrences]) == (
        1, ["thrice 1.", "thrice 2."],
    )  # fmt: skip
    assert [use.runs is None for use in thrice.occurrences] == [False, False]
    assert context["formulas"][1].more == 0
    assert context["count"] == "5 sentences"
    # On a page of its own everything is shown.
    whole = _sentences(THRICE, formulas=9, occurrences=2)["formulas"][0]
    assert (whole.more, len(whole.occurrences)) == (0, 3)
