"""Test what marks open, notes, long tables and the parts that many pages share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from briefings.model import (
    Annotations,
    Corpus,
    Discrepancy,
    Explanation,
    Figure,
    Indicator,
    Mode,
    Note,
    NoteEntry,
    NoteKind,
    NotePlace,
    Observation,
    Place,
    Quotation,
    Quoted,
    Rendering,
    RoleWording,
    Stated,
    Term,
    TermEntry,
    TermMention,
    Where,
)
from briefings.model.editorial import NoteWeight
from briefings.model.figures import Ruling
from briefings.model.page import Page, SiteInfo
from briefings.problems import Problems
from briefings.views.links import Link
from briefings.views.lookup import Lookup
from briefings.views.notes import notes_by_passage, notes_page, notes_parts
from briefings.views.paging import (
    WHOLE,
    Paging,
    by_name,
    by_year,
    context_of,
    count_of,
    files_of,
    hub,
    newest,
    part_pages,
    places,
)
from briefings.views.pending import Pending, made
from briefings.views.plain_records import dated, heading, heading_by, in_plain_words, text_names
from briefings.views.popovers import mark_kinds, popover_files
from briefings.views.quoted import quotations_of
from briefings.views.relations import Quotation as Words
from briefings.views.relations import options, quotation
from briefings.views.section import Section
from briefings.views.sections import TREE, crumbs, for_theme, navigation
from briefings.views.tables import Table, briefing_titles

from .briefings_in_lines import article, briefing, corpus, lookup, place

HERE = Where("editorial/notes/eels.yml", 7, 1)
REPORT = article("900", (None, ["Bo said ten eels.", "Nets, too."]), published="2020-01-03")
OLD = briefing("2020-01-02-eels", "2020-01-02", """
    Ada: Good morning.
    ? Paper [eels]: How many eels?
    = Bo: Ten eels.
""", articles=(REPORT,))  # fmt: skip
NEW = briefing("2021-03-04-nets", "2021-03-04", "Cy: We mend nets. / Eels swim.", 1)
UNDATED = briefing("undated", "--05-06", "Ada: Hello.", 2)
E, N, U = OLD.slug, NEW.slug, UNDATED.slug
ROLE = RoleWording("head of eels", None, "2020-01-02", place(E, "t1p1"))
ALL = corpus(OLD, NEW, UNDATED, people={"Bo": {"roles": (ROLE,)}})


# ---- what marks open


def _term(**more: Any) -> Term:
    known: dict[str, Any] = {
        "id": "eels", "term": "eels", "kind": "measure", "where": HERE,
        "renderings": (Rendering("eels", HERE),), "definition": "Long fish.",
    }  # fmt: skip
    entry = TermEntry(**(known | more.pop("entry", {})))
    mention = TermMention(
        "eels", "eels", "eels", place(E, "t3p1", start=4, end=8), "t3", "bo", True
    )
    about: dict[str, Any] = {
        "explanations": (), "mentions": (mention,), "usages": (), "briefings": (E,),
        "speakers": (), "related": (), "gone": False,
    }  # fmt: skip
    return Term(entry=entry, **(about | more))


def _figure(id_: str = "f1", *, at: Place | None = None, **stated: Any) -> Figure:
    about: dict[str, Any] = {"unit": "count", "subject": "eels"} | stated
    words = Stated(0, 3, about.pop("quote", "Ten"), about.pop("value", 10), **about)
    where = at or place(E, "t3p1", start=0, end=3)
    return Figure(id_, (where,), words, "Ten eels.", "2020-01-02", "bo", "Bo", "direct")


def _opened(of: Corpus, slug: str = E) -> dict[str, Any]:
    (file,) = (
        file for file in popover_files(lookup(of)) if file.path == f"briefings/{slug}/marks.json"
    )
    shown: dict[str, Any] = file.content
    return shown


def test_people_and_outlets_are_told_by_office_days_and_questions() -> None:
    shown = _opened(ALL)
    assert shown["person-bo"] == {
        "title": "Bo", "text": "head of eels", "more": ("spoke: 2 January 2020",),
    }  # fmt: skip
    assert shown["person-ada"]["text"] == "Role not given in the sources"
    assert shown["person-ada"]["more"] == ("spoke: 2 January 2020, 6 May (year not given)",)
    assert shown["outlet-paper"] == {"title": "Paper", "text": "1 question"}
    also = replace(ALL.outlets[0], other_names=("Gazette", "Echo"), questions=())
    shown = _opened(replace(ALL, outlets=(also,)))
    assert "text" not in shown["outlet-paper"]
    assert "Gazette, Echo" in shown["outlet-paper"]["more"][0]
    # Of a text without marks and speakers there is no file.
    mute = replace(UNDATED, witnesses=(replace(UNDATED.primary, turns=()),))
    paths = [file.path for file in popover_files(lookup(corpus(mute)))]
    assert paths == []


def test_a_term_is_told_by_its_definition_or_by_a_text_of_another_briefing() -> None:
    of = replace(ALL, annotations=Annotations((_term(),)))
    assert _opened(of)["term-eels"]["text"] == "Long fish."
    assert "said" not in _opened(of)["term-eels"]
    said = (
        Explanation("Ten eels.", place(E, "t3p1", start=0, end=9)),
        Explanation("Eels swim.", place(N, "t1p2", "101", 2, start=0, end=10)),
    )
    bare = _term(entry={"definition": None}, explanations=said)
    shown = _opened(replace(ALL, annotations=Annotations((bare,))))["term-eels"]
    assert (shown["text"], shown["said"]) == ("Eels swim.", True)
    assert shown["more"] == ("Transcript, Ministry, 4 March 2021", "in 1 of 3 briefings")
    here = _term(entry={"definition": None}, explanations=said[:1])
    shown = _opened(replace(ALL, annotations=Annotations((here,))))["term-eels"]
    assert "said" not in shown
    assert "text" not in shown
    # A definition is shown whatever texts say.
    both = _term(explanations=said)
    assert _opened(replace(ALL, annotations=Annotations((both,))))["term-eels"]["text"] == (
        "Long fish."
    )


@pytest.mark.parametrize(("length", "whole"), [(200, True), (201, False)])
def test_a_definition_that_a_mark_opens_has_two_hundred_letters(length: int, whole: bool) -> None:
    words = ("eel " * 60)[: length - 1].rstrip()
    words += "s" * (length - len(words))
    of = replace(ALL, annotations=Annotations((_term(entry={"definition": words}),)))
    assert (_opened(of)["term-eels"]["text"] == words) is whole


@pytest.mark.parametrize(
    ("stated", "more"),
    [
        ({}, None),
        ({"period": "2019"}, ("2019",)),
        ({"role": "change", "direction": "increase"}, ("size of a change · increase",)),
        ({"period": "2019", "role": "change", "direction": "decrease"},
         ("2019 · size of a change · decrease",)),
    ],
)  # fmt: skip
def test_a_number_is_told_by_period_role_and_direction(
    stated: dict[str, Any], more: tuple[str, ...] | None
) -> None:
    shown = _opened(replace(ALL, figures=(_figure(**stated),)))["figure-f1"]
    assert shown.get("more") == more
    assert (shown["text"], "links" in shown, "differs" in shown) == ("eels", False, False)


def test_a_number_that_other_passages_state_too_says_how_many() -> None:
    figure = _figure()
    again = place(E, "900-s1p1", "900", start=8, end=11)
    shown = _opened(replace(ALL, figures=(replace(figure, places=(figure.place, again)),)))
    assert shown["figure-f1"]["more"] == ("also stated in 1 other passage",)


def test_the_kinds_of_marks_of_a_briefing_are_sorted() -> None:
    of = replace(ALL, annotations=Annotations((_term(),)), figures=(_figure(),))
    assert mark_kinds(OLD, lookup(of)) == ["figure", "term"]
    assert mark_kinds(NEW, lookup(of)) == []


# ---- notes


def _note(
    id_: str, *at: Place, kind: NoteKind = "context", weight: NoteWeight = "more",
    number: int = 1, see: tuple[Place, ...] = (), basis: str = "",
) -> Note:  # fmt: skip
    quotations = tuple(Quotation("100:1", f"words {n}", HERE, HERE) for n in range(len(at)))
    entry = NoteEntry(id_, E, quotations, kind, "", basis, "ann", "2021-05-06", HERE, weight=weight)
    where = tuple(NotePlace(number + n, spot) for n, spot in enumerate(at))
    return Note(entry, where, "Ann", (), see)


T1, T3, S1 = (
    place(E, "t1p1", start=0, end=4), place(E, "t3p1", line=3, start=0, end=3),
    place(E, "900-s1p1", "900", start=0, end=2),
)  # fmt: skip
T_NEW = place(N, "t1p1", "101", start=0, end=2)
T_UNDATED = place(U, "t1p1", "102", start=0, end=2)


def _noted(*notes: Note, **site: Any) -> Lookup:
    of = replace(ALL, annotations=Annotations((), notes))
    return Lookup(of, SiteInfo("Briefings", **site))


def test_beside_a_passage_essential_notes_come_first_then_discrepancies_then_by_number() -> None:
    notes = (
        _note("late", T1, number=5), _note("early", T1, number=4),
        _note("differs", T1, number=3, kind="discrepancy"),
        _note("weighs", T1, number=2, weight="essential"),
        _note("both", T1, number=9, weight="essential", kind="discrepancy"),
        _note("other", T3, number=1),
    )  # fmt: skip
    beside = notes_by_passage(_noted(*notes), E)
    assert [row.id.removeprefix("note-") for row in beside["t1p1"]] == [
        "both", "weighs", "differs", "early", "late",
    ]  # fmt: skip
    assert [row.number for row in beside["t3p1"]] == [1]


def test_a_note_names_its_other_places_with_the_day_if_they_are_elsewhere() -> None:
    find = _noted(_note("n", T1, S1, T_NEW))
    (row,) = notes_by_passage(find, E)["t1p1"]
    assert [(at.number, at.quote, at.dated) for at in row.also] == [
        (2, "words 1", False), (3, "words 2", True),
    ]  # fmt: skip
    (row,) = notes_by_passage(find, N)["t1p1"]
    assert (row.number, [at.dated for at in row.also]) == (3, [True, True])
    assert not row.places


def test_what_a_note_refers_to_leaves_out_its_own_places() -> None:
    find = _noted(_note("n", T1, see=(T1, T3, T_NEW)))
    (row,) = notes_by_passage(find, E)["t1p1"]
    # Its own passage is not named again.
    assert [link.url for link in row.see] == [f"briefings/{E}/#t3p1", f"briefings/{N}/#t1p1"]


def test_a_note_is_edited_at_its_line_where_a_repository_is_known() -> None:
    (row,) = notes_by_passage(_noted(_note("n", T1)), E)["t1p1"]
    assert row.edit is None
    (row,) = notes_by_passage(_noted(_note("n", T1), edit="https://x.org/"), E)["t1p1"]
    assert row.edit == f"https://x.org/notes/{E}.yml#L7"


def test_notes_are_listed_by_kind_the_newest_briefing_first() -> None:
    notes = (
        _note("a", T1, kind="context"), _note("b", T_NEW, kind="discrepancy"),
        _note("c", T_NEW, T1, kind="context"), _note("d", T_UNDATED, kind="context"),
    )  # fmt: skip
    context = notes_page(_noted(*notes)).context
    shown = {kind.id: [len(row.places) for row in kind.notes] for kind in context["kinds"]}
    assert shown == {"context": [2, 1, 1], "discrepancy": [1]}
    assert (context["count"], context["terms"]) == ("4 notes", False)
    assert context["kinds"][0].title == "Context"
    find = lookup(replace(ALL, annotations=Annotations((), notes)), notes=3, newest=1)
    page = notes_page(find).context
    assert [len(kind.notes) for kind in page["kinds"]] == [1]
    assert [part.url for part in notes_parts(find)] == [
        f"notes/year/{year}/" for year in ("2021", "2020", "year-not-given")
    ]  # fmt: skip
    assert notes_parts(find)[0].make().context["steps"].count == "2 notes"
    # Notes are long: also a small corpus has no longer pages.
    assert notes_parts(lookup(replace(ALL, annotations=Annotations((), notes)), notes=4)) == []


# ---- records in plain words


def _record(text: str = "", *at: Place, **more: Any) -> Discrepancy:
    about: dict[str, Any] = {
        "id": "r", "type": "value", "status": "found", "found_by": "rule-x", "figures": (),
        "basis": "",
    } | more  # fmt: skip
    return Discrepancy(passages=at, text=text, **about)


def test_a_record_is_headed_by_its_title_its_numbers_or_its_kind() -> None:
    ten, twelve = _figure("f1"), _figure("f2", value=12, quote="12")
    bare = _figure("f3", value=14, quote="14", subject="")
    find = lookup(replace(ALL, figures=(ten, twelve, bare)))
    assert heading(_record(ruling=Ruling("Own title")), find) == "Own title"
    numbers = ("f1", "f2")
    assert heading(_record(figures=numbers), find) == "Eels: 10 or 12?"
    assert heading(_record(figures=numbers, ruling=Ruling("")), find) == "Eels: 10 or 12?"
    # Of what is not known what it counts, the kind is all there is to say.
    by_type = heading_by("rule-x", "value")
    assert heading(_record(figures=("f3", "f1")), find) == by_type
    assert heading(_record(), find) == by_type
    assert heading(_record(figures=("f1",)), find) == f"Eels: {by_type}"
    assert by_type == "Two numbers for one thing"
    assert heading_by("rule-x", None) == "Two wordings of one thing"


@pytest.mark.parametrize(
    ("name", "date", "of_several", "shown"),
    [
        ("the transcript", "2022-07-25", True, "the transcript of 25 July 2022"),
        ("the transcript", "2022-07-25", False, "the transcript"),
        ("the transcript", None, True, "the transcript"),
        ("Gull, 25 July 2022", "2022-07-25", True, "Gull, 25 July 2022"),
    ],
)
def test_a_text_is_named_with_its_day_among_texts_of_several_briefings(
    name: str, date: str | None, of_several: bool, shown: str
) -> None:
    assert dated(name, date, of_several) == shown


def test_an_article_has_its_own_day_and_texts_with_one_name_their_long_names() -> None:
    find = lookup(ALL)
    record = _record("", place(E, "t1p1"), place(E, "900-s1p1", "900"))
    assert text_names(record, find) == {"100": "the transcript", "900": "Daily Net"}
    two = _record("", place(E, "900-s1p1", "900"), T_NEW)
    assert text_names(two, find) == {
        "900": "Daily Net of 3 January 2020", "101": "the transcript of 4 March 2021",
    }  # fmt: skip
    # An article without a day of its own has that of the briefing.
    undated = replace(OLD, witnesses=(OLD.primary, replace(OLD.witnesses[1], published=None)))
    names = text_names(two, lookup(corpus(undated, NEW)))
    assert names["900"] == "Daily Net of 2 January 2020"
    # Sources that only the words name count as well, unknown ones do not.
    worded = _record("Sources 900, 101 and 999 differ; source 102 is silent.", place(E, "t1p1"))
    assert set(text_names(worded, find)) == {"100", "900", "101", "102"}
    # Two transcripts of one day have one short name: both are named in full.
    twin = replace(OLD.primary, source=replace(OLD.primary.source, id="100b"), publisher="Port")
    both = lookup(corpus(replace(OLD, witnesses=(OLD.primary, twin))))
    names = text_names(_record("", place(E, "t1p1"), place(E, "t1p1", "100b")), both)
    assert len(set(names.values())) == 2
    assert names["100"].startswith("Transcript, Ministry")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Source 100 has 5, source 900 has 6.", "The transcript has 5, Daily Net has 6."),
        ("It has 5. Source 100 has 6.", "It has 5. The transcript has 6."),
        ("“So.” Source 100 has 6.", "“So.” The transcript has 6."),
        ("Sources 100 and 900 differ.", "The transcript and Daily Net differ."),
        ("5 in t1p1 of source 100, 6 in 900-s1p1 of source 900.",
         "5 in the transcript, 6 in Daily Net."),
        ("2019 vs 2020 in source 100.", "2019, against 2020 in the transcript."),
        ("Source 1000 and source 999 stay.", "Source 1000 and source 999 stay."),
    ],
)  # fmt: skip
def test_a_record_speaks_of_texts_by_their_names(text: str, shown: str) -> None:
    names = {"100": "the transcript", "900": "Daily Net"}
    assert in_plain_words(_record(text), names) == shown
    for status in ("reworded", "added"):
        assert in_plain_words(_record(text, status=status), names) == text
    assert in_plain_words(_record(text), {}) == text


def test_of_two_names_of_sources_the_longer_is_meant() -> None:
    names = {"90": "the one", "90.b": "the other"}
    assert in_plain_words(_record("In source 90.b it is 5."), names) == "In the other it is 5."


# ---- quotations and options


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (place(E, "t3p1"), "Ten eels."),
        (place(N, "t1p2", "101", start=0, end=4), "Eels"),
        (place(E, "none", line=2), "Second line."),
        (place(E, "none", line=3), ""),
    ],
)
def test_a_quotation_is_the_passage_its_span_or_its_line(at: Place, words: str) -> None:
    source = replace(OLD.primary.source, lines=("First", " Second line. "))
    event = replace(OLD, witnesses=(replace(OLD.primary, source=source), *OLD.witnesses[1:]))
    shown = quotation(at, lookup(corpus(event, NEW)))
    assert isinstance(shown, Words)
    assert shown.text == words
    assert shown.line == f"line {at.line}"


@pytest.mark.parametrize(("length", "whole"), [(320, True), (321, False)])
def test_a_quotation_has_three_hundred_and_twenty_letters(length: int, whole: bool) -> None:
    of = corpus(briefing("b", "2021-01-01", f"Ada: {'n' * length}"))
    words = quotation(place("b", "t1p1"), lookup(of)).text
    assert (words == "n" * length) is whole


def test_a_quotation_is_the_sentence_that_is_known_of_its_place() -> None:
    at = place(E, "t3p1", start=0, end=3)
    relations = replace(ALL.relations, sentences={(E, "t3p1"): ((0, 9),), (E, "t1p1"): ((0, 5),)})
    assert quotation(at, lookup(replace(ALL, relations=relations))).text == "Ten eels."
    # Beyond the sentences that are known, the span is all.
    late = place(E, "t1p1", start=5, end=12)
    assert quotation(late, lookup(replace(ALL, relations=relations))).text == "morning"
    # A span that ends after its sentence is shown whole.
    long = place(E, "t1p1", start=0, end=12)
    assert quotation(long, lookup(replace(ALL, relations=relations))).text == "Good morning"
    # A figure at the place knows its sentence, one elsewhere does not matter.
    elsewhere = _figure("f2", at=place(E, "t1p1", start=0, end=3))
    find = lookup(replace(ALL, figures=(replace(elsewhere, sentence="No."), _figure())))
    assert quotation(at, find, figures=("f2", "f1")).text == "Ten eels."
    assert quotation(at, find, figures=("f2",)).text == "Ten"
    assert quotation(place(E, "t3p1"), find, most=5).text == "Ten…"


def test_options_are_counted_and_stand_by_title() -> None:
    shown = options(["b", "a", "b", "c"], {"a": "zebra", "b": "Ant"})
    assert [(item.value, item.title, item.count) for item in shown] == [
        ("b", "Ant", 2), ("c", "c", 1), ("a", "zebra", 1),
    ]  # fmt: skip


def test_quotations_of_people_are_by_passage_in_the_order_of_the_text() -> None:
    def quoted(passage: str | None, start: int | None, mode: Mode = "direct") -> Quoted:
        end = None if start is None else start + 2
        return Quoted(Place(E, "900", passage, 1, start, end), mode)

    bo, ada = ALL.people[1], ALL.people[0]
    assert bo.name == "Bo"
    people = (
        replace(bo, quoted=(quoted("900-s1p1", 9), quoted("900-s1p2", 1), quoted(None, None))),
        replace(ada, quoted=(quoted("900-s1p1", 4, "reported"), quoted("900-s1p1", None))),
    )
    assert quotations_of(people) == {
        E: {
            "900-s1p1": (("ada", "reported", 4, 6), ("bo", "direct", 9, 11)),
            "900-s1p2": (("bo", "direct", 1, 3),),
        }
    }


# ---- long tables


@dataclass(frozen=True)
class Row:
    """A row of a table for the tests."""

    id: str
    keys: dict[str, str]


DAYS = {"a": "2021-02-01", "b": "2021-01-01", "c": "2020-01-01"}
KEYS = {
    "a": {"topic": "eels nets", "unit": "tons", "briefing": N, "direction": "increase"},
    "b": {"topic": "eels", "unit": "", "briefing": N},
    "c": {"topic": "", "unit": "Boats", "briefing": E},
}


def _table(**limits: int) -> Table[str]:
    facets = {"briefing": {N: "New", E: "Old"}, "topic": {"eels": "Eels", "nets": "All nets"},
              "unit": {}, "kind": {}, "direction": {}}  # fmt: skip
    return Table(
        "figures/", "Figures", "figure", "figures", "abc", str, DAYS.__getitem__,
        lambda id_: Row(id_, KEYS[id_]), facets, limits.pop("most"), lookup(ALL, **limits),
    )  # fmt: skip


def test_a_table_that_fits_has_no_files_and_no_parts() -> None:
    table = _table(most=3, small=0)
    assert (table.parts, list(table.files())) == ((), [])
    assert table.pages(lambda rows, paging: Page("", "", "")) == []


def test_a_long_table_has_its_rows_in_files_with_what_they_can_be_narrowed_to() -> None:
    table = _table(most=2, small=0, piece=1, places=2, newest=2)
    *files, index, first, second = list(table.files())
    assert [(file.path, [row["id"] for row in file.content["rows"]]) for file in files] == [
        ("figures/rows/2021-new.json", ["a"]), ("figures/rows/2021-1.json", ["b"]),
        ("figures/rows/2020-new.json", ["c"]),
    ]  # fmt: skip
    listing = index.content
    assert (listing["one"], listing["many"], listing["count"]) == ("figure", "figures", 3)
    assert listing["files"] == [
        {"path": name, "count": 1} for name in ("2021-new.json", "2021-1.json", "2020-new.json")
    ]  # fmt: skip
    facets = {facet["name"]: facet for facet in listing["facets"]}
    # There must be a choice: of kinds there is none, of directions one.
    assert list(facets) == ["briefing", "topic", "unit"]
    assert facets["topic"]["title"] == "Topic"
    topics = facets["topic"]["options"]
    assert [(option["title"], option["count"], option["files"]) for option in topics] == [
        ("All nets", 1, [0]), ("Eels", 2, [0, 1]),
    ]  # fmt: skip
    assert [option["title"] for option in facets["unit"]["options"]] == ["Boats", "tons"]
    # Briefings are in the order of the titles, the newest first.
    assert [option["value"] for option in facets["briefing"]["options"]] == [N, E]
    assert first.content | second.content == {
        "a": "figures/year/2021/", "b": "figures/year/2021/", "c": "figures/year/2020/",
    }  # fmt: skip
    assert [facet.name for facet in table.narrowed_by()] == [
        "briefing", "topic", "unit", "direction",
    ]  # fmt: skip
    assert [page.title for page in table.pages(lambda rows, paging: Page("", "", ""))] == [
        "Figures, 2021", "Figures, 2020",
    ]  # fmt: skip
    shown: list[Any] = []

    def make(rows: Any, paging: Paging) -> Page:
        shown.append((list(rows), paging))
        return Page("", "", "")

    table.first_page(make)
    ((rows, paging),) = shown
    assert (rows, paging.paged, paging.directory.files) == (["a", "b"], "hub", 2)
    whole = _table(most=3, small=0)
    shown.clear()
    whole.first_page(make)
    assert shown == [(["a", "b", "c"], WHOLE)]


@pytest.mark.parametrize(("length", "whole"), [(50, True), (51, False)])
def test_a_filter_names_briefings_by_day_and_fifty_letters_of_their_titles(
    length: int, whole: bool
) -> None:
    long = replace(NEW, title="n" * length)
    titles = briefing_titles(lookup(corpus(OLD, long)))
    assert list(titles) == [N, E]
    assert (titles[N] == f"4 March 2021, {'n' * length}") is whole
    assert titles[E] == "2 January 2020, 2020 01 02 eels"


# ---- paging


def _years(*days: str, most: int = 1) -> Any:
    return by_year(days, "list/", str, most, lookup(ALL, small=0))


def _made(rows: tuple[str, ...], paging: Paging) -> Page:
    meta = {"title": "Own", "description": f"{len(rows)} rows"}
    return Page("p", "list/", "t", {"meta": meta, "paging": paging})


def test_each_part_leads_to_its_neighbours_and_to_the_parts_of_its_year() -> None:
    parts = _years("2022-01-01", "2021-03-01", "2021-02-01", "2021-01-01", "2020-01-01")
    pages = part_pages(parts, Link("List", "list/"), _made, context="given")
    steps = [page.make().context["paging"].steps for page in pages]
    assert [page.title for page in pages] == [
        "List, 2022", "List, 2021", "List, 2021, part 2", "List, 2021, part 1", "List, 2020",
    ]  # fmt: skip
    first, second, third, *_, last = steps
    assert first.before is None
    assert first.after == ("Older", Link("2021", "list/year/2021/"))
    assert last.before == ("Newer", Link("2021, part 1", "list/year/2021/1/"))
    assert last.after is None
    assert (first.numbered, third.numbered) == ((), ())
    assert [link.url for link in second.numbered] == ["list/year/2021/2/", "list/year/2021/1/"]
    assert first.count == "1 entry"
    page = pages[1].make()
    assert (page.path, page.url) == ("list/year/2021/index.md", "list/year/2021/")
    assert page.context["meta"] == {"title": "List, 2021", "description": "List, 2021: 1 rows"}
    given: Any = pages[1].given
    assert given[:2] == ("given", parts[1])


def test_steps_of_letters_and_institutions_have_names_of_their_own() -> None:
    groups = [("Ants", ["a", "b", "c"]), ("Bees", ["d"])]
    parts = by_name(groups, "institution", "list/", 2)
    assert [(part.url, part.count, part.title) for part in parts] == [
        ("list/institution/ants/", 2, "Ants"), ("list/institution/ants/2/", 1, "Ants, part 2"),
        ("list/institution/bees/", 1, "Bees"),
    ]  # fmt: skip
    first, *_ = part_pages(parts, Link("List", "list/"), _made)
    steps = first.make().context["paging"].steps
    assert (steps.before, steps.after[0]) == (None, "After")
    assert [link.url for link in steps.numbered] == ["list/institution/ants/2/"]
    directory = hub(parts).directory
    assert directory is not None
    assert directory.label == "By institution"
    assert [(group.title, group.count) for group in directory.groups] == [
        ("Ants", "3"),
        ("Bees", "1"),
    ]
    assert hub(()) == WHOLE
    letters = hub(by_name(groups, "letter", "list/", 2), 4).directory
    assert letters is not None
    assert (letters.label, letters.files) == ("From A to Z", 4)


def test_a_part_counts_itself_and_the_first_page_the_whole() -> None:
    parts = _years("2021-01-01", "2020-01-01")
    pages = part_pages(parts, Link("List", "list/"), _made)
    paging = pages[0].make().context["paging"]

    def counted(*, count: int) -> str:
        return f"{count} eels"

    assert count_of(paging, lambda: 9, counted) == "1 entry"
    assert count_of(WHOLE, lambda: 9, counted) == "9 eels"
    assert count_of(hub(parts), lambda: 9, counted) == "9 eels"


def test_the_newest_entries_are_as_many_as_fit_and_one_at_least() -> None:
    parts = _years("2022-01-01", "2021-01-01", "2020-01-01")
    assert newest(parts, 2) == ["2022-01-01", "2021-01-01"]
    assert newest(parts, 0) == ["2022-01-01"]
    assert newest(parts, 9) == ["2022-01-01", "2021-01-01", "2020-01-01"]


def test_ids_are_in_as_many_files_as_they_need() -> None:
    parts = _years("2022-01-01", "2021-01-01", "2020-01-01")
    for size, files in ((1, 3), (2, 2), (3, 1), (4, 1)):
        find = lookup(ALL, places=size)
        assert files_of(parts, find) == files
        made_files = places(parts, "list/", str, find)
        assert len(made_files) == files
        held: dict[str, str] = {}
        for file in made_files:
            held |= file.content
        assert held == {f"{year}-01-01": f"list/year/{year}/" for year in (2020, 2021, 2022)}


def test_a_context_has_the_fields_of_what_is_shown_and_the_paging() -> None:
    shown = Row("a", {})
    assert context_of(shown) == {
        "id": "a", "keys": {}, "paged": None, "directory": None, "steps": None,
    }  # fmt: skip
    with pytest.raises(TypeError):
        context_of({"id": "a"})


# ---- pages and sections


def _pending(make: Any, **more: Any) -> Pending:
    return Pending("terms/eels/", "Eels", make, **more)


def test_the_way_to_a_page_has_its_group_and_its_list_once() -> None:
    find = lookup(ALL)
    (part,) = part_pages(_years("2021-01-01", most=0), Link("Eels", "terms/eels/"), _shown)
    above: Any = {"title": "Terms", "url": "terms/"}
    same: Any = {"title": "Eels", "url": "terms/eels/"}
    for before, way in ((above, ["terms/", "terms/eels/"]), (same, ["terms/eels/"])):
        page = made(replace(part, crumbs=(before,)), find, None)
        assert [crumb["url"] for crumb in page.context["crumbs"]] == way
    group = {"title": "Ways", "url": "terms/#ways"}
    page = made(
        _pending(lambda: find.page("x/", "t", "X", "d", "term", within=[group])), find, None
    )
    assert page.context["crumbs"] == [group]
    assert page.context["linked_data"]["@type"] == "BreadcrumbList"


def _shown(rows: tuple[str, ...], paging: Paging) -> Page:
    return lookup(ALL).page("x/", "t", "X", "d", "term", **paging.context())


@pytest.mark.internal_error
def test_a_page_that_cannot_be_made_says_so_and_the_reason_is_reported() -> None:
    def fails() -> Page:
        raise ValueError("no")

    problems = Problems()
    page = made(_pending(fails), lookup(ALL), problems)
    assert (page.url, page.template) == ("terms/eels/", "unmade.md.j2")
    assert page.context["meta"]["title"] == "Eels"
    (problem,) = problems
    assert "page terms/eels/" in str(problem)
    home = made(Pending("", "", fails), lookup(ALL), Problems())
    assert home.context["meta"]["title"] == "About"
    with pytest.raises(ValueError, match="no"):
        made(_pending(fails), lookup(ALL), None)


def test_a_section_without_entries_of_its_own_holds_those_of_its_parts() -> None:
    none = Section("terms", "terms/", None, lambda _: 0)
    some = replace(none, count=lambda _: 1, thing="term")
    many = replace(some, count=lambda _: 2)
    assert not none.holds(ALL)
    assert some.holds(ALL)
    assert replace(none, parts=(none, some)).holds(ALL)
    assert (none.how_much(ALL), some.how_much(ALL), many.how_much(ALL)) == ("", "1 term", "2 terms")
    assert replace(some, extent=lambda _: "much").how_much(ALL) == "much"


def test_the_navigation_has_the_sections_that_have_entries() -> None:
    names = [next(iter(item)) for item in navigation(ALL)]
    assert names[:2] == ["Home", "Briefings"]
    assert {"People", "Speakers", "Outlets", "Topics"} <= set(names)
    assert not {"Numbers", "Figures", "Terms", "Notes", "Report"} & set(names)
    tree = {
        hub["title"]: [part["title"] for part in hub["parts"]] for hub in for_theme(ALL)["tree"]
    }
    assert tree["People"] == ["Speakers", "Outlets"]
    assert "Numbers" not in tree
    assert tree["Topics and terms"] == ["Topics"]
    # Only one briefing has two texts.
    assert len(tree["Compare"]) == 1
    footer = [entry["title"] for entry in for_theme(ALL)["footer"]]
    assert "Report" not in footer
    assert footer[-1] == "About"
    numbered = replace(
        ALL, figures=(_figure(),),
        indicators=(Indicator("i", "I", (), "count", "level", False, "", (), (
            Observation("f1", 10, "", "s", "rule"),)),),
    )  # fmt: skip
    assert {"Numbers", "Figures", "Indicators"} <= {
        next(iter(link)) for link in navigation(numbered)
    }


def test_a_part_of_a_hub_has_the_hub_above_it() -> None:
    hubs = {hub.name: hub for hub in TREE}
    speakers = hubs["people"].parts[0]
    assert [who["url"] for who in crumbs(speakers)] == ["people/"]
    assert crumbs(hubs["people"]) == []
